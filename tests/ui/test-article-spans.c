/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which stretches of an article belong to which events. */

#include <string.h>

#include "khatt-article-index.h"
#include "khatt-article-spans.h"
#include "ui-sample.h"

static GArray *
make_spans_of (KhattTimeline *timeline, const char *article)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattArticleIndex) index = khatt_article_index_new ();

  khatt_article_index_follow (index, snapshot);
  return khatt_article_spans_new (snapshot, khatt_snapshot_get_article_by_id (snapshot, article),
                                  khatt_article_index_get_slots (index, article));
}

static GArray *
make_spans (KhattTimeline *timeline)
{
  return make_spans_of (timeline, UI_SAMPLE_ARTICLE);
}

static glong
find_point (const char *part)
{
  const char *found = strstr (UI_SAMPLE_TEXT, part);

  g_assert_nonnull (found);
  return g_utf8_pointer_to_offset (UI_SAMPLE_TEXT, found);
}

static void
test_order (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GArray) spans = make_spans (timeline);

  /* Seven events and a quotation. */
  g_assert_cmpuint (spans->len, ==, UI_SAMPLE_N_EVENTS + 1);
  for (guint i = 1; i < spans->len; i++)
    g_assert_cmpint (g_array_index (spans, KhattArticleSpan, i - 1).first, <=,
                     g_array_index (spans, KhattArticleSpan, i).first);
}

static void
test_code_points (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GArray) spans = make_spans (timeline);
  const KhattArticleSpan *span =
      khatt_article_spans_find (spans, ui_sample_slot (timeline, UI_SAMPLE_MEETING));
  const char *start = g_utf8_offset_to_pointer (UI_SAMPLE_TEXT, span->first);

  g_assert_true (g_str_has_prefix (start, "والتقى يوم"));
  g_assert_cmpint (span->after - span->first, ==,
                   g_utf8_strlen ("والتقى يوم 6 أغسطس الجاري المبعوث الأمريكي في الكرملين", -1));
}

/* An event that was given a colour has it in its article too. */
static void
test_hue (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_MEETING);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
  g_autoptr (GArray) spans = NULL;

  event->color = g_strdup (khatt_hue_get_color (KHATT_HUE_PINK));
  khatt_timeline_change (timeline, slot, event);
  spans = make_spans (timeline);
  for (guint i = 0; i < spans->len; i++)
    {
      const KhattArticleSpan *span = &g_array_index (spans, KhattArticleSpan, i);

      g_assert_cmpint (span->hue, ==, span->slot == slot ? KHATT_HUE_PINK : KHATT_HUE_NONE);
    }
}

static void
test_pick (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GArray) spans = make_spans (timeline);
  const struct
  {
    const char *at;
    int event; /* -1: none */
  } cases[] = {
    { "هاتف الرئيس الروسي", UI_SAMPLE_CALL },
    { "وسلم لافروف", UI_SAMPLE_MESSAGE },
    { "زيارة إلى بكين", UI_SAMPLE_VISIT }, /* the shorter one, inside the message's */
    { "رسالة شفهية", UI_SAMPLE_MESSAGE },
    { "حلول بسيطة", UI_SAMPLE_CALL }, /* its quotation */
    { "كما هاتف", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattArticleSpan *span = khatt_article_spans_pick (spans, find_point (cases[i].at));

      if (cases[i].event < 0)
        g_assert_null (span);
      else
        g_assert_cmpuint (span->slot, ==, ui_sample_slot (timeline, cases[i].event));
    }
}

static void
test_ends (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GArray) spans = make_spans (timeline);
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_CALL_TOO);
  const KhattArticleSpan *span = khatt_article_spans_find (spans, slot);

  g_assert_null (khatt_article_spans_pick (spans, span->first - 1));
  g_assert_true (khatt_article_spans_pick (spans, span->first) == span);
  g_assert_true (khatt_article_spans_pick (spans, span->after - 1) == span);
  g_assert_null (khatt_article_spans_pick (spans, span->after));
}

static void
test_find (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GArray) spans = make_spans (timeline);
  const KhattArticleSpan *span =
      khatt_article_spans_find (spans, ui_sample_slot (timeline, UI_SAMPLE_CALL));

  g_assert_false (span->is_quotation);
  g_assert_cmpuint (span->kind, ==, KHATT_KIND_CALL);
  g_assert_null (khatt_article_spans_find (spans, KHATT_SLOT_NONE));
}

static void
test_dates (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GArray) spans = make_spans (timeline);
  const KhattArticleSpan *span =
      khatt_article_spans_find (spans, ui_sample_slot (timeline, UI_SAMPLE_CALL));

  g_assert_cmpint (span->date_first, ==, find_point (UI_SAMPLE_DATE_WORDS));
  g_assert_cmpint (span->date_after - span->date_first, ==,
                   g_utf8_strlen (UI_SAMPLE_DATE_WORDS, -1));
  span = khatt_article_spans_find (spans, ui_sample_slot (timeline, UI_SAMPLE_MEETING));
  g_assert_cmpint (span->date_first, ==, -1);
}

static void
test_levels (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GArray) spans = make_spans (timeline);

  g_assert_cmpuint (
      khatt_article_spans_find (spans, ui_sample_slot (timeline, UI_SAMPLE_VISIT))->level, ==, 0);
  g_assert_cmpuint (
      khatt_article_spans_find (spans, ui_sample_slot (timeline, UI_SAMPLE_MESSAGE))->level, ==, 1);
  g_assert_cmpuint (
      khatt_article_spans_find (spans, ui_sample_slot (timeline, UI_SAMPLE_MEETING))->level, ==, 0);
}

static void
test_status (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GArray) spans = make_spans (timeline);

  g_assert_cmpuint (
      khatt_article_spans_find (spans, ui_sample_slot (timeline, UI_SAMPLE_PLANNED))->status, ==,
      KHATT_STATUS_PLANNED);
}

static void
test_other_article (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new_with_two_articles ();
  g_autoptr (GArray) spans = make_spans_of (timeline, "a0");

  g_assert_cmpuint (spans->len, ==, 0);
  g_assert_null (khatt_article_spans_pick (spans, 0));
}

static void
test_unknown_span (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  g_autoptr (GArray) spans = NULL;

  event->id = g_strdup ("e99");
  khatt_event_data_add_source (event, UI_SAMPLE_ARTICLE)->span_first = -1;
  khatt_timeline_add (timeline, event);
  spans = make_spans (timeline);
  g_assert_null (khatt_article_spans_find (spans, khatt_timeline_find (timeline, "e99")));
  g_assert_cmpuint (spans->len, ==, UI_SAMPLE_N_EVENTS + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-spans/in-the-order-of-the-text", test_order);
  g_test_add_func ("/article-spans/count-code-points", test_code_points);
  g_test_add_func ("/article-spans/hue", test_hue);
  g_test_add_func ("/article-spans/the-shortest-is-picked", test_pick);
  g_test_add_func ("/article-spans/end-after-their-last-letter", test_ends);
  g_test_add_func ("/article-spans/the-event-before-its-quotations", test_find);
  g_test_add_func ("/article-spans/know-the-words-of-a-date", test_dates);
  g_test_add_func ("/article-spans/the-shorter-lies-nearer", test_levels);
  g_test_add_func ("/article-spans/know-what-is-planned", test_status);
  g_test_add_func ("/article-spans/only-of-their-article", test_other_article);
  g_test_add_func ("/article-spans/none-where-none-is-known", test_unknown_span);
  return g_test_run ();
}
