/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the viewport shows, computed: a pure function of an arrangement, sizes and a scale. Painting
 * decides nothing. */

#include "khatt-layout-private.h"
#include "khatt-scenes.h"

#include <math.h>

#define MIN_MARK_SPACING 26
#define MIN_CLUSTER_SPACING 6
#define SPACING_BUCKET 48
/* What a lane tells already it goes on telling in somewhat less room, or a zoom that trembles round
 * a threshold would flicker. */
#define STAYING 0.85
/* Lanes whose events have nearly as much room as those of most lanes look like most lanes. */
#define ALIKE 0.45
#define MOST_SAMPLED_LANES 64

static double
measure_spacing (const KhattLayout *layout, guint lane)
{
  double pixels_per_second = layout->params.scale.pixels_per_second;
  double text_scale = layout->params.text_scale;
  double level = floor (log2 (SPACING_BUCKET * text_scale / pixels_per_second) + 0.5);

  return khatt_index_get_spacing (khatt_arrangement_get_index (layout->arrangement), lane,
                                  (guint) MAX (level, 0)) *
         pixels_per_second / text_scale;
}

static int
compare_spacings (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The median over the lanes; of many, over some of them that stand evenly apart. */
static double
measure_typical_spacing (const KhattLayout *layout)
{
  double spacings[MOST_SAMPLED_LANES];
  guint n_lanes = layout->frame.n_lanes;
  guint n_sampled = MIN (n_lanes, MOST_SAMPLED_LANES);

  for (guint i = 0; i < n_sampled; i++)
    spacings[i] = measure_spacing (layout, (guint) ((guint64) i * n_lanes / n_sampled));
  qsort (spacings, n_sampled, sizeof (double), compare_spacings);

  return spacings[n_sampled / 2];
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
 * Returns: ribbon below 6 pixels an event, clusters below 26, else marks; what was told before in
 * the same #KhattScenes stays until there is less than 0.85 of that
 */
KhattDetail
khatt_layout_get_lane_detail (const KhattLayout *layout, guint lane)
{
  KhattDetail before = KHATT_DETAIL_RIBBON;
  double spacing;

  if (layout->details[lane] != 0)
    return layout->details[lane] - 1;

  spacing = measure_spacing (layout, lane);
  if (spacing > layout->typical_spacing * ALIKE && spacing * ALIKE < layout->typical_spacing)
    spacing = layout->typical_spacing;
  if (layout->before != NULL && layout->before[lane] != 0)
    before = layout->before[lane] - 1;
  layout->details[lane] = 1 + choose_detail (spacing, before);
  /* A low row shows dots or a ribbon. */
  if (khatt_frame_is_low (&layout->frame, lane) &&
      layout->details[lane] == 1 + KHATT_DETAIL_CLUSTERS)
    layout->details[lane] = 1 + KHATT_DETAIL_RIBBON;

  return layout->details[lane] - 1;
}

/**
 * khatt_layout_new_empty:
 * @arrangement: what to show
 * @params: sizes, scale and words
 * @shaper: measures names
 *
 * Makes a layout that knows its places but has nothing in them.
 *
 * Returns: (transfer full): the layout
 */
KhattLayout *
khatt_layout_new_empty (KhattArrangement *arrangement,
                        const KhattLayoutParams *params,
                        KhattShaper *shaper)
{
  KhattLayout *layout = g_new0 (KhattLayout, 1);

  layout->arrangement = khatt_arrangement_ref (arrangement);
  layout->params = *params;
  if (!(params->text_scale > 0))
    layout->params.text_scale = 1;
  layout->frame = khatt_frame_measure (arrangement, &layout->params, shaper);
  layout->params.height = layout->frame.plot.y + layout->frame.plot.height;
  layout->params.scroll_y = layout->frame.scroll_y;
  if (!(params->scale.pixels_per_second > 0))
    layout->params.scale = khatt_layout_fit_all (arrangement, &layout->params, shaper);
  layout->params.scale =
      khatt_scale_place (&layout->params.scale, layout->frame.plot.x, layout->frame.plot.width);
  layout->details = g_new0 (guint8, layout->frame.n_lanes + 1);
  if (layout->frame.n_lanes > 0)
    layout->typical_spacing = measure_typical_spacing (layout);
  layout->marks = g_array_new (FALSE, TRUE, sizeof (KhattMark));
  layout->ends = g_array_new (FALSE, TRUE, sizeof (KhattEnd));
  layout->clusters = g_array_new (FALSE, TRUE, sizeof (KhattCluster));
  layout->members = g_array_new (FALSE, TRUE, sizeof (KhattMember));
  layout->bridges = g_array_new (FALSE, TRUE, sizeof (KhattBridge));
  layout->links = g_array_new (FALSE, TRUE, sizeof (KhattClusterLink));
  layout->columns = g_array_new (FALSE, FALSE, sizeof (KhattRibbonColumn));
  layout->texts = g_array_new (FALSE, TRUE, sizeof (KhattText));
  layout->resting = g_array_new (FALSE, TRUE, sizeof (KhattRestingLabel));
  g_array_set_clear_func (layout->resting, (GDestroyNotify) khatt_resting_label_clear);

  return layout;
}

/**
 * khatt_layout_new:
 * @arrangement: what to show
 * @params: sizes, scale and words; the scale's start and width are found here, and a scale without
 * a zoom shows all
 * @shaper: shapes all text
 *
 * Lays out what the viewport shows. What it costs depends on the pixels, not on the number of
 * events. Where many layouts of one view are made, khatt_scenes_lay_out() makes the same cheaper.
 *
 * Returns: (transfer full): the layout
 */
KhattLayout *
khatt_layout_new (KhattArrangement *arrangement,
                  const KhattLayoutParams *params,
                  KhattShaper *shaper)
{
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();

  return khatt_scenes_lay_out (scenes, arrangement, params, shaper);
}

/**
 * khatt_layout_free:
 * @layout: (transfer full): a layout
 *
 * Frees a layout.
 */
void
khatt_layout_free (KhattLayout *layout)
{
  for (guint i = 0; i < layout->marks->len; i++)
    khatt_mark_clear (&g_array_index (layout->marks, KhattMark, i));
  for (guint i = 0; i < layout->clusters->len; i++)
    khatt_cluster_clear (&g_array_index (layout->clusters, KhattCluster, i));
  for (guint i = 0; i < layout->texts->len; i++)
    khatt_text_clear (&g_array_index (layout->texts, KhattText, i));

  g_array_unref (layout->marks);
  g_array_unref (layout->ends);
  g_array_unref (layout->clusters);
  g_array_unref (layout->members);
  g_array_unref (layout->bridges);
  g_array_unref (layout->links);
  g_array_unref (layout->columns);
  g_array_unref (layout->texts);
  g_array_unref (layout->resting);
  g_clear_pointer (&layout->axis, khatt_axis_free);
  g_clear_pointer (&layout->arrangement, khatt_arrangement_unref);
  g_free (layout->details);
  g_free (layout->before);
  g_free (layout);
}

/**
 * khatt_layout_get_params:
 * @layout: a layout
 *
 * Returns: (transfer none): what it was made from, with the plot's place, the height and the scroll
 * position filled in
 */
const KhattLayoutParams *
khatt_layout_get_params (const KhattLayout *layout)
{
  return &layout->params;
}

/**
 * khatt_layout_get_plot:
 * @layout: a layout
 *
 * Returns: where lanes and marks are
 */
KhattRect
khatt_layout_get_plot (const KhattLayout *layout)
{
  return layout->frame.plot;
}

/**
 * khatt_layout_get_axis:
 * @layout: a layout
 *
 * Returns: the axis, above the plot
 */
KhattRect
khatt_layout_get_axis (const KhattLayout *layout)
{
  return layout->frame.axis;
}

/**
 * khatt_layout_get_headers:
 * @layout: a layout
 *
 * Returns: the column of lane names; empty where the layout is narrow
 */
KhattRect
khatt_layout_get_headers (const KhattLayout *layout)
{
  return layout->frame.headers;
}

/**
 * khatt_layout_get_lane:
 * @layout: a layout
 * @lane: a lane
 *
 * Returns: its whole row, header included; may lie outside the picture
 */
KhattRect
khatt_layout_get_lane (const KhattLayout *layout, guint lane)
{
  return khatt_frame_get_row (&layout->frame, lane);
}

/**
 * khatt_layout_get_lane_line:
 * @layout: a layout
 * @lane: a lane
 *
 * Returns: the y of its centre line
 */
double
khatt_layout_get_lane_line (const KhattLayout *layout, guint lane)
{
  return khatt_frame_get_line (&layout->frame, lane);
}

/**
 * khatt_layout_get_lane_at:
 * @layout: a layout
 * @y: pixels
 *
 * Returns: the lane whose row holds @y; %G_MAXUINT where there is none
 */
guint
khatt_layout_get_lane_at (const KhattLayout *layout, double y)
{
  return khatt_frame_get_lane_at (&layout->frame, y);
}

/**
 * khatt_layout_get_content_height:
 * @layout: a layout
 *
 * Returns: the height of all lanes, the vertical scroll range
 */
double
khatt_layout_get_content_height (const KhattLayout *layout)
{
  return layout->frame.content_height;
}

/**
 * khatt_layout_get_n_marks:
 * @layout: a layout
 *
 * Returns: how many marks are in view
 */
guint
khatt_layout_get_n_marks (const KhattLayout *layout)
{
  return layout->marks->len;
}

/**
 * khatt_layout_get_mark:
 * @layout: a layout
 * @index: below khatt_layout_get_n_marks(), in document order
 *
 * Returns: (transfer none): where a mark is
 */
const KhattMarkBox *
khatt_layout_get_mark (const KhattLayout *layout, guint index)
{
  g_return_val_if_fail (index < layout->marks->len, NULL);

  return &g_array_index (layout->marks, KhattMark, index).box;
}

/**
 * khatt_layout_find_whole_mark:
 * @layout: a layout
 * @slot: an event
 *
 * Returns: (transfer none) (nullable): its mark, as the painter needs it; %NULL where it has none
 * in view
 */
const KhattMark *
khatt_layout_find_whole_mark (const KhattLayout *layout, guint32 slot)
{
  guint from = 0;
  guint to = layout->marks->len;

  while (from < to)
    {
      guint at = from + (to - from) / 2;

      if (g_array_index (layout->marks, KhattMark, at).box.slot < slot)
        from = at + 1;
      else
        to = at;
    }

  if (from == layout->marks->len || g_array_index (layout->marks, KhattMark, from).box.slot != slot)
    return NULL;

  return &g_array_index (layout->marks, KhattMark, from);
}

/**
 * khatt_layout_find_mark:
 * @layout: a layout
 * @slot: an event
 *
 * Returns: (transfer none) (nullable): where its mark is; %NULL where it has none in view
 */
const KhattMarkBox *
khatt_layout_find_mark (const KhattLayout *layout, guint32 slot)
{
  const KhattMark *mark = khatt_layout_find_whole_mark (layout, slot);

  return mark != NULL ? &mark->box : NULL;
}

/**
 * khatt_layout_get_n_clusters:
 * @layout: a layout
 *
 * Returns: how many clusters are in view
 */
guint
khatt_layout_get_n_clusters (const KhattLayout *layout)
{
  return layout->clusters->len;
}

/**
 * khatt_layout_get_cluster:
 * @layout: a layout
 * @index: below khatt_layout_get_n_clusters()
 *
 * Returns: (transfer none): where a cluster is, and what is in it
 */
const KhattClusterBox *
khatt_layout_get_cluster (const KhattLayout *layout, guint index)
{
  g_return_val_if_fail (index < layout->clusters->len, NULL);

  return &g_array_index (layout->clusters, KhattCluster, index).box;
}
