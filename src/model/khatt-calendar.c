/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the model asks ICU about calendars: where months begin, what months, weekdays and eras are
 * called, in which order a language writes a day, and when its weekend is. Each answer is computed
 * once and kept, so that it is cheap and that no ICU object is shared between threads.
 *
 * ICU's defaults for calendar and digits changed between versions: every locale names both.
 */

#include "khatt-calendar-tables.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#define MAX_NAME 128 /* UTF-16 units of a month's name or a pattern */
#define MS_PER_DAY 86400000.0

static const UChar utc[] = { 'U', 'T', 'C', 0 };
static const UChar any_pattern[] = { 'y', 0 };

/* Regions whose month names stand for each family. */
static const char *const month_regions[] = {
  [KHATT_MONTHS_EGYPT] = "EG",   [KHATT_MONTHS_LEVANT] = "SY",     [KHATT_MONTHS_ALGERIA] = "DZ",
  [KHATT_MONTHS_MOROCCO] = "MA", [KHATT_MONTHS_MAURITANIA] = "MR",
};

static const char *const icu_names[] = {
  [KHATT_CALENDAR_NONE] = "gregorian",
  [KHATT_CALENDAR_GREGORIAN] = "gregorian",
  [KHATT_CALENDAR_UMALQURA] = "islamic-umalqura",
  [KHATT_CALENDAR_PERSIAN] = "persian",
  [KHATT_CALENDAR_HEBREW] = "hebrew",
};

static const struct
{
  int first;
  int last;
} table_years[KHATT_N_CALENDARS] = {
  [KHATT_CALENDAR_UMALQURA] = { KHATT_UMALQURA_FIRST_YEAR, KHATT_UMALQURA_LAST_YEAR },
  [KHATT_CALENDAR_PERSIAN] = { KHATT_PERSIAN_FIRST_YEAR, KHATT_PERSIAN_LAST_YEAR },
  [KHATT_CALENDAR_HEBREW] = { KHATT_HEBREW_FIRST_YEAR, KHATT_HEBREW_LAST_YEAR },
};

typedef struct
{
  KhattCalendar calendar;
  KhattWidth width;
  KhattMonths months;
  const char *language; /* interned */
  KhattCalendarNames names;
} CachedNames;

static char *
make_locale (KhattCalendar calendar, const KhattWords *words)
{
  gboolean has_family = g_str_equal (words->language, "ar");

  return g_strdup_printf ("%s%s%s@calendar=%s;numbers=latn", words->language, has_family ? "_" : "",
                          has_family ? month_regions[words->months] : "", icu_names[calendar]);
}

static char *
to_utf8 (const UChar *text, int32_t length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/* The first day of every month; one more that ends the last. ICU counts Adar I in every year: in a
 * common one it begins with Adar, and so has no days. */
static void
fill_month_table (KhattMonthTable *table, KhattCalendar kind)
{
  g_autofree char *locale = g_strdup_printf ("en@calendar=%s;numbers=latn", icu_names[kind]);
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (utc, -1, locale, UCAL_DEFAULT, &status);
  int per_year = khatt_calendar_get_most_months (kind);
  int n_months = (table_years[kind].last - table_years[kind].first + 1) * per_year;

  table->first_year = table_years[kind].first;
  table->months_per_year = per_year;
  table->n_months = n_months;
  table->starts = g_new0 (gint32, n_months + 1);
  for (int i = 0; i <= n_months && U_SUCCESS (status); i++)
    {
      ucal_clear (calendar);
      ucal_set (calendar, UCAL_EXTENDED_YEAR, table->first_year + i / per_year);
      ucal_set (calendar, UCAL_MONTH, i % per_year);
      ucal_set (calendar, UCAL_DAY_OF_MONTH, 1);
      table->starts[i] = (gint32) (ucal_getMillis (calendar, &status) / MS_PER_DAY);
    }
  if (U_FAILURE (status))
    {
      g_warning ("ICU has no calendar for %s: %s", locale, u_errorName (status));
      table->n_months = 0;
    }
  ucal_close (calendar);
}

/*
 * khatt_month_table_get:
 * @calendar: %KHATT_CALENDAR_UMALQURA, %KHATT_CALENDAR_PERSIAN or %KHATT_CALENDAR_HEBREW
 *
 * Gets the days on which the months of a calendar begin. Umm al-Qura is a table of observations and
 * decisions, not arithmetic: beyond 1300 to 1600 AH there is nothing to know.
 *
 * Returns: (transfer none): the table, the same for every thread
 */
const KhattMonthTable *
khatt_month_table_get (KhattCalendar calendar)
{
  static KhattMonthTable tables[KHATT_N_CALENDARS];
  static gsize has_table[KHATT_N_CALENDARS];

  /* Each by itself: three thousand Persian years take ICU some milliseconds. */
  if (g_once_init_enter (&has_table[calendar]))
    {
      fill_month_table (&tables[calendar], calendar);
      g_once_init_leave (&has_table[calendar], 1);
    }
  return &tables[calendar];
}

static char *
get_symbol (UDateFormat *format, UDateFormatSymbolType type, int index)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MAX_NAME];
  int32_t length = 0;

  if (index < udat_countSymbols (format, type))
    length = udat_getSymbols (format, type, index, name, MAX_NAME, &status);
  return U_SUCCESS (status) && length < MAX_NAME ? to_utf8 (name, length) : g_strdup ("");
}

static char *
get_pattern (UDateTimePatternGenerator *generator, const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide_skeleton[16], pattern[MAX_NAME];
  int32_t length;

  u_charsToUChars (skeleton, wide_skeleton, (int32_t) strlen (skeleton) + 1);
  length = udatpg_getBestPattern (generator, wide_skeleton, -1, pattern, MAX_NAME, &status);
  return U_SUCCESS (status) && length < MAX_NAME ? to_utf8 (pattern, length) : g_strdup ("y-MM-dd");
}

static void
fill_symbols (KhattCalendarNames *names, UDateFormat *format, KhattWidth width)
{
  gboolean is_wide = width == KHATT_WIDTH_WIDE;

  for (int i = 0; i <= KHATT_MOST_MONTHS; i++)
    {
      names->months[i] = get_symbol (format, is_wide ? UDAT_MONTHS : UDAT_SHORT_MONTHS, i);
      names->standalone_months[i] =
          get_symbol (format, is_wide ? UDAT_STANDALONE_MONTHS : UDAT_STANDALONE_SHORT_MONTHS, i);
    }
  for (int i = 0; i < KHATT_DAYS_PER_WEEK; i++)
    names->weekdays[i] =
        get_symbol (format, is_wide ? UDAT_STANDALONE_WEEKDAYS : UDAT_STANDALONE_SHORT_WEEKDAYS,
                    (i + 1) % KHATT_DAYS_PER_WEEK + UCAL_SUNDAY);
  names->era = get_symbol (format, UDAT_ERAS, 0);
}

static void
fill_patterns (KhattCalendarNames *names, const char *locale, KhattWidth width)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  gboolean is_wide = width == KHATT_WIDTH_WIDE;

  names->day_pattern = get_pattern (generator, is_wide ? "yMMMMd" : "yMMMd");
  names->weekday_pattern = get_pattern (generator, is_wide ? "yMMMMEEEEd" : "yMMMEd");
  names->month_pattern = get_pattern (generator, is_wide ? "yMMMM" : "yMMM");
  names->year_pattern = get_pattern (generator, "y");
  udatpg_close (generator);
}

static CachedNames *
make_names (KhattCalendar calendar, KhattWidth width, const KhattWords *words)
{
  g_autofree char *locale = make_locale (calendar, words);
  CachedNames *cached = g_new0 (CachedNames, 1);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format =
      udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, any_pattern, -1, &status);

  if (U_FAILURE (status))
    {
      status = U_ZERO_ERROR;
      format = udat_open (UDAT_PATTERN, UDAT_PATTERN, "en", utc, -1, any_pattern, -1, &status);
    }

  cached->calendar = calendar;
  cached->width = width;
  cached->months = words->months;
  cached->language = g_intern_string (words->language);
  fill_symbols (&cached->names, format, width);
  fill_patterns (&cached->names, locale, width);
  udat_close (format);
  return cached;
}

static gboolean
is_for (const CachedNames *cached,
        KhattCalendar calendar,
        KhattWidth width,
        const KhattWords *words)
{
  return cached->calendar == calendar && cached->width == width &&
         cached->months == words->months && g_str_equal (cached->language, words->language);
}

/*
 * khatt_calendar_names_get:
 * @calendar: a calendar
 * @width: wide or short names
 * @words: the language
 *
 * Gets the names and patterns of a calendar in a language, which are made once and never freed:
 * there are as many as calendars times languages in use.
 *
 * Returns: (transfer none): the names, the same for every thread
 */
const KhattCalendarNames *
khatt_calendar_names_get (KhattCalendar calendar, KhattWidth width, const KhattWords *words)
{
  static GMutex lock;
  static GPtrArray *cache;
  CachedNames *found = NULL;

  g_mutex_lock (&lock);
  if (cache == NULL)
    cache = g_ptr_array_new ();
  for (guint i = 0; i < cache->len && found == NULL; i++)
    if (is_for (cache->pdata[i], calendar, width, words))
      found = cache->pdata[i];
  if (found == NULL)
    {
      found = make_names (calendar, width, words);
      g_ptr_array_add (cache, found);
    }
  g_mutex_unlock (&lock);
  return &found->names;
}

/**
 * khatt_calendar_get_weekend:
 * @locale: a locale whose region counts, such as `ar_EG`; without a region the likely one
 *
 * Finds out which days are the weekend of a region.
 *
 * Returns: bit `1 << iso_weekday` for each day, 1 Monday to 7 Sunday
 */
guint
khatt_calendar_get_weekend (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *full_locale = NULL;
  g_auto (GStrv) parts = g_strsplit_set (locale, ".@", 2);
  UCalendar *calendar;
  guint weekend = 0;

  full_locale = g_strconcat (parts[0] != NULL ? parts[0] : "en", "@calendar=gregorian", NULL);
  calendar = ucal_open (utc, -1, full_locale, UCAL_DEFAULT, &status);
  if (U_FAILURE (status))
    return 0;
  for (int day = UCAL_SUNDAY; day <= UCAL_SATURDAY; day++)
    {
      int iso_weekday = day == UCAL_SUNDAY ? KHATT_DAYS_PER_WEEK : day - UCAL_SUNDAY;

      if (ucal_getDayOfWeekType (calendar, (UCalendarDaysOfWeek) day, &status) != UCAL_WEEKDAY)
        weekend |= 1u << iso_weekday;
    }
  ucal_close (calendar);
  return U_SUCCESS (status) ? weekend : 0;
}
