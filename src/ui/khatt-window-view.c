/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions on what is shown: zoom, history of the view, panes, direction, undo. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-lanes-by.h"

/* Actions of the window that are the view's own, so that buttons outside the view reach them. */
static const struct
{
  const char *name;
  const char *view_name;
} view_actions[] = {
  { "zoom-in", "view.zoom-in" },
  { "zoom-out", "view.zoom-out" },
  { "fit-all", "view.fit-all" },
  { "back", "view.back" },
  { "forward", "view.forward" },
  { "go-to-date", "view.go-to-date" },
  { "show-all-lanes", "view.show-all-lanes" },
  { "clear-filter", "view.clear-filter" },
};

static void
view_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (view_actions); i++)
    if (g_str_equal (view_actions[i].name, name))
      gtk_widget_activate_action_variant (GTK_WIDGET (self->view), view_actions[i].view_name, NULL);
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_timeline_undo (khatt_document_get_timeline (KHATT_WINDOW (user_data)->document));
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_timeline_redo (khatt_document_get_timeline (KHATT_WINDOW (user_data)->document));
}

static void
show_details_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;

  khatt_window_show_details (self, !khatt_window_get_shows_details (self));
}

static void
show_filters_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;

  khatt_window_show_filters (self, !self->shows_filters);
}

static void
mode_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *mode = g_variant_get_string (parameter, NULL);

  khatt_window_set_mode (user_data, khatt_window_find_mode (mode));
}

static void
direction_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattTimeline *timeline = khatt_document_get_timeline (KHATT_WINDOW (user_data)->document);
  gboolean is_rtl = g_str_equal (g_variant_get_string (parameter, NULL), "rtl");

  khatt_timeline_set_direction (timeline, is_rtl ? KHATT_DIRECTION_RTL : KHATT_DIRECTION_LTR);
}

static void
lanes_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  KhattLanesBy lanes_by;

  if (!khatt_lanes_by_from_name (g_variant_get_string (parameter, NULL), &lanes_by))
    return;
  khatt_timeline_view_set_lanes_by (self->view, lanes_by);
  g_simple_action_set_state (action, parameter);
}

static void
select_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_window_select (user_data, g_variant_get_uint32 (parameter));
}

static void
show_source_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  const char *article_id;
  guint32 slot;

  g_variant_get (parameter, "(u&s)", &slot, &article_id);
  khatt_window_select (self, slot);
  khatt_window_set_mode (self, KHATT_MODE_ARTICLE);
  khatt_article_pane_show_article (self->article, article_id);
}

static void
answer_published_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  const char *article_id, *published;

  g_variant_get (parameter, "(&s&s)", &article_id, &published);
  khatt_document_answer_published (self->document, article_id, published);
  khatt_timeline_view_fit_all (self->view);
}

static void
narrowing_cb (KhattWindow *self)
{
  const KhattFilter *filter = khatt_timeline_view_get_filter (self->view);
  const char *const *hidden =
      khatt_timeline_view_get_lane_settings (self->view)->lists[KHATT_LANE_HIDDEN];
  GAction *clear = g_action_map_lookup_action (G_ACTION_MAP (self), "clear-filter");
  GAction *show = g_action_map_lookup_action (G_ACTION_MAP (self), "show-all-lanes");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (clear), !khatt_filter_is_empty (filter));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (show), hidden != NULL && hidden[0] != NULL);
}

static void
history_cb (KhattWindow *self)
{
  GAction *back = g_action_map_lookup_action (G_ACTION_MAP (self), "back");
  GAction *forward = g_action_map_lookup_action (G_ACTION_MAP (self), "forward");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (back),
                               khatt_timeline_view_get_can_go_back (self->view));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (forward),
                               khatt_timeline_view_get_can_go_forward (self->view));
}

/**
 * khatt_window_size_view:
 * @self: a window
 *
 * Gives the timeline the size that it would have, where the list was opened in its place and nobody
 * has seen it: what is exported or presented is laid out from it.
 */
void
khatt_window_size_view (KhattWindow *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkAllocation place = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self->forms)),
                          gtk_widget_get_height (GTK_WIDGET (self->forms)) };
  int least_width, least_height;

  if (gtk_widget_get_width (view) > 0)
    return;
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  place.width = MAX (place.width, least_width);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, place.width, &least_height, NULL, NULL, NULL);
  place.height = MAX (place.height, least_height);
  gtk_widget_size_allocate (view, &place, -1);
}

/**
 * khatt_window_install_view_actions:
 * @self: a window
 *
 * Adds the actions on what is shown.
 */
void
khatt_window_install_view_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "zoom-in", .activate = view_action },
    { .name = "zoom-out", .activate = view_action },
    { .name = "fit-all", .activate = view_action },
    { .name = "back", .activate = view_action },
    { .name = "forward", .activate = view_action },
    { .name = "go-to-date", .activate = view_action },
    { .name = "show-all-lanes", .activate = view_action },
    { .name = "clear-filter", .activate = view_action },
    { .name = "undo", .activate = undo_action },
    { .name = "redo", .activate = redo_action },
    { .name = "show-details", .activate = show_details_action, .state = "false" },
    { .name = "show-filters", .activate = show_filters_action, .state = "false" },
    { .name = "mode", .activate = mode_action, .parameter_type = "s", .state = "'timeline'" },
    { .name = "direction", .activate = direction_action, .parameter_type = "s", .state = "'rtl'" },
    { .name = "lanes", .activate = lanes_action, .parameter_type = "s", .state = "'actors'" },
    { .name = "select-event", .activate = select_event_action, .parameter_type = "u" },
    { .name = "show-source", .activate = show_source_action, .parameter_type = "(us)" },
    { .name = "answer-published", .activate = answer_published_action, .parameter_type = "(ss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->view, "notify::can-go-back", G_CALLBACK (history_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::can-go-forward", G_CALLBACK (history_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::filter", G_CALLBACK (narrowing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::lane-settings", G_CALLBACK (narrowing_cb), self,
                           G_CONNECT_SWAPPED);
  history_cb (self);
  narrowing_cb (self);
}
