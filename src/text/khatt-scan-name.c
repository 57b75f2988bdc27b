/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names without a title before them: of somebody whom the text has introduced, or will.
 */

#include "khatt-scan-people.h"
#include "khatt-title.h"

#include <string.h>

#define LETTER_BYTES 2

/* The known person that a token names, with "and" or a preposition before the name taken off. */
static guint
find_known (const KhattScan *scan, gsize index, guint *proclitics)
{
  const KhattToken *token = khatt_scan_token (scan, index);
  KhattStem stems[KHATT_MAX_STEMS];
  gsize n_stems;

  if (token->kind != KHATT_TOKEN_WORD)
    return KHATT_NO_ACTOR;
  n_stems = khatt_token_stems (token->folded, token->length, stems);
  for (gsize i = 0; i < n_stems; i++)
    {
      guint actor;
      if (stems[i].proclitics & KHATT_PROCLITIC_AL && stems[i].proclitics != KHATT_PROCLITIC_AL)
        continue;
      actor = khatt_actors_find_word (scan->actors, token->folded + stems[i].skip,
                                      token->length - stems[i].skip);
      if (actor != KHATT_NO_ACTOR)
        {
          *proclitics = stems[i].proclitics;
          return actor;
        }
    }
  return KHATT_NO_ACTOR;
}

/* The offices behind a known name, as far as they are this person's. */
static gsize
skip_offices (const KhattScan *scan, gsize at, guint actor)
{
  const KhattActor *known = khatt_actors_get (scan->actors, actor);
  KhattTitle person = { .at = at };

  if (khatt_scan_is_comma (scan, at))
    return at;
  khatt_title_read_apposition (scan, &person);
  return person.has_title && person.rank == known->rank &&
                 (person.country == NULL || g_strcmp0 (person.country, known->country) == 0)
             ? person.at
             : at;
}

/* "استقبل التونسي", "مكتب التونسي", of somebody who is called so: where an adjective has nothing to
 * say anything of. */
static gboolean
is_nisba_alone (const KhattScan *scan,
                gsize index,
                gsize sentence_first,
                guint actor,
                guint proclitics)
{
  const KhattMatch *adjective = khatt_scan_match (scan, index, KHATT_ENTRY_ADJECTIVE);
  const KhattToken *before = index > sentence_first ? khatt_scan_token (scan, index - 1) : NULL;
  const char *word = khatt_scan_token (scan, index)->folded +
                     LETTER_BYTES * (gsize) __builtin_popcount (proclitics);

  if (adjective == NULL || !(adjective->proclitics & KHATT_PROCLITIC_AL) ||
      (proclitics & (KHATT_PROCLITIC_WAW | KHATT_PROCLITIC_AL)) ||
      adjective->entry->form != KHATT_FORM_PLAIN ||
      !khatt_actors_is_surname (scan->actors, actor, word))
    return FALSE;
  if (proclitics != KHATT_PROCLITIC_NONE)
    return TRUE;
  return before == NULL || before->kind != KHATT_TOKEN_WORD ||
         khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_VERB) != NULL ||
         khatt_scan_marker_before (scan, index, sentence_first, "preposition") != NULL ||
         khatt_scan_marker_before (scan, index, sentence_first, "that") != NULL;
}

/**
 * khatt_scan_known_name:
 * @scan: what is read
 * @first: a token
 * @sentence_first: where the sentence begins
 *
 * Reads a surname, or more words of one known name.
 *
 * Returns: how many tokens it has; 0: there is none
 */
gsize
khatt_scan_known_name (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattToken *token = khatt_scan_token (scan, first);
  guint proclitics = 0;
  guint actor;
  gsize at = first + 1;
  gboolean is_nisba, is_in_table;

  if (token->kind != KHATT_TOKEN_WORD)
    return 0;
  is_nisba = khatt_scan_match (scan, first, KHATT_ENTRY_ADJECTIVE) != NULL;
  /* A word that a table has counts only with the next word of the name. */
  if (token->n_matches > 0 && !is_nisba &&
      (first + 1 >= scan->after || khatt_scan_token (scan, first + 1)->kind != KHATT_TOKEN_WORD))
    return 0;
  actor = find_known (scan, first, &proclitics);
  if (actor == KHATT_NO_ACTOR)
    return 0;
  is_nisba = is_nisba && is_nisba_alone (scan, first, sentence_first, actor, proclitics);
  is_in_table = token->n_matches > 0 && !is_nisba;
  if (is_in_table && first + 1 >= scan->after)
    return 0;
  /* "دي مايو": tables have both; together they are a name. */
  if (is_in_table && khatt_scan_token (scan, first + 1)->n_matches > 0 &&
      (proclitics & ~KHATT_PROCLITIC_WAW ||
       !khatt_actors_is_surname (scan->actors, actor, khatt_scan_token (scan, first + 1)->folded)))
    return 0;
  while (at < scan->after && khatt_scan_token (scan, at)->kind == KHATT_TOKEN_WORD &&
         khatt_actors_has_word (scan->actors, actor, khatt_scan_token (scan, at)->folded))
    at++;
  if (at == first + 1 && is_in_table)
    return 0;
  if (at == first + 1 && token->length <= LETTER_BYTES)
    return 0;
  /* A stranger's name may share its first word. */
  if (at == first + 1 && at < scan->after && khatt_name_is_strange (scan->tokens, at) &&
      !khatt_actors_is_surname (scan->actors, actor, token->folded) &&
      khatt_name_run (scan->tokens, scan->words, first, scan->after, KHATT_NAME_BARE) > 1 &&
      khatt_actors_find_word (scan->actors, khatt_scan_token (scan, at)->folded,
                              khatt_scan_token (scan, at)->length) != actor)
    return 0;
  khatt_actors_touch (scan->actors, actor);
  if (khatt_actors_get (scan->actors, actor)->rank != KHATT_RANK_NONE)
    scan->last_ranked = actor;
  at = skip_offices (scan, at, actor);
  khatt_scan_add (scan, first, at, actor, proclitics, sentence_first,
                  (KhattMention){ .has_name = TRUE });
  return at - first;
}

/* Verbs whose subject is a person. A dual has its subjects before it, and looks like a verbal noun:
 * "رفضا قاطعا". */
static gboolean
follows_verb (const KhattScan *scan, gsize index, gsize sentence_first)
{
  const KhattMatch *match;

  if (index == sentence_first)
    return FALSE;
  match = khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_VERB);
  return match != NULL && match->n_tokens == 1 &&
         !(match->entry->form & (KHATT_FORM_OBJECT | KHATT_FORM_DUAL)) &&
         khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_MARKER) == NULL &&
         strcmp (match->entry->fields[2], "hold") != 0;
}

/* "X وزير خارجية الأردن وسمير Y وزير خارجية مصر": "and" is written onto the next name of a list. */
static gboolean
is_next_in_list (const KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMention *before =
      scan->mentions->len > 0
          ? &g_array_index (scan->mentions, KhattMention, scan->mentions->len - 1)
          : NULL;

  return before != NULL && before->first_token >= sentence_first && before->after_token == first &&
         before->has_name && khatt_scan_token (scan, first)->length > 3 * LETTER_BYTES &&
         g_str_has_prefix (khatt_scan_token (scan, first)->folded, "و");
}

/**
 * khatt_scan_new_name:
 * @scan: what is read
 * @first: a token
 * @sentence_first: where the sentence begins
 *
 * Reads somebody whom nothing announces but a verb, a preposition or a title behind the name.
 *
 * Returns: how many tokens it has; 0: there is none
 */
gsize
khatt_scan_new_name (KhattScan *scan, gsize first, gsize sentence_first)
{
  gsize n = khatt_name_is_strange (scan->tokens, first)
                ? khatt_name_run (scan->tokens, scan->words, first, scan->after, KHATT_NAME_BARE)
                : 0;
  KhattTitle person = { .at = first + n };
  gboolean is_subject = follows_verb (scan, first, sentence_first);
  const KhattMatch *preposition;
  guint actor;

  if (n == 0)
    return 0;
  khatt_title_read_apposition (scan, &person);
  preposition = khatt_scan_marker_before (scan, first, sentence_first, "preposition");
  if (!person.has_title && !(is_subject && n <= 4) &&
      !(preposition != NULL && n >= 2 && n <= 4 &&
        (strcmp (preposition->entry->fields[2], "with") == 0 ||
         strcmp (preposition->entry->fields[2], "between") == 0)))
    return 0;
  if (n == 1 && !person.has_title &&
      (!is_subject || g_str_has_prefix (khatt_scan_token (scan, first)->folded, "ال")))
    return 0;
  person.has_and = person.has_title && n > 1 && is_next_in_list (scan, first, sentence_first);
  actor = khatt_title_register (scan, &person, first, n, first);
  if (person.has_title)
    scan->last_ranked = actor;
  khatt_scan_add (scan, first, person.at, actor, person.has_and ? KHATT_PROCLITIC_WAW : 0,
                  sentence_first, (KhattMention){ .has_name = TRUE });
  return person.at - first;
}
