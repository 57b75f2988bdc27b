/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lanes of a scene: of what it shows, in its time, and as they were decided for it. */

#include "khatt-scene-arrangement.h"

#include "khatt-lanes-by.h"

/**
 * khatt_arrangement_new_for_scene:
 * @snapshot: the document
 * @scene: what of it is shown
 * @usual: how it is shown where the scene does not say it
 * @cancellable: (nullable): gives up when cancelled
 *
 * Arranges what a scene shows. What is pinned or hidden otherwise may be of other lanes, and does
 * not count.
 *
 * Returns: (transfer full) (nullable): the arrangement; %NULL when cancelled
 */
KhattArrangement *
khatt_arrangement_new_for_scene (KhattSnapshot *snapshot,
                                 const KhattScene *scene,
                                 const KhattArrangementParams *usual,
                                 GCancellable *cancellable)
{
  g_autoptr (KhattFilter) filter = khatt_scene_dup_filter (scene);
  KhattArrangementParams params = *usual;

  khatt_lanes_by_from_name (scene->lanes_by, &params.lanes_by);
  params.lanes = scene->lanes;
  params.filter = filter;
  return khatt_arrangement_new_with (snapshot, &params, cancellable);
}
