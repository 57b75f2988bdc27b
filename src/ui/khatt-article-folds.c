/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which paragraphs of an article can be folded away: those that no event was read from, with the
 * headings over them. What is too short to save a line stays. */

#include "khatt-article-folds.h"

#include "khatt-article-spans.h"

#define LONGEST_HEADING 140 /* code points */
#define LEAST_FOLDED 120    /* code points: what takes two lines */

/* A short paragraph that ends without a full stop. */
static gboolean
is_heading (const char *line, const char *end, gssize length)
{
  GUnicodeType type;

  if (length == 0 || length > LONGEST_HEADING)
    return FALSE;
  type = g_unichar_type (g_utf8_get_char (g_utf8_find_prev_char (line, end)));
  return type != G_UNICODE_OTHER_PUNCTUATION && type != G_UNICODE_FINAL_PUNCTUATION;
}

/**
 * khatt_article_paragraphs_new:
 * @text: the text of an article
 *
 * Returns: (transfer full) (element-type KhattArticleParagraph): its lines
 */
GArray *
khatt_article_paragraphs_new (const char *text)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (KhattArticleParagraph));
  gssize first = 0;

  while (*text)
    {
      const char *end = strchrnul (text, '\n');
      gssize length = g_utf8_strlen (text, end - text);
      KhattArticleParagraph paragraph = { first, first + length, is_heading (text, end, length) };

      g_array_append_val (paragraphs, paragraph);
      first += length + 1;
      text = *end ? end + 1 : end;
    }
  return paragraphs;
}

static gboolean
touches (const KhattArticleSpan *span, gssize first, gssize after)
{
  return (span->first < after && first < span->after) ||
         (span->date_first < after && first < span->date_after);
}

static gboolean
holds_event (const GArray *spans, gssize first, gssize after)
{
  for (guint i = 0; i < spans->len; i++)
    if (touches (&g_array_index (spans, KhattArticleSpan, i), first, after))
      return TRUE;
  return FALSE;
}

/**
 * khatt_article_fold_holds_event:
 * @fold: a stretch of an article's text
 * @spans: (element-type KhattArticleSpan): what events were read from
 *
 * Returns: %TRUE where an event was read from the stretch
 */
gboolean
khatt_article_fold_holds_event (const KhattArticleFold *fold, const GArray *spans)
{
  return holds_event (spans, fold->first, fold->after);
}

/* Which lines stay: those with events, the headings over these, and the headline. */
static gboolean *
choose_kept (const GArray *paragraphs, const GArray *spans)
{
  gboolean *is_kept = g_new0 (gboolean, paragraphs->len + 1);
  gboolean is_next_kept = FALSE;

  for (guint i = paragraphs->len; i > 0; i--)
    {
      const KhattArticleParagraph *paragraph =
          &g_array_index (paragraphs, KhattArticleParagraph, i - 1);

      if (paragraph->first == paragraph->after)
        continue;
      is_kept[i - 1] = holds_event (spans, paragraph->first, paragraph->after) ||
                       (paragraph->is_heading && (is_next_kept || i == 1));
      is_next_kept = is_kept[i - 1];
    }
  return is_kept;
}

/**
 * khatt_article_folds_new:
 * @paragraphs: (element-type KhattArticleParagraph): the lines of an article
 * @spans: (element-type KhattArticleSpan): what events were read from
 *
 * Returns: (transfer full) (element-type KhattArticleFold): what can be folded, in the order of the
 * text; nothing of an article without events
 */
GArray *
khatt_article_folds_new (const GArray *paragraphs, const GArray *spans)
{
  GArray *folds = g_array_new (FALSE, FALSE, sizeof (KhattArticleFold));
  g_autofree gboolean *is_kept = choose_kept (paragraphs, spans);
  KhattArticleFold fold = { 0 };
  gssize n_points = 0;

  for (guint i = 0; spans->len > 0 && i <= paragraphs->len; i++)
    {
      const KhattArticleParagraph *paragraph =
          i < paragraphs->len ? &g_array_index (paragraphs, KhattArticleParagraph, i) : NULL;

      if (paragraph && !is_kept[i])
        {
          gboolean is_empty = paragraph->first == paragraph->after;

          if (fold.n_paragraphs == 0)
            fold.first = paragraph->first;
          fold.n_paragraphs += !is_empty;
          fold.after = paragraph->after;
          n_points += paragraph->after - paragraph->first;
          continue;
        }
      if (paragraph)
        fold.after = paragraph->first;
      if (n_points >= LEAST_FOLDED)
        g_array_append_val (folds, fold);
      fold.n_paragraphs = 0;
      n_points = 0;
    }
  return folds;
}
