/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Building the index: middles in order, runs by reach, counts by block, and how crowded lanes are
 * at every power of two. */

#include "khatt-index-private.h"

#include "khatt-radix.h"

#include <math.h>

/* Powers of two of 64 bits, and 0: so many runs. */
#define N_REACHES ((64 + KHATT_INDEX_FIRST_POWER) / KHATT_INDEX_RUN_POWERS + 1)

/* While building. */
typedef struct
{
  KhattIndex *index;
  const GArray *items;
  guint32 *scratch;  /* ranks of one lane */
  gint64 *buckets;   /* of one lane, at one level */
  guint32 *n_inside; /* events in each bucket */
  guint64 *cells;    /* the longest cell in each bucket */
  double *values;
} Build;

/* Puts items where `order` says: the one that comes first in order[0].value, and so on. Each ring
 * of items that take each other's places is gone round once. */
static void
permute_items (GArray *items, KhattRadixItem *order)
{
  for (guint32 i = 0; i < items->len; i++)
    {
      KhattIndexItem first = g_array_index (items, KhattIndexItem, i);
      guint32 at = i;

      while (order[at].value != i)
        {
          guint32 from = order[at].value;

          g_array_index (items, KhattIndexItem, at) = g_array_index (items, KhattIndexItem, from);
          order[at].value = at;
          at = from;
        }
      g_array_index (items, KhattIndexItem, at) = first;
      order[at].value = at;
    }
}

/* By their middles; where two are the same, by slots, which is how they come. */
static void
sort_items (GArray *items)
{
  g_autofree KhattRadixItem *order = g_new (KhattRadixItem, items->len + 1);

  for (guint i = 0; i < items->len; i++)
    order[i] = (KhattRadixItem){ g_array_index (items, KhattIndexItem, i).middle, i };
  khatt_radix_sort (order, items->len);
  permute_items (items, order);
}

/* The least power of two that is not less than `seconds`. */
static guint8
get_power (guint64 seconds)
{
  return seconds <= 1 ? 0 : 64 - __builtin_clzll (seconds - 1);
}

static guint64
get_reach (const KhattIndexItem *item)
{
  guint64 before = item->first < item->middle ? (guint64) item->middle - (guint64) item->first : 0;
  guint64 after = item->last > item->middle ? (guint64) item->last - (guint64) item->middle : 0;

  return MAX (before, after);
}

/* Counts the powers through all runs: those of one and then those of the next. */
static guint
get_place_of_reach (guint64 seconds)
{
  return get_power (seconds) + KHATT_INDEX_FIRST_POWER;
}

static KhattIndexBytes
pack_counts (const KhattIndexCounts *counts)
{
  KhattIndexBytes bytes = 0;

  for (guint kind = 0; kind < sizeof bytes; kind++)
    bytes |= (KhattIndexBytes) (counts->counts[kind] & G_MAXUINT8) << 8 * kind;

  return bytes;
}

/**
 * khatt_index_append_run:
 * @index: an index that is being built
 * @made: a run whose entries and traits are in the index
 *
 * Notes how many of each kind come before every block of the run, and appends it.
 */
void
khatt_index_append_run (KhattIndex *index, const KhattIndexRun *made)
{
  KhattIndexRun run = *made;
  KhattIndexCounts counts = { { 0 } };

  run.blocks = index->blocks->len;
  run.spans = index->spans->len;
  for (guint32 i = 0; i <= run.n_entries; i++)
    {
      if (i % KHATT_INDEX_BLOCK == 0)
        {
          KhattIndexBytes bytes = pack_counts (&counts);

          g_array_append_val (index->blocks, bytes);
        }
      if (i % KHATT_INDEX_SPAN == 0)
        g_array_append_val (index->spans, counts);
      if (i < run.n_entries)
        counts.counts[khatt_index_get_kind (index->traits[run.offset + i])]++;
    }

  g_array_append_val (index->runs, run);
}

/* The lane's ranks, ascending in `scratch`, go into runs from `offset`. */
static void
split_into_runs (Build *build, KhattIndexLane *lane, guint32 offset, guint32 n_entries)
{
  KhattIndex *index = build->index;
  KhattIndexRun runs[N_REACHES] = { 0 };
  guint32 next[N_REACHES];

  for (guint32 i = 0; i < n_entries; i++)
    {
      guint64 reach = get_reach (&g_array_index (build->items, KhattIndexItem, build->scratch[i]));
      KhattIndexRun *run = &runs[get_place_of_reach (reach) / KHATT_INDEX_RUN_POWERS];

      run->n_entries++;
      run->reach = MAX (run->reach, reach);
    }

  for (guint run = 0, at = offset; run < N_REACHES; run++)
    {
      runs[run].power = (gint8) (run * KHATT_INDEX_RUN_POWERS - KHATT_INDEX_FIRST_POWER);
      runs[run].offset = next[run] = at;
      at += runs[run].n_entries;
    }

  for (guint32 i = 0; i < n_entries; i++)
    {
      const KhattIndexItem *item = &g_array_index (build->items, KhattIndexItem, build->scratch[i]);
      guint place = get_place_of_reach (get_reach (item));
      guint32 entry = next[place / KHATT_INDEX_RUN_POWERS]++;

      index->entries[entry] = build->scratch[i];
      index->traits[entry] = MIN (item->kind, KHATT_KIND_OTHER) | place % KHATT_INDEX_RUN_POWERS
                                                                      << KHATT_INDEX_KIND_BITS;
    }

  lane->runs = index->runs->len;
  for (guint run = 0; run < N_REACHES; run++)
    if (runs[run].n_entries > 0)
      khatt_index_append_run (index, &runs[run]);
  lane->n_runs = index->runs->len - lane->runs;
}

/* Hoare's selection: the value that would stand at `nth` if they were sorted. */
static double
select_nth (double *values, guint n_values, guint nth)
{
  guint from = 0;
  guint to = n_values - 1;

  while (from < to)
    {
      double pivot = values[from + (to - from) / 2];
      guint i = from;
      guint j = to;

      while (i <= j)
        {
          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i > j)
            break;
          if (i != j)
            {
              double value = values[i];

              values[i] = values[j];
              values[j] = value;
            }
          i++;
          if (j == 0)
            break;
          j--;
        }

      if (nth <= j && j < to)
        to = j;
      else if (nth >= i)
        from = i;
      else
        break;
    }

  return values[nth];
}

static guint
unite_buckets (Build *build, guint n_buckets, guint level)
{
  guint n_kept = 0;

  for (guint i = 0; i < n_buckets; i++)
    {
      gboolean is_same =
          n_kept > 0 && build->buckets[n_kept - 1] >> level == build->buckets[i] >> level;

      if (is_same)
        {
          build->n_inside[n_kept - 1] += build->n_inside[i];
          build->cells[n_kept - 1] = MAX (build->cells[n_kept - 1], build->cells[i]);
          continue;
        }
      build->buckets[n_kept] = build->buckets[i];
      build->n_inside[n_kept] = build->n_inside[i];
      build->cells[n_kept++] = build->cells[i];
    }

  return n_kept;
}

static void
note_peak (Build *build, guint n_buckets, guint level, gboolean is_all)
{
  guint32 *peak = &build->index->peaks[level];

  for (guint i = 0; !is_all && i < n_buckets; i++)
    *peak = MAX (*peak, build->n_inside[i]);
}

/* Below the finest cell nothing can be nearer; above the level that holds all in one bucket it only
 * doubles. */
static void
measure_spacings (Build *build, KhattIndexLane *lane, guint32 n_entries, gboolean is_all)
{
  KhattIndex *index = build->index;
  guint64 finest = G_MAXUINT64;
  guint n_buckets = n_entries;

  lane->spacings = index->spacings->len;
  if (n_entries == 0)
    return;

  for (guint32 i = 0; i < n_entries; i++)
    {
      const KhattIndexItem *item = &g_array_index (build->items, KhattIndexItem, build->scratch[i]);

      build->buckets[i] = item->middle;
      build->n_inside[i] = 1;
      build->cells[i] = item->cell;
      finest = MIN (finest, item->cell);
    }

  lane->first_level =
      MIN (finest > 1 ? 63 - __builtin_clzll (finest) : 0, KHATT_INDEX_N_LEVELS - 1);
  for (guint level = lane->first_level; level < KHATT_INDEX_N_LEVELS; level++)
    {
      double spacing;

      n_buckets = unite_buckets (build, n_buckets, level);
      note_peak (build, n_buckets, level, is_all);
      for (guint i = 0; i < n_buckets; i++)
        build->values[i] =
            (double) MAX (build->cells[i], (guint64) 1 << level) / build->n_inside[i];
      spacing = select_nth (build->values, n_buckets, (n_buckets - 1) / 2);
      g_array_append_val (index->spacings, spacing);
      lane->n_levels++;

      if (n_buckets == 1)
        break;
    }
}

/* The ranks of every lane, one lane after the other, ascending. */
static guint32 *
collect_ranks (const GArray *items, const guint32 *lanes, guint n_lanes, guint32 *starts)
{
  g_autofree guint32 *next = NULL;
  guint32 *ranks;

  for (guint i = 0; i < items->len; i++)
    {
      const KhattIndexItem *item = &g_array_index (items, KhattIndexItem, i);

      for (guint j = 0; j < item->n_joins; j++)
        starts[lanes[item->joins + j] + 1]++;
    }
  for (guint i = 0; i < n_lanes; i++)
    starts[i + 1] += starts[i];

  ranks = g_new (guint32, (gsize) starts[n_lanes] + 1);
  next = g_memdup2 (starts, sizeof (guint32) * (n_lanes + 1));
  for (guint i = 0; i < items->len; i++)
    {
      const KhattIndexItem *item = &g_array_index (items, KhattIndexItem, i);

      for (guint j = 0; j < item->n_joins; j++)
        ranks[next[lanes[item->joins + j]]++] = i;
    }

  return ranks;
}

static gboolean
build_lanes (Build *build, const guint32 *lanes, GCancellable *cancellable)
{
  KhattIndex *index = build->index;
  g_autofree guint32 *starts = g_new0 (guint32, index->n_lanes + 2);
  g_autofree guint32 *ranks = collect_ranks (build->items, lanes, index->n_lanes, starts);
  guint32 n_joins = starts[index->n_lanes];

  index->entries = g_new (guint32, (gsize) n_joins + index->n_ranks + 1);
  index->traits = g_new (guint8, (gsize) n_joins + index->n_ranks + 1);
  for (guint i = 0; i <= index->n_lanes; i++)
    {
      gboolean is_all = i == index->n_lanes;
      guint32 n_entries = is_all ? index->n_ranks : starts[i + 1] - starts[i];

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;

      for (guint32 j = 0; j < n_entries; j++)
        build->scratch[j] = is_all ? j : ranks[starts[i] + j];
      split_into_runs (build, &index->lanes[i], is_all ? n_joins : starts[i], n_entries);
      measure_spacings (build, &index->lanes[i], n_entries, is_all);
    }

  return TRUE;
}

/**
 * khatt_index_new:
 * @items: (element-type KhattIndexItem): the dated events, by slot; sorted by the call
 * @lanes: the lanes they join; an event joins each lane once
 * @n_lanes: how many lanes there are; every entry of @lanes is below
 * @cancellable: (nullable): to give up
 *
 * Builds the index: O(n). Touches nothing of the main thread.
 *
 * Returns: (transfer full) (nullable): the index; %NULL when cancelled
 */
KhattIndex *
khatt_index_new (GArray *items, const guint32 *lanes, guint n_lanes, GCancellable *cancellable)
{
  g_autoptr (KhattIndex) index = g_new0 (KhattIndex, 1);
  guint n = items->len;
  g_autofree guint32 *scratch = g_new (guint32, n + 1);
  g_autofree gint64 *buckets = g_new (gint64, n + 1);
  g_autofree guint32 *n_inside = g_new (guint32, n + 1);
  g_autofree guint64 *cells = g_new (guint64, n + 1);
  g_autofree double *values = g_new (double, n + 1);
  Build build = { index, items, scratch, buckets, n_inside, cells, values };

  sort_items (items);

  index->n_ranks = n;
  index->n_lanes = n_lanes;
  index->slots = g_new (guint32, n + 1);
  index->middles = g_new (gint64, n + 1);
  index->lanes = g_new0 (KhattIndexLane, n_lanes + 1);
  index->runs = g_array_new (FALSE, FALSE, sizeof (KhattIndexRun));
  index->blocks = g_array_new (FALSE, FALSE, sizeof (KhattIndexBytes));
  index->spans = g_array_new (FALSE, FALSE, sizeof (KhattIndexCounts));
  index->spacings = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n; i++)
    {
      const KhattIndexItem *item = &g_array_index (items, KhattIndexItem, i);

      index->slots[i] = item->slot;
      index->middles[i] = item->middle;
    }

  if (!build_lanes (&build, lanes, cancellable))
    return NULL;

  /* Finer buckets than the finest cell hold the same, coarser ones no fewer. */
  for (guint level = KHATT_INDEX_N_LEVELS - 1; level > 0; level--)
    if (index->peaks[level - 1] == 0)
      index->peaks[level - 1] = index->peaks[level];
  for (guint level = 1; level < KHATT_INDEX_N_LEVELS; level++)
    index->peaks[level] = MAX (index->peaks[level], index->peaks[level - 1]);

  return g_steal_pointer (&index);
}
