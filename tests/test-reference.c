/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Khatt draws, against pictures that a person looked at: each style, kind, status, form of
 * date, direction and calendar. After a change that is meant to show,
 *
 *   meson test -C build reference --test-args=--update
 *
 * makes the pictures anew, and the sheet of all of them that CONTRIBUTING.md shows. */

#include "draw-sample.h"
#include "picture-files.h"

#include "khatt-painter.h"

#define WIDTH 480
#define FIRST_DAY 5
#define N_ACTORS 6
#define SHEET_COLUMNS 3
#define SHEET_GAP 18
#define SHEET_CAPTION 24
#define MOST_MEAN_DIFFERENCE 0.6 /* of 255, over all pixels */
#define MOST_FAR_SHARE 0.002     /* of pixels */

static const char dates[] = "statement happened 2025-08-07 | On a day speaker\n"
                            "statement happened [..2025-08-07] | Before speaker\n"
                            "statement happened [2025-08-07..] | After speaker\n"
                            "statement happened [2025-08-06..2025-08-08] | One of speaker\n"
                            "statement happened 2025-08-07~ | About speaker\n"
                            "statement happened 2025-08-07? | Uncertain speaker\n"
                            "meeting happened 2025-08-06/2025-08-08 | It lasted participant\n"
                            "meeting happened 2025-08-06/.. | Ongoing participant\n"
                            "meeting planned [2025-08-07..] | Planned after participant\n";

static const char parties[] =
    "call happened 2025-08-05 | Caller initiator | Called recipient\n"
    "meeting happened 2025-08-06 | Caller participant | Guest participant\n"
    "message happened 2025-08-07 | Caller sender | Called bearer | Guest addressee\n"
    "visit planned 2025-08-08 | Guest visitor | Caller host\n"
    "offer happened 2025-08-09 | Called initiator | Caller recipient | Guest recipient\n"
    "meeting proposed [2025-08-09..] | Caller participant | Called participant\n"
    "call cancelled 2025-08-10 | Guest initiator | Caller recipient\n";

static const char colors[] =
    "call=#b34a00 happened 2025-08-05 | Caller initiator | Called recipient\n"
    "meeting=#0072b2 happened 2025-08-06/2025-08-08 | Caller participant | Guest participant\n"
    "visit=#3d27a1 planned 2025-08-08 | Guest visitor | Caller host\n"
    "statement=teal happened [..2025-08-09] | Called speaker\n"
    "offer=#888 proposed 2025-08-09 | Called initiator | Guest recipient\n"
    "message=#ff69b4 cancelled 2025-08-10 | Guest sender | Caller recipient\n"
    "call happened 2025-08-10 | Called initiator | Caller recipient\n";

static const char talks[] =
    "call happened 2025-08-05 Trade and the new bridge | Caller initiator | "
    "Called recipient | \"Caller: We will open it before winter.\n"
    "statement cancelled 2025-08-05 Broadcast speech | Host speaker\n"
    "announcement planned 2025-08-05 محادثات بشأن الحدود الشمالية والمياه المشتركة | Guest speaker "
    "| \"Guest: نبحث كل شيء\n";

static const char one[] = "statement happened 2025-08-07 | Speaker speaker\n";

typedef struct
{
  const char *name;
  const char *events; /* NULL: every kind in every status, a day a status */
  guint n_events;     /* made up, in place of `events` */
  const char *first;
  const char *after;
  KhattLanesBy lanes_by;
  KhattDirection direction;
  KhattStyle style;
  KhattCalendar calendar;
  gboolean is_arabic;
  gboolean is_narrow;
  const KhattLaneSettings *lanes;
  gboolean has_cards;
  gboolean is_low;
} Scene;

#define LTR KHATT_DIRECTION_LTR
#define RTL KHATT_DIRECTION_RTL
#define ACTORS KHATT_LANES_ACTORS
#define NONE KHATT_CALENDAR_NONE
#define UMALQURA KHATT_CALENDAR_UMALQURA
#define PERSIAN KHATT_CALENDAR_PERSIAN
#define LIGHT KHATT_STYLE_LIGHT
#define WEEK "2025-08-05", "2025-08-11"

static const KhattLaneSettings decided = { {
    [KHATT_LANE_PINNED] = (const char *const[]){ "Guest", NULL },
    [KHATT_LANE_COLLAPSED] = (const char *const[]){ "Called", NULL },
} };

static const Scene scenes[] = {
  { "kinds-ltr", NULL, 0, "2025-08-05", "2025-08-10", KHATT_LANES_KINDS, LTR, LIGHT, NONE },
  { "kinds-rtl", NULL, 0, "2025-08-05", "2025-08-10", KHATT_LANES_KINDS, RTL, LIGHT, NONE, TRUE },
  { "kinds-print", NULL, 0, "2025-08-05", "2025-08-10", KHATT_LANES_KINDS, LTR, KHATT_STYLE_PRINT,
    NONE },
  { "dates-ltr", dates, 0, WEEK, ACTORS, LTR, LIGHT, NONE },
  { "dates-rtl", dates, 0, WEEK, ACTORS, RTL, LIGHT, NONE, TRUE },
  { "dates-high-contrast", dates, 0, WEEK, ACTORS, LTR, KHATT_STYLE_HIGH_CONTRAST_LIGHT, NONE },
  { "parties-light", parties, 0, WEEK, ACTORS, LTR, LIGHT, NONE },
  { "parties-dark", parties, 0, WEEK, ACTORS, LTR, KHATT_STYLE_DARK, NONE },
  { "parties-print", parties, 0, WEEK, ACTORS, LTR, KHATT_STYLE_PRINT, NONE },
  { "parties-high-contrast-light", parties, 0, WEEK, ACTORS, RTL, KHATT_STYLE_HIGH_CONTRAST_LIGHT,
    NONE, TRUE },
  { "parties-high-contrast-dark", parties, 0, WEEK, ACTORS, RTL, KHATT_STYLE_HIGH_CONTRAST_DARK,
    NONE, TRUE },
  { "parties-narrow", parties, 0, WEEK, ACTORS, RTL, LIGHT, NONE, TRUE, TRUE },
  { "parties-low", parties, 0, WEEK, ACTORS, RTL, LIGHT, UMALQURA, TRUE, TRUE, .is_low = TRUE },
  { "parties-lanes", parties, 0, WEEK, ACTORS, LTR, LIGHT, NONE, FALSE, FALSE, &decided },
  { "colors-light", colors, 0, WEEK, ACTORS, LTR, LIGHT, NONE },
  { "colors-dark", colors, 0, WEEK, ACTORS, RTL, KHATT_STYLE_DARK, NONE, TRUE },
  { "days-umalqura", one, 0, WEEK, ACTORS, RTL, LIGHT, UMALQURA, TRUE },
  { "days-persian", one, 0, WEEK, ACTORS, LTR, LIGHT, PERSIAN },
  { "days-none", one, 0, WEEK, ACTORS, LTR, LIGHT, NONE },
  { "hours-umalqura", one, 0, "2025-08-07", "2025-08-08", ACTORS, LTR, LIGHT, UMALQURA },
  { "months-umalqura", one, 0, "2025-01", "2026-01", ACTORS, RTL, LIGHT, UMALQURA, TRUE },
  { "years-persian", one, 0, "1990", "2030", ACTORS, LTR, LIGHT, PERSIAN },
  { "centuries-umalqura", one, 0, "-0400", "2026", ACTORS, LTR, LIGHT, UMALQURA },
  { "cards-light", talks, 0, "2025-08-05", "2025-08-07", ACTORS, LTR, LIGHT, NONE,
    .has_cards = TRUE },
  { "cards-dark", talks, 0, "2025-08-05", "2025-08-07", ACTORS, RTL, KHATT_STYLE_DARK, NONE, TRUE,
    .has_cards = TRUE },
  { "cards-high-contrast", talks, 0, "2025-08-05", "2025-08-07", ACTORS, LTR,
    KHATT_STYLE_HIGH_CONTRAST_LIGHT, NONE, .has_cards = TRUE },
  { "clusters", NULL, 600, "2020", "2024", ACTORS, LTR, LIGHT, NONE },
  { "crowds", NULL, 30000, "2009-03-01", "2009-04-15", ACTORS, LTR, LIGHT, NONE },
  { "ribbons", NULL, 20000, "1995", "2025", ACTORS, RTL, KHATT_STYLE_DARK, UMALQURA, TRUE },
};

static gboolean updates;

static char *
dup_kinds (void)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    for (guint status = 0; status < KHATT_N_STATUSES; status++)
      g_string_append_printf (text, "%s %s 2025-08-%02u | A speaker\n", khatt_kind_get_name (kind),
                              khatt_status_get_name (status), FIRST_DAY + status);
  return g_string_free (text, FALSE);
}

static KhattTimeline *
make_timeline (const Scene *scene)
{
  g_autofree char *kinds = dup_kinds ();

  return scene->n_events > 0
             ? draw_sample_new_many (scene->n_events, N_ACTORS)
             : draw_sample_new_from_text (scene->events != NULL ? scene->events : kinds);
}

static KhattArrangement *
arrange (KhattTimeline *timeline, const Scene *scene)
{
  const KhattArrangementParams params = { scene->lanes_by, NULL, NULL, scene->lanes };
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_arrangement_new_with (snapshot, &params, NULL);
}

static cairo_surface_t *
draw_picture (const Scene *scene)
{
  g_auto (DrawScene) drawn = draw_scene_make (make_timeline (scene), scene->direction);
  g_autoptr (KhattLayout) layout = NULL;
  g_autoptr (KhattInk) ink = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_clear_pointer (&drawn.arrangement, khatt_arrangement_unref);
  drawn.arrangement = arrange (drawn.timeline, scene);
  drawn.params = draw_sample_params (scene->direction, scene->is_arabic);
  drawn.params.width = WIDTH;
  drawn.params.height = 0;
  drawn.params.is_narrow = scene->is_narrow;
  drawn.params.is_low = scene->is_low;
  drawn.params.has_cards = scene->has_cards;
  drawn.params.second_calendar = scene->calendar;
  drawn.params.today = draw_sample_day (2025, 8, 10);
  draw_scene_show_days (&drawn, scene->first, scene->after);
  layout = draw_scene_lay_out (&drawn);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH,
                                        (int) khatt_layout_get_params (layout)->height);
  cr = cairo_create (surface);
  ink = khatt_ink_new (cr, KHATT_INK_PIXELS, drawn.shaper);
  khatt_painter_paint (layout, khatt_palette_get (scene->style), ink);
  cairo_destroy (cr);
  return surface;
}

static char *
make_file_name (const Scene *scene)
{
  g_autofree char *base = g_strconcat (scene->name, ".png", NULL);

  return g_test_build_filename (G_TEST_DIST, "data", "reference", base, NULL);
}

/* What was drawn stays where it can be looked at. */
static void
assert_same (const Scene *scene, cairo_surface_t *drawn)
{
  g_autofree char *file = make_file_name (scene);
  g_autofree char *base = g_strconcat ("reference-", scene->name, ".png", NULL);
  g_autofree char *out = g_test_build_filename (G_TEST_BUILT, base, NULL);
  cairo_surface_t *expected = load_png (file);
  double mean = 0, share = 0;

  cairo_surface_write_to_png (drawn, out);
  compare_pictures (expected, drawn, &mean, &share);
  cairo_surface_destroy (expected);
  g_test_message ("mean difference %.3f, far %.5f; drawn: %s", mean, share, out);
  g_assert_cmpfloat (mean, <=, MOST_MEAN_DIFFERENCE);
  g_assert_cmpfloat (share, <=, MOST_FAR_SHARE);
  g_remove (out);
}

static void
test_scene (gconstpointer data)
{
  const Scene *scene = data;
  cairo_surface_t *drawn = draw_picture (scene);

  if (updates)
    {
      g_autofree char *file = make_file_name (scene);

      g_assert_cmpint (cairo_surface_write_to_png (drawn, file), ==, CAIRO_STATUS_SUCCESS);
    }
  else
    assert_same (scene, drawn);
  cairo_surface_destroy (drawn);
}

static void
show_caption (cairo_t *cr, const char *text, double x, double y)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);
  const KhattTypeface face = { .size = 13, .weight = 700 };
  const KhattLabel *label = khatt_shaper_shape (shaper, text, &face, -1, LTR);

  khatt_ink_show_label (ink, label, x, y, KHATT_ALIGN_LEAST, &khatt_palette_get (LIGHT)->text,
                        NULL);
}

/* Row by row, each picture below its name. Returns the height of all; draws where `cr` is given. */
static int
draw_sheet (cairo_t *cr)
{
  int y = SHEET_GAP;
  int row_height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      const int x = SHEET_GAP + (int) (i % SHEET_COLUMNS) * (WIDTH + SHEET_GAP);
      cairo_surface_t *picture = draw_picture (&scenes[i]);

      if (i % SHEET_COLUMNS == 0)
        {
          y += row_height;
          row_height = 0;
        }
      row_height =
          MAX (row_height, SHEET_CAPTION + SHEET_GAP + cairo_image_surface_get_height (picture));
      if (cr != NULL)
        {
          show_caption (cr, scenes[i].name, x, y + SHEET_CAPTION / 2.0);
          cairo_set_source_surface (cr, picture, x, y + SHEET_CAPTION);
          cairo_paint (cr);
        }
      cairo_surface_destroy (picture);
    }
  return y + row_height;
}

/* All of them on one page, for those who read the code for the first time. */
static void
update_sheet (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "reference.png", NULL);
  const int width = SHEET_GAP + SHEET_COLUMNS * (WIDTH + SHEET_GAP);
  cairo_surface_t *sheet =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, draw_sheet (NULL));
  cairo_t *cr = cairo_create (sheet);

  cairo_set_source_rgb (cr, 0.93, 0.93, 0.94);
  cairo_paint (cr);
  draw_sheet (cr);
  g_assert_cmpint (cairo_surface_write_to_png (sheet, file), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (sheet);
}

int
main (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    updates = updates || g_str_equal (argv[i], "--update");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autofree char *path = g_strconcat ("/reference/", scenes[i].name, NULL);

      g_test_add_data_func (path, &scenes[i], test_scene);
    }
  if (updates)
    g_test_add_func ("/reference/sheet", update_sheet);

  return g_test_run ();
}
