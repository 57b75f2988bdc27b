/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattShelf: which articles there are. One is known by its text, word for word, whatever it is
 * called; ids are given so that nobody has the same. */

#include "khatt-shelf.h"

static const char *
note (KhattShelf *shelf, const KhattArticle *article, char *id)
{
  g_hash_table_add (shelf->ids, id);
  if (article->text != NULL)
    g_hash_table_insert (shelf->texts, g_strdup (article->sha256), g_strdup (id));
  return id;
}

/**
 * khatt_shelf_init: (skip)
 * @shelf: (out caller-allocates): set to the articles of @timeline
 * @timeline: a timeline
 */
void
khatt_shelf_init (KhattShelf *shelf, KhattTimeline *timeline)
{
  guint n_articles = khatt_timeline_get_n_articles (timeline);

  shelf->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  shelf->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  shelf->next_id = n_articles + 1;
  for (guint i = 0; i < n_articles; i++)
    {
      const KhattArticle *article = khatt_timeline_get_article (timeline, i);

      note (shelf, article, g_strdup (article->id));
    }
}

/**
 * khatt_shelf_clear: (skip)
 * @shelf: a shelf
 */
void
khatt_shelf_clear (KhattShelf *shelf)
{
  g_clear_pointer (&shelf->ids, g_hash_table_unref);
  g_clear_pointer (&shelf->texts, g_hash_table_unref);
}

/**
 * khatt_shelf_find: (skip)
 * @shelf: a shelf
 * @article: an article
 *
 * Returns: (nullable): the id of the article with the same text
 */
const char *
khatt_shelf_find (const KhattShelf *shelf, const KhattArticle *article)
{
  return article->text != NULL ? g_hash_table_lookup (shelf->texts, article->sha256) : NULL;
}

/**
 * khatt_shelf_add: (skip)
 * @shelf: a shelf
 * @article: an article that is new
 * @wanted: (nullable): what it would be called, were the id free
 *
 * Returns: the id that the article gets
 */
const char *
khatt_shelf_add (KhattShelf *shelf, const KhattArticle *article, const char *wanted)
{
  char *id = g_strdup (wanted);

  while (id == NULL || g_hash_table_contains (shelf->ids, id))
    {
      g_free (id);
      id = g_strdup_printf ("a%" G_GUINT64_FORMAT, shelf->next_id++);
    }
  return note (shelf, article, id);
}
