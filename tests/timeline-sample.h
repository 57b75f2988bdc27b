/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline.h"

G_BEGIN_DECLS

KhattEventData *timeline_sample_event (const char *id, const char *edtf, const char *actor);
guint32 timeline_sample_add (KhattTimeline *timeline, const char *id, const char *edtf);
/* All ids in order, with blanks between. */
char *timeline_sample_dup_ids (KhattTimeline *timeline);
void timeline_sample_assert_ids (KhattTimeline *timeline, const char *expected);

/* Follows items-changed, as a list view does. */
typedef struct
{
  GPtrArray *ids;
  guint n_signals;
  guint n_changed;
} TimelineMirror;

void timeline_mirror_start (TimelineMirror *mirror, KhattTimeline *timeline);
/* Asserts that it holds what the timeline does. */
void timeline_mirror_stop (TimelineMirror *mirror, KhattTimeline *timeline);

G_END_DECLS
