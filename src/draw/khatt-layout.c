/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the viewport shows, computed: a pure function of an arrangement, sizes and a scale. Painting
 * decides nothing. */

#include "khatt-layout-private.h"
#include "khatt-scenes.h"

/**
 * khatt_layout_new_empty:
 * @arrangement: what to show
 * @params: sizes, scale and words
 * @shaper: measures names
 * @before: (nullable): what the view's layout before told
 *
 * Makes a layout that knows its places but has nothing in them.
 *
 * Returns: (transfer full): the layout
 */
KhattLayout *
khatt_layout_new_empty (KhattArrangement *arrangement,
                        const KhattLayoutParams *params,
                        KhattShaper *shaper,
                        const KhattTold *before)
{
  KhattLayout *layout = g_new0 (KhattLayout, 1);

  layout->arrangement = khatt_arrangement_ref (arrangement);
  layout->params = *params;
  if (params->lit != NULL)
    khatt_lit_ref (params->lit);
  if (!(params->text_scale > 0))
    layout->params.text_scale = 1;
  layout->frame = khatt_frame_measure (arrangement, &layout->params, shaper);
  if (!(params->scale.pixels_per_second > 0))
    layout->params.scale = khatt_layout_fit_all (arrangement, &layout->params, shaper);
  layout->params.scale =
      khatt_scale_place (&layout->params.scale, layout->frame.plot.x, layout->frame.plot.width);
  if (khatt_layout_begin_details (layout, before, shaper))
    khatt_frame_grow_rows (&layout->frame, params);
  if (!(params->height > 0))
    layout->params.height = layout->frame.plot.y + layout->frame.plot.height;
  if (params->fills_height)
    layout->params.is_compact = khatt_frame_is_compact (&layout->frame, params);
  layout->params.scroll_y = layout->frame.scroll_y;
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
  g_clear_pointer (&layout->params.lit, khatt_lit_unref);
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
 * khatt_layout_has_cards:
 * @layout: a layout
 *
 * Returns: whether its rows have grown to hold cards
 */
gboolean
khatt_layout_has_cards (const KhattLayout *layout)
{
  return layout->frame.has_cards;
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
