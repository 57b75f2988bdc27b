/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The user's defaults: how dates are put into words, the second calendar, what the window
 * remembers. Kept in GSettings; where the schema is not installed the built-in defaults serve and
 * nothing is remembered. */

#include "khatt-preferences.h"

#include <string.h>

#include "khatt-words.h"

typedef struct
{
  const char *name;
  int value;
} NamedValue;

static const NamedValue months_names[] = {
  { "egypt", KHATT_MONTHS_EGYPT },           { "levant", KHATT_MONTHS_LEVANT },
  { "algeria", KHATT_MONTHS_ALGERIA },       { "morocco", KHATT_MONTHS_MOROCCO },
  { "mauritania", KHATT_MONTHS_MAURITANIA },
};

static const NamedValue digits_names[] = {
  { "latin", KHATT_DIGITS_LATIN },
  { "arabic", KHATT_DIGITS_ARABIC },
};

static const NamedValue direction_names[] = {
  { "rtl", KHATT_DIRECTION_RTL },
  { "ltr", KHATT_DIRECTION_LTR },
};

/* The value of the setting `key` in `table`, or `automatic`. */
static int
look_up (const char *key, const NamedValue *table, gsize n_values, int automatic)
{
  GSettings *settings = khatt_preferences_get_settings ();
  g_autofree char *name = settings ? g_settings_get_string (settings, key) : NULL;

  for (gsize i = 0; i < n_values; i++)
    if (g_strcmp0 (table[i].name, name) == 0)
      return table[i].value;
  return automatic;
}

/**
 * khatt_preferences_get_settings:
 *
 * Returns: (transfer none) (nullable): the settings of the application; %NULL where their schema is
 *   not installed
 */
GSettings *
khatt_preferences_get_settings (void)
{
  static gsize is_ready = 0;
  static GSettings *settings = NULL;

  if (g_once_init_enter (&is_ready))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      if (source)
        schema = g_settings_schema_source_lookup (source, KHATT_APPLICATION_ID, TRUE);
      if (schema)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&is_ready, 1);
    }
  return settings;
}

/**
 * khatt_preferences_get_language:
 *
 * Returns: (transfer none): the language of the interface, as "ar"
 */
const char *
khatt_preferences_get_language (void)
{
  const char *const *names = g_get_language_names ();
  const char *name = names[0];
  g_autofree char *language = NULL;

  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX") || g_str_has_prefix (name, "C."))
    return "en";
  language = g_strndup (name, strcspn (name, "_.@-"));
  return g_intern_string (language);
}

/**
 * khatt_preferences_get_words:
 *
 * Returns: how dates and numbers are put into words: the interface's language, with the month names
 *   and digits that the user chose
 */
KhattWords
khatt_preferences_get_words (void)
{
  KhattWords words = khatt_words_for_language (khatt_preferences_get_language ());

  words.months = look_up ("months", months_names, G_N_ELEMENTS (months_names), words.months);
  words.digits = look_up ("digits", digits_names, G_N_ELEMENTS (digits_names), words.digits);
  return words;
}

/**
 * khatt_preferences_get_second_calendar:
 *
 * Returns: the calendar shown below the Gregorian one
 */
KhattCalendar
khatt_preferences_get_second_calendar (void)
{
  GSettings *settings = khatt_preferences_get_settings ();
  g_autofree char *name = settings ? g_settings_get_string (settings, "second-calendar") : NULL;

  return name ? khatt_calendar_from_name (name) : KHATT_CALENDAR_UMALQURA;
}

/**
 * khatt_preferences_get_new_direction:
 * @automatic: the direction of its language
 *
 * Returns: where time runs in a timeline that is new
 */
KhattDirection
khatt_preferences_get_new_direction (KhattDirection automatic)
{
  return (KhattDirection) look_up ("new-direction", direction_names, G_N_ELEMENTS (direction_names),
                                   (int) automatic);
}

/**
 * khatt_preferences_follow_words:
 * @object: (type GObject): who writes dates or numbers
 * @write_cb: called with @object as its first argument
 *
 * Has @object write them anew whenever another way to write them is chosen, as long as it lives.
 */
void
khatt_preferences_follow_words (gpointer object, GCallback write_cb)
{
  static const char *const signals[] = { "changed::digits", "changed::months",
                                         "changed::second-calendar" };
  GSettings *settings = khatt_preferences_get_settings ();

  for (gsize i = 0; settings && i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (settings, signals[i], write_cb, object, G_CONNECT_SWAPPED);
}
