/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattNameKey: whom two agencies mean. Foreign names have no one spelling in Arabic: a hard g is
 * written with four letters, a v with two, and a short vowel with a letter or without. So a word
 * is reduced to its consonants, letters that stand for the same sound as one, long vowels only
 * where they begin it. That makes some different words equal; a name matches only where its other
 * words do not speak against it.
 *
 * Who is known by office alone, "the Chinese president", is who holds it: "president of China"
 * sounds the same, since an adjective of a country is its name and a vowel. */

#include "khatt-name-key.h"

#include <string.h>

#include "khatt-fold.h"

/* Letters of a word that can stand behind the article. */
#define MIN_WORD 3
#define FNV_OFFSET 2166136261u
#define FNV_PRIME 16777619u

/* Arabic letters that are heard as another one, by their place in the block; folding has united
 * others already. */
#define FIRST_LETTER 0x600
#define N_LETTERS 0x100
#define PLACE(letter) (letter - FIRST_LETTER)

static const gunichar sounds[N_LETTERS] = {
  [PLACE (L'ج')] = L'ك', [PLACE (L'غ')] = L'ك', [PLACE (L'ق')] = L'ك', [PLACE (L'ث')] = L'ت',
  [PLACE (L'ط')] = L'ت', [PLACE (L'ذ')] = L'ز', [PLACE (L'ض')] = L'ز', [PLACE (L'ظ')] = L'ز',
  [PLACE (L'ص')] = L'س', [PLACE (L'ح')] = L'ه',
};
static const gboolean vowels[N_LETTERS] = {
  [PLACE (L'ا')] = TRUE, [PLACE (L'و')] = TRUE, [PLACE (L'ي')] = TRUE,
  [PLACE (L'ء')] = TRUE, [PLACE (L'ع')] = TRUE, [PLACE (L'ى')] = TRUE,
};

/* Words of names that tell nobody apart. */
static const char *const particles[] = { "بن", "ابن", "بنت", "ال",  "عبد", "ابو", "بو",
                                         "ام", "de",  "van", "von", "al",  "el",  "bin" };

/* Countries whose adjectives come of another name. */
static const struct
{
  const char *first;
  const char *second;
  const char *other;
} long_names[] = {
  { "ولايات", "متحده", "امريكا" },
  { "مملكه", "متحده", "بريطانيا" },
};

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

static gboolean
is_arabic (gunichar letter)
{
  return letter - FIRST_LETTER < N_LETTERS;
}

static gunichar
get_sound (gunichar letter)
{
  gunichar sound = is_arabic (letter) ? sounds[PLACE (letter)] : 0;

  return sound != 0 ? sound : letter;
}

static gboolean
is_vowel (gunichar sound)
{
  return is_arabic (sound) && vowels[PLACE (sound)];
}

/* What is heard of a word, as hashes of it alone and of the whole name so far. */
static guint32
hash_sounds (const char *word, KhattNameKey *key, gunichar *last)
{
  guint32 hash = FNV_OFFSET;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sound = get_sound (g_utf8_get_char (at));
      gboolean is_double = sound == *last && !g_unichar_isdigit (sound);

      if (at == word && key->n_words == 0)
        key->initial = sound;
      if (at != word && (is_vowel (sound) || is_double))
        continue;
      hash = (hash ^ sound) * FNV_PRIME;
      if (!is_vowel (sound) && !is_double)
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

  return g_str_has_prefix (word, article) && g_utf8_strlen (rest, -1) >= MIN_WORD ? rest : word;
}

/* ---- Offices ---- */

/* The end of feminine words is no sound that tells offices apart: "السعودية", "السعودي". */
static guint32
add_office_sounds (guint32 hash, const char *word)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sound = get_sound (g_utf8_get_char (at));
      gboolean is_last = *g_utf8_next_char (at) == '\0';

      if (at == word || !(is_vowel (sound) || (is_last && sound == L'ه')))
        hash = (hash ^ sound) * FNV_PRIME;
    }
  return (hash ^ ' ') * FNV_PRIME;
}

static const char *
find_long_name (const char *word, const char *next)
{
  for (gsize i = 0; next != NULL && i < G_N_ELEMENTS (long_names); i++)
    {
      if (strcmp (long_names[i].first, word) == 0 &&
          strcmp (long_names[i].second, skip_article (next)) == 0)
        return long_names[i].other;
    }
  return NULL;
}

static guint32
hash_office (GStrv words)
{
  guint32 hash = FNV_OFFSET;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = skip_article (words[i]);
      const char *other = find_long_name (word, words[i + 1]);

      if (*word == '\0')
        continue;
      hash = add_office_sounds (hash, other != NULL ? other : word);
      i += other != NULL;
    }
  return hash;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *folded = khatt_fold (text != NULL ? text : "", -1);

  return g_strsplit_set (folded, " -.,\t\n", -1);
}

/**
 * khatt_name_key_init:
 * @key: (out caller-allocates): set to the key
 * @name: (nullable): an actor's name; of somebody without one, the office
 * @country: (nullable): its country, ISO 3166-1 alpha-2
 * @office: (nullable): what the actor is
 *
 * Of a name with very many words the first ones and the last one count.
 */
void
khatt_name_key_init (KhattNameKey *key, const char *name, const char *country, const char *office)
{
  g_auto (GStrv) words = split_words (name);
  g_auto (GStrv) office_words = office != NULL ? split_words (office) : NULL;
  gunichar last = 0;

  *key = (KhattNameKey){ .whole = FNV_OFFSET,
                         .has_office = office != NULL,
                         .office = hash_office (office != NULL ? office_words : words) };
  if (country != NULL)
    g_strlcpy (key->country, country, sizeof key->country);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint32 hash;

      if (*words[i] == '\0' || is_particle (words[i]))
        continue;
      key->ends_with_article = skip_article (words[i]) != words[i];
      hash = hash_sounds (skip_article (words[i]), key, &last);
      if (key->n_words == KHATT_NAME_KEY_MAX)
        key->n_words--;
      key->words[key->n_words++] = hash;
    }
}

/**
 * khatt_name_key_is_unnamed:
 * @key: a key
 *
 * Returns: whether the name may be an office, "the Chinese president": of somebody of a country,
 * with nothing beside it, ending in a word with the article
 */
gboolean
khatt_name_key_is_unnamed (const KhattNameKey *key)
{
  return !key->has_office && *key->country != '\0' && key->n_words > 1 && key->ends_with_article;
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
 * of the other, or their last words are the same and their first ones begin alike. An office
 * matches who holds it. Countries that are known must agree.
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
  if (a->has_office != b->has_office && is_same_country && a->office == b->office)
    return TRUE;
  if (small->words[small->n_words - 1] == large->words[large->n_words - 1] &&
      (small->n_words == 1 || small->initial == large->initial))
    return TRUE;
  if (small->n_words == 1)
    return is_same_country && small->words[0] == large->words[0];
  return contains (large, small);
}
