/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents go out through the writers of `files`, which replace a file only by a whole one.
 */

#include "cli.h"

#include "khatt-issue.h"

/* A writer does not know where its output goes. */
static void
name_issues (GPtrArray *issues, const char *name)
{
  for (guint i = 0; i < issues->len; i++)
    {
      KhattIssue *issue = g_ptr_array_index (issues, i);

      if (issue->file == NULL)
        issue->file = g_strdup (name);
    }
}

/**
 * khatt_cli_write_document:
 * @name: a path, or "-" for standard output
 * @snapshot: what to write
 * @format: (nullable): name of a format; %NULL: by @name
 * @error: return location
 *
 * Writes a document; what its format cannot carry is said on standard error.
 *
 * Returns: %FALSE with @error set
 */
gboolean
khatt_cli_write_document (const char *name,
                          KhattSnapshot *snapshot,
                          const char *format,
                          GError **error)
{
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (!khatt_cli_is_stream (name))
    {
      file = g_file_new_for_path (name);
      if (!khatt_save_file (snapshot, file, format, NULL, NULL, issues, NULL, error))
        return FALSE;
    }
  else
    {
      stream = khatt_cli_open_stream (name, error);
      if (stream == NULL || !khatt_save_stream (snapshot, stream, format, issues, NULL, error) ||
          !g_output_stream_close (stream, NULL, error))
        return FALSE;
    }
  name_issues (issues, name);
  khatt_cli_print_issues (issues);
  return TRUE;
}
