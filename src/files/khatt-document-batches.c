/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattDocumentBatches: a queue of lines. Threads read what nobody reads yet, the oldest first; the
 * one that fills the queue takes in what is read, in order, and when the queue is full reads too.
 * So it is as fast as there are cores, holds a few megabytes at a time, and what comes out does not
 * depend on who was faster. A small document needs no thread. */

#include "khatt-document-batches.h"

#include <string.h>

#define BATCH_SIZE ((gsize) 512 * 1024)
#define MOST_THREADS 3
#define WAITING_PER_READER 3

typedef enum
{
  ENTRY_WAITS,
  ENTRY_IS_BEING_READ,
  ENTRY_IS_READ,
} EntryState;

typedef struct
{
  KhattDocumentLines *lines;
  EntryState state;
} Entry;

struct _KhattDocumentBatches
{
  const KhattLoading *loading;
  KhattDocumentTakeLines take;
  gpointer data;

  KhattDocumentLines *filling;
  KhattDocumentLinesReader *own_reader;
  guint n_threads;
  GThread *threads[MOST_THREADS];
  KhattDocumentLinesReader *readers[MOST_THREADS];

  GMutex mutex;
  GCond changed;
  /* Guarded by the mutex. */
  GQueue entries; /* of Entry, in the order of the file */
  gboolean is_over;
};

static void
entry_free (Entry *entry)
{
  khatt_document_lines_free (entry->lines);
  g_free (entry);
}

static guint
count_threads (const KhattLoading *loading)
{
  guint n_cores = loading->options->n_jobs > 0 ? loading->options->n_jobs : g_get_num_processors ();

  return MIN (n_cores, MOST_THREADS + 1) - 1;
}

/**
 * khatt_document_batches_new: (skip)
 * @loading: what the document is loaded into
 * @take: (scope notified): takes lines in, in the thread that calls the functions below
 * @data: for @take
 *
 * Returns: (transfer full): an empty queue
 */
KhattDocumentBatches *
khatt_document_batches_new (const KhattLoading *loading, KhattDocumentTakeLines take, gpointer data)
{
  KhattDocumentBatches *batches = g_new0 (KhattDocumentBatches, 1);

  batches->loading = loading;
  batches->take = take;
  batches->data = data;
  g_mutex_init (&batches->mutex);
  g_cond_init (&batches->changed);
  g_queue_init (&batches->entries);
  return batches;
}

/**
 * khatt_document_batches_free: (skip)
 * @batches: (transfer full): a queue
 *
 * Forgets what was not taken in.
 */
void
khatt_document_batches_free (KhattDocumentBatches *batches)
{
  g_mutex_lock (&batches->mutex);
  batches->is_over = TRUE;
  g_cond_broadcast (&batches->changed);
  g_mutex_unlock (&batches->mutex);
  for (guint i = 0; i < batches->n_threads; i++)
    {
      g_thread_join (batches->threads[i]);
      khatt_document_lines_reader_free (batches->readers[i]);
    }

  g_queue_clear_full (&batches->entries, (GDestroyNotify) entry_free);
  g_clear_pointer (&batches->filling, khatt_document_lines_free);
  g_clear_pointer (&batches->own_reader, khatt_document_lines_reader_free);
  g_mutex_clear (&batches->mutex);
  g_cond_clear (&batches->changed);
  g_free (batches);
}

/* Under the mutex. */
static Entry *
find_waiting (KhattDocumentBatches *batches)
{
  for (GList *link = batches->entries.head; link != NULL; link = link->next)
    {
      Entry *entry = link->data;

      if (entry->state == ENTRY_WAITS)
        return entry;
    }
  return NULL;
}

/* Under the mutex, which is given up meanwhile. */
static void
read_entry (KhattDocumentBatches *batches, Entry *entry, KhattDocumentLinesReader *reader)
{
  entry->state = ENTRY_IS_BEING_READ;
  g_mutex_unlock (&batches->mutex);
  khatt_document_lines_read (entry->lines, reader);
  g_mutex_lock (&batches->mutex);
  entry->state = ENTRY_IS_READ;
  g_cond_broadcast (&batches->changed);
}

typedef struct
{
  KhattDocumentBatches *batches;
  KhattDocumentLinesReader *reader;
} ThreadTask;

static gpointer
read_in_thread (gpointer data)
{
  g_autofree ThreadTask *task = data;
  KhattDocumentBatches *batches = task->batches;

  g_mutex_lock (&batches->mutex);
  while (!batches->is_over)
    {
      Entry *entry = find_waiting (batches);

      if (entry != NULL)
        read_entry (batches, entry, task->reader);
      else
        g_cond_wait (&batches->changed, &batches->mutex);
    }
  g_mutex_unlock (&batches->mutex);
  return NULL;
}

static void
start_threads (KhattDocumentBatches *batches)
{
  guint n_wanted = count_threads (batches->loading);

  batches->own_reader = khatt_document_lines_reader_new (batches->loading);
  for (guint i = 0; i < n_wanted; i++)
    {
      ThreadTask *task = g_new0 (ThreadTask, 1);

      task->batches = batches;
      task->reader = khatt_document_lines_reader_new (batches->loading);
      batches->readers[i] = task->reader;
      batches->threads[i] = g_thread_new ("khatt-lines", read_in_thread, task);
      batches->n_threads++;
    }
}

/* Takes in the oldest lines; reads them, or others, while they are not read. Under the mutex, which
 * is given up meanwhile. */
static gboolean
take_oldest (KhattDocumentBatches *batches)
{
  Entry *oldest = g_queue_peek_head (&batches->entries);
  gboolean is_wanted;

  while (oldest->state != ENTRY_IS_READ)
    {
      Entry *waiting = find_waiting (batches);

      if (waiting != NULL)
        read_entry (batches, waiting, batches->own_reader);
      else
        g_cond_wait (&batches->changed, &batches->mutex);
    }
  g_queue_pop_head (&batches->entries);
  g_mutex_unlock (&batches->mutex);
  is_wanted = batches->take (batches->data, oldest->lines);
  entry_free (oldest);
  g_mutex_lock (&batches->mutex);
  return is_wanted;
}

static gboolean
is_oldest_read (KhattDocumentBatches *batches)
{
  const Entry *oldest = g_queue_peek_head (&batches->entries);

  return oldest != NULL && oldest->state == ENTRY_IS_READ;
}

/* Puts what was filled into the queue; takes in what is read already, and makes room. */
static gboolean
push_filled (KhattDocumentBatches *batches)
{
  Entry *entry = g_new0 (Entry, 1);
  gboolean is_wanted = TRUE;
  guint most;

  if (batches->own_reader == NULL)
    start_threads (batches);
  most = WAITING_PER_READER * (batches->n_threads + 1);
  entry->lines = g_steal_pointer (&batches->filling);

  g_mutex_lock (&batches->mutex);
  g_queue_push_tail (&batches->entries, entry);
  g_cond_broadcast (&batches->changed);
  while (is_wanted && (is_oldest_read (batches) || batches->entries.length >= most))
    is_wanted = take_oldest (batches);
  g_mutex_unlock (&batches->mutex);
  return is_wanted;
}

/**
 * khatt_document_batches_add: (skip)
 * @batches: a queue
 * @text: lines as khatt_document_lines_measure() finds them
 * @length: their bytes
 * @line: of the first byte; behind what was added before
 * @n_lines: how many they are
 *
 * Returns: whether more is wanted
 */
gboolean
khatt_document_batches_add (KhattDocumentBatches *batches,
                            const char *text,
                            gsize length,
                            int line,
                            guint n_lines)
{
  if (batches->filling == NULL)
    {
      batches->filling = khatt_document_lines_new ();
      batches->filling->line = line;
    }
  g_string_append_len (batches->filling->text, text, (gssize) length);
  batches->filling->n_lines += n_lines;
  return batches->filling->text->len < BATCH_SIZE || push_filled (batches);
}

/**
 * khatt_document_batches_is_empty: (skip)
 * @batches: a queue
 *
 * Returns: whether all was taken in
 */
gboolean
khatt_document_batches_is_empty (const KhattDocumentBatches *batches)
{
  return batches->filling == NULL && batches->entries.length == 0;
}

/**
 * khatt_document_batches_get_line: (skip)
 * @batches: a queue that is not empty
 *
 * Returns: the line behind the last that was added
 */
int
khatt_document_batches_get_line (const KhattDocumentBatches *batches)
{
  const KhattDocumentLines *last = batches->filling;

  if (last == NULL)
    last = ((const Entry *) g_queue_peek_tail ((GQueue *) &batches->entries))->lines;
  return last->line + (int) last->n_lines;
}

/**
 * khatt_document_batches_finish: (skip)
 * @batches: a queue
 *
 * Takes in all that is left.
 *
 * Returns: whether more is wanted
 */
gboolean
khatt_document_batches_finish (KhattDocumentBatches *batches)
{
  gboolean is_wanted = batches->filling == NULL || push_filled (batches);

  g_mutex_lock (&batches->mutex);
  while (is_wanted && batches->entries.length > 0)
    is_wanted = take_oldest (batches);
  g_mutex_unlock (&batches->mutex);
  return is_wanted;
}
