/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles and the people who bear them: chains of offices, the countries that belong to them,
 * honorifics, the name behind or before them. From a title and what stands round it, who is meant.
 */

#include "khatt-title.h"

#include <string.h>

#define LETTER_BYTES 2
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
         strcmp (match->entry->fields[1], "after") != 0 &&
         strcmp (match->entry->fields[1], "himself") != 0)
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

/* How much an office says about who acts; the first of several titles of one weight stays. */
static gboolean
outranks (KhattRank new, KhattRank old)
{
  if (old == KHATT_RANK_NONE || old == KHATT_RANK_OFFICIAL)
    return TRUE;
  return new == KHATT_RANK_FOREIGN_MINISTER &&
         (old == KHATT_RANK_DEPUTY_HEAD_OF_GOVERNMENT || old == KHATT_RANK_MINISTER);
}

static KhattNameContext
name_context (const KhattTitle *person)
{
  if (person->is_royal)
    return KHATT_NAME_ROYAL;
  return person->has_title || person->has_honorific ? KHATT_NAME_TITLED : KHATT_NAME_BARE;
}

/* A title with a name of its own behind it is somebody else's. */
static gboolean
introduces_another (const KhattScan *scan, const KhattTitle *behind)
{
  KhattTitle next = { .at = behind->at, .has_title = TRUE };
  const KhattMatch *title;
  gsize n;

  khatt_title_skip_honorifics (scan, &next);
  if (next.at >= scan->after)
    return FALSE;
  n = khatt_name_run (scan->tokens, scan->words, next.at, scan->after, name_context (&next));
  title = khatt_scan_match (scan, next.at + n, KHATT_ENTRY_TITLE);
  /* "X وزير خارجية كينيا وسمير Y وزير خارجية مصر": the next of a list has a title of his own. */
  return n > 0 &&
         (n < 2 || next.has_honorific || title == NULL || !khatt_match_has_only_article (title) ||
          !g_str_has_prefix (khatt_scan_token (scan, next.at)->folded, "و"));
}

/* "نائب رئيس الوزراء ووزير الخارجية X", "X رئيس الوزراء ووزير الدفاع": whether one more title is of
 * the same person. */
static gboolean
goes_on (const KhattScan *scan, const KhattTitle *person, const KhattMatch *title)
{
  KhattRank rank = khatt_rank_from_class (title->entry->fields[1]);
  KhattTitle next = *person;

  /* "التقت X وزيرة الخارجية مسؤولين": they are others. */
  if (!person->is_plural && strcmp (title->entry->fields[3], "plural") == 0)
    return FALSE;
  if (title->proclitics & ~KHATT_PROCLITIC_AL)
    {
      if ((title->proclitics & ~KHATT_PROCLITIC_AL) != KHATT_PROCLITIC_WAW ||
          (rank != KHATT_RANK_MINISTER && rank != KHATT_RANK_FOREIGN_MINISTER) ||
          (title->entry->form & KHATT_FORM_DUAL) || strcmp (title->entry->fields[3], "plural") == 0)
        return FALSE;
      if (!person->is_behind_name)
        return person->rank == KHATT_RANK_DEPUTY_HEAD_OF_GOVERNMENT && person->country == NULL;
    }
  if (!person->is_behind_name && person->rank == KHATT_RANK_HEAD_OF_STATE &&
      rank != KHATT_RANK_HEAD_OF_STATE)
    return FALSE; /* "مبعوث أمير البلاد وزير الخارجية" */
  next.at += title->n_tokens;
  next.country = NULL;
  khatt_title_read_tail (scan, &next, title);
  if (person->is_behind_name)
    return !introduces_another (scan, &next);
  /* "استقبل وزير الخارجية السفير السويدي": host and guest. */
  return next.country == NULL ||
         (rank != KHATT_RANK_AMBASSADOR &&
          (person->country == NULL || strcmp (person->country, next.country) == 0));
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

      if (title == NULL)
        return;
      rank = khatt_rank_from_class (title->entry->fields[1]);
      if (person->has_title && (rank == KHATT_RANK_COUNTERPART || !goes_on (scan, person, title)))
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
      khatt_title_read_tail (scan, person, title);
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

static gboolean
is_quotation_mark (const KhattScan *scan, gsize at)
{
  return at < scan->after && khatt_scan_token (scan, at)->kind == KHATT_TOKEN_QUOTE;
}

/* "رئيس المجلس «فلان»": some put names between marks. */
static gsize
find_quoted_name (const KhattScan *scan, KhattTitle *person, gsize *name_first)
{
  gsize first = person->at + 1;
  gsize n = khatt_name_run (scan->tokens, scan->words, first, scan->after, name_context (person));

  if (n == 0 || !is_quotation_mark (scan, first + n))
    return 0;
  person->at = *name_first = first;
  return n;
}

/* "الرئيس بري": a plain word of the language, but the text has named somebody so. */
static gboolean
is_known_surname (const KhattScan *scan, const KhattTitle *person)
{
  const KhattMatch *word = khatt_scan_match (scan, person->at, KHATT_ENTRY_WORD);
  const KhattToken *token;
  guint actor;

  if (word == NULL || !person->has_title || word->proclitics != 0 || word->n_tokens != 1)
    return FALSE;
  token = khatt_scan_token (scan, person->at);
  actor = khatt_actors_find_word (scan->actors, token->folded, token->length);
  return actor != KHATT_NO_ACTOR && khatt_actors_is_surname (scan->actors, actor, token->folded);
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
  if (n == 0 && is_quotation_mark (scan, person->at))
    return find_quoted_name (scan, person, name_first);
  if (n == 0 && is_known_surname (scan, person))
    return 1;
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
  behind.is_behind_name = TRUE;
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

/* Behind the honorifics before a title. */
static gsize
skip_honour (const KhattScan *scan, gsize first)
{
  KhattTitle person = { .at = first };

  khatt_title_skip_honorifics (scan, &person);
  return khatt_scan_match (scan, person.at, KHATT_ENTRY_TITLE) != NULL ? person.at : first;
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
  guint start = n_name > 0 ? khatt_scan_token (scan, name_first)->first
                           : bare_start (scan, skip_honour (scan, first));
  guint found;

  clue.office = office;
  for (gsize i = 0; i < n_name; i++)
    words[i] = khatt_scan_token (scan, name_first + i)->folded;
  if (person->has_and && n_name > 0)
    {
      words[0] += LETTER_BYTES;
      start += LETTER_BYTES;
    }
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
