/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The chooser belongs to the dialog and goes with it; what was chosen is written all the same. */

#include "khatt-table-file.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-ui.h"

#define TABLE "khatt-table"

/* A window that is closed while it writes goes at once: GTK 4.8 does not bear that it stays. */
static GWeakRef *
new_weak_ref (gpointer object)
{
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_weak_ref_init (ref, object);
  return ref;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree GWeakRef *ref = user_data;
  g_autoptr (GtkWindow) dialog = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;
  GtkWidget *report;

  g_weak_ref_clear (ref);
  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) || dialog == NULL)
    return;
  body = khatt_ui_dup_sentence (error->message);
  report = adw_message_dialog_new (dialog, _ ("Could Not Export"), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (report), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (report));
}

static void
response_cb (GtkNativeDialog *chooser, int response, GtkWindow *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    g_file_replace_contents_bytes_async (file, g_object_get_data (G_OBJECT (chooser), TABLE), NULL,
                                         FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                         new_weak_ref (dialog));
  g_object_set_data (G_OBJECT (dialog), KHATT_TABLE_CHOOSER, NULL);
}

static void
bytes_unref (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/**
 * khatt_table_file_new_button:
 *
 * Returns: (transfer floating): a button that says that it saves a table
 */
GtkWidget *
khatt_table_file_new_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-save-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Save as a Table (CSV)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Save as a Table (CSV)"), -1);
  return button;
}

/**
 * khatt_table_file_save:
 * @dialog: what shows the table
 * @name: what the table is of: the name of the file that is proposed
 * @csv: (transfer full): the table
 *
 * Asks where to save @csv, and saves it there; says where that fails.
 */
void
khatt_table_file_save (GtkWindow *dialog, const char *name, char *csv)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Save as a Table (CSV)"), dialog,
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *file_name = g_strconcat (name, ".csv", NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser),
                                     g_strdelimit (file_name, "/", '-'));
  g_object_set_data_full (G_OBJECT (chooser), TABLE, g_bytes_new_take (csv, strlen (csv)),
                          bytes_unref);
  g_object_set_data_full (G_OBJECT (dialog), KHATT_TABLE_CHOOSER, chooser, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), dialog, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
