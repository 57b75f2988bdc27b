/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattFilterChips: what narrows a view, a chip for each, which take it away again; how many events
 * are left; and a button that takes away all. Invisible where nothing does. */
#define KHATT_TYPE_FILTER_CHIPS (khatt_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (KhattFilterChips, khatt_filter_chips, KHATT, FILTER_CHIPS, GtkWidget)

GtkWidget *khatt_filter_chips_new (void);
void khatt_filter_chips_set_view (KhattFilterChips *self, KhattTimelineView *view);

G_END_DECLS
