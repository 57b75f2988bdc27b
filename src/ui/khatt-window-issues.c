/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What could not be read: of the files that are open, and of the user's own lexicon, which is told
 * once. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-issues-dialog.h"

/* Long enough to be read and pressed; what it tells stays in the menu. */
#define ISSUES_SECONDS 12

static void
toast (KhattWindow *self, const char *text, const char *action)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Details"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_timeout (toast, ISSUES_SECONDS);
  khatt_window_add_toast (self, toast);
}

static void
tell_lexicon (KhattWindow *self)
{
  static gboolean is_told = FALSE;
  GPtrArray *issues = khatt_document_get_lexicon_issues ();
  g_autofree char *text = NULL;

  if (is_told || !issues || issues->len == 0)
    return;
  is_told = TRUE;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line of your lexicon was left out",
                                       "%u lines of your lexicon were left out", issues->len),
                          issues->len);
  toast (self, text, "win.show-lexicon-issues");
}

static void
show_issues_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  GPtrArray *issues = khatt_document_get_issues (self->document);

  if (issues)
    gtk_window_present (
        GTK_WINDOW (khatt_issues_dialog_new (GTK_WINDOW (self), _ ("What Could Not Be Read"),
                                             _ ("Everything else was opened."), issues)));
}

static void
show_lexicon_issues_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GPtrArray *issues = khatt_document_get_lexicon_issues ();

  if (issues)
    gtk_window_present (GTK_WINDOW (
        khatt_issues_dialog_new (GTK_WINDOW (user_data), _ ("What Your Lexicon Could Not Say"),
                                 _ ("All other lines are used."), issues)));
}

/**
 * khatt_window_tell_issues:
 * @self: a window whose document was just loaded or added to
 *
 * Tells what could not be used of what was read, where there is such a thing.
 */
void
khatt_window_tell_issues (KhattWindow *self)
{
  GPtrArray *issues = khatt_document_get_issues (self->document);
  gboolean has_issues = issues && issues->len > 0;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-issues");
  g_autofree char *text = NULL;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), has_issues);
  tell_lexicon (self);
  if (!has_issues)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing could not be read",
                                       "%u things could not be read", issues->len),
                          issues->len);
  toast (self, text, "win.show-issues");
}

/**
 * khatt_window_install_issue_actions:
 * @self: a window
 *
 * Adds the actions that list what could not be read.
 */
void
khatt_window_install_issue_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-issues", .activate = show_issues_action },
    { .name = "show-lexicon-issues", .activate = show_lexicon_issues_action },
  };
  GAction *action;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-issues");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
}
