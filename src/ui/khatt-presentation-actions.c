/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be done in a presentation, as actions: going through the scenes, blank screens, hiding
 * what a class is to find out. */

#include "khatt-presentation-private.h"

#include "khatt-speaker-window.h"

static void
set_blank (KhattPresentation *self, const char *color)
{
  gboolean is_so =
      gtk_widget_get_visible (self->blank) && gtk_widget_has_css_class (self->blank, color);

  gtk_widget_remove_css_class (self->blank, "black");
  gtk_widget_remove_css_class (self->blank, "white");
  gtk_widget_add_css_class (self->blank, color);
  gtk_widget_set_visible (self->blank, !is_so);
  g_object_notify (G_OBJECT (self), "is-blank");
}

/* Whatever comes next ends the blank screen. */
static void
end_blank (KhattPresentation *self)
{
  if (!gtk_widget_get_visible (self->blank))
    return;
  gtk_widget_set_visible (self->blank, FALSE);
  g_object_notify (G_OBJECT (self), "is-blank");
}

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattPresentation *self = KHATT_PRESENTATION (widget);
  guint last = self->scenes->len - 1;

  end_blank (self);
  if (g_str_equal (name, "present.next"))
    khatt_presentation_go (self, MIN (self->scene + 1, last));
  else if (g_str_equal (name, "present.previous"))
    khatt_presentation_go (self, self->scene > 0 ? self->scene - 1 : 0);
  else if (g_str_equal (name, "present.first"))
    khatt_presentation_go (self, 0);
  else if (g_str_equal (name, "present.last"))
    khatt_presentation_go (self, last);
  else
    khatt_presentation_go (self, g_variant_get_uint32 (parameter));
}

static void
blank_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_blank (KHATT_PRESENTATION (widget), g_str_equal (name, "present.white") ? "white" : "black");
}

static void
hide_dates_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattPresentation *self = KHATT_PRESENTATION (widget);

  gtk_widget_set_visible (self->dates_cover, !gtk_widget_get_visible (self->dates_cover));
}

static void
hide_labels_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattPresentation *self = KHATT_PRESENTATION (widget);

  khatt_timeline_view_set_hides_labels (self->view,
                                        !khatt_timeline_view_get_hides_labels (self->view));
  khatt_presentation_show_in (self, self->view, self->scene);
}

static void
speaker_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattPresentation *self = KHATT_PRESENTATION (widget);

  if (self->speaker != NULL)
    {
      gtk_window_close (GTK_WINDOW (self->speaker));
      return;
    }
  self->speaker = khatt_speaker_window_new (self);
  g_object_add_weak_pointer (G_OBJECT (self->speaker), (gpointer *) &self->speaker);
  khatt_presentation_place_speaker (self, GTK_WINDOW (self->speaker));
  gtk_window_present (GTK_WINDOW (self->speaker));
}

static void
clock_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattPresentation *self = KHATT_PRESENTATION (widget);
  gint64 now_us = g_get_monotonic_time ();

  if (g_str_equal (name, "present.restart-clock"))
    khatt_stopwatch_restart (&self->stopwatch, now_us);
  else
    khatt_stopwatch_set_running (&self->stopwatch, !self->stopwatch.is_running, now_us);
  g_object_notify (G_OBJECT (self), "is-timed");
}

static void
end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/**
 * khatt_presentation_install_actions:
 * @widget_class: the class of presentations
 *
 * Adds the actions to the class.
 */
void
khatt_presentation_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "present.next", NULL, go_cb },
    { "present.previous", NULL, go_cb },
    { "present.first", NULL, go_cb },
    { "present.last", NULL, go_cb },
    { "present.go", "u", go_cb },
    { "present.black", NULL, blank_cb },
    { "present.white", NULL, blank_cb },
    { "present.hide-dates", NULL, hide_dates_cb },
    { "present.hide-labels", NULL, hide_labels_cb },
    { "present.speaker", NULL, speaker_cb },
    { "present.pause-clock", NULL, clock_cb },
    { "present.restart-clock", NULL, clock_cb },
    { "present.end", NULL, end_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}
