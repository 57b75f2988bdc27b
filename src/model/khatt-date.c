/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as values: never a point where only a range is known. How they are written is EDTF
 * (khatt-edtf*.c); here is how they are made, ordered and compared with a span of time.
 */

#include "khatt-edtf.h"

G_DEFINE_QUARK (khatt - date - error - quark, khatt_date_error)

#define QUALIFIERS (KHATT_DATE_APPROXIMATE | KHATT_DATE_UNCERTAIN)

static KhattDate
make_unit (gint64 first_day, gint64 last_day, KhattPrecision precision)
{
  gint64 first = first_day * KHATT_SECONDS_PER_DAY;
  gint64 last = last_day * KHATT_SECONDS_PER_DAY + KHATT_SECONDS_PER_DAY - 1;

  return (KhattDate){ first, last, first, last, (guint16) precision, 0 };
}

/**
 * khatt_date_from_day:
 * @year: an astronomical year
 * @month: 1 to 12
 * @day: 1 to the month's last
 *
 * Makes the date of a day.
 *
 * Returns: the date; %KHATT_DATE_NONE where there is no such day
 */
KhattDate
khatt_date_from_day (gint64 year, int month, int day)
{
  gint64 days;

  if (year < KHATT_YEAR_MIN || year > KHATT_YEAR_MAX || day < 1 ||
      day > khatt_days_in_month (year, month))
    return KHATT_DATE_NONE;

  days = khatt_days_from_civil (year, month, day);
  return make_unit (days, days, KHATT_PRECISION_DAY);
}

/**
 * khatt_date_from_month:
 * @year: an astronomical year
 * @month: 1 to 12
 *
 * Makes the date of a month.
 *
 * Returns: the date; %KHATT_DATE_NONE where there is no such month
 */
KhattDate
khatt_date_from_month (gint64 year, int month)
{
  int n_days = khatt_days_in_month (year, month);
  gint64 days;

  if (year < KHATT_YEAR_MIN || year > KHATT_YEAR_MAX || n_days == 0)
    return KHATT_DATE_NONE;

  days = khatt_days_from_civil (year, month, 1);
  return make_unit (days, days + n_days - 1, KHATT_PRECISION_MONTH);
}

/**
 * khatt_date_from_year:
 * @year: an astronomical year
 *
 * Makes the date of a year.
 *
 * Returns: the date; %KHATT_DATE_NONE where its seconds cannot be counted
 */
KhattDate
khatt_date_from_year (gint64 year)
{
  if (year < KHATT_YEAR_MIN || year > KHATT_YEAR_MAX)
    return KHATT_DATE_NONE;
  return make_unit (khatt_days_from_civil (year, 1, 1), khatt_days_from_civil (year, 12, 31),
                    KHATT_PRECISION_YEAR);
}

static void
set_missing_start (KhattDate *date, KhattDateFlags kind)
{
  gboolean is_unknown = (kind & KHATT_DATE_START_UNKNOWN) != 0;

  date->flags |= is_unknown ? KHATT_DATE_START_UNKNOWN : KHATT_DATE_START_OPEN;
  date->start_earliest = KHATT_TIME_MIN;
  /* What has no beginning began before all; an unknown beginning may lie anywhere up to the end. */
  date->start_latest = is_unknown ? date->end_latest : KHATT_TIME_MIN;
}

static void
set_missing_end (KhattDate *date, KhattDateFlags kind)
{
  gboolean is_unknown = (kind & KHATT_DATE_END_UNKNOWN) != 0;

  date->flags |= is_unknown ? KHATT_DATE_END_UNKNOWN : KHATT_DATE_END_OPEN;
  date->end_latest = KHATT_TIME_MAX;
  date->end_earliest = is_unknown ? date->start_earliest : KHATT_TIME_MAX;
}

static KhattDate
make_interval (const KhattDate *first, const KhattDate *last, KhattDateFlags kind)
{
  KhattDate date = { KHATT_TIME_MIN, KHATT_TIME_MIN, KHATT_TIME_MAX, KHATT_TIME_MAX };

  date.flags = KHATT_DATE_INTERVAL;
  if (first != NULL)
    {
      date.start_earliest = first->start_earliest;
      date.start_latest = first->start_latest;
    }
  if (last != NULL)
    {
      date.end_earliest = last->end_earliest;
      date.end_latest = last->end_latest;
    }
  if (first == NULL)
    set_missing_start (&date, kind);
  if (last == NULL)
    set_missing_end (&date, kind);
  return date;
}

static KhattDate
make_set (const KhattDate *first, const KhattDate *last)
{
  KhattDate date = KHATT_DATE_NONE;

  date.flags = KHATT_DATE_SET;
  if (first == NULL)
    date.flags |= KHATT_DATE_START_OPEN;
  if (last == NULL)
    date.flags |= KHATT_DATE_END_OPEN;
  date.start_earliest = first != NULL ? first->start_earliest : KHATT_TIME_MIN;
  date.end_latest = last != NULL ? last->end_latest : KHATT_TIME_MAX;
  date.start_latest = date.end_latest;
  date.end_earliest = date.start_earliest;
  return date;
}

/**
 * khatt_date_from_bounds:
 * @first: (nullable): the date of the first end
 * @last: (nullable): the date of the last end
 * @kind: %KHATT_DATE_INTERVAL for something that lasted from @first to @last, %KHATT_DATE_SET for
 *   something that happened once between them; in an interval also %KHATT_DATE_START_UNKNOWN and
 *   %KHATT_DATE_END_UNKNOWN for what an end that is %NULL means, open otherwise
 *
 * Makes an interval or a range from two dates. Qualifiers of either end become those of the whole.
 * A range that is exactly one day, month, year ... becomes that.
 *
 * Returns: the date; %KHATT_DATE_NONE where the last end lies before the first, or one of them is
 *   %KHATT_DATE_NONE
 */
KhattDate
khatt_date_from_bounds (const KhattDate *first, const KhattDate *last, KhattDateFlags kind)
{
  KhattDate date;
  guint16 precision = KHATT_PRECISION_MILLENNIUM;

  if ((first != NULL && !khatt_date_is_known (first)) ||
      (last != NULL && !khatt_date_is_known (last)))
    return KHATT_DATE_NONE;
  date = (kind & KHATT_DATE_SET) != 0 ? make_set (first, last) : make_interval (first, last, kind);
  if (date.start_earliest > date.end_latest)
    return KHATT_DATE_NONE;

  if (first != NULL)
    {
      date.flags |= first->flags & QUALIFIERS;
      precision = MAX (precision, first->precision);
    }
  if (last != NULL)
    {
      date.flags |= last->flags & QUALIFIERS;
      precision = MAX (precision, last->precision);
    }
  date.precision = precision;
  return khatt_edtf_normalize (date);
}

/**
 * khatt_date_is_known:
 * @date: a date
 *
 * Tells whether anything is known about a date.
 *
 * Returns: %FALSE for %KHATT_DATE_NONE
 */
gboolean
khatt_date_is_known (const KhattDate *date)
{
  return date->precision != KHATT_PRECISION_NONE;
}

/**
 * khatt_date_equal:
 * @a: a date
 * @b: a date
 *
 * Tells whether two dates are the same value, however they were written.
 *
 * Returns: whether they are
 */
gboolean
khatt_date_equal (const KhattDate *a, const KhattDate *b)
{
  return a->start_earliest == b->start_earliest && a->start_latest == b->start_latest &&
         a->end_earliest == b->end_earliest && a->end_latest == b->end_latest &&
         a->precision == b->precision &&
         (a->flags & ~KHATT_DATE_NOT_CANONICAL) == (b->flags & ~KHATT_DATE_NOT_CANONICAL);
}

/**
 * khatt_date_compare:
 * @a: a date
 * @b: a date
 *
 * Orders dates the way the model does: by the earliest start, then by the latest end; undated last.
 * Dates that are equal here stand in document order.
 *
 * Returns: less than, equal to or greater than 0
 */
int
khatt_date_compare (const KhattDate *a, const KhattDate *b)
{
  gboolean is_a_known = khatt_date_is_known (a);
  gboolean is_b_known = khatt_date_is_known (b);

  if (!is_a_known || !is_b_known)
    return is_b_known - is_a_known;
  if (a->start_earliest != b->start_earliest)
    return a->start_earliest < b->start_earliest ? -1 : 1;
  if (a->end_latest != b->end_latest)
    return a->end_latest < b->end_latest ? -1 : 1;
  return 0;
}

/**
 * khatt_date_first:
 * @date: a known date
 *
 * Gets the first second that a date may cover.
 *
 * Returns: seconds since 1970, %KHATT_TIME_MIN where the start is open or unknown
 */
gint64
khatt_date_first (const KhattDate *date)
{
  return date->start_earliest;
}

/**
 * khatt_date_last:
 * @date: a known date
 *
 * Gets the last second that a date may cover.
 *
 * Returns: seconds since 1970, %KHATT_TIME_MAX where the end is open or unknown
 */
gint64
khatt_date_last (const KhattDate *date)
{
  return date->end_latest;
}

/**
 * khatt_date_is_possibly_within:
 * @date: a date
 * @first: the first second of a span
 * @last: its last second
 *
 * Tells whether some moment of what happened may lie in a span: what a filter for a period shows.
 *
 * Returns: whether it may; %FALSE for an undated event
 */
gboolean
khatt_date_is_possibly_within (const KhattDate *date, gint64 first, gint64 last)
{
  return khatt_date_is_known (date) && date->start_earliest <= last && date->end_latest >= first;
}

/**
 * khatt_date_is_certainly_within:
 * @date: a date
 * @first: the first second of a span
 * @last: its last second
 *
 * Tells whether all of what happened lies in a span, wherever in its own range it happened.
 *
 * Returns: whether it does; %FALSE for an undated event
 */
gboolean
khatt_date_is_certainly_within (const KhattDate *date, gint64 first, gint64 last)
{
  return khatt_date_is_known (date) && date->start_earliest >= first && date->end_latest <= last;
}
