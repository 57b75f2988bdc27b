/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days, months and years as a language writes them, in the calendar, month names and digits chosen.
 * Arabic and English have patterns of their own, as their newspapers write dates; other languages
 * have ICU's. A pattern is CLDR's: d day, M or L month, y year, E or c weekday, G era, quotes round
 * words.
 */

#include "khatt-calendar-tables.h"

#include <string.h>

#define ARABIC_ZERO 0x0660
#define BYTES_OF_DIGIT 2
#define NUMERIC_MONTH_LETTERS 2 /* M and MM are a number, MMM is a name */

typedef struct
{
  const char *language;
  const char *day;
  const char *weekday;
  const char *month;
  const char *eras[KHATT_N_CALENDARS];
} Style;

static const Style styles[] = {
  { "ar", "d MMMM y", "EEEE d MMMM y", "LLLL y", { "ق.م", "ق.م", "هـ", "هـ.ش", "عبرية" } },
  { "en", "d MMMM y", "EEEE d MMMM y", "LLLL y", { "BCE", "BCE", "AH", "SH", "AM" } },
};

/* CLDR spells some of these in a way that no Arabic newspaper does. */
static const char *const persian_months_in_arabic[] = {
  "فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور",
  "مهر",     "آبان",     "آذر",   "دي",  "بهمن",  "إسفند",
};

/* What is put into a pattern. */
typedef struct
{
  KhattCalendar calendar;
  KhattCalendarDay day;
  int iso_weekday;
  const KhattCalendarNames *names;
  const Style *style; /* may be NULL */
  const KhattWords *words;
} Fields;

static const Style *
find_style (const KhattWords *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].language, words->language))
      return &styles[i];
  return NULL;
}

/**
 * khatt_calendar_shape_digits:
 * @text: UTF-8
 * @words: how to put things into words
 *
 * Gives every ASCII digit of a text the shape that was chosen.
 *
 * Returns: (transfer full): the text
 */
char *
khatt_calendar_shape_digits (const char *text, const KhattWords *words)
{
  char *shaped, *end;

  if (words->digits == KHATT_DIGITS_LATIN)
    return g_strdup (text);

  end = shaped = g_malloc (BYTES_OF_DIGIT * strlen (text) + 1);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        end += g_unichar_to_utf8 (ARABIC_ZERO + (gunichar) (*p - '0'), end);
      else
        *end++ = *p;
    }
  *end = '\0';

  return shaped;
}

static void
append_number (GString *text, gint64 number, const KhattWords *words)
{
  char digits[24];
  g_autofree char *shaped = NULL;

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
  shaped = khatt_calendar_shape_digits (digits, words);
  g_string_append (text, shaped);
}

static const char *
get_month_name (const Fields *fields, gboolean is_standalone)
{
  int index = fields->day.month - 1;

  if (index < 0 || index >= khatt_calendar_get_most_months (fields->calendar))
    return "";
  if (fields->calendar == KHATT_CALENDAR_HEBREW && fields->day.month == KHATT_HEBREW_ADAR &&
      khatt_hebrew_year_is_leap (fields->day.year))
    index = KHATT_MOST_MONTHS;
  if (fields->calendar == KHATT_CALENDAR_PERSIAN && g_str_equal (fields->words->language, "ar"))
    return persian_months_in_arabic[index];
  return is_standalone ? fields->names->standalone_months[index] : fields->names->months[index];
}

static const char *
get_era (const Fields *fields)
{
  return fields->style != NULL ? fields->style->eras[fields->calendar] : fields->names->era;
}

/* Years before 1 are counted backwards and need their era; the other calendars always name theirs.
 */
static gboolean
needs_era (const Fields *fields)
{
  return fields->calendar != KHATT_CALENDAR_GREGORIAN || fields->day.year < 1;
}

static void
append_field (GString *text, char letter, gsize n_letters, const Fields *fields)
{
  gboolean is_standalone = letter == 'L';
  gint64 year = fields->day.year;

  switch (letter)
    {
    case 'd':
      append_number (text, fields->day.day, fields->words);
      break;
    case 'M':
    case 'L':
      if (n_letters <= NUMERIC_MONTH_LETTERS)
        append_number (text, fields->day.month, fields->words);
      else
        g_string_append (text, get_month_name (fields, is_standalone));
      break;
    case 'y':
      if (fields->calendar == KHATT_CALENDAR_GREGORIAN && year < 1)
        year = 1 - year;
      append_number (text, year, fields->words);
      break;
    case 'E':
    case 'c':
      if (fields->iso_weekday > 0)
        g_string_append (text, fields->names->weekdays[fields->iso_weekday - 1]);
      break;
    case 'G':
      if (needs_era (fields))
        g_string_append (text, get_era (fields));
      break;
    default:
      break;
    }
}

static char *
fill_pattern (const char *pattern, const Fields *fields)
{
  GString *text = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *p = pattern; *p != '\0';)
    {
      gsize n_letters = 1;

      if (*p == '\'')
        is_quoted = !is_quoted;
      else if (is_quoted || !g_ascii_isalpha (*p))
        g_string_append_c (text, *p);
      else
        {
          while (p[n_letters] == *p)
            n_letters++;
          append_field (text, *p, n_letters, fields);
        }
      p += n_letters;
    }
  if (strchr (pattern, 'G') == NULL && needs_era (fields))
    g_string_append_printf (text, " %s", get_era (fields));
  return g_strstrip (g_string_free (text, FALSE));
}

static Fields
make_fields (KhattCalendar calendar,
             const KhattCalendarDay *day,
             KhattWidth width,
             const KhattWords *words)
{
  return (Fields){
    .calendar = calendar,
    .day = *day,
    .names = khatt_calendar_names_get (calendar, width, words),
    .style = find_style (words),
    .words = words,
  };
}

/**
 * khatt_calendar_dup_month_name:
 * @calendar: a calendar
 * @year: a year of it: in Hebrew leap years Adar is Adar II
 * @month: its month, from 1
 * @width: wide or short
 * @words: the language, and the family of month names
 *
 * Gets the name of a month as it stands alone.
 *
 * Returns: (transfer full): the name
 */
char *
khatt_calendar_dup_month_name (KhattCalendar calendar,
                               gint64 year,
                               int month,
                               KhattWidth width,
                               const KhattWords *words)
{
  KhattCalendarDay day = { year, month, 1 };
  Fields fields = make_fields (calendar, &day, width, words);

  return g_strdup (get_month_name (&fields, TRUE));
}

/**
 * khatt_calendar_dup_weekday_name:
 * @iso_weekday: 1 Monday to 7 Sunday
 * @width: wide or short
 * @words: the language
 *
 * Gets the name of a day of the week.
 *
 * Returns: (transfer full): the name
 */
char *
khatt_calendar_dup_weekday_name (int iso_weekday, KhattWidth width, const KhattWords *words)
{
  g_return_val_if_fail (iso_weekday >= 1 && iso_weekday <= KHATT_DAYS_PER_WEEK, NULL);
  return g_strdup (
      khatt_calendar_names_get (KHATT_CALENDAR_GREGORIAN, width, words)->weekdays[iso_weekday - 1]);
}

/**
 * khatt_calendar_dup_month_year:
 * @calendar: a calendar
 * @year: a year of it
 * @month: a month of it, from 1
 * @width: wide or short
 * @words: how to put things into words
 *
 * Writes a month with its year, such as "صفر ١٤٤٧ هـ" or "August 2025".
 *
 * Returns: (transfer full): the text
 */
char *
khatt_calendar_dup_month_year (KhattCalendar calendar,
                               gint64 year,
                               int month,
                               KhattWidth width,
                               const KhattWords *words)
{
  KhattCalendarDay day = { year, month, 1 };
  Fields fields = make_fields (calendar, &day, width, words);

  return fill_pattern (fields.style != NULL ? fields.style->month : fields.names->month_pattern,
                       &fields);
}

/**
 * khatt_calendar_dup_year:
 * @calendar: a calendar
 * @year: a year of it; Gregorian years are astronomical
 * @words: how to put things into words
 *
 * Writes a year, with its era where it needs one, such as "2025", "١٤٤٧ هـ" or "44 BCE".
 *
 * Returns: (transfer full): the text
 */
char *
khatt_calendar_dup_year (KhattCalendar calendar, gint64 year, const KhattWords *words)
{
  KhattCalendarDay day = { year, 1, 1 };
  Fields fields = make_fields (calendar, &day, KHATT_WIDTH_WIDE, words);

  return fill_pattern (fields.style != NULL ? "y" : fields.names->year_pattern, &fields);
}

/**
 * khatt_calendar_dup_day:
 * @calendar: a calendar
 * @day: a day of it
 * @iso_weekday: 1 Monday to 7 Sunday; 0 leaves it out
 * @words: how to put things into words
 *
 * Writes a day, such as "الجمعة ٨ أغسطس ٢٠٢٥" or "14 Safar 1447 AH".
 *
 * Returns: (transfer full): the text
 */
char *
khatt_calendar_dup_day (KhattCalendar calendar,
                        const KhattCalendarDay *day,
                        int iso_weekday,
                        const KhattWords *words)
{
  Fields fields = make_fields (calendar, day, KHATT_WIDTH_WIDE, words);

  fields.iso_weekday = iso_weekday;
  if (iso_weekday > 0)
    return fill_pattern (
        fields.style != NULL ? fields.style->weekday : fields.names->weekday_pattern, &fields);
  return fill_pattern (fields.style != NULL ? fields.style->day : fields.names->day_pattern,
                       &fields);
}
