/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statements: one for each speaker, occasion and day; what is said in a call or a meeting belongs
 * to it.
 */

#include "khatt-telling.h"

#include <string.h>

static gboolean
is_mouthpiece (const KhattActor *actor)
{
  return actor->rank == KHATT_RANK_SPOKESMAN || actor->rank == KHATT_RANK_ANONYMOUS;
}

/**
 * khatt_telling_find_statement:
 * @telling: a sentence
 * @speaker: who speaks
 * @date: a date
 *
 * Looks for what somebody has said already, on the same day.
 *
 * Returns: (nullable) (transfer none): the event
 */
KhattStoryEvent *
khatt_telling_find_statement (const KhattTelling *telling, guint speaker, const KhattDate *date)
{
  const KhattStory *story = telling->story;

  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if (event->is_statement && event->n_parties > 0 && event->parties[0].actor == speaker &&
          (event->item == story->item || khatt_date_is_known (date)) &&
          khatt_story_event_dates_agree (event, date))
        return event;
    }
  return NULL;
}

/* "نفت إيران ...", then "وقال المتحدث باسم خارجيتها X": one occasion, told of the state and of its
 * spokesman. */
static KhattStoryEvent *
find_on_behalf (const KhattTelling *telling, guint speaker, const KhattDate *date)
{
  const KhattStory *story = telling->story;
  const KhattActor *actor = khatt_story_get_actor (story, speaker);

  if (actor->rank != KHATT_RANK_SPOKESMAN && actor->type != KHATT_ACTOR_STATE)
    return NULL;
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);
      const KhattActor *other;

      if (!event->is_statement || event->item != story->item || event->n_parties != 1 ||
          !khatt_story_event_dates_agree (event, date))
        continue;
      other = khatt_story_get_actor (story, event->parties[0].actor);
      if ((actor->country == NULL || g_strcmp0 (other->country, actor->country) == 0) &&
          (other->type == KHATT_ACTOR_STATE || actor->type == KHATT_ACTOR_STATE) &&
          (other->rank == KHATT_RANK_SPOKESMAN || actor->rank == KHATT_RANK_SPOKESMAN))
        return event;
    }
  return NULL;
}

/* "Yesterday X said": not in the talks of today, which another sentence told. */
static gboolean
is_of_other_day (const KhattTelling *telling, const KhattStoryEvent *contact, const KhattDate *date)
{
  return contact->sentence != telling->sentence && khatt_date_is_known (date) &&
         khatt_date_is_known (&contact->dating.date) &&
         !khatt_date_is_possibly_within (&contact->dating.date, khatt_date_first (date),
                                         khatt_date_last (date));
}

/* An organisation reads nobody's talks out but its own and those of its country. */
static gboolean
is_outsider (const KhattStory *story, const KhattActor *actor, const KhattStoryEvent *contact)
{
  if (actor->type != KHATT_ACTOR_ORGANISATION)
    return FALSE;
  for (guint i = 0; i < contact->n_parties && actor->country != NULL; i++)
    if (g_strcmp0 (khatt_story_get_actor (story, contact->parties[i].actor)->country,
                   actor->country) == 0)
      return FALSE;
  return TRUE;
}

/* "من جانبه قال Y": whose turn it is, at the press conference that the item told of. */
static gboolean
speaks_at_press (const KhattTelling *telling)
{
  const KhattStory *story = telling->story;
  gsize first = story->text->items->places[telling->sentence].body_token;
  const KhattMatch *match = khatt_tokens_match (story->text->tokens, first, KHATT_ENTRY_MARKER);

  return story->press != NULL && match != NULL && strcmp (match->entry->fields[1], "side") == 0;
}

/* "قال X، عقب مباحثات أجراها مع Y". */
static gboolean
speaks_after (const KhattTelling *telling)
{
  for (guint i = 0; i < telling->frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, i);
      if (frame->is_after && !frame->is_embedded && frame->kind == KHATT_KIND_MEETING)
        return TRUE;
    }
  return FALSE;
}

/* What is said in a call or a meeting belongs to it; what is said after it to the press does not.
 */
static KhattStoryEvent *
find_read_out (const KhattTelling *telling,
               const KhattFrame *frame,
               guint speaker,
               const KhattDate *date)
{
  const KhattStory *story = telling->story;
  const KhattActor *actor = khatt_story_get_actor (story, speaker);
  KhattStoryEvent *contact = story->contact;

  if (contact == NULL || contact->item != story->item)
    return NULL;
  if (is_mouthpiece (actor))
    return contact;
  if (is_of_other_day (telling, contact, date))
    return NULL;
  if (actor->type != KHATT_ACTOR_PERSON)
    return is_outsider (story, actor, contact) && !khatt_story_event_has_party (contact, speaker)
               ? NULL
               : contact;
  if (frame->to_press || speaks_at_press (telling) || speaks_after (telling))
    return NULL;
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);
      if (!event->is_statement && event->item == story->item &&
          event->status == KHATT_STATUS_HAPPENED && khatt_story_event_has_party (event, speaker))
        return event;
    }
  return NULL;
}

/* Who met speaks to the press where and when they met. */
static const KhattStoryEvent *
find_meeting_before_press (const KhattTelling *telling, const KhattFrame *frame)
{
  const KhattStory *story = telling->story;

  if (!frame->to_press || frame->n_parties == 0)
    return NULL;
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      const KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if (event->kind == KHATT_KIND_MEETING && event->item == story->item &&
          event->status == KHATT_STATUS_HAPPENED &&
          khatt_story_event_has_party (event, frame->parties[0].actor))
        return event;
    }
  return NULL;
}

/* The day after which a remark was made: "عقب المحادثات". */
static KhattDating
statement_date (const KhattTelling *telling, const KhattFrame *frame)
{
  const KhattStory *story = telling->story;
  const KhattStoryEvent *meeting = find_meeting_before_press (telling, frame);

  for (guint i = 0; i < telling->frames->len; i++)
    if (g_array_index (telling->frames, KhattFrame, i).is_after && story->contact != NULL &&
        story->contact->item == story->item)
      return story->contact->dating;
  if (speaks_at_press (telling))
    return story->press->dating;
  if (meeting != NULL)
    return meeting->dating;
  return telling->main != NULL && telling->main->status == KHATT_STATUS_HAPPENED
             ? telling->main->dating
             : (KhattDating){ khatt_telling_reference_day (telling), 0, 0 };
}

static gboolean
is_town_abroad (const KhattStory *story, const KhattMention *mention, const KhattActor *speaker)
{
  const KhattMatch *city =
      mention->is_place
          ? khatt_tokens_match (story->text->tokens, mention->first_token, KHATT_ENTRY_CITY)
          : NULL;

  return city != NULL && speaker->country != NULL &&
         strcmp (city->entry->fields[1], speaker->country) != 0;
}

/* Whether an item is about more than one country: what is said at home to those at home is no
 * contact. */
static gboolean
is_international (const KhattStory *story, const KhattActor *speaker)
{
  const KhattItem *item = &g_array_index (story->text->items->items, KhattItem, story->item);
  gsize first = story->text->first_mention[item->first_sentence];
  gsize after = story->text->first_mention[item->after_sentence];

  if (speaker->rank == KHATT_RANK_ORGANISATION && speaker->country == NULL)
    return TRUE;
  for (gsize i = first; i < after; i++)
    {
      const KhattMention *mention = &g_array_index (story->text->mentions, KhattMention, i);
      const KhattActor *actor =
          mention->actor != KHATT_NO_ACTOR ? khatt_story_get_actor (story, mention->actor) : NULL;

      if (actor == NULL && is_town_abroad (story, mention, speaker))
        return TRUE;
      if (actor == NULL || actor == speaker)
        continue;
      if (actor->type == KHATT_ACTOR_ORGANISATION && actor->country == NULL)
        return TRUE;
      if (actor->country != NULL && g_strcmp0 (actor->country, speaker->country) != 0)
        return TRUE;
    }
  return FALSE;
}

/* "فيينا (وكالة) - قال X هنا": whoever says it; without that word, somebody who is at home there.
 */
static gboolean
is_said_at_dateline (const KhattTelling *telling, const KhattActor *speaker)
{
  const KhattText *text = telling->story->text;
  const KhattItem *item = &g_array_index (text->items->items, KhattItem, telling->story->item);
  const KhattSpan *span = &g_array_index (text->sentences->sentences, KhattSpan, telling->sentence);
  const KhattMatch *town =
      khatt_tokens_match (text->tokens, item->first_town_token, KHATT_ENTRY_CITY);

  if (item->first_town_token == item->after_town_token || town == NULL || !telling->is_lede)
    return FALSE;
  for (gsize i = text->items->places[telling->sentence].body_token; i < span->after_token; i++)
    {
      const KhattMatch *here = khatt_tokens_match (text->tokens, i, KHATT_ENTRY_MARKER);

      if (here != NULL && strcmp (here->entry->fields[1], "here") == 0)
        return TRUE;
    }
  return speaker->country != NULL && strcmp (town->entry->fields[1], speaker->country) == 0;
}

/* What is said after a meeting, or before the press by one of those who met, is said where it was.
 */
static void
place_statement (const KhattTelling *telling, const KhattFrame *frame, KhattStoryEvent *event)
{
  const KhattStory *story = telling->story;
  const KhattStoryEvent *contact = story->contact;
  const KhattStoryEvent *meeting = find_meeting_before_press (telling, frame);

  if (event->place < 0 && speaks_at_press (telling))
    event->place = story->press->place;
  if (event->place >= 0 || contact == NULL || contact->item != story->item)
    return;
  for (guint i = 0; i < telling->frames->len; i++)
    if (g_array_index (telling->frames, KhattFrame, i).is_after)
      event->place = contact->place;
  if (event->place < 0 && meeting != NULL &&
      khatt_story_event_dates_agree (meeting, &event->dating.date))
    event->place = meeting->place;
}

/* A press office or an agency tells more of what the item is about: of every call that one sentence
 * told. */
static void
note_read_out (KhattTelling *telling)
{
  const KhattStory *story = telling->story;
  const KhattStoryEvent *contact = story->contact;

  if (contact == NULL || contact->item != story->item)
    return;
  for (guint i = khatt_story_get_first_in_reach (story); i < story->events->len; i++)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i);
      if (event->sentence == contact->sentence && event->anchor == contact->anchor)
        khatt_story_event_add_sentence (event, telling->sentence);
    }
}

/* "من جهته قال الوزير الكيني": the next one speaks, with a name or without. */
static gboolean
opens_with_side (const KhattTelling *telling)
{
  const KhattText *text = telling->story->text;
  const KhattMatch *marker = khatt_tokens_match (
      text->tokens, text->items->places[telling->sentence].body_token, KHATT_ENTRY_MARKER);

  return marker != NULL && strcmp (marker->entry->fields[1], "side") == 0;
}

/**
 * khatt_telling_tell_statement:
 * @telling: a sentence
 * @index: the index of a frame
 *
 * Judges a frame of a statement.
 */
void
khatt_telling_tell_statement (KhattTelling *telling, guint index)
{
  KhattStory *story = telling->story;
  const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, index);
  const KhattDatePhrase *phrase = khatt_telling_find_phrase (telling, index);
  KhattDating dating =
      phrase != NULL ? khatt_telling_resolve (telling, phrase, frame) : KHATT_DATING_NONE;
  const KhattActor *actor;
  KhattStoryEvent *event;
  guint speaker;

  if (frame->n_parties == 0 && frame->mood == KHATT_MOOD_FACT && !frame->is_embedded)
    note_read_out (telling);
  if (frame->n_parties == 0 || frame->mood != KHATT_MOOD_FACT || frame->is_embedded)
    return;
  speaker = frame->parties[0].actor;
  actor = khatt_story_get_actor (story, speaker);
  story->speaker = speaker;
  if (frame->is_earlier && !khatt_date_phrase_is_exact (phrase))
    return;
  if (frame->is_background && !telling->is_lede && phrase == NULL)
    return;
  event = khatt_telling_find_statement (telling, speaker, &dating.date);
  if (event != NULL)
    {
      khatt_telling_enrich (telling, event, frame);
      return;
    }
  event = find_on_behalf (telling, speaker, &dating.date);
  if (event != NULL)
    {
      if (actor->is_named && actor->type == KHATT_ACTOR_PERSON)
        event->parties[event->n_parties++] = frame->parties[0];
      khatt_telling_enrich (telling, event, frame);
      return;
    }
  event = find_read_out (telling, frame, speaker, &dating.date);
  if (event != NULL)
    {
      khatt_story_event_add_sentence (event, telling->sentence);
      story->current = event;
      return;
    }
  if (frame->clause > 0 && !frame->is_told && !telling->is_lede && phrase == NULL)
    return;
  if (actor->type == KHATT_ACTOR_ORGANISATION && !telling->is_lede && phrase == NULL)
    return;
  if (actor->type == KHATT_ACTOR_STATE && !frame->is_told && !telling->is_lede &&
      !khatt_date_phrase_is_exact (phrase))
    return;
  if (!telling->is_lede && phrase == NULL && !actor->is_named &&
      !(actor->country != NULL && opens_with_side (telling)))
    return;
  if (!is_international (story, actor))
    return;
  if (!khatt_date_is_known (&dating.date))
    dating = statement_date (telling, frame);
  event = khatt_telling_add_event (telling, frame, &dating, phrase);
  if (frame->place >= 0 && !khatt_telling_is_place_of (telling, frame))
    event->place = -1;
  place_statement (telling, frame, event);
  event->is_at_dateline = is_said_at_dateline (telling, actor);
  if (frame->to_press)
    story->press = event;
}
