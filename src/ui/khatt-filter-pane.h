/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattFilterPane: everything that a view's filter can ask for, each with the number of events that
 * it would leave of those that the rest of the filter lets through.
 *
 * Actions that its window has to have: win.show-filters
 */
#define KHATT_TYPE_FILTER_PANE (khatt_filter_pane_get_type ())
G_DECLARE_FINAL_TYPE (KhattFilterPane, khatt_filter_pane, KHATT, FILTER_PANE, GtkWidget)

GtkWidget *khatt_filter_pane_new (void);
void khatt_filter_pane_set_view (KhattFilterPane *self, KhattTimelineView *view);
gboolean khatt_filter_pane_is_busy (KhattFilterPane *self);

G_END_DECLS
