/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-date-entry.h"

#include "khatt-words.h"

typedef struct
{
  const char *text;
  KhattCalendar second_calendar;
  const char *edtf; /* NULL: no date */
} Case;

static void
check (const Case *cases, guint n_cases, const char *language)
{
  KhattWords words = khatt_words_for_language (language);

  for (guint i = 0; i < n_cases; i++)
    {
      KhattDate date = KHATT_DATE_NONE;
      gboolean is_date =
          khatt_date_entry_parse (cases[i].text, &words, cases[i].second_calendar, &date);
      g_autofree char *edtf = is_date ? khatt_date_to_edtf (&date) : NULL;

      g_assert_cmpstr (edtf, ==, cases[i].edtf);
    }
}

static void
test_edtf (void)
{
  static const Case cases[] = {
    { "2025-08-08", KHATT_CALENDAR_NONE, "2025-08-08" },
    { " 2025-08 ", KHATT_CALENDAR_NONE, "2025-08" },
    { "2025", KHATT_CALENDAR_UMALQURA, "2025" },
    { "1447", KHATT_CALENDAR_UMALQURA, "1447" },
    { "2025-08-06/2025-08-08", KHATT_CALENDAR_NONE, "2025-08-06/2025-08-08" },
    { "٢٠٢٥-٠٨-٠٨", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "2025-08-08?", KHATT_CALENDAR_NONE, "2025-08-08?" },
  };

  check (cases, G_N_ELEMENTS (cases), "en");
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "8/8/2025", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "31.12.2024", KHATT_CALENDAR_NONE, "2024-12-31" },
    { "2025/3/9", KHATT_CALENDAR_NONE, "2025-03-09" },
    { "٨/٨/٢٠٢٥", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "8/2025", KHATT_CALENDAR_NONE, "2025-08" },
    { "29/2/2024", KHATT_CALENDAR_NONE, "2024-02-29" },
  };

  check (cases, G_N_ELEMENTS (cases), "en");
}

static void
test_month_names (void)
{
  static const Case cases[] = {
    { "8 August 2025", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "August 8, 2025", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "Friday 8 aug 2025", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "AUGUST 2025", KHATT_CALENDAR_NONE, "2025-08" },
    { "2025 May 3", KHATT_CALENDAR_NONE, "2025-05-03" },
    { "الجمعة ٨ أغسطس ٢٠٢٥", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "8 آب 2025", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "٣ كانون الثاني ٢٠٢٦", KHATT_CALENDAR_NONE, "2026-01-03" },
    { "3 كانون الأول 2026", KHATT_CALENDAR_NONE, "2026-12-03" },
    { "غشت 2025", KHATT_CALENDAR_NONE, "2025-08" },
  };

  check (cases, G_N_ELEMENTS (cases), "ar");
  check (cases, G_N_ELEMENTS (cases), "en");
}

static void
test_second_calendar (void)
{
  static const Case cases[] = {
    { "14/2/1447", KHATT_CALENDAR_UMALQURA, "2025-08-08" },
    { "1447/2/14", KHATT_CALENDAR_UMALQURA, "2025-08-08" },
    { "١٤ صفر ١٤٤٧ هـ", KHATT_CALENDAR_UMALQURA, "2025-08-08" },
    { "1 ربيع الآخر 1447", KHATT_CALENDAR_UMALQURA, "2025-09-23" },
    { "1 ربيع الأول 1447", KHATT_CALENDAR_UMALQURA, "2025-08-24" },
    { "صفر 1447", KHATT_CALENDAR_UMALQURA, "2025-07-26/2025-08-23" },
    { "17/5/1404", KHATT_CALENDAR_PERSIAN, "2025-08-08" },
    { "30/2/1447", KHATT_CALENDAR_UMALQURA, NULL },
    { "14 صفر 1447", KHATT_CALENDAR_NONE, NULL },
  };

  check (cases, G_N_ELEMENTS (cases), "ar");
}

static void
test_refused (void)
{
  static const Case cases[] = {
    { "", KHATT_CALENDAR_UMALQURA, NULL },
    { "   ", KHATT_CALENDAR_UMALQURA, NULL },
    { "tomorrow", KHATT_CALENDAR_UMALQURA, NULL },
    { "August", KHATT_CALENDAR_UMALQURA, NULL },
    { "31/2/2025", KHATT_CALENDAR_UMALQURA, NULL },
    { "29 February 2025", KHATT_CALENDAR_UMALQURA, NULL },
    { "8/13/2025", KHATT_CALENDAR_UMALQURA, NULL },
    { "8/8", KHATT_CALENDAR_UMALQURA, NULL },
    { "1 2 3 4", KHATT_CALENDAR_UMALQURA, NULL },
    { "8 August 99999999999999999999", KHATT_CALENDAR_UMALQURA, NULL },
    { "0/8/2025", KHATT_CALENDAR_UMALQURA, NULL },
    { "4294967304/8/2025", KHATT_CALENDAR_UMALQURA, NULL },
    { "2025 August 4294967304", KHATT_CALENDAR_UMALQURA, NULL },
    { "8/4294967304/2025", KHATT_CALENDAR_UMALQURA, NULL },
    { "\xff\xfe", KHATT_CALENDAR_UMALQURA, NULL },
  };

  check (cases, G_N_ELEMENTS (cases), "en");
}

static void
test_limit (void)
{
  KhattWords words = khatt_words_for_language ("en");
  KhattDate date;

  for (gsize length = 200; length <= 201; length++)
    {
      g_autofree char *padding = g_strnfill (length - 10, ' ');
      g_autofree char *text = g_strconcat ("2025-08-08", padding, NULL);

      g_assert_cmpint (khatt_date_entry_parse (text, &words, KHATT_CALENDAR_NONE, &date), ==,
                       length == 200);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-entry/edtf", test_edtf);
  g_test_add_func ("/date-entry/numbers-day-first-or-year-first", test_numbers);
  g_test_add_func ("/date-entry/names-of-months", test_month_names);
  g_test_add_func ("/date-entry/the-second-calendar", test_second_calendar);
  g_test_add_func ("/date-entry/what-is-no-date", test_refused);
  g_test_add_func ("/date-entry/two-hundred-bytes-and-no-more", test_limit);
  return g_test_run ();
}
