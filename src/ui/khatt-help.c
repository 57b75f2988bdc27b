/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The help pages, in whatever program the desktop reads help with. */

#include "khatt-help.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define HELP_URI "help:khatt"

static void
tell (GtkWindow *parent)
{
  GtkWidget *dialog =
      adw_message_dialog_new (parent, _ ("The Help Cannot Be Shown"),
                              _ ("There is no program that shows help. Yelp does; keyboard "
                                 "shortcuts are in a window of their own, in the main menu."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (parent, result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_debug ("%s", error->message);
  tell (parent);
}

/**
 * khatt_help_show:
 * @parent: the window that asks
 * @page: (nullable): the name of a page; %NULL: the first one
 *
 * Shows a page of help; says so where nothing can.
 */
void
khatt_help_show (GtkWindow *parent, const char *page)
{
  g_autofree char *uri = page != NULL ? g_strconcat (HELP_URI "/", page, NULL) : NULL;

  gtk_show_uri_full (parent, uri != NULL ? uri : HELP_URI, GDK_CURRENT_TIME, NULL, shown_cb,
                     g_object_ref (parent));
}
