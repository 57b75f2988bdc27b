/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters that go through several hands: one event, with those who brought and who took them.
 */

#include "khatt-telling.h"

/* Those who brought a letter, and who took it. */
#define MAX_HANDS 3

/* "The letter was handed over by X", "Y took the letter over from X": who took it for another is no
 * party. */
static void
add_bearer (KhattStoryEvent *event, const KhattFrame *frame)
{
  for (guint i = 0; i < frame->n_parties; i++)
    if (frame->parties[i].role != KHATT_ROLE_RECIPIENT &&
        event->n_parties < KHATT_FRAME_MAX_PARTIES &&
        !khatt_story_event_has_party (event, frame->parties[i].actor))
      event->parties[event->n_parties++] =
          (KhattParty){ frame->parties[i].actor, KHATT_ROLE_BEARER };
}

/**
 * khatt_telling_add_received:
 * @telling: a sentence
 * @event: a letter that somebody was given
 *
 * "تسلم X رسالة من Y خلال استقباله Z": whom he received brought it.
 */
void
khatt_telling_add_received (const KhattTelling *telling, KhattStoryEvent *event)
{
  for (guint i = 0; i < telling->frames->len; i++)
    {
      const KhattFrame *reception = &g_array_index (telling->frames, KhattFrame, i);
      guint guest = khatt_frame_find_party (reception, KHATT_ROLE_VISITOR);

      if (reception->kind == KHATT_KIND_MEETING && reception->is_during &&
          guest != KHATT_NO_ACTOR && event->n_parties < KHATT_FRAME_MAX_PARTIES &&
          !khatt_story_event_has_party (event, guest))
        event->parties[event->n_parties++] = (KhattParty){ guest, KHATT_ROLE_BEARER };
    }
}

/* "The letter", "the invitation": the one that the item told of last. */
static KhattStoryEvent *
find_letter (const KhattStory *story, KhattKind kind)
{
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);
      if (event->kind == kind && event->item == story->item)
        return event;
    }
  return NULL;
}

/* "التي نقلها X إلى Y": another letter where the item's was for somebody else. */
static gboolean
is_for_another (const KhattStoryEvent *event, const KhattFrame *frame)
{
  guint recipient = khatt_frame_find_party (frame, KHATT_ROLE_RECIPIENT);

  return recipient != KHATT_NO_ACTOR && !khatt_story_event_has_party (event, recipient) &&
         khatt_frame_find_party (frame, KHATT_ROLE_BEARER) != KHATT_NO_ACTOR;
}

/* A letter without a day came on the day that its bearer was received. */
static void
date_by_bearer (const KhattTelling *telling, const KhattFrame *frame, KhattStoryEvent *event)
{
  for (guint i = 0; i < telling->phrases->len && !event->has_own_date; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (telling->phrases, KhattDatePhrase, i);
      KhattDating dating;

      if (!khatt_date_phrase_is_exact (phrase))
        continue;
      dating = khatt_telling_resolve (telling, phrase, frame);
      if (!khatt_date_is_known (&dating.date) || khatt_telling_is_future (telling, &dating.date))
        continue;
      event->dating = dating;
      event->has_own_date = TRUE;
    }
}

/**
 * khatt_telling_tell_letter:
 * @telling: a sentence
 * @frame: a frame
 *
 * "The letter" goes on about the one that the item told of: the frame tells who brought it.
 *
 * Returns: whether there was such a letter
 */
gboolean
khatt_telling_tell_letter (KhattTelling *telling, const KhattFrame *frame)
{
  gboolean is_letter = frame->kind == KHATT_KIND_MESSAGE || frame->kind == KHATT_KIND_OFFER;
  KhattStoryEvent *event =
      is_letter && frame->is_definite && frame->n_parties > 0 && frame->n_parties <= MAX_HANDS
          ? find_letter (telling->story, frame->kind)
          : NULL;

  if (event == NULL || is_for_another (event, frame))
    return FALSE;
  add_bearer (event, frame);
  khatt_telling_add_received (telling, event);
  date_by_bearer (telling, frame, event);
  khatt_telling_enrich (telling, event, frame);
  return TRUE;
}
