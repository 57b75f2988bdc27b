/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-date.h"

G_BEGIN_DECLS

/* What a date that is typed is read with. A value. */
typedef struct
{
  KhattWords words;              /* whose names of months are known, besides Arabic and English */
  KhattCalendar second_calendar; /* that it may be in besides the Gregorian; NONE: no other */
  gint64 today;                  /* seconds; KHATT_TIME_MIN: a date must say its year */
} KhattDateEntry;

gboolean khatt_date_entry_parse (const char *text, const KhattDateEntry *entry, KhattDate *date);

G_END_DECLS
