/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KhattNoticeBar: a sentence above the timeline, with what can be done about it. */
#define KHATT_TYPE_NOTICE_BAR (khatt_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (KhattNoticeBar, khatt_notice_bar, KHATT, NOTICE_BAR, GtkWidget)

GtkWidget *khatt_notice_bar_new (const char *icon_name, const char *label, const char *text);
void khatt_notice_bar_add_button (KhattNoticeBar *self,
                                  const char *label,
                                  const char *action_name,
                                  gboolean is_suggested);

G_END_DECLS
