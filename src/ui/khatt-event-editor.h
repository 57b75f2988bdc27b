/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattEventEditor: everything that a person can say of an event, in a window of its own. Nothing
 * is changed until it is applied, and then in one step.
 *
 * Signals: applied (uint slot) */
#define KHATT_TYPE_EVENT_EDITOR (khatt_event_editor_get_type ())
G_DECLARE_FINAL_TYPE (KhattEventEditor, khatt_event_editor, KHATT, EVENT_EDITOR, AdwWindow)

GtkWidget *khatt_event_editor_new (GtkWindow *parent, KhattTimeline *timeline);
void khatt_event_editor_edit (KhattEventEditor *self, guint32 slot);
void khatt_event_editor_draft (KhattEventEditor *self, const KhattEventData *draft);
void khatt_event_editor_focus (KhattEventEditor *self, const char *member);

G_END_DECLS
