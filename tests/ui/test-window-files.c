/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes into a window and goes out of it, and what it asks on the way. */

#include <glib/gstdio.h>
#include <string.h>

#include "khatt-paste-dialog.h"
#include "window-fixture.h"

typedef struct
{
  KhattWindow *window;
  char *path;
} Fixture;

static const char timeline_text[] =
    "{\"format\":\"khatt-timeline\",\"version\":1,\"title\":\"Calls\",\n"
    "\"events\":[\n"
    "{\"id\":\"e1\",\"kind\":\"call\",\"title\":\"One\",\"date\":\"2025-08-08\"}\n"
    "]}\n";
static const char undated_text[] = "{\"format\":\"khatt-timeline\",\"version\":1,\n"
                                   "\"events\":[\n"
                                   "{\"id\":\"e1\",\"kind\":\"call\",\"title\":\"One\"}\n"
                                   "]}\n";
static const char broken_text[] = "{\"format\":\"khatt-timeline\",\"version\":1,\n"
                                  "\"events\":[\n"
                                  "{\"id\":\"e1\",\"kind\":\"call\",\"date\":\"2025-08-08\"},\n"
                                  "{\"id\":\"e2\",\"kind\":\"call\",\"date\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("khatt-window-XXXXXX", NULL);

  fixture->path = g_build_filename (folder, "calls.khatt", NULL);
  g_assert_true (g_file_set_contents (fixture->path, data ? data : timeline_text, -1, NULL));
  window_fixture_present (&fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  window_fixture_close (&fixture->window);
  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
}

static gboolean
is_loaded (gpointer window)
{
  return !khatt_window_is_free (window) &&
         !khatt_document_is_busy (khatt_window_get_document (window));
}

static void
open_file (Fixture *fixture)
{
  window_fixture_open (fixture->window, fixture->path, NULL);
  ui_sample_wait (is_loaded, fixture->window);
}

static void
rename_document (Fixture *fixture)
{
  khatt_timeline_set_title (
      khatt_document_get_timeline (khatt_window_get_document (fixture->window)), "Renamed");
}

static void
activate (Fixture *fixture, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, NULL);
}

static gboolean
is_saved (gpointer window)
{
  return !khatt_document_is_modified (khatt_window_get_document (window));
}

static gboolean
has_dialog (gpointer data)
{
  return ui_sample_find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return ui_sample_find_dialog () == NULL;
}

static gboolean
is_renamed_on_disk (Fixture *fixture)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  return strstr (text, "Renamed") != NULL;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  rename_document (fixture);
  activate (fixture, "save");
  ui_sample_wait (is_saved, fixture->window);
  g_assert_true (is_renamed_on_disk (fixture));
}

static gboolean
is_shown (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

/* Nobody sees it empty; and where there is nothing to see it comes all the same. */
static void
test_shown_when_loaded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_strconcat (fixture->path, "-missing", NULL);
  const char *paths[] = { fixture->path, missing };

  khatt_window_read_text (fixture->window, UI_SAMPLE_TEXT);
  ui_sample_wait (is_loaded, fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      GFile *file = g_file_new_for_path (paths[i]);
      GtkWindow *window;

      g_application_open (G_APPLICATION (window_fixture_get_application ()), &file, 1, "");
      window =
          gtk_application_get_windows (GTK_APPLICATION (window_fixture_get_application ()))->data;
      g_assert_true (window != GTK_WINDOW (fixture->window));
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
      ui_sample_wait (is_shown, window);
      gtk_window_destroy (window);
      g_object_unref (file);
    }
}

static void
change_on_disk (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  g_assert_true (g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000000000,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
}

static void
test_conflict_replaced (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  rename_document (fixture);
  change_on_disk (fixture);
  activate (fixture, "save");
  ui_sample_wait (has_dialog, NULL);
  g_assert_false (is_renamed_on_disk (fixture));
  ui_sample_answer ("_Replace");
  ui_sample_wait (is_saved, fixture->window);
  g_assert_true (is_renamed_on_disk (fixture));
}

static void
test_conflict_cancelled (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  rename_document (fixture);
  change_on_disk (fixture);
  activate (fixture, "save");
  ui_sample_wait (has_dialog, NULL);
  ui_sample_answer ("_Cancel");
  ui_sample_wait (has_no_dialog, NULL);
  g_assert_false (is_renamed_on_disk (fixture));
  g_assert_false (is_saved (fixture->window));
}

static void
test_losses (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  g_assert_cmpint (khatt_document_get_save_state (khatt_window_get_document (fixture->window)), ==,
                   KHATT_SAVE_LOSES);
  rename_document (fixture);
  activate (fixture, "save");
  g_assert_nonnull (ui_sample_find_dialog ());
  ui_sample_answer ("_Cancel");
  ui_sample_wait (has_no_dialog, NULL);
  g_assert_false (is_renamed_on_disk (fixture));
  activate (fixture, "save");
  ui_sample_answer ("_Replace");
  ui_sample_wait (is_saved, fixture->window);
  g_assert_true (is_renamed_on_disk (fixture));
}

static gboolean
shows_note (Fixture *fixture)
{
  return ui_sample_shows (GTK_WIDGET (fixture->window), "1 event has no date yet");
}

static void
test_undated (Fixture *fixture, gconstpointer data)
{
  KhattTimeline *timeline;

  open_file (fixture);
  g_assert_true (shows_note (fixture));
  activate (fixture, "show-undated");
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), !=, KHATT_SLOT_NONE);

  timeline = khatt_document_get_timeline (khatt_window_get_document (fixture->window));
  khatt_timeline_remove (timeline, khatt_window_get_selected_slot (fixture->window));
  g_assert_false (shows_note (fixture));
  khatt_timeline_undo (timeline);
  g_assert_true (shows_note (fixture));
}

static void
test_issues (Fixture *fixture, gconstpointer data)
{
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "show-issues"));
  open_file (fixture);
  activate (fixture, "show-issues");
  g_assert_nonnull (ui_sample_find_dialog ());
  g_assert_true (ui_sample_shows (GTK_WIDGET (ui_sample_find_dialog ()), "calls.khatt:4:"));
  ui_sample_answer ("_Close");
  ui_sample_wait (has_no_dialog, NULL);
}

static gboolean
is_closed (gpointer fixture)
{
  return ((Fixture *) fixture)->window == NULL;
}

static void
test_save_and_close (Fixture *fixture, gconstpointer data)
{
  open_file (fixture);
  rename_document (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_sample_answer ("_Save");
  ui_sample_wait (is_closed, fixture);
  g_assert_true (is_renamed_on_disk (fixture));
}

static gboolean
drop (Fixture *fixture, const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->window->drop_area);
  gboolean was_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 0.0, 0.0, &was_taken);
    }
  return was_taken;
}

static void
test_drop_files (Fixture *fixture, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_assert_true (drop (fixture, &value));
  ui_sample_wait (is_loaded, fixture->window);
}

static void
test_drop_text (Fixture *fixture, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GList) windows = NULL;
  GtkWidget *dialog = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, UI_SAMPLE_TEXT);
  g_assert_true (drop (fixture, &value));
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item; item = item->next)
    if (KHATT_IS_PASTE_DIALOG (item->data))
      dialog = item->data;
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (dialog, "paste.read", NULL);
  ui_sample_wait (is_loaded, fixture->window);
  g_assert_cmpuint (khatt_timeline_get_n_articles (
                        khatt_document_get_timeline (khatt_window_get_document (fixture->window))),
                    ==, 1);
}

static void
open_in_application (Fixture *fixture, const char *hint)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  g_application_open (G_APPLICATION (window_fixture_get_application ()), &file, 1, hint);
}

static guint
count_windows (void)
{
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());

  return g_list_length (gtk_application_get_windows (application));
}

static KhattWindow *
find_window (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  return khatt_window_find (GTK_APPLICATION (window_fixture_get_application ()), file);
}

/* Also while the window still waits for it. */
static void
test_open_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uri = g_filename_to_uri (fixture->path, NULL, NULL);
  g_autofree char *other = g_strconcat (fixture->path, "-other", NULL);
  g_autoptr (GFile) other_file = g_file_new_for_path (other);
  KhattWindow *second = NULL;

  window_fixture_open (fixture->window, fixture->path, NULL);
  g_assert_true (find_window (fixture) == fixture->window);
  open_in_application (fixture, "");
  g_assert_cmpuint (count_windows (), ==, 1);
  ui_sample_wait (is_loaded, fixture->window);
  rename_document (fixture);
  open_in_application (fixture, "");
  open_in_application (fixture, "event:e1");
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), !=, KHATT_SLOT_NONE);

  window_fixture_present (&second);
  g_action_group_activate_action (G_ACTION_GROUP (second), "open-recent",
                                  g_variant_new_string (uri));
  g_assert_true (khatt_window_is_free (second));
  g_assert_false (khatt_document_is_busy (khatt_window_get_document (second)));
  g_assert_true (find_window (fixture) == fixture->window);
  g_assert_false (is_saved (fixture->window));
  g_assert_null (
      khatt_window_find (GTK_APPLICATION (window_fixture_get_application ()), other_file));
  window_fixture_close (&second);
}

/* What was wanted of a document that could not be loaded is not done to the next one. */
static void
test_arrival_in_vain (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  window_fixture_open (fixture->window, fixture->path, NULL);
  khatt_window_arrive (fixture->window, "event:e1");
  ui_sample_wait (has_dialog, NULL);
  ui_sample_answer ("_Close");
  ui_sample_wait (has_no_dialog, NULL);

  g_assert_true (g_file_set_contents (fixture->path, timeline_text, -1, NULL));
  open_file (fixture);
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), ==, KHATT_SLOT_NONE);
}

#define ADD(path, test, text) g_test_add (path, Fixture, text, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/window-files/shown-when-loaded", test_shown_when_loaded, NULL);
  ADD ("/window-files/saves", test_save, NULL);
  ADD ("/window-files/replaces-what-changed-on-disk-when-told-to", test_conflict_replaced, NULL);
  ADD ("/window-files/leaves-it-when-not", test_conflict_cancelled, NULL);
  ADD ("/window-files/asks-before-losing-what-was-not-read", test_losses, broken_text);
  ADD ("/window-files/lists-what-was-not-read", test_issues, broken_text);
  ADD ("/window-files/says-why-nothing-is-drawn", test_undated, undated_text);
  ADD ("/window-files/saves-and-closes", test_save_and_close, NULL);
  ADD ("/window-files/takes-dropped-files", test_drop_files, NULL);
  ADD ("/window-files/takes-dropped-text", test_drop_text, NULL);
  ADD ("/window-files/opens-a-timeline-once", test_open_again, NULL);
  ADD ("/window-files/forgets-what-was-wanted-in-vain", test_arrival_in_vain, NULL);
  return g_test_run ();
}
