/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mentions: who is spoken of, and where. A text is gone over twice, stretch by stretch: first for
 * those who are introduced with a title, so that the second time a bare surname before its
 * introduction (a headline) is known too.
 */

#include "khatt-honour.h"
#include "khatt-scan-people.h"
#include "khatt-scan-place.h"
#include "khatt-title.h"

#include <string.h>

#define LETTER_BYTES 2
/* Words of an office that only one person holds. */
#define MIN_OFFICE_WORDS 3

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

/* "وزيرا خارجية كينيا X والسويد Y": behind a name, a state with "and" and a name behind it. */
static const KhattMatch *
match_next_state (const KhattScan *scan, gsize first)
{
  const KhattMatch *state = khatt_scan_match (scan, first, KHATT_ENTRY_COUNTRY);

  return state != NULL && (state->proclitics & KHATT_PROCLITIC_WAW) &&
                 first + state->n_tokens < scan->after &&
                 khatt_name_is_strange (scan->tokens, first + state->n_tokens)
             ? state
             : NULL;
}

/* "the Russian president X, and the French Y": the office goes on. */
static gsize
scan_next_of_office (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *adjective = khatt_scan_match (scan, first, KHATT_ENTRY_ADJECTIVE);
  const KhattMatch *match = adjective != NULL && (adjective->proclitics & KHATT_PROCLITIC_AL)
                                ? adjective
                                : match_next_state (scan, first);
  const KhattMention *before =
      scan->mentions->len > 0
          ? &g_array_index (scan->mentions, KhattMention, scan->mentions->len - 1)
          : NULL;
  const KhattActor *actor;
  KhattTitle person = { .at = first, .is_counterpart = TRUE };
  gsize name_first, n_name;
  guint index;

  if (match == NULL || !khatt_match_has_and (match) || before == NULL ||
      before->after_token + 1 < first || before->first_token < sentence_first ||
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

#define CLASS(name) (1u << KHATT_ENTRY_##name)

/* What looks for whom, and in which tables a token has to stand for it to begin with; 0: any. */
static const struct
{
  gsize (*scan) (KhattScan *scan, gsize first, gsize sentence_first);
  guint classes;
} scanners[] = {
  { khatt_honour_scan_himself, CLASS (HONORIFIC) },
  { khatt_scan_building, CLASS (MARKER) },
  { khatt_scan_town, 0 },
  { khatt_scan_homeland, CLASS (MARKER) },
  { khatt_scan_kingdom, CLASS (MARKER) },
  { scan_next_of_office, CLASS (ADJECTIVE) | CLASS (COUNTRY) },
  { scan_party, CLASS (MARKER) },
  { khatt_scan_delegation, CLASS (MARKER) },
  { scan_ministers, CLASS (TITLE) },
  { scan_person, CLASS (HONORIFIC) | CLASS (TITLE) },
  { khatt_scan_known_name, 0 },
  { khatt_scan_new_name, 0 },
  { scan_state, CLASS (MARKER) },
  { scan_thing, CLASS (ORGANISATION) | CLASS (COUNTRY) | CLASS (CITY) },
};

static void
scan_sentence (KhattScan *scan, gsize first, gsize after)
{
  scan->after = after;
  for (gsize at = first; at < after;)
    {
      guint classes = khatt_scan_token (scan, at)->classes;
      gsize n = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (scanners) && n == 0; i++)
        if (scanners[i].classes == 0 || (scanners[i].classes & classes) != 0)
          n = scanners[i].scan (scan, at, first);
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
