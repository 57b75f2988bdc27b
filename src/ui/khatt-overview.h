/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattOverview: the whole document in a strip, with the view's window as an outline that can be
 * moved and resized. Bound to a view by its `view` property. */
#define KHATT_TYPE_OVERVIEW (khatt_overview_get_type ())
G_DECLARE_FINAL_TYPE (KhattOverview, khatt_overview, KHATT, OVERVIEW, GtkWidget)

GtkWidget *khatt_overview_new (void);
KhattTimelineView *khatt_overview_get_view (KhattOverview *self);
void khatt_overview_set_view (KhattOverview *self, KhattTimelineView *view);

G_END_DECLS
