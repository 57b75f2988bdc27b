/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions on an event that several articles report: they were taken to tell of the same, and a
 * person may know better. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-edit.h"

/* The button that was pressed is gone with what it stood for. */
static void
keep_focus (KhattWindow *self)
{
  if (!gtk_window_get_focus (GTK_WINDOW (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
split_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint n_reports = khatt_edit_split_event (khatt_document_get_timeline (self->document),
                                            khatt_window_get_selected_slot (self));
  g_autofree char *text = NULL;

  if (n_reports < 2)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Event split into %u report",
                                       "Event split into %u reports", n_reports),
                          n_reports);
  khatt_window_toast_undo (self, text);
  keep_focus (self);
}

static void
take_source_out_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);
  guint32 slot, source;

  g_variant_get (parameter, "(uu)", &slot, &source);
  if (khatt_edit_take_out (timeline, slot, source) == KHATT_SLOT_NONE)
    return;
  khatt_window_toast_undo (self, _ ("The source is an event of its own now"));
  keep_focus (self);
}

/**
 * khatt_window_show_source_actions:
 * @self: a window
 *
 * Enables what can be done with the selected event, after a change of either.
 */
void
khatt_window_show_source_actions (KhattWindow *self)
{
  GAction *split = g_action_map_lookup_action (G_ACTION_MAP (self), "split-event");
  g_autoptr (KhattSnapshot) snapshot =
      khatt_timeline_ref_snapshot (khatt_document_get_timeline (self->document));
  guint32 slot = khatt_window_get_selected_slot (self);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (split),
                               slot != KHATT_SLOT_NONE &&
                                   khatt_snapshot_has_slot (snapshot, slot) &&
                                   khatt_snapshot_get_record (snapshot, slot)->n_sources > 1);
}

/**
 * khatt_window_install_source_actions:
 * @self: a window
 *
 * Adds the actions on the sources of an event.
 */
void
khatt_window_install_source_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "split-event", .activate = split_event_action },
    { .name = "take-source-out", .activate = take_source_out_action, .parameter_type = "(uu)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
