/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KhattPreferencesWindow: what a person can decide once for all documents. What is chosen holds at
 * once. */
#define KHATT_TYPE_PREFERENCES_WINDOW (khatt_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (KhattPreferencesWindow,
                      khatt_preferences_window,
                      KHATT,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *khatt_preferences_window_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
