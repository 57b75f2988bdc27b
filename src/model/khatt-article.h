/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date.h"

G_BEGIN_DECLS

/* Of the last day on which an article can have been published: none is known. */
#define KHATT_PUBLISHED_NO_LIMIT G_MAXINT64

/* One possible publication date and why. */
typedef struct
{
  char *date;    /* EDTF */
  GStrv reasons; /* sentences, translated */
} KhattCandidate;

KhattCandidate *khatt_candidate_new (const char *date, const char *const *reasons);
void khatt_candidate_free (KhattCandidate *candidate);

/* An article: reference counted, immutable once shared. Texts are UTF-8, NULL where not known. */
typedef struct _KhattArticle KhattArticle;
struct _KhattArticle
{
  char *id;
  char *title;
  char *publisher;
  char *published; /* EDTF */
  char *address;
  char *sha256;          /* of `text` */
  char *text;            /* decoded, without BOM, line ends as LF */
  GPtrArray *candidates; /* of KhattCandidate: days thought of, best first; NULL: none */
  int weekday; /* on which it says it was written, 1 Monday to 7 Sunday; 0: it does not say, or
                  says the day */
  char *extra; /* unknown members as JSON text, without the braces; NULL where none */
  /*< private >*/
  gatomicrefcount references;
  gsize length;    /* bytes of `text` */
  guint32 *points; /* code points before every KHATT_ARTICLE_STRIDE-th byte */
};

KhattArticle *khatt_article_new (const char *id, const char *text, gssize length);
KhattArticle *khatt_article_ref (KhattArticle *article);
void khatt_article_unref (KhattArticle *article);
/* A deep copy that nobody shares yet, so that it may be filled in. */
KhattArticle *khatt_article_copy (const KhattArticle *article);
gboolean khatt_article_equal (const KhattArticle *a, const KhattArticle *b);
/* Code points <-> bytes of the article's text. */
gssize khatt_article_bytes_from_points (const KhattArticle *article, gssize points);
gssize khatt_article_points_from_bytes (const KhattArticle *article, gssize bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattArticle, khatt_article_unref)

G_END_DECLS
