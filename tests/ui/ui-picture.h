/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Pictures of what is shown. */
GPtrArray *ui_picture_list_popovers (GtkWidget *window);
void ui_picture_save (GtkWidget *window, const char *file_name);

G_END_DECLS
