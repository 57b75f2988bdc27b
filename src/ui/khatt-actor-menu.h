/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with an actor, as actions of the window on its name. */
GMenuModel *khatt_actor_menu_new_naming (const char *actor);
GtkWidget *khatt_actor_menu_button_new (const char *actor);

G_END_DECLS
