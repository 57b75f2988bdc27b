/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A document comes into a timeline: its articles get ids that are free here, the same text is the
 * same article, and what both tell of becomes one event. */

#include "khatt-merge.h"

#include <glib/gi18n-lib.h>

#include "khatt-arrivals.h"
#include "khatt-shelf.h"

/* What is being added, and the events of it that may be others' too. */
typedef struct
{
  KhattTimeline *timeline;
  KhattSnapshot *before; /* of the timeline */
  const KhattSnapshot *document;
  GHashTable *ids;       /* of its articles here, by those they have there */
  GHashTable *event_ids; /* of its events here, where they are others than there */
  GPtrArray *events;     /* of KhattEventData: those with sources */
  KhattComparand *matches;
  GArray *arrivals;
} Addition;

static void
addition_init (Addition *addition, KhattTimeline *timeline, const KhattSnapshot *document)
{
  *addition = (Addition){
    .timeline = timeline,
    .before = khatt_timeline_ref_snapshot (timeline),
    .document = document,
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .event_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .events = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free),
    .arrivals = g_array_new (FALSE, FALSE, sizeof (KhattArrival)),
  };
}

static void
addition_clear (Addition *addition)
{
  for (guint i = 0; i < addition->arrivals->len; i++)
    khatt_comparand_clear (&addition->matches[i]);
  khatt_snapshot_unref (addition->before);
  g_hash_table_unref (addition->ids);
  g_hash_table_unref (addition->event_ids);
  g_ptr_array_unref (addition->events);
  g_array_unref (addition->arrivals);
  g_free (addition->matches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Addition, addition_clear)

static void
add_document_articles (Addition *addition, KhattMergeResult *result)
{
  g_auto (KhattShelf) shelf = { 0 };
  g_autoptr (GPtrArray) added =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_article_unref);

  khatt_shelf_init (&shelf, addition->timeline);
  for (guint i = 0; i < khatt_snapshot_get_n_articles (addition->document); i++)
    {
      const KhattArticle *article = khatt_snapshot_get_article (addition->document, i);
      const char *known = khatt_shelf_find (&shelf, article);
      KhattArticle *copy;

      if (known != NULL)
        {
          g_hash_table_insert (addition->ids, article->id, g_strdup (known));
          result->n_known++;
          continue;
        }
      copy = khatt_article_copy (article);
      g_free (copy->id);
      copy->id = g_strdup (khatt_shelf_add (&shelf, article, article->id));
      g_hash_table_insert (addition->ids, article->id, g_strdup (copy->id));
      g_ptr_array_add (added, copy);
    }
  result->n_articles = added->len;
  khatt_timeline_add_articles (addition->timeline, added);
}

static void
rename_article (const Addition *addition, char **id)
{
  const char *here = *id != NULL ? g_hash_table_lookup (addition->ids, *id) : NULL;

  if (here == NULL)
    return;
  g_free (*id);
  *id = g_strdup (here);
}

static KhattEventData *
dup_renamed (const Addition *addition, guint32 slot)
{
  KhattEventData *event = khatt_snapshot_dup_event (addition->document, slot);

  for (guint i = 0; i < event->sources->len; i++)
    rename_article (addition,
                    &((KhattSourceData *) g_ptr_array_index (event->sources, i))->article);
  for (guint i = 0; i < event->quotes->len; i++)
    rename_article (addition, &((KhattQuoteData *) g_ptr_array_index (event->quotes, i))->article);
  return event;
}

static void
find_document_arrivals (Addition *addition)
{
  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (addition->document); slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_kept_record (addition->document, slot);

      if (record != NULL && record->n_sources > 0)
        g_ptr_array_add (addition->events, dup_renamed (addition, slot));
    }
  addition->matches = g_new (KhattComparand, addition->events->len + 1);
  for (guint i = 0; i < addition->events->len; i++)
    {
      KhattEventData *event = g_ptr_array_index (addition->events, i);
      const KhattSourceData *source = g_ptr_array_index (event->sources, 0);
      KhattArrival arrival = { .match = &addition->matches[i], .index = i };

      if (source->article != NULL)
        arrival.article = khatt_timeline_get_article_by_id (addition->timeline, source->article);
      khatt_comparand_init (arrival.match, event, KHATT_SLOT_NONE);
      g_array_append_val (addition->arrivals, arrival);
    }
}

/* What somebody wrote without a source is known only where it is the same to the letter. */
static gboolean
is_there (const Addition *addition, const KhattEventData *event)
{
  guint32 slot =
      event->id != NULL ? khatt_timeline_find (addition->timeline, event->id) : KHATT_SLOT_NONE;
  g_autoptr (KhattEventData) known = NULL;

  if (slot == KHATT_SLOT_NONE || khatt_snapshot_get_kept_record (addition->before, slot) == NULL)
    return FALSE;
  known = khatt_snapshot_dup_event (addition->before, slot);
  return khatt_event_data_equal (known, event);
}

static void
note_event_id (Addition *addition, const char *there, guint32 slot)
{
  const char *here = khatt_timeline_get_id (addition->timeline, slot);

  if (there != NULL && here != NULL && g_strcmp0 (there, here) != 0)
    g_hash_table_insert (addition->event_ids, g_strdup (there), g_strdup (here));
}

static void
add_document_event (Addition *addition, const KhattEventData *event, KhattMergeResult *result)
{
  if (event->sources->len == 0 && is_there (addition, event))
    return;
  note_event_id (addition, event->id, khatt_timeline_add (addition->timeline, event));
  result->n_added++;
}

/* In the order of the document; of those with sources what has joined nothing. */
static void
add_document_events (Addition *addition, KhattMergeResult *result)
{
  guint next = 0;

  khatt_timeline_begin_bulk (addition->timeline);
  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (addition->document); slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_kept_record (addition->document, slot);

      if (record != NULL && record->n_sources > 0)
        {
          const KhattArrival *arrival = &g_array_index (addition->arrivals, KhattArrival, next++);

          if (arrival->is_joined)
            note_event_id (addition, record->id, arrival->joined);
          else
            add_document_event (addition, arrival->match->event, result);
        }
      else if (record != NULL)
        {
          g_autoptr (KhattEventData) event = dup_renamed (addition, slot);

          add_document_event (addition, event, result);
        }
    }
  khatt_timeline_end_bulk (addition->timeline);
}

/* What the timeline says of itself it keeps. */
static void
add_document_head (const Addition *addition)
{
  KhattTimeline *timeline = addition->timeline;

  if (khatt_timeline_get_title (timeline) == NULL)
    khatt_timeline_set_title (timeline, khatt_snapshot_get_title (addition->document));
  if (khatt_timeline_get_language (timeline) == NULL)
    khatt_timeline_set_language (timeline, khatt_snapshot_get_language (addition->document));
  if (khatt_snapshot_get_n_slots (addition->before) == 0 &&
      khatt_snapshot_get_n_articles (addition->before) == 0)
    khatt_timeline_set_direction (timeline, khatt_snapshot_get_direction (addition->document));
  for (KhattSection section = 0; section < KHATT_N_SECTIONS; section++)
    {
      if (khatt_timeline_get_section (timeline, section) == NULL)
        khatt_timeline_set_section (timeline, section,
                                    khatt_snapshot_get_section (addition->document, section));
    }
}

static KhattScene *
dup_renamed_scene (const Addition *addition, const KhattScene *scene)
{
  KhattScene *copy = khatt_scene_copy (scene);

  for (guint i = 0; i < copy->focus->len; i++)
    {
      char **id = (char **) &g_ptr_array_index (copy->focus, i);
      const char *here = g_hash_table_lookup (addition->event_ids, *id);

      if (here == NULL)
        continue;
      g_free (*id);
      *id = g_strdup (here);
    }
  khatt_scene_rename_articles (copy, addition->ids);
  return copy;
}

static gboolean
has_scene (const GPtrArray *scenes, const KhattScene *scene)
{
  for (guint i = 0; i < scenes->len; i++)
    if (khatt_scene_equal (g_ptr_array_index (scenes, i), scene))
      return TRUE;
  return FALSE;
}

/* A scene that is there to the letter is not there twice. */
static void
add_document_scenes (const Addition *addition, KhattSceneList list)
{
  const GPtrArray *scenes = khatt_snapshot_get_scenes (addition->document, list);

  for (guint i = 0; i < scenes->len; i++)
    {
      g_autoptr (KhattScene) copy = dup_renamed_scene (addition, g_ptr_array_index (scenes, i));

      if (!has_scene (khatt_timeline_get_scenes (addition->timeline, list), copy))
        khatt_timeline_add_scene (addition->timeline, list, copy);
    }
}

/**
 * khatt_merge_add_document:
 * @timeline: a timeline
 * @document: what another one says
 * @n_threads: how many threads; 0: one for each core
 * @result: (out caller-allocates): how many came to be
 *
 * Adds the articles and events of another document, as one step. An event that was read from the
 * same place of the same article, or that other articles of the timeline tell of, joins the one
 * that is there; what a person changed in either of them stays. Events of the document do not join
 * each other, and what has no source is left out only where the timeline says just the same.
 */
void
khatt_merge_add_document (KhattTimeline *timeline,
                          const KhattSnapshot *document,
                          guint n_threads,
                          KhattMergeResult *result)
{
  g_auto (Addition) addition = { 0 };

  g_return_if_fail (KHATT_IS_TIMELINE (timeline));

  *result = (KhattMergeResult){ 0 };
  addition_init (&addition, timeline, document);
  khatt_timeline_begin_step (timeline, _ ("Add timeline"));
  add_document_head (&addition);
  add_document_articles (&addition, result);
  find_document_arrivals (&addition);
  khatt_arrivals_join (&(KhattArrivals){ .rows = addition.arrivals,
                                         .timeline = timeline,
                                         .are_of_document = TRUE,
                                         .n_threads = n_threads },
                       result);
  add_document_events (&addition, result);
  for (KhattSceneList list = 0; list < KHATT_N_SCENE_LISTS; list++)
    add_document_scenes (&addition, list);
  khatt_timeline_end_step (timeline);
}
