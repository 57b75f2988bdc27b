/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a crash left comes back in a window, with a bar that says so. To discard it is to undo it.
 */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-preferences.h"
#include "khatt-recent-menu.h"
#include "khatt-words.h"

/* What a window is restored for: a file that was to be opened, or nothing. */
typedef struct
{
  KhattWindow *window;
  GListModel *files;
} Recovering;

static void
recovering_free (Recovering *recovering)
{
  g_object_unref (recovering->window);
  g_clear_object (&recovering->files);
  g_free (recovering);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recovering, recovering_free)

/* "8 August 2025, 10:20". */
static char *
dup_time_words (gint64 seconds)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autofree char *edtf = g_date_time_format (time, "%Y-%m-%d");
  g_autofree char *hours = g_date_time_format (time, "%H:%M");
  g_autofree char *clock = khatt_calendar_shape_digits (hours, &words);
  g_autofree char *day = NULL;
  KhattDate date;

  g_return_val_if_fail (khatt_date_parse (edtf, -1, &date, NULL), NULL);
  day = khatt_words_date (&words, &date, KHATT_CALENDAR_GREGORIAN);
  /* Translators: a day, and a time of it: "8 August 2025, 10:20". */
  return g_strdup_printf (_ ("%s, %s"), day, clock);
}

static char *
dup_sentence (KhattWindow *self)
{
  g_autofree char *time = dup_time_words (khatt_document_get_restored_time (self->document));

  if (khatt_document_get_recovery (self->document) == KHATT_RECOVERY_COPY)
    /* Translators: %s is a date and a time. */
    return g_strdup_printf (_ ("The file has changed since. This is a copy with the changes of %s "
                               "that were not saved."),
                            time);
  /* Translators: %s is a date and a time. */
  return g_strdup_printf (_ ("Changes of %s that were not saved were restored."), time);
}

static void
hide_notice (KhattWindow *self)
{
  if (self->recovery_notice)
    gtk_box_remove (self->notices, self->recovery_notice);
  self->recovery_notice = NULL;
}

/**
 * khatt_window_show_recovery:
 * @self: a window whose document was just loaded
 *
 * Says where it was restored.
 */
void
khatt_window_show_recovery (KhattWindow *self)
{
  g_autofree char *text = NULL;
  KhattNoticeBar *bar;

  hide_notice (self);
  if (khatt_document_get_recovery (self->document) == KHATT_RECOVERY_NONE)
    return;
  text = dup_sentence (self);
  self->recovery_notice =
      khatt_notice_bar_new ("document-revert-symbolic", _ ("Unsaved Changes"), text);
  bar = KHATT_NOTICE_BAR (self->recovery_notice);
  khatt_notice_bar_add_button (bar, _ ("_Keep"), "win.keep-restored", TRUE);
  khatt_notice_bar_add_button (bar, _ ("_Discard Changes"), "win.discard-restored", FALSE);
  gtk_box_append (self->notices, self->recovery_notice);
}

static void
keep_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hide_notice (user_data);
}

static void
discard_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);

  while (khatt_document_is_modified (self->document) && khatt_timeline_can_undo (timeline))
    khatt_timeline_undo (timeline);
  hide_notice (self);
  khatt_window_toast_action (self, _ ("Restored changes discarded"), _ ("_Restore Again"),
                             "win.restore-again");
}

static void
restore_again_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattTimeline *timeline = khatt_document_get_timeline (KHATT_WINDOW (user_data)->document);

  while (khatt_timeline_can_redo (timeline))
    khatt_timeline_redo (timeline);
}

/* Saved, or undone: there is nothing left to decide. */
static void
modified_cb (KhattWindow *self)
{
  if (!khatt_document_is_modified (self->document))
    hide_notice (self);
}

static void
not_kept_cb (KhattWindow *self, const GError *error)
{
  g_autofree char *text =
      /* Translators: %s is a sentence that says why. */
      g_strdup_printf (_ ("Unsaved changes are not kept safe now: %s"), error->message);

  khatt_window_toast (self, text);
}

/**
 * khatt_window_follow_recovery:
 * @self: a window
 *
 * Adds the actions of the bar that says what was restored.
 */
void
khatt_window_follow_recovery (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "keep-restored", .activate = keep_action },
    { .name = "discard-restored", .activate = discard_action },
    { .name = "restore-again", .activate = restore_again_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->document, "notify::is-modified", G_CALLBACK (modified_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "not-kept", G_CALLBACK (not_kept_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The file that was to be opened is another one now than what was restored. */
static void
open_file_too (KhattWindow *self, GListModel *files)
{
  GtkWidget *window = khatt_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  gtk_window_present (GTK_WINDOW (window));
  khatt_window_open_plain (KHATT_WINDOW (window), files, NULL);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Recovering) recovering = user_data;
  KhattWindow *self = recovering->window;
  KhattDocument *document = KHATT_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean is_restored = khatt_document_load_finish (document, result, &error);

  if (!self->document || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!is_restored)
    {
      khatt_window_report (self, _ ("Could Not Restore Changes"), error);
      if (recovering->files)
        khatt_window_open_plain (self, recovering->files, NULL);
      return;
    }
  if (khatt_document_get_file (document))
    khatt_recent_menu_add (khatt_document_get_file (document));
  else if (recovering->files)
    open_file_too (self, recovering->files);
  khatt_window_tell_issues (self);
}

/**
 * khatt_window_recover:
 * @self: a window
 * @info: what a crash left
 * @files: (nullable) (element-type GFile): the file that is to be opened, which @info is of
 *
 * Restores @info in @self, in place of what it shows.
 */
void
khatt_window_recover (KhattWindow *self, const KhattJournalInfo *info, GListModel *files)
{
  Recovering *recovering;

  g_return_if_fail (KHATT_IS_WINDOW (self));

  recovering = g_new0 (Recovering, 1);
  recovering->window = g_object_ref (self);
  g_set_object (&recovering->files, files);
  khatt_document_recover_async (self->document, info, recovered_cb, recovering);
}

/**
 * khatt_window_recover_files:
 * @self: a window
 * @files: (element-type GFile): what is to be opened
 *
 * Where @files is one document, and a crash left changes of it, opens it with them.
 *
 * Returns: %FALSE where there is nothing to restore
 */
gboolean
khatt_window_recover_files (KhattWindow *self, GListModel *files)
{
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GFile) file = NULL;

  if (g_list_model_get_n_items (files) != 1)
    return FALSE;
  file = g_list_model_get_item (files, 0);
  uri = g_file_get_uri (file);
  folder = khatt_document_dup_journal_folder ();
  infos = khatt_journal_find (folder);
  for (guint i = 0; i < infos->len; i++)
    {
      const KhattJournalInfo *info = g_ptr_array_index (infos, i);

      if (g_strcmp0 (info->uri, uri) != 0)
        continue;
      khatt_window_recover (self, info, files);
      return TRUE;
    }
  return FALSE;
}
