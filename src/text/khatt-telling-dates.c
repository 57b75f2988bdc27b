/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which date of a sentence belongs to which of its frames, and what it means there.
 */

#include "khatt-telling.h"

#include "khatt-clause.h"

#include <string.h>

/* Words between an occasion and its date. */
#define OCCASION_REACH 4

/* Words behind the verb of an offer where its own day can stand. */
#define OFFER_REACH 8

static gboolean
has_source_between (const KhattClauses *clauses, gsize first, gsize after)
{
  for (gsize i = first + 1; i < after; i++)
    if (clauses->cuts[i - clauses->first_token] == KHATT_CUT_SOURCE)
      return TRUE;
  return FALSE;
}

/* "بمناسبة حلول شهر رمضان": for what, not when. */
static gboolean
is_occasion (const KhattClauses *clauses, gsize date)
{
  for (gsize i = date; i > clauses->first_token && date - i < OCCASION_REACH; i--)
    {
      const KhattMatch *topic = khatt_clauses_marker (clauses, i - 1, "topic");
      if (topic != NULL && strcmp (topic->entry->fields[2], "occasion") == 0)
        return TRUE;
    }
  return FALSE;
}

/* "بعد يومين من انفجار المرفأ الذي وقع في الرابع من الشهر": the day of what "which" tells. */
static gboolean
is_told_aside (const KhattClauses *clauses, gsize date)
{
  gboolean has_verb = FALSE;

  for (gsize i = date; i > clauses->first_token; i--)
    {
      KhattCut cut = clauses->cuts[i - 1 - clauses->first_token];

      if (cut != KHATT_CUT_NONE)
        return cut == KHATT_CUT_RELATIVE && has_verb;
      has_verb |= khatt_clauses_verb (clauses, i - 1) != NULL;
    }
  return FALSE;
}

/* A date belongs to the last verb or noun before it in its clause, else to the first one behind it.
 */
static gssize
find_owner (const KhattTelling *telling, const KhattClauses *clauses, const KhattDatePhrase *phrase)
{
  guint clause = clauses->clauses[phrase->first_token - clauses->first_token];
  gboolean is_aside = is_told_aside (clauses, phrase->first_token);
  gssize owner = -1;

  for (guint i = 0; i < telling->frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, i);

      /* A day in somebody's words is not the day on which they were said. */
      if (frame->is_statement && frame->clause != clause)
        continue;
      /* "وأشار بعد لقائه X إلى أن ... في يناير": nor is it that of an occasion told before them. */
      if (frame->clause != clause && (is_aside || (frame->is_nominal && frame->is_during)))
        continue;
      /* An invitation is sent before the day to which it invites. */
      if (frame->kind == KHATT_KIND_OFFER && phrase->first_token > frame->anchor + OFFER_REACH)
        continue;
      /* "..., حسبما أفاد بيان أمس": the day of the report is not that of what it reports. */
      if (frame->anchor < phrase->first_token)
        owner =
            has_source_between (clauses, frame->anchor, phrase->first_token) ? owner : (gssize) i;
      else if (owner < 0)
        return (gssize) i;
    }
  return owner;
}

/**
 * khatt_telling_read_dates:
 * @telling: a sentence
 *
 * Finds the dates of a sentence and what each belongs to.
 */
void
khatt_telling_read_dates (KhattTelling *telling)
{
  const KhattText *text = telling->story->text;
  const KhattSpan *span = &g_array_index (text->sentences->sentences, KhattSpan, telling->sentence);
  g_autoptr (KhattClauses) clauses = NULL;

  telling->phrases =
      khatt_date_phrases_find (text->tokens, text->items->places[telling->sentence].body_token,
                               span->after_token, &telling->context);
  telling->owners = g_new0 (gssize, telling->phrases->len + 1);
  clauses = khatt_clauses_new (text, telling->sentence);
  for (guint i = 0; i < telling->phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (telling->phrases, KhattDatePhrase, i);
      const KhattMention *mention = khatt_clauses_mention_at (clauses, phrase->first_token);
      /* A surname can be the word of a month. */
      gboolean is_name = mention != NULL && mention->has_name && !mention->is_place;
      /* Some papers write the weekday in quotation marks; "قريبا" in them is somebody's word. */
      gboolean is_quoted = khatt_date_phrase_is_exact (phrase)
                               ? text->is_quoted[phrase->first_token] == KHATT_QUOTED_WORDS
                               : text->is_quoted[phrase->first_token] != KHATT_QUOTED_NOT;
      gboolean is_usable = !is_name && !is_occasion (clauses, phrase->first_token) && !is_quoted &&
                           phrase->link != KHATT_DATE_LINK_SINCE &&
                           phrase->link != KHATT_DATE_LINK_UNTIL &&
                           phrase->link != KHATT_DATE_LINK_BEFORE;
      telling->owners[i] = is_usable ? find_owner (telling, clauses, phrase) : -1;
    }
}

/**
 * khatt_telling_find_phrase:
 * @telling: a sentence
 * @frame: the index of a frame
 *
 * Finds the phrase that dates a frame: said of it, the exact before the vague, what stands behind
 * its verb before what stands in front.
 *
 * Returns: (nullable) (transfer none): the phrase
 */
const KhattDatePhrase *
khatt_telling_find_phrase (const KhattTelling *telling, guint frame)
{
  const KhattDatePhrase *best = NULL;
  gsize anchor = g_array_index (telling->frames, KhattFrame, frame).anchor;

  for (guint i = 0; i < telling->phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (telling->phrases, KhattDatePhrase, i);

      if (telling->owners[i] != (gssize) frame)
        continue;
      if (best == NULL || (phrase->certainty != KHATT_CERTAINTY_VAGUE &&
                           (best->certainty == KHATT_CERTAINTY_VAGUE ||
                            (best->after_token <= anchor && phrase->first_token > anchor))))
        best = phrase;
    }
  return best;
}

static KhattTense
tense_of (const KhattFrame *frame)
{
  if (frame->mood == KHATT_MOOD_PLANNED || frame->is_called_off)
    return KHATT_TENSE_FUTURE;
  if (frame->mood != KHATT_MOOD_FACT)
    return KHATT_TENSE_UNKNOWN;
  /* "يزور X الأحد موسكو" is still to come. */
  return frame->is_past || frame->is_nominal || frame->is_statement ? KHATT_TENSE_PAST
                                                                    : KHATT_TENSE_FUTURE;
}

/**
 * khatt_telling_resolve:
 * @telling: a sentence
 * @phrase: a date
 * @frame: a frame
 *
 * A cancelled plan was for a day that may be past: "كان من المتوقع أن يعقد ... في 3 نيسان
 * الماضي".
 *
 * Returns: the date, with the words of @phrase
 */
KhattDating
khatt_telling_resolve (const KhattTelling *telling,
                       const KhattDatePhrase *phrase,
                       const KhattFrame *frame)
{
  KhattDatePhrase copy = *phrase;
  KhattDateContext context = telling->context;

  context.tense = tense_of (frame);
  /* "بعد عصر السبت" is Saturday, of what has happened. */
  if (copy.link == KHATT_DATE_LINK_AFTER && frame->is_past)
    copy.link = KHATT_DATE_LINK_NONE;
  khatt_date_phrase_resolve (&copy, &context);
  return (KhattDating){ copy.date, copy.first, copy.after };
}

/**
 * khatt_telling_reference_day:
 * @telling: a sentence
 *
 * Gets the day that dates count from.
 *
 * Returns: the day; unknown where there is none
 */
KhattDate
khatt_telling_reference_day (const KhattTelling *telling)
{
  gint64 year;
  int month, day;

  if (!telling->context.has_reference)
    return KHATT_DATE_NONE;
  khatt_civil_from_days (telling->context.reference, &year, &month, &day);
  return khatt_date_from_day (year, month, day);
}

/**
 * khatt_telling_open_date:
 * @telling: a sentence
 * @is_before: before or after
 *
 * Makes [..reference] or [reference..].
 *
 * Returns: the date
 */
KhattDate
khatt_telling_open_date (const KhattTelling *telling, gboolean is_before)
{
  KhattDate day = khatt_telling_reference_day (telling);
  KhattDate none = KHATT_DATE_NONE;

  if (!telling->context.has_reference)
    return none;
  if (is_before)
    {
      day.start_earliest = KHATT_TIME_MIN;
      day.end_earliest = KHATT_TIME_MIN;
      day.flags = KHATT_DATE_SET | KHATT_DATE_START_OPEN;
    }
  else
    {
      day.start_latest = KHATT_TIME_MAX;
      day.end_latest = KHATT_TIME_MAX;
      day.flags = KHATT_DATE_SET | KHATT_DATE_END_OPEN;
    }
  return day;
}

/**
 * khatt_date_phrase_is_exact:
 * @phrase: a date
 *
 * Tells whether a phrase says a day, month or year.
 *
 * Returns: whether it does
 */
gboolean
khatt_date_phrase_is_exact (const KhattDatePhrase *phrase)
{
  return phrase != NULL && phrase->certainty != KHATT_CERTAINTY_VAGUE && !phrase->is_adjective;
}

/**
 * khatt_telling_is_future:
 * @telling: a sentence
 * @date: a date
 *
 * Tells whether a date lies behind the day that dates count from.
 *
 * Returns: whether it does
 */
gboolean
khatt_telling_is_future (const KhattTelling *telling, const KhattDate *date)
{
  return telling->context.has_reference && khatt_date_is_known (date) &&
         khatt_date_first (date) >= (telling->context.reference + 1) * KHATT_SECONDS_PER_DAY;
}
