/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writing a document: the snapshot of a moment, in a thread, while the window goes on. */

#include "khatt-document-private.h"

#include "khatt-issue.h"
#include "khatt-save.h"

/* What one save is about. */
typedef struct
{
  KhattSnapshot *snapshot;
  GFile *file;
  char *etag;
  char *new_etag;
  GPtrArray *issues;
} Save;

static void
save_free (Save *save)
{
  khatt_snapshot_unref (save->snapshot);
  g_object_unref (save->file);
  g_free (save->etag);
  g_free (save->new_etag);
  g_ptr_array_unref (save->issues);
  g_free (save);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (khatt_save_file (save->snapshot, save->file, KHATT_DOCUMENT_FORMAT, save->etag,
                       &save->new_etag, save->issues, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * khatt_document_save_async:
 * @self: a document
 * @file: where to write it
 * @replaces_changes: whether it may replace a file that somebody else changed since it was loaded
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Writes the document as it is now to @file in a thread; from then on that is its file.
 */
void
khatt_document_save_async (KhattDocument *self,
                           GFile *file,
                           gboolean replaces_changes,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Save *save;
  g_autoptr (GTask) task = NULL;
  GFile *own_file;
  gboolean is_same_file;

  g_return_if_fail (KHATT_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  own_file = khatt_document_get_file (self);
  is_same_file = own_file && g_file_equal (own_file, file);
  save = g_new0 (Save, 1);
  save->snapshot = khatt_timeline_ref_snapshot (khatt_document_get_timeline (self));
  save->file = g_object_ref (file);
  save->etag = is_same_file && !replaces_changes ? g_strdup (khatt_document_get_etag (self)) : NULL;
  save->issues = khatt_issues_new ();
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * khatt_document_save_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location for a %KHATT_FILES_ERROR or %G_IO_ERROR
 *
 * Returns: %TRUE where it was written
 */
gboolean
khatt_document_save_finish (KhattDocument *self, GAsyncResult *result, GError **error)
{
  const Save *save;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  save = g_task_get_task_data (G_TASK (result));
  khatt_document_note_saved (self, save->file, save->new_etag,
                             khatt_snapshot_get_revision (save->snapshot));
  return TRUE;
}
