/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the timeline view moves: flights to a place, movement that runs out after a drag, and the
 * view's history. With reduced motion flights are cuts and nothing runs out. */

#include "khatt-timeline-view-private.h"

static KhattViewPlace
get_here (KhattTimelineView *self)
{
  KhattPlace goal = khatt_timeline_view_get_goal (self);

  return (KhattViewPlace){
    .first = khatt_scale_earliest (&goal.scale),
    .last = khatt_scale_latest (&goal.scale),
    .scroll_y = goal.scroll_y,
  };
}

static gint64
get_time_us (KhattTimelineView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  gint64 time_us = gdk_frame_clock_get_frame_time (clock);

  if (self->flight.is_flying)
    {
      KhattPlace place = khatt_flight_at (&self->flight, time_us);

      khatt_timeline_view_set_place (self, &place);
    }
  else
    {
      double x = khatt_kinetic_step (&self->kinetic_x, time_us);
      double y = khatt_kinetic_step (&self->kinetic_y, time_us);

      khatt_timeline_view_pan_by (self, x, y);
    }

  if (khatt_timeline_view_is_moving (self))
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  khatt_timeline_view_settle (self);
  khatt_timeline_view_queue_sync_marks (self);
  khatt_timeline_view_update_hovered (self);
  return G_SOURCE_REMOVE;
}

static void
start_ticking (KhattTimelineView *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * khatt_timeline_view_is_moving:
 *
 * Returns: whether it flies, or runs out after a drag
 */
gboolean
khatt_timeline_view_is_moving (KhattTimelineView *self)
{
  return self->flight.is_flying || khatt_kinetic_is_moving (&self->kinetic_x) ||
         khatt_kinetic_is_moving (&self->kinetic_y);
}

/**
 * khatt_timeline_view_stop:
 *
 * Stops all movement where it is.
 */
void
khatt_timeline_view_stop (KhattTimelineView *self)
{
  self->flight.is_flying = FALSE;
  khatt_kinetic_reset (&self->kinetic_x);
  khatt_kinetic_reset (&self->kinetic_y);
  if (self->tick_id == 0)
    return;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  khatt_timeline_view_queue_sync_marks (self);
}

/**
 * khatt_timeline_view_get_goal:
 *
 * Returns: where the view will be when it has come to rest: the end of the flight, or where it is
 */
KhattPlace
khatt_timeline_view_get_goal (KhattTimelineView *self)
{
  return self->flight.is_flying ? self->flight.to : self->place;
}

/**
 * khatt_timeline_view_fly:
 * @to: where to
 *
 * Moves there, the longer the way the slower; at once with reduced motion, or where nobody sees it.
 */
void
khatt_timeline_view_fly (KhattTimelineView *self, const KhattPlace *to)
{
  khatt_timeline_view_stop (self);
  if (!self->has_animations || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      khatt_timeline_view_set_place (self, to);
      return;
    }
  self->flight = khatt_flight_new (&self->place, to, get_time_us (self));
  start_ticking (self);
}

/**
 * khatt_timeline_view_show:
 * @target: what to show
 *
 * Flies there as a step of the view's history. Before there is a document and a size it waits for
 * them.
 */
void
khatt_timeline_view_show (KhattTimelineView *self, const KhattViewTarget *target)
{
  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL)
    {
      if (target->kind == KHATT_VIEW_TARGET_SPAN)
        khatt_timeline_view_set_span (self, target->first, target->last);
      return;
    }

  KhattViewPlace here = get_here (self);
  KhattPlace to = { khatt_timeline_view_get_fit (self, target), self->place.scroll_y };

  if (target->kind == KHATT_VIEW_TARGET_SLOT || target->kind == KHATT_VIEW_TARGET_PAIR)
    to.scroll_y = khatt_timeline_view_find_scroll (self, &to.scale, target->slot);

  self->is_scroll_given = TRUE;
  khatt_view_history_leave (self->history, &here);
  self->fit = target->kind == KHATT_VIEW_TARGET_ALL ? KHATT_VIEW_FITS_ALL : KHATT_VIEW_STAYS;
  khatt_timeline_view_fly (self, &to);
  khatt_timeline_view_notify_history (self);
}

/**
 * khatt_timeline_view_show_span:
 * @first: seconds since 1970
 * @last: seconds since 1970
 *
 * Flies to a span, as a step of the view's history. Before there is a document and a size it waits
 * for them.
 */
void
khatt_timeline_view_show_span (KhattTimelineView *self, gint64 first, gint64 last)
{
  KhattViewTarget target = { .kind = KHATT_VIEW_TARGET_SPAN, .first = first, .last = last };

  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (first <= last);

  khatt_timeline_view_show (self, &target);
}

/**
 * khatt_timeline_view_fit_all:
 *
 * Flies to all that is dated, and goes on showing all of it until somebody moves the view.
 */
void
khatt_timeline_view_fit_all (KhattTimelineView *self)
{
  KhattViewTarget target = { .kind = KHATT_VIEW_TARGET_ALL };

  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  khatt_timeline_view_show (self, &target);
}

/**
 * khatt_timeline_view_reveal:
 * @slot: an event
 *
 * Moves only as far as needed to show the mark and its lanes; leaves the zoom alone. It is no step
 * of the view's history.
 */
void
khatt_timeline_view_reveal (KhattTimelineView *self, guint32 slot)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL || slot == KHATT_SLOT_NONE)
    return;

  KhattPlace to = self->place;

  to.scale = khatt_layout_reveal (self->layout, slot, &to.scroll_y);
  if (khatt_scale_equal (&to.scale, &self->place.scale) && to.scroll_y == self->place.scroll_y)
    return;
  self->fit = KHATT_VIEW_STAYS;
  self->is_scroll_given = TRUE;
  khatt_timeline_view_fly (self, &to);
}

/**
 * khatt_timeline_view_reveal_lanes:
 * @slot: an event, or %KHATT_SLOT_NONE
 *
 * Scrolls to the lanes of an event, or to the first lane; along time the view stays where it is or
 * flies to.
 */
void
khatt_timeline_view_reveal_lanes (KhattTimelineView *self, guint32 slot)
{
  KhattPlace to;

  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL)
    return;

  to = khatt_timeline_view_get_goal (self);
  to.scroll_y =
      slot != KHATT_SLOT_NONE ? khatt_timeline_view_find_scroll (self, &to.scale, slot) : 0;
  self->is_scroll_given = TRUE;
  if (self->flight.is_flying)
    self->flight.to.scroll_y = to.scroll_y;
  else
    khatt_timeline_view_set_place (self, &to);
}

/**
 * khatt_timeline_view_step_history:
 * @step: -1 back, 1 forward
 */
void
khatt_timeline_view_step_history (KhattTimelineView *self, int step)
{
  KhattViewPlace here = get_here (self);
  KhattViewPlace there;
  KhattScale *scale = &self->place.scale;

  if (!khatt_timeline_view_is_ready (self) ||
      !khatt_view_history_step (self->history, step, &here, &there))
    return;

  KhattPlace to = {
    khatt_scale_fit (self->time_direction, scale->start, scale->width, there.first, there.last),
    there.scroll_y,
  };

  self->fit = KHATT_VIEW_STAYS;
  self->is_scroll_given = TRUE;
  khatt_timeline_view_fly (self, &to);
  khatt_timeline_view_notify_history (self);
}

/**
 * khatt_timeline_view_zoom_at:
 * @x: the time under it stays there
 * @factor: above 1 to see less time
 * @is_step: fly there (a key, a click of a wheel); otherwise follow at once (fingers)
 */
void
khatt_timeline_view_zoom_at (KhattTimelineView *self, double x, double factor, gboolean is_step)
{
  if (!khatt_timeline_view_is_ready (self))
    return;

  KhattPlace to = is_step ? khatt_timeline_view_get_goal (self) : self->place;

  to.scale = khatt_scale_zoom (&to.scale, x, factor);
  self->fit = KHATT_VIEW_STAYS;
  self->is_scroll_given = FALSE;
  if (is_step)
    {
      khatt_timeline_view_fly (self, &to);
      return;
    }
  khatt_timeline_view_stop (self);
  khatt_timeline_view_set_place (self, &to);
}

/**
 * khatt_timeline_view_pan_by:
 * @x: how far the content moves towards greater x, in pixels
 * @y: how far it moves down
 *
 * Moves the view at once; the lanes no further than they reach.
 */
void
khatt_timeline_view_pan_by (KhattTimelineView *self, double x, double y)
{
  if (!khatt_timeline_view_is_ready (self))
    return;

  KhattPlace to = self->place;

  if (x != 0)
    {
      to.scale = khatt_scale_pan (&to.scale, x);
      self->fit = KHATT_VIEW_STAYS;
    }
  to.scroll_y = CLAMP (to.scroll_y - y, 0, khatt_timeline_view_get_scroll_range (self));
  khatt_timeline_view_set_place (self, &to);
}

/**
 * khatt_timeline_view_run_out:
 *
 * The finger has left: what it moved runs on and comes to rest.
 */
void
khatt_timeline_view_run_out (KhattTimelineView *self)
{
  gint64 time_us = g_get_monotonic_time ();
  gboolean runs_x = khatt_kinetic_release (&self->kinetic_x, time_us);
  gboolean runs_y = khatt_kinetic_release (&self->kinetic_y, time_us);

  if (self->has_animations && (runs_x || runs_y))
    start_ticking (self);
  else
    khatt_timeline_view_stop (self);
}
