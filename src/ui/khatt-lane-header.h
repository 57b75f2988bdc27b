/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A lane as a child that can have the keyboard; what it does are the actions of the view round it.
 */
#define KHATT_TYPE_LANE_HEADER (khatt_lane_header_get_type ())
G_DECLARE_FINAL_TYPE (KhattLaneHeader, khatt_lane_header, KHATT, LANE_HEADER, GtkWidget)

GtkWidget *khatt_lane_header_new (const char *key);
const char *khatt_lane_header_get_key (KhattLaneHeader *self);
void khatt_lane_header_set_words (KhattLaneHeader *self,
                                  const char *label,
                                  const char *description,
                                  gboolean is_collapsed);

G_END_DECLS
