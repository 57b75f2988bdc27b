/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-svg-path.h"

static cairo_t *
make_context (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

static void
test_extents (void)
{
  static const struct
  {
    const char *data;
    double x1, y1, x2, y2;
  } cases[] = {
    { "M0-13L13 0L0 13L-13 0Z", -13, -13, 13, 13 },
    { "M-8 5H8V6.9H-8Z", -8, 5, 8, 6.9 },
    { "M11 0A11 11 0 0 1-11 0A11 11 0 0 1 11 0Z", -11, -11, 11, 11 },
    { "M-8 2.2A3.8 3.8 0 0 1-.6 2.2V4H-8Z", -8, -0.75, -0.6, 4 },
    { "M10 0A10 10 0 0 0 0-10", 0, -10, 10, 0 },
    { "M10 0A10 10 0 1 1 0-10", -10, -10, 10, 10 },
    { "M0 0C1 2 3 4 5 6", 0, 0, 5, 6 },
    { " M1,2 L 3 , 4", 1, 2, 3, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_t *cr = make_context ();
      double x1, y1, x2, y2;

      g_assert_true (khatt_svg_path_add (cr, cases[i].data));
      cairo_path_extents (cr, &x1, &y1, &x2, &y2);
      g_assert_cmpfloat_with_epsilon (x1, cases[i].x1, 0.06);
      g_assert_cmpfloat_with_epsilon (y1, cases[i].y1, 0.06);
      g_assert_cmpfloat_with_epsilon (x2, cases[i].x2, 0.06);
      g_assert_cmpfloat_with_epsilon (y2, cases[i].y2, 0.06);
      cairo_destroy (cr);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "M1", "M1 2Q3 4 5 6", "m1 2", "M0 0A3 4 0 0 1 5 5", "M1 x", "L", "12",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_t *cr = make_context ();

      g_assert_false (khatt_svg_path_add (cr, cases[i]));
      cairo_destroy (cr);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg-path/extents-of-what-is-understood", test_extents);
  g_test_add_func ("/svg-path/refuses-the-rest", test_refused);
  return g_test_run ();
}
