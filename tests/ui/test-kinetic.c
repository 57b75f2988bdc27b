/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-kinetic.h"

#include <math.h>

#define FRAME_US 16667

/* So many steps of `pixels` each, a frame apart; returns the time after the last. */
static gint64
feed (KhattKinetic *kinetic, guint n_steps, double pixels)
{
  gint64 time_us = G_USEC_PER_SEC;

  for (guint i = 0; i < n_steps; i++)
    {
      khatt_kinetic_add (kinetic, time_us, pixels);
      time_us += FRAME_US;
    }
  return time_us - FRAME_US;
}

static double
run_out (KhattKinetic *kinetic, gint64 time_us)
{
  double way = 0;

  for (guint i = 0; i < 1000 && khatt_kinetic_is_moving (kinetic); i++)
    {
      time_us += FRAME_US;
      way += khatt_kinetic_step (kinetic, time_us);
    }
  return way;
}

static void
test_way (void)
{
  static const double speeds[] = { 5, 10, -10, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      KhattKinetic kinetic = { 0 };
      gint64 time_us = feed (&kinetic, 6, speeds[i]);
      double velocity = speeds[i] * G_USEC_PER_SEC / FRAME_US;

      g_assert_true (khatt_kinetic_release (&kinetic, time_us));
      g_assert_cmpfloat_with_epsilon (kinetic.velocity, velocity, fabs (velocity) * 0.01);
      /* All but what a rest of 8 pixels a second has left. */
      g_assert_cmpfloat_with_epsilon (run_out (&kinetic, time_us), velocity * 0.325,
                                      8 * 0.325 + 0.1);
      g_assert_false (khatt_kinetic_is_moving (&kinetic));
    }
}

static void
test_decay (void)
{
  KhattKinetic kinetic = { 0 };
  gint64 time_us = feed (&kinetic, 6, 10);

  g_assert_true (khatt_kinetic_release (&kinetic, time_us));
  double first = khatt_kinetic_step (&kinetic, time_us + 325000);
  double second = khatt_kinetic_step (&kinetic, time_us + 650000);

  g_assert_cmpfloat_with_epsilon (second / first, exp (-1), 1e-6);
}

static void
test_rest (void)
{
  KhattKinetic kinetic = { 0 };
  gint64 time_us = feed (&kinetic, 6, 10);

  g_assert_false (khatt_kinetic_release (&kinetic, time_us + 70000));
  g_assert_false (khatt_kinetic_is_moving (&kinetic));
  g_assert_cmpfloat (khatt_kinetic_step (&kinetic, time_us + 80000), ==, 0);
}

static void
test_slow (void)
{
  KhattKinetic kinetic = { 0 };
  gint64 time_us = feed (&kinetic, 6, 0.4);

  g_assert_false (khatt_kinetic_release (&kinetic, time_us));
}

static void
test_last_tenth (void)
{
  KhattKinetic kinetic = { 0 };
  gint64 time_us = feed (&kinetic, 8, 100);

  /* It went fast, then slowly for longer than the window: the end counts. */
  for (guint i = 0; i < 12; i++)
    {
      time_us += FRAME_US;
      khatt_kinetic_add (&kinetic, time_us, 1);
    }
  g_assert_true (khatt_kinetic_release (&kinetic, time_us));
  g_assert_cmpfloat_with_epsilon (kinetic.velocity, 60, 1);
}

static void
test_nothing (void)
{
  KhattKinetic kinetic = { 0 };

  g_assert_false (khatt_kinetic_release (&kinetic, 0));
  khatt_kinetic_add (&kinetic, 5, 100);
  g_assert_false (khatt_kinetic_release (&kinetic, 5));
  khatt_kinetic_add (&kinetic, 5, 100);
  khatt_kinetic_add (&kinetic, 5, 100);
  g_assert_false (khatt_kinetic_release (&kinetic, 5));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinetic/runs-velocity-times-the-constant", test_way);
  g_test_add_func ("/kinetic/decays-by-e-in-325-ms", test_decay);
  g_test_add_func ("/kinetic/a-finger-at-rest-throws-nothing", test_rest);
  g_test_add_func ("/kinetic/slow-movement-stops-at-once", test_slow);
  g_test_add_func ("/kinetic/the-last-tenth-of-a-second-counts", test_last_tenth);
  g_test_add_func ("/kinetic/no-or-simultaneous-samples-throw-nothing", test_nothing);
  return g_test_run ();
}
