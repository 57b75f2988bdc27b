/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattNameKey: whom two agencies mean. Foreign names have no one spelling in Arabic: a hard g is
 * written with four letters, a v with two, and a short vowel with a letter or without. So a word
 * is reduced to its consonants, letters that stand for the same sound as one, long vowels only
 * where they begin it. That makes some different words equal; a name matches only where its other
 * words do not speak against it. */

#include "khatt-name-key.h"

#include <string.h>

#include "khatt-fold.h"

#define FNV_OFFSET 2166136261u
#define FNV_PRIME 16777619u

/* The first letter of each row stands for all of them; folding has united others already. */
static const char *const sounds[] = { "كجغق", "تثط", "زذضظ", "سص", "هح" };
static const char *const vowels = "اويءعى";

/* Words of names that tell nobody apart. */
static const char *const particles[] = { "بن", "ابن", "بنت", "ال",  "عبد", "ابو", "بو",
                                         "ام", "de",  "van", "von", "al",  "el",  "bin" };

static gboolean
is_particle (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
    {
      if (strcmp (particles[i], word) == 0)
        return TRUE;
    }
  return FALSE;
}

static gunichar
get_sound (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sounds); i++)
    {
      if (g_utf8_strchr (sounds[i], -1, letter) != NULL)
        return g_utf8_get_char (sounds[i]);
    }
  return letter;
}

/* What is heard of a word, as hashes of it alone and of the whole name so far. */
static guint32
hash_sounds (const char *word, KhattNameKey *key, gunichar *last)
{
  guint32 hash = FNV_OFFSET;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sound = get_sound (g_utf8_get_char (at));
      gboolean is_vowel = g_utf8_strchr (vowels, -1, sound) != NULL;
      gboolean is_double = sound == *last && !g_unichar_isdigit (sound);

      if (at == word && key->n_words == 0)
        key->initial = sound;
      if (at != word && (is_vowel || is_double))
        continue;
      hash = (hash ^ sound) * FNV_PRIME;
      if (!is_vowel && !is_double)
        key->whole = (key->whole ^ sound) * FNV_PRIME;
      *last = sound;
    }
  return hash;
}

static const char *
skip_article (const char *word)
{
  static const char article[] = "ال";
  const char *rest = word + strlen (article);

  return g_str_has_prefix (word, article) && g_utf8_strlen (rest, 3) == 3 ? rest : word;
}

/**
 * khatt_name_key_init:
 * @key: (out caller-allocates): set to the key
 * @name: (nullable): an actor's name
 * @country: (nullable): its country, ISO 3166-1 alpha-2
 *
 * Of a name with very many words the first ones and the last one count.
 */
void
khatt_name_key_init (KhattNameKey *key, const char *name, const char *country)
{
  g_autofree char *folded = khatt_fold (name != NULL ? name : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " -.,\t\n", -1);
  gunichar last = 0;

  *key = (KhattNameKey){ .whole = FNV_OFFSET };
  if (country != NULL)
    g_strlcpy (key->country, country, sizeof key->country);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint32 hash;

      if (*words[i] == '\0' || is_particle (words[i]))
        continue;
      hash = hash_sounds (skip_article (words[i]), key, &last);
      if (key->n_words == KHATT_NAME_KEY_MAX)
        key->n_words--;
      key->words[key->n_words++] = hash;
    }
}

static gboolean
has_word (const KhattNameKey *key, guint32 word)
{
  for (guint i = 0; i < key->n_words; i++)
    {
      if (key->words[i] == word)
        return TRUE;
    }
  return FALSE;
}

static gboolean
contains (const KhattNameKey *key, const KhattNameKey *part)
{
  for (guint i = 0; i < part->n_words; i++)
    {
      if (!has_word (key, part->words[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * khatt_name_key_matches:
 * @a: a key
 * @b: another one
 *
 * Names that sound alike as a whole match, however they are divided. A last name alone matches the
 * whole name; a first name alone does so only in the same country; of two names one holds all words
 * of the other, or their last words are the same and their first ones begin alike. Countries that
 * are known must agree.
 *
 * Returns: whether they may well mean the same actor
 */
gboolean
khatt_name_key_matches (const KhattNameKey *a, const KhattNameKey *b)
{
  const KhattNameKey *small = a->n_words <= b->n_words ? a : b;
  const KhattNameKey *large = small == a ? b : a;
  gboolean is_same_country = *a->country != '\0' && strcmp (a->country, b->country) == 0;

  if (small->n_words == 0 || (*a->country != '\0' && *b->country != '\0' && !is_same_country))
    return FALSE;
  if (a->whole == b->whole && a->initial == b->initial)
    return TRUE;
  if (small->words[small->n_words - 1] == large->words[large->n_words - 1] &&
      (small->n_words == 1 || small->initial == large->initial))
    return TRUE;
  if (small->n_words == 1)
    return is_same_country && small->words[0] == large->words[0];
  return contains (large, small);
}
