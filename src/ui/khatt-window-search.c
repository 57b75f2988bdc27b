/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions of searching. */

#include "khatt-window-private.h"

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_search_bar_open (KHATT_WINDOW (user_data)->search_bar);
}

static void
find_next_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_search_bar_step (KHATT_WINDOW (user_data)->search_bar, FALSE);
}

static void
find_previous_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_search_bar_step (KHATT_WINDOW (user_data)->search_bar, TRUE);
}

static void
searched_cb (KhattWindow *self)
{
  KhattSearchHits *hits = khatt_search_get_hits (khatt_search_bar_get_search (self->search_bar));
  gboolean has_hits = hits != NULL && khatt_search_hits_get_n_events (hits) > 0;
  const KhattQuery *query = hits != NULL ? khatt_search_hits_get_query (hits) : NULL;

  khatt_article_pane_set_query (self->article, query);
  khatt_details_pane_set_query (self->details, query);

  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "find-next")), has_hits);
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "find-previous")),
      has_hits);
}

/* The bar gives the keyboard back to the timeline; where there is a list instead, it is the list's.
 */
static void
search_mode_cb (KhattWindow *self)
{
  gboolean is_open;

  g_object_get (self->search_bar, "search-mode", &is_open, NULL);
  if (!is_open && self->mode == KHATT_MODE_LIST)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/**
 * khatt_window_install_search_actions:
 * @self: a window
 *
 * Adds the actions of searching.
 */
void
khatt_window_install_search_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "find", .activate = find_action },
    { .name = "find-next", .activate = find_next_action },
    { .name = "find-previous", .activate = find_previous_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  khatt_search_bar_set_view (self->search_bar, self->view);
  g_signal_connect_object (khatt_search_bar_get_search (self->search_bar), "changed",
                           G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->search_bar, "search-mode", self->search_button, "active",
                          G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->search_bar, "notify::search-mode", G_CALLBACK (search_mode_cb),
                           self, G_CONNECT_SWAPPED);
  searched_cb (self);
}
