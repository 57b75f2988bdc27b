/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-lexicon.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* Words of an article that told of an event. */
typedef struct
{
  gssize first; /* code points of the article's text, [first, after) */
  gssize after;
  KhattKind kind; /* in whose colour the event is drawn */
} KhattArticleTrigger;

GArray *khatt_article_triggers_new (const KhattSnapshot *snapshot,
                                    const KhattArticle *article,
                                    guint32 slot,
                                    const KhattLexicon *lexicon);

G_END_DECLS
