/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The story: which of the frames are events of their own. A news item tells its main event first
 * and spends its other sentences on what was said in it; background is worth a mark on a timeline
 * only where it is dated. So a frame either is the event that is told, goes on about it, or is
 * dropped.
 */

#include "khatt-story.h"

#include "khatt-clause.h"

#include <string.h>

struct _KhattStory
{
  const KhattText *text;
  KhattDateContext context;      /* of the article */
  KhattDateContext item_context; /* of the item: its dateline may be of the day before */
  GPtrArray *events;
  KhattTopicality topicality;
  guint speaker;
  KhattStoryEvent *current;
  KhattStoryEvent *contact; /* the call, meeting ... that the item is about */
  guint item;
  guint n_told; /* body sentences of the item so far */
};

/* One sentence while it is judged. */
typedef struct
{
  KhattStory *story;
  gsize sentence;
  GArray *frames;  /* of KhattFrame */
  GArray *phrases; /* of KhattDatePhrase */
  gssize *owners;  /* frame of each phrase; -1 */
  KhattDateContext context;
  gboolean is_lede;
  KhattStoryEvent *main;   /* what the sentence told first */
  gboolean has_last;       /* "during his last visit" */
  const KhattFrame *voice; /* its statement, if it has one */
} Telling;

static const KhattActor *
get_actor (const KhattStory *story, guint actor)
{
  return khatt_actors_get (story->text->actors, actor);
}

static void
free_event (gpointer data)
{
  KhattStoryEvent *event = data;

  g_ptr_array_unref (event->rules);
  g_array_unref (event->sentences);
  g_free (event->date_text);
  g_free (event);
}

/**
 * khatt_story_new:
 * @text: what is read; outlives the result
 * @context: what dates count from
 *
 * Begins a story.
 *
 * Returns: (transfer full): a story without an event
 */
KhattStory *
khatt_story_new (const KhattText *text, const KhattDateContext *context)
{
  KhattStory *story = g_new0 (KhattStory, 1);

  story->text = text;
  story->context = story->item_context = *context;
  story->events = g_ptr_array_new_with_free_func (free_event);
  story->topicality = (KhattTopicality){ KHATT_NO_ACTOR, KHATT_NO_ACTOR };
  story->speaker = KHATT_NO_ACTOR;
  story->item = G_MAXUINT;
  return story;
}

/**
 * khatt_story_free:
 * @story: (transfer full): a story
 *
 * Frees a story and its events.
 */
void
khatt_story_free (KhattStory *story)
{
  g_ptr_array_unref (story->events);
  g_free (story);
}

/* ---- dates ---- */

/* A date belongs to the last verb or noun before it in its clause, else to the first one behind it.
 */
static gssize
find_owner (const Telling *telling, const KhattClauses *clauses, const KhattDatePhrase *phrase)
{
  guint clause = clauses->clauses[phrase->first_token - clauses->first_token];
  gssize owner = -1;

  for (guint i = 0; i < telling->frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, i);

      /* A day in somebody's words is not the day on which they were said. */
      if (frame->is_statement && frame->clause != clause)
        continue;
      if (frame->anchor < phrase->first_token)
        owner = (gssize) i;
      else if (owner < 0)
        return (gssize) i;
    }
  return owner;
}

static void
read_dates (Telling *telling)
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
      gboolean is_usable =
          !text->is_quoted[phrase->first_token] && phrase->link != KHATT_DATE_LINK_SINCE &&
          phrase->link != KHATT_DATE_LINK_UNTIL && phrase->link != KHATT_DATE_LINK_BEFORE;
      telling->owners[i] = is_usable ? find_owner (telling, clauses, phrase) : -1;
    }
}

/* The phrase that dates a frame: said of it, the exact before the vague. */
static const KhattDatePhrase *
find_phrase (const Telling *telling, guint frame)
{
  const KhattDatePhrase *best = NULL;

  for (guint i = 0; i < telling->phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (telling->phrases, KhattDatePhrase, i);

      if (telling->owners[i] != (gssize) frame)
        continue;
      if (best == NULL ||
          (best->certainty == KHATT_CERTAINTY_VAGUE && phrase->certainty != KHATT_CERTAINTY_VAGUE))
        best = phrase;
    }
  return best;
}

static KhattTense
tense_of (const KhattFrame *frame)
{
  if (frame->mood == KHATT_MOOD_PLANNED)
    return KHATT_TENSE_FUTURE;
  return frame->mood == KHATT_MOOD_FACT ? KHATT_TENSE_PAST : KHATT_TENSE_UNKNOWN;
}

/* A cancelled plan was for a day that may be past: "كان من المتوقع أن يعقد ... في 3 نيسان الماضي".
 */
static KhattDate
resolve (const Telling *telling, const KhattDatePhrase *phrase, const KhattFrame *frame)
{
  KhattDatePhrase copy = *phrase;
  KhattDateContext context = telling->context;

  context.tense = tense_of (frame);
  /* "بعد عصر السبت" is Saturday, of what has happened. */
  if (copy.link == KHATT_DATE_LINK_AFTER && frame->is_past)
    copy.link = KHATT_DATE_LINK_NONE;
  khatt_date_phrase_resolve (&copy, &context);
  return copy.date;
}

static KhattDate
reference_day (const Telling *telling)
{
  gint64 year;
  int month, day;

  if (!telling->context.has_reference)
    return KHATT_DATE_NONE;
  khatt_civil_from_days (telling->context.reference, &year, &month, &day);
  return khatt_date_from_day (year, month, day);
}

/* [..reference] or [reference..]. */
static KhattDate
open_date (const Telling *telling, gboolean is_before)
{
  KhattDate day = reference_day (telling);
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

static gboolean
is_exact (const KhattDatePhrase *phrase)
{
  return phrase != NULL && phrase->certainty != KHATT_CERTAINTY_VAGUE && !phrase->is_adjective;
}

static gboolean
is_future (const Telling *telling, const KhattDate *date)
{
  return telling->context.has_reference && khatt_date_is_known (date) &&
         khatt_date_first (date) >= (telling->context.reference + 1) * KHATT_SECONDS_PER_DAY;
}

/* ---- matching ---- */

static gboolean
has_party (const KhattStoryEvent *event, guint actor)
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
  const KhattActor *asked = get_actor (story, actor);

  if (asked->type != KHATT_ACTOR_STATE || asked->country == NULL)
    return FALSE;
  for (guint i = 0; i < event->n_parties; i++)
    if (g_strcmp0 (get_actor (story, event->parties[i].actor)->country, asked->country) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
covers (const KhattStory *story, const KhattStoryEvent *event, const KhattFrame *frame)
{
  for (guint i = 0; i < frame->n_parties; i++)
    if (!has_party (event, frame->parties[i].actor) &&
        !has_country (story, event, frame->parties[i].actor))
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
  if (mood == KHATT_MOOD_PLANNED)
    return event->status == KHATT_STATUS_PLANNED;
  return event->status == KHATT_STATUS_HAPPENED || event->status == KHATT_STATUS_CANCELLED;
}

static gboolean
dates_agree (const KhattStoryEvent *event, const KhattDate *date)
{
  if (!khatt_date_is_known (date) || !khatt_date_is_known (&event->date) || !event->has_own_date)
    return TRUE;
  return khatt_date_is_possibly_within (&event->date, khatt_date_first (date),
                                        khatt_date_last (date));
}

/* The event that a frame goes on about: the item's own first, then any of the article. */
static KhattStoryEvent *
find_event (const Telling *telling, const KhattFrame *frame, const KhattDate *date)
{
  const KhattStory *story = telling->story;
  gboolean is_known = khatt_date_is_known (date);

  for (guint i = story->events->len; i > 0; i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if (!kinds_agree (event, frame) || !status_agrees (event, frame->mood) ||
          !dates_agree (event, date) || frame->n_parties == 0)
        continue;
      if (is_known && !event->has_own_date && event->item != story->item)
        continue;
      if (covers (story, event, frame))
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

static void
add_sentence (KhattStoryEvent *event, gsize sentence)
{
  if (event->sentences->len == 0 ||
      g_array_index (event->sentences, gsize, event->sentences->len - 1) != sentence)
    g_array_append_val (event->sentences, sentence);
}

/* A second sentence can say where, and in which role. */
static void
enrich (Telling *telling, KhattStoryEvent *event, const KhattFrame *frame)
{
  add_sentence (event, telling->sentence);
  add_rule (event, frame->rule);
  if (event->place < 0 && event->sentence != telling->sentence && frame->kind == event->kind &&
      !frame->is_statement)
    event->place = frame->place;
  telling->story->current = event;
}

/* "During his visit to X": where the rest of the sentence took place. */
static gssize
find_place (const Telling *telling)
{
  for (guint i = 0; i < telling->frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, i);
      if (frame->is_nominal && frame->is_during && frame->place >= 0)
        return frame->place;
    }
  return -1;
}

static KhattStoryEvent *
add_event (Telling *telling,
           const KhattFrame *frame,
           const KhattDate *date,
           const KhattDatePhrase *phrase)
{
  KhattStory *story = telling->story;
  KhattStoryEvent *event = g_new0 (KhattStoryEvent, 1);
  const KhattTokens *tokens = story->text->tokens;

  event->kind = frame->kind;
  event->status = frame->mood == KHATT_MOOD_PLANNED     ? KHATT_STATUS_PLANNED
                  : frame->mood == KHATT_MOOD_CANCELLED ? KHATT_STATUS_CANCELLED
                                                        : KHATT_STATUS_HAPPENED;
  event->date = *date;
  event->has_own_date = phrase != NULL;
  if (phrase != NULL && !khatt_date_is_known (date))
    event->date_text = g_strndup (tokens->text + phrase->first, phrase->after - phrase->first);
  event->item = story->item;
  event->sentence = telling->sentence;
  event->anchor = frame->anchor;
  event->title = frame->title;
  event->place = frame->place >= 0 ? frame->place : find_place (telling);
  memcpy (event->parties, frame->parties, sizeof event->parties);
  event->n_parties = frame->n_parties;
  event->is_statement = frame->is_statement;
  event->confidence = (frame->is_nominal ? 0.7 : 0.9) - (phrase == NULL ? 0.1 : 0);
  event->rules = g_ptr_array_new ();
  event->sentences = g_array_new (FALSE, FALSE, sizeof (gsize));
  add_rule (event, frame->rule);
  if (phrase != NULL)
    add_rule (event, phrase->rule);
  add_sentence (event, telling->sentence);
  g_ptr_array_add (story->events, event);
  story->current = event;
  if (telling->main == NULL)
    telling->main = event;
  return event;
}

/* ---- contacts: calls, meetings, visits, messages, agreements, offers ---- */

static guint
parties_needed (const KhattFrame *frame)
{
  return frame->kind == KHATT_KIND_VISIT || frame->kind == KHATT_KIND_OFFER ? 1 : 2;
}

static gboolean
is_main_clause (const KhattFrame *frame)
{
  return !frame->is_embedded && !frame->is_nominal;
}

static gboolean
voice_is_party (const Telling *telling, const KhattFrame *frame)
{
  if (telling->voice == NULL || telling->voice->n_parties == 0)
    return FALSE;
  for (guint i = 0; i < frame->n_parties; i++)
    if (frame->parties[i].actor == telling->voice->parties[0].actor)
      return TRUE;
  return FALSE;
}

static gboolean
contact_is_told (const Telling *telling, const KhattFrame *frame, const KhattDatePhrase *phrase)
{
  gboolean has_date = is_exact (phrase);
  guint needed = parties_needed (frame);

  if (frame->mood == KHATT_MOOD_HYPOTHETICAL || frame->mood == KHATT_MOOD_NEGATED)
    return FALSE;
  if (frame->mood == KHATT_MOOD_CANCELLED)
    return has_date && frame->n_parties > 0;
  if (has_date && frame->is_nominal && frame->n_parties == 1 &&
      get_actor (telling->story, frame->parties[0].actor)->type == KHATT_ACTOR_ORGANISATION)
    return TRUE;
  if (frame->n_parties < needed)
    return FALSE;
  if (has_date || frame->mood == KHATT_MOOD_PLANNED)
    return TRUE;
  if (is_main_clause (frame))
    return frame->clause == 0 || telling->is_lede;
  if (frame->is_nominal)
    {
      if (frame->kind == KHATT_KIND_VISIT || frame->kind == KHATT_KIND_AGREEMENT)
        return FALSE;
      if (frame->is_during && !frame->is_last)
        return telling->is_lede || voice_is_party (telling, frame);
      return telling->is_lede && frame->kind == KHATT_KIND_CALL && !frame->is_embedded;
    }
  /* Inside somebody's words: only if they are about the speaker's own contact. */
  return frame->kind == KHATT_KIND_AGREEMENT ? voice_is_party (telling, frame) : telling->is_lede;
}

/* The date of an event that has none of its own. */
static KhattDate
inherit_date (const Telling *telling, const KhattFrame *frame)
{
  const KhattStory *story = telling->story;

  if (frame->mood == KHATT_MOOD_PLANNED)
    return telling->main != NULL && telling->main->status == KHATT_STATUS_PLANNED
               ? telling->main->date
               : open_date (telling, FALSE);
  if (frame->is_last || frame->is_earlier || telling->has_last)
    return open_date (telling, TRUE);
  if (telling->main != NULL && khatt_date_is_known (&telling->main->date))
    return telling->main->date;
  if (story->contact != NULL && story->contact->item == story->item && !telling->is_lede &&
      story->contact->status == KHATT_STATUS_HAPPENED)
    return story->contact->date;
  return reference_day (telling);
}

static gboolean
is_recipient (KhattRole role)
{
  return role == KHATT_ROLE_RECIPIENT;
}

/* "Calls with each of A and B" are two events. */
static KhattStoryEvent *
add_each (Telling *telling,
          const KhattFrame *frame,
          const KhattDate *date,
          const KhattDatePhrase *phrase)
{
  KhattRole many = frame->n_parties > 1 && is_recipient (frame->parties[0].role)
                       ? frame->parties[1].role
                       : KHATT_ROLE_RECIPIENT;
  KhattStoryEvent *first = NULL;
  guint n_many = 0;

  for (guint i = 0; i < frame->n_parties; i++)
    n_many += frame->parties[i].role == many;
  if (!frame->is_each || n_many < 2)
    return add_event (telling, frame, date, phrase);
  for (guint i = 0; i < frame->n_parties; i++)
    {
      KhattFrame one = *frame;
      KhattStoryEvent *event;

      if (frame->parties[i].role != many)
        continue;
      one.n_parties = 0;
      for (guint k = 0; k < frame->n_parties; k++)
        if (frame->parties[k].role != many || k == i)
          one.parties[one.n_parties++] = frame->parties[k];
      event = add_event (telling, &one, date, phrase);
      first = first != NULL ? first : event;
    }
  return first;
}

/* "The letter was handed over by X." */
static void
add_bearer (KhattStoryEvent *event, const KhattFrame *frame)
{
  if (event->n_parties < KHATT_FRAME_MAX_PARTIES && !has_party (event, frame->parties[0].actor))
    event->parties[event->n_parties++] = (KhattParty){ frame->parties[0].actor, KHATT_ROLE_BEARER };
}

/* "Talks between the two countries in May": those of the item's contact, at another time. */
static void
name_group (const Telling *telling, KhattFrame *frame)
{
  const KhattStory *story = telling->story;
  const KhattStoryEvent *contact = story->contact;

  for (guint i = 0; i < contact->n_parties; i++)
    {
      guint actor = contact->parties[i].actor;
      const char *country = get_actor (story, actor)->country;

      if (frame->is_group_of_states && country != NULL)
        actor = khatt_actors_add_state (story->text->actors, country);
      frame->parties[frame->n_parties++] = (KhattParty){ actor, KHATT_ROLE_PARTICIPANT };
    }
}

static void
tell_contact (Telling *telling, guint index)
{
  KhattStory *story = telling->story;
  KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, index);
  const KhattDatePhrase *phrase = find_phrase (telling, index);
  KhattDate date = phrase != NULL ? resolve (telling, phrase, frame) : KHATT_DATE_NONE;
  KhattStoryEvent *event;

  if (frame->mood == KHATT_MOOD_FACT &&
      (is_future (telling, &date) || (phrase != NULL && phrase->start.shape == KHATT_POINT_VAGUE &&
                                      phrase->start.vague == KHATT_DATE_VAGUE_AFTER)))
    {
      frame->mood = KHATT_MOOD_PLANNED;
      date = resolve (telling, phrase, frame);
    }
  if (frame->is_subject_of_group && frame->n_parties == 0 && is_exact (phrase) &&
      story->contact != NULL && !dates_agree (story->contact, &date))
    name_group (telling, frame);
  if (frame->is_subject_of_group && frame->n_parties == 0)
    {
      if (story->contact != NULL && story->contact->item == story->item)
        enrich (telling, story->contact, frame);
      return;
    }
  event = find_event (telling, frame, &date);
  if (event != NULL)
    {
      enrich (telling, event, frame);
      return;
    }
  if (frame->kind == KHATT_KIND_MESSAGE && frame->is_definite && frame->n_parties == 1 &&
      story->contact != NULL && story->contact->item == story->item &&
      story->contact->kind == KHATT_KIND_MESSAGE)
    {
      add_bearer (story->contact, frame);
      enrich (telling, story->contact, frame);
      return;
    }
  if (!contact_is_told (telling, frame, phrase))
    {
      if (frame->is_definite && frame->n_parties == 0 && story->contact != NULL &&
          story->contact->item == story->item)
        enrich (telling, story->contact, frame);
      return;
    }
  if (!khatt_date_is_known (&date))
    {
      date = inherit_date (telling, frame);
      if (phrase != NULL && khatt_date_is_known (&date) && !telling->context.has_reference)
        date = KHATT_DATE_NONE;
    }
  event = add_each (telling, frame, &date, phrase);
  if (event != NULL && event->status == KHATT_STATUS_HAPPENED &&
      (story->contact == NULL || story->contact->item != story->item))
    story->contact = event;
}

/* ---- statements ---- */

static gboolean
is_mouthpiece (const KhattActor *actor)
{
  return actor->rank == KHATT_RANK_SPOKESMAN || actor->rank == KHATT_RANK_ANONYMOUS;
}

static KhattStoryEvent *
find_statement (const Telling *telling, guint speaker, const KhattDate *date)
{
  const KhattStory *story = telling->story;

  for (guint i = story->events->len; i > 0; i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if (event->is_statement && event->n_parties > 0 && event->parties[0].actor == speaker &&
          (event->item == story->item || khatt_date_is_known (date)) && dates_agree (event, date))
        return event;
    }
  return NULL;
}

/* What is said in a call or a meeting belongs to it; what is said after it to the press does not.
 */
static KhattStoryEvent *
find_read_out (const Telling *telling, const KhattFrame *frame, guint speaker)
{
  const KhattStory *story = telling->story;
  const KhattActor *actor = get_actor (story, speaker);
  KhattStoryEvent *contact = story->contact;

  if (contact == NULL || contact->item != story->item)
    return NULL;
  if (is_mouthpiece (actor) || actor->type != KHATT_ACTOR_PERSON)
    return contact;
  if (frame->to_press)
    return NULL;
  for (guint i = story->events->len; i > 0; i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);
      if (!event->is_statement && event->item == story->item &&
          event->status == KHATT_STATUS_HAPPENED && has_party (event, speaker))
        return event;
    }
  return NULL;
}

/* The day after which a remark was made: "عقب المحادثات". */
static KhattDate
statement_date (const Telling *telling)
{
  const KhattStory *story = telling->story;

  for (guint i = 0; i < telling->frames->len; i++)
    if (g_array_index (telling->frames, KhattFrame, i).is_after && story->contact != NULL &&
        story->contact->item == story->item)
      return story->contact->date;
  return telling->main != NULL && telling->main->status == KHATT_STATUS_HAPPENED
             ? telling->main->date
             : reference_day (telling);
}

/* Whether an item is about more than one country: what is said at home to those at home is no
 * contact. */
static gboolean
is_international (const KhattStory *story, const KhattActor *speaker)
{
  const KhattItem *item = &g_array_index (story->text->items->items, KhattItem, story->item);
  gsize first = story->text->first_mention[item->first_sentence];
  gsize after = story->text->first_mention[item->after_sentence];

  for (gsize i = first; i < after; i++)
    {
      const KhattMention *mention = &g_array_index (story->text->mentions, KhattMention, i);
      const KhattActor *actor =
          mention->actor != KHATT_NO_ACTOR ? get_actor (story, mention->actor) : NULL;

      if (actor == NULL || actor == speaker)
        continue;
      if (actor->type == KHATT_ACTOR_ORGANISATION && actor->country == NULL)
        return TRUE;
      if (actor->country != NULL && g_strcmp0 (actor->country, speaker->country) != 0)
        return TRUE;
    }
  return FALSE;
}

/* What is said after a meeting is said where it was. */
static gssize
statement_place (const Telling *telling, const KhattFrame *frame)
{
  const KhattStory *story = telling->story;

  for (guint i = 0; i < telling->frames->len && frame->place < 0; i++)
    if (g_array_index (telling->frames, KhattFrame, i).is_after && story->contact != NULL &&
        story->contact->item == story->item)
      return story->contact->place;
  return frame->place;
}

static void
tell_statement (Telling *telling, guint index)
{
  KhattStory *story = telling->story;
  const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, index);
  const KhattDatePhrase *phrase = find_phrase (telling, index);
  KhattDate date = phrase != NULL ? resolve (telling, phrase, frame) : KHATT_DATE_NONE;
  const KhattActor *actor;
  KhattStoryEvent *event;
  guint speaker;

  if (frame->n_parties == 0 || frame->mood != KHATT_MOOD_FACT || frame->is_embedded)
    return;
  speaker = frame->parties[0].actor;
  actor = get_actor (story, speaker);
  story->speaker = speaker;
  if (frame->is_earlier && !is_exact (phrase))
    return;
  event = find_statement (telling, speaker, &date);
  if (event != NULL)
    {
      enrich (telling, event, frame);
      return;
    }
  event = find_read_out (telling, frame, speaker);
  if (event != NULL)
    {
      add_sentence (event, telling->sentence);
      story->current = event;
      return;
    }
  if (frame->clause > 0 && !telling->is_lede && phrase == NULL)
    return;
  if (actor->type == KHATT_ACTOR_ORGANISATION && !telling->is_lede && phrase == NULL)
    return;
  if (actor->type == KHATT_ACTOR_STATE && !telling->is_lede)
    return;
  if (!telling->is_lede && phrase == NULL && !actor->is_named)
    return;
  if (!is_international (story, actor))
    return;
  if (!khatt_date_is_known (&date))
    date = statement_date (telling);
  add_event (telling, frame, &date, phrase)->place = statement_place (telling, frame);
}

/* ---- sentences ---- */

/* A statement that only frames a call or an agreement is not told beside it. */
static gboolean
voice_is_silent (const Telling *telling)
{
  for (guint i = 0; i < telling->story->events->len; i++)
    {
      const KhattStoryEvent *event = g_ptr_array_index (telling->story->events, i);

      if (event->sentence != telling->sentence || event->is_statement ||
          event->status == KHATT_STATUS_PLANNED || telling->voice->n_parties == 0 ||
          !has_party (event, telling->voice->parties[0].actor))
        continue;
      if (event->kind == KHATT_KIND_AGREEMENT)
        return TRUE;
      for (guint k = 0; k < telling->frames->len; k++)
        {
          const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, k);
          if (frame->anchor == event->anchor && frame->is_during && !frame->is_after)
            return TRUE;
        }
    }
  return FALSE;
}

/* What a sentence's contacts inherit is the day on which it is said. */
static void
seed_date (Telling *telling, KhattStoryEvent *seed)
{
  const KhattDatePhrase *phrase;
  gsize index;

  if (telling->voice == NULL)
    return;
  index = (gsize) (telling->voice - (const KhattFrame *) (gpointer) telling->frames->data);
  phrase = find_phrase (telling, (guint) index);
  if (phrase != NULL)
    seed->date = resolve (telling, phrase, telling->voice);
  else
    {
      KhattStoryEvent *event =
          telling->voice->n_parties > 0
              ? find_statement (telling, telling->voice->parties[0].actor, &seed->date)
              : NULL;
      if (event != NULL)
        seed->date = event->date;
    }
  if (khatt_date_is_known (&seed->date))
    telling->main = seed;
}

/* "شنغهاي 6 أغسطس (شينخوا)" in a text of the 7th: its "today" is the 6th. */
static void
read_dateline (KhattStory *story, guint index)
{
  const KhattItem *item = &g_array_index (story->text->items->items, KhattItem, index);
  g_autoptr (GArray) phrases = NULL;

  story->item_context = story->context;
  if (item->after_dateline_token <= item->first_dateline_token || !story->context.has_reference)
    return;
  phrases = khatt_date_phrases_find (story->text->tokens, item->first_dateline_token,
                                     item->after_dateline_token, &story->context);
  for (guint i = 0; i < phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (phrases, KhattDatePhrase, i);
      gint64 day = khatt_date_first (&phrase->date) / KHATT_SECONDS_PER_DAY;

      if (khatt_date_is_known (&phrase->date) && phrase->date.precision == KHATT_PRECISION_DAY &&
          ABS (day - story->context.reference) <= 1)
        {
          story->item_context.reference = day;
          return;
        }
    }
}

static void
start_item (KhattStory *story, guint item)
{
  if (story->item == item)
    return;
  read_dateline (story, item);
  story->item = item;
  story->n_told = 0;
  story->contact = NULL;
  story->current = NULL;
  story->speaker = KHATT_NO_ACTOR;
}

static gboolean
item_has_event (const KhattStory *story)
{
  for (guint i = 0; i < story->events->len; i++)
    if (((const KhattStoryEvent *) g_ptr_array_index (story->events, i))->item == story->item)
      return TRUE;
  return FALSE;
}

/**
 * khatt_story_tell:
 * @story: a story
 * @sentence: the next sentence of its text
 *
 * Takes a sentence in: its frames become events, go on about events, or are dropped.
 */
void
khatt_story_tell (KhattStory *story, gsize sentence)
{
  const KhattPlace *place = &story->text->items->places[sentence];
  Telling telling = { .story = story, .sentence = sentence };
  KhattStoryEvent seed = { .date = KHATT_DATE_NONE };

  start_item (story, place->item);
  telling.context = story->item_context;
  story->current = NULL;
  if (place->part != KHATT_PART_BODY)
    return;
  telling.frames = khatt_frames_find (story->text, sentence, &story->topicality);
  telling.is_lede = story->n_told == 0 || !item_has_event (story);
  read_dates (&telling);
  for (guint i = 0; i < telling.frames->len && telling.voice == NULL; i++)
    {
      const KhattFrame *frame = &g_array_index (telling.frames, KhattFrame, i);
      if (frame->is_statement && !frame->is_embedded && frame->mood == KHATT_MOOD_FACT)
        telling.voice = frame;
    }

  for (guint i = 0; i < telling.frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (telling.frames, KhattFrame, i);
      telling.has_last |= frame->is_nominal && frame->is_during && frame->is_last;
    }
  seed_date (&telling, &seed);
  for (guint i = 0; i < telling.frames->len; i++)
    if (!g_array_index (telling.frames, KhattFrame, i).is_statement)
      tell_contact (&telling, i);
  for (guint i = 0; i < telling.frames->len; i++)
    if (g_array_index (telling.frames, KhattFrame, i).is_statement &&
        (telling.voice == NULL || !voice_is_silent (&telling)))
      tell_statement (&telling, i);

  if (telling.voice != NULL && telling.voice->n_parties > 0)
    story->speaker = telling.voice->parties[0].actor;
  if (story->current == NULL)
    story->current = story->contact;
  if (telling.frames->len > 0 || story->n_told > 0)
    story->n_told++;
  g_array_unref (telling.frames);
  g_array_unref (telling.phrases);
  g_free (telling.owners);
}

/**
 * khatt_story_get_events:
 * @story: a story
 *
 * Returns: (transfer none) (element-type KhattStoryEvent): its events, in the order in which they
 * were told
 */
GPtrArray *
khatt_story_get_events (KhattStory *story)
{
  return story->events;
}

/**
 * khatt_story_get_current:
 * @story: a story
 *
 * Returns: (nullable) (transfer none): the event that the last sentence told or went on about
 */
KhattStoryEvent *
khatt_story_get_current (KhattStory *story)
{
  return story->current;
}

/**
 * khatt_story_get_speaker:
 * @story: a story
 *
 * Returns: the actor who spoke last in the item; %KHATT_NO_ACTOR where nobody did
 */
guint
khatt_story_get_speaker (KhattStory *story)
{
  return story->speaker;
}
