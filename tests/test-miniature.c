/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The small picture of a scene: as large as it is asked for, of what the scene shows, in the
 * colours of the window. */

#include "draw-sample.h"

#include "khatt-miniature.h"

#include <string.h>

#define WIDTH 96
#define HEIGHT 60

typedef struct
{
  KhattSnapshot *snapshot;
  KhattScene *scene;
  KhattMiniature miniature;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattTimeline) timeline = draw_sample_new (FALSE);

  fixture->snapshot = khatt_timeline_ref_snapshot (timeline);
  fixture->scene = khatt_scene_new ();
  fixture->miniature = (KhattMiniature){
    .snapshot = fixture->snapshot,
    .scene = fixture->scene,
    .focus = KHATT_SLOT_NONE,
    .palette = khatt_palette_get (KHATT_STYLE_LIGHT),
    .words = { .language = "en" },
    .width = WIDTH,
    .height = HEIGHT,
    .pixel_scale = 1,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  khatt_scene_unref (fixture->scene);
  khatt_snapshot_unref (fixture->snapshot);
}

/* Takes the images. */
static gboolean
are_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size =
      (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);
  gboolean is_equal =
      memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;

  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  return is_equal;
}

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const double scales[] = { 1, 2, 1.25 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *surface;

      fixture->miniature.pixel_scale = scales[i];
      surface = khatt_miniature_draw (&fixture->miniature, NULL);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) (WIDTH * scales[i]));
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int) (HEIGHT * scales[i]));
      cairo_surface_destroy (surface);
    }
}

/* Another span, filter, lanes, focus or palette is another picture; another title is not. */
static void
test_what_it_shows (Fixture *fixture, gconstpointer data)
{
  const KhattFilter only_calls = { .kinds = 1u << KHATT_KIND_CALL };
  KhattMiniature usual = fixture->miniature;
  g_autoptr (KhattScene) same = khatt_scene_new ();
  g_autoptr (KhattScene) short_span = khatt_scene_new ();
  g_autoptr (KhattScene) filtered = khatt_scene_new ();
  g_autoptr (KhattScene) by_kind = khatt_scene_new ();
  const struct
  {
    const KhattScene *scene;
    guint32 focus;
    KhattStyle style;
    gboolean is_equal;
  } cases[] = {
    { same, KHATT_SLOT_NONE, KHATT_STYLE_LIGHT, TRUE },
    { short_span, KHATT_SLOT_NONE, KHATT_STYLE_LIGHT, FALSE },
    { filtered, KHATT_SLOT_NONE, KHATT_STYLE_LIGHT, FALSE },
    { by_kind, KHATT_SLOT_NONE, KHATT_STYLE_LIGHT, FALSE },
    { same, 2, KHATT_STYLE_LIGHT, FALSE },
    { same, KHATT_SLOT_NONE, KHATT_STYLE_DARK, FALSE },
  };

  same->title = g_strdup ("Another title");
  khatt_scene_set_span (short_span, draw_sample_day (2025, 8, 6), draw_sample_day (2025, 8, 8));
  filtered->filter = khatt_filter_copy (&only_calls);
  by_kind->lanes_by = g_strdup ("kinds");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattMiniature miniature = usual;

      miniature.scene = cases[i].scene;
      miniature.focus = cases[i].focus;
      miniature.palette = khatt_palette_get (cases[i].style);
      g_assert_cmpint (
          are_equal (khatt_miniature_draw (&usual, NULL), khatt_miniature_draw (&miniature, NULL)),
          ==, cases[i].is_equal);
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (khatt_miniature_draw (&fixture->miniature, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/miniature/sizes", Fixture, NULL, set_up, test_sizes, tear_down);
  g_test_add ("/miniature/what-it-shows", Fixture, NULL, set_up, test_what_it_shows, tear_down);
  g_test_add ("/miniature/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
