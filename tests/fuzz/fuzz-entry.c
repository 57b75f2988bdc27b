/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a date that somebody types: what is understood is a date that prints and reads back.
 */

#include "fuzz-printing.h"
#include "fuzz.h"
#include "khatt-date-entry.h"
#include "khatt-words.h"

#define TODAY ((gint64) 20779 * 86400) /* 2026-11-22 */

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  for (guint calendar = KHATT_CALENDAR_NONE; calendar < KHATT_N_CALENDARS; calendar++)
    {
      const KhattDateEntry entry = { khatt_words_for_language (size % 2 == 0 ? "ar" : "en"),
                                     calendar, TODAY };
      KhattDate date;

      if (khatt_date_entry_parse (text, &entry, &date))
        khatt_fuzz_check_printing (&date);
    }
  return 0;
}
