/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Output goes to a new file that takes the old one's place once it is whole, or straight into
 * standard output, a pipe or a device: those must not be replaced by a file.
 */

#include "cli.h"

#include "khatt-issue.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static gboolean
is_stream (const char *name)
{
  GStatBuf status;

  if (g_str_equal (name, "-"))
    return TRUE;
  return g_stat (name, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

static GOutputStream *
open_stream (const char *name, GError **error)
{
  int descriptor;

  if (g_str_equal (name, "-"))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  descriptor = g_open (name, O_WRONLY | O_CLOEXEC, 0);
  if (descriptor < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", name,
                   g_strerror (errno));
      return NULL;
    }
  return g_unix_output_stream_new (descriptor, TRUE);
}

/**
 * khatt_cli_write_bytes:
 * @name: a path, or "-" for standard output
 * @bytes: what to write
 * @error: return location
 *
 * Writes @bytes whole, or leaves a file as it was.
 *
 * Returns: %FALSE with @error set
 */
gboolean
khatt_cli_write_bytes (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (!is_stream (name))
    return g_file_set_contents_full (name, data, length,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0666, error);

  stream = open_stream (name, error);
  if (stream == NULL)
    return FALSE;
  return g_output_stream_write_all (stream, data, length, NULL, NULL, error) &&
         g_output_stream_close (stream, NULL, error);
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

  if (!is_stream (name))
    {
      file = g_file_new_for_path (name);
      if (!khatt_save_file (snapshot, file, format, NULL, NULL, issues, NULL, error))
        return FALSE;
    }
  else
    {
      stream = open_stream (name, error);
      if (stream == NULL || !khatt_save_stream (snapshot, stream, format, issues, NULL, error) ||
          !g_output_stream_close (stream, NULL, error))
        return FALSE;
    }
  khatt_cli_print_issues (issues);
  return TRUE;
}
