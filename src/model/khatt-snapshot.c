/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattSnapshot: what threads read while the window edits. Making one takes references to the
 * chunks of the timeline it was made from; nothing it shows ever changes. */

#include "khatt-snapshot-private.h"

#include <string.h>

#include "khatt-details.h"

/**
 * khatt_snapshot_init: (skip)
 * @snapshot: (out caller-allocates): set to an empty document
 */
void
khatt_snapshot_init (KhattSnapshot *snapshot)
{
  *snapshot = (KhattSnapshot){ .version = 1 };
  g_atomic_ref_count_init (&snapshot->references);
  snapshot->arena = khatt_arena_new ();
  khatt_chunks_init (&snapshot->cells, sizeof (KhattCell), KHATT_CELLS_SHIFT);
  khatt_chunks_init (&snapshot->actors, sizeof (KhattActor), KHATT_ACTORS_SHIFT);
  khatt_order_init (&snapshot->order);
  snapshot->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_article_unref);
  for (guint list = 0; list < KHATT_N_SCENE_LISTS; list++)
    snapshot->scenes[list] = khatt_scenes_array_new ();
}

/**
 * khatt_snapshot_clear: (skip)
 * @snapshot: set up by khatt_snapshot_init()
 */
void
khatt_snapshot_clear (KhattSnapshot *snapshot)
{
  khatt_chunks_clear (&snapshot->cells);
  khatt_chunks_clear (&snapshot->actors);
  khatt_order_clear (&snapshot->order);
  g_clear_pointer (&snapshot->articles_by_id, g_hash_table_unref);
  g_clear_pointer (&snapshot->articles, g_ptr_array_unref);
  for (guint list = 0; list < KHATT_N_SCENE_LISTS; list++)
    g_clear_pointer (&snapshot->scenes[list], g_ptr_array_unref);
  g_clear_pointer (&snapshot->arena, khatt_arena_unref);
}

/**
 * khatt_snapshot_copy: (skip)
 * @snapshot: a document
 *
 * Returns: (transfer full): the same document, sharing all of its parts
 */
KhattSnapshot *
khatt_snapshot_copy (const KhattSnapshot *snapshot)
{
  KhattSnapshot *copy = g_new (KhattSnapshot, 1);

  *copy = *snapshot;
  g_atomic_ref_count_init (&copy->references);
  copy->is_shared = TRUE;
  copy->articles_by_id = NULL;
  khatt_arena_ref (copy->arena);
  g_ptr_array_ref (copy->articles);
  for (guint list = 0; list < KHATT_N_SCENE_LISTS; list++)
    g_ptr_array_ref (copy->scenes[list]);
  khatt_chunks_copy (&snapshot->cells, &copy->cells);
  khatt_chunks_copy (&snapshot->actors, &copy->actors);
  khatt_order_copy (&snapshot->order, &copy->order);
  return copy;
}

/**
 * khatt_snapshot_compare_slots: (skip)
 * @a: a slot, present or not
 * @b: another
 * @snapshot: a #KhattSnapshot
 *
 * The model's order: earliest start, then latest end, undated last, then document order.
 *
 * Returns: below 0 where @a comes first, above 0 where @b does
 */
int
khatt_snapshot_compare_slots (guint32 a, guint32 b, gconstpointer snapshot)
{
  const KhattDate *first = &khatt_snapshot_get_cell (snapshot, a)->record.date;
  const KhattDate *second = &khatt_snapshot_get_cell (snapshot, b)->record.date;
  int difference = khatt_date_compare (first, second);

  return difference != 0 ? difference : (a > b) - (a < b);
}

/**
 * khatt_snapshot_ref:
 * @snapshot: a snapshot
 *
 * Returns: (transfer full): @snapshot, held once more
 */
KhattSnapshot *
khatt_snapshot_ref (KhattSnapshot *snapshot)
{
  g_atomic_ref_count_inc (&snapshot->references);
  return snapshot;
}

/**
 * khatt_snapshot_unref:
 * @snapshot: (transfer full): a snapshot
 */
void
khatt_snapshot_unref (KhattSnapshot *snapshot)
{
  if (!g_atomic_ref_count_dec (&snapshot->references))
    return;
  khatt_snapshot_clear (snapshot);
  g_free (snapshot);
}

/**
 * khatt_snapshot_get_revision:
 * @snapshot: a snapshot
 *
 * Returns: the revision of the timeline it shows; it grows with every step
 */
guint64
khatt_snapshot_get_revision (const KhattSnapshot *snapshot)
{
  return snapshot->revision;
}

/**
 * khatt_snapshot_get_content_revision:
 * @snapshot: a snapshot
 *
 * Returns: the last revision of the timeline that changed anything but its scenes and bookmarks:
 *   where it is the same, so is all that a picture shows
 */
guint64
khatt_snapshot_get_content_revision (const KhattSnapshot *snapshot)
{
  return snapshot->content_revision;
}

/**
 * khatt_snapshot_get_title:
 * @snapshot: a snapshot
 *
 * Returns: (nullable): the document's title
 */
const char *
khatt_snapshot_get_title (const KhattSnapshot *snapshot)
{
  return snapshot->title;
}

/**
 * khatt_snapshot_get_language:
 * @snapshot: a snapshot
 *
 * Returns: (nullable): the document's language, BCP 47
 */
const char *
khatt_snapshot_get_language (const KhattSnapshot *snapshot)
{
  return snapshot->language;
}

/**
 * khatt_snapshot_get_direction:
 * @snapshot: a snapshot
 *
 * Returns: the direction in which its time runs
 */
KhattDirection
khatt_snapshot_get_direction (const KhattSnapshot *snapshot)
{
  return snapshot->direction;
}

/**
 * khatt_snapshot_get_section:
 * @snapshot: a snapshot
 * @section: which part
 *
 * Returns: (nullable): canonical JSON text of a part that the model keeps as it is
 */
const char *
khatt_snapshot_get_section (const KhattSnapshot *snapshot, KhattSection section)
{
  return snapshot->sections[section];
}

/**
 * khatt_snapshot_get_scenes:
 * @snapshot: a snapshot
 * @list: which of its lists
 *
 * Returns: (transfer none) (element-type KhattScene): the scenes, in order
 */
const GPtrArray *
khatt_snapshot_get_scenes (const KhattSnapshot *snapshot, KhattSceneList list)
{
  return snapshot->scenes[list];
}

/**
 * khatt_snapshot_get_version:
 * @snapshot: a snapshot
 *
 * Returns: the version of the document's form, 1 or what the file said beyond
 */
guint
khatt_snapshot_get_version (const KhattSnapshot *snapshot)
{
  return snapshot->version;
}

/**
 * khatt_snapshot_get_arena_size:
 * @snapshot: a snapshot
 *
 * Returns: the bytes that strings and packed parts take
 */
gsize
khatt_snapshot_get_arena_size (const KhattSnapshot *snapshot)
{
  return khatt_arena_get_size (snapshot->arena);
}

/**
 * khatt_snapshot_get_n_events:
 * @snapshot: a snapshot
 *
 * Returns: the number of events
 */
guint32
khatt_snapshot_get_n_events (const KhattSnapshot *snapshot)
{
  return snapshot->order.n;
}

/**
 * khatt_snapshot_get_slot:
 * @snapshot: a snapshot
 * @position: below the number of events; 0 is the earliest
 *
 * Returns: the slot of the event there
 */
guint32
khatt_snapshot_get_slot (const KhattSnapshot *snapshot, guint32 position)
{
  g_return_val_if_fail (position < snapshot->order.n, KHATT_SLOT_NONE);

  return khatt_order_get (&snapshot->order, position);
}

/**
 * khatt_snapshot_has_slot:
 * @snapshot: a snapshot
 * @slot: any number
 *
 * Returns: whether an event is there, to be shown
 */
gboolean
khatt_snapshot_has_slot (const KhattSnapshot *snapshot, guint32 slot)
{
  return khatt_snapshot_get_record (snapshot, slot) != NULL;
}

/**
 * khatt_snapshot_get_position:
 * @snapshot: a snapshot
 * @slot: of an event
 *
 * Returns: where the event stands in the order
 */
guint32
khatt_snapshot_get_position (const KhattSnapshot *snapshot, guint32 slot)
{
  g_return_val_if_fail (khatt_snapshot_has_slot (snapshot, slot), KHATT_SLOT_NONE);

  return khatt_order_find (&snapshot->order, slot, khatt_snapshot_compare_slots, snapshot);
}

/**
 * khatt_snapshot_get_n_dated:
 * @snapshot: a snapshot
 *
 * Returns: the number of events that have a date; they come first
 */
guint32
khatt_snapshot_get_n_dated (const KhattSnapshot *snapshot)
{
  return snapshot->n_dated;
}

/**
 * khatt_snapshot_get_n_slots:
 * @snapshot: a snapshot
 *
 * Returns: the number of slots ever given, those that hold nothing any more included
 */
guint32
khatt_snapshot_get_n_slots (const KhattSnapshot *snapshot)
{
  return snapshot->cells.n;
}

/**
 * khatt_snapshot_get_record:
 * @snapshot: a snapshot
 * @slot: any number
 *
 * Returns: (transfer none) (nullable): what is there, good while @snapshot is
 */
const KhattRecord *
khatt_snapshot_get_record (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record;

  if (slot >= snapshot->cells.n)
    return NULL;
  record = &khatt_snapshot_get_cell (snapshot, slot)->record;
  return khatt_record_is_shown (record) ? record : NULL;
}

/**
 * khatt_snapshot_get_n_dismissed:
 * @snapshot: a snapshot
 *
 * Returns: the number of events that are kept and not shown
 */
guint32
khatt_snapshot_get_n_dismissed (const KhattSnapshot *snapshot)
{
  return snapshot->n_dismissed;
}

/**
 * khatt_snapshot_get_kept_record:
 * @snapshot: a snapshot
 * @slot: any number
 *
 * Returns: (transfer none) (nullable): what is there, whether it is shown or was dismissed, good
 * while @snapshot is
 */
const KhattRecord *
khatt_snapshot_get_kept_record (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record;

  if (slot >= snapshot->cells.n)
    return NULL;
  record = &khatt_snapshot_get_cell (snapshot, slot)->record;
  return (record->flags & KHATT_RECORD_PRESENT) != 0 ? record : NULL;
}

/**
 * khatt_snapshot_dup_event:
 * @snapshot: a snapshot
 * @slot: any number
 *
 * Returns: (transfer full) (nullable): the whole event, one that was dismissed too; %NULL where the
 * slot holds nothing
 */
KhattEventData *
khatt_snapshot_dup_event (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);
  KhattEventData *event;

  if (record == NULL)
    return NULL;

  event = khatt_event_data_new ();
  event->id = g_strdup (record->id);
  event->title = g_strdup (record->title);
  event->place = g_strdup (record->place);
  event->kind = record->kind;
  event->status = record->status;
  event->importance = record->importance;
  event->date = record->date;
  for (guint i = 0; i < record->n_parties; i++)
    {
      const KhattActor *actor = khatt_snapshot_get_actor (snapshot, record->parties[i].actor);

      khatt_event_data_add_actor (event, actor->name, record->parties[i].role);
    }
  khatt_details_unpack (khatt_snapshot_get_cell (snapshot, slot)->details, event);
  return event;
}

/**
 * khatt_snapshot_get_n_actors:
 * @snapshot: a snapshot
 *
 * Returns: the number of names ever seen; some may have no event any more
 */
guint32
khatt_snapshot_get_n_actors (const KhattSnapshot *snapshot)
{
  return snapshot->actors.n;
}

/**
 * khatt_snapshot_get_actor:
 * @snapshot: a snapshot
 * @actor: below the number of actors
 *
 * Returns: (transfer none): the actor, good while @snapshot is
 */
const KhattActor *
khatt_snapshot_get_actor (const KhattSnapshot *snapshot, guint32 actor)
{
  g_return_val_if_fail (actor < snapshot->actors.n, NULL);

  return khatt_chunks_get (&snapshot->actors, actor);
}

/**
 * khatt_snapshot_get_n_articles:
 * @snapshot: a snapshot
 *
 * Returns: the number of articles
 */
guint
khatt_snapshot_get_n_articles (const KhattSnapshot *snapshot)
{
  return snapshot->articles->len;
}

/**
 * khatt_snapshot_get_article:
 * @snapshot: a snapshot
 * @index: below the number of articles, document order
 *
 * Returns: (transfer none): the article
 */
KhattArticle *
khatt_snapshot_get_article (const KhattSnapshot *snapshot, guint index)
{
  g_return_val_if_fail (index < snapshot->articles->len, NULL);

  return g_ptr_array_index (snapshot->articles, index);
}

static KhattArticle *
look_through_articles (const KhattSnapshot *snapshot, const char *id)
{
  for (guint i = 0; i < snapshot->articles->len; i++)
    {
      KhattArticle *article = g_ptr_array_index (snapshot->articles, i);

      if (strcmp (article->id, id) == 0)
        return article;
    }
  return NULL;
}

/* Two threads may make it at once; one of the two is kept. */
static GHashTable *
get_articles_by_id (KhattSnapshot *snapshot)
{
  GHashTable *table = g_atomic_pointer_get (&snapshot->articles_by_id);

  if (table != NULL)
    return table;
  table = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = snapshot->articles->len; i-- > 0;)
    {
      KhattArticle *article = g_ptr_array_index (snapshot->articles, i);

      g_hash_table_insert (table, article->id, article);
    }
  if (g_atomic_pointer_compare_and_exchange (&snapshot->articles_by_id, NULL, table))
    return table;
  g_hash_table_unref (table);
  return g_atomic_pointer_get (&snapshot->articles_by_id);
}

/**
 * khatt_snapshot_get_article_by_id:
 * @snapshot: a snapshot
 * @id: (nullable): an article's id
 *
 * Returns: (transfer none) (nullable): the article of that id
 */
KhattArticle *
khatt_snapshot_get_article_by_id (const KhattSnapshot *snapshot, const char *id)
{
  if (id == NULL)
    return NULL;
  return snapshot->is_shared
             ? g_hash_table_lookup (get_articles_by_id ((KhattSnapshot *) snapshot), id)
             : look_through_articles (snapshot, id);
}
