/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *khatt_recent_menu_new (void);
GStrv khatt_recent_menu_list (guint most);
void khatt_recent_menu_add (GFile *file);

G_END_DECLS
