/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What an article says of days: of the one on which it was published as long as nobody has told it,
 * and of that of an event. The same words in the window and on the command line. */

#include "khatt-article-words.h"

#include <glib/gi18n-lib.h>

#include "khatt-words.h"

static char *
describe_candidate (const KhattCandidate *candidate, const KhattWords *words)
{
  g_autofree char *day = NULL;
  KhattDate date;

  if (khatt_date_parse (candidate->date, -1, &date, NULL))
    day = khatt_words_date (words, &date, KHATT_CALENDAR_GREGORIAN);
  /* Translators: %s is a day, such as "Friday 8 August 2025". */
  return g_strdup_printf (_ ("The text was perhaps published on %s."),
                          day != NULL ? day : candidate->date);
}

/**
 * khatt_article_words_published:
 * @article: an article
 * @words: how dates are written
 *
 * Says what its text tells of the day on which it was published.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where the day is known
 */
char *
khatt_article_words_published (const KhattArticle *article, const KhattWords *words)
{
  g_autofree char *weekday = NULL;

  if (article->published != NULL)
    return NULL;
  if (article->candidates != NULL && article->candidates->len > 0)
    return describe_candidate (g_ptr_array_index (article->candidates, 0), words);
  if (article->weekday == 0)
    return g_strdup (_ ("The text does not say when it was written."));
  weekday = khatt_calendar_dup_weekday_name (article->weekday, KHATT_WIDTH_WIDE, words);
  /* Translators: %s is a day of the week. */
  return g_strdup_printf (_ ("The text says only that it was written on a %s."), weekday);
}

/**
 * khatt_article_words_date:
 * @article: (nullable): the article of @source
 * @source: a report of an event
 *
 * Gets the words that the report's date was read from, on one line.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where none say it, as where the date is
 * that of publication
 */
char *
khatt_article_words_date (const KhattArticle *article, const KhattSourceData *source)
{
  char *words;

  if (article == NULL || source->date_first < 0 || source->date_after > (gssize) article->length)
    return NULL;
  words = g_strndup (article->text + source->date_first,
                     (gsize) (source->date_after - source->date_first));
  return g_strdelimit (words, "\n\t", ' ');
}

/**
 * khatt_article_words_is_relative:
 * @source: a report of an event
 *
 * Returns: whether the words of its date say less than the day, and count from that of the article:
 * "today", "Friday", "two days ago", "soon"
 */
gboolean
khatt_article_words_is_relative (const KhattSourceData *source)
{
  static const char *const rules[] = {
    "date.today", "date.weekday", "date.day-of-month", "date.unit",
    "date.ago",   "date.vague",   "date.adjective",    NULL,
  };

  for (guint i = 0; source->rules != NULL && source->rules[i] != NULL; i++)
    {
      if (g_strv_contains (rules, source->rules[i]))
        return TRUE;
    }
  return FALSE;
}
