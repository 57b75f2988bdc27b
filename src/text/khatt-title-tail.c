/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands behind the words of one title and belongs to it: "of foreign affairs", "to the United
 * Nations", "of the republic of X".
 */

#include "khatt-title.h"

#include <string.h>

/* Words between a title and the country that belongs to it. */
#define MAX_TITLE_TAIL 6
#define MAX_PORTFOLIOS 4
/* "والتر" and the like are names. */
#define MIN_PORTFOLIO_BYTES 12

/* Behind a title: "دولة", "جمهورية", "الخاص"; where the words stop being part of it. */
static gsize
skip_title_words (const KhattScan *scan, gsize at)
{
  for (guint n = 0; n < MAX_TITLE_TAIL; n++)
    {
      const KhattMatch *filler = khatt_scan_marker (scan, at, "filler");
      const KhattMatch *word = khatt_scan_match (scan, at, KHATT_ENTRY_WORD);
      const KhattMatch *country = khatt_scan_match (scan, at, KHATT_ENTRY_COUNTRY);

      /* "المملكة المتحدة" is a country, "المملكة" part of a name for many. */
      if (filler != NULL && country != NULL && country->n_tokens > filler->n_tokens)
        break;
      if (filler != NULL)
        at += filler->n_tokens;
      else if (word != NULL && strcmp (word->entry->fields[1], "adjective") == 0 &&
               word->proclitics == KHATT_PROCLITIC_AL &&
               khatt_scan_marker (scan, at, "parties") == NULL)
        at += word->n_tokens;
      else
        break;
    }
  return at;
}

/* Sets the country when the words at `at` name one; returns where they end, or 0. */
static gsize
read_country (const KhattScan *scan, gsize at, const char **country)
{
  const KhattMatch *own = khatt_scan_marker (scan, at, "own-country");
  const KhattMatch *match = khatt_scan_match (scan, at, KHATT_ENTRY_COUNTRY);
  const KhattMatch *adjective = khatt_scan_match (scan, at, KHATT_ENTRY_ADJECTIVE);

  if (own != NULL && scan->last_ranked != KHATT_NO_ACTOR)
    {
      *country = khatt_actors_get (scan->actors, scan->last_ranked)->country;
      return at + own->n_tokens;
    }
  /* "الأمير تركي بن ...": a name. */
  if (adjective != NULL && adjective->proclitics == 0 &&
      khatt_scan_marker (scan, at + adjective->n_tokens, "name-link") != NULL)
    return 0;
  if (adjective != NULL && khatt_match_has_only_article (adjective) &&
      (match == NULL || adjective->n_tokens >= match->n_tokens))
    {
      *country = adjective->entry->fields[1];
      return at + adjective->n_tokens;
    }
  if (match != NULL && !(match->proclitics & (KHATT_PROCLITIC_WAW | KHATT_PROCLITIC_FA)))
    {
      *country = match->entry->fields[1];
      return at + match->n_tokens;
    }
  match = khatt_scan_match (scan, at, KHATT_ENTRY_CITY);
  if (match != NULL && match->proclitics == 0 && strcmp (match->entry->fields[2], "capital") == 0)
    {
      *country = match->entry->fields[1];
      return at + match->n_tokens;
    }
  return 0;
}

/* "وزير الطاقة والمناجم": a portfolio that no table has. */
static gboolean
is_strange_portfolio (const KhattScan *scan, gsize at)
{
  const KhattToken *token = at < scan->after ? khatt_scan_token (scan, at) : NULL;

  return token != NULL && token->kind == KHATT_TOKEN_WORD &&
         g_str_has_prefix (token->folded, "وال") && token->length > MIN_PORTFOLIO_BYTES &&
         (token->n_matches == 0 ||
          (token->n_matches == 1 && khatt_scan_match (scan, at, KHATT_ENTRY_WORD) != NULL));
}

/* "والتعاون الإفريقي والمغاربة المقيمين بالخارج": what a ministry looks after besides; those who
 * live abroad tell whose minister it is. */
static gsize
read_portfolios (const KhattScan *scan, gsize at, const char **country)
{
  for (guint n = 0; n < MAX_PORTFOLIOS; n++)
    {
      const KhattMatch *match = khatt_scan_marker (scan, at, "portfolio");

      if (match == NULL && is_strange_portfolio (scan, at))
        {
          at++;
          continue;
        }
      if (match == NULL || !(match->proclitics & KHATT_PROCLITIC_WAW))
        break;
      if (*match->entry->fields[2] != '\0')
        *country = match->entry->fields[2];
      at += match->n_tokens;
    }
  return at;
}

/* "minister of X in Y", "minister of X of the (bi-) Republic of Y". */
static gsize
read_country_behind_in (const KhattScan *scan, gsize at, const char **country)
{
  const KhattMatch *preposition = khatt_scan_marker (scan, at, "preposition");
  const KhattMatch *state = khatt_scan_marker (scan, at, "filler");
  const KhattMatch *match;

  if (state != NULL && (state->proclitics & KHATT_PROCLITIC_BA) &&
      strcmp (state->entry->fields[2], "state") == 0)
    return read_country (scan, skip_title_words (scan, at + state->n_tokens), country);

  if (preposition == NULL || strcmp (preposition->entry->fields[2], "in") != 0)
    return 0;
  at += preposition->n_tokens;
  match = khatt_scan_match (scan, at, KHATT_ENTRY_COUNTRY);
  if (match == NULL || !khatt_match_has_only_article (match))
    return 0;
  *country = match->entry->fields[1];
  return at + match->n_tokens;
}

/* "the Russian and the American", "of Iran and Israel". */
static void
read_more_countries (const KhattScan *scan, KhattTitle *person)
{
  while (person->n_more < G_N_ELEMENTS (person->more_countries))
    {
      const KhattMatch *match = khatt_scan_match (scan, person->at, KHATT_ENTRY_ADJECTIVE);

      if (match == NULL || !khatt_match_has_and (match))
        match = khatt_scan_match (scan, person->at, KHATT_ENTRY_COUNTRY);
      if (match == NULL || !khatt_match_has_and (match))
        return;
      person->at += match->n_tokens;
      person->more_countries[person->n_more] = match->entry->fields[1];
      person->more_ends[person->n_more++] = person->at;
    }
}

/* Who is somewhere on behalf of somebody; others only travel there. */
static gboolean
is_sent (KhattRank rank)
{
  return rank == KHATT_RANK_ENVOY || rank == KHATT_RANK_AMBASSADOR || rank == KHATT_RANK_SPOKESMAN;
}

/* "المبعوث إلى أفغانستان وباكستان X". */
static void
skip_joined_countries (const KhattScan *scan, KhattTitle *person)
{
  const KhattMatch *match;

  while ((match = khatt_scan_match (scan, person->at, KHATT_ENTRY_COUNTRY)) != NULL &&
         match->proclitics == KHATT_PROCLITIC_WAW)
    person->at += match->n_tokens;
}

/* "المتحدث باسم X", "المبعوث إلى X": the words of the office that follow it. */
static void
read_office_tail (const KhattScan *scan, KhattTitle *person)
{
  static const KhattEntryClass classes[] = { KHATT_ENTRY_AGENCY, KHATT_ENTRY_ORGANISATION,
                                             KHATT_ENTRY_COUNTRY, KHATT_ENTRY_CITY };
  const KhattMatch *preposition = khatt_scan_marker (scan, person->at, "preposition");
  gsize at = person->at;

  if (preposition != NULL && strcmp (preposition->entry->fields[2], "with") != 0 &&
      strcmp (preposition->entry->fields[2], "from") != 0 &&
      (strcmp (preposition->entry->fields[2], "to") != 0 || is_sent (person->rank)))
    at += preposition->n_tokens;
  /* "السفير لدى البلاد": the country that the paper is of. */
  if (at > person->at && strcmp (preposition->entry->fields[2], "at") == 0 &&
      (khatt_scan_marker (scan, at, "homeland") != NULL ||
       (khatt_scan_marker (scan, at, "filler") != NULL &&
        khatt_scan_match (scan, at, KHATT_ENTRY_COUNTRY) == NULL)))
    {
      gsize behind = skip_title_words (scan, at);
      const char *country = NULL;

      if (behind == at || read_country (scan, behind, &country) == 0)
        {
          person->at = MAX (behind, at + 1);
          return;
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const KhattMatch *match = khatt_scan_match (scan, at, classes[i]);
      gboolean is_tied =
          match != NULL && (at > person->at || khatt_match_has_only_article (match) ||
                            (match->proclitics & KHATT_PROCLITIC_LAM));

      if (!is_tied || (match->proclitics & KHATT_PROCLITIC_WAW))
        continue;
      person->at = at + match->n_tokens;
      if (person->rank == KHATT_RANK_ENVOY && classes[i] == KHATT_ENTRY_COUNTRY)
        skip_joined_countries (scan, person);
      if (classes[i] == KHATT_ENTRY_ORGANISATION && person->rank == KHATT_RANK_HEAD_OF_STATE)
        person->rank = KHATT_RANK_ORGANISATION;
      if (classes[i] == KHATT_ENTRY_AGENCY && *match->entry->fields[2] != '\0')
        person->country = match->entry->fields[2];
      return;
    }
}

/* A bare "minister of" or "head of" with a portfolio that no table has. */
static void
read_portfolio (const KhattScan *scan, KhattTitle *person)
{
  gsize at = person->at;

  while (at < scan->after && at - person->at < MAX_TITLE_TAIL &&
         khatt_scan_token (scan, at)->kind == KHATT_TOKEN_WORD)
    {
      const char *word = khatt_scan_token (scan, at)->folded;
      gboolean is_definite = g_str_has_prefix (word, "ال") || g_str_has_prefix (word, "وال") ||
                             g_str_has_prefix (word, "لل");
      if (!is_definite || khatt_scan_match (scan, at, KHATT_ENTRY_ADJECTIVE) != NULL ||
          khatt_scan_match (scan, at, KHATT_ENTRY_TITLE) != NULL ||
          khatt_scan_match (scan, at, KHATT_ENTRY_HONORIFIC) != NULL ||
          khatt_scan_match (scan, at, KHATT_ENTRY_COUNTRY) != NULL ||
          khatt_scan_match (scan, at, KHATT_ENTRY_DATE) != NULL)
        break;
      at++;
    }
  if (at > person->at && person->rank == KHATT_RANK_HEAD_OF_STATE)
    person->rank = KHATT_RANK_OFFICIAL;
  person->at = at;
}

/* "مساعد وزير الخارجية الإيراني للشؤون العربية والإفريقية X", "لشؤون الشرق الأوسط": what somebody
 * looks after, behind the country. */
static gsize
read_affairs (const KhattScan *scan, gsize at)
{
  const KhattMatch *affairs = khatt_scan_marker (scan, at, "affairs");
  gsize end;

  if (affairs == NULL)
    affairs = khatt_scan_marker (scan, at, "portfolio");
  if (affairs == NULL || !(affairs->proclitics & KHATT_PROCLITIC_LAM))
    return at;
  at += affairs->n_tokens;
  end = at + MAX_TITLE_TAIL;
  while (at < MIN (end, scan->after) && khatt_scan_token (scan, at)->kind == KHATT_TOKEN_WORD &&
         khatt_scan_match (scan, at, KHATT_ENTRY_TITLE) == NULL &&
         khatt_scan_match (scan, at, KHATT_ENTRY_HONORIFIC) == NULL &&
         (g_str_has_prefix (khatt_scan_token (scan, at)->folded, "ال") ||
          g_str_has_prefix (khatt_scan_token (scan, at)->folded, "وال") ||
          khatt_scan_match (scan, at, KHATT_ENTRY_COUNTRY) != NULL ||
          khatt_scan_match (scan, at, KHATT_ENTRY_CITY) != NULL))
    at++;
  return at;
}

/* "المتحدث باسم هيئة ...": not "المتحدث باسم الكرملين أن". */
static gboolean
is_portfolio_noun (const KhattScan *scan, gsize at)
{
  const KhattMatch *word = khatt_scan_match (scan, at, KHATT_ENTRY_WORD);

  return word != NULL && word->proclitics == 0 && strcmp (word->entry->fields[1], "noun") == 0 &&
         khatt_scan_match (scan, at, KHATT_ENTRY_MARKER) == NULL;
}

static gboolean
is_name_at (const KhattScan *scan, gsize at)
{
  return at < scan->after && !khatt_scan_token (scan, at)->starts_line &&
         khatt_name_is_strange (scan->tokens, at);
}

/**
 * khatt_title_read_tail:
 * @scan: what is read
 * @person: a person as far as it is read; the title is its last words
 * @title: a title
 *
 * Reads what belongs to one title: its portfolio, whose or where it is, its country.
 */
void
khatt_title_read_tail (const KhattScan *scan, KhattTitle *person, const KhattMatch *title)
{
  gboolean is_bare = title->n_tokens == 1 && !(title->proclitics & KHATT_PROCLITIC_AL);
  const char *country = NULL;
  gsize title_end = person->at;
  gsize after;

  if (person->rank == KHATT_RANK_FOREIGN_MINISTER || person->rank == KHATT_RANK_MINISTER)
    title_end = person->at = read_portfolios (scan, person->at, &person->country);
  after = read_country (scan, skip_title_words (scan, person->at), &country);
  if (after == 0)
    after = read_country_behind_in (scan, skip_title_words (scan, person->at), &country);
  if (after == 0)
    {
      read_office_tail (scan, person);
      if (person->rank == KHATT_RANK_SPOKESMAN && title->n_tokens > 1 && person->at == title_end &&
          is_portfolio_noun (scan, person->at))
        {
          person->at++;
          read_portfolio (scan, person);
        }
      if (is_bare && khatt_scan_match (scan, person->at, KHATT_ENTRY_HONORIFIC) == NULL)
        read_portfolio (scan, person);
      after = read_country (scan, skip_title_words (scan, person->at), &country);
      if (after == 0)
        after = read_country_behind_in (scan, person->at, &country);
    }
  if (after == 0 && is_name_at (scan, skip_title_words (scan, person->at)))
    person->at = skip_title_words (scan, person->at); /* "الموفد الدولي X" */
  if (after != 0)
    {
      person->at = after;
      person->country = country;
      if (person->is_plural)
        read_more_countries (scan, person);
      person->at = skip_title_words (scan, person->at);
      if (person->rank == KHATT_RANK_ENVOY || person->rank == KHATT_RANK_AMBASSADOR)
        read_office_tail (scan, person);
    }
  person->at = read_affairs (scan, person->at);
  while (khatt_scan_marker (scan, person->at, "former") != NULL ||
         khatt_scan_marker (scan, person->at, "earlier") != NULL)
    {
      person->is_former = g_str_has_prefix (khatt_scan_token (scan, person->at)->folded, "ال");
      if (!person->is_former)
        break;
      person->at++;
    }
}
