/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The foot of a presentation: what comes next, and a dot for each scene. It goes when nobody moves,
 * and the pointer with it. */

#include "khatt-presentation-private.h"

#include <glib/gi18n-lib.h>

#define IDLE_SECONDS 3
#define MOST_DOTS 24 /* more say nothing */

static void
set_cursor (KhattPresentation *self, const char *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static gboolean
idle_cb (gpointer data)
{
  KhattPresentation *self = data;

  self->idle_source = 0;
  gtk_widget_add_css_class (self->foot, "away");
  set_cursor (self, "none");
  return G_SOURCE_REMOVE;
}

/**
 * khatt_presentation_wake:
 *
 * Somebody moves: the foot and the pointer are there, until it has been quiet for some seconds.
 */
void
khatt_presentation_wake (KhattPresentation *self)
{
  gtk_widget_remove_css_class (self->foot, "away");
  set_cursor (self, NULL);
  g_clear_handle_id (&self->idle_source, g_source_remove);
  self->idle_source = g_timeout_add_seconds (IDLE_SECONDS, idle_cb, self);
}

static void
fill_dots (KhattPresentation *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->dots))) != NULL)
    gtk_box_remove (self->dots, child);
  for (guint i = 0; i < self->scenes->len && self->scenes->len <= MOST_DOTS; i++)
    {
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (dot, "khatt-scene-dot");
      if (i < self->scene)
        gtk_widget_add_css_class (dot, "done");
      else if (i == self->scene)
        gtk_widget_add_css_class (dot, "now");
      gtk_box_append (self->dots, dot);
    }
}

/**
 * khatt_presentation_show_foot:
 *
 * Shows where in the presentation the scene is.
 */
void
khatt_presentation_show_foot (KhattPresentation *self)
{
  gboolean has_next = self->scene + 1 < self->scenes->len;
  g_autofree char *title = has_next ? khatt_presentation_dup_title (self, self->scene + 1) : NULL;
  /* Translators: %s is the title of the scene that comes next. */
  g_autofree char *next = has_next ? g_strdup_printf (_ ("Next: %s"), title) : NULL;

  gtk_label_set_text (self->next_title, next != NULL ? next : _ ("This is the last scene"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "present.next", has_next);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "present.previous", self->scene > 0);
  fill_dots (self);
}
