/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The distinct words of a text, in one open-addressed table: a long text says the same few
 * thousand words again and again, so each is kept once and the lexicon is asked for it once.
 */

#include "khatt-token-words.h"

#include <string.h>

#define FIRST_CAPACITY 1024
#define CHUNK_BYTES 4096

static guint32
hash_bytes (const char *bytes, gsize length)
{
  guint32 hash = 2166136261u; /* FNV-1a */

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static guint32 *
find_slot (const KhattTokenWords *words, guint32 hash, const char *folded, gsize length)
{
  for (gsize i = hash & (words->capacity - 1);; i = (i + 1) & (words->capacity - 1))
    {
      const KhattTokenWord *word;

      if (words->slots[i] == 0)
        return &words->slots[i];
      word = khatt_token_words_get (words, words->slots[i] - 1);
      if (word->hash == hash && word->length == length &&
          memcmp (word->folded, folded, length) == 0)
        return &words->slots[i];
    }
}

static void
grow (KhattTokenWords *words)
{
  g_free (words->slots);
  words->capacity *= 2;
  words->slots = g_new0 (guint32, words->capacity);
  for (guint32 i = 0; i < words->words->len; i++)
    {
      const KhattTokenWord *word = khatt_token_words_get (words, i);
      *find_slot (words, word->hash, word->folded, word->length) = i + 1;
    }
}

/**
 * khatt_token_words_new:
 *
 * Makes an empty set of words.
 *
 * Returns: (transfer full): the words
 */
KhattTokenWords *
khatt_token_words_new (void)
{
  KhattTokenWords *words = g_new0 (KhattTokenWords, 1);

  words->references = 1;
  words->words = g_array_new (FALSE, TRUE, sizeof (KhattTokenWord));
  words->capacity = FIRST_CAPACITY;
  words->slots = g_new0 (guint32, words->capacity);
  words->strings = g_string_chunk_new (CHUNK_BYTES);
  words->starts = g_array_new (FALSE, FALSE, sizeof (KhattTokenStart));
  words->matches = g_array_new (FALSE, FALSE, sizeof (KhattMatch));
  words->list_of = g_hash_table_new (NULL, NULL);
  return words;
}

/**
 * khatt_token_words_ref:
 * @words: words
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the same words
 */
KhattTokenWords *
khatt_token_words_ref (KhattTokenWords *words)
{
  words->references++;
  return words;
}

/**
 * khatt_token_words_unref:
 * @words: (transfer full): words
 *
 * Gives a reference back and frees words and their strings with the last one.
 */
void
khatt_token_words_unref (KhattTokenWords *words)
{
  if (--words->references > 0)
    return;
  g_array_unref (words->words);
  g_free (words->slots);
  g_string_chunk_free (words->strings);
  g_array_unref (words->starts);
  g_array_unref (words->matches);
  g_hash_table_unref (words->list_of);
  g_free (words);
}

/**
 * khatt_token_words_add:
 * @words: words
 * @folded: a folded word; need not end with a NUL
 * @length: its bytes
 * @kind: its #KhattTokenKind, which follows from its bytes
 *
 * Adds a word that is not there yet.
 *
 * Returns: the word's number, from 0
 */
guint32
khatt_token_words_add (KhattTokenWords *words, const char *folded, gsize length, guint kind)
{
  guint32 hash = hash_bytes (folded, length);
  guint32 *slot = find_slot (words, hash, folded, length);
  KhattTokenWord word = { .hash = hash, .length = (guint32) length, .kind = kind & 3 };

  if (*slot != 0)
    return *slot - 1;
  word.folded = g_string_chunk_insert_len (words->strings, folded, (gssize) length);
  g_array_append_val (words->words, word);
  *slot = words->words->len;
  if ((gsize) words->words->len * 2 >= words->capacity)
    grow (words);
  return words->words->len - 1;
}

/**
 * khatt_token_words_get:
 * @words: words
 * @index: a word's number
 *
 * Returns: (transfer none): the word, valid until another is added
 */
KhattTokenWord *
khatt_token_words_get (const KhattTokenWords *words, guint32 index)
{
  return &g_array_index (words->words, KhattTokenWord, index);
}

static guint32
hash_list (const KhattMatch *list, guint n)
{
  guint64 hash = n;

  for (guint i = 0; i < n; i++)
    {
      hash = (hash ^ (guint64) (guintptr) list[i].entry) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= (guint64) list[i].n_tokens << 16 | list[i].proclitics;
    }
  return (guint32) (hash >> 32 ^ hash);
}

static gboolean
has_list_at (const KhattTokenWords *words, gsize first, const KhattMatch *list, guint n)
{
  if (first + n > words->matches->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const KhattMatch *match = &g_array_index (words->matches, KhattMatch, first + i);
      if (match->entry != list[i].entry || match->n_tokens != list[i].n_tokens ||
          match->proclitics != list[i].proclitics)
        return FALSE;
    }
  return TRUE;
}

/**
 * khatt_token_words_keep_list:
 * @words: words
 * @list: (array length=n): matches, in the order of their classes
 * @n: how many they are
 *
 * Keeps a list of matches, unless it is kept already.
 *
 * Returns: where it begins in the words' matches
 */
guint32
khatt_token_words_keep_list (KhattTokenWords *words, const KhattMatch *list, guint n)
{
  gpointer hash = GUINT_TO_POINTER (hash_list (list, n));
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (words->list_of, hash));

  if (first != 0 && has_list_at (words, first - 1, list, n))
    return first - 1;
  first = words->matches->len;
  g_array_append_vals (words->matches, list, n);
  g_hash_table_insert (words->list_of, hash, GUINT_TO_POINTER (first + 1));
  return first;
}
