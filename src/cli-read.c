/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * khatt-cli read: articles and documents in, their events out, on standard output.
 */

#include "cli.h"

#include "khatt-format.h"

#include <glib/gi18n-lib.h>

/* The listing for people; a format of this command alone. */
#define LISTING "text"

static gboolean
write_listing (KhattSnapshot *snapshot, gboolean is_explained, GError **error)
{
  char *listing =
      is_explained ? khatt_cli_explain_events (snapshot) : khatt_cli_list_events (snapshot);
  g_autoptr (GBytes) bytes = g_bytes_new_take (listing, strlen (listing));

  return khatt_cli_write_bytes ("-", bytes, error);
}

/**
 * khatt_cli_read:
 * @argc: number of arguments
 * @argv: "read", options and files
 *
 * Reads files into one timeline and writes it.
 *
 * Returns: the exit status
 */
int
khatt_cli_read (int argc, char **argv)
{
  g_auto (KhattCliInput) input = { 0 };
  g_autofree char *to = NULL;
  gboolean is_explained = FALSE;
  const GOptionEntry options[] = {
    { "explain", 0, 0, G_OPTION_ARG_NONE, &is_explained,
      N_ ("Say for each event which sentence and rules made it"), NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Write as json, csv or text (default: text)"),
      N_ ("FORMAT") },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &input.n_jobs,
      N_ ("Read articles in so many threads (default: one for each core)"), N_ ("N") },
    KHATT_CLI_INPUT_OPTIONS (input),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  const KhattFormat *format;
  gboolean is_listing;

  if (khatt_cli_parse (_ ("FILE…"),
                       _ ("Reads articles and documents and writes their events. What was "
                          "dismissed in the review stands in json only."),
                       options, &argc, &argv) != KHATT_CLI_DONE)
    return KHATT_CLI_UNUSABLE;
  if (input.names == NULL)
    return khatt_cli_refuse (_ ("A file is missing."));
  if (input.n_jobs < 0)
    return khatt_cli_refuse (_ ("--jobs is a number of threads, 1 or more."));
  if (is_explained && to != NULL)
    return khatt_cli_refuse (_ ("--explain and --to exclude each other."));
  is_listing = to == NULL || g_str_equal (to, LISTING);
  format = is_listing ? NULL : khatt_format_by_name (to);
  if (!is_listing && (format == NULL || !format->can_write))
    return khatt_cli_refuse (_ ("“%s” is not a format that can be written."), to);

  loaded = khatt_cli_load (&input, (const char *const *) input.names, &error);
  if (loaded == NULL)
    return khatt_cli_fail (error);
  khatt_cli_print_issues (loaded->issues);
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  if (is_listing ? !write_listing (snapshot, is_explained, &error)
                 : !khatt_cli_write_document ("-", snapshot, format->name, &error))
    return khatt_cli_fail (error);
  return KHATT_CLI_DONE;
}
