/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KhattEditRow: one of several of a kind (an actor, a quotation) in an editor. It unfolds to its
 * entries; it can be moved among the others and taken away, by its buttons, or with Alt+Up,
 * Alt+Down and Alt+Delete.
 *
 * Signals: changed, move (int by), remove. */
#define KHATT_TYPE_EDIT_ROW (khatt_edit_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (KhattEditRow, khatt_edit_row, KHATT, EDIT_ROW, AdwExpanderRow)

struct _KhattEditRowClass
{
  AdwExpanderRowClass parent_class;
};

GtkWidget *khatt_edit_row_add_entry (KhattEditRow *self, const char *title);
char *khatt_edit_row_dup_text (GtkWidget *entry);
char *khatt_edit_row_dup_country (GtkWidget *entry);
gboolean khatt_edit_row_show_country (GtkWidget *entry, GtkLabel *name);
void khatt_edit_row_show_error (GtkWidget *entry, gboolean is_wrong);
void khatt_edit_row_emit_changed (KhattEditRow *self);

G_END_DECLS
