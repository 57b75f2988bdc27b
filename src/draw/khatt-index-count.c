/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many events of each kind a lane has in a span of time. Every KHATT_INDEX_BLOCK entries a run
 * notes how many came before, in a byte a kind: the difference of two such notes, which a
 * subtraction of words is, counts what is between them as long as that is less than a byte holds.
 * What is more is between two of the full notes that there are every KHATT_INDEX_SPAN entries. So
 * any span costs two searches and two short scans; and of the columns of a ribbon, which follow
 * each other, one of each, as the end of one is where the next begins, and is found near it. */

#include "khatt-index-private.h"

/* Fewer are counted faster one by one. */
#define MIN_SUBTRACTED 8
/* Of the distance: how far from where it is expected an end is usually found. */
#define DEVIATION 8
#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)
#define ONE(kind) ((KhattIndexBytes) 1 << 8 * (kind))

#define ONE_OF_ALL G_GUINT64_CONSTANT (0x0101010101010101)

G_STATIC_ASSERT (KHATT_INDEX_SPAN == G_MAXUINT8 + 1);
/* The last kind is what is left. */
G_STATIC_ASSERT (KHATT_N_KINDS == sizeof (KhattIndexBytes) + 1);

#define ONE_OF_EACH                                                                                \
  {                                                                                                \
    ONE (0), ONE (1), ONE (2), ONE (3), ONE (4), ONE (5), ONE (6), ONE (7), 0                      \
  }

/* What an entry adds: its kind alone decides. */
static const KhattIndexBytes ones[KHATT_INDEX_RUN_POWERS][1 << KHATT_INDEX_KIND_BITS] = {
  ONE_OF_EACH, ONE_OF_EACH, ONE_OF_EACH, ONE_OF_EACH,
  ONE_OF_EACH, ONE_OF_EACH, ONE_OF_EACH, ONE_OF_EACH,
};

/* Each byte by itself. */
static KhattIndexBytes
add_bytes (KhattIndexBytes a, KhattIndexBytes b)
{
  return ((a & ~HIGH_BITS) + (b & ~HIGH_BITS)) ^ ((a ^ b) & HIGH_BITS);
}

static KhattIndexBytes
subtract_bytes (KhattIndexBytes a, KhattIndexBytes b)
{
  return ((a | HIGH_BITS) - (b & ~HIGH_BITS)) ^ ((a ^ ~b) & HIGH_BITS);
}

static KhattIndexBytes
scan (const guint8 *trait, const guint8 *end)
{
  const KhattIndexBytes *one_of = ones[0];
  KhattIndexBytes sum = 0;

  for (; end - trait >= 4; trait += 4)
    sum += one_of[trait[0]] + one_of[trait[1]] + one_of[trait[2]] + one_of[trait[3]];
  for (; trait < end; trait++)
    sum += one_of[*trait];

  return sum;
}

/* What is before an entry of a run: from the note before it or from the one after it, whichever is
 * nearer. */
static KhattIndexBytes
get_bytes_before (const KhattIndex *index, const KhattIndexRun *run, guint32 entry)
{
  const guint8 *traits = index->traits + run->offset;
  guint32 nearest = (entry + KHATT_INDEX_BLOCK / 2) / KHATT_INDEX_BLOCK;
  guint32 block = MIN (nearest, run->n_entries / KHATT_INDEX_BLOCK);
  guint32 noted = block * KHATT_INDEX_BLOCK;
  KhattIndexBytes bytes = g_array_index (index->blocks, KhattIndexBytes, run->blocks + block);

  return noted <= entry ? add_bytes (bytes, scan (traits + noted, traits + entry))
                        : subtract_bytes (bytes, scan (traits + entry, traits + noted));
}

/* At most 255 entries: their sum, which a multiplication brings into the highest byte, fits there.
 */
static void
add_bytes_between (KhattIndexBytes start,
                   KhattIndexBytes end,
                   guint32 n_entries,
                   guint32 counts[KHATT_N_KINDS])
{
  KhattIndexBytes bytes = subtract_bytes (end, start);

  counts[0] += bytes & G_MAXUINT8;
  counts[1] += bytes >> 8 & G_MAXUINT8;
  counts[2] += bytes >> 16 & G_MAXUINT8;
  counts[3] += bytes >> 24 & G_MAXUINT8;
  counts[4] += bytes >> 32 & G_MAXUINT8;
  counts[5] += bytes >> 40 & G_MAXUINT8;
  counts[6] += bytes >> 48 & G_MAXUINT8;
  counts[7] += bytes >> 56;
  counts[8] += n_entries - (guint32) (bytes * ONE_OF_ALL >> 56);
}

/* A place in a run, and what is before it where that was asked for. */
typedef struct
{
  guint32 entry;
  gboolean is_known;
  KhattIndexBytes before;
} Place;

static KhattIndexBytes
ensure_bytes_before (const KhattIndex *index, const KhattIndexRun *run, Place *place)
{
  if (!place->is_known)
    place->before = get_bytes_before (index, run, place->entry);
  place->is_known = TRUE;

  return place->before;
}

/* At most 255 entries. */
static inline void
add_few (const KhattIndex *index,
         const KhattIndexRun *run,
         Place *start,
         Place *end,
         guint32 counts[KHATT_N_KINDS])
{
  guint32 n_entries = end->entry - start->entry;

  if (n_entries >= MIN_SUBTRACTED)
    {
      add_bytes_between (ensure_bytes_before (index, run, start),
                         ensure_bytes_before (index, run, end), n_entries, counts);
      return;
    }

  for (guint32 i = start->entry; i < end->entry; i++)
    counts[khatt_index_get_kind (index->traits[run->offset + i])]++;
}

/* At least as many as are between two full notes. */
static void
add_many (const KhattIndex *index,
          const KhattIndexRun *run,
          Place *start,
          Place *end,
          guint32 counts[KHATT_N_KINDS])
{
  const KhattIndexCounts *spans = &g_array_index (index->spans, KhattIndexCounts, run->spans);
  guint32 first = (start->entry + KHATT_INDEX_SPAN - 1) / KHATT_INDEX_SPAN;
  guint32 last = end->entry / KHATT_INDEX_SPAN;
  Place after_start = { .entry = first * KHATT_INDEX_SPAN };
  Place before_end = { .entry = last * KHATT_INDEX_SPAN };

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    counts[kind] += spans[last].counts[kind] - spans[first].counts[kind];
  add_few (index, run, start, &after_start, counts);
  add_few (index, run, &before_end, end, counts);
}

static inline void
add_counts_between (const KhattIndex *index,
                    const KhattIndexRun *run,
                    Place *start,
                    Place *end,
                    guint32 counts[KHATT_N_KINDS])
{
  if (end->entry - start->entry < KHATT_INDEX_SPAN)
    add_few (index, run, start, end, counts);
  else
    add_many (index, run, start, end, counts);
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
      Place start = { .entry = khatt_index_find_entry (index, run, first) };
      Place end = { .entry = khatt_index_find_entry_after (index, run, last) };

      if (start.entry >= end.entry)
        continue;

      n_found += end.entry - start.entry;
      add_counts_between (index, run, &start, &end, counts);
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
      Place start = { .entry = find_next_entry (index, run, 0, run->n_entries / 2, bounds[0]) };
      guint32 distance = 0;

      for (guint cell = 0; cell < n_cells && start.entry < run->n_entries; cell++)
        {
          Place end = {
            .entry = find_next_entry (index, run, start.entry, distance, bounds[cell + 1]),
          };

          add_counts_between (index, run, &start, &end, cells[cell].counts);
          distance = end.entry - start.entry;
          if (distance > 0)
            start = end;
        }
    }
}

/* How many ranks of `entries` are among `others`: both rise. */
static guint
count_common (const guint32 *entries,
              const guint32 *entries_end,
              const guint32 *others,
              const guint32 *others_end,
              guint most)
{
  guint n_common = 0;

  while (entries < entries_end && others < others_end && n_common < most)
    {
      guint32 entry = *entries;
      guint32 other = *others;

      n_common += entry == other;
      entries += entry <= other;
      others += other <= entry;
    }

  return n_common;
}

/**
 * khatt_index_count_shared:
 * @index: an index
 * @lane: a lane
 * @other: another lane
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 * @most: where to stop counting
 *
 * Counts the events that two lanes share whose middle lies in a span. What an event reaches is the
 * same in both lanes, so it is in the same run of either. O(n) of what they have there.
 *
 * Returns: how many there are, at most @most
 */
guint
khatt_index_count_shared (const KhattIndex *index,
                          guint lane,
                          guint other,
                          gint64 first,
                          gint64 last,
                          guint most)
{
  const KhattIndexLane *a = khatt_index_get_lane (index, lane);
  const KhattIndexLane *b = khatt_index_get_lane (index, other);
  guint n_shared = 0;

  for (guint i = 0; i < a->n_runs; i++)
    for (guint j = 0; j < b->n_runs; j++)
      {
        const KhattIndexRun *run = khatt_index_get_run (index, a, i);
        const KhattIndexRun *same = khatt_index_get_run (index, b, j);
        const guint32 *entries = index->entries + run->offset;
        const guint32 *others = index->entries + same->offset;

        if (run->power != same->power)
          continue;
        n_shared += count_common (entries + khatt_index_find_entry (index, run, first),
                                  entries + khatt_index_find_entry_after (index, run, last),
                                  others + khatt_index_find_entry (index, same, first),
                                  others + khatt_index_find_entry_after (index, same, last),
                                  most - n_shared);
      }

  return n_shared;
}
