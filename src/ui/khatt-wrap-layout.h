/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* KhattWrapLayout: children one after the other at their natural width, wrapped like words. */
#define KHATT_TYPE_WRAP_LAYOUT (khatt_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (KhattWrapLayout, khatt_wrap_layout, KHATT, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *khatt_wrap_layout_new (int spacing);

G_END_DECLS
