/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Positions of keys as X11 and Wayland number them: the kernel's (linux/input-event-codes.h) and
 * eight. */
#define KHATT_KEY_POSITION(kernel_code) ((kernel_code) + 8)

gboolean khatt_key_is (guint keyval, guint keycode, guint wanted, guint position);

G_END_DECLS
