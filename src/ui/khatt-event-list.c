/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slots in an order, and the place of each slot in it. */

#include "khatt-event-list.h"

#include <gtk/gtk.h>

#include "khatt-event.h"

struct _KhattEventList
{
  GObject parent_instance;

  /* owned */
  KhattSnapshot *snapshot;
  GArray *slots;   /* of guint32 */
  guint32 *places; /* by slot; GTK_INVALID_LIST_POSITION: not in the list */
  guint32 n_places;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KhattEventList,
                               khatt_event_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return KHATT_TYPE_EVENT;
}

static guint
get_n_items (GListModel *model)
{
  return KHATT_EVENT_LIST (model)->slots->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  KhattEventList *self = KHATT_EVENT_LIST (model);

  if (position >= self->slots->len)
    return NULL;
  return khatt_event_new (self->snapshot, g_array_index (self->slots, guint32, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
khatt_event_list_finalize (GObject *object)
{
  KhattEventList *self = KHATT_EVENT_LIST (object);

  g_array_unref (self->slots);
  g_free (self->places);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  G_OBJECT_CLASS (khatt_event_list_parent_class)->finalize (object);
}

static void
khatt_event_list_class_init (KhattEventListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = khatt_event_list_finalize;
}

static void
khatt_event_list_init (KhattEventList *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * khatt_event_list_new:
 *
 * Returns: (transfer full): a list of nothing
 */
KhattEventList *
khatt_event_list_new (void)
{
  return g_object_new (KHATT_TYPE_EVENT_LIST, NULL);
}

static guint32 *
find_places (KhattSnapshot *snapshot, const GArray *slots)
{
  guint32 n_slots = khatt_snapshot_get_n_slots (snapshot);
  guint32 *places = g_new (guint32, n_slots + 1);

  for (guint32 slot = 0; slot < n_slots; slot++)
    places[slot] = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < slots->len; i++)
    places[g_array_index (slots, guint32, i)] = i;
  return places;
}

static void
set_slots (KhattEventList *self, KhattSnapshot *snapshot, GArray *slots)
{
  g_array_ref (slots);
  khatt_snapshot_ref (snapshot);
  g_array_unref (self->slots);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  g_free (self->places);
  self->slots = slots;
  self->snapshot = snapshot;
  self->places = find_places (snapshot, slots);
  self->n_places = khatt_snapshot_get_n_slots (snapshot);
}

/**
 * khatt_event_list_replace:
 * @self: a list
 * @snapshot: a document
 * @slots: (element-type guint32): events of it, in their order; kept, and not to be changed
 *
 * Puts other events in the place of all that are in the list.
 */
void
khatt_event_list_replace (KhattEventList *self, KhattSnapshot *snapshot, GArray *slots)
{
  guint n_removed = self->slots->len;

  set_slots (self, snapshot, slots);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, slots->len);
}

/**
 * khatt_event_list_change:
 * @self: a list
 * @snapshot: a document
 * @slots: (element-type guint32): events of it, in their order; kept, and not to be changed
 *
 * Puts other events in the place of those between the first and the last that differ. Nobody is
 * told of an event that says something else in the same place.
 */
void
khatt_event_list_change (KhattEventList *self, KhattSnapshot *snapshot, GArray *slots)
{
  const guint32 *old = (const guint32 *) (gpointer) self->slots->data;
  const guint32 *new = (const guint32 *) (gpointer) slots->data;
  guint n_old = self->slots->len;
  guint n_new = slots->len;
  guint first = 0;

  while (first < MIN (n_old, n_new) && old[first] == new[first])
    first++;
  while (n_old > first && n_new > first && old[n_old - 1] == new[n_new - 1])
    {
      n_old--;
      n_new--;
    }
  set_slots (self, snapshot, slots);
  if (n_old > first || n_new > first)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_old - first, n_new - first);
}

/**
 * khatt_event_list_follow:
 * @self: a list
 * @snapshot: a document in which the events of the list are the same, whatever they say
 *
 * Takes events from @snapshot from here on; nobody is told.
 */
void
khatt_event_list_follow (KhattEventList *self, KhattSnapshot *snapshot)
{
  khatt_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  self->snapshot = snapshot;
}

/**
 * khatt_event_list_get_slot:
 * @self: a list
 * @position: a place in it
 *
 * Returns: the event that is there; %KHATT_SLOT_NONE beyond the end
 */
guint32
khatt_event_list_get_slot (KhattEventList *self, guint position)
{
  return position < self->slots->len ? g_array_index (self->slots, guint32, position)
                                     : KHATT_SLOT_NONE;
}

/**
 * khatt_event_list_find:
 * @self: a list
 * @slot: an event
 *
 * Returns: its place; %GTK_INVALID_LIST_POSITION where it is not in the list
 */
guint
khatt_event_list_find (KhattEventList *self, guint32 slot)
{
  return slot < self->n_places ? self->places[slot] : GTK_INVALID_LIST_POSITION;
}
