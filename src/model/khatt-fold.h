/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters folded for matching: tashkeel and tatweel dropped; alef, hamza, ya and ta marbuta forms
 * united; Persian kaf and yeh; both digit sets as ASCII; bidi controls dropped; Latin case and
 * accents folded. One scan, no ICU. */
typedef struct
{
  char *text;       /* folded, UTF-8 */
  gsize length;     /* bytes of `text` */
  guint32 *offsets; /* length + 1 entries: byte of the source that folded byte i came from; NULL if
                       not asked */
} KhattFolded;

char *khatt_fold (const char *text, gssize length);
void khatt_fold_with_map (const char *text, gssize length, KhattFolded *folded);
void khatt_folded_clear (KhattFolded *folded);

G_END_DECLS
