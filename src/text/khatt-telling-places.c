/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where it was: what a sentence says about places is not always where its event took place, and
 * many an event took place where another sentence says that its people were.
 */

#include "khatt-telling.h"

#include <string.h>

static gboolean
is_adjective (const KhattText *text, gsize token)
{
  const KhattMatch *word = khatt_tokens_match (text->tokens, token, KHATT_ENTRY_WORD);

  return word != NULL && strcmp (word->entry->fields[1], "adjective") == 0;
}

/* "بحث X مع Y العلاقات، وذلك في فيينا": behind that word stands how it was, not what it was about.
 */
static gboolean
is_circumstance (const KhattText *text, gsize first, gsize after)
{
  for (gsize i = first; i < after; i++)
    {
      const KhattMatch *marker = khatt_tokens_match (text->tokens, i, KHATT_ENTRY_MARKER);

      if (marker != NULL && strcmp (marker->entry->fields[1], "boundary") == 0 &&
          strcmp (marker->entry->fields[2], "that-was") == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * khatt_telling_is_place_of:
 * @telling: a sentence
 * @frame: a frame with a place
 *
 * "قال X أمس في فيينا" is said there, "حذر X من نشر قوات في فيينا" is about it: between a verb of
 * saying or discussing and where that was stand only people, dates and occasions.
 *
 * Returns: whether the place is where it was
 */
gboolean
khatt_telling_is_place_of (const KhattTelling *telling, const KhattFrame *frame)
{
  static const KhattEntryClass passed[] = { KHATT_ENTRY_DATE, KHATT_ENTRY_MARKER, KHATT_ENTRY_NOUN,
                                            KHATT_ENTRY_AGENCY, KHATT_ENTRY_TITLE };
  const KhattText *text = telling->story->text;
  const GArray *mentions = text->mentions;
  gsize mention = text->first_mention[telling->sentence];
  gsize after = g_array_index (mentions, KhattMention, frame->place).first_token;
  guint n_other = 0;

  if (is_circumstance (text, frame->anchor + 1, after))
    return TRUE;
  for (gsize i = frame->anchor + 1; i < after; i++)
    {
      gboolean is_passed = text->tokens->tokens[i].kind != KHATT_TOKEN_WORD;

      while (g_array_index (mentions, KhattMention, mention).after_token <= i)
        mention++;
      is_passed |= is_adjective (text, i);
      is_passed |= g_array_index (mentions, KhattMention, mention).first_token <= i;
      for (gsize k = 0; k < G_N_ELEMENTS (passed) && !is_passed; k++)
        {
          const KhattMatch *match = khatt_tokens_match (text->tokens, i, passed[k]);

          is_passed = match != NULL;
          if (is_passed)
            i += match->n_tokens - 1;
        }
      n_other += !is_passed;
    }
  return n_other == 0;
}

/**
 * khatt_telling_find_stay:
 * @telling: a sentence
 *
 * "During his visit to X": where the rest of the sentence took place.
 *
 * Returns: a mention; -1: the sentence does not say
 */
gssize
khatt_telling_find_stay (const KhattTelling *telling)
{
  for (guint i = 0; i < telling->frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, i);
      if (frame->is_nominal && frame->is_during && frame->place >= 0)
        return frame->place;
    }
  return -1;
}

/**
 * khatt_telling_check_place:
 * @telling: a sentence
 * @frame: (inout): a frame
 *
 * "بحث X مع Y الأوضاع في ليبيا": what they discussed is there, not they.
 */
void
khatt_telling_check_place (const KhattTelling *telling, KhattFrame *frame)
{
  if (frame->place >= 0 && g_str_has_suffix (frame->rule, ".discussed") &&
      !khatt_telling_is_place_of (telling, frame))
    frame->place = -1;
}

/**
 * khatt_telling_note_occasion:
 * @telling: a sentence
 * @frame: a frame that is no event
 *
 * "X held talks with several ministers in Y": whom he met, the next sentences tell, and not where.
 */
void
khatt_telling_note_occasion (KhattTelling *telling, const KhattFrame *frame)
{
  if (frame->kind != KHATT_KIND_MEETING || frame->mood != KHATT_MOOD_FACT || !telling->is_lede ||
      frame->is_embedded || frame->is_nominal || frame->n_parties != 1 || frame->place < 0)
    return;
  telling->story->occasion_host = frame->parties[0].actor;
  telling->story->occasion_place = frame->place;
}

static gssize
find_occasion_place (const KhattStory *story, const KhattFrame *frame)
{
  for (guint i = 0; i < frame->n_parties; i++)
    if (frame->parties[i].actor == story->occasion_host)
      return story->occasion_place;
  return -1;
}

/* The code of the country that a place is or lies in; NULL where the tables do not know. */
static const char *
find_country (const KhattStory *story, gssize place)
{
  const KhattMention *mention = &g_array_index (story->text->mentions, KhattMention, place);
  const KhattMatch *city =
      khatt_tokens_match (story->text->tokens, mention->first_token, KHATT_ENTRY_CITY);

  if (mention->actor != KHATT_NO_ACTOR)
    return khatt_story_get_actor (story, mention->actor)->country;
  return city != NULL && *city->entry->fields[1] != '\0' ? city->entry->fields[1] : NULL;
}

static gboolean
is_of_country (const KhattStory *story, guint actor, const char *country)
{
  return g_strcmp0 (khatt_story_get_actor (story, actor)->country, country) == 0;
}

/* Whether somebody who is on that visit meets somebody whose country it leads to. */
static gboolean
is_during_visit (const KhattStory *story, const KhattStoryEvent *visit, const KhattFrame *frame)
{
  const char *country = find_country (story, visit->place);
  gboolean has_guest = FALSE, has_host = FALSE;

  for (guint i = 0; i < frame->n_parties && country != NULL; i++)
    {
      guint actor = frame->parties[i].actor;

      if (is_of_country (story, actor, country))
        has_host = TRUE;
      else
        has_guest |= khatt_story_event_has_party (visit, actor);
    }
  return has_guest && has_host;
}

/* "وصل X إلى دمشق", then "بحث X وY العلاقات", Y being at home there: in Damascus. */
static gssize
find_visited_place (const KhattStory *story, const KhattFrame *frame, const KhattDate *date)
{
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      const KhattStoryEvent *visit = g_ptr_array_index (story->events, i - 1);

      if (visit->kind == KHATT_KIND_VISIT && visit->item == story->item && visit->place >= 0 &&
          (visit->status == KHATT_STATUS_HAPPENED || visit->status == KHATT_STATUS_PLANNED) &&
          khatt_story_event_dates_agree (visit, date) && is_during_visit (story, visit, frame))
        return visit->place;
    }
  return -1;
}

/**
 * khatt_telling_find_place:
 * @telling: a sentence
 * @frame: a meeting whose sentence does not say where
 * @date: when it was
 * @has_own_date: whether the sentence says when
 *
 * Looks for where a meeting was among what the item told before.
 *
 * Returns: a mention; -1: nothing tells
 */
gssize
khatt_telling_find_place (const KhattTelling *telling,
                          const KhattFrame *frame,
                          const KhattDate *date,
                          gboolean has_own_date)
{
  const KhattStory *story = telling->story;
  gssize place = -1;

  if (frame->kind != KHATT_KIND_MEETING || frame->is_last || frame->is_earlier)
    return -1;
  if (frame->mood == KHATT_MOOD_FACT && !has_own_date)
    place = find_occasion_place (story, frame);
  return place >= 0 ? place : find_visited_place (story, frame, date);
}

/**
 * khatt_story_is_closer:
 * @story: a story
 * @place: a mention
 * @than: another, of the same item
 *
 * Tells whether a place is a town of the country that another one is.
 *
 * Returns: whether it is
 */
gboolean
khatt_story_is_closer (const KhattStory *story, gssize place, gssize than)
{
  const KhattMention *town = &g_array_index (story->text->mentions, KhattMention, place);
  const KhattMention *country = &g_array_index (story->text->mentions, KhattMention, than);

  return khatt_tokens_match (story->text->tokens, town->first_token, KHATT_ENTRY_CITY) != NULL &&
         khatt_tokens_match (story->text->tokens, country->first_token, KHATT_ENTRY_CITY) == NULL &&
         country->actor != KHATT_NO_ACTOR && find_country (story, place) != NULL &&
         is_of_country (story, country->actor, find_country (story, place));
}
