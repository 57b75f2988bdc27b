/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where along time each mark stands, so that none covers another.
 *
 *   a wide cell:   | . . 1 2 3 . . |    in document order, pitch 30 to 26, centred
 *   [D..]:         | D |18 1 30 2 30 3  outside the cell, on the open side
 *   narrow cells:  |a|b|c|d|            in the middle; those that touch form a group
 *
 * Only marks whose lanes overlap are in each other's way; all others share a place. What does not
 * fit forms a group, which is drawn as a cluster. Everything is decided by cells, document order
 * and zoom: nothing here knows what is in view. */

#include "khatt-spread-private.h"

#include <math.h>

/* How many places a mark tries beside the one it would like. */
#define MAX_TRIES 8

static gboolean
is_wide (const KhattSpreading *placing, const KhattSpreadItem *item)
{
  return item->cell_last - item->cell_first >= placing->pitch->pitch;
}

static gint64
get_bin (const KhattSpreading *placing, double track)
{
  return (gint64) floor (track / placing->pitch->min_pitch);
}

/* Bins that share a place are told apart by their tracks. */
static guint32 *
get_place (const KhattSpreading *placing, gint64 bin)
{
  return &placing->placed[(guint64) bin & placing->place_mask];
}

/* An item already placed that would touch `item` at `track`; G_MAXUINT32: none. */
static guint32
find_touching (const KhattSpreading *placing, guint32 item, double track)
{
  gint64 middle = get_bin (placing, track);

  for (gint64 bin = middle - 1; bin <= middle + 1; bin++)
    {
      guint32 next = *get_place (placing, bin);

      for (; next != 0; next = placing->next[next - 1])
        {
          const KhattSpreadItem *other = &placing->items[next - 1];

          if (khatt_spread_overlaps (other, &placing->items[item]) &&
              fabs (other->track - track) < placing->pitch->min_pitch &&
              get_bin (placing, other->track) == bin)
            return next - 1;
        }
    }

  return G_MAXUINT32;
}

static void
put (KhattSpreading *placing, guint32 item, double track)
{
  guint32 *place = get_place (placing, get_bin (placing, track));

  placing->items[item].track = track;
  placing->next[item] = *place;
  *place = item + 1;
}

/* Finer cells first, so that what is known best moves least; then along time; then document order.
 */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const KhattSpreadItem *first = a;
  const KhattSpreadItem *second = b;
  double first_width = first->cell_last - first->cell_first;
  double second_width = second->cell_last - second->cell_first;

  if ((first->form == KHATT_SPREAD_IN_CELL) != (second->form == KHATT_SPREAD_IN_CELL))
    return first->form == KHATT_SPREAD_IN_CELL ? -1 : 1;
  if (first_width != second_width)
    return first_width < second_width ? -1 : 1;
  if (first->cell_first != second->cell_first)
    return first->cell_first < second->cell_first ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* The end of the run of items that share a cell. */
static guint32
find_cell_end (const KhattSpreading *placing, guint32 first)
{
  const KhattSpreadItem *items = placing->items;
  guint32 end = first + 1;

  while (end < placing->n_items && items[end].form == KHATT_SPREAD_IN_CELL &&
         items[end].cell_first == items[first].cell_first &&
         items[end].cell_last == items[first].cell_last)
    end++;

  return end;
}

/* Greedy colouring in document order: each mark of the cell gets the least rank that no mark in its
 * way has. */
static void
rank_cell (KhattSpreading *placing, guint32 first, guint32 end)
{
  g_autofree guint32 *taken_by = g_new0 (guint32, end - first + 1);

  for (guint32 i = first; i < end; i++)
    {
      guint32 rank = 0;

      for (guint32 j = first; j < i; j++)
        if (khatt_spread_overlaps (&placing->items[i], &placing->items[j]))
          taken_by[placing->ranks[j]] = i + 1;
      while (taken_by[rank] == i + 1)
        rank++;

      placing->ranks[i] = rank;
    }
}

static gboolean
is_free (const KhattSpreading *placing, const guint32 *set, guint n_set, double start, double pitch)
{
  for (guint i = 0; i < n_set; i++)
    if (find_touching (placing, set[i], start + placing->ranks[set[i]] * pitch) != G_MAXUINT32)
      return FALSE;

  return TRUE;
}

/* 0, +1, -1, +2, -2 ... */
static int
get_try (int index)
{
  return index % 2 == 1 ? (index + 1) / 2 : -index / 2;
}

/* Only where another bucket is near: else marks stand where their time is. */
static double
clamp_to_bucket (const KhattSpreading *placing, guint32 index, double track, double edge)
{
  const KhattSpreadItem *item = &placing->items[index];

  if (!placing->is_at_edge[index])
    return track;

  return CLAMP (track, item->bucket_first + edge,
                MAX (item->bucket_last - edge, item->bucket_first + edge));
}

static void
place_narrow_cell (KhattSpreading *placing, guint32 index)
{
  KhattSpreadItem *item = &placing->items[index];
  double edge = placing->pitch->min_pitch / 2;
  double middle = floor ((item->cell_first + item->cell_last) / 2);
  guint32 touching;

  /* Whole plates stay in their bucket, so that groups of two buckets cannot touch. */
  middle = clamp_to_bucket (placing, index, middle, edge);
  touching = find_touching (placing, index, middle);
  if (touching != G_MAXUINT32)
    khatt_spread_unite (placing, index, touching);
  put (placing, index, middle);
}

/* The set stands in the middle of the cell, or, where finer marks are in the way, as near to it as
 * it can. */
static void
put_set (KhattSpreading *placing, const guint32 *set, guint n_set, guint n_ranks)
{
  const KhattSpreadItem *item = &placing->items[set[0]];
  double width = item->cell_last - item->cell_first;
  double pitch = MIN (placing->pitch->pitch, floor (width / n_ranks));
  double slack = width - pitch * n_ranks;
  double start = floor ((item->cell_first + item->cell_last - pitch * (n_ranks - 1)) / 2);
  double shift = NAN;

  if (pitch < placing->pitch->min_pitch)
    {
      for (guint i = 0; i < n_set; i++)
        {
          khatt_spread_unite (placing, set[0], set[i]);
          place_narrow_cell (placing, set[i]);
        }
      return;
    }

  /* One alone gives way a little, so that its plate does not reach under a cluster of the next
   * bucket. */
  if (n_ranks == 1 && width < placing->pitch->cluster)
    start = clamp_to_bucket (placing, set[0], start, placing->pitch->min_pitch / 2);

  for (int i = 0; i <= MAX_TRIES; i++)
    {
      double trial = get_try (i) * placing->pitch->pitch;

      if (fabs (trial) * 2 > slack || !is_free (placing, set, n_set, start + trial, pitch))
        continue;
      shift = trial;
      break;
    }

  for (guint i = 0; i < n_set; i++)
    {
      double track = start + (isnan (shift) ? 0 : shift) + placing->ranks[set[i]] * pitch;
      guint32 touching = isnan (shift) ? find_touching (placing, set[i], track) : G_MAXUINT32;

      if (touching != G_MAXUINT32)
        khatt_spread_unite (placing, set[i], touching);
      put (placing, set[i], track);
    }
}

/* Marks of one cell that overlap, directly or through others, are centred together. */
static void
place_wide_cell (KhattSpreading *placing, guint32 first, guint32 end)
{
  g_autofree guint32 *set = g_new (guint32, end - first);
  g_autofree gboolean *is_done = g_new0 (gboolean, end - first);

  rank_cell (placing, first, end);
  for (guint32 i = first; i < end; i++)
    {
      guint n_set = 0;
      guint n_ranks = 0;

      if (is_done[i - first])
        continue;

      set[n_set++] = i;
      is_done[i - first] = TRUE;
      for (guint j = 0; j < n_set; j++)
        for (guint32 k = first; k < end; k++)
          if (!is_done[k - first] &&
              khatt_spread_overlaps (&placing->items[set[j]], &placing->items[k]))
            {
              is_done[k - first] = TRUE;
              set[n_set++] = k;
            }

      for (guint j = 0; j < n_set; j++)
        n_ranks = MAX (n_ranks, placing->ranks[set[j]] + 1);
      put_set (placing, set, n_set, n_ranks);
    }
}

static void
place_outside_cell (KhattSpreading *placing, guint32 index)
{
  const KhattSpreadItem *item = &placing->items[index];
  int sign = item->form == KHATT_SPREAD_EARLIER ? -1 : 1;
  double edge = sign < 0 ? item->cell_first : item->cell_last;
  double track = edge + sign * placing->pitch->outside;
  guint32 touching;

  for (int i = 0; i < MAX_TRIES; i++)
    {
      double trial = track + sign * i * placing->pitch->pitch;

      if (find_touching (placing, index, trial) != G_MAXUINT32)
        continue;
      put (placing, index, trial);
      return;
    }

  touching = find_touching (placing, index, track);
  if (touching != G_MAXUINT32)
    khatt_spread_unite (placing, index, touching);
  put (placing, index, track);
}

/* A cell with room for a cluster is a bucket of its own. */
static void
settle_home (KhattSpreadItem *item, const KhattSpreadPitch *pitch)
{
  if (item->cell_last - item->cell_first < pitch->cluster)
    return;

  item->bucket_first = item->cell_first;
  item->bucket_last = item->cell_last;
}

/**
 * khatt_spread_items:
 * @items: (element-type KhattSpreadItem): the marks; sorted by the call, their track and group
 * filled in
 * @pitch: the distances, in pixels
 *
 * Gives each mark its place along time. The answer depends on the items alone; a mark depends on
 * those of its cell and on those that touch it.
 */
void
khatt_spread_items (GArray *items, const KhattSpreadPitch *pitch)
{
  guint n = items->len;
  guint32 place_mask = (1u << g_bit_storage (n)) - 1;
  g_autofree guint32 *placed = g_new0 (guint32, (gsize) place_mask + 1);
  g_autofree guint32 *next = g_new0 (guint32, n + 1);
  g_autofree guint32 *groups = g_new (guint32, n + 1);
  g_autofree guint32 *ranks = g_new0 (guint32, n + 1);
  g_autofree gboolean *is_at_edge = g_new0 (gboolean, n + 1);
  KhattSpreading placing;

  g_array_sort (items, compare_items);
  placing = (KhattSpreading){
    .items = (KhattSpreadItem *) (void *) items->data,
    .n_items = n,
    .pitch = pitch,
    .placed = placed,
    .place_mask = place_mask,
    .next = next,
    .groups = groups,
    .ranks = ranks,
    .is_at_edge = is_at_edge,
  };
  for (guint32 i = 0; i < n; i++)
    {
      groups[i] = i;
      settle_home (&placing.items[i], pitch);
    }

  khatt_spread_find_edges (&placing);

  for (guint32 i = 0; i < n;)
    {
      guint32 end = i + 1;

      if (placing.items[i].form != KHATT_SPREAD_IN_CELL)
        place_outside_cell (&placing, i);
      else if (is_wide (&placing, &placing.items[i]))
        {
          end = find_cell_end (&placing, i);
          place_wide_cell (&placing, i, end);
        }
      else
        place_narrow_cell (&placing, i);
      i = end;
    }

  khatt_spread_settle (&placing);
}
