/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ends of what a view shows or a filter lets pass, as text. A span from one day to another
 * reads as those days; one that somebody has zoomed to keeps its seconds. */

#include "khatt-moment.h"

static gboolean
says (const char *edtf, KhattMomentEnd end, gint64 seconds)
{
  gint64 said = 0;

  return khatt_moment_parse (edtf, end, &said) && said == seconds;
}

/**
 * khatt_moment_to_edtf:
 * @seconds: since 1970
 * @end: whether it is the first second of what is written, or the last
 *
 * Where the year has more digits than a day can be written with, the year alone has to do.
 *
 * Returns: (transfer full): a day, or a second where the day does not begin or end with it
 */
char *
khatt_moment_to_edtf (gint64 seconds, KhattMomentEnd end)
{
  KhattDate moment = { seconds, seconds, seconds, seconds, KHATT_PRECISION_SECOND, 0 };
  g_autofree char *day = NULL;
  g_autofree char *second = NULL;
  KhattDate date;
  gint64 year;
  int month, day_of_month;

  khatt_civil_from_days (khatt_days_from_seconds (seconds), &year, &month, &day_of_month);
  date = khatt_date_from_day (year, month, day_of_month);
  day = khatt_date_to_edtf (&date);
  if (says (day, end, seconds))
    return g_steal_pointer (&day);
  second = khatt_date_to_edtf (&moment);
  if (says (second, end, seconds))
    return g_steal_pointer (&second);
  date = khatt_date_from_year (CLAMP (year, KHATT_YEAR_MIN, KHATT_YEAR_MAX));
  return khatt_date_to_edtf (&date);
}

/**
 * khatt_moment_parse:
 * @edtf: (nullable): a date
 * @end: which of its ends
 * @seconds: (out): that end, seconds since 1970
 *
 * Returns: whether @edtf is a date that has that end
 */
gboolean
khatt_moment_parse (const char *edtf, KhattMomentEnd end, gint64 *seconds)
{
  KhattDate date;
  gint64 found;

  if (edtf == NULL || !khatt_date_parse (edtf, -1, &date, NULL) || !khatt_date_is_known (&date))
    return FALSE;
  found = end == KHATT_MOMENT_FIRST ? khatt_date_first (&date) : khatt_date_last (&date);
  if (found == KHATT_TIME_MIN || found == KHATT_TIME_MAX)
    return FALSE;
  *seconds = found;
  return TRUE;
}
