/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether two names are one: newspapers spell foreign names in several ways, and leave words of
 * long ones out.
 */

#include "khatt-spelling.h"

#include <string.h>

#define LETTER_BYTES 2
/* Shorter words must be the same letter by letter. */
#define MIN_SKELETON_LETTERS 3

/* Long vowels fall away, and the letters by which newspapers write one foreign sound become one;
 * NULL: the letter stays. */
static const char *
skeleton_letter (gunichar letter)
{
  switch (letter)
    {
    case 0x0627: /* alef */
    case 0x0648: /* waw */
    case 0x064a: /* ya */
    case 0x0647: /* ha */
    case 0x0621: /* hamza */
      return "";
    case 0x063a: /* ghain */
    case 0x062c: /* jeem */
    case 0x0642: /* qaf */
      return "ك";
    case 0x0637: /* tah */
      return "ت";
    case 0x062b: /* theh */
      return "س";
    default:
      return NULL;
    }
}

/* Letters that a skeleton keeps. */
static gsize
put_letters (const char *start, const char *end, char *out, guint *n_letters)
{
  gsize n = 0;

  *n_letters = 0;
  for (const char *p = start; p < end;)
    {
      const char *next = g_utf8_next_char (p);
      const char *becomes = skeleton_letter (g_utf8_get_char (p));
      gsize length = (gsize) (next - p);

      /* The first letter stays: it tells Tokayev from Witkoff. */
      if (becomes != NULL && (p != start || *becomes != '\0'))
        length = strlen (becomes);
      else
        becomes = p;
      memcpy (out + n, becomes, length);
      n += length;
      *n_letters += length > 0;
      p = next;
    }
  return n;
}

/**
 * khatt_name_put_skeleton:
 * @folded: a folded word of a name
 * @length: its bytes
 * @out: (out caller-allocates): room for @length bytes and a NUL: no letter becomes longer
 *
 * The same as khatt_name_skeleton(), without memory of its own.
 */
void
khatt_name_put_skeleton (const char *folded, gsize length, char *out)
{
  const char *start = folded;
  guint n_letters;
  gsize n;

  /* "المقداد" and "مقداد". */
  if (length > 5 * LETTER_BYTES && strncmp (folded, "ال", 2 * LETTER_BYTES) == 0)
    start += 2 * LETTER_BYTES;
  n = put_letters (start, folded + length, out, &n_letters);
  if (n_letters < MIN_SKELETON_LETTERS)
    {
      n = length;
      memcpy (out, folded, n);
    }
  out[n] = '\0';
}

/**
 * khatt_name_skeleton:
 * @folded: a folded word of a name
 * @length: its bytes
 *
 * Reduces a word to what the spellings of one foreign name share. The article at its front stays
 * out, and a word that would lose too much is returned as it is.
 *
 * Returns: (transfer full): the skeleton
 */
char *
khatt_name_skeleton (const char *folded, gsize length)
{
  char *skeleton = g_malloc (length + 1);

  khatt_name_put_skeleton (folded, length, skeleton);
  return skeleton;
}

/* "Son of" and the like tell nobody from anybody. */
static gboolean
is_link (const char *folded)
{
  static const char *const links[] = { "بن", "ابن", "ال", "بنت", "ولد" };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    if (strcmp (folded, links[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_son_of (const char *folded)
{
  return strcmp (folded, "بن") == 0 || strcmp (folded, "ابن") == 0;
}

/**
 * khatt_spelling_init:
 * @keys: (out caller-allocates): filled in
 * @words: the folded words of a name
 * @n_words: how many
 *
 * Reduces a name to what its spellings share.
 *
 * Returns: (transfer full): owns the words of @keys
 */
GPtrArray *
khatt_spelling_init (KhattSpelling *keys, const char *const *words, guint n_words)
{
  *keys = (KhattSpelling){ .words = g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; i < n_words; i++)
    {
      if (is_link (words[i]))
        continue;
      if (i > 0 && is_son_of (words[i - 1]))
        keys->fathers |= 1u << keys->words->len;
      g_ptr_array_add (keys->words, khatt_name_skeleton (words[i], strlen (words[i])));
    }
  keys->n_words = keys->words->len;
  return keys->words;
}

/* "Y بن Z" is the father of "X بن Y بن Z": the shorter name begins where the longer
 * one says whose son he is, and does not begin with "son of" itself. */
static gboolean
is_father (const KhattSpelling *longer, const KhattSpelling *shorter)
{
  if (shorter->n_words < 2 || shorter->n_words >= longer->n_words || (shorter->fathers & 1u))
    return FALSE;
  for (guint i = 1; i < longer->n_words; i++)
    if (strcmp (g_ptr_array_index (longer->words, i), g_ptr_array_index (shorter->words, 0)) == 0)
      return (longer->fathers & (1u << i)) != 0;
  return FALSE;
}

/**
 * khatt_spelling_agree:
 * @known: a name
 * @other: another
 *
 * One name has the words of the other in their order: "تشو لينج" and "تشو هاي لينغ", but not father
 * and son.
 *
 * Returns: whether both can be the name of one person
 */
gboolean
khatt_spelling_agree (const KhattSpelling *known, const KhattSpelling *other)
{
  guint n_shared = 0, at = 0;

  for (guint i = 0; i < other->n_words; i++)
    for (guint k = at; k < known->n_words; k++)
      if (strcmp (g_ptr_array_index (known->words, k), g_ptr_array_index (other->words, i)) == 0)
        {
          n_shared++;
          at = k + 1;
          break;
        }
  if (n_shared == other->n_words || n_shared == known->n_words)
    return n_shared > 0 && !is_father (known, other) && !is_father (other, known);
  /* Two spellings of a long name may differ in one word, but not in the first. */
  return n_shared >= 2 && n_shared + 1 >= MIN (other->n_words, known->n_words) &&
         strcmp (g_ptr_array_index (known->words, 0), g_ptr_array_index (other->words, 0)) == 0;
}
