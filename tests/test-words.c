/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-words.h"

typedef struct
{
  const char *edtf;
  const char *expected;
} Case;

static KhattDate
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  KhattDate date;

  khatt_date_parse (edtf, -1, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
check_cases (const char *language, KhattCalendar calendar, const Case *cases, gsize n_cases)
{
  KhattWords words = khatt_words_for_language (language);

  for (gsize i = 0; i < n_cases; i++)
    {
      KhattDate date = parse (cases[i].edtf);
      g_autofree char *text = khatt_words_date (&words, &date, calendar);

      g_test_message ("%s", cases[i].edtf);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "2025-08-08", "Friday 8 August 2025" },
    { "2025-08", "August 2025" },
    { "2025", "2025" },
    { "-0043-03-15", "Friday 15 March 44 BCE" },
    { "193X", "between 1930 and 1939" },
    { "2025-21", "spring 2025" },
    { "2025-36", "last quarter of 2025" },
    { "2025-41", "second half of 2025" },
    { "2025-08-08T10:30:00Z", "8 August 2025, 10:30 UTC" },
    { "2025-08-08T10:30:05Z", "8 August 2025, 10:30:05 UTC" },
    { "2025-08-08~", "about 8 August 2025" },
    { "2025-08-08?", "8 August 2025 (uncertain)" },
    { "2025%", "about 2025 (uncertain)" },
  };
  check_cases ("en", KHATT_CALENDAR_GREGORIAN, cases, G_N_ELEMENTS (cases));
}

static void
test_english_ranges (void)
{
  static const Case cases[] = {
    { "2025-08-06/2025-08-08", "6 – 8 August 2025" },
    { "2025-08-30/2025-09-02", "30 August – 2 September 2025" },
    { "2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026" },
    { "2025-08/2025-10", "August – October 2025" },
    { "2024/2025", "2024 – 2025" },
    { "2004-02-01/2005", "1 February 2004 – 2005" },
    { "2025-08-08/..", "from 8 August 2025 on" },
    { "../2025-08-08", "until 8 August 2025" },
    { "2025-08-08/", "from 8 August 2025 to an unknown date" },
    { "/2025-08-08", "from an unknown date to 8 August 2025" },
    { "../..", "without beginning or end" },
    { "[..2025-08-08]", "8 August 2025 or earlier" },
    { "[2025-08-08..]", "8 August 2025 or later" },
    { "[2025-08-06..2025-08-08]", "between 6 and 8 August 2025" },
    { "[2024..2026]", "between 2024 and 2026" },
    { "2025-08-06~/2025-08-08~", "6 – 8 August 2025, approximately" },
  };
  check_cases ("en", KHATT_CALENDAR_GREGORIAN, cases, G_N_ELEMENTS (cases));
}

static void
test_arabic (void)
{
  static const Case cases[] = {
    { "2025-08-08", "الجمعة ٨ أغسطس ٢٠٢٥" },
    { "2025-08", "أغسطس ٢٠٢٥" },
    { "2025", "٢٠٢٥" },
    { "193X", "بين عامي ١٩٣٠ و١٩٣٩" },
    { "2025-22", "صيف ٢٠٢٥" },
    { "2025-33", "الربع الأول من عام ٢٠٢٥" },
    { "2025~", "نحو عام ٢٠٢٥" },
    { "2025-08-08?", "٨ أغسطس ٢٠٢٥ (غير مؤكد)" },
    { "2025-08-08T10:30:00Z", "٨ أغسطس ٢٠٢٥، ١٠:٣٠ بالتوقيت العالمي" },
  };
  check_cases ("ar", KHATT_CALENDAR_GREGORIAN, cases, G_N_ELEMENTS (cases));
}

static void
test_arabic_ranges (void)
{
  static const Case cases[] = {
    { "2025-08-06/2025-08-08", "من ٦ إلى ٨ أغسطس ٢٠٢٥" },
    { "2025-08/2025-10", "من أغسطس إلى أكتوبر ٢٠٢٥" },
    { "2024/2025", "من عام ٢٠٢٤ إلى عام ٢٠٢٥" },
    { "2025-08-08/..", "ابتداءً من ٨ أغسطس ٢٠٢٥" },
    { "../2025", "حتى عام ٢٠٢٥" },
    { "2025-08-08/", "من ٨ أغسطس ٢٠٢٥ إلى تاريخ غير معروف" },
    { "[..2025-08-08]", "٨ أغسطس ٢٠٢٥ أو قبله" },
    { "[2025-08-08..]", "٨ أغسطس ٢٠٢٥ أو بعده" },
    { "[2025-08-06..2025-08-08]", "بين ٦ و٨ أغسطس ٢٠٢٥" },
    { "[2024..2026]", "بين عامي ٢٠٢٤ و٢٠٢٦" },
    { "[..2025]", "عام ٢٠٢٥ أو قبله" },
  };
  check_cases ("ar", KHATT_CALENDAR_GREGORIAN, cases, G_N_ELEMENTS (cases));
}

static void
test_umalqura (void)
{
  static const Case english[] = {
    { "2025-08-08", "14 Safar 1447 AH" },
    { "2025-08-06/2025-08-08", "12 – 14 Safar 1447 AH" },
    { "2025-08", "Safar – Rabiʻ I 1447 AH" },
    { "2025", "1446 – 1447 AH" },
    { "1850", NULL },
    { "[1850..2025]", NULL },
  };
  static const Case arabic[] = {
    { "2025-08-08", "١٤ صفر ١٤٤٧ هـ" },
    { "[..2025-08-08]", "١٤ صفر ١٤٤٧ هـ أو قبله" },
  };

  check_cases ("en", KHATT_CALENDAR_UMALQURA, english, G_N_ELEMENTS (english));
  check_cases ("ar", KHATT_CALENDAR_UMALQURA, arabic, G_N_ELEMENTS (arabic));
}

static void
test_hebrew (void)
{
  static const Case english[] = {
    { "2025-08-09", "15 Av 5785 AM" },
    { "2024-02-23/2024-03-24", "14 Adar I – 14 Adar II 5784 AM" },
  };
  static const Case arabic[] = { { "2025-08-09", "١٥ آب ٥٧٨٥ عبرية" } };

  check_cases ("en", KHATT_CALENDAR_HEBREW, english, G_N_ELEMENTS (english));
  check_cases ("ar", KHATT_CALENDAR_HEBREW, arabic, G_N_ELEMENTS (arabic));
}

static void
test_persian (void)
{
  static const Case english[] = { { "2025-08-08", "17 Mordad 1404 SH" } };
  static const Case arabic[] = { { "2025-08-08", "١٧ مرداد ١٤٠٤ هـ.ش" } };

  check_cases ("en", KHATT_CALENDAR_PERSIAN, english, G_N_ELEMENTS (english));
  check_cases ("ar", KHATT_CALENDAR_PERSIAN, arabic, G_N_ELEMENTS (arabic));
}

static void
test_other_languages (void)
{
  static const Case french[] = {
    { "2025-08-08", "vendredi 8 août 2025" },
    { "[..2025-08-08]", "≤ 8 août 2025" },
    { "2025-08-06/2025-08-08", "6 août 2025 – 8 août 2025" },
    { "2025~", "≈ 2025" },
  };
  static const Case japanese[] = { { "2025-08-08", "2025年8月8日金曜日" } };
  static const Case polish[] = { { "2025-08", "sierpień 2025" },
                                 { "2025-08-08?", "8 sierpnia 2025 (?)" } };

  check_cases ("fr", KHATT_CALENDAR_GREGORIAN, french, G_N_ELEMENTS (french));
  check_cases ("ja", KHATT_CALENDAR_GREGORIAN, japanese, G_N_ELEMENTS (japanese));
  check_cases ("pl", KHATT_CALENDAR_GREGORIAN, polish, G_N_ELEMENTS (polish));
}

static void
test_undated (void)
{
  KhattWords arabic = khatt_words_for_language ("ar"), english = khatt_words_for_language ("en");
  KhattDate none = KHATT_DATE_NONE;
  g_autofree char *in_arabic = khatt_words_date (&arabic, &none, KHATT_CALENDAR_GREGORIAN);
  g_autofree char *in_english = khatt_words_date (&english, &none, KHATT_CALENDAR_UMALQURA);

  g_assert_cmpstr (in_arabic, ==, "بلا تاريخ");
  g_assert_cmpstr (in_english, ==, "undated");
}

static void
test_languages (void)
{
  static const struct
  {
    const char *locale;
    const char *language;
    KhattMonths months;
    KhattDigits digits;
  } cases[] = {
    { "ar", "ar", KHATT_MONTHS_EGYPT, KHATT_DIGITS_ARABIC },
    { "ar_EG.UTF-8", "ar", KHATT_MONTHS_EGYPT, KHATT_DIGITS_ARABIC },
    { "ar-LB", "ar", KHATT_MONTHS_LEVANT, KHATT_DIGITS_ARABIC },
    { "ar_MA", "ar", KHATT_MONTHS_MOROCCO, KHATT_DIGITS_LATIN },
    { "en_US", "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "C", "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "POSIX", "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "", "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { NULL, "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "x", "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "a1", "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "../../etc", "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "عربي", "en", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "qqq", "qqq", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
    { "FR", "fr", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattWords words = khatt_words_for_language (cases[i].locale);

      g_autofree char *august = khatt_calendar_dup_month_name (KHATT_CALENDAR_GREGORIAN, 2025, 8,
                                                               KHATT_WIDTH_WIDE, &words);

      g_assert_cmpstr (words.language, ==, cases[i].language);
      g_assert_cmpint (august[0], !=, '\0');
      g_assert_cmpint (words.months, ==, cases[i].months);
      g_assert_cmpint (words.digits, ==, cases[i].digits);
    }
}

static void
test_numbers (void)
{
  KhattWords arabic = khatt_words_for_language ("ar"), english = khatt_words_for_language ("en");
  g_autofree char *in_arabic = khatt_words_number (&arabic, 1234567890);
  g_autofree char *in_english = khatt_words_number (&english, -42);

  g_assert_cmpstr (in_arabic, ==, "١٢٣٤٥٦٧٨٩٠");
  g_assert_cmpstr (in_english, ==, "-42");
}

static void
test_counts (void)
{
  static const struct
  {
    guint64 count;
    const char *arabic;
    const char *english;
  } cases[] = {
    { 0, "٠", "0" },
    { 999, "٩٩٩", "999" },
    { 1000, "١٬٠٠٠", "1\u202f000" },
    { 27588, "٢٧٬٥٨٨", "27\u202f588" },
    { 1234567890, "١٬٢٣٤٬٥٦٧٬٨٩٠", "1\u202f234\u202f567\u202f890" },
  };
  KhattWords arabic = khatt_words_for_language ("ar"), english = khatt_words_for_language ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *in_arabic = khatt_words_count (&arabic, cases[i].count);
      g_autofree char *in_english = khatt_words_count (&english, cases[i].count);

      g_assert_cmpstr (in_arabic, ==, cases[i].arabic);
      g_assert_cmpstr (in_english, ==, cases[i].english);
    }
}

static void
test_spans (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *arabic;
    const char *english;
  } cases[] = {
    { "2025-08-05", "2025-08-11", "٥ – ١١ أغسطس ٢٠٢٥", "5 – 11 August 2025" },
    { "2025-08-08", "2025-08-08", "٨ أغسطس ٢٠٢٥", "8 August 2025" },
    { "2025-07-28", "2025-08-11", "٢٨ يوليو – ١١ أغسطس ٢٠٢٥", "28 July – 11 August 2025" },
    { "2025-01-10", "2025-08-11", "يناير – أغسطس ٢٠٢٥", "January – August 2025" },
    { "2024-12-10", "2025-08-11", "ديسمبر ٢٠٢٤ – أغسطس ٢٠٢٥", "December 2024 – August 2025" },
    { "2010-12-10", "2025-08-11", "٢٠١٠ – ٢٠٢٥", "2010 – 2025" },
    { "2025-08-08T10:00:00", "2025-08-08T12:30:00", "٨ أغسطس ٢٠٢٥، ١٠:٠٠ – ١٢:٣٠ بالتوقيت العالمي",
      "8 August 2025, 10:00 – 12:30 UTC" },
  };
  KhattWords arabic = khatt_words_for_language ("ar"), english = khatt_words_for_language ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate first = parse (cases[i].first), last = parse (cases[i].last);
      g_autofree char *in_arabic = khatt_words_span (
          &arabic, khatt_date_first (&first), khatt_date_last (&last), KHATT_CALENDAR_GREGORIAN);
      g_autofree char *in_english = khatt_words_span (
          &english, khatt_date_first (&first), khatt_date_last (&last), KHATT_CALENDAR_GREGORIAN);

      g_assert_cmpstr (in_arabic, ==, cases[i].arabic);
      g_assert_cmpstr (in_english, ==, cases[i].english);
    }
}

static void
test_open_span (void)
{
  KhattWords words = khatt_words_for_language ("en");
  g_autofree char *whole =
      khatt_words_span (&words, KHATT_TIME_MIN, KHATT_TIME_MAX, KHATT_CALENDAR_GREGORIAN);
  g_autofree char *beyond =
      khatt_words_span (&words, KHATT_TIME_MIN, KHATT_TIME_MAX, KHATT_CALENDAR_UMALQURA);

  g_assert_cmpstr (whole, ==, "292277022658 BCE – 292277026596");
  g_assert_null (beyond);
}

static void
test_periods (void)
{
  static const struct
  {
    const char *first; /* of which the beginning counts */
    const char *last;
    const char *arabic;
    const char *english;
  } cases[] = {
    { "2025", "2025", "٢٠٢٥", "2025" },
    { "2024", "2025", "٢٠٢٤ – ٢٠٢٥", "2024 – 2025" },
    { "2025-08", "2025-08", "أغسطس ٢٠٢٥", "August 2025" },
    { "2025-08", "2025-10", "أغسطس – أكتوبر ٢٠٢٥", "August – October 2025" },
    { "2024-12", "2025", "ديسمبر ٢٠٢٤ – ديسمبر ٢٠٢٥", "December 2024 – December 2025" },
    { "2025-08-05", "2025-08-11", "٥ – ١١ أغسطس ٢٠٢٥", "5 – 11 August 2025" },
    { "2010-03-05", "2025-08-11", "٥ مارس ٢٠١٠ – ١١ أغسطس ٢٠٢٥", "5 March 2010 – 11 August 2025" },
    { "2025-08-08", "2025-08-08", "٨ أغسطس ٢٠٢٥", "8 August 2025" },
    { "2025", "2025/..", "٢٠٢٥", "2025" },
    { "../2025-08", "2025-08", "أغسطس ٢٠٢٥", "August 2025" },
    { "2025-08-08", "2025-08-08/..", "٨ أغسطس ٢٠٢٥", "8 August 2025" },
    /* A whole month of the other calendar; a day more is none. */
    { "2025-03-01", "2025-03-29", "رمضان ١٤٤٦ هـ", "Ramadan 1446 AH" },
    { "2025-03-01", "2025-03-30", "١ – ٣٠ مارس ٢٠٢٥", "1 – 30 March 2025" },
  };
  KhattWords arabic = khatt_words_for_language ("ar"), english = khatt_words_for_language ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate start = parse (cases[i].first), end = parse (cases[i].last);
      gint64 first = khatt_date_first (&start), last = khatt_date_last (&end);
      g_autofree char *in_arabic = khatt_words_period (
          &arabic, first, last, KHATT_CALENDAR_GREGORIAN, KHATT_CALENDAR_UMALQURA);
      g_autofree char *in_english = khatt_words_period (
          &english, first, last, KHATT_CALENDAR_GREGORIAN, KHATT_CALENDAR_UMALQURA);

      g_assert_cmpstr (in_arabic, ==, cases[i].arabic);
      g_assert_cmpstr (in_english, ==, cases[i].english);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/periods", test_periods);
  g_test_add_func ("/words/english-dates", test_english);
  g_test_add_func ("/words/english-ranges", test_english_ranges);
  g_test_add_func ("/words/arabic-dates", test_arabic);
  g_test_add_func ("/words/arabic-ranges", test_arabic_ranges);
  g_test_add_func ("/words/umalqura", test_umalqura);
  g_test_add_func ("/words/persian", test_persian);
  g_test_add_func ("/words/hebrew", test_hebrew);
  g_test_add_func ("/words/other-languages-use-signs", test_other_languages);
  g_test_add_func ("/words/undated", test_undated);
  g_test_add_func ("/words/languages-and-regions", test_languages);
  g_test_add_func ("/words/numbers-in-chosen-digits", test_numbers);
  g_test_add_func ("/words/counts-in-groups", test_counts);
  g_test_add_func ("/words/spans-are-short", test_spans);
  g_test_add_func ("/words/span-of-all-time", test_open_span);
  return g_test_run ();
}
