/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-document-lines.h"

G_BEGIN_DECLS

/* Lines of a document that threads read while more are coming; they are taken in as they stand in
 * the file. */
typedef struct _KhattDocumentBatches KhattDocumentBatches;

/* Takes lines that were read, or reads them in the plain way; FALSE: no more is wanted. */
typedef gboolean (*KhattDocumentTakeLines) (gpointer data, KhattDocumentLines *lines);

KhattDocumentBatches *khatt_document_batches_new (const KhattLoading *loading,
                                                  KhattDocumentTakeLines take,
                                                  gpointer data);
void khatt_document_batches_free (KhattDocumentBatches *batches);
gboolean khatt_document_batches_add (KhattDocumentBatches *batches,
                                     const char *text,
                                     gsize length,
                                     int line,
                                     guint n_lines);
gboolean khatt_document_batches_is_empty (const KhattDocumentBatches *batches);
int khatt_document_batches_get_line (const KhattDocumentBatches *batches);
gboolean khatt_document_batches_finish (KhattDocumentBatches *batches);

G_END_DECLS
