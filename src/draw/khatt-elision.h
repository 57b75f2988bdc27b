/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

#define KHATT_ELLIPSIS "\u2026"

/* Byte offsets at which a text may be cut: the start of every grapheme but the first. */
GArray *khatt_elision_find_cuts (const char *text);
/* The same where Pango has looked at the text already. */
GArray *khatt_elision_pick_cuts (const char *text, const PangoLogAttr *attributes);
char *khatt_elision_cut (const char *text, gsize at);

G_END_DECLS
