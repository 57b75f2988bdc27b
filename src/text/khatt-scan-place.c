/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buildings: "بقصر الضيافة", "في مقر رئاسة الجمهورية", "بمطار المدينة الدولي". No table has them
 * all; a word for a building and what completes it are where something took place. Towns that no
 * table has come with a word that says what they are.
 */

#include "khatt-scan-place.h"

#include <string.h>

/* Words that complete a building's name, and how many of them no table knows. */
#define MAX_COMPLEMENT 5
#define MAX_STRANGE 3
/* In words.tsv. */
#define CAPITAL "عاصمة"
/* In markers.tsv. */
#define KINGDOM "المملكة"

static gboolean
is_governed (const KhattScan *scan, gsize first, gsize sentence_first, const KhattMatch *building)
{
  const KhattMatch *preposition;

  if (building->proclitics & KHATT_PROCLITIC_BA)
    return TRUE;
  preposition = khatt_scan_marker_before (scan, first, sentence_first, "preposition");
  return preposition != NULL && khatt_match_has_only_article (building) &&
         (strcmp (preposition->entry->fields[2], "in") == 0 ||
          strcmp (preposition->entry->fields[2], "to") == 0);
}

/* "وزارة الخارجية", "الأمم المتحدة", "القاهرة": a whole phrase of a table. */
static gsize
skip_phrase (const KhattScan *scan, gsize at, gboolean is_first)
{
  static const KhattEntryClass classes[] = { KHATT_ENTRY_CITY, KHATT_ENTRY_COUNTRY,
                                             KHATT_ENTRY_AGENCY, KHATT_ENTRY_ORGANISATION,
                                             KHATT_ENTRY_ADJECTIVE };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const KhattMatch *match = khatt_scan_match (scan, at, classes[i]);
      if (match != NULL && khatt_match_has_only_article (match) &&
          (is_first || match->n_tokens == 1))
        return match->n_tokens;
    }
  return 0;
}

/* What ends a building's name whatever it looks like. */
static gboolean
ends_name (const KhattScan *scan, gsize at)
{
  const KhattMatch *marker = khatt_scan_match (scan, at, KHATT_ENTRY_MARKER);

  if (khatt_scan_token (scan, at)->kind != KHATT_TOKEN_WORD ||
      khatt_scan_match (scan, at, KHATT_ENTRY_TITLE) != NULL ||
      khatt_scan_match (scan, at, KHATT_ENTRY_DATE) != NULL ||
      khatt_scan_match (scan, at, KHATT_ENTRY_NOUN) != NULL)
    return TRUE;
  return marker != NULL && strcmp (marker->entry->fields[1], "filler") != 0 &&
         strcmp (marker->entry->fields[1], "homeland") != 0 &&
         strcmp (marker->entry->fields[1], "name-link") != 0;
}

static gboolean
is_definite (const KhattScan *scan, gsize at)
{
  return g_str_has_prefix (khatt_scan_token (scan, at)->folded, "ال");
}

/* "رئاسة الجمهورية": a plain noun that the next word makes definite. */
static gboolean
is_head_noun (const KhattScan *scan, gsize at)
{
  const KhattMatch *word = khatt_scan_match (scan, at, KHATT_ENTRY_WORD);

  return word != NULL && word->proclitics == 0 && strcmp (word->entry->fields[1], "noun") == 0 &&
         at + 1 < scan->after && is_definite (scan, at + 1);
}

/* Returns where the words that complete a building's name end. */
static gsize
skip_complement (const KhattScan *scan, gsize first)
{
  gsize at = first;
  guint n_strange = 0;

  while (at < scan->after && at - first < MAX_COMPLEMENT)
    {
      gsize n = skip_phrase (scan, at, at == first);
      gboolean is_strange = khatt_scan_token (scan, at)->n_matches == 0;

      if (n > 0)
        at += n;
      else if (ends_name (scan, at))
        break;
      else if (is_definite (scan, at) || (at == first && is_head_noun (scan, at)) ||
               khatt_scan_match (scan, at, KHATT_ENTRY_HONORIFIC) != NULL)
        at++;
      else if (is_strange && n_strange++ < MAX_STRANGE &&
               !g_str_has_prefix (khatt_scan_token (scan, at)->folded, "و"))
        at++;
      else
        break;
    }
  return at;
}

/* "... في نواكشوط". */
static gsize
skip_town (const KhattScan *scan, gsize at)
{
  const KhattMatch *preposition = khatt_scan_marker (scan, at, "preposition");
  const KhattMatch *city = khatt_scan_match (scan, at + 1, KHATT_ENTRY_CITY);

  if (preposition == NULL || strcmp (preposition->entry->fields[2], "in") != 0 || city == NULL ||
      city->proclitics != 0)
    return at;
  return at + 1 + city->n_tokens;
}

/**
 * khatt_scan_building:
 * @scan: what is read
 * @first: a token
 * @sentence_first: where the sentence begins
 *
 * Reads a building behind "in", "at" or "to", with what completes its name and its town.
 *
 * Returns: how many tokens it has; 0: there is none
 */
gsize
khatt_scan_building (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *building = khatt_scan_marker (scan, first, "building");
  const KhattMatch *city = khatt_scan_match (scan, first, KHATT_ENTRY_CITY);
  gsize name_first, after;

  if (building == NULL || (city != NULL && city->n_tokens > building->n_tokens) ||
      (building->proclitics & KHATT_PROCLITIC_WAW) ||
      !is_governed (scan, first, sentence_first, building))
    return 0;
  name_first = first + building->n_tokens;
  after = skip_complement (scan, name_first);
  if (after == name_first)
    return 0;
  after = skip_town (scan, after);
  khatt_scan_add (scan, first, after, KHATT_NO_ACTOR, building->proclitics, sentence_first,
                  (KhattMention){ .is_place = TRUE });
  return after - first;
}

static gboolean
is_town_word (const KhattMatch *filler)
{
  return filler != NULL && strcmp (filler->entry->fields[2], "town") == 0;
}

/* "في X عاصمة الإقليم": what X is says that it is a town. */
static gboolean
is_called_capital (const KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *preposition =
      khatt_scan_marker_before (scan, first, sentence_first, "preposition");
  const KhattMatch *behind = khatt_scan_match (scan, first + 1, KHATT_ENTRY_WORD);

  return preposition != NULL && behind != NULL && behind->proclitics == 0 &&
         strcmp (behind->entry->fields[0], CAPITAL) == 0 &&
         (strcmp (preposition->entry->fields[2], "in") == 0 ||
          strcmp (preposition->entry->fields[2], "to") == 0);
}

/**
 * khatt_scan_town:
 * @scan: what is read
 * @first: a token
 * @sentence_first: where the sentence begins
 *
 * Reads a town that no table has: "إلى مدينة X", "في X عاصمة الإقليم".
 *
 * Returns: how many tokens it has; 0: there is none
 */
gsize
khatt_scan_town (KhattScan *scan, gsize first, gsize sentence_first)
{
  if (!khatt_name_is_strange (scan->tokens, first) ||
      !(is_town_word (khatt_scan_marker_before (scan, first, sentence_first, "filler")) ||
        is_called_capital (scan, first, sentence_first)))
    return 0;
  khatt_scan_add (scan, first, first + 1, KHATT_NO_ACTOR, 0, sentence_first,
                  (KhattMention){ .is_place = TRUE });
  return 1;
}

static gboolean
leads_somewhere (const KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *preposition =
      khatt_scan_marker_before (scan, first, sentence_first, "preposition");
  const KhattMatch *verb = first > sentence_first
                               ? khatt_tokens_match (scan->tokens, first - 1, KHATT_ENTRY_VERB)
                               : NULL;

  return (preposition != NULL && strcmp (preposition->entry->fields[2], "to") == 0) ||
         (verb != NULL && strcmp (verb->entry->fields[2], "visit") == 0);
}

/* "المملكة": the paper's own, or the one whose king or minister the text has named. */
static const char *
find_kingdom (const KhattScan *scan)
{
  static const char *const kingdoms[] = { "SA", "MA", "JO", "BH" };
  static const KhattRank ranks[] = { KHATT_RANK_HEAD_OF_STATE, KHATT_RANK_CROWN_PRINCE,
                                     KHATT_RANK_FOREIGN_MINISTER };

  for (gsize i = 0; i < G_N_ELEMENTS (kingdoms); i++)
    if (g_strcmp0 (scan->home, kingdoms[i]) == 0)
      return kingdoms[i];
  for (gsize k = 0; k < G_N_ELEMENTS (ranks); k++)
    for (gsize i = 0; i < G_N_ELEMENTS (kingdoms); i++)
      if (khatt_actors_find_office (scan->actors, ranks[k], kingdoms[i], FALSE) != KHATT_NO_ACTOR)
        return kingdoms[i];
  return NULL;
}

/**
 * khatt_scan_kingdom:
 * @scan: what is read
 * @first: a token
 * @sentence_first: where the sentence begins
 *
 * Reads "the Kingdom" to which somebody comes: "وصل إلى المملكة", "زيارة للمملكة".
 *
 * Returns: how many tokens it has; 0: there is none
 */
gsize
khatt_scan_kingdom (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *kingdom = khatt_scan_marker (scan, first, "filler");
  const char *code;

  if (kingdom == NULL || strcmp (kingdom->entry->fields[0], KINGDOM) != 0 ||
      khatt_scan_match (scan, first, KHATT_ENTRY_COUNTRY) != NULL ||
      khatt_scan_match (scan, first + 1, KHATT_ENTRY_ADJECTIVE) != NULL ||
      !((kingdom->proclitics & KHATT_PROCLITIC_LAM) ||
        leads_somewhere (scan, first, sentence_first)))
    return 0;
  code = find_kingdom (scan);
  if (code == NULL)
    return 0;
  khatt_scan_add (scan, first, first + 1, khatt_actors_add_state (scan->actors, code),
                  kingdom->proclitics, sentence_first, (KhattMention){ .is_place = TRUE });
  return 1;
}

/**
 * khatt_scan_homeland:
 * @scan: what is read
 * @first: a token
 * @sentence_first: where the sentence begins
 *
 * Reads "the country" to which somebody comes: "وصل إلى البلاد", where the paper is at home.
 *
 * Returns: how many tokens it has; 0: there is none
 */
gsize
khatt_scan_homeland (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *homeland = khatt_scan_marker (scan, first, "homeland");

  if (homeland == NULL || !khatt_match_has_only_article (homeland) ||
      !leads_somewhere (scan, first, sentence_first))
    return 0;
  khatt_scan_add (scan, first, first + homeland->n_tokens,
                  scan->home != NULL ? khatt_actors_add_state (scan->actors, scan->home)
                                     : KHATT_NO_ACTOR,
                  homeland->proclitics, sentence_first, (KhattMention){ .is_place = TRUE });
  return homeland->n_tokens;
}
