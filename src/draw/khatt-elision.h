/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KHATT_ELLIPSIS "\u2026"

/* Byte offsets at which a text may be cut: the start of every grapheme but the first. */
GArray *khatt_elision_find_cuts (const char *text);
char *khatt_elision_cut (const char *text, gsize at);

G_END_DECLS
