/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-journal-record.h"

G_BEGIN_DECLS

/* What is to be known of a journal before it is read. */
typedef struct
{
  char *path;
  char *uri;         /* of the file that the document is kept in; NULL: it was never saved */
  char *etag;        /* of that file when the journal began */
  char *name;        /* what the document is called */
  gboolean is_whole; /* it has all of the document: the file is not needed */
  gint64 changed;    /* seconds since 1970 */
} KhattJournalInfo;

KhattJournalInfo *khatt_journal_info_copy (const KhattJournalInfo *info);
void khatt_journal_info_free (KhattJournalInfo *info);

/* A file in which edits are kept until the document is saved. As long as it is open it is locked,
 * so that another process does not take it for what a crash left. Used by one thread at a time. */
typedef struct _KhattJournal KhattJournal;

KhattJournal *khatt_journal_create (const char *folder,
                                    const KhattJournalInfo *info,
                                    GBytes *first,
                                    KhattJournal *old,
                                    GError **error);
/* Those in a folder that nobody has open: of KhattJournalInfo, the latest first. */
GPtrArray *khatt_journal_find (const char *folder);
/* One that was left: to be read, and gone on with. */
KhattJournal *khatt_journal_open (const char *path, GError **error);
const char *khatt_journal_get_path (const KhattJournal *journal);
goffset khatt_journal_get_size (const KhattJournal *journal);
gboolean khatt_journal_append (KhattJournal *journal, GBytes *record, GError **error);
gboolean khatt_journal_restore (KhattJournal *journal, KhattTimeline *timeline, GError **error);
/* Closes it; the file stays, or goes. */
void khatt_journal_close (KhattJournal *journal);
void khatt_journal_delete (KhattJournal *journal);
/* It is found no more, but is there under another name. */
char *khatt_journal_set_aside (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattJournalInfo, khatt_journal_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattJournal, khatt_journal_close)

G_END_DECLS
