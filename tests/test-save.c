/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving: at every moment one whole file; what the format cannot carry is said. */

#include "khatt-format.h"
#include "khatt-issue.h"
#include "khatt-load.h"
#include "khatt-save.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  KhattTimeline *timeline;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  fixture->folder = g_dir_make_tmp ("khatt-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.khatt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->timeline = khatt_timeline_new ();
  event->id = g_strdup ("e1");
  event->title = g_strdup ("عنوان");
  khatt_timeline_add (fixture->timeline, event);
}

static guint
count_files (Fixture *fixture, gboolean is_removing)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      n++;
      if (is_removing)
        g_unlink (path);
    }
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  count_files (fixture, TRUE);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
  g_object_unref (fixture->timeline);
}

static gboolean
save (Fixture *fixture, const char *etag, char **new_etag, GError **error)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);

  return khatt_save_file (snapshot, fixture->file, NULL, etag, new_etag, NULL, NULL, error);
}

static char *
read_back (const char *path)
{
  char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static void
test_a_file_is_written_and_nothing_else (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture, NULL, NULL, &error));
  g_assert_no_error (error);
  text = read_back (fixture->path);
  g_assert_cmpstr (text, ==,
                   "{\"format\":\"khatt-timeline\",\"version\":1,\n\"events\":[\n"
                   "{\"id\":\"e1\",\"kind\":\"other\",\"title\":\"عنوان\"}\n]}\n");
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
}

static void
make_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
}

static gboolean
is_there (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_what_a_killed_save_left_is_removed (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = {
    "a.khatt.0123abcd.new",  ".b.khatt.0123abcd.new", ".a.khatt.0123abc.new",
    ".a.khatt.0123abcg.new", ".a.khatt.new",          ".a.khatt.00123abcd.new",
    ".a.khatt.0123abcd",
  };
  g_autofree char *held = g_build_filename (fixture->folder, ".a.khatt.00000001.new", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, ".a.khatt.00000002.new", NULL);
  int descriptor;

  make_file (fixture, ".a.khatt.0123abcd.new");
  make_file (fixture, ".a.khatt.ffffffff.new");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    make_file (fixture, others[i]);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  descriptor = g_open (held, O_WRONLY | O_CREAT, 0600);
  g_assert_cmpint (flock (descriptor, LOCK_EX), ==, 0);

  g_assert_true (save (fixture, NULL, NULL, NULL));
  g_assert_false (is_there (fixture, ".a.khatt.0123abcd.new"));
  g_assert_false (is_there (fixture, ".a.khatt.ffffffff.new"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (is_there (fixture, others[i]));
  g_assert_true (is_there (fixture, ".a.khatt.00000002.new"));
  g_assert_true (is_there (fixture, ".a.khatt.00000001.new")); /* somebody writes it */
  close (descriptor);
  g_rmdir (folder);
  g_assert_true (save (fixture, NULL, NULL, NULL));
  g_assert_false (is_there (fixture, ".a.khatt.00000001.new"));
}

static void
test_the_mode_stays (Fixture *fixture, gconstpointer data)
{
  struct stat status;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_chmod (fixture->path, 0640);
  g_assert_true (save (fixture, NULL, NULL, NULL));
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
}

static void
test_a_link_stays_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.khatt", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink ("target.khatt", fixture->path), ==, 0);
  g_assert_true (save (fixture, NULL, NULL, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  text = read_back (target);
  g_assert_true (g_str_has_prefix (text, "{\"format\""));
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 2);
}

static void
test_a_file_changed_meanwhile_is_not_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autofree char *newer_etag = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture, NULL, &etag, NULL));
  g_assert_true (save (fixture, etag, &newer_etag, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "another program's", -1, NULL));
  g_assert_false (save (fixture, newer_etag, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_CHANGED_ON_DISK);
  text = read_back (fixture->path);
  g_assert_cmpstr (text, ==, "another program's");
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
}

/* File systems keep the time of a change in steps; what is written in the same step is a change
 * too. */
static void
test_a_change_in_the_same_instant_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  struct stat before;
  struct timespec times[2];

  g_assert_true (save (fixture, NULL, &etag, NULL));
  g_assert_cmpint (stat (fixture->path, &before), ==, 0);
  times[0] = before.st_atim;
  times[1] = before.st_mtim;
  g_assert_true (g_file_set_contents (fixture->path, "another program's", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  g_assert_false (save (fixture, etag, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_CHANGED_ON_DISK);
}

static void
test_a_file_removed_meanwhile_is_a_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture, NULL, &etag, NULL));
  g_unlink (fixture->path);
  g_assert_false (save (fixture, etag, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_CHANGED_ON_DISK);
}

static void
test_a_cancelled_save_leaves_the_old_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (
      khatt_save_file (snapshot, fixture->file, NULL, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  text = read_back (fixture->path);
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (count_files (fixture, FALSE), ==, 1);
}

static void
test_a_name_without_a_format_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autofree char *path = g_build_filename (fixture->folder, "a.doc", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (khatt_save_file (snapshot, file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (khatt_save_bytes (snapshot, "text", NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
}

static void
test_a_folder_that_is_not_there_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.khatt");
  g_autoptr (GError) error = NULL;

  g_assert_false (khatt_save_file (snapshot, file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* ---- Tables ---- */

static GBytes *
convert (const char *text, const char *name, const char *format, GPtrArray *issues)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (bytes, name, NULL, NULL, NULL);
  g_autoptr (KhattSnapshot) snapshot = NULL;

  g_assert_nonnull (loaded);
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  return khatt_save_bytes (snapshot, format, issues, NULL);
}

static char *
to_string (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_a_table_is_read_back_as_it_was_written (Fixture *fixture, gconstpointer data)
{
  const char text[] =
      "{\"format\":\"khatt-timeline\",\"version\":1,\n\"events\":[\n"
      "{\"id\":\"e1\",\"kind\":\"call\",\"title\":\"a, \\\"b\\\"\\nc\",\"date\":\"[..2025-08-08]\","
      "\"status\":\"planned\",\"actors\":[{\"name\":\"x;y\\\\\",\"country\":\"RU\",\"role\":"
      "\"initiator\"},{\"name\":\"z\"}],\"place\":\" p\",\"topics\":[\"t;1\",\"t2\"],\"notes\":"
      "\"n\",\"tags\":[\"g\"],\"sources\":[{\"attribution\":\"k\"},{\"attribution\":\"l\"}]},\n"
      "{\"id\":\"e2\",\"kind\":\"other\",\"date_text\":\"أمس\"}\n]}\n";
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (GBytes) table = convert (text, "a.khatt", "csv", issues);
  g_autofree char *table_text = to_string (table);
  g_autoptr (GBytes) back = convert (table_text, "a.csv", "khatt", NULL);
  g_autofree char *back_text = to_string (back);

  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_true (g_str_has_prefix (table_text,
                                   "id,title,kind,status,date,date_text,actors,roles,countries,"
                                   "place,topics,tags,notes,attribution\r\n"));
  g_assert_cmpstr (back_text, ==, text);
}

static void
test_what_a_table_cannot_carry_is_said (Fixture *fixture, gconstpointer data)
{
  const char text[] =
      "{\"format\":\"khatt-timeline\",\"version\":1,\n\"articles\":[\n{\"id\":\"a1\"}\n],\n"
      "\"events\":[\n{\"id\":\"e1\",\"kind\":\"call\",\"start\":\"[2025-01-01..2025-01-05]\","
      "\"end\":"
      "\"[2025-02-01..2025-02-03]\",\"actors\":[{\"name\":\"x\",\"office\":\"o\"}],\"quotes\":["
      "{\"text\":\"q\"}],\"color\":\"red\",\"sources\":[{\"article\":\"a1\"}]}\n],\n"
      "\"scenes\":[\n{}\n]}\n";
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (GBytes) table = convert (text, "a.khatt", "csv", issues);

  g_assert_nonnull (table);
  g_assert_cmpuint (issues->len, ==, 7);
}

/* ---- Formats ---- */

static void
test_formats_are_found_by_name_and_suffix (void)
{
  static const struct
  {
    const char *file_name;
    const char *format;
  } rows[] = {
    { "a.khatt", "khatt" }, { "/x.y/A.KHATT", "khatt" },
    { "a.json", "khatt" },  { "a.csv", "csv" },
    { "a.b.TSV", "csv" },   { "a.txt", "text" },
    { "a", NULL },          { "/x.csv/a", NULL },
    { "a.", NULL },         { "csv", NULL },
    { "", NULL },
  };
  gsize n_formats;
  const KhattFormat *formats = khatt_formats_get (&n_formats);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KhattFormat *format = khatt_format_by_file_name (rows[i].file_name);

      g_assert_cmpstr (format != NULL ? format->name : NULL, ==, rows[i].format);
    }
  for (gsize i = 0; i < n_formats; i++)
    g_assert_true (khatt_format_by_name (formats[i].name) == &formats[i]);
  g_assert_cmpstr (khatt_format_by_name ("json")->name, ==, "khatt");
  g_assert_null (khatt_format_by_name ("doc"));
  g_assert_null (khatt_format_by_name (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/save/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-file-is-written-and-nothing-else", test_a_file_is_written_and_nothing_else);
  ADD ("what-a-killed-save-left-is-removed", test_what_a_killed_save_left_is_removed);
  ADD ("the-mode-stays", test_the_mode_stays);
  ADD ("a-link-stays-one", test_a_link_stays_one);
  ADD ("a-file-changed-meanwhile-is-not-replaced", test_a_file_changed_meanwhile_is_not_replaced);
  ADD ("a-change-in-the-same-instant-is-noticed", test_a_change_in_the_same_instant_is_noticed);
  ADD ("a-file-removed-meanwhile-is-a-change", test_a_file_removed_meanwhile_is_a_change);
  ADD ("a-cancelled-save-leaves-the-old-file", test_a_cancelled_save_leaves_the_old_file);
  ADD ("a-name-without-a-format-is-an-error", test_a_name_without_a_format_is_an_error);
  ADD ("a-folder-that-is-not-there-is-an-error", test_a_folder_that_is_not_there_is_an_error);
  ADD ("a-table-is-read-back-as-it-was-written", test_a_table_is_read_back_as_it_was_written);
  ADD ("what-a-table-cannot-carry-is-said", test_what_a_table_cannot_carry_is_said);
  g_test_add_func ("/save/formats-are-found-by-name-and-suffix",
                   test_formats_are_found_by_name_and_suffix);
  return g_test_run ();
}
