/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-layout.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* Two weeks of August 2025 in fourteen events: every kind of date, three statuses, twelve actors.
 * In Arabic, or in English. */
KhattTimeline *draw_sample_new (gboolean is_arabic);
/* `n_events` made-up ones over thirty years, among `n_actors`; always the same. */
KhattTimeline *draw_sample_new_many (guint n_events, guint n_actors);
/* One event a line, its title may be missing: kind status date title | name role | name role ...
 * "call!" is an important call, "call=#7a1560" one that somebody gave a colour; a part that begins
 * with a quotation mark is what somebody said: | "name: text */
KhattTimeline *draw_sample_new_from_text (const char *text);

KhattArrangement *draw_sample_arrange (KhattTimeline *timeline, KhattLanesBy lanes_by);
/* What of it a search finds. */
KhattLit *draw_sample_light (KhattArrangement *arrangement, const char *text);
KhattLayoutParams draw_sample_params (KhattDirection direction, gboolean is_arabic);
/* Noon of a day. */
gint64 draw_sample_day (gint64 year, int month, int day);

/* A document with what it takes to lay it out. */
typedef struct
{
  KhattTimeline *timeline;
  KhattArrangement *arrangement;
  KhattShaper *shaper;
  KhattLayoutParams params;
} DrawScene;

/* Takes the timeline; shows all of it. */
DrawScene draw_scene_make (KhattTimeline *timeline, KhattDirection direction);
void draw_scene_clear (DrawScene *scene);
/* From the first second of one EDTF date to that of another. */
void draw_scene_show_days (DrawScene *scene, const char *first, const char *after);
KhattLayout *draw_scene_lay_out (const DrawScene *scene);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DrawScene, draw_scene_clear)

G_END_DECLS
