/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattBatch: cells whose pooled strings and actors are the batch's own. Taking them in looks each
 * different string up once and then only follows pointers: see khatt_store_append_batch(). */

#include "khatt-batch-private.h"

#include "khatt-id-table.h"

/* From 0, in the order in which they are named. */
static guint32
number_actor (KhattPooled *name, gpointer data)
{
  KhattBatch *batch = data;

  if (name->number == 0)
    {
      g_ptr_array_add (batch->actors, (gpointer) name->string);
      name->number = batch->actors->len;
    }
  return name->number - 1;
}

/**
 * khatt_batch_new:
 * @arena: where the events go; nobody else may add to it meanwhile
 *
 * Returns: (transfer full): an empty batch
 */
KhattBatch *
khatt_batch_new (KhattArena *arena)
{
  KhattBatch *batch = g_new0 (KhattBatch, 1);

  batch->arena = khatt_arena_ref (arena);
  batch->strings = khatt_arena_new ();
  batch->pool = khatt_pool_new_forwarding (batch->strings);
  batch->actors = g_ptr_array_new ();
  batch->cells = g_array_new (FALSE, FALSE, sizeof (KhattCell));
  batch->id_hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  khatt_packer_init (&batch->packer, batch->arena, batch->pool);
  batch->packer.number_actor = number_actor;
  batch->packer.data = batch;
  return batch;
}

/**
 * khatt_batch_free:
 * @batch: (transfer full): a batch
 *
 * Frees all but the events that a timeline took in.
 */
void
khatt_batch_free (KhattBatch *batch)
{
  khatt_packer_clear (&batch->packer);
  g_array_unref (batch->cells);
  g_array_unref (batch->id_hashes);
  g_ptr_array_unref (batch->actors);
  khatt_pool_free (batch->pool);
  khatt_arena_unref (batch->strings);
  khatt_arena_unref (batch->arena);
  g_free (batch);
}

/**
 * khatt_batch_add:
 * @batch: a batch
 * @event: an event; nothing of it is held
 */
void
khatt_batch_add (KhattBatch *batch, const KhattEventData *event)
{
  KhattCell cell;
  guint32 hash;

  khatt_packer_pack (&batch->packer, event, &cell);
  hash = cell.record.id != NULL ? khatt_id_table_hash (cell.record.id) : 0;
  g_array_append_val (batch->cells, cell);
  g_array_append_val (batch->id_hashes, hash);
}

/**
 * khatt_batch_get_n_events:
 * @batch: a batch
 *
 * Returns: how many events it holds
 */
guint
khatt_batch_get_n_events (const KhattBatch *batch)
{
  return batch->cells->len;
}

/**
 * khatt_batch_get_id:
 * @batch: a batch
 * @index: below the number of events
 *
 * Returns: (nullable): the id that the event came with
 */
const char *
khatt_batch_get_id (const KhattBatch *batch, guint index)
{
  return g_array_index (batch->cells, KhattCell, index).record.id;
}
