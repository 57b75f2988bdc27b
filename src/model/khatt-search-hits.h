/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-filter.h"
#include "khatt-query.h"
#include "khatt-search-index.h"

G_BEGIN_DECLS

/* The events in which every word of a query was found. Immutable, reference counted. */
typedef struct _KhattSearchHits KhattSearchHits;

KhattSearchHits *khatt_search_hits_new (KhattSearchIndex *index,
                                        const KhattQuery *query,
                                        const KhattFilter *filter,
                                        const KhattSearchHits *previous);
KhattSearchHits *khatt_search_hits_ref (KhattSearchHits *hits);
void khatt_search_hits_unref (KhattSearchHits *hits);
guint32 khatt_search_hits_get_n_events (const KhattSearchHits *hits);
gboolean khatt_search_hits_contain (const KhattSearchHits *hits, guint32 slot);
/* What was looked for in the end: to light it. */
const KhattQuery *khatt_search_hits_get_query (const KhattSearchHits *hits);
KhattSearchIndex *khatt_search_hits_get_index (const KhattSearchHits *hits);
guint32
khatt_search_hits_get_neighbour (const KhattSearchHits *hits, guint32 slot, gboolean is_backwards);
guint32 khatt_search_hits_get_rank (const KhattSearchHits *hits, guint32 slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattSearchHits, khatt_search_hits_unref)

G_END_DECLS
