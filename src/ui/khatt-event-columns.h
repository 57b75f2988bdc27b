/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-calendar.h"
#include "khatt-event-sort.h"
#include "khatt-search-hits.h"

G_BEGIN_DECLS

/* The columns of a table of events: what stands in each, how wide it is and whether it is shown,
 * which is remembered. There is one for each KhattSortKey. */

/* Of an event in a column, plain text, "" where nothing is known. */
char *khatt_event_columns_dup_text (const KhattSnapshot *snapshot,
                                    guint32 slot,
                                    KhattSortKey column,
                                    const KhattWords *words);
/* Of an event in the columns that are shown, as they stand, with tabs between them. */
char *khatt_event_columns_dup_row (GtkColumnView *table,
                                   const KhattSnapshot *snapshot,
                                   guint32 slot,
                                   const KhattWords *words);
/* How rows are shown. */
typedef struct
{
  KhattWords words;
  KhattSearchHits *hits; /* what is not among them fades; NULL: nothing is searched */
} KhattEventLook;

/* The look is read whenever a row is shown. Cells have the data KHATT_EVENT_CELL_ITEM. */
#define KHATT_EVENT_CELL_ITEM "khatt-event-cell-item"
void khatt_event_columns_add (GtkColumnView *table, const KhattEventLook *look);
/* There are other hits. */
void khatt_event_columns_light (GtkColumnView *table, const KhattEventLook *look);
void khatt_event_columns_set_narrow (GtkColumnView *table, gboolean is_narrow);
void khatt_event_columns_install_actions (GtkColumnView *table, GtkWidget *widget);
GMenuModel *khatt_event_columns_new_menu (void);
void khatt_event_columns_remember (GtkColumnView *table);
/* FALSE: by none. */
gboolean khatt_event_columns_get_sort (GtkColumnView *table, KhattEventSort *sort);
void khatt_event_columns_sort_by (GtkColumnView *table, KhattSortKey key, gboolean is_descending);

G_END_DECLS
