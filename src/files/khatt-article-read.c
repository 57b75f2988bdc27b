/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From an article to what it reports: the part that plain text and web pages have in common. */

#include "khatt-article-read.h"

#include <glib/gi18n-lib.h>

#include "khatt-article-words.h"
#include "khatt-limits.h"
#include "khatt-reader.h"
#include "khatt-report.h"
#include "khatt-words.h"

static gboolean
has_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        return TRUE;
    }
  return FALSE;
}

/**
 * khatt_article_check_size: (skip)
 * @length: bytes of an article, decoded
 * @error: return location
 *
 * Returns: whether it is small enough
 */
gboolean
khatt_article_check_size (gsize length, GError **error)
{
  g_autofree char *limit = NULL;

  if (length <= KHATT_LIMIT_ARTICLE)
    return TRUE;
  limit = g_format_size (KHATT_LIMIT_ARTICLE);
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE,
               /* Translators: %s is a size, as "16 MB". */
               _ ("An article should not be larger than %s."), limit);
  return FALSE;
}

/* It takes a while to make: nobody waits for it who opens something else. */
static const KhattLexicon *
find_lexicon (const KhattLoadOptions *options)
{
  if (options->lexicon == NULL && options->get_lexicon != NULL)
    return options->get_lexicon ();
  return options->lexicon;
}

static gboolean
check_article (const KhattLoading *loading, const char *text, GError **error)
{
  const KhattLoadOptions *options = loading->options;

  if (options->lexicon == NULL && options->get_lexicon == NULL)
    {
      g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
                   _ ("Articles cannot be read here: no lexicon was given."));
      return FALSE;
    }
  if (!has_letters (text))
    {
      g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
                   _ ("There is no text in this file; an article was expected."));
      return FALSE;
    }
  return TRUE;
}

/* What the article says of itself, if it is a date, goes before what the caller says. */
static void
settle_published (KhattLoading *loading, KhattArticle *article)
{
  g_autoptr (GError) error = NULL;
  KhattDate date;

  if (article->published != NULL && khatt_date_parse (article->published, -1, &date, &error))
    return;
  if (article->published != NULL)
    khatt_loading_issue (loading, _ ("The date of publication was not read: %s"), error->message);
  g_free (article->published);
  article->published = g_strdup (loading->options->published);
}

static guint
count_undated (const GPtrArray *events)
{
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const KhattEventData *event = g_ptr_array_index (events, i);

      n += !khatt_date_is_known (&event->date);
    }
  return n;
}

/* Dates that count from a day nobody knows are left out, until somebody tells it. */
static void
tell_unpublished (KhattLoading *loading, const KhattArticle *article, const GPtrArray *events)
{
  guint n_undated = count_undated (events);
  g_autofree char *sentence = NULL;
  KhattWords words;

  if (n_undated == 0)
    return;
  words = khatt_words_for_language (g_get_language_names ()[0]);
  sentence = khatt_article_words_published (article, &words);
  if (sentence == NULL)
    return;
  khatt_loading_issue (loading,
                       g_dngettext (GETTEXT_PACKAGE,
                                    /* Translators: %s is a sentence: "The text says only that it
                                     * was written on a Monday." */
                                    "%s %u event has no date until that day is known.",
                                    "%s %u events have no date until that day is known.",
                                    n_undated),
                       sentence, n_undated);
}

/**
 * khatt_article_read: (skip)
 * @loading: where the report goes
 * @article: (transfer full): an article with its text and what is known about it
 * @error: return location
 *
 * Reads the events of an article and adds its report to those of @loading.
 *
 * Returns: %FALSE where there is nothing to read, or it was cancelled
 */
gboolean
khatt_article_read (KhattLoading *loading, KhattArticle *article, GError **error)
{
  g_autoptr (KhattArticle) owned = article;
  const KhattLoadOptions *options = loading->options;
  g_autoptr (KhattReading) reading = NULL;
  KhattReport *report;

  if (!check_article (loading, article->text, error))
    return FALSE;
  settle_published (loading, article);
  reading = khatt_reader_read (find_lexicon (options), article,
                               options->today != 0 ? options->today : KHATT_PUBLISHED_NO_LIMIT,
                               loading->cancellable);
  if (reading == NULL || g_cancellable_is_cancelled (loading->cancellable))
    return !g_cancellable_set_error_if_cancelled (loading->cancellable, error);
  if (reading->candidates->len > 0)
    article->candidates = g_ptr_array_ref (reading->candidates);
  article->weekday = reading->weekday;
  if (options->tells_unpublished)
    tell_unpublished (loading, article, reading->events);
  report = khatt_report_new (g_steal_pointer (&owned), g_ptr_array_ref (reading->events));
  khatt_report_prepare (report);
  g_ptr_array_add (loading->reports, report);
  return TRUE;
}
