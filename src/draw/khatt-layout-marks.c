/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From events to marks: the place along time, the plate on the lane of who acts, an end on every
 * other lane that the event joins, and the connector between. Drawn like a message in a sequence
 * diagram. */

#include "khatt-layout-private.h"
#include "khatt-spread.h"

#include <math.h>

#define MIN_BUCKET_WIDTH 72
#define CLUSTER_WIDTH 52

static double
to_track (const KhattLayout *layout, gint64 time)
{
  return khatt_scale_track (&layout->params.scale, (double) time);
}

/* The first second after an inclusive last one. */
static double
to_track_after (const KhattLayout *layout, gint64 time)
{
  return khatt_scale_track (&layout->params.scale, (double) time + 1);
}

static KhattSpreadForm
get_spread_form (KhattAnchorForm form)
{
  switch (form)
    {
    case KHATT_ANCHOR_BEFORE:
      return KHATT_SPREAD_EARLIER;
    case KHATT_ANCHOR_AFTER:
      return KHATT_SPREAD_LATER;
    default:
      return KHATT_SPREAD_IN_CELL;
    }
}

/**
 * khatt_layout_place_marks:
 * @layout: a layout with its frame and scale
 * @gathering: the candidates; their track and group are filled in
 *
 * Gives every candidate its place along time.
 */
void
khatt_layout_place_marks (KhattLayout *layout, KhattGathering *gathering)
{
  double text_scale = layout->params.text_scale;
  guint level = khatt_layout_get_bucket_level (layout, MIN_BUCKET_WIDTH * text_scale);
  KhattSpreadPitch pitch = {
    .pitch = round (KHATT_MARK_PITCH * text_scale),
    .min_pitch = round (KHATT_MARK_MIN_PITCH * text_scale),
    .outside = round (KHATT_MARK_OUTSIDE * text_scale),
    .cluster = round (CLUSTER_WIDTH * text_scale),
  };
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (KhattSpreadItem));

  for (guint i = 0; i < gathering->candidates->len; i++)
    {
      const KhattCandidateMark *candidate =
          &g_array_index (gathering->candidates, KhattCandidateMark, i);
      double bucket =
          floor (ldexp ((double) khatt_anchor_get_middle (&candidate->anchor), -(int) level));
      KhattSpreadItem item = {
        .order = i,
        .form = get_spread_form (candidate->anchor.form),
        .cell_first = to_track (layout, candidate->anchor.cell_first),
        .cell_last = to_track_after (layout, candidate->anchor.cell_last),
        .bucket_first = khatt_scale_track (&layout->params.scale, ldexp (bucket, (int) level)),
        .bucket_last = khatt_scale_track (&layout->params.scale, ldexp (bucket + 1, (int) level)),
        .first_lane = candidate->first_lane,
        .last_lane = candidate->last_lane,
      };

      g_array_append_val (items, item);
    }

  khatt_spread_items (items, &pitch);

  for (guint i = 0; i < items->len; i++)
    {
      const KhattSpreadItem *item = &g_array_index (items, KhattSpreadItem, i);
      KhattCandidateMark *candidate =
          &g_array_index (gathering->candidates, KhattCandidateMark, item->order);

      candidate->track = item->track;
      candidate->group = item->group;
    }
}

/* Has the group a cluster in that lane? Clusters of groups come first, by group and lane. */
static gboolean
has_cluster (const KhattLayout *layout, guint32 group, guint lane)
{
  guint from = 0;
  guint to = layout->clusters->len;

  while (from < to)
    {
      guint at = from + (to - from) / 2;
      const KhattCluster *cluster = &g_array_index (layout->clusters, KhattCluster, at);

      if (cluster->group < group || (cluster->group == group && cluster->box.lane < lane))
        from = at + 1;
      else
        to = at;
    }

  if (from == layout->clusters->len)
    return FALSE;

  return g_array_index (layout->clusters, KhattCluster, from).group == group &&
         g_array_index (layout->clusters, KhattCluster, from).box.lane == lane;
}

/* Is the event drawn as a mark in that lane, or is it part of a cluster or a ribbon there? */
static gboolean
is_shown (const KhattLayout *layout,
          const KhattGathering *gathering,
          const KhattCandidateMark *candidate,
          guint lane)
{
  if (khatt_layout_get_lane_detail (layout, lane) == KHATT_DETAIL_RIBBON ||
      khatt_gathering_is_crowded (gathering, lane, khatt_anchor_get_middle (&candidate->anchor)))
    return FALSE;

  return candidate->group == G_MAXUINT32 || !has_cluster (layout, candidate->group, lane);
}

/* What stands at the end of a connector; in a low row a dot, whoever that is. */
static KhattEndForm
get_end_form (const KhattLayout *layout, const KhattJoin *join)
{
  if (khatt_frame_is_low (&layout->frame, join->lane))
    return KHATT_END_DOT;

  switch (join->role)
    {
    case KHATT_ROLE_RECIPIENT:
    case KHATT_ROLE_HOST:
    case KHATT_ROLE_ADDRESSEE:
      return KHATT_END_ARROW;
    case KHATT_ROLE_BEARER:
      return KHATT_END_BEARER;
    default:
      return KHATT_END_DOT;
    }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const KhattEnd *first = a;
  const KhattEnd *second = b;

  return first->lane < second->lane ? -1 : first->lane > second->lane;
}

/**
 * khatt_layout_find_plate_lane:
 * @joins: the lanes of an event, at least one
 * @n_joins: how many
 *
 * Returns: which of them has the plate: that of who acts; among participants only, the topmost
 */
guint
khatt_layout_find_plate_lane (const KhattJoin *joins, guint n_joins)
{
  guint topmost = joins[0].lane;

  for (guint i = 0; i < n_joins; i++)
    {
      if (khatt_role_is_acting (joins[i].role))
        return joins[i].lane;
      topmost = MIN (topmost, joins[i].lane);
    }

  return topmost;
}

static void
append_ends (KhattLayout *layout,
             const KhattGathering *gathering,
             const KhattCandidateMark *candidate,
             KhattMark *mark)
{
  guint plate_lane = khatt_layout_find_plate_lane (candidate->joins, candidate->n_joins);

  mark->first_end = layout->ends->len;
  mark->n_ends = candidate->n_joins;
  for (guint i = 0; i < candidate->n_joins; i++)
    {
      guint lane = candidate->joins[i].lane;
      KhattEnd end = {
        .lane = lane,
        .form = lane == plate_lane ? KHATT_END_PLATE : get_end_form (layout, &candidate->joins[i]),
        .is_shown = is_shown (layout, gathering, candidate, lane),
        .y = khatt_frame_get_line (&layout->frame, lane),
        .heading = lane > plate_lane   ? 1
                   : lane < plate_lane ? -1
                                       : 0,
      };

      g_array_append_val (layout->ends, end);
    }

  qsort (&g_array_index (layout->ends, KhattEnd, mark->first_end), mark->n_ends, sizeof (KhattEnd),
         compare_ends);
}

/* The first shown end carries the plate where the acting lane itself shows none. */
static gboolean
find_plate_end (KhattLayout *layout, KhattMark *mark)
{
  KhattEnd *ends = &g_array_index (layout->ends, KhattEnd, mark->first_end);
  guint chosen = G_MAXUINT;

  for (guint i = 0; i < mark->n_ends; i++)
    {
      if (!ends[i].is_shown)
        continue;
      if (ends[i].form == KHATT_END_PLATE || chosen == G_MAXUINT)
        chosen = i;
      if (ends[i].form == KHATT_END_PLATE)
        break;
    }

  if (chosen == G_MAXUINT)
    return FALSE;

  ends[chosen].form = KHATT_END_PLATE;
  mark->plate_end = mark->first_end + chosen;

  return TRUE;
}

/* A call has two parties: where only one is known, the other is known to be missing. */
static gboolean
is_party_missing (const KhattRecord *record)
{
  return record->n_parties == 1 &&
         (record->kind == KHATT_KIND_CALL || record->kind == KHATT_KIND_MEETING ||
          record->kind == KHATT_KIND_MESSAGE);
}

/**
 * khatt_mark_joins_lane:
 * @layout: a layout
 * @mark: one of its marks
 * @lane: a lane
 *
 * Returns: whether the event joins the lane, shown there or not
 */
gboolean
khatt_mark_joins_lane (const KhattLayout *layout, const KhattMark *mark, guint lane)
{
  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    if (g_array_index (layout->ends, KhattEnd, i).lane == lane)
      return TRUE;

  return FALSE;
}

/* The group shares one x: a connector that passed what else the group shows would seem to join it.
 */
static gboolean
is_connector_broken (const KhattLayout *layout, const GArray *members, const KhattMark *mark)
{
  guint from = 0;
  guint to = members->len;

  while (from < to)
    {
      guint at = from + (to - from) / 2;
      const KhattMember *member = &g_array_index (members, KhattMember, at);

      if (member->group < mark->group ||
          (member->group == mark->group && member->lane <= mark->first_lane))
        from = at + 1;
      else
        to = at;
    }

  for (; from < members->len; from++)
    {
      const KhattMember *member = &g_array_index (members, KhattMember, from);

      if (member->group != mark->group || member->lane >= mark->last_lane)
        return FALSE;
      if (!khatt_mark_joins_lane (layout, mark, member->lane))
        return TRUE;
    }

  return FALSE;
}

static void
span_connector (KhattLayout *layout, KhattMark *mark)
{
  const KhattEnd *ends = &g_array_index (layout->ends, KhattEnd, mark->first_end);
  double stub = (KHATT_MARK_PLATE / 2.0 + KHATT_MARK_STUB) * layout->params.text_scale;
  gboolean is_cut_above = FALSE;
  gboolean is_cut_below = FALSE;
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  mark->first_lane = ends[0].lane;
  mark->last_lane = ends[mark->n_ends - 1].lane;
  for (guint i = 0; i < mark->n_ends; i++)
    if (ends[i].is_shown)
      {
        top = MIN (top, ends[i].y);
        bottom = MAX (bottom, ends[i].y);
      }
  for (guint i = 0; i < mark->n_ends; i++)
    {
      is_cut_above |= !ends[i].is_shown && ends[i].y < top;
      is_cut_below |= !ends[i].is_shown && ends[i].y > bottom;
    }

  mark->has_missing = is_party_missing (mark->record) && mark->n_ends == 1;
  mark->top = top;
  mark->bottom = bottom;
  mark->stub_top = is_cut_above ? top - stub : top;
  mark->stub_bottom = is_cut_below || mark->has_missing ? bottom + stub : bottom;
}

/* Bars of a lane that is full of them are thin lines on three levels, so that more than the last is
 * seen of them, and marks stay in front. */
static void
thin_bar (const KhattLayout *layout, const KhattMark *mark, KhattEnd *end)
{
  double text_scale = layout->params.text_scale;
  int level = (int) (mark->box.slot % KHATT_MARK_BAR_LEVELS) - KHATT_MARK_BAR_LEVELS / 2;

  end->stripe_height = round (KHATT_MARK_THIN_BAR * text_scale);
  end->stripe_y += level * round (KHATT_MARK_BAR_PITCH * text_scale);
}

/* Where both kinds of ranges share a lane, those before a date ride the upper half and those after
 * it the lower. */
static void
place_stripes (KhattLayout *layout, KhattMark *mark)
{
  double text_scale = layout->params.text_scale;

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);
      gboolean is_low = khatt_frame_is_low (&layout->frame, end->lane);
      gboolean is_shared =
          !is_low && khatt_arrangement_has_both_ranges (layout->arrangement, end->lane) &&
          (mark->anchor.form == KHATT_ANCHOR_BEFORE || mark->anchor.form == KHATT_ANCHOR_AFTER);

      end->stripe_y = end->y;
      end->stripe_height =
          is_low ? round (KHATT_MARK_HALF_BAR * text_scale) : KHATT_MARK_BAR * text_scale;
      if (mark->anchor.form == KHATT_ANCHOR_INTERVAL &&
          khatt_arrangement_is_full_of_bars (layout->arrangement, end->lane))
        thin_bar (layout, mark, end);
      if (!is_shared)
        continue;
      end->stripe_height = round (KHATT_MARK_HALF_BAR * text_scale);
      end->stripe_y +=
          (mark->anchor.form == KHATT_ANCHOR_BEFORE ? -1 : 1) * KHATT_MARK_HALF_SHIFT * text_scale;
    }
}

static KhattRect
measure_bounds (const KhattLayout *layout, const KhattMark *mark)
{
  double half = KHATT_MARK_PLATE / 2.0 * layout->params.text_scale + KHATT_MARK_CONNECTOR_HALO;
  double top = MIN (mark->stub_top, mark->top - half);
  double bottom = MAX (mark->stub_bottom, mark->bottom + half);
  const KhattTrace *trace = &mark->trace;
  double least = mark->x - half;
  double greatest = mark->x + half;

  for (guint i = 0; i < trace->n_fades; i++)
    {
      least = MIN (least, MIN (trace->fades[i].from, trace->fades[i].to));
      greatest = MAX (greatest, MAX (trace->fades[i].from, trace->fades[i].to));
    }
  if (trace->is_bar)
    {
      least = MIN (least, MIN (trace->bar_from, trace->bar_to) - half);
      greatest = MAX (greatest, MAX (trace->bar_from, trace->bar_to) + half);
    }
  if (trace->has_curtain)
    {
      least = MIN (least, trace->curtain.to);
      greatest = MAX (greatest, trace->curtain.to);
    }

  return (KhattRect){ least, top, greatest - least, bottom - top };
}

/**
 * khatt_layout_join_ends:
 * @layout: a layout
 * @mark: one of its marks, with its ends
 *
 * Finds which end has the plate, and how far the connector goes, from those ends that are shown.
 *
 * Returns: %FALSE where none is
 */
gboolean
khatt_layout_join_ends (KhattLayout *layout, KhattMark *mark)
{
  if (!find_plate_end (layout, mark))
    return FALSE;

  span_connector (layout, mark);

  return TRUE;
}

/**
 * khatt_layout_measure_mark:
 * @layout: a layout
 * @mark: one of its marks, with its ends joined and its trace
 *
 * Finds where its plate is, and all of its ink.
 */
void
khatt_layout_measure_mark (const KhattLayout *layout, KhattMark *mark)
{
  const KhattEnd *plate = &g_array_index (layout->ends, KhattEnd, mark->plate_end);
  gboolean is_low = khatt_frame_is_low (&layout->frame, plate->lane);
  double side = (is_low ? KHATT_LOW_PLATE : KHATT_MARK_PLATE) * layout->params.text_scale;

  mark->box.plate = (KhattRect){ mark->x - side / 2, plate->y - side / 2, side, side };
  mark->box.bounds = measure_bounds (layout, mark);
}

static void
append_mark (KhattLayout *layout,
             const KhattGathering *gathering,
             const KhattCandidateMark *candidate)
{
  KhattMark mark = {
    .record = candidate->record,
    .anchor = candidate->anchor,
    .track = candidate->track,
    .x = khatt_scale_track_x (&layout->params.scale, candidate->track),
    .group = candidate->group,
    .box.slot = candidate->slot,
    .is_faded = layout->params.lit != NULL && !khatt_lit_has (layout->params.lit, candidate->slot),
  };

  append_ends (layout, gathering, candidate, &mark);
  if (!khatt_layout_join_ends (layout, &mark))
    {
      g_array_set_size (layout->ends, mark.first_end);
      return;
    }

  mark.is_broken = mark.group != G_MAXUINT32 && mark.top < mark.bottom &&
                   is_connector_broken (layout, gathering->members, &mark);
  place_stripes (layout, &mark);
  mark.trace = khatt_trace_make (layout, &mark);
  khatt_layout_measure_mark (layout, &mark);
  g_array_append_val (layout->marks, mark);
}

/**
 * khatt_layout_make_marks:
 * @layout: a layout with its clusters
 * @gathering: the candidates, placed
 *
 * Makes the marks of all candidates, in document order; those out of view too, since labels keep
 * clear of them.
 */
void
khatt_layout_make_marks (KhattLayout *layout, const KhattGathering *gathering)
{
  for (guint i = 0; i < gathering->candidates->len; i++)
    append_mark (layout, gathering, &g_array_index (gathering->candidates, KhattCandidateMark, i));
}

/**
 * khatt_mark_clear:
 * @mark: a mark
 *
 * Drops what the mark holds.
 */
void
khatt_mark_clear (KhattMark *mark)
{
  khatt_mark_drop_label (mark);
}
