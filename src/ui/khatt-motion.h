/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void khatt_motion_follow (GtkSettings *toolkit, GSettings *settings);

G_END_DECLS
