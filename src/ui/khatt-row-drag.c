/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows of a list that are dragged to another place in it. A line shows where the row would come to
 * stand; near the ends of what is in view the list scrolls. Whoever has no pointer needs another
 * way to do the same. */

#include "khatt-row-drag.h"

#define SCROLL_ZONE 36  /* pixels from an end of what is in view */
#define SCROLL_STEP 8.0 /* pixels a frame */

/* One row, which owns it. */
typedef struct
{
  GtkListBoxRow *row;
  KhattRowDropFunc dropped;
  gpointer data;
  double grip_x; /* where it was taken */
  double grip_y;
  guint scroll_id;
  double scroll_step; /* pixels a frame; 0: none */
} Drag;

/* ---- Taking ---- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, Drag *drag)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  gtk_widget_translate_coordinates (handle, GTK_WIDGET (drag->row), x, y, &drag->grip_x,
                                    &drag->grip_y);
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, drag->row);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *gdk_drag, Drag *drag)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (drag->row));
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (live);

  GtkWidget *picture = gtk_picture_new_for_paintable (image);

  gtk_widget_add_css_class (picture, "khatt-drag-image");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (gdk_drag)), picture);
  gdk_drag_set_hotspot (gdk_drag, (int) drag->grip_x, (int) drag->grip_y);
  gtk_widget_add_css_class (GTK_WIDGET (drag->row), "khatt-dragged");
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *gdk_drag, gboolean is_moved, Drag *drag)
{
  gtk_widget_remove_css_class (GTK_WIDGET (drag->row), "khatt-dragged");
}

/* ---- Scrolling ---- */

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Drag *drag = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + drag->scroll_step);
  return G_SOURCE_CONTINUE;
}

static void
set_scrolling (Drag *drag, double step)
{
  GtkWidget *widget = GTK_WIDGET (drag->row);

  drag->scroll_step = step;
  if (step != 0 && drag->scroll_id == 0)
    drag->scroll_id = gtk_widget_add_tick_callback (widget, scroll_cb, drag, NULL);
  if (step == 0 && drag->scroll_id != 0)
    {
      gtk_widget_remove_tick_callback (widget, drag->scroll_id);
      drag->scroll_id = 0;
    }
}

static void
scroll_near_ends (Drag *drag, double y)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (drag->row), GTK_TYPE_SCROLLED_WINDOW);
  double at;

  if (scrolled == NULL)
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (drag->row), scrolled, 0, y, NULL, &at);
  if (at < SCROLL_ZONE)
    set_scrolling (drag, -SCROLL_STEP);
  else if (at > gtk_widget_get_height (scrolled) - SCROLL_ZONE)
    set_scrolling (drag, SCROLL_STEP);
  else
    set_scrolling (drag, 0);
}

/* ---- Dropping ---- */

static gboolean
is_below_middle (Drag *drag, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (drag->row)) / 2.0;
}

static void
clear_line (Drag *drag)
{
  gtk_widget_remove_css_class (GTK_WIDGET (drag->row), "khatt-drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (drag->row), "khatt-drop-below");
}

/* Not itself, and of the same list. */
static gboolean
can_take (Drag *drag, const GValue *value)
{
  GtkListBoxRow *dragged = value != NULL ? g_value_get_object (value) : NULL;

  return dragged != NULL && dragged != drag->row &&
         gtk_widget_get_parent (GTK_WIDGET (dragged)) ==
             gtk_widget_get_parent (GTK_WIDGET (drag->row));
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, Drag *drag)
{
  clear_line (drag);
  scroll_near_ends (drag, y);
  if (!can_take (drag, gtk_drop_target_get_value (target)))
    return 0;
  gtk_widget_add_css_class (GTK_WIDGET (drag->row),
                            is_below_middle (drag, y) ? "khatt-drop-below" : "khatt-drop-above");
  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (GtkDropTarget *target, Drag *drag)
{
  clear_line (drag);
  set_scrolling (drag, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Drag *drag)
{
  clear_line (drag);
  set_scrolling (drag, 0);
  if (!can_take (drag, value))
    return FALSE;
  drag->dropped (g_value_get_object (value), drag->row, is_below_middle (drag, y), drag->data);
  return TRUE;
}

/**
 * khatt_row_drag_add:
 * @row: a row of a list
 * @handle: the part of it that it is dragged by
 * @dropped: (scope notified): puts a row in another place; it may remove both
 * @data: for @dropped; outlives @row
 *
 * Lets a row be dragged to another place of its list, and others to its own.
 */
void
khatt_row_drag_add (GtkListBoxRow *row, GtkWidget *handle, KhattRowDropFunc dropped, gpointer data)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);
  Drag *drag = g_new0 (Drag, 1);

  drag->row = row;
  drag->dropped = dropped;
  drag->data = data;
  gtk_drop_target_set_preload (target, TRUE);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_widget_set_cursor_from_name (handle, "grab");
  g_object_set_data_full (G_OBJECT (row), "khatt-row-drag", drag, g_free);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), drag);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), drag);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), drag);
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), drag);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), drag);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), drag);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
