/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a date phrase means, counted from a day: "last Friday", "6 August", "the coming days". Where
 * the text leaves the year or the week open, the tense decides: what has happened lies on the
 * reference or before it, what is planned on it or after. Nothing is made more precise than it was
 * said.
 */

#include "khatt-date-count.h"

#define DAYS_PER_WEEK 7
#define MONTHS_PER_YEAR 12
#define FARTHEST_WEEKDAY 3 /* a dateline and the day of publication differ by a day or two */

/* The days of a month, and the months of a year, that are its beginning, middle and end. */
static const struct
{
  int first_day;
  int last_day; /* 0: the last */
  int first_month;
  int last_month;
} parts[] = {
  [KHATT_DATE_PART_EARLY] = { 1, 10, 1, 3 },
  [KHATT_DATE_PART_MIDDLE] = { 11, 20, 5, 8 },
  [KHATT_DATE_PART_LATE] = { 21, 0, 10, 12 },
};

/*
 * khatt_date_make_day:
 * @days: days since 1970-01-01
 *
 * Returns: the date of that day
 */
KhattDate
khatt_date_make_day (gint64 days)
{
  gint64 year;
  int month, day;

  khatt_civil_from_days (days, &year, &month, &day);
  return khatt_date_from_day (year, month, day);
}

/*
 * khatt_date_make_days:
 * @first: days since 1970-01-01
 * @last: the last day
 *
 * Returns: one of these days
 */
KhattDate
khatt_date_make_days (gint64 first, gint64 last)
{
  KhattDate first_date = khatt_date_make_day (first), last_date = khatt_date_make_day (last);

  return khatt_date_from_bounds (&first_date, &last_date, KHATT_DATE_SET);
}

/*
 * khatt_date_make_approximate:
 * @date: a date
 *
 * Returns: about that date
 */
KhattDate
khatt_date_make_approximate (KhattDate date)
{
  date.flags |= KHATT_DATE_APPROXIMATE;
  return date;
}

static KhattDate
resolve_day_offset (const KhattDatePoint *point, const KhattDateContext *context)
{
  gint64 days = context->reference + point->offset;

  if (point->weekday == 0)
    return khatt_date_make_day (days);
  /* "Today, Friday" in what was printed on Saturday is Friday. */
  for (int distance = 0; distance <= FARTHEST_WEEKDAY; distance++)
    {
      if (khatt_weekday_of_days (days - distance) == point->weekday)
        return khatt_date_make_day (days - distance);
      if (khatt_weekday_of_days (days + distance) == point->weekday)
        return khatt_date_make_day (days + distance);
    }
  return khatt_date_make_day (days);
}

static KhattDate
resolve_weekday (const KhattDatePoint *point, const KhattDateContext *context)
{
  int today = khatt_weekday_of_days (context->reference);
  int back = (today - point->weekday + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  int ahead = (point->weekday - today + DAYS_PER_WEEK) % DAYS_PER_WEEK;

  switch (point->direction)
    {
    case KHATT_DATE_DIRECTION_LAST:
      return khatt_date_make_day (context->reference - (back == 0 ? DAYS_PER_WEEK : back));
    case KHATT_DATE_DIRECTION_NEXT:
      return khatt_date_make_day (context->reference + (ahead == 0 ? DAYS_PER_WEEK : ahead));
    case KHATT_DATE_DIRECTION_NONE:
    case KHATT_DATE_DIRECTION_THIS:
    default:
      return khatt_date_make_day (context->tense == KHATT_TENSE_FUTURE ? context->reference + ahead
                                                                       : context->reference - back);
    }
}

/* Where something of unknown year lies to the reference: -1 before, 0 around it, 1 after. */
static int
get_side (KhattDateDirection direction, KhattTense tense)
{
  if (direction == KHATT_DATE_DIRECTION_LAST)
    return -1;
  if (direction == KHATT_DATE_DIRECTION_NEXT)
    return 1;
  if (direction == KHATT_DATE_DIRECTION_THIS || tense == KHATT_TENSE_UNKNOWN)
    return 0;
  return tense == KHATT_TENSE_FUTURE ? 1 : -1;
}

/* Of the same date in three years the one on the right side, nearest to the reference. `slack` is 1
 * where the reference itself does not count: "last Friday" is not today. */
static KhattDate
choose_year (const KhattDate dates[3], gint64 reference, int side, gint64 slack)
{
  KhattDate best = KHATT_DATE_NONE;
  gint64 best_distance = G_MAXINT64;

  for (int i = 0; i < 3; i++)
    {
      gint64 first, last, distance;

      if (!khatt_date_is_known (&dates[i]))
        continue;
      first = khatt_days_from_seconds (dates[i].start_earliest);
      last = khatt_days_from_seconds (dates[i].end_latest);
      if ((side < 0 && (slack > 0 ? last >= reference : first > reference)) ||
          (side > 0 && (slack > 0 ? first <= reference : last < reference)))
        continue;
      distance = MAX (MAX (first - reference, reference - last), 0);
      if (distance < best_distance)
        {
          best = dates[i];
          best_distance = distance;
        }
    }
  return best;
}

static KhattDate
make_calendar_day (KhattCalendar calendar, gint64 year, int month, int day)
{
  KhattCalendarDay named = { year, month, day };
  gint64 days;

  if (!khatt_calendar_day_to_days (calendar, &named, &days))
    return KHATT_DATE_NONE;
  return khatt_date_make_day (days);
}

static gboolean
get_reference_day (KhattCalendar calendar, const KhattDateContext *context, KhattCalendarDay *day)
{
  return khatt_calendar_day_from_days (calendar, context->reference, day);
}

static gboolean
has_said_weekday (const KhattDatePoint *point, const KhattDate *date)
{
  return khatt_weekday_of_days (khatt_days_from_seconds (date->start_earliest)) == point->weekday;
}

static KhattDate
resolve_day (const KhattDatePoint *point,
             const KhattDateContext *context,
             KhattDateCertainty *certainty)
{
  KhattCalendar calendar = (KhattCalendar) point->calendar;
  KhattCalendarDay today;
  KhattDate dates[3];
  int side = get_side ((KhattDateDirection) point->direction, context->tense);

  if (point->year != KHATT_POINT_NO_YEAR)
    {
      *certainty = KHATT_CERTAINTY_EXACT;
      return make_calendar_day (calendar, point->year, point->month, point->day);
    }
  if (!context->has_reference || !get_reference_day (calendar, context, &today))
    return KHATT_DATE_NONE;

  *certainty = point->direction != 0 ? KHATT_CERTAINTY_RELATIVE : KHATT_CERTAINTY_INFERRED;
  if (point->year_direction != KHATT_DATE_DIRECTION_NONE)
    return make_calendar_day (calendar,
                              today.year + point->year_direction - KHATT_DATE_DIRECTION_THIS,
                              point->month, point->day);
  for (int i = 0; i < 3; i++)
    dates[i] = make_calendar_day (calendar, today.year + i - 1, point->month, point->day);
  if (point->weekday != 0 && point->direction == KHATT_DATE_DIRECTION_NONE)
    for (int i = 0; i < 3; i++)
      if (khatt_date_is_known (&dates[i]) && has_said_weekday (point, &dates[i]))
        return dates[i];
  return choose_year (dates, context->reference, side, point->direction != 0);
}

/*
 * khatt_date_make_month:
 * @calendar: a calendar
 * @year: its year
 * @month: its month
 * @part: which third of it
 *
 * Makes a month or a part of one. A month of another calendar is the range of its days.
 *
 * Returns: the date; %KHATT_DATE_NONE where there is no such month
 */
KhattDate
khatt_date_make_month (KhattCalendar calendar, gint64 year, int month, KhattDatePart part)
{
  int n_days = khatt_calendar_days_in_month (calendar, year, month);
  KhattDate first, last;
  KhattDate date;

  if (n_days == 0)
    return KHATT_DATE_NONE;
  if (part == KHATT_DATE_PART_NONE && calendar == KHATT_CALENDAR_GREGORIAN)
    return khatt_date_from_month (year, month);

  first = make_calendar_day (calendar, year, month, MAX (parts[part].first_day, 1));
  last = make_calendar_day (calendar, year, month,
                            parts[part].last_day == 0 ? n_days : parts[part].last_day);
  date = khatt_date_from_bounds (&first, &last, KHATT_DATE_SET);
  return part == KHATT_DATE_PART_NONE ? date : khatt_date_make_approximate (date);
}

static KhattDate
resolve_month (const KhattDatePoint *point,
               const KhattDateContext *context,
               KhattDateCertainty *certainty)
{
  KhattCalendar calendar = (KhattCalendar) point->calendar;
  KhattDatePart part = (KhattDatePart) point->part;
  KhattCalendarDay today;
  KhattDate months[3], chosen;
  int side;

  if (point->year != KHATT_POINT_NO_YEAR)
    {
      *certainty = KHATT_CERTAINTY_EXACT;
      return khatt_date_make_month (calendar, point->year, point->month, part);
    }
  if (!context->has_reference || !get_reference_day (calendar, context, &today))
    return KHATT_DATE_NONE;

  *certainty = point->direction != 0 ? KHATT_CERTAINTY_RELATIVE : KHATT_CERTAINTY_INFERRED;
  if (point->year_direction != KHATT_DATE_DIRECTION_NONE)
    return khatt_date_make_month (calendar,
                                  today.year + point->year_direction - KHATT_DATE_DIRECTION_THIS,
                                  point->month, part);
  side = get_side ((KhattDateDirection) point->direction,
                   context->tense == KHATT_TENSE_UNKNOWN ? KHATT_TENSE_PAST : context->tense);
  for (int i = 0; i < 3; i++)
    months[i] =
        khatt_date_make_month (calendar, today.year + i - 1, point->month, KHATT_DATE_PART_NONE);
  chosen = choose_year (months, context->reference, side, point->direction != 0);
  for (int i = 0; i < 3; i++)
    if (khatt_date_is_known (&chosen) && khatt_date_equal (&chosen, &months[i]))
      return khatt_date_make_month (calendar, today.year + i - 1, point->month, part);
  return KHATT_DATE_NONE;
}

static KhattDate
make_season (gint64 year, int season)
{
  KhattDate date;
  char edtf[32];

  g_snprintf (edtf, sizeof edtf, "%04d-%d", (int) year, season);
  return khatt_date_parse (edtf, -1, &date, NULL) ? date : KHATT_DATE_NONE;
}

static KhattDate
resolve_season (const KhattDatePoint *point,
                const KhattDateContext *context,
                KhattDateCertainty *certainty)
{
  KhattCalendarDay today;
  KhattDate seasons[3];

  if (point->year != KHATT_POINT_NO_YEAR)
    {
      *certainty = KHATT_CERTAINTY_EXACT;
      return make_season (point->year, point->season);
    }
  if (!context->has_reference || !get_reference_day (KHATT_CALENDAR_GREGORIAN, context, &today))
    return KHATT_DATE_NONE;
  *certainty = KHATT_CERTAINTY_RELATIVE;
  if (point->year_direction != KHATT_DATE_DIRECTION_NONE)
    return make_season (today.year + point->year_direction - KHATT_DATE_DIRECTION_THIS,
                        point->season);
  for (int i = 0; i < 3; i++)
    seasons[i] = make_season (today.year + i - 1, point->season);
  return choose_year (seasons, context->reference,
                      get_side ((KhattDateDirection) point->direction, context->tense),
                      point->direction != 0);
}

/*
 * khatt_date_make_year:
 * @calendar: a calendar
 * @year: its year
 * @part: which part of it
 *
 * Makes a year or a part of one. A year of another calendar is the range of its days.
 *
 * Returns: the date; %KHATT_DATE_NONE where its days are not known
 */
KhattDate
khatt_date_make_year (KhattCalendar calendar, gint64 year, KhattDatePart part)
{
  KhattDate first, last;

  if (part == KHATT_DATE_PART_NONE && calendar == KHATT_CALENDAR_GREGORIAN)
    return khatt_date_from_year (year);
  if (calendar == KHATT_CALENDAR_GREGORIAN)
    {
      first = khatt_date_from_month (year, parts[part].first_month);
      last = khatt_date_from_month (year, parts[part].last_month);
      return khatt_date_make_approximate (khatt_date_from_bounds (&first, &last, KHATT_DATE_SET));
    }
  first = make_calendar_day (calendar, year, 1, 1);
  last = make_calendar_day (calendar, year, MONTHS_PER_YEAR,
                            khatt_calendar_days_in_month (calendar, year, MONTHS_PER_YEAR));
  if (!khatt_date_is_known (&first) || !khatt_date_is_known (&last))
    return KHATT_DATE_NONE;
  return khatt_date_from_bounds (&first, &last, KHATT_DATE_SET);
}

/*
 * khatt_date_point_resolve:
 * @point: what the text says
 * @context: what it counts from
 * @certainty: (out): how the date came about
 *
 * Counts one point of time from a reference.
 *
 * Returns: the date; %KHATT_DATE_NONE where it needs a reference that is not there, or does not
 * exist
 */
KhattDate
khatt_date_point_resolve (const KhattDatePoint *point,
                          const KhattDateContext *context,
                          KhattDateCertainty *certainty)
{
  *certainty = KHATT_CERTAINTY_RELATIVE;
  switch (point->shape)
    {
    case KHATT_POINT_DAY:
      return resolve_day (point, context, certainty);
    case KHATT_POINT_MONTH:
      return resolve_month (point, context, certainty);
    case KHATT_POINT_SEASON:
      return resolve_season (point, context, certainty);
    case KHATT_POINT_YEAR:
      *certainty = KHATT_CERTAINTY_EXACT;
      return khatt_date_make_year ((KhattCalendar) point->calendar, point->year,
                                   (KhattDatePart) point->part);
    default:
      break;
    }
  if (!context->has_reference)
    return KHATT_DATE_NONE;

  switch (point->shape)
    {
    case KHATT_POINT_DAY_OFFSET:
      return resolve_day_offset (point, context);
    case KHATT_POINT_WEEKDAY:
      if (point->direction == KHATT_DATE_DIRECTION_NONE)
        *certainty = KHATT_CERTAINTY_INFERRED;
      return resolve_weekday (point, context);
    case KHATT_POINT_DAY_OF_MONTH:
      return khatt_date_count_day_of_month (point, context);
    case KHATT_POINT_UNIT:
      return khatt_date_count_unit (point, context);
    case KHATT_POINT_AGO:
      return khatt_date_count_ago (point, context);
    case KHATT_POINT_VAGUE:
      *certainty = KHATT_CERTAINTY_VAGUE;
      return khatt_date_count_vague ((KhattDateVague) point->vague, context);
    default:
      return KHATT_DATE_NONE;
    }
}

/* Before a day, after a month: an open end. */
static KhattDate
apply_link (const KhattDatePhrase *phrase, const KhattDate *date)
{
  gboolean is_counted = phrase->start.shape == KHATT_POINT_AGO ||
                        phrase->start.shape == KHATT_POINT_VAGUE ||
                        phrase->start.shape == KHATT_POINT_UNIT;

  if (is_counted || !khatt_date_is_known (date) ||
      (date->flags & (KHATT_DATE_START_OPEN | KHATT_DATE_END_OPEN)) != 0)
    return *date;
  if (phrase->link == KHATT_DATE_LINK_BEFORE)
    return khatt_date_from_bounds (NULL, date, KHATT_DATE_SET);
  if (phrase->link == KHATT_DATE_LINK_AFTER)
    return khatt_date_from_bounds (date, NULL, KHATT_DATE_SET);
  return *date;
}

/* From Friday to Sunday: the Friday before that Sunday. */
static KhattDate
resolve_weekday_before (const KhattDatePoint *point, const KhattDate *end)
{
  const KhattDateContext context = { .reference = khatt_days_from_seconds (end->start_earliest),
                                     .has_reference = TRUE,
                                     .tense = KHATT_TENSE_PAST };
  KhattDatePoint bare = *point;

  bare.direction = KHATT_DATE_DIRECTION_NONE;
  return resolve_weekday (&bare, &context);
}

/**
 * khatt_date_phrase_resolve:
 * @phrase: a phrase
 * @context: what it counts from
 *
 * Counts a phrase anew, once the tense of its clause or another reference is known: sets its date
 * and certainty.
 */
void
khatt_date_phrase_resolve (KhattDatePhrase *phrase, const KhattDateContext *context)
{
  KhattDateContext own = *context;
  KhattDateCertainty end_certainty;
  KhattDate start, end;

  /* A deadline lies ahead, also where it is told in the past. */
  if (phrase->link == KHATT_DATE_LINK_BEFORE || phrase->link == KHATT_DATE_LINK_UNTIL)
    own.tense = KHATT_TENSE_UNKNOWN;
  start = khatt_date_point_resolve (&phrase->start, &own, &phrase->certainty);

  if (phrase->end.shape == KHATT_POINT_NONE)
    {
      phrase->date = apply_link (phrase, &start);
      return;
    }
  end = khatt_date_point_resolve (&phrase->end, &own, &end_certainty);
  if (phrase->start.shape == KHATT_POINT_WEEKDAY && khatt_date_is_known (&end))
    start = resolve_weekday_before (&phrase->start, &end);
  phrase->certainty = MAX (phrase->certainty, end_certainty);
  phrase->date = KHATT_DATE_NONE;
  if (khatt_date_is_known (&start) && khatt_date_is_known (&end))
    phrase->date = khatt_date_from_bounds (&start, &end,
                                           phrase->is_once ? KHATT_DATE_SET : KHATT_DATE_INTERVAL);
}
