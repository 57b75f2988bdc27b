/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which events a scene has to look at. The window is what it is whole for, and a
 * margin, so that slots and labels do not depend on where in a tile the viewport stands. A document
 * with few events in that window is looked at whole; one with many only in the lanes in view, and
 * there spans too crowded for marks are only counted: the cost follows the pixels. */

#include "khatt-layout-private.h"

#include <math.h>

/* Ink reaches that far from its time: a plate outside its cell, eight slots further, and a fade. */
#define MARGIN 420
/* Where a tile is expected to hold fewer events, all lanes are looked at; else those in view. */
#define MAX_EVENTS_OF_ALL_LANES 800
/* A document that is far more crowded in one place than in most. */
#define MAX_EVENTS 10000
/* Up to so many events a lane is looked at event by event; beyond, bucket by bucket. */
#define MAX_EVENTS_OF_LANE 600
#define SPACING_BUCKET 256
#define MIN_BUCKET_WIDTH 72
/* A tile is a viewport wide, or two where those are small: its edges, over which no label goes,
 * should be few, and what is looked at beyond the viewport little. */
#define MIN_TILE_WIDTH 1800
/* More marks than the pitch allows are a cluster, whatever they are. */
#define MIN_EVENTS_OF_CROWD 6
#define MAX_EVENTS_OF_BUCKET 24
#define MAX_LEVEL 62
/* No label and no card goes farther from its mark. */
#define LABEL_REACH 312

/**
 * khatt_layout_get_bucket_level:
 * @layout: a layout
 * @pixels: the least width
 *
 * Finds the fixed buckets, of 2^level seconds, that are at least @pixels wide at this zoom.
 *
 * Returns: the level
 */
guint
khatt_layout_get_bucket_level (const KhattLayout *layout, double pixels)
{
  double level = ceil (log2 (pixels / layout->params.scale.pixels_per_second));

  return (guint) CLAMP (level, 0, MAX_LEVEL);
}

/**
 * khatt_layout_get_tile_width:
 * @layout: a layout
 *
 * Returns: the width of the fixed tiles in which labels are chosen, in pixels
 */
double
khatt_layout_get_tile_width (const KhattLayout *layout)
{
  double width = layout->frame.plot.width;

  if (layout->params.is_still)
    return width;

  return MAX (width, MIN (2 * width, MIN_TILE_WIDTH * layout->params.text_scale));
}

/**
 * khatt_layout_get_tile_first:
 * @layout: a layout
 * @track: a place along time
 *
 * Returns: the first track of the tile that holds @track; of a view that never pans, its own
 */
double
khatt_layout_get_tile_first (const KhattLayout *layout, double track)
{
  double tile = khatt_layout_get_tile_width (layout);

  if (layout->params.is_still)
    return khatt_scale_track (&layout->params.scale, layout->params.scale.origin);

  return floor (track / tile) * tile;
}

static gint64
to_seconds (double time)
{
  if (time <= -0x1p63)
    return G_MININT64;
  if (time >= 0x1p63)
    return G_MAXINT64;

  return (gint64) floor (time);
}

/**
 * khatt_layout_has_labels:
 * @layout: a layout with its frame and scale
 *
 * Returns: whether a lane in view shows marks: only marks have labels, and only labels need whole
 * tiles
 */
gboolean
khatt_layout_has_labels (const KhattLayout *layout)
{
  for (guint lane = khatt_frame_get_first_row (&layout->frame); lane < layout->frame.after_row;
       lane = khatt_frame_get_next_row (&layout->frame, lane))
    if (khatt_layout_get_lane_detail (layout, lane) >= KHATT_DETAIL_MARKS)
      return TRUE;

  return FALSE;
}

/**
 * khatt_layout_get_tracks:
 * @layout: a layout with its frame and scale
 * @ahead: pixels towards later that the viewport is moved by
 * @from: (out): the first track
 * @to: (out): the track after the last
 *
 * Finds what a scene has to be whole for to show the viewport: the tiles that it touches, or that
 * share a label with them, or where there are no labels, the zoom is soon another, or the view
 * never pans, the viewport itself.
 */
void
khatt_layout_get_tracks (const KhattLayout *layout, double ahead, double *from, double *to)
{
  const KhattScale *scale = &layout->params.scale;
  double tile = khatt_layout_get_tile_width (layout);
  double reach;

  *from = khatt_scale_track (scale, scale->origin) + round (ahead);
  *to = *from + scale->width;
  if (layout->params.is_zooming || layout->params.is_still || !khatt_layout_has_labels (layout))
    return;

  reach = MIN (LABEL_REACH * layout->params.text_scale, tile / 2);
  *from = floor ((*from - reach) / tile) * tile;
  *to = ceil ((*to + reach) / tile) * tile;
}

/* What the scene is whole for, with a margin. */
static void
get_window (const KhattLayout *layout, gint64 *first, gint64 *last)
{
  double margin = MARGIN * layout->params.text_scale;
  double pixels_per_second = layout->params.scale.pixels_per_second;

  *first = to_seconds ((layout->from - margin) / pixels_per_second);
  *last = to_seconds ((layout->to + margin) / pixels_per_second);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const KhattCandidateMark *first = a;
  const KhattCandidateMark *second = b;

  return first->slot < second->slot ? -1 : first->slot > second->slot;
}

static int
compare_crowds (gconstpointer a, gconstpointer b)
{
  const KhattCrowd *first = a;
  const KhattCrowd *second = b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;

  return first->first < second->first ? -1 : first->first > second->first;
}

/**
 * khatt_gathering_is_crowded:
 * @gathering: what was gathered
 * @lane: a lane
 * @middle: an event's middle
 *
 * Returns: whether the lane only counts its events there
 */
gboolean
khatt_gathering_is_crowded (const KhattGathering *gathering, guint lane, gint64 middle)
{
  guint from = 0;
  guint to = gathering->crowds->len;

  while (from < to)
    {
      guint at = from + (to - from) / 2;
      const KhattCrowd *crowd = &g_array_index (gathering->crowds, KhattCrowd, at);

      if (crowd->lane < lane || (crowd->lane == lane && crowd->last < middle))
        from = at + 1;
      else
        to = at;
    }

  if (from == gathering->crowds->len)
    return FALSE;

  return g_array_index (gathering->crowds, KhattCrowd, from).lane == lane &&
         g_array_index (gathering->crowds, KhattCrowd, from).first <= middle;
}

/* How many marks fit into a bucket, or where they are of days, into a day. */
static guint
get_capacity (const KhattLayout *layout, guint level)
{
  double seconds = MAX (exp2 (level), KHATT_SECONDS_PER_DAY);
  double width = seconds * layout->params.scale.pixels_per_second / layout->params.text_scale;

  return (guint) CLAMP (width / KHATT_MARK_MIN_PITCH, MIN_EVENTS_OF_CROWD, MAX_EVENTS_OF_BUCKET);
}

/* Bucket by bucket: crowds are counted, others listed into `ranks` unless it is NULL. */
static void
gather_buckets (const KhattLayout *layout,
                KhattGathering *gathering,
                const KhattCrowd *window,
                GArray *ranks)
{
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  guint level =
      khatt_layout_get_bucket_level (layout, MIN_BUCKET_WIDTH * layout->params.text_scale);
  guint capacity = get_capacity (layout, level);

  for (gint64 bucket = window->first >> level; bucket <= window->last >> level; bucket++)
    {
      KhattCrowd crowd = {
        .lane = window->lane,
        .first = (gint64) ((guint64) bucket << level),
        .last = (gint64) (((guint64) bucket << level) + (((guint64) 1 << level) - 1)),
      };

      crowd.n_events = khatt_index_count (index, crowd.lane, crowd.first, crowd.last, crowd.counts);
      if (crowd.n_events > capacity)
        g_array_append_val (gathering->crowds, crowd);
      else if (crowd.n_events > 0 && ranks != NULL)
        khatt_index_list (index, crowd.lane, crowd.first, crowd.last, G_MAXUINT, ranks);
    }
}

/* A bucket is a crowd or not wherever the window stands: panning changes nothing. Only where a lane
 * has very many events, those that reach into the window from far outside it are left out. */
static void
gather_lane (const KhattLayout *layout,
             KhattGathering *gathering,
             KhattCrowd *window,
             GArray *ranks)
{
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  guint n_events;

  if (khatt_layout_get_lane_detail (layout, window->lane) == KHATT_DETAIL_RIBBON)
    return;

  n_events = khatt_index_count (index, window->lane, window->first, window->last, window->counts);
  if (n_events > MAX_EVENTS_OF_LANE)
    {
      gather_buckets (layout, gathering, window, ranks);
      return;
    }

  if (n_events > MIN_EVENTS_OF_CROWD)
    gather_buckets (layout, gathering, window, NULL);
  khatt_index_query (index, window->lane, window->first, window->last, MAX_EVENTS_OF_LANE * 4,
                     ranks);
}

/* `is_wanted`: is it enough that a lane out of view shows the event? Most events of crowds are
 * turned away by what the index knows: looking at an event itself costs more. */
static void
append_candidate (KhattLayout *layout, KhattGathering *gathering, guint32 rank, gboolean is_wanted)
{
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  guint32 slot = khatt_index_get_slot (index, rank);
  gint64 middle = khatt_index_get_middle (index, rank);
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (layout->arrangement);
  KhattCandidateMark candidate = { .slot = slot, .first_lane = G_MAXUINT, .group = G_MAXUINT32 };

  candidate.joins = khatt_arrangement_get_joins (layout->arrangement, slot, &candidate.n_joins);

  for (guint i = 0; i < candidate.n_joins; i++)
    {
      guint lane = candidate.joins[i].lane;

      if (khatt_layout_get_lane_detail (layout, lane) == KHATT_DETAIL_RIBBON ||
          khatt_gathering_is_crowded (gathering, lane, middle))
        continue;
      is_wanted |= khatt_frame_shows_row (&layout->frame, lane);
      if (candidate.first_lane == G_MAXUINT)
        candidate.first_lane = candidate.last_lane = lane;
      candidate.first_lane = MIN (candidate.first_lane, lane);
      candidate.last_lane = MAX (candidate.last_lane, lane);
    }

  if (candidate.first_lane == G_MAXUINT || !is_wanted)
    return;

  candidate.record = khatt_snapshot_get_record (snapshot, slot);
  candidate.anchor = khatt_anchor_from_date (&candidate.record->date);
  g_array_append_val (gathering->candidates, candidate);
}

static void
gather_visible_lanes (const KhattLayout *layout,
                      KhattGathering *gathering,
                      gint64 first,
                      gint64 last,
                      GArray *ranks)
{
  for (guint lane = khatt_frame_get_first_row (&layout->frame); lane < layout->frame.after_row;
       lane = khatt_frame_get_next_row (&layout->frame, lane))
    {
      KhattCrowd window = { .lane = lane, .first = first, .last = last };

      gather_lane (layout, gathering, &window, ranks);
    }

  g_array_sort (gathering->crowds, compare_crowds);
  g_array_sort (ranks, compare_ranks);
}

/* By what the document is like at this zoom, not by what is in the window: panning must not change
 * it. A small document is looked at whole in any case. */
static gboolean
looks_at_all_lanes (const KhattLayout *layout)
{
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  guint level = khatt_layout_get_bucket_level (layout, SPACING_BUCKET * layout->params.text_scale);
  double spacing = khatt_index_get_spacing (index, KHATT_INDEX_ALL_LANES, level) *
                   layout->params.scale.pixels_per_second;

  return khatt_index_get_n_ranks (index) <= MAX_EVENTS_OF_ALL_LANES ||
         khatt_layout_get_tile_width (layout) <= spacing * MAX_EVENTS_OF_ALL_LANES;
}

/**
 * khatt_gathering_new:
 * @layout: a layout with its frame and scale
 *
 * Gathers what the picture has to look at.
 *
 * Returns: (transfer full): candidates and crowds
 */
KhattGathering *
khatt_gathering_new (KhattLayout *layout)
{
  KhattGathering *gathering = g_new0 (KhattGathering, 1);
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean is_whole = looks_at_all_lanes (layout);
  gint64 first, last;

  gathering->crowds = g_array_new (FALSE, FALSE, sizeof (KhattCrowd));
  gathering->members = g_array_new (FALSE, FALSE, sizeof (KhattMember));
  get_window (layout, &first, &last);

  if (is_whole)
    khatt_index_query (index, KHATT_INDEX_ALL_LANES, first, last, MAX_EVENTS, ranks);
  else
    gather_visible_lanes (layout, gathering, first, last, ranks);

  gathering->candidates = g_array_sized_new (FALSE, FALSE, sizeof (KhattCandidateMark), ranks->len);
  for (guint i = 0; i < ranks->len; i++)
    {
      guint32 rank = g_array_index (ranks, guint32, i);

      if (i == 0 || rank != g_array_index (ranks, guint32, i - 1))
        append_candidate (layout, gathering, rank, is_whole);
    }
  g_array_sort (gathering->candidates, compare_candidates);

  return gathering;
}

/**
 * khatt_gathering_free:
 * @gathering: (transfer full): what was gathered
 *
 * Frees it.
 */
void
khatt_gathering_free (KhattGathering *gathering)
{
  g_clear_pointer (&gathering->candidates, g_array_unref);
  g_clear_pointer (&gathering->crowds, g_array_unref);
  g_clear_pointer (&gathering->members, g_array_unref);
  g_free (gathering);
}
