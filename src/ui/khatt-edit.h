/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-actor-entry.h"
#include "khatt-date-shift.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* What a person does to events: each a step that can be undone, under a name that says what and to
 * which event. */
gboolean khatt_edit_change (KhattTimeline *timeline, guint32 slot, const KhattEventData *edited);
guint32 khatt_edit_add (KhattTimeline *timeline, const KhattEventData *event);
void khatt_edit_remove (KhattTimeline *timeline, guint32 slot);
guint32 khatt_edit_duplicate (KhattTimeline *timeline, guint32 slot);
gboolean khatt_edit_move (KhattTimeline *timeline,
                          guint32 slot,
                          KhattDatePart part,
                          const KhattDateShift *shift);
gboolean khatt_edit_merge (KhattTimeline *timeline, guint32 slot, guint32 other);
guint khatt_edit_split_event (KhattTimeline *timeline, guint32 slot);
guint32 khatt_edit_take_out (KhattTimeline *timeline, guint32 slot, guint source);
guint khatt_edit_rename_actor (KhattTimeline *timeline, const char *name, const char *new_name);
/* `before`: what was shown of the actor, `after`: what a person made of it. */
gboolean khatt_edit_actor (KhattTimeline *timeline,
                           const KhattActorEntry *before,
                           const KhattActorEntry *after);
guint khatt_edit_split_actor (KhattTimeline *timeline,
                              const char *name,
                              const char *new_name,
                              const GArray *slots);
gboolean khatt_edit_restore (KhattTimeline *timeline, guint32 slot);
gboolean khatt_edit_set_date (KhattTimeline *timeline, guint32 slot, const KhattDate *date);
gboolean khatt_edit_review (KhattTimeline *timeline, guint32 slot, const char *word);
guint khatt_edit_accept_all (KhattTimeline *timeline);

G_END_DECLS
