/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mentions: who is spoken of, and where. The text is read twice: first for those who are introduced
 * with a title, so that the second time a bare surname before its introduction (a headline) is
 * known too.
 */

#include "khatt-mentions.h"

#include "khatt-fold.h"

#include <string.h>

#define LETTER_BYTES 2
/* Words between a title and the country that belongs to it. */
#define MAX_TITLE_TAIL 6
#define MAX_TITLES 3
/* Tokens between a mention and the one that "and" joins to it. */
#define MAX_JOIN_GAP 4

typedef struct
{
  const KhattLexicon *lexicon;
  const KhattTokens *tokens;
  KhattNameWords *words;
  KhattActors *actors;
  GArray *mentions;
  gboolean is_first_pass;
  gsize after;       /* end of the sentence */
  const char *home;  /* of the item */
  guint last_ranked; /* whose counterpart "his counterpart" is */
} Scan;

/* A person as far as it is read. */
typedef struct
{
  gsize at;
  gsize title_first; /* the words of the title, for offices that are kept as written */
  gsize title_after;
  KhattRank rank;
  const char *office;
  const char *country;
  gboolean has_title;
  gboolean has_honorific;
  gboolean is_royal;
  gboolean is_plural;
  gboolean is_definite; /* "الوزير", with the article */
  gboolean is_short;    /* one word and no country: whoever was mentioned last */
  gboolean is_former;
  gboolean is_counterpart;
  const char *more_countries[KHATT_PHRASE_MAX_WORDS]; /* "the Russian and the American" */
  gsize more_ends[KHATT_PHRASE_MAX_WORDS];
  guint n_more;
} Person;

static const KhattToken *
token_at (const Scan *scan, gsize index)
{
  return &scan->tokens->tokens[index];
}

static const KhattMatch *
match_at (const Scan *scan, gsize index, KhattEntryClass class)
{
  return index < scan->after ? khatt_tokens_match (scan->tokens, index, class) : NULL;
}

static const KhattMatch *
marker_at (const Scan *scan, gsize index, const char *sort)
{
  const KhattMatch *match = match_at (scan, index, KHATT_ENTRY_MARKER);

  return match != NULL && strcmp (match->entry->fields[1], sort) == 0 ? match : NULL;
}

static gboolean
is_comma (const Scan *scan, gsize index)
{
  return index < scan->after && (khatt_token_is (token_at (scan, index), "،") ||
                                 khatt_token_is (token_at (scan, index), ","));
}

static gboolean
only_article (const KhattMatch *match)
{
  return (match->proclitics & ~KHATT_PROCLITIC_AL) == 0;
}

/* "and the" or only "the": what can join another adjective to a title. */
static gboolean
only_and (const KhattMatch *match)
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
  } words[] = { { "with", KHATT_GOVERNOR_WITH }, { "from", KHATT_GOVERNOR_FROM },
                { "to", KHATT_GOVERNOR_TO },     { "between", KHATT_GOVERNOR_BETWEEN },
                { "in", KHATT_GOVERNOR_IN },     { "at", KHATT_GOVERNOR_IN } };

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

/* The longest marker that ends just before a token: "كل من" is two tokens back. */
static const KhattMatch *
marker_before (const Scan *scan, gsize index, gsize first, const char *sort)
{
  for (gsize back = 1; back <= 3 && index >= first + back; back++)
    {
      const KhattMatch *match = marker_at (scan, index - back, sort);
      if (match != NULL && match->n_tokens == back)
        return match;
    }
  return NULL;
}

/* "التشاور مع X", "الخلاف بين X وY": the preposition belongs to a noun that is no event. */
static gboolean
belongs_to_noun (const Scan *scan, gsize preposition, gsize first, const char *value)
{
  const KhattMatch *word;

  if (preposition <= first || (strcmp (value, "with") != 0 && strcmp (value, "between") != 0) ||
      khatt_tokens_match (scan->tokens, preposition - 1, KHATT_ENTRY_NOUN) != NULL ||
      khatt_tokens_match (scan->tokens, preposition - 1, KHATT_ENTRY_VERB) != NULL ||
      khatt_tokens_match (scan->tokens, preposition - 1, KHATT_ENTRY_DATE) != NULL)
    return FALSE;
  word = khatt_tokens_match (scan->tokens, preposition - 1, KHATT_ENTRY_WORD);
  return word != NULL && strcmp (word->entry->fields[1], "noun") == 0;
}

static KhattGovernor
governor_from_before (const Scan *scan, gsize index, gsize first)
{
  const KhattMatch *each = marker_before (scan, index, first, "each");
  const KhattMatch *match;

  if (each != NULL)
    index -= each->n_tokens;
  if (each != NULL && governor_from_proclitics (each->proclitics) != KHATT_GOVERNOR_NONE)
    return governor_from_proclitics (each->proclitics);
  match = marker_before (scan, index, first, "preposition");
  if (match != NULL)
    return belongs_to_noun (scan, index - match->n_tokens, first, match->entry->fields[2])
               ? KHATT_GOVERNOR_OTHER
               : governor_from_word (match->entry->fields[2]);
  if (index > first && token_at (scan, index - 1)->kind == KHATT_TOKEN_WORD)
    {
      if (khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_VERB) != NULL)
        return KHATT_GOVERNOR_NONE;
      match = khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_NOUN);
      if (match != NULL && !(match->proclitics & KHATT_PROCLITIC_AL))
        return KHATT_GOVERNOR_EVENT; /* "the letter" with its article has no owner behind it */
      if (marker_before (scan, index, first, "source") != NULL)
        return KHATT_GOVERNOR_OTHER;
      match = khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_WORD);
      if (match != NULL && strcmp (match->entry->fields[1], "noun") == 0 && match->n_tokens == 1 &&
          !(match->proclitics & KHATT_PROCLITIC_AL) && !(match->entry->form & KHATT_FORM_POSSESSED))
        return KHATT_GOVERNOR_OF;
    }
  return KHATT_GOVERNOR_NONE;
}

/* Only commas, adverbs of time and "and" between. */
static gboolean
is_joined (const Scan *scan, const KhattMention *before, gsize first, guint proclitics)
{
  gboolean has_and = (proclitics & KHATT_PROCLITIC_WAW) != 0;

  if (first < before->after_token || first - before->after_token > MAX_JOIN_GAP)
    return FALSE;
  for (gsize i = before->after_token; i < first; i++)
    {
      if (khatt_token_is (token_at (scan, i), "و"))
        has_and = TRUE;
      else if (!is_comma (scan, i) && match_at (scan, i, KHATT_ENTRY_HONORIFIC) == NULL)
        return FALSE;
    }
  return has_and;
}

static void
add_mention (Scan *scan,
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
       (before->after_token + 1 == first && is_comma (scan, first - 1))))
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

/* Honorifics before a name; a full stop may abbreviate them. */
static void
skip_honorifics (const Scan *scan, Person *person)
{
  const KhattMatch *match;

  while ((match = match_at (scan, person->at, KHATT_ENTRY_HONORIFIC)) != NULL &&
         strcmp (match->entry->fields[1], "after") != 0)
    {
      const KhattMatch *title = match_at (scan, person->at, KHATT_ENTRY_TITLE);

      if (person->has_honorific && !only_article (match))
        return;
      /* "الأمير" is an honorific, "أمير دولة قطر" an office. */
      if (title != NULL && title->n_tokens >= match->n_tokens &&
          !(title->proclitics & KHATT_PROCLITIC_AL))
        return;
      person->has_honorific = TRUE;
      person->is_royal |= strcmp (match->entry->fields[1], "royal") == 0;
      person->at += match->n_tokens;
      if (person->at < scan->after && khatt_token_is (token_at (scan, person->at), ".") &&
          token_at (scan, person->at - 1)->length <= LETTER_BYTES)
        person->at++;
    }
}

/* Behind a title: "دولة", "جمهورية", "الخاص"; where the words stop being part of it. */
static gsize
skip_title_words (const Scan *scan, gsize at)
{
  for (guint n = 0; n < MAX_TITLE_TAIL; n++)
    {
      const KhattMatch *filler = marker_at (scan, at, "filler");
      const KhattMatch *word = match_at (scan, at, KHATT_ENTRY_WORD);

      if (filler != NULL)
        at += filler->n_tokens;
      else if (word != NULL && strcmp (word->entry->fields[1], "adjective") == 0 &&
               word->proclitics == KHATT_PROCLITIC_AL && marker_at (scan, at, "parties") == NULL)
        at += word->n_tokens;
      else
        break;
    }
  return at;
}

/* Sets the country when the words at `at` name one; returns where they end, or 0. */
static gsize
read_country (const Scan *scan, gsize at, const char **country)
{
  const KhattMatch *match = match_at (scan, at, KHATT_ENTRY_COUNTRY);
  const KhattMatch *adjective = match_at (scan, at, KHATT_ENTRY_ADJECTIVE);

  if (adjective != NULL && only_article (adjective) &&
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
  match = match_at (scan, at, KHATT_ENTRY_CITY);
  if (match != NULL && match->proclitics == 0 && strcmp (match->entry->fields[2], "capital") == 0)
    {
      *country = match->entry->fields[1];
      return at + match->n_tokens;
    }
  return 0;
}

/* "minister of X in Y". */
static gsize
read_country_behind_in (const Scan *scan, gsize at, const char **country)
{
  const KhattMatch *preposition = marker_at (scan, at, "preposition");
  const KhattMatch *match;

  if (preposition == NULL || strcmp (preposition->entry->fields[2], "in") != 0)
    return 0;
  at += preposition->n_tokens;
  match = match_at (scan, at, KHATT_ENTRY_COUNTRY);
  if (match == NULL || !only_article (match))
    return 0;
  *country = match->entry->fields[1];
  return at + match->n_tokens;
}

/* "the Russian and the American", "of Iran and Israel". */
static void
read_more_countries (const Scan *scan, Person *person)
{
  while (person->n_more < G_N_ELEMENTS (person->more_countries))
    {
      const KhattMatch *match = match_at (scan, person->at, KHATT_ENTRY_ADJECTIVE);

      if (match == NULL || !only_and (match))
        match = match_at (scan, person->at, KHATT_ENTRY_COUNTRY);
      if (match == NULL || !only_and (match))
        return;
      person->at += match->n_tokens;
      person->more_countries[person->n_more] = match->entry->fields[1];
      person->more_ends[person->n_more++] = person->at;
    }
}

/* "المتحدث باسم X", "المبعوث إلى X": the words of the office that follow it. */
static void
read_office_tail (const Scan *scan, Person *person)
{
  static const KhattEntryClass classes[] = { KHATT_ENTRY_AGENCY, KHATT_ENTRY_ORGANISATION,
                                             KHATT_ENTRY_COUNTRY, KHATT_ENTRY_CITY };
  const KhattMatch *preposition = marker_at (scan, person->at, "preposition");
  gsize at = person->at;

  if (preposition != NULL && strcmp (preposition->entry->fields[2], "with") != 0 &&
      strcmp (preposition->entry->fields[2], "from") != 0)
    at += preposition->n_tokens;
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const KhattMatch *match = match_at (scan, at, classes[i]);
      gboolean is_tied = match != NULL && (at > person->at || only_article (match) ||
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
read_portfolio (const Scan *scan, Person *person)
{
  gsize at = person->at;

  while (at < scan->after && at - person->at < MAX_TITLE_TAIL &&
         token_at (scan, at)->kind == KHATT_TOKEN_WORD)
    {
      const char *word = token_at (scan, at)->folded;
      gboolean is_definite = g_str_has_prefix (word, "ال") || g_str_has_prefix (word, "وال") ||
                             g_str_has_prefix (word, "لل");
      if (!is_definite || match_at (scan, at, KHATT_ENTRY_ADJECTIVE) != NULL ||
          match_at (scan, at, KHATT_ENTRY_TITLE) != NULL ||
          match_at (scan, at, KHATT_ENTRY_HONORIFIC) != NULL ||
          match_at (scan, at, KHATT_ENTRY_COUNTRY) != NULL ||
          match_at (scan, at, KHATT_ENTRY_DATE) != NULL)
        break;
      at++;
    }
  if (at > person->at && person->rank == KHATT_RANK_HEAD_OF_STATE)
    person->rank = KHATT_RANK_OFFICIAL;
  person->at = at;
}

static void
read_title_tail (const Scan *scan, Person *person, const KhattMatch *title)
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
          match_at (scan, person->at, KHATT_ENTRY_WORD) != NULL)
        {
          person->at++;
          read_portfolio (scan, person);
        }
      if (is_bare && match_at (scan, person->at, KHATT_ENTRY_HONORIFIC) == NULL)
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
  while (marker_at (scan, person->at, "former") != NULL ||
         marker_at (scan, person->at, "earlier") != NULL)
    {
      person->is_former = g_str_has_prefix (token_at (scan, person->at)->folded, "ال");
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

static void
read_titles (const Scan *scan, Person *person)
{
  for (guint n = 0; n < MAX_TITLES; n++)
    {
      const KhattMatch *title = match_at (scan, person->at, KHATT_ENTRY_TITLE);
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
          person->is_plural = (title->entry->form & KHATT_FORM_DUAL) != 0 ||
                              strcmp (title->entry->fields[3], "plural") == 0 ||
                              g_str_has_prefix (token_at (scan, person->at)->folded, "نظير");
          person->is_definite = (title->proclitics & KHATT_PROCLITIC_AL) != 0;
          person->is_short = title->n_tokens == 1;
        }
      person->has_title = TRUE;
      person->at += title->n_tokens;
      read_title_tail (scan, person, title);
      if (is_leading)
        person->title_after = person->at;
      skip_honorifics (scan, person);
      if (is_comma (scan, person->at))
        {
          const KhattMatch *next = match_at (scan, person->at + 1, KHATT_ENTRY_TITLE);
          if (next != NULL && only_article (next) && next->n_tokens > 1 &&
              khatt_rank_from_class (next->entry->fields[1]) != KHATT_RANK_COUNTERPART)
            person->at++;
        }
    }
}

static KhattNameContext
name_context (const Person *person)
{
  if (person->is_royal)
    return KHATT_NAME_ROYAL;
  return person->has_title || person->has_honorific ? KHATT_NAME_TITLED : KHATT_NAME_BARE;
}

/* The name behind a title, a comma perhaps between; returns its length and where it begins. */
static gsize
find_name (const Scan *scan, Person *person, gsize *name_first)
{
  gsize n;

  *name_first = person->at;
  n = khatt_name_run (scan->tokens, scan->words, person->at, scan->after, name_context (person));
  if (n > 0 || !is_comma (scan, person->at))
    return n;

  {
    Person behind = *person;
    gsize after;

    behind.at++;
    behind.has_honorific = FALSE;
    skip_honorifics (scan, &behind);
    n = khatt_name_run (scan->tokens, scan->words, behind.at, scan->after, name_context (&behind));
    after = behind.at + n;
    if (n == 0 || (!behind.has_honorific && n < 2 && after < scan->after &&
                   token_at (scan, after)->kind == KHATT_TOKEN_WORD))
      return 0;
    person->at = behind.at;
    person->is_royal |= behind.is_royal;
    *name_first = behind.at;
  }
  return n;
}

/* A title with a name of its own behind it is somebody else's. */
static gboolean
introduces_another (const Scan *scan, const Person *behind)
{
  Person next = { .at = behind->at, .has_title = TRUE };

  skip_honorifics (scan, &next);
  return next.at < scan->after &&
         khatt_name_run (scan->tokens, scan->words, next.at, scan->after, name_context (&next)) > 0;
}

/* A title behind the name: "وزير الخارجية" behind the minister's. */
static void
read_apposition (const Scan *scan, Person *person)
{
  gsize at = person->at;
  const KhattMatch *title;
  gboolean is_spokesman;
  Person behind = *person;

  for (const KhattMatch *match = match_at (scan, at, KHATT_ENTRY_HONORIFIC);
       match != NULL && strcmp (match->entry->fields[1], "after") == 0;
       match = match_at (scan, at, KHATT_ENTRY_HONORIFIC))
    at += match->n_tokens;
  person->at = behind.at = at;
  if (is_comma (scan, at))
    behind.at++;
  title = match_at (scan, behind.at, KHATT_ENTRY_TITLE);
  if (title == NULL || !only_article (title) || (title->entry->form & KHATT_FORM_DUAL) ||
      strcmp (title->entry->fields[3], "plural") == 0 ||
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
  read_titles (scan, &behind);
  if (introduces_another (scan, &behind))
    return;
  *person = behind;
}

/* Where a title begins without the letters that are written onto it. */
static guint
bare_start (const Scan *scan, gsize index)
{
  const KhattMatch *match = match_at (scan, index, KHATT_ENTRY_TITLE);
  guint proclitics = match != NULL ? match->proclitics & ~KHATT_PROCLITIC_AL : 0;
  guint start = token_at (scan, index)->first;

  for (; proclitics != 0; proclitics &= proclitics - 1)
    start += LETTER_BYTES;
  return start;
}

static guint
register_person (Scan *scan, const Person *person, gsize name_first, gsize n_name, gsize first)
{
  const char *words[KHATT_NAME_MAX_WORDS];
  KhattActorClue clue = { .words = words,
                          .n_words = (guint) n_name,
                          .rank = person->is_former ? KHATT_RANK_NONE : person->rank,
                          .office = person->office,
                          .country = person->country,
                          .home = scan->home };
  gsize text_first = n_name > 0 ? name_first : first;
  gsize text_after = n_name > 0 ? name_first + n_name : person->at;
  guint start = token_at (scan, text_first)->first;
  g_autofree char *office = NULL;

  for (gsize i = 0; i < n_name; i++)
    words[i] = token_at (scan, name_first + i)->folded;
  if (clue.rank > KHATT_RANK_MINISTER && clue.rank != KHATT_RANK_COUNTERPART &&
      person->title_after > person->title_first)
    {
      guint from = bare_start (scan, person->title_first);
      office = g_strndup (scan->tokens->text + from,
                          token_at (scan, person->title_after - 1)->after - from);
      clue.office = office;
    }
  if (clue.rank == KHATT_RANK_COUNTERPART)
    {
      const KhattActor *other = scan->last_ranked != KHATT_NO_ACTOR
                                    ? khatt_actors_get (scan->actors, scan->last_ranked)
                                    : NULL;
      clue.rank = other != NULL ? other->rank : KHATT_RANK_NONE;
      clue.office = NULL;
      if (other != NULL && other->office != NULL)
        {
          g_autofree char *head = g_strdup (other->office);
          const char *country = other->country != NULL
                                    ? khatt_lexicon_get_country_name (scan->lexicon, other->country)
                                    : NULL;
          if (country != NULL && g_str_has_suffix (head, country) &&
              strlen (head) > strlen (country))
            head[strlen (head) - strlen (country) - 1] = '\0';
          office = g_steal_pointer (&head);
          clue.office = office;
        }
    }
  if (clue.country == NULL && clue.rank != KHATT_RANK_NONE && clue.rank != KHATT_RANK_ENVOY &&
      clue.rank != KHATT_RANK_ORGANISATION && clue.rank != KHATT_RANK_HEAD_OF_STATE &&
      clue.rank != KHATT_RANK_ANONYMOUS && clue.rank != KHATT_RANK_OFFICIAL &&
      (n_name > 0 ||
       khatt_actors_find_office (scan->actors, clue.rank, NULL, TRUE) == KHATT_NO_ACTOR))
    clue.country = scan->home;
  if (clue.rank == KHATT_RANK_HEAD_OF_STATE && n_name == 0 && clue.country == NULL)
    {
      if (!person->is_definite ||
          khatt_actors_find_office (scan->actors, clue.rank, NULL, TRUE) == KHATT_NO_ACTOR)
        clue.country = scan->home;
    }
  if (n_name == 0 && clue.rank == KHATT_RANK_MINISTER && clue.country != NULL &&
      g_strcmp0 (clue.office, "وزير") == 0)
    {
      guint found =
          khatt_actors_find_office (scan->actors, KHATT_RANK_FOREIGN_MINISTER, clue.country, TRUE);
      if (found != KHATT_NO_ACTOR)
        return found;
    }
  if (n_name == 0 && clue.country == NULL && clue.rank != KHATT_RANK_NONE)
    {
      guint found = khatt_actors_find_office (scan->actors, clue.rank, NULL, TRUE);
      if (clue.rank == KHATT_RANK_MINISTER && found == KHATT_NO_ACTOR)
        found = khatt_actors_find_office (scan->actors, KHATT_RANK_FOREIGN_MINISTER, NULL, TRUE);
      if (found != KHATT_NO_ACTOR && clue.rank != KHATT_RANK_ANONYMOUS &&
          clue.rank != KHATT_RANK_OFFICIAL)
        {
          khatt_actors_touch (scan->actors, found);
          return found;
        }
    }
  if (text_first == first && n_name == 0)
    {
      start = bare_start (scan, first);
    }
  /* "his counterpart", "the two ministers": the office is what they are called. */
  if (n_name == 0 && (person->is_counterpart || person->is_plural) && clue.office != NULL &&
      clue.country != NULL)
    return khatt_actors_add_person (scan->actors, &clue);
  clue.text = scan->tokens->text + start;
  clue.text_length = token_at (scan, text_after - 1)->after - start;
  return khatt_actors_add_person (scan->actors, &clue);
}

static void
add_more_people (Scan *scan, const Person *person, gsize sentence_first)
{
  for (guint i = 0; i < person->n_more; i++)
    {
      Person other = *person;
      gsize first = i == 0 ? person->more_ends[0] - 1 : person->more_ends[i - 1];
      gsize name_first = person->more_ends[i];

      other.country = person->more_countries[i];
      other.at = person->more_ends[i];
      if (other.rank == KHATT_RANK_NONE)
        continue;
      add_mention (scan, first, other.at, register_person (scan, &other, name_first, 0, first),
                   KHATT_PROCLITIC_WAW, sentence_first, (KhattMention){ 0 });
    }
}

/* Title, honorific or both, with a name or without. */
static gsize
scan_person (Scan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *honorific = match_at (scan, first, KHATT_ENTRY_HONORIFIC);
  const KhattMatch *title = match_at (scan, first, KHATT_ENTRY_TITLE);
  Person person = { .at = first };
  gsize name_first, n_name, first_end;
  guint proclitics, actor;

  if (honorific == NULL && title == NULL)
    return 0;
  skip_honorifics (scan, &person);
  proclitics = person.has_honorific ? honorific->proclitics : title != NULL ? title->proclitics : 0;
  if (!person.has_honorific && title == NULL)
    return 0;
  read_titles (scan, &person);
  first_end = person.n_more > 0 ? person.more_ends[0] - 1 : person.at;
  n_name = person.n_more > 0 ? 0 : find_name (scan, &person, &name_first);
  if (n_name == 0 && !person.has_title)
    return 0;
  if (n_name > 0)
    {
      person.at = name_first + n_name;
      read_apposition (scan, &person);
    }
  if (person.rank == KHATT_RANK_NONE && n_name == 0)
    return 0;
  if (person.rank > KHATT_RANK_MINISTER && person.rank != KHATT_RANK_SPOKESMAN &&
      person.rank != KHATT_RANK_ANONYMOUS && !person.is_counterpart && n_name == 0 &&
      person.country == NULL)
    return 0;

  if (person.n_more > 0)
    {
      Person one = person;
      one.at = first_end;
      actor = register_person (scan, &one, first_end, 0, first);
      add_mention (scan, first, first_end, actor, proclitics, sentence_first, (KhattMention){ 0 });
      add_more_people (scan, &person, sentence_first);
      return person.at - first;
    }
  if (person.is_plural && !person.is_counterpart && n_name == 0 && person.country == NULL)
    return 0; /* "the ministers": nobody in particular */

  actor = register_person (scan, &person, name_first, n_name, first);
  if (!person.is_counterpart || n_name > 0)
    {
      if (!person.is_counterpart)
        scan->last_ranked = actor;
    }
  add_mention (scan, first, person.at, actor, proclitics, sentence_first,
               (KhattMention){ .has_name = n_name > 0, .is_counterpart = person.is_counterpart });
  return person.at - first;
}

/* "the Russian president X, and the French Y": the office goes on. */
static gsize
scan_next_of_office (Scan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *match = match_at (scan, first, KHATT_ENTRY_ADJECTIVE);
  const KhattMention *before =
      scan->mentions->len > 0
          ? &g_array_index (scan->mentions, KhattMention, scan->mentions->len - 1)
          : NULL;
  const KhattActor *actor;
  Person person = { .at = first, .is_counterpart = TRUE };
  gsize name_first, n_name;
  guint index;

  if (match == NULL || !only_and (match) || !(match->proclitics & KHATT_PROCLITIC_AL) ||
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
  n_name = find_name (scan, &person, &name_first);
  person.at = n_name > 0 ? name_first + n_name : person.at;
  index = register_person (scan, &person, name_first, n_name, first);
  add_mention (scan, first, person.at, index, match->proclitics, sentence_first,
               (KhattMention){ .has_name = n_name > 0 });
  return person.at - first;
}

/* "the Russian side", "both sides". */
static gsize
scan_party (Scan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *party = marker_at (scan, first, "party");
  const KhattMatch *parties = marker_at (scan, first, "parties");
  const KhattMatch *match = party != NULL ? party : parties;
  const KhattMatch *adjective;
  gsize at;
  guint n = 0;

  if (match == NULL)
    return 0;
  at = first + match->n_tokens;
  while ((adjective = match_at (scan, at, KHATT_ENTRY_ADJECTIVE)) != NULL &&
         (adjective->proclitics & KHATT_PROCLITIC_AL) && n < KHATT_PHRASE_MAX_WORDS &&
         (n == 0 ? only_article (adjective) : only_and (adjective)))
    {
      guint actor = khatt_actors_add_state (scan->actors, adjective->entry->fields[1]);
      gsize start = n == 0 ? first : at;
      at += adjective->n_tokens;
      add_mention (scan, start, at, actor, n == 0 ? match->proclitics : KHATT_PROCLITIC_WAW,
                   sentence_first, (KhattMention){ .is_adjective = TRUE });
      n++;
    }
  if (n > 0)
    return at - first;
  if (parties == NULL)
    return 0;
  add_mention (scan, first, at, KHATT_NO_ACTOR, match->proclitics, sentence_first,
               (KhattMention){ .is_group = TRUE,
                               .is_states = strcmp (parties->entry->fields[2], "states") == 0 });
  return at - first;
}

/* "وفد اقتصادي تركي", "وفد من حركة حماس". */
static gsize
scan_delegation (Scan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *match = marker_at (scan, first, "delegation");
  gsize at;

  if (match == NULL)
    return 0;
  for (at = first + match->n_tokens; at < scan->after && at - first <= MAX_TITLE_TAIL; at++)
    {
      const KhattMatch *adjective = match_at (scan, at, KHATT_ENTRY_ADJECTIVE);
      const KhattMatch *word = match_at (scan, at, KHATT_ENTRY_WORD);

      if (adjective != NULL && only_article (adjective))
        {
          guint actor = khatt_actors_add_state (scan->actors, adjective->entry->fields[1]);
          at += adjective->n_tokens;
          add_mention (scan, first, at, actor, match->proclitics, sentence_first,
                       (KhattMention){ .is_adjective = TRUE });
          return at - first;
        }
      if (word == NULL || strcmp (word->entry->fields[1], "adjective") != 0)
        return 0;
    }
  return 0;
}

/* Oman and Amman differ by one mark that folding drops and most newspapers leave out: the mark, or
 * Jordan in the text before, tells. */
static gboolean
is_amman (const Scan *scan, gsize index, const KhattMatch *city)
{
  const KhattToken *token = token_at (scan, index);
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

static gsize
scan_thing (Scan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *organisation = match_at (scan, first, KHATT_ENTRY_ORGANISATION);
  const KhattMatch *country = match_at (scan, first, KHATT_ENTRY_COUNTRY);
  const KhattMatch *city = match_at (scan, first, KHATT_ENTRY_CITY);
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
      match_at (scan, first, KHATT_ENTRY_ADJECTIVE) != NULL)
    return 0;
  add_mention (scan, first, first + match->n_tokens, actor, match->proclitics, sentence_first,
               (KhattMention){ .is_place = is_place });
  return match->n_tokens;
}

/* The known person that a token names, with "and" or a preposition before the name taken off. */
static guint
find_known (const Scan *scan, gsize index, guint *proclitics)
{
  const KhattToken *token = token_at (scan, index);
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

/* A surname, or more words of one known name. */
static gsize
scan_known_name (Scan *scan, gsize first, gsize sentence_first)
{
  const KhattToken *token = token_at (scan, first);
  guint proclitics = 0;
  guint actor;
  gsize at = first + 1;

  if (token->kind != KHATT_TOKEN_WORD)
    return 0;
  /* A word of a table is a name here only if the next word goes on with it. */
  actor = find_known (scan, first, &proclitics);
  if (actor == KHATT_NO_ACTOR)
    return 0;
  while (at < scan->after && token_at (scan, at)->kind == KHATT_TOKEN_WORD &&
         khatt_actors_has_word (scan->actors, actor, token_at (scan, at)->folded))
    at++;
  if (at == first + 1 && token->n_matches > 0)
    return 0;
  if (at == first + 1 && token->length <= LETTER_BYTES)
    return 0;
  /* A stranger's name may share its first word. */
  if (at == first + 1 && at < scan->after && khatt_name_is_strange (scan->tokens, at) &&
      !khatt_actors_is_surname (scan->actors, actor, token->folded) &&
      khatt_name_run (scan->tokens, scan->words, first, scan->after, KHATT_NAME_BARE) > 1 &&
      khatt_actors_find_word (scan->actors, token_at (scan, at)->folded,
                              token_at (scan, at)->length) != actor)
    return 0;
  khatt_actors_touch (scan->actors, actor);
  if (khatt_actors_get (scan->actors, actor)->rank != KHATT_RANK_NONE)
    scan->last_ranked = actor;
  add_mention (scan, first, at, actor, proclitics, sentence_first,
               (KhattMention){ .has_name = TRUE });
  return at - first;
}

/* Verbs whose subject is a person. */
static gboolean
follows_verb (const Scan *scan, gsize index, gsize sentence_first)
{
  const KhattMatch *match;

  if (index == sentence_first)
    return FALSE;
  match = khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_VERB);
  return match != NULL && match->n_tokens == 1 && !(match->entry->form & KHATT_FORM_OBJECT) &&
         khatt_tokens_match (scan->tokens, index - 1, KHATT_ENTRY_MARKER) == NULL &&
         strcmp (match->entry->fields[2], "hold") != 0;
}

/* Somebody whom nothing announces but a verb, a preposition or a title behind the name. */
static gsize
scan_new_name (Scan *scan, gsize first, gsize sentence_first)
{
  gsize n = khatt_name_is_strange (scan->tokens, first)
                ? khatt_name_run (scan->tokens, scan->words, first, scan->after, KHATT_NAME_BARE)
                : 0;
  Person person = { .at = first + n };
  gboolean is_subject = follows_verb (scan, first, sentence_first);
  const KhattMatch *preposition;
  guint actor;

  if (n == 0)
    return 0;
  read_apposition (scan, &person);
  preposition = marker_before (scan, first, sentence_first, "preposition");
  if (!person.has_title && !(is_subject && n <= 4) &&
      !(preposition != NULL && n >= 2 && n <= 4 &&
        (strcmp (preposition->entry->fields[2], "with") == 0 ||
         strcmp (preposition->entry->fields[2], "between") == 0)))
    return 0;
  if (n == 1 && !person.has_title &&
      (!is_subject || g_str_has_prefix (token_at (scan, first)->folded, "ال")))
    return 0;
  actor = register_person (scan, &person, first, n, first);
  if (person.has_title)
    scan->last_ranked = actor;
  add_mention (scan, first, person.at, actor, 0, sentence_first,
               (KhattMention){ .has_name = TRUE });
  return person.at - first;
}

static void
scan_sentence (Scan *scan, gsize first, gsize after)
{
  static gsize (*const scanners[]) (Scan *, gsize, gsize) = {
    scan_next_of_office, scan_party,    scan_delegation, scan_person,
    scan_known_name,     scan_new_name, scan_thing,
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
scan_text (Scan *scan, const KhattSentences *sentences, const KhattItems *items)
{
  for (guint i = 0; i < sentences->sentences->len; i++)
    {
      const KhattSpan *sentence = &g_array_index (sentences->sentences, KhattSpan, i);
      const KhattPlace *place = &items->places[i];
      const KhattItem *item = &g_array_index (items->items, KhattItem, place->item);

      if (place->part == KHATT_PART_DATELINE)
        continue;
      scan->home = item->home;
      scan_sentence (scan, place->body_token, sentence->after_token);
    }
}

/**
 * khatt_mentions_find:
 * @lexicon: the tables
 * @tokens: the tokens of a text
 * @sentences: its sentences
 * @items: its items
 * @actors: an empty memory, filled in
 *
 * Finds everybody whom a text mentions.
 *
 * Returns: (transfer full) (element-type KhattMention): the mentions, in the order of the text
 */
GArray *
khatt_mentions_find (const KhattLexicon *lexicon,
                     const KhattTokens *tokens,
                     const KhattSentences *sentences,
                     const KhattItems *items,
                     KhattActors *actors)
{
  Scan scan = {
    .lexicon = lexicon, .tokens = tokens, .actors = actors, .last_ranked = KHATT_NO_ACTOR
  };

  scan.words = khatt_name_words_new (tokens);
  scan.mentions = g_array_new (FALSE, TRUE, sizeof (KhattMention));
  scan.is_first_pass = TRUE;
  scan_text (&scan, sentences, items);

  g_array_set_size (scan.mentions, 0);
  scan.is_first_pass = FALSE;
  scan.last_ranked = KHATT_NO_ACTOR;
  scan_text (&scan, sentences, items);
  khatt_actors_unite (actors);
  for (guint i = 0; i < scan.mentions->len; i++)
    {
      KhattMention *mention = &g_array_index (scan.mentions, KhattMention, i);
      mention->actor = khatt_actors_resolve (actors, mention->actor);
    }
  khatt_name_words_free (scan.words);
  return scan.mentions;
}
