/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A table that a dialog shows, for other programs: saved to a file that a person chooses. */

/* Of a dialog: the chooser that is open, as object data. */
#define KHATT_TABLE_CHOOSER "khatt-table-chooser"

GtkWidget *khatt_table_file_new_button (void);
void khatt_table_file_save (GtkWindow *dialog, const char *name, char *csv);

G_END_DECLS
