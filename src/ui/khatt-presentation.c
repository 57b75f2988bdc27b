/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scenes in large letters: a heading, the timeline as a scene wants it, and a foot that fades
 * when nobody moves. The timeline is the same view as in the window, magnified; only the lanes of
 * what happened in the scene's time are there, as large as they can be. */

#include "khatt-presentation-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-lanes-by.h"
#include "khatt-preferences.h"
#include "khatt-presentation-card.h"
#include "khatt-ui.h"
#include "khatt-words.h"

G_DEFINE_FINAL_TYPE (KhattPresentation, khatt_presentation, GTK_TYPE_WINDOW)

enum
{
  PROP_SCENE = 1,
  PROP_IS_BLANK,
  PROP_IS_TIMED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const KhattScene *
get_scene (KhattPresentation *self, guint index)
{
  return g_ptr_array_index (self->scenes, index);
}

/* ---- Scenes ---- */

static guint32
find_focus (KhattPresentation *self, const KhattScene *scene)
{
  return scene->focus->len > 0
             ? khatt_timeline_find (self->timeline, g_ptr_array_index (scene->focus, 0))
             : KHATT_SLOT_NONE;
}

/**
 * khatt_presentation_show_in:
 * @self: a presentation
 * @view: a view of its document
 * @scene: one of its scenes
 *
 * Shows in @view what the scene shows, whatever was shown before, but for its time. Where the names
 * of events are to be found out, the one that the scene brings out is not told either.
 */
void
khatt_presentation_show_in (KhattPresentation *self, KhattTimelineView *view, guint scene)
{
  const KhattScene *shown = get_scene (self, scene);
  g_autoptr (KhattFilter) filter = khatt_scene_dup_filter (shown);
  KhattLanesBy lanes_by = KHATT_LANES_ACTORS;

  khatt_lanes_by_from_name (shown->lanes_by, &lanes_by);
  khatt_timeline_view_set_lanes_by (view, lanes_by);
  khatt_timeline_view_set_lane_settings (view, shown->lanes);
  khatt_timeline_view_set_filter (view, filter);
  khatt_timeline_view_set_selected_slot (view, khatt_timeline_view_get_hides_labels (view)
                                                   ? KHATT_SLOT_NONE
                                                   : find_focus (self, shown));
}

static void
show_view (KhattPresentation *self)
{
  gint64 first, last;

  khatt_presentation_show_in (self, self->view, self->scene);
  if (!khatt_scene_get_span (get_scene (self, self->scene), &first, &last))
    khatt_timeline_view_fit_all (self->view);
  else if (self->was_shown)
    khatt_timeline_view_show_span (self->view, first, last);
  else
    khatt_timeline_view_hold_span (self->view, first, last);
  khatt_timeline_view_reveal_lanes (self->view, khatt_timeline_view_get_selected_slot (self->view));
  self->was_shown = TRUE;
}

static void
show_heading (KhattPresentation *self)
{
  KhattWords words = khatt_preferences_get_words ();
  const char *document = khatt_timeline_get_title (self->timeline);
  g_autofree char *title = khatt_presentation_dup_title (self, self->scene);
  g_autofree char *number = khatt_words_number (&words, self->scene + 1);
  g_autofree char *of = khatt_words_number (&words, self->scenes->len);
  /* Translators: which scene of how many: "3 of 5". */
  g_autofree char *counter = g_strdup_printf (_ ("%s of %s"), number, of);

  gtk_label_set_text (self->document_title, document != NULL ? document : "");
  gtk_label_set_text (self->scene_title, title);
  gtk_label_set_text (self->counter, counter);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
selected_cb (KhattPresentation *self)
{
  khatt_presentation_card_show (KHATT_PRESENTATION_CARD (self->card), self->view);
  gtk_widget_queue_allocate (GTK_WIDGET (self->area));
}

static void
moved_cb (KhattPresentation *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self->area));
}

/**
 * khatt_presentation_go:
 * @self: a presentation
 * @scene: which scene to show; one that is not there changes nothing
 */
void
khatt_presentation_go (KhattPresentation *self, guint scene)
{
  g_return_if_fail (KHATT_IS_PRESENTATION (self));

  if (scene >= self->scenes->len)
    return;
  self->scene = scene;
  show_heading (self);
  khatt_presentation_show_foot (self);
  show_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
}

/* ---- GObject ---- */

static gboolean
place_child_cb (GtkOverlay *overlay, GtkWidget *child, GdkRectangle *place, gpointer user_data)
{
  KhattPresentation *self = user_data;
  const KhattLayout *layout = khatt_timeline_view_get_layout (self->view);

  if (layout == NULL)
    return FALSE;
  if (child == self->card)
    return khatt_presentation_card_get_place (KHATT_PRESENTATION_CARD (child), self->view, place);
  if (child == self->dates_cover)
    {
      KhattRect axis = khatt_layout_get_axis (layout);

      *place = (GdkRectangle){ (int) axis.x, (int) axis.y, (int) axis.width, (int) axis.height };
      return TRUE;
    }
  return FALSE;
}

static void
khatt_presentation_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (khatt_presentation_parent_class)
      ->size_allocate (widget, width, height, baseline);
  khatt_presentation_queue_sizes (KHATT_PRESENTATION (widget));
}

static void
khatt_presentation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KhattPresentation *self = KHATT_PRESENTATION (object);

  switch (id)
    {
    case PROP_SCENE:
      g_value_set_uint (value, self->scene);
      break;
    case PROP_IS_BLANK:
      g_value_set_boolean (value, gtk_widget_get_visible (self->blank));
      break;
    case PROP_IS_TIMED:
      g_value_set_boolean (value, self->stopwatch.is_running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_presentation_dispose (GObject *object)
{
  KhattPresentation *self = KHATT_PRESENTATION (object);

  g_clear_handle_id (&self->idle_source, g_source_remove);
  g_clear_handle_id (&self->resize_source, g_source_remove);
  if (self->speaker != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (self->speaker), (gpointer *) &self->speaker);
      gtk_window_destroy (GTK_WINDOW (self->speaker));
      self->speaker = NULL;
    }
  if (self->css != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                   GTK_STYLE_PROVIDER (self->css));
  g_clear_object (&self->css);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_PRESENTATION);
  g_clear_object (&self->monitor);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  G_OBJECT_CLASS (khatt_presentation_parent_class)->dispose (object);
}

static void
khatt_presentation_class_init (KhattPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_presentation_get_property;
  object_class->dispose = khatt_presentation_dispose;
  widget_class->size_allocate = khatt_presentation_size_allocate;

  properties[PROP_SCENE] = g_param_spec_uint ("scene", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_BLANK] = g_param_spec_boolean ("is-blank", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_TIMED] = g_param_spec_boolean ("is-timed", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  khatt_presentation_install_actions (widget_class);
  g_type_ensure (KHATT_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-presentation.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, document_title);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, scene_title);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, counter);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, area);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, view);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, foot);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, next_title);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, next_button);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, previous_button);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, dots);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, dates_cover);
  gtk_widget_class_bind_template_child (widget_class, KhattPresentation, blank);
  gtk_widget_class_bind_template_callback (widget_class, place_child_cb);
}

static void
khatt_presentation_init (KhattPresentation *self)
{
  g_autofree char *name = g_strdup_printf ("khatt-presentation-%p", (void *) self);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  khatt_ui_tell_whole (self->document_title);
  khatt_ui_tell_whole (self->scene_title);
  khatt_ui_tell_whole (self->next_title);
  gtk_widget_add_css_class (GTK_WIDGET (self), name);
  self->css = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  self->card = khatt_presentation_card_new ();
  gtk_overlay_add_overlay (self->area, self->card);
  g_signal_connect_object (motion, "motion", G_CALLBACK (khatt_presentation_wake), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  khatt_presentation_add_keys (self, GTK_WIDGET (self));
  g_signal_connect_object (self->view, "notify::selected-slot", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::visible-first", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "arranged",
                           G_CALLBACK (khatt_presentation_update_magnification), self,
                           G_CONNECT_SWAPPED);
}

/**
 * khatt_presentation_new:
 * @timeline: the document
 * @scenes: (element-type KhattScene): what is presented, at least one scene; it may be the
 * document's own list
 * @first: which of them to begin with
 *
 * Returns: (transfer floating): a presentation that is not shown yet
 */
GtkWidget *
khatt_presentation_new (KhattTimeline *timeline, GPtrArray *scenes, guint first)
{
  KhattPresentation *self;
  KhattWords words = khatt_preferences_get_words ();

  g_return_val_if_fail (KHATT_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (scenes->len > 0, NULL);

  self = g_object_new (KHATT_TYPE_PRESENTATION, NULL);
  self->timeline = g_object_ref (timeline);
  self->scenes = khatt_scenes_array_new ();
  for (guint i = 0; i < scenes->len; i++)
    g_ptr_array_add (self->scenes, khatt_scene_ref (g_ptr_array_index (scenes, i)));
  khatt_timeline_view_set_words (self->view, &words);
  khatt_timeline_view_set_second_calendar (self->view, khatt_preferences_get_second_calendar ());
  khatt_timeline_view_set_timeline (self->view, timeline);
  khatt_presentation_go (self, MIN (first, scenes->len - 1));
  /* Where the focus has to be looked for, as by Tab, a ring shows where it is. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));
  khatt_presentation_wake (self);
  khatt_stopwatch_set_running (&self->stopwatch, TRUE, g_get_monotonic_time ());
  return GTK_WIDGET (self);
}

/**
 * khatt_presentation_get_scene:
 * @self: a presentation
 *
 * Returns: which scene is shown, from 0
 */
guint
khatt_presentation_get_scene (KhattPresentation *self)
{
  g_return_val_if_fail (KHATT_IS_PRESENTATION (self), 0);

  return self->scene;
}

/**
 * khatt_presentation_get_scenes:
 * @self: a presentation
 *
 * Returns: (transfer none) (element-type KhattScene): what is presented
 */
GPtrArray *
khatt_presentation_get_scenes (KhattPresentation *self)
{
  g_return_val_if_fail (KHATT_IS_PRESENTATION (self), NULL);

  return self->scenes;
}

/**
 * khatt_presentation_get_timeline:
 * @self: a presentation
 *
 * Returns: (transfer none): the document
 */
KhattTimeline *
khatt_presentation_get_timeline (KhattPresentation *self)
{
  g_return_val_if_fail (KHATT_IS_PRESENTATION (self), NULL);

  return self->timeline;
}

/**
 * khatt_presentation_get_seconds:
 * @self: a presentation
 *
 * Returns: how long it has lasted, without pauses
 */
gint64
khatt_presentation_get_seconds (KhattPresentation *self)
{
  g_return_val_if_fail (KHATT_IS_PRESENTATION (self), 0);

  return khatt_stopwatch_get_us (&self->stopwatch, g_get_monotonic_time ()) / G_USEC_PER_SEC;
}

/**
 * khatt_presentation_dup_title:
 * @self: a presentation
 * @scene: one of its scenes
 *
 * Returns: (transfer full): what it is called; its number where it has no title
 */
char *
khatt_presentation_dup_title (KhattPresentation *self, guint scene)
{
  KhattWords words = khatt_preferences_get_words ();

  return khatt_scene_dup_title (get_scene (self, scene), scene + 1, &words);
}
