/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From event to event as arrow keys go: along time in a lane, and across lanes to what is nearest
 * in time. */

#include "khatt-anchor.h"
#include "khatt-arrangement-private.h"

static guint32
find_rank (const KhattArrangement *self, guint32 slot)
{
  const KhattRecord *record =
      khatt_snapshot_get_record (khatt_arrangement_get_snapshot (self), slot);
  KhattAnchor anchor;

  if (record == NULL)
    return G_MAXUINT32;

  anchor = khatt_anchor_from_date (&record->date);
  if (anchor.form == KHATT_ANCHOR_NONE)
    return G_MAXUINT32;

  return khatt_index_find_rank (khatt_arrangement_get_index (self),
                                khatt_anchor_get_middle (&anchor), slot);
}

static guint64
get_distance (const KhattArrangement *self, guint32 a, guint32 b)
{
  gint64 first = khatt_index_get_middle (khatt_arrangement_get_index (self), MIN (a, b));
  gint64 last = khatt_index_get_middle (khatt_arrangement_get_index (self), MAX (a, b));

  return (guint64) last - (guint64) first;
}

/* The event of a lane nearest in time; never the same one. */
static guint32
find_nearest (const KhattArrangement *self, guint lane, guint32 rank)
{
  guint32 earlier = khatt_index_step (khatt_arrangement_get_index (self), lane, rank, -1);
  guint32 later = khatt_index_step (khatt_arrangement_get_index (self), lane, rank, 1);

  if (earlier == G_MAXUINT32 || later == G_MAXUINT32)
    return MIN (earlier, later);

  return get_distance (self, earlier, rank) <= get_distance (self, rank, later) ? earlier : later;
}

/**
 * khatt_arrangement_get_neighbour:
 * @arrangement: an arrangement
 * @slot: the event to start from
 * @move: where to
 * @lane: (inout): the lane the person moves in; %G_MAXUINT for the event's first
 *
 * Goes from event to event as arrow keys do, also outside what is in view. O(log n), or O(lanes)
 * over empty ones.
 *
 * Returns: the next event; %KHATT_SLOT_NONE at the end of the way or where @slot is undated
 */
guint32
khatt_arrangement_get_neighbour (const KhattArrangement *arrangement,
                                 guint32 slot,
                                 KhattMove move,
                                 guint *lane)
{
  guint32 rank = find_rank (arrangement, slot);
  guint32 found = G_MAXUINT32;
  int step = move == KHATT_MOVE_LANE_BEFORE || move == KHATT_MOVE_EARLIER ? -1 : 1;
  guint n_joins;
  const KhattJoin *joins = khatt_arrangement_get_joins (arrangement, slot, &n_joins);

  if (rank == G_MAXUINT32 || n_joins == 0)
    return KHATT_SLOT_NONE;
  if (*lane >= khatt_arrangement_get_n_lanes (arrangement))
    *lane = joins[0].lane;

  if (move == KHATT_MOVE_EARLIER || move == KHATT_MOVE_LATER)
    {
      found = khatt_index_step (khatt_arrangement_get_index (arrangement), *lane, rank, step);
      return found == G_MAXUINT32
                 ? KHATT_SLOT_NONE
                 : khatt_index_get_slot (khatt_arrangement_get_index (arrangement), found);
    }

  for (guint next = *lane + step; next < khatt_arrangement_get_n_lanes (arrangement); next += step)
    {
      found = find_nearest (arrangement, next, rank);
      if (found == G_MAXUINT32)
        continue;
      *lane = next;
      return khatt_index_get_slot (khatt_arrangement_get_index (arrangement), found);
    }

  return KHATT_SLOT_NONE;
}
