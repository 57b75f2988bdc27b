/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answering when an article was published: it is read again, and what a person changed stays.
 *
 * The events of the new reading are matched with the old ones of the article by the span of text
 * they were read from. An old one that a person never touched gives way to the new one, keeping its
 * id and place. One that a person changed keeps all of that; its date follows where the person left
 * the date alone. One that a person wrote is left alone.
 *
 * Other dates mean that other reports are of one event: what no longer fits the event that it was
 * made part of goes out of it, and what now is the same as an event of another article becomes part
 * of that. What a person accepted stays where it is, and so does what a person put together: two
 * reports that never looked like one. */

#include "khatt-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-arrivals.h"
#include "khatt-join.h"
#include "khatt-read-values.h"
#include "khatt-reader.h"
#include "khatt-report.h"

/* An article that is read again. */
typedef struct
{
  KhattTimeline *timeline;
  KhattSnapshot *snapshot;
  const char *article_id;
  GPtrArray *events;  /* of KhattEventData: of the new reading, not matched so far */
  GPtrArray *joining; /* of those: what may become part of other events */
  GArray *slots;      /* of those: where they were; KHATT_SLOT_NONE: nowhere */
} Answer;

static gboolean
find_source (const KhattEventData *event, const char *article_id, guint *index)
{
  for (*index = 0; *index < event->sources->len; ++*index)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, *index);

      if (g_strcmp0 (source->article, article_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_changed_by_hand (const KhattEventData *event)
{
  return event->origin == KHATT_ORIGIN_PERSON || event->read != NULL;
}

static gboolean
is_of_place (const KhattEventData *event, const char *article_id, const KhattSourceData *place)
{
  guint index;
  const KhattSourceData *source;

  if (!find_source (event, article_id, &index))
    return FALSE;
  source = g_ptr_array_index (event->sources, index);
  return source->span_first == place->span_first && source->span_after == place->span_after;
}

/* The event of the new reading that was read from the same text, of the same kind where there are
 * several. */
static KhattEventData *
take_match (Answer *answer, const KhattEventData *old, guint source)
{
  const KhattSourceData *place = g_ptr_array_index (old->sources, source);
  guint best = G_MAXUINT;

  for (guint i = 0; i < answer->events->len; i++)
    {
      const KhattEventData *event = g_ptr_array_index (answer->events, i);

      if (!is_of_place (event, answer->article_id, place))
        continue;
      if (best == G_MAXUINT || event->kind == old->kind)
        best = i;
      if (event->kind == old->kind)
        break;
    }
  return best != G_MAXUINT ? g_ptr_array_steal_index (answer->events, best) : NULL;
}

/* ---- What a person changed ---- */

static void
take_date (KhattEventData *event, const KhattEventData *from)
{
  event->date = from->date;
  g_free (event->date_edtf);
  event->date_edtf = g_strdup (from->date_edtf);
  g_free (event->date_text);
  event->date_text = g_strdup (from->date_text);
}

/* The event and what had been read for it get the new date, unless a person dated the event: then
 * only the latter does. */
static void
answer_changed (Answer *answer, guint32 slot, KhattEventData *old, const KhattEventData *match)
{
  g_autoptr (KhattEventData) was_read = NULL;

  if (old->read == NULL || old->sources->len > 1)
    {
      if (khatt_date_is_known (&old->date) || !khatt_date_is_known (&match->date))
        return;
      take_date (old, match);
    }
  else
    {
      was_read = khatt_read_values_restore (answer->snapshot, old);
      take_date (was_read, match);
      if (!khatt_read_values_has (old, "date") && !khatt_read_values_has (old, "date_text"))
        take_date (old, match);
      khatt_read_values_keep (answer->snapshot, was_read, old);
    }
  khatt_timeline_change (answer->timeline, slot, old);
}

/* ---- Several reports of one event ---- */

static gboolean
are_one (const KhattComparand *a, const KhattComparand *b)
{
  return a->is_comparable && b->is_comparable && khatt_comparand_is_like (a, b);
}

static void
join_later (Answer *answer, KhattEventData *event, guint32 slot)
{
  g_ptr_array_add (answer->joining, event);
  g_array_append_val (answer->slots, slot);
}

/* The report goes out of its event as it came; it stays out where only the old day made the two
 * one. */
static void
answer_report (Answer *answer,
               guint32 slot,
               KhattEventData *old,
               guint source,
               KhattEventData *match)
{
  g_autoptr (KhattEventData) report = khatt_join_take_out (old, source);
  KhattComparand rest, before, now;
  gboolean goes_out;

  khatt_comparand_init (&rest, old, slot);
  khatt_comparand_init (&before, report, KHATT_SLOT_NONE);
  khatt_comparand_init (&now, match, KHATT_SLOT_NONE);
  goes_out = are_one (&rest, &before) && !are_one (&rest, &now);
  if (!goes_out)
    khatt_join_report (&rest, match);
  khatt_timeline_change (answer->timeline, slot, old);
  khatt_comparand_clear (&rest);
  khatt_comparand_clear (&before);
  khatt_comparand_clear (&now);
  if (goes_out)
    join_later (answer, match, KHATT_SLOT_NONE);
  else
    khatt_event_data_free (match);
}

/* ---- One report ---- */

static void
answer_single (Answer *answer, guint32 slot, const KhattEventData *old, KhattEventData *match)
{
  g_free (match->id);
  match->id = g_strdup (old->id);
  match->review = g_strdup (old->review);
  if (old->review == NULL)
    {
      join_later (answer, match, slot);
      return;
    }
  khatt_timeline_change (answer->timeline, slot, match);
  khatt_event_data_free (match);
}

/* ---- All of them ---- */

static void
answer_event (Answer *answer, guint32 slot, KhattEventData *old, guint source)
{
  KhattEventData *match = take_match (answer, old, source);

  if (match == NULL)
    {
      /* Nothing is read there any more; what several articles report stays, and what a person
       * said something of. */
      if (!is_changed_by_hand (old) && old->review == NULL && old->sources->len == 1)
        khatt_timeline_remove (answer->timeline, slot);
      return;
    }
  if (is_changed_by_hand (old))
    {
      answer_changed (answer, slot, old, match);
      khatt_event_data_free (match);
    }
  else if (old->sources->len > 1)
    answer_report (answer, slot, old, source, match);
  else
    answer_single (answer, slot, old, match);
}

/* What is the same as an event of another article becomes part of it; the rest has a place, or gets
 * one. */
static void
join (Answer *answer, KhattArticle *article)
{
  g_autoptr (KhattReport) report =
      khatt_report_new (khatt_article_ref (article), g_ptr_array_ref (answer->joining));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KhattArrival));
  KhattMergeResult result = { 0 };

  khatt_report_prepare (report);
  for (guint i = 0; i < answer->joining->len; i++)
    {
      KhattArrival arrival = { .match = &report->matches[i], .article = article, .index = i };

      g_array_append_val (rows, arrival);
    }
  khatt_arrivals_join (&(KhattArrivals){ .rows = rows, .timeline = answer->timeline }, &result);
  for (guint i = 0; i < rows->len; i++)
    {
      const KhattArrival *arrival = &g_array_index (rows, KhattArrival, i);
      guint32 slot = g_array_index (answer->slots, guint32, i);

      if (arrival->is_joined && slot != KHATT_SLOT_NONE)
        khatt_timeline_remove (answer->timeline, slot);
      else if (!arrival->is_joined && slot != KHATT_SLOT_NONE)
        khatt_timeline_change (answer->timeline, slot, arrival->match->event);
      else if (!arrival->is_joined)
        khatt_timeline_add (answer->timeline, arrival->match->event);
    }
}

static void
answer_events (KhattTimeline *timeline, GPtrArray *events, KhattArticle *article)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GPtrArray) joining =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  Answer answer = { timeline, snapshot, article->id, events, joining, slots };
  guint source;

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    {
      g_autoptr (KhattEventData) old = khatt_snapshot_dup_event (snapshot, slot);

      if (old != NULL && find_source (old, article->id, &source))
        answer_event (&answer, slot, old, source);
    }
  while (events->len > 0)
    {
      KhattEventData *event = g_ptr_array_steal_index (events, 0);

      g_clear_pointer (&event->id, g_free);
      join_later (&answer, event, KHATT_SLOT_NONE);
    }
  join (&answer, article);
}

/* ---- The day ---- */

static void
add_candidate (KhattArticle *article, const char *day, const char *reason)
{
  const char *const reasons[] = { reason, NULL };

  if (article->candidates == NULL)
    article->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  for (guint i = 0; i < article->candidates->len; i++)
    {
      const KhattCandidate *candidate = g_ptr_array_index (article->candidates, i);

      if (g_str_equal (candidate->date, day))
        return;
    }
  g_ptr_array_add (article->candidates, khatt_candidate_new (day, reasons));
}

/* Days that were possible stay so, with their reasons: a person may come back to one. */
static void
set_published (KhattArticle *article, const char *published)
{
  if (article->published != NULL)
    add_candidate (article, article->published, _ ("The article came with this day."));
  add_candidate (article, published, _ ("A person set this day."));
  g_free (article->published);
  article->published = g_strdup (published);
}

/**
 * khatt_load_answer_published:
 * @timeline: a timeline
 * @article_id: the id of one of its articles
 * @published: the day it was published, EDTF
 * @lexicon: what to read it with
 *
 * Reads the article again with another publication date, keeping what a person changed; dates
 * follow, and so does which reports are of one event. One step.
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
  set_published (answered, published);

  khatt_timeline_begin_step (timeline, _ ("Set publication date"));
  khatt_timeline_change_article (timeline, answered);
  if (answered->text != NULL)
    reading = khatt_reader_read (lexicon, answered, KHATT_PUBLISHED_NO_LIMIT, NULL);
  if (reading != NULL)
    answer_events (timeline, reading->events, answered);
  khatt_timeline_end_step (timeline);
}
