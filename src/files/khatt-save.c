/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving. On a disk of one's own a document is written to a new file beside the old one, flushed,
 * and renamed over it, so that at every moment one of the two is whole. A symbolic link stays one;
 * the file's mode stays. Where a new file beside it is not possible, GIO's own way of replacing is
 * taken. */

#include "khatt-save.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "khatt-file-state.h"
#include "khatt-format.h"
#include "khatt-output.h"

#define N_NAMES_TRIED 100
#define MODE_BITS 07777

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

/* ---- A new file beside the old one ---- */

typedef struct
{
  char *path;     /* where it shall stand in the end, links followed */
  char *new_path; /* beside it */
  int descriptor;
} NewFile;

static void
set_errno_error (GError **error, int number, const char *path)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _ ("%s cannot be written: %s"),
               path, g_strerror (number));
}

/* The path that a link leads to, in the end; of something that is not there yet, itself. */
static char *
follow_links (const char *path)
{
  g_autofree char *resolved = NULL;
  char *found = realpath (path, NULL);

  if (found == NULL)
    return g_strdup (path);
  resolved = g_strdup (found);
  free (found);
  return g_steal_pointer (&resolved);
}

static void
keep_mode (const NewFile *new_file)
{
  struct stat status;

  if (stat (new_file->path, &status) != 0)
    return;
  /* Giving a file away needs rights that one may not have; then it is one's own, as others' saves
   * are. */
  if (fchown (new_file->descriptor, status.st_uid, status.st_gid) != 0)
    errno = 0;
  if (fchmod (new_file->descriptor, status.st_mode & MODE_BITS) != 0)
    errno = 0;
}

static gboolean
open_new_file (NewFile *new_file, const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  new_file->path = follow_links (path);
  folder = g_path_get_dirname (new_file->path);
  name = g_path_get_basename (new_file->path);
  for (guint i = 0; i < N_NAMES_TRIED; i++)
    {
      g_free (new_file->new_path);
      new_file->new_path =
          g_strdup_printf ("%s/.%.200s.%08x.new", folder, name, (guint) g_random_int ());
      new_file->descriptor =
          g_open (new_file->new_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (new_file->descriptor >= 0)
        {
          keep_mode (new_file);
          return TRUE;
        }
      if (errno != EEXIST)
        break;
    }
  set_errno_error (error, errno, new_file->path);
  return FALSE;
}

static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

static gboolean
put_in_place (NewFile *new_file, GError **error)
{
  int is_flushed = fsync (new_file->descriptor);
  int is_closed = close (new_file->descriptor);

  new_file->descriptor = -1;
  if (is_flushed != 0 || is_closed != 0 || g_rename (new_file->new_path, new_file->path) != 0)
    {
      set_errno_error (error, errno, new_file->path);
      return FALSE;
    }
  g_clear_pointer (&new_file->new_path, g_free);
  flush_folder (new_file->path);
  return TRUE;
}

static void
new_file_clear (NewFile *new_file)
{
  if (new_file->descriptor >= 0)
    close (new_file->descriptor);
  if (new_file->new_path != NULL)
    g_unlink (new_file->new_path);
  g_free (new_file->new_path);
  g_free (new_file->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewFile, new_file_clear)

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
  g_auto (NewFile) new_file = { NULL, NULL, -1 };
  g_autoptr (GOutputStream) stream = NULL;

  if (!open_new_file (&new_file, g_file_peek_path (file), error))
    return FALSE;
  stream = g_unix_output_stream_new (new_file.descriptor, FALSE);
  return write_to (snapshot, write_func, stream, issues, cancellable, error) &&
         is_unchanged (file, etag, cancellable, error) && put_in_place (&new_file, error);
}

/* Whether a folder, or a device or pipe, stands where the file should: only files are renamed over.
 */
static gboolean
can_stand_beside (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = path != NULL ? follow_links (path) : NULL;
  struct stat status;
  char *slash;

  if (path == NULL || (stat (path, &status) == 0 && !S_ISREG (status.st_mode)))
    return FALSE;
  slash = strrchr (folder, '/');
  if (slash == NULL)
    return FALSE;
  slash[slash == folder ? 1 : 0] = '\0';
  return g_access (folder, W_OK | X_OK) == 0;
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
  g_autofree char *name = g_file_get_basename (file);
  KhattWriteFunc write_func = find_writer (format, name, error);
  gboolean is_saved;

  if (write_func == NULL || !is_unchanged (file, etag, cancellable, error))
    return FALSE;
  is_saved = can_stand_beside (file)
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
