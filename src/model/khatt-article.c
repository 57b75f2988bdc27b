/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattArticle: a text that events were read from. It does not change once it is shared, so that a
 * span means the same for ever. A table of code point counts, one for each stretch of bytes, makes
 * the way between the document's code points and the program's bytes short in long texts too. */

#include "khatt-article.h"

#include <string.h>

#define KHATT_ARTICLE_STRIDE 512

static gboolean
starts_character (char byte)
{
  return ((guint8) byte & 0xC0) != 0x80;
}

static gsize
count_points (const char *text, gsize length)
{
  gsize points = 0;

  for (gsize i = 0; i < length; i++)
    points += starts_character (text[i]);
  return points;
}

static void
index_points (KhattArticle *article)
{
  gsize n_strides = article->length / KHATT_ARTICLE_STRIDE + 1;
  gsize points = 0;

  article->points = g_new (guint32, n_strides);
  for (gsize i = 0; i < n_strides; i++)
    {
      gsize start = i * KHATT_ARTICLE_STRIDE;

      article->points[i] = (guint32) points;
      points += count_points (article->text + start,
                              MIN ((gsize) KHATT_ARTICLE_STRIDE, article->length - start));
    }
}

/**
 * khatt_candidate_new:
 * @date: a possible publication date, EDTF
 * @reasons: (array zero-terminated=1): sentences that say why
 *
 * Returns: (transfer full): the candidate
 */
KhattCandidate *
khatt_candidate_new (const char *date, const char *const *reasons)
{
  KhattCandidate *candidate = g_new (KhattCandidate, 1);
  const char *const none[] = { NULL };

  candidate->date = g_strdup (date);
  candidate->reasons = g_strdupv ((char **) (reasons != NULL ? reasons : none));
  return candidate;
}

/**
 * khatt_candidate_free:
 * @candidate: (transfer full): a candidate
 */
void
khatt_candidate_free (KhattCandidate *candidate)
{
  g_free (candidate->date);
  g_strfreev (candidate->reasons);
  g_free (candidate);
}

/**
 * khatt_article_new:
 * @id: what sources call it by; (nullable): the timeline gives one
 * @text: (nullable): valid UTF-8 without BOM, line ends as LF
 * @length: bytes of @text; -1: terminated
 *
 * Returns: (transfer full): an article with its SHA-256; the other members are the caller's to fill
 * before it is shared
 */
KhattArticle *
khatt_article_new (const char *id, const char *text, gssize length)
{
  KhattArticle *article = g_new0 (KhattArticle, 1);

  g_atomic_ref_count_init (&article->references);
  article->id = g_strdup (id);
  if (text == NULL)
    return article;

  article->length = length < 0 ? strlen (text) : (gsize) length;
  article->text = g_strndup (text, article->length);
  article->sha256 =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, article->length);
  index_points (article);
  return article;
}

/**
 * khatt_article_copy:
 * @article: an article
 *
 * Returns: (transfer full): a deep copy that nobody shares yet, so that it may be filled in
 */
KhattArticle *
khatt_article_copy (const KhattArticle *article)
{
  KhattArticle *copy = khatt_article_new (article->id, article->text, (gssize) article->length);

  copy->title = g_strdup (article->title);
  copy->publisher = g_strdup (article->publisher);
  copy->published = g_strdup (article->published);
  copy->address = g_strdup (article->address);
  copy->extra = g_strdup (article->extra);
  copy->weekday = article->weekday;
  if (copy->sha256 == NULL)
    copy->sha256 = g_strdup (article->sha256);
  if (article->candidates == NULL)
    return copy;

  copy->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  for (guint i = 0; i < article->candidates->len; i++)
    {
      const KhattCandidate *candidate = g_ptr_array_index (article->candidates, i);

      g_ptr_array_add (
          copy->candidates,
          khatt_candidate_new (candidate->date, (const char *const *) candidate->reasons));
    }
  return copy;
}

/**
 * khatt_article_ref:
 * @article: an article
 *
 * Returns: (transfer full): @article, held once more
 */
KhattArticle *
khatt_article_ref (KhattArticle *article)
{
  g_atomic_ref_count_inc (&article->references);
  return article;
}

/**
 * khatt_article_unref:
 * @article: (transfer full): an article
 */
void
khatt_article_unref (KhattArticle *article)
{
  if (!g_atomic_ref_count_dec (&article->references))
    return;

  g_free (article->id);
  g_free (article->title);
  g_free (article->publisher);
  g_free (article->published);
  g_free (article->address);
  g_free (article->sha256);
  g_free (article->text);
  g_clear_pointer (&article->candidates, g_ptr_array_unref);
  g_free (article->extra);
  g_free (article->points);
  g_free (article);
}

static gboolean
candidates_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const KhattCandidate *first = g_ptr_array_index (a, i);
      const KhattCandidate *second = g_ptr_array_index (b, i);

      if (g_strcmp0 (first->date, second->date) != 0 ||
          !g_strv_equal ((const char *const *) first->reasons,
                         (const char *const *) second->reasons))
        return FALSE;
    }
  return TRUE;
}

/**
 * khatt_article_equal:
 * @a: an article
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
khatt_article_equal (const KhattArticle *a, const KhattArticle *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->publisher, b->publisher) == 0 &&
         g_strcmp0 (a->published, b->published) == 0 && g_strcmp0 (a->address, b->address) == 0 &&
         g_strcmp0 (a->sha256, b->sha256) == 0 && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->extra, b->extra) == 0 && a->weekday == b->weekday &&
         candidates_equal (a->candidates, b->candidates);
}

/**
 * khatt_article_points_from_bytes:
 * @article: an article
 * @bytes: an offset into its text, at the start of a character or at the end
 *
 * Returns: how many code points stand before it; -1 where it lies outside the text
 */
gssize
khatt_article_points_from_bytes (const KhattArticle *article, gssize bytes)
{
  gsize stride;

  if (article->text == NULL || bytes < 0 || (gsize) bytes > article->length)
    return -1;

  stride = (gsize) bytes / KHATT_ARTICLE_STRIDE;
  return (gssize) (article->points[stride] +
                   count_points (article->text + stride * KHATT_ARTICLE_STRIDE,
                                 (gsize) bytes - stride * KHATT_ARTICLE_STRIDE));
}

/**
 * khatt_article_bytes_from_points:
 * @article: an article
 * @points: a number of code points
 *
 * Returns: the offset in bytes behind so many code points; -1 where the text is shorter
 */
gssize
khatt_article_bytes_from_points (const KhattArticle *article, gssize points)
{
  gsize low = 0;
  gsize high = article->length / KHATT_ARTICLE_STRIDE + 1;
  gsize bytes;
  gsize left;

  if (article->text == NULL || points < 0)
    return -1;

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (article->points[middle] <= (gsize) points)
        low = middle;
      else
        high = middle;
    }
  bytes = low * KHATT_ARTICLE_STRIDE;
  left = (gsize) points - article->points[low];
  /* A stride may begin inside a character, which then was counted before it. */
  while (bytes < article->length && !starts_character (article->text[bytes]))
    bytes++;
  for (; left > 0 && bytes < article->length; left--)
    bytes += (gsize) (g_utf8_next_char (article->text + bytes) - (article->text + bytes));
  return left == 0 ? (gssize) bytes : -1;
}
