/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KHATT_RESOURCE_PATH "/io/github/khatt/Khatt"

void khatt_ui_init (void);
gint64 khatt_ui_get_now (void);
double khatt_ui_get_text_scale (GtkWidget *widget);
void khatt_ui_tell_whole (GtkLabel *label);
void khatt_ui_wrap_button (GtkButton *button);
void khatt_ui_name_drop_down (AdwSplitButton *button);
char *khatt_ui_dup_sentence (const char *sentence);

G_END_DECLS
