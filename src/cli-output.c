/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Output goes to a new file that takes the old one's place once it is whole, or straight into
 * standard output, a pipe or a device: those must not be replaced by a file.
 */

#include "cli.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/**
 * khatt_cli_is_stream:
 * @name: a path, or "-" for standard output
 *
 * Returns: whether @name is written into, not replaced
 */
gboolean
khatt_cli_is_stream (const char *name)
{
  GStatBuf status;

  if (g_str_equal (name, "-"))
    return TRUE;
  return g_stat (name, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

/**
 * khatt_cli_open_stream:
 * @name: a path that exists, or "-" for standard output
 * @error: return location
 *
 * Opens a pipe or a device, or standard output.
 *
 * Returns: (transfer full) (nullable): the stream, or %NULL with @error set
 */
GOutputStream *
khatt_cli_open_stream (const char *name, GError **error)
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

  if (!khatt_cli_is_stream (name))
    return g_file_set_contents_full (name, data, length,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0666, error);

  stream = khatt_cli_open_stream (name, error);
  if (stream == NULL)
    return FALSE;
  return g_output_stream_write_all (stream, data, length, NULL, NULL, error) &&
         g_output_stream_close (stream, NULL, error);
}
