/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-article-index.h"

G_BEGIN_DECLS

/* KhattArticleChooser: the articles of a document, each with how many of its proposals are to be
 * decided on; one of them is chosen.
 *
 * Signal: chosen (by a person) */
#define KHATT_TYPE_ARTICLE_CHOOSER (khatt_article_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KhattArticleChooser, khatt_article_chooser, KHATT, ARTICLE_CHOOSER, GtkWidget)

GtkWidget *khatt_article_chooser_new (void);
void khatt_article_chooser_show (KhattArticleChooser *self,
                                 KhattSnapshot *snapshot,
                                 const KhattArticleIndex *index,
                                 guint chosen);
guint khatt_article_chooser_get_chosen (KhattArticleChooser *self);
char *khatt_article_chooser_dup_name (const KhattArticle *article, guint number);

G_END_DECLS
