/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A date as people type it, in plain words: "about August 2025", "between 6 and 8 August 2025",
 * "نحو آب ٢٠٢٥", "before 1990". Patterns of Arabic and of English say which words go round a date
 * and what they make of it; what stands inside is read in the same way, down to EDTF and to numbers
 * with a month. Everything that khatt_words_date() says of a date is understood again. */

#include "khatt-date-entry.h"

#include "khatt-date-numbers.h"
#include "khatt-date-patterns.h"
#include "khatt-fold.h"

#include <string.h>

#define MOST_LENGTH 200 /* bytes; nobody types more */
#define MOST_DEPTH 4    /* "about the middle of August, perhaps" */
#define MOST_DAYS 31

/* The part of a month, and the part of a year as EDTF numbers it, that people call so. */
static const struct
{
  int first_day;
  int last_day; /* 0: the last */
  int code;
} parts[] = {
  [KHATT_DATE_MEANING_BEGINNING - KHATT_DATE_MEANING_BEGINNING] = { 1, 10, 33 },
  [KHATT_DATE_MEANING_MIDDLE - KHATT_DATE_MEANING_BEGINNING] = { 11, 20, 38 },
  [KHATT_DATE_MEANING_END - KHATT_DATE_MEANING_BEGINNING] = { 21, 0, 36 },
};

/* How far the reading of a text has come. */
typedef struct
{
  const KhattDateEntry *entry;
  guint depth;
  gboolean is_end; /* of two dates: no further two stand in it */
} Reading;

static gboolean parse (const char *text, Reading reading, KhattDate *date);

/* ---- What patterns make of dates ---- */

static gboolean
take_qualified (const KhattDate *inside, KhattDateFlags flag, KhattDate *date)
{
  *date = *inside;
  date->flags |= flag;
  return TRUE;
}

/* The day before something began (-1), or after it ended (1). */
static gboolean
get_day_beside (const KhattDate *inside, int step, KhattDate *day)
{
  gint64 second = step < 0 ? khatt_date_first (inside) : khatt_date_last (inside);
  gint64 year;
  int month;
  int day_of_month;

  if (second == KHATT_TIME_MIN || second == KHATT_TIME_MAX)
    return FALSE;
  khatt_civil_from_days (khatt_days_from_seconds (second) + step, &year, &month, &day_of_month);
  *day = khatt_date_from_day (year, month, day_of_month);
  return TRUE;
}

static gboolean
take_bounds (const KhattDate *first, const KhattDate *last, KhattDateFlags kind, KhattDate *date)
{
  *date = khatt_date_from_bounds (first, last, kind);
  return khatt_date_is_known (date);
}

static gboolean
take_part (const KhattDate *inside, KhattDateMeaning meaning, KhattDate *date)
{
  gint64 year;
  int month;
  int day;

  khatt_civil_from_days (khatt_days_from_seconds (khatt_date_first (inside)), &year, &month, &day);
  if (inside->precision == KHATT_PRECISION_MONTH)
    {
      int first_day = parts[meaning - KHATT_DATE_MEANING_BEGINNING].first_day;
      int last_day = parts[meaning - KHATT_DATE_MEANING_BEGINNING].last_day;
      KhattDate first = khatt_date_from_day (year, month, first_day);
      KhattDate last = khatt_date_from_day (
          year, month, last_day != 0 ? last_day : khatt_days_in_month (year, month));

      take_bounds (&first, &last, KHATT_DATE_SET, date);
      date->flags |= KHATT_DATE_APPROXIMATE;
      return TRUE;
    }
  if (inside->precision == KHATT_PRECISION_YEAR)
    {
      g_autofree char *edtf = g_strdup_printf ("%04" G_GINT64_FORMAT "-%d~", year,
                                               parts[meaning - KHATT_DATE_MEANING_BEGINNING].code);

      return khatt_date_parse (edtf, -1, date, NULL);
    }
  return FALSE;
}

static gboolean
take_part_of_year (const KhattDate *inside, int code, KhattDate *date)
{
  g_autofree char *edtf = NULL;
  gint64 year;
  int month;
  int day;

  if (inside->precision != KHATT_PRECISION_YEAR || (inside->flags & KHATT_DATE_INTERVAL) != 0)
    return FALSE;
  khatt_civil_from_days (khatt_days_from_seconds (khatt_date_first (inside)), &year, &month, &day);
  edtf = g_strdup_printf ("%04" G_GINT64_FORMAT "-%d", year, code);
  return khatt_date_parse (edtf, -1, date, NULL);
}

static gboolean
take_years (gint64 first, const char *format, KhattDate *date)
{
  g_autofree char *start = g_strdup_printf ("%02" G_GINT64_FORMAT, first);
  g_autofree char *edtf = g_strconcat (start, format, NULL);

  return first > 0 && khatt_date_parse (edtf, -1, date, NULL);
}

static gboolean
take_day (const KhattDateEntry *entry, int step, KhattDate *date)
{
  gint64 year;
  int month;
  int day;

  if (entry->today == KHATT_TIME_MIN)
    return FALSE;
  khatt_civil_from_days (khatt_days_from_seconds (entry->today) + step, &year, &month, &day);
  *date = khatt_date_from_day (year, month, day);
  return TRUE;
}

static gboolean
take_one (const KhattDatePattern *pattern, const KhattDate *inside, KhattDate *date)
{
  KhattDate day;

  switch (pattern->meaning)
    {
    case KHATT_DATE_MEANING_ABOUT:
      return take_qualified (inside, KHATT_DATE_APPROXIMATE, date);
    case KHATT_DATE_MEANING_UNCERTAIN:
      return take_qualified (inside, KHATT_DATE_UNCERTAIN, date);
    case KHATT_DATE_MEANING_OR_EARLIER:
      return take_bounds (NULL, inside, KHATT_DATE_SET, date);
    case KHATT_DATE_MEANING_EARLIER:
      return get_day_beside (inside, -1, &day) && take_bounds (NULL, &day, KHATT_DATE_SET, date);
    case KHATT_DATE_MEANING_OR_LATER:
      return take_bounds (inside, NULL, KHATT_DATE_SET, date);
    case KHATT_DATE_MEANING_LATER:
      return get_day_beside (inside, 1, &day) && take_bounds (&day, NULL, KHATT_DATE_SET, date);
    case KHATT_DATE_MEANING_ONWARDS:
      return take_bounds (inside, NULL, KHATT_DATE_INTERVAL, date);
    case KHATT_DATE_MEANING_UNTIL:
      return take_bounds (NULL, inside, KHATT_DATE_INTERVAL, date);
    case KHATT_DATE_MEANING_TO_UNKNOWN:
      return take_bounds (inside, NULL, KHATT_DATE_INTERVAL | KHATT_DATE_END_UNKNOWN, date);
    case KHATT_DATE_MEANING_FROM_UNKNOWN:
      return take_bounds (NULL, inside, KHATT_DATE_INTERVAL | KHATT_DATE_START_UNKNOWN, date);
    case KHATT_DATE_MEANING_BEGINNING:
    case KHATT_DATE_MEANING_MIDDLE:
    case KHATT_DATE_MEANING_END:
      return take_part (inside, pattern->meaning, date);
    case KHATT_DATE_MEANING_PART_OF_YEAR:
      return take_part_of_year (inside, pattern->number, date);
    default:
      *date = *inside;
      return TRUE;
    }
}

/* Of patterns whose {1} is a plain number, or that have none. */
static gboolean
take_number (const KhattDatePattern *pattern,
             const char *inside,
             const KhattDateEntry *entry,
             KhattDate *date)
{
  guint64 number = (guint64) pattern->number;

  if (inside != NULL && !g_ascii_string_to_unsigned (inside, 10, 1, 9999, &number, NULL))
    return FALSE;

  switch (pattern->meaning)
    {
    case KHATT_DATE_MEANING_DECADE:
      return number % 10 == 0 && number >= 100 && take_years ((gint64) number / 10, "X", date);
    case KHATT_DATE_MEANING_DECADE_OF_1900S:
      return take_years (190 + (gint64) number / 10, "X", date);
    case KHATT_DATE_MEANING_CENTURY:
      return number <= 99 && take_years ((gint64) number - 1, "XX", date);
    case KHATT_DATE_MEANING_DAY:
    default:
      return take_day (entry, pattern->number, date);
    }
}

static gboolean
has_plain_number (KhattDateMeaning meaning)
{
  return meaning >= KHATT_DATE_MEANING_DECADE;
}

/* ---- Matching ---- */

static const char *
skip_number (const char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Whether a year can be among the numbers of a text. */
static gboolean
has_year (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at))
        continue;
      if (skip_number (at) - at > 2 || g_ascii_strtoll (at, NULL, 10) > MOST_DAYS)
        return TRUE;
      at = skip_number (at) - 1;
    }
  return FALSE;
}

static gboolean
has_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        return TRUE;
    }
  return FALSE;
}

/* "6" of "6 to 8 August 2025" is in that month; "6 July" in that year. */
static char *
lend_to_first (const char *first, const char *last)
{
  const char *after = last;

  if (has_year (first) || !has_year (last))
    return g_strdup (first);
  if (!has_letters (first))
    {
      after += strcspn (after, "0123456789");
      return g_strconcat (first, skip_number (after), NULL);
    }
  for (after = last + strlen (last); after > last && !g_ascii_isdigit (after[-1]);)
    after--;
  while (after > last && g_ascii_isdigit (after[-1]))
    after--;
  return g_strconcat (first, " ", after, NULL);
}

/* A hyphen without words round it stands between years, or in front of a month: "8-8-2025" is one
 * date. */
static gboolean
can_be_two (const char *infix, const char *first, const char *last)
{
  if (strpbrk (infix, "-") == NULL)
    return TRUE;
  return has_letters (last) || (has_year (first) && has_year (last));
}

static gboolean
take_two (const KhattDatePattern *pattern,
          const char *first,
          const char *last,
          Reading reading,
          KhattDate *date)
{
  gboolean is_set = pattern->meaning == KHATT_DATE_MEANING_BETWEEN;
  g_autofree char *whole = lend_to_first (first, last);
  KhattDate ends[2];

  reading.is_end = TRUE;
  return parse (last, reading, &ends[1]) && parse (whole, reading, &ends[0]) &&
         take_bounds (&ends[0], &ends[1], is_set ? KHATT_DATE_SET : KHATT_DATE_INTERVAL, date);
}

/* `inside`: what stands between the ends of the pattern. `infix`: between its two dates. */
static gboolean
match_two (const KhattDatePattern *pattern,
           const char *inside,
           const char *infix,
           Reading reading,
           KhattDate *date)
{
  for (const char *at = strstr (inside, infix); at != NULL; at = strstr (at + 1, infix))
    {
      g_autofree char *first = g_strstrip (g_strndup (inside, (gsize) (at - inside)));
      g_autofree char *last = g_strstrip (g_strdup (at + strlen (infix)));

      if (*first != '\0' && *last != '\0' && can_be_two (infix, first, last) &&
          take_two (pattern, first, last, reading, date))
        return TRUE;
    }
  return FALSE;
}

static gboolean
match (const KhattDatePattern *pattern, const char *text, Reading reading, KhattDate *date)
{
  g_autofree char *folded = khatt_fold (pattern->text, -1);
  char *first = strstr (folded, KHATT_DATE_PATTERN_FIRST);
  char *second = strstr (folded, KHATT_DATE_PATTERN_SECOND);
  const char *suffix;
  g_autofree char *inside = NULL;
  KhattDate found;

  if (first == NULL)
    return g_str_equal (text, folded) && take_number (pattern, NULL, reading.entry, date);

  *first = '\0';
  suffix = (second != NULL ? second : first) + strlen (KHATT_DATE_PATTERN_FIRST);
  if (!g_str_has_prefix (text, folded) || !g_str_has_suffix (text, suffix) ||
      strlen (text) <= strlen (folded) + strlen (suffix))
    return FALSE;

  inside = g_strdup (text + strlen (folded));
  inside[strlen (inside) - strlen (suffix)] = '\0';
  g_strstrip (inside);
  if (second != NULL)
    {
      *second = '\0';
      return !reading.is_end &&
             match_two (pattern, inside, first + strlen (KHATT_DATE_PATTERN_FIRST), reading, date);
    }
  if (has_plain_number (pattern->meaning))
    return take_number (pattern, inside, reading.entry, date);
  return parse (inside, reading, &found) && take_one (pattern, &found, date);
}

static gint64
get_year (const KhattDate *date)
{
  gint64 year;
  int month;
  int day;

  khatt_civil_from_days (khatt_days_from_seconds (khatt_date_first (date)), &year, &month, &day);
  return year;
}

/* EDTF, or numbers and a month; this year's where none is said, unless it is a month of another
 * calendar. */
static gboolean
parse_plain (const char *text, const KhattDateEntry *entry, KhattDate *date)
{
  g_autofree char *with_year = NULL;
  KhattDate today;
  gint64 year;

  if (entry->today == KHATT_TIME_MIN || has_year (text) ||
      (!has_letters (text) && skip_number (text)[0] == '\0'))
    return khatt_date_numbers_parse (text, &entry->words, entry->second_calendar, date);

  year = take_day (entry, 0, &today) ? get_year (&today) : 0;
  with_year = g_strdup_printf ("%s %04" G_GINT64_FORMAT, text, year);
  return khatt_date_numbers_parse (with_year, &entry->words, KHATT_CALENDAR_NONE, date) &&
         get_year (date) == year;
}

/* Folded text without spaces round it. */
static gboolean
parse (const char *text, Reading reading, KhattDate *date)
{
  g_autofree char *edtf = g_ascii_strup (text, -1);
  gsize n_patterns;
  const KhattDatePattern *patterns = khatt_date_patterns_get (&n_patterns);

  if (*text == '\0')
    return FALSE;
  if (khatt_date_parse (edtf, -1, date, NULL) && khatt_date_is_known (date))
    return TRUE;

  reading.depth++;
  for (gsize i = 0; reading.depth <= MOST_DEPTH && i < n_patterns; i++)
    {
      if (match (&patterns[i], text, reading, date))
        return TRUE;
    }
  return parse_plain (text, reading.entry, date);
}

static char *
collapse_spaces (char *text)
{
  char *out = text;

  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean is_space = g_ascii_isspace (*at);

      if (!is_space || (out > text && out[-1] != ' '))
        *out++ = is_space ? ' ' : *at;
    }
  *out = '\0';
  return g_strchomp (text);
}

/**
 * khatt_date_entry_parse:
 * @text: what somebody typed
 * @entry: what it is read with
 * @date: (out): the date
 *
 * Reads "2025-08-08" and everything else that is EDTF, "8/8/2025", "8 August 2025", "14 Safar
 * 1447", with the digits of either script, and these in the words that people put round a date:
 * about, perhaps, before, since, between, early, and so on, in English and in Arabic.
 *
 * Returns: %FALSE where it is no date
 */
gboolean
khatt_date_entry_parse (const char *text, const KhattDateEntry *entry, KhattDate *date)
{
  g_autofree char *folded = NULL;

  if (strlen (text) > MOST_LENGTH || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  folded = collapse_spaces (khatt_fold (text, -1));
  return parse (folded, (Reading){ .entry = entry }, date);
}
