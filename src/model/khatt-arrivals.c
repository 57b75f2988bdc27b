/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattArrivals: new events join those that a timeline has, or each other. They are taken up in an
 * order that depends on what they say, not on which article came first: the most exact ones are
 * what the others join.
 *
 * Events of two kinds never are one, so each kind is a task of its own: threads share them, and
 * what comes out does not depend on how many there are. */

#include "khatt-arrivals.h"

#include "khatt-crew.h"
#include "khatt-join.h"
#include "khatt-matcher.h"

/* The events of one kind. */
typedef struct
{
  KhattSnapshot *snapshot; /* borrowed: what the timeline has already */
  GPtrArray *arrivals;     /* of KhattArrival, borrowed */
  GPtrArray *present;      /* of KhattComparand: those of the timeline that are compared */
  guint n_merged;
  guint n_given_up;
} Kin;

static void
present_free (gpointer data)
{
  KhattComparand *match = data;

  khatt_event_data_free (match->event);
  khatt_comparand_clear (match);
  g_free (match);
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
  const KhattArrival *first = *(const KhattArrival *const *) a;
  const KhattArrival *second = *(const KhattArrival *const *) b;
  const KhattComparand *one = first->match;
  const KhattComparand *other = second->match;
  int order = compare_numbers (one->last_day - one->first_day, other->last_day - other->first_day);

  if (order == 0)
    order = compare_numbers (other->is_twin, one->is_twin);
  if (order == 0)
    order = compare_numbers (one->is_inferred, other->is_inferred);
  if (order == 0)
    order = compare_numbers (one->n_unnamed, other->n_unnamed);
  if (order == 0)
    order = compare_numbers (one->event->status, other->event->status);
  if (order == 0)
    order = compare_numbers (other->n_names, one->n_names);
  if (order == 0)
    order = g_strcmp0 (first->article->published, second->article->published);
  if (order == 0)
    order = g_strcmp0 (first->article->sha256, second->article->sha256);
  return order != 0 ? order : compare_numbers (first->index, second->index);
}

/* ---- What the timeline has already ---- */

static void
add_present (Kin *kin, KhattMatcher *matcher, guint32 slot)
{
  KhattComparand *match = g_new (KhattComparand, 1);

  khatt_comparand_init (match, khatt_snapshot_dup_event (kin->snapshot, slot), slot);
  g_ptr_array_add (kin->present, match);
  if (match->is_comparable)
    khatt_matcher_add (matcher, match);
}

/* Only events of the days that arrive are unpacked. */
static void
find_present (Kin *kin, KhattMatcher *matcher)
{
  KhattKind kind = ((KhattArrival *) g_ptr_array_index (kin->arrivals, 0))->match->event->kind;
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < kin->arrivals->len; i++)
    {
      const KhattArrival *arrival = g_ptr_array_index (kin->arrivals, i);

      first = MIN (first, arrival->match->first_day - 1);
      last = MAX (last, arrival->match->last_day + 1);
    }
  for (guint32 i = 0; i < khatt_snapshot_get_n_dated (kin->snapshot); i++)
    {
      guint32 slot = khatt_snapshot_get_slot (kin->snapshot, i);
      const KhattRecord *record = khatt_snapshot_get_record (kin->snapshot, slot);

      if (record->kind == kind && record->n_sources > 0 &&
          khatt_date_is_possibly_within (&record->date, first * KHATT_SECONDS_PER_DAY,
                                         (last + 1) * KHATT_SECONDS_PER_DAY - 1))
        add_present (kin, matcher, slot);
    }
}

/* ---- Taking them up ---- */

static void
join_kin (guint task, gpointer data)
{
  Kin *kin = g_ptr_array_index ((GPtrArray *) data, task);
  g_autoptr (KhattMatcher) matcher = khatt_matcher_new ();

  find_present (kin, matcher);
  g_ptr_array_sort (kin->arrivals, compare_arrivals);
  for (guint i = 0; i < kin->arrivals->len; i++)
    {
      KhattArrival *arrival = g_ptr_array_index (kin->arrivals, i);
      KhattComparand *target = khatt_matcher_find (matcher, arrival->match);

      if (target == NULL)
        {
          khatt_matcher_add (matcher, arrival->match);
          continue;
        }
      khatt_join_report (target, arrival->match->event);
      target->is_changed = TRUE;
      arrival->is_joined = TRUE;
      kin->n_merged++;
    }
  kin->n_given_up = khatt_matcher_get_n_given_up (matcher);
}

static int
compare_kin (gconstpointer a, gconstpointer b)
{
  const Kin *first = *(const Kin *const *) a;
  const Kin *second = *(const Kin *const *) b;

  return (first->arrivals->len < second->arrivals->len) -
         (first->arrivals->len > second->arrivals->len);
}

static void
sort_out (GArray *arrivals, Kin *kin)
{
  for (guint i = 0; i < arrivals->len; i++)
    {
      KhattArrival *arrival = &g_array_index (arrivals, KhattArrival, i);

      if (arrival->match->is_comparable)
        g_ptr_array_add (kin[arrival->match->event->kind].arrivals, arrival);
    }
}

static void
take_changes (KhattTimeline *timeline, const Kin *kin)
{
  for (guint i = 0; i < kin->present->len; i++)
    {
      const KhattComparand *match = g_ptr_array_index (kin->present, i);

      if (match->is_changed)
        khatt_timeline_change (timeline, match->slot, match->event);
    }
}

/**
 * khatt_arrivals_join: (skip)
 * @arrivals: (element-type KhattArrival): new events; set to which of them are joined
 * @timeline: what some of them may join
 * @n_threads: how many threads; 0: one for each core
 * @result: (inout): how many are joined
 *
 * Makes events that are one out of several, and changes those of the timeline that have got another
 * source. What is not joined is not added.
 */
void
khatt_arrivals_join (GArray *arrivals,
                     KhattTimeline *timeline,
                     guint n_threads,
                     KhattMergeResult *result)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new ();
  Kin kin[KHATT_N_KINDS];

  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    kin[kind] = (Kin){ .snapshot = snapshot,
                       .arrivals = g_ptr_array_new (),
                       .present = g_ptr_array_new_with_free_func (present_free) };
  sort_out (arrivals, kin);
  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      if (kin[kind].arrivals->len > 0)
        g_ptr_array_add (tasks, &kin[kind]);
    }
  g_ptr_array_sort (tasks, compare_kin); /* the longest one first */
  khatt_crew_run (n_threads, tasks->len, join_kin, tasks);
  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      take_changes (timeline, &kin[kind]);
      result->n_merged += kin[kind].n_merged;
      result->n_given_up += kin[kind].n_given_up;
      g_ptr_array_unref (kin[kind].arrivals);
      g_ptr_array_unref (kin[kind].present);
    }
}
