/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters that go through several hands: one event, with those who brought and who took them.
 */

#include "khatt-telling.h"

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

/* "The letter": the one that the item told of last. */
static KhattStoryEvent *
find_letter (const KhattStory *story)
{
  for (guint i = story->events->len; i > khatt_story_get_first_in_reach (story); i--)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i - 1);
      if (event->kind == KHATT_KIND_MESSAGE && event->item == story->item)
        return event;
    }
  return NULL;
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
  KhattStoryEvent *event = frame->kind == KHATT_KIND_MESSAGE && frame->is_definite &&
                                   frame->n_parties > 0 && frame->n_parties <= 2
                               ? find_letter (telling->story)
                               : NULL;

  if (event == NULL)
    return FALSE;
  add_bearer (event, frame);
  date_by_bearer (telling, frame, event);
  khatt_telling_enrich (telling, event, frame);
  return TRUE;
}
