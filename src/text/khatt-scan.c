/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the search for mentions asks of a sentence: phrases, markers, and what governs the words at
 * a token.
 */

#include "khatt-scan.h"

#include <string.h>

#define LETTER_BYTES 2
/* Tokens between a mention and the one that "and" joins to it. */
#define MAX_JOIN_GAP 4
/* Words of an event's name. */
#define MAX_EVENT_WORDS 4

/**
 * khatt_scan_token:
 * @scan: what is read
 * @index: a token
 *
 * Gets a token.
 *
 * Returns: (transfer none): the token
 */
const KhattToken *
khatt_scan_token (const KhattScan *scan, gsize index)
{
  return &scan->tokens->tokens[index];
}

/**
 * khatt_scan_match:
 * @scan: what is read
 * @index: a token
 * @class: what is looked for
 *
 * Looks for a phrase inside the sentence.
 *
 * Returns: (nullable) (transfer none): the phrase
 */
const KhattMatch *
khatt_scan_match (const KhattScan *scan, gsize index, KhattEntryClass class)
{
  return index < scan->after ? khatt_tokens_match (scan->tokens, index, class) : NULL;
}

/**
 * khatt_scan_marker:
 * @scan: what is read
 * @index: a token
 * @sort: a sort of markers.tsv
 *
 * Looks for a marker of a sort.
 *
 * Returns: (nullable) (transfer none): the marker
 */
const KhattMatch *
khatt_scan_marker (const KhattScan *scan, gsize index, const char *sort)
{
  const KhattMatch *match = khatt_scan_match (scan, index, KHATT_ENTRY_MARKER);

  return match != NULL && strcmp (match->entry->fields[1], sort) == 0 ? match : NULL;
}

/**
 * khatt_scan_is_comma:
 * @scan: what is read
 * @index: a token
 *
 * Tells whether a token is a comma.
 *
 * Returns: whether it is
 */
gboolean
khatt_scan_is_comma (const KhattScan *scan, gsize index)
{
  return index < scan->after && (khatt_token_is (khatt_scan_token (scan, index), "،") ||
                                 khatt_token_is (khatt_scan_token (scan, index), ","));
}

/**
 * khatt_match_has_only_article:
 * @match: a phrase
 *
 * Tells whether nothing but the article is written onto a phrase.
 *
 * Returns: whether that is so
 */
gboolean
khatt_match_has_only_article (const KhattMatch *match)
{
  return (match->proclitics & ~KHATT_PROCLITIC_AL) == 0;
}

/**
 * khatt_match_has_and:
 * @match: a phrase
 *
 * "and the" or only "the": what can join another adjective to a title.
 *
 * Returns: whether that is so
 */
gboolean
khatt_match_has_and (const KhattMatch *match)
{
  return (match->proclitics & ~(KHATT_PROCLITIC_AL | KHATT_PROCLITIC_WAW)) == 0 &&
         (match->proclitics & KHATT_PROCLITIC_WAW) != 0;
}

/* What kind of mention a preposition makes. */
static KhattGovernor
governor_from_word (const char *value)
{
  static const struct
  {
    const char *value;
    KhattGovernor governor;
  } words[] = { { "with", KHATT_GOVERNOR_WITH },  { "from", KHATT_GOVERNOR_FROM },
                { "to", KHATT_GOVERNOR_TO },      { "between", KHATT_GOVERNOR_BETWEEN },
                { "in", KHATT_GOVERNOR_IN },      { "at", KHATT_GOVERNOR_IN },
                { "agent", KHATT_GOVERNOR_AGENT } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].value, value) == 0)
      return words[i].governor;
  return KHATT_GOVERNOR_OTHER;
}

static KhattGovernor
governor_from_proclitics (guint proclitics)
{
  if (proclitics & KHATT_PROCLITIC_BA)
    return KHATT_GOVERNOR_BY;
  if (proclitics & KHATT_PROCLITIC_LAM)
    return KHATT_GOVERNOR_FOR;
  if (proclitics & KHATT_PROCLITIC_KAF)
    return KHATT_GOVERNOR_OTHER;
  return KHATT_GOVERNOR_NONE;
}

/**
 * khatt_scan_marker_before:
 * @scan: what is read
 * @index: a token
 * @first: a token
 * @sort: a sort of markers.tsv
 *
 * The longest marker that ends just before a token: "كل من" is two tokens back.
 *
 * Returns: (nullable) (transfer none): the marker
 */
const KhattMatch *
khatt_scan_marker_before (const KhattScan *scan, gsize index, gsize first, const char *sort)
{
  for (gsize back = 1; back <= 3 && index >= first + back; back++)
    {
      const KhattMatch *match = khatt_scan_marker (scan, index - back, sort);
      if (match != NULL && match->n_tokens == back)
        return match;
    }
  return NULL;
}

/* "مذكرة تفاهم مع X", "اتفاقية سلام مع X": an event's name, of several words or completed by one,
 * ends before the preposition. */
static gboolean
is_behind_event (const KhattScan *scan, gsize preposition, gsize first)
{
  for (gsize back = 2; back <= MAX_EVENT_WORDS && preposition >= first + back; back++)
    {
      const KhattMatch *noun =
          khatt_tokens_match (scan->tokens, preposition - back, KHATT_ENTRY_NOUN);

      if (noun != NULL &&
          ((gsize) noun->n_tokens == back || ((gsize) noun->n_tokens + 1 == back &&
                                              strcmp (noun->entry->fields[2], "agreement") == 0)))
        return TRUE;
    }
  return FALSE;
}

/* "التشاور مع X", "الخلاف بين X وY": the preposition belongs to a noun that is no event. */
static gboolean
belongs_to_noun (const KhattScan *scan, gsize preposition, gsize first, const char *value)
{
  const KhattMatch *word;

  if (preposition <= first || (strcmp (value, "with") != 0 && strcmp (value, "between") != 0) ||
      khatt_tokens_match (scan->tokens, preposition - 1, KHATT_ENTRY_NOUN) != NULL ||
      khatt_tokens_match (scan->tokens, preposition - 1, KHATT_ENTRY_VERB) != NULL ||
      khatt_tokens_match (scan->tokens, preposition - 1, KHATT_ENTRY_DATE) != NULL ||
      is_behind_event (scan, preposition, first))
    return FALSE;
  word = khatt_tokens_match (scan->tokens, preposition - 1, KHATT_ENTRY_WORD);
  return word != NULL && strcmp (word->entry->fields[1], "noun") == 0;
}

/* "إدانة" is an everyday word before it is "condemned him". */
static gboolean
is_verb (const KhattScan *scan, gsize index)
{
  const KhattMatch *verb = khatt_tokens_match (scan->tokens, index, KHATT_ENTRY_VERB);

  return verb != NULL && (!(verb->entry->form & KHATT_FORM_OBJECT) ||
                          khatt_tokens_match (scan->tokens, index, KHATT_ENTRY_WORD) == NULL);
}

/* "أوراق اعتماد السفير X": whose, behind an event's name whose second word is a noun; behind "a
 * working visit" stands who makes it. */
static gboolean
is_owner (const KhattScan *scan, gsize index, gsize first)
{
  const KhattMatch *noun =
      index >= first + 2 ? khatt_tokens_match (scan->tokens, index - 2, KHATT_ENTRY_NOUN) : NULL;

  return noun != NULL && noun->n_tokens == 2 && !(noun->proclitics & KHATT_PROCLITIC_AL) &&
         strcmp (noun->entry->fields[2], "visit") != 0;
}

static KhattGovernor
governor_from_before (const KhattScan *scan, gsize index, gsize first)
{
  const KhattMatch *each = khatt_scan_marker_before (scan, index, first, "each");
  const KhattMatch *match;

  if (each != NULL)
    index -= each->n_tokens;
  if (each != NULL && governor_from_proclitics (each->proclitics) != KHATT_GOVERNOR_NONE)
    return governor_from_proclitics (each->proclitics);
  if (khatt_scan_marker_before (scan, index, first, "margin") != NULL)
    return KHATT_GOVERNOR_OTHER; /* "على هامش الجمعية العامة" */
  match = khatt_scan_marker_before (scan, index, first, "preposition");
  if (match != NULL)
    return belongs_to_noun (scan, index - match->n_tokens, first, match->entry->fields[2])
               ? KHATT_GOVERNOR_OTHER
               : governor_from_word (match->entry->fields[2]);
  if (index > first && khatt_scan_token (scan, index - 1)->kind == KHATT_TOKEN_WORD)
    {
      if (is_verb (scan, index - 1) ||
          khatt_scan_marker_before (scan, index, first, "bound") != NULL)
        return KHATT_GOVERNOR_NONE; /* "نقلها إليه X" */
      match = khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_TITLE);
      if (match != NULL && khatt_rank_from_class (match->entry->fields[1]) == KHATT_RANK_ENVOY)
        return KHATT_GOVERNOR_OF; /* "مبعوث سمو الأمير": whose envoy */
      match = khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_NOUN);
      if (match != NULL && !(match->proclitics & KHATT_PROCLITIC_AL))
        return KHATT_GOVERNOR_EVENT; /* "the letter" with its article has no owner behind it */
      if (khatt_scan_marker_before (scan, index, first, "source") != NULL)
        return KHATT_GOVERNOR_OTHER;
      match = khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_WORD);
      if (match != NULL && strcmp (match->entry->fields[1], "noun") == 0 && match->n_tokens == 1 &&
          !(match->proclitics & KHATT_PROCLITIC_AL) && !(match->entry->form & KHATT_FORM_POSSESSED))
        return is_owner (scan, index, first) ? KHATT_GOVERNOR_EVENT : KHATT_GOVERNOR_OF;
    }
  return KHATT_GOVERNOR_NONE;
}

/* Only commas, adverbs of time and "and" between. */
static gboolean
is_joined (const KhattScan *scan, const KhattMention *before, gsize first, guint proclitics)
{
  gboolean has_and = (proclitics & KHATT_PROCLITIC_WAW) != 0;

  if (first < before->after_token || first - before->after_token > MAX_JOIN_GAP)
    return FALSE;
  for (gsize i = before->after_token; i < first; i++)
    {
      if (khatt_token_is (khatt_scan_token (scan, i), "و"))
        has_and = TRUE;
      else if (!khatt_scan_is_comma (scan, i) &&
               khatt_scan_token (scan, i)->kind != KHATT_TOKEN_QUOTE &&
               khatt_scan_match (scan, i, KHATT_ENTRY_HONORIFIC) == NULL)
        return FALSE;
    }
  return has_and;
}

/**
 * khatt_scan_add:
 * @scan: what is read
 * @first: a token
 * @after: the token behind the last one
 * @actor: an actor's index
 * @proclitics: what is written onto the first token
 * @sentence_first: where the sentence begins
 * @flags: what else is known of it
 *
 * Adds a mention, with what governs it and whether "and" joins it to the one before.
 */
void
khatt_scan_add (KhattScan *scan,
                gsize first,
                gsize after,
                guint actor,
                guint proclitics,
                gsize sentence_first,
                KhattMention flags)
{
  KhattMention mention = flags;
  KhattMention *before = scan->mentions->len > 0 ? &g_array_index (scan->mentions, KhattMention,
                                                                   scan->mentions->len - 1)
                                                 : NULL;

  if (before != NULL && actor != KHATT_NO_ACTOR && before->actor == actor &&
      before->first_token >= sentence_first && !(proclitics & ~KHATT_PROCLITIC_AL) &&
      (before->after_token == first ||
       (before->after_token + 1 == first && khatt_scan_is_comma (scan, first - 1))))
    {
      before->after_token = after; /* the office behind the name */
      before->has_name |= mention.has_name;
      return;
    }
  mention.first_token = first;
  mention.after_token = after;
  mention.actor = actor;
  mention.governor = governor_from_proclitics (proclitics);
  if (mention.governor == KHATT_GOVERNOR_NONE && !(proclitics & KHATT_PROCLITIC_WAW))
    mention.governor = governor_from_before (scan, first, sentence_first);
  if (before != NULL && before->first_token >= sentence_first &&
      is_joined (scan, before, first, proclitics) && mention.governor == KHATT_GOVERNOR_NONE)
    {
      mention.is_coordinated = TRUE;
      mention.governor = before->governor;
    }
  g_array_append_val (scan->mentions, mention);
}
