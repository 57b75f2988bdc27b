/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the spellings of one name share: its words, reduced, without "son of" and the like. */
typedef struct
{
  GPtrArray *words; /* of char*; the first `n_words` are the name, in its order */
  guint n_words;
  guint fathers; /* a bit for each word behind "son of" */
} KhattSpelling;

GPtrArray *khatt_spelling_init (KhattSpelling *keys, const char *const *words, guint n_words);
gboolean khatt_spelling_agree (const KhattSpelling *known, const KhattSpelling *other);
/* The same for spellings of one foreign name: لينغ and لينج, غريغوري and جريجوري. */
char *khatt_name_skeleton (const char *folded, gsize length);
void khatt_name_put_skeleton (const char *folded, gsize length, char *out);

G_END_DECLS
