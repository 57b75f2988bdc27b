/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A proposal in words: when it was with the words that tell, what became of it, what needs a look.
 */

#include "khatt-review-words.h"

#include <glib/gi18n-lib.h>

#include "khatt-article-words.h"
#include "khatt-bidi.h"
#include "khatt-sentence.h"

static const struct
{
  KhattReviewReasons reason;
  const char *words;
} reasons[] = {
  /* Translators: why something that was read needs a look; a few words each. */
  { KHATT_REVIEW_UNDATED, N_ ("no date") },
  { KHATT_REVIEW_UNPUBLISHED, N_ ("day of publication unknown") },
  { KHATT_REVIEW_PARTY_MISSING, N_ ("somebody is not named") },
  { KHATT_REVIEW_SOURCES_DIFFER, N_ ("sources differ") },
  { KHATT_REVIEW_UNSURE, N_ ("read with little certainty") },
};

/**
 * khatt_review_words_reason:
 * @reason: one reason
 *
 * Returns: a few words, translated
 */
const char *
khatt_review_words_reason (KhattReviewReasons reason)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (reasons[i].reason == reason)
        return _ (reasons[i].words);
    }
  return NULL;
}

/* The words of an article that a date was read from; what stands there for a date that could not be
 * read. */
static char *
dup_date_words (const KhattSnapshot *snapshot, const KhattEventData *event)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);
      const KhattArticle *article = khatt_snapshot_get_article_by_id (snapshot, source->article);
      char *words = khatt_article_words_date (article, source);

      if (words != NULL)
        return words;
    }
  return g_strdup (event->date_text);
}

/**
 * khatt_review_words_date:
 * @snapshot: a document
 * @event: an event of it
 * @words: how dates are put
 *
 * Returns: (transfer full): when it was, and the words of the article that say so
 */
char *
khatt_review_words_date (const KhattSnapshot *snapshot,
                         const KhattEventData *event,
                         const KhattWords *words)
{
  g_autofree char *read = dup_date_words (snapshot, event);
  g_autofree char *plain = read != NULL ? khatt_bidi_strip (read) : NULL;
  g_autofree char *isolated = plain != NULL ? khatt_bidi_isolate (plain) : NULL;
  g_autofree char *date = khatt_date_is_known (&event->date)
                              ? khatt_words_date (words, &event->date, KHATT_CALENDAR_GREGORIAN)
                              : g_strdup (_ ("No date"));

  if (isolated == NULL || *plain == '\0')
    return g_steal_pointer (&date);
  /* Translators: a date, and the words of an article that it was read from: "8 August 2025 · “on
   * Friday”". */
  return g_strdup_printf (_ ("%s · “%s”"), date, isolated);
}

static char *
dup_reasons (guint found)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if ((found & reasons[i].reason) == 0)
        continue;
      if (text->len > 0)
        /* Translators: between the items of a list. */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, _ (reasons[i].words));
    }
  return g_string_free (text, FALSE);
}

/**
 * khatt_review_words_state:
 * @snapshot: a document
 * @slot: an event of it, one that was dismissed too
 *
 * Returns: (transfer full) (nullable): what became of it, or why it needs a look; %NULL where no
 * rule read it
 */
char *
khatt_review_words_state (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);
  guint found;
  g_autofree char *why = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  switch (khatt_review_get_state (record))
    {
    case KHATT_REVIEW_GONE:
      return g_strdup (C_ ("event", "Dismissed"));
    case KHATT_REVIEW_SETTLED:
      return g_strdup ((record->flags & KHATT_RECORD_CHANGED_BY_HAND) != 0
                           ? C_ ("event", "Corrected")
                           : C_ ("event", "Accepted"));
    case KHATT_REVIEW_PROPOSED:
      break;
    case KHATT_REVIEW_NONE:
    default:
      return NULL;
    }
  found = khatt_review_get_reasons (snapshot, slot);
  if (found == 0)
    return g_strdup (C_ ("event", "Proposed"));
  why = dup_reasons (found);
  /* Translators: %s is why: "no date, somebody is not named". */
  return g_strdup_printf (_ ("Needs a look: %s"), why);
}

/**
 * khatt_review_words_label:
 * @snapshot: a document
 * @slot: an event of it, one that was dismissed too
 * @words: how dates are put
 *
 * Returns: (transfer full): the event's sentence, and then its state
 */
char *
khatt_review_words_label (const KhattSnapshot *snapshot, guint32 slot, const KhattWords *words)
{
  g_autofree char *sentence = khatt_sentence_new (snapshot, slot, words);
  g_autofree char *state = khatt_review_words_state (snapshot, slot);

  if (state == NULL)
    return g_steal_pointer (&sentence);
  /* Translators: the sentence of an event, and then what became of it: "Accepted". */
  return g_strdup_printf (_ ("%s. %s"), sentence, state);
}
