/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ways out that do not come back: pictures of the whole timeline as it is zoomed now, and its
 * events as a table. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-export.h"
#include "khatt-issue.h"
#include "khatt-save.h"

#define PICTURE_PIXEL_SCALE 2
#define EXPORT_FORMAT_KEY "khatt-export-format"

/* The picture is what the window shows, on white, with all its lanes. */
static GBytes *
draw_picture (KhattWindow *self, KhattPictureFormat format, GError **error)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (self->view);
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  KhattExportOptions options = {
    .format = format,
    .pixel_scale = PICTURE_PIXEL_SCALE,
    .style = KHATT_STYLE_LIGHT,
    .title = khatt_document_get_name (self->document),
  };
  KhattLayoutParams params;

  if (!layout || !arrangement)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("There is no timeline to draw yet."));
      return NULL;
    }
  params = *khatt_layout_get_params (layout);
  params.height = 0;
  params.scroll_y = 0;
  params.selected = KHATT_SLOT_NONE;
  return khatt_export_picture (arrangement, &params, &options, error);
}

static void
report_export (KhattWindow *self, GFile *file, const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = NULL;

  if (!self->document)
    return;
  if (error)
    {
      khatt_window_report (self, _ ("Could Not Export"), error);
      return;
    }
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_ ("Exported “%s”"), name);
  khatt_window_toast (self, text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KhattWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  report_export (self, G_FILE (source), error);
}

static void
export_picture (KhattWindow *self, GFile *file, KhattPictureFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = draw_picture (self, format, &error);

  if (bytes)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                         g_object_ref (self));
  else
    report_export (self, file, error);
}

/* What a table cannot carry is said. */
static void
export_table (KhattWindow *self, GFile *file, const char *format)
{
  g_autoptr (KhattSnapshot) snapshot =
      khatt_timeline_ref_snapshot (khatt_document_get_timeline (self->document));
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (GError) error = NULL;

  khatt_save_file (snapshot, file, format, NULL, NULL, issues, NULL, &error);
  if (!error && issues->len > 0)
    {
      const KhattIssue *issue = g_ptr_array_index (issues, 0);

      khatt_window_toast (self, issue->message);
    }
  report_export (self, file, error);
}

static void
export_response_cb (GtkNativeDialog *dialog, int response, KhattWindow *self)
{
  const char *format = g_object_get_data (G_OBJECT (dialog), EXPORT_FORMAT_KEY);
  g_autofree char *name = g_strconcat ("x.", format, NULL);
  g_autoptr (GFile) file = NULL;
  KhattPictureFormat picture;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file && khatt_picture_format_from_file_name (name, &picture))
    export_picture (self, file, picture);
  else if (file)
    export_table (self, file, format);
  g_clear_object (&self->chooser);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  const char *format = g_variant_get_string (parameter, NULL);
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export the Timeline"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  g_autofree char *suffix = g_strconcat (".", format, NULL);
  g_autofree char *name = khatt_document_dup_file_name (self->document, suffix);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (khatt_document_get_folder (self->document))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser),
                                         khatt_document_get_folder (self->document), NULL);
  g_object_set_data_full (G_OBJECT (chooser), EXPORT_FORMAT_KEY, g_strdup (format), g_free);
  khatt_window_choose_file (self, chooser, G_CALLBACK (export_response_cb));
}

/**
 * khatt_window_install_export_actions:
 * @self: a window
 *
 * Adds the actions that export.
 */
void
khatt_window_install_export_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export", .activate = export_action, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
