/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date printed as EDTF, from its value alone: bounds that are exactly one year, month, day ...
 * are printed as that, others as the set or interval between them.
 */

#include "khatt-edtf.h"

#include <string.h>

#define LAST_SECOND_OF_DAY (KHATT_SECONDS_PER_DAY - 1)
#define LAST_SHORT_YEAR 9999
#define TEXT_SIZE 48 /* the longest unit is a second in a year of twelve digits */

/* Codes 21 to 41 of ISO 8601-2, 4.8; what several codes mean is printed with the first. */
static const KhattEdtfSeason seasons[] = {
  { 21, 3, 3 },  /* spring */
  { 22, 6, 3 },  /* summer */
  { 23, 9, 3 },  /* autumn */
  { 24, 12, 3 }, /* winter, into the next year */
  { 25, 3, 3 },  /* the same in the northern hemisphere */
  { 26, 6, 3 },  { 27, 9, 3 }, { 28, 12, 3 }, { 29, 9, 3 }, /* in the southern hemisphere */
  { 30, 12, 3 }, { 31, 3, 3 }, { 32, 6, 3 },  { 33, 1, 3 }, /* quarters */
  { 34, 4, 3 },  { 35, 7, 3 }, { 36, 10, 3 }, { 37, 1, 4 }, /* thirds */
  { 38, 5, 4 },  { 39, 9, 4 }, { 40, 1, 6 },                /* halves */
  { 41, 7, 6 },
};

/* How many years, and how many digits are left of them. */
static const struct
{
  int n_years;
  KhattPrecision precision;
  const char *unspecified;
} year_groups[] = {
  { 10, KHATT_PRECISION_DECADE, "X" },
  { 100, KHATT_PRECISION_CENTURY, "XX" },
  { 1000, KHATT_PRECISION_MILLENNIUM, "XXX" },
  { 10000, KHATT_PRECISION_MILLENNIUM, "XXXX" },
};

/* A pair of bounds, taken apart. */
typedef struct
{
  gint64 year;
  int month;
  int day;
  int second; /* of the day */
} Moment;

typedef struct
{
  Moment first;
  Moment last;
  gboolean is_one_second;
  gboolean is_one_minute;
} Bounds;

/*
 * khatt_edtf_find_season:
 * @code: 21 to 41
 *
 * Finds the part of a year that stands in the place of a month.
 *
 * Returns: (nullable): the months it covers, or %NULL
 */
const KhattEdtfSeason *
khatt_edtf_find_season (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (seasons[i].code == code)
      return &seasons[i];
  return NULL;
}

static Moment
split (gint64 seconds)
{
  gint64 days = khatt_days_from_seconds (seconds);
  Moment moment = { .second = (int) (seconds - days * KHATT_SECONDS_PER_DAY) };

  khatt_civil_from_days (days, &moment.year, &moment.month, &moment.day);
  return moment;
}

static char *
print_year (gint64 year, char *text)
{
  if (year > LAST_SHORT_YEAR || year < -LAST_SHORT_YEAR)
    g_snprintf (text, TEXT_SIZE, "Y%" G_GINT64_FORMAT, year);
  else
    g_snprintf (text, TEXT_SIZE, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
  return text;
}

/* EDTF has no months in years of more than four digits: such a year stands for itself. */
static void
print_moment (const Moment *moment, KhattPrecision precision, char *text)
{
  gsize length = strlen (print_year (moment->year, text));
  int minutes = moment->second / 60;

  if (precision <= KHATT_PRECISION_YEAR || text[0] == 'Y')
    return;
  length += (gsize) g_snprintf (text + length, TEXT_SIZE - length, "-%02d", moment->month);
  if (precision <= KHATT_PRECISION_MONTH)
    return;
  length += (gsize) g_snprintf (text + length, TEXT_SIZE - length, "-%02d", moment->day);
  if (precision == KHATT_PRECISION_DAY)
    return;
  length += (gsize) g_snprintf (text + length, TEXT_SIZE - length, "T%02d:%02d", minutes / 60,
                                minutes % 60);
  if (precision == KHATT_PRECISION_SECOND)
    length += (gsize) g_snprintf (text + length, TEXT_SIZE - length, ":%02d", moment->second % 60);
  g_strlcat (text, "Z", TEXT_SIZE);
}

/* The years of a decade, century ... share their leading digits; those of a negative one too. */
static gboolean
find_year_group (const Bounds *bounds, KhattPrecision *precision, char *text)
{
  gboolean is_negative = bounds->last.year < 0;
  gint64 low = is_negative ? -bounds->last.year : bounds->first.year;
  gint64 high = is_negative ? -bounds->first.year : bounds->last.year;

  if (low < 0 || high > LAST_SHORT_YEAR || (is_negative && low == 0))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (year_groups); i++)
    {
      int n_kept = 4 - (int) strlen (year_groups[i].unspecified);

      if (low % year_groups[i].n_years != 0 || high - low + 1 != year_groups[i].n_years)
        continue;
      *precision = year_groups[i].precision;
      g_snprintf (text, TEXT_SIZE, "%s%04d", is_negative ? "-" : "", (int) low);
      text[n_kept + is_negative] = '\0';
      g_strlcat (text, year_groups[i].unspecified, TEXT_SIZE);
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_season (const Bounds *bounds, char *text)
{
  gint64 n_months =
      (bounds->last.year - bounds->first.year) * 12 + bounds->last.month - bounds->first.month + 1;

  if (bounds->first.year > LAST_SHORT_YEAR || bounds->first.year < -LAST_SHORT_YEAR)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      gsize length;

      if (seasons[i].first_month != bounds->first.month || seasons[i].n_months != n_months)
        continue;
      length = strlen (print_year (bounds->first.year, text));
      g_snprintf (text + length, TEXT_SIZE - length, "-%d", seasons[i].code);
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_precision_of_whole_days (const Bounds *bounds, KhattPrecision *precision, char *text)
{
  const Moment *first = &bounds->first, *last = &bounds->last;
  gboolean is_one_year = first->year == last->year;

  if (is_one_year && first->month == last->month && first->day == last->day)
    {
      *precision = KHATT_PRECISION_DAY;
      return TRUE;
    }
  if (first->day != 1 || last->day != khatt_days_in_month (last->year, last->month))
    return FALSE;
  if (is_one_year && first->month == last->month)
    {
      *precision = KHATT_PRECISION_MONTH;
      return TRUE;
    }
  if (first->month == 1 && last->month == 12)
    {
      *precision = KHATT_PRECISION_YEAR;
      return is_one_year || find_year_group (bounds, precision, text);
    }
  *precision = KHATT_PRECISION_SEASON;
  return find_season (bounds, text);
}

/* The text of the unit that the bounds are exactly; FALSE where they are none. */
static gboolean
find_unit_text (gint64 first, gint64 last, KhattPrecision *precision, char *text)
{
  Bounds bounds = { split (first), split (last) };

  text[0] = '\0';
  if (first == last)
    *precision = KHATT_PRECISION_SECOND;
  else if (bounds.first.second % 60 == 0 && last - first == 59)
    *precision = KHATT_PRECISION_MINUTE;
  else if (bounds.first.second != 0 || bounds.last.second != LAST_SECOND_OF_DAY)
    return FALSE;
  else if (!find_precision_of_whole_days (&bounds, precision, text))
    return FALSE;

  if (text[0] == '\0')
    print_moment (&bounds.first, *precision, text);
  return TRUE;
}

/*
 * khatt_edtf_find_unit:
 * @first: the first second
 * @last: the last second
 * @precision: (out): which unit
 *
 * Finds out whether two bounds are exactly one second, minute, day, month, season, year, decade,
 * century or millennium.
 *
 * Returns: whether they are
 */
gboolean
khatt_edtf_find_unit (gint64 first, gint64 last, KhattPrecision *precision)
{
  char text[TEXT_SIZE];

  return find_unit_text (first, last, precision, text);
}

/*
 * khatt_edtf_normalize:
 * @date: a date
 *
 * Decides whether a date that is no interval is one unit or a set of several: there is one value
 * for one meaning, so that it prints in one way.
 *
 * Returns: the date with its set flag and precision put right
 */
KhattDate
khatt_edtf_normalize (KhattDate date)
{
  KhattPrecision precision;

  if ((date.flags & (KHATT_DATE_INTERVAL | KHATT_DATE_START_OPEN | KHATT_DATE_END_OPEN)) != 0)
    return date;
  if (!khatt_edtf_find_unit (date.start_earliest, date.end_latest, &precision))
    {
      date.flags |= KHATT_DATE_SET;
      return date;
    }
  /* [2001-01-01..2001-01-31] says that a day is known to exist, 2001-01 does not. */
  if ((date.flags & KHATT_DATE_SET) != 0 && date.precision > precision &&
      date.precision >= KHATT_PRECISION_DAY)
    return date;
  date.flags &= ~KHATT_DATE_SET;
  date.precision = (guint16) precision;
  return date;
}

/* A term and the qualifiers of the whole; EDTF has none for a time of day. */
static void
append_term (GString *edtf, const char *text, const KhattDate *date)
{
  gboolean is_approximate = (date->flags & KHATT_DATE_APPROXIMATE) != 0;
  gboolean is_uncertain = (date->flags & KHATT_DATE_UNCERTAIN) != 0;

  g_string_append (edtf, text);
  if (strchr (text, 'T') != NULL)
    return;
  if (is_approximate && is_uncertain)
    g_string_append_c (edtf, '%');
  else if (is_approximate)
    g_string_append_c (edtf, '~');
  else if (is_uncertain)
    g_string_append_c (edtf, '?');
}

/* An end of a set at the precision of the whole; seasons and decades have no name at one end. */
static void
append_set_end (GString *edtf, gint64 seconds, const KhattDate *date)
{
  Moment moment = split (seconds);
  KhattPrecision precision = date->precision;
  char text[TEXT_SIZE];

  if (precision == KHATT_PRECISION_SEASON)
    precision = KHATT_PRECISION_MONTH;
  print_moment (&moment, precision, text);
  append_term (edtf, text, date);
}

static void
append_interval_end (GString *edtf,
                     gint64 first,
                     gint64 last,
                     gboolean is_start,
                     const KhattDate *date)
{
  KhattPrecision precision;
  char text[TEXT_SIZE];

  if (!find_unit_text (first, last, &precision, text))
    {
      append_set_end (edtf, is_start ? first : last, date);
      return;
    }
  append_term (edtf, text, date);
}

static void
append_interval (GString *edtf, const KhattDate *date)
{
  if ((date->flags & KHATT_DATE_START_OPEN) != 0)
    g_string_append (edtf, "..");
  else if ((date->flags & KHATT_DATE_START_UNKNOWN) == 0)
    append_interval_end (edtf, date->start_earliest, date->start_latest, TRUE, date);
  g_string_append_c (edtf, '/');
  if ((date->flags & KHATT_DATE_END_OPEN) != 0)
    g_string_append (edtf, "..");
  else if ((date->flags & KHATT_DATE_END_UNKNOWN) == 0)
    append_interval_end (edtf, date->end_earliest, date->end_latest, FALSE, date);
}

static void
append_set (GString *edtf, const KhattDate *date)
{
  g_string_append_c (edtf, '[');
  if ((date->flags & KHATT_DATE_START_OPEN) == 0)
    append_set_end (edtf, date->start_earliest, date);
  g_string_append (edtf, "..");
  if ((date->flags & KHATT_DATE_END_OPEN) == 0)
    append_set_end (edtf, date->end_latest, date);
  g_string_append_c (edtf, ']');
}

/**
 * khatt_date_to_edtf:
 * @date: a date
 *
 * Prints a date as EDTF in its canonical form: what khatt_date_parse() reads back to the same value
 * unless it was marked %KHATT_DATE_NOT_CANONICAL, whose own text says more than the value.
 *
 * Returns: (transfer full): EDTF; an empty string for %KHATT_DATE_NONE
 */
char *
khatt_date_to_edtf (const KhattDate *date)
{
  GString *edtf = g_string_new (NULL);
  KhattPrecision precision;
  char text[TEXT_SIZE];

  if (!khatt_date_is_known (date))
    return g_string_free (edtf, FALSE);

  if ((date->flags & KHATT_DATE_INTERVAL) != 0)
    append_interval (edtf, date);
  else if ((date->flags & KHATT_DATE_SET) != 0 ||
           !find_unit_text (date->start_earliest, date->end_latest, &precision, text))
    append_set (edtf, date);
  else
    append_term (edtf, text, date);
  return g_string_free (edtf, FALSE);
}
