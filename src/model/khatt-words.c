/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in words, in the language of the document. The interface's catalogue cannot serve here,
 * since a document may be in another language than the interface: the few words that join dates
 * stand in one table. A language that is not in it is served with signs that all readers know.
 */

#include "khatt-words.h"

#include "khatt-edtf.h"
#include "khatt-phrases.h"

#include <string.h>

#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_HOUR 3600
/* The span of a view longer than this is said in years, in months. */
#define MAX_DAYS_IN_MONTHS (3 * 366)
#define MAX_DAYS_IN_DAYS 92

#define DASH "{1} – {2}"
#define DIGITS_OF_GROUP 3
/* Of the largest: twenty digits, six separators of three bytes, and the end. */
#define BYTES_OF_COUNT (20 + 6 * 3 + 1)
#define ARABIC_THOUSANDS_SEPARATOR "٬"
#define NARROW_SPACE "\u202f"

/* Which region's Arabic has which month names and digits; all others as Egypt. */
static const struct
{
  const char *region;
  KhattMonths months;
  KhattDigits digits;
} arabic_regions[] = {
  { "SY", KHATT_MONTHS_LEVANT, KHATT_DIGITS_ARABIC },
  { "LB", KHATT_MONTHS_LEVANT, KHATT_DIGITS_ARABIC },
  { "JO", KHATT_MONTHS_LEVANT, KHATT_DIGITS_ARABIC },
  { "PS", KHATT_MONTHS_LEVANT, KHATT_DIGITS_ARABIC },
  { "IQ", KHATT_MONTHS_LEVANT, KHATT_DIGITS_ARABIC },
  { "DZ", KHATT_MONTHS_ALGERIA, KHATT_DIGITS_LATIN },
  { "TN", KHATT_MONTHS_ALGERIA, KHATT_DIGITS_LATIN },
  { "MA", KHATT_MONTHS_MOROCCO, KHATT_DIGITS_LATIN },
  { "EH", KHATT_MONTHS_MOROCCO, KHATT_DIGITS_LATIN },
  { "MR", KHATT_MONTHS_MAURITANIA, KHATT_DIGITS_ARABIC },
  { "LY", KHATT_MONTHS_EGYPT, KHATT_DIGITS_LATIN },
};

/* One end of a date, at the precision at which it is said: DAY, MONTH or YEAR. */
typedef struct
{
  KhattCalendarDay day;
  KhattPrecision precision;
} Point;

typedef struct
{
  const KhattWords *words;
  const KhattPhrases *phrases;
  KhattCalendar calendar;
} Speaker;

static Speaker
make_speaker (const KhattWords *words, KhattCalendar calendar)
{
  const KhattPhrases *phrases = khatt_phrases_for_language (words->language);

  return (Speaker){ words, phrases,
                    calendar == KHATT_CALENDAR_NONE ? KHATT_CALENDAR_GREGORIAN : calendar };
}

static char *
fill (const char *phrase, const char *first, const char *second)
{
  GString *text = g_string_new (phrase);

  g_string_replace (text, "{2}", second != NULL ? second : "", 1);
  g_string_replace (text, "{1}", first, 1);
  return g_string_free (text, FALSE);
}

static char *
fill_take (const char *phrase, char *first)
{
  g_autofree char *taken = first;

  return taken != NULL ? fill (phrase, taken, NULL) : NULL;
}

static KhattPrecision
get_spoken_precision (guint precision)
{
  if (precision >= KHATT_PRECISION_DAY)
    return KHATT_PRECISION_DAY;
  return precision >= KHATT_PRECISION_SEASON ? KHATT_PRECISION_MONTH : KHATT_PRECISION_YEAR;
}

static gboolean
make_point (const Speaker *speaker, gint64 seconds, guint precision, Point *point)
{
  point->precision = get_spoken_precision (precision);
  return khatt_calendar_day_from_days (speaker->calendar, khatt_days_from_seconds (seconds),
                                       &point->day);
}

static char *
say_point (const Speaker *speaker, const Point *point)
{
  if (point->precision == KHATT_PRECISION_DAY)
    return khatt_calendar_dup_day (speaker->calendar, &point->day, 0, speaker->words);
  if (point->precision == KHATT_PRECISION_MONTH)
    return khatt_calendar_dup_month_year (speaker->calendar, point->day.year, point->day.month,
                                          KHATT_WIDTH_WIDE, speaker->words);
  return khatt_calendar_dup_year (speaker->calendar, point->day.year, speaker->words);
}

static char *
say_point_in_phrase (const Speaker *speaker, const Point *point)
{
  char *text = say_point (speaker, point);

  return point->precision == KHATT_PRECISION_YEAR ? fill_take (speaker->phrases->year, text) : text;
}

/* The first of two dates without what it shares with the second: "6" of "6 – 8 August 2025". */
static char *
say_first_of_pair (const Speaker *speaker, const Point *first, const Point *last)
{
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;

  if (!speaker->phrases->shares_parts || first->precision != last->precision ||
      first->precision == KHATT_PRECISION_YEAR || first->day.year != last->day.year)
    return NULL;

  month = khatt_calendar_dup_month_name (speaker->calendar, first->day.year, first->day.month,
                                         KHATT_WIDTH_WIDE, speaker->words);
  if (first->precision == KHATT_PRECISION_MONTH)
    return g_steal_pointer (&month);
  day = khatt_words_number (speaker->words, first->day.day);
  if (first->day.month == last->day.month)
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s %s", day, month);
}

static gboolean
is_same_point (const Point *a, const Point *b)
{
  if (a->precision != b->precision || a->day.year != b->day.year)
    return FALSE;
  if (a->precision == KHATT_PRECISION_YEAR)
    return TRUE;
  return a->day.month == b->day.month &&
         (a->precision == KHATT_PRECISION_MONTH || a->day.day == b->day.day);
}

/* Two dates in a phrase; one where they are the same. */
static char *
say_pair (const Speaker *speaker, const char *phrase, const Point *first, const Point *last)
{
  gboolean is_phrase = !g_str_equal (phrase, DASH) && phrase != speaker->phrases->between_years;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  if (is_same_point (first, last))
    return say_point (speaker, last);
  first_text = say_first_of_pair (speaker, first, last);
  if (first_text == NULL && !is_phrase && first->precision == KHATT_PRECISION_YEAR &&
      first->day.year > 0)
    first_text = khatt_words_number (speaker->words, first->day.year);
  if (first_text == NULL)
    first_text = is_phrase ? say_point_in_phrase (speaker, first) : say_point (speaker, first);
  last_text = is_phrase ? say_point_in_phrase (speaker, last) : say_point (speaker, last);
  return fill (phrase, first_text, last_text);
}

static char *
say_clock (const Speaker *speaker, gint64 seconds)
{
  int second = (int) (seconds - khatt_days_from_seconds (seconds) * KHATT_SECONDS_PER_DAY);
  char clock[16];

  g_snprintf (clock, sizeof clock, "%02d:%02d", second / SECONDS_PER_HOUR,
              second % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
  if (second % SECONDS_PER_MINUTE != 0)
    g_snprintf (clock + strlen (clock), sizeof clock - strlen (clock), ":%02d",
                second % SECONDS_PER_MINUTE);
  return khatt_calendar_shape_digits (clock, speaker->words);
}

static char *
say_moment (const Speaker *speaker, const KhattDate *date, const Point *point)
{
  g_autofree char *day = say_point (speaker, point);
  g_autofree char *clock = say_clock (speaker, date->start_earliest);

  return fill (speaker->phrases->at_time, day, clock);
}

static const char *
find_season_phrase (const Speaker *speaker, const Point *first, const Point *last)
{
  gint64 n_months =
      (last->day.year - first->day.year) * 12 + last->day.month - first->day.month + 1;

  for (int code = KHATT_FIRST_SEASON; code <= KHATT_LAST_SEASON; code++)
    {
      const KhattEdtfSeason *season = khatt_edtf_find_season (code);

      if (season->first_month == first->day.month && season->n_months == n_months)
        return speaker->phrases->seasons[code - KHATT_FIRST_SEASON];
    }
  return NULL;
}

static char *
say_season (const Speaker *speaker, const Point *first, const Point *last)
{
  const char *phrase = speaker->calendar == KHATT_CALENDAR_GREGORIAN
                           ? find_season_phrase (speaker, first, last)
                           : NULL;

  if (phrase == NULL)
    return say_pair (speaker, DASH, first, last);
  return fill_take (phrase,
                    khatt_calendar_dup_year (speaker->calendar, first->day.year, speaker->words));
}

static gboolean
is_qualified (const KhattDate *date)
{
  return (date->flags & (KHATT_DATE_APPROXIMATE | KHATT_DATE_UNCERTAIN)) != 0;
}

/* A day, month, season, year ...: what is neither an interval nor one of a set. */
static char *
say_unit (const Speaker *speaker, const KhattDate *date)
{
  gboolean is_gregorian = speaker->calendar == KHATT_CALENDAR_GREGORIAN;
  Point first, last;

  if (!make_point (speaker, date->start_earliest, date->precision, &first) ||
      !make_point (speaker, date->end_latest, date->precision, &last))
    return NULL;
  if (date->precision > KHATT_PRECISION_DAY)
    return say_moment (speaker, date, &first);
  if (date->precision == KHATT_PRECISION_DAY && is_gregorian && !is_qualified (date))
    return khatt_calendar_dup_day (
        speaker->calendar, &first.day,
        khatt_weekday_of_days (khatt_days_from_seconds (date->start_earliest)), speaker->words);
  if (date->precision == KHATT_PRECISION_SEASON)
    return say_season (speaker, &first, &last);
  if (date->precision < KHATT_PRECISION_SEASON && !is_same_point (&first, &last))
    return say_pair (speaker,
                     is_gregorian && date->precision < KHATT_PRECISION_YEAR
                         ? speaker->phrases->between_years
                         : DASH,
                     &first, &last);
  if (date->precision == KHATT_PRECISION_YEAR && is_qualified (date))
    return say_point_in_phrase (speaker, &first);
  return say_pair (speaker, DASH, &first, &last);
}

static char *
say_set (const Speaker *speaker, const KhattDate *date)
{
  gboolean has_first = (date->flags & KHATT_DATE_START_OPEN) == 0;
  gboolean has_last = (date->flags & KHATT_DATE_END_OPEN) == 0;
  const KhattPhrases *phrases = speaker->phrases;
  Point first, last;

  if ((has_first && !make_point (speaker, date->start_earliest, date->precision, &first)) ||
      (has_last && !make_point (speaker, date->end_latest, date->precision, &last)))
    return NULL;
  if (!has_first)
    return fill_take (phrases->or_earlier, say_point_in_phrase (speaker, &last));
  if (!has_last)
    return fill_take (phrases->or_later, say_point_in_phrase (speaker, &first));
  return say_pair (
      speaker, last.precision == KHATT_PRECISION_YEAR ? phrases->between_years : phrases->between,
      &first, &last);
}

/* Each end is said at its own precision: "1 February 2004 – 2005". */
static gboolean
make_end (const Speaker *speaker,
          gint64 first,
          gint64 last,
          gboolean is_start,
          const KhattDate *date,
          Point *point)
{
  KhattPrecision precision;

  if (!khatt_edtf_find_unit (first, last, &precision))
    precision = (KhattPrecision) date->precision;
  return make_point (speaker, is_start ? first : last, precision, point);
}

static char *
say_interval (const Speaker *speaker, const KhattDate *date)
{
  const KhattPhrases *phrases = speaker->phrases;
  gboolean is_start_unknown = (date->flags & KHATT_DATE_START_UNKNOWN) != 0;
  gboolean is_end_unknown = (date->flags & KHATT_DATE_END_UNKNOWN) != 0;
  gboolean has_start = !is_start_unknown && (date->flags & KHATT_DATE_START_OPEN) == 0;
  gboolean has_end = !is_end_unknown && (date->flags & KHATT_DATE_END_OPEN) == 0;
  Point start, end;

  if ((has_start &&
       !make_end (speaker, date->start_earliest, date->start_latest, TRUE, date, &start)) ||
      (has_end && !make_end (speaker, date->end_earliest, date->end_latest, FALSE, date, &end)))
    return NULL;
  if (has_start && has_end)
    return say_pair (speaker, phrases->from_to, &start, &end);
  if (has_start)
    return fill_take (is_end_unknown ? phrases->to_unknown : phrases->onwards,
                      say_point_in_phrase (speaker, &start));
  if (has_end)
    return fill_take (is_start_unknown ? phrases->from_unknown : phrases->until,
                      say_point_in_phrase (speaker, &end));
  return g_strdup (phrases->always);
}

/* The code of a language, two or three letters; English where it is none. Documents come from
 * anywhere. */
static const char *
intern_language (const char *code)
{
  gsize length = code != NULL ? strlen (code) : 0;
  g_autofree char *lower = NULL;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (code[i]))
      length = 0;
  if (length != 2 && length != 3)
    return g_intern_static_string ("en");
  lower = g_ascii_strdown (code, (gssize) length);
  return g_intern_string (lower);
}

/**
 * khatt_words_for_language:
 * @language: (nullable): a language or a locale, such as `ar`, `ar_MA.UTF-8` or `en`
 *
 * Makes the words of a language, with the month names and digits that are usual in the region.
 *
 * Returns: the words
 */
KhattWords
khatt_words_for_language (const char *language)
{
  g_auto (GStrv) parts = g_strsplit_set (language != NULL ? language : "", "_-.@", 3);
  gboolean is_arabic;
  KhattWords words = { 0 };

  words.language = intern_language (parts[0]);
  is_arabic = g_str_equal (words.language, "ar");
  words.months = KHATT_MONTHS_EGYPT;
  words.digits = is_arabic ? KHATT_DIGITS_ARABIC : KHATT_DIGITS_LATIN;
  for (gsize i = 0; is_arabic && parts[1] != NULL && i < G_N_ELEMENTS (arabic_regions); i++)
    if (g_ascii_strcasecmp (arabic_regions[i].region, parts[1]) == 0)
      {
        words.months = arabic_regions[i].months;
        words.digits = arabic_regions[i].digits;
      }
  return words;
}

/**
 * khatt_words_number:
 * @words: how to put things into words
 * @number: a number
 *
 * Writes a number in the digits that were chosen, without separators.
 *
 * Returns: (transfer full): the text
 */
char *
khatt_words_number (const KhattWords *words, gint64 number)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
  return khatt_calendar_shape_digits (digits, words);
}

/**
 * khatt_words_count:
 * @words: how to put things into words
 * @count: how many there are
 *
 * Writes how many there are, in the digits that were chosen, by groups of three: "27 588" (with
 * the narrow space of ISO 80000-1, which does not break), "٢٧٬٥٨٨". For numbers that order things,
 * as days and years do, see khatt_words_number().
 *
 * Returns: (transfer full): the text
 */
char *
khatt_words_count (const KhattWords *words, guint64 count)
{
  const char *separator =
      words->digits == KHATT_DIGITS_ARABIC ? ARABIC_THOUSANDS_SEPARATOR : NARROW_SPACE;
  gsize n_bytes = strlen (separator);
  char grouped[BYTES_OF_COUNT];
  char *start = grouped + sizeof grouped - 1;

  *start = '\0';
  for (guint n_digits = 0; n_digits == 0 || count > 0; n_digits++, count /= 10)
    {
      if (n_digits > 0 && n_digits % DIGITS_OF_GROUP == 0)
        {
          start -= n_bytes;
          memcpy (start, separator, n_bytes);
        }
      *--start = (char) ('0' + count % 10);
    }

  return khatt_calendar_shape_digits (start, words);
}

/**
 * khatt_words_date:
 * @words: how to put things into words
 * @date: a date
 * @calendar: the calendar to say it in
 *
 * Says a date with everything that is known of it and no more: a range as a range, an open end as
 * open, a doubt as a doubt. A Gregorian day has its weekday.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where the calendar's table does not
 * reach
 */
char *
khatt_words_date (const KhattWords *words, const KhattDate *date, KhattCalendar calendar)
{
  Speaker speaker = make_speaker (words, calendar);
  gboolean is_interval = (date->flags & KHATT_DATE_INTERVAL) != 0;
  gboolean is_set = (date->flags & KHATT_DATE_SET) != 0;
  char *text;

  if (!khatt_date_is_known (date))
    return g_strdup (speaker.phrases->undated);

  if (is_interval)
    text = say_interval (&speaker, date);
  else
    text = is_set ? say_set (&speaker, date) : say_unit (&speaker, date);

  if ((date->flags & KHATT_DATE_APPROXIMATE) != 0)
    text = fill_take (
        is_interval || is_set ? speaker.phrases->approximately : speaker.phrases->about, text);
  if ((date->flags & KHATT_DATE_UNCERTAIN) != 0)
    text = fill_take (speaker.phrases->uncertain, text);
  return text;
}

static char *
say_span_within_a_day (const Speaker *speaker, gint64 first, gint64 last)
{
  Point point;
  g_autofree char *day = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *clock = NULL;

  if (!make_point (speaker, first, KHATT_PRECISION_DAY, &point))
    return NULL;
  day = say_point (speaker, &point);
  from = say_clock (speaker, first - first % SECONDS_PER_MINUTE);
  to = say_clock (speaker, last - last % SECONDS_PER_MINUTE);
  clock = fill (DASH, from, to);
  return fill (speaker->phrases->at_time, day, clock);
}

/**
 * khatt_words_span:
 * @words: how to put things into words
 * @first: the first second of a span
 * @last: its last second
 * @calendar: the calendar to say it in
 *
 * Says the span of a view as short as it can be said: in years where it is years long, in months,
 * in days, in hours of one day.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where the calendar's table does not
 * reach
 */
char *
khatt_words_span (const KhattWords *words, gint64 first, gint64 last, KhattCalendar calendar)
{
  Speaker speaker = make_speaker (words, calendar);
  gint64 first_day = khatt_days_from_seconds (first), last_day = khatt_days_from_seconds (last);
  KhattPrecision precision = KHATT_PRECISION_DAY;
  Point from, to;

  if (first_day == last_day && last - first < KHATT_SECONDS_PER_DAY - 1)
    return say_span_within_a_day (&speaker, first, last);
  if (last_day - first_day > MAX_DAYS_IN_MONTHS)
    precision = KHATT_PRECISION_YEAR;
  else if (last_day - first_day > MAX_DAYS_IN_DAYS)
    precision = KHATT_PRECISION_MONTH;
  if (!make_point (&speaker, first, precision, &from) ||
      !make_point (&speaker, last, precision, &to))
    return NULL;
  return say_pair (&speaker, DASH, &from, &to);
}

/* Whether a year, a month or only a day of the calendar begins with that day. */
static KhattPrecision
get_beginning (KhattCalendar calendar, gint64 days)
{
  KhattCalendarDay day;

  if (!khatt_calendar_day_from_days (calendar, days, &day) || day.day != 1)
    return KHATT_PRECISION_DAY;
  return day.month == 1 ? KHATT_PRECISION_YEAR : KHATT_PRECISION_MONTH;
}

/* The largest units that begin with the first day and end with the last one; an end that is open
 * goes with any. */
static KhattPrecision
get_units (KhattCalendar calendar, gint64 first, gint64 last)
{
  KhattPrecision precision = KHATT_PRECISION_YEAR;

  if (first != KHATT_TIME_MIN)
    precision = MAX (precision, get_beginning (calendar, khatt_days_from_seconds (first)));
  if (last != KHATT_TIME_MAX)
    precision = MAX (precision, get_beginning (calendar, khatt_days_from_seconds (last) + 1));
  return precision;
}

/**
 * khatt_words_period:
 * @words: how to put things into words
 * @first: the first second of a period; %KHATT_TIME_MIN: it is open there
 * @last: its last second; %KHATT_TIME_MAX: it is open there, which it may be at one end only
 * @calendar: the calendar to say it in
 * @other: another one, for a period of its months or years; %KHATT_CALENDAR_NONE: there is none
 *
 * Says whole days, months or years, whatever the period consists of; of one that is open, only the
 * end that it has.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL where the calendar's table does not
 * reach
 */
char *
khatt_words_period (const KhattWords *words,
                    gint64 first,
                    gint64 last,
                    KhattCalendar calendar,
                    KhattCalendar other)
{
  KhattPrecision precision = get_units (calendar, first, last);
  Point from, to;

  if (precision == KHATT_PRECISION_DAY && other != KHATT_CALENDAR_NONE &&
      get_units (other, first, last) < KHATT_PRECISION_DAY)
    {
      calendar = other;
      precision = get_units (other, first, last);
    }

  Speaker speaker = make_speaker (words, calendar);

  if (!make_point (&speaker, first != KHATT_TIME_MIN ? first : last, precision, &from) ||
      !make_point (&speaker, last != KHATT_TIME_MAX ? last : first, precision, &to))
    return NULL;
  return say_pair (&speaker, DASH, &from, &to);
}
