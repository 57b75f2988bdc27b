/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of a list that are put in another order by dragging them. */

/* `row` was dropped on `target`, above or below its middle; both are children of one list. */
typedef void (*KhattRowDropFunc) (GtkListBoxRow *row,
                                  GtkListBoxRow *target,
                                  gboolean is_below,
                                  gpointer data);

/* `handle`: the part of the row that it is dragged by. */
void
khatt_row_drag_add (GtkListBoxRow *row, GtkWidget *handle, KhattRowDropFunc dropped, gpointer data);

G_END_DECLS
