/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking tokens up. Arabic writes "and", "in", "to" and "the" onto the next word. They are taken
 * off only when the lexicon has what remains, and the reading that takes off least wins: a word
 * that begins with one of these letters by itself is not cut. The lexicon is asked once for each
 * distinct word; then only the phrases are walked that go on behind it.
 */

#include "khatt-token-match.h"

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

/* Looking a text up. */
typedef struct
{
  const KhattLexicon *lexicon;
  KhattTokens *tokens;
  KhattTokenWords *words;
  const guint32 *numbers; /* of each token's word */
} Matcher;

static guint32
find_stem (const KhattLexicon *lexicon, const KhattTokenWord *word, const KhattStem *stem)
{
  const char *rest = word->folded + stem->skip;
  gsize length = word->length - stem->skip;
  char restored[128];

  if (!stem->restores_al)
    return khatt_lexicon_find_word (lexicon, rest, length);
  if (length + LETTER_BYTES > sizeof restored)
    return 0;
  memcpy (restored, "ا", LETTER_BYTES);
  memcpy (restored + LETTER_BYTES, rest, length);
  return khatt_lexicon_find_word (lexicon, restored, length + LETTER_BYTES);
}

static void
ask_lexicon (const Matcher *matcher, KhattTokenWord *word)
{
  KhattStem stems[KHATT_MAX_STEMS];
  gsize n_stems = 0;

  word->exact = khatt_lexicon_find_word (matcher->lexicon, word->folded, word->length);
  if (starts_with (word->folded, word->length, AL) && word->length > strlen (AL))
    word->bare = khatt_lexicon_find_word (matcher->lexicon, word->folded + strlen (AL),
                                          word->length - strlen (AL));
  word->first_start = matcher->words->starts->len;
  if (word->kind == KHATT_TOKEN_WORD)
    n_stems = khatt_token_stems (word->folded, word->length, stems);
  for (gsize i = 0; i < n_stems; i++)
    {
      guint32 number = find_stem (matcher->lexicon, word, &stems[i]);
      KhattTokenStart start = { number != 0 ? khatt_lexicon_step (matcher->lexicon, 0, number)
                                            : G_MAXUINT32,
                                stems[i].proclitics };
      if (start.node != G_MAXUINT32)
        g_array_append_val (matcher->words->starts, start);
    }
  word->n_starts = (guint8) (matcher->words->starts->len - word->first_start);
}

static KhattTokenWord *
get_word (const Matcher *matcher, gsize token)
{
  return khatt_token_words_get (matcher->words, matcher->numbers[token]);
}

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
  /* A town has the article in the table or has none: a surname can be "the" and a town. */
  if (proclitics & KHATT_PROCLITIC_AL)
    classes &= ~(1u << KHATT_ENTRY_CITY);
  for (guint class = 0; classes != 0; class ++, classes >>= 1)
    if (classes & 1)
      {
        KhattMatch match = { khatt_lexicon_get_entry (lexicon, node, class), (guint16) n_tokens,
                             (guint16) proclitics };
        keep_match (&best[class], &match);
      }
}

/* The word behind a token, as far as a phrase can go on with it. */
static const KhattTokenWord *
get_next_word (const Matcher *matcher, gsize token)
{
  if (token >= matcher->tokens->n_tokens || matcher->tokens->tokens[token].starts_line)
    return NULL;
  return get_word (matcher, token);
}

/* Follows both readings of each next word; the set of live nodes is bounded by the phrase length.
 */
static void
walk_phrases (const Matcher *matcher,
              gsize index,
              const KhattTokenStart *start,
              KhattMatch best[KHATT_N_ENTRY_CLASSES])
{
  const KhattLexicon *lexicon = matcher->lexicon;
  guint32 nodes[2] = { start->node, 0 };
  gsize n_nodes = 1;

  for (gsize n = 1; n_nodes > 0 && n <= KHATT_PHRASE_MAX_WORDS; n++)
    {
      const KhattTokenWord *word = get_next_word (matcher, index + n);
      guint32 next[2];
      gsize n_next = 0;

      for (gsize k = 0; k < n_nodes; k++)
        keep_entries (lexicon, nodes[k], n, start->proclitics, best);
      if (word == NULL)
        return;
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

static gboolean
phrase_goes_on (const Matcher *matcher, const KhattTokenWord *word, const KhattTokenWord *next)
{
  if (next == NULL || (next->exact == 0 && next->bare == 0))
    return FALSE;
  for (guint i = 0; i < word->n_starts; i++)
    {
      const KhattTokenStart *start =
          &g_array_index (matcher->words->starts, KhattTokenStart, word->first_start + i);
      if (khatt_lexicon_step (matcher->lexicon, start->node, next->exact) != G_MAXUINT32 ||
          khatt_lexicon_step (matcher->lexicon, start->node, next->bare) != G_MAXUINT32)
        return TRUE;
    }
  return FALSE;
}

/* Keeps what was found, in the order of classes. */
static guint32
keep_list (KhattTokenWords *words, const KhattMatch best[KHATT_N_ENTRY_CLASSES], guint *classes)
{
  KhattMatch list[KHATT_N_ENTRY_CLASSES];
  guint n = 0;

  *classes = 0;
  for (guint class = 0; class < KHATT_N_ENTRY_CLASSES; class ++)
    if (best[class].entry != NULL)
      {
        list[n++] = best[class];
        *classes |= 1u << class;
      }
  return khatt_token_words_keep_list (words, list, n);
}

static void
match_token (const Matcher *matcher, gsize index)
{
  KhattToken *token = &matcher->tokens->tokens[index];
  KhattTokenWord *word = get_word (matcher, index);
  KhattMatch best[KHATT_N_ENTRY_CLASSES] = { 0 };
  gboolean goes_on;
  guint classes;
  guint32 list;

  if (word->n_starts == 0)
    return;
  goes_on = phrase_goes_on (matcher, word, get_next_word (matcher, index + 1));
  if (!goes_on && word->has_alone)
    {
      khatt_token_set_matches (token, word->alone, word->alone_classes);
      return;
    }
  for (guint i = 0; i < word->n_starts; i++)
    walk_phrases (matcher, index,
                  &g_array_index (matcher->words->starts, KhattTokenStart, word->first_start + i),
                  best);
  list = keep_list (matcher->words, best, &classes);
  if (!goes_on)
    {
      word->has_alone = TRUE;
      word->alone = list;
      word->alone_classes = (guint16) classes;
    }
  khatt_token_set_matches (token, list, classes);
}

/**
 * khatt_tokens_look_up: (skip)
 * @tokens: tokens that are not looked up yet
 * @lexicon: the tables
 * @numbers: (array): the number of each token's word
 *
 * Finds the phrases of the lexicon that begin at each token.
 */
void
khatt_tokens_look_up (KhattTokens *tokens, const KhattLexicon *lexicon, const guint32 *numbers)
{
  Matcher matcher = { lexicon, tokens, tokens->words, numbers };

  for (; tokens->words->n_asked < tokens->words->words->len; tokens->words->n_asked++)
    ask_lexicon (&matcher, khatt_token_words_get (tokens->words, tokens->words->n_asked));
  for (gsize i = 0; i < tokens->n_tokens; i++)
    match_token (&matcher, i);
}
