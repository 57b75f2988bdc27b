/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattSlots: finds an event by its id in four bytes an entry. The records hold the ids already, so
 * the table keeps slots only and asks for the id when it compares. Linear probing; a removal moves
 * the entries behind it back (Knuth, The Art of Computer Programming 3, 6.4, algorithm R), no
 * tombstones. */

#include "khatt-slots.h"

#include <string.h>

#include "khatt-pool.h"
#include "khatt-snapshot.h"

#define FIRST_SIZE 64 /* a power of two */

static guint32
home (const KhattSlots *slots, const char *id)
{
  return khatt_pool_hash (id, strlen (id)) & slots->mask;
}

static void
put (KhattSlots *slots, guint32 slot)
{
  guint32 index = home (slots, slots->get_id (slot, slots->data));

  while (slots->entries[index] != 0)
    index = (index + 1) & slots->mask;
  slots->entries[index] = slot + 1;
}

static void
grow (KhattSlots *slots)
{
  g_autofree guint32 *old = g_steal_pointer (&slots->entries);
  guint32 n_old = slots->mask + 1;

  slots->mask = n_old * 2 - 1;
  slots->entries = g_new0 (guint32, (gsize) n_old * 2);
  for (guint32 i = 0; i < n_old; i++)
    {
      if (old[i] != 0)
        put (slots, old[i] - 1);
    }
}

/* The entry of `id`, or the free one where it would go. */
static guint32
find_index (const KhattSlots *slots, const char *id)
{
  guint32 index = home (slots, id);

  while (slots->entries[index] != 0 &&
         strcmp (slots->get_id (slots->entries[index] - 1, slots->data), id) != 0)
    index = (index + 1) & slots->mask;
  return index;
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
  slots->entries = g_new0 (guint32, FIRST_SIZE);
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
  guint32 entry = slots->entries[find_index (slots, id)];

  return entry != 0 ? entry - 1 : KHATT_SLOT_NONE;
}

/**
 * khatt_slots_add:
 * @slots: a table that has no such id
 * @slot: a slot whose id can be looked up
 */
void
khatt_slots_add (KhattSlots *slots, guint32 slot)
{
  if (((guint64) slots->n + 1) * 4 > ((guint64) slots->mask + 1) * 3)
    grow (slots);
  put (slots, slot);
  slots->n++;
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

  g_return_if_fail (slots->entries[hole] == slot + 1);

  for (;;)
    {
      guint32 wanted;

      index = (index + 1) & slots->mask;
      if (slots->entries[index] == 0)
        break;
      wanted = home (slots, slots->get_id (slots->entries[index] - 1, slots->data));
      /* Cyclically between its home and where it stands? Then it may fill the hole. */
      if (((index - wanted) & slots->mask) >= ((index - hole) & slots->mask))
        {
          slots->entries[hole] = slots->entries[index];
          hole = index;
        }
    }
  slots->entries[hole] = 0;
  slots->n--;
}
