/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits.h"

#include "khatt-journal.h"
#include "khatt-load.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define N_SEQUENCES 60
#define MOST_RECORDS 8

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("khatt-journal-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GBytes *
make_record (KhattSnapshot *before, KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) now = khatt_timeline_ref_snapshot (timeline);
  GError *error = NULL;
  GBytes *record = khatt_journal_record_new (before, now, &error);

  g_assert_no_error (error);
  return record;
}

/* Its first record is what changed since `before`. */
static KhattJournal *
create (Fixture *fixture, KhattSnapshot *before, KhattTimeline *timeline, KhattJournal *old)
{
  const KhattJournalInfo info = { .uri = (char *) "file:///tmp/calls.khatt",
                                  .etag = (char *) "7:7",
                                  .name = (char *) "مكالمات",
                                  .is_whole = before == NULL };
  g_autoptr (GBytes) first = make_record (before, timeline);
  GError *error = NULL;
  KhattJournal *journal = khatt_journal_create (fixture->folder, &info, first, old, &error);

  g_assert_no_error (error);
  return journal;
}

static void
append (KhattJournal *journal, KhattSnapshot *before, KhattTimeline *timeline)
{
  g_autoptr (GBytes) record = make_record (before, timeline);
  GError *error = NULL;

  khatt_journal_append (journal, record, &error);
  g_assert_no_error (error);
}

/* The document as the journal at `path` has it; `base`: what its file holds. */
static char *
restore (const char *path, KhattTimeline *base)
{
  GError *error = NULL;
  g_autoptr (KhattJournal) journal = khatt_journal_open (path, &error);
  g_autofree char *before = random_edits_write (base);
  g_autofree char *undone = NULL;
  char *text;

  g_assert_no_error (error);
  khatt_journal_restore (journal, base, &error);
  g_assert_no_error (error);
  text = random_edits_write (base);
  khatt_timeline_undo (base);
  undone = random_edits_write (base);
  g_assert_cmpstr (undone, ==, before);
  return text;
}

static void
check_sequence (Fixture *fixture, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gboolean is_whole = g_rand_boolean (random);
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  gboolean is_from_nothing = is_whole && g_rand_boolean (random);
  g_autoptr (KhattTimeline) base =
      is_from_nothing ? khatt_timeline_new () : random_edits_new_document ();
  g_autoptr (KhattSnapshot) before = is_whole ? NULL : khatt_timeline_ref_snapshot (timeline);
  KhattJournal *journal = create (fixture, before, timeline, NULL);
  g_autofree char *path = g_strdup (khatt_journal_get_path (journal));
  g_autofree char *expected = NULL;
  g_autofree char *restored = NULL;

  if (is_whole)
    before = khatt_timeline_ref_snapshot (timeline);
  for (gint32 n = g_rand_int_range (random, 1, MOST_RECORDS); n > 0; n--)
    {
      for (gint32 m = g_rand_int_range (random, 1, 5); m > 0; m--)
        random_edits_do (timeline, random);
      append (journal, before, timeline);
      g_clear_pointer (&before, khatt_snapshot_unref);
      before = khatt_timeline_ref_snapshot (timeline);
    }
  expected = random_edits_write (timeline);
  khatt_journal_close (journal);

  restored = restore (path, base);
  g_assert_cmpstr (restored, ==, expected);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  for (guint32 seed = 0; seed < N_SEQUENCES; seed++)
    check_sequence (fixture, seed);
}

/* ---- What a crash leaves ---- */

static void
test_torn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  KhattJournal *journal = create (fixture, NULL, timeline, NULL);
  g_autofree char *path = g_strdup (khatt_journal_get_path (journal));
  g_autofree char *contents = NULL;
  g_autofree char *first = NULL;
  goffset first_end;
  gsize length;

  first = random_edits_write (timeline);
  first_end = khatt_journal_get_size (journal);
  random_edits_do (timeline, random);
  append (journal, NULL, timeline);
  khatt_journal_close (journal);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));

  for (gsize end = (gsize) first_end; end < length; end += 1 + (length - (gsize) first_end) / 40)
    {
      g_autoptr (KhattTimeline) base = khatt_timeline_new ();
      g_autofree char *restored = NULL;

      g_assert_true (g_file_set_contents (path, contents, (gssize) end, NULL));
      restored = restore (path, base);
      g_assert_cmpstr (restored, ==, first);
    }
}

/* Nothing that is wrong gets in; what is damaged is found, and nothing of it is deleted. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  KhattJournal *journal = create (fixture, NULL, timeline, NULL);
  g_autofree char *path = g_strdup (khatt_journal_get_path (journal));
  g_autofree char *aside = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gsize length, kept_length;

  khatt_journal_close (journal);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize at = 0; at < length; at += 97)
    {
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (KhattJournal) damaged = NULL;
      g_autoptr (KhattTimeline) base = khatt_timeline_new ();
      g_autoptr (GError) error = NULL;

      contents[at] ^= 4;
      g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
      found = khatt_journal_find (fixture->folder);
      g_assert_cmpuint (found->len, ==, 1);
      damaged = khatt_journal_open (path, &error);
      g_assert_false (damaged && khatt_journal_restore (damaged, base, &error));
      g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
      g_assert_cmpuint (khatt_timeline_get_revision (base), ==, 0);
      contents[at] ^= 4;
    }
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));

  aside = khatt_journal_set_aside (path);
  none = khatt_journal_find (fixture->folder);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, contents, length);
}

/* ---- Finding them ---- */

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  KhattJournal *old = create (fixture, NULL, timeline, NULL);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  KhattJournal *journal = create (fixture, snapshot, timeline, old); /* in its place */
  g_autofree char *begun_path = g_build_filename (fixture->folder, "a.khatt-journal.new", NULL);
  g_autofree char *path = g_strdup (khatt_journal_get_path (journal));
  g_autoptr (GPtrArray) held = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const KhattJournalInfo *info;

  held = khatt_journal_find (fixture->folder);
  g_assert_cmpuint (held->len, ==, 0);
  g_assert_null (khatt_journal_open (path, &error));
  g_assert_nonnull (error);

  khatt_journal_close (journal);
  g_assert_true (g_file_set_contents (begun_path, "khatt-j", -1, NULL));
  found = khatt_journal_find (fixture->folder);
  g_assert_cmpuint (found->len, ==, 1);
  info = g_ptr_array_index (found, 0);
  g_assert_cmpstr (info->path, ==, path);
  g_assert_cmpstr (info->uri, ==, "file:///tmp/calls.khatt");
  g_assert_cmpstr (info->etag, ==, "7:7");
  g_assert_cmpstr (info->name, ==, "مكالمات");
  g_assert_false (info->is_whole);
  g_assert_false (g_file_test (begun_path, G_FILE_TEST_EXISTS));

  journal = khatt_journal_open (path, NULL);
  khatt_journal_delete (journal);
  none = khatt_journal_find (fixture->folder);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "none", NULL);
  g_autoptr (GPtrArray) none = khatt_journal_find (folder);

  g_assert_cmpuint (none->len, ==, 0);
}

/* ---- A full disk ---- */

static void
set_most_bytes (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  g_autoptr (KhattTimeline) base = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GBytes) record = khatt_journal_record_new (NULL, snapshot, NULL);
  g_autoptr (GError) error = NULL;
  KhattJournal *journal = create (fixture, NULL, timeline, NULL);
  g_autofree char *path = g_strdup (khatt_journal_get_path (journal));
  g_autofree char *expected = NULL;
  g_autofree char *restored = NULL;
  goffset size;

  size = khatt_journal_get_size (journal);
  signal (SIGXFSZ, SIG_IGN);
  set_most_bytes ((rlim_t) size + 200);
  g_assert_false (khatt_journal_append (journal, record, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (khatt_journal_get_size (journal), ==, size);
  set_most_bytes (RLIM_INFINITY);

  random_edits_do (timeline, random);
  append (journal, NULL, timeline);
  khatt_journal_close (journal);
  expected = random_edits_write (timeline);
  restored = restore (path, base);
  g_assert_cmpstr (restored, ==, expected);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/journal/random-edits", test_random_edits }, { "/journal/torn", test_torn },
    { "/journal/damaged", test_damaged },           { "/journal/find", test_find },
    { "/journal/no-folder", test_no_folder },       { "/journal/full-disk", test_full_disk },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
