/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reader of a saved web page: an article with what surrounds one on a site. What it says about
 * itself and its main text are found by khatt-page*.c; from there on it is an article as any. */

#include "khatt-article-read.h"
#include "khatt-limits.h"
#include "khatt-page.h"

typedef struct
{
  KhattLoading *loading;
  GString *html;
} Reader;

static gpointer
html_begin (KhattLoading *loading)
{
  Reader *self = g_new0 (Reader, 1);

  self->loading = loading;
  self->html = g_string_new (NULL);
  return self;
}

static gboolean
html_feed (gpointer reader, const char *text, gsize length)
{
  Reader *self = reader;

  g_string_append_len (self->html, text, (gssize) length);
  return self->html->len <= KHATT_LIMIT_ARTICLE;
}

static gboolean
html_finish (gpointer reader, GError **error)
{
  Reader *self = reader;
  g_autoptr (KhattPage) page = NULL;
  g_autofree char *text = NULL;
  KhattArticle *article;

  if (!khatt_article_check_size (self->html->len, error))
    return FALSE;
  page = khatt_page_parse (self->html->str, self->html->len);
  text = khatt_page_dup_text (page);
  article = khatt_article_new (KHATT_ARTICLE_UNPLACED, text, -1);
  article->title = g_strdup (page->facts[KHATT_PAGE_TITLE]);
  article->published = g_strdup (page->facts[KHATT_PAGE_PUBLISHED]);
  article->publisher = g_strdup (page->facts[KHATT_PAGE_PUBLISHER]);
  article->address = g_strdup (page->facts[KHATT_PAGE_ADDRESS]);
  return khatt_article_read (self->loading, article, error);
}

static void
html_free (gpointer reader)
{
  Reader *self = reader;

  g_string_free (self->html, TRUE);
  g_free (self);
}

const KhattReaderClass khatt_html_article_reader = {
  .begin = html_begin,
  .feed = html_feed,
  .finish = html_finish,
  .free = html_free,
};
