/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is visible, out of a million events, in the time it takes to draw it.
 *
 * Events are ranked by the middle of their marks. A lane keeps its ranks in runs, one for each
 * power of two of reach (how far ink goes from the middle): an event of run r can reach into a
 * window only if its middle is within 2^r seconds of it, so a query is two binary searches a run,
 * and in each run at least about half of what lies between is a hit. Nearly all lanes have one to
 * four runs (days, months, years). The same scheme in space is the loose quadtree (Ulrich, "Loose
 * octrees", Game Programming Gems 1, 2000).
 *
 * Every BLOCK ranks a run notes how many of each kind came before: counts by kind over any span of
 * time cost two searches and two short scans, which is what a ribbon asks for each of its columns.
 */

#include "khatt-index.h"

#include <math.h>
#include <string.h>

#define BLOCK 64
#define N_REACHES 65
#define N_LEVELS 63

typedef struct
{
  guint32 offset; /* into entries */
  guint32 n_entries;
  guint32 blocks; /* into blocks; of n_entries / BLOCK + 1 */
  guint8 reach;   /* power of two */
} Run;

typedef struct
{
  guint32 runs;     /* into runs */
  guint32 spacings; /* into spacings */
  guint8 n_runs;
  guint8 first_level;
  guint8 n_levels;
} Lane;

typedef struct
{
  guint32 counts[KHATT_N_KINDS];
} Counts;

struct _KhattIndex
{
  guint32 n_ranks;
  guint n_lanes;
  guint32 *slots;
  gint64 *middles;
  guint8 *kinds;
  guint32 *entries; /* ranks */
  Lane *lanes;      /* n_lanes, and one of all events */
  GArray *runs;     /* of Run */
  GArray *blocks;   /* of Counts */
  GArray *spacings; /* of double, seconds */
  guint32 peaks[N_LEVELS];
};

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

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const KhattIndexItem *first = a;
  const KhattIndexItem *second = b;

  if (first->middle != second->middle)
    return first->middle < second->middle ? -1 : 1;
  if (first->slot != second->slot)
    return first->slot < second->slot ? -1 : 1;

  return 0;
}

/* The least power of two that is not less than `seconds`. */
static guint8
get_power (guint64 seconds)
{
  return seconds <= 1 ? 0 : 64 - __builtin_clzll (seconds - 1);
}

static guint8
get_reach (const KhattIndexItem *item)
{
  guint64 before = item->first < item->middle ? (guint64) item->middle - (guint64) item->first : 0;
  guint64 after = item->last > item->middle ? (guint64) item->last - (guint64) item->middle : 0;

  return get_power (MAX (before, after));
}

static gint64
add_saturated (gint64 time, guint64 seconds)
{
  gint64 result;

  if (seconds > G_MAXINT64 || __builtin_add_overflow (time, (gint64) seconds, &result))
    return G_MAXINT64;

  return result;
}

static gint64
subtract_saturated (gint64 time, guint64 seconds)
{
  gint64 result;

  if (seconds > G_MAXINT64 || __builtin_sub_overflow (time, (gint64) seconds, &result))
    return G_MININT64;

  return result;
}

static guint64
get_reach_seconds (const Run *run)
{
  return run->reach >= 64 ? G_MAXUINT64 : (guint64) 1 << run->reach;
}

static void
append_run (Build *build, guint32 offset, guint32 n_entries, guint8 reach)
{
  KhattIndex *index = build->index;
  Run run = {
    .offset = offset, .n_entries = n_entries, .blocks = index->blocks->len, .reach = reach
  };
  Counts counts = { { 0 } };

  for (guint32 i = 0; i < n_entries; i++)
    {
      if (i % BLOCK == 0)
        g_array_append_val (index->blocks, counts);
      counts.counts[index->kinds[index->entries[offset + i]]]++;
    }

  g_array_append_val (index->runs, run);
}

/* The lane's ranks, ascending in `scratch`, go into runs from `offset`. */
static void
split_into_runs (Build *build, Lane *lane, guint32 offset, guint32 n_entries)
{
  KhattIndex *index = build->index;
  guint32 n_of_reach[N_REACHES] = { 0 };
  guint32 next[N_REACHES];

  for (guint32 i = 0; i < n_entries; i++)
    n_of_reach[get_reach (&g_array_index (build->items, KhattIndexItem, build->scratch[i]))]++;

  for (guint reach = 0, at = offset; reach < N_REACHES; reach++)
    {
      next[reach] = at;
      at += n_of_reach[reach];
    }

  for (guint32 i = 0; i < n_entries; i++)
    {
      const KhattIndexItem *item = &g_array_index (build->items, KhattIndexItem, build->scratch[i]);

      index->entries[next[get_reach (item)]++] = build->scratch[i];
    }

  lane->runs = index->runs->len;
  for (guint reach = 0; reach < N_REACHES; reach++)
    if (n_of_reach[reach] > 0)
      append_run (build, next[reach] - n_of_reach[reach], n_of_reach[reach], reach);
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
measure_spacings (Build *build, Lane *lane, guint32 n_entries, gboolean is_all)
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

  lane->first_level = MIN (finest > 1 ? 63 - __builtin_clzll (finest) : 0, N_LEVELS - 1);
  for (guint level = lane->first_level; level < N_LEVELS; level++)
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
 * @items: (element-type KhattIndexItem): the dated events; sorted by the call
 * @lanes: the lanes they join; an event joins each lane once
 * @n_lanes: how many lanes there are; every entry of @lanes is below
 * @cancellable: (nullable): to give up
 *
 * Builds the index: O(n log n). Touches nothing of the main thread.
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

  g_array_sort (items, compare_items);

  index->n_ranks = n;
  index->n_lanes = n_lanes;
  index->slots = g_new (guint32, n + 1);
  index->middles = g_new (gint64, n + 1);
  index->kinds = g_new (guint8, n + 1);
  index->lanes = g_new0 (Lane, n_lanes + 1);
  index->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  index->blocks = g_array_new (FALSE, FALSE, sizeof (Counts));
  index->spacings = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n; i++)
    {
      const KhattIndexItem *item = &g_array_index (items, KhattIndexItem, i);

      index->slots[i] = item->slot;
      index->middles[i] = item->middle;
      index->kinds[i] = MIN (item->kind, KHATT_KIND_OTHER);
    }

  if (!build_lanes (&build, lanes, cancellable))
    return NULL;

  /* Finer buckets than the finest cell hold the same, coarser ones no fewer. */
  for (guint level = N_LEVELS - 1; level > 0; level--)
    if (index->peaks[level - 1] == 0)
      index->peaks[level - 1] = index->peaks[level];
  for (guint level = 1; level < N_LEVELS; level++)
    index->peaks[level] = MAX (index->peaks[level], index->peaks[level - 1]);

  return g_steal_pointer (&index);
}

/**
 * khatt_index_free:
 * @index: (transfer full): an index
 *
 * Frees an index.
 */
void
khatt_index_free (KhattIndex *index)
{
  g_free (index->slots);
  g_free (index->middles);
  g_free (index->kinds);
  g_free (index->entries);
  g_free (index->lanes);
  g_clear_pointer (&index->runs, g_array_unref);
  g_clear_pointer (&index->blocks, g_array_unref);
  g_clear_pointer (&index->spacings, g_array_unref);
  g_free (index);
}

/**
 * khatt_index_get_n_ranks:
 * @index: an index
 *
 * Returns: how many dated events there are
 */
guint32
khatt_index_get_n_ranks (const KhattIndex *index)
{
  return index->n_ranks;
}

/**
 * khatt_index_get_slot:
 * @index: an index
 * @rank: below khatt_index_get_n_ranks()
 *
 * Returns: the slot of the event of that rank
 */
guint32
khatt_index_get_slot (const KhattIndex *index, guint32 rank)
{
  return index->slots[rank];
}

/**
 * khatt_index_get_middle:
 * @index: an index
 * @rank: below khatt_index_get_n_ranks()
 *
 * Returns: the middle of its mark, in seconds since 1970
 */
gint64
khatt_index_get_middle (const KhattIndex *index, guint32 rank)
{
  return index->middles[rank];
}

/**
 * khatt_index_find_rank:
 * @index: an index
 * @middle: the middle of the event's mark
 * @slot: its slot
 *
 * Finds an event's place in the order of middles. O(log n).
 *
 * Returns: its rank; %G_MAXUINT32 where the index does not have it
 */
guint32
khatt_index_find_rank (const KhattIndex *index, gint64 middle, guint32 slot)
{
  guint32 from = 0;
  guint32 to = index->n_ranks;

  while (from < to)
    {
      guint32 rank = from + (to - from) / 2;
      gboolean is_before = index->middles[rank] < middle ||
                           (index->middles[rank] == middle && index->slots[rank] < slot);

      if (is_before)
        from = rank + 1;
      else
        to = rank;
    }

  if (from < index->n_ranks && index->middles[from] == middle && index->slots[from] == slot)
    return from;

  return G_MAXUINT32;
}

static const Lane *
get_lane (const KhattIndex *index, guint lane)
{
  return &index->lanes[MIN (lane, index->n_lanes)];
}

static const Run *
get_run (const KhattIndex *index, const Lane *lane, guint run)
{
  return &g_array_index (index->runs, Run, lane->runs + run);
}

/* The first entry of the run whose middle is not before `time`. */
static guint32
find_entry (const KhattIndex *index, const Run *run, gint64 time)
{
  const guint32 *entries = index->entries + run->offset;
  guint32 from = 0;
  guint32 to = run->n_entries;

  while (from < to)
    {
      guint32 middle = from + (to - from) / 2;

      if (index->middles[entries[middle]] < time)
        from = middle + 1;
      else
        to = middle;
    }

  return from;
}

static guint32
find_entry_after (const KhattIndex *index, const Run *run, gint64 time)
{
  return time == G_MAXINT64 ? run->n_entries : find_entry (index, run, time + 1);
}

/**
 * khatt_index_query:
 * @index: an index
 * @lane: a lane, or %KHATT_INDEX_ALL_LANES
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 * @limit: how many to append at most
 * @ranks: (element-type guint32): where to append
 *
 * Finds what can reach into a window. O(answer + log n); at most about as many again only come near
 * it.
 *
 * Returns: how many were appended
 */
guint
khatt_index_query (const KhattIndex *index,
                   guint lane,
                   gint64 first,
                   gint64 last,
                   guint limit,
                   GArray *ranks)
{
  const Lane *from = get_lane (index, lane);
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const Run *run = get_run (index, from, i);
      guint64 reach = get_reach_seconds (run);
      guint32 start = find_entry (index, run, subtract_saturated (first, reach));
      guint32 end = find_entry_after (index, run, add_saturated (last, reach));
      guint32 n = start < end ? MIN (end - start, limit - n_found) : 0;

      g_array_append_vals (ranks, index->entries + run->offset + start, n);
      n_found += n;
    }

  return n_found;
}

static void
add_counts_before (const KhattIndex *index,
                   const Run *run,
                   guint32 entry,
                   int sign,
                   guint32 counts[KHATT_N_KINDS])
{
  guint32 block = entry / BLOCK;
  const Counts *before;

  if (run->n_entries == 0)
    return;

  block = MIN (block, (run->n_entries - 1) / BLOCK);
  before = &g_array_index (index->blocks, Counts, run->blocks + block);
  for (guint i = 0; i < KHATT_N_KINDS; i++)
    counts[i] += sign * before->counts[i];
  for (guint32 i = block * BLOCK; i < entry; i++)
    counts[index->kinds[index->entries[run->offset + i]]] += sign;
}

/**
 * khatt_index_count:
 * @index: an index
 * @lane: a lane, or %KHATT_INDEX_ALL_LANES
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 * @counts: (array fixed-size=9) (inout): events of each kind; added to
 *
 * Counts the events whose middle lies in a span, by kind. O(log n).
 *
 * Returns: how many there are
 */
guint
khatt_index_count (const KhattIndex *index,
                   guint lane,
                   gint64 first,
                   gint64 last,
                   guint32 counts[KHATT_N_KINDS])
{
  const Lane *from = get_lane (index, lane);
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const Run *run = get_run (index, from, i);
      guint32 start = find_entry (index, run, first);
      guint32 end = find_entry_after (index, run, last);

      if (start >= end)
        continue;

      n_found += end - start;
      if (end - start <= BLOCK)
        {
          for (guint32 j = start; j < end; j++)
            counts[index->kinds[index->entries[run->offset + j]]]++;
          continue;
        }
      add_counts_before (index, run, end, 1, counts);
      add_counts_before (index, run, start, -1, counts);
    }

  return n_found;
}

/**
 * khatt_index_list:
 * @index: an index
 * @lane: a lane, or %KHATT_INDEX_ALL_LANES
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 * @limit: how many to append at most
 * @ranks: (element-type guint32): where to append
 *
 * Lists the events whose middle lies in a span, in no order.
 *
 * Returns: how many were appended
 */
guint
khatt_index_list (const KhattIndex *index,
                  guint lane,
                  gint64 first,
                  gint64 last,
                  guint limit,
                  GArray *ranks)
{
  const Lane *from = get_lane (index, lane);
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const Run *run = get_run (index, from, i);
      guint32 start = find_entry (index, run, first);
      guint32 end = find_entry_after (index, run, last);
      guint32 n = start < end ? MIN (end - start, limit - n_found) : 0;

      g_array_append_vals (ranks, index->entries + run->offset + start, n);
      n_found += n;
    }

  return n_found;
}

/**
 * khatt_index_step:
 * @index: an index
 * @lane: a lane, or %KHATT_INDEX_ALL_LANES
 * @rank: where to start; need not be of that lane
 * @step: +1 for later, -1 for earlier
 *
 * Finds the next event of a lane along time. O(log n).
 *
 * Returns: its rank; %G_MAXUINT32 where there is none
 */
guint32
khatt_index_step (const KhattIndex *index, guint lane, guint32 rank, int step)
{
  const Lane *from = get_lane (index, lane);
  guint32 nearest = G_MAXUINT32;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const Run *run = get_run (index, from, i);
      const guint32 *entries = index->entries + run->offset;
      guint32 low = 0;
      guint32 high = run->n_entries;
      guint32 wanted = step > 0 ? rank + 1 : rank;

      while (low < high)
        {
          guint32 middle = low + (high - low) / 2;

          if (entries[middle] < wanted)
            low = middle + 1;
          else
            high = middle;
        }

      if (step > 0 && low < run->n_entries)
        nearest = MIN (nearest, entries[low]);
      else if (step < 0 && low > 0)
        nearest = nearest == G_MAXUINT32 ? entries[low - 1] : MAX (nearest, entries[low - 1]);
    }

  return nearest;
}

/**
 * khatt_index_get_spacing:
 * @index: an index
 * @lane: a lane, or %KHATT_INDEX_ALL_LANES
 * @level: buckets are of 2^@level seconds
 *
 * Tells how crowded a lane is: the median, over its non-empty buckets, of the seconds an event has
 * to itself. Events of one cell (one day, where only the day is known) share the cell, however
 * small the bucket. O(1).
 *
 * Returns: seconds; infinite where the lane has no events
 */
double
khatt_index_get_spacing (const KhattIndex *index, guint lane, guint level)
{
  const Lane *from = get_lane (index, lane);
  guint last_level;
  double last;

  if (from->n_levels == 0)
    return INFINITY;
  if (level <= from->first_level)
    return g_array_index (index->spacings, double, from->spacings);

  last_level = from->first_level + from->n_levels - 1;
  if (level <= last_level)
    return g_array_index (index->spacings, double, from->spacings + level - from->first_level);

  /* All in one bucket, which only grows from here. */
  last = g_array_index (index->spacings, double, from->spacings + from->n_levels - 1);

  return last * exp2 (level - last_level);
}

/**
 * khatt_index_get_peak:
 * @index: an index
 * @seconds: the length of a column
 *
 * Estimates the most events that any lane has in a span of that length, for the height of ribbons:
 * from the fixed buckets of the power of two below, so that it depends on the zoom alone. O(1).
 *
 * Returns: the estimate, at least 1
 */
double
khatt_index_get_peak (const KhattIndex *index, double seconds)
{
  double level = floor (log2 (MAX (seconds, 1)));
  guint below = (guint) MIN (level, N_LEVELS - 1);
  double peak = index->peaks[below];

  if (below + 1 < N_LEVELS)
    peak += (index->peaks[below + 1] - peak) * (seconds / exp2 (below) - 1);

  return MAX (peak, 1);
}
