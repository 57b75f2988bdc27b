/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * khatt-cli convert: one file in, the same events out in another format.
 */

#include "cli.h"

#include "khatt-format.h"

#include <glib/gi18n-lib.h>

static const KhattFormat *
choose_format (const char *to, const char *name)
{
  if (to != NULL)
    return khatt_format_by_name (to);
  return g_str_equal (name, "-") ? khatt_format_by_name ("khatt")
                                 : khatt_format_by_file_name (name);
}

/**
 * khatt_cli_convert:
 * @argc: number of arguments
 * @argv: "convert", options, the file to read and the file to write
 *
 * Writes what a file holds in another format.
 *
 * Returns: the exit status
 */
int
khatt_cli_convert (int argc, char **argv)
{
  g_auto (KhattCliInput) input = { 0 };
  g_autofree char *to = NULL;
  const GOptionEntry options[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Write OUT as this format (default: by its name)"),
      N_ ("FORMAT") },
    KHATT_CLI_INPUT_OPTIONS (input),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  const KhattFormat *format;

  if (khatt_cli_parse (_ ("IN OUT"), _ ("Writes a file again in another format."), options, &argc,
                       &argv) != KHATT_CLI_DONE)
    return KHATT_CLI_UNUSABLE;
  if (input.names == NULL || g_strv_length (input.names) != 2)
    return khatt_cli_refuse (_ ("Two files are needed: one to read and one to write."));
  format = choose_format (to, input.names[1]);
  if (format == NULL || !format->can_write)
    return khatt_cli_refuse (_ ("“%s” is not a format that can be written."),
                             to != NULL ? to : input.names[1]);

  loaded = khatt_cli_load (&input, (const char *const[]){ input.names[0], NULL }, &error);
  if (loaded == NULL)
    return khatt_cli_fail (error);
  khatt_cli_print_issues (loaded->issues);
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  return khatt_cli_write_document (input.names[1], snapshot, format->name, &error)
             ? KHATT_CLI_DONE
             : khatt_cli_fail (error);
}
