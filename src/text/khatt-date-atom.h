/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-token.h"

G_BEGIN_DECLS

/* What a token, or the phrase that begins there, means in a date. */
typedef enum
{
  KHATT_ATOM_NONE,
  KHATT_ATOM_DIGITS,  /* value; n_digits */
  KHATT_ATOM_SIGN,    /* value: the character */
  KHATT_ATOM_ARTICLE, /* "الـ" before digits */
  KHATT_ATOM_AND,     /* "و" before digits */
  KHATT_ATOM_MONTH,   /* value 1 to 12 */
  KHATT_ATOM_HIJRI,
  KHATT_ATOM_PERSIAN,
  KHATT_ATOM_SEASON,   /* EDTF code */
  KHATT_ATOM_FRACTION, /* of a year: 4 quarter, 3 third, 2 half */
  KHATT_ATOM_WEEKDAY,  /* 1 Monday to 7 Sunday */
  KHATT_ATOM_DAY,      /* days from today */
  KHATT_ATOM_PART_OF_DAY,
  KHATT_ATOM_ORDINAL,
  KHATT_ATOM_NUMBER,    /* 0: several */
  KHATT_ATOM_UNIT,      /* value: KhattDateUnit; count 0: plural */
  KHATT_ATOM_DIRECTION, /* KhattDateDirection */
  KHATT_ATOM_DEMONSTRATIVE,
  KHATT_ATOM_PART,      /* KhattDatePart */
  KHATT_ATOM_ADVERB,    /* KhattDateVague */
  KHATT_ATOM_ADJECTIVE, /* KhattDateVague */
  KHATT_ATOM_FEW,
  KHATT_ATOM_LINK, /* KhattDateLink */
  KHATT_ATOM_ERA,  /* KhattDateEra */
  KHATT_ATOM_MATCHING,
  KHATT_ATOM_DATE,
  KHATT_ATOM_ANNIVERSARY,
  KHATT_ATOM_EVENT_YEAR,
  KHATT_ATOM_BLOCK, /* looks like a date and is none */
} KhattAtomKind;

typedef enum
{
  KHATT_DATE_UNIT_NONE,
  KHATT_DATE_UNIT_HOUR,
  KHATT_DATE_UNIT_DAY,
  KHATT_DATE_UNIT_WEEK,
  KHATT_DATE_UNIT_MONTH,
  KHATT_DATE_UNIT_YEAR,
} KhattDateUnit;

typedef enum
{
  KHATT_DATE_DIRECTION_NONE,
  KHATT_DATE_DIRECTION_LAST,
  KHATT_DATE_DIRECTION_THIS,
  KHATT_DATE_DIRECTION_NEXT,
} KhattDateDirection;

typedef enum
{
  KHATT_DATE_PART_NONE,
  KHATT_DATE_PART_EARLY,
  KHATT_DATE_PART_MIDDLE,
  KHATT_DATE_PART_LATE,
} KhattDatePart;

typedef enum
{
  KHATT_DATE_VAGUE_NONE,
  KHATT_DATE_VAGUE_BEFORE, /* recently */
  KHATT_DATE_VAGUE_AFTER,  /* soon */
  KHATT_DATE_VAGUE_LATER,  /* of the past: before now; of the future: after */
} KhattDateVague;

typedef enum
{
  KHATT_DATE_LINK_NONE,
  KHATT_DATE_LINK_IN,
  KHATT_DATE_LINK_FROM,
  KHATT_DATE_LINK_TO,
  KHATT_DATE_LINK_UNTIL,
  KHATT_DATE_LINK_BETWEEN,
  KHATT_DATE_LINK_BEFORE,
  KHATT_DATE_LINK_AFTER,
  KHATT_DATE_LINK_SINCE,
} KhattDateLink;

typedef enum
{
  KHATT_DATE_ERA_NONE,
  KHATT_DATE_ERA_AH,
  KHATT_DATE_ERA_CE,
} KhattDateEra;

typedef struct
{
  guint8 kind; /* KhattAtomKind */
  guint8 n_tokens;
  guint8 n_digits;
  gboolean has_article : 1;
  gboolean has_and : 1;     /* "و" is written onto it */
  gboolean is_doubtful : 1; /* also another word */
  int value;
  int count;
} KhattDateAtom;

KhattDateAtom *khatt_date_atoms_new (const KhattTokens *tokens, gsize first, gsize after);

G_END_DECLS
