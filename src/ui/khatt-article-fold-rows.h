/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-article-folds.h"
#include "khatt-query.h"

G_BEGIN_DECLS

/* What is folded away in a text view: the text is hidden by tags, not changed, and a button in its
 * place shows it again, and folds it again. The view allocates and paints them. */
typedef struct _KhattArticleFoldRows KhattArticleFoldRows;

KhattArticleFoldRows *khatt_article_fold_rows_new (GtkTextView *view);
void khatt_article_fold_rows_free (KhattArticleFoldRows *rows);
void
khatt_article_fold_rows_set (KhattArticleFoldRows *rows, const char *text_key, const GArray *folds);
void khatt_article_fold_rows_open_events (KhattArticleFoldRows *rows, const GArray *spans);
void khatt_article_fold_rows_open_range (KhattArticleFoldRows *rows, gssize first, gssize after);
void khatt_article_fold_rows_show_ranges (KhattArticleFoldRows *rows, const GArray *ranges);
void khatt_article_fold_rows_allocate (KhattArticleFoldRows *rows);
void khatt_article_fold_rows_snapshot (KhattArticleFoldRows *rows, GtkSnapshot *snapshot);

G_END_DECLS
