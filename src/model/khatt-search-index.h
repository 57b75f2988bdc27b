/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* All that a document says, ready to be searched: every different text once, folded. Immutable,
 * reference counted, readable from every thread; holds its snapshot. */
typedef struct _KhattSearchIndex KhattSearchIndex;

/* Countries are found by their names too, and actors by other names of theirs. */
typedef struct
{
  char *(*dup_name) (const char *code, const char *language);
  const char *const *languages; /* NULL-terminated */
  GHashTable *spellings;        /* from an actor's name to the others; may be NULL */
} KhattSearchNames;

KhattSearchIndex *khatt_search_index_new (KhattSnapshot *snapshot,
                                          const KhattSearchNames *names,
                                          GCancellable *cancellable);
KhattSearchIndex *khatt_search_index_ref (KhattSearchIndex *index);
void khatt_search_index_unref (KhattSearchIndex *index);
KhattSnapshot *khatt_search_index_get_snapshot (const KhattSearchIndex *index);
/* The folded texts, each closed by a zero byte. */
const char *khatt_search_index_get_text (const KhattSearchIndex *index, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattSearchIndex, khatt_search_index_unref)

G_END_DECLS
