/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Views that a document keeps under a name: taking the present one down, and going to one. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-bookmarks.h"
#include "khatt-lanes-by.h"
#include "khatt-preferences.h"
#include "khatt-words.h"

/**
 * khatt_window_dup_scene:
 * @self: a window
 *
 * Returns: (transfer full): what is in view, under the name of its time
 */
KhattScene *
khatt_window_dup_scene (KhattWindow *self)
{
  KhattScene *scene = khatt_scene_new ();
  const KhattFilter *filter = khatt_timeline_view_get_filter (self->view);
  KhattWords words = khatt_preferences_get_words ();
  gint64 first = 0, last = 0;

  if (khatt_timeline_view_get_visible_span (self->view, &first, &last))
    {
      /* What is visible ends where the next second begins. */
      last = MAX (first, last - 1);
      khatt_scene_set_span (scene, first, last);
      scene->title = khatt_words_span (&words, first, last, KHATT_CALENDAR_GREGORIAN);
    }
  scene->lanes_by =
      g_strdup (khatt_lanes_by_get_name (khatt_timeline_view_get_lanes_by (self->view)));
  khatt_scene_set_lanes (scene, khatt_timeline_view_get_lane_settings (self->view));
  if (!khatt_filter_is_empty (filter))
    scene->filter = khatt_filter_copy (filter);
  return scene;
}

/**
 * khatt_window_show_scene:
 * @self: a window
 * @scene: what to show
 *
 * Shows the time, the lanes and the filter of a scene or a bookmark.
 */
void
khatt_window_show_scene (KhattWindow *self, const KhattScene *scene)
{
  gint64 first, last;

  if (scene->lanes_by != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "lanes",
                                    g_variant_new_string (scene->lanes_by));
  khatt_timeline_view_set_lane_settings (self->view, scene->lanes);
  khatt_timeline_view_set_filter (self->view, scene->filter);
  if (khatt_scene_get_span (scene, &first, &last))
    khatt_timeline_view_show_span (self->view, first, last);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  KhattWindow *self = user_data;
  KhattWords words = khatt_preferences_get_words ();

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, khatt_bookmarks_new ());

  KhattBookmarks *bookmarks = KHATT_BOOKMARKS (gtk_menu_button_get_popover (button));
  khatt_bookmarks_set_timeline (bookmarks, khatt_document_get_timeline (self->document));
  khatt_bookmarks_set_words (bookmarks, &words);
}

/* The name can be changed at once where the list has room. */
static void
bookmark_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  g_autoptr (KhattScene) scene = khatt_window_dup_scene (self);
  guint index = khatt_timeline_add_scene (khatt_document_get_timeline (self->document),
                                          KHATT_SCENES_BOOKMARKED, scene);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->bookmarks_button)))
    {
      gtk_menu_button_popup (self->bookmarks_button);
      khatt_bookmarks_edit (KHATT_BOOKMARKS (gtk_menu_button_get_popover (self->bookmarks_button)),
                            index);
      return;
    }

  /* Translators: %s is the name of a bookmark, for instance "5 – 11 August 2025". */
  g_autofree char *text = g_strdup_printf (_ ("Bookmarked: %s"), scene->title);
  khatt_window_toast_undo (self, text);
}

static void
go_to_bookmark_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  GPtrArray *scenes = khatt_timeline_get_scenes (khatt_document_get_timeline (self->document),
                                                 KHATT_SCENES_BOOKMARKED);
  guint index = g_variant_get_uint32 (parameter);

  if (index < scenes->len)
    khatt_window_show_scene (self, g_ptr_array_index (scenes, index));
}

/* The same list in the main menu, for windows without room for the button. */
static void
fill_menu (KhattWindow *self)
{
  KhattWords words = khatt_preferences_get_words ();
  GPtrArray *scenes = khatt_timeline_get_scenes (khatt_document_get_timeline (self->document),
                                                 KHATT_SCENES_BOOKMARKED);

  g_menu_remove_all (self->bookmarks_menu);
  for (guint i = 0; i < scenes->len; i++)
    {
      const KhattScene *scene = g_ptr_array_index (scenes, i);
      g_autofree char *title = khatt_bookmarks_dup_title (scene, &words);
      g_auto (GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.go-to-bookmark", "u", i);
      g_menu_append_item (self->bookmarks_menu, item);
    }
}

/**
 * khatt_window_follow_bookmarks:
 * @self: a window whose document has another timeline
 *
 * Shows the bookmarks of the timeline from now on.
 */
void
khatt_window_follow_bookmarks (KhattWindow *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->bookmarks_button);

  if (popover != NULL)
    khatt_bookmarks_set_timeline (KHATT_BOOKMARKS (popover),
                                  khatt_document_get_timeline (self->document));
  g_signal_connect_object (khatt_document_get_timeline (self->document), "scenes-changed",
                           G_CALLBACK (fill_menu), self, G_CONNECT_SWAPPED);
  fill_menu (self);
}

/**
 * khatt_window_install_bookmark_actions:
 * @self: a window
 *
 * Adds the actions on bookmarks.
 */
void
khatt_window_install_bookmark_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "bookmark", .activate = bookmark_action },
    { .name = "go-to-bookmark", .activate = go_to_bookmark_action, .parameter_type = "u" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_create_popup_func (self->bookmarks_button, create_popup_cb, self, NULL);
}
