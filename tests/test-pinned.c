/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows that stay while others scroll, and rows that are low. */

#include "draw-look.h"

#include "khatt-layout-private.h"
#include "khatt-painter.h"
#include "khatt-scenes.h"

#include <string.h>

#define WIDTH 700
#define HEIGHT 420
#define DAY KHATT_SECONDS_PER_DAY
#define N_PINNED 2
#define LOW_ROW 20
#define ROW 48

static const char *const pinned[] = { "Actor 7", "Actor 3", NULL };
static const char *const collapsed[] = { "Actor 3", "Actor 5", "Actor 8", NULL };

static const double scrolls[] = { 0, 1, 17, 40, 48, 111, 300, 512 };

static DrawScene
make_scene (KhattDirection direction, gint64 days)
{
  DrawScene scene = draw_scene_make (draw_sample_new_many (20000, 25), direction);
  const KhattLaneSettings settings = {
    { [KHATT_LANE_PINNED] = pinned, [KHATT_LANE_COLLAPSED] = collapsed }
  };
  const KhattArrangementParams params = { KHATT_LANES_ACTORS, NULL, NULL, &settings };
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (scene.timeline);
  gint64 middle = draw_sample_day (2011, 3, 4);

  khatt_arrangement_unref (scene.arrangement);
  scene.arrangement = khatt_arrangement_new_with (snapshot, &params, NULL);
  g_assert_cmpuint (khatt_arrangement_get_n_pinned (scene.arrangement), ==, N_PINNED);
  scene.params.width = WIDTH;
  scene.params.height = HEIGHT;
  scene.params.selected = KHATT_SLOT_NONE;
  scene.params.scale = khatt_layout_fit_span (scene.arrangement, &scene.params, scene.shaper,
                                              middle - days * DAY / 2, middle + days * DAY / 2);

  return scene;
}

static void
test_rows (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR, 30);

  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    {
      g_autoptr (KhattLayout) layout = NULL;
      KhattRect plot;
      double y;

      scene.params.scroll_y = scrolls[i];
      layout = draw_scene_lay_out (&scene);
      plot = khatt_layout_get_plot (layout);
      y = plot.y;
      for (guint lane = 0; lane < khatt_arrangement_get_n_lanes (scene.arrangement); lane++)
        {
          const KhattLane *info = khatt_arrangement_get_lane (scene.arrangement, lane);
          KhattRect row = khatt_layout_get_lane (layout, lane);

          if (lane == N_PINNED)
            y -= khatt_layout_get_params (layout)->scroll_y;
          g_assert_cmpfloat (row.y, ==, y);
          g_assert_cmpfloat (row.height, ==, info->is_collapsed ? LOW_ROW : ROW);
          y += row.height;
          if (row.y + row.height / 2 >= layout->frame.pinned_bottom || lane < N_PINNED)
            g_assert_cmpuint (khatt_layout_get_lane_at (layout, row.y + row.height / 2), ==, lane);
        }
      g_assert_cmpfloat (khatt_layout_get_content_height (layout), ==,
                         y - plot.y + khatt_layout_get_params (layout)->scroll_y);
    }
}

/* Where pinned rows would leave no room, all rows scroll. */
static void
test_no_room (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR, 30);
  g_autoptr (KhattLayout) layout = NULL;

  scene.params.height = 160;
  scene.params.scroll_y = 30;
  layout = draw_scene_lay_out (&scene);
  g_assert_cmpfloat (khatt_layout_get_lane (layout, 0).y, ==,
                     khatt_layout_get_plot (layout).y - 30);
}

static gboolean
is_same_picture (const KhattLayout *a, const KhattLayout *b, KhattShaper *shaper, int n_rows)
{
  cairo_surface_t *first = draw_look_paint (a, shaper);
  cairo_surface_t *second = draw_look_paint (b, shaper);
  int differs = memcmp (cairo_image_surface_get_data (first), cairo_image_surface_get_data (second),
                        (gsize) cairo_image_surface_get_stride (first) * (gsize) n_rows);

  cairo_surface_destroy (first);
  cairo_surface_destroy (second);

  return differs == 0;
}

/* What is kept between frames does not show. */
static void
test_scrolls_like_new (gconstpointer days)
{
  for (KhattDirection direction = 0; direction <= KHATT_DIRECTION_RTL; direction++)
    {
      g_auto (DrawScene) scene = make_scene (direction, GPOINTER_TO_INT (days));
      g_autoptr (KhattScenes) scenes = khatt_scenes_new ();

      for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
        {
          g_autoptr (KhattLayout) kept = NULL;
          g_autoptr (KhattLayout) made = NULL;

          scene.params.scroll_y = scrolls[i];
          kept = khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
          made = draw_scene_lay_out (&scene);
          g_assert_true (is_same_picture (kept, made, scene.shaper, HEIGHT));
        }
      /* A step that leaves the same rows in view needs no new one. */
      g_assert_cmpuint (khatt_scenes_get_n_made (scenes), <, G_N_ELEMENTS (scrolls));
    }
}

/* What stays is the same picture wherever the others are: ribbons join nothing. */
static void
test_stays (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR, 9000);
  g_autoptr (KhattLayout) first = draw_scene_lay_out (&scene);
  int bottom = (int) first->frame.pinned_bottom;

  g_assert_cmpint (bottom, ==, (int) first->frame.plot.y + ROW + LOW_ROW);
  for (guint i = 1; i < G_N_ELEMENTS (scrolls); i++)
    {
      g_autoptr (KhattLayout) layout = NULL;

      scene.params.scroll_y = scrolls[i];
      layout = draw_scene_lay_out (&scene);
      g_assert_true (is_same_picture (first, layout, scene.shaper, bottom));
      g_assert_false (is_same_picture (first, layout, scene.shaper, HEIGHT));
    }
}

/* Plates in view are hit, those that have scrolled below pinned rows are not, and what a mark shows
 * is where it can be seen. */
static void
test_hits (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR, 40);
  guint n_hit = 0;
  guint n_held = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    {
      g_autoptr (KhattLayout) layout = NULL;

      scene.params.scroll_y = scrolls[i];
      layout = draw_scene_lay_out (&scene);
      for (guint j = 0; j < layout->marks->len; j++)
        {
          const KhattMark *mark = &g_array_index (layout->marks, KhattMark, j);
          const KhattRect *plate = &mark->box.plate;
          double y = plate->y + plate->height / 2;
          guint lane = g_array_index (layout->ends, KhattEnd, mark->plate_end).lane;
          KhattRect region = khatt_frame_get_region (&layout->frame, lane);
          gboolean is_seen = khatt_rect_contains (&region, mark->x, y);

          n_held += mark->first_lane < N_PINNED && mark->last_lane >= N_PINNED;
          if (mark->first_lane < N_PINNED)
            g_assert_cmpfloat (y, >=, region.y);
          if (is_seen)
            n_hit += khatt_layout_pick (layout, mark->x, y).slot == mark->box.slot;
          else
            g_assert_cmpuint (khatt_layout_pick (layout, mark->x, y).slot, !=, mark->box.slot);
          if (khatt_frame_is_low (&layout->frame, lane))
            g_assert_cmpfloat (plate->height, ==, KHATT_LOW_PLATE);
          g_assert_true (mark->label == NULL ||
                         !khatt_frame_is_low (&layout->frame, mark->label_lane));
        }
    }
  g_assert_cmpuint (n_hit, >, 20);
  g_assert_cmpuint (n_held, >, 5);
}

/* Labels that can be seen do not overlap, however far the rows are scrolled. */
static void
test_no_overlap (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_RTL, 25);
  guint n_labels = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    {
      g_autoptr (KhattLayout) layout = NULL;

      scene.params.scroll_y = scrolls[i];
      layout = draw_scene_lay_out (&scene);
      for (guint j = 0; j < layout->marks->len; j++)
        {
          const KhattMark *mark = &g_array_index (layout->marks, KhattMark, j);

          n_labels += mark->label != NULL;
          for (guint k = 0; mark->label != NULL && k < j; k++)
            {
              const KhattMark *other = &g_array_index (layout->marks, KhattMark, k);
              gboolean is_apart = (mark->label_lane < N_PINNED) != (other->label_lane < N_PINNED);

              g_assert_true (other->label == NULL || is_apart ||
                             !khatt_rect_intersects (&mark->box.label, &other->box.label));
            }
        }
    }
  g_assert_cmpuint (n_labels, >, 20);
}

/* The least scrolling brings a row out from below the pinned ones. */
static void
test_reveal (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR, 30);
  g_autoptr (KhattLayout) layout = NULL;
  guint n_revealed = 0;

  scene.params.scroll_y = 400;
  layout = draw_scene_lay_out (&scene);
  for (guint32 slot = 0; slot < 60; slot++)
    {
      guint n_joins;
      const KhattJoin *joins = khatt_arrangement_get_joins (scene.arrangement, slot, &n_joins);
      g_autoptr (KhattLayout) after = NULL;
      double scroll_y;

      scene.params.scale = khatt_layout_reveal (layout, slot, &scroll_y);
      scene.params.scroll_y = scroll_y;
      after = draw_scene_lay_out (&scene);
      for (guint i = 0; i < n_joins; i++)
        if (n_joins == 1 && joins[i].lane >= N_PINNED)
          {
            KhattRect row = khatt_layout_get_lane (after, joins[i].lane);

            g_assert_cmpfloat (row.y, >=, after->frame.pinned_bottom);
            n_revealed++;
          }
    }
  g_assert_cmpuint (n_revealed, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pinned/rows", test_rows);
  g_test_add_func ("/pinned/no-room", test_no_room);
  g_test_add_data_func ("/pinned/scrolls-like-new/marks", GINT_TO_POINTER (30),
                        test_scrolls_like_new);
  g_test_add_data_func ("/pinned/scrolls-like-new/mixed", GINT_TO_POINTER (300),
                        test_scrolls_like_new);
  g_test_add_data_func ("/pinned/scrolls-like-new/ribbons", GINT_TO_POINTER (9000),
                        test_scrolls_like_new);
  g_test_add_func ("/pinned/stays", test_stays);
  g_test_add_func ("/pinned/hits", test_hits);
  g_test_add_func ("/pinned/no-overlap", test_no_overlap);
  g_test_add_func ("/pinned/reveal", test_reveal);

  return g_test_run ();
}
