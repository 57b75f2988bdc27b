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
  KhattKind kind;
  KhattSnapshot *snapshot; /* borrowed: what the timeline has already */
  gboolean is_of_document;
  GPtrArray *arrivals; /* of KhattArrival, borrowed */
  GPtrArray *present;  /* of KhattComparand: those of the timeline that are compared */
  GHashTable *places;  /* of GSList of those: by the place of an article that they were read from */
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
compare_articles (const KhattArticle *first, const KhattArticle *second)
{
  int order;

  if (first == NULL || second == NULL)
    return (first != NULL) - (second != NULL);
  order = g_strcmp0 (first->published, second->published);
  return order != 0 ? order : g_strcmp0 (first->sha256, second->sha256);
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
    order = compare_articles (first->article, second->article);
  return order != 0 ? order : compare_numbers (first->index, second->index);
}

/* ---- What the timeline has already ---- */

static gpointer
get_place_key (const KhattSourceData *source)
{
  guint64 hash = g_str_hash (source->article);

  hash = khatt_comparand_mix (hash, (guint64) source->span_first);
  return GSIZE_TO_POINTER ((gsize) khatt_comparand_mix (hash, (guint64) source->span_after));
}

static gboolean
has_place (const KhattSourceData *source)
{
  return source->article != NULL && source->span_first >= 0;
}

static void
add_places (Kin *kin, KhattComparand *match)
{
  for (guint i = 0; i < match->event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (match->event->sources, i);
      GSList *list;

      if (!has_place (source))
        continue;
      list = g_hash_table_lookup (kin->places, get_place_key (source));
      if (list != NULL)
        list->next = g_slist_prepend (list->next, match);
      else
        g_hash_table_insert (kin->places, get_place_key (source), g_slist_prepend (NULL, match));
    }
}

static void
add_present (Kin *kin, KhattMatcher *matcher, guint32 slot)
{
  KhattComparand *match = g_new (KhattComparand, 1);

  khatt_comparand_init (match, khatt_snapshot_dup_event (kin->snapshot, slot), slot);
  g_ptr_array_add (kin->present, match);
  if (match->is_comparable)
    khatt_matcher_add (matcher, match);
  if (kin->is_of_document)
    add_places (kin, match);
}

static gboolean
is_of_days (const KhattRecord *record, gint64 first, gint64 last)
{
  return khatt_date_is_known (&record->date) &&
         khatt_date_is_possibly_within (&record->date, first * KHATT_SECONDS_PER_DAY,
                                        (last + 1) * KHATT_SECONDS_PER_DAY - 1);
}

/* What was dismissed here is not brought back by another document. */
static void
find_dismissed (Kin *kin, KhattMatcher *matcher)
{
  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (kin->snapshot); slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_kept_record (kin->snapshot, slot);

      if (record != NULL && (record->flags & KHATT_RECORD_DISMISSED) != 0 &&
          record->kind == kin->kind && record->n_sources > 0)
        add_present (kin, matcher, slot);
    }
}

/* Where articles arrive, only events of their days are unpacked. */
static void
find_present (Kin *kin, KhattMatcher *matcher)
{
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < kin->arrivals->len; i++)
    {
      const KhattArrival *arrival = g_ptr_array_index (kin->arrivals, i);

      first = MIN (first, arrival->match->first_day - 1);
      last = MAX (last, arrival->match->last_day + 1);
    }
  for (guint32 i = 0; i < khatt_snapshot_get_n_events (kin->snapshot); i++)
    {
      guint32 slot = khatt_snapshot_get_slot (kin->snapshot, i);
      const KhattRecord *record = khatt_snapshot_get_record (kin->snapshot, slot);

      if (record->kind == kin->kind && record->n_sources > 0 &&
          (kin->is_of_document || is_of_days (record, first, last)))
        add_present (kin, matcher, slot);
    }
  if (kin->is_of_document && khatt_snapshot_get_n_dismissed (kin->snapshot) > 0)
    find_dismissed (kin, matcher);
}

/* ---- Taking them up ---- */

/* An event that was read from the same place of the same article, whatever a person made of its
 * date since. */
static KhattComparand *
find_by_place (Kin *kin, const KhattComparand *match)
{
  for (guint i = 0; i < match->event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (match->event->sources, i);
      const GSList *item =
          has_place (source) ? g_hash_table_lookup (kin->places, get_place_key (source)) : NULL;

      for (; item != NULL; item = item->next)
        {
          KhattComparand *target = item->data;

          if (!target->is_changed && khatt_join_has_source (target->event, source) &&
              khatt_comparand_shares_actors (target, match))
            return target;
        }
    }
  return NULL;
}

static KhattComparand *
find_target (Kin *kin, KhattMatcher *matcher, KhattComparand *match)
{
  KhattComparand *target = kin->is_of_document ? find_by_place (kin, match) : NULL;

  if (target == NULL && match->is_comparable)
    target = khatt_matcher_find (matcher, match);
  return target != NULL && kin->is_of_document && target->is_changed ? NULL : target;
}

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
      KhattComparand *target = find_target (kin, matcher, arrival->match);

      if (target == NULL && !kin->is_of_document)
        khatt_matcher_add (matcher, arrival->match);
      if (target == NULL)
        continue;
      if (kin->is_of_document)
        khatt_join_other (target, arrival->match->event);
      else
        khatt_join_report (target, arrival->match->event);
      target->is_changed = TRUE;
      arrival->is_joined = TRUE;
      arrival->joined = target->slot;
      kin->n_merged += !kin->is_of_document;
    }
  kin->n_given_up = khatt_matcher_get_n_given_up (matcher);
}

/* ---- All kinds ---- */

static int
compare_kin (gconstpointer a, gconstpointer b)
{
  const Kin *first = *(const Kin *const *) a;
  const Kin *second = *(const Kin *const *) b;

  return (first->arrivals->len < second->arrivals->len) -
         (first->arrivals->len > second->arrivals->len);
}

static void
kin_init (Kin *kin, KhattKind kind, const KhattArrivals *arrivals, KhattSnapshot *snapshot)
{
  *kin = (Kin){ .kind = kind,
                .snapshot = snapshot,
                .is_of_document = arrivals->are_of_document,
                .arrivals = g_ptr_array_new (),
                .present = g_ptr_array_new_with_free_func (present_free),
                .places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_slist_free) };
}

static void
kin_clear (Kin *kin)
{
  g_ptr_array_unref (kin->arrivals);
  g_ptr_array_unref (kin->present);
  g_hash_table_unref (kin->places);
}

static void
sort_out (const KhattArrivals *arrivals, Kin *kin)
{
  for (guint i = 0; i < arrivals->rows->len; i++)
    {
      KhattArrival *arrival = &g_array_index (arrivals->rows, KhattArrival, i);

      if (arrival->match->is_comparable || arrivals->are_of_document)
        g_ptr_array_add (kin[arrival->match->event->kind].arrivals, arrival);
    }
}

/* Of a document that is there already nothing is new. */
static void
take_changes (KhattTimeline *timeline, Kin *kin)
{
  for (guint i = 0; i < kin->present->len; i++)
    {
      const KhattComparand *match = g_ptr_array_index (kin->present, i);
      guint64 revision = khatt_timeline_get_revision (timeline);

      if (!match->is_changed)
        continue;
      khatt_timeline_change (timeline, match->slot, match->event);
      kin->n_merged += kin->is_of_document && khatt_timeline_get_revision (timeline) != revision;
    }
}

/**
 * khatt_arrivals_join: (skip)
 * @arrivals: new events; set to which of them are joined
 * @result: (inout): how many are joined
 *
 * Makes events that are one out of several, and changes those of the timeline that have got another
 * source. What is not joined is not added.
 */
void
khatt_arrivals_join (const KhattArrivals *arrivals, KhattMergeResult *result)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (arrivals->timeline);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new ();
  Kin kin[KHATT_N_KINDS];

  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    kin_init (&kin[kind], kind, arrivals, snapshot);
  sort_out (arrivals, kin);
  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      if (kin[kind].arrivals->len > 0)
        g_ptr_array_add (tasks, &kin[kind]);
    }
  g_ptr_array_sort (tasks, compare_kin); /* the longest one first */
  khatt_crew_run (arrivals->n_threads, tasks->len, join_kin, tasks);
  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      take_changes (arrivals->timeline, &kin[kind]);
      result->n_merged += kin[kind].n_merged;
      result->n_given_up += kin[kind].n_given_up;
      kin_clear (&kin[kind]);
    }
}
