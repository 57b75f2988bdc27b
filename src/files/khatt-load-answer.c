/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answering when an article was published: it is read again, and what a person changed stays.
 *
 * The events of the new reading are matched with the old ones of the article by the span of text
 * they were read from. An old one that a person never touched gives way to the new one, keeping its
 * id and place; one that a person changed, or that other articles tell of too, keeps everything but
 * a date it did not have; one that a
 * person wrote is left alone. */

#include "khatt-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-reader.h"

static const KhattSourceData *
find_source (const KhattEventData *event, const char *article_id)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (g_strcmp0 (source->article, article_id) == 0)
        return source;
    }
  return NULL;
}

static gboolean
is_changed_by_hand (const KhattEventData *event)
{
  return event->origin == KHATT_ORIGIN_PERSON || event->read != NULL;
}

/* The event of the new reading that was read from the same text, of the same kind where there are
 * several; it is taken out of `events`. */
static KhattEventData *
take_match (GPtrArray *events, const KhattEventData *old, const char *article_id)
{
  const KhattSourceData *old_source = find_source (old, article_id);
  guint best = G_MAXUINT;

  for (guint i = 0; i < events->len; i++)
    {
      const KhattEventData *event = g_ptr_array_index (events, i);
      const KhattSourceData *source = find_source (event, article_id);

      if (source == NULL || source->span_first != old_source->span_first ||
          source->span_after != old_source->span_after)
        continue;
      if (best == G_MAXUINT || event->kind == old->kind)
        best = i;
      if (event->kind == old->kind)
        break;
    }
  return best != G_MAXUINT ? g_ptr_array_steal_index (events, best) : NULL;
}

static void
answer_changed (KhattTimeline *timeline,
                guint32 slot,
                KhattEventData *old,
                const KhattEventData *match)
{
  if (khatt_date_is_known (&old->date) || !khatt_date_is_known (&match->date))
    return;
  old->date = match->date;
  g_free (old->date_edtf);
  old->date_edtf = g_strdup (match->date_edtf);
  g_free (old->date_text);
  old->date_text = g_strdup (match->date_text);
  khatt_timeline_change (timeline, slot, old);
}

static void
answer_event (KhattTimeline *timeline,
              guint32 slot,
              KhattEventData *old,
              GPtrArray *events,
              const char *article_id)
{
  KhattEventData *match = take_match (events, old, article_id);

  if (match == NULL)
    {
      /* Nothing is read there any more; what several articles report stays, and what a person
       * said something of. */
      if (!is_changed_by_hand (old) && old->review == NULL && old->sources->len == 1)
        khatt_timeline_remove (timeline, slot);
      return;
    }
  if (is_changed_by_hand (old) || old->sources->len > 1)
    answer_changed (timeline, slot, old, match);
  else
    {
      g_free (match->id);
      match->id = g_strdup (old->id);
      match->review = g_strdup (old->review);
      khatt_timeline_change (timeline, slot, match);
    }
  khatt_event_data_free (match);
}

static void
answer_events (KhattTimeline *timeline, GPtrArray *events, const char *article_id)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    {
      g_autoptr (KhattEventData) old = khatt_snapshot_dup_event (snapshot, slot);

      if (old != NULL && find_source (old, article_id) != NULL)
        answer_event (timeline, slot, old, events, article_id);
    }
  for (guint i = 0; i < events->len; i++)
    {
      KhattEventData *event = g_ptr_array_index (events, i);

      g_clear_pointer (&event->id, g_free);
      khatt_timeline_add (timeline, event);
    }
}

/**
 * khatt_load_answer_published:
 * @timeline: a timeline
 * @article_id: the id of one of its articles
 * @published: the day it was published, EDTF
 * @lexicon: what to read it with
 *
 * Reads the article again with another publication date, keeping what a person changed. One step.
 */
void
khatt_load_answer_published (KhattTimeline *timeline,
                             const char *article_id,
                             const char *published,
                             const KhattLexicon *lexicon)
{
  KhattArticle *article = khatt_timeline_get_article_by_id (timeline, article_id);
  g_autoptr (KhattArticle) answered = NULL;
  g_autoptr (KhattReading) reading = NULL;

  g_return_if_fail (article != NULL);
  g_return_if_fail (khatt_date_parse (published, -1, &(KhattDate){ 0 }, NULL));

  answered = khatt_article_copy (article);
  g_free (answered->published);
  answered->published = g_strdup (published);
  g_clear_pointer (&answered->candidates, g_ptr_array_unref);
  answered->weekday = 0;

  khatt_timeline_begin_step (timeline, _ ("Set publication date"));
  khatt_timeline_change_article (timeline, answered);
  if (answered->text != NULL)
    reading = khatt_reader_read (lexicon, answered, KHATT_PUBLISHED_NO_LIMIT, NULL);
  if (reading != NULL)
    answer_events (timeline, reading->events, article_id);
  khatt_timeline_end_step (timeline);
}
