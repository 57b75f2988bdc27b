/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattOutput: text that is on its way to a stream, and what writers share. */

#include "khatt-output.h"

#define FLUSH_SIZE ((gsize) 256 * 1024)

/**
 * khatt_output_flush: (skip)
 * @output: an output
 * @error: return location for a #GError
 *
 * Returns: whether everything was written
 */
gboolean
khatt_output_flush (KhattOutput *output, GError **error)
{
  gboolean is_written = g_output_stream_write_all (
      output->stream, output->text->str, output->text->len, NULL, output->cancellable, error);

  g_string_truncate (output->text, 0);
  return is_written;
}

/**
 * khatt_output_flush_often: (skip)
 * @output: an output
 * @error: return location for a #GError
 *
 * To be called after every row: it writes when there is enough.
 *
 * Returns: whether nothing went wrong
 */
gboolean
khatt_output_flush_often (KhattOutput *output, GError **error)
{
  return output->text->len < FLUSH_SIZE || khatt_output_flush (output, error);
}

static gint64
second_of_day (gint64 moment)
{
  gint64 second = moment % KHATT_SECONDS_PER_DAY;

  return second < 0 ? second + KHATT_SECONDS_PER_DAY : second;
}

/* A range, by its days where its ends are theirs. */
static char *
write_range (gint64 first, gint64 last)
{
  gboolean is_first_open = first == KHATT_TIME_MIN;
  gboolean is_last_open = last == KHATT_TIME_MAX;
  gboolean has_days = (is_first_open || second_of_day (first) == 0) &&
                      (is_last_open || second_of_day (last) == KHATT_SECONDS_PER_DAY - 1);
  gint64 rest = has_days ? KHATT_SECONDS_PER_DAY - 1 : 0;
  guint16 precision = has_days ? KHATT_PRECISION_DAY : KHATT_PRECISION_SECOND;
  KhattDate start = { first, first, first, first, precision, 0 };
  KhattDate end = { last, last, last, last, precision, 0 };
  KhattDate range;

  /* An end that is open, or not known. */
  if (last == KHATT_TIME_MIN || first == KHATT_TIME_MAX || (is_first_open && is_last_open))
    return g_strdup ("..");
  if (!is_first_open)
    start.start_latest = start.end_latest = first + rest;
  if (!is_last_open)
    end.start_earliest = end.end_earliest = last - rest;
  range = khatt_date_from_bounds (is_first_open ? NULL : &start, is_last_open ? NULL : &end,
                                  KHATT_DATE_SET);
  return khatt_date_to_edtf (&range);
}

/**
 * khatt_written_date_new: (skip)
 * @date: a date
 * @edtf: (nullable): its own text
 *
 * Returns: how to write it; clear with khatt_written_date_clear()
 */
KhattWrittenDate
khatt_written_date_new (const KhattDate *date, const char *edtf)
{
  KhattWrittenDate written = { 0 };
  KhattDate back;

  if (!khatt_date_is_known (date))
    return written;
  written.date = edtf != NULL ? g_strdup (edtf) : khatt_date_to_edtf (date);
  if (edtf != NULL || (date->flags & KHATT_DATE_INTERVAL) == 0 ||
      (khatt_date_parse (written.date, -1, &back, NULL) && khatt_date_equal (date, &back)))
    return written;

  g_clear_pointer (&written.date, g_free);
  written.start = write_range (date->start_earliest, date->start_latest);
  written.end = write_range (date->end_earliest, date->end_latest);
  return written;
}

/**
 * khatt_written_date_clear: (skip)
 * @written: what khatt_written_date_new() gave
 */
void
khatt_written_date_clear (KhattWrittenDate *written)
{
  g_clear_pointer (&written->date, g_free);
  g_clear_pointer (&written->start, g_free);
  g_clear_pointer (&written->end, g_free);
}
