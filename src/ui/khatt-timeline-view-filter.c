/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What of the document the timeline view shows. */

#include "khatt-timeline-view-private.h"

/**
 * khatt_timeline_view_get_filter:
 *
 * Returns: (transfer none): what has to be so of an event that is shown; good until it changes
 */
const KhattFilter *
khatt_timeline_view_get_filter (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return self->filter;
}

/**
 * khatt_timeline_view_set_filter:
 * @filter: (nullable): what has to be so of an event that is shown; copied; %NULL: nothing
 *
 * The span in view stays; the selection does where the selected event is still shown.
 */
void
khatt_timeline_view_set_filter (KhattTimelineView *self, const KhattFilter *filter)
{
  static const KhattFilter everything = { 0 };
  KhattFilter *copy;

  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (filter == NULL)
    filter = &everything;
  if (khatt_filter_equal (filter, self->filter))
    return;

  /* It may be a part of the one that goes. */
  copy = khatt_filter_copy (filter);
  khatt_filter_free (self->filter);
  self->filter = copy;
  if (self->layout != NULL)
    self->fit = KHATT_VIEW_STAYS;
  khatt_timeline_view_arrange (self);
  khatt_timeline_view_update_lane_actions (self);
  g_object_notify (G_OBJECT (self), "filter");
}
