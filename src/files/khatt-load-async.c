/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loading for windows: the same, in a thread, with progress told in the main context it was started
 * from. */

#include "khatt-load-private.h"

/* How often progress is told. */
#define TICK_US (G_USEC_PER_SEC / 20)

struct _KhattTicker
{
  gatomicrefcount references;
  GMainContext *context;
  KhattLoadProgress progress; /* only ever called in `context` */
  gpointer data;
  GCancellable *cancellable;
  goffset done; /* the thread's */
  goffset total;
  gint64 last_us;
  gint is_over;
};

typedef struct
{
  GPtrArray *files;
  KhattLoadOptions options;
  char *format;
  char *published;
  KhattTicker *ticker;
} Job;

typedef struct
{
  KhattTicker *ticker;
  goffset done;
  goffset total;
} Tick;

static void
ticker_unref (KhattTicker *ticker)
{
  if (!g_atomic_ref_count_dec (&ticker->references))
    return;
  g_main_context_unref (ticker->context);
  g_clear_object (&ticker->cancellable);
  g_free (ticker);
}

static void
tick_free (gpointer data)
{
  Tick *tick = data;

  ticker_unref (tick->ticker);
  g_free (tick);
}

static gboolean
tick_cb (gpointer data)
{
  Tick *tick = data;

  /* A tick that comes after the result, or after cancelling, has nobody to go to. */
  if (!g_atomic_int_get (&tick->ticker->is_over) &&
      !g_cancellable_is_cancelled (tick->ticker->cancellable))
    tick->ticker->progress (tick->done, tick->total, tick->ticker->data);
  return G_SOURCE_REMOVE;
}

/**
 * khatt_ticker_advance: (skip)
 * @ticker: a ticker
 * @bytes: so many more were read
 */
void
khatt_ticker_advance (KhattTicker *ticker, goffset bytes)
{
  gint64 now_us = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Tick *tick;

  ticker->done += bytes;
  if (now_us - ticker->last_us < TICK_US)
    return;
  ticker->last_us = now_us;
  tick = g_new (Tick, 1);
  *tick = (Tick){ ticker, ticker->done, ticker->total };
  g_atomic_ref_count_inc (&ticker->references);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tick_cb, tick, tick_free);
  g_source_attach (source, ticker->context);
}

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
    ticker_unref (job->ticker);
  g_free (job);
}

static goffset
measure (const GPtrArray *files, GCancellable *cancellable)
{
  goffset total = 0;

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GFileInfo) info =
          g_file_query_info (g_ptr_array_index (files, i), G_FILE_ATTRIBUTE_STANDARD_SIZE,
                             G_FILE_QUERY_INFO_NONE, cancellable, NULL);

      if (info != NULL)
        total += g_file_info_get_size (info);
    }
  return total;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  KhattLoaded *loaded;

  if (job->ticker != NULL)
    job->ticker->total = measure (job->files, cancellable);
  loaded = khatt_load_with_ticker ((GFile **) job->files->pdata, job->files->len, &job->options,
                                   job->ticker, cancellable, &error);
  if (job->ticker != NULL)
    g_atomic_int_set (&job->ticker->is_over, TRUE);
  if (loaded == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, loaded, (GDestroyNotify) khatt_loaded_free);
}

static KhattTicker *
ticker_new (KhattLoadProgress progress, gpointer data, GCancellable *cancellable)
{
  KhattTicker *ticker = g_new0 (KhattTicker, 1);

  g_atomic_ref_count_init (&ticker->references);
  ticker->context = g_main_context_ref_thread_default ();
  ticker->progress = progress;
  ticker->data = data;
  ticker->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return ticker;
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
    job->ticker = ticker_new (progress, progress_data, cancellable);
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
