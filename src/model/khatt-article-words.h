/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-calendar.h"
#include "khatt-event-data.h"

G_BEGIN_DECLS

/* "The text says only that it was written on a Monday."; NULL where the day is known. */
char *khatt_article_words_published (const KhattArticle *article, const KhattWords *words);
/* "Friday 8 August": what a report says of its date, in its own words; NULL where it says nothing.
 */
char *khatt_article_words_date (const KhattArticle *article, const KhattSourceData *source);
gboolean khatt_article_words_is_relative (const KhattSourceData *source);

G_END_DECLS
