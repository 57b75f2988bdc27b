/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattSheet: the details in a narrow window: a few lines at its foot, pulled up to all of them. */
#define KHATT_TYPE_SHEET (khatt_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KhattSheet, khatt_sheet, KHATT, SHEET, GtkWidget)

GtkWidget *khatt_sheet_new (void);
void khatt_sheet_set_timeline (KhattSheet *self, KhattTimeline *timeline);
void khatt_sheet_set_slot (KhattSheet *self, guint32 slot);
gboolean khatt_sheet_get_expanded (KhattSheet *self);
void khatt_sheet_set_expanded (KhattSheet *self, gboolean is_expanded);

G_END_DECLS
