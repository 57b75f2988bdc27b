/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pointer and fingers do with the timeline view. */

#include "khatt-timeline-view-private.h"

#include <math.h>

#define WHEEL_PIXELS 72   /* a click of the wheel */
#define WHEEL_ZOOM 1.25   /* a click of the wheel */
#define SURFACE_ZOOM 0.01 /* a pixel of two fingers on a touchpad, of a natural logarithm */
#define LEAST_BAND 6      /* a shorter span is a slip of the hand */

static gboolean
is_controlled (GtkEventController *controller, GdkModifierType modifier)
{
  return (gtk_event_controller_get_current_event_state (controller) & modifier) != 0;
}

static KhattHit
pick (KhattTimelineView *self, double x, double y)
{
  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL)
    return (KhattHit){ .part = KHATT_HIT_NOTHING, .slot = KHATT_SLOT_NONE };
  return khatt_layout_pick (self->layout, x, y);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, KhattTimelineView *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  khatt_timeline_view_update_hovered (self);
}

static void
leave_cb (GtkEventControllerMotion *controller, KhattTimelineView *self)
{
  self->pointer_x = self->pointer_y = -1;
  khatt_timeline_view_update_hovered (self);
}

/* The wheel. */

static double
get_zoom_x (KhattTimelineView *self)
{
  const KhattScale *scale = &self->place.scale;

  if (self->pointer_x < 0)
    return scale->start + scale->width / 2;
  return CLAMP (self->pointer_x, scale->start, scale->start + scale->width);
}

static void
scroll_zoom (KhattTimelineView *self, double dy, gboolean is_wheel)
{
  double factor = is_wheel ? pow (WHEEL_ZOOM, -dy) : exp (-dy * SURFACE_ZOOM);

  khatt_timeline_view_zoom_at (self, get_zoom_x (self), factor, is_wheel);
}

/* Down the wheel is later; sideways is where the fingers go. */
static void
scroll_time (KhattTimelineView *self, double sideways, double later)
{
  double x = -sideways - khatt_scale_sign (&self->place.scale) * later;

  khatt_timeline_view_pan_by (self, x, 0);
  khatt_kinetic_add (&self->kinetic_x, g_get_monotonic_time (), x);
}

static void
scroll_lanes (KhattTimelineView *self, double down)
{
  khatt_timeline_view_pan_by (self, 0, -down);
  khatt_kinetic_add (&self->kinetic_y, g_get_monotonic_time (), -down);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, KhattTimelineView *self)
{
  GtkEventController *event_controller = GTK_EVENT_CONTROLLER (controller);
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double pixels = is_wheel ? WHEEL_PIXELS * self->text_scale : 1;

  if (!khatt_timeline_view_is_ready (self))
    return GDK_EVENT_PROPAGATE;

  if (is_controlled (event_controller, GDK_CONTROL_MASK) != self->wheel_zooms && dy != 0)
    {
      scroll_zoom (self, dy, is_wheel);
      return GDK_EVENT_STOP;
    }

  if (khatt_timeline_view_is_moving (self))
    khatt_timeline_view_stop (self);
  self->is_scrolling = TRUE;
  if (is_controlled (event_controller, GDK_SHIFT_MASK))
    scroll_time (self, 0, (dy != 0 ? dy : dx) * pixels);
  else if (khatt_timeline_view_get_scroll_range (self) <= 0)
    scroll_time (self, dx * pixels, dy * pixels);
  else
    {
      if (dx != 0)
        scroll_time (self, dx * pixels, 0);
      if (dy != 0)
        scroll_lanes (self, dy * pixels);
    }
  self->is_scrolling = FALSE;
  khatt_timeline_view_set_hovered_slot (self, KHATT_SLOT_NONE);
  return GDK_EVENT_STOP;
}

static void
scroll_end_cb (GtkEventControllerScroll *controller, KhattTimelineView *self)
{
  khatt_timeline_view_run_out (self);
}

/* Drag: pans; with Shift draws a span to zoom to; of the selected plate moves the event. */

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, KhattTimelineView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (!khatt_timeline_view_is_ready (self) || button > GDK_BUTTON_MIDDLE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  /* A finger on what still runs holds it. */
  khatt_timeline_view_stop (self);
  self->band_from = self->band_to = x;
  self->drag_x = self->drag_y = 0;
  self->is_panning = FALSE;
  self->is_banding = FALSE;
  self->gripped = button <= GDK_BUTTON_PRIMARY
                      ? khatt_timeline_view_grip (self, x, y, &self->gripped_part)
                      : KHATT_SLOT_NONE;
}

static const char *
get_drag_cursor (KhattTimelineView *self)
{
  if (self->is_shifting)
    return "ew-resize";
  return self->is_banding ? "col-resize" : "grabbing";
}

static void
start_drag (KhattTimelineView *self, GtkGestureDrag *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->is_banding = is_controlled (GTK_EVENT_CONTROLLER (gesture), GDK_SHIFT_MASK);
  self->is_shifting = !self->is_banding && self->gripped != KHATT_SLOT_NONE;
  self->is_panning = !self->is_banding && !self->is_shifting;
  if (self->is_shifting)
    khatt_timeline_view_drag_shift (self, 0);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_drag_cursor (self));
  khatt_timeline_view_update_hovered (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, KhattTimelineView *self)
{
  if (!self->is_panning && !self->is_banding && !self->is_shifting)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, x, y))
        return;
      start_drag (self, gesture);
    }

  if (self->is_banding)
    {
      self->band_to = self->band_from + x;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  if (self->is_shifting)
    {
      khatt_timeline_view_drag_shift (self, x);
      return;
    }

  gint64 time_us = g_get_monotonic_time ();
  khatt_kinetic_add (&self->kinetic_x, time_us, x - self->drag_x);
  khatt_kinetic_add (&self->kinetic_y, time_us, y - self->drag_y);
  khatt_timeline_view_pan_by (self, x - self->drag_x, y - self->drag_y);
  self->drag_x = x;
  self->drag_y = y;
}

static void
zoom_to_band (KhattTimelineView *self)
{
  double from = khatt_scale_time (&self->place.scale, self->band_from);
  double to = khatt_scale_time (&self->place.scale, self->band_to);

  if (fabs (self->band_to - self->band_from) < LEAST_BAND)
    return;
  khatt_timeline_view_show_span (
      self, CLAMP (MIN (from, to), KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME),
      CLAMP (MAX (from, to), KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME));
}

static void
end_drag (KhattTimelineView *self)
{
  self->is_panning = FALSE;
  self->is_banding = FALSE;
  self->is_shifting = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  khatt_timeline_view_queue_sync_marks (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, KhattTimelineView *self)
{
  gboolean was_panning = self->is_panning;
  gboolean was_banding = self->is_banding;
  gboolean was_shifting = self->is_shifting;

  end_drag (self);
  if (was_shifting)
    khatt_timeline_view_drop_shift (self);
  if (was_panning)
    khatt_timeline_view_run_out (self);
  if (was_banding)
    zoom_to_band (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, KhattTimelineView *self)
{
  end_drag (self);
}

/* Press: selects; with Ctrl: compares; twice: zooms to what is there, or begins a new event. */

static void
show_hit (KhattTimelineView *self, const KhattHit *hit)
{
  KhattViewTarget target = { .kind = KHATT_VIEW_TARGET_SLOT, .slot = hit->slot };

  if (hit->part == KHATT_HIT_CLUSTER || hit->part == KHATT_HIT_RIBBON)
    target =
        (KhattViewTarget){ .kind = KHATT_VIEW_TARGET_SPAN, .first = hit->first, .last = hit->last };
  khatt_timeline_view_show (self, &target);
}

static gboolean
has_event (const KhattHit *hit)
{
  return hit->part == KHATT_HIT_MARK || hit->part == KHATT_HIT_CLUSTER;
}

static void
select_hit (KhattTimelineView *self, const KhattHit *hit)
{
  khatt_timeline_view_set_selected_slot (self, hit->slot);
  self->selected_lane = hit->lane;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, KhattTimelineView *self)
{
  KhattHit hit = pick (self, x, y);
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  gboolean is_compared = is_controlled (GTK_EVENT_CONTROLLER (gesture), GDK_CONTROL_MASK);
  gboolean is_touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;

  khatt_timeline_view_show_focus (self, FALSE);
  if (n_press == 1 && has_event (&hit) && is_compared)
    khatt_timeline_view_compare_with (self, hit.slot);
  else if (n_press == 1 && has_event (&hit) && !is_touch)
    select_hit (self, &hit);
  if (n_press == 2 && (has_event (&hit) || hit.part == KHATT_HIT_RIBBON))
    show_hit (self, &hit);
  else if (n_press == 2 && hit.part == KHATT_HIT_PLOT && !is_touch)
    khatt_timeline_view_draft_at (self, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Not reached where a drag took over: so panning does not take the selection away. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, KhattTimelineView *self)
{
  KhattHit hit = pick (self, x, y);

  if (n_press != 1 || is_controlled (GTK_EVENT_CONTROLLER (gesture), GDK_CONTROL_MASK))
    return;
  if (has_event (&hit))
    select_hit (self, &hit);
  else if (hit.part == KHATT_HIT_PLOT || hit.part == KHATT_HIT_NOTHING)
    khatt_timeline_view_set_selected_slot (self, KHATT_SLOT_NONE);
}

static void
open_menu (KhattTimelineView *self, double x, double y)
{
  KhattHit hit = pick (self, x, y);

  if (hit.part == KHATT_HIT_LANE_HEADER && hit.lane != G_MAXUINT)
    {
      khatt_timeline_view_popup_lane_menu (self, hit.lane, x, y);
      return;
    }
  if (has_event (&hit))
    select_hit (self, &hit);
  khatt_timeline_view_popup_menu (self, x, y);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, KhattTimelineView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  khatt_timeline_view_show_focus (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  open_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, KhattTimelineView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

/* Pinch. */

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, KhattTimelineView *self)
{
  self->pinch_scale = 1;
  khatt_timeline_view_stop (self);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, KhattTimelineView *self)
{
  double x = get_zoom_x (self);
  double y = 0;

  if (self->pinch_scale <= 0 || scale <= 0)
    return;
  if (gtk_gesture_is_recognized (GTK_GESTURE (gesture)))
    gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  khatt_timeline_view_zoom_at (self, x, scale / self->pinch_scale, FALSE);
  self->pinch_scale = scale;
}

/**
 * khatt_timeline_view_update_hovered:
 *
 * The pointer or what is under it has moved, and come to rest.
 */
void
khatt_timeline_view_update_hovered (KhattTimelineView *self)
{
  gboolean is_inside = self->pointer_x >= 0 && !self->is_panning && !self->is_banding &&
                       !self->is_shifting && !khatt_timeline_view_is_moving (self);
  KhattHit hit = is_inside ? pick (self, self->pointer_x, self->pointer_y) : (KhattHit){ 0 };

  khatt_timeline_view_set_hovered_slot (self,
                                        hit.part == KHATT_HIT_MARK ? hit.slot : KHATT_SLOT_NONE);
}

/**
 * khatt_timeline_view_cancel_drag:
 *
 * Gives up the span that is being drawn, or leaves the event where it is.
 */
void
khatt_timeline_view_cancel_drag (KhattTimelineView *self)
{
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  end_drag (self);
}

static void
init_scroll (KhattTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  g_signal_connect_object (scroll, "scroll-end", G_CALLBACK (scroll_end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
init_presses (KhattTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu_click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
}

static void
init_drags (KhattTimelineView *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));

  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/**
 * khatt_timeline_view_init_input:
 *
 * Gives the view its ears.
 */
void
khatt_timeline_view_init_input (KhattTimelineView *self)
{
  init_scroll (self);
  init_presses (self);
  init_drags (self);
  khatt_timeline_view_init_keys (self);
  khatt_timeline_view_init_tooltip (self);
}
