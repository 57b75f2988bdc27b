/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date-cache.h"
#include "khatt-load.h"
#include "khatt-scratch.h"

G_BEGIN_DECLS

/* Where in the file something stands: line and column from 1, 0: not known. */
typedef struct
{
  int line;
  int column;
} KhattPlace;

/* What the reading of one file adds to, and what the readers of all formats share. */

typedef struct
{
  /* Borrowed. */
  KhattTimeline *timeline; /* in a bulk */
  GPtrArray *reports;      /* of KhattReport: what articles say, to be merged when all are read */
  GPtrArray *issues;
  const char *file; /* what issues call it */
  const KhattLoadOptions *options;
  GCancellable *cancellable;

  /* Owned. */
  GHashTable *foreign_kinds; /* words that an issue was made of already -> one more than its number
                                when it was added, 0: it was one too many */
  GHashTable *articles;      /* of KhattArticle, by the id that this file calls it by */
  KhattDateCache *dates;

  GArray *unresolved; /* of guint32: slots of events whose spans count code points still */

  /* Where the reader is: asked only when there is an issue. */
  KhattPlace (*locate) (gpointer reader);
  gpointer reader;

  guint n_issues;
  gboolean is_bare; /* events and nothing about the document */
  gboolean has_losses;
  gboolean is_read_only;
} KhattLoading;

/* One for each format: fed valid UTF-8 in pieces that end between characters. */
typedef struct
{
  gpointer (*begin) (KhattLoading *loading);
  gboolean (*feed) (gpointer reader, const char *text, gsize length); /* FALSE: no more is wanted */
  gboolean (*finish) (gpointer reader, GError **error);
  void (*free) (gpointer reader);
} KhattReaderClass;

extern const KhattReaderClass khatt_document_reader;
extern const KhattReaderClass khatt_csv_reader;
extern const KhattReaderClass khatt_article_file_reader;
extern const KhattReaderClass khatt_html_article_reader;

void khatt_loading_init (KhattLoading *loading, KhattTimeline *timeline, GPtrArray *issues);
void khatt_loading_clear (KhattLoading *loading);
void khatt_loading_issue (KhattLoading *loading, const char *format, ...) G_GNUC_PRINTF (2, 3);
void khatt_loading_issue_at (KhattLoading *loading, KhattPlace place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void khatt_loading_finish_issues (KhattLoading *loading);

void khatt_loading_set_kind (KhattLoading *loading, KhattScratch *scratch, const char *word);
void khatt_loading_set_status (KhattLoading *loading, KhattScratch *scratch, const char *word);
KhattRole khatt_loading_get_role (KhattLoading *loading, const char *word);
void khatt_loading_set_date (KhattLoading *loading, KhattScratch *scratch, const char *edtf);
void khatt_loading_set_start_end (KhattLoading *loading,
                                  KhattScratch *scratch,
                                  const char *start,
                                  const char *end);
char *khatt_loading_dup_id_taken (const char *wanted, const char *given);
void khatt_loading_check_actors (KhattLoading *loading, const KhattEventData *event);
guint32 khatt_loading_add_event (KhattLoading *loading, KhattScratch *scratch);

KhattArticle *khatt_loading_new_article (KhattLoading *loading, const char *id, const char *text);
void khatt_loading_add_article (KhattLoading *loading, const char *id, KhattArticle *article);
void khatt_loading_convert_spans (KhattLoading *loading, KhattEventData *event);
void khatt_loading_resolve (KhattLoading *loading);

G_END_DECLS
