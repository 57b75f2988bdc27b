/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattLegendBar: what the marks of a timeline view mean. The kinds stand in a row where there is
 * room; a button shows all that occurs. */
#define KHATT_TYPE_LEGEND_BAR (khatt_legend_bar_get_type ())
G_DECLARE_FINAL_TYPE (KhattLegendBar, khatt_legend_bar, KHATT, LEGEND_BAR, GtkWidget)

GtkWidget *khatt_legend_bar_new (void);
void khatt_legend_bar_set_view (KhattLegendBar *self, KhattTimelineView *view);
/* Pixels that the row of kinds may take. */
void khatt_legend_bar_set_room (KhattLegendBar *self, int room);

G_END_DECLS
