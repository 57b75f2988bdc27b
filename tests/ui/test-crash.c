/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is not saved is kept, and found again after a crash; and nothing is kept that is saved, or
 * was not wanted. */

#include <glib/gstdio.h>
#include <string.h>

#include "khatt-document.h"
#include "khatt-preferences.h"
#include "random-edits.h"
#include "ui-sample.h"

#define SUFFIX ".khatt-journal"
#define N_MANY 20010 /* events: too many to keep all of them */

typedef struct
{
  KhattDocument *document;
  char *folder;
  char *journals; /* of the document */
  char *left;     /* journals as a crash leaves them */
  GFile *file;
  GAsyncResult *result;
} Fixture;

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        empty_folder (path);
      g_remove (path);
    }
}

static void
write_file (Fixture *fixture, KhattTimeline *timeline)
{
  g_autofree char *text = random_edits_write (timeline);

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  g_autofree char *path = NULL;

  fixture->document = khatt_document_new ();
  fixture->folder = g_dir_make_tmp ("khatt-crash-XXXXXX", NULL);
  fixture->left = g_build_filename (fixture->folder, "left", NULL);
  fixture->journals = khatt_document_dup_journal_folder ();
  path = g_build_filename (fixture->folder, "calls.khatt", NULL);
  fixture->file = g_file_new_for_path (path);
  g_assert_cmpint (g_mkdir (fixture->left, 0700), ==, 0);
  write_file (fixture, timeline);
}

static char *
find_journal (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, SUFFIX))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = NULL;

  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->document);
  /* Who closes a document knows what is not saved. */
  journal = find_journal (fixture->journals);
  g_assert_null (journal);
  empty_folder (fixture->folder);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
  g_free (fixture->left);
  g_free (fixture->journals);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object (&((Fixture *) user_data)->result, result);
}

static gboolean
has_result (gpointer data)
{
  return ((Fixture *) data)->result != NULL;
}

static void
load (Fixture *fixture)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, fixture->file);
  g_clear_object (&fixture->result);
  khatt_document_load_async (fixture->document, G_LIST_MODEL (files), NULL, done_cb, fixture);
  ui_sample_wait (has_result, fixture);
  g_assert_true (khatt_document_load_finish (fixture->document, fixture->result, NULL));
}

static void
save (Fixture *fixture)
{
  g_clear_object (&fixture->result);
  khatt_document_save_async (fixture->document, fixture->file, FALSE, done_cb, fixture);
  ui_sample_wait (has_result, fixture);
  g_assert_true (khatt_document_save_finish (fixture->document, fixture->result, NULL));
}

static KhattTimeline *
get_timeline (Fixture *fixture)
{
  return khatt_document_get_timeline (fixture->document);
}

static gboolean
has_journal (gpointer data)
{
  g_autofree char *path = find_journal (((Fixture *) data)->journals);

  return path != NULL;
}

static gboolean
has_no_journal (gpointer data)
{
  return !has_journal (data);
}

static void
edit (Fixture *fixture, const char *title)
{
  khatt_timeline_set_title (get_timeline (fixture), title);
}

static void
edit_and_wait (Fixture *fixture, const char *title)
{
  edit (fixture, title);
  ui_sample_wait (has_journal, fixture);
}

/* As if the process had ended now; free it with khatt_journal_info_free(). */
static KhattJournalInfo *
crash (Fixture *fixture)
{
  g_autofree char *path = find_journal (fixture->journals);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *left = g_build_filename (fixture->left, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (left, contents, (gssize) length, NULL));
  found = khatt_journal_find (fixture->left);
  g_assert_cmpuint (found->len, ==, 1);
  return khatt_journal_info_copy (found->pdata[0]);
}

static KhattDocument *
recover (Fixture *fixture, const KhattJournalInfo *info, GError **error)
{
  KhattDocument *document = khatt_document_new ();

  g_clear_object (&fixture->result);
  khatt_document_recover_async (document, info, done_cb, fixture);
  ui_sample_wait (has_result, fixture);
  if (!khatt_document_load_finish (document, fixture->result, error))
    g_clear_object (&document);
  g_clear_object (&fixture->result);
  return document;
}

static void
assert_same (KhattDocument *a, KhattDocument *b)
{
  g_autofree char *first = random_edits_write (khatt_document_get_timeline (a));
  g_autofree char *second = random_edits_write (khatt_document_get_timeline (b));

  g_assert_cmpstr (first, ==, second);
}

static void
test_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattJournalInfo) info = NULL;
  g_autoptr (KhattDocument) document = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  load (fixture);
  before = random_edits_write (get_timeline (fixture));
  edit_and_wait (fixture, "Changed");
  info = crash (fixture);
  document = recover (fixture, info, NULL);
  g_assert_cmpint (khatt_document_get_recovery (document), ==, KHATT_RECOVERY_RESTORED);
  g_assert_true (khatt_document_is_modified (document));
  g_assert_true (g_file_equal (khatt_document_get_file (document), fixture->file));
  assert_same (document, fixture->document);

  khatt_timeline_undo (khatt_document_get_timeline (document));
  undone = random_edits_write (khatt_document_get_timeline (document));
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (khatt_document_is_modified (document));
}

static gboolean
is_left (gpointer data)
{
  g_autofree char *path = find_journal (((Fixture *) data)->left);

  return path != NULL;
}

static gboolean
is_not_left (gpointer data)
{
  return !is_left (data);
}

/* The restored document goes on with its journal, and is rid of it when it is saved. */
static void
test_restored_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattJournalInfo) info = NULL;
  KhattDocument *document;

  load (fixture);
  edit_and_wait (fixture, "Changed");
  info = crash (fixture);
  document = recover (fixture, info, NULL);
  g_assert_true (is_left (fixture));

  khatt_document_save_async (document, fixture->file, FALSE, done_cb, fixture);
  ui_sample_wait (has_result, fixture);
  g_assert_true (khatt_document_save_finish (document, fixture->result, NULL));
  g_clear_object (&fixture->result);
  ui_sample_wait (is_not_left, fixture);
  g_assert_finalize_object (document);
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  edit_and_wait (fixture, "Changed");
  save (fixture);
  ui_sample_wait (has_no_journal, fixture);
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  edit_and_wait (fixture, "Changed");
  khatt_timeline_undo (get_timeline (fixture));
  ui_sample_wait (has_no_journal, fixture);
}

/* That time runs in it as the person wants is no change; the journal that comes and goes meanwhile
 * would have come later. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = khatt_preferences_get_settings ();
  g_autoptr (KhattDocument) document = NULL;

  g_settings_set_string (settings, "new-direction", "rtl");
  document = khatt_document_new ();
  g_assert_cmpint (khatt_timeline_get_direction (khatt_document_get_timeline (document)), ==,
                   KHATT_DIRECTION_RTL);
  g_assert_false (khatt_document_is_modified (document));
  load (fixture);
  edit_and_wait (fixture, "Changed");
  save (fixture);
  ui_sample_wait (has_no_journal, fixture);
  g_settings_reset (settings, "new-direction");
}

/* What was changed while it was being saved is not in the file, and undoing does not lead to what
 * is in it. */
static void
test_changed_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattJournalInfo) info = NULL;
  g_autoptr (KhattDocument) document = NULL;

  load (fixture);
  edit (fixture, "Saved");
  g_clear_object (&fixture->result);
  khatt_document_save_async (fixture->document, fixture->file, FALSE, done_cb, fixture);
  g_assert_true (khatt_document_is_saving (fixture->document));
  edit (fixture, "Not saved");
  ui_sample_wait (has_result, fixture);
  g_assert_false (khatt_document_is_saving (fixture->document));
  g_assert_true (khatt_document_is_modified (fixture->document));
  ui_sample_wait (has_journal, fixture);
  info = crash (fixture);
  document = recover (fixture, info, NULL);
  g_assert_cmpint (khatt_document_get_recovery (document), ==, KHATT_RECOVERY_RESTORED);
  assert_same (document, fixture->document);

  khatt_timeline_undo (get_timeline (fixture));
  khatt_timeline_undo (get_timeline (fixture));
  g_assert_true (khatt_document_is_modified (fixture->document));
}

static void
test_two_saves (Fixture *fixture, gconstpointer data)
{
  load (fixture);
  edit (fixture, "One");
  g_clear_object (&fixture->result);
  khatt_document_save_async (fixture->document, fixture->file, FALSE, NULL, NULL);
  edit (fixture, "Two");
  khatt_document_save_async (fixture->document, fixture->file, FALSE, done_cb, fixture);
  ui_sample_wait (has_result, fixture);
  g_assert_true (khatt_document_save_finish (fixture->document, fixture->result, NULL));
  g_assert_false (khatt_document_is_modified (fixture->document));
}

static void
test_pasted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattJournalInfo) info = NULL;
  g_autoptr (KhattDocument) document = NULL;

  khatt_document_read_text_async (fixture->document, UI_SAMPLE_TEXT, done_cb, fixture);
  ui_sample_wait (has_journal, fixture);
  info = crash (fixture);
  document = recover (fixture, info, NULL);
  g_assert_null (khatt_document_get_file (document));
  g_assert_true (khatt_document_is_modified (document));
  assert_same (document, fixture->document);
}

/* Another program's changes are not overwritten, nor ours by them. */
static void
test_changed_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattTimeline) other = khatt_timeline_new ();
  g_autoptr (KhattJournalInfo) info = NULL;
  g_autoptr (KhattDocument) document = NULL;

  load (fixture);
  edit_and_wait (fixture, "Changed");
  info = crash (fixture);
  write_file (fixture, data ? get_timeline (fixture) : other);
  document = recover (fixture, info, NULL);
  if (data)
    {
      /* The same: there was only no time to delete the journal. */
      g_assert_cmpint (khatt_document_get_recovery (document), ==, KHATT_RECOVERY_NONE);
      g_assert_false (khatt_document_is_modified (document));
      g_assert_false (is_left (fixture));
      return;
    }
  g_assert_cmpint (khatt_document_get_recovery (document), ==, KHATT_RECOVERY_COPY);
  g_assert_true (khatt_document_is_modified (document));
  g_assert_null (khatt_document_get_file (document));
  assert_same (document, fixture->document);
}

static void
test_file_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattJournalInfo) info = NULL;
  g_autoptr (KhattDocument) document = NULL;

  load (fixture);
  edit_and_wait (fixture, "Changed");
  info = crash (fixture);
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  document = recover (fixture, info, NULL);
  g_assert_cmpint (khatt_document_get_recovery (document), ==, KHATT_RECOVERY_COPY);
  assert_same (document, fixture->document);
}

static void
write_many (Fixture *fixture)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  khatt_timeline_begin_bulk (timeline);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();

      event->title = g_strdup_printf ("Event %u", i);
      khatt_timeline_add (timeline, event);
    }
  khatt_timeline_end_bulk (timeline);
  write_file (fixture, timeline);
}

/* Only what differs from the file is kept; before and after a save. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  write_many (fixture);
  load (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KhattJournalInfo) info = NULL;
      g_autoptr (KhattDocument) document = NULL;
      GStatBuf status;

      khatt_timeline_remove (get_timeline (fixture), 17 + i);
      edit_and_wait (fixture, i == 0 ? "Once" : "Twice");
      info = crash (fixture);
      g_assert_false (info->is_whole);
      g_assert_cmpint (g_stat (info->path, &status), ==, 0);
      g_assert_cmpint (status.st_size, <, 10000);
      document = recover (fixture, info, NULL);
      g_assert_cmpint (khatt_document_get_recovery (document), ==, KHATT_RECOVERY_RESTORED);
      assert_same (document, fixture->document);
      g_clear_object (&document);
      save (fixture);
      ui_sample_wait (has_no_journal, fixture);
    }
}

/* Where only differences were kept, they wait for the file that they are of. */
static void
test_many_without_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattJournalInfo) info = NULL;
  g_autoptr (KhattDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  write_many (fixture);
  load (fixture);
  edit_and_wait (fixture, "Changed");
  info = crash (fixture);
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  document = recover (fixture, info, &error);
  g_assert_null (document);
  g_assert_nonnull (error);
  g_assert_true (is_left (fixture));
}

static gboolean
has_whole_journal (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (KhattJournalInfo) info = has_journal (fixture) ? crash (fixture) : NULL;

  return info != NULL && info->is_whole;
}

/* The file is lost while the document is open: from then on all of it is kept. */
static void
test_many_lose_file (Fixture *fixture, gconstpointer is_gone)
{
  g_autoptr (KhattTimeline) other = khatt_timeline_new ();
  g_autoptr (KhattJournalInfo) info = NULL;
  g_autoptr (KhattDocument) document = NULL;

  write_many (fixture);
  load (fixture);
  edit_and_wait (fixture, "Changed");
  if (is_gone)
    g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  else
    write_file (fixture, other);
  khatt_document_check_disk (fixture->document);
  ui_sample_wait (has_whole_journal, fixture);
  info = crash (fixture);
  document = recover (fixture, info, NULL);
  g_assert_cmpint (khatt_document_get_recovery (document), ==, KHATT_RECOVERY_COPY);
  assert_same (document, fixture->document);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattJournalInfo) info = NULL;
  g_autoptr (KhattDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  load (fixture);
  edit_and_wait (fixture, "Changed");
  info = crash (fixture);
  g_assert_true (g_file_set_contents (info->path, "khatt-journal 1\n0 0\n", -1, NULL));
  document = recover (fixture, info, &error);
  g_assert_null (document);
  aside = g_strconcat (info->path, ".unread", NULL);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_nonnull (strstr (error->message, aside));
  g_assert_false (is_left (fixture));
}

static void
not_kept_cb (KhattDocument *document, GError *error, guint *n_told)
{
  g_assert_nonnull (error);
  (*n_told)++;
}

static gboolean
is_told (gpointer n_told)
{
  return *(guint *) n_told > 0;
}

/* A file stands where the folder should be. */
static void
test_not_kept (Fixture *fixture, gconstpointer data)
{
  guint n_told = 0;

  empty_folder (fixture->journals);
  g_rmdir (fixture->journals);
  g_assert_true (g_file_set_contents (fixture->journals, "", 0, NULL));
  g_signal_connect (fixture->document, "not-kept", G_CALLBACK (not_kept_cb), &n_told);
  load (fixture);
  edit (fixture, "Changed");
  ui_sample_wait (is_told, &n_told);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (g_unlink (fixture->journals), ==, 0);
}

#define ADD(path, test, data) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/crash/restored", test_restored, NULL);
  ADD ("/crash/goes-on-with-the-journal", test_restored_goes_on, NULL);
  ADD ("/crash/nothing-is-kept-of-what-is-saved", test_saved, NULL);
  ADD ("/crash/nor-of-what-is-undone", test_undone, NULL);
  ADD ("/crash/nor-of-what-is-new", test_new, NULL);
  ADD ("/crash/changed-while-saving", test_changed_while_saving, NULL);
  ADD ("/crash/two-saves-are-no-conflict", test_two_saves, NULL);
  ADD ("/crash/pasted-text-is-kept", test_pasted, NULL);
  ADD ("/crash/a-file-that-changed-since", test_changed_since, NULL);
  ADD ("/crash/a-file-that-was-just-saved", test_changed_since, "saved");
  ADD ("/crash/a-file-that-is-gone", test_file_is_gone, NULL);
  ADD ("/crash/many-events", test_many, NULL);
  ADD ("/crash/many-events-without-their-file", test_many_without_file, NULL);
  ADD ("/crash/many-events-lose-their-file", test_many_lose_file, "gone");
  ADD ("/crash/many-events-lose-what-was-in-it", test_many_lose_file, NULL);
  ADD ("/crash/damaged", test_damaged, NULL);
  ADD ("/crash/cannot-be-kept", test_not_kept, NULL);
  return g_test_run ();
}
