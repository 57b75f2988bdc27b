/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One term of EDTF: a year, month, day, season, moment, or a year beyond four digits, with its
 * qualifiers and unspecified digits. Each component is read as a mask of digits; the first and the
 * last day that exist and match the masks are the bounds.
 *
 * Extended Date/Time Format, Library of Congress, 4 February 2019; ISO 8601-2:2019.
 */

#include "khatt-edtf-mask.h"
#include "khatt-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_EAST_MINUTES (14 * 60)
#define MAX_WEST_MINUTES (12 * 60)
#define SMALLEST_LONG_YEAR 10000
#define FIRST_SEASON 21

typedef struct
{
  const char *p;
  const char *end;
  const char *text;
  KhattDateFlags qualifiers;
} Cursor;

static gboolean
fail (const Cursor *cursor, GError **error, KhattDateError code, const char *reason)
{
  khatt_edtf_fail (error, code, reason, cursor->text, cursor->end - cursor->text);
  return FALSE;
}

static gboolean
fail_syntax (const Cursor *cursor, GError **error)
{
  gboolean is_short = cursor->end - cursor->text < KHATT_EDTF_YEAR_DIGITS;

  for (const char *p = cursor->text; p < cursor->end; p++)
    {
      if ((guchar) *p >= 0x80)
        return fail (cursor, error, KHATT_DATE_ERROR_SYNTAX,
                     _ ("There is a character that no date has: expected the digits 0 to 9 "
                        "and plain hyphens, such as 2025-08-08."));
      is_short = is_short && g_ascii_isdigit (*p);
    }
  if (is_short)
    return fail (cursor, error, KHATT_DATE_ERROR_SYNTAX,
                 _ ("There are too few digits for a year: write 1948 for a year, 194X "
                    "for its decade, 19XX for its century."));
  return fail (cursor, error, KHATT_DATE_ERROR_SYNTAX,
               _ ("This is not a date: expected a year, month or day such as 2025, "
                  "2025-08 or 2025-08-08."));
}

static gboolean
fail_far_year (const Cursor *cursor, GError **error)
{
  return fail (cursor, error, KHATT_DATE_ERROR_RANGE,
               _ ("The year is too far from the present for its seconds to be counted."));
}

static gboolean
is_at_end (const Cursor *cursor)
{
  return cursor->p == cursor->end;
}

static gboolean
skip (Cursor *cursor, char c)
{
  if (is_at_end (cursor) || *cursor->p != c)
    return FALSE;
  cursor->p++;
  return TRUE;
}

static void
skip_qualifier (Cursor *cursor)
{
  if (skip (cursor, '?'))
    cursor->qualifiers |= KHATT_DATE_UNCERTAIN;
  else if (skip (cursor, '~'))
    cursor->qualifiers |= KHATT_DATE_APPROXIMATE;
  else if (skip (cursor, '%'))
    cursor->qualifiers |= KHATT_DATE_UNCERTAIN | KHATT_DATE_APPROXIMATE;
}

static gboolean
read_mask (Cursor *cursor, int n_digits, KhattEdtfMask *mask)
{
  skip_qualifier (cursor);
  mask->n_digits = n_digits;
  mask->is_negative = n_digits == KHATT_EDTF_YEAR_DIGITS && skip (cursor, '-');
  if (cursor->end - cursor->p < n_digits)
    return FALSE;
  for (int i = 0; i < n_digits; i++)
    {
      mask->digits[i] = *cursor->p++;
      if (!g_ascii_isdigit (mask->digits[i]) && mask->digits[i] != 'X')
        return FALSE;
    }
  return TRUE;
}

/* The number with each unspecified digit as `unspecified`. */
static KhattDate
make_range (gint64 first, gint64 last, KhattPrecision precision)
{
  return (KhattDate){ first, last, first, last, (guint16) precision, KHATT_DATE_SET };
}

static gboolean
make_masked (const Cursor *cursor,
             const KhattEdtfMask masks[3],
             int n_masks,
             KhattDate *date,
             GError **error)
{
  KhattEdtfDay first, last;
  KhattPrecision precision = KHATT_PRECISION_YEAR;

  if (!khatt_edtf_masks_find_day (masks, FALSE, &first) ||
      !khatt_edtf_masks_find_day (masks, TRUE, &last))
    return fail (cursor, error, KHATT_DATE_ERROR_RANGE,
                 _ ("There is no such day: months run from 01 to 12, and each has its "
                    "own number of days."));

  if (n_masks > 2 && !khatt_edtf_mask_is_blank (&masks[2]))
    precision = KHATT_PRECISION_DAY;
  else if (n_masks > 1 && !khatt_edtf_mask_is_blank (&masks[1]))
    precision = KHATT_PRECISION_MONTH;

  *date = make_range (
      khatt_days_from_civil (first.year, first.month, first.day) * KHATT_SECONDS_PER_DAY,
      khatt_days_from_civil (last.year, last.month, last.day) * KHATT_SECONDS_PER_DAY +
          KHATT_SECONDS_PER_DAY - 1,
      precision);
  return TRUE;
}

static gboolean
make_season (const Cursor *cursor, const KhattEdtfMask masks[3], KhattDate *date, GError **error)
{
  const KhattEdtfSeason *season = khatt_edtf_find_season (khatt_edtf_mask_value (&masks[1], 0));
  gint64 year, first_day, last_day;
  int last_month;

  if (season == NULL || !khatt_edtf_mask_is_specified (&masks[0]))
    return fail (cursor, error, KHATT_DATE_ERROR_RANGE,
                 _ ("There is no such month: months run from 01 to 12, seasons and "
                    "other parts of a known year from 21 to 41."));

  year = khatt_edtf_mask_value (&masks[0], 0) * (masks[0].is_negative ? -1 : 1);
  last_month = season->first_month + season->n_months;
  first_day = khatt_days_from_civil (year, season->first_month, 1);
  last_day = khatt_days_from_civil (last_month > 12 ? year + 1 : year,
                                    last_month > 12 ? last_month - 12 : last_month, 1) -
             1;
  *date = make_range (first_day * KHATT_SECONDS_PER_DAY,
                      last_day * KHATT_SECONDS_PER_DAY + KHATT_SECONDS_PER_DAY - 1,
                      KHATT_PRECISION_SEASON);
  date->flags = 0;
  return TRUE;
}

/* All years that share the leading digits of @year. */
static gboolean
make_significant (const Cursor *cursor,
                  gint64 year,
                  int n_significant,
                  KhattDate *date,
                  GError **error)
{
  gint64 magnitude = ABS (year), step = 1, low, high;
  int n_digits = 0;
  KhattDate first, last;

  for (gint64 rest = magnitude; rest > 0; rest /= 10)
    n_digits++;
  n_digits = MAX (n_digits, KHATT_EDTF_YEAR_DIGITS);
  if (n_significant < 1 || n_significant > n_digits)
    return fail (cursor, error, KHATT_DATE_ERROR_SYNTAX,
                 _ ("The number of significant digits must lie between 1 and the number "
                    "of digits."));
  for (int i = n_significant; i < n_digits; i++)
    step *= 10;

  low = magnitude / step * step;
  high = low + step - 1;
  first = khatt_date_from_year (year < 0 ? -high : low);
  last = khatt_date_from_year (year < 0 ? -low : high);
  if (!khatt_date_is_known (&first) || !khatt_date_is_known (&last))
    return fail_far_year (cursor, error);
  *date = khatt_date_from_bounds (&first, &last, KHATT_DATE_SET);
  return TRUE;
}

/* Digits without a leading zero, as a number; %FALSE where there are none or too many. */
static gboolean
read_number (Cursor *cursor, gint64 *number)
{
  const char *start = cursor->p;

  *number = 0;
  while (!is_at_end (cursor) && g_ascii_isdigit (*cursor->p))
    {
      if (*number > KHATT_YEAR_MAX)
        return FALSE;
      *number = *number * 10 + (*cursor->p++ - '0');
    }
  return cursor->p > start && *start != '0';
}

/* Y170000002, Y-17E7, Y171010000S3: a year of more than four digits. */
static gboolean
read_long_year (Cursor *cursor, KhattDate *date, GError **error)
{
  gboolean is_negative;
  gint64 year, exponent = 0, n_significant = 0;

  cursor->p++;
  is_negative = skip (cursor, '-');
  if (!read_number (cursor, &year))
    return year > KHATT_YEAR_MAX ? fail_far_year (cursor, error) : fail_syntax (cursor, error);
  if (skip (cursor, 'E') && !read_number (cursor, &exponent))
    return fail_syntax (cursor, error);
  for (gint64 i = 0; i < exponent && year <= KHATT_YEAR_MAX; i++)
    year *= 10;
  if (skip (cursor, 'S') && !read_number (cursor, &n_significant))
    return fail_syntax (cursor, error);
  skip_qualifier (cursor);
  if (!is_at_end (cursor))
    return fail_syntax (cursor, error);

  if (year < SMALLEST_LONG_YEAR)
    return fail (cursor, error, KHATT_DATE_ERROR_SYNTAX,
                 _ ("A year of four digits or fewer is written without the Y."));
  if (year > KHATT_YEAR_MAX || (is_negative && -year < KHATT_YEAR_MIN))
    return fail_far_year (cursor, error);
  if (is_negative)
    year = -year;
  if (n_significant > 0)
    return make_significant (cursor, year, (int) MIN (n_significant, G_MAXINT), date, error);
  *date = khatt_date_from_year (year);
  return TRUE;
}

static gboolean
read_two_digits (Cursor *cursor, int *number)
{
  if (cursor->end - cursor->p < 2 || !g_ascii_isdigit (cursor->p[0]) ||
      !g_ascii_isdigit (cursor->p[1]))
    return FALSE;
  *number = (cursor->p[0] - '0') * 10 + (cursor->p[1] - '0');
  cursor->p += 2;
  return TRUE;
}

/* Z, +03, -04:30 or nothing: minutes east of UTC. Times without an offset are read as UTC. */
static gboolean
read_offset (Cursor *cursor, int *minutes_east, GError **error)
{
  int hours, minutes = 0, sign;

  *minutes_east = 0;
  if (is_at_end (cursor) || (skip (cursor, 'Z') && is_at_end (cursor)))
    return TRUE;
  sign = *cursor->p == '-' ? -1 : 1;
  if (!skip (cursor, '+') && !skip (cursor, '-'))
    return fail_syntax (cursor, error);
  if (!read_two_digits (cursor, &hours) ||
      (skip (cursor, ':') && !read_two_digits (cursor, &minutes)) || !is_at_end (cursor))
    return fail_syntax (cursor, error);

  *minutes_east = sign * (hours * 60 + minutes);
  if (minutes > 59 || *minutes_east > MAX_EAST_MINUTES || *minutes_east < -MAX_WEST_MINUTES ||
      (sign < 0 && *minutes_east == 0))
    return fail (cursor, error, KHATT_DATE_ERROR_RANGE,
                 _ ("There is no such offset from UTC: they run from -12:00 to +14:00, "
                    "and zero is written Z or +00:00."));
  return TRUE;
}

static gboolean
read_fraction (Cursor *cursor)
{
  const char *start;

  if (!skip (cursor, '.'))
    return TRUE;
  start = cursor->p;
  while (!is_at_end (cursor) && g_ascii_isdigit (*cursor->p))
    cursor->p++;
  return cursor->p > start;
}

/* After the T. Seconds may be missing; fractions of them are read and dropped. */
static gboolean
read_time (Cursor *cursor, KhattDate *date, GError **error)
{
  int hour, minute, second = 0, minutes_east;
  gboolean has_seconds;
  gint64 first;

  if (!read_two_digits (cursor, &hour) || !skip (cursor, ':') || !read_two_digits (cursor, &minute))
    return fail_syntax (cursor, error);
  has_seconds = skip (cursor, ':');
  if (has_seconds && (!read_two_digits (cursor, &second) || !read_fraction (cursor)))
    return fail_syntax (cursor, error);
  if (!read_offset (cursor, &minutes_east, error))
    return FALSE;
  if (minute > 59 || second > 59 || hour > 24 || (hour == 24 && (minute > 0 || second > 0)))
    return fail (cursor, error, KHATT_DATE_ERROR_RANGE,
                 _ ("There is no such time of day: it runs from 00:00:00 to 23:59:59."));

  first = date->start_earliest + hour * 3600 + minute * 60 + second - minutes_east * 60;
  *date = make_range (first, has_seconds ? first : first + 59,
                      has_seconds ? KHATT_PRECISION_SECOND : KHATT_PRECISION_MINUTE);
  date->flags = 0;
  return TRUE;
}

static gboolean
is_negative_zero (const KhattEdtfMask *year)
{
  return year->is_negative && khatt_edtf_mask_value (year, 9) == 0;
}

/* The year is read; what follows is nothing, a number of significant digits, or more components. */
static gboolean
read_components (Cursor *cursor, KhattEdtfMask masks[3], int *n_masks, GError **error)
{
  *n_masks = 1;
  while (*n_masks < 3 && skip (cursor, '-'))
    {
      if (!read_mask (cursor, 2, &masks[*n_masks]))
        return fail_syntax (cursor, error);
      skip_qualifier (cursor);
      (*n_masks)++;
    }
  return TRUE;
}

static gboolean
read_four_digit_year (Cursor *cursor, KhattDate *date, GError **error)
{
  KhattEdtfMask masks[3] = { { "" }, { "XX", 2, FALSE }, { "XX", 2, FALSE } };
  gint64 n_significant;
  int n_masks;

  if (!read_mask (cursor, KHATT_EDTF_YEAR_DIGITS, &masks[0]) || is_negative_zero (&masks[0]))
    return fail_syntax (cursor, error);
  if (khatt_edtf_mask_is_specified (&masks[0]) && skip (cursor, 'S'))
    {
      gint64 year = khatt_edtf_mask_value (&masks[0], 0) * (masks[0].is_negative ? -1 : 1);
      if (!read_number (cursor, &n_significant) || !is_at_end (cursor))
        return fail_syntax (cursor, error);
      return make_significant (cursor, year, (int) MIN (n_significant, G_MAXINT), date, error);
    }
  skip_qualifier (cursor);
  if (!read_components (cursor, masks, &n_masks, error))
    return FALSE;

  if (n_masks == 2 && khatt_edtf_mask_is_specified (&masks[1]) &&
      khatt_edtf_mask_value (&masks[1], 0) >= FIRST_SEASON)
    return is_at_end (cursor) ? make_season (cursor, masks, date, error)
                              : fail_syntax (cursor, error);
  if (is_at_end (cursor))
    return make_masked (cursor, masks, n_masks, date, error);
  if (n_masks < 3 || cursor->qualifiers != 0 || !khatt_edtf_mask_is_specified (&masks[0]) ||
      !khatt_edtf_mask_is_specified (&masks[1]) || !khatt_edtf_mask_is_specified (&masks[2]) ||
      !skip (cursor, 'T'))
    return fail_syntax (cursor, error);
  return make_masked (cursor, masks, n_masks, date, error) && read_time (cursor, date, error);
}

/*
 * khatt_edtf_read_term:
 * @text: a term, not terminated
 * @length: its length in bytes
 * @date: (out): the date
 * @error: a place for a #KhattDateError
 *
 * Reads one date: all of EDTF but intervals and sets.
 *
 * Returns: whether the term is a date
 */
gboolean
khatt_edtf_read_term (const char *text, gsize length, KhattDate *date, GError **error)
{
  Cursor cursor = { text, text + length, text, 0 };
  gboolean is_read = length > 0 && *text == 'Y' ? read_long_year (&cursor, date, error)
                                                : read_four_digit_year (&cursor, date, error);

  if (!is_read)
    return FALSE;
  date->flags |= cursor.qualifiers;
  *date = khatt_edtf_normalize (*date);
  return TRUE;
}
