/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattSearchHits: a word is looked for in the run of all texts at once; then an event is found
 * where one of its texts was. Somebody who types on can only lose texts: where few are left, only
 * those are looked at. */

#include "khatt-search-hits.h"

#include "khatt-search-index-private.h"

/* Texts one by one cost more than the run as a whole where they are more than one in so many. */
#define FEW_TEXTS 16

#define WORD_BITS 64
#define N_WORDS(n_bits) (((n_bits) + WORD_BITS - 1) / WORD_BITS)

struct _KhattSearchHits
{
  gatomicrefcount references;
  KhattSearchIndex *index;
  KhattQuery *typed;
  KhattQuery *query; /* what was looked for instead */
  guint *n_loosened; /* for each word: how often something was taken off it */
  guint64 **texts;   /* for each word: a bit for each text that has it */
  guint32 *n_texts;
  guint64 *events; /* a bit for each slot */
  guint32 n_events;
};

static inline gboolean
has_bit (const guint64 *bits, gsize bit)
{
  return (bits[bit / WORD_BITS] >> (bit % WORD_BITS) & 1) != 0;
}

static inline void
set_bit (guint64 *bits, gsize bit)
{
  bits[bit / WORD_BITS] |= G_GUINT64_CONSTANT (1) << (bit % WORD_BITS);
}

/* Looks through the run as a whole. Returns how many texts have the word. */
static guint32
find_in_all (const KhattSearchIndex *index, const KhattQuery *query, guint word, guint64 *texts)
{
  const gsize *starts = (const gsize *) index->starts->data;
  const char *text = index->text->str;
  const char *end = text + index->text->len;
  const char *at = text;
  guint32 number = 0;
  guint32 n = 0;

  while ((at = khatt_query_find (query, word, at, text, end)) != NULL)
    {
      while (starts[number + 1] <= (gsize) (at - text))
        number++;
      set_bit (texts, number);
      n++;
      at = text + starts[number + 1];
    }
  return n;
}

static guint32
find_in_some (const KhattSearchIndex *index,
              const KhattQuery *query,
              guint word,
              const guint64 *some,
              guint64 *texts)
{
  guint32 n = 0;

  for (gsize i = 0; i < N_WORDS (khatt_search_index_get_n_texts (index)); i++)
    {
      for (guint64 bits = some[i]; bits != 0; bits &= bits - 1)
        {
          guint32 number = (guint32) (i * WORD_BITS) + (guint32) __builtin_ctzll (bits);
          gsize length;
          const char *text = khatt_search_index_get_nth_text (index, number, &length);

          if (khatt_query_find (query, word, text, text, text + length) == NULL)
            continue;
          set_bit (texts, number);
          n++;
        }
    }
  return n;
}

/* Looks where the word was looked for before, if it was and can be nowhere else. */
static void
find_texts (KhattSearchHits *hits, guint word, const KhattSearchHits *previous)
{
  const KhattSearchIndex *index = hits->index;
  gboolean is_narrower =
      previous != NULL &&
      previous->n_texts[word] < khatt_search_index_get_n_texts (index) / FEW_TEXTS &&
      g_str_has_prefix (khatt_query_get_word (hits->query, word),
                        khatt_query_get_word (previous->query, word));

  if (is_narrower)
    hits->n_texts[word] =
        find_in_some (index, hits->query, word, previous->texts[word], hits->texts[word]);
  else
    hits->n_texts[word] = find_in_all (index, hits->query, word, hits->texts[word]);
}

static gboolean
loosen (KhattSearchHits *hits, guint word)
{
  gboolean is_looser = khatt_query_loosen (hits->query, word);

  hits->n_loosened[word] += is_looser;
  return is_looser;
}

static void
find_word (KhattSearchHits *hits, guint word, const KhattSearchHits *previous)
{
  hits->texts[word] = g_new0 (guint64, N_WORDS (khatt_search_index_get_n_texts (hits->index)));
  if (previous != NULL && word >= khatt_query_get_n_words (previous->query))
    previous = NULL;

  /* What was nowhere before it was loosened is nowhere when it is longer. */
  while (previous != NULL && hits->n_loosened[word] < previous->n_loosened[word] &&
         loosen (hits, word))
    ;
  find_texts (hits, word, previous);
  while (hits->n_texts[word] == 0 && loosen (hits, word))
    find_texts (hits, word, NULL);
}

static gboolean
has_word (const KhattSearchIndex *index, guint32 slot, const guint64 *texts)
{
  const guint32 *starts = &g_array_index (index->event_starts, guint32, slot);
  const guint32 *numbers = (const guint32 *) index->event_texts->data;

  for (guint32 i = starts[0]; i < starts[1]; i++)
    {
      if (has_bit (texts, numbers[i]))
        return TRUE;
    }
  return FALSE;
}

static void
find_events (KhattSearchHits *hits, const KhattFilter *filter)
{
  guint32 n_slots = khatt_snapshot_get_n_slots (hits->index->snapshot);
  guint n_words = khatt_query_get_n_words (hits->query);

  for (guint i = 0; i < n_words; i++)
    {
      if (hits->n_texts[i] == 0)
        return;
    }

  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      guint word = 0;

      while (word < n_words && has_word (hits->index, slot, hits->texts[word]))
        word++;
      if (word < n_words ||
          (filter != NULL && !khatt_filter_matches (filter, hits->index->snapshot, slot)))
        continue;
      set_bit (hits->events, slot);
      hits->n_events++;
    }
}

/**
 * khatt_search_hits_new:
 * @index: an index
 * @query: what to look for
 * @filter: (nullable): which events are shown: others are not found
 * @previous: (nullable): what was found in the same index before: spares work where @query extends
 * it
 *
 * Finds the events that have every word, each in any of their texts. A query without words finds
 * nothing.
 *
 * Returns: (transfer full): what was found
 */
KhattSearchHits *
khatt_search_hits_new (KhattSearchIndex *index,
                       const KhattQuery *query,
                       const KhattFilter *filter,
                       const KhattSearchHits *previous)
{
  KhattSearchHits *hits = g_new0 (KhattSearchHits, 1);
  guint n_words = khatt_query_get_n_words (query);
  guint32 n_slots = khatt_snapshot_get_n_slots (index->snapshot);

  g_atomic_ref_count_init (&hits->references);
  hits->index = khatt_search_index_ref (index);
  hits->typed = khatt_query_copy (query);
  hits->query = khatt_query_copy (query);
  hits->n_loosened = g_new0 (guint, n_words);
  hits->texts = g_new0 (guint64 *, n_words);
  hits->n_texts = g_new0 (guint32, n_words);
  hits->events = g_new0 (guint64, N_WORDS (n_slots));
  if (n_words == 0)
    return hits;

  if (previous != NULL &&
      (previous->index != index || !khatt_query_extends (query, previous->typed)))
    previous = NULL;
  for (guint i = 0; i < n_words; i++)
    find_word (hits, i, previous);
  find_events (hits, filter);
  return hits;
}

/**
 * khatt_search_hits_ref:
 * @hits: what was found
 *
 * Returns: (transfer full): @hits
 */
KhattSearchHits *
khatt_search_hits_ref (KhattSearchHits *hits)
{
  g_atomic_ref_count_inc (&hits->references);
  return hits;
}

/**
 * khatt_search_hits_unref:
 * @hits: (transfer full): what was found
 */
void
khatt_search_hits_unref (KhattSearchHits *hits)
{
  if (!g_atomic_ref_count_dec (&hits->references))
    return;

  for (guint i = 0; i < khatt_query_get_n_words (hits->query); i++)
    g_free (hits->texts[i]);
  g_free (hits->texts);
  g_free (hits->n_texts);
  g_free (hits->events);
  g_free (hits->n_loosened);
  khatt_query_free (hits->typed);
  khatt_query_free (hits->query);
  khatt_search_index_unref (hits->index);
  g_free (hits);
}

/**
 * khatt_search_hits_get_n_events:
 * @hits: what was found
 *
 * Returns: how many events
 */
guint32
khatt_search_hits_get_n_events (const KhattSearchHits *hits)
{
  return hits->n_events;
}

/**
 * khatt_search_hits_contain:
 * @hits: what was found
 * @slot: any slot
 *
 * Returns: whether the event is among them
 */
gboolean
khatt_search_hits_contain (const KhattSearchHits *hits, guint32 slot)
{
  return slot < khatt_snapshot_get_n_slots (hits->index->snapshot) && has_bit (hits->events, slot);
}

/**
 * khatt_search_hits_get_query:
 * @hits: what was found
 *
 * Returns: (transfer none): what was looked for, without particles that would have found nothing
 */
const KhattQuery *
khatt_search_hits_get_query (const KhattSearchHits *hits)
{
  return hits->query;
}

/**
 * khatt_search_hits_get_index:
 * @hits: what was found
 *
 * Returns: (transfer none): where
 */
KhattSearchIndex *
khatt_search_hits_get_index (const KhattSearchHits *hits)
{
  return hits->index;
}

/* ---- One after another ---- */

/**
 * khatt_search_hits_get_neighbour:
 * @hits: what was found
 * @slot: an event, or %KHATT_SLOT_NONE to begin at the end one comes from
 * @is_backwards: whether to go to what is earlier
 *
 * Goes from hit to hit in the order of the document, from the last on to the first.
 *
 * Returns: the next one; %KHATT_SLOT_NONE where there is none at all
 */
guint32
khatt_search_hits_get_neighbour (const KhattSearchHits *hits, guint32 slot, gboolean is_backwards)
{
  KhattSnapshot *snapshot = hits->index->snapshot;
  guint32 n = khatt_snapshot_get_n_events (snapshot);
  guint32 position = is_backwards ? 0 : n - 1;

  if (hits->n_events == 0)
    return KHATT_SLOT_NONE;
  if (slot != KHATT_SLOT_NONE && khatt_snapshot_has_slot (snapshot, slot))
    position = khatt_snapshot_get_position (snapshot, slot);

  do
    {
      if (is_backwards)
        position = position > 0 ? position - 1 : n - 1;
      else
        position = position < n - 1 ? position + 1 : 0;
      slot = khatt_snapshot_get_slot (snapshot, position);
    }
  while (!has_bit (hits->events, slot));
  return slot;
}

/**
 * khatt_search_hits_get_rank:
 * @hits: what was found
 * @slot: an event among them
 *
 * Returns: which of them it is in the order of the document, from 1; 0 where it is not among them
 */
guint32
khatt_search_hits_get_rank (const KhattSearchHits *hits, guint32 slot)
{
  KhattSnapshot *snapshot = hits->index->snapshot;
  guint32 rank = 0;
  guint32 other;

  if (!khatt_search_hits_contain (hits, slot))
    return 0;

  for (guint32 i = 0; (other = khatt_snapshot_get_slot (snapshot, i)) != slot; i++)
    rank += has_bit (hits->events, other);
  return rank + 1;
}
