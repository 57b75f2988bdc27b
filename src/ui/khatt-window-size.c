/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The size of a window and which panes it shows, from one window to the next. */

#include "khatt-window-private.h"

#include "khatt-preferences.h"

#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800

/* The size of the last window, as far as the screen has room for it. */
/**
 * khatt_window_restore_size:
 * @self: a window
 *
 * Gives a window that is not shown yet its size and its panes.
 */
void
khatt_window_restore_size (KhattWindow *self)
{
  GSettings *settings = khatt_preferences_get_settings ();
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  int width = settings ? g_settings_get_int (settings, "window-width") : DEFAULT_WIDTH;
  int height = settings ? g_settings_get_int (settings, "window-height") : DEFAULT_HEIGHT;
  GdkRectangle area = { 0, 0, width, height };

  if (monitor)
    gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, area.width),
                               MIN (height, area.height));
  if (settings && g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->wants_details = !settings || g_settings_get_boolean (settings, "show-details");
  self->shows_filters = settings && g_settings_get_boolean (settings, "show-filters");
  khatt_window_set_room (self, MIN (width, area.width));
}

/**
 * khatt_window_remember_size:
 * @self: a window
 *
 * Keeps them for the next window.
 */
void
khatt_window_remember_size (KhattWindow *self)
{
  GSettings *settings = khatt_preferences_get_settings ();
  gboolean is_maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  if (!settings)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", is_maximized);
  g_settings_set_boolean (settings, "show-details", self->wants_details);
  g_settings_set_boolean (settings, "show-filters", self->shows_filters);
  if (is_maximized || width <= 0 || height <= 0)
    return;
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
}
