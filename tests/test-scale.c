/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-scale.h"

#include <math.h>

#define DAY 86400.0
#define EPSILON 1e-6

static const KhattDirection directions[] = { KHATT_DIRECTION_LTR, KHATT_DIRECTION_RTL };

static KhattScale
make_scale (KhattDirection direction)
{
  return (KhattScale){
    .origin = 20000 * DAY + 1234.5,
    .pixels_per_second = 120 / DAY,
    .start = 206,
    .width = 744,
    .direction = direction,
  };
}

static void
test_inverse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      KhattScale scale = make_scale (directions[i]);

      for (double x = 100; x < 1000; x += 37.3)
        g_assert_cmpfloat_with_epsilon (khatt_scale_x (&scale, khatt_scale_time (&scale, x)), x,
                                        EPSILON);
    }
}

static void
test_edges (void)
{
  KhattScale ltr = make_scale (KHATT_DIRECTION_LTR);
  KhattScale rtl = make_scale (KHATT_DIRECTION_RTL);

  g_assert_cmpfloat_with_epsilon (khatt_scale_x (&ltr, khatt_scale_earliest (&ltr)), 206, EPSILON);
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (&ltr, khatt_scale_latest (&ltr)), 950, EPSILON);
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (&rtl, khatt_scale_earliest (&rtl)), 950, EPSILON);
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (&rtl, khatt_scale_latest (&rtl)), 206, EPSILON);
}

static void
test_sign (void)
{
  KhattScale ltr = make_scale (KHATT_DIRECTION_LTR);
  KhattScale rtl = make_scale (KHATT_DIRECTION_RTL);

  g_assert_cmpint (khatt_scale_sign (&ltr), ==, 1);
  g_assert_cmpint (khatt_scale_sign (&rtl), ==, -1);
  g_assert_cmpfloat (khatt_scale_later (&ltr, 300, 12), ==, 312);
  g_assert_cmpfloat (khatt_scale_later (&rtl, 300, 12), ==, 288);
}

/* Ink in a mirrored view is the mirror image, to the pixel, also where a time falls between two. */
static void
test_mirror (void)
{
  KhattScale ltr = make_scale (KHATT_DIRECTION_LTR);
  KhattScale rtl = make_scale (KHATT_DIRECTION_RTL);

  for (double time = ltr.origin - DAY; time < ltr.origin + 8 * DAY; time += 360)
    {
      double mirrored = 2 * ltr.start + ltr.width - khatt_scale_snap (&ltr, time);

      g_assert_cmpfloat (khatt_scale_snap (&rtl, time), ==, mirrored);
      g_assert_cmpfloat (mirrored, ==, floor (mirrored));
    }
}

/* Panning by any fraction moves everything by the same whole number of pixels. */
static void
test_pan_is_rigid (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      KhattScale scale = make_scale (directions[i]);
      double a = scale.origin + 1.37 * DAY;
      double b = scale.origin + 4.91 * DAY;
      double distance = khatt_scale_snap (&scale, b) - khatt_scale_snap (&scale, a);

      for (double pixels = -3; pixels < 3; pixels += 0.17)
        {
          KhattScale panned = khatt_scale_pan (&scale, pixels);

          g_assert_cmpfloat (khatt_scale_snap (&panned, b) - khatt_scale_snap (&panned, a), ==,
                             distance);
        }
    }
}

static void
test_pan_follows_the_hand (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      KhattScale scale = make_scale (directions[i]);
      KhattScale panned = khatt_scale_pan (&scale, 50);
      double time = scale.origin + 2 * DAY;

      g_assert_cmpfloat_with_epsilon (khatt_scale_x (&panned, time),
                                      khatt_scale_x (&scale, time) + 50, EPSILON);
    }
}

static void
test_zoom_keeps_the_pointer (void)
{
  const double factors[] = { 0.5, 0.9, 1.25, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (factors); j++)
      {
        KhattScale scale = make_scale (directions[i]);
        KhattScale zoomed = khatt_scale_zoom (&scale, 400, factors[j]);

        g_assert_cmpfloat_with_epsilon (khatt_scale_time (&zoomed, 400),
                                        khatt_scale_time (&scale, 400), 1e-3);
        g_assert_cmpfloat_with_epsilon (zoomed.pixels_per_second,
                                        scale.pixels_per_second * factors[j], 1e-12);
      }
}

static void
test_zoom_is_clamped (void)
{
  KhattScale scale = make_scale (KHATT_DIRECTION_LTR);
  KhattScale near = khatt_scale_zoom (&scale, 400, 1e30);
  KhattScale far = khatt_scale_zoom (&scale, 400, 1e-30);

  g_assert_cmpfloat (near.pixels_per_second, ==, KHATT_SCALE_MAX_PIXELS_PER_SECOND);
  g_assert_cmpfloat (far.pixels_per_second, ==, KHATT_SCALE_MIN_PIXELS_PER_SECOND);
  g_assert_true (isfinite (far.origin));
}

static void
test_fit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      KhattScale scale = khatt_scale_fit (directions[i], 206, 744, 100 * DAY, 107 * DAY);

      g_assert_cmpfloat_with_epsilon (khatt_scale_earliest (&scale), 100 * DAY, 1e-3);
      g_assert_cmpfloat_with_epsilon (khatt_scale_latest (&scale), 107 * DAY, 1e-3);
    }
}

static void
test_fit_moment (void)
{
  KhattScale scale = khatt_scale_fit (KHATT_DIRECTION_LTR, 0, 600, 5000, 5000);

  g_assert_cmpfloat_with_epsilon (khatt_scale_x (&scale, 5000), 300, EPSILON);
  g_assert_cmpfloat (khatt_scale_latest (&scale), >, khatt_scale_earliest (&scale));
}

static void
test_fit_all_of_time (void)
{
  KhattScale scale = khatt_scale_fit (KHATT_DIRECTION_LTR, 0, 1000, -0x1p63, 0x1p63);

  g_assert_cmpfloat (khatt_scale_earliest (&scale), <=, -0x1p62);
  g_assert_cmpfloat (khatt_scale_latest (&scale), >=, 0x1p62);
}

static void
test_center (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      KhattScale scale = make_scale (directions[i]);
      KhattScale centered = khatt_scale_center (&scale, 12345678);

      g_assert_cmpfloat_with_epsilon (khatt_scale_x (&centered, 12345678),
                                      scale.start + scale.width / 2, EPSILON);
      g_assert_cmpfloat (centered.pixels_per_second, ==, scale.pixels_per_second);
    }
}

static void
test_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      KhattScale scale = make_scale (directions[i]);
      KhattScale placed = khatt_scale_place (&scale, 10, 300);

      g_assert_cmpfloat (khatt_scale_earliest (&placed), ==, khatt_scale_earliest (&scale));
      g_assert_cmpfloat (placed.start, ==, 10);
      g_assert_cmpfloat (placed.width, ==, 300);
      g_assert_false (khatt_scale_equal (&scale, &placed));
      g_assert_true (khatt_scale_equal (&scale, &scale));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/inverse", test_inverse);
  g_test_add_func ("/scale/edges", test_edges);
  g_test_add_func ("/scale/sign", test_sign);
  g_test_add_func ("/scale/mirror", test_mirror);
  g_test_add_func ("/scale/pan-is-rigid", test_pan_is_rigid);
  g_test_add_func ("/scale/pan-follows-the-hand", test_pan_follows_the_hand);
  g_test_add_func ("/scale/zoom-keeps-the-pointer", test_zoom_keeps_the_pointer);
  g_test_add_func ("/scale/zoom-is-clamped", test_zoom_is_clamped);
  g_test_add_func ("/scale/fit", test_fit);
  g_test_add_func ("/scale/fit-moment", test_fit_moment);
  g_test_add_func ("/scale/fit-all-of-time", test_fit_all_of_time);
  g_test_add_func ("/scale/center", test_center);
  g_test_add_func ("/scale/place", test_place);

  return g_test_run ();
}
