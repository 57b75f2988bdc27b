/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-query.h"
#include "khatt-timeline.h"
#include "khatt-calendar.h"

G_BEGIN_DECLS

/* KhattDetailsPane: everything that is known of one event.
 *
 * Properties: timeline (object), slot (uint; KHATT_SLOT_NONE: nothing is selected)
 * Actions that its window has to have: win.show-source (us), win.select-event u, win.show-details,
 * win.edit-selected, win.split-event, win.take-source-out (uu), win.show-contacts s, win.only-actor
 * s, win.rename-actor s, win.split-actor s
 */
#define KHATT_TYPE_DETAILS_PANE (khatt_details_pane_get_type ())
G_DECLARE_FINAL_TYPE (KhattDetailsPane, khatt_details_pane, KHATT, DETAILS_PANE, GtkWidget)

GtkWidget *khatt_details_pane_new (void);
void khatt_details_pane_set_timeline (KhattDetailsPane *self, KhattTimeline *timeline);
void khatt_details_pane_set_slot (KhattDetailsPane *self, guint32 slot);
void khatt_details_pane_compare (KhattDetailsPane *self, guint32 slot, const char *gap);
guint32 khatt_details_pane_get_slot (KhattDetailsPane *self);
void khatt_details_pane_refresh (KhattDetailsPane *self);
void khatt_details_pane_set_query (KhattDetailsPane *self, const KhattQuery *query);

G_END_DECLS
