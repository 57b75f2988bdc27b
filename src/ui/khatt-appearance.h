/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-palette.h"

G_BEGIN_DECLS

KhattStyle khatt_appearance_get_style (void);
const KhattPalette *khatt_appearance_get_palette (void);
void khatt_appearance_install (GdkDisplay *display);
void khatt_appearance_redraw_on_change (GtkWidget *widget);
char *khatt_appearance_dup_fonts (const char *font);
char *khatt_appearance_dup_colors (const KhattPalette *palette);

G_END_DECLS
