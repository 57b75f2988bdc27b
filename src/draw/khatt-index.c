/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is visible, out of a million events, in the time it takes to draw it.
 *
 * Events are ranked by the middle of their marks. A lane keeps its ranks in runs by their reach:
 * how far ink goes from the middle, as a power of two. A run has a few powers, so nearly all lanes
 * have one or two runs, and each of its entries knows which: an event can reach into a window only
 * if its middle is within its power of two seconds of it. A query is two binary searches a run for
 * what has its middle in the window, and a look at those beside it; at least about half of what it
 * finds is a hit. The same scheme in space is the loose quadtree (Ulrich, "Loose octrees", Game
 * Programming Gems 1, 2000). */

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

/**
 * khatt_index_free:
 * @index: (transfer full): an index
 *
 * Frees an index.
 */
void
khatt_index_free (KhattIndex *index)
{
  if (index->whole == NULL)
    {
      g_free (index->slots);
      g_free (index->middles);
    }
  g_free (index->traits);
  g_free (index->entries);
  g_free (index->lanes);
  g_clear_pointer (&index->runs, g_array_unref);
  g_clear_pointer (&index->blocks, g_array_unref);
  g_clear_pointer (&index->spans, g_array_unref);
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

/**
 * khatt_index_find_entry:
 * @index: an index
 * @run: one of its runs
 * @time: seconds since 1970
 *
 * Finds where a time is in a run. O(log n).
 *
 * Returns: the first entry whose middle is not before @time; as many as there are where none is
 */
guint32
khatt_index_find_entry (const KhattIndex *index, const KhattIndexRun *run, gint64 time)
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

/**
 * khatt_index_find_entry_after:
 * @index: an index
 * @run: one of its runs
 * @time: seconds since 1970
 *
 * Finds where what is after a time begins in a run. O(log n).
 *
 * Returns: the first entry whose middle is after @time; as many as there are where none is
 */
guint32
khatt_index_find_entry_after (const KhattIndex *index, const KhattIndexRun *run, gint64 time)
{
  return time == G_MAXINT64 ? run->n_entries : khatt_index_find_entry (index, run, time + 1);
}

/* Where entries are that an event of each of a run's powers can have its middle, to reach into a
 * window. */
typedef struct
{
  gint64 first[KHATT_INDEX_RUN_POWERS];
  gint64 last[KHATT_INDEX_RUN_POWERS];
} Reaches;

static Reaches
list_reaches (const KhattIndexRun *run, gint64 first, gint64 last)
{
  Reaches reaches;

  for (int i = 0; i < KHATT_INDEX_RUN_POWERS; i++)
    {
      int power = MAX (run->power + i, 0);
      guint64 seconds = power >= 64 ? G_MAXUINT64 : (guint64) 1 << power;

      reaches.first[i] = subtract_saturated (first, seconds);
      reaches.last[i] = add_saturated (last, seconds);
    }

  return reaches;
}

/* Of entries that are beside the window, those that reach into it. */
static guint
append_reaching (const KhattIndex *index,
                 const KhattIndexRun *run,
                 const Reaches *reaches,
                 const guint32 bounds[2],
                 guint limit,
                 GArray *ranks)
{
  guint n_found = 0;

  for (guint32 i = bounds[0]; i < bounds[1] && n_found < limit; i++)
    {
      guint32 rank = index->entries[run->offset + i];
      guint power = index->traits[run->offset + i] >> KHATT_INDEX_KIND_BITS;
      gint64 middle = index->middles[rank];

      if (middle < reaches->first[power] || middle > reaches->last[power])
        continue;
      g_array_append_val (ranks, rank);
      n_found++;
    }

  return n_found;
}

/* Those with their middle in the window need no second look. */
static guint
query_run (const KhattIndex *index,
           const KhattIndexRun *run,
           const gint64 window[2],
           guint limit,
           GArray *ranks)
{
  Reaches reaches = list_reaches (run, window[0], window[1]);
  guint32 inside[2] = { khatt_index_find_entry (index, run, window[0]),
                        khatt_index_find_entry_after (index, run, window[1]) };
  guint32 before[2] = {
    khatt_index_find_entry (index, run, subtract_saturated (window[0], run->reach)), inside[0]
  };
  guint32 after[2] = { inside[1], khatt_index_find_entry_after (
                                      index, run, add_saturated (window[1], run->reach)) };
  guint n_inside = inside[0] < inside[1] ? MIN (inside[1] - inside[0], limit) : 0;
  guint n_found;

  n_found = append_reaching (index, run, &reaches, before, limit - n_inside, ranks);
  g_array_append_vals (ranks, index->entries + run->offset + inside[0], n_inside);
  n_found += n_inside;

  return n_found + append_reaching (index, run, &reaches, after, limit - n_found, ranks);
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
  const KhattIndexLane *from = khatt_index_get_lane (index, lane);
  const gint64 window[2] = { first, last };
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    n_found +=
        query_run (index, khatt_index_get_run (index, from, i), window, limit - n_found, ranks);

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
  const KhattIndexLane *from = khatt_index_get_lane (index, lane);
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = khatt_index_get_run (index, from, i);
      guint32 start = khatt_index_find_entry (index, run, first);
      guint32 end = khatt_index_find_entry_after (index, run, last);
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
  const KhattIndexLane *from = khatt_index_get_lane (index, lane);
  guint32 nearest = G_MAXUINT32;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = khatt_index_get_run (index, from, i);
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
  const KhattIndexLane *from = khatt_index_get_lane (index, lane);
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
