/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* A stretch of an article that an event, or one of its quotations, was read from. */
typedef struct
{
  gssize first; /* code points of the article's text, [first, after) */
  gssize after;
  gssize date_first; /* the words that its date was read from, wherever they are; -1: none */
  gssize date_after;
  guint32 slot;
  guint8 kind;   /* KhattKind */
  guint8 status; /* KhattStatus */
  guint8 hue;    /* KhattHue */
  guint8 level;  /* of the underline: 0 nearest to the letters */
  gboolean is_quotation;
  gboolean is_date_relative; /* its date counts from the day of the article */
} KhattArticleSpan;

GArray *khatt_article_spans_new (const KhattSnapshot *snapshot,
                                 const KhattArticle *article,
                                 const GArray *slots);
const KhattArticleSpan *khatt_article_spans_pick (const GArray *spans, gssize point);
const KhattArticleSpan *khatt_article_spans_find (const GArray *spans, guint32 slot);
guint32 khatt_article_spans_step (const GArray *spans, guint32 slot, gboolean is_forward);

G_END_DECLS
