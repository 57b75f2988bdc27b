/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What an axis says and how it stands: mirrored, panned, with today; its cells; its ink. */

#include "axis-sample.h"

#include <math.h>
#include <string.h>

static void
test_what_is_written (void)
{
  static const struct
  {
    const char *language;
    double pixels_per_day;
    KhattAxisRow row;
    const char *expected;
  } cases[] = {
    { "en", 250, KHATT_AXIS_TIER_1, "August 2025|Safar 1447 AH" },
    { "en", 250, KHATT_AXIS_TIER_2, "Wednesday|6|Thursday|7|Friday|8|Saturday|9|Sunday|10" },
    { "en", 250, KHATT_AXIS_SECOND, "12 Safar|13 Safar|14 Safar|15 Safar|16 Safar" },
    { "en", 30, KHATT_AXIS_TIER_1, "July 2025|August 2025|Rabiʻ I 1447 AH" },
    { "en", 1000, KHATT_AXIS_TIER_2, "00:00|03:00|06:00|09:00|12:00|15:00|18:00|21:00" },
    { "en", 0.3, KHATT_AXIS_TIER_1, "2021|2022|2023|2024|2025|2026|2027|2028|2029" },
    { "en", 0.02, KHATT_AXIS_TIER_1, "1900 – 1999|2000 – 2099" },
  };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int direction = 0; direction < 2; direction++)
      {
        const KhattAxisParams params = axis_sample_params (
            cases[i].language, cases[i].pixels_per_day, AXIS_SAMPLE_NOON, direction);
        g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
        g_autofree char *texts = axis_sample_dup_texts (axis, cases[i].row);

        /* Beside each other in their language's order, whichever way time runs. */
        if (direction == KHATT_DIRECTION_LTR || strstr (cases[i].expected, "day") == NULL)
          g_assert_cmpstr (texts, ==, cases[i].expected);
        else
          g_assert_cmpstr (texts, ==, "6|Wednesday|7|Thursday|8|Friday|9|Saturday|10|Sunday");
      }
}

static void
test_arabic_digits_and_names (void)
{
  KhattAxisParams params = axis_sample_params ("ar", 250, AXIS_SAMPLE_NOON, KHATT_DIRECTION_RTL);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = NULL;
  g_autofree char *tier_1 = NULL;
  g_autofree char *tier_2 = NULL;

  params.words.digits = KHATT_DIGITS_ARABIC;
  params.words.months = KHATT_MONTHS_LEVANT;
  axis = khatt_axis_new (&params, shaper);
  tier_1 = axis_sample_dup_texts (axis, KHATT_AXIS_TIER_1);
  tier_2 = axis_sample_dup_texts (axis, KHATT_AXIS_TIER_2);
  g_assert_cmpstr (tier_1, ==, "آب ٢٠٢٥|صفر ١٤٤٧ هـ");
  g_assert_cmpstr (tier_2, ==, "الأربعاء|٦|الخميس|٧|الجمعة|٨|السبت|٩|الأحد|١٠");
}

static void
test_what_one_tier_says (void)
{
  static const struct
  {
    double pixels_per_day;
    const char *majors;
    const char *minors;
    const char *second;
  } cases[] = {
    { 100, "August 2025",
      "Tuesday|5|Wednesday|6|Thursday|7|Friday|8|Saturday|9|Sunday|10|Monday|11|Tuesday|12",
      "Safar 1447 AH|11 Safar|12 Safar|13 Safar|14 Safar|15 Safar|16 Safar|17 Safar|18 Safar|19 "
      "Safar" },
    { 1000, "Friday 8 August 2025", "06:00|09:00|12:00|15:00|18:00|21:00", "14 Safar 1447 AH" },
  };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattAxisParams params =
          axis_sample_params ("en", cases[i].pixels_per_day, AXIS_SAMPLE_NOON, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) axis = NULL;
      g_autofree char *majors = NULL;
      g_autofree char *minors = NULL;
      g_autofree char *second = NULL;

      params.has_one_tier = TRUE;
      axis = khatt_axis_new (&params, shaper);
      majors = axis_sample_dup_texts (axis, KHATT_AXIS_TIER_1);
      minors = axis_sample_dup_texts (axis, KHATT_AXIS_TIER_2);
      second = axis_sample_dup_texts (axis, KHATT_AXIS_SECOND);
      g_assert_cmpstr (majors, ==, cases[i].majors);
      g_assert_cmpstr (minors, ==, cases[i].minors);
      g_assert_cmpstr (second, ==, cases[i].second);
    }
}

/* Texts nearer than a name and its number are one: within, the order is the language's. */
static GArray *
list_merged_boxes (const KhattAxis *axis, KhattAxisRow row, gboolean is_mirrored)
{
  const double nearest = 6.01;
  g_autoptr (GPtrArray) texts = axis_sample_list (axis, row);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KhattXRange));

  for (guint i = 0; i < texts->len; i++)
    {
      const KhattAxisText *text = g_ptr_array_index (texts, is_mirrored ? texts->len - 1 - i : i);
      const double width = khatt_label_get_width (text->label);
      const KhattXRange box = {
        .x = is_mirrored ? 2 * 100 + AXIS_SAMPLE_WIDTH - text->x - width : text->x,
        .width = width,
      };
      KhattXRange *last =
          boxes->len > 0 ? &g_array_index (boxes, KhattXRange, boxes->len - 1) : NULL;

      if (last != NULL && box.x - last->x - last->width <= nearest)
        last->width = box.x + box.width - last->x;
      else
        g_array_append_val (boxes, box);
    }
  return boxes;
}

static void
test_mirrors (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (int i = 0; i < AXIS_SAMPLE_N_ZOOMS; i++)
    {
      const KhattAxisParams in_ltr =
          axis_sample_params ("ar", axis_sample_zoom (i), AXIS_SAMPLE_NOON, KHATT_DIRECTION_LTR);
      const KhattAxisParams in_rtl =
          axis_sample_params ("ar", axis_sample_zoom (i), AXIS_SAMPLE_NOON, KHATT_DIRECTION_RTL);
      g_autoptr (KhattAxis) ltr = khatt_axis_new (&in_ltr, shaper);
      g_autoptr (KhattAxis) rtl = khatt_axis_new (&in_rtl, shaper);

      g_assert_cmpuint (khatt_axis_get_n_cells (ltr), ==, khatt_axis_get_n_cells (rtl));
      for (guint j = 0; j < khatt_axis_get_n_cells (ltr); j++)
        g_assert_cmpfloat_with_epsilon (
            khatt_axis_get_cell (ltr, j)->boundary_x - 100,
            100 + AXIS_SAMPLE_WIDTH - khatt_axis_get_cell (rtl, j)->boundary_x, 0.001);
      for (int row = KHATT_AXIS_TIER_1; row <= KHATT_AXIS_SECOND; row++)
        {
          g_autoptr (GArray) a = list_merged_boxes (ltr, row, FALSE);
          g_autoptr (GArray) b = list_merged_boxes (rtl, row, TRUE);

          g_assert_cmpuint (a->len, ==, b->len);
          for (guint j = 0; j < a->len; j++)
            {
              const KhattXRange *box = &g_array_index (a, KhattXRange, j);
              const KhattXRange *mirrored = &g_array_index (b, KhattXRange, j);

              g_assert_cmpfloat_with_epsilon (box->x, mirrored->x, 0.01);
              g_assert_cmpfloat_with_epsilon (box->width, mirrored->width, 0.01);
            }
        }
    }
}

static gboolean
has_text_at (const KhattAxis *axis, const KhattAxisText *sought, double x)
{
  for (guint i = 0; i < khatt_axis_get_n_texts (axis); i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (axis, i);

      if (text->row == sought->row && fabs (text->x - x) < 0.01 &&
          g_str_equal (khatt_label_get_text (text->label), khatt_label_get_text (sought->label)))
        return TRUE;
    }
  return FALSE;
}

static void
test_panning_only_moves (void)
{
  const double pixels = 37;
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (int i = 0; i < AXIS_SAMPLE_N_ZOOMS; i++)
    {
      KhattAxisParams params =
          axis_sample_params ("ar", axis_sample_zoom (i), AXIS_SAMPLE_NOON, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) before = khatt_axis_new (&params, shaper);
      g_autoptr (KhattAxis) after = NULL;

      params.scale.origin += pixels / params.scale.pixels_per_second;
      after = khatt_axis_new (&params, shaper);
      for (guint j = 0; j < khatt_axis_get_n_texts (before); j++)
        {
          const KhattAxisText *text = khatt_axis_get_text (before, j);

          if (text->row != KHATT_AXIS_TIER_1 && text->x > 350 && text->x < 850 &&
              khatt_axis_get_cell_width (before) < 200)
            g_assert_true (has_text_at (after, text, text->x - pixels) ||
                           has_text_at (after, text, text->x - pixels - 1) ||
                           has_text_at (after, text, text->x - pixels + 1));
        }
    }
}

static void
test_today (void)
{
  static const struct
  {
    double pixels_per_day;
    const char *expected;
  } cases[] = {
    { 250, "Today|8" }, { 90, "Today|8" }, { 40, "8" }, { 13, "" }, { 500, "" },
  };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattAxisParams params =
          axis_sample_params ("en", cases[i].pixels_per_day, AXIS_SAMPLE_NOON, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) axis = NULL;
      g_autofree char *texts = NULL;
      double x;

      params.today = AXIS_SAMPLE_NOON;
      axis = khatt_axis_new (&params, shaper);
      texts = axis_sample_dup_texts (axis, KHATT_AXIS_TODAY);
      g_assert_cmpstr (texts, ==, cases[i].expected);
      g_assert_true (khatt_axis_get_today_x (axis, &x));
      g_assert_cmpfloat (x, ==, 100 + AXIS_SAMPLE_WIDTH / 2);
    }
}

static void
test_today_out_of_view (void)
{
  KhattAxisParams params = axis_sample_params ("en", 100, AXIS_SAMPLE_NOON, KHATT_DIRECTION_RTL);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) none = khatt_axis_new (&params, shaper);
  g_autoptr (KhattAxis) elsewhere = NULL;
  double x;

  g_assert_false (khatt_axis_get_today_x (none, &x));
  params.today = AXIS_SAMPLE_NOON + 30 * KHATT_SECONDS_PER_DAY;
  elsewhere = khatt_axis_new (&params, shaper);
  g_assert_false (khatt_axis_get_today_x (elsewhere, &x));
}

static void
test_before_our_era (void)
{
  const KhattAxisParams params =
      axis_sample_params ("en", 0.3, G_GINT64_CONSTANT (-62167219200), KHATT_DIRECTION_LTR);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
  g_autofree char *tier_1 = axis_sample_dup_texts (axis, KHATT_AXIS_TIER_1);

  g_assert_nonnull (strstr (tier_1, "3 BCE|2 BCE|1 BCE|1|2|3"));
}

static void
test_cells_for_the_plot (void)
{
  const KhattAxisParams params =
      axis_sample_params ("en", 100, AXIS_SAMPLE_NOON, KHATT_DIRECTION_RTL);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
  const KhattAxisCell *cell = khatt_axis_get_cell (axis, 1);

  g_assert_cmpint (khatt_axis_get_level (axis)->minor.unit, ==, KHATT_TICK_DAY);
  g_assert_cmpfloat_with_epsilon (khatt_axis_get_cell_width (axis), 100, 0.001);
  g_assert_cmpuint (khatt_axis_get_n_cells (axis), ==, 11);
  g_assert_cmpint (cell->tick.day, ==, 4);
  g_assert_cmpfloat (cell->boundary_x, ==, 100 + AXIS_SAMPLE_WIDTH - 50);
  g_assert_cmpfloat (cell->range.x, ==, 100 + AXIS_SAMPLE_WIDTH - 150);
  g_assert_cmpfloat (cell->range.width, ==, 100);
  g_assert_false (cell->is_major);
}

static void
test_paints (void)
{
  const KhattPalette *palette = khatt_palette_get (KHATT_STYLE_LIGHT);
  KhattAxisParams params = axis_sample_params ("ar", 100, AXIS_SAMPLE_NOON, KHATT_DIRECTION_RTL);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 100);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);
  g_autoptr (KhattAxis) axis = NULL;
  int n_today = 0, n_dark = 0, n_below = 0;

  params.today = AXIS_SAMPLE_NOON;
  axis = khatt_axis_new (&params, shaper);
  khatt_axis_paint (axis, palette, ink);
  khatt_axis_paint_today_line (axis, palette, ink, 100);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  const int stride = cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < 100; y++)
    for (int x = 0; x < 1200; x++)
      {
        const guint32 pixel = *(const guint32 *) (data + y * stride + 4 * x) & 0xffffff;

        n_today += pixel == 0xc01c28 && y < 78;
        n_below += pixel == 0xc01c28 && y >= 78;
        n_dark += pixel != 0 && (pixel & 0xff) < 0x60 && (pixel >> 16) < 0x60;
      }
  cairo_surface_destroy (surface);
  g_assert_cmpint (n_today, >, 500);
  g_assert_cmpint (n_below, >=, 2 * 22);
  g_assert_cmpint (n_dark, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis/what-is-written", test_what_is_written);
  g_test_add_func ("/axis/arabic-digits-and-names", test_arabic_digits_and_names);
  g_test_add_func ("/axis/what-one-tier-says", test_what_one_tier_says);
  g_test_add_func ("/axis/mirrors", test_mirrors);
  g_test_add_func ("/axis/panning-only-moves", test_panning_only_moves);
  g_test_add_func ("/axis/today", test_today);
  g_test_add_func ("/axis/today-out-of-view", test_today_out_of_view);
  g_test_add_func ("/axis/before-our-era", test_before_our_era);
  g_test_add_func ("/axis/cells-for-the-plot", test_cells_for_the_plot);
  g_test_add_func ("/axis/paints", test_paints);
  return g_test_run ();
}
