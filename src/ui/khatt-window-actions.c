/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which of the window's actions there are now. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

/**
 * khatt_window_set_enabled:
 * @self: a window
 * @name: one of its actions, without "win."
 * @is_enabled: whether it can be done now
 */
void
khatt_window_set_enabled (KhattWindow *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

/* In the main menu, for windows without room for the buttons, and for whoever hears no tooltips. */
static void
append_step (KhattWindow *self, const char *text, const char *action, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (self->undo_menu, item);
}

static void
show_history (KhattWindow *self)
{
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);
  const char *undo = khatt_timeline_get_undo_name (timeline);
  const char *redo = khatt_timeline_get_redo_name (timeline);
  /* Translators: %s is what would be undone: "Change the publication date". */
  g_autofree char *undo_text = undo ? g_strdup_printf (_ ("Undo: %s"), undo) : NULL;
  /* Translators: %s is what would be done again. */
  g_autofree char *redo_text = redo ? g_strdup_printf (_ ("Redo: %s"), redo) : NULL;

  khatt_window_set_enabled (self, "undo", khatt_timeline_can_undo (timeline));
  khatt_window_set_enabled (self, "redo", khatt_timeline_can_redo (timeline));
  gtk_widget_set_tooltip_text (self->undo_button, undo ? undo_text : _ ("Undo"));
  gtk_widget_set_tooltip_text (self->redo_button, redo ? redo_text : _ ("Redo"));
  g_menu_remove_all (self->undo_menu);
  append_step (self, undo ? undo_text : _ ("Undo"), "win.undo", "<Control>z");
  append_step (self, redo ? redo_text : _ ("Redo"), "win.redo", "<Control><Shift>z");
}

/**
 * khatt_window_show_actions:
 * @self: a window
 *
 * Enables what can be done to the document as it is now, in the mode that it is shown in.
 */
void
khatt_window_show_actions (KhattWindow *self)
{
  static const char *const names[] = { "save-as",    "export",         "direction", "mode",
                                       "lanes",      "save",           "bookmark",  "find",
                                       "show-pairs", "export-picture", "print" };
  /* Of what is drawn, which is not there behind the list. */
  static const char *const picture_names[] = { "copy-image", "zoom-in", "zoom-out", "fit-all",
                                               "go-to-date" };
  /* Of panes that have no room beside the review. */
  static const char *const pane_names[] = { "show-details", "show-filters" };
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);
  gboolean is_empty = khatt_document_is_empty (self->document);
  gboolean is_rtl = khatt_timeline_get_direction (timeline) == KHATT_DIRECTION_RTL;
  GAction *direction = g_action_map_lookup_action (G_ACTION_MAP (self), "direction");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    khatt_window_set_enabled (self, names[i], !is_empty);
  for (gsize i = 0; i < G_N_ELEMENTS (picture_names); i++)
    khatt_window_set_enabled (self, picture_names[i],
                              !is_empty && self->mode != KHATT_MODE_LIST &&
                                  self->mode != KHATT_MODE_REVIEW);
  for (gsize i = 0; i < G_N_ELEMENTS (pane_names); i++)
    khatt_window_set_enabled (self, pane_names[i], !is_empty && self->mode != KHATT_MODE_REVIEW);
  g_simple_action_set_state (G_SIMPLE_ACTION (direction),
                             g_variant_new_string (is_rtl ? "rtl" : "ltr"));
  khatt_window_show_source_actions (self);
  khatt_window_show_edit_actions (self);
  khatt_window_show_review (self);
  show_history (self);
}
