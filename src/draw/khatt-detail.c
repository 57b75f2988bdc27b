/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How much lanes tell at a zoom, from ribbons to cards: by the room that their events have, in
 * buckets that stay where they are in time, so that panning changes nothing. Rows of cards are
 * higher than others, and all rows are of one height: whether they grow is decided for all. */

#include "khatt-layout-private.h"

#include <math.h>

#define MIN_CARD_SPACING 260
#define MIN_MARK_SPACING 26
#define MIN_CLUSTER_SPACING 6
#define SPACING_BUCKET 48
/* The power of two of it is wide enough for one event of a lane of cards, and too narrow for two.
 */
#define CARD_BUCKET (MIN_CARD_SPACING * G_SQRT2)
/* What a lane tells already it goes on telling in somewhat less room, or a zoom that trembles round
 * a threshold would flicker. */
#define STAYING 0.85
/* Lanes whose events have nearly as much room as those of most lanes look like most lanes. */
#define ALIKE 0.45
#define MOST_SAMPLED_LANES 64
#define HALF 0.5
/* Of the events: so many may be in lanes too crowded for cards. */
#define CROWDED_SHARE 0.25
/* Than the view of everything. */
#define CLOSER 1.5

typedef struct
{
  double spacing;
  double weight;
} Sample;

static double
measure_spacing (const KhattLayout *layout, guint lane, double bucket)
{
  double pixels_per_second = layout->params.scale.pixels_per_second;
  double text_scale = layout->params.text_scale;
  double level = floor (log2 (bucket * text_scale / pixels_per_second) + 0.5);

  return khatt_index_get_spacing (khatt_arrangement_get_index (layout->arrangement), lane,
                                  (guint) MAX (level, 0)) *
         pixels_per_second / text_scale;
}

static int
compare_samples (gconstpointer a, gconstpointer b)
{
  double first = ((const Sample *) a)->spacing;
  double second = ((const Sample *) b)->spacing;

  return first < second ? -1 : first > second;
}

/* What a share of the lanes, or of their events, has at most; of many lanes, of some of them that
 * stand evenly apart. */
static double
measure_share (const KhattLayout *layout, double bucket, double share, gboolean is_of_events)
{
  Sample samples[MOST_SAMPLED_LANES];
  guint n_lanes = layout->frame.n_lanes;
  guint n_sampled = MIN (n_lanes, MOST_SAMPLED_LANES);
  double all = 0, sum = 0;

  for (guint i = 0; i < n_sampled; i++)
    {
      guint lane = (guint) ((guint64) i * n_lanes / n_sampled);
      double n_events = khatt_arrangement_get_lane (layout->arrangement, lane)->n_events;

      samples[i] = (Sample){ measure_spacing (layout, lane, bucket), is_of_events ? n_events : 1 };
      all += samples[i].weight;
    }
  qsort (samples, n_sampled, sizeof (Sample), compare_samples);
  for (guint i = 0; i + 1 < n_sampled; i++)
    {
      sum += samples[i].weight;
      if (sum > all * share)
        return samples[i].spacing;
    }

  return samples[n_sampled - 1].spacing;
}

/* `before` is what it told at the zoom before; KHATT_DETAIL_RIBBON where there was none. */
static KhattDetail
choose_detail (double spacing, KhattDetail before)
{
  if (spacing < MIN_CLUSTER_SPACING * (before > KHATT_DETAIL_RIBBON ? STAYING : 1))
    return KHATT_DETAIL_RIBBON;
  if (spacing < MIN_MARK_SPACING * (before > KHATT_DETAIL_CLUSTERS ? STAYING : 1))
    return KHATT_DETAIL_CLUSTERS;

  return KHATT_DETAIL_MARKS;
}

static gboolean
is_roomy (double spacing, gboolean was_roomy)
{
  return spacing >= MIN_CARD_SPACING * (was_roomy ? STAYING : 1);
}

/* Where all is seen along time, all lanes are to be seen too: then their rows only grow where there
 * is room for all of them. */
static gboolean
has_room_for_cards (const KhattLayout *layout, KhattShaper *shaper)
{
  KhattScale all;

  if (!khatt_frame_may_grow (&layout->frame, &layout->params))
    return FALSE;
  if (khatt_frame_has_room_for_all (&layout->frame, &layout->params))
    return TRUE;

  all = khatt_layout_fit_all (layout->arrangement, &layout->params, shaper);
  return layout->params.scale.pixels_per_second >= all.pixels_per_second * CLOSER;
}

/**
 * khatt_layout_begin_details:
 * @layout: a layout with its scale, and a frame of rows that have not grown
 * @before: (nullable): what the view's layout before told
 * @shaper: measures names
 *
 * Measures what lanes are compared with, and decides whether rows grow: where most events are in
 * lanes that have room for cards, and the view has room for such rows. It depends on zoom and size
 * alone.
 *
 * Returns: whether they grow
 */
gboolean
khatt_layout_begin_details (KhattLayout *layout, const KhattTold *before, KhattShaper *shaper)
{
  guint n_lanes = layout->frame.n_lanes;
  gboolean had_cards = FALSE;

  layout->details = g_new0 (guint8, n_lanes + 1);
  if (n_lanes == 0)
    return FALSE;

  if (before != NULL && before->n_lanes == n_lanes)
    {
      layout->before = g_memdup2 (before->details, n_lanes);
      had_cards = before->has_cards;
    }
  layout->typical_spacing = measure_share (layout, SPACING_BUCKET, HALF, FALSE);

  return is_roomy (measure_share (layout, CARD_BUCKET, CROWDED_SHARE, TRUE), had_cards) &&
         has_room_for_cards (layout, shaper);
}

/**
 * khatt_layout_get_lane_detail:
 * @layout: a layout
 * @lane: a lane
 *
 * Says how much a lane tells at this zoom: by the median room of an event over all of its non-empty
 * buckets of about 48 pixels, in view or not, so that panning changes nothing. Lanes about as
 * crowded as most are change together: one of ribbons among fifty of clusters would look as if it
 * meant something.
 *
 * Returns: ribbon below 6 pixels an event, clusters below 26, else marks, or cards from 260 on
 * where rows are high enough; what was told before in the same #KhattScenes stays until there is
 * less than 0.85 of that
 */
KhattDetail
khatt_layout_get_lane_detail (const KhattLayout *layout, guint lane)
{
  KhattDetail before = KHATT_DETAIL_RIBBON;
  KhattDetail detail;
  double spacing;

  if (layout->details[lane] != 0)
    return layout->details[lane] - 1;

  spacing = measure_spacing (layout, lane, SPACING_BUCKET);
  if (spacing > layout->typical_spacing * ALIKE && spacing * ALIKE < layout->typical_spacing)
    spacing = layout->typical_spacing;
  if (layout->before != NULL && layout->before[lane] != 0)
    before = layout->before[lane] - 1;
  detail = choose_detail (spacing, before);
  if (detail == KHATT_DETAIL_MARKS && layout->frame.has_cards &&
      is_roomy (measure_spacing (layout, lane, CARD_BUCKET), before == KHATT_DETAIL_CARDS))
    detail = KHATT_DETAIL_CARDS;
  /* A low row shows dots or a ribbon. */
  if (khatt_frame_is_low (&layout->frame, lane) && detail == KHATT_DETAIL_CLUSTERS)
    detail = KHATT_DETAIL_RIBBON;
  layout->details[lane] = 1 + detail;

  return detail;
}
