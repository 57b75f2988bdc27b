/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arrangement.h"
#include "khatt-index.h"

G_BEGIN_DECLS

/* Who stands in which lane: what khatt-lane-table.c finds out, before the lanes are ordered. */
typedef struct
{
  guint n_lanes;
  guint n_pinned;
  GArray *lanes;          /* of KhattLane; names borrowed from the snapshot or interned */
  guint32 *lane_of_actor; /* NULL where lanes are not of actors */
  guint32 *starts;        /* of each slot, n_slots + 1: into joins */
  GArray *joins;          /* of KhattJoin */
} KhattLaneTable;

gboolean khatt_lane_table_fill (KhattLaneTable *table,
                                KhattSnapshot *snapshot,
                                const KhattArrangementParams *params,
                                GCancellable *cancellable);
void khatt_lane_table_clear (KhattLaneTable *table);
/* For the eye; what was decided of lanes comes first. */
gboolean khatt_lane_table_order (KhattLaneTable *table,
                                 KhattSnapshot *snapshot,
                                 const KhattArrangementParams *params,
                                 GCancellable *cancellable);
/* The keys in one of the lists of what was decided, with their places from 1; NULL: none. */
GHashTable *khatt_lane_table_index_keys (const KhattLaneSettings *settings, KhattLaneList list);

/* For the layout: the index, whose lanes are the arrangement's. */
const KhattIndex *khatt_arrangement_get_index (const KhattArrangement *arrangement);
/* The lanes with the longest names, so that a header column can be measured without shaping all of
 * them. */
#define KHATT_N_LONG_NAMES 48
const guint32 *khatt_arrangement_get_long_names (const KhattArrangement *arrangement,
                                                 guint *n_lanes);
/* How many lanes above it are collapsed; of the number of lanes, how many there are. */
guint khatt_arrangement_count_collapsed (const KhattArrangement *arrangement, guint lane);
/* Has the lane ranges before and ranges after a date? */
gboolean khatt_arrangement_has_both_ranges (const KhattArrangement *arrangement, guint lane);
/* Do several of its intervals run side by side, on an average? */
gboolean khatt_arrangement_is_full_of_bars (const KhattArrangement *arrangement, guint lane);

G_END_DECLS
