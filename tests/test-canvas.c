/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* However a canvas came to show a layout, its pixels are those of the layout painted anew. */

#include "draw-look.h"

#include "khatt-canvas.h"
#include "khatt-painter.h"
#include "khatt-pixels.h"
#include "khatt-scenes.h"

#include <string.h>

#define WIDTH 700
#define HEIGHT 460
#define DAY KHATT_SECONDS_PER_DAY
#define N_STEPS 60
#define N_JUMPS 16

/* A view, as a window has it. */
typedef struct
{
  DrawScene scene;
  KhattScenes *scenes;
  KhattCanvas *canvas;
  const KhattPalette *palette;
  guint grid;
} View;

static View
make_view (const DrawLook *look, KhattDirection direction)
{
  return (View){
    .scene = draw_look_make (look, direction, WIDTH, HEIGHT),
    .scenes = khatt_scenes_new (),
    .canvas = khatt_canvas_new (),
    .palette = khatt_palette_get (KHATT_STYLE_LIGHT),
    .grid = 1,
  };
}

static void
clear_view (View *view)
{
  khatt_canvas_free (view->canvas);
  khatt_scenes_free (view->scenes);
  draw_scene_clear (&view->scene);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, clear_view)

static cairo_surface_t *
make_surface (const View *view, const KhattRect *plot)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) plot->width * (int) view->grid,
                                  (int) plot->height * (int) view->grid);

  cairo_surface_set_device_scale (surface, view->grid, view->grid);

  return surface;
}

static cairo_surface_t *
paint_anew (const View *view, const KhattLayout *layout)
{
  KhattRect plot = khatt_layout_get_plot (layout);
  cairo_surface_t *surface = make_surface (view, &plot);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, view->scene.shaper);

  cairo_translate (cr, -plot.x, -plot.y);
  khatt_painter_paint (layout, view->palette, ink);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_surface_t *
copy_canvas (const View *view, const KhattLayout *layout)
{
  KhattRect plot = khatt_layout_get_plot (layout);
  cairo_surface_t *surface = make_surface (view, &plot);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_surface (cr, khatt_canvas_get_surface (view->canvas), 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static void
assert_same_pixels (const View *view, const KhattLayout *layout)
{
  cairo_surface_t *expected = paint_anew (view, layout);
  cairo_surface_t *found = copy_canvas (view, layout);
  int width = cairo_image_surface_get_width (expected);
  int height = cairo_image_surface_get_height (expected);
  int stride = cairo_image_surface_get_stride (expected);

  for (int y = 0; y < height; y++)
    {
      const guint32 *wanted =
          (const guint32 *) (const void *) (cairo_image_surface_get_data (expected) + y * stride);
      const guint32 *got =
          (const guint32 *) (const void *) (cairo_image_surface_get_data (found) + y * stride);

      for (int x = 0; x < width; x++)
        if ((wanted[x] ^ got[x]) & 0xffffff)
          g_error ("at %d, %d of %d x %d: %06x instead of %06x", x, y, width, height,
                   got[x] & 0xffffff, wanted[x] & 0xffffff);
    }
  cairo_surface_destroy (expected);
  cairo_surface_destroy (found);
}

static KhattCanvasChange
show (View *view)
{
  g_autoptr (KhattLayout) layout = khatt_scenes_lay_out (view->scenes, view->scene.arrangement,
                                                         &view->scene.params, view->scene.shaper);
  KhattCanvasChange change =
      khatt_canvas_paint (view->canvas, layout, view->palette, view->grid, view->scene.shaper);

  assert_same_pixels (view, layout);

  return change;
}

static void
pan (View *view, double x)
{
  view->scene.params.scale = khatt_scale_pan (&view->scene.params.scale, x);
}

/* ---- Pans ---- */

static void
assert_pans_like_new (const DrawLook *look, KhattDirection direction, guint grid, KhattStyle style)
{
  g_auto (View) view = make_view (look, direction);
  g_autoptr (GRand) random = g_rand_new_with_seed (grid * 100 + direction * 10 + style);
  guint n_moves = 0;

  view.grid = grid;
  view.palette = khatt_palette_get (style);
  g_assert_cmpint (show (&view), ==, KHATT_CANVAS_IS_NEW);
  for (guint i = 0; i < N_STEPS / grid; i++)
    {
      double reach = i % 7 == 6 ? 900 : 40;

      pan (&view, g_rand_double_range (random, -reach, reach));
      if (i % 11 == 10)
        view.scene.params.scroll_y = g_rand_int_range (random, 0, 60);
      if (i % 5 == 4)
        view.scene.params.selected =
            g_rand_boolean (random) ? (guint32) g_rand_int_range (random, 0, 14) : KHATT_SLOT_NONE;
      g_test_message ("step %u", i);
      n_moves += show (&view) == KHATT_CANVAS_MOVES;
    }
  g_assert_cmpuint (n_moves, >, N_STEPS / grid / 2);
}

static void
test_pan (gconstpointer data)
{
  assert_pans_like_new (data, KHATT_DIRECTION_LTR, 1, KHATT_STYLE_LIGHT);
  assert_pans_like_new (data, KHATT_DIRECTION_RTL, 1, KHATT_STYLE_DARK);
  assert_pans_like_new (data, KHATT_DIRECTION_RTL, 2, KHATT_STYLE_HIGH_CONTRAST_LIGHT);
}

/* While a search is shown, most stands back: that moves as all does. */
static void
test_lit (gconstpointer data)
{
  g_auto (View) view = make_view (data, KHATT_DIRECTION_RTL);
  g_autoptr (KhattLit) lit = draw_sample_light (view.scene.arrangement, "actor 1");
  g_autoptr (KhattLit) other = draw_sample_light (view.scene.arrangement, "actor 2");
  guint n_moves = 0;

  show (&view);
  view.scene.params.lit = lit;
  g_assert_cmpint (show (&view), ==, KHATT_CANVAS_IS_NEW);
  for (guint i = 0; i < N_STEPS / 2; i++)
    {
      pan (&view, i % 9 * 5 - 13);
      g_test_message ("step %u", i);
      n_moves += show (&view) == KHATT_CANVAS_MOVES;
    }
  g_assert_cmpuint (n_moves, >, N_STEPS / 4);
  view.scene.params.selected = 5;
  g_assert_cmpint (show (&view), !=, KHATT_CANVAS_IS_NEW);
  view.scene.params.lit = other;
  g_assert_cmpint (show (&view), ==, KHATT_CANVAS_IS_NEW);
  view.scene.params.lit = NULL;
  g_assert_cmpint (show (&view), ==, KHATT_CANVAS_IS_NEW);
}

/* A long way in small steps, over the end of what there is room for, and back. */
static void
test_long_way (gconstpointer data)
{
  g_auto (View) view = make_view (data, KHATT_DIRECTION_LTR);

  show (&view);
  for (guint i = 0; i < 2 * N_STEPS; i++)
    {
      pan (&view, i < N_STEPS ? 17 : -17);
      g_test_message ("step %u", i);
      g_assert_cmpint (show (&view), ==, KHATT_CANVAS_MOVES);
    }
}

/* Names of lanes stand in the plot of a narrow view, and stay where it goes. */
static void
test_narrow (gconstpointer data)
{
  g_auto (View) view = make_view (data, KHATT_DIRECTION_RTL);

  view.scene.params.is_narrow = TRUE;
  view.scene.params.width = 360;
  show (&view);
  for (guint i = 0; i < N_STEPS; i++)
    {
      pan (&view, i % 9 * 5 - 13);
      show (&view);
    }
}

/* ---- What is not a pan ---- */

/* Another event is selected: nothing but its rows and those of the one before. */
static void
test_select (gconstpointer data)
{
  g_auto (View) view = make_view (data, KHATT_DIRECTION_LTR);
  guint n_free = 0;

  show (&view);
  for (guint32 slot = 0; slot < 14; slot++)
    {
      g_autoptr (KhattLayout) layout = NULL;
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) now = NULL;

      layout = draw_scene_lay_out (&view.scene);
      before = khatt_painter_list_rows (layout, view.scene.params.selected, FALSE);
      now = khatt_painter_list_rows (layout, slot, FALSE);
      view.scene.params.selected = slot;
      g_assert_cmpint (show (&view), ==, KHATT_CANVAS_STAYS);
      for (guint i = 0; i < before->len; i++)
        g_assert_true (
            khatt_canvas_has_changed (view.canvas, &g_array_index (before, KhattRect, i)));
      for (guint i = 0; i < now->len; i++)
        g_assert_true (khatt_canvas_has_changed (view.canvas, &g_array_index (now, KhattRect, i)));
      for (guint lane = 0; khatt_layout_get_lane (layout, lane).y < HEIGHT; lane++)
        {
          KhattRect row = khatt_layout_get_lane (layout, lane);

          n_free += !khatt_canvas_has_changed (view.canvas, &row);
        }
    }
  g_assert_cmpuint (n_free, >, 14);
}

/* Nothing has changed: nothing is painted. */
static void
test_rest (void)
{
  g_auto (View) view = make_view (&draw_looks[DRAW_LOOK_SAMPLE], KHATT_DIRECTION_LTR);
  KhattRect all = { 0, 0, WIDTH, HEIGHT };

  g_assert_cmpint (show (&view), ==, KHATT_CANVAS_IS_NEW);
  g_assert_true (khatt_canvas_has_changed (view.canvas, &all));
  g_assert_cmpint (show (&view), ==, KHATT_CANVAS_STAYS);
  g_assert_false (khatt_canvas_has_changed (view.canvas, &all));
}

static void
change_zoom (View *view)
{
  KhattLayoutParams *params = &view->scene.params;

  params->scale = khatt_scale_zoom (&params->scale, WIDTH / 2.0, 1.1);
}

static void
change_size (View *view)
{
  view->scene.params.width -= 31;
}

static void
change_height (View *view)
{
  view->scene.params.height += 50;
}

static void
change_scroll (View *view)
{
  view->scene.params.scroll_y += 10;
}

static void
change_style (View *view)
{
  view->palette = khatt_palette_get (KHATT_STYLE_DARK);
}

static void
change_grid (View *view)
{
  view->grid = 2;
}

static void
change_text_scale (View *view)
{
  view->scene.params.text_scale = 1.25;
}

static void
change_direction (View *view)
{
  view->scene.params.scale.direction = KHATT_DIRECTION_RTL;
}

static void
change_digits (View *view)
{
  view->scene.params.words.digits = KHATT_DIGITS_ARABIC;
}

static void
change_today (View *view)
{
  view->scene.params.today += 2 * DAY;
}

static void
change_region (View *view)
{
  view->scene.params.region = "ar_EG";
}

static void
jump (View *view)
{
  pan (view, 2 * WIDTH);
}

static void
test_changes (gconstpointer data)
{
  static void (*const changes[]) (View * view) = {
    change_zoom,       change_size,      change_height, change_scroll, change_style,  change_grid,
    change_text_scale, change_direction, change_digits, change_today,  change_region, jump,
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (View) view = make_view (data, KHATT_DIRECTION_LTR);

      g_test_message ("change %u", i);
      show (&view);
      changes[i](&view);
      g_assert_cmpint (show (&view), ==, KHATT_CANVAS_IS_NEW);
    }
}

/* Another document has another arrangement. */
static void
test_arrangement (void)
{
  g_auto (View) view = make_view (&draw_looks[DRAW_LOOK_MARKS], KHATT_DIRECTION_LTR);
  g_auto (View) other = make_view (&draw_looks[DRAW_LOOK_CLUSTERS], KHATT_DIRECTION_LTR);

  show (&view);
  khatt_arrangement_unref (view.scene.arrangement);
  view.scene.arrangement = khatt_arrangement_ref (other.scene.arrangement);
  g_assert_cmpint (show (&view), ==, KHATT_CANVAS_IS_NEW);
}

/* What fades away is still shown: it does not become what is painted now. */
static void
test_held (void)
{
  g_auto (View) view = make_view (&draw_looks[DRAW_LOOK_SAMPLE], KHATT_DIRECTION_LTR);
  cairo_surface_t *surface;
  g_autofree guint8 *before = NULL;
  gsize n_bytes;

  show (&view);
  surface = cairo_surface_reference (khatt_canvas_get_surface (view.canvas));
  n_bytes = (gsize) cairo_image_surface_get_stride (surface) *
                (gsize) (cairo_image_surface_get_height (surface) - 1) +
            (gsize) cairo_image_surface_get_width (surface) * sizeof (guint32);
  before = g_memdup2 (cairo_image_surface_get_data (surface), n_bytes);
  for (guint i = 0; i < 4; i++)
    {
      change_zoom (&view);
      show (&view);
      g_assert_true (khatt_canvas_get_surface (view.canvas) != surface);
      g_assert_cmpint (memcmp (before, cairo_image_surface_get_data (surface), n_bytes), ==, 0);
    }
  cairo_surface_destroy (surface);
}

/* ---- The window onto the strip ---- */

static void
paint_column (KhattPixels *pixels, int column, guint32 number)
{
  cairo_t *cr = khatt_pixels_paint (pixels);

  cairo_set_source_rgb (cr, number % 256 / 255.0, number / 256 % 256 / 255.0, 0);
  cairo_rectangle (cr, column, 0, 1, 2);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static guint32
read_column (KhattPixels *pixels, int column)
{
  cairo_surface_t *surface = khatt_pixels_show (pixels);
  const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) +
                                                         cairo_image_surface_get_stride (surface));
  guint32 pixel = row[column];

  cairo_surface_destroy (surface);

  return (pixel >> 16 & 255) + (pixel >> 8 & 255) * 256;
}

static void
test_window (void)
{
  g_autoptr (KhattPixels) pixels = khatt_pixels_new (100, 2, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  int at = 10000;

  for (int x = 0; x < 100; x++)
    paint_column (pixels, x, (guint32) (at + x));
  for (guint i = 0; i < 200; i++)
    {
      int step = i % N_JUMPS == 0 ? (i % (2 * N_JUMPS) == 0 ? 99 : -99)
                                  : g_rand_int_range (random, -30, 31);

      khatt_pixels_move (pixels, step);
      at -= step;
      for (int x = 0; x < 100; x++)
        {
          if (step > 0 ? x < step : x >= 100 + step)
            paint_column (pixels, x, (guint32) (at + x));
          g_assert_cmpuint (read_column (pixels, x), ==, (guint32) (at + x));
        }
    }

  g_assert_true (khatt_pixels_has_size (pixels, 100, 2, 1));
  g_assert_false (khatt_pixels_has_size (pixels, 100, 2, 2));
  g_assert_false (khatt_pixels_has_size (pixels, 101, 2, 1));
  g_assert_false (khatt_pixels_has_size (pixels, 100, 3, 1));
}

static void
add_each (const char *group, void (*test) (gconstpointer data))
{
  for (guint i = 0; i < DRAW_N_LOOKS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/canvas/%s/%s", group, draw_looks[i].name);

      g_test_add_data_func (path, &draw_looks[i], test);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_each ("pan", test_pan);
  add_each ("narrow", test_narrow);
  add_each ("lit", test_lit);
  g_test_add_data_func ("/canvas/long-way/sample", &draw_looks[DRAW_LOOK_SAMPLE], test_long_way);
  g_test_add_data_func ("/canvas/long-way/ribbons", &draw_looks[DRAW_LOOK_RIBBONS], test_long_way);
  g_test_add_data_func ("/canvas/select/sample", &draw_looks[DRAW_LOOK_SAMPLE], test_select);
  g_test_add_data_func ("/canvas/select/crowds", &draw_looks[DRAW_LOOK_CROWDS], test_select);
  g_test_add_data_func ("/canvas/changes/sample", &draw_looks[DRAW_LOOK_SAMPLE], test_changes);
  g_test_add_data_func ("/canvas/changes/mixed", &draw_looks[DRAW_LOOK_MIXED], test_changes);
  g_test_add_func ("/canvas/rest", test_rest);
  g_test_add_func ("/canvas/arrangement", test_arrangement);
  g_test_add_func ("/canvas/held", test_held);
  g_test_add_func ("/canvas/window", test_window);

  return g_test_run ();
}
