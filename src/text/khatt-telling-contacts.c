/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls, meetings, visits, messages, agreements and offers: which of the frames are told as events,
 * and when they were.
 */

#include "khatt-telling.h"

static guint
parties_needed (const KhattFrame *frame)
{
  return frame->kind == KHATT_KIND_VISIT || frame->kind == KHATT_KIND_OFFER || frame->is_attended
             ? 1
             : 2;
}

static gboolean
is_main_clause (const KhattFrame *frame)
{
  return !frame->is_embedded && !frame->is_nominal;
}

static gboolean
voice_is_party (const KhattTelling *telling, const KhattFrame *frame)
{
  if (telling->voice == NULL || telling->voice->n_parties == 0)
    return FALSE;
  for (guint i = 0; i < frame->n_parties; i++)
    if (frame->parties[i].actor == telling->voice->parties[0].actor)
      return TRUE;
  return FALSE;
}

/* "عقد مجلس الأمن جلسة": a body of many states meets by itself. */
static gboolean
is_session (const KhattTelling *telling, const KhattFrame *frame)
{
  const KhattActor *actor;

  if (frame->kind != KHATT_KIND_MEETING || frame->n_parties != 1 || !is_main_clause (frame) ||
      frame->is_attended)
    return FALSE;
  actor = khatt_story_get_actor (telling->story, frame->parties[0].actor);
  return actor->type == KHATT_ACTOR_ORGANISATION && actor->country == NULL;
}

/* "تسلم X رسالة، وذلك خلال استقباله أمس Y": in the same clause, or beside it. */
static gboolean
is_of_clause (const KhattFrame *occasion, const KhattFrame *frame)
{
  return occasion->clause == frame->clause ||
         (occasion->clause == frame->clause + 1 && occasion->is_coordinate);
}

/* "التقى X Y خلال زيارة قام بها في أيار الماضي": the day of what it was a part of. */
static KhattDating
date_of_occasion (const KhattTelling *telling, const KhattFrame *frame)
{
  for (guint i = 0; i < telling->frames->len && !frame->is_nominal; i++)
    {
      const KhattFrame *occasion = &g_array_index (telling->frames, KhattFrame, i);
      const KhattDatePhrase *phrase = khatt_telling_find_phrase (telling, i);

      if (occasion != frame && occasion->is_during && occasion->is_nominal &&
          is_of_clause (occasion, frame) && khatt_date_phrase_is_exact (phrase))
        return khatt_telling_resolve (telling, phrase, occasion);
    }
  return KHATT_DATING_NONE;
}

/* "توجه اليوم إلى روسيا": of whom, the sentence does not say. */
static gboolean
is_visited_by_nobody (const KhattFrame *frame)
{
  for (guint i = 0; i < frame->n_parties; i++)
    if (frame->parties[i].role == KHATT_ROLE_VISITOR)
      return FALSE;
  return frame->kind == KHATT_KIND_VISIT;
}

static gboolean
sentence_has_event (const KhattTelling *telling)
{
  const GPtrArray *events = telling->story->events;

  return events->len > 0 &&
         ((const KhattStoryEvent *) g_ptr_array_index (events, events->len - 1))->sentence ==
             telling->sentence;
}

static gboolean
contact_is_told (const KhattTelling *telling,
                 const KhattFrame *frame,
                 const KhattDatePhrase *phrase)
{
  KhattDating of_occasion = date_of_occasion (telling, frame);
  gboolean has_date =
      khatt_date_phrase_is_exact (phrase) || khatt_date_is_known (&of_occasion.date);
  guint needed = parties_needed (frame);

  if (frame->mood == KHATT_MOOD_HYPOTHETICAL || frame->mood == KHATT_MOOD_NEGATED)
    return FALSE;
  if (frame->mood == KHATT_MOOD_CANCELLED)
    return frame->n_parties > 0 && (has_date || frame->is_called_off) &&
           (!frame->is_embedded || has_date);
  if (has_date && frame->is_nominal && frame->n_parties == 1 &&
      khatt_story_get_actor (telling->story, frame->parties[0].actor)->type ==
          KHATT_ACTOR_ORGANISATION)
    return TRUE;
  if (is_session (telling, frame))
    return has_date || telling->is_lede || frame->mood == KHATT_MOOD_PLANNED;
  if (frame->n_parties < needed || is_visited_by_nobody (frame))
    return FALSE;
  if (frame->is_background && frame->mood == KHATT_MOOD_FACT && phrase == NULL && !telling->is_lede)
    return FALSE;
  if (frame->is_at_home)
    return telling->is_lede;
  if (has_date || frame->mood == KHATT_MOOD_PLANNED)
    return TRUE;
  if (is_main_clause (frame))
    return frame->clause == 0 || frame->is_coordinate || frame->is_told || telling->is_lede ||
           khatt_frame_find_party (frame, KHATT_ROLE_BEARER) != KHATT_NO_ACTOR ||
           (frame->is_whereupon && !frame->is_earlier && sentence_has_event (telling));
  if (frame->is_nominal)
    {
      if (frame->kind == KHATT_KIND_VISIT && frame->is_made && !frame->is_embedded)
        return frame->place >= 0 && !frame->is_last;
      if (frame->kind == KHATT_KIND_VISIT || frame->kind == KHATT_KIND_AGREEMENT)
        return FALSE;
      if (frame->is_during && !frame->is_last)
        return telling->is_lede || voice_is_party (telling, frame);
      return telling->is_lede && !frame->is_embedded && !frame->is_last &&
             (frame->kind == KHATT_KIND_CALL || frame->is_joined);
    }
  /* Inside somebody's words: only if they are about the speaker's own contact. */
  return frame->kind == KHATT_KIND_AGREEMENT ? voice_is_party (telling, frame) : telling->is_lede;
}

/* "He also received": the reception told right before, of the same item. */
static const KhattStoryEvent *
find_like (const KhattTelling *telling, const KhattFrame *frame)
{
  const KhattStory *story = telling->story;
  const KhattStoryEvent *event;

  if (story->events->len == 0 || telling->is_lede || telling->is_aside)
    return NULL;
  event = g_ptr_array_index (story->events, story->events->len - 1);
  return event->item == story->item && event->kind == frame->kind &&
                 event->status == KHATT_STATUS_HAPPENED &&
                 khatt_date_is_known (&event->dating.date) && event->n_parties > 0 &&
                 frame->n_parties > 0 && event->parties[0].actor == frame->parties[0].actor
             ? event
             : NULL;
}

/* "زيارته الأخيرة": before the report, by the words of what was the last. */
static KhattDating
date_of_last (const KhattTelling *telling, const KhattFrame *last)
{
  KhattDating dating = { khatt_telling_open_date (telling, TRUE), 0, 0 };

  for (guint i = 0; last != NULL && i < telling->phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (telling->phrases, KhattDatePhrase, i);

      if (!phrase->is_adjective || phrase->noun_token != (gssize) last->anchor)
        continue;
      dating.first = telling->story->text->tokens->tokens[last->anchor].first;
      dating.after = phrase->after;
    }
  return dating;
}

/* The date of an event that has none of its own. */
static KhattDating
inherit_date (const KhattTelling *telling, const KhattFrame *frame)
{
  const KhattStory *story = telling->story;
  KhattDating occasion = date_of_occasion (telling, frame);

  if (frame->mood == KHATT_MOOD_PLANNED || frame->is_called_off)
    return telling->main != NULL && telling->main->status == KHATT_STATUS_PLANNED
               ? telling->main->dating
               : (KhattDating){ khatt_telling_open_date (telling, FALSE), 0, 0 };
  if (khatt_date_is_known (&occasion.date))
    return occasion;
  if (frame->is_last || frame->is_earlier || telling->last != NULL)
    return date_of_last (telling, frame->is_last ? frame : telling->last);
  if (telling->main != NULL && khatt_date_is_known (&telling->main->dating.date))
    return telling->main->dating;
  if (find_like (telling, frame) != NULL)
    return find_like (telling, frame)->dating;
  if (story->contact != NULL && story->contact->item == story->item && !telling->is_lede &&
      !telling->is_aside && story->contact->status == KHATT_STATUS_HAPPENED)
    return story->contact->dating;
  return (KhattDating){ khatt_telling_reference_day (telling), 0, 0 };
}

static gboolean
is_recipient (KhattRole role)
{
  return role == KHATT_ROLE_RECIPIENT;
}

/* "Separate talks with A and B" are two events, of the first party with each. */
static KhattStoryEvent *
add_apart (KhattTelling *telling,
           const KhattFrame *frame,
           const KhattDating *dating,
           const KhattDatePhrase *phrase)
{
  KhattStoryEvent *first = NULL;

  for (guint i = 1; i < frame->n_parties; i++)
    {
      KhattFrame one = *frame;
      KhattStoryEvent *event;

      one.parties[1] = frame->parties[i];
      one.n_parties = 2;
      event = khatt_telling_add_event (telling, &one, dating, phrase);
      first = first != NULL ? first : event;
    }
  return first;
}

/* "Calls with each of A and B" are two events. */
static KhattStoryEvent *
add_each (KhattTelling *telling,
          const KhattFrame *frame,
          const KhattDating *dating,
          const KhattDatePhrase *phrase)
{
  KhattRole many = frame->n_parties > 1 && is_recipient (frame->parties[0].role)
                       ? frame->parties[1].role
                       : KHATT_ROLE_RECIPIENT;
  KhattStoryEvent *first = NULL;
  guint n_many = 0;

  if (frame->is_apart && frame->n_parties > 2)
    return add_apart (telling, frame, dating, phrase);
  for (guint i = 0; i < frame->n_parties; i++)
    n_many += frame->parties[i].role == many;
  if (!frame->is_each || n_many < 2)
    return khatt_telling_add_event (telling, frame, dating, phrase);
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
      event = khatt_telling_add_event (telling, &one, dating, phrase);
      first = first != NULL ? first : event;
    }
  return first;
}

/* "Talks between the two countries in May": those of the item's contact, at another time. */
static void
name_group (const KhattTelling *telling, KhattFrame *frame)
{
  const KhattStory *story = telling->story;
  const KhattStoryEvent *contact = story->contact;

  for (guint i = 0; i < contact->n_parties; i++)
    {
      guint actor = contact->parties[i].actor;
      const char *country = khatt_story_get_actor (story, actor)->country;

      if (frame->is_group_of_states && country != NULL)
        actor = khatt_actors_add_state (story->text->actors, country);
      frame->parties[frame->n_parties++] = (KhattParty){ actor, KHATT_ROLE_PARTICIPANT };
    }
}

/* "ومن المقرر أن يعقد الرئيسان جلسة مباحثات", after one received the other: not the reception. */
static gboolean
is_still_to_come (const KhattTelling *telling, const KhattFrame *frame)
{
  return frame->mood == KHATT_MOOD_PLANNED && !frame->is_definite &&
         telling->story->contact->status == KHATT_STATUS_HAPPENED;
}

static gboolean
includes (const KhattFrame *frame, const KhattStoryEvent *event)
{
  for (guint i = 0; i < event->n_parties; i++)
    {
      gboolean found = FALSE;
      for (guint k = 0; k < frame->n_parties && !found; k++)
        found = frame->parties[k].actor == event->parties[i].actor;
      if (!found)
        return FALSE;
    }
  return event->n_parties > 1;
}

static gboolean
includes_all (const KhattStoryEvent *event, const KhattFrame *frame)
{
  for (guint i = 0; i < frame->n_parties; i++)
    if (!khatt_story_event_has_party (event, frame->parties[i].actor))
      return FALSE;
  return frame->n_parties > 1;
}

/* "واتفق الوزيران على أهمية التهدئة", of those who called or met in the same item. */
static gboolean
is_read_out (KhattTelling *telling, const KhattFrame *frame, const KhattDatePhrase *phrase)
{
  const KhattStory *story = telling->story;

  if (frame->kind != KHATT_KIND_AGREEMENT ||
      !(frame->is_view || frame->is_embedded || frame->is_told) ||
      khatt_date_phrase_is_exact (phrase))
    return FALSE;
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if ((event->kind == KHATT_KIND_CALL || event->kind == KHATT_KIND_MEETING) &&
          event->item == story->item && includes_all (event, frame))
        {
          khatt_telling_enrich (telling, event, frame);
          return TRUE;
        }
    }
  return FALSE;
}

/* "He held talks with each of A and B", where the lede named A only: the same talks, told in full.
 */
static KhattStoryEvent *
find_narrower (const KhattTelling *telling, const KhattFrame *frame, const KhattDate *date)
{
  const KhattStory *story = telling->story;

  if (frame->kind != KHATT_KIND_MEETING || frame->mood != KHATT_MOOD_FACT || frame->is_last ||
      frame->is_earlier)
    return NULL;
  for (guint i = story->events->len; i > 0; i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if (event->item != story->item)
        return NULL; /* events stand in the order of their items */
      if (event->kind == KHATT_KIND_MEETING && event->status == KHATT_STATUS_HAPPENED &&
          event->sentence != telling->sentence && khatt_story_event_dates_agree (event, date) &&
          includes (frame, event))
        return event;
    }
  return NULL;
}

static void
widen (KhattStoryEvent *event, const KhattFrame *frame)
{
  for (guint i = 0; i < frame->n_parties && event->n_parties < KHATT_FRAME_MAX_PARTIES; i++)
    if (!khatt_story_event_has_party (event, frame->parties[i].actor))
      event->parties[event->n_parties++] = frame->parties[i];
}

/* "وصل X إلى باريس، حيث يلتقي Y": the visit that the sentence told before. */
static const KhattStoryEvent *
find_visit_before (const KhattTelling *telling, const KhattFrame *frame)
{
  const KhattStory *story = telling->story;

  if (!frame->is_there || frame->kind == KHATT_KIND_VISIT)
    return NULL;
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      const KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if (event->kind == KHATT_KIND_VISIT && event->item == story->item &&
          g_array_index (event->sentences, gsize, event->sentences->len - 1) == telling->sentence)
        return event;
    }
  return NULL;
}

/* "وصل X إلى Y في أول زيارة يقوم بها إليها": one visit. */
static KhattStoryEvent *
find_same_visit (const KhattTelling *telling, const KhattFrame *frame)
{
  const KhattStory *story = telling->story;

  if (frame->kind != KHATT_KIND_VISIT || !frame->is_made || frame->n_parties == 0)
    return NULL;
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);

      if (event->sentence != telling->sentence)
        return NULL;
      if (event->kind == KHATT_KIND_VISIT &&
          khatt_story_event_has_party (event, frame->parties[0].actor))
        return event;
    }
  return NULL;
}

/* What happened there is told as the visit is; what a visitor is to do there is planned with it. */
static void
follow_visit (const KhattStoryEvent *visit, KhattFrame *frame)
{
  if (frame->place < 0)
    frame->place = visit->place;
  if (frame->mood == KHATT_MOOD_FACT && !frame->is_past && visit->status == KHATT_STATUS_PLANNED)
    frame->mood = KHATT_MOOD_PLANNED;
}

/* "يلتقي X Y الأحد", then "تستضيف جنيف الأحد محادثات بين X وY": a noun does not say that its day is
 * to come. */
static KhattStoryEvent *
find_planned (const KhattTelling *telling, const KhattFrame *frame, const KhattDatePhrase *phrase)
{
  KhattFrame planned = *frame;
  KhattDate date;

  if (!frame->is_nominal || frame->mood != KHATT_MOOD_FACT || frame->n_parties < 2 ||
      !khatt_date_phrase_is_exact (phrase))
    return NULL;
  planned.mood = KHATT_MOOD_PLANNED;
  date = khatt_telling_resolve (telling, phrase, &planned).date;
  return khatt_telling_find_event (telling, &planned, &date);
}

/* "Both sides" are those of the item's contact, which is what it goes on about unless it was at
 * another time. */
static gboolean
tell_group (KhattTelling *telling, KhattFrame *frame, KhattDating *dating)
{
  const KhattStory *story = telling->story;

  if (!khatt_date_is_known (&dating->date))
    *dating = date_of_occasion (telling, frame);
  if (story->contact == NULL)
    return FALSE;
  if (is_still_to_come (telling, frame) ||
      ((khatt_date_is_known (&dating->date) || frame->mood == KHATT_MOOD_PLANNED) &&
       !khatt_story_event_dates_agree (story->contact, &dating->date)))
    {
      name_group (telling, frame);
      return frame->n_parties > 0;
    }
  if (story->contact->item == story->item)
    khatt_telling_enrich (telling, story->contact, frame);
  return FALSE;
}

/**
 * khatt_telling_tell_contact:
 * @telling: a sentence
 * @index: the index of a frame
 *
 * Judges a frame of a call, meeting, visit, message, agreement or offer.
 */
void
khatt_telling_tell_contact (KhattTelling *telling, guint index)
{
  KhattStory *story = telling->story;
  KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, index);
  const KhattDatePhrase *phrase = khatt_telling_find_phrase (telling, index);
  KhattDating dating =
      phrase != NULL ? khatt_telling_resolve (telling, phrase, frame) : KHATT_DATING_NONE;
  const KhattStoryEvent *visit = find_visit_before (telling, frame);
  KhattStoryEvent *event;
  gboolean is_place_said;

  khatt_telling_check_place (telling, frame);
  if (visit != NULL)
    follow_visit (visit, frame);
  if (frame->mood == KHATT_MOOD_FACT &&
      (khatt_telling_is_future (telling, &dating.date) ||
       (phrase != NULL && phrase->start.shape == KHATT_POINT_VAGUE &&
        phrase->start.vague == KHATT_DATE_VAGUE_AFTER)))
    {
      frame->mood = KHATT_MOOD_PLANNED;
      dating = khatt_telling_resolve (telling, phrase, frame);
    }
  if (frame->is_subject_of_group && frame->n_parties == 0 && !tell_group (telling, frame, &dating))
    return;
  event = khatt_telling_find_event (telling, frame, &dating.date);
  if (event == NULL && phrase == NULL)
    event = find_same_visit (telling, frame);
  if (event == NULL)
    event = find_planned (telling, frame, phrase);
  if (event != NULL && (!frame->is_attended || event->n_parties == frame->n_parties))
    {
      if (khatt_date_phrase_is_exact (phrase))
        khatt_telling_adopt_date (telling, event, frame, &dating);
      khatt_telling_enrich (telling, event, frame);
      return;
    }
  event = find_narrower (telling, frame, &dating.date);
  if (event != NULL)
    {
      widen (event, frame);
      khatt_telling_enrich (telling, event, frame);
      return;
    }
  if (khatt_telling_tell_letter (telling, frame) || is_read_out (telling, frame, phrase))
    return;
  if (!contact_is_told (telling, frame, phrase) &&
      (visit == NULL || frame->n_parties < parties_needed (frame) ||
       frame->mood == KHATT_MOOD_HYPOTHETICAL || frame->mood == KHATT_MOOD_NEGATED))
    {
      khatt_telling_note_occasion (telling, frame);
      if (frame->is_definite && frame->n_parties == 0 && story->contact != NULL &&
          story->contact->item == story->item)
        khatt_telling_enrich (telling, story->contact, frame);
      return;
    }
  if (!khatt_date_is_known (&dating.date) && visit != NULL)
    dating = visit->dating;
  if (!khatt_date_is_known (&dating.date))
    {
      dating = inherit_date (telling, frame);
      if (phrase != NULL && khatt_date_is_known (&dating.date) && !telling->context.has_reference)
        dating.date = KHATT_DATE_NONE;
    }
  story->press = NULL;
  is_place_said = frame->place >= 0;
  if (!is_place_said)
    frame->place = khatt_telling_find_place (telling, frame, &dating.date, phrase != NULL);
  event = add_each (telling, frame, &dating, phrase);
  if (event != NULL)
    event->is_place_inferred = !is_place_said;
  if (event != NULL && event->kind == KHATT_KIND_MESSAGE && is_recipient (frame->parties[0].role))
    khatt_telling_add_received (telling, event);
  if (event != NULL && event->status == KHATT_STATUS_HAPPENED &&
      (story->contact == NULL || story->contact->item != story->item))
    story->contact = event;
}
