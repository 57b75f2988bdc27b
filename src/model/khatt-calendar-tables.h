/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"

G_BEGIN_DECLS

/* What only ICU knows, for khatt-calendar.c inside the model: no ICU type shows. */

#define KHATT_UMALQURA_FIRST_YEAR 1300
#define KHATT_UMALQURA_LAST_YEAR 1600
#define KHATT_PERSIAN_FIRST_YEAR 1
#define KHATT_PERSIAN_LAST_YEAR 3000
/* Since Hillel II made its rule known in 359 CE; arithmetic has no last year. */
#define KHATT_HEBREW_FIRST_YEAR 4119
#define KHATT_HEBREW_LAST_YEAR 6999
#define KHATT_MOST_MONTHS 13
#define KHATT_HEBREW_ADAR 7
#define KHATT_DAYS_PER_WEEK 7

/* Days since 1970-01-01 on which each month begins, and one more that ends the last. */
typedef struct
{
  int first_year;
  int months_per_year; /* some of which may have no days in a year */
  int n_months;
  gint32 *starts;
} KhattMonthTable;

typedef struct
{
  char *months[KHATT_MOST_MONTHS + 1]; /* after the Hebrew ones: Adar II */
  char *standalone_months[KHATT_MOST_MONTHS + 1];
  char *weekdays[KHATT_DAYS_PER_WEEK]; /* from Monday */
  char *era;                           /* of the calendar; of Gregorian years before 1 */
  char *day_pattern; /* such as "d MMMM y"; era letters only where the calendar needs one */
  char *weekday_pattern;
  char *month_pattern;
  char *year_pattern;
} KhattCalendarNames;

gboolean khatt_hebrew_year_is_leap (gint64 year);
const KhattMonthTable *khatt_month_table_get (KhattCalendar calendar);
const KhattCalendarNames *
khatt_calendar_names_get (KhattCalendar calendar, KhattWidth width, const KhattWords *words);

G_END_DECLS
