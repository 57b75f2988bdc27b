/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ways in: the dialog, the files opened last, paste, drag and drop. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-format.h"
#include "khatt-paste-dialog.h"
#include "khatt-recent-menu.h"
#include "khatt-ui.h"

/* The document is the result's: the window may be closed by now. */
static gboolean
finish_open (KhattWindow *self, KhattDocument *document, GAsyncResult *result, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *heading = NULL;

  if (khatt_document_load_finish (document, result, &error))
    {
      khatt_window_tell_issues (self);
      khatt_window_tell_read (self);
      return TRUE;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->document)
    return FALSE;
  /* Translators: %s is the name of a file. */
  heading = g_strdup_printf (_ ("Could Not Open “%s”"), name);
  khatt_window_report (self, heading, error);
  return FALSE;
}

/* A load, and what it is a load of. */
typedef struct
{
  KhattWindow *window;
  GListModel *files;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->files);
  g_free (opening);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GFile) first = g_list_model_get_item (opening->files, 0);
  g_autofree char *base = g_file_get_basename (first);
  g_autofree char *name = g_filename_display_name (base);
  guint n_files = g_list_model_get_n_items (opening->files);

  if (finish_open (opening->window, KHATT_DOCUMENT (source), result, name))
    for (guint i = 0; i < n_files; i++)
      {
        g_autoptr (GFile) file = g_list_model_get_item (opening->files, i);

        khatt_recent_menu_add (file);
      }
  opening_free (opening);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KhattWindow) self = user_data;

  finish_open (self, KHATT_DOCUMENT (source), result, _ ("Pasted article"));
}

/* The window itself if it is free, else a new one. */
static KhattWindow *
find_free_window (KhattWindow *self)
{
  GtkWidget *window;

  if (khatt_window_is_free (self))
    return self;
  window = khatt_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  gtk_window_present (GTK_WINDOW (window));
  return KHATT_WINDOW (window);
}

/* A timeline that a window shows already is in that window, and not in two. */
static void
open_files (KhattWindow *self, GListModel *files)
{
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);
  KhattWindow *window =
      g_list_model_get_n_items (files) == 1
          ? khatt_window_find (gtk_window_get_application (GTK_WINDOW (self)), first)
          : NULL;

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    khatt_window_open (find_free_window (self), files, NULL);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, KhattWindow *self)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  if (files && g_list_model_get_n_items (files) > 0)
    open_files (self, files);
  g_clear_object (&self->chooser);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  gsize n_formats;
  const KhattFormat *formats = khatt_formats_get (&n_formats);

  gtk_file_filter_set_name (known, _ ("Articles and Timelines"));
  for (gsize i = 0; i < n_formats; i++)
    for (const char *const *suffix = formats[i].suffixes; formats[i].can_read && suffix && *suffix;
         suffix++)
      gtk_file_filter_add_suffix (known, **suffix == '.' ? *suffix + 1 : *suffix);
  gtk_file_chooser_add_filter (chooser, known);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Open Articles or a Timeline"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (chooser));
  khatt_window_choose_file (self, chooser, G_CALLBACK (open_response_cb));
}

static void
open_folder_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open a Folder of Articles"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
      _ ("_Open"), _ ("_Cancel"));

  khatt_window_choose_file (self, chooser, G_CALLBACK (open_response_cb));
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  g_list_store_append (files, file);
  open_files (user_data, G_LIST_MODEL (files));
}

static void
paste_read_cb (KhattWindow *self, const char *text)
{
  khatt_window_read_text (find_free_window (self), text);
}

static KhattPasteDialog *
present_paste_dialog (KhattWindow *self)
{
  GtkWidget *dialog = khatt_paste_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "read", G_CALLBACK (paste_read_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return KHATT_PASTE_DIALOG (dialog);
}

static void
paste_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_paste_dialog_paste (present_paste_dialog (user_data));
}

static void
cancel_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_document_cancel (KHATT_WINDOW (user_data)->document);
}

static gboolean
drop_files (KhattWindow *self, GSList *list)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *item = list; item; item = item->next)
    g_list_store_append (files, item->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return FALSE;
  open_files (self, G_LIST_MODEL (files));
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KhattWindow *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return drop_files (self, g_value_get_boxed (value));
  if (!G_VALUE_HOLDS_STRING (value) || !g_value_get_string (value))
    return FALSE;
  khatt_paste_dialog_set_text (present_paste_dialog (self), g_value_get_string (value));
  return TRUE;
}

static void
accept_drops (KhattWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (self->drop_area, GTK_EVENT_CONTROLLER (target));
}

/**
 * khatt_window_install_open_actions:
 * @self: a window
 *
 * Adds the actions that open something, the menu of recent files, and drops.
 */
void
khatt_window_install_open_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_action },
    { .name = "open-folder", .activate = open_folder_action },
    { .name = "open-recent", .activate = open_recent_action, .parameter_type = "s" },
    { .name = "paste", .activate = paste_action },
    { .name = "cancel", .activate = cancel_action },
  };
  g_autoptr (GMenuModel) recent = khatt_recent_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  adw_split_button_set_menu_model (self->open_button, recent);
  khatt_ui_name_drop_down (self->open_button);
  accept_drops (self);
}

/**
 * khatt_window_find:
 * @application: the application
 * @file: a file
 *
 * Returns: (transfer none) (nullable): the window that shows the timeline that is kept in @file, or
 * waits for it
 */
KhattWindow *
khatt_window_find (GtkApplication *application, GFile *file)
{
  for (GList *item = gtk_application_get_windows (application); item; item = item->next)
    if (KHATT_IS_WINDOW (item->data) &&
        khatt_document_is_of (khatt_window_get_document (item->data), file))
      return item->data;
  return NULL;
}

/**
 * khatt_window_open_plain:
 * @self: a window
 * @files: (element-type GFile): what to open
 * @published: (nullable): EDTF, for articles that do not say when they were published
 *
 * Opens @files in @self as they are on disk.
 */
void
khatt_window_open_plain (KhattWindow *self, GListModel *files, const char *published)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->files = g_object_ref (files);
  khatt_document_load_async (self->document, files, published, opened_cb, opening);
}

/**
 * khatt_window_open:
 * @self: a window
 * @files: (element-type GFile): what to open; several articles make one timeline
 * @published: (nullable): EDTF, for articles that do not say when they were published
 *
 * Opens @files in @self, in place of what it shows; with changes that a crash left of them.
 */
void
khatt_window_open (KhattWindow *self, GListModel *files, const char *published)
{
  g_return_if_fail (KHATT_IS_WINDOW (self));

  if (!khatt_window_recover_files (self, files))
    khatt_window_open_plain (self, files, published);
}

/**
 * khatt_window_read_text:
 * @self: a window
 * @text: an article
 *
 * Reads @text in @self, in place of what it shows.
 */
void
khatt_window_read_text (KhattWindow *self, const char *text)
{
  g_return_if_fail (KHATT_IS_WINDOW (self));

  khatt_document_read_text_async (self->document, text, text_read_cb, g_object_ref (self));
}
