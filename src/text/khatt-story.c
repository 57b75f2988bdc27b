/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The story: which of the frames are events of their own. A news item tells its main event first
 * and spends its other sentences on what was said in it; background is worth a mark on a timeline
 * only where it is dated. So a frame either is the event that is told, goes on about it, or is
 * dropped.
 */

#include "khatt-story.h"

#include "khatt-dateline.h"
#include "khatt-telling.h"

#include <string.h>

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
 * @context: what dates count from
 *
 * Begins a story.
 *
 * Returns: (transfer full): a story without an event; go on with khatt_story_turn()
 */
KhattStory *
khatt_story_new (const KhattDateContext *context)
{
  KhattStory *story = g_new0 (KhattStory, 1);

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

/**
 * khatt_story_turn:
 * @story: a story
 * @text: the next stretch of the text, which begins with an item; until this is called again
 *
 * Goes on with a stretch of the text. Items, sentences, tokens and mentions have new numbers there,
 * and no event that is told has one of them.
 */
void
khatt_story_turn (KhattStory *story, const KhattText *text)
{
  story->text = text;
  story->item = G_MAXUINT;
  story->contact = story->current = NULL;
  for (guint i = 0; i < story->events->len; i++)
    {
      KhattStoryEvent *event = g_ptr_array_index (story->events, i);

      event->item = KHATT_STORY_ITEM_BEFORE;
      event->sentence = event->anchor = G_MAXSIZE;
      g_array_set_size (event->sentences, 0);
    }
}

/**
 * khatt_story_count_settled:
 * @story: a story
 *
 * Returns: how many of its events nothing that follows can go on about; they are its first
 */
guint
khatt_story_count_settled (const KhattStory *story)
{
  return khatt_story_get_first_in_reach (story);
}

/**
 * khatt_story_forget:
 * @story: a story
 * @n_events: no more than are settled
 *
 * Frees the first events of a story.
 */
void
khatt_story_forget (KhattStory *story, guint n_events)
{
  if (n_events > 0)
    g_ptr_array_remove_range (story->events, 0, n_events);
}

/**
 * khatt_story_get_first_in_reach: (skip)
 * @story: a story
 *
 * Returns: the index of the first event that a sentence can still go on about
 */
guint
khatt_story_get_first_in_reach (const KhattStory *story)
{
  return story->events->len - MIN (story->events->len, KHATT_STORY_REACH);
}

/* A statement that only frames a call or an agreement is not told beside it. */
static gboolean
voice_is_silent (const KhattTelling *telling)
{
  for (guint i = khatt_story_get_first_in_reach (telling->story); i < telling->story->events->len;
       i++)
    {
      const KhattStoryEvent *event = g_ptr_array_index (telling->story->events, i);

      if (event->sentence != telling->sentence || event->is_statement ||
          event->status == KHATT_STATUS_PLANNED || telling->voice->n_parties == 0 ||
          !khatt_story_event_has_party (event, telling->voice->parties[0].actor))
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
seed_date (KhattTelling *telling, KhattStoryEvent *seed)
{
  const KhattDatePhrase *phrase;
  gsize index;

  if (telling->voice == NULL)
    return;
  index = (gsize) (telling->voice - (const KhattFrame *) (gpointer) telling->frames->data);
  phrase = khatt_telling_find_phrase (telling, (guint) index);
  if (phrase != NULL)
    seed->dating = khatt_telling_resolve (telling, phrase, telling->voice);
  else
    {
      KhattStoryEvent *event =
          telling->voice->n_parties > 0
              ? khatt_telling_find_statement (telling, telling->voice->parties[0].actor,
                                              &seed->dating.date)
              : NULL;
      if (event != NULL)
        seed->dating = event->dating;
    }
  if (khatt_date_is_known (&seed->dating.date))
    telling->main = seed;
  else
    telling->said = phrase;
}

static void
start_item (KhattStory *story, guint item)
{
  if (story->item == item)
    return;
  story->item_context = story->context;
  khatt_dateline_read (story->text->tokens,
                       &g_array_index (story->text->items->items, KhattItem, item),
                       &story->item_context);
  story->item = item;
  story->n_told = 0;
  story->contact = NULL;
  story->press = NULL;
  story->occasion_host = KHATT_NO_ACTOR;
  story->occasion_place = -1;
  story->current = NULL;
  story->speaker = KHATT_NO_ACTOR;
}

static gboolean
item_has_event (const KhattStory *story)
{
  for (guint i = khatt_story_get_first_in_reach (story); i < story->events->len; i++)
    if (((const KhattStoryEvent *) g_ptr_array_index (story->events, i))->item == story->item)
      return TRUE;
  return FALSE;
}

/* What the item told last: lines that are nothing but a quotation go on with it. */
static KhattStoryEvent *
find_last_event (const KhattStory *story)
{
  KhattStoryEvent *event =
      story->events->len > 0 ? g_ptr_array_index (story->events, story->events->len - 1) : NULL;

  return event != NULL && event->item == story->item ? event : NULL;
}

/* "استقبل X الوزير مؤكدا «...»": whoever acts in a sentence speaks in it. */
static void
note_agent (const KhattTelling *telling)
{
  for (guint i = 0; i < telling->frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (telling->frames, KhattFrame, i);
      if (!frame->is_embedded && !frame->is_nominal && frame->n_parties > 0)
        {
          telling->story->speaker = frame->parties[0].actor;
          return;
        }
    }
}

/* "من جهة أخرى", at the beginning. */
static gboolean
opens_aside (const KhattText *text, gsize sentence)
{
  const KhattMatch *match = khatt_tokens_match (
      text->tokens, text->items->places[sentence].body_token, KHATT_ENTRY_MARKER);

  return match != NULL && strcmp (match->entry->fields[1], "meanwhile") == 0;
}

/* "متى هاتف X نظيره Y؟": who asks tells nothing. */
static gboolean
is_question (const KhattText *text, gsize sentence)
{
  const KhattSpan *span = &g_array_index (text->sentences->sentences, KhattSpan, sentence);
  const KhattToken *last = &text->tokens->tokens[span->after_token - 1];

  return span->after_token > span->first_token &&
         (khatt_token_is (last, "؟") || khatt_token_is (last, "?"));
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
  KhattTelling telling = { .story = story, .sentence = sentence };
  KhattStoryEvent seed = { .dating = KHATT_DATING_NONE };

  start_item (story, place->item);
  telling.context = story->item_context;
  story->current = NULL;
  if (place->part != KHATT_PART_BODY)
    return;
  telling.frames = khatt_frames_find (story->text, sentence, &story->topicality);
  if (is_question (story->text, sentence))
    g_array_set_size (telling.frames, 0);
  telling.is_aside = opens_aside (story->text, sentence);
  telling.is_lede = story->n_told == 0 || !item_has_event (story);
  khatt_telling_read_dates (&telling);
  for (guint i = 0; i < telling.frames->len && telling.voice == NULL; i++)
    {
      const KhattFrame *frame = &g_array_index (telling.frames, KhattFrame, i);
      if (frame->is_statement && !frame->is_embedded && frame->mood == KHATT_MOOD_FACT)
        telling.voice = frame;
    }

  for (guint i = 0; i < telling.frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (telling.frames, KhattFrame, i);
      if (telling.last == NULL && frame->is_nominal && frame->is_during && frame->is_last)
        telling.last = frame;
    }
  seed_date (&telling, &seed);
  for (guint i = 0; i < telling.frames->len; i++)
    if (!g_array_index (telling.frames, KhattFrame, i).is_statement)
      khatt_telling_tell_contact (&telling, i);
  for (guint i = 0; i < telling.frames->len; i++)
    if (g_array_index (telling.frames, KhattFrame, i).is_statement &&
        (telling.voice == NULL || !voice_is_silent (&telling)))
      khatt_telling_tell_statement (&telling, i);

  if (telling.voice != NULL && telling.voice->n_parties > 0)
    story->speaker = telling.voice->parties[0].actor;
  else
    note_agent (&telling);
  if (story->current == NULL)
    story->current = story->contact != NULL ? story->contact : find_last_event (story);
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
