/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattEvent: what a GListModel hands to a list. A handle: the snapshot it was made from and a
 * slot. */

#include "khatt-event.h"

struct _KhattEvent
{
  GObject parent_instance;

  KhattSnapshot *snapshot;
  guint32 slot;
};

G_DEFINE_FINAL_TYPE (KhattEvent, khatt_event, G_TYPE_OBJECT)

static void
khatt_event_finalize (GObject *object)
{
  KhattEvent *self = KHATT_EVENT (object);

  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);

  G_OBJECT_CLASS (khatt_event_parent_class)->finalize (object);
}

static void
khatt_event_class_init (KhattEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = khatt_event_finalize;
}

static void
khatt_event_init (KhattEvent *self)
{
  self->slot = KHATT_SLOT_NONE;
}

/**
 * khatt_event_new:
 * @snapshot: a snapshot that has @slot
 * @slot: of an event
 *
 * Returns: (transfer full): the event as an object
 */
KhattEvent *
khatt_event_new (KhattSnapshot *snapshot, guint32 slot)
{
  KhattEvent *self;

  g_return_val_if_fail (khatt_snapshot_get_kept_record (snapshot, slot) != NULL, NULL);

  self = g_object_new (KHATT_TYPE_EVENT, NULL);
  self->snapshot = khatt_snapshot_ref (snapshot);
  self->slot = slot;
  return self;
}

/**
 * khatt_event_get_slot:
 * @self: an event
 *
 * Returns: its handle in the timeline
 */
guint32
khatt_event_get_slot (KhattEvent *self)
{
  g_return_val_if_fail (KHATT_IS_EVENT (self), KHATT_SLOT_NONE);

  return self->slot;
}

/**
 * khatt_event_get_snapshot:
 * @self: an event
 *
 * Returns: (transfer none): what it is an event of
 */
KhattSnapshot *
khatt_event_get_snapshot (KhattEvent *self)
{
  g_return_val_if_fail (KHATT_IS_EVENT (self), NULL);

  return self->snapshot;
}

/**
 * khatt_event_get_record:
 * @self: an event
 *
 * Returns: (transfer none): its record, good while @self is
 */
const KhattRecord *
khatt_event_get_record (KhattEvent *self)
{
  g_return_val_if_fail (KHATT_IS_EVENT (self), NULL);

  return khatt_snapshot_get_kept_record (self->snapshot, self->slot);
}
