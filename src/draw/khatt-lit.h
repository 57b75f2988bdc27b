/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arrangement.h"
#include "khatt-search-hits.h"

G_BEGIN_DECLS

/* KhattLit: which events of an arrangement keep their colours while the rest fades: those that a
 * search found. Immutable, reference counted; made in a thread for big documents. */
typedef struct _KhattLit KhattLit;

KhattLit *
khatt_lit_new (KhattArrangement *arrangement, KhattSearchHits *hits, GCancellable *cancellable);
KhattLit *khatt_lit_ref (KhattLit *lit);
void khatt_lit_unref (KhattLit *lit);
gboolean khatt_lit_has (const KhattLit *lit, guint32 slot);
KhattSearchHits *khatt_lit_get_hits (const KhattLit *lit);
/* Whether it was made for this arrangement, and not for another one before. */
gboolean khatt_lit_is_of (const KhattLit *lit, const KhattArrangement *arrangement);
/* Those of a lane with their middle in [first, last]. */
guint32 khatt_lit_count (const KhattLit *lit, guint lane, gint64 first, gint64 last);
/* The events of all lanes with their middle in cells that follow each other, as
 * khatt_arrangement_count() counts; `times`: where they begin, and where the last ends. */
void
khatt_lit_count_cells (const KhattLit *lit, const gint64 *times, guint n_cells, guint32 *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattLit, khatt_lit_unref)

G_END_DECLS
