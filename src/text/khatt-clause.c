/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence cut into clauses by the words that Arabic news joins them with. Not a parse: enough to
 * know which names can belong to a verb, and whether the verb says that something took place.
 */

#include "khatt-clause.h"

#include <string.h>

/* How far back negation and modality reach. */
#define MOOD_REACH 6
/* Words between "expressed" and "of". */
#define COMPLEMENT_REACH 20

static const struct
{
  const char *sort;
  KhattCut cut;
} cut_words[] = {
  { "that", KHATT_CUT_THAT },         { "relative", KHATT_CUT_RELATIVE },
  { "boundary", KHATT_CUT_BOUNDARY }, { "topic", KHATT_CUT_TOPIC },
  { "source", KHATT_CUT_SOURCE },
};

static const KhattToken *
token_at (const KhattClauses *clauses, gsize token)
{
  return &clauses->text->tokens->tokens[token];
}

static gboolean
is_inside_name (const KhattClauses *clauses, gsize token)
{
  const KhattMention *mention = khatt_clauses_mention_at (clauses, token);

  return mention != NULL && !mention->is_group;
}

static KhattCut
cut_at (const KhattClauses *clauses, gsize token)
{
  const KhattMatch *match = khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_MARKER);
  const KhattToken *it = token_at (clauses, token);

  if (clauses->text->is_quoted[token])
    return KHATT_CUT_NONE;
  if (it->kind == KHATT_TOKEN_PUNCTUATION && (khatt_token_is (it, "؛") || khatt_token_is (it, ";")))
    return KHATT_CUT_BOUNDARY;
  if (match == NULL || is_inside_name (clauses, token))
    return KHATT_CUT_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (cut_words); i++)
    if (strcmp (cut_words[i].sort, match->entry->fields[1]) == 0)
      return cut_words[i].cut;
  return KHATT_CUT_NONE;
}

/* "كما" that opens a sentence joins it to the one before; it cuts nothing. */
static gboolean
opens_sentence (const KhattClauses *clauses, gsize token)
{
  return token == clauses->first_token;
}

/* "يُذكر أن": an introduction, nobody's words. */
static gsize
skip_intro (const KhattClauses *clauses)
{
  const KhattMatch *match = khatt_clauses_marker (clauses, clauses->first_token, "intro");

  return clauses->first_token + (match != NULL ? match->n_tokens : 0);
}

static void
cut (KhattClauses *clauses)
{
  guint16 clause = 0;
  gsize after_marker = clauses->first_token;

  for (gsize i = clauses->first_token; i < clauses->after_token; i++)
    {
      const KhattMatch *match = khatt_tokens_match (clauses->text->tokens, i, KHATT_ENTRY_MARKER);
      KhattCut kind = opens_sentence (clauses, i) || i < clauses->after_intro || i < after_marker
                          ? KHATT_CUT_NONE
                          : cut_at (clauses, i);

      /* "كما أنه" is one word here: its second opens nobody's words. */
      if (match != NULL && i >= after_marker && strcmp (match->entry->fields[1], "boundary") == 0)
        after_marker = i + match->n_tokens;
      clauses->cuts[i - clauses->first_token] = (guint8) kind;
      if (kind == KHATT_CUT_THAT || kind == KHATT_CUT_RELATIVE || kind == KHATT_CUT_BOUNDARY)
        clause++;
      clauses->clauses[i - clauses->first_token] = clause;
    }
}

/**
 * khatt_clauses_new:
 * @text: what is read; outlives the result
 * @sentence: which sentence
 *
 * Cuts a sentence into clauses.
 *
 * Returns: (transfer full): the clauses
 */
KhattClauses *
khatt_clauses_new (const KhattText *text, gsize sentence)
{
  KhattClauses *clauses = g_new0 (KhattClauses, 1);
  const KhattSpan *span = &g_array_index (text->sentences->sentences, KhattSpan, sentence);
  gsize n;

  clauses->text = text;
  clauses->sentence = sentence;
  clauses->first_token = text->items->places[sentence].body_token;
  clauses->after_token = span->after_token;
  clauses->first_mention = text->first_mention[sentence];
  clauses->after_mention = text->first_mention[sentence + 1];
  clauses->after_intro = skip_intro (clauses);
  n = clauses->after_token - clauses->first_token;
  clauses->cuts = g_new0 (guint8, n + 1);
  clauses->clauses = g_new0 (guint16, n + 1);
  cut (clauses);
  return clauses;
}

/**
 * khatt_clauses_free:
 * @clauses: (transfer full): clauses
 *
 * Frees the clauses of a sentence.
 */
void
khatt_clauses_free (KhattClauses *clauses)
{
  g_free (clauses->cuts);
  g_free (clauses->clauses);
  g_free (clauses);
}

/**
 * khatt_clauses_marker:
 * @clauses: a sentence
 * @token: a token of it
 * @sort: a sort of markers.tsv
 *
 * Returns: (nullable): the marker of that sort that begins at the token
 */
const KhattMatch *
khatt_clauses_marker (const KhattClauses *clauses, gsize token, const char *sort)
{
  const KhattMatch *match;

  if (token < clauses->first_token || token >= clauses->after_token)
    return NULL;
  match = khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_MARKER);
  return match != NULL && strcmp (match->entry->fields[1], sort) == 0 ? match : NULL;
}

/**
 * khatt_clauses_has:
 * @clauses: a sentence
 * @first: a token
 * @after: another
 * @sort: a sort of markers.tsv
 *
 * Returns: whether a marker of that sort begins between the two
 */
gboolean
khatt_clauses_has (const KhattClauses *clauses, gsize first, gsize after, const char *sort)
{
  for (gsize i = first; i < after; i++)
    if (khatt_clauses_marker (clauses, i, sort) != NULL && !clauses->text->is_quoted[i])
      return TRUE;
  return FALSE;
}

/**
 * khatt_clauses_mention_at:
 * @clauses: a sentence
 * @token: a token of it
 *
 * Returns: (nullable): the mention that the token is part of
 */
const KhattMention *
khatt_clauses_mention_at (const KhattClauses *clauses, gsize token)
{
  gsize low = clauses->first_mention, high = clauses->after_mention;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      const KhattMention *mention = &g_array_index (clauses->text->mentions, KhattMention, middle);

      if (token < mention->first_token)
        high = middle;
      else if (token >= mention->after_token)
        low = middle + 1;
      else
        return mention;
    }
  return NULL;
}

/* A word that is a verb or a noun is a noun behind a preposition and with the article. */
static gboolean
follows_preposition (const KhattClauses *clauses, gsize token)
{
  static const char *const sorts[] = { "preposition", "during", "topic" };

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    for (gsize back = 1; back <= 2 && token >= clauses->first_token + back; back++)
      {
        const KhattMatch *match = khatt_clauses_marker (clauses, token - back, sorts[i]);
        if (match != NULL && (back == 1 || match->n_tokens == back))
          return TRUE;
      }
  return FALSE;
}

/* "بحث", "طلب", "ذكر": a noun, unless it stands where a clause begins or behind its subject. */
static gboolean
is_noun_here (const KhattClauses *clauses, gsize token, const KhattMatch *verb)
{
  static const char *const openers[] = { "that",     "relative",  "past-marker", "boundary",
                                         "negation", "meanwhile", "side" };
  const KhattMatch *word = khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_WORD);

  if (word == NULL || strcmp (word->entry->fields[1], "noun") != 0 || verb->proclitics != 0 ||
      token == clauses->first_token || token == clauses->after_intro)
    return FALSE;
  if (token_at (clauses, token - 1)->kind != KHATT_TOKEN_WORD)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
    for (gsize back = 1; back <= 3 && token >= clauses->first_token + back; back++)
      {
        const KhattMatch *match = khatt_clauses_marker (clauses, token - back, openers[i]);
        if (match != NULL && match->n_tokens == back)
          return FALSE;
      }
  return !is_inside_name (clauses, token - 1);
}

/* "إضافة" is an everyday word before it is "added it"; "نقلها" is "its transfer" but behind "which"
 * or a comma. */
static gboolean
is_everyday (const KhattClauses *clauses, gsize token)
{
  const KhattMatch *word = khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_WORD);
  const KhattToken *before = token > clauses->first_token ? token_at (clauses, token - 1) : NULL;

  if (word == NULL)
    return FALSE;
  return before == NULL || !(word->entry->form & KHATT_FORM_POSSESSED) ||
         (khatt_clauses_marker (clauses, token - 1, "relative") == NULL &&
          !khatt_token_is (before, "،") && !khatt_token_is (before, ","));
}

/* "عبر القناة" is "across", "عبر عن أسفه" is "expressed": some verbs are verbs only with their
 * preposition. */
static gboolean
lacks_complement (const KhattClauses *clauses, gsize token, const KhattMatch *verb)
{
  if (*verb->entry->fields[5] == '\0' || verb->entry->form != KHATT_FORM_PAST)
    return FALSE;
  for (gsize i = token + 1; i < MIN (clauses->after_token, token + 1 + COMPLEMENT_REACH); i++)
    {
      const KhattMatch *preposition = khatt_clauses_marker (clauses, i, "preposition");

      if (preposition != NULL &&
          strcmp (preposition->entry->fields[2], verb->entry->fields[5]) == 0)
        return FALSE;
      if (khatt_clauses_marker (clauses, i, "press") != NULL)
        return FALSE; /* "كتب على منصة" */
    }
  return TRUE;
}

/**
 * khatt_clauses_verb:
 * @clauses: a sentence
 * @token: a token of it
 *
 * Returns: (nullable): the verb at the token
 */
const KhattMatch *
khatt_clauses_verb (const KhattClauses *clauses, gsize token)
{
  const KhattMatch *match = khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_VERB);
  const KhattMatch *noun = khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_NOUN);

  if (match == NULL || clauses->text->is_quoted[token] || is_inside_name (clauses, token) ||
      token < clauses->after_intro)
    return NULL;
  if ((match->proclitics & KHATT_PROCLITIC_LAM) && !(match->entry->form & KHATT_FORM_PRESENT))
    return NULL;
  if (noun != NULL && noun->n_tokens > match->n_tokens)
    return NULL;
  if ((match->entry->form & KHATT_FORM_OBJECT) &&
      (noun != NULL || is_everyday (clauses, token) ||
       khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_MARKER) != NULL))
    return NULL;
  /* "في ظل تعرض سفن": what looks like "she shows" is a verbal noun. */
  if (follows_preposition (clauses, token) && !(match->proclitics & KHATT_PROCLITIC_LAM))
    return NULL;
  if ((match->entry->form & KHATT_FORM_PAST) && is_noun_here (clauses, token, match))
    return NULL;
  if (lacks_complement (clauses, token, match))
    return NULL;
  return match;
}

/**
 * khatt_clauses_noun:
 * @clauses: a sentence
 * @token: a token of it
 *
 * Returns: (nullable): the event noun at the token
 */
const KhattMatch *
khatt_clauses_noun (const KhattClauses *clauses, gsize token)
{
  const KhattMatch *match = khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_NOUN);
  const KhattMatch *organisation =
      khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_ORGANISATION);
  const KhattMatch *marker = khatt_tokens_match (clauses->text->tokens, token, KHATT_ENTRY_MARKER);

  if (match == NULL || organisation != NULL || clauses->text->is_quoted[token] ||
      is_inside_name (clauses, token))
    return NULL;
  /* "وصولا إلى" is a phrase of its own. */
  if (marker != NULL && marker->n_tokens > match->n_tokens)
    return NULL;
  return match;
}

/**
 * khatt_clauses_end:
 * @clauses: a sentence
 * @anchor: a token of it
 *
 * Finds where the words end that can belong to a verb or noun.
 *
 * Returns: the token after them
 */
gsize
khatt_clauses_end (const KhattClauses *clauses, gsize anchor)
{
  for (gsize i = anchor + 1; i < clauses->after_token; i++)
    {
      const KhattMatch *verb;

      if (clauses->cuts[i - clauses->first_token] != KHATT_CUT_NONE)
        return i;
      verb = khatt_clauses_verb (clauses, i);
      if (verb != NULL && i > anchor + 1 &&
          khatt_tokens_match (clauses->text->tokens, i, KHATT_ENTRY_NOUN) == NULL)
        return i;
    }
  return clauses->after_token;
}

/**
 * khatt_clauses_is_background:
 * @clauses: a sentence
 *
 * Tells whether a sentence opens as one that looks back: "وكان X قد ...", "يذكر أن ...".
 *
 * Returns: whether it does
 */
gboolean
khatt_clauses_is_background (const KhattClauses *clauses)
{
  return clauses->after_intro > clauses->first_token ||
         khatt_clauses_marker (clauses, clauses->first_token, "past-marker") != NULL;
}

/**
 * khatt_clauses_is_coordinate:
 * @clauses: a sentence
 * @token: a token of it
 *
 * Tells whether a token stands in the main clause or in one beside it: no "that" and no "which"
 * leads to it.
 *
 * Returns: whether it does
 */
gboolean
khatt_clauses_is_coordinate (const KhattClauses *clauses, gsize token)
{
  for (gsize i = clauses->first_token; i < token; i++)
    {
      KhattCut kind = clauses->cuts[i - clauses->first_token];
      if (kind == KHATT_CUT_THAT || kind == KHATT_CUT_RELATIVE)
        return FALSE;
    }
  return TRUE;
}

/* "ومن المقرر، أن ...": a comma right behind the words that say so parts nothing. */
static gboolean
is_comma_behind_plan (const KhattClauses *clauses, gsize comma)
{
  for (gsize back = 1; back <= 2 && comma >= clauses->first_token + back; back++)
    {
      const KhattMatch *match = khatt_clauses_marker (clauses, comma - back, "planned");
      if (match != NULL && match->n_tokens == back)
        return TRUE;
    }
  return FALSE;
}

/* The nearest modal word before the anchor, in the same breath. */
static KhattMood
mood_before (const KhattClauses *clauses, gsize anchor)
{
  gsize lowest =
      anchor > clauses->first_token + MOOD_REACH ? anchor - MOOD_REACH : clauses->first_token;

  for (gsize i = anchor; i > lowest; i--)
    {
      const KhattToken *token = token_at (clauses, i - 1);

      if (khatt_clauses_marker (clauses, i - 1, "negation") != NULL)
        return i - 1 + 2 >= anchor ? KHATT_MOOD_NEGATED : KHATT_MOOD_FACT;
      if (khatt_clauses_marker (clauses, i - 1, "hypothetical") != NULL)
        return KHATT_MOOD_HYPOTHETICAL;
      if (khatt_clauses_marker (clauses, i - 1, "planned") != NULL)
        return KHATT_MOOD_PLANNED;
      if (token->kind == KHATT_TOKEN_PUNCTUATION &&
          khatt_clauses_mention_at (clauses, i - 1) == NULL &&
          !is_comma_behind_plan (clauses, i - 1))
        break;
    }
  return KHATT_MOOD_FACT;
}

/**
 * khatt_clauses_mood:
 * @clauses: a sentence
 * @anchor: the token of a verb or noun
 * @after: where its words end
 * @form: the verb's #KhattFormFlags, or 0
 *
 * Judges whether something is said to have taken place.
 *
 * Returns: the mood
 */
KhattMood
khatt_clauses_mood (const KhattClauses *clauses, gsize anchor, gsize after, guint form)
{
  KhattMood mood = mood_before (clauses, anchor);

  if (mood == KHATT_MOOD_NEGATED)
    return mood;
  if (khatt_clauses_has (clauses, anchor, clauses->after_token, "cancelled") &&
      (mood == KHATT_MOOD_PLANNED || mood == KHATT_MOOD_HYPOTHETICAL))
    return KHATT_MOOD_CANCELLED;
  if (mood != KHATT_MOOD_FACT)
    return mood;
  if (form & KHATT_FORM_FUTURE)
    return KHATT_MOOD_PLANNED;
  return KHATT_MOOD_FACT;
}
