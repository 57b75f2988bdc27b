/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles and the people who bear them: chains of offices, the countries that belong to them,
 * honorifics, the name behind or before them. From a title and what stands round it, who is meant.
 */

#include "khatt-title.h"

#include <string.h>

#define LETTER_BYTES 2
/* Words between a title and the country that belongs to it. */
#define MAX_TITLE_TAIL 6
#define MAX_TITLES 3
/* The office in titles.tsv that may be any minister's. */
#define BARE_MINISTER "وزير"
#define MAX_REMARK_TOKENS 4

/**
 * khatt_title_skip_honorifics:
 * @scan: what is read
 * @person: a person as far as it is read
 *
 * Honorifics before a name; a full stop may abbreviate them.
 */
void
khatt_title_skip_honorifics (const KhattScan *scan, KhattTitle *person)
{
  const KhattMatch *match;

  while ((match = khatt_scan_match (scan, person->at, KHATT_ENTRY_HONORIFIC)) != NULL &&
         strcmp (match->entry->fields[1], "after") != 0)
    {
      const KhattMatch *title = khatt_scan_match (scan, person->at, KHATT_ENTRY_TITLE);

      if (person->has_honorific && !khatt_match_has_only_article (match))
        return;
      /* "الأمير" is an honorific, "أمير دولة قطر" an office. */
      if (title != NULL && title->n_tokens >= match->n_tokens &&
          !(title->proclitics & KHATT_PROCLITIC_AL))
        return;
      person->has_honorific = TRUE;
      person->is_royal |= strcmp (match->entry->fields[1], "royal") == 0;
      person->at += match->n_tokens;
      if (person->at < scan->after && khatt_token_is (khatt_scan_token (scan, person->at), ".") &&
          khatt_scan_token (scan, person->at - 1)->length <= LETTER_BYTES)
        person->at++;
    }
}

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

/* "minister of X in Y". */
static gsize
read_country_behind_in (const KhattScan *scan, gsize at, const char **country)
{
  const KhattMatch *preposition = khatt_scan_marker (scan, at, "preposition");
  const KhattMatch *match;

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

/* "المتحدث باسم X", "المبعوث إلى X": the words of the office that follow it. */
static void
read_office_tail (const KhattScan *scan, KhattTitle *person)
{
  static const KhattEntryClass classes[] = { KHATT_ENTRY_AGENCY, KHATT_ENTRY_ORGANISATION,
                                             KHATT_ENTRY_COUNTRY, KHATT_ENTRY_CITY };
  const KhattMatch *preposition = khatt_scan_marker (scan, person->at, "preposition");
  gsize at = person->at;

  if (preposition != NULL && strcmp (preposition->entry->fields[2], "with") != 0 &&
      strcmp (preposition->entry->fields[2], "from") != 0)
    at += preposition->n_tokens;
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const KhattMatch *match = khatt_scan_match (scan, at, classes[i]);
      gboolean is_tied =
          match != NULL && (at > person->at || khatt_match_has_only_article (match) ||
                            (match->proclitics & KHATT_PROCLITIC_LAM));

      if (!is_tied || (match->proclitics & KHATT_PROCLITIC_WAW))
        continue;
      person->at = at + match->n_tokens;
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

static void
read_title_tail (const KhattScan *scan, KhattTitle *person, const KhattMatch *title)
{
  gboolean is_bare = title->n_tokens == 1 && !(title->proclitics & KHATT_PROCLITIC_AL);
  const char *country = NULL;
  gsize title_end = person->at;
  gsize after;

  after = read_country (scan, skip_title_words (scan, person->at), &country);
  if (after == 0)
    {
      read_office_tail (scan, person);
      if (person->rank == KHATT_RANK_SPOKESMAN && title->n_tokens > 1 && person->at == title_end &&
          khatt_scan_match (scan, person->at, KHATT_ENTRY_WORD) != NULL)
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
  while (khatt_scan_marker (scan, person->at, "former") != NULL ||
         khatt_scan_marker (scan, person->at, "earlier") != NULL)
    {
      person->is_former = g_str_has_prefix (khatt_scan_token (scan, person->at)->folded, "ال");
      if (!person->is_former)
        break;
      person->at++;
    }
}

/* How much an office says about who acts; the first of several titles of one weight stays. */
static gboolean
outranks (KhattRank new, KhattRank old)
{
  if (old == KHATT_RANK_NONE || old == KHATT_RANK_OFFICIAL)
    return TRUE;
  return new == KHATT_RANK_FOREIGN_MINISTER &&
         (old == KHATT_RANK_DEPUTY_HEAD_OF_GOVERNMENT || old == KHATT_RANK_MINISTER);
}

/**
 * khatt_title_read:
 * @scan: what is read
 * @person: a person as far as it is read
 *
 * Reads the titles that stand one after the other, with their countries.
 */
void
khatt_title_read (const KhattScan *scan, KhattTitle *person)
{
  for (guint n = 0; n < MAX_TITLES; n++)
    {
      const KhattMatch *title = khatt_scan_match (scan, person->at, KHATT_ENTRY_TITLE);
      gboolean is_leading = FALSE;
      KhattRank rank;

      if (title == NULL || (person->has_title && title->proclitics & ~KHATT_PROCLITIC_AL))
        return;
      rank = khatt_rank_from_class (title->entry->fields[1]);
      if (person->has_title && rank == KHATT_RANK_COUNTERPART)
        return;
      person->is_counterpart |= rank == KHATT_RANK_COUNTERPART;
      if (outranks (rank, person->rank))
        {
          person->rank = rank;
          person->office = title->entry->fields[2];
          if (*title->entry->fields[4] != '\0')
            person->country = title->entry->fields[4];
          person->title_first = person->at;
          is_leading = TRUE;
        }
      if (!person->has_title)
        {
          person->is_plural =
              (title->entry->form & KHATT_FORM_DUAL) != 0 ||
              strcmp (title->entry->fields[3], "plural") == 0 ||
              g_str_has_prefix (khatt_scan_token (scan, person->at)->folded, "نظير");
          person->is_definite = (title->proclitics & KHATT_PROCLITIC_AL) != 0;
          person->is_short = title->n_tokens == 1;
        }
      person->has_title = TRUE;
      person->at += title->n_tokens;
      read_title_tail (scan, person, title);
      if (is_leading)
        person->title_after = person->at;
      khatt_title_skip_honorifics (scan, person);
      if (khatt_scan_is_comma (scan, person->at))
        {
          const KhattMatch *next = khatt_scan_match (scan, person->at + 1, KHATT_ENTRY_TITLE);
          if (next != NULL && khatt_match_has_only_article (next) && next->n_tokens > 1 &&
              khatt_rank_from_class (next->entry->fields[1]) != KHATT_RANK_COUNTERPART)
            person->at++;
        }
    }
}

static KhattNameContext
name_context (const KhattTitle *person)
{
  if (person->is_royal)
    return KHATT_NAME_ROYAL;
  return person->has_title || person->has_honorific ? KHATT_NAME_TITLED : KHATT_NAME_BARE;
}

/* "الرئاسة الروسية (الكرملين) فلان": a short remark between title and name. */
static gsize
skip_brackets (const KhattScan *scan, gsize at)
{
  if (at >= scan->after || !khatt_token_is (khatt_scan_token (scan, at), "("))
    return at;
  for (gsize i = at + 1; i < scan->after && i - at <= MAX_REMARK_TOKENS; i++)
    if (khatt_token_is (khatt_scan_token (scan, i), ")"))
      return i + 1;
  return at;
}

/**
 * khatt_title_find_name:
 * @scan: what is read
 * @person: a person as far as it is read
 * @name_first: where the name begins
 *
 * The name behind a title, a comma perhaps between; returns its length and where it begins.
 *
 * Returns: how many tokens it has; 0: none
 */
gsize
khatt_title_find_name (const KhattScan *scan, KhattTitle *person, gsize *name_first)
{
  gsize n;

  if (person->has_title)
    person->at = skip_brackets (scan, person->at);
  *name_first = person->at;
  n = khatt_name_run (scan->tokens, scan->words, person->at, scan->after, name_context (person));
  if (n > 0 || !khatt_scan_is_comma (scan, person->at))
    return n;

  {
    KhattTitle behind = *person;
    gsize after;

    behind.at++;
    behind.has_honorific = FALSE;
    khatt_title_skip_honorifics (scan, &behind);
    n = khatt_name_run (scan->tokens, scan->words, behind.at, scan->after, name_context (&behind));
    after = behind.at + n;
    if (n == 0 || (!behind.has_honorific && n < 2 && after < scan->after &&
                   khatt_scan_token (scan, after)->kind == KHATT_TOKEN_WORD))
      return 0;
    person->at = behind.at;
    person->is_royal |= behind.is_royal;
    *name_first = behind.at;
  }
  return n;
}

/* A title with a name of its own behind it is somebody else's. */
static gboolean
introduces_another (const KhattScan *scan, const KhattTitle *behind)
{
  KhattTitle next = { .at = behind->at, .has_title = TRUE };

  khatt_title_skip_honorifics (scan, &next);
  return next.at < scan->after &&
         khatt_name_run (scan->tokens, scan->words, next.at, scan->after, name_context (&next)) > 0;
}

/**
 * khatt_title_read_apposition:
 * @scan: what is read
 * @person: a person as far as it is read
 *
 * A title behind the name: "وزير الخارجية" behind the minister's.
 */
void
khatt_title_read_apposition (const KhattScan *scan, KhattTitle *person)
{
  gsize at = person->at;
  const KhattMatch *title;
  gboolean is_spokesman;
  KhattTitle behind = *person;

  for (const KhattMatch *match = khatt_scan_match (scan, at, KHATT_ENTRY_HONORIFIC);
       match != NULL && strcmp (match->entry->fields[1], "after") == 0;
       match = khatt_scan_match (scan, at, KHATT_ENTRY_HONORIFIC))
    at += match->n_tokens;
  person->at = behind.at = at;
  if (khatt_scan_is_comma (scan, at))
    behind.at++;
  title = khatt_scan_match (scan, behind.at, KHATT_ENTRY_TITLE);
  if (title == NULL || !khatt_match_has_only_article (title) ||
      (title->entry->form & KHATT_FORM_DUAL) || strcmp (title->entry->fields[3], "plural") == 0 ||
      khatt_rank_from_class (title->entry->fields[1]) == KHATT_RANK_COUNTERPART)
    return;
  /* With a comma between it must be an office of this person, not the next one in a list. */
  is_spokesman = khatt_rank_from_class (title->entry->fields[1]) == KHATT_RANK_SPOKESMAN;
  if (person->has_title && person->rank != KHATT_RANK_NONE && behind.at > at && !is_spokesman)
    return;
  if (person->has_title && person->country != NULL && !is_spokesman)
    return;
  if (is_spokesman)
    behind.rank = KHATT_RANK_NONE; /* an ambassador who speaks for a ministry is its voice */
  behind.has_title = FALSE;
  khatt_title_read (scan, &behind);
  if (introduces_another (scan, &behind))
    return;
  *person = behind;
}

/* Where a title begins without the letters that are written onto it. */
static guint
bare_start (const KhattScan *scan, gsize index)
{
  const KhattMatch *match = khatt_scan_match (scan, index, KHATT_ENTRY_TITLE);
  guint proclitics = match != NULL ? match->proclitics & ~KHATT_PROCLITIC_AL : 0;
  guint start = khatt_scan_token (scan, index)->first;

  for (; proclitics != 0; proclitics &= proclitics - 1)
    start += LETTER_BYTES;
  return start;
}

/* The words of an office that is kept as written. */
static char *
dup_office (const KhattScan *scan, const KhattTitle *person)
{
  guint32 from;

  if (person->rank <= KHATT_RANK_MINISTER || person->rank == KHATT_RANK_COUNTERPART ||
      person->title_after <= person->title_first)
    return g_strdup (person->office);
  from = bare_start (scan, person->title_first);
  return g_strndup (scan->tokens->text + from,
                    khatt_scan_token (scan, person->title_after - 1)->after - from);
}

/* A counterpart has the office of the one before, without its country. */
static char *
dup_counterpart_office (const KhattScan *scan, KhattRank *rank)
{
  const KhattActor *other = scan->last_ranked != KHATT_NO_ACTOR
                                ? khatt_actors_get (scan->actors, scan->last_ranked)
                                : NULL;
  const char *country;
  gsize length;

  *rank = other != NULL ? other->rank : KHATT_RANK_NONE;
  if (other == NULL || other->office == NULL)
    return NULL;
  country = other->country != NULL ? khatt_lexicon_get_country_name (scan->lexicon, other->country)
                                   : NULL;
  length = strlen (other->office);
  if (country != NULL && g_str_has_suffix (other->office, country) && length > strlen (country))
    length -= strlen (country) + 1;
  return g_strndup (other->office, length);
}

/* Offices that a newspaper's own country has, where it names none. */
static gboolean
is_of_home (const KhattScan *scan, const KhattTitle *person, KhattRank rank, gboolean is_named)
{
  gboolean is_known = khatt_actors_find_office (scan->actors, rank, NULL, TRUE) != KHATT_NO_ACTOR;

  switch (rank)
    {
    case KHATT_RANK_NONE:
    case KHATT_RANK_ENVOY:
    case KHATT_RANK_ORGANISATION:
    case KHATT_RANK_ANONYMOUS:
    case KHATT_RANK_OFFICIAL:
      return FALSE;
    case KHATT_RANK_HEAD_OF_STATE:
      return !is_named && (!person->is_definite || !is_known);
    default:
      return is_named || !person->is_short || !is_known;
    }
}

/* "The minister", "the president": whom the text has named, most lately. */
static guint
find_mentioned (const KhattScan *scan, const KhattActorClue *clue)
{
  guint found = KHATT_NO_ACTOR;

  if (clue->n_words > 0 || clue->rank == KHATT_RANK_NONE || clue->rank == KHATT_RANK_ANONYMOUS ||
      clue->rank == KHATT_RANK_OFFICIAL)
    return found;
  if (clue->rank == KHATT_RANK_MINISTER && clue->country != NULL)
    return g_strcmp0 (clue->office, BARE_MINISTER) == 0
               ? khatt_actors_find_office (scan->actors, KHATT_RANK_FOREIGN_MINISTER, clue->country,
                                           TRUE)
               : found;
  if (clue->country == NULL)
    found = khatt_actors_find_office (scan->actors, clue->rank, NULL, TRUE);
  if (clue->country == NULL && clue->rank == KHATT_RANK_MINISTER && found == KHATT_NO_ACTOR)
    found = khatt_actors_find_office (scan->actors, KHATT_RANK_FOREIGN_MINISTER, NULL, TRUE);
  return found;
}

/**
 * khatt_title_register:
 * @scan: what is read
 * @person: a person as far as it is read
 * @name_first: where the name begins
 * @n_name: how many tokens it has
 * @first: a token
 *
 * Tells the memory of a person and finds out who it is.
 *
 * Returns: the actor's index
 */
guint
khatt_title_register (KhattScan *scan,
                      const KhattTitle *person,
                      gsize name_first,
                      gsize n_name,
                      gsize first)
{
  const char *words[KHATT_NAME_MAX_WORDS];
  KhattActorClue clue = { .words = words,
                          .n_words = (guint) n_name,
                          .rank = person->is_former ? KHATT_RANK_NONE : person->rank,
                          .country = person->country,
                          .home = scan->home };
  g_autofree char *office = clue.rank == KHATT_RANK_COUNTERPART
                                ? dup_counterpart_office (scan, &clue.rank)
                                : dup_office (scan, person);
  gsize text_after = n_name > 0 ? name_first + n_name : person->at;
  guint start = n_name > 0 ? khatt_scan_token (scan, name_first)->first : bare_start (scan, first);
  guint found;

  clue.office = office;
  for (gsize i = 0; i < n_name; i++)
    words[i] = khatt_scan_token (scan, name_first + i)->folded;
  if (clue.country == NULL && is_of_home (scan, person, clue.rank, n_name > 0))
    clue.country = scan->home;
  found = find_mentioned (scan, &clue);
  if (found != KHATT_NO_ACTOR)
    {
      khatt_actors_touch (scan->actors, found);
      return found;
    }
  /* "his counterpart", "the two ministers": the office is what they are called. */
  if (n_name == 0 && (person->is_counterpart || person->is_plural) && clue.office != NULL &&
      clue.country != NULL)
    return khatt_actors_add_person (scan->actors, &clue);
  clue.text = scan->tokens->text + start;
  clue.text_length = khatt_scan_token (scan, text_after - 1)->after - start;
  return khatt_actors_add_person (scan->actors, &clue);
}
