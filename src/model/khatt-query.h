/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person typed into a search field: words, each of which has to be found. */
typedef struct _KhattQuery KhattQuery;

/* A stretch of a text in bytes: the first one, and the one behind the last. */
typedef struct
{
  gsize first;
  gsize after;
} KhattTextRange;

KhattQuery *khatt_query_new (const char *text);
KhattQuery *khatt_query_copy (const KhattQuery *query);
void khatt_query_free (KhattQuery *query);
guint khatt_query_get_n_words (const KhattQuery *query);
/* The word as it is looked for: folded. */
const char *khatt_query_get_word (const KhattQuery *query, guint word);
gboolean khatt_query_extends (const KhattQuery *query, const KhattQuery *shorter);
gboolean khatt_query_loosen (KhattQuery *query, guint word);

/* Where a word occurs in folded text from `from` on; NULL: nowhere. */
const char *khatt_query_find (const KhattQuery *query,
                              guint word,
                              const char *from,
                              const char *text,
                              const char *end);
/* What of a text is to be lit: of KhattTextRange, in order, none touching the next. */
GArray *khatt_query_find_ranges (const KhattQuery *query, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattQuery, khatt_query_free)

G_END_DECLS
