/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window's timeline on paper. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-print.h"

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, KhattWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!khatt_print_finish (operation, result, &error) && self->document)
    khatt_window_report (self, _ ("Could Not Print"), error);
}

static void
print_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  g_autoptr (GtkPrintOperation) operation = NULL;

  khatt_window_size_view (self);
  operation = khatt_print_new (self->view, khatt_window_get_paper_title (self));
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

/**
 * khatt_window_get_paper_title:
 * @self: a window
 *
 * Returns: (nullable): what stands on the pages of its timeline: its title, or else its file's name
 */
const char *
khatt_window_get_paper_title (KhattWindow *self)
{
  const char *title = khatt_timeline_get_title (khatt_document_get_timeline (self->document));

  return title && *title ? title : khatt_document_get_name (self->document);
}

/**
 * khatt_window_install_print_actions:
 * @self: a window
 *
 * Adds the action that prints.
 */
void
khatt_window_install_print_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "print", .activate = print_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
