/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-date-atom.h"
#include "khatt-date.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_TENSE_UNKNOWN,
  KHATT_TENSE_PAST,
  KHATT_TENSE_FUTURE,
} KhattTense;

/* What relative dates count from. */
typedef struct
{
  gint64 reference; /* days since 1970: of the dateline or of publication */
  gboolean has_reference;
  KhattTense tense; /* of the clause that a bare weekday or a day without a year stands in */
} KhattDateContext;

typedef enum
{
  KHATT_CERTAINTY_EXACT,    /* the text says the day, month or year itself */
  KHATT_CERTAINTY_RELATIVE, /* counted from the reference: yesterday, last June */
  KHATT_CERTAINTY_INFERRED, /* the year, or which of two weekdays, follows from the tense */
  KHATT_CERTAINTY_VAGUE,    /* before or after the reference */
} KhattDateCertainty;

#define KHATT_POINT_NO_YEAR G_MINSHORT

/* What the text says, not yet counted from anything. Which members count follows from the shape. */
typedef enum
{
  KHATT_POINT_NONE,
  KHATT_POINT_DAY_OFFSET,   /* offset; weekday where said too */
  KHATT_POINT_WEEKDAY,      /* weekday, direction */
  KHATT_POINT_DAY,          /* calendar, day, month, year, direction; weekday where said too */
  KHATT_POINT_DAY_OF_MONTH, /* day, direction: "the second of this month" */
  KHATT_POINT_MONTH,        /* calendar, month, year, direction, part */
  KHATT_POINT_SEASON,       /* season, year, direction */
  KHATT_POINT_YEAR,         /* calendar, year, part */
  KHATT_POINT_UNIT,         /* unit, count, direction, part: "last week", "the coming days" */
  KHATT_POINT_AGO,          /* unit, count: so many units before; negative: after */
  KHATT_POINT_VAGUE,        /* vague */
} KhattPointShape;

typedef struct
{
  guint8 shape;     /* KhattPointShape */
  guint8 calendar;  /* KhattCalendar */
  guint8 direction; /* KhattDateDirection */
  guint8 part;      /* KhattDatePart */
  guint8 unit;      /* KhattDateUnit */
  guint8 vague;     /* KhattDateVague */
  guint8 weekday;   /* 0: not said */
  guint8 season;
  gint8 year_direction; /* KhattDateDirection: "March of last year" */
  guint8 has_offset;    /* "today" was said, also where a day or a weekday follows */
  gint16 year;          /* KHATT_POINT_NO_YEAR */
  gint16 month;
  gint16 day;
  gint16 offset;
  gint16 count; /* 0: several */
} KhattDatePoint;

typedef struct
{
  gsize first_token; /* [first_token, after_token) */
  gsize after_token;
  guint32 first; /* bytes of the source, [first, after) */
  guint32 after;
  gssize noun_token;  /* the event noun that it stands with; -1: none before it in its clause */
  const char *rule;   /* "date.weekday", ... static */
  KhattDateLink link; /* the word before it: since, until, before, after, in */
  KhattDateCertainty certainty;
  KhattDatePoint start;
  KhattDatePoint end; /* shape NONE: no range */
  gboolean is_once;   /* of a range: it happened once, between start and end */
  gboolean
      is_adjective; /* of the noun before it: "the last meeting", which is the event or is not */
  KhattDate date;   /* KHATT_DATE_NONE: not known without a reference */
} KhattDatePhrase;

GArray *khatt_date_phrases_find (const KhattTokens *tokens,
                                 gsize first,
                                 gsize after,
                                 const KhattDateContext *context);
void khatt_date_phrase_resolve (KhattDatePhrase *phrase, const KhattDateContext *context);

/* Inside the reader of dates: one point of time; NONE where it cannot be counted. */
KhattDate khatt_date_point_resolve (const KhattDatePoint *point,
                                    const KhattDateContext *context,
                                    KhattDateCertainty *certainty);

G_END_DECLS
