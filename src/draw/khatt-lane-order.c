/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lanes of a table in the order of the eye: those that meet near each other, kinds as legends
 * have them, and before all of that what a person decided. */

#include "khatt-arrangement-private.h"
#include "khatt-lanes.h"

/* A conference of a hundred would add five thousand meetings and say little about who is near whom.
 */
#define MAX_MEETING_PARTIES 12

static void
permute_lanes (KhattLaneTable *table, const guint32 *order)
{
  g_autoptr (GArray) lanes = g_steal_pointer (&table->lanes);
  g_autofree guint32 *places = g_new (guint32, table->n_lanes + 1);

  table->lanes = g_array_sized_new (FALSE, FALSE, sizeof (KhattLane), table->n_lanes);
  for (guint i = 0; i < table->n_lanes; i++)
    {
      g_array_append_val (table->lanes, g_array_index (lanes, KhattLane, order[i]));
      places[order[i]] = i;
    }

  for (guint i = 0; i < table->joins->len; i++)
    {
      KhattJoin *join = &g_array_index (table->joins, KhattJoin, i);

      join->lane = places[join->lane];
    }
}

static void
permute_actors (KhattLaneTable *table, guint32 n_actors, const guint32 *order)
{
  g_autofree guint32 *places = g_new (guint32, table->n_lanes + 1);

  if (table->lane_of_actor == NULL)
    return;

  for (guint i = 0; i < table->n_lanes; i++)
    places[order[i]] = i;
  for (guint32 i = 0; i < n_actors; i++)
    if (table->lane_of_actor[i] != G_MAXUINT32)
      table->lane_of_actor[i] = places[table->lane_of_actor[i]];
}

/* g_int64_hash() folds the halves onto each other, where pairs of small numbers collide. Fibonacci
 * hashing (Knuth, TAOCP 3, 6.4) spreads them. */
static guint
hash_pair (gconstpointer key)
{
  return (guint) ((*(const guint64 *) key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

static void
note_meeting (GHashTable *places, GArray *meetings, guint32 a, guint32 b)
{
  guint64 key = (guint64) MIN (a, b) << 32 | MAX (a, b);
  gpointer place = g_hash_table_lookup (places, &key);
  KhattMeeting meeting = { MIN (a, b), MAX (a, b), 1 };

  if (place != NULL)
    {
      g_array_index (meetings, KhattMeeting, GPOINTER_TO_UINT (place) - 1).weight++;
      return;
    }

  g_array_append_val (meetings, meeting);
  g_hash_table_insert (places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (meetings->len));
}

static GArray *
find_meetings (const KhattLaneTable *table, guint32 n_slots, GCancellable *cancellable)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (hash_pair, g_int64_equal, g_free, NULL);
  GArray *meetings = g_array_new (FALSE, FALSE, sizeof (KhattMeeting));
  const KhattJoin *joins = (const KhattJoin *) (void *) table->joins->data;

  for (guint32 slot = 0; slot < n_slots && !g_cancellable_is_cancelled (cancellable); slot++)
    {
      guint32 end = MIN (table->starts[slot + 1], table->starts[slot] + MAX_MEETING_PARTIES);

      for (guint32 i = table->starts[slot]; i < end; i++)
        for (guint32 j = i + 1; j < end; j++)
          note_meeting (places, meetings, joins[i].lane, joins[j].lane);
    }

  return meetings;
}

/* Kinds stand in the order of legends; the table has them in that of their first event. */
static guint32 *
order_kinds (const KhattLaneTable *table)
{
  guint32 *order = g_new (guint32, table->n_lanes + 1);
  guint n_ordered = 0;

  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    for (guint i = 0; i < table->n_lanes; i++)
      if (g_strcmp0 (g_array_index (table->lanes, KhattLane, i).name,
                     khatt_kind_get_label (kind)) == 0)
        order[n_ordered++] = i;

  g_assert (n_ordered == table->n_lanes);

  return order;
}

static guint32 *
order_by_meetings (const KhattLaneTable *table, guint32 n_slots, GCancellable *cancellable)
{
  g_autofree guint32 *weights = g_new (guint32, table->n_lanes + 1);
  g_autoptr (GArray) meetings = find_meetings (table, n_slots, cancellable);

  for (guint i = 0; i < table->n_lanes; i++)
    weights[i] = g_array_index (table->lanes, KhattLane, i).n_events;

  return khatt_lanes_order (table->n_lanes, weights, meetings, cancellable);
}

/* As they stand in the document. */
static guint32 *
order_as_found (const KhattLaneTable *table)
{
  guint32 *order = g_new (guint32, table->n_lanes + 1);

  for (guint i = 0; i < table->n_lanes; i++)
    order[i] = i;

  return order;
}

/* 0: not in the list. */
static guint
find_place (GHashTable *places, const KhattLane *lane)
{
  gpointer place;

  if (places == NULL)
    return 0;

  place = g_hash_table_lookup (places, lane->key);
  if (place == NULL && lane->name != NULL)
    place = g_hash_table_lookup (places, lane->name);

  return GPOINTER_TO_UINT (place);
}

typedef struct
{
  guint64 rank;
  guint32 lane;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a;
  const Ranked *second = b;

  return first->rank < second->rank ? -1 : first->rank > second->rank;
}

/* Puts pinned lanes first, then those that were given a place, each in the order in which they are
 * named, and leaves the others as they stand. */
static void
put_decided_first (KhattLaneTable *table, const KhattLaneSettings *settings, guint32 *order)
{
  g_autoptr (GHashTable) pinned = khatt_lane_table_index_keys (settings, KHATT_LANE_PINNED);
  g_autoptr (GHashTable) placed = khatt_lane_table_index_keys (settings, KHATT_LANE_PLACED);
  g_autofree Ranked *ranked = NULL;

  if (pinned == NULL && placed == NULL)
    return;

  ranked = g_new (Ranked, table->n_lanes + 1);
  for (guint i = 0; i < table->n_lanes; i++)
    {
      const KhattLane *lane = &g_array_index (table->lanes, KhattLane, order[i]);
      guint pin = find_place (pinned, lane);
      guint place = find_place (placed, lane);
      guint64 group = pin != 0 ? 0 : place != 0 ? 1 : 2;

      ranked[i] = (Ranked){ group << 32 | (pin != 0 ? pin : place != 0 ? place : i), order[i] };
      table->n_pinned += pin != 0;
    }
  qsort (ranked, table->n_lanes, sizeof (Ranked), compare_ranked);
  for (guint i = 0; i < table->n_lanes; i++)
    order[i] = ranked[i].lane;
}

/**
 * khatt_lane_table_order:
 * @table: a filled table; learns how many lanes are pinned
 * @snapshot: what it was filled from
 * @params: what the lanes are, and what was decided of them
 * @cancellable: (nullable): to give up
 *
 * Moves the lanes, and all that says in which lane somebody stands with them.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
khatt_lane_table_order (KhattLaneTable *table,
                        KhattSnapshot *snapshot,
                        const KhattArrangementParams *params,
                        GCancellable *cancellable)
{
  g_autofree guint32 *order = NULL;

  if (params->lanes_by == KHATT_LANES_KINDS)
    order = order_kinds (table);
  else if (params->lanes_by == KHATT_LANES_ACTORS || params->lanes_by == KHATT_LANES_COUNTRIES)
    order = order_by_meetings (table, khatt_snapshot_get_n_slots (snapshot), cancellable);
  else
    order = order_as_found (table);

  if (order == NULL)
    return FALSE;

  put_decided_first (table, params->lanes, order);
  permute_lanes (table, order);
  permute_actors (table, khatt_snapshot_get_n_actors (snapshot), order);

  return TRUE;
}
