/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands have in common on the command line: parsing options, and complaining on
 * standard error.
 */

#include "cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * khatt_cli_refuse:
 * @format: a printf format, translated
 *
 * Complains on standard error.
 *
 * Returns: %KHATT_CLI_UNUSABLE, for the caller to return
 */
int
khatt_cli_refuse (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s: %s\n", g_get_prgname (), message);
  return KHATT_CLI_UNUSABLE;
}

/**
 * khatt_cli_fail:
 * @error: why nothing could be done
 *
 * Ends a command with @error. A reader of our output that has closed its end has got what it
 * wanted, so that `khatt-cli … | head` is no failure.
 *
 * Returns: the exit status
 */
int
khatt_cli_fail (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return KHATT_CLI_DONE;
  return khatt_cli_refuse ("%s", error->message);
}

/**
 * khatt_cli_parse:
 * @usage: what follows the program's name in the usage line
 * @summary: what the command does, translated
 * @entries: its options, untranslated
 * @argc: (inout): number of arguments, the command's name first
 * @argv: (inout): the arguments; options are taken out
 *
 * Parses the options of a command; `--help` prints them and ends the program.
 *
 * Returns: %KHATT_CLI_DONE, or %KHATT_CLI_UNUSABLE after complaining
 */
int
khatt_cli_parse (const char *usage,
                 const char *summary,
                 const GOptionEntry *entries,
                 int *argc,
                 char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    return khatt_cli_fail (error);
  return KHATT_CLI_DONE;
}
