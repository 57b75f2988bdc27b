/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a window does so that nothing is lost: after a crash, when another program writes to the
 * file, and when it is closed while it saves. */

#include <glib/gstdio.h>
#include <string.h>

#include "window-fixture.h"

#define SUFFIX ".khatt-journal"

typedef struct
{
  KhattWindow *window; /* NULL once it is closed */
  char *folder;
  char *journals;
  GFile *file;
  GAsyncResult *result;
} Fixture;

static const char timeline_text[] =
    "{\"format\":\"khatt-timeline\",\"version\":1,\"title\":\"Calls\",\n"
    "\"events\":[\n"
    "{\"id\":\"e1\",\"kind\":\"call\",\"title\":\"One\",\"date\":\"2025-08-08\"}\n"
    "]}\n";
static const char other_text[] =
    "{\"format\":\"khatt-timeline\",\"version\":1,\"title\":\"Of another program\",\n"
    "\"events\":[\n"
    "{\"id\":\"e1\",\"kind\":\"call\",\"title\":\"One\",\"date\":\"2025-08-09\"}\n"
    "]}\n";

static void
write_file (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("khatt-safety-XXXXXX", NULL);
  fixture->journals = khatt_document_dup_journal_folder ();
  path = g_build_filename (fixture->folder, "calls.khatt", NULL);
  fixture->file = g_file_new_for_path (path);
  write_file (fixture, timeline_text);
}

static gboolean
has_no_window (gpointer fixture)
{
  return gtk_application_get_windows (GTK_APPLICATION (window_fixture_get_application ())) == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GList *windows =
      gtk_application_get_windows (GTK_APPLICATION (window_fixture_get_application ()));

  windows = g_list_copy (windows);
  g_list_free_full (windows, (GDestroyNotify) gtk_window_destroy);
  ui_sample_wait (has_no_window, fixture);
  g_unlink (g_file_peek_path (fixture->file));
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
  g_free (fixture->journals);
}

/* ---- After a crash ---- */

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

static char *
find_journal (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->journals, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, SUFFIX))
      return g_build_filename (fixture->journals, name, NULL);
  return NULL;
}

static gboolean
has_journal (gpointer fixture)
{
  g_autofree char *path = find_journal (fixture);

  return path != NULL;
}

/* What a process leaves that changed the title and ended: its journal, which nobody holds. */
static void
crash (Fixture *fixture)
{
  KhattDocument *document = khatt_document_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_list_store_append (files, fixture->file);
  khatt_document_load_async (document, G_LIST_MODEL (files), NULL, done_cb, fixture);
  ui_sample_wait (has_result, fixture);
  g_clear_object (&fixture->result);
  khatt_timeline_set_title (khatt_document_get_timeline (document), "Not saved");
  ui_sample_wait (has_journal, fixture);
  path = find_journal (fixture);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_finalize_object (document);
  g_assert_false (has_journal (fixture));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static KhattWindow *
find_window (const char *name)
{
  GList *windows =
      gtk_application_get_windows (GTK_APPLICATION (window_fixture_get_application ()));

  for (GList *item = windows; item; item = item->next)
    if (KHATT_IS_WINDOW (item->data) &&
        g_str_equal (khatt_document_get_name (khatt_window_get_document (item->data)), name))
      return item->data;
  return NULL;
}

static gboolean
is_there (gpointer name)
{
  KhattWindow *window = find_window (name);

  return window && gtk_widget_get_mapped (GTK_WIDGET (window));
}

static gboolean
says (KhattWindow *window, const char *text)
{
  return ui_sample_shows (GTK_WIDGET (window->notices), text);
}

static void
activate (KhattWindow *window, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), name, NULL);
}

static gboolean
is_modified (KhattWindow *window)
{
  return khatt_document_is_modified (khatt_window_get_document (window));
}

static void
check_discard (KhattWindow *window)
{
  g_assert_true (is_modified (window));
  g_assert_true (says (window, "were restored"));
  activate (window, "discard-restored");
  g_assert_false (is_modified (window));
  g_assert_false (says (window, "were restored"));
  g_assert_null (find_window ("Not saved"));

  activate (window, "restore-again");
  g_assert_true (is_modified (window));
  g_assert_true (find_window ("Not saved") == window);
}

static void
test_next_start (Fixture *fixture, gconstpointer data)
{
  crash (fixture);
  g_application_activate (G_APPLICATION (window_fixture_get_application ()));
  ui_sample_wait (is_there, (gpointer) "Not saved");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (
                        GTK_APPLICATION (window_fixture_get_application ()))),
                    ==, 1);
  check_discard (find_window ("Not saved"));
}

static void
open_file (Fixture *fixture, const char *expected_name)
{
  window_fixture_present (&fixture->window);
  window_fixture_open (fixture->window, g_file_peek_path (fixture->file), NULL);
  ui_sample_wait (is_there, (gpointer) expected_name);
}

static void
test_opened (Fixture *fixture, gconstpointer data)
{
  crash (fixture);
  open_file (fixture, "Not saved");
  check_discard (fixture->window);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  crash (fixture);
  open_file (fixture, "Not saved");
  activate (fixture->window, "keep-restored");
  g_assert_true (is_modified (fixture->window));
  g_assert_false (says (fixture->window, "were restored"));
}

/* The file, as it is now, and a copy of what it was, with the changes. */
static void
test_changed_since (Fixture *fixture, gconstpointer data)
{
  crash (fixture);
  write_file (fixture, other_text);
  open_file (fixture, "Not saved");
  ui_sample_wait (is_there, (gpointer) "Of another program");
  g_assert_true (says (fixture->window, "This is a copy"));
  g_assert_null (khatt_document_get_file (khatt_window_get_document (fixture->window)));
  g_assert_false (says (find_window ("Of another program"), ""));
}

/* ---- When another program writes ---- */

static gboolean
says_changed (gpointer fixture)
{
  return says (((Fixture *) fixture)->window, "changed by another program");
}

static gboolean
says_gone (gpointer fixture)
{
  return says (((Fixture *) fixture)->window, "no longer where it was");
}

static gboolean
says_nothing (gpointer fixture)
{
  return !says (((Fixture *) fixture)->window, "");
}

static void
test_load_again (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "Calls");
  write_file (fixture, other_text);
  ui_sample_wait (says_changed, fixture);
  activate (fixture->window, "load-again");
  ui_sample_wait (is_there, (gpointer) "Of another program");
  g_assert_true (says_nothing (fixture));
}

static void
test_load_again_asks (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "Calls");
  khatt_timeline_set_title (
      khatt_document_get_timeline (khatt_window_get_document (fixture->window)), "Mine");
  write_file (fixture, other_text);
  ui_sample_wait (says_changed, fixture);
  activate (fixture->window, "load-again");
  g_assert_nonnull (ui_sample_find_dialog ());
  ui_sample_answer ("_Load Again");
  ui_sample_wait (is_there, (gpointer) "Of another program");
  g_assert_false (is_modified (fixture->window));
}

/* What is shown is in no file then. */
static void
test_keep_mine (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "Calls");
  write_file (fixture, other_text);
  ui_sample_wait (says_changed, fixture);
  g_assert_false (is_modified (fixture->window));
  activate (fixture->window, "keep-mine");
  g_assert_true (says_nothing (fixture));
  g_assert_true (is_modified (fixture->window));

  /* It is said again when the file changes again. */
  write_file (fixture, timeline_text);
  ui_sample_wait (says_changed, fixture);
}

static gboolean
is_saved (gpointer fixture)
{
  return !is_modified (((Fixture *) fixture)->window);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "Calls");
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  ui_sample_wait (says_gone, fixture);
  g_assert_true (is_modified (fixture->window));
  activate (fixture->window, "save-again");
  ui_sample_wait (is_saved, fixture);
  ui_sample_wait (says_nothing, fixture);
  g_assert_true (g_file_query_exists (fixture->file, NULL));
}

/* ---- Closing ---- */

static gboolean
is_closed (gpointer fixture)
{
  return ((Fixture *) fixture)->window == NULL;
}

static void
test_close_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_file (fixture, "Calls");
  khatt_timeline_set_title (
      khatt_document_get_timeline (khatt_window_get_document (fixture->window)), "Mine");
  activate (fixture->window, "save");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_null (ui_sample_find_dialog ());
  ui_sample_wait (is_closed, fixture);
  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Mine"));
  g_assert_false (has_journal (fixture));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* First: once is enough for a process. */
  ADD ("/window-safety/comes-back-at-the-next-start", test_next_start);
  ADD ("/window-safety/comes-back-when-the-file-is-opened", test_opened);
  ADD ("/window-safety/can-be-kept", test_kept);
  ADD ("/window-safety/a-file-that-changed-since-opens-too", test_changed_since);
  ADD ("/window-safety/loads-again", test_load_again);
  ADD ("/window-safety/asks-before-loading-again", test_load_again_asks);
  ADD ("/window-safety/keeps-what-it-has", test_keep_mine);
  ADD ("/window-safety/saves-a-file-that-is-gone", test_gone);
  ADD ("/window-safety/closes-when-it-has-saved", test_close_while_saving);
  return g_test_run ();
}
