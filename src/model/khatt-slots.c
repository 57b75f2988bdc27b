/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattSlots: finds an event by its id in eight bytes an entry. The records hold the ids already,
 * so the table keeps a slot and a hash, and asks for the id only where the hash is right: a million
 * records lie far apart. Linear probing; a removal moves the entries behind it back (Knuth, The Art
 * of Computer Programming 3, 6.4, algorithm R), no tombstones. */

#include "khatt-slots.h"

#include <string.h>

#include "khatt-pool.h"
#include "khatt-snapshot.h"

#define FIRST_SIZE 64 /* a power of two */

static guint32
hash_id (const char *id)
{
  return khatt_pool_hash (id, strlen (id));
}

static void
put (KhattSlots *slots, KhattSlotEntry entry)
{
  guint32 index = entry.hash & slots->mask;

  while (slots->entries[index].slot != 0)
    index = (index + 1) & slots->mask;
  slots->entries[index] = entry;
}

static void
grow (KhattSlots *slots)
{
  g_autofree KhattSlotEntry *old = g_steal_pointer (&slots->entries);
  guint32 n_old = slots->mask + 1;

  slots->mask = n_old * 2 - 1;
  slots->entries = g_new0 (KhattSlotEntry, (gsize) n_old * 2);
  for (guint32 i = 0; i < n_old; i++)
    {
      if (old[i].slot != 0)
        put (slots, old[i]);
    }
}

/* The entry of `id`, or the free one where it would go. */
static guint32
find_index (const KhattSlots *slots, const char *id)
{
  guint32 hash = hash_id (id);
  guint32 index = hash & slots->mask;

  for (;; index = (index + 1) & slots->mask)
    {
      const KhattSlotEntry *entry = &slots->entries[index];

      if (entry->slot == 0 ||
          (entry->hash == hash && strcmp (slots->get_id (entry->slot - 1, slots->data), id) == 0))
        return index;
    }
}

/**
 * khatt_slots_init:
 * @slots: (out caller-allocates): set to an empty table; clear with khatt_slots_clear()
 * @get_id: (scope forever): gives the id of a slot that was added
 * @data: for @get_id
 */
void
khatt_slots_init (KhattSlots *slots, KhattSlotsGetId get_id, gconstpointer data)
{
  slots->entries = g_new0 (KhattSlotEntry, FIRST_SIZE);
  slots->mask = FIRST_SIZE - 1;
  slots->n = 0;
  slots->get_id = get_id;
  slots->data = data;
}

/**
 * khatt_slots_clear:
 * @slots: a table
 */
void
khatt_slots_clear (KhattSlots *slots)
{
  g_clear_pointer (&slots->entries, g_free);
}

/**
 * khatt_slots_find:
 * @slots: a table
 * @id: an id
 *
 * Returns: its slot, %KHATT_SLOT_NONE where there is none
 */
guint32
khatt_slots_find (const KhattSlots *slots, const char *id)
{
  guint32 slot = slots->entries[find_index (slots, id)].slot;

  return slot != 0 ? slot - 1 : KHATT_SLOT_NONE;
}

/**
 * khatt_slots_add:
 * @slots: a table
 * @slot: a slot whose id can be looked up
 *
 * Returns: whether it was added; %FALSE where another slot has its id
 */
gboolean
khatt_slots_add (KhattSlots *slots, guint32 slot)
{
  const char *id = slots->get_id (slot, slots->data);
  guint32 index;

  if (((guint64) slots->n + 1) * 4 > ((guint64) slots->mask + 1) * 3)
    grow (slots);
  index = find_index (slots, id);
  if (slots->entries[index].slot != 0)
    return FALSE;
  slots->entries[index] = (KhattSlotEntry){ slot + 1, hash_id (id) };
  slots->n++;
  return TRUE;
}

/**
 * khatt_slots_remove:
 * @slots: a table
 * @slot: a slot that is in it, whose id can still be looked up
 */
void
khatt_slots_remove (KhattSlots *slots, guint32 slot)
{
  guint32 hole = find_index (slots, slots->get_id (slot, slots->data));
  guint32 index = hole;

  g_return_if_fail (slots->entries[hole].slot == slot + 1);

  for (;;)
    {
      guint32 wanted;

      index = (index + 1) & slots->mask;
      if (slots->entries[index].slot == 0)
        break;
      wanted = slots->entries[index].hash & slots->mask;
      /* Cyclically between its home and where it stands? Then it may fill the hole. */
      if (((index - wanted) & slots->mask) >= ((index - hole) & slots->mask))
        {
          slots->entries[hole] = slots->entries[index];
          hole = index;
        }
    }
  slots->entries[hole] = (KhattSlotEntry){ 0, 0 };
  slots->n--;
}
