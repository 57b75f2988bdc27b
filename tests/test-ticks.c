/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-date.h"
#include "khatt-ticks.h"

#define N_ZOOMS 200

static gint64
find_seconds (const char *edtf)
{
  KhattDate date;
  g_autoptr (GError) error = NULL;

  khatt_date_parse (edtf, -1, &date, &error);
  g_assert_no_error (error);
  return khatt_date_first (&date);
}

static char *
dup_list (const KhattTickStep *step, const char *first, const char *last, guint limit)
{
  g_autoptr (GArray) ticks =
      khatt_ticks_list (step, (double) find_seconds (first), (double) find_seconds (last), limit);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const KhattTick *tick = &g_array_index (ticks, KhattTick, i);

      g_string_append_printf (list, "%s%" G_GINT64_FORMAT "-%02d-%02d", i > 0 ? " " : "",
                              tick->year, tick->month, tick->day);
      if (tick->hour != 0 || tick->minute != 0)
        g_string_append_printf (list, "T%02d:%02d", tick->hour, tick->minute);
    }
  return g_string_free (list, FALSE);
}

static void
test_lists (void)
{
  static const struct
  {
    KhattTickStep step;
    const char *first;
    const char *last;
    const char *expected;
  } cases[] = {
    { { KHATT_TICK_DAY, 1 }, "2025-08-08", "2025-08-10", "2025-08-08 2025-08-09 2025-08-10" },
    { { KHATT_TICK_DAY, 1 }, "2024-02-28", "2024-03-01", "2024-02-28 2024-02-29 2024-03-01" },
    { { KHATT_TICK_DAY, 1 }, "1900-02-28", "1900-03-01", "1900-02-28 1900-03-01" },
    { { KHATT_TICK_DAY, 5 },
      "2025-08-20",
      "2025-09-03",
      "2025-08-16 2025-08-21 2025-08-26 2025-09-01" },
    { { KHATT_TICK_DAY, 5 }, "2023-02-27", "2023-03-01", "2023-02-26 2023-03-01" },
    { { KHATT_TICK_MONTH, 1 }, "2024-12-31", "2025-02-01", "2024-12-01 2025-01-01 2025-02-01" },
    { { KHATT_TICK_MONTH, 3 }, "2024-12-31", "2025-04-01", "2024-10-01 2025-01-01 2025-04-01" },
    { { KHATT_TICK_YEAR, 1 }, "-0001-06", "0001-06", "-1-01-01 0-01-01 1-01-01" },
    { { KHATT_TICK_YEAR, 10 }, "-0015", "0012", "-19-01-01 -9-01-01 1-01-01 10-01-01" },
    { { KHATT_TICK_YEAR, 100 }, "1901", "2025", "1900-01-01 2000-01-01" },
    { { KHATT_TICK_YEAR, 500 }, "-0600", "0700", "-999-01-01 -499-01-01 1-01-01 500-01-01" },
    { { KHATT_TICK_YEAR, 1000 },
      "-5000",
      "9999",
      "-5999-01-01 -4999-01-01 -3999-01-01 -2999-01-01 -1999-01-01 -999-01-01 1-01-01 1000-01-01 "
      "2000-01-01 3000-01-01 4000-01-01 5000-01-01 6000-01-01 7000-01-01 8000-01-01 9000-01-01" },
    { { KHATT_TICK_HOUR, 6 },
      "2025-03-30T05:00:00Z",
      "2025-03-30T19:00:00Z",
      "2025-03-30 2025-03-30T06:00 2025-03-30T12:00 2025-03-30T18:00" },
    { { KHATT_TICK_MINUTE, 15 },
      "1969-12-31T23:40:00Z",
      "1970-01-01T00:15:00Z",
      "1969-12-31T23:30 1969-12-31T23:45 1970-01-01 1970-01-01T00:15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *list = dup_list (&cases[i].step, cases[i].first, cases[i].last, 100);

      g_assert_cmpstr (list, ==, cases[i].expected);
    }
}

static void
test_levels (void)
{
  static const struct
  {
    double pixels_per_day;
    KhattTickLevel expected;
  } cases[] = {
    { 100000, { { KHATT_TICK_MINUTE, 1 }, { KHATT_TICK_DAY, 1 } } },
    { 20000, { { KHATT_TICK_MINUTE, 5 }, { KHATT_TICK_DAY, 1 } } },
    { 1500, { { KHATT_TICK_HOUR, 1 }, { KHATT_TICK_DAY, 1 } } },
    { 500, { { KHATT_TICK_HOUR, 3 }, { KHATT_TICK_DAY, 1 } } },
    { 360, { { KHATT_TICK_HOUR, 6 }, { KHATT_TICK_DAY, 1 } } },
    { 359, { { KHATT_TICK_DAY, 1 }, { KHATT_TICK_MONTH, 1 } } },
    { 120, { { KHATT_TICK_DAY, 1 }, { KHATT_TICK_MONTH, 1 } } },
    { 12, { { KHATT_TICK_DAY, 1 }, { KHATT_TICK_MONTH, 1 } } },
    { 11.9, { { KHATT_TICK_DAY, 5 }, { KHATT_TICK_MONTH, 1 } } },
    { 5, { { KHATT_TICK_MONTH, 1 }, { KHATT_TICK_YEAR, 1 } } },
    { 0.4, { { KHATT_TICK_MONTH, 3 }, { KHATT_TICK_YEAR, 1 } } },
    { 0.2, { { KHATT_TICK_YEAR, 1 }, { KHATT_TICK_YEAR, 10 } } },
    { 0.05, { { KHATT_TICK_YEAR, 5 }, { KHATT_TICK_YEAR, 100 } } },
    { 0.01, { { KHATT_TICK_YEAR, 10 }, { KHATT_TICK_YEAR, 100 } } },
    { 0.001, { { KHATT_TICK_YEAR, 100 }, { KHATT_TICK_YEAR, 1000 } } },
    { 0.0005, { { KHATT_TICK_YEAR, 500 }, { KHATT_TICK_YEAR, 5000 } } },
    { 0.00015, { { KHATT_TICK_YEAR, 1000 }, { KHATT_TICK_YEAR, 10000 } } },
    { 0.00009, { { KHATT_TICK_YEAR, 10000 }, { KHATT_TICK_YEAR, 100000 } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattTickLevel level =
          khatt_ticks_choose_level (cases[i].pixels_per_day / KHATT_SECONDS_PER_DAY);

      g_assert_cmpint (level.minor.unit, ==, cases[i].expected.minor.unit);
      g_assert_cmpint (level.minor.step, ==, cases[i].expected.minor.step);
      g_assert_cmpint (level.major.unit, ==, cases[i].expected.major.unit);
      g_assert_cmpint (level.major.step, ==, cases[i].expected.major.step);
    }
}

/* From a minute a hundred pixels to a million years a hundred pixels. */
static KhattTickLevel
choose_level (int zoom, double *pixels_per_second)
{
  *pixels_per_second = 1.6;
  for (int i = 0; i < zoom; i++)
    *pixels_per_second /= 1.17;
  return khatt_ticks_choose_level (*pixels_per_second);
}

static void
test_cells_touch_at_every_zoom (void)
{
  for (int zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      double pixels_per_second;
      const KhattTickLevel level = choose_level (zoom, &pixels_per_second);
      const double first = 1754610000 - 700 / pixels_per_second;
      const double last = 1754610000 + 700 / pixels_per_second;
      g_autoptr (GArray) ticks = khatt_ticks_list (&level.minor, first, last, 4096);

      g_assert_cmpuint (ticks->len, >=, 2);
      g_assert_cmpuint (ticks->len, <, 130);
      g_assert_cmpfloat ((double) g_array_index (ticks, KhattTick, 0).first, <=, first);
      g_assert_cmpfloat ((double) g_array_index (ticks, KhattTick, ticks->len - 1).after, >=, last);
      for (guint i = 1; i < ticks->len; i++)
        g_assert_cmpint (g_array_index (ticks, KhattTick, i).first, ==,
                         g_array_index (ticks, KhattTick, i - 1).after);
    }
}

static void
test_tiers_nest_at_every_zoom (void)
{
  for (int zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      double pixels_per_second;
      const KhattTickLevel level = choose_level (zoom, &pixels_per_second);
      g_autoptr (GArray) majors =
          khatt_ticks_list (&level.major, -2000 / pixels_per_second, 2000 / pixels_per_second, 50);

      g_assert_cmpuint (majors->len, >=, 1);
      for (guint i = 0; i < majors->len; i++)
        {
          const KhattTick *major = &g_array_index (majors, KhattTick, i);
          const KhattTick minor = khatt_ticks_cell_at (&level.minor, major->first);

          g_assert_cmpint (minor.first, ==, major->first);
        }
    }
}

static void
test_cell_holds_its_time (void)
{
  static const KhattTickStep steps[] = {
    { KHATT_TICK_MINUTE, 5 }, { KHATT_TICK_HOUR, 3 },  { KHATT_TICK_DAY, 1 },
    { KHATT_TICK_DAY, 5 },    { KHATT_TICK_MONTH, 1 }, { KHATT_TICK_MONTH, 3 },
    { KHATT_TICK_YEAR, 1 },   { KHATT_TICK_YEAR, 10 },
  };

  for (gint64 time = -70000000000; time < 70000000000; time += 987654321)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          const KhattTick tick = khatt_ticks_cell_at (&steps[i], time);

          g_assert_cmpint (tick.first, <=, time);
          g_assert_cmpint (tick.after, >, time);
          g_assert_cmpint (khatt_ticks_cell_at (&steps[i], tick.after).first, ==, tick.after);
          g_assert_cmpint (khatt_ticks_cell_at (&steps[i], tick.after - 1).first, ==, tick.first);
        }
    }
}

static void
test_ends_of_time (void)
{
  const KhattTickStep years = { KHATT_TICK_YEAR, 1000000000 };
  g_autoptr (GArray) ticks = khatt_ticks_list (&years, -1e30, 1e30, 1000);

  g_assert_cmpuint (ticks->len, >, 500);
  g_assert_cmpint (g_array_index (ticks, KhattTick, 0).first, ==, KHATT_TIME_MIN);
  g_assert_cmpint (g_array_index (ticks, KhattTick, ticks->len - 1).after, ==, KHATT_TIME_MAX);
}

static void
test_limit (void)
{
  const KhattTickStep days = { KHATT_TICK_DAY, 1 };
  g_autoptr (GArray) ticks = khatt_ticks_list (&days, 0, 1e12, 17);

  g_assert_cmpuint (ticks->len, ==, 17);
}

static void
test_mean_seconds (void)
{
  const KhattTickStep quarter = { KHATT_TICK_MONTH, 3 };
  const KhattTickStep four_centuries = { KHATT_TICK_YEAR, 400 };

  g_assert_cmpfloat (khatt_ticks_mean_seconds (&quarter), ==, 365.2425 / 4 * 86400);
  g_assert_cmpfloat_with_epsilon (khatt_ticks_mean_seconds (&four_centuries), 146097.0 * 86400, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/cells-of-a-span", test_lists);
  g_test_add_func ("/ticks/units-by-zoom", test_levels);
  g_test_add_func ("/ticks/cells-touch-at-every-zoom", test_cells_touch_at_every_zoom);
  g_test_add_func ("/ticks/tiers-nest-at-every-zoom", test_tiers_nest_at_every_zoom);
  g_test_add_func ("/ticks/a-cell-holds-its-time", test_cell_holds_its_time);
  g_test_add_func ("/ticks/ends-of-time", test_ends_of_time);
  g_test_add_func ("/ticks/limit", test_limit);
  g_test_add_func ("/ticks/mean-seconds", test_mean_seconds);
  return g_test_run ();
}
