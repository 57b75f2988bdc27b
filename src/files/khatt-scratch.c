/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattScratch: one event's worth of memory for readers. A block is filled from its start for every
 * event; what does not fit goes into pieces of its own, and the block is larger the next time. */

#include "khatt-scratch.h"

#include <string.h>

#define FIRST_SIZE ((gsize) 4096)
#define LARGEST_BLOCK ((gsize) 1024 * 1024)
#define ALIGNMENT 16

/**
 * khatt_scratch_init:
 * @scratch: (out caller-allocates): set to an empty event
 */
void
khatt_scratch_init (KhattScratch *scratch)
{
  *scratch = (KhattScratch){
    .event = { .actors = g_ptr_array_new (),
               .quotes = g_ptr_array_new (),
               .sources = g_ptr_array_new (),
               .topics = g_ptr_array_new (),
               .tags = g_ptr_array_new () },
    .block = g_malloc (FIRST_SIZE),
    .size = FIRST_SIZE,
    .overflow = g_ptr_array_new_with_free_func (g_free),
  };
  khatt_scratch_reset (scratch);
}

/**
 * khatt_scratch_clear:
 * @scratch: a scratch
 */
void
khatt_scratch_clear (KhattScratch *scratch)
{
  g_ptr_array_unref (scratch->event.actors);
  g_ptr_array_unref (scratch->event.quotes);
  g_ptr_array_unref (scratch->event.sources);
  g_ptr_array_unref (scratch->event.topics);
  g_ptr_array_unref (scratch->event.tags);
  g_ptr_array_unref (scratch->overflow);
  g_free (scratch->block);
}

/**
 * khatt_scratch_reset:
 * @scratch: a scratch
 *
 * Makes the event an empty one of kind "other". What it held is gone.
 */
void
khatt_scratch_reset (KhattScratch *scratch)
{
  KhattEventData *event = &scratch->event;

  if (scratch->overflow->len > 0 && scratch->size < LARGEST_BLOCK)
    {
      g_free (scratch->block);
      scratch->size *= 2;
      scratch->block = g_malloc (scratch->size);
    }
  g_ptr_array_set_size (scratch->overflow, 0);
  scratch->used = 0;
  g_ptr_array_set_size (event->actors, 0);
  g_ptr_array_set_size (event->quotes, 0);
  g_ptr_array_set_size (event->sources, 0);
  g_ptr_array_set_size (event->topics, 0);
  g_ptr_array_set_size (event->tags, 0);
  *event = (KhattEventData){ .kind = KHATT_KIND_OTHER,
                             .actors = event->actors,
                             .quotes = event->quotes,
                             .sources = event->sources,
                             .topics = event->topics,
                             .tags = event->tags };
}

/**
 * khatt_scratch_alloc:
 * @scratch: a scratch
 * @size: bytes wanted
 *
 * Returns: (transfer none): bytes, not cleared, good until the next reset
 */
gpointer
khatt_scratch_alloc (KhattScratch *scratch, gsize size)
{
  gsize rounded = (size + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  gpointer piece;

  if (rounded <= scratch->size - scratch->used)
    {
      piece = scratch->block + scratch->used;
      scratch->used += rounded;
      return piece;
    }
  piece = g_malloc (size);
  g_ptr_array_add (scratch->overflow, piece);
  return piece;
}

/**
 * khatt_scratch_string:
 * @scratch: a scratch
 * @string: bytes
 * @length: how many
 *
 * Returns: (transfer none): a terminated copy
 */
char *
khatt_scratch_string (KhattScratch *scratch, const char *string, gsize length)
{
  char *copy = khatt_scratch_alloc (scratch, length + 1);

  memcpy (copy, string, length);
  copy[length] = '\0';
  return copy;
}

/**
 * khatt_scratch_add_actor:
 * @scratch: a scratch
 *
 * Returns: (transfer none): the event's new last actor, all empty, a participant
 */
KhattActorData *
khatt_scratch_add_actor (KhattScratch *scratch)
{
  KhattActorData *actor = khatt_scratch_alloc (scratch, sizeof *actor);

  *actor = (KhattActorData){ .role = KHATT_ROLE_PARTICIPANT };
  g_ptr_array_add (scratch->event.actors, actor);
  return actor;
}

/**
 * khatt_scratch_add_quote:
 * @scratch: a scratch
 *
 * Returns: (transfer none): the event's new last quotation, all empty
 */
KhattQuoteData *
khatt_scratch_add_quote (KhattScratch *scratch)
{
  KhattQuoteData *quote = khatt_scratch_alloc (scratch, sizeof *quote);

  *quote = (KhattQuoteData){ .span_first = -1, .span_after = -1 };
  g_ptr_array_add (scratch->event.quotes, quote);
  return quote;
}

/**
 * khatt_scratch_add_source:
 * @scratch: a scratch
 *
 * Returns: (transfer none): the event's new last source, all empty
 */
KhattSourceData *
khatt_scratch_add_source (KhattScratch *scratch)
{
  KhattSourceData *source = khatt_scratch_alloc (scratch, sizeof *source);

  *source =
      (KhattSourceData){ .span_first = -1, .span_after = -1, .date_first = -1, .date_after = -1 };
  g_ptr_array_add (scratch->event.sources, source);
  return source;
}
