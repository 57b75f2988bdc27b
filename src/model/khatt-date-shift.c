/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moving a date in time as a whole: what is known of it stays as exact as it was. */

#include "khatt-date-shift.h"

#define MONTHS_PER_YEAR 12

/* The same day of the month so many months later; the last one of a shorter month. */
static gboolean
add_months (gint64 time, gint64 months, gint64 *result)
{
  gint64 days = khatt_days_from_seconds (time);
  gint64 seconds = time - days * KHATT_SECONDS_PER_DAY;
  gint64 year, all_months;
  int month, day;

  khatt_civil_from_days (days, &year, &month, &day);
  if (__builtin_add_overflow (year * MONTHS_PER_YEAR + month - 1, months, &all_months))
    return FALSE;
  year = all_months / MONTHS_PER_YEAR - (all_months % MONTHS_PER_YEAR < 0 ? 1 : 0);
  month = (int) (all_months - year * MONTHS_PER_YEAR) + 1;
  if (year <= KHATT_YEAR_MIN || year >= KHATT_YEAR_MAX)
    return FALSE;
  day = MIN (day, khatt_days_in_month (year, month));
  *result = khatt_days_from_civil (year, month, day) * KHATT_SECONDS_PER_DAY + seconds;
  return TRUE;
}

static gboolean
is_bound (gint64 time)
{
  return time != KHATT_TIME_MIN && time != KHATT_TIME_MAX;
}

/* A latest second is moved with the second after it, so that a month's end stays one. */
static gboolean
shift_bound (gint64 *time, const KhattDateShift *shift, gboolean is_latest)
{
  gint64 moved = *time;

  if (!is_bound (moved))
    return TRUE;
  if (is_latest)
    moved++;
  if (shift->months != 0 && !add_months (moved, shift->months, &moved))
    return FALSE;
  if (__builtin_add_overflow (moved, shift->seconds, &moved))
    return FALSE;
  *time = is_latest ? moved - 1 : moved;
  return is_bound (*time);
}

/* Days differ in months that differ: all of a date that is known to the day goes as far as its
 * first bound. */
static gboolean
get_seconds (const KhattDate *date, const KhattDateShift *shift, KhattDateShift *seconds)
{
  const gint64 bounds[] = { date->start_earliest, date->start_latest, date->end_earliest,
                            date->end_latest };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      gint64 moved = bounds[i];

      if (!is_bound (bounds[i]))
        continue;
      if (!shift_bound (&moved, shift, FALSE))
        return FALSE;
      *seconds = (KhattDateShift){ .seconds = moved - bounds[i] };
      return TRUE;
    }
  return FALSE;
}

/* An interval can be written by its ends. */
static gboolean
can_be_written (const KhattDate *date)
{
  g_autofree char *edtf = NULL;
  KhattDate back;

  if ((date->flags & KHATT_DATE_INTERVAL) != 0)
    return TRUE;
  edtf = khatt_date_to_edtf (date);
  return khatt_date_parse (edtf, -1, &back, NULL) && khatt_date_equal (date, &back);
}

/**
 * khatt_date_shift:
 * @date: a date
 * @shift: how far, towards later
 * @shifted: (out): the date there, known as exactly as @date
 *
 * Moves all bounds of @date; open ends stay open.
 *
 * Returns: %FALSE where there is no such date: @date is undated, or open at both ends, or has a
 * text of its own that bounds do not tell, or seconds do not reach so far
 */
gboolean
khatt_date_shift (const KhattDate *date, const KhattDateShift *shift, KhattDate *shifted)
{
  KhattDateShift used = *shift;

  if (!khatt_date_is_known (date) || (date->flags & KHATT_DATE_NOT_CANONICAL) != 0)
    return FALSE;
  if (date->precision >= KHATT_PRECISION_DAY && !get_seconds (date, shift, &used))
    return FALSE;

  *shifted = *date;
  return shift_bound (&shifted->start_earliest, &used, FALSE) &&
         shift_bound (&shifted->start_latest, &used, TRUE) &&
         shift_bound (&shifted->end_earliest, &used, FALSE) &&
         shift_bound (&shifted->end_latest, &used, TRUE) && can_be_written (shifted);
}

/* Whether the bounds are those of a month, or of so many from the first one of a year on. */
static gboolean
is_months (gint64 earliest, gint64 latest, int n_months)
{
  gint64 days = khatt_days_from_seconds (earliest);
  gint64 year, after;
  int month, day;

  khatt_civil_from_days (days, &year, &month, &day);
  return day == 1 && (n_months == 1 || month == 1) && earliest == days * KHATT_SECONDS_PER_DAY &&
         add_months (earliest, n_months, &after) && latest == after - 1;
}

/**
 * khatt_date_get_part:
 * @date: a date
 * @part: all of it, or one end of what lasted
 *
 * Returns: @part as a date of its own, as exact as it is known; without bounds where it is open
 */
KhattDate
khatt_date_get_part (const KhattDate *date, KhattDatePart part)
{
  KhattDate end = *date;

  if (part == KHATT_DATE_WHOLE)
    return end;
  if (part == KHATT_DATE_START)
    {
      end.end_earliest = end.start_earliest;
      end.end_latest = end.start_latest;
      return end;
    }
  end.start_earliest = end.end_earliest;
  end.start_latest = end.end_latest;
  if (!is_bound (end.end_earliest) || !is_bound (end.end_latest))
    return end;
  if (is_months (end.end_earliest, end.end_latest, 1))
    end.precision = KHATT_PRECISION_MONTH;
  else if (is_months (end.end_earliest, end.end_latest, MONTHS_PER_YEAR))
    end.precision = KHATT_PRECISION_YEAR;
  else if (end.precision < KHATT_PRECISION_DAY)
    end.precision = KHATT_PRECISION_DAY;
  return end;
}

/* What is written is read as the same: an end that is known to the month is not one of days. */
static gboolean
is_read_again (const KhattDate *date)
{
  g_autofree char *edtf = khatt_date_to_edtf (date);
  KhattDate back;

  return edtf == NULL ||
         (khatt_date_parse (edtf, -1, &back, NULL) && khatt_date_equal (date, &back));
}

/**
 * khatt_date_shift_part:
 * @date: a date
 * @part: what of it is moved
 * @shift: how far, towards later
 * @shifted: (out): the date with @part there, known as exactly as @date
 *
 * Moves a date, or one end of an interval; the other end stays where it is. What is uncertain or
 * about stays so.
 *
 * Returns: %FALSE where there is no such date: see khatt_date_shift(); @date is no interval, the
 *   end is open, or it would begin after it ended
 */
gboolean
khatt_date_shift_part (const KhattDate *date,
                       KhattDatePart part,
                       const KhattDateShift *shift,
                       KhattDate *shifted)
{
  KhattDate end, moved;

  if (part == KHATT_DATE_WHOLE)
    return khatt_date_shift (date, shift, shifted);
  if ((date->flags & KHATT_DATE_INTERVAL) == 0)
    return FALSE;
  end = khatt_date_get_part (date, part);
  if (!is_bound (end.start_earliest) || !is_bound (end.start_latest) ||
      !khatt_date_shift (&end, shift, &moved))
    return FALSE;
  *shifted = *date;
  if (part == KHATT_DATE_START)
    {
      shifted->start_earliest = moved.start_earliest;
      shifted->start_latest = moved.start_latest;
    }
  else
    {
      shifted->end_earliest = moved.end_earliest;
      shifted->end_latest = moved.end_latest;
    }
  return shifted->start_earliest <= shifted->end_earliest &&
         shifted->start_latest <= shifted->end_latest && is_read_again (shifted);
}

/**
 * khatt_date_shift_for_precision:
 * @date: a date
 * @wanted: a step: of seconds, or of months
 *
 * Returns: @wanted, or what is known of @date where that is coarser: a month goes by months,
 * whatever a day is on the axis
 */
KhattDateShift
khatt_date_shift_for_precision (const KhattDate *date, const KhattDateShift *wanted)
{
  static const KhattDateShift units[] = {
    [KHATT_PRECISION_NONE] = { .seconds = KHATT_SECONDS_PER_DAY },
    [KHATT_PRECISION_MILLENNIUM] = { .months = 1000 * MONTHS_PER_YEAR },
    [KHATT_PRECISION_CENTURY] = { .months = 100 * MONTHS_PER_YEAR },
    [KHATT_PRECISION_DECADE] = { .months = 10 * MONTHS_PER_YEAR },
    [KHATT_PRECISION_YEAR] = { .months = MONTHS_PER_YEAR },
    [KHATT_PRECISION_SEASON] = { .months = 3 },
    [KHATT_PRECISION_MONTH] = { .months = 1 },
    [KHATT_PRECISION_DAY] = { .seconds = KHATT_SECONDS_PER_DAY },
    [KHATT_PRECISION_HOUR] = { .seconds = 3600 },
    [KHATT_PRECISION_MINUTE] = { .seconds = 60 },
    [KHATT_PRECISION_SECOND] = { .seconds = 1 },
  };
  const KhattDateShift *unit = &units[MIN (date->precision, G_N_ELEMENTS (units) - 1)];
  gboolean is_finer = unit->months > 0 ? wanted->months % unit->months != 0 || wanted->seconds != 0
                                       : wanted->months == 0 && wanted->seconds < unit->seconds;

  return is_finer ? *unit : *wanted;
}
