/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* On which screen what is shown: the presentation on one that the speaker's window is not on. */

#include "khatt-presentation-private.h"

static GdkMonitor *
get_monitor (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (widget));

  return surface != NULL
             ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface)
             : NULL;
}

/* A screen that shows something else: where two are mirrored, who sees one sees the other. */
static GdkMonitor *
find_other (GdkMonitor *monitor)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_monitor_get_display (monitor));
  GdkRectangle taken;

  gdk_monitor_get_geometry (monitor, &taken);
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) other = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (other, &area);
      if (other != monitor && !gdk_rectangle_intersect (&taken, &area, NULL))
        return g_steal_pointer (&other);
    }
  return NULL;
}

/**
 * khatt_presentation_start:
 * @self: a presentation
 * @owner: the window it is started from
 *
 * Shows it on the whole screen; where there is another screen than that of @owner, on that one,
 * with the speaker's window on this one.
 */
void
khatt_presentation_start (KhattPresentation *self, GtkWindow *owner)
{
  GdkMonitor *here = get_monitor (GTK_WIDGET (owner));
  g_autoptr (GdkMonitor) other = here != NULL ? find_other (here) : NULL;

  gtk_window_set_transient_for (GTK_WINDOW (self), owner);
  if (other != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), other);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  self->monitor = g_steal_pointer (&other);
  if (self->monitor != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "present.speaker", NULL);
}

/**
 * khatt_presentation_place_speaker:
 * @speaker: the speaker's window, which is not shown yet
 *
 * Puts the window on another screen than the presentation, all over it; where there is none it is a
 * window like others.
 */
void
khatt_presentation_place_speaker (KhattPresentation *self, GtkWindow *speaker)
{
  GdkMonitor *here = self->monitor != NULL ? self->monitor : get_monitor (GTK_WIDGET (self));
  g_autoptr (GdkMonitor) other = here != NULL ? find_other (here) : NULL;

  if (other != NULL)
    gtk_window_fullscreen_on_monitor (speaker, other);
}
