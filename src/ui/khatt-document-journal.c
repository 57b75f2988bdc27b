/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is not saved yet is kept in a journal, so that a crash costs less than a second of work.
 * Soon after a change the document as it is then goes to a thread, which writes what differs from
 * what the journal has. One thread does everything to the journal, in the order in which it was
 * asked to; so none of it needs a lock. */

#include "khatt-document-private.h"

#include <glib/gi18n-lib.h>

#define DELAY_MS 300   /* from a change to its writing: less than the second that may be lost */
#define RETRY_MS 10000 /* after it could not be written */
/* Documents with more events begin with what differs from their file, not with all of it; as long
 * as the file is what they were read from or written to. */
#define MOST_WHOLE_EVENTS 20000
/* A journal that outgrows both of these begins anew. */
#define MOST_BYTES (8 * 1024 * 1024)
#define MOST_TIMES_FIRST 4

struct _KhattDocumentJournal
{
  KhattDocument *document; /* borrowed */

  /* of the main thread */
  KhattSnapshot *base;         /* the document as its file has it; NULL: it has none */
  GThreadPool *thread;         /* NULL: nothing was to be kept yet */
  KhattDocumentJournal **link; /* atomic box: to find the way back from the thread */
  guint source;
  gboolean is_writing;
  gboolean has_told; /* that it could not be written */

  /* of the thread, while it runs */
  KhattJournal *journal;
  KhattSnapshot *last; /* what is in it */
  goffset first_size;  /* with its first record */
  gboolean is_stale;   /* it is of another state of the file: to be begun anew */
};

/* What the thread is to do. */
typedef struct
{
  KhattSnapshot *now;    /* NULL: the journal goes */
  KhattSnapshot *before; /* what a journal that is begun begins with; NULL: all is new */
  KhattJournalInfo *info;
  gboolean makes_stale;
  KhattJournal *adopted;       /* what has `now`; NULL: `now` is to be written */
  KhattDocumentJournal **link; /* to whom it is told; empty where nobody is left */
  GError *error;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->now, khatt_snapshot_unref);
  g_clear_pointer (&job->before, khatt_snapshot_unref);
  g_clear_pointer (&job->info, khatt_journal_info_free);
  g_clear_pointer (&job->adopted, khatt_journal_close);
  g_clear_pointer (&job->link, g_atomic_rc_box_release);
  g_clear_error (&job->error);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/**
 * khatt_document_dup_journal_folder:
 *
 * Returns: (transfer full): where the journals of this person's documents are
 */
char *
khatt_document_dup_journal_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "khatt", "journals", NULL);
}

/* ---- In the main thread ---- */

static gboolean write_cb (gpointer data);

static void
schedule (KhattDocumentJournal *self, guint delay_ms)
{
  if (self->source == 0)
    self->source = g_timeout_add (delay_ms, write_cb, self);
}

static gboolean
written_cb (gpointer data)
{
  const Job *job = data;
  KhattDocumentJournal *self = *job->link;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  self->is_writing = FALSE;
  if (job->error == NULL)
    self->has_told = FALSE;
  else if (!self->has_told)
    {
      self->has_told = TRUE;
      g_signal_emit_by_name (self->document, "not-kept", job->error);
    }
  if (job->error != NULL)
    schedule (self, RETRY_MS);
  return G_SOURCE_REMOVE;
}

/* ---- In the thread ---- */

static void
forget (KhattDocumentJournal *self)
{
  g_clear_pointer (&self->journal, khatt_journal_delete);
  g_clear_pointer (&self->last, khatt_snapshot_unref);
  self->is_stale = FALSE;
}

/* The old journal is there until the new one is. */
static gboolean
begin_anew (KhattDocumentJournal *self, const Job *job, GError **error)
{
  g_autofree char *folder = khatt_document_dup_journal_folder ();
  g_autoptr (GBytes) first = khatt_journal_record_new (job->before, job->now, error);
  KhattJournal *journal =
      first != NULL ? khatt_journal_create (folder, job->info, first, self->journal, error) : NULL;

  if (journal == NULL)
    return FALSE;
  self->journal = journal;
  self->first_size = khatt_journal_get_size (journal);
  self->is_stale = FALSE;
  return TRUE;
}

static gboolean
append (KhattDocumentJournal *self, KhattSnapshot *now, GError **error)
{
  g_autoptr (GBytes) record = khatt_journal_record_new (self->last, now, error);

  return record != NULL && khatt_journal_append (self->journal, record, error);
}

static gboolean
is_outgrown (const KhattDocumentJournal *self)
{
  return khatt_journal_get_size (self->journal) >
         MAX (MOST_BYTES, MOST_TIMES_FIRST * self->first_size);
}

static void
note_kept (KhattDocumentJournal *self, KhattSnapshot *now)
{
  g_clear_pointer (&self->last, khatt_snapshot_unref);
  self->last = khatt_snapshot_ref (now);
}

static void
keep (KhattDocumentJournal *self, const Job *job, GError **error)
{
  if (self->journal == NULL || self->is_stale || is_outgrown (self))
    {
      if (begin_anew (self, job, error))
        note_kept (self, job->now);
    }
  else if (khatt_snapshot_get_revision (self->last) != khatt_snapshot_get_revision (job->now) &&
           append (self, job->now, error))
    note_kept (self, job->now);
}

static void
adopt (KhattDocumentJournal *self, Job *job)
{
  forget (self);
  self->journal = g_steal_pointer (&job->adopted);
  self->first_size = khatt_journal_get_size (self->journal);
  note_kept (self, job->now);
}

static void
run (gpointer data, gpointer user_data)
{
  g_autoptr (Job) job = data;
  KhattDocumentJournal *self = user_data;

  if (job->now == NULL)
    {
      forget (self);
      return;
    }
  if (job->adopted != NULL)
    {
      adopt (self, job);
      return;
    }
  if (job->makes_stale)
    self->is_stale = TRUE;
  job->link = g_atomic_rc_box_acquire (self->link);
  keep (self, job, &job->error);
  g_idle_add_full (G_PRIORITY_DEFAULT, written_cb, g_steal_pointer (&job), job_free);
}

/* ---- In the main thread ---- */

static void
push (KhattDocumentJournal *self, Job *job)
{
  if (self->thread == NULL)
    self->thread = g_thread_pool_new_full (run, self, job_free, 1, FALSE, NULL);
  g_thread_pool_push (self->thread, job, NULL);
}

static void
push_forget (KhattDocumentJournal *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->thread != NULL)
    push (self, g_new0 (Job, 1));
}

static KhattJournalInfo *
make_info (KhattDocumentJournal *self, gboolean is_whole)
{
  GFile *file = khatt_document_get_file (self->document);
  KhattJournalInfo *info = g_new0 (KhattJournalInfo, 1);

  info->uri = file != NULL ? g_file_get_uri (file) : NULL;
  info->etag = g_strdup (khatt_document_get_etag (self->document));
  info->name = g_strdup (khatt_document_get_name (self->document));
  info->is_whole = is_whole;
  return info;
}

static void
push_write (KhattDocumentJournal *self, gboolean makes_stale)
{
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);
  gboolean is_whole =
      self->base == NULL || g_list_model_get_n_items (G_LIST_MODEL (timeline)) <= MOST_WHOLE_EVENTS;
  Job *job = g_new0 (Job, 1);

  g_clear_handle_id (&self->source, g_source_remove);
  job->now = khatt_timeline_ref_snapshot (timeline);
  job->before = is_whole ? NULL : khatt_snapshot_ref (self->base);
  job->info = make_info (self, is_whole);
  job->makes_stale = makes_stale;
  self->is_writing = TRUE;
  push (self, job);
}

static gboolean
write_cb (gpointer data)
{
  KhattDocumentJournal *self = data;

  if (self->is_writing)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  push_write (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
set_base (KhattDocumentJournal *self, KhattSnapshot *base)
{
  g_clear_pointer (&self->base, khatt_snapshot_unref);
  if (base != NULL)
    self->base = khatt_snapshot_ref (base);
}

/**
 * khatt_document_journal_new:
 * @document: (transfer none): whose changes are kept; outlives the journal
 *
 * Returns: (transfer full): a journal of nothing yet
 */
KhattDocumentJournal *
khatt_document_journal_new (KhattDocument *document)
{
  KhattDocumentJournal *self = g_new0 (KhattDocumentJournal, 1);

  self->document = document;
  self->link = g_atomic_rc_box_new0 (KhattDocumentJournal *);
  *self->link = self;
  return self;
}

/**
 * khatt_document_journal_free:
 * @self: (transfer full): a journal
 *
 * Ends it, and deletes what it kept: the document is closed by somebody who knows what is not saved
 * of it. Waits for what is being written.
 */
void
khatt_document_journal_free (KhattDocumentJournal *self)
{
  push_forget (self);
  if (self->thread != NULL)
    g_thread_pool_free (self->thread, FALSE, TRUE);
  *self->link = NULL;
  g_atomic_rc_box_release (self->link);
  g_clear_pointer (&self->base, khatt_snapshot_unref);
  g_free (self);
}

/**
 * khatt_document_journal_begin:
 * @self: a journal
 * @base: (nullable): the document as its file has it; %NULL where it is in no file
 *
 * Forgets what it kept: another document took the place of the one before.
 */
void
khatt_document_journal_begin (KhattDocumentJournal *self, KhattSnapshot *base)
{
  push_forget (self);
  set_base (self, base);
  khatt_document_journal_note_change (self);
}

/**
 * khatt_document_journal_adopt:
 * @self: a journal that was just begun
 * @journal: (transfer full): what the document was restored from
 * @is_copy: whether the document is not the one that @journal was of
 *
 * Goes on with a journal that a crash left.
 */
void
khatt_document_journal_adopt (KhattDocumentJournal *self, KhattJournal *journal, gboolean is_copy)
{
  Job *job = g_new0 (Job, 1);

  job->now = khatt_timeline_ref_snapshot (khatt_document_get_timeline (self->document));
  job->adopted = journal;
  push (self, job);
  if (is_copy)
    push_write (self, TRUE);
}

/**
 * khatt_document_journal_note_change:
 * @self: a journal
 *
 * To be called when the document has changed: it is written soon, or what was kept goes, where
 * nothing is left to save.
 */
void
khatt_document_journal_note_change (KhattDocumentJournal *self)
{
  if (khatt_document_is_modified (self->document))
    schedule (self, DELAY_MS);
  else
    push_forget (self);
}

/**
 * khatt_document_journal_note_saved:
 * @self: a journal
 * @saved: what is in the document's file now
 *
 * To be called when the document was saved; what was changed since begins a new journal.
 */
void
khatt_document_journal_note_saved (KhattDocumentJournal *self, KhattSnapshot *saved)
{
  set_base (self, saved);
  if (khatt_document_is_modified (self->document))
    push_write (self, TRUE);
  else
    push_forget (self);
}

/**
 * khatt_document_journal_note_file_lost:
 * @self: a journal
 *
 * To be called when the document's file is gone, or no longer what was read from it or written to
 * it: what differs from it would be of no use. From now on all of the document is kept, as large as
 * it may be.
 */
void
khatt_document_journal_note_file_lost (KhattDocumentJournal *self)
{
  gboolean was_based = self->base != NULL;

  set_base (self, NULL);
  if (was_based && khatt_document_is_modified (self->document))
    push_write (self, TRUE);
}
