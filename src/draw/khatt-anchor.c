/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From a date to the axis: which cell an event fills, on which side of a bound it stands. Zoom does
 * not matter here. */

#include "khatt-anchor.h"

#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_MINUTE 60
#define MONTHS_PER_SEASON 3

static gint64
floor_to (gint64 time, gint64 unit)
{
  gint64 rest = time % unit;

  if (rest < 0)
    rest += unit;

  return time < G_MININT64 + rest ? G_MININT64 : time - rest;
}

/* The first second of a month counted from year 0, held within what seconds can say. */
static gint64
first_of_month (gint64 month)
{
  gint64 year = floor_to (month, 12) / 12;
  gint64 days = khatt_days_from_civil (year, (int) (month - year * 12) + 1, 1);

  return CLAMP (days, G_MININT64 / KHATT_SECONDS_PER_DAY, G_MAXINT64 / KHATT_SECONDS_PER_DAY) *
         KHATT_SECONDS_PER_DAY;
}

static gint64
days_of (gint64 time)
{
  return floor_to (time, KHATT_SECONDS_PER_DAY) / KHATT_SECONDS_PER_DAY;
}

static int
months_of (KhattPrecision precision)
{
  switch (precision)
    {
    case KHATT_PRECISION_MILLENNIUM:
      return 12 * 1000;
    case KHATT_PRECISION_CENTURY:
      return 12 * 100;
    case KHATT_PRECISION_DECADE:
      return 12 * 10;
    case KHATT_PRECISION_YEAR:
      return 12;
    case KHATT_PRECISION_SEASON:
      return MONTHS_PER_SEASON;
    case KHATT_PRECISION_MONTH:
      return 1;
    default:
      return 0;
    }
}

static gint64
seconds_of (KhattPrecision precision)
{
  switch (precision)
    {
    case KHATT_PRECISION_HOUR:
      return SECONDS_PER_HOUR;
    case KHATT_PRECISION_MINUTE:
      return SECONDS_PER_MINUTE;
    case KHATT_PRECISION_SECOND:
      return 1;
    default:
      return KHATT_SECONDS_PER_DAY;
    }
}

/* The first second of the cell whose last second is `last`. */
static gint64
get_cell_first (gint64 last, KhattPrecision precision)
{
  int months = months_of (precision);
  gint64 year;
  int month, day;

  if (months == 0)
    return floor_to (last, seconds_of (precision));

  khatt_civil_from_days (days_of (last), &year, &month, &day);

  return MIN (first_of_month (year * 12 + month - months), last);
}

/* The last second of the cell whose first second is `first`. */
static gint64
get_cell_last (gint64 first, KhattPrecision precision)
{
  int months = months_of (precision);
  gint64 year;
  int month, day;

  if (months == 0)
    return floor_to (first, seconds_of (precision)) + seconds_of (precision) - 1;

  khatt_civil_from_days (days_of (first), &year, &month, &day);

  return MAX (first_of_month (year * 12 + month - 1 + months) - 1, first);
}

static KhattAnchor
anchor_set (const KhattDate *date)
{
  gboolean is_before = date->start_earliest == KHATT_TIME_MIN;
  gboolean is_after = date->end_latest == KHATT_TIME_MAX;

  if (is_before && is_after)
    return (KhattAnchor){ .form = KHATT_ANCHOR_NONE };

  if (is_before)
    return (KhattAnchor){
      .form = KHATT_ANCHOR_BEFORE,
      .cell_first = get_cell_first (date->end_latest, date->precision),
      .cell_last = date->end_latest,
    };

  if (is_after)
    return (KhattAnchor){
      .form = KHATT_ANCHOR_AFTER,
      .cell_first = date->start_earliest,
      .cell_last = get_cell_last (date->start_earliest, date->precision),
    };

  return (KhattAnchor){
    .form = KHATT_ANCHOR_BETWEEN,
    .cell_first = date->start_earliest,
    .cell_last = date->end_latest,
  };
}

/* An end of an interval: its own cell, or where one side of it is open, the cell at the bound. */
static gboolean
get_end_cell (gint64 first,
              gint64 last,
              KhattPrecision precision,
              gint64 *cell_first,
              gint64 *cell_last)
{
  if (first == KHATT_TIME_MIN && last == KHATT_TIME_MAX)
    return FALSE;

  *cell_first = first == KHATT_TIME_MIN ? get_cell_first (last, precision) : first;
  *cell_last = last == KHATT_TIME_MAX ? get_cell_last (first, precision) : last;

  return TRUE;
}

static KhattAnchor
anchor_interval (const KhattDate *date)
{
  KhattAnchor anchor = { .form = KHATT_ANCHOR_INTERVAL };
  guint open_start = KHATT_DATE_START_OPEN | KHATT_DATE_START_UNKNOWN;
  guint open_end = KHATT_DATE_END_OPEN | KHATT_DATE_END_UNKNOWN;
  gboolean has_start, has_end;

  has_start = !(date->flags & open_start) &&
              get_end_cell (date->start_earliest, date->start_latest, date->precision,
                            &anchor.cell_first, &anchor.cell_last);
  has_end = !(date->flags & open_end) &&
            get_end_cell (date->end_earliest, date->end_latest, date->precision, &anchor.end_first,
                          &anchor.end_last);

  if (!has_start && !has_end)
    return (KhattAnchor){ .form = KHATT_ANCHOR_NONE };

  if (!has_start)
    {
      anchor.fades_earlier = TRUE;
      anchor.cell_first = anchor.end_first;
      anchor.cell_last = anchor.end_last;
    }
  else if (!has_end)
    {
      anchor.is_ongoing = (date->flags & KHATT_DATE_END_OPEN) != 0;
      anchor.fades_later = !anchor.is_ongoing;
      anchor.end_first = anchor.cell_first;
      anchor.end_last = anchor.cell_last;
    }

  return anchor;
}

/**
 * khatt_anchor_from_date:
 * @date: a date
 *
 * Finds where a date holds on to the axis.
 *
 * Returns: its anchor; of form %KHATT_ANCHOR_NONE where it is not known or open on both sides
 */
KhattAnchor
khatt_anchor_from_date (const KhattDate *date)
{
  if (date->precision == KHATT_PRECISION_NONE)
    return (KhattAnchor){ .form = KHATT_ANCHOR_NONE };

  if (date->flags & KHATT_DATE_INTERVAL)
    return anchor_interval (date);

  if ((date->flags & KHATT_DATE_SET) || date->start_earliest == KHATT_TIME_MIN ||
      date->end_latest == KHATT_TIME_MAX)
    return anchor_set (date);

  return (KhattAnchor){
    .form = KHATT_ANCHOR_CELL,
    .cell_first = date->start_earliest,
    .cell_last = date->end_latest,
  };
}

/**
 * khatt_anchor_get_length:
 * @anchor: an anchor of any form but none
 *
 * Returns: the seconds of its cell, at least 1
 */
guint64
khatt_anchor_get_length (const KhattAnchor *anchor)
{
  guint64 length = (guint64) anchor->cell_last - (guint64) anchor->cell_first;

  return MAX (length, length + 1);
}

/**
 * khatt_anchor_get_middle:
 * @anchor: an anchor of any form but none
 *
 * Finds where the mark stands, before slots move it.
 *
 * Returns: seconds since 1970
 */
gint64
khatt_anchor_get_middle (const KhattAnchor *anchor)
{
  switch (anchor->form)
    {
    case KHATT_ANCHOR_BEFORE:
      return anchor->cell_first;
    case KHATT_ANCHOR_AFTER:
      return anchor->cell_last < KHATT_TIME_MAX ? anchor->cell_last + 1 : anchor->cell_last;
    default:
      return (gint64) ((guint64) anchor->cell_first + khatt_anchor_get_length (anchor) / 2);
    }
}

/**
 * khatt_anchor_get_reach:
 * @anchor: an anchor of any form but none
 * @first: (out): seconds since 1970
 * @last: (out): seconds since 1970, inclusive
 *
 * Finds all the time an event's ink stands for. Plates and fades reach some pixels further.
 */
void
khatt_anchor_get_reach (const KhattAnchor *anchor, gint64 *first, gint64 *last)
{
  *first = anchor->cell_first;
  *last = anchor->cell_last;

  if (anchor->form == KHATT_ANCHOR_INTERVAL)
    *last = anchor->is_ongoing ? KHATT_TIME_MAX : MAX (anchor->end_last, anchor->cell_last);
}
