/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of a list of all hues, in their order: each with a sample and its name. */
GtkListItemFactory *khatt_hue_factory_new (void);

G_END_DECLS
