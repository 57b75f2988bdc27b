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
  KhattTimeline *timeline;
  KhattSnapshot *snapshot;
  GFile *file;
  gboolean replaces_changes;
  char *etag;
  char *new_etag;
  GPtrArray *issues;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->timeline);
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

static void start_save (KhattDocument *self);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  KhattDocument *self = g_task_get_source_object (task);
  const Save *save = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean is_written = g_task_propagate_boolean (G_TASK (result), &error);

  g_queue_pop_head (&self->saves);
  /* Another document may have taken its place. */
  if (is_written && save->timeline == self->timeline)
    khatt_document_note_saved (self, save->file, save->new_etag, save->snapshot);
  start_save (self);
  if (is_written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* One after the other: each has to know what the one before left on disk. */
static void
start_save (KhattDocument *self)
{
  GTask *task = g_queue_peek_head (&self->saves);
  Save *save = task ? g_task_get_task_data (task) : NULL;
  g_autoptr (GTask) writing = NULL;
  gboolean is_same_file;

  if (!save)
    return;
  is_same_file = self->file && g_file_equal (self->file, save->file);
  if (is_same_file && !save->replaces_changes)
    save->etag = g_strdup (self->etag);
  writing = g_task_new (NULL, NULL, written_cb, task);
  g_task_set_task_data (writing, save, NULL); /* kept by `task` */
  g_task_run_in_thread (writing, save_in_thread);
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
  GTask *task;

  g_return_if_fail (KHATT_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  save = g_new0 (Save, 1);
  save->timeline = g_object_ref (self->timeline);
  save->snapshot = khatt_timeline_ref_snapshot (self->timeline);
  save->file = g_object_ref (file);
  save->replaces_changes = replaces_changes;
  save->issues = khatt_issues_new ();
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  g_queue_push_tail (&self->saves, task);
  if (self->saves.length == 1)
    start_save (self);
}

/**
 * khatt_document_is_saving:
 * @self: a document
 *
 * Returns: %TRUE while it is being written
 */
gboolean
khatt_document_is_saving (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), FALSE);

  return self->saves.length > 0;
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
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
