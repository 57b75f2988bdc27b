/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving, and what to ask when it would lose something: a file that changed on disk, a document
 * that was not read whole, a window that is closed with changes. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-ui.h"

#include "khatt-load.h"
#include "khatt-recent-menu.h"

#define NATIVE_SUFFIX ".khatt"

/**
 * khatt_window_ask:
 * @self: a window
 * @heading: a question
 * @body: what there is to know
 * @answers: names and labels of two answers; the first loses something
 * @response_cb: (type AdwMessageDialog::response): gets @self as its data
 *
 * Asks a question that has these answers, and Cancel.
 */
void
khatt_window_ask (KhattWindow *self,
                  const char *heading,
                  const char *body,
                  const char *const answers[4],
                  GCallback response_cb)
{
  g_autofree char *sentence = khatt_ui_dup_sentence (body);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, sentence);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), answers[0], answers[1],
                                    answers[2], answers[3], NULL);
  adw_message_dialog_set_response_appearance (message, answers[0], ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, answers[2], ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, answers[2]);
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_object (dialog, "response", response_cb, self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
conflict_response_cb (AdwMessageDialog *dialog, const char *response, KhattWindow *self)
{
  if (g_str_equal (response, "replace"))
    khatt_window_save_to (self, khatt_document_get_file (self->document), TRUE);
  else if (g_str_equal (response, "save-as"))
    khatt_window_save_elsewhere (self);
  else
    self->closes_when_saved = FALSE;
}

static void
ask_about_conflict (KhattWindow *self)
{
  const char *const answers[] = { "replace", _ ("_Replace"), "save-as", _ ("Save _As…") };

  khatt_window_ask (
      self, _ ("The File Has Changed"),
      _ ("Another program has changed the file since it was opened here. Replacing it loses "
         "those changes."),
      answers, G_CALLBACK (conflict_response_cb));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KhattWindow) self = user_data;
  KhattDocument *document = KHATT_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (khatt_document_save_finish (document, result, &error))
    {
      khatt_recent_menu_add (khatt_document_get_file (document));
      if (self->closes_when_saved)
        {
          self->closes_when_saved = FALSE;
          gtk_window_close (GTK_WINDOW (self));
        }
      else if (self->document)
        khatt_window_toast (self, _ ("Saved"));
      return;
    }
  if (!self->document)
    return;
  if (g_error_matches (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_CHANGED_ON_DISK))
    {
      ask_about_conflict (self);
      return;
    }
  self->closes_when_saved = FALSE;
  khatt_window_report (self, _ ("Could Not Save"), error);
}

/**
 * khatt_window_save_to:
 * @self: a window
 * @file: where to
 * @replaces_changes: whether what another program wrote there may be replaced
 *
 * Saves the document in @file, and says how that went.
 */
void
khatt_window_save_to (KhattWindow *self, GFile *file, gboolean replaces_changes)
{
  khatt_document_save_async (self->document, file, replaces_changes, saved_cb, g_object_ref (self));
}

static void
save_as_response_cb (GtkNativeDialog *dialog, int response, KhattWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  /* The dialog has asked whether to replace a file of that name. */
  if (file)
    khatt_window_save_to (self, file, TRUE);
  else
    self->closes_when_saved = FALSE;
  g_clear_object (&self->chooser);
}

/**
 * khatt_window_save_elsewhere:
 * @self: a window
 *
 * Asks for a file, and saves the document there.
 */
void
khatt_window_save_elsewhere (KhattWindow *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Save the Timeline"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autofree char *name = khatt_document_dup_file_name (self->document, NATIVE_SUFFIX);
  GFile *folder = khatt_document_get_folder (self->document);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Khatt Timelines"));
  gtk_file_filter_add_suffix (filter, "khatt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  if (folder)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  khatt_window_choose_file (self, chooser, G_CALLBACK (save_as_response_cb));
}

static void
losses_response_cb (AdwMessageDialog *dialog, const char *response, KhattWindow *self)
{
  if (g_str_equal (response, "replace"))
    khatt_window_save_to (self, khatt_document_get_file (self->document), FALSE);
  else if (g_str_equal (response, "save-as"))
    khatt_window_save_elsewhere (self);
  else
    self->closes_when_saved = FALSE;
}

static void
ask_about_losses (KhattWindow *self)
{
  const char *const answers[] = { "replace", _ ("_Replace"), "save-as", _ ("Save _As…") };

  khatt_window_ask (
      self, _ ("Part of the File Was Not Read"),
      _ ("Some of what the file holds could not be read. Saving over it loses that part."), answers,
      G_CALLBACK (losses_response_cb));
}

static void
save (KhattWindow *self)
{
  switch (khatt_document_get_save_state (self->document))
    {
    case KHATT_SAVE_IN_PLACE:
      khatt_window_save_to (self, khatt_document_get_file (self->document), FALSE);
      break;
    case KHATT_SAVE_LOSES:
      ask_about_losses (self);
      break;
    case KHATT_SAVE_IS_READ_ONLY:
      khatt_window_toast (self, _ ("A newer version wrote this file: save it under another name"));
      khatt_window_save_elsewhere (self);
      break;
    case KHATT_SAVE_NEEDS_NAME:
    default:
      khatt_window_save_elsewhere (self);
      break;
    }
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save (user_data);
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_window_save_elsewhere (user_data);
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, KhattWindow *self)
{
  if (g_str_equal (response, "discard"))
    {
      /* libadwaita 1.2's dialog looks for its parent once more after it has answered. */
      gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (g_str_equal (response, "save"))
    {
      self->closes_when_saved = TRUE;
      save (self);
    }
}

/**
 * khatt_window_ask_before_close:
 * @self: a window
 *
 * Asks what to do with changes that are not saved, if there are any. Where they are just being
 * saved, there is nothing to ask: the window closes then.
 *
 * Returns: %TRUE where the window stays open until there is an answer, or it is saved
 */
gboolean
khatt_window_ask_before_close (KhattWindow *self)
{
  const char *const answers[] = { "discard", _ ("_Discard"), "save", _ ("_Save") };
  g_autofree char *body = NULL;

  if (!self->document || !khatt_document_is_modified (self->document))
    return FALSE;
  if (khatt_document_is_saving (self->document))
    {
      self->closes_when_saved = TRUE;
      return TRUE;
    }
  /* Translators: %s is the name of a document. */
  body = g_strdup_printf (_ ("“%s” has changes that are not saved."),
                          khatt_document_get_name (self->document));
  khatt_window_ask (self, _ ("Save Changes?"), body, answers, G_CALLBACK (close_response_cb));
  return TRUE;
}

/**
 * khatt_window_install_save_actions:
 * @self: a window
 *
 * Adds the actions that save.
 */
void
khatt_window_install_save_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = save_action },
    { .name = "save-as", .activate = save_as_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
