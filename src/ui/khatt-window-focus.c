/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keyboard comes back from a menu to where it was. GTK leaves it with the menu, or with its
 * button, where the keys of the timeline are dead. */

#include "khatt-window-private.h"

#define FOCUS_KEY "khatt-focus-before"

/* A menu has the keyboard before it is known to open. Events are told by widgets that stand for
 * others after a change: the view knows which. */
static void
focus_cb (KhattWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return;
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    focus = GTK_WIDGET (self->view);
  g_set_weak_pointer (&self->focus_holder, focus);
}

static gboolean
come_back (gpointer data)
{
  GtkWidget *button = data;
  GtkWidget *holder = g_object_get_data (G_OBJECT (button), FOCUS_KEY);
  GtkRoot *root = gtk_widget_get_root (button);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_with_menu = focus == NULL || gtk_widget_is_ancestor (focus, button);

  if (is_with_menu && holder != NULL && gtk_widget_get_mapped (holder))
    gtk_widget_grab_focus (holder);
  g_object_set_data (G_OBJECT (button), FOCUS_KEY, NULL);
  return G_SOURCE_REMOVE;
}

/* What the menu did may move the keyboard first: to a dialog, to the search. */
static void
toggled_cb (GtkToggleButton *toggle, gpointer user_data)
{
  KhattWindow *self = user_data;
  GtkWidget *button = gtk_widget_get_parent (GTK_WIDGET (toggle));
  GtkWidget *holder = self->focus_holder;

  if (!gtk_toggle_button_get_active (toggle))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, come_back, g_object_ref (button), g_object_unref);
  else if (holder != NULL && !gtk_widget_is_ancestor (holder, button))
    g_object_set_data_full (G_OBJECT (button), FOCUS_KEY, g_object_ref (holder), g_object_unref);
}

/* A menu button tells of its menu by the toggle in it. */
static void
follow_menus_in (KhattWindow *self, GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_TOGGLE_BUTTON (widget) && GTK_IS_MENU_BUTTON (parent))
    g_signal_connect_object (widget, "toggled", G_CALLBACK (toggled_cb), self, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    follow_menus_in (self, child);
}

/**
 * khatt_window_follow_menus:
 * @self: a window that has all its parts
 *
 * Brings the keyboard back when a menu of @self closes.
 */
void
khatt_window_follow_menus (KhattWindow *self)
{
  g_signal_connect_object (self, "notify::focus-widget", G_CALLBACK (focus_cb), self,
                           G_CONNECT_SWAPPED);
  follow_menus_in (self, GTK_WIDGET (self));
}
