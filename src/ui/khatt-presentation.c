/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scenes in large letters: a heading, the timeline as a scene wants it, and a foot that fades
 * when nobody moves. The timeline is the same view as in the window, magnified; only the lanes of
 * what happened in the scene's time are there, as large as they can be. */

#include "khatt-presentation.h"

#include <glib/gi18n-lib.h>

#include "khatt-lanes-by.h"
#include "khatt-preferences.h"
#include "khatt-presentation-card.h"
#include "khatt-speaker-window.h"
#include "khatt-timeline-view.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define DESIGN_HEIGHT 800      /* the height that sizes are meant for ... */
#define LEAST_DESIGN_WIDTH 640 /* ... and the least width */
#define LEAST_UNIT 0.75
#define MAGNIFICATION 1.62
#define LANE_HEIGHT 48 /* at magnification 1, as the axis */
#define AXIS_HEIGHT 68
#define FONT_PIXELS 20
#define IDLE_SECONDS 3
#define MOST_DOTS 24 /* more say nothing */

struct _KhattPresentation
{
  GtkWindow parent_instance;

  /* template widgets */
  GtkLabel *document_title;
  GtkLabel *scene_title;
  GtkLabel *counter;
  GtkOverlay *area;
  KhattTimelineView *view;
  GtkWidget *foot;
  GtkLabel *next_title;
  GtkWidget *next_button;
  GtkWidget *previous_button;
  GtkBox *dots;
  GtkWidget *dates_cover;
  GtkWidget *blank;

  /* owned */
  KhattTimeline *timeline;
  GPtrArray *scenes; /* of KhattScene */
  GtkCssProvider *css;
  GtkWidget *card;
  GtkWidget *speaker; /* NULL where it is not open; not owned */

  guint scene;
  guint typed_number;
  guint idle_source;
  guint resize_source;
  int font_pixels;
  gboolean was_shown; /* the first scene is not flown to */
};

G_DEFINE_FINAL_TYPE (KhattPresentation, khatt_presentation, GTK_TYPE_WINDOW)

enum
{
  PROP_SCENE = 1,
  PROP_IS_BLANK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const KhattScene *
get_scene (KhattPresentation *self, guint index)
{
  return g_ptr_array_index (self->scenes, index);
}

/* ---- Sizes ---- */

static double
get_unit (KhattPresentation *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width >= LEAST_DESIGN_WIDTH)
    return MAX (1.0, height / DESIGN_HEIGHT);
  return MAX (LEAST_UNIT, MIN (height / DESIGN_HEIGHT, width / LEAST_DESIGN_WIDTH));
}

/* As large as the lanes allow. */
static void
update_magnification (KhattPresentation *self)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));
  guint n_lanes = arrangement != NULL ? khatt_arrangement_get_n_lanes (arrangement) : 0;
  double wanted = MAGNIFICATION * get_unit (self);
  double fitting = (double) height / (AXIS_HEIGHT + LANE_HEIGHT * MAX (n_lanes, 1u));

  if (height > 0)
    khatt_timeline_view_set_magnification (self->view, MAX (1, MIN (wanted, fitting)));
}

static void
update_font (KhattPresentation *self)
{
  int pixels = (int) (FONT_PIXELS * get_unit (self));
  g_autofree char *css = NULL;

  if (pixels == self->font_pixels)
    return;
  self->font_pixels = pixels;
  css =
      g_strdup_printf ("window.khatt-presentation-%p { font-size: %dpx; }", (void *) self, pixels);
  gtk_css_provider_load_from_data (self->css, css, -1);
}

static gboolean
resized_cb (gpointer data)
{
  KhattPresentation *self = data;

  self->resize_source = 0;
  update_font (self);
  update_magnification (self);
  return G_SOURCE_REMOVE;
}

/* What a size changes asks for another allocation, which must not be asked for in one. */
static void
khatt_presentation_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KhattPresentation *self = KHATT_PRESENTATION (widget);

  GTK_WIDGET_CLASS (khatt_presentation_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->resize_source == 0)
    self->resize_source = g_idle_add (resized_cb, self);
}

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

/* ---- The foot ---- */

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

static void
wake (KhattPresentation *self)
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

static void
show_foot (KhattPresentation *self)
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

/* ---- Scenes ---- */

/* What passes the scene's own filter and may have happened in its time. */
static KhattFilter *
make_filter (const KhattScene *scene)
{
  static const KhattFilter everything = { 0 };
  KhattFilter *filter = khatt_filter_copy (scene->filter != NULL ? scene->filter : &everything);
  gint64 first, last;

  if (!khatt_scene_get_span (scene, &first, &last))
    return filter;
  filter->first = filter->has_period ? MAX (filter->first, first) : first;
  filter->last = filter->has_period ? MIN (filter->last, last) : last;
  filter->has_period = TRUE;
  return filter;
}

static guint32
find_focus (KhattPresentation *self, const KhattScene *scene)
{
  return scene->focus->len > 0
             ? khatt_timeline_find (self->timeline, g_ptr_array_index (scene->focus, 0))
             : KHATT_SLOT_NONE;
}

static void
show_view (KhattPresentation *self, const KhattScene *scene)
{
  g_autoptr (KhattFilter) filter = make_filter (scene);
  KhattLanesBy lanes_by;
  gint64 first, last;

  if (scene->lanes_by != NULL && khatt_lanes_by_from_name (scene->lanes_by, &lanes_by))
    khatt_timeline_view_set_lanes_by (self->view, lanes_by);
  khatt_timeline_view_set_lane_settings (self->view, scene->lanes);
  khatt_timeline_view_set_filter (self->view, filter);
  khatt_timeline_view_set_selected_slot (self->view, find_focus (self, scene));
  if (!khatt_scene_get_span (scene, &first, &last))
    khatt_timeline_view_fit_all (self->view);
  else if (self->was_shown)
    khatt_timeline_view_show_span (self->view, first, last);
  else
    khatt_timeline_view_hold_span (self->view, first, last);
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
  show_foot (self);
  show_view (self, get_scene (self, scene));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
}

/* ---- Actions ---- */

static void
set_blank (KhattPresentation *self, const char *color)
{
  gboolean is_so =
      gtk_widget_get_visible (self->blank) && gtk_widget_has_css_class (self->blank, color);

  gtk_widget_remove_css_class (self->blank, "black");
  gtk_widget_remove_css_class (self->blank, "white");
  gtk_widget_add_css_class (self->blank, color);
  gtk_widget_set_visible (self->blank, !is_so);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_BLANK]);
}

/* Whatever comes next ends the blank screen. */
static void
end_blank (KhattPresentation *self)
{
  if (!gtk_widget_get_visible (self->blank))
    return;
  gtk_widget_set_visible (self->blank, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_BLANK]);
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
  gtk_window_present (GTK_WINDOW (self->speaker));
}

static void
end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* ---- Keys ---- */

/* Presenters send Page Up and Page Down; everything works wherever the focus is. */
static const struct
{
  guint key;
  const char *action;
} keys[] = {
  { GDK_KEY_space, "present.next" },       { GDK_KEY_Page_Down, "present.next" },
  { GDK_KEY_n, "present.next" },           { GDK_KEY_Down, "present.next" },
  { GDK_KEY_Page_Up, "present.previous" }, { GDK_KEY_BackSpace, "present.previous" },
  { GDK_KEY_p, "present.previous" },       { GDK_KEY_Up, "present.previous" },
  { GDK_KEY_Home, "present.first" },       { GDK_KEY_End, "present.last" },
  { GDK_KEY_b, "present.black" },          { GDK_KEY_period, "present.black" },
  { GDK_KEY_w, "present.white" },          { GDK_KEY_comma, "present.white" },
  { GDK_KEY_d, "present.hide-dates" },     { GDK_KEY_l, "present.hide-labels" },
  { GDK_KEY_s, "present.speaker" },        { GDK_KEY_Escape, "present.end" },
  { GDK_KEY_F5, "present.end" },
};

/* Along the line the arrows go the way one reads. */
static const char *
find_action (KhattPresentation *self, guint key)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    return (key == GDK_KEY_Right) != is_rtl ? "present.next" : "present.previous";
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].key == key)
        return keys[i].action;
    }
  return NULL;
}

/* A number and Return: that scene. */
static gboolean
take_number (KhattPresentation *self, guint key)
{
  guint digit = (guint) g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if (digit < 10)
    {
      self->typed_number = MIN (self->typed_number * 10 + digit, G_MAXUINT / 100);
      return TRUE;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  if (self->typed_number > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "present.go", "u", self->typed_number - 1);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "present.next", NULL);
  self->typed_number = 0;
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        gpointer user_data)
{
  KhattPresentation *self = user_data;
  const char *action;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (take_number (self, key))
    return TRUE;
  self->typed_number = 0;
  action = find_action (self, gdk_keyval_to_lower (key));
  if (action == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return TRUE;
}

/**
 * khatt_presentation_add_keys:
 * @self: a presentation
 * @widget: a window
 *
 * Lets the keys that go through the presentation work in @widget.
 */
void
khatt_presentation_add_keys (KhattPresentation *self, GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (widget, controller);
}

/* ---- GObject ---- */

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
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  G_OBJECT_CLASS (khatt_presentation_parent_class)->dispose (object);
}

static void
khatt_presentation_class_init (KhattPresentationClass *klass)
{
  static const char *const goes[] = { "present.next", "present.previous", "present.first",
                                      "present.last" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_presentation_get_property;
  object_class->dispose = khatt_presentation_dispose;
  widget_class->size_allocate = khatt_presentation_size_allocate;

  properties[PROP_SCENE] = g_param_spec_uint ("scene", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_BLANK] = g_param_spec_boolean ("is-blank", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (gsize i = 0; i < G_N_ELEMENTS (goes); i++)
    gtk_widget_class_install_action (widget_class, goes[i], NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "present.go", "u", go_cb);
  gtk_widget_class_install_action (widget_class, "present.black", NULL, blank_cb);
  gtk_widget_class_install_action (widget_class, "present.white", NULL, blank_cb);
  gtk_widget_class_install_action (widget_class, "present.hide-dates", NULL, hide_dates_cb);
  gtk_widget_class_install_action (widget_class, "present.hide-labels", NULL, hide_labels_cb);
  gtk_widget_class_install_action (widget_class, "present.speaker", NULL, speaker_cb);
  gtk_widget_class_install_action (widget_class, "present.end", NULL, end_cb);

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
  g_signal_connect_object (motion, "motion", G_CALLBACK (wake), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  khatt_presentation_add_keys (self, GTK_WIDGET (self));
  g_signal_connect_object (self->view, "notify::selected-slot", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::visible-first", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "arranged", G_CALLBACK (update_magnification), self,
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
  wake (self);
  return GTK_WIDGET (self);
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
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (owner));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (owner));
  GdkMonitor *here = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  gtk_window_set_transient_for (GTK_WINDOW (self), owner);
  gtk_window_fullscreen (GTK_WINDOW (self));
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor == here || here == NULL)
        continue;
      gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
      gtk_widget_activate_action (GTK_WIDGET (self), "present.speaker", NULL);
      break;
    }
  gtk_window_present (GTK_WINDOW (self));
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
 * khatt_presentation_dup_title:
 * @self: a presentation
 * @scene: one of its scenes
 *
 * Returns: (transfer full): what it is called; "Scene 3" where it has no title
 */
char *
khatt_presentation_dup_title (KhattPresentation *self, guint scene)
{
  KhattWords words = khatt_preferences_get_words ();
  const char *title = get_scene (self, scene)->title;
  g_autofree char *number = khatt_words_number (&words, scene + 1);

  return title != NULL && *title != '\0'
             ? g_strdup (title)
             /* Translators: %s is a number: a scene that has no title. */
             : g_strdup_printf (_ ("Scene %s"), number);
}
