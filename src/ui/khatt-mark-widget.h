/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* KhattMarkWidget: one event of the picture as assistive technology and the keyboard meet it. Draws
 * nothing: the picture has drawn it already.
 *
 * Signals: activated, show-in-article. */
#define KHATT_TYPE_MARK_WIDGET (khatt_mark_widget_get_type ())
G_DECLARE_FINAL_TYPE (KhattMarkWidget, khatt_mark_widget, KHATT, MARK_WIDGET, GtkWidget)

GtkWidget *khatt_mark_widget_new (void);
guint32 khatt_mark_widget_get_slot (KhattMarkWidget *self);
void khatt_mark_widget_set_event (KhattMarkWidget *self,
                                  guint32 slot,
                                  const char *label,
                                  const char *description);
void khatt_mark_widget_set_selected (KhattMarkWidget *self, gboolean is_selected);

G_END_DECLS
