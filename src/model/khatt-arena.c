/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattArena: the ground that records stand on. Strings and packed parts of events are appended to
 * blocks that are never moved and never freed one by one, so that snapshots can share them without
 * copying. Blocks double from a page-sized one, so that a small document stays small. */

#include "khatt-arena.h"

#include <string.h>

#define FIRST_BLOCK_SIZE ((gsize) 16 * 1024)
#define LAST_BLOCK_SIZE ((gsize) 1024 * 1024)

typedef struct _Block Block;
struct _Block
{
  Block *next;
};

struct _KhattArena
{
  gatomicrefcount references;
  Block *blocks;
  guint8 *free_start;
  guint8 *free_end;
  gsize block_size;
  gsize size;
  GPtrArray *parts; /* of KhattArena, held; NULL: none */
};

static guint8 *
add_block (KhattArena *arena, gsize size)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->next = arena->blocks;
  arena->blocks = block;
  arena->size += size;
  return (guint8 *) (block + 1);
}

/**
 * khatt_arena_new:
 *
 * Returns: (transfer full): an empty arena; free with khatt_arena_unref()
 */
KhattArena *
khatt_arena_new (void)
{
  KhattArena *arena = g_new0 (KhattArena, 1);

  g_atomic_ref_count_init (&arena->references);
  arena->block_size = FIRST_BLOCK_SIZE;
  return arena;
}

/**
 * khatt_arena_ref:
 * @arena: an arena
 *
 * Returns: (transfer full): @arena, held once more
 */
KhattArena *
khatt_arena_ref (KhattArena *arena)
{
  g_atomic_ref_count_inc (&arena->references);
  return arena;
}

/**
 * khatt_arena_unref:
 * @arena: (transfer full): an arena
 *
 * Lets go; the last one frees every block.
 */
void
khatt_arena_unref (KhattArena *arena)
{
  if (!g_atomic_ref_count_dec (&arena->references))
    return;

  for (Block *block = arena->blocks; block != NULL;)
    {
      Block *next = block->next;
      g_free (block);
      block = next;
    }
  g_clear_pointer (&arena->parts, g_ptr_array_unref);
  g_free (arena);
}

/**
 * khatt_arena_add_part:
 * @arena: an arena
 * @part: another, which holds nothing of @arena
 *
 * What is in @part stays at least as long as @arena; adding a part again does nothing.
 */
void
khatt_arena_add_part (KhattArena *arena, KhattArena *part)
{
  if (arena->parts == NULL)
    arena->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_arena_unref);
  if (!g_ptr_array_find (arena->parts, part, NULL))
    g_ptr_array_add (arena->parts, khatt_arena_ref (part));
}

/**
 * khatt_arena_alloc:
 * @arena: an arena
 * @size: bytes wanted
 * @alignment: a power of two, 16 at most
 *
 * Returns: (transfer none): @size bytes, not cleared, good while @arena is
 */
gpointer
khatt_arena_alloc (KhattArena *arena, gsize size, gsize alignment)
{
  gsize padding = -(guintptr) arena->free_start & (alignment - 1);
  guint8 *start;

  if (arena->free_start == NULL || (gsize) (arena->free_end - arena->free_start) < size + padding)
    {
      /* What is large gets a block of its own and leaves the current one in use. */
      if (size > arena->block_size / 4)
        return add_block (arena, size);

      arena->free_start = add_block (arena, arena->block_size);
      arena->free_end = arena->free_start + arena->block_size;
      arena->block_size = MIN (arena->block_size * 2, LAST_BLOCK_SIZE);
      padding = -(guintptr) arena->free_start & (alignment - 1);
    }

  start = arena->free_start + padding;
  arena->free_start = start + size;
  return start;
}

/**
 * khatt_arena_add_string:
 * @arena: an arena
 * @string: bytes, not necessarily terminated
 * @length: how many
 *
 * Returns: (transfer none): a terminated copy, good while @arena is
 */
const char *
khatt_arena_add_string (KhattArena *arena, const char *string, gsize length)
{
  char *copy = khatt_arena_alloc (arena, length + 1, 1);

  memcpy (copy, string, length);
  copy[length] = '\0';
  return copy;
}

/**
 * khatt_arena_get_size:
 * @arena: an arena
 *
 * Returns: the bytes of its blocks and of its parts'
 */
gsize
khatt_arena_get_size (const KhattArena *arena)
{
  gsize size = arena->size;

  for (guint i = 0; arena->parts != NULL && i < arena->parts->len; i++)
    size += ((const KhattArena *) g_ptr_array_index (arena->parts, i))->size;
  return size;
}
