/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phrases as paths of word numbers, in one open-addressed table: an edge is the pair of a node and
 * a word, its value the next node. A lexicon of tens of thousands of forms costs a few hundred
 * kilobytes, and a step costs one probe or two, whatever the branching.
 */

#include "khatt-phrase-trie.h"

#include <string.h>

#define FIRST_CAPACITY 1024

typedef struct
{
  guint64 key; /* node << 32 | word; 0: empty (no word is 0) */
  guint32 value;
} Edge;

struct _KhattPhraseTrie
{
  Edge *edges;
  gsize capacity; /* a power of two */
  gsize n_edges;
};

typedef struct
{
  guint32 hash;
  guint32 offset; /* into `bytes` */
  guint32 length;
  guint32 number; /* 0: empty */
} Word;

struct _KhattWordTable
{
  Word *words;
  gsize capacity;
  guint32 n_words;
  GByteArray *bytes;
};

static gsize
spread (guint64 key)
{
  key ^= key >> 31;
  key *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (gsize) (key >> 20);
}

static Edge *
find_edge (Edge *edges, gsize capacity, guint64 key)
{
  gsize i = spread (key) & (capacity - 1);

  while (edges[i].key != 0 && edges[i].key != key)
    i = (i + 1) & (capacity - 1);
  return &edges[i];
}

static void
grow_edges (KhattPhraseTrie *trie)
{
  gsize capacity = trie->capacity * 2;
  Edge *edges = g_new0 (Edge, capacity);

  for (gsize i = 0; i < trie->capacity; i++)
    if (trie->edges[i].key != 0)
      *find_edge (edges, capacity, trie->edges[i].key) = trie->edges[i];
  g_free (trie->edges);
  trie->edges = edges;
  trie->capacity = capacity;
}

static Word *
find_word (const KhattWordTable *table,
           Word *words,
           gsize capacity,
           guint32 hash,
           const char *word,
           gsize length)
{
  gsize i = hash & (capacity - 1);

  while (words[i].number != 0 && (words[i].hash != hash || words[i].length != length ||
                                  memcmp (table->bytes->data + words[i].offset, word, length) != 0))
    i = (i + 1) & (capacity - 1);
  return &words[i];
}

static guint32
hash_bytes (const char *bytes, gsize length)
{
  guint32 hash = 2166136261u; /* FNV-1a */

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static void
grow_words (KhattWordTable *table)
{
  gsize capacity = table->capacity * 2;
  Word *words = g_new0 (Word, capacity);

  for (gsize i = 0; i < table->capacity; i++)
    {
      const Word *old = &table->words[i];
      if (old->number != 0)
        *find_word (table, words, capacity, old->hash, (char *) table->bytes->data + old->offset,
                    old->length) = *old;
    }
  g_free (table->words);
  table->words = words;
  table->capacity = capacity;
}

/**
 * khatt_phrase_trie_new:
 *
 * Makes a trie that holds its root alone.
 *
 * Returns: (transfer full): a trie
 */
KhattPhraseTrie *
khatt_phrase_trie_new (void)
{
  KhattPhraseTrie *trie = g_new0 (KhattPhraseTrie, 1);

  trie->capacity = FIRST_CAPACITY;
  trie->edges = g_new0 (Edge, trie->capacity);
  return trie;
}

/**
 * khatt_phrase_trie_free:
 * @trie: (transfer full): a trie
 *
 * Frees a trie.
 */
void
khatt_phrase_trie_free (KhattPhraseTrie *trie)
{
  g_free (trie->edges);
  g_free (trie);
}

/**
 * khatt_phrase_trie_add:
 * @trie: a trie
 * @node: a node of it
 * @word: a word's number, not 0
 *
 * Goes from a node along a word and makes the edge where there is none.
 *
 * Returns: the node at its end
 */
guint32
khatt_phrase_trie_add (KhattPhraseTrie *trie, guint32 node, guint32 word)
{
  guint64 key = (guint64) node << 32 | word;
  Edge *edge;

  if (trie->n_edges * 2 >= trie->capacity)
    grow_edges (trie);
  edge = find_edge (trie->edges, trie->capacity, key);
  if (edge->key == 0)
    *edge = (Edge){ .key = key, .value = (guint32) ++trie->n_edges };
  return edge->value;
}

/**
 * khatt_phrase_trie_step:
 * @trie: a trie
 * @node: a node of it
 * @word: a word's number
 *
 * Goes from a node along a word.
 *
 * Returns: the node at its end, or %KHATT_TRIE_NONE
 */
guint32
khatt_phrase_trie_step (const KhattPhraseTrie *trie, guint32 node, guint32 word)
{
  guint64 key = (guint64) node << 32 | word;
  const Edge *edge;

  if (word == 0)
    return KHATT_TRIE_NONE;
  edge = find_edge (trie->edges, trie->capacity, key);
  return edge->key == 0 ? KHATT_TRIE_NONE : edge->value;
}

/**
 * khatt_phrase_trie_get_n_nodes:
 * @trie: a trie
 *
 * Returns: how many nodes there are, the root included; their numbers are less than this
 */
gsize
khatt_phrase_trie_get_n_nodes (const KhattPhraseTrie *trie)
{
  return trie->n_edges + 1;
}

/**
 * khatt_word_table_new:
 *
 * Makes an empty table of words.
 *
 * Returns: (transfer full): a table
 */
KhattWordTable *
khatt_word_table_new (void)
{
  KhattWordTable *table = g_new0 (KhattWordTable, 1);

  table->capacity = FIRST_CAPACITY;
  table->words = g_new0 (Word, table->capacity);
  table->bytes = g_byte_array_new ();
  return table;
}

/**
 * khatt_word_table_free:
 * @table: (transfer full): a table
 *
 * Frees a table of words.
 */
void
khatt_word_table_free (KhattWordTable *table)
{
  g_free (table->words);
  g_byte_array_unref (table->bytes);
  g_free (table);
}

/**
 * khatt_word_table_add:
 * @table: a table
 * @word: a word; need not end with a NUL
 * @length: its bytes
 *
 * Adds a word that is not there yet.
 *
 * Returns: the word's number, from 1
 */
guint32
khatt_word_table_add (KhattWordTable *table, const char *word, gsize length)
{
  guint32 hash = hash_bytes (word, length);
  Word *found;

  if ((gsize) table->n_words * 2 >= table->capacity)
    grow_words (table);
  found = find_word (table, table->words, table->capacity, hash, word, length);
  if (found->number == 0)
    {
      *found = (Word){ hash, table->bytes->len, (guint32) length, ++table->n_words };
      g_byte_array_append (table->bytes, (const guint8 *) word, (guint) length);
    }
  return found->number;
}

/**
 * khatt_word_table_find:
 * @table: a table
 * @word: a word; need not end with a NUL
 * @length: its bytes
 *
 * Looks a word up.
 *
 * Returns: its number, or 0 where the table has not got it
 */
guint32
khatt_word_table_find (const KhattWordTable *table, const char *word, gsize length)
{
  return find_word (table, table->words, table->capacity, hash_bytes (word, length), word, length)
      ->number;
}
