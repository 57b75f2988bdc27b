/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions that change events. What they do is not asked about, since it can be undone. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-edit.h"
#include "khatt-event-editor.h"

static KhattTimeline *
get_timeline (KhattWindow *self)
{
  return khatt_document_get_timeline (self->document);
}

static gboolean
has_event (KhattWindow *self, guint32 slot)
{
  return slot != KHATT_SLOT_NONE && khatt_timeline_get_id (get_timeline (self), slot) != NULL;
}

static void
applied_cb (KhattWindow *self, guint slot)
{
  khatt_window_select (self, slot);
}

static KhattEventEditor *
open_editor (KhattWindow *self)
{
  GtkWidget *editor = khatt_event_editor_new (GTK_WINDOW (self), get_timeline (self));

  g_signal_connect_object (editor, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  return KHATT_EVENT_EDITOR (editor);
}

static void
edit_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint32 slot = g_variant_get_uint32 (parameter);
  KhattEventEditor *editor;

  if (!has_event (self, slot))
    return;
  editor = open_editor (self);
  khatt_event_editor_edit (editor, slot);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
edit_selected_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_action_group_activate_action (
      user_data, "edit-event", g_variant_new_uint32 (khatt_window_get_selected_slot (user_data)));
}

static void
new_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattEventEditor *editor = open_editor (user_data);
  g_autoptr (KhattEventData) draft = khatt_event_data_new ();

  khatt_event_editor_draft (editor, draft);
  gtk_window_present (GTK_WINDOW (editor));
}

/* What comes next is selected, so that the keyboard stays where it is. */
static void
delete_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint32 slot = khatt_window_get_selected_slot (self);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (get_timeline (self));
  guint32 position, n_events;

  if (!has_event (self, slot))
    return;
  position = khatt_snapshot_get_position (snapshot, slot);
  n_events = khatt_snapshot_get_n_events (snapshot);
  khatt_edit_remove (get_timeline (self), slot);
  khatt_window_toast_undo (self, _ ("Event deleted"));
  if (n_events > 1)
    khatt_window_select (
        self,
        khatt_snapshot_get_slot (snapshot, position + 1 < n_events ? position + 1 : position - 1));
}

static void
duplicate_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint32 slot = khatt_window_get_selected_slot (self);

  if (!has_event (self, slot))
    return;
  khatt_window_select (self, khatt_edit_duplicate (get_timeline (self), slot));
  khatt_window_toast_undo (self, _ ("Event duplicated"));
}

static void
restore_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint32 slot = khatt_window_get_selected_slot (self);

  if (has_event (self, slot) && khatt_edit_restore (get_timeline (self), slot))
    khatt_window_toast_undo (self, _ ("Event as it was read"));
}

/**
 * khatt_window_show_edit_actions:
 * @self: a window
 *
 * Enables what can be done with the selected event, after a change of either.
 */
void
khatt_window_show_edit_actions (KhattWindow *self)
{
  static const char *const names[] = { "edit-selected", "delete-event", "duplicate-event" };
  guint32 slot = khatt_window_get_selected_slot (self);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (get_timeline (self));
  g_autoptr (KhattEventData) event = NULL;
  GAction *restore = g_action_map_lookup_action (G_ACTION_MAP (self), "restore-event");

  if (slot != KHATT_SLOT_NONE)
    event = khatt_snapshot_dup_event (snapshot, slot);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
        event != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (restore), event != NULL && event->read != NULL);
}

/**
 * khatt_window_install_edit_actions:
 * @self: a window
 *
 * Adds the actions that change events.
 */
void
khatt_window_install_edit_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "edit-event", .activate = edit_event_action, .parameter_type = "u" },
    { .name = "edit-selected", .activate = edit_selected_action },
    { .name = "new-event", .activate = new_event_action },
    { .name = "delete-event", .activate = delete_event_action },
    { .name = "duplicate-event", .activate = duplicate_event_action },
    { .name = "restore-event", .activate = restore_event_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
