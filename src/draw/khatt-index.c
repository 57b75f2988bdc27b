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
 * Every KHATT_INDEX_BLOCK ranks a run notes how many of each kind came before: counts by kind over
 * any span of time cost two searches and two short scans, which is what a ribbon asks for each of
 * its columns.
 */

#include "khatt-index-private.h"

#include <math.h>

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
get_reach_seconds (const KhattIndexRun *run)
{
  return run->reach >= 64 ? G_MAXUINT64 : (guint64) 1 << run->reach;
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

static const KhattIndexLane *
get_lane (const KhattIndex *index, guint lane)
{
  return &index->lanes[MIN (lane, index->n_lanes)];
}

static const KhattIndexRun *
get_run (const KhattIndex *index, const KhattIndexLane *lane, guint run)
{
  return &g_array_index (index->runs, KhattIndexRun, lane->runs + run);
}

/* The first entry of the run whose middle is not before `time`. */
static guint32
find_entry (const KhattIndex *index, const KhattIndexRun *run, gint64 time)
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
find_entry_after (const KhattIndex *index, const KhattIndexRun *run, gint64 time)
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
  const KhattIndexLane *from = get_lane (index, lane);
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = get_run (index, from, i);
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
                   const KhattIndexRun *run,
                   guint32 entry,
                   int sign,
                   guint32 counts[KHATT_N_KINDS])
{
  guint32 block = entry / KHATT_INDEX_BLOCK;
  const KhattIndexCounts *before;

  if (run->n_entries == 0)
    return;

  block = MIN (block, (run->n_entries - 1) / KHATT_INDEX_BLOCK);
  before = &g_array_index (index->blocks, KhattIndexCounts, run->blocks + block);
  for (guint i = 0; i < KHATT_N_KINDS; i++)
    counts[i] += sign * before->counts[i];
  for (guint32 i = block * KHATT_INDEX_BLOCK; i < entry; i++)
    counts[index->kinds[run->offset + i]] += sign;
}

static void
add_counts_between (const KhattIndex *index,
                    const KhattIndexRun *run,
                    guint32 start,
                    guint32 end,
                    guint32 counts[KHATT_N_KINDS])
{
  const guint8 *kinds = index->kinds + run->offset;

  if (end - start > KHATT_INDEX_BLOCK)
    {
      add_counts_before (index, run, end, 1, counts);
      add_counts_before (index, run, start, -1, counts);
      return;
    }

  for (const guint8 *kind = kinds + start; kind < kinds + end; kind++)
    counts[*kind]++;
}

/**
 * khatt_index_count:
 * @index: an index
 * @lane: a lane, or %KHATT_INDEX_ALL_LANES
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 * @counts: (array fixed-size=9) (inout): events of each kind; added to
 *
 * KhattIndexCounts the events whose middle lies in a span, by kind. O(log n).
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
  const KhattIndexLane *from = get_lane (index, lane);
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = get_run (index, from, i);
      guint32 start = find_entry (index, run, first);
      guint32 end = find_entry_after (index, run, last);

      if (start >= end)
        continue;

      n_found += end - start;
      add_counts_between (index, run, start, end, counts);
    }

  return n_found;
}

/* The first entry from `start` on whose middle is not before `time`, which is near: about as far as
 * the one before it was. */
static guint32
gallop (const KhattIndex *index,
        const KhattIndexRun *run,
        guint32 start,
        guint32 distance,
        gint64 time)
{
  const guint32 *entries = index->entries + run->offset;
  guint32 step = distance + 1;
  guint32 from = start;
  guint32 to = start;

  while (to < run->n_entries && index->middles[entries[to]] < time)
    {
      from = to + 1;
      to += MIN (step, run->n_entries - to);
      step *= 2;
    }
  to = MIN (to, run->n_entries);
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

/**
 * khatt_index_count_cells:
 * @index: an index
 * @lane: a lane, or %KHATT_INDEX_ALL_LANES
 * @bounds: (array): where cells begin, in seconds since 1970, rising; one more than there are cells
 * @n_cells: how many there are
 * @cells: (array length=n_cells) (inout): events of each kind in each of them; added to
 *
 * Counts the events whose middle lies in each of many cells that follow each other. Once the first
 * is found, each of the others is as far away as it has events, not as the document.
 */
void
khatt_index_count_cells (const KhattIndex *index,
                         guint lane,
                         const gint64 *bounds,
                         guint n_cells,
                         KhattIndexCounts *cells)
{
  const KhattIndexLane *from = get_lane (index, lane);

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = get_run (index, from, i);
      guint32 start = find_entry (index, run, bounds[0]);
      guint32 distance = 0;

      for (guint cell = 0; cell < n_cells && start < run->n_entries; cell++)
        {
          guint32 end = gallop (index, run, start, distance, bounds[cell + 1]);

          add_counts_between (index, run, start, end, cells[cell].counts);
          distance = end - start;
          start = end;
        }
    }
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
  const KhattIndexLane *from = get_lane (index, lane);
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = get_run (index, from, i);
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
  const KhattIndexLane *from = get_lane (index, lane);
  guint32 nearest = G_MAXUINT32;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = get_run (index, from, i);
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
  const KhattIndexLane *from = get_lane (index, lane);
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
  guint below = (guint) MIN (level, KHATT_INDEX_N_LEVELS - 1);
  double peak = index->peaks[below];

  if (below + 1 < KHATT_INDEX_N_LEVELS)
    peak += (index->peaks[below + 1] - peak) * (seconds / exp2 (below) - 1);

  return MAX (peak, 1);
}
