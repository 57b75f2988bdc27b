/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-batch.h"
#include "khatt-document-reader.h"

G_BEGIN_DECLS

/* Some lines of a document, each of them a whole event and a comma, and what came out of them. Made
 * by one thread, read by a second, taken in by the first. */
struct _KhattDocumentLines
{
  GString *text;
  int line; /* of the first byte */
  guint n_lines;

  /* What reading fills in. */
  gboolean is_read; /* FALSE: the lines are not what they seemed; what is below is of no use */
  KhattBatch *events;
  GArray *offsets;           /* of guint32: where in `text` each event begins */
  GArray *unresolved;        /* of guint32: which events have spans that count code points still */
  GPtrArray *issues;         /* of KhattIssue */
  guint n_issues;            /* those that were too many included */
  GHashTable *foreign_kinds; /* word -> one more than the number of its issue */
};

KhattDocumentLines *khatt_document_lines_new (void);
void khatt_document_lines_free (KhattDocumentLines *lines);
gsize khatt_document_lines_measure (const char *text, gsize length, guint *n_lines);
void khatt_document_lines_take (KhattDocumentLines *lines,
                                const KhattEventData *event,
                                gsize offset,
                                gboolean is_unresolved);
void khatt_document_lines_give (KhattDocumentLines *lines, KhattLoading *loading);

/* What a thread reads with. */
typedef struct _KhattDocumentLinesReader KhattDocumentLinesReader;

KhattDocumentLinesReader *khatt_document_lines_reader_new (const KhattLoading *loading);
void khatt_document_lines_reader_free (KhattDocumentLinesReader *reader);
void khatt_document_lines_read (KhattDocumentLines *lines, KhattDocumentLinesReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattDocumentLines, khatt_document_lines_free)

G_END_DECLS
