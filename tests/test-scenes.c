/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is kept between frames must not show: every picture of a moving view is, pixel by pixel, the
 * one that a view opened at that place has. */

#include "draw-look.h"

#include "khatt-layout-private.h"
#include "khatt-painter.h"
#include "khatt-scenes.h"

#include <string.h>

#define WIDTH 700
#define HEIGHT 500
#define DAY KHATT_SECONDS_PER_DAY
#define N_STEPS 24

static void
assert_same_picture (const KhattLayout *a, const KhattLayout *b, KhattShaper *shaper)
{
  cairo_surface_t *first = draw_look_paint (a, shaper);
  cairo_surface_t *second = draw_look_paint (b, shaper);

  g_assert_cmpuint (a->marks->len, ==, b->marks->len);
  g_assert_cmpuint (a->clusters->len, ==, b->clusters->len);
  g_assert_cmpuint (a->columns->len, ==, b->columns->len);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (first),
                           cairo_image_surface_get_data (second),
                           (gsize) cairo_image_surface_get_stride (first) * HEIGHT),
                   ==, 0);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static void
assert_moves_like_new (const DrawLook *look, KhattDirection direction, double step)
{
  g_auto (DrawScene) scene = draw_look_make (look, direction, WIDTH, HEIGHT);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (KhattLayout) kept =
          khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
      g_autoptr (KhattLayout) made = draw_scene_lay_out (&scene);

      g_test_message ("step %u of %g", i, step);
      assert_same_picture (kept, made, scene.shaper);
      scene.params.scale = khatt_scale_pan (&scene.params.scale, step);
      scene.params.scroll_y += i % 5 == 4 ? 31 : 0;
    }
  g_assert_cmpuint (khatt_scenes_get_n_made (scenes), <, N_STEPS);
}

static void
test_pan (gconstpointer data)
{
  static const double steps[] = { 13.4, -97.25, 260 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      assert_moves_like_new (data, KHATT_DIRECTION_LTR, steps[i]);
      assert_moves_like_new (data, KHATT_DIRECTION_RTL, steps[i]);
    }
}

/* Whatever else changes than the place makes a new scene. */
static void
change_scale (KhattLayoutParams *params)
{
  params->scale = khatt_scale_zoom (&params->scale, WIDTH / 2.0, 1.1);
}

static void
change_direction (KhattLayoutParams *params)
{
  params->scale.direction = KHATT_DIRECTION_RTL;
}

static void
change_text_scale (KhattLayoutParams *params)
{
  params->text_scale = 1.25;
}

static void
change_rows (KhattLayoutParams *params)
{
  params->is_compact = TRUE;
}

static void
change_headers (KhattLayoutParams *params)
{
  params->is_narrow = TRUE;
}

static void
change_width (KhattLayoutParams *params)
{
  params->width -= 50;
}

static void
change_words (KhattLayoutParams *params)
{
  params->words.digits = KHATT_DIGITS_ARABIC;
}

static void
change_today (KhattLayoutParams *params)
{
  params->today += 3 * DAY;
}

static void
change_axis (KhattLayoutParams *params)
{
  params->second_calendar = KHATT_CALENDAR_NONE;
}

static void
test_changes (void)
{
  static void (*const changes[]) (KhattLayoutParams * params) = {
    change_scale, change_direction, change_text_scale, change_rows, change_headers,
    change_width, change_words,     change_today,      change_axis,
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (DrawScene) scene =
          draw_look_make (&draw_looks[DRAW_LOOK_MIXED], KHATT_DIRECTION_LTR, WIDTH, HEIGHT);
      g_autoptr (KhattScenes) scenes = khatt_scenes_new ();
      g_autoptr (KhattLayout) before =
          khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
      g_autoptr (KhattLayout) kept = NULL;
      g_autoptr (KhattLayout) made = NULL;

      g_test_message ("change %u", i);
      changes[i](&scene.params);
      kept = khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
      made = draw_scene_lay_out (&scene);
      assert_same_picture (kept, made, scene.shaper);
      g_assert_cmpuint (khatt_scenes_get_n_made (scenes), ==, 2);
    }
}

/* Rows that grow do so in what is kept too. */
static void
test_cards (void)
{
  g_auto (DrawScene) scene =
      draw_look_make (&draw_looks[DRAW_LOOK_CARDS], KHATT_DIRECTION_LTR, WIDTH, HEIGHT);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();
  g_autoptr (KhattLayout) before =
      khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
  g_autoptr (KhattLayout) kept = NULL;
  g_autoptr (KhattLayout) made = NULL;

  scene.params.has_cards = FALSE;
  kept = khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
  made = draw_scene_lay_out (&scene);
  assert_same_picture (kept, made, scene.shaper);
  g_assert_cmpfloat (khatt_layout_get_lane (before, 0).height, ==,
                     2 * khatt_layout_get_lane (kept, 0).height);
}

static double
find_zoom (DrawScene *scene, KhattScenes *scenes, double zoom, double step, KhattDetail wanted)
{
  for (guint i = 0; i < 400; i++, zoom *= step)
    {
      g_autoptr (KhattLayout) layout = NULL;

      scene->params.scale.pixels_per_second = zoom;
      layout = khatt_scenes_lay_out (scenes, scene->arrangement, &scene->params, scene->shaper);
      if (khatt_layout_get_lane_detail (layout, 0) == wanted)
        return zoom;
    }
  g_assert_not_reached ();
}

/* Zooming in and out round a threshold does not flicker. */
static void
test_levels_stay (void)
{
  g_auto (DrawScene) scene =
      draw_look_make (&draw_looks[DRAW_LOOK_RIBBONS], KHATT_DIRECTION_LTR, WIDTH, HEIGHT);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();
  double start = scene.params.scale.pixels_per_second;

  for (KhattDetail detail = KHATT_DETAIL_CLUSTERS; detail <= KHATT_DETAIL_CARDS; detail++)
    {
      double up = find_zoom (&scene, scenes, start, 1.01, detail);
      double down = find_zoom (&scene, scenes, up, 1 / 1.01, detail - 1);

      g_assert_cmpfloat (down / up, <, 0.88);
      start = find_zoom (&scene, scenes, up, 1.01, detail);
    }
}

/* Another document has another arrangement, though all else is the same. */
static void
test_arrangement (void)
{
  g_auto (DrawScene) scene =
      draw_look_make (&draw_looks[DRAW_LOOK_MARKS], KHATT_DIRECTION_LTR, WIDTH, HEIGHT);
  g_auto (DrawScene) other =
      draw_look_make (&draw_looks[DRAW_LOOK_CLUSTERS], KHATT_DIRECTION_LTR, WIDTH, HEIGHT);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();
  g_autoptr (KhattLayout) before =
      khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
  g_autoptr (KhattLayout) kept =
      khatt_scenes_lay_out (scenes, other.arrangement, &scene.params, scene.shaper);
  g_autoptr (KhattLayout) made = khatt_layout_new (other.arrangement, &scene.params, scene.shaper);

  assert_same_picture (kept, made, scene.shaper);
}

/* What was prepared is there when the view comes, the way it goes. */
static void
test_prepare (gconstpointer data)
{
  g_auto (DrawScene) scene = draw_look_make (data, KHATT_DIRECTION_RTL, WIDTH, HEIGHT);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();

  for (guint i = 0; i < 40; i++)
    {
      guint n_made = khatt_scenes_get_n_made (scenes);
      g_autoptr (KhattLayout) layout =
          khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);

      if (i > 1)
        g_assert_cmpuint (khatt_scenes_get_n_made (scenes), ==, n_made);
      while (khatt_scenes_prepare (scenes, layout, scene.shaper))
        khatt_shaper_trim (scene.shaper);
      g_assert_false (khatt_scenes_prepare (scenes, layout, scene.shaper));
      scene.params.scale = khatt_scale_pan (&scene.params.scale, -110);
    }
  g_assert_cmpuint (khatt_scenes_get_n_made (scenes), >, 2);

  khatt_scenes_clear (scenes);
  {
    g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

    g_assert_false (khatt_scenes_prepare (scenes, layout, scene.shaper));
  }
}

/* What nobody prepares between frames is made with them, a few labels each: never a whole scene in
 * one frame, as the first of a view is. */
static void
test_share_work (void)
{
  g_auto (DrawScene) scene =
      draw_look_make (&draw_looks[DRAW_LOOK_MARKS], KHATT_DIRECTION_LTR, WIDTH, HEIGHT);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();
  guint n_first = 0;

  for (guint i = 0; i < 200; i++)
    {
      guint n_cached = khatt_shaper_get_n_cached (scene.shaper);
      g_autoptr (KhattLayout) layout =
          khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
      guint n_shaped = khatt_shaper_get_n_cached (scene.shaper) - n_cached;

      if (i == 0)
        n_first = n_shaped;
      else
        g_assert_cmpuint (n_shaped, <, n_first / 6);
      scene.params.scale = khatt_scale_pan (&scene.params.scale, -13);
    }
  g_assert_cmpuint (n_first, >, 60);
  g_assert_cmpuint (khatt_scenes_get_n_made (scenes), >, 2);
}

/* A view that turns round, or jumps, before what comes is ready. */
static void
test_turn (void)
{
  static const double steps[] = { 40, 40, 40, -70, -70, -70, 900, -35, -35, -2100, 60, 60, 60, 60 };
  g_auto (DrawScene) scene =
      draw_look_make (&draw_looks[DRAW_LOOK_MARKS], KHATT_DIRECTION_RTL, WIDTH, HEIGHT);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();

  for (guint i = 0; i < 4 * G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (KhattLayout) kept =
          khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
      g_autoptr (KhattLayout) made = draw_scene_lay_out (&scene);

      assert_same_picture (kept, made, scene.shaper);
      khatt_shaper_trim (scene.shaper);
      scene.params.scale = khatt_scale_pan (&scene.params.scale, steps[i % G_N_ELEMENTS (steps)]);
    }
}

static guint
count_labels (const KhattLayout *layout)
{
  guint n_labels = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    n_labels += g_array_index (layout->marks, KhattMark, i).label != NULL;

  return n_labels;
}

static void
assert_same_places (const KhattLayout *a, const KhattLayout *b)
{
  g_assert_cmpuint (a->marks->len, ==, b->marks->len);
  for (guint i = 0; i < a->marks->len; i++)
    {
      const KhattMark *first = &g_array_index (a->marks, KhattMark, i);
      const KhattMark *second = &g_array_index (b->marks, KhattMark, i);

      g_assert_cmpuint (first->box.slot, ==, second->box.slot);
      g_assert_cmpfloat (first->x, ==, second->x);
      g_assert_cmpfloat (first->box.plate.y, ==, second->box.plate.y);
    }
  g_assert_cmpuint (a->clusters->len, ==, b->clusters->len);
  for (guint i = 0; i < a->clusters->len; i++)
    {
      const KhattCluster *first = &g_array_index (a->clusters, KhattCluster, i);
      const KhattCluster *second = &g_array_index (b->clusters, KhattCluster, i);

      g_assert_cmpuint (first->box.n_events, ==, second->box.n_events);
      g_assert_cmpfloat (first->box.pill.x, ==, second->box.pill.x);
    }
}

/* While a view zooms, marks stand where they will, and labels come a few at a time; at rest the
 * picture is that of a view opened there. */
static void
test_zooming (gconstpointer data)
{
  g_auto (DrawScene) scene = draw_look_make (data, KHATT_DIRECTION_RTL, WIDTH, HEIGHT);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();
  g_autoptr (KhattLayout) rest = NULL;
  g_autoptr (KhattLayout) made = draw_scene_lay_out (&scene);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  guint n_labels = 0;

  g_assert_cmpuint (count_labels (made), >, 1);
  scene.params.is_zooming = TRUE;
  scene.params.selected = KHATT_SLOT_NONE;
  for (guint i = 0; i < 20; i++)
    {
      guint n_cached = khatt_shaper_get_n_cached (shaper);
      g_autoptr (KhattLayout) layout = NULL;

      khatt_scenes_clear (scenes);
      layout = khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, shaper);
      assert_same_places (layout, made);
      g_assert_false (khatt_scenes_prepare (scenes, layout, shaper));
      if (i > 0)
        g_assert_cmpuint (khatt_shaper_get_n_cached (shaper) - n_cached, <=, 12);
      n_labels = count_labels (layout);
    }
  g_assert_cmpuint (n_labels, >, 0);

  scene.params.is_zooming = FALSE;
  scene.params.selected = 3;
  rest = khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, shaper);
  assert_same_picture (rest, made, shaper);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < DRAW_N_LOOKS; i++)
    {
      g_autofree char *path = g_strconcat ("/scenes/pan/", draw_looks[i].name, NULL);

      g_test_add_data_func (path, &draw_looks[i], test_pan);
    }
  g_test_add_func ("/scenes/changes", test_changes);
  g_test_add_func ("/scenes/cards", test_cards);
  g_test_add_func ("/scenes/levels-stay", test_levels_stay);
  g_test_add_func ("/scenes/arrangement", test_arrangement);
  g_test_add_data_func ("/scenes/zooming/sample", &draw_looks[DRAW_LOOK_SAMPLE], test_zooming);
  g_test_add_data_func ("/scenes/zooming/mixed", &draw_looks[DRAW_LOOK_MIXED], test_zooming);
  g_test_add_data_func ("/scenes/prepare/marks", &draw_looks[DRAW_LOOK_MARKS], test_prepare);
  g_test_add_func ("/scenes/share-work", test_share_work);
  g_test_add_func ("/scenes/turn", test_turn);
  g_test_add_data_func ("/scenes/prepare/ribbons", &draw_looks[DRAW_LOOK_RIBBONS], test_prepare);

  return g_test_run ();
}
