/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the user chose decides how dates are written. */

#include "khatt-preferences.h"

#include "khatt-words.h"
#include "ui-sample.h"

static void
reset (void)
{
  GSettings *settings = khatt_preferences_get_settings ();

  g_settings_reset (settings, "digits");
  g_settings_reset (settings, "months");
  g_settings_reset (settings, "second-calendar");
}

static void
test_settings (void)
{
  g_assert_nonnull (khatt_preferences_get_settings ());
  g_assert_true (khatt_preferences_get_settings () == khatt_preferences_get_settings ());
}

static void
test_digits (void)
{
  KhattWords words;

  g_settings_set_string (khatt_preferences_get_settings (), "digits", "arabic");
  words = khatt_preferences_get_words ();
  g_assert_cmpint (words.digits, ==, KHATT_DIGITS_ARABIC);
  g_settings_set_string (khatt_preferences_get_settings (), "digits", "latin");
  words = khatt_preferences_get_words ();
  g_assert_cmpint (words.digits, ==, KHATT_DIGITS_LATIN);
  reset ();
}

static void
test_digits_are_written (void)
{
  KhattWords words;
  g_autofree char *number = NULL;

  g_settings_set_string (khatt_preferences_get_settings (), "digits", "arabic");
  words = khatt_preferences_get_words ();
  number = khatt_words_number (&words, 14);
  g_assert_cmpstr (number, ==, "١٤");
  reset ();
}

static void
test_months (void)
{
  const struct
  {
    const char *name;
    KhattMonths months;
  } cases[] = {
    { "egypt", KHATT_MONTHS_EGYPT },           { "levant", KHATT_MONTHS_LEVANT },
    { "algeria", KHATT_MONTHS_ALGERIA },       { "morocco", KHATT_MONTHS_MOROCCO },
    { "mauritania", KHATT_MONTHS_MAURITANIA },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_settings_set_string (khatt_preferences_get_settings (), "months", cases[i].name);
      g_assert_cmpint (khatt_preferences_get_words ().months, ==, cases[i].months);
    }
  reset ();
}

static void
test_automatic (void)
{
  KhattWords language = khatt_words_for_language (khatt_preferences_get_language ());
  KhattWords words = khatt_preferences_get_words ();

  g_assert_cmpint (words.digits, ==, language.digits);
  g_assert_cmpint (words.months, ==, language.months);
  g_assert_cmpstr (words.language, ==, language.language);
}

static void
test_calendar (void)
{
  g_assert_cmpint (khatt_preferences_get_second_calendar (), ==, KHATT_CALENDAR_UMALQURA);
  g_settings_set_string (khatt_preferences_get_settings (), "second-calendar", "persian");
  g_assert_cmpint (khatt_preferences_get_second_calendar (), ==, KHATT_CALENDAR_PERSIAN);
  g_settings_set_string (khatt_preferences_get_settings (), "second-calendar", "hebrew");
  g_assert_cmpint (khatt_preferences_get_second_calendar (), ==, KHATT_CALENDAR_HEBREW);
  g_settings_set_string (khatt_preferences_get_settings (), "second-calendar", "none");
  g_assert_cmpint (khatt_preferences_get_second_calendar (), ==, KHATT_CALENDAR_NONE);
  reset ();
}

static void
test_language (void)
{
  /* The tests run in the C locale. */
  g_assert_cmpstr (khatt_preferences_get_language (), ==, "en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preferences/are-kept-in-settings", test_settings);
  g_test_add_func ("/preferences/digits", test_digits);
  g_test_add_func ("/preferences/digits-are-written-so", test_digits_are_written);
  g_test_add_func ("/preferences/month-names", test_months);
  g_test_add_func ("/preferences/automatic-is-the-language's", test_automatic);
  g_test_add_func ("/preferences/the-second-calendar", test_calendar);
  g_test_add_func ("/preferences/no-locale-is-english", test_language);
  return g_test_run ();
}
