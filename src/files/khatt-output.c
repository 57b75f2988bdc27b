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

static char *
write_range (gint64 first, gint64 last)
{
  KhattDate start = { first, first, first, first, KHATT_PRECISION_SECOND, 0 };
  KhattDate end = { last, last, last, last, KHATT_PRECISION_SECOND, 0 };
  KhattDate range = khatt_date_from_bounds (first == KHATT_TIME_MIN ? NULL : &start,
                                            last == KHATT_TIME_MAX ? NULL : &end, KHATT_DATE_SET);

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
