/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KHATT_CALENDAR_NONE,
  KHATT_CALENDAR_GREGORIAN,
  KHATT_CALENDAR_UMALQURA,
  KHATT_CALENDAR_PERSIAN,
  KHATT_CALENDAR_HEBREW,
} KhattCalendar;

#define KHATT_N_CALENDARS (KHATT_CALENDAR_HEBREW + 1)

/* The sets of Gregorian month names that Arabic uses, named after a region that uses each. */
typedef enum
{
  KHATT_MONTHS_EGYPT,      /* ar-EG: يناير فبراير ... */
  KHATT_MONTHS_LEVANT,     /* ar-SY: كانون الثاني شباط ... */
  KHATT_MONTHS_ALGERIA,    /* ar-DZ: جانفي فيفري ... */
  KHATT_MONTHS_MOROCCO,    /* ar-MA: يناير ... غشت شتنبر نونبر دجنبر */
  KHATT_MONTHS_MAURITANIA, /* ar-MR */
} KhattMonths;

typedef enum
{
  KHATT_DIGITS_LATIN,  /* 0123456789 */
  KHATT_DIGITS_ARABIC, /* ٠١٢٣٤٥٦٧٨٩ */
} KhattDigits;

typedef enum
{
  KHATT_WIDTH_WIDE,
  KHATT_WIDTH_SHORT,
} KhattWidth;

/* A day of a calendar: months from 1, in the calendar's own numbering. Hebrew ones from Tishri: the
 * sixth, Adar I, is one of leap years only. */
typedef struct
{
  gint64 year;
  int month;
  int day;
} KhattCalendarDay;

/* How dates are put into words. Plain data: copy it, keep no pointer but `language`, which is
 * interned. */
typedef struct
{
  const char *language; /* "ar", "en", ... g_intern_string()ed */
  KhattMonths months;   /* only where language is Arabic */
  KhattDigits digits;
} KhattWords;

KhattCalendar khatt_calendar_from_name (const char *name);
const char *khatt_calendar_get_name (KhattCalendar calendar);

gboolean khatt_calendar_day_from_days (KhattCalendar calendar, gint64 days, KhattCalendarDay *day);
gboolean
khatt_calendar_day_to_days (KhattCalendar calendar, const KhattCalendarDay *day, gint64 *days);
int khatt_calendar_get_most_months (KhattCalendar calendar);
void khatt_calendar_step_month (KhattCalendar calendar, KhattCalendarDay *day);
int khatt_calendar_days_in_month (KhattCalendar calendar, gint64 year, int month);
char *khatt_calendar_dup_month_name (KhattCalendar calendar,
                                     gint64 year,
                                     int month,
                                     KhattWidth width,
                                     const KhattWords *words);
char *khatt_calendar_dup_weekday_name (int iso_weekday, KhattWidth width, const KhattWords *words);
/* "صفر ١٤٤٧ هـ", "August 2025", ... */
char *khatt_calendar_dup_month_year (KhattCalendar calendar,
                                     gint64 year,
                                     int month,
                                     KhattWidth width,
                                     const KhattWords *words);
char *khatt_calendar_dup_year (KhattCalendar calendar, gint64 year, const KhattWords *words);
/* The day as the language writes it: weekday (0 leaves it out), day, month, year and era. */
char *khatt_calendar_dup_day (KhattCalendar calendar,
                              const KhattCalendarDay *day,
                              int iso_weekday,
                              const KhattWords *words);
/* Friday and Saturday or Saturday and Sunday ..., by the region of a locale such as "ar_EG": bit 1
 * << iso_weekday. */
guint khatt_calendar_get_weekend (const char *locale);

/* Every digit of `text` in the shape that was chosen. */
char *khatt_calendar_shape_digits (const char *text, const KhattWords *words);

G_END_DECLS
