/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KHATT_DATE_PATTERN_FIRST "{1}"
#define KHATT_DATE_PATTERN_SECOND "{2}"

/* What people make of a date with the words they put round it. */
typedef enum
{
  KHATT_DATE_MEANING_SAME,
  KHATT_DATE_MEANING_ABOUT,
  KHATT_DATE_MEANING_UNCERTAIN,
  KHATT_DATE_MEANING_OR_EARLIER, /* then or before */
  KHATT_DATE_MEANING_EARLIER,    /* before it began */
  KHATT_DATE_MEANING_OR_LATER,
  KHATT_DATE_MEANING_LATER,
  KHATT_DATE_MEANING_BETWEEN, /* once, some time then */
  KHATT_DATE_MEANING_FROM_TO, /* it lasted */
  KHATT_DATE_MEANING_ONWARDS,
  KHATT_DATE_MEANING_UNTIL,
  KHATT_DATE_MEANING_TO_UNKNOWN,
  KHATT_DATE_MEANING_FROM_UNKNOWN,
  KHATT_DATE_MEANING_BEGINNING,
  KHATT_DATE_MEANING_MIDDLE,
  KHATT_DATE_MEANING_END,
  KHATT_DATE_MEANING_PART_OF_YEAR, /* `number`: EDTF's code */
  KHATT_DATE_MEANING_DECADE,
  KHATT_DATE_MEANING_CENTURY,
  KHATT_DATE_MEANING_DAY,             /* `number` days from today */
  KHATT_DATE_MEANING_DECADE_OF_1900S, /* `number`: 20 to 90 */
} KhattDateMeaning;

/* Words round {1}, or round {1} and {2}; `number` as the meaning says. */
typedef struct
{
  const char *text;
  KhattDateMeaning meaning;
  int number;
} KhattDatePattern;

const KhattDatePattern *khatt_date_patterns_get (gsize *n_patterns);

G_END_DECLS
