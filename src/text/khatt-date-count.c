/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates counted in units from the reference: "last week", "the coming days", "three months ago",
 * and those that only say before or after.
 */

#include "khatt-date-count.h"

#define DAYS_PER_WEEK 7
#define MONTHS_PER_YEAR 12
#define DAYS_IN_A_MONTH 30 /* for "the last two months" */
#define DAYS_IN_A_YEAR 365

/* The beginning, middle and end of a week, in days after its Sunday; its end is the weekend. */
static const struct
{
  int first;
  int last;
} week_parts[] = {
  [KHATT_DATE_PART_EARLY] = { 0, 1 },
  [KHATT_DATE_PART_MIDDLE] = { 2, 3 },
  [KHATT_DATE_PART_LATE] = { 5, 6 },
};

/*
 * khatt_date_count_vague:
 * @vague: before, after or later
 * @context: the reference, and the tense that decides about "later"
 *
 * Returns: some time before the reference or after it
 */
KhattDate
khatt_date_count_vague (KhattDateVague vague, const KhattDateContext *context)
{
  KhattDate day = khatt_date_make_day (context->reference);

  if (vague == KHATT_DATE_VAGUE_LATER)
    vague = context->tense == KHATT_TENSE_FUTURE ? KHATT_DATE_VAGUE_AFTER : KHATT_DATE_VAGUE_BEFORE;
  return vague == KHATT_DATE_VAGUE_AFTER ? khatt_date_from_bounds (&day, NULL, KHATT_DATE_SET)
                                         : khatt_date_from_bounds (NULL, &day, KHATT_DATE_SET);
}

/* The month so many months from the reference. */
static KhattDate
make_shifted_month (const KhattDateContext *context, int shift, KhattDatePart part)
{
  KhattCalendarDay today;
  gint64 months;

  khatt_civil_from_days (context->reference, &today.year, &today.month, &today.day);
  months = today.year * MONTHS_PER_YEAR + today.month - 1 + shift;
  return khatt_date_make_month (KHATT_CALENDAR_GREGORIAN, months / MONTHS_PER_YEAR,
                                (int) (months % MONTHS_PER_YEAR) + 1, part);
}

static KhattDate
make_shifted_year (const KhattDateContext *context, int shift, KhattDatePart part)
{
  KhattCalendarDay today;

  khatt_civil_from_days (context->reference, &today.year, &today.month, &today.day);
  return khatt_date_make_year (KHATT_CALENDAR_GREGORIAN, today.year + shift, part);
}

/* Weeks begin on Sunday and end with the weekend of most Arab states, Friday and Saturday. */
static KhattDate
make_shifted_week (const KhattDateContext *context, int shift, KhattDatePart part)
{
  gint64 sunday = context->reference - khatt_weekday_of_days (context->reference) % DAYS_PER_WEEK +
                  shift * DAYS_PER_WEEK;
  gint64 first = sunday, last = sunday + DAYS_PER_WEEK - 1;

  if (part != KHATT_DATE_PART_NONE)
    return khatt_date_make_approximate (
        khatt_date_make_days (sunday + week_parts[part].first, sunday + week_parts[part].last));
  if (shift == 0 && context->tense == KHATT_TENSE_PAST)
    last = context->reference;
  if (shift == 0 && context->tense == KHATT_TENSE_FUTURE)
    first = context->reference;
  return khatt_date_make_days (first, last);
}

static int
count_days (const KhattDatePoint *point)
{
  static const int days[] = {
    [KHATT_DATE_UNIT_NONE] = 0,
    [KHATT_DATE_UNIT_HOUR] = 1,
    [KHATT_DATE_UNIT_DAY] = 1,
    [KHATT_DATE_UNIT_WEEK] = DAYS_PER_WEEK,
    [KHATT_DATE_UNIT_MONTH] = DAYS_IN_A_MONTH,
    [KHATT_DATE_UNIT_YEAR] = DAYS_IN_A_YEAR,
  };

  return point->unit == KHATT_DATE_UNIT_HOUR ? 1 : days[point->unit] * point->count;
}

/* "The last two days", "the coming three weeks", "the coming days". */
static KhattDate
resolve_several_units (const KhattDatePoint *point, const KhattDateContext *context)
{
  int n_days = count_days (point);

  if (n_days == 0)
    return khatt_date_count_vague (point->direction == KHATT_DATE_DIRECTION_NEXT
                                       ? KHATT_DATE_VAGUE_AFTER
                                       : KHATT_DATE_VAGUE_BEFORE,
                                   context);
  if (point->direction == KHATT_DATE_DIRECTION_NEXT)
    return khatt_date_make_days (context->reference, context->reference + n_days);
  return khatt_date_make_days (context->reference - n_days, context->reference);
}

/*
 * khatt_date_count_unit:
 * @point: a unit with its direction and part: "last week", "the coming days"
 * @context: the reference
 *
 * Returns: the date
 */
KhattDate
khatt_date_count_unit (const KhattDatePoint *point, const KhattDateContext *context)
{
  int shift = point->direction - KHATT_DATE_DIRECTION_THIS;
  KhattDatePart part = (KhattDatePart) point->part;

  if (point->unit == KHATT_DATE_UNIT_HOUR || point->count != 1)
    return point->direction == KHATT_DATE_DIRECTION_THIS ? khatt_date_make_day (context->reference)
                                                         : resolve_several_units (point, context);
  switch (point->unit)
    {
    case KHATT_DATE_UNIT_WEEK:
      return make_shifted_week (context, shift, part);
    case KHATT_DATE_UNIT_MONTH:
      return make_shifted_month (context, shift, part);
    case KHATT_DATE_UNIT_YEAR:
      return make_shifted_year (context, shift, part);
    case KHATT_DATE_UNIT_DAY:
    default:
      return khatt_date_make_day (context->reference + shift);
    }
}

/*
 * khatt_date_count_ago:
 * @point: so many units before, or after where the count is negative
 * @context: the reference
 *
 * Counts units back. The date is as precise as the unit: a month ago is a month.
 *
 * Returns: the date
 */
KhattDate
khatt_date_count_ago (const KhattDatePoint *point, const KhattDateContext *context)
{
  switch (point->unit)
    {
    case KHATT_DATE_UNIT_WEEK:
      return khatt_date_make_approximate (
          khatt_date_make_day (context->reference - point->count * DAYS_PER_WEEK));
    case KHATT_DATE_UNIT_MONTH:
      return make_shifted_month (context, -point->count, KHATT_DATE_PART_NONE);
    case KHATT_DATE_UNIT_YEAR:
      return make_shifted_year (context, -point->count, KHATT_DATE_PART_NONE);
    case KHATT_DATE_UNIT_HOUR:
      return khatt_date_make_day (context->reference);
    case KHATT_DATE_UNIT_DAY:
    default:
      return khatt_date_make_day (context->reference - point->count);
    }
}

/*
 * khatt_date_count_day_of_month:
 * @point: a day of this, the last or the next month
 * @context: the reference
 *
 * Returns: the date; %KHATT_DATE_NONE where the month has no such day
 */
KhattDate
khatt_date_count_day_of_month (const KhattDatePoint *point, const KhattDateContext *context)
{
  KhattDate month = make_shifted_month (context, point->direction - KHATT_DATE_DIRECTION_THIS,
                                        KHATT_DATE_PART_NONE);
  gint64 year;
  int number, day;

  khatt_civil_from_days (khatt_days_from_seconds (month.start_earliest), &year, &number, &day);
  return khatt_date_from_day (year, number, point->day);
}
