/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The events that are told so far: finding the one that a frame goes on about, adding a new one.
 */

#include "khatt-telling.h"

#include <string.h>

/* News without a date is of these days: "in May" it cannot have been. */
#define UNDATED_SLACK_DAYS 3

/**
 * khatt_story_get_actor:
 * @story: a story
 * @actor: an actor's index
 *
 * Gets an actor.
 *
 * Returns: (transfer none): the actor
 */
const KhattActor *
khatt_story_get_actor (const KhattStory *story, guint actor)
{
  return khatt_actors_get (story->text->actors, actor);
}

/**
 * khatt_story_event_has_party:
 * @event: an event
 * @actor: an actor's index
 *
 * Tells whether an actor takes part in an event.
 *
 * Returns: whether that is so
 */
gboolean
khatt_story_event_has_party (const KhattStoryEvent *event, guint actor)
{
  for (guint i = 0; i < event->n_parties; i++)
    if (event->parties[i].actor == actor)
      return TRUE;
  return FALSE;
}

/* A state stands for its people: "the two sides, Russian and Egyptian". */
static gboolean
has_country (const KhattStory *story, const KhattStoryEvent *event, guint actor)
{
  const KhattActor *asked = khatt_story_get_actor (story, actor);

  if (asked->type != KHATT_ACTOR_STATE || asked->country == NULL)
    return FALSE;
  for (guint i = 0; i < event->n_parties; i++)
    if (g_strcmp0 (khatt_story_get_actor (story, event->parties[i].actor)->country,
                   asked->country) == 0)
      return TRUE;
  return FALSE;
}

/* "وصل إلى أنقرة", then "زيارته لتركيا": the town stands for its country. */
static gboolean
is_host_of_town (const KhattStory *story, const KhattStoryEvent *event, const KhattParty *party)
{
  const KhattMatch *city;

  if (event->kind != KHATT_KIND_VISIT || event->item != story->item ||
      party->role != KHATT_ROLE_HOST || event->place < 0)
    return FALSE;
  city = khatt_tokens_match (
      story->text->tokens,
      g_array_index (story->text->mentions, KhattMention, event->place).first_token,
      KHATT_ENTRY_CITY);
  return city != NULL && g_strcmp0 (city->entry->fields[1],
                                    khatt_story_get_actor (story, party->actor)->country) == 0;
}

static gboolean
covers (const KhattStory *story, const KhattStoryEvent *event, const KhattFrame *frame)
{
  for (guint i = 0; i < frame->n_parties; i++)
    if (!khatt_story_event_has_party (event, frame->parties[i].actor) &&
        !has_country (story, event, frame->parties[i].actor) &&
        !is_host_of_town (story, event, &frame->parties[i]))
      return FALSE;
  return TRUE;
}

static gboolean
kinds_agree (const KhattStoryEvent *event, const KhattFrame *frame)
{
  if (event->is_statement != frame->is_statement)
    return FALSE;
  if (event->kind == frame->kind || event->is_statement)
    return TRUE;
  /* "the talks" may be a call, "the reception" a meeting. */
  return event->kind == KHATT_KIND_CALL && frame->kind == KHATT_KIND_MEETING;
}

static gboolean
status_agrees (const KhattStoryEvent *event, KhattMood mood)
{
  /* "He was to visit X today": what has been called off. */
  if (mood == KHATT_MOOD_PLANNED)
    return event->status == KHATT_STATUS_PLANNED || event->status == KHATT_STATUS_CANCELLED;
  return event->status == KHATT_STATUS_HAPPENED || event->status == KHATT_STATUS_CANCELLED;
}

/**
 * khatt_story_event_dates_agree:
 * @event: an event
 * @date: a date
 *
 * Tells whether a date can be that of an event.
 *
 * Returns: whether it can
 */
gboolean
khatt_story_event_dates_agree (const KhattStoryEvent *event, const KhattDate *date)
{
  gint64 slack = event->has_own_date ? 0 : UNDATED_SLACK_DAYS * KHATT_SECONDS_PER_DAY;
  gint64 first, last;

  if (!khatt_date_is_known (date) || !khatt_date_is_known (&event->dating.date))
    return TRUE;
  first = khatt_date_first (date);
  last = khatt_date_last (date);
  return khatt_date_is_possibly_within (&event->dating.date,
                                        first > KHATT_TIME_MIN + slack ? first - slack : first,
                                        last < KHATT_TIME_MAX - slack ? last + slack : last);
}

/**
 * khatt_telling_find_event:
 * @telling: a sentence
 * @frame: a frame
 * @date: a date
 *
 * The event that a frame goes on about: the item's own first, then any of the article.
 *
 * Returns: (nullable) (transfer none): the event
 */
KhattStoryEvent *
khatt_telling_find_event (const KhattTelling *telling,
                          const KhattFrame *frame,
                          const KhattDate *date)
{
  const KhattStory *story = telling->story;
  gboolean is_known = khatt_date_is_known (date);

  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if (!kinds_agree (event, frame) || !status_agrees (event, frame->mood) ||
          !khatt_story_event_dates_agree (event, date) || frame->n_parties == 0)
        continue;
      if (is_known && !event->has_own_date && event->item != story->item)
        continue;
      if (covers (story, event, frame) ||
          (event->status == KHATT_STATUS_CANCELLED && frame->mood == KHATT_MOOD_PLANNED &&
           khatt_story_event_has_party (event, frame->parties[0].actor)))
        return event;
    }
  return NULL;
}

static void
add_rule (KhattStoryEvent *event, const char *rule)
{
  for (guint i = 0; i < event->rules->len; i++)
    if (strcmp (g_ptr_array_index (event->rules, i), rule) == 0)
      return;
  g_ptr_array_add (event->rules, (gpointer) rule);
}

/**
 * khatt_story_event_add_sentence:
 * @event: an event
 * @sentence: a sentence
 *
 * Notes that a sentence tells of an event.
 */
void
khatt_story_event_add_sentence (KhattStoryEvent *event, gsize sentence)
{
  if (event->sentences->len == 0 ||
      g_array_index (event->sentences, gsize, event->sentences->len - 1) != sentence)
    g_array_append_val (event->sentences, sentence);
}

/* "وصل إلى المملكة", then "إلى مدينة جدة"; "وقال X خلال مؤتمر صحفي في موسكو", of what the lede
 * told. */
static gboolean
can_be_placed (const KhattStory *story, const KhattStoryEvent *event, gssize place)
{
  if (event->place < 0)
    return TRUE;
  return event->item == story->item &&
         (event->is_place_inferred || khatt_story_is_closer (story, place, event->place));
}

/**
 * khatt_telling_enrich:
 * @telling: a sentence
 * @event: an event
 * @frame: a frame
 *
 * A second sentence can say where, and in which role.
 */
void
khatt_telling_enrich (KhattTelling *telling, KhattStoryEvent *event, const KhattFrame *frame)
{
  khatt_story_event_add_sentence (event, telling->sentence);
  add_rule (event, frame->rule);
  if (frame->place >= 0 && event->sentence != telling->sentence && event->kind != KHATT_KIND_CALL &&
      can_be_placed (telling->story, event, frame->place) &&
      (frame->is_statement
           ? event->is_statement && frame->to_press && khatt_telling_is_place_of (telling, frame)
           : frame->kind == event->kind))
    {
      event->place = frame->place;
      event->is_place_inferred = FALSE;
    }
  telling->story->current = event;
}

/**
 * khatt_telling_adopt_date:
 * @telling: a sentence
 * @event: an event that an earlier sentence told
 * @frame: a frame that goes on about it
 * @dating: the frame's own date
 *
 * The line under the headline tells what happened, the next one tells when.
 */
void
khatt_telling_adopt_date (const KhattTelling *telling,
                          KhattStoryEvent *event,
                          const KhattFrame *frame,
                          const KhattDating *dating)
{
  if (event->has_own_date || event->item != telling->story->item ||
      event->sentence == telling->sentence || event->status != KHATT_STATUS_HAPPENED ||
      frame->is_nominal || frame->is_embedded || frame->clause > 0 || frame->is_last ||
      frame->is_earlier || dating->date.precision < KHATT_PRECISION_DAY ||
      !khatt_story_event_dates_agree (event, &dating->date))
    return;
  event->dating = *dating;
  event->has_own_date = TRUE;
}

/* What will date it when the day of the text is known: its own words, or those of what it would
 * take its day from. */
static KhattDating
find_date_words (const KhattTelling *telling,
                 const KhattFrame *frame,
                 const KhattDatePhrase *phrase)
{
  const KhattStory *story = telling->story;
  const KhattStoryEvent *before = telling->main != NULL ? telling->main : story->contact;

  if (phrase == NULL && (frame->mood != KHATT_MOOD_FACT || frame->is_last || frame->is_earlier ||
                         telling->last != NULL))
    return KHATT_DATING_NONE;
  if (phrase == NULL)
    phrase = telling->said;
  if (phrase != NULL)
    return (KhattDating){ KHATT_DATE_NONE, phrase->first, phrase->after };
  return before != NULL && before->date_text != NULL && before->item == story->item
             ? before->dating
             : KHATT_DATING_NONE;
}

static void
set_date (KhattStoryEvent *event, const KhattTelling *telling, const KhattDating *dating)
{
  const char *text = telling->story->text->tokens->text;

  event->dating = *dating;
  if (!khatt_date_is_known (&dating->date) && dating->after > dating->first)
    event->date_text = g_strndup (text + dating->first, dating->after - dating->first);
}

/**
 * khatt_telling_add_event:
 * @telling: a sentence
 * @frame: a frame
 * @dating: its date
 * @phrase: (nullable): its own date, where it has one
 *
 * Adds the event that a frame tells.
 *
 * Returns: (transfer none): the event
 */
KhattStoryEvent *
khatt_telling_add_event (KhattTelling *telling,
                         const KhattFrame *frame,
                         const KhattDating *dating,
                         const KhattDatePhrase *phrase)
{
  KhattStory *story = telling->story;
  KhattStoryEvent *event = g_new0 (KhattStoryEvent, 1);
  KhattDating words;

  event->kind = frame->kind;
  event->status = frame->mood == KHATT_MOOD_PLANNED     ? KHATT_STATUS_PLANNED
                  : frame->mood == KHATT_MOOD_CANCELLED ? KHATT_STATUS_CANCELLED
                                                        : KHATT_STATUS_HAPPENED;
  if (!khatt_date_is_known (&dating->date))
    {
      words = find_date_words (telling, frame, phrase);
      dating = &words;
    }
  set_date (event, telling, dating);
  event->has_own_date = phrase != NULL;
  event->item = story->item;
  event->sentence = telling->sentence;
  event->anchor = frame->anchor;
  event->title = frame->title;
  if (frame->kind == KHATT_KIND_CALL)
    event->place = -1; /* "دعا خلال الاتصال إلى هدنة في X" */
  else
    event->place = frame->place >= 0 ? frame->place : khatt_telling_find_stay (telling);
  memcpy (event->parties, frame->parties, sizeof event->parties);
  event->n_parties = frame->n_parties;
  event->is_statement = frame->is_statement;
  event->confidence = (frame->is_nominal ? 0.7 : 0.9) - (phrase == NULL ? 0.1 : 0);
  event->rules = g_ptr_array_new ();
  event->sentences = g_array_new (FALSE, FALSE, sizeof (gsize));
  add_rule (event, frame->rule);
  if (phrase != NULL)
    add_rule (event, phrase->rule);
  khatt_story_event_add_sentence (event, telling->sentence);
  g_ptr_array_add (story->events, event);
  story->current = event;
  if (telling->main == NULL)
    telling->main = event;
  return event;
}
