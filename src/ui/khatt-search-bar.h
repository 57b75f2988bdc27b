/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-event-list.h"
#include "khatt-search.h"
#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattSearchBar: looks for what is typed in the document of a view, says how often it is there,
 * and goes from one to the next.
 *
 * Properties: search-mode (boolean: it is shown, and what is found is lit)
 * Actions that its window has to have: win.find-next, win.find-previous
 */
#define KHATT_TYPE_SEARCH_BAR (khatt_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (KhattSearchBar, khatt_search_bar, KHATT, SEARCH_BAR, GtkWidget)

GtkWidget *khatt_search_bar_new (void);
void khatt_search_bar_set_view (KhattSearchBar *self, KhattTimelineView *view);
KhattSearch *khatt_search_bar_get_search (KhattSearchBar *self);
void khatt_search_bar_open (KhattSearchBar *self);
void khatt_search_bar_look_for (KhattSearchBar *self, const char *text);
/* The rows through which steps go while a list is shown; NULL: through time. */
void khatt_search_bar_set_rows (KhattSearchBar *self, KhattEventList *rows);
void khatt_search_bar_step (KhattSearchBar *self, gboolean is_backwards);

G_END_DECLS
