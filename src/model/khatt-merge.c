/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reports of articles come into a timeline. An article that is there already, word for word, says
 * nothing new. The others are given ids that nobody has, and what several of them tell of becomes
 * one event with several sources. */

#include "khatt-merge.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "khatt-arrivals.h"
#include "khatt-batch.h"
#include "khatt-bidi.h"
#include "khatt-crew.h"
#include "khatt-join.h"
#include "khatt-shelf.h"

/* From so many events on several threads pack them. */
#define FEWEST_FOR_THREADS 1000

/* The first article says what an empty document is. */
static void
describe (KhattTimeline *timeline, const KhattArticle *article)
{
  if (khatt_timeline_get_n_articles (timeline) > 0)
    return;
  if (khatt_timeline_get_title (timeline) == NULL)
    khatt_timeline_set_title (timeline, article->title);
  if (article->text == NULL ||
      khatt_bidi_direction (article->text, KHATT_DIRECTION_LTR) != KHATT_DIRECTION_RTL)
    return;
  if (khatt_timeline_get_language (timeline) == NULL)
    khatt_timeline_set_language (timeline, "ar");
  khatt_timeline_set_direction (timeline, KHATT_DIRECTION_RTL);
}

static void
add_arrivals (GArray *arrivals, KhattReport *report)
{
  khatt_report_prepare (report);
  for (guint i = 0; i < report->events->len; i++)
    {
      KhattArrival arrival = { .match = &report->matches[i],
                               .article = report->article,
                               .index = i };

      g_clear_pointer (&arrival.match->event->id, g_free);
      g_array_append_val (arrivals, arrival);
    }
}

static GArray *
take_reports (KhattTimeline *timeline, GPtrArray *reports, KhattMergeResult *result)
{
  g_auto (KhattShelf) shelf = { 0 };
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  GArray *arrivals = g_array_new (FALSE, FALSE, sizeof (KhattArrival));

  khatt_shelf_init (&shelf, timeline);
  for (guint i = 0; i < reports->len; i++)
    {
      KhattReport *report = g_ptr_array_index (reports, i);

      if (khatt_shelf_find (&shelf, report->article) != NULL)
        {
          result->n_known++;
          continue;
        }
      khatt_report_set_id (report, khatt_shelf_add (&shelf, report->article, NULL));
      g_ptr_array_add (articles, report->article);
      add_arrivals (arrivals, report);
    }
  result->n_articles = articles->len;
  if (articles->len > 0)
    describe (timeline, g_ptr_array_index (articles, 0));
  khatt_timeline_add_articles (timeline, articles);
  return arrivals;
}

/* New events on their way into a timeline, a part of them for each thread. */
typedef struct
{
  GPtrArray *events;
  GPtrArray *batches; /* of KhattBatch: the parts, packed */
} Packing;

static void
pack_part (guint task, gpointer data)
{
  Packing *packing = data;
  g_autoptr (KhattArena) arena = khatt_arena_new ();
  KhattBatch *batch = khatt_batch_new (arena);
  guint64 n_events = packing->events->len;
  guint after = (guint) (n_events * (task + 1) / packing->batches->len);

  for (guint i = (guint) (n_events * task / packing->batches->len); i < after; i++)
    khatt_batch_add (batch, g_ptr_array_index (packing->events, i));
  packing->batches->pdata[task] = batch;
}

static void
add_events (KhattTimeline *timeline, GPtrArray *events, guint n_threads)
{
  g_autoptr (GPtrArray) batches =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_batch_free);
  Packing packing = { events, batches };

  if (events->len < FEWEST_FOR_THREADS)
    {
      khatt_timeline_add_many (timeline, events);
      return;
    }
  g_ptr_array_set_size (batches, (int) khatt_crew_get_size (n_threads));
  khatt_crew_run (n_threads, batches->len, pack_part, &packing);
  khatt_timeline_begin_bulk (timeline);
  for (guint i = 0; i < batches->len; i++)
    khatt_timeline_add_batch (timeline, g_ptr_array_index (batches, i));
  khatt_timeline_end_bulk (timeline);
}

/**
 * khatt_merge_result_add: (skip)
 * @result: (inout): what became of some reports
 * @other: what became of others
 */
void
khatt_merge_result_add (KhattMergeResult *result, const KhattMergeResult *other)
{
  result->n_articles += other->n_articles;
  result->n_known += other->n_known;
  result->n_added += other->n_added;
  result->n_merged += other->n_merged;
  result->n_given_up += other->n_given_up;
}

/**
 * khatt_merge_add:
 * @timeline: a timeline
 * @reports: (element-type KhattReport): what articles report; their articles and events are changed
 * @n_threads: how many threads; 0: one for each core
 * @result: (out caller-allocates): how many came to be
 *
 * Adds articles and what they report, as one step.
 */
void
khatt_merge_add (KhattTimeline *timeline,
                 GPtrArray *reports,
                 guint n_threads,
                 KhattMergeResult *result)
{
  g_autoptr (GArray) arrivals = NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  g_return_if_fail (KHATT_IS_TIMELINE (timeline));

  *result = (KhattMergeResult){ 0 };
  khatt_timeline_begin_step (timeline, _ ("Add articles"));
  arrivals = take_reports (timeline, reports, result);
  khatt_arrivals_join (
      &(KhattArrivals){ .rows = arrivals, .timeline = timeline, .n_threads = n_threads }, result);
  for (guint i = 0; i < arrivals->len; i++)
    {
      const KhattArrival *arrival = &g_array_index (arrivals, KhattArrival, i);

      if (!arrival->is_joined)
        g_ptr_array_add (events, arrival->match->event);
    }
  result->n_added = events->len;
  if (events->len > 0)
    add_events (timeline, events, n_threads);
  khatt_timeline_end_step (timeline);
}

/**
 * khatt_merge_split:
 * @timeline: a timeline
 * @slot: of an event with several sources
 * @source: which of them, in the event's order
 *
 * Takes one report out of an event and makes it an event of its own, as one step. What the event
 * had from no other report it keeps.
 *
 * Returns: the new event's slot; %KHATT_SLOT_NONE where there is no such source beside another
 */
guint32
khatt_merge_split (KhattTimeline *timeline, guint32 slot, guint source)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattEventData) event = NULL;
  g_autoptr (KhattEventData) report = NULL;
  guint32 split;

  g_return_val_if_fail (KHATT_IS_TIMELINE (timeline), KHATT_SLOT_NONE);

  snapshot = khatt_timeline_ref_snapshot (timeline);
  event = khatt_snapshot_dup_event (snapshot, slot);
  if (event == NULL || event->sources->len < 2 || source >= event->sources->len)
    return KHATT_SLOT_NONE;
  report = khatt_join_take_out (event, source);
  khatt_timeline_begin_step (timeline, _ ("Take source out"));
  khatt_timeline_change (timeline, slot, event);
  split = khatt_timeline_add (timeline, report);
  khatt_timeline_end_step (timeline);
  return split;
}

/**
 * khatt_merge_split_all:
 * @timeline: a timeline
 * @slot: of an event with several sources
 *
 * Makes each report of an event an event of its own, as one step; the first stays what it was.
 *
 * Returns: how many there are now; 1 where there was nothing to split
 */
guint
khatt_merge_split_all (KhattTimeline *timeline, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  const KhattRecord *record;

  g_return_val_if_fail (KHATT_IS_TIMELINE (timeline), 1);

  snapshot = khatt_timeline_ref_snapshot (timeline);
  if (!khatt_snapshot_has_slot (snapshot, slot))
    return 1;
  record = khatt_snapshot_get_record (snapshot, slot);
  if (record->n_sources < 2)
    return 1;
  khatt_timeline_begin_step (timeline, _ ("Split event"));
  for (guint source = record->n_sources - 1; source > 0; source--)
    khatt_merge_split (timeline, slot, source);
  khatt_timeline_end_step (timeline);
  return record->n_sources;
}

/**
 * khatt_merge_pair:
 * @timeline: a timeline
 * @slot: of an event
 * @other: of another one, which is the same
 *
 * Makes one event of two, with the sources of both, as one step: the first one stays where it is.
 *
 * Returns: %FALSE where there are not two
 */
gboolean
khatt_merge_pair (KhattTimeline *timeline, guint32 slot, guint32 other)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattEventData) event = NULL;
  g_autoptr (KhattEventData) joined = NULL;
  KhattComparand target;

  g_return_val_if_fail (KHATT_IS_TIMELINE (timeline), FALSE);

  snapshot = khatt_timeline_ref_snapshot (timeline);
  if (slot == other || !khatt_snapshot_has_slot (snapshot, slot) ||
      !khatt_snapshot_has_slot (snapshot, other))
    return FALSE;
  event = khatt_snapshot_dup_event (snapshot, slot);
  joined = khatt_snapshot_dup_event (snapshot, other);
  khatt_comparand_init (&target, event, slot);
  khatt_join_other (&target, joined);
  khatt_comparand_clear (&target);
  khatt_timeline_begin_step (timeline, _ ("Merge events"));
  khatt_timeline_remove (timeline, other);
  khatt_timeline_change (timeline, slot, event);
  khatt_timeline_end_step (timeline);
  return TRUE;
}
