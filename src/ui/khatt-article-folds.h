/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line of an article's text; an empty one where `first` equals `after`. */
typedef struct
{
  gssize first; /* code points of the text, [first, after), without the line feed */
  gssize after;
  gboolean is_heading; /* a headline or a cross-heading */
} KhattArticleParagraph;

/* Paragraphs, one behind the other, that nothing was read from. */
typedef struct
{
  gssize first; /* code points of the text, [first, after): whole lines */
  gssize after;
  guint n_paragraphs; /* without the empty ones */
} KhattArticleFold;

GArray *khatt_article_paragraphs_new (const char *text);
GArray *khatt_article_folds_new (const GArray *paragraphs, const GArray *spans);
gboolean khatt_article_fold_holds_event (const KhattArticleFold *fold, const GArray *spans);

G_END_DECLS
