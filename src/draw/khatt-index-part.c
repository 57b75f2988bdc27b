/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Some of an index's events in an index of their own, to count and list them as quickly as all.
 * Ranks stay what they are, and so nothing is sorted: entries that are left out leave the rest in
 * order. */

#include "khatt-index-private.h"

typedef struct
{
  KhattIndex *part;
  const KhattIndex *index;
  gboolean (*has) (gconstpointer data, guint32 slot);
  gconstpointer data;
  guint32 n_entries; /* taken so far */
} Taking;

static void
take_run (Taking *taking, const KhattIndexRun *run)
{
  const KhattIndex *index = taking->index;
  KhattIndex *part = taking->part;
  KhattIndexRun taken = { .offset = taking->n_entries, .power = run->power, .reach = run->reach };

  for (guint32 i = run->offset; i < run->offset + run->n_entries; i++)
    {
      guint32 rank = index->entries[i];

      if (!taking->has (taking->data, index->slots[rank]))
        continue;
      part->entries[taking->n_entries] = rank;
      part->traits[taking->n_entries++] = index->traits[i];
    }

  taken.n_entries = taking->n_entries - taken.offset;
  if (taken.n_entries > 0)
    khatt_index_append_run (part, &taken);
}

static guint32
count_entries (const KhattIndex *index)
{
  guint32 n_entries = 0;

  for (guint i = 0; i < index->runs->len; i++)
    n_entries += g_array_index (index->runs, KhattIndexRun, i).n_entries;
  return n_entries;
}

/**
 * khatt_index_new_part:
 * @index: an index, which has to outlive the part
 * @has: (scope call): whether an event is to be in the part
 * @data: for @has
 * @cancellable: (nullable): to give up
 *
 * Takes some events of an index. Ranks of @index are ranks of the part. How crowded its lanes are
 * the part does not know. O(n).
 *
 * Returns: (transfer full) (nullable): the part; %NULL when cancelled
 */
KhattIndex *
khatt_index_new_part (const KhattIndex *index,
                      gboolean (*has) (gconstpointer data, guint32 slot),
                      gconstpointer data,
                      GCancellable *cancellable)
{
  g_autoptr (KhattIndex) part = g_new0 (KhattIndex, 1);
  guint32 n_entries = count_entries (index);
  Taking taking = { part, index, has, data };

  part->whole = index;
  part->n_ranks = index->n_ranks;
  part->n_lanes = index->n_lanes;
  part->slots = index->slots;
  part->middles = index->middles;
  part->entries = g_new (guint32, (gsize) n_entries + 1);
  part->traits = g_new (guint8, (gsize) n_entries + 1);
  part->lanes = g_new0 (KhattIndexLane, index->n_lanes + 1);
  part->runs = g_array_new (FALSE, FALSE, sizeof (KhattIndexRun));
  part->blocks = g_array_new (FALSE, FALSE, sizeof (KhattIndexBytes));
  part->spans = g_array_new (FALSE, FALSE, sizeof (KhattIndexCounts));
  part->spacings = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i <= index->n_lanes; i++)
    {
      const KhattIndexLane *from = &index->lanes[i];
      KhattIndexLane *lane = &part->lanes[i];

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;

      lane->runs = part->runs->len;
      for (guint run = 0; run < from->n_runs; run++)
        take_run (&taking, khatt_index_get_run (index, from, run));
      lane->n_runs = part->runs->len - lane->runs;
    }

  return g_steal_pointer (&part);
}
