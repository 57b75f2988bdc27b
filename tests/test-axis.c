/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-axis.h"
#include "khatt-date.h"
#include "khatt-words.h"

#include <math.h>

#define N_ZOOMS 200
#define WIDTH 1000

/* Noon of 8 August 2025, a Friday, 14 Safar 1447. */
#define NOON G_GINT64_CONSTANT (1754654400)

static KhattAxisParams
make_params (const char *language, double pixels_per_day, gint64 middle, KhattDirection direction)
{
  const double pixels_per_second = pixels_per_day / KHATT_SECONDS_PER_DAY;

  return (KhattAxisParams){
    .scale = {
      .origin = (double) middle - WIDTH / 2 / pixels_per_second,
      .pixels_per_second = pixels_per_second,
      .start = 100,
      .width = WIDTH,
      .direction = direction,
    },
    .y = 10,
    .text_scale = 1,
    .words = khatt_words_for_language (language),
    .second_calendar = KHATT_CALENDAR_UMALQURA,
    .region = "ar_EG",
    .today = KHATT_TIME_MIN,
    .today_word = g_str_equal (language, "ar") ? "اليوم" : "Today",
  };
}

/* From 35 pixels a minute to 1 000 years a pixel. */
static double
get_zoom (int i)
{
  return 50000 * pow (1.1235, -i);
}

static char *
dup_texts (const KhattAxis *axis, KhattAxisRow row)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < khatt_axis_get_n_texts (axis); i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (axis, i);

      if (text->row == row)
        g_string_append_printf (texts, "%s%s", texts->len > 0 ? "|" : "",
                                khatt_label_get_text (text->label));
    }
  return g_string_free (texts, FALSE);
}

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
        const KhattAxisParams params =
            make_params (cases[i].language, cases[i].pixels_per_day, NOON, direction);
        g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
        g_autofree char *texts = dup_texts (axis, cases[i].row);

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
  KhattAxisParams params = make_params ("ar", 250, NOON, KHATT_DIRECTION_RTL);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = NULL;
  g_autofree char *tier_1 = NULL;
  g_autofree char *tier_2 = NULL;

  params.words.digits = KHATT_DIGITS_ARABIC;
  params.words.months = KHATT_MONTHS_LEVANT;
  axis = khatt_axis_new (&params, shaper);
  tier_1 = dup_texts (axis, KHATT_AXIS_TIER_1);
  tier_2 = dup_texts (axis, KHATT_AXIS_TIER_2);
  g_assert_cmpstr (tier_1, ==, "آب ٢٠٢٥|صفر ١٤٤٧ هـ");
  g_assert_cmpstr (tier_2, ==, "الأربعاء|٦|الخميس|٧|الجمعة|٨|السبت|٩|الأحد|١٠");
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  const KhattAxisText *const *first = a;
  const KhattAxisText *const *second = b;

  return ((*first)->x > (*second)->x) - ((*first)->x < (*second)->x);
}

static GPtrArray *
list_row (const KhattAxis *axis, KhattAxisRow row)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < khatt_axis_get_n_texts (axis); i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (axis, i);

      /* Today's pill stands in tier 2. */
      if (text->row == row || (row == KHATT_AXIS_TIER_2 && text->row == KHATT_AXIS_TODAY))
        g_ptr_array_add (texts, (gpointer) text);
    }
  g_ptr_array_sort (texts, compare_texts);
  return texts;
}

static void
assert_apart (GPtrArray *texts)
{
  double end = 100;

  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    {
      const KhattAxisText *text = g_ptr_array_index (texts, i);

      g_assert_cmpfloat (text->x, >=, end - 0.001);
      end = text->x + khatt_label_get_width (text->label);
    }
  g_assert_cmpfloat (end, <=, 100 + WIDTH + 0.001);
}

/* Nothing stands on a line, be it a text of a tier or of the second calendar. */
static void
assert_no_line_crosses (const KhattAxis *axis)
{
  for (guint i = 0; i < khatt_axis_get_n_texts (axis); i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (axis, i);
      const double end = text->x + khatt_label_get_width (text->label);

      for (guint j = 0; j < khatt_axis_get_n_lines (axis); j++)
        {
          const KhattAxisLine *line = khatt_axis_get_line (axis, j);

          g_assert_false (line->x > text->x - 1 && line->x < end + 1 &&
                          text->baseline > line->top && text->baseline < line->bottom);
        }
    }
}

static void
assert_apart_and_inside (const KhattAxis *axis)
{
  for (int row = KHATT_AXIS_TIER_1; row <= KHATT_AXIS_SECOND; row++)
    {
      g_autoptr (GPtrArray) texts = list_row (axis, row);

      assert_apart (texts);
    }
}

static void
check_zooms (const char *language, KhattCalendar second_calendar, gint64 middle)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (int i = 0; i < N_ZOOMS; i++)
    {
      KhattAxisParams params = make_params (language, get_zoom (i), middle, i % 2);
      g_autoptr (KhattAxis) axis = NULL;

      params.second_calendar = second_calendar;
      params.today = middle + KHATT_SECONDS_PER_DAY;
      params.text_scale = i % 3 == 2 ? 1.5 : 1;
      axis = khatt_axis_new (&params, shaper);
      assert_apart_and_inside (axis);
      assert_no_line_crosses (axis);
    }
}

static void
test_nothing_overlaps_in_arabic (void)
{
  check_zooms ("ar", KHATT_CALENDAR_UMALQURA, NOON);
}

static void
test_nothing_overlaps_in_english (void)
{
  check_zooms ("en", KHATT_CALENDAR_PERSIAN, NOON);
  check_zooms ("en", KHATT_CALENDAR_HEBREW, NOON);
}

static void
test_nothing_overlaps_before_our_era (void)
{
  check_zooms ("en", KHATT_CALENDAR_UMALQURA, G_GINT64_CONSTANT (-62150000000));
}

static void
test_nothing_overlaps_far_away (void)
{
  const gint64 year_5000_bce = G_GINT64_CONSTANT (-219929000000);
  const gint64 year_9999 = G_GINT64_CONSTANT (253380000000);

  check_zooms ("ar", KHATT_CALENDAR_PERSIAN, year_5000_bce);
  check_zooms ("en", KHATT_CALENDAR_UMALQURA, year_9999);
}

/* All that stands in the only tier. */
static GPtrArray *
list_only_tier (const KhattAxis *axis)
{
  g_autoptr (GPtrArray) majors = list_row (axis, KHATT_AXIS_TIER_1);
  GPtrArray *texts = list_row (axis, KHATT_AXIS_TIER_2);

  g_ptr_array_extend (texts, majors, NULL, NULL);
  return texts;
}

static void
test_one_tier_holds_both (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (int i = 0; i < 2 * N_ZOOMS; i++)
    {
      KhattAxisParams params =
          make_params (i % 4 < 2 ? "ar" : "en", get_zoom (i / 2), NOON, (KhattDirection) (i % 2));
      g_autoptr (KhattAxis) axis = NULL;
      g_autoptr (GPtrArray) tier = NULL;
      g_autoptr (GPtrArray) second = NULL;

      params.has_one_tier = TRUE;
      params.today = NOON;
      axis = khatt_axis_new (&params, shaper);
      tier = list_only_tier (axis);
      second = list_row (axis, KHATT_AXIS_SECOND);
      g_assert_cmpfloat (khatt_axis_get_rect (axis).height, ==, 42);
      g_assert_cmpuint (tier->len, >, 0);
      assert_apart (tier);
      assert_apart (second);
      assert_no_line_crosses (axis);
    }
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
          make_params ("en", cases[i].pixels_per_day, NOON, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) axis = NULL;
      g_autofree char *majors = NULL;
      g_autofree char *minors = NULL;
      g_autofree char *second = NULL;

      params.has_one_tier = TRUE;
      axis = khatt_axis_new (&params, shaper);
      majors = dup_texts (axis, KHATT_AXIS_TIER_1);
      minors = dup_texts (axis, KHATT_AXIS_TIER_2);
      second = dup_texts (axis, KHATT_AXIS_SECOND);
      g_assert_cmpstr (majors, ==, cases[i].majors);
      g_assert_cmpstr (minors, ==, cases[i].minors);
      g_assert_cmpstr (second, ==, cases[i].second);
    }
}

static void
test_every_zoom_names_its_time (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (int i = 0; i < N_ZOOMS; i++)
    {
      const KhattAxisParams params = make_params ("ar", get_zoom (i), NOON, KHATT_DIRECTION_RTL);
      g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
      g_autoptr (GPtrArray) tier_1 = list_row (axis, KHATT_AXIS_TIER_1);

      g_assert_cmpuint (tier_1->len, >=, 1);
      g_assert_cmpuint (khatt_axis_get_n_cells (axis), >=, 1);
    }
}

/* Texts nearer than a name and its number are one: within, the order is the language's. */
static GArray *
list_merged_boxes (const KhattAxis *axis, KhattAxisRow row, gboolean is_mirrored)
{
  const double nearest = 6.01;
  g_autoptr (GPtrArray) texts = list_row (axis, row);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KhattXRange));

  for (guint i = 0; i < texts->len; i++)
    {
      const KhattAxisText *text = g_ptr_array_index (texts, is_mirrored ? texts->len - 1 - i : i);
      const double width = khatt_label_get_width (text->label);
      const KhattXRange box = {
        .x = is_mirrored ? 2 * 100 + WIDTH - text->x - width : text->x,
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

  for (int i = 0; i < N_ZOOMS; i++)
    {
      const KhattAxisParams in_ltr = make_params ("ar", get_zoom (i), NOON, KHATT_DIRECTION_LTR);
      const KhattAxisParams in_rtl = make_params ("ar", get_zoom (i), NOON, KHATT_DIRECTION_RTL);
      g_autoptr (KhattAxis) ltr = khatt_axis_new (&in_ltr, shaper);
      g_autoptr (KhattAxis) rtl = khatt_axis_new (&in_rtl, shaper);

      g_assert_cmpuint (khatt_axis_get_n_cells (ltr), ==, khatt_axis_get_n_cells (rtl));
      for (guint j = 0; j < khatt_axis_get_n_cells (ltr); j++)
        g_assert_cmpfloat_with_epsilon (khatt_axis_get_cell (ltr, j)->boundary_x - 100,
                                        100 + WIDTH - khatt_axis_get_cell (rtl, j)->boundary_x,
                                        0.001);
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

  for (int i = 0; i < N_ZOOMS; i++)
    {
      KhattAxisParams params = make_params ("ar", get_zoom (i), NOON, KHATT_DIRECTION_LTR);
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
test_weekends (void)
{
  static const struct
  {
    const char *region;
    double pixels_per_day;
    guint n_bands;
  } cases[] = {
    { "ar_EG", 100, 1 }, { "en_US", 100, 2 }, { "ar_EG", 6, 24 },
    { "ar_EG", 5.9, 0 }, { NULL, 100, 0 },
  };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattAxisParams params =
          make_params ("en", cases[i].pixels_per_day, NOON, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) axis = NULL;

      params.region = cases[i].region;
      axis = khatt_axis_new (&params, shaper);
      g_assert_cmpuint (khatt_axis_get_n_bands (axis), ==, cases[i].n_bands);
    }
}

static void
test_weekend_is_where_it_should_be (void)
{
  KhattAxisParams params = make_params ("en", 100, NOON, KHATT_DIRECTION_LTR);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) egypt = khatt_axis_new (&params, shaper);
  g_autoptr (KhattAxis) america = NULL;

  /* The view begins at midnight of 3 August, 12:00; Friday the 8th begins 450 pixels later. */
  g_assert_cmpuint (khatt_axis_get_n_bands (egypt), ==, 1);
  g_assert_cmpfloat (khatt_axis_get_band (egypt, 0)->x, ==, 100 + 450);
  g_assert_cmpfloat (khatt_axis_get_band (egypt, 0)->width, ==, 200);
  params.region = "en_US";
  america = khatt_axis_new (&params, shaper);
  g_assert_cmpuint (khatt_axis_get_n_bands (america), ==, 2);
  g_assert_cmpfloat (khatt_axis_get_band (america, 0)->x, ==, 100 - 50);
  g_assert_cmpfloat (khatt_axis_get_band (america, 1)->x, ==, 100 + 550);
}

static void
test_eras_alternate (void)
{
  static const struct
  {
    double pixels_per_day;
    int step; /* years; 0: no bands */
  } cases[] = {
    { 5.9, 0 },    { 0.66, 0 },    { 0.65, 1 },       { 0.1, 1 },         { 0.098, 10 },
    { 0.018, 10 }, { 0.009, 100 }, { 0.00095, 1000 }, { 0.00009, 10000 },
  };
  static const gint64 middles[] = { NOON, G_GINT64_CONSTANT (-62167219200) };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (middles); i++)
    {
      const double pixels_per_day = cases[i / 2].pixels_per_day;
      const KhattAxisParams params = make_params ("en", pixels_per_day, middles[i % 2], i % 4 < 2);
      const double width = cases[i / 2].step * 365.2425 * pixels_per_day;
      g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
      const guint n_bands = khatt_axis_get_n_bands (axis);

      g_assert_cmpuint (n_bands > 0, ==, cases[i / 2].step > 0);
      for (guint j = 0; j < n_bands; j++)
        {
          const KhattXRange *band = khatt_axis_get_band (axis, j);

          /* The first era has no year 0: the first decade is a year shorter. */
          g_assert_cmpfloat_with_epsilon (band->width, width, width / 9 + 2);
          if (j > 0)
            g_assert_cmpfloat_with_epsilon (fabs (band->x - khatt_axis_get_band (axis, j - 1)->x),
                                            2 * width, width / 9 + 2);
        }
    }
}

static gboolean
is_in_band (const KhattAxis *axis, double x)
{
  for (guint i = 0; i < khatt_axis_get_n_bands (axis); i++)
    {
      const KhattXRange *band = khatt_axis_get_band (axis, i);

      if (x > band->x && x < band->x + band->width)
        return TRUE;
    }
  return FALSE;
}

/* Whatever part of time is in view, the same years are bands. */
static void
test_eras_stay_in_their_years (void)
{
  static const gint64 middles[] = { NOON, NOON + 500 * KHATT_SECONDS_PER_DAY,
                                    G_GINT64_CONSTANT (-62167219200) };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (middles); i++)
    {
      const KhattAxisParams params = make_params ("en", 0.3, middles[i], KHATT_DIRECTION_RTL);
      g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);

      for (guint j = 0; j < khatt_axis_get_n_cells (axis); j++)
        {
          const KhattAxisCell *cell = khatt_axis_get_cell (axis, j);

          g_assert_cmpint (is_in_band (axis, cell->range.x + cell->range.width / 2), ==,
                           cell->tick.year % 2 != 0);
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
          make_params ("en", cases[i].pixels_per_day, NOON, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) axis = NULL;
      g_autofree char *texts = NULL;
      double x;

      params.today = NOON;
      axis = khatt_axis_new (&params, shaper);
      texts = dup_texts (axis, KHATT_AXIS_TODAY);
      g_assert_cmpstr (texts, ==, cases[i].expected);
      g_assert_true (khatt_axis_get_today_x (axis, &x));
      g_assert_cmpfloat (x, ==, 100 + WIDTH / 2);
    }
}

static void
test_today_out_of_view (void)
{
  KhattAxisParams params = make_params ("en", 100, NOON, KHATT_DIRECTION_RTL);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) none = khatt_axis_new (&params, shaper);
  g_autoptr (KhattAxis) elsewhere = NULL;
  double x;

  g_assert_false (khatt_axis_get_today_x (none, &x));
  params.today = NOON + 30 * KHATT_SECONDS_PER_DAY;
  elsewhere = khatt_axis_new (&params, shaper);
  g_assert_false (khatt_axis_get_today_x (elsewhere, &x));
}

/* Umm al-Qura is tabulated from 1300 to 1600 AH: 1882 to 2174. */
static void
test_outside_the_table (void)
{
  static const struct
  {
    double pixels_per_day;
    const char *expected;
  } cases[] = {
    { 250, "–|–|–|–|–" },
    { 2, "–|–" },
    { 0.3, "–|–|–|–|–|–|–|–|–|–" },
  };
  const gint64 year_1500 = G_GINT64_CONSTANT (-14825000000);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattAxisParams params =
          make_params ("en", cases[i].pixels_per_day, year_1500, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
      g_autofree char *second = dup_texts (axis, KHATT_AXIS_SECOND);
      g_autofree char *tier_1 = dup_texts (axis, KHATT_AXIS_TIER_1);

      g_assert_cmpstr (second, ==, cases[i].expected);
      g_assert_null (strstr (tier_1, "AH"));
    }
}

static void
test_second_calendar_has_its_own_months (void)
{
  const KhattAxisParams params = make_params ("en", 8, NOON, KHATT_DIRECTION_LTR);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
  g_autofree char *texts = dup_texts (axis, KHATT_AXIS_SECOND);

  g_assert_cmpstr (texts, ==, "Dhuʻl-Hijjah|Muharram|Safar|Rabiʻ I|Rabiʻ II");
}

static void
test_hebrew_months (void)
{
  static const struct
  {
    gint64 middle; /* May of a leap year, and of a common one */
    const char *expected;
  } cases[] = {
    { G_GINT64_CONSTANT (1714521600),
      "Tevet|Shevat|Adar I|Adar II|Nisan|Iyar|Sivan|Tamuz|Av|Elul" },
    { G_GINT64_CONSTANT (1746057600), "Tevet|Shevat|Adar|Nisan|Iyar|Sivan|Tamuz|Av|Elul" },
  };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattAxisParams params = make_params ("en", 3.5, cases[i].middle, KHATT_DIRECTION_RTL);
      g_autoptr (KhattAxis) axis = NULL;
      g_autofree char *second = NULL;

      params.second_calendar = KHATT_CALENDAR_HEBREW;
      axis = khatt_axis_new (&params, shaper);
      second = dup_texts (axis, KHATT_AXIS_SECOND);
      g_assert_nonnull (strstr (second, cases[i].expected));
    }
}

static void
test_no_second_calendar (void)
{
  KhattAxisParams params = make_params ("en", 100, NOON, KHATT_DIRECTION_LTR);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = NULL;
  g_autofree char *second = NULL;
  g_autofree char *tier_1 = NULL;

  params.second_calendar = KHATT_CALENDAR_NONE;
  axis = khatt_axis_new (&params, shaper);
  second = dup_texts (axis, KHATT_AXIS_SECOND);
  tier_1 = dup_texts (axis, KHATT_AXIS_TIER_1);
  g_assert_cmpstr (second, ==, "");
  g_assert_cmpstr (tier_1, ==, "August 2025");
  g_assert_cmpfloat (khatt_axis_get_rect (axis).height, ==, 46);
  g_assert_cmpfloat (khatt_axis_measure_height (KHATT_CALENDAR_PERSIAN, FALSE, 1), ==, 68);
  g_assert_cmpfloat (khatt_axis_measure_height (KHATT_CALENDAR_PERSIAN, FALSE, 1.5), ==, 102);
  g_assert_cmpfloat (khatt_axis_measure_height (KHATT_CALENDAR_NONE, TRUE, 1), ==, 20);
  g_assert_cmpfloat (khatt_axis_measure_height (KHATT_CALENDAR_PERSIAN, TRUE, 1), ==, 42);
}

static void
test_before_our_era (void)
{
  const KhattAxisParams params =
      make_params ("en", 0.3, G_GINT64_CONSTANT (-62167219200), KHATT_DIRECTION_LTR);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
  g_autofree char *tier_1 = dup_texts (axis, KHATT_AXIS_TIER_1);

  g_assert_nonnull (strstr (tier_1, "3 BCE|2 BCE|1 BCE|1|2|3"));
}

static void
test_cells_for_the_plot (void)
{
  const KhattAxisParams params = make_params ("en", 100, NOON, KHATT_DIRECTION_RTL);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
  const KhattAxisCell *cell = khatt_axis_get_cell (axis, 1);

  g_assert_cmpint (khatt_axis_get_level (axis)->minor.unit, ==, KHATT_TICK_DAY);
  g_assert_cmpfloat_with_epsilon (khatt_axis_get_cell_width (axis), 100, 0.001);
  g_assert_cmpuint (khatt_axis_get_n_cells (axis), ==, 11);
  g_assert_cmpint (cell->tick.day, ==, 4);
  g_assert_cmpfloat (cell->boundary_x, ==, 100 + WIDTH - 50);
  g_assert_cmpfloat (cell->range.x, ==, 100 + WIDTH - 150);
  g_assert_cmpfloat (cell->range.width, ==, 100);
  g_assert_false (cell->is_major);
}

static void
test_paints (void)
{
  const KhattPalette *palette = khatt_palette_get (KHATT_STYLE_LIGHT);
  KhattAxisParams params = make_params ("ar", 100, NOON, KHATT_DIRECTION_RTL);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 100);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);
  g_autoptr (KhattAxis) axis = NULL;
  int n_today = 0, n_dark = 0, n_below = 0;

  params.today = NOON;
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
  g_test_add_func ("/axis/nothing-overlaps-in-arabic", test_nothing_overlaps_in_arabic);
  g_test_add_func ("/axis/nothing-overlaps-in-english", test_nothing_overlaps_in_english);
  g_test_add_func ("/axis/nothing-overlaps-before-our-era", test_nothing_overlaps_before_our_era);
  g_test_add_func ("/axis/nothing-overlaps-far-away", test_nothing_overlaps_far_away);
  g_test_add_func ("/axis/one-tier-holds-both", test_one_tier_holds_both);
  g_test_add_func ("/axis/what-one-tier-says", test_what_one_tier_says);
  g_test_add_func ("/axis/every-zoom-names-its-time", test_every_zoom_names_its_time);
  g_test_add_func ("/axis/mirrors", test_mirrors);
  g_test_add_func ("/axis/panning-only-moves", test_panning_only_moves);
  g_test_add_func ("/axis/weekends", test_weekends);
  g_test_add_func ("/axis/a-weekend-is-where-it-should-be", test_weekend_is_where_it_should_be);
  g_test_add_func ("/axis/eras-alternate", test_eras_alternate);
  g_test_add_func ("/axis/eras-stay-in-their-years", test_eras_stay_in_their_years);
  g_test_add_func ("/axis/today", test_today);
  g_test_add_func ("/axis/today-out-of-view", test_today_out_of_view);
  g_test_add_func ("/axis/outside-the-table", test_outside_the_table);
  g_test_add_func ("/axis/a-second-calendar-has-its-own-months",
                   test_second_calendar_has_its_own_months);
  g_test_add_func ("/axis/hebrew-months", test_hebrew_months);
  g_test_add_func ("/axis/no-second-calendar", test_no_second_calendar);
  g_test_add_func ("/axis/before-our-era", test_before_our_era);
  g_test_add_func ("/axis/cells-for-the-plot", test_cells_for_the_plot);
  g_test_add_func ("/axis/paints", test_paints);
  return g_test_run ();
}
