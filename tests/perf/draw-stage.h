/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-painter.h"
#include "khatt-scenes.h"
#include "made-events.h"

G_BEGIN_DECLS

#define DRAW_WIDTH 1920
#define DRAW_HEIGHT 1080

/* A document and a window without a screen to draw it in. */
typedef struct
{
  KhattTimeline *timeline;
  KhattArrangement *arrangement;
  KhattShaper *shaper;
  KhattScenes *scenes;
  KhattLayoutParams params;
  cairo_surface_t *surface;
  cairo_t *cr;
  KhattInk *ink;
} DrawStage;

DrawStage draw_stage_make (const MadeEvents *made);
void draw_stage_clear (DrawStage *stage);
/* All of the document where `days` is 0, or else what is in its middle at the zoom that shows so
 * many days. Of those the window is as wide as `held`, if that is fewer. */
void draw_stage_show (DrawStage *stage, const MadeEvents *made, guint days, guint held);
/* Query, layout and paint: anew, or what a window does that pans. */
void draw_stage_paint_anew (DrawStage *stage);
void draw_stage_paint_next (DrawStage *stage);

/* The thread's own time. */
double draw_stage_get_milliseconds (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DrawStage, draw_stage_clear)

G_END_DECLS
