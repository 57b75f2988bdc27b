/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A document opens as it was last looked at. That is kept where the system keeps what was used, and
 * not at all where a person has told the system to remember nothing. */

#include "khatt-window-private.h"

#include "khatt-lanes-by.h"

#include "khatt-view-state.h"

#define REST_S 2 /* of no change, before it is written */

static gboolean
is_remembered (KhattWindow *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  gboolean is_enabled = TRUE;

  g_object_get (settings, "gtk-recent-files-enabled", &is_enabled, NULL);
  return is_enabled;
}

static KhattViewState *
make_state (KhattWindow *self)
{
  KhattTimeline *timeline = khatt_timeline_view_get_timeline (self->view);
  const KhattFilter *filter = khatt_timeline_view_get_filter (self->view);
  guint32 slot = khatt_timeline_view_get_selected_slot (self->view);
  KhattViewState *state = g_new0 (KhattViewState, 1);

  state->has_span = !khatt_timeline_view_is_fitting_all (self->view) &&
                    khatt_timeline_view_get_visible_span (self->view, &state->first, &state->last);
  /* What is visible ends where the next second begins. */
  state->last = MAX (state->first, state->last - 1);
  state->scroll_y = khatt_timeline_view_get_scroll_y (self->view);
  state->lanes_by =
      g_strdup (khatt_lanes_by_get_name (khatt_timeline_view_get_lanes_by (self->view)));
  state->lanes = khatt_lane_settings_copy (khatt_timeline_view_get_lane_settings (self->view));
  if (!khatt_filter_is_empty (filter))
    state->filter = khatt_filter_copy (filter);
  if (slot != KHATT_SLOT_NONE)
    state->selected = g_strdup (khatt_timeline_get_id (timeline, slot));
  state->mode = g_strdup (khatt_window_get_mode_name (self->mode));
  state->shows_details = self->wants_details;
  state->scene = self->scene;
  return state;
}

static void
keep (KhattWindow *self)
{
  g_autoptr (KhattViewState) state = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_remembered (self))
    return;

  state = make_state (self);
  /* Nobody has asked for it, so nobody is bothered. */
  if (!khatt_view_state_save (state, self->view_file, &error))
    g_debug ("%s", error->message);
}

static gboolean
keep_cb (gpointer data)
{
  KhattWindow *self = data;

  self->view_source = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

/**
 * khatt_window_leave_view:
 * @self: a window whose document is about to go
 *
 * Writes down how it was looked at last, if it has a file.
 */
void
khatt_window_leave_view (KhattWindow *self)
{
  if (self->view_source != 0)
    keep (self);
  g_clear_handle_id (&self->view_source, g_source_remove);
  g_clear_object (&self->view_file);
}

/**
 * khatt_window_note_view:
 * @self: a window
 *
 * Its document is looked at otherwise now: that is kept soon.
 */
void
khatt_window_note_view (KhattWindow *self)
{
  if (self->view_file == NULL)
    return;
  g_clear_handle_id (&self->view_source, g_source_remove);
  self->view_source = g_timeout_add_seconds (REST_S, keep_cb, self);
}

static void
restore (KhattWindow *self, const KhattViewState *state)
{
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);

  if (state->lanes_by != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "lanes",
                                    g_variant_new_string (state->lanes_by));
  khatt_timeline_view_set_lane_settings (self->view, state->lanes);
  khatt_timeline_view_set_filter (self->view, state->filter);
  if (state->has_span)
    khatt_timeline_view_hold_span (self->view, state->first, state->last);
  khatt_timeline_view_set_scroll_y (self->view, state->scroll_y);
  if (state->selected != NULL)
    khatt_timeline_view_set_selected_slot (self->view,
                                           khatt_timeline_find (timeline, state->selected));
  self->wants_details = state->shows_details;
  self->scene = state->scene;
  khatt_window_set_mode (self, khatt_window_find_mode (state->mode));
}

/**
 * khatt_window_restore_view:
 * @self: a window whose document was just opened
 *
 * Shows it as it was last looked at; where that is not known, another document's list makes way for
 * a timeline.
 */
void
khatt_window_restore_view (KhattWindow *self)
{
  g_autoptr (KhattViewState) state = NULL;

  g_set_object (&self->view_file, khatt_document_get_file (self->document));
  self->scene = 0;
  if (self->mode == KHATT_MODE_LIST || self->mode == KHATT_MODE_REVIEW)
    khatt_window_set_mode (self, KHATT_MODE_TIMELINE);
  if (self->view_file != NULL && is_remembered (self))
    state = khatt_view_state_load (self->view_file);
  if (state != NULL)
    restore (self, state);
}

/* Saved under a name: from here on it is that document's. */
static void
file_cb (KhattWindow *self)
{
  if (khatt_timeline_view_get_timeline (self->view) != khatt_document_get_timeline (self->document))
    return; /* another one was opened, and is not shown yet */
  g_set_object (&self->view_file, khatt_document_get_file (self->document));
  khatt_window_note_view (self);
}

/**
 * khatt_window_follow_view:
 * @self: a window
 *
 * Keeps what changes about how the document is looked at.
 */
void
khatt_window_follow_view (KhattWindow *self)
{
  static const char *const changes[] = { "notify::visible-first", "notify::selected-slot",
                                         "notify::lanes-by", "notify::filter",
                                         "notify::lane-settings" };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (self->view, changes[i], G_CALLBACK (khatt_window_note_view), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "action-state-changed::mode", G_CALLBACK (khatt_window_note_view),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "action-state-changed::show-details",
                           G_CALLBACK (khatt_window_note_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (file_cb), self,
                           G_CONNECT_SWAPPED);
}
