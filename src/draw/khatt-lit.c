/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattLit: what a search found, ready to be drawn. Whether a mark is lit is asked of the search;
 * where events are only counted, an index of those that are lit counts them as quickly as the
 * arrangement's own counts all. */

#include "khatt-lit-private.h"

#include "khatt-arrangement-private.h"

struct _KhattLit
{
  gatomicrefcount references;
  KhattArrangement *arrangement; /* owned: the index is a part of its index */
  KhattSearchHits *hits;         /* owned */
  KhattIndex *index;
};

static gboolean
is_hit (gconstpointer data, guint32 slot)
{
  return khatt_search_hits_contain (data, slot);
}

/**
 * khatt_lit_new:
 * @arrangement: what is drawn
 * @hits: what was found
 * @cancellable: (nullable): to give up
 *
 * Finds where in an arrangement the hits of a search are. O(n); touches nothing of the main thread.
 *
 * Returns: (transfer full) (nullable): what is lit; %NULL when cancelled
 */
KhattLit *
khatt_lit_new (KhattArrangement *arrangement, KhattSearchHits *hits, GCancellable *cancellable)
{
  KhattIndex *index =
      khatt_index_new_part (khatt_arrangement_get_index (arrangement), is_hit, hits, cancellable);
  KhattLit *lit;

  if (index == NULL)
    return NULL;

  lit = g_new0 (KhattLit, 1);
  g_atomic_ref_count_init (&lit->references);
  lit->arrangement = khatt_arrangement_ref (arrangement);
  lit->hits = khatt_search_hits_ref (hits);
  lit->index = index;
  return lit;
}

/**
 * khatt_lit_ref:
 * @lit: what is lit
 *
 * Returns: (transfer full): @lit
 */
KhattLit *
khatt_lit_ref (KhattLit *lit)
{
  g_atomic_ref_count_inc (&lit->references);
  return lit;
}

/**
 * khatt_lit_unref:
 * @lit: (transfer full): what is lit
 */
void
khatt_lit_unref (KhattLit *lit)
{
  if (!g_atomic_ref_count_dec (&lit->references))
    return;

  khatt_index_free (lit->index);
  khatt_search_hits_unref (lit->hits);
  khatt_arrangement_unref (lit->arrangement);
  g_free (lit);
}

/**
 * khatt_lit_has:
 * @lit: what is lit
 * @slot: any event
 *
 * Returns: whether the event is
 */
gboolean
khatt_lit_has (const KhattLit *lit, guint32 slot)
{
  return khatt_search_hits_contain (lit->hits, slot);
}

/**
 * khatt_lit_get_hits:
 * @lit: what is lit
 *
 * Returns: (transfer none): the hits it was made of
 */
KhattSearchHits *
khatt_lit_get_hits (const KhattLit *lit)
{
  return lit->hits;
}

/**
 * khatt_lit_get_index:
 * @lit: what is lit
 * @arrangement: an arrangement
 *
 * Returns: (transfer none) (nullable): the lit ones of its index; %NULL where what is lit was made
 *   for another arrangement
 */
const KhattIndex *
khatt_lit_get_index (const KhattLit *lit, const KhattArrangement *arrangement)
{
  return lit->arrangement == arrangement ? lit->index : NULL;
}

/**
 * khatt_lit_is_of:
 * @lit: what is lit
 * @arrangement: an arrangement
 *
 * Returns: whether it was made for @arrangement
 */
gboolean
khatt_lit_is_of (const KhattLit *lit, const KhattArrangement *arrangement)
{
  return lit->arrangement == arrangement;
}

/**
 * khatt_lit_count:
 * @lit: what is lit
 * @lane: a lane of its arrangement
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 *
 * Returns: how many lit events of the lane have their middle in that span. O(log n)
 */
guint32
khatt_lit_count (const KhattLit *lit, guint lane, gint64 first, gint64 last)
{
  guint32 counts[KHATT_N_KINDS] = { 0 };

  return khatt_index_count (lit->index, lane, first, last, counts);
}

/**
 * khatt_lit_count_cells:
 * @lit: what is lit
 * @times: (array): seconds since 1970, rising: where cells begin, and where the last one ends
 * @n_cells: how many cells there are; there is one time more
 * @counts: (array length=n_cells) (out caller-allocates): how many lit events have their middle in
 *   each cell
 *
 * Counts what is lit along time, each event once. O(cells * log n).
 */
void
khatt_lit_count_cells (const KhattLit *lit, const gint64 *times, guint n_cells, guint32 *counts)
{
  g_autofree guint32 *bounds = g_new (guint32, n_cells + 1);
  g_autofree KhattIndexCounts *cells = g_new0 (KhattIndexCounts, n_cells);

  khatt_index_find_bounds (lit->index, times, n_cells + 1, bounds);
  khatt_index_count_cells (lit->index, KHATT_INDEX_ALL_LANES, bounds, n_cells, cells);
  for (guint i = 0; i < n_cells; i++)
    {
      counts[i] = 0;
      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        counts[i] += cells[i].counts[kind];
    }
}
