/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattPresentation: a full-screen window that shows the scenes of a document one after another.
 *
 * Properties (notify): scene (uint, which one is shown; read only), is-blank (boolean; read only),
 * is-timed (boolean: the clock runs; read only, notified when it begins anew too)
 *
 * Actions: present.next, present.previous, present.first, present.last, present.go u,
 * present.black, present.white, present.hide-dates, present.hide-labels, present.speaker,
 * present.pause-clock, present.restart-clock, present.end
 */
#define KHATT_TYPE_PRESENTATION (khatt_presentation_get_type ())
G_DECLARE_FINAL_TYPE (KhattPresentation, khatt_presentation, KHATT, PRESENTATION, GtkWindow)

/* `scenes`: of KhattScene, at least one. */
GtkWidget *khatt_presentation_new (KhattTimeline *timeline, GPtrArray *scenes, guint first);
void khatt_presentation_start (KhattPresentation *self, GtkWindow *owner);
guint khatt_presentation_get_scene (KhattPresentation *self);
GPtrArray *khatt_presentation_get_scenes (KhattPresentation *self);
KhattTimeline *khatt_presentation_get_timeline (KhattPresentation *self);
void khatt_presentation_go (KhattPresentation *self, guint scene);
/* What a scene shows, in whatever view, but for its time. */
void khatt_presentation_show_in (KhattPresentation *self, KhattTimelineView *view, guint scene);
/* How long it has lasted, without pauses. */
gint64 khatt_presentation_get_seconds (KhattPresentation *self);
/* Makes the keys of the presentation work in another window too: the speaker's. */
void khatt_presentation_add_keys (KhattPresentation *self, GtkWidget *widget);
/* What a scene is called; without a title, its number. */
char *khatt_presentation_dup_title (KhattPresentation *self, guint scene);

G_END_DECLS
