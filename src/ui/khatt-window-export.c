/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ways out that do not come back: pictures of the timeline, as files and to the clipboard, and its
 * events as a table. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-export-dialog.h"
#include "khatt-issue.h"
#include "khatt-save.h"
#include "khatt-sentence.h"

#define EXPORT_FORMAT_KEY "khatt-export-format"
#define COPY_PIXEL_SCALE 2

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
export_picture (KhattWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      khatt_export_choices_draw (khatt_export_choices_get_for_files (), self->view,
                                 khatt_window_get_paper_title (self), &error);

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

/* Without a format it is a picture, as it was chosen. */
static void
export_response_cb (GtkNativeDialog *dialog, int response, KhattWindow *self)
{
  const char *format = g_object_get_data (G_OBJECT (dialog), EXPORT_FORMAT_KEY);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file && format)
    export_table (self, file, format);
  else if (file)
    export_picture (self, file);
  g_clear_object (&self->chooser);
}

static void
choose_file (KhattWindow *self, const char *suffix, const char *format)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export the Timeline"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  g_autofree char *name = khatt_document_dup_file_name (self->document, suffix);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (khatt_document_get_folder (self->document))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser),
                                         khatt_document_get_folder (self->document), NULL);
  g_object_set_data_full (G_OBJECT (chooser), EXPORT_FORMAT_KEY, g_strdup (format), g_free);
  khatt_window_choose_file (self, chooser, G_CALLBACK (export_response_cb));
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *format = g_variant_get_string (parameter, NULL);
  g_autofree char *suffix = g_strconcat (".", format, NULL);

  choose_file (user_data, suffix, format);
}

static void
chosen_cb (KhattWindow *self)
{
  choose_file (self, khatt_export_choices_get_suffix (khatt_export_choices_get_for_files ()), NULL);
}

static void
export_picture_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  GtkWidget *dialog;

  khatt_window_size_view (self);
  dialog = khatt_export_dialog_new (GTK_WINDOW (self), self->view);
  g_signal_connect_object (dialog, "export", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The sentences of what is drawn one by one, in the order of time. */
static char *
dup_sentences (KhattWindow *self)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (self->view);
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (arrangement);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    {
      g_autofree char *sentence =
          khatt_sentence_new (snapshot, khatt_layout_get_mark (layout, i)->slot,
                              khatt_timeline_view_get_words (self->view));
      g_autofree char *plain = khatt_bidi_strip (sentence);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", plain);
    }
  return g_string_free (text, FALSE);
}

/* What is shown, as a picture for whoever takes pictures and as words for the others. */
static void
copy_image_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  const KhattExportChoices choices = {
    .format = KHATT_PICTURE_PNG,
    .is_view = TRUE,
    .style = KHATT_STYLE_LIGHT,
    .pixel_scale = COPY_PIXEL_SCALE,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = khatt_export_choices_draw (&choices, self->view, NULL, &error);
  g_autofree char *text = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;

  if (!picture)
    {
      khatt_window_report (self, _ ("Could Not Copy"), error);
      return;
    }
  text = dup_sentences (self);
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", picture);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  khatt_window_toast (self, _ ("Copied as an image"));
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
    { .name = "export-picture", .activate = export_picture_action },
    { .name = "copy-image", .activate = copy_image_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
