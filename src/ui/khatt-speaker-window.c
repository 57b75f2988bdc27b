/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The speaker's window: the notes of the scene that is shown, the scene that comes next as a small
 * timeline, the time of day and the time since the presentation began. */

#include "khatt-speaker-window.h"

#include <glib/gi18n-lib.h>

#include "khatt-preferences.h"
#include "khatt-timeline-view.h"
#include "khatt-ui.h"
#include "khatt-words.h"

struct _KhattSpeakerWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkLabel *clock;
  GtkLabel *elapsed;
  GtkButton *pause_button;
  GtkLabel *title;
  GtkLabel *notes;
  GtkLabel *next_title;
  KhattTimelineView *next;

  KhattPresentation *presentation; /* owns this window */

  guint clock_source;
  guint resize_source;
};

G_DEFINE_FINAL_TYPE (KhattSpeakerWindow, khatt_speaker_window, ADW_TYPE_WINDOW)

static gboolean
tick_cb (gpointer data)
{
  KhattSpeakerWindow *self = data;
  KhattWords words = khatt_preferences_get_words ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 seconds = khatt_presentation_get_seconds (self->presentation);
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *elapsed =
      g_strdup_printf ("%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, seconds / 60, seconds % 60);
  g_autofree char *shaped_time = khatt_calendar_shape_digits (time, &words);
  g_autofree char *shaped_elapsed = khatt_calendar_shape_digits (elapsed, &words);

  gtk_label_set_text (self->clock, shaped_time);
  gtk_label_set_text (self->elapsed, shaped_elapsed);
  return G_SOURCE_CONTINUE;
}

static void
timed_cb (KhattSpeakerWindow *self)
{
  gboolean is_timed;
  const char *name;

  g_object_get (self->presentation, "is-timed", &is_timed, NULL);
  name = is_timed ? _ ("Pause the Clock") : _ ("Let the Clock Go On");
  gtk_button_set_icon_name (self->pause_button, is_timed ? "media-playback-pause-symbolic"
                                                         : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  tick_cb (self);
}

/* The buttons do what its keys do. */
static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattSpeakerWindow *self = KHATT_SPEAKER_WINDOW (widget);

  gtk_widget_activate_action (
      GTK_WIDGET (self->presentation),
      g_str_equal (name, "speaker.pause") ? "present.pause-clock" : "present.restart-clock", NULL);
}

static void
reveal (KhattSpeakerWindow *self)
{
  khatt_timeline_view_reveal_lanes (self->next, khatt_timeline_view_get_selected_slot (self->next));
}

static void
show_next (KhattSpeakerWindow *self, guint scene)
{
  GPtrArray *scenes = khatt_presentation_get_scenes (self->presentation);
  gboolean has_next = scene + 1 < scenes->len;
  g_autofree char *title =
      has_next ? khatt_presentation_dup_title (self->presentation, scene + 1) : NULL;
  gint64 first, last;

  gtk_label_set_text (self->next_title, has_next ? title : _ ("This is the last scene"));
  gtk_widget_set_visible (GTK_WIDGET (self->next), has_next);
  if (!has_next)
    return;

  const KhattScene *next = g_ptr_array_index (scenes, scene + 1);

  khatt_presentation_show_in (self->presentation, self->next, scene + 1);
  if (khatt_scene_get_span (next, &first, &last))
    khatt_timeline_view_hold_span (self->next, first, last);
  else
    khatt_timeline_view_fit_all (self->next);
  reveal (self);
}

static void
scene_cb (KhattSpeakerWindow *self)
{
  guint scene = khatt_presentation_get_scene (self->presentation);
  const KhattScene *shown =
      g_ptr_array_index (khatt_presentation_get_scenes (self->presentation), scene);
  g_autofree char *title = khatt_presentation_dup_title (self->presentation, scene);
  gboolean has_notes = shown->notes != NULL && *shown->notes != '\0';

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->notes, has_notes ? shown->notes : _ ("This scene has no notes."));
  if (has_notes)
    gtk_widget_remove_css_class (GTK_WIDGET (self->notes), "khatt-dim");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->notes), "khatt-dim");
  show_next (self, scene);
}

static gboolean
resized_cb (gpointer data)
{
  KhattSpeakerWindow *self = data;

  self->resize_source = 0;
  reveal (self);
  return G_SOURCE_REMOVE;
}

/* Another number of lanes is in view, which must not be changed in an allocation. */
static void
khatt_speaker_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KhattSpeakerWindow *self = KHATT_SPEAKER_WINDOW (widget);
  int before = gtk_widget_get_height (GTK_WIDGET (self->next));

  GTK_WIDGET_CLASS (khatt_speaker_window_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (gtk_widget_get_height (GTK_WIDGET (self->next)) != before && self->resize_source == 0)
    self->resize_source = g_idle_add (resized_cb, self);
}

static void
khatt_speaker_window_dispose (GObject *object)
{
  KhattSpeakerWindow *self = KHATT_SPEAKER_WINDOW (object);

  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_clear_handle_id (&self->resize_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_SPEAKER_WINDOW);
  G_OBJECT_CLASS (khatt_speaker_window_parent_class)->dispose (object);
}

static void
khatt_speaker_window_class_init (KhattSpeakerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_speaker_window_dispose;
  widget_class->size_allocate = khatt_speaker_window_size_allocate;
  gtk_widget_class_install_action (widget_class, "speaker.pause", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "speaker.restart", NULL, present_cb);
  g_type_ensure (KHATT_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-speaker-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattSpeakerWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, KhattSpeakerWindow, elapsed);
  gtk_widget_class_bind_template_child (widget_class, KhattSpeakerWindow, pause_button);
  gtk_widget_class_bind_template_child (widget_class, KhattSpeakerWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KhattSpeakerWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, KhattSpeakerWindow, next_title);
  gtk_widget_class_bind_template_child (widget_class, KhattSpeakerWindow, next);
}

static void
khatt_speaker_window_init (KhattSpeakerWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  khatt_ui_tell_whole (self->title);
  khatt_ui_tell_whole (self->next_title);
  khatt_timeline_view_set_magnification (self->next, 1);
  self->clock_source = g_timeout_add_seconds (1, tick_cb, self);
}

/**
 * khatt_speaker_window_new:
 * @presentation: what is presented; it closes the window when it ends
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
khatt_speaker_window_new (KhattPresentation *presentation)
{
  KhattSpeakerWindow *self = g_object_new (KHATT_TYPE_SPEAKER_WINDOW, NULL);
  KhattWords words = khatt_preferences_get_words ();

  self->presentation = presentation;
  khatt_timeline_view_set_words (self->next, &words);
  khatt_timeline_view_set_timeline (self->next, khatt_presentation_get_timeline (presentation));
  khatt_presentation_add_keys (presentation, GTK_WIDGET (self));
  g_signal_connect_object (presentation, "notify::scene", G_CALLBACK (scene_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::is-timed", G_CALLBACK (timed_cb), self,
                           G_CONNECT_SWAPPED);
  scene_cb (self);
  timed_cb (self);
  return GTK_WIDGET (self);
}
