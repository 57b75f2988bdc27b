/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattTimeline: steps, undo and redo, and whether there is something to save. */

#include "khatt-timeline-private.h"

/**
 * khatt_timeline_begin_step:
 * @self: a timeline
 * @name: what undo shall call it, translated
 *
 * What is done until the matching khatt_timeline_end_step() is undone together. Steps nest; the
 * outermost counts.
 */
void
khatt_timeline_begin_step (KhattTimeline *self, const char *name)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));

  khatt_history_begin (&self->history, name);
}

/**
 * khatt_timeline_end_step:
 * @self: a timeline with a step open
 */
void
khatt_timeline_end_step (KhattTimeline *self)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (khatt_history_is_open (&self->history));

  if (khatt_history_end (&self->history))
    khatt_timeline_finish_step (self);
}

/**
 * khatt_timeline_can_undo:
 * @self: a timeline
 *
 * Returns: whether there is a step to undo
 */
gboolean
khatt_timeline_can_undo (KhattTimeline *self)
{
  return khatt_timeline_get_undo_name (self) != NULL;
}

/**
 * khatt_timeline_can_redo:
 * @self: a timeline
 *
 * Returns: whether there is a step to redo
 */
gboolean
khatt_timeline_can_redo (KhattTimeline *self)
{
  return khatt_timeline_get_redo_name (self) != NULL;
}

/**
 * khatt_timeline_get_undo_name:
 * @self: a timeline
 *
 * Returns: (nullable): the name of the step that undo would take back
 */
const char *
khatt_timeline_get_undo_name (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);

  return khatt_history_get_undo_name (&self->history);
}

/**
 * khatt_timeline_get_redo_name:
 * @self: a timeline
 *
 * Returns: (nullable): the name of the step that redo would do again
 */
const char *
khatt_timeline_get_redo_name (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);

  return khatt_history_get_redo_name (&self->history);
}

/**
 * khatt_timeline_undo:
 * @self: a timeline with no step open
 *
 * Takes the last step back; nothing where there is none.
 */
void
khatt_timeline_undo (KhattTimeline *self)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (!khatt_history_is_open (&self->history));

  if (khatt_timeline_can_undo (self))
    khatt_timeline_walk (self, khatt_history_undo (&self->history), FALSE);
}

/**
 * khatt_timeline_redo:
 * @self: a timeline with no step open
 *
 * Does the last step that was undone again; nothing where there is none.
 */
void
khatt_timeline_redo (KhattTimeline *self)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (!khatt_history_is_open (&self->history));

  if (khatt_timeline_can_redo (self))
    khatt_timeline_walk (self, khatt_history_redo (&self->history), TRUE);
}

/**
 * khatt_timeline_clear_history:
 * @self: a timeline with no step open
 *
 * Forgets what could be undone and redone. Whether there is something to save stays.
 */
void
khatt_timeline_clear_history (KhattTimeline *self)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (!khatt_history_is_open (&self->history));

  khatt_history_reset (&self->history);
  khatt_timeline_notify_history (self);
}

/**
 * khatt_timeline_is_modified:
 * @self: a timeline
 *
 * Returns: whether it differs from what was saved
 */
gboolean
khatt_timeline_is_modified (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), FALSE);

  return khatt_history_is_modified (&self->history);
}

/**
 * khatt_timeline_mark_saved:
 * @self: a timeline
 *
 * Says that a file holds it as it is now.
 */
void
khatt_timeline_mark_saved (KhattTimeline *self)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));

  khatt_history_mark_saved (&self->history);
  khatt_timeline_notify_history (self);
}

/**
 * khatt_timeline_mark_unsaved:
 * @self: a timeline
 *
 * Says that no file holds it, as it is now or as it was at any step.
 */
void
khatt_timeline_mark_unsaved (KhattTimeline *self)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));

  khatt_history_mark_unsaved (&self->history);
  khatt_timeline_notify_history (self);
}
