/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A snapshot made ready to be drawn at any zoom: lanes in order, what each event joins, and the
 * index over time. Built once a revision, in a thread where the document is big; afterwards only
 * read. */

#include "khatt-arrangement-private.h"
#include "khatt-anchor.h"
#include "khatt-memory.h"

#define MOST_BARS 2

struct _KhattArrangement
{
  KhattSnapshot *snapshot;
  KhattLaneTable table; /* in the order of the eye */
  KhattIndex *index;
  guint32 long_names[KHATT_N_LONG_NAMES];
  guint n_long_names;
  guint8 *ranges;     /* of each lane: bits 1 << KhattAnchorForm */
  double *lasting;    /* of each lane: how many seconds its intervals last together */
  guint32 *collapsed; /* of each lane, and of the end: how many above it are; NULL: none is */
  KhattLegend legend;
  gint64 first;
  gint64 last;

  gatomicrefcount references;
};

static void
count_collapsed (KhattArrangement *self)
{
  guint n_lanes = self->table.n_lanes;
  guint32 *collapsed = g_new (guint32, n_lanes + 1);

  collapsed[0] = 0;
  for (guint i = 0; i < n_lanes; i++)
    collapsed[i + 1] = collapsed[i] + g_array_index (self->table.lanes, KhattLane, i).is_collapsed;

  if (collapsed[n_lanes] > 0)
    self->collapsed = g_steal_pointer (&collapsed);
  g_free (collapsed);
}

static void
note_ranges (KhattArrangement *self, const KhattIndexItem *item, const KhattAnchor *anchor)
{
  gboolean is_whole = anchor->form == KHATT_ANCHOR_INTERVAL && !anchor->is_ongoing &&
                      !anchor->fades_earlier && !anchor->fades_later;

  for (guint32 i = item->joins; i < item->joins + item->n_joins; i++)
    {
      guint32 lane = g_array_index (self->table.joins, KhattJoin, i).lane;

      self->ranges[lane] |= 1 << anchor->form;
      if (is_whole)
        self->lasting[lane] += (double) anchor->end_last - (double) anchor->cell_first;
    }
}

static GArray *
collect_items (KhattArrangement *self)
{
  guint32 n_slots = khatt_snapshot_get_n_slots (self->snapshot);
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (KhattIndexItem),
                                     khatt_snapshot_get_n_dated (self->snapshot));

  self->ranges = g_new0 (guint8, self->table.n_lanes + 1);
  self->lasting = g_new0 (double, self->table.n_lanes + 1);
  self->first = KHATT_TIME_MAX;
  self->last = KHATT_TIME_MIN;
  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_record (self->snapshot, slot);
      KhattIndexItem item = { .slot = slot, .joins = self->table.starts[slot] };
      KhattAnchor anchor;

      /* What passes the filter joins one lane at least. */
      if (record == NULL || self->table.starts[slot + 1] == item.joins)
        continue;
      khatt_legend_add (&self->legend, record);
      anchor = khatt_anchor_from_date (&record->date);
      if (anchor.form == KHATT_ANCHOR_NONE)
        continue;

      item.middle = khatt_anchor_get_middle (&anchor);
      khatt_anchor_get_reach (&anchor, &item.first, &item.last);
      item.cell = khatt_anchor_get_length (&anchor);
      item.kind = record->kind;
      item.n_joins = self->table.starts[slot + 1] - item.joins;
      g_array_append_val (items, item);
      note_ranges (self, &item, &anchor);

      self->first = MIN (self->first, item.first);
      self->last = MAX (self->last, anchor.is_ongoing ? anchor.cell_last : item.last);
    }

  return items;
}

static gboolean
build_index (KhattArrangement *self, GCancellable *cancellable)
{
  g_autoptr (GArray) items = collect_items (self);
  g_autofree guint32 *lanes = g_new (guint32, (gsize) self->table.joins->len + 1);

  for (guint i = 0; i < self->table.joins->len; i++)
    lanes[i] = g_array_index (self->table.joins, KhattJoin, i).lane;

  self->index = khatt_index_new (items, lanes, self->table.n_lanes, cancellable);

  return self->index != NULL;
}

static glong
get_name_length (const KhattArrangement *self, guint32 lane)
{
  const char *name = g_array_index (self->table.lanes, KhattLane, lane).name;

  return name != NULL ? g_utf8_strlen (name, -1) : 0;
}

/* The longest first, by insertion: the list is short. */
static void
find_long_names (KhattArrangement *self)
{
  glong lengths[KHATT_N_LONG_NAMES];

  for (guint32 lane = 0; lane < self->table.n_lanes; lane++)
    {
      glong length = get_name_length (self, lane);
      guint at = self->n_long_names;

      if (at == KHATT_N_LONG_NAMES && length <= lengths[at - 1])
        continue;
      if (at == KHATT_N_LONG_NAMES)
        at--;
      else
        self->n_long_names++;

      for (; at > 0 && lengths[at - 1] < length; at--)
        {
          lengths[at] = lengths[at - 1];
          self->long_names[at] = self->long_names[at - 1];
        }
      lengths[at] = length;
      self->long_names[at] = lane;
    }
}

/**
 * khatt_arrangement_new:
 * @snapshot: the document
 * @lanes_by: what a lane stands for
 * @countries: (nullable): what lanes of countries are called, in the language of who looks; by
 * default as the document calls the state, or else the code
 * @cancellable: (nullable): to give up
 *
 * Arranges a document for drawing. O(n log n); may run in any thread, for big documents it should
 * not be the main one.
 *
 * Lanes of actors and countries are ordered so that those that meet stand near each other (the
 * method: khatt-lanes.c); kinds stand in the order of legends, sources in document order.
 *
 * Returns: (transfer full) (nullable): the arrangement; %NULL when cancelled
 */
KhattArrangement *
khatt_arrangement_new (KhattSnapshot *snapshot,
                       KhattLanesBy lanes_by,
                       const KhattCountryNames *countries,
                       GCancellable *cancellable)
{
  KhattArrangementParams params = { lanes_by, countries, NULL, NULL };

  return khatt_arrangement_new_with (snapshot, &params, cancellable);
}

/**
 * khatt_arrangement_new_with:
 * @snapshot: the document
 * @params: what of it is arranged, and how
 * @cancellable: (nullable): to give up
 *
 * Arranges as khatt_arrangement_new() what passes a filter: lanes, their counts and their order are
 * those of what is left. Pinned lanes come first, then those that were given a place.
 *
 * Returns: (transfer full) (nullable): the arrangement; %NULL when cancelled
 */
KhattArrangement *
khatt_arrangement_new_with (KhattSnapshot *snapshot,
                            const KhattArrangementParams *params,
                            GCancellable *cancellable)
{
  g_autoptr (KhattArrangement) self = g_new0 (KhattArrangement, 1);

  g_atomic_ref_count_init (&self->references);
  self->snapshot = khatt_snapshot_ref (snapshot);

  if (!khatt_lane_table_fill (&self->table, snapshot, params, cancellable) ||
      !khatt_lane_table_order (&self->table, snapshot, params, cancellable) ||
      !build_index (self, cancellable))
    return NULL;

  count_collapsed (self);
  find_long_names (self);
  khatt_memory_give_back (khatt_snapshot_get_n_events (snapshot));

  return g_steal_pointer (&self);
}

/**
 * khatt_arrangement_ref:
 * @arrangement: an arrangement
 *
 * Returns: (transfer full): @arrangement
 */
KhattArrangement *
khatt_arrangement_ref (KhattArrangement *arrangement)
{
  g_atomic_ref_count_inc (&arrangement->references);

  return arrangement;
}

/**
 * khatt_arrangement_unref:
 * @arrangement: (transfer full): an arrangement
 *
 * Gives up a reference; the last one frees it.
 */
void
khatt_arrangement_unref (KhattArrangement *arrangement)
{
  if (!g_atomic_ref_count_dec (&arrangement->references))
    return;

  khatt_lane_table_clear (&arrangement->table);
  g_clear_pointer (&arrangement->index, khatt_index_free);
  g_clear_pointer (&arrangement->ranges, g_free);
  g_clear_pointer (&arrangement->lasting, g_free);
  g_clear_pointer (&arrangement->collapsed, g_free);
  g_clear_pointer (&arrangement->snapshot, khatt_snapshot_unref);
  g_free (arrangement);
}

/**
 * khatt_arrangement_get_snapshot:
 * @arrangement: an arrangement
 *
 * Returns: (transfer none): what it arranges
 */
KhattSnapshot *
khatt_arrangement_get_snapshot (const KhattArrangement *arrangement)
{
  return arrangement->snapshot;
}

/**
 * khatt_arrangement_get_n_events:
 * @arrangement: an arrangement
 *
 * Returns: how many events of the document are shown, dated or not
 */
guint
khatt_arrangement_get_n_events (const KhattArrangement *arrangement)
{
  guint n_events = 0;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    n_events += arrangement->legend.kinds[kind];

  return n_events;
}

/**
 * khatt_arrangement_shows:
 * @arrangement: an arrangement
 * @slot: any slot
 *
 * Returns: whether it is that of an event which is shown: one that the filter lets pass
 */
gboolean
khatt_arrangement_shows (const KhattArrangement *arrangement, guint32 slot)
{
  guint n_joins;

  khatt_arrangement_get_joins (arrangement, slot, &n_joins);

  return n_joins > 0;
}

/**
 * khatt_arrangement_get_index:
 * @arrangement: an arrangement
 *
 * Returns: (transfer none): its index over time
 */
const KhattIndex *
khatt_arrangement_get_index (const KhattArrangement *arrangement)
{
  return arrangement->index;
}

/**
 * khatt_arrangement_get_long_names:
 * @arrangement: an arrangement
 * @n_lanes: (out): how many
 *
 * Returns: (transfer none) (array length=n_lanes): the lanes with the longest names, the longest
 * first
 */
const guint32 *
khatt_arrangement_get_long_names (const KhattArrangement *arrangement, guint *n_lanes)
{
  *n_lanes = arrangement->n_long_names;

  return arrangement->long_names;
}

/**
 * khatt_arrangement_has_both_ranges:
 * @arrangement: an arrangement
 * @lane: a lane
 *
 * Returns: whether the lane has ranges before a date and ranges after one
 */
gboolean
khatt_arrangement_has_both_ranges (const KhattArrangement *arrangement, guint lane)
{
  guint both = 1 << KHATT_ANCHOR_BEFORE | 1 << KHATT_ANCHOR_AFTER;

  return (arrangement->ranges[lane] & both) == both;
}

/**
 * khatt_arrangement_is_full_of_bars:
 * @arrangement: an arrangement
 * @lane: a lane
 *
 * Returns: whether on an average some intervals of the lane run side by side: as bars, each would
 * hide the others
 */
gboolean
khatt_arrangement_is_full_of_bars (const KhattArrangement *arrangement, guint lane)
{
  return arrangement->lasting[lane] >
         MOST_BARS * ((double) arrangement->last - (double) arrangement->first);
}

/**
 * khatt_arrangement_get_n_lanes:
 * @arrangement: an arrangement
 *
 * Returns: how many lanes there are
 */
guint
khatt_arrangement_get_n_lanes (const KhattArrangement *arrangement)
{
  return arrangement->table.n_lanes;
}

/**
 * khatt_arrangement_get_lane:
 * @arrangement: an arrangement
 * @lane: below khatt_arrangement_get_n_lanes(), from the top
 *
 * Returns: (transfer none): the lane
 */
const KhattLane *
khatt_arrangement_get_lane (const KhattArrangement *arrangement, guint lane)
{
  g_return_val_if_fail (lane < arrangement->table.n_lanes, NULL);

  return &g_array_index (arrangement->table.lanes, KhattLane, lane);
}

/**
 * khatt_arrangement_find_lane:
 * @arrangement: an arrangement
 * @key: a lane's
 *
 * Returns: the lane; %G_MAXUINT where there is none of that key
 */
guint
khatt_arrangement_find_lane (const KhattArrangement *arrangement, const char *key)
{
  for (guint i = 0; i < arrangement->table.n_lanes; i++)
    if (g_str_equal (g_array_index (arrangement->table.lanes, KhattLane, i).key, key))
      return i;

  return G_MAXUINT;
}

/**
 * khatt_arrangement_get_n_pinned:
 * @arrangement: an arrangement
 *
 * Returns: how many lanes are pinned: those at the top
 */
guint
khatt_arrangement_get_n_pinned (const KhattArrangement *arrangement)
{
  return arrangement->table.n_pinned;
}

/**
 * khatt_arrangement_count_collapsed:
 * @arrangement: an arrangement
 * @lane: a lane, or the number of lanes
 *
 * Returns: how many lanes above it are collapsed
 */
guint
khatt_arrangement_count_collapsed (const KhattArrangement *arrangement, guint lane)
{
  return arrangement->collapsed != NULL ? arrangement->collapsed[lane] : 0;
}

/**
 * khatt_arrangement_get_joins:
 * @arrangement: an arrangement
 * @slot: an event
 * @n_joins: (out): how many lanes it joins; 0 for a slot that holds nothing
 *
 * Looks up the lanes of an event.
 *
 * Returns: (transfer none) (array length=n_joins): the lanes, each once, in document order
 */
const KhattJoin *
khatt_arrangement_get_joins (const KhattArrangement *arrangement, guint32 slot, guint *n_joins)
{
  const KhattLaneTable *table = &arrangement->table;

  *n_joins = 0;
  if (slot >= khatt_snapshot_get_n_slots (arrangement->snapshot))
    return NULL;

  *n_joins = table->starts[slot + 1] - table->starts[slot];

  return (const KhattJoin *) (void *) table->joins->data + table->starts[slot];
}

/**
 * khatt_arrangement_get_party_lane:
 * @arrangement: an arrangement
 * @record: an event's record
 * @party: below its n_parties
 *
 * Finds the lane of a party, where lanes are of actors or countries.
 *
 * Returns: the lane; %G_MAXUINT where a party has none of its own
 */
guint
khatt_arrangement_get_party_lane (const KhattArrangement *arrangement,
                                  const KhattRecord *record,
                                  guint party)
{
  guint32 lane;

  if (arrangement->table.lane_of_actor == NULL || party >= record->n_parties)
    return G_MAXUINT;

  lane = arrangement->table.lane_of_actor[record->parties[party].actor];

  return lane == G_MAXUINT32 ? G_MAXUINT : lane;
}

/**
 * khatt_arrangement_get_legend:
 * @arrangement: an arrangement
 *
 * Returns: (transfer none): how many events there are of each kind, status and kind of uncertain
 * date; undated events count too
 */
const KhattLegend *
khatt_arrangement_get_legend (const KhattArrangement *arrangement)
{
  return &arrangement->legend;
}

/**
 * khatt_arrangement_get_extent:
 * @arrangement: an arrangement
 * @first: (out): seconds since 1970
 * @last: (out): seconds since 1970, inclusive
 *
 * Finds the span of all that is dated; of what is open, its bound.
 *
 * Returns: %FALSE where nothing is dated
 */
gboolean
khatt_arrangement_get_extent (const KhattArrangement *arrangement, gint64 *first, gint64 *last)
{
  if (khatt_index_get_n_ranks (arrangement->index) == 0)
    return FALSE;

  *first = arrangement->first;
  *last = arrangement->last;

  return TRUE;
}

static gboolean
reaches_into (const KhattArrangement *self, guint32 slot, gint64 first, gint64 last)
{
  const KhattRecord *record = khatt_snapshot_get_record (self->snapshot, slot);
  KhattAnchor anchor = khatt_anchor_from_date (&record->date);
  gint64 reach_first, reach_last;

  khatt_anchor_get_reach (&anchor, &reach_first, &reach_last);

  return reach_first <= last && reach_last >= first;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/**
 * khatt_arrangement_query:
 * @arrangement: an arrangement
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 * @limit: how many to look at, at most
 * @slots: (element-type guint32): where to append
 *
 * Finds the events that can reach into a window, in document order. O(answer log answer + log n).
 * Ink stands some pixels beyond its time: widen the window by what the layout needs.
 *
 * Returns: how many were appended
 */
guint
khatt_arrangement_query (const KhattArrangement *arrangement,
                         gint64 first,
                         gint64 last,
                         guint limit,
                         GArray *slots)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  khatt_index_query (arrangement->index, KHATT_INDEX_ALL_LANES, first, last, limit, ranks);
  for (guint i = 0; i < ranks->len; i++)
    {
      guint32 slot = khatt_index_get_slot (arrangement->index, g_array_index (ranks, guint32, i));

      if (reaches_into (arrangement, slot, first, last))
        g_array_append_val (found, slot);
    }

  g_array_sort (found, compare_slots);
  g_array_append_vals (slots, found->data, found->len);

  return found->len;
}

/**
 * khatt_arrangement_count:
 * @arrangement: an arrangement
 * @lane: a lane; %G_MAXUINT for all
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 * @counts: (array fixed-size=9) (out): events of each kind
 *
 * Counts the events of a lane whose middle lies in a span.
 *
 * Returns: how many there are
 */
guint
khatt_arrangement_count (const KhattArrangement *arrangement,
                         guint lane,
                         gint64 first,
                         gint64 last,
                         guint32 counts[KHATT_N_KINDS])
{
  for (guint i = 0; i < KHATT_N_KINDS; i++)
    counts[i] = 0;

  return khatt_index_count (arrangement->index, lane, first, last, counts);
}
