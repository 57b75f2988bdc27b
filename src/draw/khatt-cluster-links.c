/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Links between clusters: what would be a bundle of connectors is one line, as much wider as there
 * are more of them. Two pills of one stretch of time are linked when they share events and no other
 * pill of it stands between them. */

#include "khatt-layout-private.h"

#include <math.h>

#define MIN_LINK_WIDTH 2
#define MAX_LINK_WIDTH 8
/* As many make the widest link: nobody has to know how many more there are. */
#define MOST_SHARED (1 << (MAX_LINK_WIDTH - MIN_LINK_WIDTH))

/* A link over ribbons would say more about them than about the two. */
static gboolean
crosses_ribbon (const KhattLayout *layout, guint upper, guint lower)
{
  for (guint lane = upper + 1; lane < lower; lane++)
    if (khatt_layout_get_lane_detail (layout, lane) == KHATT_DETAIL_RIBBON)
      return TRUE;

  return FALSE;
}

/**
 * khatt_layout_link_clusters:
 * @layout: a layout
 * @upper: which of its clusters
 * @lower: which of its clusters, in a lane below, at the same place
 * @n_shared: how many events they share
 *
 * Links two clusters that share events: 2 pixels, and one more whenever there are twice as many.
 */
void
khatt_layout_link_clusters (KhattLayout *layout, guint upper, guint lower, guint n_shared)
{
  const KhattCluster *above = &g_array_index (layout->clusters, KhattCluster, upper);
  const KhattCluster *below = &g_array_index (layout->clusters, KhattCluster, lower);
  double width = MIN (MIN_LINK_WIDTH + log2 (n_shared), MAX_LINK_WIDTH);
  KhattClusterLink link = {
    .x = above->box.pill.x + above->box.pill.width / 2,
    .top = above->box.pill.y + above->box.pill.height,
    .bottom = below->box.pill.y,
    .width = round (width * layout->params.text_scale),
    .kind = above->commonest,
    .first_lane = above->box.lane,
    .last_lane = below->box.lane,
  };

  if (n_shared > 0 && !crosses_ribbon (layout, link.first_lane, link.last_lane))
    g_array_append_val (layout->links, link);
}

/**
 * khatt_layout_link_crowds:
 * @layout: a layout whose last clusters are those of crowds
 * @crowds: (element-type KhattCrowd): the crowds, by lane, all equally long
 *
 * Links the clusters of crowds.
 */
void
khatt_layout_link_crowds (KhattLayout *layout, const GArray *crowds)
{
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  const KhattCrowd *crowd = &g_array_index (crowds, KhattCrowd, 0);
  guint first_cluster = layout->clusters->len - crowds->len;
  g_autoptr (GHashTable) above = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < crowds->len; i++, crowd++)
    {
      const KhattCrowd *upper = g_hash_table_lookup (above, &crowd->first);

      if (upper != NULL)
        khatt_layout_link_clusters (
            layout, first_cluster + (upper - &g_array_index (crowds, KhattCrowd, 0)),
            first_cluster + i,
            khatt_index_count_shared (index, upper->lane, crowd->lane, crowd->first, crowd->last,
                                      MOST_SHARED));
      g_hash_table_replace (above, (gpointer) &crowd->first, (gpointer) crowd);
    }
}
