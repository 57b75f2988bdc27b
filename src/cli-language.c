/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two languages meet here: messages are in the user's, a drawing's own words are in its document's.
 */

#include "cli.h"

#include "khatt-locale.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>

/* A locale that every system has and in which gettext looks at LANGUAGE; in "C" it does not. */
#define NEUTRAL_LOCALE "C.UTF-8"

/* GLib decides at the first message, once and for all, whether it translates: not where the user's
 * own language has no translation. A drawing may need one all the same, so the decision is made
 * with a language that has one. */
static void
let_glib_translate (void)
{
  g_autofree char *user_locale = g_strdup (setlocale (LC_MESSAGES, NULL));
  g_autofree char *user_language = g_strdup (g_getenv ("LANGUAGE"));

  khatt_cli_speak ("ar");
  g_dgettext (GETTEXT_PACKAGE, "Usage:");

  setlocale (LC_MESSAGES, user_locale);
  if (user_language != NULL)
    g_setenv ("LANGUAGE", user_language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * khatt_cli_start_languages:
 *
 * Makes messages speak the user's language. Files and terminals are taken to be UTF-8 where the
 * locale says nothing.
 */
void
khatt_cli_start_languages (void)
{
  g_autofree char *folder = khatt_locale_find_translations ();

  setlocale (LC_ALL, "");
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, NEUTRAL_LOCALE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  let_glib_translate ();
}

/**
 * khatt_cli_speak:
 * @language: a language code: "ar"
 *
 * Gives all messages from now on in @language.
 */
void
khatt_cli_speak (const char *language)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    setlocale (LC_MESSAGES, NEUTRAL_LOCALE);
  g_setenv ("LANGUAGE", language, TRUE);
  /* Makes gettext look again. */
  textdomain (GETTEXT_PACKAGE);
}

/**
 * khatt_cli_dup_language:
 *
 * The language messages are in, for dates in words beside them.
 *
 * Returns: (transfer full): a language code: "en"
 */
char *
khatt_cli_dup_language (void)
{
  /* Translators: the code of the language you translate into, as in the name of your file: ar, fr,
   * ... */
  return g_strdup (C_ ("language code", "en"));
}
