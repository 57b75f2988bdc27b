/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A window as a picture, with the popovers that are open where they stand. No screen is read: the
 * widgets paint themselves. */

#include "ui-picture.h"

/**
 * ui_picture_list_popovers:
 * @window: a window
 *
 * Returns: (transfer container) (element-type GtkWidget): the popovers and tooltips of it that are
 *   shown
 */
GPtrArray *
ui_picture_list_popovers (GtkWidget *window)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  GPtrArray *popovers = g_ptr_array_new ();

  g_ptr_array_add (waiting, window);
  for (guint i = 0; i < waiting->len; i++)
    for (GtkWidget *child = gtk_widget_get_first_child (waiting->pdata[i]); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      {
        if (!gtk_widget_get_mapped (child))
          continue;
        g_ptr_array_add (waiting, child);
        if (GTK_IS_NATIVE (child))
          g_ptr_array_add (popovers, child);
      }
  return popovers;
}

static void
append (GtkSnapshot *snapshot, GtkWidget *widget, double x, double y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  gtk_snapshot_restore (snapshot);
}

/* Where the surface of a popover lies on that of its window. */
static void
get_position (GtkWidget *popover, GtkWidget *window, double *x, double *y)
{
  GdkSurface *base = gtk_native_get_surface (GTK_NATIVE (window));
  double inner_x, inner_y;

  gtk_native_get_surface_transform (GTK_NATIVE (popover), x, y);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &inner_x, &inner_y);
  *x -= inner_x;
  *y -= inner_y;
  for (GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (popover)); surface != base;
       surface = gdk_popup_get_parent (GDK_POPUP (surface)))
    {
      *x += gdk_popup_get_position_x (GDK_POPUP (surface));
      *y += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
}

/**
 * ui_picture_save:
 * @window: a window that is shown
 * @file_name: of a PNG
 *
 * Paints the window and its popovers.
 */
void
ui_picture_save (GtkWidget *window, const char *file_name)
{
  g_autoptr (GPtrArray) popovers = ui_picture_list_popovers (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  append (snapshot, window, 0, 0);
  for (guint i = 0; i < popovers->len; i++)
    {
      double x, y;

      get_position (popovers->pdata[i], window, &x, &y);
      append (snapshot, popovers->pdata[i], x, y);
    }
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (window),
                                        gtk_widget_get_height (window));
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, file_name), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}
