/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reports of articles come into a timeline. An article that is there already, word for word, says
 * nothing new. The others are given ids that nobody has, and what several of them tell of becomes
 * one event with several sources.
 *
 * New events are taken up in an order that depends on what they say, not on which article came
 * first: the most exact ones are what the others join. */

#include "khatt-merge.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "khatt-bidi.h"
#include "khatt-join.h"

typedef struct
{
  KhattTimeline *timeline;
  GHashTable *ids;   /* of articles, borrowed */
  GHashTable *texts; /* checksums of articles' texts, borrowed */
  guint64 next_id;
} Shelf;

static void
shelf_init (Shelf *shelf, KhattTimeline *timeline)
{
  shelf->timeline = timeline;
  shelf->ids = g_hash_table_new (g_str_hash, g_str_equal);
  shelf->texts = g_hash_table_new (g_str_hash, g_str_equal);
  shelf->next_id = khatt_timeline_get_n_articles (timeline) + 1;
  for (guint i = 0; i < khatt_timeline_get_n_articles (timeline); i++)
    {
      KhattArticle *article = khatt_timeline_get_article (timeline, i);

      g_hash_table_add (shelf->ids, article->id);
      if (article->text != NULL)
        g_hash_table_add (shelf->texts, article->sha256);
    }
}

static void
shelf_clear (Shelf *shelf)
{
  g_hash_table_unref (shelf->ids);
  g_hash_table_unref (shelf->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelf, shelf_clear)

static void
place (Shelf *shelf, KhattReport *report)
{
  g_autofree char *id = NULL;

  do
    {
      g_free (id);
      id = g_strdup_printf ("a%" G_GUINT64_FORMAT, shelf->next_id++);
    }
  while (g_hash_table_contains (shelf->ids, id));
  khatt_report_set_id (report, id);
  g_hash_table_add (shelf->ids, report->article->id);
  if (report->article->text != NULL)
    g_hash_table_add (shelf->texts, report->article->sha256);
}

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

/* Events of an article that are looked at for one that is like another. */
#define TWIN_REACH 64

/* A new event on its way. */
typedef struct
{
  KhattEventData *event;
  const KhattArticle *article;
  guint index;        /* in its article */
  gboolean is_joined; /* part of another event from here on */
  gboolean is_comparable;
  gboolean is_twin; /* its article tells of two like it */
  KhattComparand match;
} Arrival;

static void
arrival_clear (gpointer data)
{
  Arrival *arrival = data;

  if (arrival->is_joined || !arrival->is_comparable)
    khatt_comparand_clear (&arrival->match);
}

static void
add_arrivals (GArray *arrivals, KhattReport *report)
{
  khatt_report_prepare (report);
  for (guint i = 0; i < report->events->len; i++)
    {
      Arrival arrival = { .event = g_ptr_array_index (report->events, i),
                          .article = report->article,
                          .index = i,
                          .match = report->matches[i],
                          .is_comparable = report->is_comparable[i] };

      g_clear_pointer (&arrival.event->id, g_free);
      g_array_append_val (arrivals, arrival);
    }
}

/* Twins go first, so that what joins them can choose. */
static void
find_twins (GArray *arrivals, guint first)
{
  for (guint i = first; i < arrivals->len; i++)
    {
      Arrival *arrival = &g_array_index (arrivals, Arrival, i);

      for (guint j = i - MIN (i - first, TWIN_REACH); j < i && arrival->is_comparable; j++)
        {
          Arrival *other = &g_array_index (arrivals, Arrival, j);

          if (!other->is_comparable || !khatt_comparand_is_like (&arrival->match, &other->match))
            continue;
          arrival->is_twin = TRUE;
          other->is_twin = TRUE;
        }
    }
}

static GArray *
take_reports (KhattTimeline *timeline, GPtrArray *reports, KhattMergeResult *result)
{
  g_auto (Shelf) shelf = { 0 };
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  GArray *arrivals = g_array_new (FALSE, FALSE, sizeof (Arrival));

  g_array_set_clear_func (arrivals, arrival_clear);
  shelf_init (&shelf, timeline);
  for (guint i = 0; i < reports->len; i++)
    {
      KhattReport *report = g_ptr_array_index (reports, i);
      const char *checksum = report->article->sha256;

      if (checksum != NULL && g_hash_table_contains (shelf.texts, checksum))
        {
          result->n_known++;
          continue;
        }
      place (&shelf, report);
      g_ptr_array_add (articles, report->article);
      add_arrivals (arrivals, report);
      find_twins (arrivals, arrivals->len - report->events->len);
    }
  result->n_articles = articles->len;
  if (articles->len > 0)
    describe (timeline, g_ptr_array_index (articles, 0));
  khatt_timeline_add_articles (timeline, articles);
  return arrivals;
}

/* ---- The order in which they are taken up ---- */

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_arrivals (gconstpointer a, gconstpointer b)
{
  const Arrival *first = *(const Arrival *const *) a;
  const Arrival *second = *(const Arrival *const *) b;
  const KhattComparand *one = &first->match;
  const KhattComparand *other = &second->match;
  int order = compare_numbers (one->last_day - one->first_day, other->last_day - other->first_day);

  if (order == 0)
    order = compare_numbers (second->is_twin, first->is_twin);
  if (order == 0)
    order = compare_numbers (one->is_inferred, other->is_inferred);
  if (order == 0)
    order = compare_numbers (first->event->status, second->event->status);
  if (order == 0)
    order = compare_numbers (other->n_names, one->n_names);
  if (order == 0)
    order = g_strcmp0 (first->article->published, second->article->published);
  if (order == 0)
    order = g_strcmp0 (first->article->sha256, second->article->sha256);
  return order != 0 ? order : compare_numbers (first->index, second->index);
}

static GPtrArray *
sort_arrivals (GArray *arrivals)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < arrivals->len; i++)
    {
      Arrival *arrival = &g_array_index (arrivals, Arrival, i);

      if (arrival->is_comparable)
        g_ptr_array_add (sorted, arrival);
    }
  g_ptr_array_sort (sorted, compare_arrivals);
  return sorted;
}

/* ---- What the timeline has already ---- */

typedef struct
{
  KhattMatcher *matcher;
  GPtrArray *events; /* of KhattEventData: those of the timeline that are compared */
} Present;

/* Only events of the days that arrive are unpacked. */
static void
add_present (KhattTimeline *timeline, Present *present, const GPtrArray *sorted)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < sorted->len; i++)
    {
      const Arrival *arrival = g_ptr_array_index (sorted, i);

      first = MIN (first, arrival->match.first_day - 1);
      last = MAX (last, arrival->match.last_day + 1);
    }
  for (guint32 i = 0; i < khatt_snapshot_get_n_dated (snapshot); i++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, i);
      const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);
      KhattEventData *event;
      KhattComparand match;

      if (record->n_sources == 0 ||
          !khatt_date_is_possibly_within (&record->date, first * KHATT_SECONDS_PER_DAY,
                                          (last + 1) * KHATT_SECONDS_PER_DAY - 1))
        continue;
      event = khatt_snapshot_dup_event (snapshot, slot);
      g_ptr_array_add (present->events, event);
      if (khatt_comparand_init (&match, event, slot))
        khatt_matcher_add (present->matcher, &match);
    }
}

static void
present_clear (Present *present)
{
  khatt_matcher_free (present->matcher);
  g_ptr_array_unref (present->events);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, present_clear)

/* ---- Taking them up ---- */

static void
join_arrivals (KhattTimeline *timeline, GArray *arrivals, KhattMergeResult *result)
{
  g_autoptr (GPtrArray) sorted = sort_arrivals (arrivals);
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  g_auto (Present) present = { khatt_matcher_new (), g_ptr_array_new_with_free_func (
                                                         (GDestroyNotify) khatt_event_data_free) };
  GHashTableIter iter;
  gpointer match;

  if (sorted->len > 0)
    add_present (timeline, &present, sorted);
  for (guint i = 0; i < sorted->len; i++)
    {
      Arrival *arrival = g_ptr_array_index (sorted, i);
      KhattComparand *target = khatt_matcher_find (present.matcher, &arrival->match);

      if (target == NULL)
        {
          khatt_matcher_add (present.matcher, &arrival->match);
          continue;
        }
      khatt_join_report (target, arrival->event);
      arrival->is_joined = TRUE;
      result->n_merged++;
      if (target->slot != KHATT_SLOT_NONE)
        g_hash_table_add (changed, target);
    }
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &match, NULL))
    khatt_timeline_change (timeline, ((KhattComparand *) match)->slot,
                           ((KhattComparand *) match)->event);
}

/**
 * khatt_merge_add:
 * @timeline: a timeline
 * @reports: (element-type KhattReport): what articles report; their articles and events are changed
 * @result: (out caller-allocates): how many came to be
 *
 * Adds articles and what they report, as one step.
 */
void
khatt_merge_add (KhattTimeline *timeline, GPtrArray *reports, KhattMergeResult *result)
{
  g_autoptr (GArray) arrivals = NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  g_return_if_fail (KHATT_IS_TIMELINE (timeline));

  *result = (KhattMergeResult){ 0 };
  khatt_timeline_begin_step (timeline, _ ("Add articles"));
  arrivals = take_reports (timeline, reports, result);
  join_arrivals (timeline, arrivals, result);
  for (guint i = 0; i < arrivals->len; i++)
    {
      const Arrival *arrival = &g_array_index (arrivals, Arrival, i);

      if (!arrival->is_joined)
        g_ptr_array_add (events, arrival->event);
    }
  result->n_added = events->len;
  if (events->len > 0)
    khatt_timeline_add_many (timeline, events);
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
  khatt_timeline_begin_step (timeline, _ ("Split event"));
  khatt_timeline_change (timeline, slot, event);
  split = khatt_timeline_add (timeline, report);
  khatt_timeline_end_step (timeline);
  return split;
}
