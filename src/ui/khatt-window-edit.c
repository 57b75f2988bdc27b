/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions that change events. What they do is not asked about, since it can be undone. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-actor-dialog.h"
#include "khatt-bidi.h"
#include "khatt-completion.h"
#include "khatt-edit.h"
#include "khatt-event-editor.h"
#include "khatt-preferences.h"
#include "khatt-split-actor-dialog.h"
#include "khatt-words.h"

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
  gtk_widget_activate_action (user_data, "win.edit-event", "u",
                              khatt_window_get_selected_slot (user_data));
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

/* The marked event becomes a part of the selected one. */
static void
merge_events_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint32 slot = khatt_window_get_selected_slot (self);
  guint32 other = khatt_timeline_view_get_compared_slot (self->view);

  if (!has_event (self, slot) || !has_event (self, other) || slot == other)
    return;
  khatt_timeline_view_set_compared_slot (self->view, KHATT_SLOT_NONE);
  khatt_edit_merge (get_timeline (self), slot, other);
  khatt_window_toast_undo (self, _ ("Two events are one now"));
}

/* ---- Names of actors ---- */

static void
rename_response_cb (AdwMessageDialog *dialog, const char *response, KhattWindow *self)
{
  const char *name = g_object_get_data (G_OBJECT (dialog), "name");
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *new_name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *text = NULL;
  guint n_events;

  if (!g_str_equal (response, "rename") || *new_name == '\0')
    return;
  n_events = khatt_edit_rename_actor (get_timeline (self), name, new_name);
  if (n_events == 0)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Renamed in %u event", "Renamed in %u events", n_events),
      n_events);
  khatt_window_toast_undo (self, text);
}

static void
new_name_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  const char *name = g_object_get_data (G_OBJECT (dialog), "name");
  g_autofree char *new_name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "rename",
                                           *new_name != '\0' && !g_str_equal (new_name, name));
}

static void
rename_actor_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_variant_get_string (parameter, NULL);
  /* Translators: %s is an actor's name. */
  g_autofree char *heading = g_strdup_printf (_ ("Rename “%s”"), name);
  GtkWidget *dialog = adw_message_dialog_new (
      user_data, heading,
      _ ("The name changes in all events. The name of another actor makes one of the two."));
  GtkWidget *entry = gtk_entry_new ();
  g_autoptr (KhattSuggestions) suggestions = khatt_suggestions_new (get_timeline (user_data));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename",
                                    _ ("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_object_set_data_full (G_OBJECT (dialog), "name", g_strdup (name), g_free);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New name"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (new_name_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_response_cb), user_data, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  khatt_completion_add (entry, suggestions, KHATT_VOCABULARY_ACTORS);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
actor_applied_cb (KhattWindow *self, const char *name)
{
  g_autofree char *isolated = khatt_bidi_isolate (name);
  /* Translators: %s is an actor's name. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” was changed"), isolated);

  khatt_window_toast_undo (self, text);
}

static void
edit_actor_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *dialog = khatt_actor_dialog_new (user_data, get_timeline (user_data),
                                              g_variant_get_string (parameter, NULL));

  g_signal_connect_object (dialog, "applied", G_CALLBACK (actor_applied_cb), user_data,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
split_cb (KhattWindow *self, const char *new_name, guint n_events)
{
  /* Translators: %u events that were said to be of another actor are those of “%s” now. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” takes over %u event",
                                                        "“%s” takes over %u events", n_events),
                                           new_name, n_events);

  khatt_window_toast_undo (self, text);
}

static void
split_actor_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *dialog = khatt_split_actor_dialog_new (user_data, get_timeline (user_data),
                                                    g_variant_get_string (parameter, NULL));

  g_signal_connect_object (dialog, "split", G_CALLBACK (split_cb), user_data, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- What the view asks for ---- */

static void
draft_cb (KhattWindow *self, const KhattEventData *draft)
{
  KhattEventEditor *editor = open_editor (self);

  khatt_event_editor_draft (editor, draft);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
shifted_cb (KhattWindow *self, guint slot)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (get_timeline (self));
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *date = khatt_words_date (
      &words, &khatt_snapshot_get_record (snapshot, slot)->date, KHATT_CALENDAR_GREGORIAN);
  /* Translators: %s is the date that an event was moved to. */
  g_autofree char *text = g_strdup_printf (_ ("Moved to %s"), date);

  khatt_window_toast_undo (self, text);
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
  guint32 compared = khatt_timeline_view_get_compared_slot (self->view);
  GAction *merge = g_action_map_lookup_action (G_ACTION_MAP (self), "merge-events");
  GAction *restore = g_action_map_lookup_action (G_ACTION_MAP (self), "restore-event");

  if (khatt_snapshot_has_slot (snapshot, slot))
    event = khatt_snapshot_dup_event (snapshot, slot);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
        event != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (restore), event != NULL && event->read != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (merge),
                               event != NULL && compared != slot &&
                                   khatt_snapshot_has_slot (snapshot, compared));
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
    { .name = "merge-events", .activate = merge_events_action },
    { .name = "edit-actor", .activate = edit_actor_action, .parameter_type = "s" },
    { .name = "rename-actor", .activate = rename_actor_action, .parameter_type = "s" },
    { .name = "split-actor", .activate = split_actor_action, .parameter_type = "s" },
    { .name = "restore-event", .activate = restore_event_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->view, "draft", G_CALLBACK (draft_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "shifted", G_CALLBACK (shifted_cb), self, G_CONNECT_SWAPPED);
}
