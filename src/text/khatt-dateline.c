/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which day the dates of a news item count from: that of its dateline, where it says one and the
 * article was published on it or next to it; else the day of publication.
 */

#include "khatt-dateline.h"

#include "khatt-date-count.h"

/**
 * khatt_dateline_begin: (skip)
 * @published: (nullable): when an article was published, EDTF
 * @context: (out caller-allocates): what its dates count from
 *
 * Makes the day of publication what dates count from. "Today" in an article of 2025 is no day: only
 * a day is something to count from.
 *
 * Returns: whether there is one
 */
gboolean
khatt_dateline_begin (const char *published, KhattDateContext *context)
{
  KhattDate date;

  *context = (KhattDateContext){ 0 };
  if (published == NULL || !khatt_date_parse (published, -1, &date, NULL) ||
      date.precision < KHATT_PRECISION_DAY)
    return FALSE;
  context->reference = khatt_days_from_seconds (khatt_date_last (&date));
  if (context->reference != khatt_days_from_seconds (khatt_date_first (&date)))
    return FALSE;
  context->has_reference = TRUE;
  return TRUE;
}

/**
 * khatt_dateline_read: (skip)
 * @tokens: of a text
 * @item: one of its items
 * @context: (inout): what its dates count from
 *
 * Makes the day of an item's dateline what its dates count from: "شنغهاي 6 أغسطس (شينخوا)" in a
 * text of the 7th: its "today" is the 6th.
 *
 * Returns: whether there is such a day
 */
gboolean
khatt_dateline_read (const KhattTokens *tokens, const KhattItem *item, KhattDateContext *context)
{
  g_autoptr (GArray) phrases = NULL;

  if (item->after_dateline_token <= item->first_dateline_token || !context->has_reference)
    return FALSE;
  phrases = khatt_date_phrases_find (tokens, item->first_dateline_token, item->after_dateline_token,
                                     context);
  for (guint i = 0; i < phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (phrases, KhattDatePhrase, i);
      gint64 day = khatt_date_first (&phrase->date) / KHATT_SECONDS_PER_DAY;

      if (khatt_date_is_known (&phrase->date) && phrase->date.precision == KHATT_PRECISION_DAY &&
          ABS (day - context->reference) <= 1)
        {
          context->reference = day;
          return TRUE;
        }
    }
  return FALSE;
}

static const KhattItem *
find_item (const KhattItems *items, const KhattSentences *sentences, gssize offset)
{
  for (guint i = 0; i < sentences->sentences->len; i++)
    {
      const KhattSpan *span = &g_array_index (sentences->sentences, KhattSpan, i);

      if (offset >= span->first && offset < span->after)
        return &g_array_index (items->items, KhattItem, items->places[i].item);
    }
  return NULL;
}

static KhattDateline *
make_dateline (const KhattTokens *tokens, const KhattItem *item, gint64 day)
{
  guint32 first = tokens->tokens[item->first_dateline_token].first;
  guint32 after = tokens->tokens[item->after_dateline_token - 1].after;
  KhattDateline *dateline = g_new (KhattDateline, 1);
  KhattDate date = khatt_date_make_day (day);

  dateline->day = khatt_date_to_edtf (&date);
  dateline->text = g_strndup (tokens->text + first, after - first);
  return dateline;
}

/**
 * khatt_dateline_find:
 * @lexicon: the tables that the article was read with
 * @article: an article
 * @offset: in bytes of its text: where an event was read
 *
 * Finds the dateline that the dates around @offset were counted from.
 *
 * Returns: (transfer full) (nullable): it; %NULL where they count from the day of publication
 */
KhattDateline *
khatt_dateline_find (const KhattLexicon *lexicon, const KhattArticle *article, gssize offset)
{
  g_autoptr (KhattTokens) tokens = NULL;
  g_autoptr (KhattSentences) sentences = NULL;
  g_autoptr (KhattItems) items = NULL;
  const KhattItem *item;
  KhattDateContext context;

  if (article->text == NULL || !khatt_dateline_begin (article->published, &context))
    return NULL;
  tokens = khatt_tokens_new (lexicon, article->text, -1);
  sentences = khatt_sentences_new (tokens);
  items = khatt_items_new (tokens, sentences);
  item = find_item (items, sentences, offset);
  if (item == NULL || !khatt_dateline_read (tokens, item, &context))
    return NULL;
  return make_dateline (tokens, item, context.reference);
}

/**
 * khatt_dateline_free:
 * @dateline: (transfer full): what khatt_dateline_find() found
 */
void
khatt_dateline_free (KhattDateline *dateline)
{
  g_free (dateline->day);
  g_free (dateline->text);
  g_free (dateline);
}
