/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Delegations and teams: whose they are, and who leads them.
 */

#include "khatt-scan-people.h"
#include "khatt-title.h"

#include <string.h>

/* Words between "a delegation" and its country. */
#define MAX_DELEGATION_WORDS 6
/* Words between a delegation and "led by". */
#define MAX_DELEGATION_GAP 6

/* "وفد من حركة حماس", "وفد من الاتحاد البرلماني", "وفد يمثل حركة فتح", "وفد الحركة": whose. */
static gsize
read_sender (const KhattScan *scan, gsize at, guint *actor)
{
  const KhattMatch *preposition = khatt_scan_marker (scan, at, "preposition");
  const KhattMatch *organisation, *country;

  if (preposition != NULL && (strcmp (preposition->entry->fields[2], "from") == 0 ||
                              strcmp (preposition->entry->fields[2], "about") == 0))
    at += preposition->n_tokens;
  organisation = khatt_scan_match (scan, at, KHATT_ENTRY_ORGANISATION);
  country = khatt_scan_match (scan, at, KHATT_ENTRY_COUNTRY);
  if (organisation != NULL && khatt_match_has_only_article (organisation))
    {
      *actor = khatt_actors_add_organisation (scan->actors, organisation->entry->fields[1],
                                              organisation->entry->fields[2]);
      return at + organisation->n_tokens;
    }
  if (country == NULL || !khatt_match_has_only_article (country) ||
      strcmp (country->entry->fields[2], "name") != 0)
    return 0;
  *actor = khatt_actors_add_state (scan->actors, country->entry->fields[1]);
  return at + country->n_tokens;
}

/* "وفد اقتصادي تركي رفيع المستوى برئاسة X": who leads it comes for it. */
static gsize
read_leader (KhattScan *scan, gsize at, guint *actor)
{
  const KhattMatch *leading = NULL;
  const char *country =
      *actor != KHATT_NO_ACTOR ? khatt_actors_get (scan->actors, *actor)->country : NULL;
  KhattTitle person = { 0 };
  gsize name_first, n_name, first;

  for (gsize end = at + MAX_DELEGATION_GAP; leading == NULL && at < MIN (end, scan->after); at++)
    {
      leading = khatt_scan_marker (scan, at, "led-by");
      if (leading == NULL && khatt_scan_token (scan, at)->kind == KHATT_TOKEN_PUNCTUATION &&
          !khatt_scan_is_comma (scan, at))
        return 0;
      /* 'وفد من حركة "X"': its name stands in quotation marks */
      if (*actor == KHATT_NO_ACTOR && khatt_scan_token (scan, at)->kind == KHATT_TOKEN_QUOTE)
        return 0;
    }
  if (leading == NULL)
    return 0;
  first = person.at = at - 1 + leading->n_tokens;
  khatt_title_skip_honorifics (scan, &person);
  khatt_title_read (scan, &person);
  n_name = khatt_title_find_name (scan, &person, &name_first);
  if (n_name == 0)
    return 0;
  person.at = name_first + n_name;
  khatt_title_read_apposition (scan, &person);
  if (person.country == NULL)
    person.country = country;
  *actor = khatt_title_register (scan, &person, name_first, n_name, first);
  return person.at;
}

/* "الفريق أول X" is a general, "الفريق الفني" a team. */
static gboolean
is_general (const KhattScan *scan, gsize first)
{
  const KhattMatch *rank = khatt_scan_match (scan, first, KHATT_ENTRY_HONORIFIC);
  const KhattMatch *word = khatt_scan_match (scan, first + 1, KHATT_ENTRY_WORD);

  return rank != NULL &&
         (rank->n_tokens > 1 || word == NULL || strcmp (word->entry->fields[1], "adjective") != 0);
}

/**
 * khatt_scan_delegation:
 * @scan: what is read
 * @first: a token
 * @sentence_first: where the sentence begins
 *
 * Reads "وفد اقتصادي تركي", "وفد من حركة حماس برئاسة X".
 *
 * Returns: how many tokens it has; 0: there is none
 */
gsize
khatt_scan_delegation (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *match = khatt_scan_marker (scan, first, "delegation");
  guint actor = KHATT_NO_ACTOR;
  gboolean is_state = FALSE;
  gsize after = 0, leader;
  gsize at;

  if (match == NULL || is_general (scan, first))
    return 0;
  for (at = first + match->n_tokens;
       after == 0 && at < scan->after && at - first <= MAX_DELEGATION_WORDS; at++)
    {
      const KhattMatch *adjective = khatt_scan_match (scan, at, KHATT_ENTRY_ADJECTIVE);
      const KhattMatch *word = khatt_scan_match (scan, at, KHATT_ENTRY_WORD);

      if (adjective != NULL && khatt_match_has_only_article (adjective))
        {
          actor = khatt_actors_add_state (scan->actors, adjective->entry->fields[1]);
          after = at + adjective->n_tokens;
          is_state = TRUE;
        }
      else
        after = read_sender (scan, at, &actor);
      if (after == 0 && khatt_scan_marker (scan, at, "preposition") != NULL)
        break; /* from a body that no table knows */
      if (after == 0 && (word == NULL || strcmp (word->entry->fields[1], "adjective") != 0))
        return 0;
    }
  leader = read_leader (scan, after != 0 ? after : at, &actor);
  if (leader == 0 && after == 0)
    return 0;
  khatt_scan_add (
      scan, first, leader != 0 ? leader : after, actor, match->proclitics, sentence_first,
      (KhattMention){ .is_adjective = is_state && leader == 0, .has_name = leader != 0 });
  return (leader != 0 ? leader : after) - first;
}
