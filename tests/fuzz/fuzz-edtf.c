/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as EDTF: what is read prints back to the same bounds and can be said in words; what is
 * refused says why in valid UTF-8.
 */

#include "fuzz-printing.h"
#include "fuzz.h"
#include "khatt-words.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const languages[] = { "ar", "en", "fr" };
  g_autoptr (GError) error = NULL;
  KhattDate date;
  KhattDate again;

  if (!khatt_date_parse ((const char *) data, (gssize) size, &date, &error))
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_cmpint (date.start_earliest, <=, date.end_latest);
  again = khatt_fuzz_check_printing (&date);
  if ((date.flags & KHATT_DATE_NOT_CANONICAL) == 0)
    g_assert_true (khatt_date_equal (&date, &again));
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      KhattWords words = khatt_words_for_language (languages[i]);
      g_autofree char *said = khatt_words_date (&words, &date, KHATT_CALENDAR_GREGORIAN);
      g_autofree char *in_hijri = khatt_words_date (&words, &date, KHATT_CALENDAR_UMALQURA);

      g_assert_true (g_utf8_validate (said, -1, NULL));
      g_assert_true (in_hijri == NULL || g_utf8_validate (in_hijri, -1, NULL));
    }
  return 0;
}
