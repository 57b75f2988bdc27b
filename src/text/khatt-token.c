/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tokens: the text is folded once, cut into words, numbers and marks, and each token is looked up
 * in the lexicon once. Later stages ask tokens, never text, and every token knows the bytes of the
 * source that it came from.
 *
 * Arabic writes "and", "in", "to" and "the" onto the next word. They are taken off only when the
 * lexicon has what remains, and the reading that takes off least wins: a word that begins with one
 * of these letters by itself is not cut.
 */

#include "khatt-token.h"

#include "khatt-fold.h"

#include <string.h>

/* Two bytes each in UTF-8. */
#define WAW "و"
#define FA "ف"
#define BA "ب"
#define LAM "ل"
#define KAF "ك"
#define AL "ال"
#define LETTER_BYTES 2
/* A stem of one letter is no word. */
#define MIN_STEM_BYTES (2 * LETTER_BYTES)

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

static gboolean
starts_with (const char *word, gsize length, const char *prefix)
{
  gsize n = strlen (prefix);

  return length >= n && memcmp (word, prefix, n) == 0;
}

static void
add_stem (KhattStem *stems, gsize *n_stems, gsize length, gsize skip, guint proclitics)
{
  if (length < skip + MIN_STEM_BYTES || *n_stems == KHATT_MAX_STEMS)
    return;
  stems[(*n_stems)++] = (KhattStem){ .skip = (guint8) skip, .proclitics = (guint8) proclitics };
}

/* A stem as it stands, and without the article. */
static void
add_stem_and_article (KhattStem *stems,
                      gsize *n_stems,
                      const char *folded,
                      gsize length,
                      gsize skip,
                      guint proclitics)
{
  add_stem (stems, n_stems, length, skip, proclitics);
  if (starts_with (folded + skip, length - skip, AL))
    add_stem (stems, n_stems, length, skip + strlen (AL), proclitics | KHATT_PROCLITIC_AL);
}

/* Prepositions that are one letter, after `skip` bytes. */
static void
add_prepositions (KhattStem *stems,
                  gsize *n_stems,
                  const char *folded,
                  gsize length,
                  gsize skip,
                  guint proclitics)
{
  static const struct
  {
    const char *letter;
    guint flag;
  } prepositions[] = { { BA, KHATT_PROCLITIC_BA },
                       { LAM, KHATT_PROCLITIC_LAM },
                       { KAF, KHATT_PROCLITIC_KAF } };

  for (gsize i = 0; i < G_N_ELEMENTS (prepositions); i++)
    {
      gsize after = skip + LETTER_BYTES;

      if (!starts_with (folded + skip, length - skip, prepositions[i].letter))
        continue;
      add_stem_and_article (stems, n_stems, folded, length, after,
                            proclitics | prepositions[i].flag);
      /* "لل" hides the article's alef. */
      if (prepositions[i].flag == KHATT_PROCLITIC_LAM &&
          starts_with (folded + after, length - after, LAM))
        {
          gsize n = *n_stems;
          add_stem (stems, n_stems, length, after, proclitics | KHATT_PROCLITIC_LAM);
          if (*n_stems > n)
            stems[n].restores_al = TRUE;
          add_stem (stems, n_stems, length, after + LETTER_BYTES,
                    proclitics | KHATT_PROCLITIC_LAM | KHATT_PROCLITIC_AL);
        }
    }
}

/**
 * khatt_token_stems:
 * @folded: a folded word; need not end with a NUL
 * @length: its bytes
 * @stems: (out caller-allocates): the ways to read it
 *
 * Finds every way to take "and", a one-letter preposition and the article off a word, the word as
 * it stands first.
 *
 * Returns: how many ways there are
 */
gsize
khatt_token_stems (const char *folded, gsize length, KhattStem stems[KHATT_MAX_STEMS])
{
  gsize n_stems = 0;
  guint conjunction = 0;

  stems[n_stems++] = (KhattStem){ 0 };
  if (starts_with (folded, length, AL))
    add_stem (stems, &n_stems, length, strlen (AL), KHATT_PROCLITIC_AL);
  if (starts_with (folded, length, WAW))
    conjunction = KHATT_PROCLITIC_WAW;
  else if (starts_with (folded, length, FA))
    conjunction = KHATT_PROCLITIC_FA;

  if (conjunction != 0)
    add_stem_and_article (stems, &n_stems, folded, length, LETTER_BYTES, conjunction);
  add_prepositions (stems, &n_stems, folded, length, 0, 0);
  if (conjunction != 0 && length > LETTER_BYTES)
    add_prepositions (stems, &n_stems, folded, length, LETTER_BYTES, conjunction);
  return n_stems;
}

static guint32
find_stem (const KhattLexicon *lexicon, const KhattToken *token, const KhattStem *stem)
{
  const char *rest = token->folded + stem->skip;
  gsize length = token->length - stem->skip;
  char restored[128];

  if (!stem->restores_al)
    return khatt_lexicon_find_word (lexicon, rest, length);
  if (length + LETTER_BYTES > sizeof restored)
    return 0;
  memcpy (restored, "ا", LETTER_BYTES);
  memcpy (restored + LETTER_BYTES, rest, length);
  return khatt_lexicon_find_word (lexicon, restored, length + LETTER_BYTES);
}

/* The words that token can be inside a phrase: itself, or without the article. */
typedef struct
{
  guint32 exact;
  guint32 bare;
} InnerWord;

static void
keep_match (KhattMatch *best, const KhattMatch *match)
{
  if (best->entry == NULL || match->n_tokens > best->n_tokens)
    *best = *match;
}

static void
keep_entries (const KhattLexicon *lexicon,
              guint32 node,
              gsize n_tokens,
              guint proclitics,
              KhattMatch best[KHATT_N_ENTRY_CLASSES])
{
  guint classes = khatt_lexicon_get_classes (lexicon, node);

  /* No verb takes a preposition but "to", and none the article. */
  if (proclitics & (KHATT_PROCLITIC_BA | KHATT_PROCLITIC_KAF | KHATT_PROCLITIC_AL))
    classes &= ~(1u << KHATT_ENTRY_VERB);
  for (guint class = 0; classes != 0; class ++, classes >>= 1)
    if (classes & 1)
      {
        KhattMatch match = { khatt_lexicon_get_entry (lexicon, node, class), (guint16) n_tokens,
                             (guint16) proclitics };
        keep_match (&best[class], &match);
      }
}

/* Follows both readings of each next word; the set of live nodes is bounded by the phrase length.
 */
static void
walk_phrases (const KhattLexicon *lexicon,
              const KhattTokens *tokens,
              const InnerWord *words,
              gsize index,
              guint32 node,
              guint proclitics,
              KhattMatch best[KHATT_N_ENTRY_CLASSES])
{
  guint32 nodes[2] = { node, 0 };
  gsize n_nodes = 1;

  for (gsize n = 1; n_nodes > 0 && n <= KHATT_PHRASE_MAX_WORDS; n++)
    {
      guint32 next[2];
      gsize n_next = 0;
      const InnerWord *word;

      for (gsize k = 0; k < n_nodes; k++)
        keep_entries (lexicon, nodes[k], n, proclitics, best);
      if (index + n >= tokens->n_tokens || tokens->tokens[index + n].starts_line)
        return;

      word = &words[index + n];
      for (gsize k = 0; k < n_nodes; k++)
        {
          guint32 exact = khatt_lexicon_step (lexicon, nodes[k], word->exact);
          guint32 bare = khatt_lexicon_step (lexicon, nodes[k], word->bare);
          if (exact != G_MAXUINT32 && n_next < G_N_ELEMENTS (next))
            next[n_next++] = exact;
          if (bare != G_MAXUINT32 && n_next < G_N_ELEMENTS (next))
            next[n_next++] = bare;
        }
      memcpy (nodes, next, n_next * sizeof *next);
      n_nodes = n_next;
    }
}

static void
match_token (const KhattLexicon *lexicon, KhattTokens *tokens, const InnerWord *words, gsize index)
{
  KhattToken *token = &tokens->tokens[index];
  KhattMatch best[KHATT_N_ENTRY_CLASSES] = { 0 };
  KhattStem stems[KHATT_MAX_STEMS];
  gsize n_stems = 0;

  token->first_match = tokens->matches->len;
  token->n_matches = 0;
  if (token->kind != KHATT_TOKEN_WORD)
    return;

  n_stems = khatt_token_stems (token->folded, token->length, stems);
  for (gsize i = 0; i < n_stems; i++)
    {
      guint32 word = find_stem (lexicon, token, &stems[i]);
      guint32 node = word != 0 ? khatt_lexicon_step (lexicon, 0, word) : G_MAXUINT32;
      if (node != G_MAXUINT32)
        walk_phrases (lexicon, tokens, words, index, node, stems[i].proclitics, best);
    }

  for (guint class = 0; class < KHATT_N_ENTRY_CLASSES; class ++)
    if (best[class].entry != NULL)
      {
        g_array_append_val (tokens->matches, best[class]);
        token->n_matches++;
      }
}

static void
match_tokens (const KhattLexicon *lexicon, KhattTokens *tokens)
{
  g_autofree InnerWord *words = g_new0 (InnerWord, tokens->n_tokens + 1);

  for (gsize i = 0; i < tokens->n_tokens; i++)
    {
      const KhattToken *token = &tokens->tokens[i];

      words[i].exact = khatt_lexicon_find_word (lexicon, token->folded, token->length);
      if (starts_with (token->folded, token->length, AL) && token->length > strlen (AL))
        words[i].bare = khatt_lexicon_find_word (lexicon, token->folded + strlen (AL),
                                                 token->length - strlen (AL));
    }
  for (gsize i = 0; i < tokens->n_tokens; i++)
    match_token (lexicon, tokens, words, i);
}

/* What is being cut, and where the cutter stands. */
typedef struct
{
  const KhattFolded *folded;
  GArray *tokens;
  GString *words; /* each with a NUL after it */
  GArray *starts; /* of gsize: where each token's word begins in `words` */
  gboolean starts_line;
  gboolean has_space;
} Cutter;

static gboolean
belongs_to_word (gunichar c, gboolean is_number)
{
  if (is_number)
    return g_unichar_isdigit (c);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static void
cut_token (Cutter *cutter, gsize first, gsize after, KhattTokenKind kind)
{
  KhattToken token = { .first = cutter->folded->offsets[first],
                       .after = cutter->folded->offsets[after],
                       .length = (guint32) (after - first),
                       .kind = kind,
                       .starts_line = cutter->starts_line,
                       .has_space = cutter->has_space };
  gsize start = cutter->words->len;

  g_array_append_val (cutter->starts, start);
  g_string_append_len (cutter->words, cutter->folded->text + first, after - first);
  g_string_append_c (cutter->words, '\0');
  g_array_append_val (cutter->tokens, token);
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
  const char *text = cutter->folded->text;
  gunichar c = g_utf8_get_char (text + at);
  gsize after = (gsize) (g_utf8_next_char (text + at) - text);
  gboolean is_number = g_unichar_isdigit (c);

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
  while (after < cutter->folded->length &&
         belongs_to_word (g_utf8_get_char (text + after), is_number))
    after = (gsize) (g_utf8_next_char (text + after) - text);
  cut_token (cutter, at, after, is_number ? KHATT_TOKEN_NUMBER : KHATT_TOKEN_WORD);
  return after;
}

static void
cut_text (Cutter *cutter)
{
  const char *text = cutter->folded->text;

  for (gsize at = 0; at < cutter->folded->length;)
    {
      gunichar c = g_utf8_get_char (text + at);

      if (!g_unichar_isspace (c) && c != 0x2028 && c != 0x2029)
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

/* The end of a token is the start of what follows it in the folded text, which leaves the marks
 * that folding drops inside; trailing ones that are no part of a word (a bidi mark before a stop)
 * do no harm. */
static void
link_words (KhattTokens *tokens, const Cutter *cutter)
{
  for (gsize i = 0; i < tokens->n_tokens; i++)
    tokens->tokens[i].folded = tokens->folded + g_array_index (cutter->starts, gsize, i);
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
  KhattTokens *tokens = g_new0 (KhattTokens, 1);
  KhattFolded folded = { 0 };
  Cutter cutter = { .folded = &folded, .starts_line = TRUE };

  khatt_fold_with_map (text, length, &folded);
  cutter.tokens = g_array_new (FALSE, FALSE, sizeof (KhattToken));
  cutter.starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  cutter.words = g_string_sized_new (folded.length + folded.length / 4);
  cut_text (&cutter);

  tokens->text = text;
  tokens->length = length < 0 ? strlen (text) : (gsize) length;
  tokens->n_tokens = cutter.tokens->len;
  tokens->tokens = (KhattToken *) (gpointer) g_array_free (cutter.tokens, FALSE);
  tokens->folded = g_string_free (cutter.words, FALSE);
  tokens->matches = g_array_new (FALSE, FALSE, sizeof (KhattMatch));
  link_words (tokens, &cutter);
  g_array_unref (cutter.starts);
  khatt_folded_clear (&folded);

  match_tokens (lexicon, tokens);
  return tokens;
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
  g_free (tokens->folded);
  g_array_unref (tokens->matches);
  g_free (tokens);
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

  if (index >= tokens->n_tokens)
    return NULL;
  token = &tokens->tokens[index];
  for (guint32 i = 0; i < token->n_matches; i++)
    {
      const KhattMatch *match =
          &g_array_index (tokens->matches, KhattMatch, token->first_match + i);
      if (match->entry->class == class)
        return match;
    }
  return NULL;
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
