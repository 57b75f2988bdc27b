/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of bookmarks. Its rows are made anew whenever the timeline has another list: they are
 * few. A title is edited in its row. */

#include "khatt-bookmarks.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define TITLE_CHARS 24
#define MOST_TITLE_CHARS 40

struct _KhattBookmarks
{
  GtkPopover parent_instance;

  /* template widgets */
  GtkListBox *list;

  /* owned */
  KhattTimeline *timeline;

  KhattWords words;
};

G_DEFINE_FINAL_TYPE (KhattBookmarks, khatt_bookmarks, GTK_TYPE_POPOVER)

static guint
count_bookmarks (KhattBookmarks *self)
{
  return self->timeline != NULL
             ? khatt_timeline_get_scenes (self->timeline, KHATT_SCENES_BOOKMARKED)->len
             : 0;
}

static const KhattScene *
get_bookmark (KhattBookmarks *self, guint index)
{
  return g_ptr_array_index (khatt_timeline_get_scenes (self->timeline, KHATT_SCENES_BOOKMARKED),
                            index);
}

static GtkListBoxRow *
get_row (KhattBookmarks *self, guint index)
{
  return gtk_list_box_get_row_at_index (self->list, (int) index);
}

static gboolean
find_focused (KhattBookmarks *self, guint *index)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (!GTK_IS_LIST_BOX_ROW (row))
    return FALSE;
  *index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  return TRUE;
}

/* ---- Rows ---- */

static GtkWidget *
new_button (const char *icon, const char *label, const char *action, guint index)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  return button;
}

static GtkWidget *
new_title (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), TITLE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_TITLE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
new_row (KhattBookmarks *self, const KhattScene *scene, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autofree char *title = khatt_bookmarks_dup_title (scene, &self->words);

  gtk_box_append (GTK_BOX (box), new_title (title));
  gtk_box_append (GTK_BOX (box), new_button ("document-edit-symbolic", _ ("Rename the Bookmark"),
                                             "bookmarks.rename", index));
  gtk_box_append (GTK_BOX (box), new_button ("user-trash-symbolic", _ ("Delete the Bookmark"),
                                             "bookmarks.remove", index));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
fill (KhattBookmarks *self)
{
  GtkListBoxRow *row;

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < count_bookmarks (self); i++)
    gtk_list_box_append (self->list, new_row (self, get_bookmark (self, i), i));
}

/* ---- Acting ---- */

static void
focus_row (KhattBookmarks *self, guint index)
{
  guint n = count_bookmarks (self);

  if (n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, MIN (index, n - 1))));
}

static void
row_activated_cb (KhattBookmarks *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-bookmark", "u", index);
}

static void
rename_scene (KhattBookmarks *self, guint index, const char *title)
{
  g_autoptr (KhattScene) scene = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (title));

  if (index >= count_bookmarks (self))
    return;
  scene = khatt_scene_copy (get_bookmark (self, index));
  if (*stripped == '\0' || g_strcmp0 (scene->title, stripped) == 0)
    return;
  g_free (scene->title);
  scene->title = g_steal_pointer (&stripped);
  khatt_timeline_change_scene (self->timeline, KHATT_SCENES_BOOKMARKED, index, scene);
}

/* The row is as before, or says what was typed. */
static void
end_editing (KhattBookmarks *self, GtkWidget *entry, gboolean is_accepted)
{
  GtkWidget *row = gtk_widget_get_ancestor (entry, GTK_TYPE_LIST_BOX_ROW);
  guint index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (is_accepted)
    rename_scene (self, index, title);
  fill (self);
  focus_row (self, index);
}

static void
entry_activated_cb (GtkWidget *entry, KhattBookmarks *self)
{
  end_editing (self, entry, TRUE);
}

static gboolean
escape_cb (GtkWidget *entry, GVariant *arguments, gpointer user_data)
{
  end_editing (user_data, entry, FALSE);
  return TRUE;
}

static GtkWidget *
new_entry (KhattBookmarks *self, const char *title)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the bookmark"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  khatt_bookmarks_edit (KHATT_BOOKMARKS (widget), g_variant_get_uint32 (parameter));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattBookmarks *self = KHATT_BOOKMARKS (widget);
  guint index = g_variant_get_uint32 (parameter);

  khatt_timeline_remove_scene (self->timeline, KHATT_SCENES_BOOKMARKED, index);
  focus_row (self, index);
}

/* The keys of a row. */

static gboolean
is_editing (KhattBookmarks *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return GTK_IS_TEXT (focus);
}

static gboolean
rename_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  KhattBookmarks *self = KHATT_BOOKMARKS (widget);
  guint index;

  if (is_editing (self) || !find_focused (self, &index))
    return FALSE;
  khatt_bookmarks_edit (self, index);
  return TRUE;
}

static gboolean
remove_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  KhattBookmarks *self = KHATT_BOOKMARKS (widget);
  guint index;

  if (is_editing (self) || !find_focused (self, &index))
    return FALSE;
  gtk_widget_activate_action (widget, "bookmarks.remove", "u", index);
  return TRUE;
}

static gboolean
move_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  KhattBookmarks *self = KHATT_BOOKMARKS (widget);
  int step = g_variant_get_int32 (arguments);
  guint index;

  if (is_editing (self) || !find_focused (self, &index))
    return FALSE;
  if ((step < 0 && index == 0) || (step > 0 && index + 1 >= count_bookmarks (self)))
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  khatt_timeline_move_scene (self->timeline, KHATT_SCENES_BOOKMARKED, index,
                             (guint) ((int) index + step));
  focus_row (self, (guint) ((int) index + step));
  return TRUE;
}

/* ---- GObject ---- */

static void
khatt_bookmarks_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (khatt_bookmarks_parent_class)->map (widget);
  focus_row (KHATT_BOOKMARKS (widget), 0);
}

/* What was being typed when the popover closes counts. */
static void
khatt_bookmarks_closed (GtkPopover *popover)
{
  KhattBookmarks *self = KHATT_BOOKMARKS (popover);
  GtkListBoxRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      GtkWidget *child = gtk_list_box_row_get_child (row);

      if (!GTK_IS_ENTRY (child))
        continue;
      rename_scene (self, i, gtk_editable_get_text (GTK_EDITABLE (child)));
      fill (self);
      return;
    }
}

static void
khatt_bookmarks_dispose (GObject *object)
{
  KhattBookmarks *self = KHATT_BOOKMARKS (object);

  khatt_bookmarks_set_timeline (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_BOOKMARKS);
  G_OBJECT_CLASS (khatt_bookmarks_parent_class)->dispose (object);
}

static void
khatt_bookmarks_class_init (KhattBookmarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_bookmarks_dispose;
  widget_class->map = khatt_bookmarks_map;
  GTK_POPOVER_CLASS (klass)->closed = khatt_bookmarks_closed;

  gtk_widget_class_install_action (widget_class, "bookmarks.rename", "u", rename_cb);
  gtk_widget_class_install_action (widget_class, "bookmarks.remove", "u", remove_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, rename_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_key_cb, "i", 1);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-bookmarks.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattBookmarks, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
khatt_bookmarks_init (KhattBookmarks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = khatt_words_for_language ("en");
}

/**
 * khatt_bookmarks_new:
 *
 * Returns: (transfer floating): a popover without bookmarks
 */
GtkWidget *
khatt_bookmarks_new (void)
{
  return g_object_new (KHATT_TYPE_BOOKMARKS, NULL);
}

/**
 * khatt_bookmarks_set_timeline:
 * @self: a popover
 * @timeline: (nullable): whose bookmarks it shows
 */
void
khatt_bookmarks_set_timeline (KhattBookmarks *self, KhattTimeline *timeline)
{
  g_return_if_fail (KHATT_IS_BOOKMARKS (self));

  if (self->timeline == timeline)
    return;
  if (self->timeline != NULL)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_set_object (&self->timeline, timeline);
  if (timeline != NULL)
    g_signal_connect_object (timeline, "scenes-changed", G_CALLBACK (fill), self,
                             G_CONNECT_SWAPPED);
  if (self->list != NULL)
    fill (self);
}

/**
 * khatt_bookmarks_set_words:
 * @self: a popover
 * @words: (transfer none): the language of dates; copied
 */
void
khatt_bookmarks_set_words (KhattBookmarks *self, const KhattWords *words)
{
  g_return_if_fail (KHATT_IS_BOOKMARKS (self));

  self->words = *words;
  fill (self);
}

/**
 * khatt_bookmarks_dup_title:
 * @scene: a bookmark
 * @words: the language of dates
 *
 * Returns: (transfer full): what it is called; without a title, its time
 */
char *
khatt_bookmarks_dup_title (const KhattScene *scene, const KhattWords *words)
{
  gint64 first, last;

  if (scene->title != NULL && *scene->title != '\0')
    return khatt_bidi_strip (scene->title);
  if (khatt_scene_get_span (scene, &first, &last))
    return khatt_words_span (words, first, last, KHATT_CALENDAR_GREGORIAN);
  return g_strdup (_ ("Untitled"));
}

/**
 * khatt_bookmarks_edit:
 * @self: a popover that is shown
 * @index: a bookmark
 *
 * Lets a person type another title for it, in its row: Return takes it, Escape does not.
 */
void
khatt_bookmarks_edit (KhattBookmarks *self, guint index)
{
  g_autofree char *title = NULL;
  GtkWidget *entry;

  g_return_if_fail (KHATT_IS_BOOKMARKS (self));
  g_return_if_fail (index < count_bookmarks (self));

  fill (self);
  title = khatt_bookmarks_dup_title (get_bookmark (self, index), &self->words);
  entry = new_entry (self, title);
  gtk_list_box_row_set_child (get_row (self, index), entry);
  gtk_widget_grab_focus (entry);
}
