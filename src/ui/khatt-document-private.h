/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-document.h"
#include "khatt-journal.h"

G_BEGIN_DECLS

#define KHATT_DOCUMENT_FORMAT "khatt"

typedef struct _KhattDocumentJournal KhattDocumentJournal;

/* Shared by the files khatt-document-*.c. */
struct _KhattDocument
{
  GObject parent_instance;

  /* owned */
  KhattTimeline *timeline;
  GFile *file;
  GFile *folder; /* of what was opened last */
  char *name;
  char *etag;
  GPtrArray *issues;
  GCancellable *loading; /* of the current load; NULL when there is none */
  GFile *loading_file;   /* what that is of; NULL: of nothing that can be saved again */

  KhattDocumentJournal *journal;
  GFileMonitor *monitor;
  GQueue saves; /* of GTask; the head is being written */

  gint64 today;         /* days since 1970; 0: by the clock */
  gint64 restored_time; /* seconds since 1970: when it was kept last, of what was restored */
  KhattRecovery recovery;
  KhattDiskState disk_state;
  char *disk_look; /* how its file was when it was found changed; else NULL */

  gboolean has_losses;
  gboolean is_read_only;
  gboolean is_new; /* its text is kept nowhere else */
  gboolean was_modified;
};

/* What one load is about. */
typedef struct
{
  GFile *file; /* where it may be saved again if it is a timeline document; NULL for several */
  char *name;
  char *text; /* NULL: from files */
  KhattLoadOptions options;

  /* Of what a crash left: */
  KhattJournalInfo *info; /* NULL: nothing */
  KhattJournal *journal;
  KhattLoaded *loaded; /* what the file holds, and then what is restored */
  GError *error;       /* why the file could not be read */
  KhattSnapshot *base; /* as the file has it */
  KhattRecovery recovery;
} KhattDocumentLoad;

char *khatt_document_dup_plain_name (GFile *file);
KhattLoaded *khatt_document_restore (KhattDocumentLoad *load, GError **error);

const char *khatt_document_get_etag (KhattDocument *self);
void khatt_document_note_saved (KhattDocument *self,
                                GFile *file,
                                const char *etag,
                                KhattSnapshot *saved);
void khatt_document_direct (KhattTimeline *timeline, KhattDirection automatic);
void khatt_document_take_timeline (KhattDocument *self, KhattTimeline *timeline);

void khatt_document_watch (KhattDocument *self);

/* What is not saved yet is kept in a journal. */
KhattDocumentJournal *khatt_document_journal_new (KhattDocument *document);
void khatt_document_journal_free (KhattDocumentJournal *self);
void khatt_document_journal_begin (KhattDocumentJournal *self, KhattSnapshot *base);
void
khatt_document_journal_adopt (KhattDocumentJournal *self, KhattJournal *journal, gboolean is_copy);
void khatt_document_journal_note_change (KhattDocumentJournal *self);
void khatt_document_journal_note_saved (KhattDocumentJournal *self, KhattSnapshot *saved);
void khatt_document_journal_note_file_lost (KhattDocumentJournal *self);

G_END_DECLS
