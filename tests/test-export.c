/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-export.h"
#include "khatt-timeline.h"
#include "khatt-words.h"

#include "picture-files.h"

/* A week of diplomacy, as an article tells it. */
static const struct
{
  KhattKind kind;
  KhattStatus status;
  const char *title;
  const char *date;
  const char *first;
  KhattRole first_role;
  const char *second;
  KhattRole second_role;
} events[] = {
  { KHATT_KIND_MEETING, KHATT_STATUS_HAPPENED, "محادثات الكرملين", "2025-08-06", "ستيفن ويتكوف",
    KHATT_ROLE_PARTICIPANT, "فلاديمير بوتين", KHATT_ROLE_PARTICIPANT },
  { KHATT_KIND_CALL, KHATT_STATUS_HAPPENED, "العلاقات الثنائية", "2025-08-08", "فلاديمير بوتين",
    KHATT_ROLE_INITIATOR, "شي جين بينغ", KHATT_ROLE_RECIPIENT },
  { KHATT_KIND_CALL, KHATT_STATUS_HAPPENED, "التجارة والاستثمار", "2025-08-07", "فلاديمير بوتين",
    KHATT_ROLE_INITIATOR, "شوكت ميرضيائيف", KHATT_ROLE_RECIPIENT },
  { KHATT_KIND_VISIT, KHATT_STATUS_PLANNED, "قمة منظمة شنغهاي", "[2025-08-09..]", "فلاديمير بوتين",
    KHATT_ROLE_VISITOR, "الصين", KHATT_ROLE_HOST },
  { KHATT_KIND_MEETING, KHATT_STATUS_PROPOSED, "لقاء قمة في الإمارات", "[2025-08-08..]",
    "دونالد ترامب", KHATT_ROLE_PARTICIPANT, "فلاديمير بوتين", KHATT_ROLE_PARTICIPANT },
  { KHATT_KIND_STATEMENT, KHATT_STATUS_HAPPENED, "اتفاقيات مينسك", "[..2025-08-07]",
    "فيكتور أوربان", KHATT_ROLE_SPEAKER, NULL, KHATT_ROLE_ADDRESSEE },
  { KHATT_KIND_MESSAGE, KHATT_STATUS_CANCELLED, "Oral message", "2025-08-09", "Sergey Lavrov",
    KHATT_ROLE_SENDER, "شي جين بينغ", KHATT_ROLE_RECIPIENT },
};

static KhattArrangement *
make_arrangement (guint n_events)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();
      g_autoptr (GError) error = NULL;

      event->kind = events[i].kind;
      event->status = events[i].status;
      event->title = g_strdup (events[i].title);
      khatt_date_parse (events[i].date, -1, &event->date, &error);
      g_assert_no_error (error);
      khatt_event_data_add_actor (event, events[i].first, events[i].first_role);
      if (events[i].second != NULL)
        khatt_event_data_add_actor (event, events[i].second, events[i].second_role);
      khatt_timeline_add (timeline, event);
    }
  snapshot = khatt_timeline_ref_snapshot (timeline);
  return khatt_arrangement_new (snapshot, KHATT_LANES_ACTORS, NULL, NULL);
}

static KhattLayoutParams
make_params (KhattDirection direction)
{
  return (KhattLayoutParams){
    .width = 1000,
    .text_scale = 1,
    .scale = {
      .origin = 1754352000, /* 5 August 2025 */
      .pixels_per_second = 130.0 / KHATT_SECONDS_PER_DAY,
      .direction = direction,
    },
    .words = khatt_words_for_language ("ar"),
    .second_calendar = KHATT_CALENDAR_UMALQURA,
    .region = "ar_EG",
    .today = 1754827200, /* noon of the 10th */
    .draw_words = { .lanes_title = "الأطراف", .today = "اليوم", .ongoing = "مستمر" },
    .selected = KHATT_SLOT_NONE,
  };
}

static GBytes *export(KhattPictureFormat format, KhattDirection direction)
{
  KhattArrangement *arrangement = make_arrangement (G_N_ELEMENTS (events));
  const KhattLayoutParams params = make_params (direction);
  const KhattExportOptions options = { .format = format, .title = "اتصالات أغسطس" };
  g_autoptr (GError) error = NULL;
  GBytes *picture = khatt_export_picture (arrangement, &params, &options, &error);

  g_assert_no_error (error);
  khatt_arrangement_unref (arrangement);
  return picture;
}

static char *
dup_svg_text (GBytes *svg)
{
  g_autofree char *all = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  const char *p = strstr (all, "<g fill-opacity=\"0\"");
  GString *text = g_string_new (NULL);

  g_assert_nonnull (p);
  for (p = strstr (p, "<text"); p != NULL; p = strstr (p, "<text"))
    {
      const char *start = strchr (p, '>') + 1;
      const char *end = strstr (start, "</text>");

      g_string_append_len (text, start, end - start);
      g_string_append_c (text, '\n');
      p = end;
    }
  return g_string_free (text, FALSE);
}

static void
test_names_of_formats (void)
{
  static const struct
  {
    const char *name;
    gboolean is_known;
    KhattPictureFormat format;
  } cases[] = {
    { "timeline.png", TRUE, KHATT_PICTURE_PNG }, { "a.b/خط.SVG", TRUE, KHATT_PICTURE_SVG },
    { "x.Pdf", TRUE, KHATT_PICTURE_PDF },        { "png", FALSE, KHATT_PICTURE_PNG },
    { "x.png.khatt", FALSE, KHATT_PICTURE_PNG }, { "", FALSE, KHATT_PICTURE_PNG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattPictureFormat format = KHATT_PICTURE_PNG;

      g_assert_cmpint (khatt_picture_format_from_file_name (cases[i].name, &format), ==,
                       cases[i].is_known);
      g_assert_cmpint (format, ==, cases[i].format);
    }
}

static void
test_titles_and_names_are_text (void)
{
  g_autoptr (GBytes) svg = export(KHATT_PICTURE_SVG, KHATT_DIRECTION_RTL);
  g_autofree char *text = dup_svg_text (svg);

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_assert_nonnull (strstr (text, events[i].title));
      g_assert_nonnull (strstr (text, events[i].first));
    }
  g_assert_nonnull (strstr (text, "اليوم"));
}

static void
test_pdf_holds_the_words (void)
{
  for (int direction = 0; direction < 2; direction++)
    {
      g_autoptr (GBytes) svg = export(KHATT_PICTURE_SVG, direction);
      g_autoptr (GBytes) pdf = export(KHATT_PICTURE_PDF, direction);
      g_autofree char *shown = dup_svg_text (svg);
      g_autofree char *output = khatt_test_run_on (pdf, khatt_test_read_pdf, NULL);
      g_autofree char *found = NULL;
      int n, n_found;

      if (output == NULL)
        return;
      khatt_test_compare_words (shown, output, &n, &n_found);
      g_test_message ("%d of %d words", n_found, n);
      g_assert_cmpint (n, >, 50);
      g_assert_cmpint (n_found * 100, >=, n * 95);
      found = khatt_test_dup_plain (output);
      for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
        {
          if (strstr (found, events[i].title) == NULL)
            g_error ("The PDF does not hold “%s”.", events[i].title);
        }
    }
}

static void
test_all_formats_show_the_same (void)
{
  for (int direction = 0; direction < 2; direction++)
    {
      g_autoptr (GBytes) png = export(KHATT_PICTURE_PNG, direction);
      g_autoptr (GBytes) svg = export(KHATT_PICTURE_SVG, direction);
      g_autoptr (GBytes) pdf = export(KHATT_PICTURE_PDF, direction);

      khatt_test_assert_same_picture (png, svg, khatt_test_draw_svg);
      khatt_test_assert_same_picture (png, pdf, khatt_test_draw_pdf);
    }
}

static void
test_same_bytes_again (void)
{
  for (int format = KHATT_PICTURE_PNG; format <= KHATT_PICTURE_PDF; format++)
    {
      g_autoptr (GBytes) first = export(format, KHATT_DIRECTION_RTL);
      g_autoptr (GBytes) second = export(format, KHATT_DIRECTION_RTL);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_nothing_to_show (void)
{
  KhattArrangement *arrangement = make_arrangement (0);
  const KhattLayoutParams params = make_params (KHATT_DIRECTION_RTL);

  for (int format = KHATT_PICTURE_PNG; format <= KHATT_PICTURE_PDF; format++)
    {
      const KhattExportOptions options = { .format = format };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) picture = khatt_export_picture (arrangement, &params, &options, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (picture), >, 500);
    }
  khatt_arrangement_unref (arrangement);
}

static void
test_too_large (void)
{
  KhattArrangement *arrangement = make_arrangement (1);
  KhattLayoutParams params = make_params (KHATT_DIRECTION_RTL);
  const KhattExportOptions options = { .format = KHATT_PICTURE_PNG, .pixel_scale = 4 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = NULL;

  params.width = 10000;
  params.height = 100;
  picture = khatt_export_picture (arrangement, &params, &options, &error);
  g_assert_null (picture);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  khatt_arrangement_unref (arrangement);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/names-of-formats", test_names_of_formats);
  g_test_add_func ("/export/titles-and-names-are-text", test_titles_and_names_are_text);
  g_test_add_func ("/export/a-pdf-holds-the-words", test_pdf_holds_the_words);
  g_test_add_func ("/export/all-formats-show-the-same", test_all_formats_show_the_same);
  g_test_add_func ("/export/same-bytes-again", test_same_bytes_again);
  g_test_add_func ("/export/nothing-to-show", test_nothing_to_show);
  g_test_add_func ("/export/too-large", test_too_large);
  return g_test_run ();
}
