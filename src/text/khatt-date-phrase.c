/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Date phrases in a sentence: points of time, ranges between two, so-many units ago, "recently" and
 * "soon", and the adjectives that say that an event has been or will be. What the text says is kept
 * beside what it means, so that a phrase can be counted anew once the tense of its clause is known.
 */

#include "khatt-date-grammar.h"

/* How far back the noun that a date stands with is looked for. */
#define MAX_NOUN_DISTANCE 14
#define MAX_DESCRIBED_DISTANCE 4

#define DASHES "-–—"
#define ENDS_OF_CLAUSE ".؛;:!؟?"

static const char *const rules[] = {
  [KHATT_POINT_NONE] = "date",
  [KHATT_POINT_DAY_OFFSET] = "date.today",
  [KHATT_POINT_WEEKDAY] = "date.weekday",
  [KHATT_POINT_DAY] = "date.day",
  [KHATT_POINT_DAY_OF_MONTH] = "date.day-of-month",
  [KHATT_POINT_MONTH] = "date.month",
  [KHATT_POINT_SEASON] = "date.season",
  [KHATT_POINT_YEAR] = "date.year",
  [KHATT_POINT_UNIT] = "date.unit",
  [KHATT_POINT_AGO] = "date.ago",
  [KHATT_POINT_VAGUE] = "date.vague",
};

static gboolean
begins_with_and (const KhattDateCursor *cursor)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  return atom->has_and || atom->kind == KHATT_ATOM_AND;
}

/* "6" of "from 6 to 8 August": the month comes with the other end. "2014" needs no word of a year
 * here. */
static gboolean
read_end (KhattDateCursor *cursor, KhattDatePoint *point)
{
  khatt_date_cursor_take (cursor, KHATT_ATOM_AND);
  if (khatt_date_read_point (cursor, point))
    return TRUE;
  khatt_date_point_clear (point);
  if (khatt_date_read_year_number (cursor, point))
    {
      point->shape = KHATT_POINT_YEAR;
      return TRUE;
    }
  if (!khatt_date_read_day_number (cursor, &point->day))
    return FALSE;
  point->shape = KHATT_POINT_DAY;
  return TRUE;
}

/* The first end has what it shares with the last: month, year, direction. */
static void
inherit (KhattDatePoint *start, const KhattDatePoint *end)
{
  if (start->shape == KHATT_POINT_DAY && start->month == 0)
    {
      gint16 day = start->day;

      *start = *end;
      start->day = day;
      start->weekday = 0;
    }
  if ((start->shape == KHATT_POINT_DAY || start->shape == KHATT_POINT_MONTH) &&
      start->year == KHATT_POINT_NO_YEAR && start->direction == KHATT_DATE_DIRECTION_NONE)
    {
      start->year = end->year;
      start->direction = end->direction;
      start->year_direction = end->year_direction;
    }
}

static gboolean
can_be_end (const KhattDatePoint *point)
{
  switch (point->shape)
    {
    case KHATT_POINT_DAY:
      return point->month != 0;
    case KHATT_POINT_DAY_OFFSET:
    case KHATT_POINT_WEEKDAY:
    case KHATT_POINT_DAY_OF_MONTH:
    case KHATT_POINT_MONTH:
    case KHATT_POINT_YEAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
needs_month (const KhattDatePoint *point)
{
  return point->shape == KHATT_POINT_DAY && point->month == 0;
}

/* What may open a range, and what then must stand between its ends. */
typedef enum
{
  OPENER_NONE,    /* 6-8 August, 6 to 8 August */
  OPENER_FROM,    /* from 6 to 8 August */
  OPENER_BETWEEN, /* between 6 and 8 August */
  OPENER_TWO,     /* "the two days of" 6 and 7 August */
} Opener;

static gboolean
take_two_units (KhattDateCursor *cursor)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  return atom->count == 2 && !atom->has_article && khatt_date_cursor_take (cursor, KHATT_ATOM_UNIT);
}

static Opener
take_opener (KhattDateCursor *cursor)
{
  if (khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_FROM))
    return OPENER_FROM;
  if (khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_BETWEEN))
    {
      take_two_units (cursor);
      return OPENER_BETWEEN;
    }
  return take_two_units (cursor) ? OPENER_TWO : OPENER_NONE;
}

static gboolean
take_closer (KhattDateCursor *cursor, Opener opener)
{
  if (opener == OPENER_BETWEEN || opener == OPENER_TWO)
    return begins_with_and (cursor);
  if (khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_TO) ||
      khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_UNTIL))
    return TRUE;
  return opener == OPENER_NONE && khatt_date_cursor_take_sign (cursor, DASHES);
}

static gboolean
read_range (KhattDateCursor *cursor, KhattDatePhrase *phrase)
{
  gsize start = cursor->at;
  Opener opener = take_opener (cursor);

  if (!read_end (cursor, &phrase->start) || !take_closer (cursor, opener) ||
      !read_end (cursor, &phrase->end) || !can_be_end (&phrase->end) ||
      (needs_month (&phrase->start) && phrase->end.shape != KHATT_POINT_DAY &&
       phrase->end.shape != KHATT_POINT_DAY_OF_MONTH))
    {
      cursor->at = start;
      return FALSE;
    }
  inherit (&phrase->start, &phrase->end);
  if (!can_be_end (&phrase->start))
    {
      cursor->at = start;
      return FALSE;
    }
  phrase->is_once = opener == OPENER_BETWEEN;
  phrase->rule = "date.range";
  return TRUE;
}

/* How many: "three", "3", nothing for one or two, several where the unit is plural. */
static gboolean
read_count (KhattDateCursor *cursor, KhattDatePoint *point)
{
  const KhattDateAtom *number, *unit;
  gboolean has_number;

  khatt_date_cursor_take (cursor, KHATT_ATOM_FEW);
  number = khatt_date_cursor_peek (cursor);
  has_number = khatt_date_cursor_take (cursor, KHATT_ATOM_NUMBER) ||
               khatt_date_cursor_take (cursor, KHATT_ATOM_DIGITS);
  unit = khatt_date_cursor_peek (cursor);
  if (unit->has_article || !khatt_date_cursor_take (cursor, KHATT_ATOM_UNIT))
    return FALSE;
  point->unit = (guint8) unit->value;
  point->count = (gint16) (has_number ? number->value : unit->count);
  return TRUE;
}

/* What follows a unit that is counted: "a year ago", not "before the year 2014" or "before Friday".
 */
static gboolean
is_named_after (const KhattDateCursor *cursor)
{
  const KhattDateAtom *next = khatt_date_cursor_peek (cursor);

  return next->kind == KHATT_ATOM_DIGITS || next->kind == KHATT_ATOM_WEEKDAY ||
         next->kind == KHATT_ATOM_ORDINAL || next->kind == KHATT_ATOM_ARTICLE ||
         next->kind == KHATT_ATOM_MONTH || next->kind == KHATT_ATOM_HIJRI;
}

/* "three days ago", "since a week", "in two days". What comes after another event is none of ours.
 */
static gboolean
read_ago (KhattDateCursor *cursor, KhattDatePhrase *phrase)
{
  gsize start = cursor->at;
  KhattDatePoint point;
  gboolean is_after = FALSE;

  khatt_date_point_clear (&point);
  if (!khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_BEFORE) &&
      !khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_SINCE))
    is_after = khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_AFTER);
  if (cursor->at == start || !read_count (cursor, &point) || is_named_after (cursor) ||
      (is_after && khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_FROM)))
    {
      cursor->at = start;
      return FALSE;
    }
  if (is_after)
    point.count = (gint16) -point.count;
  point.shape = KHATT_POINT_AGO;
  if (point.count == 0)
    {
      point.shape = KHATT_POINT_VAGUE;
      point.vague = is_after ? KHATT_DATE_VAGUE_AFTER : KHATT_DATE_VAGUE_BEFORE;
    }
  phrase->start = point;
  return TRUE;
}

/* "recently"; where a day follows, as in "earlier on Friday", the day is the date. */
static gboolean
read_adverb (KhattDateCursor *cursor, KhattDatePhrase *phrase)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);
  gsize after;

  if (!khatt_date_cursor_take (cursor, KHATT_ATOM_ADVERB))
    return FALSE;
  after = cursor->at;
  khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_FROM);
  if (khatt_date_read_day (cursor, &phrase->start))
    return TRUE;
  cursor->at = after;
  khatt_date_point_clear (&phrase->start);
  phrase->start.shape = KHATT_POINT_VAGUE;
  phrase->start.vague = (guint8) atom->value;
  return TRUE;
}

/* The adjective of a noun: "his last visit", "the expected summit", "the coming talks". */
static gboolean
read_adjective (KhattDateCursor *cursor, KhattDatePhrase *phrase)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);
  gboolean is_direction = atom->kind == KHATT_ATOM_DIRECTION &&
                          atom->value != KHATT_DATE_DIRECTION_THIS && atom->has_article;
  const KhattTokens *tokens = cursor->tokens;

  if (atom->kind != KHATT_ATOM_ADJECTIVE && !is_direction)
    return FALSE;
  if (cursor->at == cursor->first || tokens->tokens[cursor->at].starts_line ||
      tokens->tokens[cursor->at - 1].kind != KHATT_TOKEN_WORD ||
      khatt_date_cursor_peek_at (cursor, cursor->at - 1)->kind == KHATT_ATOM_LINK)
    return FALSE;

  khatt_date_point_clear (&phrase->start);
  phrase->start.shape = KHATT_POINT_VAGUE;
  phrase->start.vague = (guint8) atom->value;
  if (is_direction)
    phrase->start.vague =
        atom->value == KHATT_DATE_DIRECTION_NEXT ? KHATT_DATE_VAGUE_AFTER : KHATT_DATE_VAGUE_BEFORE;
  phrase->is_adjective = TRUE;
  phrase->rule = "date.adjective";
  cursor->at += atom->n_tokens;
  return TRUE;
}

static gboolean
read_phrase (KhattDateCursor *cursor, KhattDatePhrase *phrase)
{
  khatt_date_point_clear (&phrase->end);
  if (read_range (cursor, phrase))
    return TRUE;
  khatt_date_point_clear (&phrase->end);
  return read_ago (cursor, phrase) || khatt_date_read_point (cursor, &phrase->start) ||
         read_adverb (cursor, phrase) || read_adjective (cursor, phrase);
}

static gboolean
ends_clause (const KhattDateAtom *atom)
{
  return atom->kind == KHATT_ATOM_SIGN &&
         g_utf8_strchr (ENDS_OF_CLAUSE, -1, (gunichar) atom->value) != NULL;
}

/* The nearest event noun before the phrase in its clause; a verb in between has the date for
 * itself. */
static gssize
find_noun (const KhattDateCursor *cursor, gsize first_token)
{
  gsize lowest =
      MAX (cursor->first, first_token < MAX_NOUN_DISTANCE ? 0 : first_token - MAX_NOUN_DISTANCE);

  for (gsize i = first_token; i > lowest; i--)
    {
      if (ends_clause (khatt_date_cursor_peek_at (cursor, i - 1)))
        return -1;
      if (khatt_tokens_match (cursor->tokens, i - 1, KHATT_ENTRY_NOUN) != NULL)
        return (gssize) i - 1;
      if (khatt_tokens_match (cursor->tokens, i - 1, KHATT_ENTRY_VERB) != NULL)
        return -1;
    }
  return -1;
}

/* "the three-sided meeting, the last": the noun an adjective describes may have others of its own.
 */
static gssize
find_described_noun (const KhattDateCursor *cursor, gsize first_token)
{
  gssize noun = find_noun (cursor, first_token);

  if (noun < 0 || (gsize) noun + MAX_DESCRIBED_DISTANCE < first_token)
    return (gssize) first_token - 1;
  for (gsize i = (gsize) noun; i < first_token; i++)
    if (cursor->tokens->tokens[i].kind != KHATT_TOKEN_WORD)
      return (gssize) first_token - 1;
  return noun;
}

static KhattDateLink
find_link (const KhattDateCursor *cursor, gsize first_token)
{
  const KhattDateAtom *atom =
      khatt_date_cursor_peek_at (cursor, first_token > 0 ? first_token - 1 : cursor->after);

  return atom->kind == KHATT_ATOM_LINK ? (KhattDateLink) atom->value : KHATT_DATE_LINK_NONE;
}

static void
finish_phrase (KhattDatePhrase *phrase,
               const KhattDateCursor *cursor,
               gsize first_token,
               const KhattDateContext *context)
{
  phrase->first_token = first_token;
  phrase->after_token = MIN (cursor->at, cursor->after);
  phrase->first = cursor->tokens->tokens[first_token].first;
  phrase->after = cursor->tokens->tokens[phrase->after_token - 1].after;
  phrase->link = find_link (cursor, first_token);
  phrase->noun_token = phrase->is_adjective ? find_described_noun (cursor, first_token)
                                            : find_noun (cursor, first_token);
  if (phrase->rule == NULL)
    phrase->rule = rules[phrase->start.shape];
  khatt_date_phrase_resolve (phrase, context);
}

/**
 * khatt_date_phrases_find:
 * @tokens: the tokens of a text, made with a lexicon that has a table of dates
 * @first: the first token to look at; a sentence is a good piece
 * @after: the one after the last
 * @context: what relative dates count from
 *
 * Finds every date phrase in a piece of text and counts it. Where the context has no reference, a
 * phrase that needs one is found all the same, its `start` says what the text says, and its date is
 * %KHATT_DATE_NONE.
 *
 * Returns: (transfer full) (element-type KhattDatePhrase): the phrases in text order, none within
 * another
 */
GArray *
khatt_date_phrases_find (const KhattTokens *tokens,
                         gsize first,
                         gsize after,
                         const KhattDateContext *context)
{
  g_autofree KhattDateAtom *atoms = khatt_date_atoms_new (tokens, first, after);
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (KhattDatePhrase));
  KhattDateCursor cursor = { tokens, atoms, first, after, first };

  while (cursor.at < after)
    {
      KhattDatePhrase phrase = { .noun_token = -1 };
      gsize start = cursor.at;
      const KhattDateAtom *atom = khatt_date_cursor_peek (&cursor);

      if (atom->kind == KHATT_ATOM_NONE || atom->kind == KHATT_ATOM_BLOCK ||
          !read_phrase (&cursor, &phrase))
        {
          cursor.at = start + MAX (atom->kind == KHATT_ATOM_BLOCK ? atom->n_tokens : 1, 1);
          continue;
        }
      finish_phrase (&phrase, &cursor, start, context);
      g_array_append_val (phrases, phrase);
    }
  return phrases;
}
