/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * khatt-cli check: says what is wrong in files, and nothing when nothing is.
 */

#include "cli.h"

#include <glib/gi18n-lib.h>

static int
check_file (const KhattCliInput *input, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded =
      khatt_cli_load (input, (const char *const[]){ name, NULL }, &error);

  if (loaded == NULL)
    return khatt_cli_fail (error);
  return khatt_cli_print_issues (loaded->issues) > 0 ? KHATT_CLI_ISSUES : KHATT_CLI_DONE;
}

/**
 * khatt_cli_check:
 * @argc: number of arguments
 * @argv: "check", options and files
 *
 * Checks each file by itself.
 *
 * Returns: %KHATT_CLI_DONE where all are clean, else the worst status of a file
 */
int
khatt_cli_check (int argc, char **argv)
{
  g_auto (KhattCliInput) input = { 0 };
  const GOptionEntry options[] = {
    KHATT_CLI_INPUT_OPTIONS (input),
    G_OPTION_ENTRY_NULL,
  };
  int worst = KHATT_CLI_DONE;

  if (khatt_cli_parse (
          _ ("FILE…"),
          _ ("Says what is wrong in files: exit status 0 nothing, 1 something, 2 unusable."),
          options, &argc, &argv) != KHATT_CLI_DONE)
    return KHATT_CLI_UNUSABLE;
  if (input.names == NULL)
    return khatt_cli_refuse (_ ("A file is missing."));

  for (gsize i = 0; input.names[i] != NULL; i++)
    {
      int status = check_file (&input, input.names[i]);

      worst = MAX (worst, status);
    }
  return worst;
}
