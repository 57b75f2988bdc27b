/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Date atoms: tokens seen with the eyes of somebody who looks for dates. The words are the
 * lexicon's (dates.tsv); here they become numbers, so that the grammar of dates reads numbers only.
 */

#include "khatt-date-atom.h"

#include <string.h>

#define FIELD_TYPE 1
#define FIELD_VALUE 2
#define FIELD_MORE 3
#define MAX_DIGITS 4 /* of a number that can be part of a date */

typedef struct
{
  const char *word;
  int value;
} Choice;

static const Choice units[] = {
  { "hour", KHATT_DATE_UNIT_HOUR }, { "day", KHATT_DATE_UNIT_DAY },
  { "week", KHATT_DATE_UNIT_WEEK }, { "month", KHATT_DATE_UNIT_MONTH },
  { "year", KHATT_DATE_UNIT_YEAR }, { NULL, 0 },
};
static const Choice directions[] = {
  { "last", KHATT_DATE_DIRECTION_LAST },
  { "this", KHATT_DATE_DIRECTION_THIS },
  { "next", KHATT_DATE_DIRECTION_NEXT },
  { NULL, 0 },
};
static const Choice parts[] = {
  { "early", KHATT_DATE_PART_EARLY },
  { "middle", KHATT_DATE_PART_MIDDLE },
  { "late", KHATT_DATE_PART_LATE },
  { NULL, 0 },
};
static const Choice vagues[] = {
  { "before", KHATT_DATE_VAGUE_BEFORE },
  { "after", KHATT_DATE_VAGUE_AFTER },
  { "later", KHATT_DATE_VAGUE_LATER },
  { NULL, 0 },
};
static const Choice links[] = {
  { "in", KHATT_DATE_LINK_IN },
  { "from", KHATT_DATE_LINK_FROM },
  { "to", KHATT_DATE_LINK_TO },
  { "until", KHATT_DATE_LINK_UNTIL },
  { "between", KHATT_DATE_LINK_BETWEEN },
  { "before", KHATT_DATE_LINK_BEFORE },
  { "after", KHATT_DATE_LINK_AFTER },
  { "since", KHATT_DATE_LINK_SINCE },
  { NULL, 0 },
};
static const Choice eras[] = {
  { "ah", KHATT_DATE_ERA_AH },
  { "ce", KHATT_DATE_ERA_CE },
  { NULL, 0 },
};

/* The types of dates.tsv; without choices the value is a number. */
static const struct
{
  const char *type;
  KhattAtomKind kind;
  const Choice *choices;
} types[] = {
  { "month", KHATT_ATOM_MONTH, NULL },
  { "hijri", KHATT_ATOM_HIJRI, NULL },
  { "persian", KHATT_ATOM_PERSIAN, NULL },
  { "season", KHATT_ATOM_SEASON, NULL },
  { "fraction", KHATT_ATOM_FRACTION, NULL },
  { "weekday", KHATT_ATOM_WEEKDAY, NULL },
  { "day", KHATT_ATOM_DAY, NULL },
  { "part-of-day", KHATT_ATOM_PART_OF_DAY, NULL },
  { "ordinal", KHATT_ATOM_ORDINAL, NULL },
  { "number", KHATT_ATOM_NUMBER, NULL },
  { "unit", KHATT_ATOM_UNIT, units },
  { "direction", KHATT_ATOM_DIRECTION, directions },
  { "demonstrative", KHATT_ATOM_DEMONSTRATIVE, NULL },
  { "part", KHATT_ATOM_PART, parts },
  { "adverb", KHATT_ATOM_ADVERB, vagues },
  { "adjective", KHATT_ATOM_ADJECTIVE, vagues },
  { "few", KHATT_ATOM_FEW, NULL },
  { "link", KHATT_ATOM_LINK, links },
  { "era", KHATT_ATOM_ERA, eras },
  { "matching", KHATT_ATOM_MATCHING, NULL },
  { "date", KHATT_ATOM_DATE, NULL },
  { "anniversary", KHATT_ATOM_ANNIVERSARY, NULL },
  { "event-year", KHATT_ATOM_EVENT_YEAR, NULL },
  { "none", KHATT_ATOM_BLOCK, NULL },
};

static int
find_choice (const Choice *choices, const char *word)
{
  for (; choices->word != NULL; choices++)
    if (strcmp (choices->word, word) == 0)
      return choices->value;
  return 0;
}

static int
read_value (const char *text)
{
  return (int) CLAMP (g_ascii_strtoll (text, NULL, 10), -G_MAXINT16, G_MAXINT16);
}

static void
read_entry (KhattDateAtom *atom, const KhattEntry *entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strcmp (types[i].type, entry->fields[FIELD_TYPE]) != 0)
        continue;
      atom->kind = types[i].kind;
      atom->value = types[i].choices != NULL
                        ? find_choice (types[i].choices, entry->fields[FIELD_VALUE])
                        : read_value (entry->fields[FIELD_VALUE]);
      atom->count = read_value (entry->fields[FIELD_MORE]);
      atom->is_doubtful = strcmp (entry->fields[FIELD_MORE], "doubtful") == 0 ||
                          atom->kind == KHATT_ATOM_HIJRI || atom->kind == KHATT_ATOM_PERSIAN;
      return;
    }
}

static void
read_word (KhattDateAtom *atom, const KhattTokens *tokens, gsize index)
{
  const KhattToken *token = &tokens->tokens[index];
  const KhattMatch *match = khatt_tokens_match (tokens, index, KHATT_ENTRY_DATE);
  gboolean is_before_digits = index + 1 < tokens->n_tokens &&
                              tokens->tokens[index + 1].kind == KHATT_TOKEN_NUMBER &&
                              !tokens->tokens[index + 1].has_space;

  if (match != NULL)
    {
      read_entry (atom, match->entry);
      atom->n_tokens = (guint8) match->n_tokens;
      atom->has_article = (match->proclitics & KHATT_PROCLITIC_AL) != 0 ||
                          g_str_has_prefix (match->entry->fields[0], "ال");
      atom->has_and = (match->proclitics & KHATT_PROCLITIC_WAW) != 0;
      return;
    }
  if (!is_before_digits)
    return;
  if (khatt_token_is (token, "ال"))
    atom->kind = KHATT_ATOM_ARTICLE;
  else if (khatt_token_is (token, "و"))
    atom->kind = KHATT_ATOM_AND;
}

/*
 * khatt_date_atoms_new:
 * @tokens: the tokens of a text
 * @first: the first token to look at
 * @after: the one after the last
 *
 * Finds what each token means in a date. A phrase of several words is the atom of its first token.
 *
 * Returns: (transfer full) (array): @after - @first atoms and one more of kind %KHATT_ATOM_NONE
 */
KhattDateAtom *
khatt_date_atoms_new (const KhattTokens *tokens, gsize first, gsize after)
{
  KhattDateAtom *atoms = g_new0 (KhattDateAtom, after - first + 1);

  for (gsize i = first; i < after; i++)
    {
      const KhattToken *token = &tokens->tokens[i];
      KhattDateAtom *atom = &atoms[i - first];

      atom->n_tokens = 1;
      if (token->kind == KHATT_TOKEN_NUMBER && token->length <= MAX_DIGITS)
        {
          atom->kind = KHATT_ATOM_DIGITS;
          atom->value = read_value (token->folded);
          atom->n_digits = (guint8) token->length;
        }
      else if (token->kind == KHATT_TOKEN_PUNCTUATION)
        {
          atom->kind = KHATT_ATOM_SIGN;
          atom->value = (int) g_utf8_get_char (token->folded);
        }
      else if (token->kind == KHATT_TOKEN_WORD)
        read_word (atom, tokens, i);
      if (i + atom->n_tokens > after)
        atom->n_tokens = (guint8) (after - i);
    }
  return atoms;
}
