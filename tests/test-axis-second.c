/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The row of the second calendar. */

#include "axis-sample.h"

#include <string.h>

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
          axis_sample_params ("en", cases[i].pixels_per_day, year_1500, KHATT_DIRECTION_LTR);
      g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
      g_autofree char *second = axis_sample_dup_texts (axis, KHATT_AXIS_SECOND);
      g_autofree char *tier_1 = axis_sample_dup_texts (axis, KHATT_AXIS_TIER_1);

      g_assert_cmpstr (second, ==, cases[i].expected);
      g_assert_null (strstr (tier_1, "AH"));
    }
}

static void
test_second_calendar_has_its_own_months (void)
{
  const KhattAxisParams params =
      axis_sample_params ("en", 8, AXIS_SAMPLE_NOON, KHATT_DIRECTION_LTR);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
  g_autofree char *texts = axis_sample_dup_texts (axis, KHATT_AXIS_SECOND);

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
      KhattAxisParams params = axis_sample_params ("en", 3.5, cases[i].middle, KHATT_DIRECTION_RTL);
      g_autoptr (KhattAxis) axis = NULL;
      g_autofree char *second = NULL;

      params.second_calendar = KHATT_CALENDAR_HEBREW;
      axis = khatt_axis_new (&params, shaper);
      second = axis_sample_dup_texts (axis, KHATT_AXIS_SECOND);
      g_assert_nonnull (strstr (second, cases[i].expected));
    }
}

static void
test_no_second_calendar (void)
{
  KhattAxisParams params = axis_sample_params ("en", 100, AXIS_SAMPLE_NOON, KHATT_DIRECTION_LTR);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattAxis) axis = NULL;
  g_autofree char *second = NULL;
  g_autofree char *tier_1 = NULL;

  params.second_calendar = KHATT_CALENDAR_NONE;
  axis = khatt_axis_new (&params, shaper);
  second = axis_sample_dup_texts (axis, KHATT_AXIS_SECOND);
  tier_1 = axis_sample_dup_texts (axis, KHATT_AXIS_TIER_1);
  g_assert_cmpstr (second, ==, "");
  g_assert_cmpstr (tier_1, ==, "August 2025");
  g_assert_cmpfloat (khatt_axis_get_rect (axis).height, ==, 46);
  g_assert_cmpfloat (khatt_axis_measure_height (KHATT_CALENDAR_PERSIAN, FALSE, 1), ==, 68);
  g_assert_cmpfloat (khatt_axis_measure_height (KHATT_CALENDAR_PERSIAN, FALSE, 1.5), ==, 102);
  g_assert_cmpfloat (khatt_axis_measure_height (KHATT_CALENDAR_NONE, TRUE, 1), ==, 20);
  g_assert_cmpfloat (khatt_axis_measure_height (KHATT_CALENDAR_PERSIAN, TRUE, 1), ==, 42);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis-second/outside-the-table", test_outside_the_table);
  g_test_add_func ("/axis-second/a-second-calendar-has-its-own-months",
                   test_second_calendar_has_its_own_months);
  g_test_add_func ("/axis-second/hebrew-months", test_hebrew_months);
  g_test_add_func ("/axis-second/no-second-calendar", test_no_second_calendar);
  return g_test_run ();
}
