/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of scenes. A row unfolds to its title, its notes and what can be done with it. Rows are
 * made anew when the document has other scenes, but for an edit that was made in a row itself; the
 * pictures of scenes that stay are kept. */

#include "khatt-scenes-dialog.h"

#include <glib/gi18n-lib.h>

#include "khatt-preferences.h"
#include "khatt-row-drag.h"
#include "khatt-scene-thumbnail.h"
#include "khatt-scene-words.h"
#include "khatt-ui.h"

#define NOTES_HEIGHT 90
#define NUMBER_CHARS 2

struct _KhattScenesDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkStack *pages;
  AdwPreferencesGroup *group;

  /* owned */
  KhattTimeline *timeline;
  GPtrArray *rows;        /* of GtkWidget, borrowed: the group's */
  GHashTable *thumbnails; /* of the scenes in the rows */

  gboolean is_own_edit;
};

G_DEFINE_FINAL_TYPE (KhattScenesDialog, khatt_scenes_dialog, ADW_TYPE_WINDOW)

static GPtrArray *
get_scenes (KhattScenesDialog *self)
{
  return khatt_timeline_get_scenes (self->timeline, KHATT_SCENES_PRESENTED);
}

static guint
find_row (KhattScenesDialog *self, GtkWidget *widget)
{
  guint index = G_MAXUINT;
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW);

  g_ptr_array_find (self->rows, row, &index);
  return index;
}

static void
show_words (KhattScenesDialog *self, GtkWidget *row, const KhattScene *scene, guint index)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);
  g_autofree char *title = khatt_scene_dup_title (scene, index + 1, &words);
  g_autofree char *details = khatt_scene_words_dup_details (scene, snapshot);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), details);
}

/* ---- Editing in a row ---- */

/* Its words change, not its picture. */
static void
change_scene (KhattScenesDialog *self, guint index, const KhattScene *scene)
{
  gpointer old = g_ptr_array_index (get_scenes (self), index);
  KhattSceneThumbnail *thumbnail = NULL;
  KhattScene *changed;

  g_hash_table_steal_extended (self->thumbnails, old, NULL, (gpointer *) &thumbnail);
  self->is_own_edit = TRUE;
  khatt_timeline_change_scene (self->timeline, KHATT_SCENES_PRESENTED, index, scene);
  self->is_own_edit = FALSE;
  changed = g_ptr_array_index (get_scenes (self), index);
  khatt_scene_thumbnail_set_scene (thumbnail, changed);
  g_hash_table_insert (self->thumbnails, changed, thumbnail);
}

static void
title_cb (AdwEntryRow *entry, KhattScenesDialog *self)
{
  guint index = find_row (self, GTK_WIDGET (entry));
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (KhattScene) scene = NULL;

  if (index >= get_scenes (self)->len)
    return;
  scene = khatt_scene_copy (g_ptr_array_index (get_scenes (self), index));
  if (g_strcmp0 (scene->title, title) == 0)
    return;
  g_free (scene->title);
  scene->title = g_strdup (title);
  change_scene (self, index, scene);
  show_words (self, g_ptr_array_index (self->rows, index), scene, index);
}

static char *
dup_notes (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Notes are an edit when one goes on to something else. */
static void
notes_left_cb (GtkEventControllerFocus *focus, KhattScenesDialog *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  guint index = find_row (self, view);
  g_autofree char *notes = dup_notes (GTK_TEXT_VIEW (view));
  g_autoptr (KhattScene) scene = NULL;

  if (index >= get_scenes (self)->len)
    return;
  scene = khatt_scene_copy (g_ptr_array_index (get_scenes (self), index));
  if (g_strcmp0 (scene->notes != NULL ? scene->notes : "", notes) == 0)
    return;
  g_free (scene->notes);
  scene->notes = *notes != '\0' ? g_steal_pointer (&notes) : NULL;
  change_scene (self, index, scene);
}

/* ---- Rows ---- */

static GtkWidget *
new_title_row (KhattScenesDialog *self, const KhattScene *scene)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Title"));
  gtk_editable_set_text (GTK_EDITABLE (row), scene->title != NULL ? scene->title : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (title_cb), self, 0);
  return row;
}

static GtkWidget *
new_notes_row (KhattScenesDialog *self, const KhattScene *scene)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (_ ("Speaker’s notes"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            scene->notes != NULL ? scene->notes : "", -1);
  gtk_widget_add_css_class (view, "khatt-scene-notes");
  gtk_widget_set_tooltip_text (view, _ ("Notes that only the speaker sees"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Speaker’s notes"), -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (notes_left_cb), self, 0);
  gtk_widget_add_controller (view, focus);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), NOTES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "khatt-scene-notes-heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static GtkWidget *
new_button (const char *icon,
            const char *label,
            const char *action,
            guint index,
            gboolean is_enabled)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), is_enabled ? action : NULL);
  gtk_widget_set_sensitive (button, is_enabled);
  return button;
}

static GtkWidget *
new_buttons_row (KhattScenesDialog *self, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "khatt-scene-buttons");
  gtk_box_append (GTK_BOX (box), new_button ("view-reveal-symbolic", _ ("Show It in the Window"),
                                             "scenes.show", index, TRUE));
  gtk_box_append (GTK_BOX (box),
                  new_button ("view-refresh-symbolic", _ ("Record the Present View Instead"),
                              "scenes.update", index, TRUE));
  gtk_box_append (GTK_BOX (box),
                  new_button ("go-up-symbolic", _ ("Move It Up"), "scenes.up", index, index > 0));
  gtk_box_append (GTK_BOX (box), new_button ("go-down-symbolic", _ ("Move It Down"), "scenes.down",
                                             index, index + 1 < get_scenes (self)->len));
  gtk_box_append (GTK_BOX (box), new_button ("user-trash-symbolic", _ ("Delete the Scene"),
                                             "scenes.remove", index, TRUE));
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
move_row (KhattScenesDialog *self, guint from, guint to)
{
  if (from >= get_scenes (self)->len || to >= get_scenes (self)->len || from == to)
    return;
  khatt_timeline_move_scene (self->timeline, KHATT_SCENES_PRESENTED, from, to);
  gtk_widget_child_focus (g_ptr_array_index (self->rows, to), GTK_DIR_TAB_FORWARD);
}

static void
dropped_cb (GtkListBoxRow *row, GtkListBoxRow *target, gboolean is_below, gpointer data)
{
  KhattScenesDialog *self = data;
  guint from = find_row (self, GTK_WIDGET (row));
  guint to = find_row (self, GTK_WIDGET (target)) + (is_below ? 1 : 0);

  move_row (self, from, to > from ? to - 1 : to);
}

/* What the row is taken by, and what the scene looks like. */
static GtkWidget *
new_prefix (guint index, GtkWidget *thumbnail)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *number = khatt_words_number (&words, index + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (handle, "khatt-dim");
  gtk_widget_add_css_class (label, "khatt-dim");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (label), NUMBER_CHARS);
  gtk_widget_add_css_class (box, "khatt-scene-prefix");
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), thumbnail);
  return box;
}

static GtkWidget *
new_row (KhattScenesDialog *self, KhattScene *scene, guint index)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *thumbnail = g_hash_table_lookup (self->thumbnails, scene);
  GtkWidget *prefix;

  if (thumbnail == NULL)
    {
      thumbnail = khatt_scene_thumbnail_new (self->timeline, scene);
      g_hash_table_insert (self->thumbnails, scene, g_object_ref_sink (thumbnail));
    }
  prefix = new_prefix (index, thumbnail);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  show_words (self, row, scene, index);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), prefix);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_title_row (self, scene));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_notes_row (self, scene));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_buttons_row (self, index));
  khatt_row_drag_add (GTK_LIST_BOX_ROW (row), prefix, dropped_cb, self);
  return row;
}

/* Returns the scenes whose rows were unfolded. */
static GHashTable *
remove_rows (KhattScenesDialog *self)
{
  GHashTable *unfolded = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer scene, thumbnail;

  g_hash_table_iter_init (&iter, self->thumbnails);
  while (g_hash_table_iter_next (&iter, &scene, &thumbnail))
    {
      GtkWidget *row = gtk_widget_get_ancestor (thumbnail, ADW_TYPE_EXPANDER_ROW);

      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (unfolded, scene);
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (thumbnail)), thumbnail);
    }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  return unfolded;
}

static gboolean
is_gone (gpointer scene, gpointer thumbnail, gpointer unused)
{
  return gtk_widget_get_parent (thumbnail) == NULL;
}

static void
fill (KhattScenesDialog *self)
{
  GPtrArray *scenes = get_scenes (self);
  g_autoptr (GHashTable) unfolded = NULL;

  if (self->is_own_edit)
    return;
  unfolded = remove_rows (self);
  for (guint i = 0; i < scenes->len; i++)
    {
      KhattScene *scene = g_ptr_array_index (scenes, i);
      GtkWidget *row = new_row (self, scene, i);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                     g_hash_table_contains (unfolded, scene));
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  g_hash_table_foreach_remove (self->thumbnails, is_gone, NULL);
  gtk_stack_set_visible_child_name (self->pages, scenes->len > 0 ? "list" : "none");
}

/* ---- Actions ---- */

static void
activate_on_parent (KhattScenesDialog *self, const char *action, GVariant *target)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, target);
}

static void
parent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    const char *action;
  } actions[] = {
    { "scenes.record", "win.record-scene" },
    { "scenes.show", "win.show-scene" },
    { "scenes.update", "win.update-scene" },
    { "scenes.present", "win.present" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i].name, name))
        activate_on_parent (KHATT_SCENES_DIALOG (widget), actions[i].action, parameter);
    }
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint index = g_variant_get_uint32 (parameter);

  move_row (KHATT_SCENES_DIALOG (widget), index,
            g_str_equal (name, "scenes.up") ? index - 1 : index + 1);
}

/* The row that has the focus; what is being written in it is an edit of its own. */
static gboolean
move_key_cb (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  KhattScenesDialog *self = KHATT_SCENES_DIALOG (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint index = focus != NULL ? find_row (self, focus) : G_MAXUINT;
  guint to = index + (guint) g_variant_get_int32 (step);

  if (index >= self->rows->len)
    return FALSE;
  if (to < self->rows->len)
    {
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      move_row (self, index, to);
    }
  return TRUE;
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattScenesDialog *self = KHATT_SCENES_DIALOG (widget);

  khatt_timeline_remove_scene (self->timeline, KHATT_SCENES_PRESENTED,
                               g_variant_get_uint32 (parameter));
}

/* ---- GObject ---- */

static void
khatt_scenes_dialog_dispose (GObject *object)
{
  KhattScenesDialog *self = KHATT_SCENES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_SCENES_DIALOG);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->thumbnails, g_hash_table_unref);
  G_OBJECT_CLASS (khatt_scenes_dialog_parent_class)->dispose (object);
}

static void
khatt_scenes_dialog_class_init (KhattScenesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_scenes_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "scenes.record", NULL, parent_cb);
  gtk_widget_class_install_action (widget_class, "scenes.present", NULL, parent_cb);
  gtk_widget_class_install_action (widget_class, "scenes.show", "u", parent_cb);
  gtk_widget_class_install_action (widget_class, "scenes.update", "u", parent_cb);
  gtk_widget_class_install_action (widget_class, "scenes.up", "u", move_cb);
  gtk_widget_class_install_action (widget_class, "scenes.down", "u", move_cb);
  gtk_widget_class_install_action (widget_class, "scenes.remove", "u", remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_key_cb, "i", 1);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-scenes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattScenesDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, KhattScenesDialog, group);
}

static void
khatt_scenes_dialog_init (KhattScenesDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->thumbnails = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * khatt_scenes_dialog_new:
 * @parent: the window whose view is recorded
 * @timeline: whose scenes
 *
 * Returns: (transfer none): a dialog that follows the scenes of @timeline
 */
GtkWidget *
khatt_scenes_dialog_new (GtkWindow *parent, KhattTimeline *timeline)
{
  KhattScenesDialog *self = g_object_new (KHATT_TYPE_SCENES_DIALOG, "transient-for", parent,
                                          "destroy-with-parent", TRUE, NULL);

  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (timeline, "scenes-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
