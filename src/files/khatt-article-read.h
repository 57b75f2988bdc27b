/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-loading.h"

G_BEGIN_DECLS

/* What an article is called until it has a place in a timeline. */
#define KHATT_ARTICLE_UNPLACED "a"

gboolean khatt_article_check_size (gsize length, GError **error);
gboolean khatt_article_read (KhattLoading *loading, KhattArticle *article, GError **error);

G_END_DECLS
