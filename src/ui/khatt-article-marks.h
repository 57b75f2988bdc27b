/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-article-spans.h"
#include "khatt-query.h"

G_BEGIN_DECLS

/* A plate in the margin: where it is, for the pointer. */
typedef struct
{
  graphene_rect_t box; /* buffer coordinates */
  guint32 slot;
} KhattMarginPlate;

/* What the marks of an article are painted from. Made on the stack. */
typedef struct
{
  GtkTextView *view;
  const GArray *spans;    /* of KhattArticleSpan */
  const GArray *found;    /* of KhattTextRange, in code points: what is searched */
  const GArray *triggers; /* of KhattArticleTrigger: what told of the selected event */
  guint32 selected;
  KhattDirection time_direction;
  gboolean is_rtl; /* the article: its margin lies at the right */
} KhattArticleMarks;

#define KHATT_ARTICLE_MARGIN 60 /* pixels beside the text, for the plates */

void
khatt_article_marks_paint (const KhattArticleMarks *marks, GtkSnapshot *snapshot, GArray *plates);

G_END_DECLS
