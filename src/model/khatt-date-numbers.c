/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A date as people type it: EDTF, or numbers and the name of a month in any order that makes one
 * date. Which calendar it is follows from the month's name and, where two have one of that name, or
 * with numbers alone, from a year that only one of them has. Words it does not know ("of", "AH", a
 * weekday) are passed over beside a month, and round numbers; between numbers such a word may be a
 * month that nobody here knows. */

#include "khatt-date-numbers.h"

#include "khatt-fold.h"
#include "khatt-words.h"

#include <string.h>

#define MOST_DAYS 31
#define LAST_YEAR 9999 /* whose months and days can be written down, as EDTF */
#define NO_DAY -1      /* the whole month */
#define MOST_NUMBERS 3
#define MOST_LENGTH 200 /* bytes; nobody types more */
/* Hebrew years of both lengths: their Adars have different names. */
#define LEAP_YEAR 5784
#define COMMON_YEAR 5785

/* What was found in the text; 0: nothing. */
typedef struct
{
  gint64 numbers[MOST_NUMBERS];
  guint n_numbers;
  KhattCalendar calendar;
  int month;
  KhattCalendar other_calendar; /* one that has a month of the same name */
  int other_month;
  gboolean has_words_between; /* numbers: that mean nothing here */
} Found;

/* As Hebrew months are also spelt. */
static const struct
{
  const char *name; /* folded */
  int month;
} spellings[] = {
  { "tishrei", 1 },      { "cheshvan", 2 }, { "marheshvan", 2 }, { "marcheshvan", 2 },
  { "chislev", 3 },      { "tebet", 4 },    { "teves", 4 },      { "shvat", 5 },
  { "shebat", 5 },       { "adar 1", 6 },   { "adar i", 6 },     { "adar 2", 7 },
  { "nissan", 8 },       { "iyyar", 9 },    { "siwan", 10 },     { "tammuz", 11 },
  { "menachem av", 12 },
};

/* Years that are only those of a calendar, in anybody's news. */
static gboolean
is_year_of (KhattCalendar calendar, gint64 year)
{
  switch (calendar)
    {
    case KHATT_CALENDAR_UMALQURA:
    case KHATT_CALENDAR_PERSIAN:
      return year >= 1300 && year <= 1500;
    case KHATT_CALENDAR_HEBREW:
      return year >= 5000 && year <= 6000;
    default:
      return FALSE;
    }
}

/* The length of `name` where `text` begins with it as a whole word; 0 elsewhere. */
static gsize
match_name (const char *text, const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || strncmp (text, name, length) != 0)
    return 0;
  return text[length] == '\0' || strchr (" .,/-0123456789", text[length]) != NULL ? length : 0;
}

static gsize
match_calendar_month (const char *text, KhattCalendar calendar, const KhattWords *words, int *month)
{
  int n_months = khatt_calendar_get_most_months (calendar);
  int n_names = calendar == KHATT_CALENDAR_HEBREW ? 2 * n_months : n_months;
  gsize longest = 0;

  for (int i = 0; i < n_names; i++)
    for (KhattWidth width = KHATT_WIDTH_WIDE; width <= KHATT_WIDTH_SHORT; width++)
      {
        int candidate = i % n_months + 1;
        g_autofree char *name = khatt_calendar_dup_month_name (
            calendar, i < n_months ? COMMON_YEAR : LEAP_YEAR, candidate, width, words);
        g_autofree char *folded = name != NULL ? khatt_fold (name, -1) : NULL;
        gsize length = folded != NULL ? match_name (text, folded) : 0;

        if (length > longest)
          {
            longest = length;
            *month = candidate;
          }
      }
  return longest;
}

static gsize
match_spelling (const char *text, int *month)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      gsize length = match_name (text, spellings[i].name);

      if (length == 0)
        continue;
      *month = spellings[i].month;
      return length;
    }
  return 0;
}

static void
take_month (KhattCalendar calendar, gsize length, int month, gsize *longest, Found *found)
{
  if (length > 0 && length == *longest && calendar != found->calendar && found->other_month == 0)
    {
      found->other_calendar = calendar;
      found->other_month = month;
    }
  if (length <= *longest)
    return;

  *longest = length;
  found->calendar = calendar;
  found->month = month;
  found->other_month = 0;
}

/* The longest name of a month that the text begins with: "ربيع الآخر" before "ربيع". */
static gsize
match_month (const char *text, const KhattWords *words, Found *found)
{
  const char *languages[] = { words->language, "ar", "en" };
  gsize longest = 0;
  gsize spelt;
  int month = 0;

  for (KhattCalendar calendar = KHATT_CALENDAR_GREGORIAN; calendar <= KHATT_CALENDAR_HEBREW;
       calendar++)
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        KhattWords tried = khatt_words_for_language (languages[i]);
        gboolean has_families =
            calendar == KHATT_CALENDAR_GREGORIAN && g_str_equal (languages[i], "ar");
        KhattMonths last = has_families ? KHATT_MONTHS_MAURITANIA : KHATT_MONTHS_EGYPT;

        for (tried.months = KHATT_MONTHS_EGYPT; tried.months <= last; tried.months++)
          {
            gsize length = match_calendar_month (text, calendar, &tried, &month);

            take_month (calendar, length, month, &longest, found);
          }
      }
  spelt = match_spelling (text, &month);
  take_month (KHATT_CALENDAR_HEBREW, spelt, month, &longest, found);
  return longest;
}

/* Numbers and the month's name, in the order they were typed. */
static gboolean
scan (const char *text, const KhattWords *words, Found *found)
{
  const char *at = text;
  gboolean has_unknown = FALSE; /* since the last number */

  while (*at != '\0')
    {
      gboolean is_word = !g_ascii_isdigit (*at) && strchr (" .,/-", *at) == NULL;

      if (g_ascii_isdigit (*at))
        {
          if (found->n_numbers == MOST_NUMBERS)
            return FALSE;
          found->has_words_between |= has_unknown && found->n_numbers > 0;
          has_unknown = FALSE;
          found->numbers[found->n_numbers++] = g_ascii_strtoll (at, (char **) &at, 10);
        }
      else if (is_word)
        {
          gsize length = found->month == 0 ? match_month (at, words, found) : 0;

          has_unknown |= length == 0;
          at += length > 0 ? length : strcspn (at, " .,/-0123456789");
        }
      else
        at++;
    }
  return found->n_numbers > 0;
}

static gboolean
make_date (KhattCalendar calendar, gint64 year, gint64 month, gint64 day, KhattDate *date)
{
  int n_days = month >= 1 && month <= khatt_calendar_get_most_months (calendar)
                   ? khatt_calendar_days_in_month (calendar, year, month)
                   : 0;
  KhattCalendarDay first = { year, month, day != NO_DAY ? day : 1 };
  KhattCalendarDay last = { year, month, day != NO_DAY ? day : n_days };
  KhattDate ends[2];

  if (n_days <= 0 || day > n_days || (day < 1 && day != NO_DAY) || year > LAST_YEAR)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gint64 days = 0;
      gint64 civil_year = 0;
      int civil_month = 0;
      int civil_day = 0;

      if (!khatt_calendar_day_to_days (calendar, i == 0 ? &first : &last, &days))
        return FALSE;
      khatt_civil_from_days (days, &civil_year, &civil_month, &civil_day);
      ends[i] = khatt_date_from_day (civil_year, civil_month, civil_day);
    }

  if (day != NO_DAY)
    *date = ends[0];
  else if (calendar == KHATT_CALENDAR_GREGORIAN)
    *date = khatt_date_from_month (year, month);
  else
    *date = khatt_date_from_bounds (&ends[0], &ends[1], KHATT_DATE_INTERVAL);
  return TRUE;
}

static gboolean
understand_named_month (const Found *found, KhattDate *date)
{
  const gint64 *numbers = found->numbers;
  gboolean has_day = found->n_numbers == 2;
  gboolean is_year_first = !has_day || numbers[0] > MOST_DAYS;
  gint64 year = numbers[is_year_first ? 0 : 1];
  gint64 day = has_day ? numbers[is_year_first ? 1 : 0] : NO_DAY;

  if (found->n_numbers > 2)
    return FALSE;
  /* "آب" is August, and Av in the year 5785. */
  if (found->other_month != 0 && is_year_of (found->other_calendar, year))
    return make_date (found->other_calendar, year, found->other_month, day, date);
  return make_date (found->calendar, year, found->month, day, date);
}

/* Day first, as Arabic and most other languages write it; or the year first. Months of the Hebrew
 * calendar are counted from Tishri and from Nisan, so their numbers say nothing. */
static gboolean
understand_numbers (const Found *found, KhattCalendar second_calendar, KhattDate *date)
{
  const gint64 *numbers = found->numbers;
  guint last = found->n_numbers - 1;
  gboolean is_year_first = numbers[0] > MOST_DAYS;
  gint64 year = numbers[is_year_first ? 0 : last];
  gboolean is_second = is_year_of (second_calendar, year);
  KhattCalendar calendar = is_second ? second_calendar : KHATT_CALENDAR_GREGORIAN;

  if (found->n_numbers < 2 || found->has_words_between || year <= MOST_DAYS ||
      calendar == KHATT_CALENDAR_HEBREW)
    return FALSE;
  if (found->n_numbers == 2)
    return make_date (calendar, year, numbers[is_year_first ? 1 : 0], NO_DAY, date);
  return make_date (calendar, year, numbers[1], numbers[is_year_first ? 2 : 0], date);
}

/**
 * khatt_date_numbers_parse:
 * @text: what somebody typed
 * @words: the language whose month names are known, besides Arabic and English
 * @second_calendar: the other calendar that numbers alone may be in, or `KHATT_CALENDAR_NONE`
 * @date: (out): the date
 *
 * Reads "2025-08-08" and everything else that is EDTF, "8/8/2025", "8 August 2025", "August 2025",
 * "14 Safar 1447", "14/2/1447", "14 Av 5785", with the digits of either script.
 *
 * Returns: FALSE where it is no date
 */
gboolean
khatt_date_numbers_parse (const char *text,
                          const KhattWords *words,
                          KhattCalendar second_calendar,
                          KhattDate *date)
{
  if (strlen (text) > MOST_LENGTH || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  g_autofree char *folded = g_strstrip (khatt_fold (text, -1));
  g_autofree char *edtf = g_ascii_strup (folded, -1);
  Found found = { .calendar = KHATT_CALENDAR_GREGORIAN };

  if (*folded == '\0')
    return FALSE;
  if (khatt_date_parse (edtf, -1, date, NULL) && khatt_date_is_known (date))
    return TRUE;
  if (!scan (folded, words, &found))
    return FALSE;
  return found.month != 0 ? understand_named_month (&found, date)
                          : understand_numbers (&found, second_calendar, date);
}
