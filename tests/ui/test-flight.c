/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-flight.h"

#include <math.h>

#define FLIGHT_US 250000
#define DAY 86400.0

static KhattPlace
make_place (KhattDirection direction, double first, double last, double scroll_y)
{
  return (KhattPlace){ khatt_scale_fit (direction, 100, 800, first, last), scroll_y };
}

static double
get_length (const KhattPlace *place)
{
  return khatt_scale_latest (&place->scale) - khatt_scale_earliest (&place->scale);
}

static void
test_ends (void)
{
  KhattPlace from = make_place (KHATT_DIRECTION_RTL, 0, 30 * DAY, 10);
  KhattPlace to = make_place (KHATT_DIRECTION_RTL, 900 * DAY, 907 * DAY, 90);
  KhattFlight flight = khatt_flight_new (&from, &to, 1000);
  KhattPlace first = khatt_flight_at (&flight, 1000);

  g_assert_true (flight.is_flying);
  g_assert_cmpfloat_with_epsilon (first.scale.origin, from.scale.origin, DAY / 1000);
  g_assert_cmpfloat_with_epsilon (first.scroll_y, 10, 1e-9);

  KhattPlace last = khatt_flight_at (&flight, 1000 + flight.duration_us);
  g_assert_false (flight.is_flying);
  g_assert_true (khatt_scale_equal (&last.scale, &to.scale));
  g_assert_cmpfloat (last.scroll_y, ==, 90);
}

/* A zoom about a point keeps the time under it there in every frame, either way. */
static void
test_fixed_point (void)
{
  static const double factors[] = { 1.5, 8, 1 / 1.5, 0.01 };

  for (KhattDirection direction = KHATT_DIRECTION_LTR; direction <= KHATT_DIRECTION_RTL;
       direction++)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      {
        const double x = 333;
        KhattPlace from = make_place (direction, 0, 10 * DAY, 0);
        KhattPlace to = { khatt_scale_zoom (&from.scale, x, factors[i]), 0 };
        double time = khatt_scale_time (&from.scale, x);
        KhattFlight flight = khatt_flight_new (&from, &to, 0);

        for (gint64 time_us = 0; time_us <= flight.duration_us; time_us += 10000)
          {
            KhattPlace place = khatt_flight_at (&flight, time_us);

            g_assert_cmpfloat_with_epsilon (khatt_scale_x (&place.scale, time), x, 0.01);
          }
      }
}

static void
test_long_way_rises (void)
{
  KhattPlace from = make_place (KHATT_DIRECTION_LTR, 0, 10 * DAY, 0);
  KhattPlace to = make_place (KHATT_DIRECTION_LTR, 1000 * DAY, 1010 * DAY, 0);
  KhattFlight flight = khatt_flight_new (&from, &to, 0);
  double longest = 0;
  double before = khatt_scale_earliest (&from.scale);

  for (gint64 time_us = 0; time_us <= flight.duration_us; time_us += 5000)
    {
      KhattPlace place = khatt_flight_at (&flight, time_us);
      double middle = (khatt_scale_earliest (&place.scale) + khatt_scale_latest (&place.scale)) / 2;

      longest = MAX (longest, get_length (&place));
      g_assert_cmpfloat (middle, >=, before);
      before = middle;
    }
  g_assert_cmpfloat (longest, >, 100 * DAY);
}

static void
test_short_way_stays_low (void)
{
  KhattPlace from = make_place (KHATT_DIRECTION_LTR, 0, 10 * DAY, 0);
  KhattPlace to = make_place (KHATT_DIRECTION_LTR, 8 * DAY, 18 * DAY, 0);
  KhattFlight flight = khatt_flight_new (&from, &to, 0);

  for (gint64 time_us = 0; time_us <= flight.duration_us; time_us += 25000)
    {
      KhattPlace place = khatt_flight_at (&flight, time_us);

      g_assert_cmpfloat_with_epsilon (get_length (&place), 10 * DAY, 1);
    }
}

/* Ease-out cubic: after half of the time seven eighths of the way. */
static void
test_ease (void)
{
  KhattPlace from = make_place (KHATT_DIRECTION_LTR, 0, 10 * DAY, 0);
  KhattPlace to = make_place (KHATT_DIRECTION_LTR, 0, 10 * DAY, 80);
  KhattFlight flight = khatt_flight_new (&from, &to, 0);

  g_assert_cmpfloat_with_epsilon (khatt_flight_at (&flight, FLIGHT_US / 2).scroll_y, 70, 1e-6);
}

/* Twice as far takes longer, until it would take too long. */
static void
test_duration (void)
{
  static const struct
  {
    double days;
    gint64 least_us;
    gint64 most_us;
  } cases[] = {
    { 0, FLIGHT_US, FLIGHT_US }, { 15, FLIGHT_US, FLIGHT_US }, { 40, FLIGHT_US + 10000, 400000 },
    { 80, 300000, 500000 },      { 1000, 600000, 600000 },     { 1e7, 600000, 600000 },
  };
  gint64 before_us = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double day = cases[i].days;
      KhattPlace from = make_place (KHATT_DIRECTION_LTR, 0, 10 * DAY, 0);
      KhattPlace to = make_place (KHATT_DIRECTION_LTR, day * DAY, (day + 10) * DAY, 0);
      KhattFlight flight = khatt_flight_new (&from, &to, 0);

      g_assert_cmpint (flight.duration_us, >=, cases[i].least_us);
      g_assert_cmpint (flight.duration_us, <=, cases[i].most_us);
      g_assert_cmpint (flight.duration_us, >=, before_us);
      before_us = flight.duration_us;
    }
}

static void
test_extremes (void)
{
  KhattPlace from = make_place (KHATT_DIRECTION_LTR, 0, 60, 0);
  KhattPlace to = make_place (KHATT_DIRECTION_LTR, -9e18, 9e18, 0);

  for (guint back = 0; back < 2; back++)
    {
      KhattFlight flight =
          back ? khatt_flight_new (&to, &from, 0) : khatt_flight_new (&from, &to, 0);

      for (gint64 time_us = 0; time_us <= flight.duration_us; time_us += 10000)
        {
          KhattPlace place = khatt_flight_at (&flight, time_us);

          g_assert_true (isfinite (place.scale.origin));
          g_assert_true (isfinite (place.scale.pixels_per_second));
          g_assert_cmpfloat (place.scale.pixels_per_second, >, 0);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flight/begins-and-ends-where-it-should", test_ends);
  g_test_add_func ("/flight/zoom-keeps-its-point-still", test_fixed_point);
  g_test_add_func ("/flight/a-long-way-rises-and-never-turns-back", test_long_way_rises);
  g_test_add_func ("/flight/a-short-way-does-not-zoom", test_short_way_stays_low);
  g_test_add_func ("/flight/eases-out-by-the-cube", test_ease);
  g_test_add_func ("/flight/a-longer-way-takes-longer", test_duration);
  g_test_add_func ("/flight/the-ends-of-time-stay-finite", test_extremes);
  return g_test_run ();
}
