/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loading a document in a thread. A load that is overtaken by another, or cancelled, changes
 * nothing. */

#include "khatt-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-new-file.h"
#include "khatt-ui.h"

static void
load_free (KhattDocumentLoad *load)
{
  g_clear_object (&load->file);
  g_free (load->name);
  g_free (load->text);
  g_clear_pointer (&load->info, khatt_journal_info_free);
  g_clear_pointer (&load->journal, khatt_journal_close);
  g_clear_pointer (&load->loaded, khatt_loaded_free);
  g_clear_pointer (&load->base, khatt_snapshot_unref);
  g_clear_error (&load->error);
  g_free (load);
}

/**
 * khatt_document_dup_plain_name:
 * @file: a file
 *
 * Returns: (transfer full): its name without what says its format: "calls" of calls.txt
 */
char *
khatt_document_dup_plain_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  char *dot = strrchr (name, '.');

  if (dot && dot > name)
    *dot = '\0';
  return g_steal_pointer (&name);
}

static void
begin_journal (KhattDocument *self, KhattDocumentLoad *load)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);
  KhattSnapshot *base = load->base ? load->base : snapshot;

  khatt_document_journal_begin (self->journal, self->file ? base : NULL);
  if (load->journal)
    khatt_document_journal_adopt (self->journal, g_steal_pointer (&load->journal),
                                  load->recovery == KHATT_RECOVERY_COPY);
}

static void
tidy_in_thread (GTask *task, gpointer file, gpointer data, GCancellable *cancellable)
{
  khatt_new_file_tidy (g_file_peek_path (file));
}

/* Saves that were killed leave what they had written; the journal has what was to be saved. */
static void
tidy (GFile *file)
{
  g_autoptr (GTask) task = NULL;

  if (g_file_peek_path (file) == NULL)
    return;
  task = g_task_new (file, NULL, NULL, NULL);
  g_task_run_in_thread (task, tidy_in_thread);
}

static void
take_loaded (KhattDocument *self, KhattLoaded *loaded, KhattDocumentLoad *load)
{
  static const char *const changed[] = { "timeline", "file", "name", "is-modified" };
  gboolean is_native = g_strcmp0 (loaded->format, KHATT_DOCUMENT_FORMAT) == 0;

  if (!is_native && load->recovery == KHATT_RECOVERY_NONE)
    khatt_document_direct (loaded->timeline, khatt_timeline_get_direction (loaded->timeline));
  khatt_document_take_timeline (self, loaded->timeline);
  g_clear_object (&self->file);
  if (is_native && load->file)
    self->file = g_object_ref (load->file);
  g_clear_object (&self->folder);
  if (load->file)
    self->folder = g_file_get_parent (load->file);
  g_free (self->name);
  self->name = g_strdup (load->name);
  g_free (self->etag);
  self->etag = is_native ? g_strdup (loaded->etag) : NULL;
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  if (loaded->issues)
    self->issues = g_ptr_array_ref (loaded->issues);
  self->has_losses = loaded->has_losses;
  self->is_read_only = loaded->is_read_only;
  self->is_new = load->text != NULL;
  self->recovery = load->recovery;
  self->restored_time = load->info ? load->info->changed : 0;
  self->was_modified = khatt_document_is_modified (self);

  begin_journal (self, load);
  khatt_document_watch (self);
  if (self->file && !load->info)
    tidy (self->file);

  for (gsize i = 0; i < G_N_ELEMENTS (changed); i++)
    g_object_notify (G_OBJECT (self), changed[i]);
  g_signal_emit_by_name (self, "loaded");
}

/* Whether the load of `task` is still the one that the document waits for. */
static gboolean
end_load (KhattDocument *self, GTask *task)
{
  if (self->loading != g_task_get_cancellable (task))
    return FALSE;
  g_clear_object (&self->loading);
  g_clear_object (&self->loading_file);
  g_object_notify (G_OBJECT (self), "is-busy");
  return TRUE;
}

static void
finish_load (GTask *task, KhattLoaded *loaded, GError *error)
{
  KhattDocument *self = g_task_get_source_object (task);
  gboolean is_current = end_load (self, task);

  if (error)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!is_current)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Cancelled"));
  else
    {
      take_loaded (self, loaded, g_task_get_task_data (task));
      g_task_return_boolean (task, TRUE);
    }
}

static void
files_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (KhattLoaded) loaded = khatt_load_finish (result, &error);

  finish_load (task, loaded, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (KhattLoaded) loaded = g_task_propagate_pointer (G_TASK (result), &error);

  finish_load (task, loaded, error);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  KhattLoaded *loaded = khatt_document_restore (data, &error);

  if (loaded)
    g_task_return_pointer (task, loaded, (GDestroyNotify) khatt_loaded_free);
  else
    g_task_return_error (task, error);
}

static void
restore (GTask *task)
{
  g_autoptr (GTask) restoring = g_task_new (NULL, NULL, restored_cb, task);

  g_task_set_task_data (restoring, g_task_get_task_data (task), NULL); /* kept by `task` */
  g_task_run_in_thread (restoring, restore_in_thread);
}

static void
file_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  KhattDocumentLoad *load = g_task_get_task_data (task);

  load->loaded = khatt_load_finish (result, &load->error);
  restore (task);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (KhattLoaded) loaded = g_task_propagate_pointer (G_TASK (result), &error);

  finish_load (task, loaded, error);
}

static void
progress_cb (goffset done, goffset total, gpointer user_data)
{
  KhattDocument *self = user_data;

  if (total > 0)
    g_signal_emit_by_name (self, "progress", (double) done / (double) total);
}

static void
read_text_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *text = ((const KhattDocumentLoad *) data)->text;
  KhattLoadOptions options = ((const KhattDocumentLoad *) data)->options;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  GError *error = NULL;
  KhattLoaded *loaded =
      khatt_load_bytes (bytes, _ ("Pasted article"), &options, cancellable, &error);

  if (loaded)
    g_task_return_pointer (task, loaded, (GDestroyNotify) khatt_loaded_free);
  else
    g_task_return_error (task, error);
}

static GTask *
begin_load (KhattDocument *self,
            KhattDocumentLoad *load,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task;

  khatt_document_cancel (self);
  self->loading = g_cancellable_new ();
  g_set_object (&self->loading_file, load->file);
  task = g_task_new (self, self->loading, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_object_notify (G_OBJECT (self), "is-busy");
  return task;
}

/**
 * khatt_document_load_async:
 * @self: a document
 * @files: (element-type GFile): what to load; several articles make one timeline
 * @published: (nullable): EDTF, the publication date of articles that do not say their own
 * @callback: called when it is loaded
 * @user_data: for @callback
 *
 * Loads @files in a thread; a load under way is cancelled. Nothing changes until it has succeeded.
 */
void
khatt_document_load_async (KhattDocument *self,
                           GListModel *files,
                           const char *published,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  guint n_files = g_list_model_get_n_items (files);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);
  KhattDocumentLoad *load;
  GTask *task;

  g_return_if_fail (KHATT_IS_DOCUMENT (self));
  g_return_if_fail (n_files > 0);

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  load = g_new0 (KhattDocumentLoad, 1);
  load->name = khatt_document_dup_plain_name (array->pdata[0]);
  if (n_files == 1)
    load->file = g_object_ref (array->pdata[0]);
  load->options = khatt_document_get_load_options (self);
  load->options.published = published;

  task = begin_load (self, load, callback, user_data);
  khatt_load_async ((GFile **) array->pdata, n_files, &load->options, progress_cb, self,
                    g_task_get_cancellable (task), files_loaded_cb, task);
}

/**
 * khatt_document_read_text_async:
 * @self: a document
 * @text: an article
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads the events out of @text in a thread, as khatt_document_load_async() does with a file.
 */
void
khatt_document_read_text_async (KhattDocument *self,
                                const char *text,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  KhattDocumentLoad *load;
  GTask *task;
  g_autoptr (GTask) reading = NULL;

  g_return_if_fail (KHATT_IS_DOCUMENT (self));
  g_return_if_fail (text != NULL);

  load = g_new0 (KhattDocumentLoad, 1);
  load->name = g_strdup (_ ("Pasted article"));
  load->text = g_strdup (text);
  load->options = khatt_document_get_load_options (self);
  load->options.format = "text";
  task = begin_load (self, load, callback, user_data);
  reading = g_task_new (NULL, g_task_get_cancellable (task), text_read_cb, task);
  g_task_set_task_data (reading, load, NULL); /* kept by `task` */
  g_task_run_in_thread (reading, read_text_in_thread);
}

/**
 * khatt_document_recover_async:
 * @self: a document
 * @info: what khatt_journal_find() told of a journal
 * @callback: called when it is restored
 * @user_data: for @callback
 *
 * Loads what a crash left, as khatt_document_load_async() does with a file. Where the file is no
 * longer the one that was changed, it becomes a copy without a file.
 */
void
khatt_document_recover_async (KhattDocument *self,
                              const KhattJournalInfo *info,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  KhattDocumentLoad *load;
  GTask *task;

  g_return_if_fail (KHATT_IS_DOCUMENT (self));

  load = g_new0 (KhattDocumentLoad, 1);
  load->info = khatt_journal_info_copy (info);
  load->file = info->uri ? g_file_new_for_uri (info->uri) : NULL;
  load->name = g_strdup (info->name);
  load->options = khatt_document_get_load_options (self);
  load->options.format = KHATT_DOCUMENT_FORMAT;
  task = begin_load (self, load, callback, user_data);
  if (load->file)
    khatt_load_async (&load->file, 1, &load->options, progress_cb, self,
                      g_task_get_cancellable (task), file_loaded_cb, task);
  else
    restore (task);
}

/**
 * khatt_document_load_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE where the document was replaced by what was loaded
 */
gboolean
khatt_document_load_finish (KhattDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * khatt_document_cancel:
 * @self: a document
 *
 * Cancels the load under way, if there is one.
 */
void
khatt_document_cancel (KhattDocument *self)
{
  g_autoptr (GCancellable) loading = NULL;

  g_return_if_fail (KHATT_IS_DOCUMENT (self));

  loading = g_steal_pointer (&self->loading);
  if (!loading)
    return;
  g_cancellable_cancel (loading);
  g_object_notify (G_OBJECT (self), "is-busy");
}
