/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving. On a disk of one's own a document is written to a new file beside the old one, which
 * takes its place when all of it is on disk. Where a new file beside it is not possible, GIO's own
 * way of replacing is taken. */

#include "khatt-save.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-file-state.h"
#include "khatt-format.h"
#include "khatt-new-file.h"
#include "khatt-output.h"

typedef gboolean (*KhattWriteFunc) (const KhattSnapshot *snapshot,
                                    KhattOutput *output,
                                    GError **error);

static KhattWriteFunc
find_writer (const char *format, const char *file_name, GError **error)
{
  const KhattFormat *found = format != NULL
                                 ? khatt_format_by_name (format)
                                 : khatt_format_by_file_name (file_name != NULL ? file_name : "");

  if (found != NULL && strcmp (found->name, "khatt") == 0)
    return khatt_document_write;
  if (found != NULL && strcmp (found->name, "csv") == 0)
    return khatt_csv_write;
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
               /* Translators: %s is the name of a format or a file. */
               _ ("“%s” names no format that can be written."),
               format != NULL      ? format
               : file_name != NULL ? file_name
                                   : "");
  return NULL;
}

static gboolean
write_to (const KhattSnapshot *snapshot,
          KhattWriteFunc write_func,
          GOutputStream *stream,
          GPtrArray *issues,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  KhattOutput output = { stream, cancellable, issues, text };

  return write_func (snapshot, &output, error);
}

/* ---- Changes on disk ---- */

static char *
query_state (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, KHATT_FILE_STATE_ATTRIBUTES,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return khatt_file_state_new (info);
}

static gboolean
is_unchanged (GFile *file, const char *etag, GCancellable *cancellable, GError **error)
{
  g_autofree char *now = etag != NULL ? query_state (file, cancellable) : NULL;
  g_autofree char *name = NULL;

  if (g_strcmp0 (now, etag) == 0)
    return TRUE;
  name = g_file_get_parse_name (file);
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_CHANGED_ON_DISK,
               _ ("%s was changed on disk by another program; it was not replaced."), name);
  return FALSE;
}

/* ---- Two ways ---- */

static gboolean
replace_with_gio (KhattSnapshot *snapshot,
                  KhattWriteFunc write_func,
                  GFile *file,
                  const char *etag,
                  GPtrArray *issues,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *tag = khatt_file_state_dup_etag (etag);
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, tag, FALSE, G_FILE_CREATE_NONE, cancellable, error);

  return stream != NULL &&
         write_to (snapshot, write_func, G_OUTPUT_STREAM (stream), issues, cancellable, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

static gboolean
replace_beside (KhattSnapshot *snapshot,
                KhattWriteFunc write_func,
                GFile *file,
                const char *etag,
                GPtrArray *issues,
                GCancellable *cancellable,
                GError **error)
{
  const char *path = g_file_peek_path (file);
  g_auto (KhattNewFile) new_file = KHATT_NEW_FILE_NONE;
  g_autoptr (GOutputStream) stream = NULL;

  if (!khatt_new_file_open (&new_file, path, error))
    return FALSE;
  stream = g_unix_output_stream_new (new_file.descriptor, FALSE);
  if (!write_to (snapshot, write_func, stream, issues, cancellable, error) ||
      !is_unchanged (file, etag, cancellable, error) ||
      !khatt_new_file_put_in_place (&new_file, error))
    return FALSE;
  khatt_new_file_tidy (path);
  return TRUE;
}

/**
 * khatt_save_file:
 * @snapshot: what to save
 * @file: where to
 * @format: (nullable): name of a format; %NULL: by the file's name
 * @etag: (nullable): what loading or the last saving gave; %NULL: whatever is there is replaced
 * @new_etag: (out) (optional) (nullable): for the next saving
 * @issues: (nullable) (element-type KhattIssue): what the format cannot carry is added
 * @cancellable: (nullable): a cancellable; a save that was cancelled leaves the file as it was
 * @error: return location for a #GError; %KHATT_FILES_ERROR_CHANGED_ON_DISK where the file is no
 * longer the one loaded
 *
 * Returns: whether it was saved
 */
gboolean
khatt_save_file (KhattSnapshot *snapshot,
                 GFile *file,
                 const char *format,
                 const char *etag,
                 char **new_etag,
                 GPtrArray *issues,
                 GCancellable *cancellable,
                 GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_basename (file);
  KhattWriteFunc write_func = find_writer (format, name, error);
  gboolean is_saved;

  if (write_func == NULL || !is_unchanged (file, etag, cancellable, error))
    return FALSE;
  is_saved = path != NULL && khatt_new_file_can_stand_beside (path)
                 ? replace_beside (snapshot, write_func, file, etag, issues, cancellable, error)
                 : replace_with_gio (snapshot, write_func, file, etag, issues, cancellable, error);
  if (is_saved && new_etag != NULL)
    *new_etag = query_state (file, cancellable);
  return is_saved;
}

/**
 * khatt_save_stream:
 * @snapshot: what to write
 * @stream: where to; it stays open
 * @format: name of a format
 * @issues: (nullable) (element-type KhattIssue): what the format cannot carry is added
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Returns: whether it was written
 */
gboolean
khatt_save_stream (KhattSnapshot *snapshot,
                   GOutputStream *stream,
                   const char *format,
                   GPtrArray *issues,
                   GCancellable *cancellable,
                   GError **error)
{
  KhattWriteFunc write_func = find_writer (format, NULL, error);

  return write_func != NULL && write_to (snapshot, write_func, stream, issues, cancellable, error);
}

/**
 * khatt_save_bytes:
 * @snapshot: what to write
 * @format: name of a format
 * @issues: (nullable) (element-type KhattIssue): what the format cannot carry is added
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *
khatt_save_bytes (KhattSnapshot *snapshot, const char *format, GPtrArray *issues, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!khatt_save_stream (snapshot, stream, format, issues, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
