/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-calendar.h"
#include "khatt-civil.h"
#include "khatt-words.h"

static const struct
{
  KhattCalendar calendar;
  KhattCalendarDay gregorian;
  KhattCalendarDay expected;
} known_days[] = {
  { KHATT_CALENDAR_GREGORIAN, { 2025, 8, 8 }, { 2025, 8, 8 } },
  { KHATT_CALENDAR_UMALQURA, { 2025, 8, 8 }, { 1447, 2, 14 } },
  { KHATT_CALENDAR_UMALQURA, { 2015, 8, 10 }, { 1436, 10, 25 } },
  { KHATT_CALENDAR_UMALQURA, { 2024, 3, 11 }, { 1445, 9, 1 } },
  { KHATT_CALENDAR_UMALQURA, { 1882, 11, 12 }, { 1300, 1, 1 } },
  { KHATT_CALENDAR_PERSIAN, { 2025, 8, 8 }, { 1404, 5, 17 } },
  { KHATT_CALENDAR_PERSIAN, { 2025, 3, 21 }, { 1404, 1, 1 } },
  { KHATT_CALENDAR_PERSIAN, { 1979, 2, 11 }, { 1357, 11, 22 } },
  { KHATT_CALENDAR_PERSIAN, { 2025, 3, 20 }, { 1403, 12, 30 } },
  /* Rosh Hashanah. */
  { KHATT_CALENDAR_HEBREW, { 2026, 9, 12 }, { 5787, 1, 1 } },
  { KHATT_CALENDAR_HEBREW, { 2025, 9, 23 }, { 5786, 1, 1 } },
  { KHATT_CALENDAR_HEBREW, { 2024, 10, 3 }, { 5785, 1, 1 } },
  { KHATT_CALENDAR_HEBREW, { 2023, 9, 16 }, { 5784, 1, 1 } },
  { KHATT_CALENDAR_HEBREW, { 2022, 9, 26 }, { 5783, 1, 1 } },
  { KHATT_CALENDAR_HEBREW, { 2000, 9, 30 }, { 5761, 1, 1 } },
  /* Purim in a leap year and in a common one, the day of Adar I before, Passover. */
  { KHATT_CALENDAR_HEBREW, { 2024, 3, 24 }, { 5784, 7, 14 } },
  { KHATT_CALENDAR_HEBREW, { 2024, 2, 23 }, { 5784, 6, 14 } },
  { KHATT_CALENDAR_HEBREW, { 2025, 3, 14 }, { 5785, 7, 14 } },
  { KHATT_CALENDAR_HEBREW, { 2025, 4, 13 }, { 5785, 8, 15 } },
  { KHATT_CALENDAR_HEBREW, { 1948, 5, 14 }, { 5708, 9, 5 } },
  { KHATT_CALENDAR_HEBREW, { 1973, 10, 6 }, { 5734, 1, 10 } },
};

static gint64
count_days (const KhattCalendarDay *day)
{
  return khatt_days_from_civil (day->year, day->month, day->day);
}

static void
test_known_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_days); i++)
    {
      KhattCalendarDay day;
      gint64 days;

      g_assert_true (khatt_calendar_day_from_days (known_days[i].calendar,
                                                   count_days (&known_days[i].gregorian), &day));
      g_assert_cmpint (day.year, ==, known_days[i].expected.year);
      g_assert_cmpint (day.month, ==, known_days[i].expected.month);
      g_assert_cmpint (day.day, ==, known_days[i].expected.day);
      g_assert_true (khatt_calendar_day_to_days (known_days[i].calendar, &day, &days));
      g_assert_cmpint (days, ==, count_days (&known_days[i].gregorian));
    }
}

static void
test_umalqura_ends (void)
{
  const KhattCalendarDay first = { 1300, 1, 1 }, last_month = { 1600, 12, 1 },
                         after = { 1601, 1, 1 };
  const KhattCalendarDay before = { 1299, 12, 1 };
  KhattCalendarDay day = { 7, 7, 7 };
  gint64 first_days, last_days, days = 7;

  g_assert_true (khatt_calendar_day_to_days (KHATT_CALENDAR_UMALQURA, &first, &first_days));
  g_assert_true (khatt_calendar_day_to_days (KHATT_CALENDAR_UMALQURA, &last_month, &last_days));
  last_days += khatt_calendar_days_in_month (KHATT_CALENDAR_UMALQURA, 1600, 12) - 1;

  g_assert_true (khatt_calendar_day_from_days (KHATT_CALENDAR_UMALQURA, last_days, &day));
  g_assert_cmpint (day.year, ==, 1600);
  g_assert_false (khatt_calendar_day_from_days (KHATT_CALENDAR_UMALQURA, last_days + 1, &day));
  g_assert_false (khatt_calendar_day_from_days (KHATT_CALENDAR_UMALQURA, first_days - 1, &day));
  g_assert_cmpint (day.year, ==, 1600);
  g_assert_false (khatt_calendar_day_to_days (KHATT_CALENDAR_UMALQURA, &before, &days));
  g_assert_false (khatt_calendar_day_to_days (KHATT_CALENDAR_UMALQURA, &after, &days));
  g_assert_cmpint (days, ==, 7);
}

static void
test_no_such_day (void)
{
  static const struct
  {
    KhattCalendar calendar;
    KhattCalendarDay day;
  } cases[] = {
    { KHATT_CALENDAR_GREGORIAN, { 2025, 2, 29 } },
    { KHATT_CALENDAR_GREGORIAN, { 2025, 0, 1 } },
    { KHATT_CALENDAR_UMALQURA, { 1447, 13, 1 } },
    { KHATT_CALENDAR_UMALQURA, { 1447, 1, 31 } },
    { KHATT_CALENDAR_UMALQURA, { G_MAXINT64, 1, 1 } },
    { KHATT_CALENDAR_PERSIAN, { 1404, 12, 30 } },
    { KHATT_CALENDAR_PERSIAN, { 1404, 5, 0 } },
    { KHATT_CALENDAR_HEBREW, { 5785, 6, 1 } }, /* Adar I of a common year */
    { KHATT_CALENDAR_HEBREW, { 5785, 14, 1 } },
    { KHATT_CALENDAR_HEBREW, { 4118, 1, 1 } },
    { KHATT_CALENDAR_HEBREW, { 7000, 1, 1 } },
    { KHATT_CALENDAR_NONE, { 2025, 8, 8 } },
    { KHATT_CALENDAR_GREGORIAN, { G_MININT64, 1, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 days;
      g_assert_false (khatt_calendar_day_to_days (cases[i].calendar, &cases[i].day, &days));
    }
}

static void
check_every_day (KhattCalendar calendar, gint64 first_year, gint64 last_year)
{
  gint64 expected = G_MININT64;

  for (gint64 year = first_year; year <= last_year; year++)
    for (int month = 1; month <= khatt_calendar_get_most_months (calendar); month++)
      {
        int n_days = khatt_calendar_days_in_month (calendar, year, month);

        if (n_days == 0 && calendar == KHATT_CALENDAR_HEBREW && month == 6)
          continue;
        g_assert_cmpint (n_days, >=, 29);
        g_assert_cmpint (n_days, <=, 31);
        for (int day = 1; day <= n_days; day++)
          {
            const KhattCalendarDay named = { year, month, day };
            KhattCalendarDay again;
            gint64 days;

            g_assert_true (khatt_calendar_day_to_days (calendar, &named, &days));
            if (expected != G_MININT64)
              g_assert_cmpint (days, ==, expected);
            expected = days + 1;
            g_assert_true (khatt_calendar_day_from_days (calendar, days, &again));
            g_assert_true (again.year == year && again.month == month && again.day == day);
          }
      }
}

static void
test_every_day_of_umalqura (void)
{
  check_every_day (KHATT_CALENDAR_UMALQURA, 1300, 1600);
}

static void
test_every_day_of_persian (void)
{
  check_every_day (KHATT_CALENDAR_PERSIAN, 1200, 1500);
}

static void
test_every_day_of_hebrew (void)
{
  check_every_day (KHATT_CALENDAR_HEBREW, 4119, 4300);
  check_every_day (KHATT_CALENDAR_HEBREW, 5500, 6000);
}

/* Seven years of nineteen have a month more; a year has one of six lengths. */
static void
test_hebrew_years (void)
{
  for (gint64 year = 5700; year < 5700 + 19 * 10; year++)
    {
      static const int places[] = { 0, 3, 6, 8, 11, 14, 17 };
      gboolean is_leap = FALSE;
      KhattCalendarDay day = { year, 1, 1 };
      gint64 first, after;
      guint n_months = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        is_leap |= year % 19 == places[i];
      g_assert_true (khatt_calendar_day_to_days (KHATT_CALENDAR_HEBREW, &day, &first));
      for (; day.year == year; n_months++)
        khatt_calendar_step_month (KHATT_CALENDAR_HEBREW, &day);
      g_assert_true (day.year == year + 1 && day.month == 1 && day.day == 1);
      g_assert_cmpuint (n_months, ==, is_leap ? 13 : 12);
      g_assert_true (khatt_calendar_day_to_days (KHATT_CALENDAR_HEBREW, &day, &after));
      g_assert_cmpint (after - first, >=, is_leap ? 383 : 353);
      g_assert_cmpint (after - first, <=, is_leap ? 385 : 355);
      g_assert_cmpint (khatt_calendar_days_in_month (KHATT_CALENDAR_HEBREW, year, 6), ==,
                       is_leap ? 30 : 0);
    }
}

static gpointer
convert_days (gpointer data)
{
  KhattWords words = khatt_words_for_language ("ar");
  gint64 sum = 0;

  for (gint64 days = 0; days < 20000; days++)
    {
      g_autofree char *name = NULL;
      KhattCalendarDay day;

      g_assert_true (khatt_calendar_day_from_days (KHATT_CALENDAR_UMALQURA, days, &day));
      name = khatt_calendar_dup_month_name (KHATT_CALENDAR_UMALQURA, day.year, day.month,
                                            KHATT_WIDTH_SHORT, &words);
      g_assert_cmpint (name[0], !=, '\0');
      sum += day.year * 10000 + day.month * 100 + day.day;
    }
  return GSIZE_TO_POINTER ((gsize) sum);
}

static void
test_threads (void)
{
  GThread *threads[4];
  gpointer sums[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("convert", convert_days, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    sums[i] = g_thread_join (threads[i]);
  for (gsize i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (sums[i] == sums[0]);
}

static const struct
{
  const char *locale;
  KhattCalendar calendar;
  int month;
  KhattWidth width;
  const char *expected;
  gint64 year; /* where the name depends on it */
} month_names[] = {
  { "ar_EG", KHATT_CALENDAR_GREGORIAN, 8, KHATT_WIDTH_WIDE, "أغسطس" },
  { "ar_SY", KHATT_CALENDAR_GREGORIAN, 8, KHATT_WIDTH_WIDE, "آب" },
  { "ar_LB", KHATT_CALENDAR_GREGORIAN, 1, KHATT_WIDTH_SHORT, "كانون الثاني" },
  { "ar_MA", KHATT_CALENDAR_GREGORIAN, 8, KHATT_WIDTH_WIDE, "غشت" },
  { "ar_DZ", KHATT_CALENDAR_GREGORIAN, 8, KHATT_WIDTH_WIDE, "أوت" },
  { "ar_MR", KHATT_CALENDAR_GREGORIAN, 8, KHATT_WIDTH_WIDE, "أغشت" },
  { "ar_MA", KHATT_CALENDAR_GREGORIAN, 12, KHATT_WIDTH_WIDE, "دجنبر" },
  { "ar", KHATT_CALENDAR_UMALQURA, 2, KHATT_WIDTH_WIDE, "صفر" },
  { "ar", KHATT_CALENDAR_UMALQURA, 12, KHATT_WIDTH_WIDE, "ذو الحجة" },
  { "ar", KHATT_CALENDAR_PERSIAN, 5, KHATT_WIDTH_WIDE, "مرداد" },
  { "ar", KHATT_CALENDAR_PERSIAN, 6, KHATT_WIDTH_WIDE, "شهريور" },
  { "en", KHATT_CALENDAR_GREGORIAN, 8, KHATT_WIDTH_WIDE, "August" },
  { "en", KHATT_CALENDAR_GREGORIAN, 8, KHATT_WIDTH_SHORT, "Aug" },
  { "en", KHATT_CALENDAR_UMALQURA, 2, KHATT_WIDTH_WIDE, "Safar" },
  { "en", KHATT_CALENDAR_PERSIAN, 5, KHATT_WIDTH_WIDE, "Mordad" },
  { "fr", KHATT_CALENDAR_GREGORIAN, 8, KHATT_WIDTH_WIDE, "août" },
  { "en", KHATT_CALENDAR_HEBREW, 1, KHATT_WIDTH_WIDE, "Tishri", 5784 },
  { "en", KHATT_CALENDAR_HEBREW, 6, KHATT_WIDTH_WIDE, "Adar I", 5784 },
  { "en", KHATT_CALENDAR_HEBREW, 7, KHATT_WIDTH_WIDE, "Adar II", 5784 },
  { "en", KHATT_CALENDAR_HEBREW, 7, KHATT_WIDTH_WIDE, "Adar", 5785 },
  { "en", KHATT_CALENDAR_HEBREW, 13, KHATT_WIDTH_SHORT, "Elul", 5785 },
  { "ar", KHATT_CALENDAR_HEBREW, 1, KHATT_WIDTH_WIDE, "تشري", 5784 },
  { "ar", KHATT_CALENDAR_HEBREW, 7, KHATT_WIDTH_WIDE, "آذار الثاني", 5784 },
  { "ar", KHATT_CALENDAR_HEBREW, 7, KHATT_WIDTH_WIDE, "آذار", 5785 },
  { "he", KHATT_CALENDAR_HEBREW, 1, KHATT_WIDTH_WIDE, "תשרי", 5785 },
  { "he", KHATT_CALENDAR_HEBREW, 7, KHATT_WIDTH_WIDE, "אדר ב׳", 5784 },
  { "en", KHATT_CALENDAR_HEBREW, 14, KHATT_WIDTH_WIDE, "", 5784 },
};

static void
test_month_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (month_names); i++)
    {
      KhattWords words = khatt_words_for_language (month_names[i].locale);
      g_autofree char *name =
          khatt_calendar_dup_month_name (month_names[i].calendar, month_names[i].year,
                                         month_names[i].month, month_names[i].width, &words);

      g_assert_cmpstr (name, ==, month_names[i].expected);
    }
}

static void
test_weekday_names (void)
{
  KhattWords arabic = khatt_words_for_language ("ar"), english = khatt_words_for_language ("en");
  g_autofree char *friday = khatt_calendar_dup_weekday_name (5, KHATT_WIDTH_WIDE, &arabic);
  g_autofree char *monday = khatt_calendar_dup_weekday_name (1, KHATT_WIDTH_SHORT, &english);
  g_autofree char *sunday = khatt_calendar_dup_weekday_name (7, KHATT_WIDTH_WIDE, &english);

  g_assert_cmpstr (friday, ==, "الجمعة");
  g_assert_cmpstr (monday, ==, "Mon");
  g_assert_cmpstr (sunday, ==, "Sunday");
}

static void
test_years (void)
{
  KhattWords arabic = khatt_words_for_language ("ar"), english = khatt_words_for_language ("en");
  g_autofree char *plain = khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, 2025, &arabic);
  g_autofree char *hijri = khatt_calendar_dup_year (KHATT_CALENDAR_UMALQURA, 1447, &arabic);
  g_autofree char *early = khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, -43, &english);
  g_autofree char *persian = khatt_calendar_dup_year (KHATT_CALENDAR_PERSIAN, 1404, &english);
  g_autofree char *hebrew = khatt_calendar_dup_year (KHATT_CALENDAR_HEBREW, 5786, &english);
  g_autofree char *hebrew_in_arabic =
      khatt_calendar_dup_year (KHATT_CALENDAR_HEBREW, 5786, &arabic);
  g_autofree char *month =
      khatt_calendar_dup_month_year (KHATT_CALENDAR_UMALQURA, 1447, 2, KHATT_WIDTH_WIDE, &arabic);

  g_assert_cmpstr (plain, ==, "٢٠٢٥");
  g_assert_cmpstr (hijri, ==, "١٤٤٧ هـ");
  g_assert_cmpstr (early, ==, "44 BCE");
  g_assert_cmpstr (persian, ==, "1404 SH");
  g_assert_cmpstr (hebrew, ==, "5786 AM");
  g_assert_cmpstr (hebrew_in_arabic, ==, "٥٧٨٦ عبرية");
  g_assert_cmpstr (month, ==, "صفر ١٤٤٧ هـ");
}

static void
test_weekends (void)
{
  const guint friday = 1u << 5, saturday = 1u << 6, sunday = 1u << 7;

  g_assert_cmpuint (khatt_calendar_get_weekend ("ar_EG"), ==, friday | saturday);
  g_assert_cmpuint (khatt_calendar_get_weekend ("en_GB.UTF-8"), ==, saturday | sunday);
  g_assert_cmpuint (khatt_calendar_get_weekend ("ar_LB"), ==, saturday | sunday);
  g_assert_cmpuint (khatt_calendar_get_weekend ("fa_IR@x=y"), ==, friday);
  g_assert_cmpuint (khatt_calendar_get_weekend ("C"), ==, saturday | sunday);
}

static void
test_calendar_names (void)
{
  for (int i = KHATT_CALENDAR_NONE; i < KHATT_N_CALENDARS; i++)
    g_assert_cmpint (khatt_calendar_from_name (khatt_calendar_get_name ((KhattCalendar) i)), ==, i);
  g_assert_cmpint (khatt_calendar_from_name ("julian"), ==, KHATT_CALENDAR_NONE);
  g_assert_cmpint (khatt_calendar_from_name (NULL), ==, KHATT_CALENDAR_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/known-days", test_known_days);
  g_test_add_func ("/calendar/umalqura-ends-with-its-table", test_umalqura_ends);
  g_test_add_func ("/calendar/no-such-day", test_no_such_day);
  g_test_add_func ("/calendar/every-day-of-umalqura-counts-back", test_every_day_of_umalqura);
  g_test_add_func ("/calendar/every-day-of-persian-counts-back", test_every_day_of_persian);
  g_test_add_func ("/calendar/every-day-of-hebrew-counts-back", test_every_day_of_hebrew);
  g_test_add_func ("/calendar/hebrew-years-are-as-long-as-they-are", test_hebrew_years);
  g_test_add_func ("/calendar/threads-agree", test_threads);
  g_test_add_func ("/calendar/month-names-by-region", test_month_names);
  g_test_add_func ("/calendar/weekday-names", test_weekday_names);
  g_test_add_func ("/calendar/years-with-their-eras", test_years);
  g_test_add_func ("/calendar/weekends-by-region", test_weekends);
  g_test_add_func ("/calendar/names-of-calendars-read-back", test_calendar_names);
  return g_test_run ();
}
