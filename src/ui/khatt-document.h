/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-journal.h"
#include "khatt-lexicon.h"
#include "khatt-load.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattDocument: what a window shows: a timeline, the file it is kept in, and whether that file is
 * up to date.
 *
 * Properties (read only, all notify): timeline, file, name, is-modified, is-busy, disk-state
 * Signals: loaded (after `timeline` was replaced), progress (double: 0 to 1), not-kept (GError:
 * what is not saved would be lost in a crash)
 */
#define KHATT_TYPE_DOCUMENT (khatt_document_get_type ())
G_DECLARE_FINAL_TYPE (KhattDocument, khatt_document, KHATT, DOCUMENT, GObject)

/* Why a document cannot simply be written over its file. */
typedef enum
{
  KHATT_SAVE_IN_PLACE,
  KHATT_SAVE_NEEDS_NAME,   /* new, or read from something that is not a timeline document */
  KHATT_SAVE_LOSES,        /* it was opened with losses */
  KHATT_SAVE_IS_READ_ONLY, /* written by a newer version */
} KhattSaveState;

/* Whether a document was made of what a crash left. */
typedef enum
{
  KHATT_RECOVERY_NONE,
  KHATT_RECOVERY_RESTORED,
  KHATT_RECOVERY_COPY, /* its file has changed since: it has none now */
} KhattRecovery;

/* What is known of a document's file. */
typedef enum
{
  KHATT_DISK_SAME,
  KHATT_DISK_CHANGED, /* by another program */
  KHATT_DISK_GONE,
} KhattDiskState;

KhattDocument *khatt_document_new (void);

const KhattLexicon *khatt_document_get_lexicon (void);
GPtrArray *khatt_document_get_lexicon_issues (void);
void khatt_document_set_today (KhattDocument *self, gint64 today);
KhattLoadOptions khatt_document_get_load_options (KhattDocument *self);
KhattTimeline *khatt_document_get_timeline (KhattDocument *self);
gboolean khatt_document_is_of (KhattDocument *self, GFile *file);
GFile *khatt_document_get_file (KhattDocument *self);
GFile *khatt_document_get_folder (KhattDocument *self);
const char *khatt_document_get_name (KhattDocument *self);
char *khatt_document_dup_file_name (KhattDocument *self, const char *suffix);
gboolean khatt_document_is_empty (KhattDocument *self);
gboolean khatt_document_is_modified (KhattDocument *self);
gboolean khatt_document_is_busy (KhattDocument *self);
GPtrArray *khatt_document_get_issues (KhattDocument *self);
void khatt_document_set_issues (KhattDocument *self, GPtrArray *issues);
KhattSaveState khatt_document_get_save_state (KhattDocument *self);

void khatt_document_load_async (KhattDocument *self,
                                GListModel *files,
                                const char *published,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void khatt_document_read_text_async (KhattDocument *self,
                                     const char *text,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void khatt_document_recover_async (KhattDocument *self,
                                   const KhattJournalInfo *info,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean khatt_document_load_finish (KhattDocument *self, GAsyncResult *result, GError **error);
void khatt_document_cancel (KhattDocument *self);

char *khatt_document_dup_journal_folder (void);
KhattRecovery khatt_document_get_recovery (KhattDocument *self);
gint64 khatt_document_get_restored_time (KhattDocument *self);

void khatt_document_check_disk (KhattDocument *self);
KhattDiskState khatt_document_get_disk_state (KhattDocument *self);
void khatt_document_mark_unsaved (KhattDocument *self);

void khatt_document_save_async (KhattDocument *self,
                                GFile *file,
                                gboolean replaces_changes,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean khatt_document_is_saving (KhattDocument *self);
gboolean khatt_document_save_finish (KhattDocument *self, GAsyncResult *result, GError **error);

void khatt_document_answer_published (KhattDocument *self,
                                      const char *article_id,
                                      const char *published);

G_END_DECLS
