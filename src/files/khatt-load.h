/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-lexicon.h"
#include "khatt-merge.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

#define KHATT_FILES_ERROR (khatt_files_error_quark ())
GQuark khatt_files_error_quark (void);

typedef enum
{
  KHATT_FILES_ERROR_UNREADABLE, /* a folder, no permission, not there */
  KHATT_FILES_ERROR_FORMAT,     /* nothing usable in it */
  KHATT_FILES_ERROR_ENCODING,
  KHATT_FILES_ERROR_TOO_LARGE,
  KHATT_FILES_ERROR_CHANGED_ON_DISK,
  KHATT_FILES_ERROR_NEWER_VERSION,
} KhattFilesError;

typedef void (*KhattLoadProgress) (goffset done, goffset total, gpointer user_data);

/* Makes the lexicon when it is first asked for, and returns the same one ever after. Called by
 * threads that read. */
typedef const KhattLexicon *(*KhattLexiconGetter) (void);

typedef struct
{
  const KhattLexicon *lexicon; /* for articles */
  /* What makes it, where `lexicon` is NULL and there is an article; NULL too: the article is a
   * KHATT_FILES_ERROR_FORMAT. */
  KhattLexiconGetter get_lexicon;
  const char *format;         /* name in the table of formats; NULL: recognised */
  const char *published;      /* EDTF; the default publication date of articles; may be NULL */
  gint64 today;               /* days since 1970: no article was published later; 0: not known */
  goffset max_size;           /* bytes of a file; 0: KHATT_LIMIT_FILE */
  guint n_jobs;               /* threads that read articles; 0: one for each core */
  gboolean tells_unpublished; /* dates that no day of publication is known for are an issue */
  gboolean only_reports;      /* what articles say is left in `reports`, for khatt_merge_add() */
  KhattLoadProgress progress; /* of khatt_load_files(): called by threads, one at a time */
  gpointer progress_data;
} KhattLoadOptions;

/* What loading gave. */
typedef struct
{
  KhattTimeline *timeline;
  GPtrArray *reports; /* of KhattReport: of articles, where they were asked for */
  KhattMergeResult merged;
  GPtrArray *issues;     /* of KhattIssue */
  const char *format;    /* name of the format it was read as */
  char *etag;            /* of the file, to notice changes on disk */
  gboolean has_losses;   /* saving over it would lose what could not be read */
  gboolean is_read_only; /* a newer version that asks for what we do not know */
} KhattLoaded;

void khatt_loaded_free (KhattLoaded *loaded);

/* Synchronous, for threads and the command line; several articles make one timeline. "-" as a path
 * is not known here: see khatt_load_stream(). */
KhattLoaded *khatt_load_file (GFile *file,
                              const KhattLoadOptions *options,
                              GCancellable *cancellable,
                              GError **error);
KhattLoaded *khatt_load_files (GFile **files,
                               gsize n_files,
                               const KhattLoadOptions *options,
                               GCancellable *cancellable,
                               GError **error);
KhattLoaded *khatt_load_stream (GInputStream *stream,
                                const char *name,
                                const KhattLoadOptions *options,
                                GCancellable *cancellable,
                                GError **error);
KhattLoaded *khatt_load_bytes (GBytes *bytes,
                               const char *name,
                               const KhattLoadOptions *options,
                               GCancellable *cancellable,
                               GError **error);

/* For windows: in a thread; the progress callback (may be NULL) runs in the main context. */
void khatt_load_async (GFile **files,
                       gsize n_files,
                       const KhattLoadOptions *options,
                       KhattLoadProgress progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
KhattLoaded *khatt_load_finish (GAsyncResult *result, GError **error);

/* Reads an article of `timeline` again with another publication date, keeping what a person
 * changed. */
void khatt_load_answer_published (KhattTimeline *timeline,
                                  const char *article_id,
                                  const char *published,
                                  const KhattLexicon *lexicon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattLoaded, khatt_loaded_free)

G_END_DECLS
