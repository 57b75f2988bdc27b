/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pointer does with the overview: inside the window it pans, on a handle it resizes,
 * outside it centres the window there, and with Shift it draws a new one. */

#include "khatt-overview-private.h"

#include "khatt-ui.h"

#define TARGET_WIDTH 24
#define LEAST_SECONDS 60 /* the shortest window that a handle makes */
#define LEAST_DRAWN_PIXELS 6
#define TIME_LIMIT 9.2e18 /* doubles beyond it do not fit into gint64 */

static gint64
get_time (KhattOverview *self, double x)
{
  return CLAMP (khatt_scale_time (&self->scale, x), -TIME_LIMIT, TIME_LIMIT);
}

/**
 * khatt_overview_pick:
 * @x: in pixels
 *
 * Returns: what a press at @x takes hold of. In a narrow window the handles' targets lie outside
 * it, so that it can still be moved.
 */
KhattOverviewPart
khatt_overview_pick (KhattOverview *self, double x)
{
  double least_x = 0;
  double greatest_x = 0;

  if (!khatt_overview_get_window (self, &least_x, &greatest_x))
    return KHATT_OVERVIEW_OUTSIDE;

  double target = TARGET_WIDTH * khatt_ui_get_text_scale (GTK_WIDGET (self));
  double inner = CLAMP ((greatest_x - least_x) / 4, 0, target / 2);
  double outer = target - inner;
  gboolean is_rtl = self->scale.direction == KHATT_DIRECTION_RTL;

  if (x >= least_x - outer && x < least_x + inner)
    return is_rtl ? KHATT_OVERVIEW_LATER : KHATT_OVERVIEW_EARLIER;
  if (x >= greatest_x - inner && x < greatest_x + outer)
    return is_rtl ? KHATT_OVERVIEW_EARLIER : KHATT_OVERVIEW_LATER;
  return x >= least_x && x < greatest_x ? KHATT_OVERVIEW_WINDOW : KHATT_OVERVIEW_OUTSIDE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, KhattOverview *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!self->has_scale ||
      !khatt_timeline_view_get_visible_span (self->view, &self->held_first, &self->held_last))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->is_drawing = (state & GDK_SHIFT_MASK) != 0;
  self->held_x = x;
  self->held = khatt_overview_pick (self, x);
  if (self->is_drawing || self->held != KHATT_OVERVIEW_OUTSIDE)
    return;

  /* The window comes to the pointer, and a drag goes on with it from there. */
  gint64 half = (self->held_last - self->held_first) / 2;
  gint64 time = get_time (self, x);

  self->held_first = time - half;
  self->held_last = time + half;
  khatt_timeline_view_show_span (self->view, self->held_first, self->held_last);
}

static void
draw_window (KhattOverview *self, double from, double to)
{
  gint64 first = get_time (self, from);
  gint64 last = get_time (self, to);

  if (ABS (to - from) >= LEAST_DRAWN_PIXELS)
    khatt_timeline_view_set_span (self->view, MIN (first, last), MAX (first, last));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, KhattOverview *self)
{
  gint64 first = self->held_first;
  gint64 last = self->held_last;
  double start_x = self->held_x;

  if (self->is_drawing)
    {
      draw_window (self, start_x, start_x + x);
      return;
    }
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, x, 0) &&
      self->held == KHATT_OVERVIEW_OUTSIDE)
    return;

  gint64 way = get_time (self, start_x + x) - get_time (self, start_x);
  if (self->held != KHATT_OVERVIEW_LATER)
    first += way;
  if (self->held != KHATT_OVERVIEW_EARLIER)
    last += way;
  if (self->held == KHATT_OVERVIEW_EARLIER)
    first = MIN (first, last - LEAST_SECONDS);
  if (self->held == KHATT_OVERVIEW_LATER)
    last = MAX (last, first + LEAST_SECONDS);
  khatt_timeline_view_set_span (self->view, first, last);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, KhattOverview *self)
{
  static const char *const cursors[] = {
    [KHATT_OVERVIEW_OUTSIDE] = "default",
    [KHATT_OVERVIEW_WINDOW] = "grab",
    [KHATT_OVERVIEW_EARLIER] = "ew-resize",
    [KHATT_OVERVIEW_LATER] = "ew-resize",
  };

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[khatt_overview_pick (self, x)]);
}

/**
 * khatt_overview_init_input:
 */
void
khatt_overview_init_input (KhattOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
