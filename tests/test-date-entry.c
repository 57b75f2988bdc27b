/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-date-entry.h"

#include "khatt-words.h"

#include <string.h>

#define TODAY ((gint64) 20779 * 86400) /* 2026-11-22 */

typedef struct
{
  const char *text;
  KhattCalendar second_calendar;
  const char *edtf; /* NULL: no date */
} Case;

static void
check_date (const KhattDate *date, const char *expected)
{
  g_autofree char *edtf = date != NULL ? khatt_date_to_edtf (date) : NULL;

  g_assert_cmpstr (edtf, ==, expected);
}

static void
check (const Case *cases, guint n_cases, const char *language)
{
  KhattDateEntry entry = { .words = khatt_words_for_language (language), .today = KHATT_TIME_MIN };

  for (guint i = 0; i < n_cases; i++)
    {
      KhattDate date = KHATT_DATE_NONE;
      gboolean is_date;

      entry.second_calendar = cases[i].second_calendar;
      is_date = khatt_date_entry_parse (cases[i].text, &entry, &date);
      check_date (is_date ? &date : NULL, cases[i].edtf);
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
    { "14 صفر 1447", KHATT_CALENDAR_NONE, "2025-08-08" },
    { "14 صفر 1447", KHATT_CALENDAR_HEBREW, "2025-08-08" },
    { "14/2/1447", KHATT_CALENDAR_NONE, "1447-02-14" },
    { "17 Mordad 1404", KHATT_CALENDAR_UMALQURA, "2025-08-08" },
    { "15 آب 5785", KHATT_CALENDAR_UMALQURA, "2025-08-09" },
    { "1 Tishri 5786", KHATT_CALENDAR_HEBREW, "2025-09-23" },
    { "١ تشري ٥٧٨٥ عبرية", KHATT_CALENDAR_HEBREW, "2024-10-03" },
    { "5784 Tishri 1", KHATT_CALENDAR_HEBREW, "2023-09-16" },
    { "14 Adar II 5784", KHATT_CALENDAR_HEBREW, "2024-03-24" },
    { "14 Adar 5784", KHATT_CALENDAR_HEBREW, "2024-03-24" },
    { "14 Adar I 5784 AM", KHATT_CALENDAR_HEBREW, "2024-02-23" },
    { "14 Adar I 5785", KHATT_CALENDAR_HEBREW, NULL },
    { "١٤ آذار الثاني ٥٧٨٤", KHATT_CALENDAR_HEBREW, "2024-03-24" },
    { "14 آذار 5785", KHATT_CALENDAR_HEBREW, "2025-03-14" },
    { "14 آذار 2025", KHATT_CALENDAR_HEBREW, "2025-03-14" },
    { "15 آب 5785", KHATT_CALENDAR_HEBREW, "2025-08-09" },
    { "15 آب 2025", KHATT_CALENDAR_HEBREW, "2025-08-15" },
    { "Av 5785", KHATT_CALENDAR_HEBREW, "2025-07-26/2025-08-24" },
    { "15/12/5785", KHATT_CALENDAR_HEBREW, NULL },
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
    { "8 August 10000", KHATT_CALENDAR_UMALQURA, NULL },
    { "4294967304/8/2025", KHATT_CALENDAR_UMALQURA, NULL },
    { "2025 August 4294967304", KHATT_CALENDAR_UMALQURA, NULL },
    { "8/4294967304/2025", KHATT_CALENDAR_UMALQURA, NULL },
    { "\xff\xfe", KHATT_CALENDAR_UMALQURA, NULL },
  };

  check (cases, G_N_ELEMENTS (cases), "en");
}

/* tests/data/model/date-entry.tsv: what is typed, and the date; "-" where it is none. */
static void
test_plain_words (void)
{
  static const char *const languages[] = { "en", "ar", "fr" };
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "model", "date-entry.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (char **line = lines; *line != NULL; line++)
      {
        const KhattDateEntry entry = { khatt_words_for_language (languages[i]),
                                       KHATT_CALENDAR_UMALQURA, TODAY };
        g_auto (GStrv) fields = g_strsplit (*line, "\t", 2);
        KhattDate date;

        if (**line == '#' || **line == '\0')
          continue;
        g_test_message ("%s", *line);
        check_date (khatt_date_entry_parse (fields[0], &entry, &date) ? &date : NULL,
                    g_str_equal (fields[1], "-") ? NULL : fields[1]);
        n++;
      }
  g_assert_cmpuint (n, >=, 80 * G_N_ELEMENTS (languages));
}

/* What the program says of a date can be typed. */
static void
test_own_words (void)
{
  static const char *const languages[] = { "en", "ar" };
  static const char *const dates[] = {
    "2025-08-08",
    "2025-08",
    "2025",
    "2025-08~",
    "2025-08-08?",
    "2025~",
    "[..2025-08-08]",
    "[2025-08-08..]",
    "2025-08-06/2025-08-08",
    "2025-07-30/2025-08-08",
    "2024-12-30/2025-01-03",
    "2025-06/2025-08",
    "1990/1995",
    "[2025-08-06..2025-08-08]",
    "[2024..2025]",
    "2025-08-08/..",
    "../2025-08-08",
    "2025-08-08/",
    "/2025-08-08",
    "2025-21",
    "2025-22",
    "2025-33",
    "2025-36",
    "2025-38",
    "2025-41",
    "[2025-08-01~..2025-08-10~]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
      {
        const KhattDateEntry entry = { khatt_words_for_language (languages[i]),
                                       KHATT_CALENDAR_UMALQURA, TODAY };
        g_autofree char *said = NULL;
        KhattDate date;

        g_assert_true (khatt_date_parse (dates[j], -1, &date, NULL));
        said = khatt_words_date (&entry.words, &date, KHATT_CALENDAR_GREGORIAN);
        g_test_message ("%s: %s", dates[j], said);
        check_date (khatt_date_entry_parse (said, &entry, &date) ? &date : NULL, dates[j]);
      }
}

/* So can a day in each calendar. */
static void
test_own_days (void)
{
  static const char *const languages[] = { "en", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint calendar = KHATT_CALENDAR_GREGORIAN; calendar < KHATT_N_CALENDARS; calendar++)
      for (int month = 1; month <= 36; month++)
        {
          const KhattDateEntry entry = { khatt_words_for_language (languages[i]), calendar, TODAY };
          KhattDate day = khatt_date_from_day (2023 + (month - 1) / 12, (month - 1) % 12 + 1, 20);
          g_autofree char *said = khatt_words_date (&entry.words, &day, calendar);
          g_autofree char *edtf = khatt_date_to_edtf (&day);
          KhattDate date;

          g_test_message ("%s", said);
          check_date (khatt_date_entry_parse (said, &entry, &date) ? &date : NULL, edtf);
        }
}

/* Text that could be cut in many ways is read, or not, in no time. */
static void
test_many_ways (void)
{
  static const char *const texts[] = { "-",      " - ", "to ",       "1 to ",  "8 - ",
                                       "about ", "1?",  "من 1 إلى ", "بين 1 و" };
  const KhattDateEntry entry = { khatt_words_for_language ("en"), KHATT_CALENDAR_UMALQURA, TODAY };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GString *text = g_string_new (NULL);
      KhattDate date;

      while (text->len + strlen (texts[i]) <= 200)
        g_string_append (text, texts[i]);
      khatt_date_entry_parse (text->str, &entry, &date);
      g_string_free (text, TRUE);
    }
}

static void
test_limit (void)
{
  const KhattDateEntry entry = { .words = khatt_words_for_language ("en"),
                                 .today = KHATT_TIME_MIN };
  KhattDate date;

  for (gsize length = 200; length <= 201; length++)
    {
      g_autofree char *padding = g_strnfill (length - 10, ' ');
      g_autofree char *text = g_strconcat ("2025-08-08", padding, NULL);

      g_assert_cmpint (khatt_date_entry_parse (text, &entry, &date), ==, length == 200);
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
  g_test_add_func ("/date-entry/plain-words", test_plain_words);
  g_test_add_func ("/date-entry/our-own-words", test_own_words);
  g_test_add_func ("/date-entry/own-days-in-each-calendar", test_own_days);
  g_test_add_func ("/date-entry/many-ways", test_many_ways);
  g_test_add_func ("/date-entry/two-hundred-bytes-and-no-more", test_limit);
  return g_test_run ();
}
