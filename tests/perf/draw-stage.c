/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-stage.h"

#include "draw-sample.h"

#include <math.h>
#include <time.h>

DrawStage
draw_stage_make (const MadeEvents *made)
{
  DrawStage stage = {
    .timeline = made_events_new (made),
    .shaper = khatt_shaper_new (),
    .scenes = khatt_scenes_new (),
    .params = draw_sample_params (KHATT_DIRECTION_RTL, TRUE),
    .surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, DRAW_WIDTH, DRAW_HEIGHT),
  };

  stage.arrangement = draw_sample_arrange (stage.timeline, KHATT_LANES_ACTORS);
  stage.cr = cairo_create (stage.surface);
  stage.ink = khatt_ink_new (stage.cr, KHATT_INK_PIXELS, stage.shaper);
  stage.params.width = DRAW_WIDTH;
  stage.params.height = DRAW_HEIGHT;

  return stage;
}

void
draw_stage_clear (DrawStage *stage)
{
  g_clear_pointer (&stage->scenes, khatt_scenes_free);
  g_clear_pointer (&stage->ink, khatt_ink_free);
  g_clear_pointer (&stage->cr, cairo_destroy);
  g_clear_pointer (&stage->surface, cairo_surface_destroy);
  g_clear_pointer (&stage->shaper, khatt_shaper_free);
  g_clear_pointer (&stage->arrangement, khatt_arrangement_unref);
  g_clear_object (&stage->timeline);
}

void
draw_stage_show (DrawStage *stage, const MadeEvents *made, guint days, guint held)
{
  KhattLayoutParams *params = &stage->params;
  guint n_held = MIN (days, held);
  gint64 first = made->first_day + (made->n_days - n_held) / 2;
  double missing;

  params->width = DRAW_WIDTH;
  params->scale = khatt_layout_fit_all (stage->arrangement, params, stage->shaper);
  if (days == 0)
    return;

  params->scale = khatt_layout_fit_span (stage->arrangement, params, stage->shaper,
                                         first * KHATT_SECONDS_PER_DAY,
                                         (first + days) * KHATT_SECONDS_PER_DAY - 1);
  missing = (double) (days - n_held) * KHATT_SECONDS_PER_DAY * params->scale.pixels_per_second;
  params->width = DRAW_WIDTH - floor (missing);
}

void
draw_stage_paint_anew (DrawStage *stage)
{
  g_autoptr (KhattLayout) layout =
      khatt_layout_new (stage->arrangement, &stage->params, stage->shaper);

  khatt_painter_paint (layout, khatt_palette_get (KHATT_STYLE_LIGHT), stage->ink);
}

void
draw_stage_paint_next (DrawStage *stage)
{
  g_autoptr (KhattLayout) layout =
      khatt_scenes_lay_out (stage->scenes, stage->arrangement, &stage->params, stage->shaper);

  khatt_painter_paint (layout, khatt_palette_get (KHATT_STYLE_LIGHT), stage->ink);
}

double
draw_stage_get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}
