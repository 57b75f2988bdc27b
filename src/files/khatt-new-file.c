/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A new file beside an old one, ".calls.khatt.1a2b3c4d.new" beside "calls.khatt": flushed, and
 * renamed over it, so that at every moment one of the two is whole. A symbolic link stays one; the
 * file's mode stays.
 *
 * Whoever is killed meanwhile leaves the new file. A lock of the kernel's (flock) says that its
 * writer is alive, and goes with them: what nobody holds is a leftover. Where a file system has no
 * such locks, nothing is taken for one. */

#include "khatt-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_NAMES_TRIED 100
#define MODE_BITS 07777
#define MOST_OF_NAME 200 /* bytes; a file's name has at most 255 */
#define N_DIGITS 8
#define SUFFIX ".new"

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

/* ".calls.khatt." */
static char *
dup_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_strdup_printf (".%.*s.", MOST_OF_NAME, name);
}

static void
keep_mode (const KhattNewFile *new_file)
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

/* Whether it is ours: somebody who takes it for a leftover may have come between making it and
 * locking it. */
static gboolean
is_held (int descriptor)
{
  struct stat status;

  if (flock (descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return FALSE;
  return fstat (descriptor, &status) == 0 && status.st_nlink > 0;
}

/**
 * khatt_new_file_open:
 * @new_file: (out caller-allocates): KHATT_NEW_FILE_NONE
 * @path: a file that is to be written, there or not
 * @error: return location for a #GError
 *
 * Makes a new file beside it, with its mode where it is there.
 *
 * Returns: whether it could be made
 */
gboolean
khatt_new_file_open (KhattNewFile *new_file, const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *prefix = NULL;

  new_file->path = follow_links (path);
  folder = g_path_get_dirname (new_file->path);
  prefix = dup_prefix (new_file->path);
  for (guint i = 0; i < N_NAMES_TRIED; i++)
    {
      g_free (new_file->new_path);
      new_file->new_path =
          g_strdup_printf ("%s/%s%0*x" SUFFIX, folder, prefix, N_DIGITS, (guint) g_random_int ());
      new_file->descriptor =
          g_open (new_file->new_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (new_file->descriptor < 0 && errno != EEXIST)
        break;
      if (new_file->descriptor >= 0 && is_held (new_file->descriptor))
        {
          keep_mode (new_file);
          return TRUE;
        }
      if (new_file->descriptor >= 0)
        close (new_file->descriptor);
      new_file->descriptor = -1;
    }
  set_errno_error (error, errno, new_file->path);
  g_clear_pointer (&new_file->new_path, g_free);
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

/**
 * khatt_new_file_put_in_place:
 * @new_file: what has been written
 * @error: return location for a #GError
 *
 * Flushes it to disk and renames it.
 *
 * Returns: whether it stands in place of the old file
 */
gboolean
khatt_new_file_put_in_place (KhattNewFile *new_file, GError **error)
{
  int lock = fcntl (new_file->descriptor, F_DUPFD_CLOEXEC, 0); /* until it has its name */
  int is_flushed = fsync (new_file->descriptor);
  int is_closed = close (new_file->descriptor);
  gboolean is_there =
      is_flushed == 0 && is_closed == 0 && g_rename (new_file->new_path, new_file->path) == 0;

  new_file->descriptor = -1;
  if (!is_there)
    set_errno_error (error, errno, new_file->path);
  if (lock >= 0)
    close (lock);
  if (!is_there)
    return FALSE;
  g_clear_pointer (&new_file->new_path, g_free);
  flush_folder (new_file->path);
  return TRUE;
}

/**
 * khatt_new_file_clear:
 * @new_file: a new file
 *
 * Frees it; where it has not taken its place it is deleted.
 */
void
khatt_new_file_clear (KhattNewFile *new_file)
{
  if (new_file->new_path != NULL)
    g_unlink (new_file->new_path);
  if (new_file->descriptor >= 0)
    close (new_file->descriptor);
  new_file->descriptor = -1;
  g_clear_pointer (&new_file->new_path, g_free);
  g_clear_pointer (&new_file->path, g_free);
}

/**
 * khatt_new_file_can_stand_beside:
 * @path: a file that is to be written
 *
 * Returns: whether a new file can be made beside it and take its place: only files are renamed
 * over, not folders, devices and pipes
 */
gboolean
khatt_new_file_can_stand_beside (const char *path)
{
  g_autofree char *folder = follow_links (path);
  struct stat status;
  char *slash;

  if (stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    return FALSE;
  slash = strrchr (folder, '/');
  if (slash == NULL)
    return FALSE;
  slash[slash == folder ? 1 : 0] = '\0';
  return g_access (folder, W_OK | X_OK) == 0;
}

/* "1a2b3c4d.new" */
static gboolean
is_our_ending (const char *text)
{
  return strspn (text, "0123456789abcdef") == N_DIGITS && g_str_equal (text + N_DIGITS, SUFFIX);
}

static void
remove_unheld (const char *path)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  struct stat status;

  if (descriptor < 0)
    return;
  if (fstat (descriptor, &status) == 0 && S_ISREG (status.st_mode) &&
      flock (descriptor, LOCK_EX | LOCK_NB) == 0)
    g_unlink (path);
  close (descriptor);
}

/**
 * khatt_new_file_tidy:
 * @path: a file that was read or written
 *
 * Deletes what stands beside it since whoever wrote it was killed. What is still being written
 * stays. Reads the folder: not for the main thread.
 */
void
khatt_new_file_tidy (const char *path)
{
  g_autofree char *resolved = follow_links (path);
  g_autofree char *folder = g_path_get_dirname (resolved);
  g_autofree char *prefix = dup_prefix (resolved);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *leftover = NULL;

      if (!g_str_has_prefix (name, prefix) || !is_our_ending (name + strlen (prefix)))
        continue;
      leftover = g_build_filename (folder, name, NULL);
      remove_unheld (leftover);
    }
}
