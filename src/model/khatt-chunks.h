/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A growing row of equal elements that is cheap to copy: chunks are shared between copies until one
 * of them writes. Elements are plain memory. */
typedef struct
{
  /*< private >*/
  gsize element_size;
  guint shift; /* elements in a chunk: 1 << shift */
  guint32 n;   /* elements */
  guint n_chunks;
  guint n_allocated;
  gpointer *chunks;
} KhattChunks;

void khatt_chunks_init (KhattChunks *chunks, gsize element_size, guint shift);
void khatt_chunks_copy (const KhattChunks *chunks, KhattChunks *copy);
void khatt_chunks_clear (KhattChunks *chunks);
gpointer khatt_chunks_append (KhattChunks *chunks);
gpointer khatt_chunks_edit (KhattChunks *chunks, guint32 index);

/* What a chunk begins with; sixteen bytes, so that elements are aligned. */
#define KHATT_CHUNK_HEAD_SIZE 16

static inline gconstpointer
khatt_chunks_get (const KhattChunks *chunks, guint32 index)
{
  const char *chunk = (const char *) chunks->chunks[index >> chunks->shift];

  return chunk + KHATT_CHUNK_HEAD_SIZE +
         (index & ((1u << chunks->shift) - 1)) * chunks->element_size;
}

G_END_DECLS
