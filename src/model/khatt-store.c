/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattStore: how a document changes. Events are packed into cells; showing a cell puts it into the
 * order, the table of ids and the actors' counts, hiding it takes it out of all three and leaves
 * the cell. An actor's country and office are the first ones said in document order; where an edit
 * may have changed which that is, the actor is looked up again once, when the step is settled. */

#include "khatt-store.h"

#include <string.h>

#include "khatt-details.h"
#include "khatt-radix.h"
#include "khatt-review.h"

#define N_SMALL_NUMBERS 10
/* Events between asking for a far place and using it. */
#define EXPECT_AHEAD 16

static const char *
get_id (guint32 slot, gconstpointer data)
{
  const KhattStore *store = data;

  return khatt_snapshot_get_cell (&store->document, slot)->record.id;
}

static guint32
number_actor (KhattPooled *name, gpointer data)
{
  KhattStore *store = data;
  KhattActor *actor;

  if (name->number != 0)
    return name->number - 1;

  actor = khatt_chunks_append (&store->document.actors);
  actor->name = name->string;
  name->number = store->document.actors.n;
  return name->number - 1;
}

/**
 * khatt_store_init:
 * @store: (out caller-allocates): set to an empty document; must not move from here on
 */
void
khatt_store_init (KhattStore *store)
{
  khatt_snapshot_init (&store->document);
  store->pool = khatt_pool_new (store->document.arena);
  khatt_packer_init (&store->packer, store->document.arena, store->pool);
  store->packer.number_actor = number_actor;
  store->packer.data = store;
  khatt_id_table_init (&store->ids, get_id, store);
  store->next_id = 1;
  store->next_number = N_SMALL_NUMBERS;
  store->doubtful = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * khatt_store_clear:
 * @store: a store
 *
 * Frees everything that no snapshot holds.
 */
void
khatt_store_clear (KhattStore *store)
{
  khatt_id_table_clear (&store->ids);
  khatt_packer_clear (&store->packer);
  g_clear_pointer (&store->pool, khatt_pool_free);
  g_clear_pointer (&store->doubtful, g_array_unref);
  khatt_snapshot_clear (&store->document);
}

/* ---- Packing ---- */

/**
 * khatt_store_pack:
 * @store: a store
 * @event: an event; (nullable) its id is left out where it has none
 * @cell: (out caller-allocates): set to the packed event, not shown
 */
void
khatt_store_pack (KhattStore *store, const KhattEventData *event, KhattCell *cell)
{
  khatt_packer_pack (&store->packer, event, cell);
}

/* ---- Actors ---- */

static KhattActor *
edit_actor (KhattStore *store, const KhattRecord *record, guint party)
{
  return khatt_chunks_edit (&store->document.actors, record->parties[party].actor);
}

static gboolean
is_first_mention (const KhattRecord *record, guint party)
{
  for (guint i = 0; i < party; i++)
    {
      if (record->parties[i].actor == record->parties[party].actor)
        return FALSE;
    }
  return TRUE;
}

static void
doubt (KhattStore *store, guint32 actor)
{
  g_array_append_val (store->doubtful, actor);
}

static void
count_actors (KhattStore *store, const KhattRecord *record, gboolean shown)
{
  for (guint i = 0; i < record->n_parties; i++)
    {
      if (is_first_mention (record, i))
        edit_actor (store, record, i)->n_events += shown ? 1 : -1;
    }
}

/* Takes what is said of an actor nothing was said of; doubts where it may now be another event that
 * says it first. */
static void
add_affiliations (KhattStore *store, guint32 slot)
{
  const KhattCell *cell = khatt_snapshot_get_cell (&store->document, slot);
  const guint8 *details = cell->details;
  gboolean is_last = slot + 1 == store->document.cells.n;
  KhattAffiliation said;

  while (khatt_details_next_affiliation (&details, &said))
    {
      guint32 index = cell->record.parties[said.party].actor;
      const KhattActor *actor = khatt_snapshot_get_actor (&store->document, index);
      KhattActor *changed;

      if (!is_last && ((actor->country != NULL && said.country != actor->country) ||
                       (actor->office != NULL && said.office != actor->office)))
        doubt (store, index);
      if ((said.country == NULL || actor->country != NULL) &&
          (said.office == NULL || actor->office != NULL))
        continue;
      changed = khatt_chunks_edit (&store->document.actors, index);
      if (changed->country == NULL)
        changed->country = said.country;
      if (changed->office == NULL)
        changed->office = said.office;
    }
}

static void
remove_affiliations (KhattStore *store, const KhattCell *cell)
{
  const guint8 *details = cell->details;
  KhattAffiliation said;

  while (khatt_details_next_affiliation (&details, &said))
    {
      guint32 index = cell->record.parties[said.party].actor;
      const KhattActor *actor = khatt_snapshot_get_actor (&store->document, index);

      if ((said.country != NULL && said.country == actor->country) ||
          (said.office != NULL && said.office == actor->office))
        doubt (store, index);
    }
}

static void
look_up_again (KhattStore *store, const KhattCell *cell, const guint8 *is_doubtful)
{
  const guint8 *details = cell->details;
  KhattAffiliation said;

  while (khatt_details_next_affiliation (&details, &said))
    {
      guint32 index = cell->record.parties[said.party].actor;
      KhattActor *actor;

      if (!is_doubtful[index])
        continue;
      actor = khatt_chunks_edit (&store->document.actors, index);
      if (actor->country == NULL)
        actor->country = said.country;
      if (actor->office == NULL)
        actor->office = said.office;
    }
}

/**
 * khatt_store_settle:
 * @store: a store
 *
 * Looks up the country and office of actors for which an edit may have changed who says them first.
 */
void
khatt_store_settle (KhattStore *store)
{
  g_autofree guint8 *is_doubtful = NULL;

  if (store->doubtful->len == 0)
    return;

  is_doubtful = g_new0 (guint8, store->document.actors.n);
  for (guint i = 0; i < store->doubtful->len; i++)
    {
      guint32 index = g_array_index (store->doubtful, guint32, i);
      KhattActor *actor = khatt_chunks_edit (&store->document.actors, index);

      is_doubtful[index] = TRUE;
      actor->country = NULL;
      actor->office = NULL;
    }
  g_array_set_size (store->doubtful, 0);

  for (guint32 slot = 0; slot < store->document.cells.n; slot++)
    {
      if (khatt_snapshot_get_kept_record (&store->document, slot) != NULL)
        look_up_again (store, khatt_snapshot_get_cell (&store->document, slot), is_doubtful);
    }
}

/* ---- One event ---- */

/* An id that is free: of an event that has one, which another has too, that one with a number. Few
 * tries find a small number; then a number is not tried again, or a file with one id in all rows
 * would never end. */
static const char *
make_id (KhattStore *store, const char *wanted)
{
  g_autofree char *id = NULL;
  guint64 number = 2;

  do
    {
      g_free (id);
      if (wanted == NULL)
        id = g_strdup_printf ("e%" G_GUINT64_FORMAT, store->next_id++);
      else
        id = g_strdup_printf ("%s-%" G_GUINT64_FORMAT, wanted,
                              number < N_SMALL_NUMBERS ? number++ : store->next_number++);
    }
  while (khatt_id_table_find (&store->ids, id) != KHATT_SLOT_NONE);
  return khatt_arena_add_string (store->document.arena, id, strlen (id));
}

static void
count_review (KhattSnapshot *document, const KhattRecord *record, int change)
{
  KhattReviewState state = khatt_review_get_state (record);

  if ((record->flags & KHATT_RECORD_READ_BY_RULE) != 0)
    document->n_read += change;
  if (state == KHATT_REVIEW_PROPOSED)
    document->n_proposed += change;
  else if (state == KHATT_REVIEW_SETTLED)
    document->n_settled += change;
}

/* An event that was dismissed counts for nothing, but what it says of its actors is known. */
static void
count_event (KhattStore *store, const KhattRecord *record, gboolean shown)
{
  int change = shown ? 1 : -1;

  count_review (&store->document, record, change);
  if ((record->flags & KHATT_RECORD_DISMISSED) != 0)
    {
      store->document.n_dismissed += change;
      return;
    }
  count_actors (store, record, shown);
  if (khatt_date_is_known (&record->date))
    store->document.n_dated += change;
}

/* Everything of showing but the order. */
static void
enlist_hashed (KhattStore *store, guint32 slot, guint32 hash)
{
  KhattCell *cell = khatt_chunks_edit (&store->document.cells, slot);
  KhattRecord *record = &cell->record;

  if (record->id == NULL || !khatt_id_table_add_hashed (&store->ids, slot, hash))
    {
      record->id = make_id (store, record->id);
      khatt_id_table_add (&store->ids, slot);
    }
  record->flags |= KHATT_RECORD_PRESENT;
  count_event (store, record, TRUE);
  add_affiliations (store, slot);
}

static void
enlist (KhattStore *store, guint32 slot)
{
  const char *id = khatt_snapshot_get_cell (&store->document, slot)->record.id;

  enlist_hashed (store, slot, id != NULL ? khatt_id_table_hash (id) : 0);
}

static void
delist (KhattStore *store, guint32 slot)
{
  KhattCell *cell = khatt_chunks_edit (&store->document.cells, slot);

  khatt_id_table_remove (&store->ids, slot);
  cell->record.flags &= (guint8) ~KHATT_RECORD_PRESENT;
  count_event (store, &cell->record, FALSE);
  remove_affiliations (store, cell);
}

/**
 * khatt_store_append:
 * @store: a store
 * @cell: a packed event, of this store
 *
 * Returns: the new slot that holds it, not shown
 */
guint32
khatt_store_append (KhattStore *store, const KhattCell *cell)
{
  KhattCell *new_cell = khatt_chunks_append (&store->document.cells);

  *new_cell = *cell;
  return store->document.cells.n - 1;
}

/**
 * khatt_store_swap:
 * @store: a store
 * @slot: a slot that is not shown
 * @cell: (inout): goes there; set to what was there
 */
void
khatt_store_swap (KhattStore *store, guint32 slot, KhattCell *cell)
{
  KhattCell *place = khatt_chunks_edit (&store->document.cells, slot);
  KhattCell old = *place;

  *place = *cell;
  *cell = old;
}

/**
 * khatt_store_place:
 * @store: a store
 * @slot: a slot, shown or not
 *
 * Returns: the position where it stands or belongs
 */
guint32
khatt_store_place (const KhattStore *store, guint32 slot)
{
  return khatt_order_find (&store->document.order, slot, khatt_snapshot_compare_slots,
                           &store->document);
}

/**
 * khatt_store_show:
 * @store: a store
 * @slot: a slot that is not shown; without an id, or with one that is taken, it is given one
 * @position: what khatt_store_place() says
 *
 * Returns: whether it stands there now; %FALSE for an event that was dismissed
 */
gboolean
khatt_store_show (KhattStore *store, guint32 slot, guint32 position)
{
  enlist (store, slot);
  if (!khatt_snapshot_has_slot (&store->document, slot))
    return FALSE;
  khatt_order_insert (&store->document.order, position, slot);
  return TRUE;
}

/**
 * khatt_store_hide:
 * @store: a store
 * @slot: a slot that is shown, or kept of an event that was dismissed
 *
 * Returns: the position where it stood, %KHATT_POSITION_NONE where it had none
 */
guint32
khatt_store_hide (KhattStore *store, guint32 slot)
{
  guint32 position = KHATT_POSITION_NONE;

  if (khatt_snapshot_has_slot (&store->document, slot))
    {
      position = khatt_store_place (store, slot);
      khatt_order_remove (&store->document.order, position);
    }
  delist (store, slot);
  return position;
}

/* ---- Many events ---- */

static void
sort_dated (const KhattSnapshot *document, KhattRadixItem *items, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    items[i].key = khatt_snapshot_get_record (document, items[i].value)->date.end_latest;
  khatt_radix_sort (items, n);
  for (guint32 i = 0; i < n; i++)
    items[i].key = khatt_snapshot_get_record (document, items[i].value)->date.start_earliest;
  khatt_radix_sort (items, n);
}

/**
 * khatt_store_sort:
 * @store: a store
 *
 * Puts every slot that is to be shown into order: that of khatt_snapshot_compare_slots(), which a
 * test insists on.
 */
void
khatt_store_sort (KhattStore *store)
{
  KhattSnapshot *document = &store->document;
  g_autofree KhattRadixItem *items = g_new (KhattRadixItem, document->n_dated + 1);
  g_autofree guint32 *slots = g_new (guint32, document->cells.n + 1);
  guint32 n_dated = 0;
  guint32 n = document->n_dated;

  for (guint32 slot = 0; slot < document->cells.n; slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_record (document, slot);

      if (record == NULL)
        continue;
      if (khatt_date_is_known (&record->date))
        items[n_dated++].value = slot;
      else
        slots[n++] = slot;
    }
  sort_dated (document, items, n_dated);
  for (guint32 i = 0; i < n_dated; i++)
    slots[i] = items[i].value;
  khatt_order_set (&document->order, slots, n);
}

/**
 * khatt_store_append_shown:
 * @store: a store
 * @cell: a packed event, of this store
 *
 * Appends and shows, but for the order: call khatt_store_sort() when all are there.
 *
 * Returns: the new slot
 */
guint32
khatt_store_append_shown (KhattStore *store, const KhattCell *cell)
{
  guint32 slot = khatt_store_append (store, cell);

  enlist (store, slot);
  return slot;
}

/**
 * khatt_store_append_batch:
 * @store: a store
 * @batch: a batch; it is of no use afterwards
 *
 * Appends and shows all events of a batch, but for the order, as khatt_store_append_shown() does.
 *
 * Returns: the first new slot
 */
guint32
khatt_store_append_batch (KhattStore *store, const KhattBatch *batch)
{
  guint32 first = store->document.cells.n;
  g_autofree guint32 *actors = g_new (guint32, batch->actors->len + 1);

  khatt_arena_add_part (store->document.arena, batch->arena);
  khatt_pool_forward (batch->pool, store->pool);
  for (guint i = 0; i < batch->actors->len; i++)
    actors[i] = number_actor (
        khatt_pool_add_entry (store->pool, g_ptr_array_index (batch->actors, i)), store);

  for (guint i = 0; i < batch->cells->len; i++)
    {
      guint ahead = MIN (i + EXPECT_AHEAD, batch->cells->len - 1);
      KhattCell cell = g_array_index (batch->cells, KhattCell, i);
      KhattParty *parties = (KhattParty *) cell.record.parties;

      cell.record.place = khatt_pool_get_forwarded (cell.record.place);
      for (guint k = 0; k < cell.record.n_parties; k++)
        parties[k].actor = actors[parties[k].actor];
      khatt_details_forward ((guint8 *) cell.details);
      khatt_id_table_expect (&store->ids, g_array_index (batch->id_hashes, guint32, ahead));
      enlist_hashed (store, khatt_store_append (store, &cell),
                     g_array_index (batch->id_hashes, guint32, i));
    }
  return first;
}

/**
 * khatt_store_show_range:
 * @store: a store
 * @first: a slot
 * @after: the slot behind the last
 *
 * Shows every slot of the range that is not shown.
 */
void
khatt_store_show_range (KhattStore *store, guint32 first, guint32 after)
{
  for (guint32 slot = first; slot < after; slot++)
    {
      if (khatt_snapshot_get_kept_record (&store->document, slot) == NULL)
        enlist (store, slot);
    }
  khatt_store_sort (store);
}

/**
 * khatt_store_hide_range:
 * @store: a store
 * @first: a slot
 * @after: the slot behind the last
 *
 * Hides every slot of the range that is shown.
 */
void
khatt_store_hide_range (KhattStore *store, guint32 first, guint32 after)
{
  for (guint32 slot = first; slot < after; slot++)
    {
      if (khatt_snapshot_get_kept_record (&store->document, slot) != NULL)
        delist (store, slot);
    }
  khatt_store_sort (store);
}
