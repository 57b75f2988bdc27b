/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-document.h"

G_BEGIN_DECLS

/* KhattWindow: one document: its timeline, its articles and the details of the selected event. */
#define KHATT_TYPE_WINDOW (khatt_window_get_type ())
G_DECLARE_FINAL_TYPE (KhattWindow, khatt_window, KHATT, WINDOW, AdwApplicationWindow)

GtkWidget *khatt_window_new (GtkApplication *application);
KhattDocument *khatt_window_get_document (KhattWindow *self);
gboolean khatt_window_is_free (KhattWindow *self);
KhattWindow *khatt_window_find (GtkApplication *application, GFile *file);
void khatt_window_recover (KhattWindow *self, const KhattJournalInfo *info, GListModel *files);
void khatt_window_open (KhattWindow *self, GListModel *files, const char *published);
void khatt_window_arrive (KhattWindow *self, const char *hint);
void khatt_window_read_text (KhattWindow *self, const char *text);
guint32 khatt_window_get_selected_slot (KhattWindow *self);
void khatt_window_select (KhattWindow *self, guint32 slot);

G_END_DECLS
