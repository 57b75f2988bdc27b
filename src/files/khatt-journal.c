/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattJournal: a line that says what it is, then records, each behind a line with its length and
 * its SHA-256. The first record tells what document it is of. Records are flushed to disk. A crash
 * can leave the last one torn: what does not match its sum ends the journal, and is cut off before
 * more is written. A journal gets its name when there is something in it; where it takes the place
 * of another, at that moment and not before. A lock of the kernel's (flock) says that somebody is
 * alive, and goes with them.
 */

#include "khatt-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "khatt-load.h"

#define MAGIC "khatt-journal 1\n"
#define SUFFIX ".khatt-journal"
#define HEAD_TYPE "(sssb)"
#define NEW_SUFFIX ".new"
#define ASIDE_SUFFIX ".unread"
#define FILE_MODE 0600
#define FOLDER_MODE 0700
#define SUM_LENGTH 64
/* "18446744073709551615 " and the sum. */
#define MOST_LINE (21 + SUM_LENGTH)

struct _KhattJournal
{
  char *path;
  int file;
  goffset size;     /* of what is whole */
  gboolean is_torn; /* there is more after it */
};

static gboolean
fail (GError **error, const char *path, int code)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
  return FALSE;
}

/**
 * khatt_journal_info_copy:
 * @info: what is known of a journal
 *
 * Returns: (transfer full): the same
 */
KhattJournalInfo *
khatt_journal_info_copy (const KhattJournalInfo *info)
{
  KhattJournalInfo *copy = g_new (KhattJournalInfo, 1);

  *copy = (KhattJournalInfo){
    .path = g_strdup (info->path),
    .uri = g_strdup (info->uri),
    .etag = g_strdup (info->etag),
    .name = g_strdup (info->name),
    .is_whole = info->is_whole,
    .changed = info->changed,
  };
  return copy;
}

/**
 * khatt_journal_info_free:
 * @info: (transfer full): what is known of a journal
 */
void
khatt_journal_info_free (KhattJournalInfo *info)
{
  g_free (info->path);
  g_free (info->uri);
  g_free (info->etag);
  g_free (info->name);
  g_free (info);
}

/* ---- Writing ---- */

static gboolean
write_all (int file, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = write (file, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      bytes += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
cut (KhattJournal *journal)
{
  journal->is_torn = ftruncate (journal->file, journal->size) != 0 ||
                     lseek (journal->file, journal->size, SEEK_SET) < 0;
  return !journal->is_torn;
}

/**
 * khatt_journal_append:
 * @journal: a journal
 * @record: what is to be kept
 * @error: return location
 *
 * Writes a record and waits until it is on disk: not for the main thread.
 *
 * Returns: %FALSE where it could not be written; the journal is as before then
 */
gboolean
khatt_journal_append (KhattJournal *journal, GBytes *record, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (record, &length);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, record);
  g_autofree char *line = g_strdup_printf ("%" G_GSIZE_FORMAT " %s\n", length, sum);

  if ((!journal->is_torn || cut (journal)) && write_all (journal->file, line, strlen (line)) &&
      write_all (journal->file, bytes, length) && write_all (journal->file, "\n", 1) &&
      fdatasync (journal->file) == 0)
    {
      journal->size += (goffset) (strlen (line) + length + 1);
      return TRUE;
    }

  fail (error, journal->path, errno);
  cut (journal);
  return FALSE;
}

static KhattJournal *
open_locked (const char *path, int flags, GError **error)
{
  int file = g_open (path, O_RDWR | O_CLOEXEC | flags, FILE_MODE);
  KhattJournal *journal;

  if (file < 0)
    {
      fail (error, path, errno);
      return NULL;
    }
  if (flock (file, LOCK_EX | LOCK_NB) != 0)
    {
      fail (error, path, errno);
      close (file);
      return NULL;
    }
  journal = g_new0 (KhattJournal, 1);
  journal->path = g_strdup (path);
  journal->file = file;
  return journal;
}

/* The name it is to have; the old one ends. */
static gboolean
give_name (KhattJournal *journal, KhattJournal *old, GError **error)
{
  g_autofree char *path =
      old != NULL ? g_strdup (old->path)
                  : g_strndup (journal->path, strlen (journal->path) - strlen (NEW_SUFFIX));

  if (g_rename (journal->path, path) != 0)
    return fail (error, path, errno);
  g_free (journal->path);
  journal->path = g_steal_pointer (&path);
  g_clear_pointer (&old, khatt_journal_close);
  return TRUE;
}

static gboolean
begin_with (KhattJournal *journal, const KhattJournalInfo *info, GBytes *first, GError **error)
{
  g_autoptr (GVariant) head = g_variant_ref_sink (g_variant_new (
      HEAD_TYPE, info->uri != NULL ? info->uri : "", info->etag != NULL ? info->etag : "",
      info->name != NULL ? info->name : "", info->is_whole));
  g_autoptr (GBytes) record = g_variant_get_data_as_bytes (head);

  if (!write_all (journal->file, MAGIC, strlen (MAGIC)))
    return fail (error, journal->path, errno);
  journal->size = (goffset) strlen (MAGIC);
  return khatt_journal_append (journal, record, error) &&
         khatt_journal_append (journal, first, error);
}

/**
 * khatt_journal_create:
 * @folder: where journals are; made where it is not there
 * @info: of which document; `path` and `changed` do not count
 * @first: its first record
 * @old: (nullable): a journal that it takes the place of; closed and gone where this succeeds
 * @error: return location
 *
 * Waits until it is on disk: not for the main thread.
 *
 * Returns: (transfer full) (nullable): a new journal
 */
KhattJournal *
khatt_journal_create (const char *folder,
                      const KhattJournalInfo *info,
                      GBytes *first,
                      KhattJournal *old,
                      GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (uuid, SUFFIX, NEW_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  KhattJournal *journal;

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      fail (error, folder, errno);
      return NULL;
    }
  journal = open_locked (path, O_CREAT | O_EXCL, error);
  if (journal == NULL)
    return NULL;
  if (!begin_with (journal, info, first, error) || !give_name (journal, old, error))
    {
      khatt_journal_delete (journal);
      return NULL;
    }
  return journal;
}

/* ---- Reading ---- */

/* What is left of a journal that was mapped. */
typedef struct
{
  GMappedFile *file;
  gsize at;
  gsize length;
} Reading;

static gboolean
begin (Reading *reading, const KhattJournal *journal)
{
  *reading = (Reading){ .file = g_mapped_file_new_from_fd (journal->file, FALSE, NULL) };
  if (reading->file == NULL)
    return FALSE;
  reading->length = g_mapped_file_get_length (reading->file);
  if (reading->length < strlen (MAGIC) ||
      memcmp (g_mapped_file_get_contents (reading->file), MAGIC, strlen (MAGIC)) != 0)
    return FALSE;
  reading->at = strlen (MAGIC);
  return TRUE;
}

/* The next record that is whole; NULL at the end. A copy: the file may be cut while it is held. */
static GBytes *
next (Reading *reading)
{
  const char *text = g_mapped_file_get_contents (reading->file) + reading->at;
  gsize left = reading->length - reading->at;
  const char *newline = memchr (text, '\n', MIN (left, MOST_LINE + 1));
  g_autofree char *line = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) record = NULL;
  guint64 length;
  char *end;

  if (newline == NULL)
    return NULL;
  line = g_strndup (text, (gsize) (newline - text));
  length = g_ascii_strtoull (line, &end, 10);
  left -= (gsize) (newline + 1 - text);
  if (*end != ' ' || length >= left || newline[1 + length] != '\n')
    return NULL;
  record = g_bytes_new (newline + 1, length);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, record);
  if (!g_str_equal (end + 1, sum))
    return NULL;
  reading->at += (gsize) (newline + 1 - text) + length + 1;
  return g_steal_pointer (&record);
}

static KhattJournalInfo *
take_head (GBytes *record)
{
  g_autoptr (GVariant) head =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (HEAD_TYPE), record, FALSE));
  KhattJournalInfo *info;

  if (!g_variant_is_normal_form (head))
    return NULL;
  info = g_new0 (KhattJournalInfo, 1);
  g_variant_get (head, HEAD_TYPE, &info->uri, &info->etag, &info->name, &info->is_whole);
  if (*info->uri == '\0')
    g_clear_pointer (&info->uri, g_free);
  if (*info->etag == '\0')
    g_clear_pointer (&info->etag, g_free);
  return info;
}

/* Of one that is damaged only where it is, and when it was written. */
static KhattJournalInfo *
read_info (const KhattJournal *journal)
{
  Reading reading;
  KhattJournalInfo *info = NULL;
  struct stat status;

  if (begin (&reading, journal))
    {
      g_autoptr (GBytes) head = next (&reading);

      info = head != NULL ? take_head (head) : NULL;
    }
  g_clear_pointer (&reading.file, g_mapped_file_unref);
  if (info == NULL)
    info = g_new0 (KhattJournalInfo, 1);
  info->path = g_strdup (journal->path);
  if (fstat (journal->file, &status) == 0)
    info->changed = status.st_mtime;
  return info;
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  const KhattJournalInfo *first = *(const KhattJournalInfo *const *) a;
  const KhattJournalInfo *second = *(const KhattJournalInfo *const *) b;

  if (first->changed != second->changed)
    return first->changed > second->changed ? -1 : 1;
  return strcmp (first->path, second->path);
}

/**
 * khatt_journal_find:
 * @folder: where journals are
 *
 * Finds what was left by processes that ended without saving. What they had only begun to write is
 * deleted.
 *
 * Returns: (transfer full) (element-type KhattJournalInfo): those that nobody has open, the latest
 * first; one without a name is damaged
 */
GPtrArray *
khatt_journal_find (const char *folder)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_journal_info_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean is_begun = g_str_has_suffix (name, SUFFIX NEW_SUFFIX);
      g_autoptr (KhattJournal) journal = NULL;

      if (!is_begun && !g_str_has_suffix (name, SUFFIX))
        continue;
      journal = open_locked (path, 0, NULL);
      if (journal == NULL)
        continue;
      if (is_begun)
        khatt_journal_delete (g_steal_pointer (&journal));
      else
        g_ptr_array_add (infos, read_info (journal));
    }
  g_ptr_array_sort (infos, compare_infos);
  return infos;
}

/**
 * khatt_journal_open:
 * @path: what khatt_journal_find() told
 * @error: return location
 *
 * Opens a journal that was left. What is torn of it stays until something is appended.
 *
 * Returns: (transfer full) (nullable): the journal; %NULL where somebody else has it open
 */
KhattJournal *
khatt_journal_open (const char *path, GError **error)
{
  g_autoptr (KhattJournal) journal = open_locked (path, 0, error);
  Reading reading;
  gboolean is_journal;

  if (journal == NULL)
    return NULL;

  is_journal = begin (&reading, journal);
  if (is_journal)
    {
      for (GBytes *record = next (&reading); record != NULL; record = next (&reading))
        g_bytes_unref (record);
      journal->size = (goffset) reading.at;
    }
  g_clear_pointer (&reading.file, g_mapped_file_unref);
  if (!is_journal)
    {
      g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
                   _ ("%s is no journal of unsaved changes."), path);
      return NULL;
    }
  journal->is_torn = TRUE;
  return g_steal_pointer (&journal);
}

/**
 * khatt_journal_get_path:
 * @journal: a journal
 *
 * Returns: (transfer none): its file
 */
const char *
khatt_journal_get_path (const KhattJournal *journal)
{
  return journal->path;
}

/**
 * khatt_journal_get_size:
 * @journal: a journal
 *
 * Returns: bytes of what is in it
 */
goffset
khatt_journal_get_size (const KhattJournal *journal)
{
  return journal->size;
}

/**
 * khatt_journal_restore:
 * @journal: a journal
 * @timeline: the document as its file has it; any other where the journal is whole
 * @error: return location
 *
 * Makes the document what it was when the last record was written, in one step that can be undone.
 * A record that cannot be used ends it: what came before counts.
 *
 * Returns: %FALSE where no record could be used
 */
gboolean
khatt_journal_restore (KhattJournal *journal, KhattTimeline *timeline, GError **error)
{
  g_autoptr (KhattJournalChanges) changes = khatt_journal_changes_new ();
  g_autoptr (GError) problem = NULL;
  gboolean is_whole = FALSE;
  guint n_records = 0;
  Reading reading;

  if (begin (&reading, journal))
    {
      g_autoptr (GBytes) head = next (&reading);
      g_autoptr (KhattJournalInfo) info = head != NULL ? take_head (head) : NULL;

      is_whole = info != NULL && info->is_whole;
      for (GBytes *record = head != NULL ? next (&reading) : NULL; record != NULL;
           record = next (&reading))
        {
          gboolean is_added = khatt_journal_changes_add (changes, record, &problem);

          g_bytes_unref (record);
          if (!is_added)
            break;
          n_records++;
        }
    }
  g_clear_pointer (&reading.file, g_mapped_file_unref);
  if (n_records > 0)
    {
      khatt_journal_changes_apply (changes, timeline, is_whole);
      return TRUE;
    }

  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
                 _ ("%s is no journal of unsaved changes."), journal->path);
  return FALSE;
}

/**
 * khatt_journal_close:
 * @journal: (transfer full): a journal
 *
 * Lets go of it; the file stays for whoever finds it.
 */
void
khatt_journal_close (KhattJournal *journal)
{
  close (journal->file);
  g_free (journal->path);
  g_free (journal);
}

/**
 * khatt_journal_delete:
 * @journal: (transfer full): a journal whose changes are saved, or not wanted
 */
void
khatt_journal_delete (KhattJournal *journal)
{
  g_unlink (journal->path);
  khatt_journal_close (journal);
}

/**
 * khatt_journal_set_aside:
 * @path: a journal that nothing could be made of
 *
 * Gives it a name under which khatt_journal_find() does not find it; a person may.
 *
 * Returns: (transfer full): where it is now
 */
char *
khatt_journal_set_aside (const char *path)
{
  g_autofree char *aside = g_strconcat (path, ASIDE_SUFFIX, NULL);

  return g_strdup (g_rename (path, aside) == 0 ? aside : path);
}
