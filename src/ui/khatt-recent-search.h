/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-search-index.h"

G_BEGIN_DECLS

/* Bytes of a document whose events are searched; larger ones are found by their names. */
#define KHATT_RECENT_SEARCH_MOST_BYTES ((goffset) 8 * 1024 * 1024)

/* A document opened lately, and what it says. Immutable, reference counted. */
typedef struct
{
  char *uri;
  char *name;              /* of the file, without what says its format */
  char *state;             /* of the file when it was read; NULL: it is not there */
  KhattSearchIndex *index; /* NULL: it is no timeline, or too large */
} KhattRecentDocument;

KhattRecentDocument *khatt_recent_document_ref (KhattRecentDocument *document);
void khatt_recent_document_unref (KhattRecentDocument *document);

/* Of KhattRecentDocument, as up to date as the files are: those of `known` that have not changed
 * are taken over. For threads. */
GPtrArray *khatt_recent_search_read (const char *const *uris,
                                     const GPtrArray *known,
                                     GCancellable *cancellable);
/* Names of what was found: documents first, at most so many events of each. */
GStrv khatt_recent_search_find (const GPtrArray *documents, const char *text);
/* What such a name means; slot: KHATT_SLOT_NONE for a document. NULL: there is no such thing. */
const KhattRecentDocument *
khatt_recent_search_look_up (const GPtrArray *documents, const char *result, guint32 *slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattRecentDocument, khatt_recent_document_unref)

G_END_DECLS
