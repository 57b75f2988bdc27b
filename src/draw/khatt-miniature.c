/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A scene as small as a stamp: the picture that a presentation shows, without what events are
 * called, painted at a fraction of its size. Nothing in it can be read, but one knows it again. */

#include "khatt-miniature.h"

#include "khatt-scene-arrangement.h"

#include <math.h>

#define REDUCTION 0.3        /* of a picture of the usual size ... */
#define LEAST_TEXT_SCALE 0.5 /* ... and of what is in it, where there are many lanes */
#define ROW_HEIGHT 51        /* where there is no column of names, as the next */
#define AXIS_HEIGHT 42

static KhattLayoutParams
make_params (const KhattMiniature *miniature, guint n_lanes)
{
  double height = ceil (miniature->height / REDUCTION);

  return (KhattLayoutParams){
    .width = ceil (miniature->width / REDUCTION),
    .height = height,
    .text_scale = CLAMP (height / (AXIS_HEIGHT + ROW_HEIGHT * n_lanes), LEAST_TEXT_SCALE, 1),
    .scale = { .direction = khatt_snapshot_get_direction (miniature->snapshot) },
    .is_narrow = TRUE,
    .is_low = TRUE,
    .fills_height = TRUE,
    .hides_labels = TRUE,
    .is_still = TRUE,
    .words = miniature->words,
    .region = miniature->region,
    .today = KHATT_TIME_MIN,
    .draw_words = { "", "", "" },
    .selected = miniature->focus,
  };
}

static void
paint (const KhattMiniature *miniature,
       const KhattLayout *layout,
       KhattShaper *shaper,
       cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  KhattInk *ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);

  cairo_scale (cr, REDUCTION * miniature->pixel_scale, REDUCTION * miniature->pixel_scale);
  khatt_painter_paint (layout, miniature->palette, ink);
  khatt_ink_free (ink);
  cairo_destroy (cr);
}

/**
 * khatt_miniature_draw:
 * @miniature: what to draw
 * @cancellable: (nullable): gives up when cancelled
 *
 * Draws a scene, in whatever thread.
 *
 * Returns: (transfer full) (nullable): an image of the size that was asked for, in device pixels;
 * %NULL when cancelled
 */
cairo_surface_t *
khatt_miniature_draw (const KhattMiniature *miniature, GCancellable *cancellable)
{
  const KhattArrangementParams usual = { .countries = miniature->countries };
  g_autoptr (KhattArrangement) arrangement =
      khatt_arrangement_new_for_scene (miniature->snapshot, miniature->scene, &usual, cancellable);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattLayout) layout = NULL;
  KhattLayoutParams params;
  cairo_surface_t *surface;
  gint64 first, last;

  if (arrangement == NULL)
    return NULL;
  params = make_params (miniature, khatt_arrangement_get_n_lanes (arrangement));
  if (khatt_scene_get_span (miniature->scene, &first, &last))
    params.scale = khatt_layout_fit_span (arrangement, &params, shaper, first, last);
  else
    params.scale = khatt_layout_fit_all (arrangement, &params, shaper);
  layout = khatt_layout_new (arrangement, &params, shaper);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) ceil (miniature->width * miniature->pixel_scale),
                                        (int) ceil (miniature->height * miniature->pixel_scale));
  paint (miniature, layout, shaper, surface);
  return surface;
}
