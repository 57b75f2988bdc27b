/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-event-data.h"
#include "khatt-lexicon.h"

G_BEGIN_DECLS

/* Reads the events out of one article. A pure function of its arguments: no file, no clock, no
 * locale, any thread.
 *
 * article->published is the day that relative dates count from. Where it is NULL the candidates are
 * left in `candidates`, and an event whose date could not be resolved has `date_text` and no date.
 */
typedef struct
{
  GPtrArray
      *events; /* of KhattEventData, in text order; ids e1, e2, ...; spans and excerpts filled in */
  GPtrArray
      *candidates; /* of KhattCandidate, best first; empty where the publication date was given */
  int weekday; /* 1 Monday to 7 Sunday: the one on which it was written; 0 where the text does not
                  say, or the publication date was given */
} KhattReading;

KhattReading *khatt_reader_read (const KhattLexicon *lexicon,
                                 const KhattArticle *article,
                                 gint64 latest_day,
                                 GCancellable *cancellable);
/* The same with sheets of another length than KHATT_SHEET_BYTES, for tests. */
KhattReading *khatt_reader_read_in_sheets (const KhattLexicon *lexicon,
                                           const KhattArticle *article,
                                           gint64 latest_day,
                                           gsize sheet_bytes,
                                           GCancellable *cancellable);
void khatt_reading_free (KhattReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattReading, khatt_reading_free)

G_END_DECLS
