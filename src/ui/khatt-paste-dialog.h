/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KhattPasteDialog: an article from the clipboard, to be looked over before it is read.
 *
 * Signals: read (string text)
 */
#define KHATT_TYPE_PASTE_DIALOG (khatt_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KhattPasteDialog, khatt_paste_dialog, KHATT, PASTE_DIALOG, AdwWindow)

GtkWidget *khatt_paste_dialog_new (GtkWindow *parent);
void khatt_paste_dialog_set_text (KhattPasteDialog *self, const char *text);
void khatt_paste_dialog_paste (KhattPasteDialog *self);

G_END_DECLS
