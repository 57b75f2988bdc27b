/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-query.h"
#include "khatt-snapshot.h"
#include "khatt-words.h"

G_BEGIN_DECLS

/* KhattArticleText: an article to read, with the stretches that events were read from marked in
 * their colours.
 *
 * Properties: selected-slot (uint, KHATT_SLOT_NONE: none; read and write; notifies when one is
 * pressed)
 */
#define KHATT_TYPE_ARTICLE_TEXT (khatt_article_text_get_type ())
G_DECLARE_FINAL_TYPE (KhattArticleText, khatt_article_text, KHATT, ARTICLE_TEXT, GtkTextView)

GtkWidget *khatt_article_text_new (void);
void khatt_article_text_set_article (KhattArticleText *self,
                                     KhattSnapshot *snapshot,
                                     KhattArticle *article,
                                     const GArray *slots);
guint32 khatt_article_text_get_selected_slot (KhattArticleText *self);
void khatt_article_text_set_selected_slot (KhattArticleText *self, guint32 slot);
gboolean khatt_article_text_has_slot (KhattArticleText *self, guint32 slot);
void khatt_article_text_reveal (KhattArticleText *self, guint32 slot);
void khatt_article_text_set_query (KhattArticleText *self, const KhattQuery *query);
const GArray *khatt_article_text_get_spans (KhattArticleText *self);

G_END_DECLS
