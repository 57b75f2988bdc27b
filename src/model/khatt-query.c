/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattQuery: what a person looks for. Letters are folded on both sides, so that neither tashkeel
 * nor the seat of a hamza keeps a word from being found. A word is found where a word of the text
 * begins with it, since it is looked for while it is still being typed; Arabic writes "and", "so",
 * "in", "as", "for" and "the" onto the word, so it may stand behind those too. What was typed with
 * "the" finds the word without it. What was typed with another of them is looked for as it is, and
 * only where nothing has it without: "ولبنان" finds "لبنان", "وزير" never finds "زير". Words in
 * quotation marks are looked for as they stand together. */

#include "khatt-query.h"

#include <string.h>

#include "khatt-fold.h"

/* Letters that a word keeps where something was taken off its head. */
#define MIN_BEHIND_ARTICLE 2
#define MIN_BEHIND_PROCLITIC 3
/* The longest of `heads`, in letters. */
#define MAX_HEAD 4

#define ARTICLE "ال"

typedef struct
{
  char *text;
  gsize length;
  gboolean is_arabic;
} Word;

struct _KhattQuery
{
  GArray *words; /* of Word */
};

/* What is written onto Arabic words. */
static const char *const heads[] = {
  "و",   "ف",  "ب",  "ك",  "ل",  "س",  "ال", "لل", "وال", "فال",  "بال",  "كال",  "ولل",
  "فلل", "وب", "وك", "ول", "فب", "فك", "فل", "وس", "فس",  "وبال", "وكال", "فبال", "فكال",
};
/* One of these can be taken off what was typed. */
static const char *const proclitics[] = { "و", "ف", "ب", "ل", "ك" };

static const char *const quotation_marks[] = { "\"", "«", "»", "“", "”", "„" };

static gboolean
is_arabic_letter (gunichar letter)
{
  return letter >= 0x600 && letter <= 0x6ff && g_unichar_isalpha (letter);
}

static gsize
get_mark_length (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotation_marks); i++)
    {
      if (g_str_has_prefix (at, quotation_marks[i]))
        return strlen (quotation_marks[i]);
    }
  return 0;
}

/* ---- What was typed ---- */

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->text);
}

static gboolean
drop_head (Word *word, const char *head, glong min_letters)
{
  gsize length = strlen (head);

  if (!g_str_has_prefix (word->text, head) || g_utf8_strlen (word->text + length, -1) < min_letters)
    return FALSE;

  word->length -= length;
  memmove (word->text, word->text + length, word->length + 1);
  return TRUE;
}

static void
add_word (KhattQuery *query, const char *text, gsize length, gboolean is_phrase)
{
  Word word = { .text = g_strndup (text, length) };

  if (is_phrase)
    g_strstrip (word.text);
  word.length = strlen (word.text);
  word.is_arabic = is_arabic_letter (g_utf8_get_char (word.text));
  if (word.length == 0)
    {
      g_free (word.text);
      return;
    }
  if (!is_phrase)
    drop_head (&word, ARTICLE, MIN_BEHIND_ARTICLE);
  g_array_append_val (query->words, word);
}

static void
add_words (KhattQuery *query, const char *text, const char *end)
{
  const char *first = NULL;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalnum (g_utf8_get_char (at)))
        {
          first = first != NULL ? first : at;
          continue;
        }
      if (first != NULL)
        add_word (query, first, (gsize) (at - first), FALSE);
      first = NULL;
    }
  if (first != NULL)
    add_word (query, first, (gsize) (end - first), FALSE);
}

/**
 * khatt_query_new:
 * @text: what was typed, UTF-8
 *
 * Returns: (transfer full): what to look for; without words where nothing but spaces and signs was
 * typed
 */
KhattQuery *
khatt_query_new (const char *text)
{
  KhattQuery *query = g_new0 (KhattQuery, 1);
  g_autofree char *folded = khatt_fold (text, -1);
  const char *start = folded;
  gboolean is_quoted = FALSE;

  query->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (query->words, clear_word);
  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gsize mark = *at != '\0' ? get_mark_length (at) : 0;

      if (*at != '\0' && mark == 0)
        continue;
      if (is_quoted && *at != '\0')
        add_word (query, start, (gsize) (at - start), TRUE);
      else
        add_words (query, start, at); /* a quotation that is not closed yet is words */
      if (*at == '\0')
        return query;
      is_quoted = !is_quoted;
      start = at + mark;
    }
}

/**
 * khatt_query_copy:
 * @query: what to look for
 *
 * Returns: (transfer full): the same
 */
KhattQuery *
khatt_query_copy (const KhattQuery *query)
{
  KhattQuery *copy = g_new0 (KhattQuery, 1);

  copy->words = g_array_copy (query->words);
  g_array_set_clear_func (copy->words, clear_word);
  for (guint i = 0; i < copy->words->len; i++)
    {
      Word *word = &g_array_index (copy->words, Word, i);

      word->text = g_strdup (word->text);
    }
  return copy;
}

/**
 * khatt_query_free:
 * @query: (transfer full): what to look for
 */
void
khatt_query_free (KhattQuery *query)
{
  g_array_unref (query->words);
  g_free (query);
}

/**
 * khatt_query_get_n_words:
 * @query: what to look for
 *
 * Returns: how many words or phrases have to be found
 */
guint
khatt_query_get_n_words (const KhattQuery *query)
{
  return query->words->len;
}

/**
 * khatt_query_get_word:
 * @query: what to look for
 * @word: which of its words
 *
 * Returns: (transfer none): the word as it is looked for
 */
const char *
khatt_query_get_word (const KhattQuery *query, guint word)
{
  return g_array_index (query->words, Word, word).text;
}

/**
 * khatt_query_extends:
 * @query: what to look for
 * @shorter: what was looked for before
 *
 * Returns: whether @query finds nothing that @shorter does not find word by word: somebody typed on
 */
gboolean
khatt_query_extends (const KhattQuery *query, const KhattQuery *shorter)
{
  if (query->words->len < shorter->words->len)
    return FALSE;

  for (guint i = 0; i < shorter->words->len; i++)
    {
      if (!g_str_has_prefix (khatt_query_get_word (query, i), khatt_query_get_word (shorter, i)))
        return FALSE;
    }
  return TRUE;
}

/**
 * khatt_query_loosen:
 * @query: what to look for
 * @word: a word that nothing has
 *
 * Takes one of the particles that Arabic writes onto words off a word.
 *
 * Returns: whether there was one
 */
gboolean
khatt_query_loosen (KhattQuery *query, guint word)
{
  Word *loose = &g_array_index (query->words, Word, word);

  for (gsize i = 0; i < G_N_ELEMENTS (proclitics); i++)
    {
      if (!drop_head (loose, proclitics[i], MIN_BEHIND_PROCLITIC))
        continue;
      if (!drop_head (loose, ARTICLE, MIN_BEHIND_ARTICLE) && g_str_equal (proclitics[i], "ل"))
        drop_head (loose, "ل", MIN_BEHIND_PROCLITIC); /* "for the" is written with two of them */
      return TRUE;
    }
  return FALSE;
}

/* ---- Where it is ---- */

static gboolean
is_head (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      if (strlen (heads[i]) == length && memcmp (heads[i], text, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
get_previous (const char *at)
{
  do
    at--;
  while (((guchar) *at & 0xc0) == 0x80); /* inside a character */
  return at;
}

/* Whether a word of the text begins at `at`, or does so when what is written onto it is left out.
 */
static gboolean
begins_word (const Word *word, const char *text, const char *at)
{
  const char *first = at;

  for (guint n = 0; first > text; n++)
    {
      const char *before = get_previous (first);

      if (!g_unichar_isalnum (g_utf8_get_char (before)))
        break;
      if (n == MAX_HEAD || !word->is_arabic)
        return FALSE;
      first = before;
    }

  return first == at || is_head (first, (gsize) (at - first));
}

/* Short words are inside of others far more often than at their beginning: most of that is seen by
 * one letter, which no head ends with. Nothing is refused that begins_word() would take. */
static inline gboolean
can_begin_word (const char *text, const char *at)
{
  static const char last_letters[] = "وفبكلس";

  if (at - text < 2 || ((guchar) at[-2] & 0xfe) != 0xd8 || ((guchar) at[-1] & 0xc0) != 0x80)
    return TRUE;
  for (gsize i = 0; i < sizeof last_letters - 1; i += 2)
    {
      if (at[-2] == last_letters[i] && at[-1] == last_letters[i + 1])
        return TRUE;
    }
  return !g_unichar_isalnum (g_utf8_get_char (at - 2));
}

/**
 * khatt_query_find:
 * @query: what to look for
 * @word: which of its words
 * @from: where to begin, within @text
 * @text: folded text
 * @end: behind its last byte
 *
 * Returns: (nullable): where the word is next; %NULL where it is nowhere from @from on
 */
const char *
khatt_query_find (const KhattQuery *query,
                  guint word,
                  const char *from,
                  const char *text,
                  const char *end)
{
  const Word *wanted = &g_array_index (query->words, Word, word);

  while ((from = memmem (from, (gsize) (end - from), wanted->text, wanted->length)) != NULL)
    {
      if (can_begin_word (text, from) && begins_word (wanted, text, from))
        return from;
      from++;
    }
  return NULL;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const KhattTextRange *first = a;
  const KhattTextRange *second = b;

  return first->first < second->first ? -1 : first->first > second->first;
}

static void
unite (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      KhattTextRange range = g_array_index (ranges, KhattTextRange, i);
      KhattTextRange *last = n > 0 ? &g_array_index (ranges, KhattTextRange, n - 1) : NULL;

      if (last != NULL && range.first <= last->after)
        last->after = MAX (last->after, range.after);
      else
        g_array_index (ranges, KhattTextRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

/**
 * khatt_query_find_ranges:
 * @query: what to look for
 * @text: (nullable): a text as people read it
 *
 * Finds what of a text is to be lit: each word wherever it is, whether or not the others are there.
 *
 * Returns: (transfer full) (element-type KhattTextRange): bytes of @text, in order, none touching
 * the next
 */
GArray *
khatt_query_find_ranges (const KhattQuery *query, const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (KhattTextRange));
  KhattFolded folded;
  const char *end;

  if (text == NULL || query->words->len == 0)
    return ranges;

  khatt_fold_with_map (text, -1, &folded);
  end = folded.text + folded.length;
  for (guint i = 0; i < query->words->len; i++)
    {
      gsize length = g_array_index (query->words, Word, i).length;
      const char *at = folded.text;

      while ((at = khatt_query_find (query, i, at, folded.text, end)) != NULL)
        {
          gsize first = (gsize) (at - folded.text);
          KhattTextRange range = { folded.offsets[first], folded.offsets[first + length] };

          g_array_append_val (ranges, range);
          at += length;
        }
    }
  khatt_folded_clear (&folded);
  unite (ranges);
  return ranges;
}
