/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* Which events tell of which article, and how many of them are to be decided on; follows a document
 * at the cost of what changed in it. */
typedef struct _KhattArticleIndex KhattArticleIndex;

KhattArticleIndex *khatt_article_index_new (void);
void khatt_article_index_free (KhattArticleIndex *index);
void khatt_article_index_follow (KhattArticleIndex *index, KhattSnapshot *snapshot);
const GArray *khatt_article_index_get_slots (const KhattArticleIndex *index, const char *article);
guint khatt_article_index_count_open (const KhattArticleIndex *index, const char *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattArticleIndex, khatt_article_index_free)

G_END_DECLS
