/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattIdTable: finds an event by its id in eight bytes an entry. The records hold the ids already,
 * so the table keeps a slot and a hash, and asks for the id only where the hash is right: a million
 * records lie far apart. Linear probing; a removal moves the entries behind it back (Knuth, The Art
 * of Computer Programming 3, 6.4, algorithm R), no tombstones. */

#include "khatt-id-table.h"

#include <string.h>

#include "khatt-pool.h"
#include "khatt-snapshot.h"

#define FIRST_SIZE 64 /* a power of two */

/**
 * khatt_id_table_hash:
 * @id: an id
 *
 * Returns: its hash, for khatt_id_table_add_hashed()
 */
guint32
khatt_id_table_hash (const char *id)
{
  return khatt_pool_hash (id, strlen (id));
}

static void
put (KhattIdTable *table, KhattIdEntry entry)
{
  guint32 index = entry.hash & table->mask;

  while (table->entries[index].slot != 0)
    index = (index + 1) & table->mask;
  table->entries[index] = entry;
}

static void
grow (KhattIdTable *table)
{
  g_autofree KhattIdEntry *old = g_steal_pointer (&table->entries);
  guint32 n_old = table->mask + 1;

  table->mask = n_old * 2 - 1;
  table->entries = g_new0 (KhattIdEntry, (gsize) n_old * 2);
  for (guint32 i = 0; i < n_old; i++)
    {
      if (old[i].slot != 0)
        put (table, old[i]);
    }
}

/* The entry of `id`, or the free one where it would go. */
static guint32
find_index (const KhattIdTable *table, const char *id, guint32 hash)
{
  guint32 index = hash & table->mask;

  for (;; index = (index + 1) & table->mask)
    {
      const KhattIdEntry *entry = &table->entries[index];

      if (entry->slot == 0 ||
          (entry->hash == hash && strcmp (table->get_id (entry->slot - 1, table->data), id) == 0))
        return index;
    }
}

/**
 * khatt_id_table_init:
 * @table: (out caller-allocates): set to an empty table; clear with khatt_id_table_clear()
 * @get_id: (scope forever): gives the id of a slot that was added
 * @data: for @get_id
 */
void
khatt_id_table_init (KhattIdTable *table, KhattIdTableGetId get_id, gconstpointer data)
{
  table->entries = g_new0 (KhattIdEntry, FIRST_SIZE);
  table->mask = FIRST_SIZE - 1;
  table->n = 0;
  table->get_id = get_id;
  table->data = data;
}

/**
 * khatt_id_table_clear:
 * @table: a table
 */
void
khatt_id_table_clear (KhattIdTable *table)
{
  g_clear_pointer (&table->entries, g_free);
}

/**
 * khatt_id_table_find:
 * @table: a table
 * @id: an id
 *
 * Returns: its slot, %KHATT_SLOT_NONE where there is none
 */
guint32
khatt_id_table_find (const KhattIdTable *table, const char *id)
{
  guint32 slot = table->entries[find_index (table, id, khatt_id_table_hash (id))].slot;

  return slot != 0 ? slot - 1 : KHATT_SLOT_NONE;
}

/**
 * khatt_id_table_add:
 * @table: a table
 * @slot: a slot whose id can be looked up
 *
 * Returns: whether it was added; %FALSE where another slot has its id
 */
gboolean
khatt_id_table_add (KhattIdTable *table, guint32 slot)
{
  return khatt_id_table_add_hashed (table, slot,
                                    khatt_id_table_hash (table->get_id (slot, table->data)));
}

/**
 * khatt_id_table_add_hashed:
 * @table: a table
 * @slot: a slot whose id can be looked up
 * @hash: of its id
 *
 * Returns: whether it was added; %FALSE where another slot has its id
 */
gboolean
khatt_id_table_add_hashed (KhattIdTable *table, guint32 slot, guint32 hash)
{
  guint32 index;

  if (((guint64) table->n + 1) * 4 > ((guint64) table->mask + 1) * 3)
    grow (table);
  index = find_index (table, table->get_id (slot, table->data), hash);
  if (table->entries[index].slot != 0)
    return FALSE;
  table->entries[index] = (KhattIdEntry){ slot + 1, hash };
  table->n++;
  return TRUE;
}

/**
 * khatt_id_table_expect:
 * @table: a table
 * @hash: of an id that will be added soon
 *
 * Fetches the place where it will go: a large table lies far from the processor.
 */
void
khatt_id_table_expect (const KhattIdTable *table, guint32 hash)
{
  __builtin_prefetch (&table->entries[hash & table->mask]);
}

/**
 * khatt_id_table_remove:
 * @table: a table
 * @slot: a slot that is in it, whose id can still be looked up
 */
void
khatt_id_table_remove (KhattIdTable *table, guint32 slot)
{
  const char *id = table->get_id (slot, table->data);
  guint32 hole = find_index (table, id, khatt_id_table_hash (id));
  guint32 index = hole;

  g_return_if_fail (table->entries[hole].slot == slot + 1);

  for (;;)
    {
      guint32 wanted;

      index = (index + 1) & table->mask;
      if (table->entries[index].slot == 0)
        break;
      wanted = table->entries[index].hash & table->mask;
      /* Cyclically between its home and where it stands? Then it may fill the hole. */
      if (((index - wanted) & table->mask) >= ((index - hole) & table->mask))
        {
          table->entries[hole] = table->entries[index];
          hole = index;
        }
    }
  table->entries[hole] = (KhattIdEntry){ 0, 0 };
  table->n--;
}
