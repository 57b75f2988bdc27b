/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures for the tests that compare pictures.
 */

#include "draw-look.h"

#include "khatt-layout-private.h"
#include "khatt-painter.h"

#define N_ACTORS 25
#define SELECTED 3
#define TEXT_REACH 6

const DrawLook draw_looks[DRAW_N_LOOKS] = {
  [DRAW_LOOK_CARDS] = { 60, 300, "cards" },
  [DRAW_LOOK_SAMPLE] = { 0, 14, "sample" },
  [DRAW_LOOK_SAMPLE_FAR] = { 0, 400, "sample-far" },
  [DRAW_LOOK_MARKS] = { 3000, 30, "marks" },
  [DRAW_LOOK_MIXED] = { 3000, 300, "mixed" },
  [DRAW_LOOK_CLUSTERS] = { 30000, 60, "clusters" },
  [DRAW_LOOK_CROWDS] = { 30000, 700, "crowds" },
  [DRAW_LOOK_RIBBONS] = { 30000, 4000, "ribbons" },
};

/**
 * draw_look_make:
 * @look: one of the looks
 * @direction: which way later is
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 *
 * Returns: (transfer full): it, ready to be laid out
 */
DrawScene
draw_look_make (const DrawLook *look, KhattDirection direction, int width, int height)
{
  gboolean is_sample = look->n_events == 0;
  KhattTimeline *timeline =
      is_sample ? draw_sample_new (FALSE) : draw_sample_new_many (look->n_events, N_ACTORS);
  DrawScene scene = draw_scene_make (timeline, direction);
  gint64 middle = is_sample ? draw_sample_day (2025, 8, 8) : draw_sample_day (2011, 3, 4);
  gint64 half = look->days * KHATT_SECONDS_PER_DAY / 2;

  scene.params.width = width;
  scene.params.height = height;
  scene.params.selected = SELECTED;
  scene.params.has_cards = TRUE;
  scene.params.today = middle;
  scene.params.scale = khatt_layout_fit_span (scene.arrangement, &scene.params, scene.shaper,
                                              middle - half, middle + half);

  return scene;
}

/**
 * draw_look_paint:
 * @layout: a layout
 * @shaper: what it was made with
 *
 * Returns: (transfer full): its pixels
 */
cairo_surface_t *
draw_look_paint (const KhattLayout *layout, KhattShaper *shaper)
{
  const KhattLayoutParams *params = khatt_layout_get_params (layout);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) params->width, (int) params->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);

  khatt_painter_paint (layout, khatt_palette_get (KHATT_STYLE_LIGHT), ink);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/**
 * draw_look_is_under_text:
 * @layout: a layout
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: whether a text, or the ground that is cleared round it, may cover the point
 */
gboolean
draw_look_is_under_text (const KhattLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      KhattRect box = khatt_text_get_rect (&g_array_index (layout->texts, KhattText, i));

      box = khatt_rect_grow (&box, TEXT_REACH);
      if (khatt_rect_contains (&box, x, y))
        return TRUE;
    }

  return FALSE;
}
