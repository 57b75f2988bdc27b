/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bands of an axis: weekends, and eras where days are too narrow. */

#include "axis-sample.h"

#include <math.h>

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
          axis_sample_params ("en", cases[i].pixels_per_day, AXIS_SAMPLE_NOON, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) axis = NULL;

      params.region = cases[i].region;
      axis = khatt_axis_new (&params, shaper);
      g_assert_cmpuint (khatt_axis_get_n_bands (axis), ==, cases[i].n_bands);
    }
}

static void
test_weekend_is_where_it_should_be (void)
{
  KhattAxisParams params = axis_sample_params ("en", 100, AXIS_SAMPLE_NOON, KHATT_DIRECTION_LTR);
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
  static const gint64 middles[] = { AXIS_SAMPLE_NOON, G_GINT64_CONSTANT (-62167219200) };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (middles); i++)
    {
      const double pixels_per_day = cases[i / 2].pixels_per_day;
      const KhattAxisParams params =
          axis_sample_params ("en", pixels_per_day, middles[i % 2], i % 4 < 2);
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
  static const gint64 middles[] = { AXIS_SAMPLE_NOON,
                                    AXIS_SAMPLE_NOON + 500 * KHATT_SECONDS_PER_DAY,
                                    G_GINT64_CONSTANT (-62167219200) };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (middles); i++)
    {
      const KhattAxisParams params =
          axis_sample_params ("en", 0.3, middles[i], KHATT_DIRECTION_RTL);
      g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);

      for (guint j = 0; j < khatt_axis_get_n_cells (axis); j++)
        {
          const KhattAxisCell *cell = khatt_axis_get_cell (axis, j);

          g_assert_cmpint (is_in_band (axis, cell->range.x + cell->range.width / 2), ==,
                           cell->tick.year % 2 != 0);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis-bands/weekends", test_weekends);
  g_test_add_func ("/axis-bands/a-weekend-is-where-it-should-be",
                   test_weekend_is_where_it_should_be);
  g_test_add_func ("/axis-bands/eras-alternate", test_eras_alternate);
  g_test_add_func ("/axis-bands/eras-stay-in-their-years", test_eras_stay_in_their_years);
  return g_test_run ();
}
