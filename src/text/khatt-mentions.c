/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mentions: who is spoken of, and where. A text is gone over twice, stretch by stretch: first for
 * those who are introduced with a title, so that the second time a bare surname before its
 * introduction (a headline) is known too.
 */

#include "khatt-honour.h"
#include "khatt-scan-place.h"
#include "khatt-title.h"

#include <string.h>

#define LETTER_BYTES 2
/* Words of an office that only one person holds. */
#define MIN_OFFICE_WORDS 3
/* Words between "a delegation" and its country. */
#define MAX_DELEGATION_WORDS 6
/* Words between a delegation and "led by". */
#define MAX_DELEGATION_GAP 6

static void
add_more_people (KhattScan *scan, const KhattTitle *person, gsize sentence_first)
{
  for (guint i = 0; i < person->n_more; i++)
    {
      KhattTitle other = *person;
      gsize first = i == 0 ? person->more_ends[0] - 1 : person->more_ends[i - 1];
      gsize name_first = person->more_ends[i];

      other.country = person->more_countries[i];
      other.at = person->more_ends[i];
      if (other.rank == KHATT_RANK_NONE)
        continue;
      khatt_scan_add (scan, first, other.at,
                      khatt_title_register (scan, &other, name_first, 0, first),
                      KHATT_PROCLITIC_WAW, sentence_first, (KhattMention){ 0 });
    }
}

/* "الأمين العام لجامعة الدول العربية" is one person, "الأمين العام" may be anybody's. */
static gboolean
names_one_office (const KhattTitle *person, gsize first)
{
  return person->rank == KHATT_RANK_ORGANISATION && person->at - first >= MIN_OFFICE_WORDS;
}

/* "مبعوث سمو أمير البلاد الشيخ X": who is honoured behind the title has sent the envoy. */
static gboolean
is_envoy_of (const KhattScan *scan, gsize first, const KhattMatch *title)
{
  const KhattMatch *honorific;

  if (title == NULL || title->n_tokens > 1 || (title->proclitics & KHATT_PROCLITIC_AL) ||
      khatt_rank_from_class (title->entry->fields[1]) != KHATT_RANK_ENVOY)
    return FALSE;
  honorific = khatt_scan_match (scan, first + 1, KHATT_ENTRY_HONORIFIC);
  return honorific != NULL && honorific->proclitics == 0 &&
         strcmp (honorific->entry->fields[1], "royal") == 0;
}

/* "وزراء الخارجية العرب", "قادة دول مجلس التعاون": those of a bloc together are a body; without
 * one, "the ministers" are nobody in particular. */
static gsize
scan_ministers (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *title = khatt_scan_match (scan, first, KHATT_ENTRY_TITLE);
  const KhattMatch *states, *bloc, *organisation;
  g_autofree char *name = NULL;
  gsize at, after, start;

  if (title == NULL || strcmp (title->entry->fields[3], "plural") != 0)
    return 0;
  at = first + title->n_tokens;
  states = khatt_scan_marker (scan, at, "states");
  if (states != NULL)
    at += states->n_tokens;
  bloc = khatt_scan_marker (scan, at, "bloc");
  organisation = khatt_scan_match (scan, at, KHATT_ENTRY_ORGANISATION);
  if (bloc == NULL && (organisation == NULL || !khatt_match_has_only_article (organisation)))
    return 0;
  after = at + (bloc != NULL ? bloc->n_tokens : organisation->n_tokens);
  start =
      khatt_scan_token (scan, first)->first +
      LETTER_BYTES * (gsize) __builtin_popcount (title->proclitics & ~(guint) KHATT_PROCLITIC_AL);
  name = g_strndup (scan->tokens->text + start, khatt_scan_token (scan, after - 1)->after - start);
  khatt_scan_add (scan, first, after, khatt_actors_add_organisation (scan->actors, name, NULL),
                  title->proclitics, sentence_first, (KhattMention){ 0 });
  return after - first;
}

/* Title, honorific or both, with a name or without. */
static gsize
scan_person (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *honorific = khatt_scan_match (scan, first, KHATT_ENTRY_HONORIFIC);
  const KhattMatch *title = khatt_scan_match (scan, first, KHATT_ENTRY_TITLE);
  KhattTitle person = { .at = first };
  gsize name_first, n_name, first_end;
  guint proclitics, actor;

  if (honorific == NULL && title == NULL)
    return 0;
  if (is_envoy_of (scan, first, title))
    return title->n_tokens;
  khatt_title_skip_honorifics (scan, &person);
  proclitics = person.has_honorific ? honorific->proclitics : title != NULL ? title->proclitics : 0;
  if (!person.has_honorific && title == NULL)
    return 0;
  khatt_title_read (scan, &person);
  first_end = person.n_more > 0 ? person.more_ends[0] - 1 : person.at;
  n_name = person.n_more > 0 ? 0 : khatt_title_find_name (scan, &person, &name_first);
  if (n_name == 0 && !person.has_title)
    return khatt_honour_scan_alone (scan, first, person.at, sentence_first);
  if (n_name > 0)
    {
      person.at = name_first + n_name;
      khatt_title_read_apposition (scan, &person);
    }
  if (person.rank == KHATT_RANK_NONE && n_name == 0)
    return 0;
  if (person.rank > KHATT_RANK_MINISTER && person.rank != KHATT_RANK_SPOKESMAN &&
      person.rank != KHATT_RANK_ANONYMOUS && !person.is_counterpart && n_name == 0 &&
      person.country == NULL && !names_one_office (&person, first))
    return 0;

  if (person.n_more > 0)
    {
      KhattTitle one = person;
      one.at = first_end;
      actor = khatt_title_register (scan, &one, first_end, 0, first);
      khatt_scan_add (scan, first, first_end, actor, proclitics, sentence_first,
                      (KhattMention){ 0 });
      add_more_people (scan, &person, sentence_first);
      return person.at - first;
    }
  if (person.is_plural && !person.is_counterpart && n_name == 0 && person.country == NULL)
    return 0; /* "the ministers": nobody in particular */

  actor = khatt_title_register (scan, &person, name_first, n_name, first);
  if (!person.is_counterpart || n_name > 0)
    {
      if (!person.is_counterpart)
        scan->last_ranked = actor;
    }
  khatt_honour_note (scan, honorific, actor, sentence_first);
  khatt_scan_add (
      scan, first, person.at, actor, proclitics, sentence_first,
      (KhattMention){ .has_name = n_name > 0, .is_counterpart = person.is_counterpart });
  return person.at - first;
}

/* "the Russian president X, and the French Y": the office goes on. */
static gsize
scan_next_of_office (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *match = khatt_scan_match (scan, first, KHATT_ENTRY_ADJECTIVE);
  const KhattMention *before =
      scan->mentions->len > 0
          ? &g_array_index (scan->mentions, KhattMention, scan->mentions->len - 1)
          : NULL;
  const KhattActor *actor;
  KhattTitle person = { .at = first, .is_counterpart = TRUE };
  gsize name_first, n_name;
  guint index;

  if (match == NULL || !khatt_match_has_and (match) || !(match->proclitics & KHATT_PROCLITIC_AL) ||
      before == NULL || before->after_token + 1 < first || before->first_token < sentence_first ||
      before->actor == KHATT_NO_ACTOR)
    return 0;
  actor = khatt_actors_get (scan->actors, before->actor);
  if (actor->rank == KHATT_RANK_NONE || actor->type != KHATT_ACTOR_PERSON)
    return 0;
  person.rank = KHATT_RANK_COUNTERPART;
  person.country = match->entry->fields[1];
  person.has_title = TRUE;
  person.at = first + match->n_tokens;
  scan->last_ranked = before->actor;
  n_name = khatt_title_find_name (scan, &person, &name_first);
  person.at = n_name > 0 ? name_first + n_name : person.at;
  index = khatt_title_register (scan, &person, name_first, n_name, first);
  khatt_scan_add (scan, first, person.at, index, match->proclitics, sentence_first,
                  (KhattMention){ .has_name = n_name > 0 });
  return person.at - first;
}

/* "the Russian side", "both sides". */
static gsize
scan_party (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *party = khatt_scan_marker (scan, first, "party");
  const KhattMatch *parties = khatt_scan_marker (scan, first, "parties");
  const KhattMatch *match = party != NULL ? party : parties;
  const KhattMatch *adjective;
  gsize at;
  guint n = 0;

  if (match == NULL)
    return 0;
  at = first + match->n_tokens;
  /* "الزعيمان الروسي X والأمريكي Y" are people. */
  if (parties != NULL && khatt_scan_match (scan, first, KHATT_ENTRY_TITLE) != NULL &&
      khatt_scan_match (scan, at, KHATT_ENTRY_ADJECTIVE) != NULL)
    return 0;
  while ((adjective = khatt_scan_match (scan, at, KHATT_ENTRY_ADJECTIVE)) != NULL &&
         (adjective->proclitics & KHATT_PROCLITIC_AL) && n < KHATT_PHRASE_MAX_WORDS &&
         (n == 0 ? khatt_match_has_only_article (adjective) : khatt_match_has_and (adjective)))
    {
      guint actor = khatt_actors_add_state (scan->actors, adjective->entry->fields[1]);
      gsize start = n == 0 ? first : at;
      at += adjective->n_tokens;
      khatt_scan_add (scan, start, at, actor, n == 0 ? match->proclitics : KHATT_PROCLITIC_WAW,
                      sentence_first, (KhattMention){ .is_adjective = TRUE });
      n++;
    }
  if (n > 0)
    return at - first;
  if (parties == NULL)
    return 0;
  khatt_scan_add (scan, first, at, KHATT_NO_ACTOR, match->proclitics, sentence_first,
                  (KhattMention){ .is_group = TRUE,
                                  .is_states = strcmp (parties->entry->fields[2], "states") == 0 });
  return at - first;
}

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

/* "وفد اقتصادي تركي", "وفد من حركة حماس برئاسة X". */
static gsize
scan_delegation (KhattScan *scan, gsize first, gsize sentence_first)
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

/* Oman and Amman differ by one mark that folding drops and most newspapers leave out: the mark, or
 * Jordan in the text before, tells. */
static gboolean
is_amman (const KhattScan *scan, gsize index, const KhattMatch *city)
{
  const KhattToken *token = khatt_scan_token (scan, index);
  const char *text = scan->tokens->text + token->first;

  if (city == NULL || strcmp (city->entry->fields[1], "JO") != 0)
    return FALSE;
  if (g_strstr_len (text, token->after - token->first, "\xd9\x91") != NULL)
    return TRUE;
  return g_strcmp0 (scan->home, "JO") == 0 ||
         khatt_actors_find_office (scan->actors, KHATT_RANK_FOREIGN_MINISTER, "JO", FALSE) !=
             KHATT_NO_ACTOR ||
         khatt_actors_find_office (scan->actors, KHATT_RANK_HEAD_OF_STATE, "JO", FALSE) !=
             KHATT_NO_ACTOR;
}

/* "جمهورية كينيا", "ومملكة البحرين": what is written onto the word is said of the state. */
static gsize
scan_state (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *word = khatt_scan_marker (scan, first, "filler");
  const KhattMatch *country;
  gsize at;

  if (word == NULL || strcmp (word->entry->fields[2], "state") != 0 ||
      (word->proclitics & KHATT_PROCLITIC_AL))
    return 0;
  at = first + word->n_tokens;
  country = khatt_scan_match (scan, at, KHATT_ENTRY_COUNTRY);
  if (country == NULL || !khatt_match_has_only_article (country) ||
      strcmp (country->entry->fields[2], "name") != 0)
    return 0;
  khatt_scan_add (scan, first, at + country->n_tokens,
                  khatt_actors_add_state (scan->actors, country->entry->fields[1]),
                  word->proclitics, sentence_first, (KhattMention){ .is_place = TRUE });
  return word->n_tokens + country->n_tokens;
}

static gsize
scan_thing (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *organisation = khatt_scan_match (scan, first, KHATT_ENTRY_ORGANISATION);
  const KhattMatch *country = khatt_scan_match (scan, first, KHATT_ENTRY_COUNTRY);
  const KhattMatch *city = khatt_scan_match (scan, first, KHATT_ENTRY_CITY);
  const KhattMatch *match = organisation;
  guint actor = KHATT_NO_ACTOR;
  gboolean is_place = FALSE;

  if (organisation != NULL)
    actor = khatt_actors_add_organisation (scan->actors, organisation->entry->fields[1],
                                           organisation->entry->fields[2]);
  else if (country != NULL && (city == NULL || country->n_tokens >= city->n_tokens) &&
           !is_amman (scan, first, city))
    {
      match = country;
      actor = khatt_actors_add_state (scan->actors, country->entry->fields[1]);
      is_place = TRUE;
    }
  else if (city != NULL)
    {
      match = city;
      is_place = TRUE;
      if (strcmp (city->entry->fields[2], "capital") == 0)
        actor = khatt_actors_add_state (scan->actors, city->entry->fields[1]);
    }
  if (match == NULL)
    return 0;
  /* "الأوكرانية" is an adjective even where "أوكرانية" is a spelling of the country. */
  if (match == country && (match->proclitics & KHATT_PROCLITIC_AL) &&
      khatt_scan_match (scan, first, KHATT_ENTRY_ADJECTIVE) != NULL)
    return 0;
  khatt_scan_add (scan, first, first + match->n_tokens, actor, match->proclitics, sentence_first,
                  (KhattMention){ .is_place = is_place });
  return match->n_tokens;
}

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

/* A surname, or more words of one known name. */
static gsize
scan_known_name (KhattScan *scan, gsize first, gsize sentence_first)
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

/* Somebody whom nothing announces but a verb, a preposition or a title behind the name. */
static gsize
scan_new_name (KhattScan *scan, gsize first, gsize sentence_first)
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

static void
scan_sentence (KhattScan *scan, gsize first, gsize after)
{
  static gsize (*const scanners[]) (KhattScan *, gsize, gsize) = {
    khatt_honour_scan_himself,
    khatt_scan_building,
    scan_next_of_office,
    scan_party,
    scan_delegation,
    scan_ministers,
    scan_person,
    scan_known_name,
    scan_new_name,
    scan_state,
    scan_thing,
  };

  scan->after = after;
  for (gsize at = first; at < after;)
    {
      gsize n = 0;
      for (gsize i = 0; i < G_N_ELEMENTS (scanners) && n == 0; i++)
        n = scanners[i](scan, at, first);
      at += MAX (n, 1);
    }
}

static void
scan_text (KhattScan *scan, const KhattSentences *sentences, const KhattItems *items)
{
  gsize last_item = G_MAXSIZE;

  for (guint i = 0; i < sentences->sentences->len; i++)
    {
      const KhattSpan *sentence = &g_array_index (sentences->sentences, KhattSpan, i);
      const KhattPlace *place = &items->places[i];
      const KhattItem *item = &g_array_index (items->items, KhattItem, place->item);

      if (place->part == KHATT_PART_DATELINE)
        continue;
      if (place->item != last_item)
        khatt_honour_forget (scan);
      last_item = place->item;
      scan->home = item->home;
      scan_sentence (scan, place->body_token, sentence->after_token);
    }
}

/**
 * khatt_mentions_new: (skip)
 * @lexicon: the tables
 * @words: the words of the whole text
 * @actors: a memory
 *
 * Begins to go over a text.
 *
 * Returns: (transfer full): a search that has read nothing
 */
KhattScan *
khatt_mentions_new (const KhattLexicon *lexicon, const KhattTokenWords *words, KhattActors *actors)
{
  KhattScan *scan = g_new0 (KhattScan, 1);

  scan->lexicon = lexicon;
  scan->words = khatt_name_words_new (words);
  scan->actors = actors;
  scan->last_ranked = KHATT_NO_ACTOR;
  return scan;
}

/**
 * khatt_mentions_free: (skip)
 * @scan: (transfer full): a search
 *
 * Frees a search, not what it found.
 */
void
khatt_mentions_free (KhattScan *scan)
{
  khatt_name_words_free (scan->words);
  g_free (scan);
}

/**
 * khatt_mentions_find: (skip)
 * @scan: a search
 * @tokens: the tokens of the text's next stretch
 * @sentences: its sentences
 * @items: its items
 *
 * Finds everybody whom a stretch of a text mentions.
 *
 * Returns: (transfer full) (element-type KhattMention): the mentions, in the order of the text
 */
GArray *
khatt_mentions_find (KhattScan *scan,
                     const KhattTokens *tokens,
                     const KhattSentences *sentences,
                     const KhattItems *items)
{
  scan->tokens = tokens;
  scan->mentions = g_array_new (FALSE, TRUE, sizeof (KhattMention));
  scan_text (scan, sentences, items);
  return g_steal_pointer (&scan->mentions);
}
