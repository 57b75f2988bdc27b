/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattChunks: copy-on-write storage. A copy holds references to the same chunks; whoever writes to
 * a chunk that somebody else holds too writes to a copy of its own. So a snapshot of a million
 * records costs a few hundred references, and an edit beside it one chunk. */

#include "khatt-chunks.h"

#include <string.h>

typedef struct
{
  gatomicrefcount references;
} Chunk;

G_STATIC_ASSERT (sizeof (Chunk) <= KHATT_CHUNK_HEAD_SIZE);

static gsize
chunk_size (const KhattChunks *chunks)
{
  return KHATT_CHUNK_HEAD_SIZE + (chunks->element_size << chunks->shift);
}

static void
unref_chunk (Chunk *chunk)
{
  if (g_atomic_ref_count_dec (&chunk->references))
    g_free (chunk);
}

static void
add_chunk (KhattChunks *chunks)
{
  Chunk *chunk = g_malloc0 (chunk_size (chunks));

  g_atomic_ref_count_init (&chunk->references);
  if (chunks->n_chunks == chunks->n_allocated)
    {
      chunks->n_allocated = MAX (8, chunks->n_allocated * 2);
      chunks->chunks = g_renew (gpointer, chunks->chunks, chunks->n_allocated);
    }
  chunks->chunks[chunks->n_chunks++] = chunk;
}

static void
make_own (KhattChunks *chunks, guint index)
{
  Chunk *chunk = chunks->chunks[index];
  Chunk *copy;

  if (g_atomic_ref_count_compare (&chunk->references, 1))
    return;

  copy = g_malloc (chunk_size (chunks));
  memcpy (copy, chunk, chunk_size (chunks));
  g_atomic_ref_count_init (&copy->references);
  chunks->chunks[index] = copy;
  unref_chunk (chunk);
}

/**
 * khatt_chunks_init:
 * @chunks: (out caller-allocates): to be set up
 * @element_size: bytes of an element
 * @shift: a chunk holds 1 << @shift elements
 */
void
khatt_chunks_init (KhattChunks *chunks, gsize element_size, guint shift)
{
  *chunks = (KhattChunks){ .element_size = element_size, .shift = shift };
}

/**
 * khatt_chunks_copy:
 * @chunks: chunks
 * @copy: (out caller-allocates): set to the same elements; clear with khatt_chunks_clear()
 *
 * Costs a reference for each chunk, whatever it holds.
 */
void
khatt_chunks_copy (const KhattChunks *chunks, KhattChunks *copy)
{
  *copy = *chunks;
  copy->n_allocated = chunks->n_chunks;
  copy->chunks = g_new (gpointer, MAX (1, chunks->n_chunks));
  for (guint i = 0; i < chunks->n_chunks; i++)
    {
      Chunk *chunk = chunks->chunks[i];

      g_atomic_ref_count_inc (&chunk->references);
      copy->chunks[i] = chunk;
    }
}

/**
 * khatt_chunks_clear:
 * @chunks: chunks
 *
 * Lets go of all chunks and leaves none.
 */
void
khatt_chunks_clear (KhattChunks *chunks)
{
  for (guint i = 0; i < chunks->n_chunks; i++)
    unref_chunk (chunks->chunks[i]);
  g_clear_pointer (&chunks->chunks, g_free);
  chunks->n = 0;
  chunks->n_chunks = 0;
  chunks->n_allocated = 0;
}

/**
 * khatt_chunks_append:
 * @chunks: chunks
 *
 * Returns: (transfer none): the new last element, all zero, to be written before the next copy
 */
gpointer
khatt_chunks_append (KhattChunks *chunks)
{
  if (chunks->n >> chunks->shift == chunks->n_chunks)
    add_chunk (chunks);
  return khatt_chunks_edit (chunks, chunks->n++);
}

/**
 * khatt_chunks_edit:
 * @chunks: chunks
 * @index: of an element
 *
 * Returns: (transfer none): the element, for writing before the next copy; no copy sees it
 */
gpointer
khatt_chunks_edit (KhattChunks *chunks, guint32 index)
{
  make_own (chunks, index >> chunks->shift);
  return (gpointer) khatt_chunks_get (chunks, index);
}
