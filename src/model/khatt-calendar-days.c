/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One day in several calendars: days since 1970 to year, month and day, and back. Gregorian is
 * arithmetic without end; the others are looked up in tables that end.
 */

#include "khatt-calendar-tables.h"
#include "khatt-civil.h"

#define USUAL_MONTHS 12

static const char *const calendar_names[] = {
  [KHATT_CALENDAR_NONE] = "none",         [KHATT_CALENDAR_GREGORIAN] = "gregorian",
  [KHATT_CALENDAR_UMALQURA] = "umalqura", [KHATT_CALENDAR_PERSIAN] = "persian",
  [KHATT_CALENDAR_HEBREW] = "hebrew",
};

/**
 * khatt_calendar_from_name:
 * @name: (nullable): `none`, `gregorian`, `umalqura`, `persian` or `hebrew`
 *
 * Finds the calendar that settings and the command line name.
 *
 * Returns: the calendar; %KHATT_CALENDAR_NONE where the name is none
 */
KhattCalendar
khatt_calendar_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (calendar_names); i++)
    if (g_strcmp0 (name, calendar_names[i]) == 0)
      return (KhattCalendar) i;
  return KHATT_CALENDAR_NONE;
}

/**
 * khatt_calendar_get_name:
 * @calendar: a calendar
 *
 * Gets the word that settings and the command line use for a calendar.
 *
 * Returns: a word that is never translated
 */
const char *
khatt_calendar_get_name (KhattCalendar calendar)
{
  g_return_val_if_fail ((guint) calendar < G_N_ELEMENTS (calendar_names), "none");
  return calendar_names[calendar];
}

static gboolean
has_table (KhattCalendar calendar)
{
  return calendar != KHATT_CALENDAR_NONE && calendar != KHATT_CALENDAR_GREGORIAN;
}

/* The index of a month in its table; -1 outside. */
static int
find_month (const KhattMonthTable *table, gint64 year, int month)
{
  gint64 index;

  if (month < 1 || month > table->months_per_year || year < table->first_year ||
      year > table->first_year + table->n_months / table->months_per_year)
    return -1;
  index = (year - table->first_year) * table->months_per_year + month - 1;
  return index < table->n_months ? (int) index : -1;
}

/**
 * khatt_calendar_day_from_days:
 * @calendar: a calendar
 * @days: days since 1970-01-01
 * @day: (out): the day in the calendar; unchanged where its table does not reach
 *
 * Names a day in a calendar. Any thread.
 *
 * Returns: whether the calendar has a name for the day: Umm al-Qura from 1300 to 1600 AH, Persian
 * from 1 to 3000, Hebrew from 4119 to 6999
 */
gboolean
khatt_calendar_day_from_days (KhattCalendar calendar, gint64 days, KhattCalendarDay *day)
{
  const KhattMonthTable *table;
  int low = 0, high;

  if (calendar == KHATT_CALENDAR_GREGORIAN)
    {
      khatt_civil_from_days (days, &day->year, &day->month, &day->day);
      return TRUE;
    }
  if (!has_table (calendar))
    return FALSE;

  table = khatt_month_table_get (calendar);
  high = table->n_months;
  if (high == 0 || days < table->starts[0] || days >= table->starts[high])
    return FALSE;
  while (high - low > 1)
    {
      int middle = (low + high) / 2;

      if (table->starts[middle] <= days)
        low = middle;
      else
        high = middle;
    }
  day->year = table->first_year + low / table->months_per_year;
  day->month = low % table->months_per_year + 1;
  day->day = (int) (days - table->starts[low]) + 1;
  return TRUE;
}

/**
 * khatt_calendar_get_most_months:
 * @calendar: a calendar
 *
 * Gives the number of its last month. Years may be without one in between.
 *
 * Returns: the number
 */
int
khatt_calendar_get_most_months (KhattCalendar calendar)
{
  return calendar == KHATT_CALENDAR_HEBREW ? KHATT_MOST_MONTHS : USUAL_MONTHS;
}

/**
 * khatt_calendar_step_month:
 * @calendar: a calendar
 * @day: (inout): a day of it
 *
 * Goes on to the first day of the next month.
 */
void
khatt_calendar_step_month (KhattCalendar calendar, KhattCalendarDay *day)
{
  day->day = 1;
  day->month++;
  if (day->month > khatt_calendar_get_most_months (calendar))
    {
      day->month = 1;
      day->year++;
    }
  if (calendar == KHATT_CALENDAR_HEBREW && day->month == KHATT_HEBREW_ADAR - 1 &&
      !khatt_hebrew_year_is_leap (day->year))
    day->month++;
}

/**
 * khatt_hebrew_year_is_leap:
 * @year: a Hebrew year
 *
 * Finds out whether a year has Adar I: seven of nineteen have, the 3rd, 6th, 8th, 11th, 14th, 17th
 * and 19th.
 *
 * Returns: whether it has thirteen months
 */
gboolean
khatt_hebrew_year_is_leap (gint64 year)
{
  return (7 * (year % 19) + 1) % 19 < 7;
}

/**
 * khatt_calendar_days_in_month:
 * @calendar: a calendar
 * @year: a year of it
 * @month: a month of it, from 1
 *
 * Counts the days of a month.
 *
 * Returns: the days; 0 where there is no such month, as Adar I in a common year
 */
int
khatt_calendar_days_in_month (KhattCalendar calendar, gint64 year, int month)
{
  const KhattMonthTable *table;
  int index;

  if (calendar == KHATT_CALENDAR_GREGORIAN)
    return khatt_days_in_month (year, month);
  if (!has_table (calendar))
    return 0;
  table = khatt_month_table_get (calendar);
  index = find_month (table, year, month);
  return index < 0 ? 0 : table->starts[index + 1] - table->starts[index];
}

/**
 * khatt_calendar_day_to_days:
 * @calendar: a calendar
 * @day: a day of it
 * @days: (out): days since 1970-01-01; unchanged where there is no such day
 *
 * Counts the days from 1970-01-01 to a day of a calendar. Any thread.
 *
 * Returns: whether the day exists
 */
gboolean
khatt_calendar_day_to_days (KhattCalendar calendar, const KhattCalendarDay *day, gint64 *days)
{
  const KhattMonthTable *table;

  if (day->day < 1 || day->day > khatt_calendar_days_in_month (calendar, day->year, day->month))
    return FALSE;
  if (calendar == KHATT_CALENDAR_GREGORIAN)
    {
      if (day->year < KHATT_YEAR_MIN || day->year > KHATT_YEAR_MAX)
        return FALSE;
      *days = khatt_days_from_civil (day->year, day->month, day->day);
      return TRUE;
    }
  table = khatt_month_table_get (calendar);
  *days = table->starts[find_month (table, day->year, day->month)] + day->day - 1;
  return TRUE;
}
