/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dimension lines: where they stand, in both directions of time and at the edges of the picture. */

#include "draw-sample.h"

#include "khatt-dimension.h"

static const char three_events[] = "call happened 2025-08-08 one | A initiator | B recipient\n"
                                   "call happened 2025-08-26 two | A initiator | C recipient\n"
                                   "call happened 2025-08-08 three | B initiator\n";

static DrawScene
make_scene (KhattDirection direction)
{
  return draw_scene_make (draw_sample_new_from_text (three_events), direction);
}

static double
get_middle (const KhattRect *rect)
{
  return rect->x + rect->width / 2;
}

static void
test_ends_are_at_the_plates (void)
{
  const guint32 slots[][2] = { { 0, 1 }, { 1, 0 } };

  for (KhattDirection direction = KHATT_DIRECTION_LTR; direction <= KHATT_DIRECTION_RTL;
       direction++)
    for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
      {
        g_auto (DrawScene) scene = make_scene (direction);
        g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
        const KhattMarkBox *first = khatt_layout_find_mark (layout, 0);
        const KhattMarkBox *second = khatt_layout_find_mark (layout, 1);
        double x[] = { get_middle (&first->plate), get_middle (&second->plate) };
        KhattRect axis = khatt_layout_get_axis (layout);
        KhattDimension dimension;

        g_assert_true (
            khatt_dimension_lay_out (layout, slots[i], "18 days", scene.shaper, &dimension));
        g_assert_cmpfloat_with_epsilon (dimension.ends[0].x, MIN (x[0], x[1]), 0.01);
        g_assert_cmpfloat_with_epsilon (dimension.ends[1].x, MAX (x[0], x[1]), 0.01);
        g_assert_true (dimension.ends[0].is_inside && dimension.ends[1].is_inside);
        g_assert_cmpfloat (dimension.y, ==, axis.y + axis.height);
        g_assert_cmpfloat_with_epsilon (get_middle (&dimension.pill), (x[0] + x[1]) / 2, 0.01);
        g_assert_cmpstr (khatt_label_get_text (dimension.label), ==, "18 days");
      }
}

/* Whatever part of time is shown: the pill is whole and in the picture, and all ink is within the
 * bounds. */
static void
test_edges (void)
{
  const struct
  {
    const char *first;
    const char *after;
    gboolean has_line;
    gboolean are_inside[2];
  } cases[] = {
    { "2025-08-01", "2025-09-01", TRUE, { TRUE, TRUE } },
    { "2025-08-20", "2025-09-01", TRUE, { FALSE, TRUE } },
    { "2025-08-01", "2025-08-15", TRUE, { TRUE, FALSE } },
    { "2025-08-12", "2025-08-20", TRUE, { FALSE, FALSE } },
    { "2025-09-12", "2025-09-20", FALSE, { FALSE, FALSE } },
    { "2025-07-12", "2025-07-20", FALSE, { FALSE, FALSE } },
  };
  const guint32 slots[] = { 0, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR);
      g_autoptr (KhattLayout) layout = NULL;
      KhattDimension dimension = { 0 };
      KhattRect plot;

      draw_scene_show_days (&scene, cases[i].first, cases[i].after);
      layout = draw_scene_lay_out (&scene);
      plot = khatt_layout_get_plot (layout);
      g_test_message ("%s to %s", cases[i].first, cases[i].after);
      g_assert_cmpint (khatt_dimension_lay_out (layout, slots, "18 days", scene.shaper, &dimension),
                       ==, cases[i].has_line);
      if (!cases[i].has_line)
        continue;
      for (guint end = 0; end < 2; end++)
        {
          g_assert_cmpint (dimension.ends[end].is_inside, ==, cases[i].are_inside[end]);
          g_assert_cmpfloat (dimension.ends[end].x, >=, plot.x);
          g_assert_cmpfloat (dimension.ends[end].x, <=, plot.x + plot.width);
        }
      g_assert_cmpfloat (dimension.pill.x, >=, plot.x);
      g_assert_cmpfloat (dimension.pill.x + dimension.pill.width, <=, plot.x + plot.width);
    }
}

static void
test_same_place (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  KhattDimension dimension;

  g_assert_true (khatt_dimension_lay_out (layout, (const guint32[]){ 0, 2 }, "the same day",
                                          scene.shaper, &dimension));
  g_assert_cmpfloat (dimension.pill.width, >, dimension.ends[1].x - dimension.ends[0].x);
  g_assert_false (khatt_dimension_lay_out (layout, (const guint32[]){ 0, 7 }, "nothing there",
                                           scene.shaper, &dimension));
}

/* Ink is in the bounds and nowhere else, and there is some at the ends and in the pill. */
static void
test_ink (void)
{
  for (KhattDirection direction = KHATT_DIRECTION_LTR; direction <= KHATT_DIRECTION_RTL;
       direction++)
    {
      g_auto (DrawScene) scene = make_scene (direction);
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
      const KhattPalette *palette = khatt_palette_get (KHATT_STYLE_LIGHT);
      int width = (int) scene.params.width, height = 600;
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      cairo_t *cr = cairo_create (surface);
      g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, scene.shaper);
      KhattDimension dimension;
      guint n_inside = 0;

      g_assert_true (khatt_dimension_lay_out (layout, (const guint32[]){ 0, 1 }, "١٨ يومًا",
                                              scene.shaper, &dimension));
      khatt_dimension_paint (&dimension, palette, ink);
      cairo_surface_flush (surface);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            const guint32 *row =
                (const guint32 *) (cairo_image_surface_get_data (surface) +
                                   (gsize) y * (gsize) cairo_image_surface_get_stride (surface));
            KhattRect around = khatt_rect_grow (&dimension.bounds, 1);

            if (row[x] == 0)
              continue;
            g_assert_true (khatt_rect_contains (&around, x, y));
            n_inside++;
          }
      g_assert_cmpuint (n_inside, >, dimension.pill.width * dimension.pill.height);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dimension/ends-are-at-the-plates", test_ends_are_at_the_plates);
  g_test_add_func ("/dimension/edges", test_edges);
  g_test_add_func ("/dimension/same-place", test_same_place);
  g_test_add_func ("/dimension/ink", test_ink);
  return g_test_run ();
}
