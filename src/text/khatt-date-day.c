/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One day as newspapers write it: "today, Friday", "Thursday 7 August", "the eighth of August/Ab
 * 2025", "25 Shawwal 1436 AH corresponding to 10 August 2015", "8/8/2025", "the second of this
 * month".
 */

#include "khatt-date-grammar.h"

#include <string.h>

#define LAST_DAY_OF_ANY_MONTH 31
#define LAST_MONTH 12
#define FULL_YEAR_DIGITS 4
#define HIJRI_YEAR_DIGITS 3 /* at least */
#define SHORT_YEAR_CENTURY 2000
/* Years of four digits without an era are Gregorian from here on, Hijri below. */
#define FIRST_GREGORIAN_YEAR 1700
#define LAST_YEAR 2200

#define COMMAS "،,"
#define DASHES "-–—"
#define OPENINGS "(/"
#define NUMERIC_SIGNS "/-."
/* What stands between the same day in two calendars, and between a weekday and its day. */
#define BETWEEN_CALENDARS "/(،,-–"
#define AFTER_WEEKDAY "،,("

/*
 * khatt_date_read_day_number:
 * @cursor: a cursor
 * @day: (out): 1 to 31
 *
 * Reads the number of a day: 6, الـ4, السادس.
 *
 * Returns: whether there is one
 */
gboolean
khatt_date_read_day_number (KhattDateCursor *cursor, gint16 *day)
{
  gsize start = cursor->at;
  gboolean has_prefix = khatt_date_cursor_take (cursor, KHATT_ATOM_ARTICLE) ||
                        khatt_date_cursor_take (cursor, KHATT_ATOM_AND);
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);
  gboolean is_digits = atom->kind == KHATT_ATOM_DIGITS && atom->n_digits <= 2;
  gboolean is_ordinal = atom->kind == KHATT_ATOM_ORDINAL && atom->has_article && !has_prefix;

  if ((!is_digits && !is_ordinal) || atom->value < 1 || atom->value > LAST_DAY_OF_ANY_MONTH)
    {
      cursor->at = start;
      return FALSE;
    }
  *day = (gint16) atom->value;
  cursor->at += atom->n_tokens;
  return TRUE;
}

static KhattCalendar
get_calendar (const KhattDateAtom *atom)
{
  if (atom->kind == KHATT_ATOM_MONTH)
    return KHATT_CALENDAR_GREGORIAN;
  if (atom->kind == KHATT_ATOM_HIJRI)
    return KHATT_CALENDAR_UMALQURA;
  return atom->kind == KHATT_ATOM_PERSIAN ? KHATT_CALENDAR_PERSIAN : KHATT_CALENDAR_NONE;
}

/* The same month by its other name: "حزيران/يونيو", "آب (أغسطس)", "آب أغسطس". */
static void
skip_other_name (KhattDateCursor *cursor, const KhattDatePoint *point)
{
  gsize start = cursor->at;
  gboolean is_bracket = khatt_date_cursor_take_sign (cursor, "(");
  const KhattDateAtom *atom;

  if (!is_bracket)
    khatt_date_cursor_take_sign (cursor, "/-");
  atom = khatt_date_cursor_peek (cursor);
  if (atom->kind != KHATT_ATOM_MONTH || atom->value != point->month)
    {
      cursor->at = start;
      return;
    }
  cursor->at += atom->n_tokens;
  if (is_bracket)
    khatt_date_cursor_take_sign (cursor, ")");
}

/*
 * khatt_date_read_month_name:
 * @cursor: a cursor
 * @point: (inout): receives the calendar and the month
 *
 * Reads the name of a month, with "the month of" before it and its other name behind it.
 *
 * Returns: whether there is one
 */
gboolean
khatt_date_read_month_name (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind == KHATT_ATOM_UNIT && atom->value == KHATT_DATE_UNIT_MONTH && atom->count == 1)
    cursor->at += atom->n_tokens;
  atom = khatt_date_cursor_peek (cursor);
  if (get_calendar (atom) == KHATT_CALENDAR_NONE)
    {
      cursor->at = start;
      return FALSE;
    }
  point->calendar = (guint8) get_calendar (atom);
  point->month = (gint16) atom->value;
  cursor->at += atom->n_tokens;
  skip_other_name (cursor, point);
  return TRUE;
}

/*
 * khatt_date_take_year_word:
 * @cursor: a cursor
 *
 * Takes "the year".
 *
 * Returns: whether it was there
 */
gboolean
khatt_date_take_year_word (KhattDateCursor *cursor)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind != KHATT_ATOM_UNIT || atom->value != KHATT_DATE_UNIT_YEAR || atom->count != 1)
    return FALSE;
  cursor->at += atom->n_tokens;
  return TRUE;
}

/*
 * khatt_date_read_year_number:
 * @cursor: a cursor
 * @point: (inout): a point, whose month and calendar say what kind of year fits
 *
 * Reads the digits of a year, with its era where that is written.
 *
 * Returns: whether there is one
 */
gboolean
khatt_date_read_year_number (KhattDateCursor *cursor, KhattDatePoint *point)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);
  const KhattDateAtom *era = khatt_date_cursor_peek_at (cursor, cursor->at + atom->n_tokens);
  gboolean has_era = era->kind == KHATT_ATOM_ERA;
  gboolean is_hijri = has_era && era->value == KHATT_DATE_ERA_AH;

  if (atom->kind != KHATT_ATOM_DIGITS || atom->value > LAST_YEAR ||
      atom->n_digits < (is_hijri ? HIJRI_YEAR_DIGITS : FULL_YEAR_DIGITS))
    return FALSE;
  if (!has_era && atom->value < FIRST_GREGORIAN_YEAR && point->calendar == KHATT_CALENDAR_GREGORIAN)
    return FALSE;
  if (is_hijri && point->calendar == KHATT_CALENDAR_GREGORIAN)
    {
      if (point->month != 0)
        return FALSE;
      point->calendar = KHATT_CALENDAR_UMALQURA;
    }
  point->year = (gint16) atom->value;
  cursor->at += atom->n_tokens + (has_era ? era->n_tokens : 0);
  return TRUE;
}

/*
 * khatt_date_read_year:
 * @cursor: a cursor
 * @point: (inout): receives the year
 *
 * Reads the year after a day or a month: "2025", "2025م", "، 2025", "من عام 2025", "من العام
 * الماضي".
 *
 * Returns: whether there is one
 */
gboolean
khatt_date_read_year (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  guint8 direction;

  if (!khatt_date_cursor_take_sign (cursor, COMMAS) &&
      !khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_FROM))
    khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_IN);
  if (khatt_date_take_year_word (cursor) && khatt_date_cursor_take_direction (cursor, &direction))
    {
      point->year_direction = (gint8) direction;
      return TRUE;
    }
  if (khatt_date_read_year_number (cursor, point))
    return TRUE;
  cursor->at = start;
  return FALSE;
}

/*
 * khatt_date_read_year_or_direction:
 * @cursor: a cursor
 * @point: (inout): receives the year, or which of the years
 *
 * Reads the year after a day or a month, or "last", "next" in its place. There may be neither.
 */
void
khatt_date_read_year_or_direction (KhattDateCursor *cursor, KhattDatePoint *point)
{
  if (!khatt_date_read_year (cursor, point))
    khatt_date_cursor_take_direction (cursor, &point->direction);
}

/* The text of a sign between digits, which must not have a space round it. */
static gboolean
take_numeric_sign (KhattDateCursor *cursor, int *sign)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind != KHATT_ATOM_SIGN || strchr (NUMERIC_SIGNS, atom->value) == NULL ||
      atom->value == 0 || cursor->tokens->tokens[cursor->at].has_space ||
      (*sign != 0 && *sign != atom->value))
    return FALSE;
  *sign = atom->value;
  cursor->at++;
  return TRUE;
}

static gboolean
read_digits (KhattDateCursor *cursor, gboolean is_first, const KhattDateAtom **digits)
{
  *digits = khatt_date_cursor_peek (cursor);
  if ((*digits)->kind != KHATT_ATOM_DIGITS ||
      (!is_first && cursor->tokens->tokens[cursor->at].has_space))
    return FALSE;
  cursor->at++;
  return TRUE;
}

/* Three numbers with the same sign between them, the year first or last. */
static gboolean
read_three_numbers (KhattDateCursor *cursor, int *year, int *month, int *day)
{
  const KhattDateAtom *first, *second, *third;
  int sign = 0;
  gboolean is_year_first;

  if (!read_digits (cursor, TRUE, &first) || !take_numeric_sign (cursor, &sign) ||
      !read_digits (cursor, FALSE, &second) || !take_numeric_sign (cursor, &sign) ||
      !read_digits (cursor, FALSE, &third) || second->n_digits > 2)
    return FALSE;
  is_year_first = first->n_digits == FULL_YEAR_DIGITS;
  *year = is_year_first ? first->value : third->value;
  *day = is_year_first ? third->value : first->value;
  *month = second->value;
  if (!is_year_first && third->n_digits == 2)
    *year += SHORT_YEAR_CENTURY;
  return TRUE;
}

/* 8/8/2025, 08-08-2025, 2025-08-08, 14/2/1447. Where the second number cannot be a month the first
 * is. */
static gboolean
read_numeric (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  KhattCalendar calendar = KHATT_CALENDAR_GREGORIAN;
  int year, month, day;

  if (!read_three_numbers (cursor, &year, &month, &day))
    {
      cursor->at = start;
      return FALSE;
    }
  if (month > LAST_MONTH && day <= LAST_MONTH)
    {
      int swapped = month;

      month = day;
      day = swapped;
    }
  if (year < FIRST_GREGORIAN_YEAR)
    calendar = KHATT_CALENDAR_UMALQURA;
  if (year > LAST_YEAR || day < 1 || day > khatt_calendar_days_in_month (calendar, year, month))
    {
      cursor->at = start;
      return FALSE;
    }
  point->shape = KHATT_POINT_DAY;
  point->calendar = (guint8) calendar;
  point->year = (gint16) year;
  point->month = (gint16) month;
  point->day = (gint16) day;
  khatt_date_cursor_take (cursor, KHATT_ATOM_ERA);
  return TRUE;
}

/* The dateline of KUNA: "الدوحة – 12 – 11 (كونا)" is 12 November. */
static gboolean
read_dateline_numbers (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  const KhattDateAtom *day, *month;
  KhattDateCursor before = *cursor;
  gboolean is_read;

  if (cursor->at == cursor->first)
    return FALSE;
  before.at--;
  is_read = khatt_date_cursor_take_sign (&before, DASHES) && read_digits (cursor, TRUE, &day) &&
            khatt_date_cursor_take_sign (cursor, DASHES) && read_digits (cursor, TRUE, &month) &&
            day->n_digits <= 2 && month->n_digits <= 2 && month->value >= 1 &&
            month->value <= LAST_MONTH && day->value >= 1 && day->value <= LAST_DAY_OF_ANY_MONTH &&
            khatt_date_cursor_peek (cursor)->value == '(';
  if (!is_read)
    {
      cursor->at = start;
      return FALSE;
    }
  point->shape = KHATT_POINT_DAY;
  point->day = (gint16) day->value;
  point->month = (gint16) month->value;
  return TRUE;
}

/* "the second of this month", "6 of this" where the Maghreb leaves the month out. */
static gboolean
read_day_of_unit (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind == KHATT_ATOM_UNIT && atom->value == KHATT_DATE_UNIT_MONTH && atom->has_article)
    cursor->at += atom->n_tokens;
  if (!khatt_date_cursor_take_direction (cursor, &point->direction))
    {
      cursor->at = start;
      return FALSE;
    }
  point->shape = KHATT_POINT_DAY_OF_MONTH;
  return TRUE;
}

/* A numbered day with its month and, where it is said, its year. */
static gboolean
read_named_day (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  KhattDatePoint read = *point;

  if (!khatt_date_read_day_number (cursor, &read.day))
    return FALSE;
  khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_FROM);
  if (khatt_date_read_month_name (cursor, &read))
    {
      read.shape = KHATT_POINT_DAY;
      khatt_date_read_year_or_direction (cursor, &read);
    }
  else if (!read_day_of_unit (cursor, &read))
    {
      cursor->at = start;
      return FALSE;
    }
  *point = read;
  return TRUE;
}

/* The same day in a second calendar. The Gregorian one is kept: it needs no table. */
static void
read_matching_day (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  KhattDatePoint other;

  khatt_date_point_clear (&other);
  if (!khatt_date_cursor_take_sign (cursor, BETWEEN_CALENDARS))
    khatt_date_cursor_take_link (cursor, KHATT_DATE_LINK_IN);
  khatt_date_cursor_take (cursor, KHATT_ATOM_MATCHING);
  if ((!read_numeric (cursor, &other) && !read_named_day (cursor, &other)) ||
      other.shape != KHATT_POINT_DAY || other.calendar == point->calendar)
    {
      cursor->at = start;
      return;
    }
  if (other.calendar == KHATT_CALENDAR_GREGORIAN)
    {
      other.weekday = point->weekday;
      *point = other;
    }
}

static gboolean
read_calendar_day (KhattDateCursor *cursor, KhattDatePoint *point)
{
  if (read_dateline_numbers (cursor, point))
    return TRUE;
  if (!read_numeric (cursor, point) && !read_named_day (cursor, point))
    return FALSE;
  if (point->shape == KHATT_POINT_DAY)
    read_matching_day (cursor, point);
  return TRUE;
}

static gboolean
take_day_word (KhattDateCursor *cursor)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind == KHATT_ATOM_UNIT && atom->value == KHATT_DATE_UNIT_DAY && atom->count == 1)
    return khatt_date_cursor_take (cursor, KHATT_ATOM_UNIT);
  return khatt_date_cursor_take (cursor, KHATT_ATOM_DATE);
}

static gboolean
read_weekday (KhattDateCursor *cursor, KhattDatePoint *point)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind != KHATT_ATOM_WEEKDAY)
    return FALSE;
  point->weekday = (guint8) atom->value;
  if (point->shape == KHATT_POINT_NONE)
    point->shape = KHATT_POINT_WEEKDAY;
  cursor->at += atom->n_tokens;
  khatt_date_cursor_take_direction (cursor, &point->direction);
  return TRUE;
}

/* "today", and the weekday that may follow, also after a comma. */
static gboolean
read_day_offset (KhattDateCursor *cursor, KhattDatePoint *point)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);
  gsize start;

  if (atom->kind != KHATT_ATOM_DAY)
    return FALSE;
  point->shape = KHATT_POINT_DAY_OFFSET;
  point->offset = (gint16) atom->value;
  point->has_offset = TRUE;
  cursor->at += atom->n_tokens;

  start = cursor->at;
  khatt_date_cursor_take_sign (cursor, COMMAS);
  if (!read_weekday (cursor, point))
    cursor->at = start;
  return TRUE;
}

/* After a weekday: the day itself, which then is what counts. */
static void
read_day_after_weekday (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  KhattDatePoint read = *point;

  read.direction = KHATT_DATE_DIRECTION_NONE;
  khatt_date_cursor_take_sign (cursor, AFTER_WEEKDAY);
  khatt_date_cursor_take (cursor, KHATT_ATOM_MATCHING);
  if (read_calendar_day (cursor, &read))
    *point = read;
  else
    cursor->at = start;
}

/*
 * khatt_date_read_day:
 * @cursor: a cursor
 * @point: (out): the day; unchanged where there is none
 *
 * Reads one day.
 *
 * Returns: whether there is one
 */
gboolean
khatt_date_read_day (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  gboolean has_part = khatt_date_cursor_take (cursor, KHATT_ATOM_PART_OF_DAY);
  KhattDatePoint read;

  khatt_date_point_clear (&read);
  take_day_word (cursor);
  if (!read_day_offset (cursor, &read))
    read_weekday (cursor, &read);
  if (read.shape != KHATT_POINT_NONE)
    read_day_after_weekday (cursor, &read);
  else if (has_part || !read_calendar_day (cursor, &read))
    {
      cursor->at = start;
      return FALSE;
    }
  *point = read;
  return TRUE;
}
