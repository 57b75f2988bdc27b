/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a name ends. Arabic has no capital letters, so a name is what no table knows, behind
 * something that announces a person; the lexicon's everyday words are there to stop it.
 */

#include "khatt-names.h"

#include <string.h>

struct _KhattNameWords
{
  const KhattTokenWords *all;
  guint32 n_words;   /* of them, when the names began to be looked for */
  GHashTable *words; /* folded words of the text; NULL: nobody has asked yet */
};

#define LETTER_BYTES 2
/* Longer words that end like adjectives are adjectives. */
#define MAX_SURNAME_LETTERS 8
#define N_SYLLABLES 3

/**
 * khatt_name_words_new:
 * @all: everything between spaces of a text; outlives the result
 *
 * Collects the words of a text.
 *
 * Returns: (transfer full): the words
 */
KhattNameWords *
khatt_name_words_new (const KhattTokenWords *all)
{
  KhattNameWords *words = g_new0 (KhattNameWords, 1);

  words->all = all;
  words->n_words = all->words->len;
  return words;
}

/* Most texts have no word for which this is to be known. */
static gboolean
has_word (KhattNameWords *words, const char *folded)
{
  if (words->words == NULL)
    {
      words->words = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint32 i = 0; i < words->n_words; i++)
        {
          const KhattTokenWord *word = khatt_token_words_get (words->all, i);

          if (word->kind == KHATT_TOKEN_WORD)
            g_hash_table_add (words->words, (gpointer) word->folded);
        }
    }
  return g_hash_table_contains (words->words, folded);
}

/**
 * khatt_name_words_free:
 * @words: (transfer full): words
 *
 * Frees the words of a text.
 */
void
khatt_name_words_free (KhattNameWords *words)
{
  g_clear_pointer (&words->words, g_hash_table_unref);
  g_free (words);
}

static gboolean
is_marker (const KhattTokens *tokens, gsize index, const char *sort)
{
  const KhattMatch *match = khatt_tokens_match (tokens, index, KHATT_ENTRY_MARKER);

  return match != NULL && match->proclitics == 0 && strcmp (match->entry->fields[1], sort) == 0;
}

/* "بن", "آل", "عبد": whatever follows belongs to the name. */
static gboolean
is_link (const KhattTokens *tokens, gsize index)
{
  return is_marker (tokens, index, "name-link");
}

/* "كثيراً", "قاطعًا": where the source writes the ending of an adverb, it is one. */
static gboolean
has_adverb_ending (const KhattTokens *tokens, const KhattToken *token)
{
  static const char *const endings[] = { "اً", "ًا" };
  gsize length = token->after - token->first;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length > strlen (endings[i]) && memcmp (tokens->text + token->after - strlen (endings[i]),
                                                endings[i], strlen (endings[i])) == 0)
      return TRUE;
  return FALSE;
}

/**
 * khatt_name_is_strange:
 * @tokens: tokens
 * @index: which
 *
 * Returns: whether the token is a word that no table knows
 */
gboolean
khatt_name_is_strange (const KhattTokens *tokens, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];

  return token->kind == KHATT_TOKEN_WORD && token->n_matches == 0 && token->length > LETTER_BYTES &&
         !has_adverb_ending (tokens, token);
}

/* "دوبوييه" ends like "روسية" when folded; the source tells ha from ta marbuta. */
static gboolean
ends_with_ha (const KhattTokens *tokens, const KhattToken *token)
{
  return g_str_has_suffix (token->folded, "ييه") && token->after - token->first > LETTER_BYTES &&
         memcmp (tokens->text + token->after - LETTER_BYTES, "ه", LETTER_BYTES) == 0;
}

/* Nisba feminines and sound feminine plurals of everyday prose are no names. */
static gboolean
looks_like_prose (const KhattTokens *tokens, const KhattToken *token)
{
  static const char *const endings[] = { "يه", "ات", "اتها", "اته", "ها", "هما", "هم" };
  static const char *const beginnings[] = { "بال", "وبال", "لل", "ولل", "است" };
  gsize n_letters = token->length / LETTER_BYTES;

  if (ends_with_ha (tokens, token))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (n_letters > 5 && g_str_has_suffix (token->folded, endings[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (n_letters > 4 && g_str_has_prefix (token->folded, beginnings[i]))
      return TRUE;
  return FALSE;
}

/* "X Y بفوزه": "for" or "by" and something of his, behind a name of two words; "بوتفليقة" ends with
 * ta marbuta where it is written out. */
static gboolean
is_something_of_his (const KhattTokens *tokens, const KhattToken *token, gsize n_before)
{
  return n_before > 1 && token->length > 4 * LETTER_BYTES &&
         (g_str_has_prefix (token->folded, "ب") || g_str_has_prefix (token->folded, "ل")) &&
         token->after - token->first > LETTER_BYTES &&
         memcmp (tokens->text + token->after - LETTER_BYTES, "ه", LETTER_BYTES) == 0;
}

/* What the tables know of a token, as far as names go. */
typedef struct
{
  gboolean is_office;   /* a title, a date, an agency ...: no part of a name */
  gboolean is_stripped; /* known only without its article: "المساء" */
  gboolean is_prefixed; /* known only without a letter before it: "باسم" */
  gboolean is_everyday; /* a plain noun, adjective or verb */
  gboolean is_month;    /* a word of dates: "رجب", "صباح" */
} Known;

static Known
ask_tables (const KhattTokens *tokens, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];
  Known known = { .is_stripped = TRUE, .is_prefixed = TRUE, .is_everyday = TRUE };

  for (guint32 i = 0; i < token->n_matches; i++)
    {
      const KhattMatch *match =
          &g_array_index (tokens->matches, KhattMatch, token->first_match + i);
      KhattEntryClass class = match->entry->class;
      guint prefixes = match->proclitics & ~KHATT_PROCLITIC_AL;
      gboolean is_word = class == KHATT_ENTRY_WORD && *match->entry->fields[1] != '\0';
      gboolean is_verb = class == KHATT_ENTRY_VERB;

      known.is_prefixed &= prefixes != 0 && !(match->proclitics & KHATT_PROCLITIC_AL);
      known.is_stripped &= match->proclitics == KHATT_PROCLITIC_AL;
      known.is_everyday &= match->proclitics == 0 && (is_word || is_verb);
      known.is_month |= class == KHATT_ENTRY_DATE && match->proclitics == 0;
      known.is_office |= prefixes == 0 && class != KHATT_ENTRY_DATE && class != KHATT_ENTRY_WORD &&
                         class != KHATT_ENTRY_VERB && class != KHATT_ENTRY_NOUN &&
                         class != KHATT_ENTRY_COUNTRY && class != KHATT_ENTRY_CITY;
    }
  return known;
}

/* "خطيب زاده": an object pronoun makes a verb of many surnames. */
static gboolean
is_verb_with_object (const KhattTokens *tokens, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];
  const KhattMatch *match = khatt_tokens_match (tokens, index, KHATT_ENTRY_VERB);

  return token->n_matches == 1 && match != NULL && (match->entry->form & KHATT_FORM_OBJECT) &&
         match->proclitics == 0 && strcmp (match->entry->fields[2], "greet") != 0 &&
         strcmp (match->entry->fields[2], "tell") != 0 &&
         strcmp (match->entry->fields[2], "receive") != 0 &&
         strcmp (match->entry->fields[2], "meet") != 0;
}

static gboolean
ends_behind (const KhattTokens *tokens, gsize index)
{
  const KhattMatch *title;

  if (index + 1 >= tokens->n_tokens || tokens->tokens[index + 1].starts_line)
    return TRUE;
  if (tokens->tokens[index + 1].kind == KHATT_TOKEN_PUNCTUATION)
    return TRUE;
  title = khatt_tokens_match (tokens, index + 1, KHATT_ENTRY_TITLE);
  return title != NULL && (title->proclitics == KHATT_PROCLITIC_AL ||
                           (title->proclitics == KHATT_PROCLITIC_NONE &&
                            g_str_has_prefix (title->entry->fields[0], "ال")));
}

/* "نبيه بري", "سامي شريف": no adjective without the article describes somebody named; a feminine
 * or accusative one may begin to say something else. */
static gboolean
is_surname_like (const KhattTokens *tokens, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];
  const KhattMatch *word = khatt_tokens_match (tokens, index, KHATT_ENTRY_WORD);

  const KhattMatch *date = khatt_tokens_match (tokens, index, KHATT_ENTRY_DATE);

  return token->n_matches == 1 + (date != NULL) && word != NULL && word->proclitics == 0 &&
         strcmp (word->entry->fields[1], "adjective") == 0 &&
         !g_str_has_suffix (token->folded, "ا") && !g_str_has_suffix (token->folded, "ه") &&
         !g_str_has_suffix (token->folded, "ين") && khatt_name_is_strange (tokens, index - 1);
}

/* A name's next word, as far as one can see from here. */
static gboolean
goes_on_behind (const KhattTokens *tokens, gsize index)
{
  return index < tokens->n_tokens && !tokens->tokens[index].starts_line &&
         (is_link (tokens, index) || khatt_name_is_strange (tokens, index));
}

/* "رجب كريم أوزدالا": two words that the tables know, then one that they do not. */
static gboolean
is_everyday_before_strange (const KhattTokens *tokens, gsize index)
{
  return index < tokens->n_tokens && !tokens->tokens[index].starts_line &&
         tokens->tokens[index].kind == KHATT_TOKEN_WORD && ask_tables (tokens, index).is_everyday &&
         goes_on_behind (tokens, index + 1);
}

/* "سمير مقبل": "next" says when only behind a word of time, a month only behind its day. */
static gboolean
is_bare_date_word (const KhattTokens *tokens, gsize index)
{
  const KhattMatch *date = khatt_tokens_match (tokens, index, KHATT_ENTRY_DATE);

  if (date == NULL || date->proclitics != 0 || date->n_tokens != 1 ||
      !khatt_name_is_strange (tokens, index - 1))
    return FALSE;
  return strcmp (date->entry->fields[1], "direction") == 0 ||
         (strcmp (date->entry->fields[1], "month") == 0 &&
          !(index + 1 < tokens->n_tokens && tokens->tokens[index + 1].kind == KHATT_TOKEN_NUMBER));
}

/* "X الثاني": nothing but a name stands before the number of a king. */
static gboolean
is_ordinal (const KhattTokens *tokens, gsize index)
{
  const KhattMatch *date = khatt_tokens_match (tokens, index, KHATT_ENTRY_DATE);

  return date != NULL && date->proclitics == KHATT_PROCLITIC_AL && date->n_tokens == 1 &&
         strcmp (date->entry->fields[1], "ordinal") == 0;
}

/* What no name goes on over: a preposition, a date, the end of a clause. */
static gboolean
breaks_off_at (const KhattTokens *tokens, gsize index)
{
  return index >= tokens->n_tokens || tokens->tokens[index].starts_line ||
         tokens->tokens[index].kind == KHATT_TOKEN_PUNCTUATION ||
         is_marker (tokens, index, "preposition") ||
         khatt_tokens_match (tokens, index, KHATT_ENTRY_DATE) != NULL;
}

/* "X لبلاب في المدينة": what may be "for" and a word, with nothing that it would go on with. */
static gboolean
is_surname_with_letter (const KhattTokens *tokens, gsize index)
{
  return g_str_has_prefix (tokens->tokens[index].folded, "ل") &&
         !g_str_has_prefix (tokens->tokens[index].folded, "لل") &&
         !g_str_has_suffix (tokens->tokens[index].folded, "ه") &&
         khatt_name_is_strange (tokens, index - 1) &&
         tokens->tokens[index].length <= 4 * LETTER_BYTES && breaks_off_at (tokens, index + 1);
}

/* "ليونور كتاب في تصريح": a noun that says nothing of anybody: an object would have an ending, an
 * owner would have another noun. */
static gboolean
is_surname_noun (const KhattTokens *tokens, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];
  const KhattMatch *word = khatt_tokens_match (tokens, index, KHATT_ENTRY_WORD);

  return token->n_matches == 1 && word != NULL && word->proclitics == 0 &&
         strcmp (word->entry->fields[1], "noun") == 0 && !g_str_has_suffix (token->folded, "ا") &&
         !g_str_has_suffix (token->folded, "ه") && !g_str_has_suffix (token->folded, "ات") &&
         khatt_name_is_strange (tokens, index - 1) && breaks_off_at (tokens, index + 1);
}

/* "X وزيري في بلاده": a dual that is dual of nothing. */
static gboolean
is_surname_title (const KhattTokens *tokens, gsize index)
{
  const KhattMatch *title = khatt_tokens_match (tokens, index, KHATT_ENTRY_TITLE);

  return title != NULL && title->n_tokens == 1 && title->proclitics == 0 &&
         g_str_has_suffix (tokens->tokens[index].folded, "ي") &&
         khatt_name_is_strange (tokens, index - 1) && breaks_off_at (tokens, index + 1);
}

/* "إلهام" is not "الهام": the article is written without hamza. */
static gboolean
begins_with_hamza (const KhattTokens *tokens, gsize index)
{
  static const char *const letters[] = { "أ", "إ", "آ" };
  const char *word = tokens->text + tokens->tokens[index].first;

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_str_has_prefix (word, letters[i]))
      return TRUE;
  return FALSE;
}

/* "X حسن الجميل", "X أمل": everyday words that are names too. */
static gboolean
is_also_name (const KhattTokens *tokens, gsize index)
{
  const KhattMatch *word = khatt_tokens_match (tokens, index, KHATT_ENTRY_WORD);

  return word != NULL && word->proclitics == 0 && word->entry->form == 0 &&
         g_strcmp0 (word->entry->fields[2], "name") == 0;
}

/* "X شعبان", "X مروان": what looks like two of something; two that are given or received
 * end otherwise. */
static gboolean
is_dual_like (const KhattTokens *tokens, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];
  const KhattMatch *word = khatt_tokens_match (tokens, index, KHATT_ENTRY_WORD);

  return token->n_matches == 1 && word != NULL && word->proclitics == 0 &&
         (word->entry->form & KHATT_FORM_DUAL) && g_str_has_suffix (token->folded, "ان") &&
         khatt_name_is_strange (tokens, index - 1);
}

/* "الرئيس الصيني هو ياباو": a pronoun, unless a strange word goes on behind a title. */
static gboolean
begins_like_pronoun (const KhattTokens *tokens, gsize index)
{
  const KhattMatch *marker = khatt_tokens_match (tokens, index, KHATT_ENTRY_MARKER);

  return marker != NULL && marker->proclitics == 0 && marker->n_tokens == 1 &&
         strcmp (marker->entry->fields[1], "boundary") == 0 &&
         strcmp (marker->entry->fields[2], "name") == 0 && index + 1 < tokens->n_tokens &&
         !tokens->tokens[index + 1].starts_line && khatt_name_is_strange (tokens, index + 1);
}

/* "الوزير X التونسي": behind a titled name no adjective says of which state it is; that stands
 * with the title. */
static gboolean
is_nisba (const KhattTokens *tokens, gsize index, gsize n_before, KhattNameContext context)
{
  const KhattMatch *adjective = khatt_tokens_match (tokens, index, KHATT_ENTRY_ADJECTIVE);

  return adjective != NULL && context == KHATT_NAME_TITLED && n_before > 0 &&
         adjective->n_tokens == 1 && adjective->proclitics == KHATT_PROCLITIC_AL &&
         adjective->entry->form == KHATT_FORM_PLAIN && !is_link (tokens, index - 1);
}

/* A word of a known table can still be part of a name: "النور" behind a sheikh, "باسم" and
 * "جورجيا" behind a title, "حافظ" at the end of a name. */
static gboolean
may_be_name_word (const KhattTokens *tokens, gsize index, gsize n_before, KhattNameContext context)
{
  const KhattToken *token = &tokens->tokens[index];
  gboolean goes_on = goes_on_behind (tokens, index + 1);
  const KhattMatch *title = khatt_tokens_match (tokens, index, KHATT_ENTRY_TITLE);
  Known known = ask_tables (tokens, index);

  if (title != NULL && n_before > 0 && title->n_tokens == 1 && title->proclitics == 0 && goes_on)
    return TRUE; /* "أمير" in the middle of a Persian name */
  if (n_before == 1 && context != KHATT_NAME_BARE && is_surname_title (tokens, index))
    return TRUE;
  if (n_before > 0 && context != KHATT_NAME_BARE && is_ordinal (tokens, index))
    return TRUE;
  if (n_before == 0 && context != KHATT_NAME_BARE && index + 1 < tokens->n_tokens &&
      !tokens->tokens[index + 1].starts_line &&
      khatt_tokens_match (tokens, index, KHATT_ENTRY_ADJECTIVE) != NULL &&
      khatt_tokens_match (tokens, index, KHATT_ENTRY_ADJECTIVE)->proclitics == 0 &&
      is_link (tokens, index + 1))
    return TRUE; /* "تركي بن ..." */
  if (n_before == 0 && context == KHATT_NAME_TITLED && begins_like_pronoun (tokens, index))
    return TRUE;
  if (is_nisba (tokens, index, n_before, context))
    return TRUE;
  if (known.is_office)
    return FALSE;
  if (known.is_stripped && context != KHATT_NAME_BARE && begins_with_hamza (tokens, index))
    return TRUE;
  if (n_before > 0 && is_verb_with_object (tokens, index))
    return TRUE;
  if (known.is_prefixed)
    return context != KHATT_NAME_BARE &&
           (n_before == 0 ? goes_on : n_before == 1 && is_surname_with_letter (tokens, index));
  if (context == KHATT_NAME_ROYAL)
    return n_before == 0 || (known.is_stripped && !looks_like_prose (tokens, token));
  if (context != KHATT_NAME_TITLED)
    return FALSE;
  if (n_before > 0 && is_also_name (tokens, index))
    return TRUE;
  if (n_before == 1 && (is_bare_date_word (tokens, index) || is_dual_like (tokens, index) ||
                        is_surname_like (tokens, index) || is_surname_noun (tokens, index)))
    return TRUE;
  if (known.is_month)
    return n_before == 0 && (goes_on || is_everyday_before_strange (tokens, index + 1));
  if (n_before == 1 && known.is_everyday &&
      (ends_behind (tokens, index) || (goes_on && !khatt_name_is_strange (tokens, index - 1))))
    return TRUE;
  /* A first name may look like a country or an everyday word, if a strange word follows. */
  return n_before == 0 && goes_on && token->n_matches == 1 &&
         !g_str_has_prefix (token->folded, "ال");
}

/* "وكوفالدا" after a name: another person, unless the word stands in the text only so. */
static gboolean
is_joined_word (const KhattTokens *tokens, KhattNameWords *words, gsize index, gsize n_before)
{
  const KhattToken *token = &tokens->tokens[index];

  if (!g_str_has_prefix (token->folded, "و") || token->length <= 2 * LETTER_BYTES || n_before == 0)
    return FALSE;
  if (has_word (words, token->folded + LETTER_BYTES))
    return TRUE;
  return n_before > 1;
}

/* "لكوفالدا", "بكوفالدا": a preposition before a name that the text has without it. */
static gboolean
is_prefixed_word (const KhattTokens *tokens, KhattNameWords *words, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];

  return (g_str_has_prefix (token->folded, "ل") || g_str_has_prefix (token->folded, "ب")) &&
         token->length > 3 * LETTER_BYTES && has_word (words, token->folded + LETTER_BYTES);
}

/* "Ali" and "on" are one word when folded; the dots of the source and a strange word behind tell.
 */
static gboolean
is_ali (const KhattTokens *tokens, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];

  return khatt_token_is (token, "علي") &&
         g_strstr_len (tokens->text + token->first, token->after - token->first, "ي") != NULL &&
         index + 1 < tokens->n_tokens && !tokens->tokens[index + 1].starts_line &&
         (goes_on_behind (tokens, index + 1) || is_everyday_before_strange (tokens, index + 1));
}

/* "رئيس الحكومة للقيام بزيارة": no name begins like this. */
static gboolean
has_preposition_and_article (const KhattToken *token)
{
  return token->length > 4 * LETTER_BYTES &&
         (g_str_has_prefix (token->folded, "لل") || g_str_has_prefix (token->folded, "وبال") ||
          g_str_has_prefix (token->folded, "ولل"));
}

/* "هان كي سون": three short words, which the tables may know as "that" and "so that", but not the
 * last of them. */
static gboolean
is_of_syllables (const KhattTokens *tokens, gsize first, gsize after)
{
  if (first + N_SYLLABLES > after || !khatt_name_is_strange (tokens, first + N_SYLLABLES - 1) ||
      is_marker (tokens, first, "preposition") || begins_with_hamza (tokens, first))
    return FALSE;
  for (gsize i = first; i < first + N_SYLLABLES; i++)
    {
      const KhattMatch *word = khatt_tokens_match (tokens, i, KHATT_ENTRY_WORD);

      if (tokens->tokens[i].kind != KHATT_TOKEN_WORD || tokens->tokens[i].starts_line ||
          tokens->tokens[i].length > 3 * LETTER_BYTES ||
          (word != NULL && *word->entry->fields[1] != '\0') ||
          khatt_tokens_match (tokens, i, KHATT_ENTRY_VERB) != NULL)
        return FALSE;
    }
  return breaks_off_at (tokens, first + N_SYLLABLES);
}

/* "العطية", "الحلبية": what ends like an adjective and is in no table, behind a titled first name.
 */
static gboolean
may_be_surname (const KhattToken *token, gsize n_before, KhattNameContext context)
{
  return n_before > 0 && context != KHATT_NAME_BARE && g_str_has_prefix (token->folded, "ال") &&
         g_str_has_suffix (token->folded, "يه") &&
         token->length <= MAX_SURNAME_LETTERS * LETTER_BYTES;
}

/* "شينزو آبي" ends with a surname; "أبي" binds two words of a name, and folds the same. */
static gboolean
is_written_with_madda (const KhattTokens *tokens, gsize index)
{
  return is_link (tokens, index) && khatt_token_is (&tokens->tokens[index], "ابي") &&
         g_str_has_prefix (tokens->text + tokens->tokens[index].first, "آ");
}

static gboolean
is_name_word (const KhattTokens *tokens,
              KhattNameWords *words,
              gsize first,
              gsize index,
              KhattNameContext context)
{
  const KhattToken *token = &tokens->tokens[index];
  gsize n_before = index - first;

  if (token->kind != KHATT_TOKEN_WORD || (n_before > 0 && token->starts_line))
    return FALSE;
  if (n_before > 0 && is_link (tokens, index - 1))
    return TRUE;
  if (is_link (tokens, index) && !is_written_with_madda (tokens, index))
    return index + 1 < tokens->n_tokens && !tokens->tokens[index + 1].starts_line &&
           tokens->tokens[index + 1].kind == KHATT_TOKEN_WORD;
  if (is_ali (tokens, index) && (n_before > 0 || context != KHATT_NAME_BARE))
    return TRUE;
  if (n_before > 0 && (khatt_token_is (token, "الله") || is_written_with_madda (tokens, index)))
    return TRUE;
  if (token->n_matches > 0)
    return may_be_name_word (tokens, index, n_before, context);
  if (token->length <= LETTER_BYTES || has_adverb_ending (tokens, token) ||
      (g_str_has_prefix (token->folded, "لل") && token->length > 4 * LETTER_BYTES))
    return FALSE;
  if (looks_like_prose (tokens, token) && (n_before > 0 || context == KHATT_NAME_BARE) &&
      !may_be_surname (token, n_before, context))
    return FALSE;
  if ((n_before == 0 && has_preposition_and_article (token)) ||
      is_something_of_his (tokens, token, n_before))
    return FALSE;
  return !is_joined_word (tokens, words, index, n_before) &&
         (n_before == 0 || !is_prefixed_word (tokens, words, index));
}

/**
 * khatt_name_run:
 * @tokens: tokens
 * @words: the words of the same text
 * @first: where a name could begin
 * @after: where it must have ended
 * @context: what stands before it
 *
 * Measures a name.
 *
 * Returns: how many tokens it has; 0 where there is none
 */
gsize
khatt_name_run (const KhattTokens *tokens,
                KhattNameWords *words,
                gsize first,
                gsize after,
                KhattNameContext context)
{
  gsize n = 0;

  if (context == KHATT_NAME_TITLED && is_of_syllables (tokens, first, after))
    return N_SYLLABLES;
  while (first + n < after && n < KHATT_NAME_MAX_WORDS &&
         is_name_word (tokens, words, first, first + n, context))
    n++;
  while (n > 0 && is_link (tokens, first + n - 1) && !is_written_with_madda (tokens, first + n - 1))
    n--;
  return n;
}
