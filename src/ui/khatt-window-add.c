/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Adding articles to the timeline that is open: they are read in a thread, and what they report
 * joins the events that are there, as one step that can be undone. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-load.h"

static void
toast_result (KhattWindow *self, const KhattMergeResult *result)
{
  /* Translators: the first part of "3 events added, 2 reports merged". */
  g_autofree char *added = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u event added", "%u events added", result->n_added),
      result->n_added);
  g_autofree char *merged = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u report merged", "%u reports merged", result->n_merged),
      result->n_merged);
  /* Translators: how many events were added, then how many reports were merged. */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s"), added, merged);
  AdwToast *toast = adw_toast_new (text);

  if (result->n_articles > 0)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The window may be closed by now, or show another document. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KhattWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded = khatt_load_finish (result, &error);
  KhattMergeResult merged;

  if (!self->document)
    return;
  if (!loaded)
    {
      khatt_window_report (self, _ ("Could Not Add Articles"), error);
      return;
    }
  khatt_merge_add (khatt_document_get_timeline (self->document), loaded->reports, 0, &merged);
  toast_result (self, &merged);
}

static void
add_response_cb (GtkNativeDialog *dialog, int response, KhattWindow *self)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);
  KhattLoadOptions options = khatt_document_get_load_options (self->document);

  options.only_reports = TRUE;
  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (guint i = 0; files && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  if (array->len > 0)
    khatt_load_async ((GFile **) array->pdata, array->len, &options, NULL, NULL, NULL, read_cb,
                      g_object_ref (self));
  g_clear_object (&self->chooser);
}

static void
add_articles_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Add Articles"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  khatt_window_choose_file (self, chooser, G_CALLBACK (add_response_cb));
}

/**
 * khatt_window_install_add_actions:
 * @self: a window
 *
 * Adds the action that adds articles to what is open.
 */
void
khatt_window_install_add_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-articles", .activate = add_articles_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
