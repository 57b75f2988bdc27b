/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days counted and days named: the proleptic Gregorian calendar over the whole range of a gint64 of
 * seconds. The arithmetic counts in eras of 400 years that begin on 1 March, so that the leap day
 * is the last day of its year (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */

#include "khatt-civil.h"

#define DAYS_PER_ERA 146097
#define YEARS_PER_ERA 400
#define DAYS_TO_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */
#define EPOCH_WEEKDAY 4      /* 1970-01-01 was a Thursday */

static gint64
floor_divide (gint64 dividend, gint64 divisor)
{
  return dividend / divisor - (dividend % divisor < 0);
}

/**
 * khatt_days_from_civil:
 * @year: a year between %KHATT_YEAR_MIN and %KHATT_YEAR_MAX
 * @month: 1 to 12
 * @day: 1 to the month's last; one beyond counts on
 *
 * Counts the days from 1970-01-01 to a day.
 *
 * Returns: the days, negative before 1970
 */
gint64
khatt_days_from_civil (gint64 year, int month, int day)
{
  gint64 shifted = month <= 2 ? year - 1 : year;
  gint64 era = floor_divide (shifted, YEARS_PER_ERA);
  gint64 year_of_era = shifted - era * YEARS_PER_ERA;
  gint64 month_from_march = month > 2 ? month - 3 : month + 9;
  gint64 day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH;
}

/**
 * khatt_civil_from_days:
 * @days: days since 1970-01-01
 * @year: (out): the year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * Names the day that is so many days after 1970-01-01.
 */
void
khatt_civil_from_days (gint64 days, gint64 *year, int *month, int *day)
{
  gint64 shifted = days + DAYS_TO_EPOCH;
  gint64 era = floor_divide (shifted, DAYS_PER_ERA);
  gint64 day_of_era = shifted - era * DAYS_PER_ERA;
  gint64 year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (DAYS_PER_ERA - 1)) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month_from_march = (5 * day_of_year + 2) / 153;

  *day = (int) (day_of_year - (153 * month_from_march + 2) / 5 + 1);
  *month = (int) (month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  *year = year_of_era + era * YEARS_PER_ERA + (*month <= 2);
}

/**
 * khatt_days_in_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Counts the days of a month.
 *
 * Returns: 28 to 31; 0 where there is no such month
 */
int
khatt_days_in_month (gint64 year, int month)
{
  static const gint8 days[] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;
  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % YEARS_PER_ERA == 0))
    return 29;
  return days[month];
}

/**
 * khatt_weekday_of_days:
 * @days: days since 1970-01-01
 *
 * Finds the day of the week.
 *
 * Returns: 1 for Monday to 7 for Sunday, as ISO 8601 counts
 */
int
khatt_weekday_of_days (gint64 days)
{
  gint64 from_monday = (days + EPOCH_WEEKDAY - 1) % 7;

  return (int) (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

/**
 * khatt_days_from_seconds:
 * @seconds: seconds since 1970-01-01T00:00:00Z
 *
 * Finds the day in which a second lies.
 *
 * Returns: days since 1970-01-01
 */
gint64
khatt_days_from_seconds (gint64 seconds)
{
  return floor_divide (seconds, KHATT_SECONDS_PER_DAY);
}
