/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattPool: names, places, tags and attributions repeat, so each is kept once, in an arena. An
 * open table of (string, hash); nothing is ever taken out of it. */

#include "khatt-pool.h"

#include <string.h>

#define FIRST_SIZE 64 /* a power of two */

struct _KhattPool
{
  KhattArena *arena;
  gboolean is_forwarding; /* before each string there is room for a pointer */
  KhattPooled *entries;
  gsize mask;
  gsize n_entries;
};

static guint32
seed (void)
{
  static gsize value = 0;

  /* A file must not be able to choose strings that all collide. */
  if (g_once_init_enter (&value))
    g_once_init_leave (&value, (gsize) g_random_int () | 1);
  return (guint32) value;
}

static KhattPooled *
find (KhattPooled *entries, gsize mask, const char *string, guint32 hash)
{
  gsize index = hash & mask;

  while (entries[index].string != NULL &&
         (entries[index].hash != hash || strcmp (entries[index].string, string) != 0))
    index = (index + 1) & mask;
  return &entries[index];
}

static void
grow (KhattPool *pool)
{
  gsize mask = pool->mask * 2 + 1;
  KhattPooled *entries = g_new0 (KhattPooled, mask + 1);

  for (gsize i = 0; i <= pool->mask; i++)
    {
      gsize index = pool->entries[i].hash & mask;

      if (pool->entries[i].string == NULL)
        continue;
      while (entries[index].string != NULL)
        index = (index + 1) & mask;
      entries[index] = pool->entries[i];
    }
  g_free (pool->entries);
  pool->entries = entries;
  pool->mask = mask;
}

/**
 * khatt_pool_new:
 * @arena: where the strings go; held by the pool
 *
 * Returns: (transfer full): an empty pool; free with khatt_pool_free()
 */
KhattPool *
khatt_pool_new (KhattArena *arena)
{
  KhattPool *pool = g_new0 (KhattPool, 1);

  pool->arena = khatt_arena_ref (arena);
  pool->entries = g_new0 (KhattPooled, FIRST_SIZE);
  pool->mask = FIRST_SIZE - 1;
  return pool;
}

/**
 * khatt_pool_new_forwarding:
 * @arena: where the strings go; held by the pool
 *
 * Makes a pool whose strings can tell where they are in another one: see khatt_pool_forward().
 *
 * Returns: (transfer full): an empty pool
 */
KhattPool *
khatt_pool_new_forwarding (KhattArena *arena)
{
  KhattPool *pool = khatt_pool_new (arena);

  pool->is_forwarding = TRUE;
  return pool;
}

/**
 * khatt_pool_free:
 * @pool: (transfer full): a pool
 *
 * Frees the table; the strings stay in the arena.
 */
void
khatt_pool_free (KhattPool *pool)
{
  khatt_arena_unref (pool->arena);
  g_free (pool->entries);
  g_free (pool);
}

static const char *
add_string (KhattPool *pool, const char *string, gsize length)
{
  char *copy;

  if (!pool->is_forwarding)
    return khatt_arena_add_string (pool->arena, string, length);

  copy = khatt_arena_alloc (pool->arena, sizeof (gpointer) + length + 1, G_ALIGNOF (gpointer));
  copy += sizeof (gpointer);
  memcpy (copy, string, length);
  copy[length] = '\0';
  return copy;
}

static KhattPooled *
add_hashed (KhattPool *pool, const char *string, guint32 hash)
{
  KhattPooled *entry = find (pool->entries, pool->mask, string, hash);

  if (entry->string != NULL)
    return entry;

  if ((pool->n_entries + 1) * 4 > (pool->mask + 1) * 3)
    {
      grow (pool);
      entry = find (pool->entries, pool->mask, string, hash);
    }
  entry->string = add_string (pool, string, strlen (string));
  entry->hash = hash;
  pool->n_entries++;
  return entry;
}

/**
 * khatt_pool_add_entry:
 * @pool: a pool
 * @string: a text
 *
 * Returns: (transfer none): the entry of @string, new or old, good until the next string is added
 */
KhattPooled *
khatt_pool_add_entry (KhattPool *pool, const char *string)
{
  return add_hashed (pool, string, khatt_pool_hash (string, strlen (string)));
}

/**
 * khatt_pool_add:
 * @pool: a pool
 * @string: (nullable): a text
 *
 * Returns: (transfer none) (nullable): the one copy of @string, good while the arena is; %NULL of
 * %NULL
 */
const char *
khatt_pool_add (KhattPool *pool, const char *string)
{
  return string != NULL ? khatt_pool_add_entry (pool, string)->string : NULL;
}

/**
 * khatt_pool_forward:
 * @pool: a pool made by khatt_pool_new_forwarding()
 * @target: another pool
 *
 * Adds every string of @pool to @target, and notes with each where it is there:
 * khatt_pool_get_forwarded() tells.
 */
void
khatt_pool_forward (KhattPool *pool, KhattPool *target)
{
  g_return_if_fail (pool->is_forwarding);

  for (gsize i = 0; i <= pool->mask; i++)
    {
      const KhattPooled *entry = &pool->entries[i];
      const char *there;

      if (entry->string == NULL)
        continue;
      there = add_hashed (target, entry->string, entry->hash)->string;
      memcpy ((char *) entry->string - sizeof there, &there, sizeof there);
    }
}

/**
 * khatt_pool_get_forwarded:
 * @string: (nullable): a string of a pool that was forwarded
 *
 * Returns: (transfer none) (nullable): the same string in the other pool; %NULL of %NULL
 */
const char *
khatt_pool_get_forwarded (const char *string)
{
  const char *there;

  if (string == NULL)
    return NULL;
  memcpy (&there, string - sizeof there, sizeof there);
  return there;
}

/**
 * khatt_pool_hash:
 * @string: bytes
 * @length: how many
 *
 * A hash for tables in memory; it differs from run to run. Multiplies and folds eight bytes at a
 * time.
 *
 * Returns: the hash
 */
guint32
khatt_pool_hash (const char *string, gsize length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15); /* 2^64 / golden ratio */
  guint64 hash = seed () ^ (length * factor);
  guint64 word = 0;

  for (; length >= sizeof word; string += sizeof word, length -= sizeof word)
    {
      memcpy (&word, string, sizeof word);
      hash = (hash ^ word) * factor;
      hash ^= hash >> 32;
    }
  word = 0;
  memcpy (&word, string, length);
  hash = (hash ^ word) * factor;
  hash ^= hash >> 32;
  hash *= factor;
  return (guint32) (hash >> 32);
}
