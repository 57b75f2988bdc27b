/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Events that come into a timeline, change and go: one by one, or many in a bulk, of which the
 * order is found once. */

#include "khatt-timeline-private.h"

#include <glib/gi18n-lib.h>

/**
 * khatt_timeline_add:
 * @self: a timeline
 * @event: an event; without an id it is given one, and with one that is taken that one with a
 * number
 *
 * Returns: its slot
 */
guint32
khatt_timeline_add (KhattTimeline *self, const KhattEventData *event)
{
  KhattOp op = { .kind = KHATT_OP_ADD };
  KhattCell cell;

  g_return_val_if_fail (KHATT_IS_TIMELINE (self), KHATT_SLOT_NONE);

  khatt_store_pack (&self->store, event, &cell);
  if (self->is_bulk)
    return khatt_store_append_shown (&self->store, &cell);

  op.first = khatt_store_append (&self->store, &cell);
  op.after = op.first + 1;
  khatt_timeline_perform (self, _ ("Add event"), &op);
  return op.first;
}

/**
 * khatt_timeline_add_batch:
 * @self: a timeline in a bulk
 * @batch: events in document order; of no use afterwards
 *
 * Adds them as khatt_timeline_add() does one.
 *
 * Returns: the slot of the first; the others follow it
 */
guint32
khatt_timeline_add_batch (KhattTimeline *self, const KhattBatch *batch)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), KHATT_SLOT_NONE);
  g_return_val_if_fail (self->is_bulk, KHATT_SLOT_NONE);

  return khatt_store_append_batch (&self->store, batch);
}

/**
 * khatt_timeline_begin_bulk:
 * @self: a timeline
 *
 * From here to khatt_timeline_end_bulk() only khatt_timeline_add(), khatt_timeline_find() and
 * getters are to be called: the order is not there yet.
 */
void
khatt_timeline_begin_bulk (KhattTimeline *self)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (!self->is_bulk);

  khatt_timeline_begin_step (self, _ ("Add events"));
  khatt_timeline_touch (self);
  khatt_timeline_begin_quiet (self);
  self->is_bulk = TRUE;
  self->bulk_first = self->store.document.cells.n;
}

/**
 * khatt_timeline_end_bulk:
 * @self: a timeline in a bulk
 *
 * Sorts once, tells the list once and closes the step.
 */
void
khatt_timeline_end_bulk (KhattTimeline *self)
{
  KhattOp op = { .kind = KHATT_OP_ADD };

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (self->is_bulk);

  op.first = self->bulk_first;
  op.after = self->store.document.cells.n;
  self->is_bulk = FALSE;
  if (op.after > op.first)
    {
      khatt_store_sort (&self->store);
      khatt_history_add (&self->history, &op);
      self->has_new_content = TRUE;
      khatt_timeline_end_quiet (self);
    }
  self->is_quiet = FALSE;
  khatt_timeline_end_step (self);
}

/**
 * khatt_timeline_add_many:
 * @self: a timeline
 * @events: (element-type KhattEventData): events, in document order
 *
 * Adds them in one step.
 */
void
khatt_timeline_add_many (KhattTimeline *self, GPtrArray *events)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));

  khatt_timeline_begin_bulk (self);
  for (guint i = 0; i < events->len; i++)
    khatt_timeline_add (self, g_ptr_array_index (events, i));
  khatt_timeline_end_bulk (self);
}

/* An event keeps its id, unless the new one is free. */
static void
keep_id (KhattTimeline *self, guint32 slot, KhattEventData *event)
{
  const char *id = khatt_snapshot_get_kept_record (&self->store.document, slot)->id;
  guint32 holder = event->id != NULL ? khatt_timeline_find (self, event->id) : slot;

  if (event->id != NULL && (holder == slot || holder == KHATT_SLOT_NONE))
    return;
  g_free (event->id);
  event->id = g_strdup (id);
}

/**
 * khatt_timeline_change:
 * @self: a timeline
 * @slot: of an event
 * @event: what it shall say; without an id, or with another's, it keeps its own
 *
 * Does nothing where it says that already.
 */
void
khatt_timeline_change (KhattTimeline *self, guint32 slot, const KhattEventData *event)
{
  KhattOp op = { .kind = KHATT_OP_CHANGE, .first = slot };
  g_autoptr (KhattEventData) old = NULL;
  g_autoptr (KhattEventData) changed = NULL;

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (!self->is_bulk);

  old = khatt_snapshot_dup_event (&self->store.document, slot);
  g_return_if_fail (old != NULL);
  changed = khatt_event_data_copy (event);
  keep_id (self, slot, changed);
  if (khatt_event_data_equal (old, changed))
    return;

  khatt_store_pack (&self->store, changed, &op.cell);
  khatt_timeline_perform (self, _ ("Change event"), &op);
}

/**
 * khatt_timeline_remove:
 * @self: a timeline
 * @slot: of an event
 */
void
khatt_timeline_remove (KhattTimeline *self, guint32 slot)
{
  KhattOp op = { .kind = KHATT_OP_REMOVE, .first = slot };

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (!self->is_bulk);
  g_return_if_fail (khatt_snapshot_get_kept_record (&self->store.document, slot) != NULL);

  khatt_timeline_perform (self, _ ("Delete event"), &op);
}

/**
 * khatt_timeline_get_id:
 * @self: a timeline
 * @slot: any number
 *
 * Returns: (nullable): the id of the event there
 */
const char *
khatt_timeline_get_id (KhattTimeline *self, guint32 slot)
{
  const KhattRecord *record;

  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);

  record = khatt_snapshot_get_kept_record (&self->store.document, slot);
  return record != NULL ? record->id : NULL;
}

/**
 * khatt_timeline_find:
 * @self: a timeline
 * @id: an event's id
 *
 * Returns: its slot, %KHATT_SLOT_NONE where there is none
 */
guint32
khatt_timeline_find (KhattTimeline *self, const char *id)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), KHATT_SLOT_NONE);

  return khatt_id_table_find (&self->store.ids, id);
}
