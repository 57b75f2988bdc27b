/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points of time that are no day: a month or a part of it, a season, a year, and what is counted in
 * units from today, such as "last week" and "the coming days".
 */

#include "khatt-date-grammar.h"

static gboolean
stands_after_preposition (const KhattDateCursor *cursor, gsize index)
{
  return index > cursor->first &&
         khatt_date_cursor_peek_at (cursor, index - 1)->kind == KHATT_ATOM_LINK;
}

/* Words that are months and something else need company: a year, a direction, "the month of". */
static gboolean
read_month (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  KhattDatePoint read;
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);
  gboolean is_sure = atom->kind == KHATT_ATOM_PART;
  gboolean is_gregorian;

  khatt_date_point_clear (&read);
  if (khatt_date_cursor_take (cursor, KHATT_ATOM_PART))
    {
      read.part = (guint8) atom->value;
      atom = khatt_date_cursor_peek (cursor);
    }
  is_sure = is_sure || atom->kind == KHATT_ATOM_UNIT || !atom->is_doubtful;
  is_gregorian = atom->kind == KHATT_ATOM_MONTH;
  if (!khatt_date_read_month_name (cursor, &read))
    {
      cursor->at = start;
      return FALSE;
    }
  read.shape = KHATT_POINT_MONTH;
  khatt_date_read_year_or_direction (cursor, &read);
  if (!is_sure && read.year == KHATT_POINT_NO_YEAR && read.direction == 0 &&
      read.year_direction == 0 && !(is_gregorian && stands_after_preposition (cursor, start)))
    {
      cursor->at = start;
      return FALSE;
    }
  *point = read;
  return TRUE;
}

/* "the first quarter of 2025", "the second half of this year": parts of a year that EDTF has codes
 * for. */
static gboolean
read_fraction (KhattDateCursor *cursor, KhattDatePoint *point)
{
  static const int codes_before[] = { [2] = 39, [3] = 36, [4] = 32 };
  gsize start = cursor->at;
  const KhattDateAtom *fraction = khatt_date_cursor_peek (cursor);
  const KhattDateAtom *which;
  KhattDatePoint read;
  int number;

  if (!khatt_date_cursor_take (cursor, KHATT_ATOM_FRACTION))
    return FALSE;
  which = khatt_date_cursor_peek (cursor);
  number = which->kind == KHATT_ATOM_ADJECTIVE ? fraction->value : which->value;
  khatt_date_point_clear (&read);
  read.shape = KHATT_POINT_SEASON;
  if ((!khatt_date_cursor_take (cursor, KHATT_ATOM_ORDINAL) &&
       !khatt_date_cursor_take (cursor, KHATT_ATOM_ADJECTIVE)) ||
      fraction->value >= (int) G_N_ELEMENTS (codes_before) || fraction->value < 2 || number < 1 ||
      number > fraction->value || !khatt_date_read_year (cursor, &read))
    {
      cursor->at = start;
      return FALSE;
    }
  read.season = (guint8) (codes_before[fraction->value] + number);
  *point = read;
  return TRUE;
}

static gboolean
read_season (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);
  KhattDatePoint read;

  khatt_date_point_clear (&read);
  read.shape = KHATT_POINT_SEASON;
  read.season = (guint8) atom->value;
  if (!khatt_date_cursor_take (cursor, KHATT_ATOM_SEASON) ||
      (!khatt_date_read_year (cursor, &read) &&
       !khatt_date_cursor_take_direction (cursor, &read.direction)) ||
      read.year_direction != 0)
    {
      cursor->at = start;
      return FALSE;
    }
  *point = read;
  return TRUE;
}

/* "عام 2014", "مطلع 2025", "1447 هـ"; a number alone only after a preposition. */
static gboolean
read_year_alone (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);
  gboolean has_part = khatt_date_cursor_take (cursor, KHATT_ATOM_PART);
  gboolean has_word = khatt_date_take_year_word (cursor);
  gboolean is_sure = has_part || has_word || stands_after_preposition (cursor, start);
  KhattDatePoint read;

  khatt_date_point_clear (&read);
  read.shape = KHATT_POINT_YEAR;
  if (has_part)
    read.part = (guint8) atom->value;
  if (!khatt_date_read_year_number (cursor, &read) ||
      (!is_sure && read.calendar == KHATT_CALENDAR_GREGORIAN))
    {
      cursor->at = start;
      return FALSE;
    }
  *point = read;
  return TRUE;
}

/* "last week", "the coming days", "the last three months", "this year", "the end of the month". */
static gboolean
read_unit (KhattDateCursor *cursor, KhattDatePoint *point)
{
  gsize start = cursor->at;
  gboolean is_this = khatt_date_cursor_take (cursor, KHATT_ATOM_DEMONSTRATIVE);
  const KhattDateAtom *part = khatt_date_cursor_peek (cursor);
  gboolean has_part = khatt_date_cursor_take (cursor, KHATT_ATOM_PART);
  const KhattDateAtom *unit, *number;
  KhattDatePoint read;

  /* "The end of this month". */
  is_this = khatt_date_cursor_take (cursor, KHATT_ATOM_DEMONSTRATIVE) || is_this;
  unit = khatt_date_cursor_peek (cursor);
  khatt_date_point_clear (&read);
  read.shape = KHATT_POINT_UNIT;
  if (!khatt_date_cursor_take (cursor, KHATT_ATOM_UNIT) || !unit->has_article)
    {
      cursor->at = start;
      return FALSE;
    }
  read.unit = (guint8) unit->value;
  read.count = (gint16) unit->count;
  if (has_part)
    read.part = (guint8) part->value;
  number = khatt_date_cursor_peek (cursor);
  if (unit->count == 0 && (khatt_date_cursor_take (cursor, KHATT_ATOM_NUMBER) ||
                           khatt_date_cursor_take (cursor, KHATT_ATOM_DIGITS)))
    read.count = (gint16) number->value;
  if (khatt_date_cursor_take_direction (cursor, &read.direction))
    {
      *point = read;
      return TRUE;
    }
  if (unit->count != 1 || read.unit < KHATT_DATE_UNIT_WEEK || (!is_this && !has_part))
    {
      cursor->at = start;
      return FALSE;
    }
  read.direction = KHATT_DATE_DIRECTION_THIS;
  *point = read;
  return TRUE;
}

/*
 * khatt_date_read_point:
 * @cursor: a cursor
 * @point: (out): the point; unchanged where there is none
 *
 * Reads one point of time: a day, month, season, year, or one counted in units.
 *
 * Returns: whether there is one
 */
gboolean
khatt_date_read_point (KhattDateCursor *cursor, KhattDatePoint *point)
{
  return khatt_date_read_day (cursor, point) || read_month (cursor, point) ||
         read_unit (cursor, point) || read_season (cursor, point) ||
         read_fraction (cursor, point) || read_year_alone (cursor, point);
}
