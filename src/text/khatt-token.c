/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tokens: the text is folded once, cut into words, numbers and marks, and each token is looked up
 * in the lexicon once. Later stages ask tokens, never text, and every token knows the bytes of the
 * source that it came from.
 *
 * A text may be a hundred megabytes long: it is folded piece by piece, words and lists of matches
 * are kept once however often they occur, and a token is 24 bytes.
 */

#include "khatt-token.h"

#include "khatt-fold.h"
#include "khatt-token-match.h"

#include <string.h>

static const gunichar quotation_marks[] = { '"',    0x00ab, 0x00bb, 0x2018, 0x2019, 0x201a, 0x201b,
                                            0x201c, 0x201d, 0x201e, 0x201f, 0x2039, 0x203a, '\'' };

static gboolean
is_quotation_mark (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotation_marks); i++)
    if (quotation_marks[i] == c)
      return TRUE;
  return FALSE;
}

/* What is being cut, and where the cutter stands. */
typedef struct
{
  KhattFolded folded; /* the piece */
  guint32 base;       /* byte of the source where the piece begins */
  GArray *tokens;
  GArray *numbers; /* of guint32: the number of each token's word */
  KhattTokenWords *words;
  gboolean starts_line;
  gboolean has_space;
} Cutter;

/* A character of folded text, which is valid; most have two bytes. */
static inline gunichar
get_char (const char *p)
{
  guchar first = (guchar) *p;

  if (first < 0x80)
    return first;
  if (first < 0xe0)
    return (gunichar) (first & 0x1f) << 6 | ((guchar) p[1] & 0x3f);
  return g_utf8_get_char (p);
}

static inline gboolean
is_arabic_letter (gunichar c)
{
  return (c >= 0x0621 && c <= 0x063a) || (c >= 0x0641 && c <= 0x064a);
}

static gboolean
belongs_to_word (gunichar c, gboolean is_number)
{
  if (is_arabic_letter (c))
    return !is_number;
  if (is_number)
    return g_unichar_isdigit (c);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static void
cut_token (Cutter *cutter, gsize first, gsize after, KhattTokenKind kind)
{
  gsize length = after - first;
  guint32 number = khatt_token_words_add (cutter->words, cutter->folded.text + first, length, kind);
  KhattToken token = { .folded = khatt_token_words_get (cutter->words, number)->folded,
                       .first = cutter->base + cutter->folded.offsets[first],
                       .after = cutter->base + cutter->folded.offsets[after],
                       .length = length & KHATT_TOKEN_MAX_BYTES,
                       .kind = kind & 3,
                       .starts_line = cutter->starts_line != FALSE,
                       .has_space = cutter->has_space != FALSE };

  g_array_append_val (cutter->tokens, token);
  g_array_append_val (cutter->numbers, number);
  cutter->starts_line = FALSE;
  cutter->has_space = FALSE;
}

/* Who has no quotation marks on the keyboard types two of something else: '' `` << >> (( )). */
static gboolean
is_double_mark (const char *text, gsize at)
{
  return text[at] != '\0' && strchr ("'`<>()", text[at]) != NULL && text[at + 1] == text[at];
}

/* Returns where the token that begins at `at` ends. */
static gsize
cut_next (Cutter *cutter, gsize at)
{
  const char *text = cutter->folded.text;
  gunichar c = get_char (text + at);
  gsize after = (gsize) (g_utf8_next_char (text + at) - text);
  gboolean is_number = !is_arabic_letter (c) && g_unichar_isdigit (c);

  if (is_double_mark (text, at))
    {
      cut_token (cutter, at, at + 2, KHATT_TOKEN_QUOTE);
      return at + 2;
    }
  if (!is_number && !belongs_to_word (c, FALSE))
    {
      cut_token (cutter, at, after,
                 is_quotation_mark (c) ? KHATT_TOKEN_QUOTE : KHATT_TOKEN_PUNCTUATION);
      return after;
    }
  while (after < cutter->folded.length && belongs_to_word (get_char (text + after), is_number))
    {
      gsize next = (gsize) (g_utf8_next_char (text + after) - text);
      if (next - at > KHATT_TOKEN_MAX_BYTES)
        break;
      after = next;
    }
  cut_token (cutter, at, after, is_number ? KHATT_TOKEN_NUMBER : KHATT_TOKEN_WORD);
  return after;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' ||
         (!is_arabic_letter (c) && (g_unichar_isspace (c) || c == 0x2028 || c == 0x2029));
}

static void
cut_piece (Cutter *cutter)
{
  const char *text = cutter->folded.text;

  for (gsize at = 0; at < cutter->folded.length;)
    {
      gunichar c = get_char (text + at);

      if (!is_space (c))
        {
          at = cut_next (cutter, at);
          continue;
        }
      cutter->has_space = TRUE;
      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        cutter->starts_line = TRUE;
      at = (gsize) (g_utf8_next_char (text + at) - text);
    }
}

/* Where a piece ends: behind the last space that it has room for, else behind the first one. */
static gsize
find_piece_end (const char *text, gsize first, gsize length)
{
  gsize end = first + KHATT_TOKENS_PIECE_BYTES;

  if (length - first <= KHATT_TOKENS_PIECE_BYTES)
    return length;
  while (end > first && text[end - 1] != ' ' && text[end - 1] != '\n')
    end--;
  if (end > first)
    return end;
  for (end = first + KHATT_TOKENS_PIECE_BYTES; end < length; end++)
    if (text[end] == ' ' || text[end] == '\n')
      return end + 1;
  return length;
}

static void
cut_text (Cutter *cutter, const char *text, gsize first, gsize after)
{
  while (first < after)
    {
      gsize end = find_piece_end (text, first, after);

      cutter->base = (guint32) first;
      khatt_fold_with_map (text + first, (gssize) (end - first), &cutter->folded);
      cut_piece (cutter);
      khatt_folded_clear (&cutter->folded);
      first = end;
    }
}

/**
 * khatt_tokens_new_stretch:
 * @lexicon: the tables
 * @words: the words of the whole text as far as they are known; those of the stretch are added
 * @text: UTF-8, kept borrowed by the result
 * @first: where the stretch begins, at the start of a line; in bytes, as all that follows
 * @after: where it ends; at most %G_MAXUINT32
 *
 * Cuts a stretch of a text into tokens and looks every one up. Offsets are those of the text.
 *
 * Returns: (transfer full): the tokens
 */
KhattTokens *
khatt_tokens_new_stretch (const KhattLexicon *lexicon,
                          KhattTokenWords *words,
                          const char *text,
                          gsize first,
                          gsize after)
{
  KhattTokens *tokens = g_new0 (KhattTokens, 1);
  Cutter cutter = { .words = words, .starts_line = TRUE, .has_space = first > 0 };

  tokens->text = text;
  tokens->words = khatt_token_words_ref (words);
  tokens->matches = words->matches;
  cutter.tokens = g_array_new (FALSE, FALSE, sizeof (KhattToken));
  cutter.numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  cut_text (&cutter, text, first, after);

  tokens->n_tokens = cutter.tokens->len;
  tokens->tokens = (KhattToken *) (gpointer) g_array_free (cutter.tokens, FALSE);
  tokens->tokens = g_renew (KhattToken, tokens->tokens, tokens->n_tokens);
  khatt_tokens_look_up (tokens, lexicon, (const guint32 *) (gpointer) cutter.numbers->data);
  g_array_unref (cutter.numbers);
  return tokens;
}

/**
 * khatt_tokens_new:
 * @lexicon: the tables
 * @text: UTF-8, kept borrowed by the result; at most %G_MAXUINT32 bytes
 * @length: in bytes; -1 where the text ends with a NUL
 *
 * Cuts a text into tokens and looks every one up.
 *
 * Returns: (transfer full): the tokens
 */
KhattTokens *
khatt_tokens_new (const KhattLexicon *lexicon, const char *text, gssize length)
{
  g_autoptr (KhattTokenWords) words = khatt_token_words_new ();

  return khatt_tokens_new_stretch (lexicon, words, text, 0,
                                   length < 0 ? strlen (text) : (gsize) length);
}

/**
 * khatt_tokens_free:
 * @tokens: (transfer full): tokens
 *
 * Frees the tokens of a text.
 */
void
khatt_tokens_free (KhattTokens *tokens)
{
  g_free (tokens->tokens);
  khatt_token_words_unref (tokens->words);
  g_free (tokens);
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

/**
 * khatt_tokens_match:
 * @tokens: tokens
 * @index: which token
 * @class: what is looked for
 *
 * Looks for the longest phrase of a class that begins at a token.
 *
 * Returns: (nullable) (transfer none): the phrase
 */
const KhattMatch *
khatt_tokens_match (const KhattTokens *tokens, gsize index, KhattEntryClass class)
{
  const KhattToken *token;
  guint classes;

  if (index >= tokens->n_tokens)
    return NULL;
  token = &tokens->tokens[index];
  classes = token->classes;
  if ((classes & 1u << class) == 0)
    return NULL;
  /* The list is in the order of the classes. */
  return &g_array_index (tokens->matches, KhattMatch,
                         token->first_match + count_bits (classes & ((1u << class) - 1)));
}

/**
 * khatt_token_set_matches: (skip)
 * @token: a token
 * @first: where its list of matches begins
 * @classes: a bit for each class in the list
 *
 * Notes what the lexicon has at a token.
 */
void
khatt_token_set_matches (KhattToken *token, guint32 first, guint classes)
{
  token->first_match = first;
  token->classes = classes & KHATT_TOKEN_CLASSES;
  token->n_matches = count_bits (classes) & 15;
}

/**
 * khatt_token_is:
 * @token: a token
 * @folded: a folded word
 *
 * Compares a token with a word, proclitics and all.
 *
 * Returns: whether they are the same
 */
gboolean
khatt_token_is (const KhattToken *token, const char *folded)
{
  return strcmp (token->folded, folded) == 0;
}
