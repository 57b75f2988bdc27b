/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-lexicon.h"
#include "khatt-snapshot.h"
#include "khatt-calendar.h"

G_BEGIN_DECLS

char *khatt_reading_words_new (const KhattSnapshot *snapshot,
                               const KhattEventData *event,
                               const KhattLexicon *lexicon,
                               const KhattWords *words);
GArray *khatt_reading_words_find (const KhattArticle *article,
                                  const KhattSourceData *source,
                                  const KhattLexicon *lexicon,
                                  const char **rule);

G_END_DECLS
