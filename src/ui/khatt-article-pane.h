/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-query.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattArticlePane: the articles of a document, one at a time, beside its timeline.
 *
 * Properties: timeline (object), selected-slot (uint, both ways; KHATT_SLOT_NONE: nothing)
 */
#define KHATT_TYPE_ARTICLE_PANE (khatt_article_pane_get_type ())
G_DECLARE_FINAL_TYPE (KhattArticlePane, khatt_article_pane, KHATT, ARTICLE_PANE, GtkWidget)

GtkWidget *khatt_article_pane_new (void);
void khatt_article_pane_set_timeline (KhattArticlePane *self, KhattTimeline *timeline);
guint32 khatt_article_pane_get_selected_slot (KhattArticlePane *self);
void khatt_article_pane_set_selected_slot (KhattArticlePane *self, guint32 slot);
void khatt_article_pane_set_query (KhattArticlePane *self, const KhattQuery *query);
void khatt_article_pane_show_article (KhattArticlePane *self, const char *article_id);
guint32 khatt_article_pane_find_next_open (KhattArticlePane *self);

G_END_DECLS
