/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which event is selected, and which one is under the pointer. */

#include "khatt-timeline-view-private.h"

/**
 * khatt_timeline_view_get_selected_slot:
 *
 * Returns: the selected event, or `KHATT_SLOT_NONE`
 */
guint32
khatt_timeline_view_get_selected_slot (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), KHATT_SLOT_NONE);

  return self->selected;
}

/**
 * khatt_timeline_view_set_selected_slot:
 * @slot: an event, or `KHATT_SLOT_NONE`
 *
 * Does not move the view: khatt_timeline_view_reveal() does.
 */
void
khatt_timeline_view_set_selected_slot (KhattTimelineView *self, guint32 slot)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (slot == self->selected)
    return;

  self->selected = slot;
  self->selected_lane = G_MAXUINT;
  khatt_timeline_view_reselect (self);
  khatt_timeline_view_update_actions (self);
  g_object_notify (G_OBJECT (self), "selected-slot");
}

/**
 * khatt_timeline_view_get_hovered_slot:
 *
 * Returns: the event under the pointer, or `KHATT_SLOT_NONE`
 */
guint32
khatt_timeline_view_get_hovered_slot (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), KHATT_SLOT_NONE);

  return self->hovered;
}

/**
 * khatt_timeline_view_set_hovered_slot:
 * @slot: the event under the pointer, or `KHATT_SLOT_NONE`
 */
void
khatt_timeline_view_set_hovered_slot (KhattTimelineView *self, guint32 slot)
{
  if (slot == self->hovered)
    return;

  self->hovered = slot;
  khatt_timeline_view_drop_state (self, KHATT_STATE_HOVERED);
  g_object_notify (G_OBJECT (self), "hovered-slot");
}
