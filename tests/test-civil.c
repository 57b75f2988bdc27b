/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-civil.h"

static const struct
{
  gint64 year;
  int month;
  int day;
  gint64 days;
  int weekday;
} known_days[] = {
  { 1970, 1, 1, 0, 4 },           { 1969, 12, 31, -1, 3 },      { 2000, 2, 29, 11016, 2 },
  { 2025, 8, 8, 20308, 5 },       { 1582, 10, 15, -141427, 5 }, { 0, 1, 1, -719528, 6 },
  { -4713, 11, 24, -2440588, 1 }, { 9999, 12, 31, 2932896, 5 },
};

static void
test_known_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_days); i++)
    {
      g_assert_cmpint (
          khatt_days_from_civil (known_days[i].year, known_days[i].month, known_days[i].day), ==,
          known_days[i].days);
      g_assert_cmpint (khatt_weekday_of_days (known_days[i].days), ==, known_days[i].weekday);
    }
}

static void
test_round_trip (gint64 first, gint64 last)
{
  gint64 previous_year;
  int previous_month, previous_day;

  khatt_civil_from_days (first - 1, &previous_year, &previous_month, &previous_day);
  for (gint64 days = first; days <= last; days++)
    {
      gint64 year;
      int month, day;

      khatt_civil_from_days (days, &year, &month, &day);
      g_assert_cmpint (khatt_days_from_civil (year, month, day), ==, days);
      if (day == 1)
        g_assert_cmpint (previous_day, ==, khatt_days_in_month (previous_year, previous_month));
      else
        g_assert_cmpint (day, ==, previous_day + 1);
      previous_year = year;
      previous_month = month;
      previous_day = day;
    }
}

static void
test_every_day_of_an_era (void)
{
  test_round_trip (-719528, -719528 + 146097 + 366);
}

static void
test_ends_of_the_range (void)
{
  gint64 last = khatt_days_from_civil (KHATT_YEAR_MAX, 12, 31);
  gint64 first = khatt_days_from_civil (KHATT_YEAR_MIN, 1, 1);

  test_round_trip (last - 800, last);
  test_round_trip (first, first + 800);
  g_assert_cmpint (last, <=, G_MAXINT64 / KHATT_SECONDS_PER_DAY - 1);
  g_assert_cmpint (first, >=, G_MININT64 / KHATT_SECONDS_PER_DAY);
}

static void
test_months (void)
{
  g_assert_cmpint (khatt_days_in_month (2024, 2), ==, 29);
  g_assert_cmpint (khatt_days_in_month (1900, 2), ==, 28);
  g_assert_cmpint (khatt_days_in_month (2000, 2), ==, 29);
  g_assert_cmpint (khatt_days_in_month (-4, 2), ==, 29);
  g_assert_cmpint (khatt_days_in_month (-1, 2), ==, 28);
  g_assert_cmpint (khatt_days_in_month (2025, 0), ==, 0);
  g_assert_cmpint (khatt_days_in_month (2025, 13), ==, 0);
}

static void
test_seconds (void)
{
  g_assert_cmpint (khatt_days_from_seconds (0), ==, 0);
  g_assert_cmpint (khatt_days_from_seconds (KHATT_SECONDS_PER_DAY - 1), ==, 0);
  g_assert_cmpint (khatt_days_from_seconds (KHATT_SECONDS_PER_DAY), ==, 1);
  g_assert_cmpint (khatt_days_from_seconds (-1), ==, -1);
  g_assert_cmpint (khatt_days_from_seconds (-KHATT_SECONDS_PER_DAY), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/civil/known-days-and-weekdays", test_known_days);
  g_test_add_func ("/civil/every-day-of-four-centuries-counts-back", test_every_day_of_an_era);
  g_test_add_func ("/civil/ends-of-the-range", test_ends_of_the_range);
  g_test_add_func ("/civil/days-of-months", test_months);
  g_test_add_func ("/civil/seconds-before-1970-round-down", test_seconds);
  return g_test_run ();
}
