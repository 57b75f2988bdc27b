/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-date-phrase.h"
#include "khatt-items.h"

G_BEGIN_DECLS

/* The day that the dates of a news item count from, and the words that say it. */
typedef struct
{
  char *day;  /* EDTF */
  char *text; /* the dateline: "شنغهاي 6 أغسطس (شينخوا)" */
} KhattDateline;

gboolean khatt_dateline_begin (const char *published, KhattDateContext *context);
gboolean
khatt_dateline_read (const KhattTokens *tokens, const KhattItem *item, KhattDateContext *context);
KhattDateline *
khatt_dateline_find (const KhattLexicon *lexicon, const KhattArticle *article, gssize offset);
void khatt_dateline_free (KhattDateline *dateline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattDateline, khatt_dateline_free)

G_END_DECLS
