/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loading for windows: the same, in a thread, with progress told in the main context it was started
 * from. */

#include "khatt-load-private.h"

typedef struct
{
  GPtrArray *files;
  KhattLoadOptions options;
  char *format;
  char *published;
  KhattTicker *ticker;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->files);
  g_free (job->format);
  g_free (job->published);
  if (job->options.lexicon != NULL)
    khatt_lexicon_unref ((KhattLexicon *) job->options.lexicon);
  if (job->ticker != NULL)
    khatt_ticker_unref (job->ticker);
  g_free (job);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  KhattLoaded *loaded;

  loaded = khatt_load_with_ticker ((GFile **) job->files->pdata, job->files->len, &job->options,
                                   job->ticker, cancellable, &error);
  if (job->ticker != NULL)
    khatt_ticker_end (job->ticker);
  if (loaded == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, loaded, (GDestroyNotify) khatt_loaded_free);
}

/**
 * khatt_load_async:
 * @files: (array length=n_files): files; they become one timeline
 * @n_files: how many, one at least
 * @options: (nullable): how to read them; copied
 * @progress: (nullable): is told, in the thread-default main context, how many bytes of how many
 * were read; never after @callback and never after cancelling
 * @progress_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @callback: is called when all is read; it calls khatt_load_finish()
 * @user_data: for @callback
 */
void
khatt_load_async (GFile **files,
                  gsize n_files,
                  const KhattLoadOptions *options,
                  KhattLoadProgress progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, khatt_load_async);
  job->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n_files; i++)
    g_ptr_array_add (job->files, g_object_ref (files[i]));
  if (options != NULL)
    {
      job->options = *options;
      job->options.format = job->format = g_strdup (options->format);
      job->options.published = job->published = g_strdup (options->published);
      if (options->lexicon != NULL)
        job->options.lexicon = khatt_lexicon_ref ((KhattLexicon *) options->lexicon);
    }
  if (progress != NULL)
    {
      g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

      job->ticker = khatt_ticker_new (context, progress, progress_data, cancellable);
    }
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * khatt_load_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what the files hold
 */
KhattLoaded *
khatt_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, khatt_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
