/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many events of each kind a lane has in a span of time. Every KHATT_INDEX_BLOCK entries a run
 * notes how many of each kind came before, so any span costs two searches and two short scans. A
 * ribbon asks that for each of its columns, which follow each other: there the end of one is found
 * near the end of the one before. */

#include "khatt-index-private.h"

#include <string.h>

/* While scanning, the counts of all kinds are in one word: so many bits each, enough for what a
 * scan is long at most. */
#define COUNT_BITS 7
#define COUNT_MASK ((1 << COUNT_BITS) - 1)
#define ONE(kind) ((guint64) 1 << COUNT_BITS * (kind))
/* Less is counted faster one by one. */
#define MIN_SCANNED 8
/* Of the distance: how far from where it is expected an end is usually found. */
#define DEVIATION 8

G_STATIC_ASSERT (KHATT_N_KINDS *COUNT_BITS < 64);
G_STATIC_ASSERT (2 * KHATT_INDEX_BLOCK - 1 <= COUNT_MASK);

#define ONE_OF_EACH                                                                                \
  {                                                                                                \
    ONE (0), ONE (1), ONE (2), ONE (3), ONE (4), ONE (5), ONE (6), ONE (7), ONE (8)                \
  }

/* What an entry adds to the word: its kind alone decides. */
static const guint64 ones[KHATT_INDEX_RUN_POWERS][1 << KHATT_INDEX_KIND_BITS] = {
  ONE_OF_EACH, ONE_OF_EACH, ONE_OF_EACH, ONE_OF_EACH, ONE_OF_EACH, ONE_OF_EACH,
};

static guint64
scan (const guint8 *traits, guint32 n_entries)
{
  const guint64 *one_of = ones[0];
  guint64 sum = 0;
  guint32 i = 0;

  for (; i + 4 <= n_entries; i += 4)
    sum +=
        one_of[traits[i]] + one_of[traits[i + 1]] + one_of[traits[i + 2]] + one_of[traits[i + 3]];
  for (; i < n_entries; i++)
    sum += one_of[traits[i]];

  return sum;
}

static void
add_scanned (guint64 sum, guint32 counts[KHATT_N_KINDS])
{
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    counts[kind] += sum >> COUNT_BITS * kind & COUNT_MASK;
}

/* Counts whole blocks by what they note, and what is before and after them by scanning. */
static void
add_counts_between (const KhattIndex *index,
                    const KhattIndexRun *run,
                    guint32 start,
                    guint32 end,
                    guint32 counts[KHATT_N_KINDS])
{
  const guint8 *traits = index->traits + run->offset;
  const KhattIndexCounts *blocks;
  guint32 first, last;

  if (end - start < MIN_SCANNED)
    {
      for (guint32 i = start; i < end; i++)
        counts[khatt_index_get_kind (traits[i])]++;
      return;
    }

  first = (start + KHATT_INDEX_BLOCK - 1) / KHATT_INDEX_BLOCK;
  last = MIN (end, run->n_entries - 1) / KHATT_INDEX_BLOCK;
  if (first >= last)
    {
      add_scanned (scan (traits + start, end - start), counts);
      return;
    }

  blocks = &g_array_index (index->blocks, KhattIndexCounts, run->blocks);
  add_scanned (scan (traits + start, first * KHATT_INDEX_BLOCK - start) +
                   scan (traits + last * KHATT_INDEX_BLOCK, end - last * KHATT_INDEX_BLOCK),
               counts);
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    counts[kind] += blocks[last].counts[kind] - blocks[first].counts[kind];
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
  const KhattIndexLane *from = khatt_index_get_lane (index, lane);
  guint n_found = 0;

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = khatt_index_get_run (index, from, i);
      guint32 start = khatt_index_find_entry (index, run, first);
      guint32 end = khatt_index_find_entry_after (index, run, last);

      if (start >= end)
        continue;

      n_found += end - start;
      add_counts_between (index, run, start, end, counts);
    }

  return n_found;
}

/* The first rank from `start` on whose middle is not before `time`, in steps that grow. */
static guint32
find_next_rank (const KhattIndex *index, guint32 start, guint32 step, gint64 time)
{
  guint32 from = start;
  guint32 to = start;

  while (to < index->n_ranks && index->middles[to] < time)
    {
      from = to + 1;
      to += MIN (step, index->n_ranks - to);
      step *= 2;
    }
  while (from < to)
    {
      guint32 middle = from + (to - from) / 2;

      if (index->middles[middle] < time)
        from = middle + 1;
      else
        to = middle;
    }

  return from;
}

/**
 * khatt_index_find_bounds:
 * @index: an index
 * @times: (array length=n_times): seconds since 1970, rising
 * @n_times: how many there are
 * @ranks: (array length=n_times) (out caller-allocates): for each of them the first rank whose
 *   middle is not before it
 *
 * Finds many times that follow each other in the order of ranks.
 */
void
khatt_index_find_bounds (const KhattIndex *index,
                         const gint64 *times,
                         guint n_times,
                         guint32 *ranks)
{
  guint32 rank = 0;
  guint32 step = index->n_ranks;

  for (guint i = 0; i < n_times; i++)
    {
      guint32 found = find_next_rank (index, rank, step, times[i]);

      step = found - rank + 1;
      rank = ranks[i] = found;
    }
}

/* The first entry from `start` on that is not below `rank`. It is expected `distance` on: from
 * there it is looked for either way in steps that grow. */
static guint32
find_next_entry (const KhattIndex *index,
                 const KhattIndexRun *run,
                 guint32 start,
                 guint32 distance,
                 guint32 rank)
{
  const guint32 *entries = index->entries + run->offset;
  guint32 step = distance / DEVIATION + 1;
  guint32 from = start;
  guint32 to = start + MIN (distance, run->n_entries - start);

  if (to < run->n_entries && entries[to] < rank)
    do
      {
        from = to + 1;
        to += MIN (step, run->n_entries - to);
        step *= 2;
      }
    while (to < run->n_entries && entries[to] < rank);
  else
    while (to > start)
      {
        guint32 before = to - MIN (step, to - start);

        if (entries[before] < rank)
          {
            from = before + 1;
            break;
          }
        to = before;
        step *= 2;
      }

  while (from < to)
    {
      guint32 middle = from + (to - from) / 2;

      if (entries[middle] < rank)
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
 * @bounds: (array): where cells begin, from khatt_index_find_bounds(); one more than there are
 *   cells
 * @n_cells: how many there are
 * @cells: (array length=n_cells) (inout): events of each kind in each of them; added to
 *
 * Counts the events whose middle lies in each of many cells that follow each other. Once the first
 * is found, each of the others is as far away as it has events, not as the document.
 */
void
khatt_index_count_cells (const KhattIndex *index,
                         guint lane,
                         const guint32 *bounds,
                         guint n_cells,
                         KhattIndexCounts *cells)
{
  const KhattIndexLane *from = khatt_index_get_lane (index, lane);

  for (guint i = 0; i < from->n_runs; i++)
    {
      const KhattIndexRun *run = khatt_index_get_run (index, from, i);
      guint32 start = find_next_entry (index, run, 0, run->n_entries / 2, bounds[0]);
      guint32 distance = 0;

      for (guint cell = 0; cell < n_cells && start < run->n_entries; cell++)
        {
          guint32 end = find_next_entry (index, run, start, distance, bounds[cell + 1]);

          add_counts_between (index, run, start, end, cells[cell].counts);
          distance = end - start;
          start = end;
        }
    }
}
