/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-event-list.h"
#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattEventTable: the events that a timeline view shows as a table, with the same selection.
 *
 * Signals: activated (uint slot): Return on a row, or a double press
 * Actions that its window has to have: win.mode s, win.split-event, win.clear-filter
 */
#define KHATT_TYPE_EVENT_TABLE (khatt_event_table_get_type ())
G_DECLARE_FINAL_TYPE (KhattEventTable, khatt_event_table, KHATT, EVENT_TABLE, GtkWidget)

GtkWidget *khatt_event_table_new (void);
void khatt_event_table_set_view (KhattEventTable *self, KhattTimelineView *view);
void khatt_event_table_set_narrow (KhattEventTable *self, gboolean is_narrow);
void khatt_event_table_refresh (KhattEventTable *self);
gboolean khatt_event_table_is_busy (KhattEventTable *self);
KhattEventList *khatt_event_table_get_list (KhattEventTable *self);
GtkColumnView *khatt_event_table_get_table (KhattEventTable *self);

G_END_DECLS
