/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-query.h"

G_BEGIN_DECLS

/* What was searched, lit where it stands. */
GdkRGBA khatt_found_get_color (void);
void khatt_found_light_labels (GtkWidget *root, const KhattQuery *query);

G_END_DECLS
