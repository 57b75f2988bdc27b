/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scenes of the window's document: recording the view as one, and presenting them. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-presentation.h"
#include "khatt-scenes-dialog.h"
#include "khatt-ui.h"

static KhattTimeline *
get_timeline (KhattWindow *self)
{
  return khatt_document_get_timeline (self->document);
}

static GPtrArray *
get_scenes (KhattWindow *self)
{
  return khatt_timeline_get_scenes (get_timeline (self), KHATT_SCENES_PRESENTED);
}

/* What is in view, with the event that is selected. */
static KhattScene *
record (KhattWindow *self)
{
  KhattScene *scene = khatt_window_dup_scene (self);
  const char *id = khatt_timeline_get_id (get_timeline (self),
                                          khatt_timeline_view_get_selected_slot (self->view));

  if (id != NULL)
    g_ptr_array_add (scene->focus, g_strdup (id));
  return scene;
}

static void
record_scene_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  g_autoptr (KhattScene) scene = record (self);
  g_autofree char *text = NULL;

  self->scene = khatt_timeline_add_scene (get_timeline (self), KHATT_SCENES_PRESENTED, scene);
  /* Translators: %s is the name of a scene, for instance "5 – 11 August 2025". */
  text = g_strdup_printf (_ ("Recorded as a scene: %s"), scene->title != NULL ? scene->title : "");
  khatt_window_toast_undo (self, text);
}

/* Another view under the same title and notes. */
static void
update_scene_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint index = g_variant_get_uint32 (parameter);
  g_autoptr (KhattScene) scene = NULL;
  const KhattScene *old;

  if (index >= get_scenes (self)->len)
    return;
  old = g_ptr_array_index (get_scenes (self), index);
  scene = record (self);
  g_free (scene->title);
  scene->title = g_strdup (old->title);
  scene->notes = g_strdup (old->notes);
  scene->extra = g_strdup (old->extra);
  khatt_timeline_change_scene (get_timeline (self), KHATT_SCENES_PRESENTED, index, scene);
}

static void
show_scene_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint index = g_variant_get_uint32 (parameter);
  const KhattScene *scene;

  if (index >= get_scenes (self)->len)
    return;
  scene = g_ptr_array_index (get_scenes (self), index);
  self->scene = index;
  khatt_window_show_scene (self, scene);
  khatt_timeline_view_set_selected_slot (
      self->view, scene->focus->len > 0 ? khatt_timeline_find (get_timeline (self),
                                                               g_ptr_array_index (scene->focus, 0))
                                        : KHATT_SLOT_NONE);
}

static void
scenes_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;

  gtk_window_present (
      GTK_WINDOW (khatt_scenes_dialog_new (GTK_WINDOW (self), get_timeline (self))));
}

static void
scene_cb (KhattWindow *self, GParamSpec *pspec, KhattPresentation *presentation)
{
  self->scene = khatt_presentation_get_scene (presentation);
  khatt_window_note_view (self);
}

/* Without scenes, what is in view is the only one. */
static void
present_from (KhattWindow *self, guint first)
{
  g_autoptr (GPtrArray) scenes = NULL;
  GtkWidget *presentation;

  khatt_window_size_view (self);
  if (khatt_timeline_view_get_layout (self->view) == NULL)
    return;
  if (get_scenes (self)->len > 0)
    scenes = g_ptr_array_ref (get_scenes (self));
  else
    {
      scenes = khatt_scenes_array_new ();
      g_ptr_array_add (scenes, record (self));
    }
  presentation = khatt_presentation_new (get_timeline (self), scenes, first);
  g_signal_connect_object (presentation, "notify::scene", G_CALLBACK (scene_cb), self,
                           G_CONNECT_SWAPPED);
  khatt_presentation_start (KHATT_PRESENTATION (presentation), GTK_WINDOW (self));
}

static void
present_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;

  self->scene = 0;
  present_from (self, 0);
}

static void
resume_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_from (user_data, KHATT_WINDOW (user_data)->scene);
}

/**
 * khatt_window_install_present_actions:
 * @self: a window
 *
 * Adds the actions on scenes.
 */
void
khatt_window_install_present_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "record-scene", .activate = record_scene_action },
    { .name = "update-scene", .activate = update_scene_action, .parameter_type = "u" },
    { .name = "show-scene", .activate = show_scene_action, .parameter_type = "u" },
    { .name = "scenes", .activate = scenes_action },
    { .name = "present", .activate = present_action },
    { .name = "present-again", .activate = resume_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  khatt_ui_name_drop_down (self->present_button);
}
