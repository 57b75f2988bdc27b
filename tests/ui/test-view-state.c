/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How documents were last looked at: the files it is kept in, and windows that open as it says. */

#include "khatt-view-state.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <utime.h>

#define HALF 10
#define NEVER "file:///nowhere/never.khatt"

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "khatt", "views", NULL);
}

static guint
count_files (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_files (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

/* ---- Files ---- */

static void
test_what_is_saved_is_loaded (void)
{
  g_autoptr (GFile) document = g_file_new_for_uri ("file:///tmp/a%20document.khatt");
  g_autoptr (GFile) other = g_file_new_for_uri (NEVER);
  const char *const actors[] = { "شي", "a\nb=[c];", NULL };
  KhattLaneSettings lanes = { { [KHATT_LANE_PINNED] = actors, [KHATT_LANE_HIDDEN] = actors } };
  KhattFilter filter = { .actors = actors, .kinds = 1u << KHATT_KIND_VISIT };
  KhattViewState state = {
    .has_span = TRUE,
    .first = G_GINT64_CONSTANT (-9000000000000000000),
    .last = G_GINT64_CONSTANT (9000000000000000000),
    .scroll_y = 12.5,
    .lanes_by = (char *) "kinds",
    .lanes = &lanes,
    .scene = 7,
    .filter = &filter,
    .selected = (char *) " e;1\n",
    .mode = (char *) "list",
  };
  g_autoptr (KhattViewState) loaded = NULL;

  g_assert_null (khatt_view_state_load (document));
  g_assert_true (khatt_view_state_save (&state, document, NULL));
  g_assert_null (khatt_view_state_load (other));
  loaded = khatt_view_state_load (document);
  g_assert_true (loaded->has_span);
  g_assert_cmpint (loaded->first, ==, state.first);
  g_assert_cmpint (loaded->last, ==, state.last);
  g_assert_cmpfloat (loaded->scroll_y, ==, state.scroll_y);
  g_assert_cmpstr (loaded->lanes_by, ==, "kinds");
  g_assert_true (khatt_lane_settings_equal (loaded->lanes, &lanes));
  g_assert_cmpuint (loaded->scene, ==, 7);
  g_assert_true (khatt_filter_equal (loaded->filter, &filter));
  g_assert_cmpstr (loaded->selected, ==, state.selected);
  g_assert_cmpstr (loaded->mode, ==, "list");
  g_assert_false (loaded->shows_details);
  remove_files ();
}

static void
test_damaged_files (void)
{
  const struct
  {
    const char *text;
    gboolean is_state;
  } cases[] = {
    { "", FALSE },
    { "\xff\xfe nonsense", FALSE },
    { "[other]\nfirst=1\n", FALSE },
    { "[view]\n", TRUE },
    { "[view]\nfirst=5\nlast=soon\nscroll=-4\nfilter=[1]\nmode=\n", TRUE },
    { "[view]\nfirst=5\nlast=4\n", TRUE },
    { "[view]\npinned-lanes=\nhidden-lanes\nscene=-3\n", FALSE },
    { "[view]\npinned-lanes=\nscene=-3\n", TRUE },
  };
  g_autoptr (GFile) document = g_file_new_for_uri (NEVER);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, NEVER, -1);
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattViewState) state = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      state = khatt_view_state_load (document);
      g_assert_cmpint (state != NULL, ==, cases[i].is_state);
      if (state == NULL)
        continue;
      g_assert_false (state->has_span);
      g_assert_cmpfloat (state->scroll_y, ==, 0);
      g_assert_null (state->filter);
      g_assert_null (state->lanes);
      g_assert_cmpuint (state->scene, ==, 0);
      g_assert_cmpint (khatt_window_find_mode (state->mode), ==, KHATT_MODE_TIMELINE);
    }
  remove_files ();
}

/* At the limit all are kept; beyond it those that are oldest go, and no other. */
static void
test_the_oldest_go (void)
{
  const guint n = KHATT_VIEW_STATES_MAX + HALF;
  const KhattViewState state = { 0 };
  g_autofree char *folder = dup_folder ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///%u.khatt", i);
      g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) document = g_file_new_for_uri (uri);
      struct utimbuf times = { 1000 + i, 1000 + i };

      g_assert_true (khatt_view_state_save (&state, document, NULL));
      g_assert_cmpint (utime (path, &times), ==, 0);
      g_assert_cmpuint (count_files (), ==, MIN (i + 1, KHATT_VIEW_STATES_MAX));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///%u.khatt", i);
      g_autoptr (GFile) document = g_file_new_for_uri (uri);
      g_autoptr (KhattViewState) loaded = khatt_view_state_load (document);

      g_assert_cmpint (loaded != NULL, ==, i >= HALF);
    }
  remove_files ();
}

/* ---- Windows ---- */

/* Arranged, and laid out where it is not only listed. */
static gboolean
is_shown (gpointer data)
{
  KhattWindow *window = data;

  return khatt_timeline_view_get_arrangement (window->view) != NULL &&
         (window->mode == KHATT_MODE_LIST || khatt_timeline_view_get_layout (window->view) != NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (khatt_document_load_finish (KHATT_DOCUMENT (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
load (KhattWindow *window, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  gboolean is_loaded = FALSE;

  g_list_store_append (files, file);
  khatt_document_load_async (window->document, G_LIST_MODEL (files), NULL, loaded_cb, &is_loaded);
  ui_sample_wait (is_true, &is_loaded);
  ui_sample_wait (is_shown, window);
  ui_sample_settle ();
}

static KhattWindow *
open_window (const char *name)
{
  KhattWindow *window =
      KHATT_WINDOW (khatt_window_new (GTK_APPLICATION (window_fixture_get_application ())));

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 500);
  gtk_window_present (GTK_WINDOW (window));
  load (window, name);
  return window;
}

static void
close_window (KhattWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  ui_sample_settle ();
}

static void
change_view (KhattWindow *window)
{
  const char *const actors[] = { "فلاديمير بوتين", NULL };
  const char *const kinds[] = { "call", NULL };
  const KhattLaneSettings lanes = { { [KHATT_LANE_COLLAPSED] = kinds } };

  g_action_group_activate_action (G_ACTION_GROUP (window), "lanes", g_variant_new_string ("kinds"));
  khatt_timeline_view_set_filter (window->view, &(KhattFilter){ .actors = actors });
  khatt_timeline_view_set_lane_settings (window->view, &lanes);
  khatt_timeline_view_set_scroll_y (window->view, 40);
  khatt_timeline_view_set_selected_slot (window->view, 2);
  khatt_window_set_mode (window, KHATT_MODE_ARTICLE);
  ui_sample_settle ();
  khatt_timeline_view_set_span (window->view, 1754524800, 1754697600);
  ui_sample_settle ();
}

static void
assert_changed (KhattWindow *window, gboolean is_changed)
{
  gint64 first, last;

  g_assert_true (khatt_timeline_view_get_visible_span (window->view, &first, &last));
  g_assert_cmpint (ABS (first - 1754524800) <= 1 && ABS (last - 1754697600) <= 1, ==, is_changed);
  g_assert_cmpint (khatt_timeline_view_is_fitting_all (window->view), ==, !is_changed);
  g_assert_cmpint (khatt_timeline_view_get_lanes_by (window->view) == KHATT_LANES_KINDS, ==,
                   is_changed);
  g_assert_cmpint (!khatt_filter_is_empty (khatt_timeline_view_get_filter (window->view)), ==,
                   is_changed);
  g_assert_cmpint (
      khatt_lane_settings_is_empty (khatt_timeline_view_get_lane_settings (window->view)), ==,
      !is_changed);
  g_assert_cmpint (khatt_timeline_view_get_selected_slot (window->view) == 2, ==, is_changed);
  g_assert_cmpint (window->mode == KHATT_MODE_ARTICLE, ==, is_changed);
}

static void
test_opens_as_it_was_left (void)
{
  KhattWindow *window = open_window ("calls.khatt");
  double scroll_y;

  assert_changed (window, FALSE);
  change_view (window);
  scroll_y = khatt_timeline_view_get_scroll_y (window->view);
  close_window (window);
  g_assert_cmpuint (count_files (), ==, 1);

  window = open_window ("calls.khatt");
  assert_changed (window, TRUE);
  g_assert_cmpfloat (khatt_timeline_view_get_scroll_y (window->view), ==, scroll_y);
  g_assert_false (khatt_document_is_modified (window->document));

  /* In another document's place, too. */
  g_action_group_activate_action (G_ACTION_GROUP (window), "fit-all", NULL);
  khatt_timeline_view_set_selected_slot (window->view, KHATT_SLOT_NONE);
  khatt_timeline_view_set_filter (window->view, NULL);
  khatt_window_set_mode (window, KHATT_MODE_TIMELINE);
  g_action_group_activate_action (G_ACTION_GROUP (window), "lanes",
                                  g_variant_new_string ("actors"));
  ui_sample_settle ();
  load (window, "calls.khatt");
  assert_changed (window, FALSE);
  close_window (window);
  remove_files ();
}

/* Each way to look at it is one to come back to. */
static void
test_opens_in_the_same_form (void)
{
  static const KhattMode modes[] = { KHATT_MODE_LIST, KHATT_MODE_ARTICLE, KHATT_MODE_TIMELINE };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      KhattWindow *window = open_window ("calls.khatt");

      khatt_window_set_mode (window, modes[i]);
      close_window (window);
      window = open_window ("calls.khatt");
      g_assert_cmpint (window->mode, ==, modes[i]);
      close_window (window);
    }
  remove_files ();
}

/* Though a list shows no span, none is lost in it. */
static void
test_a_span_survives_the_list (void)
{
  KhattWindow *window = open_window ("calls.khatt");

  khatt_timeline_view_set_span (window->view, 1754524800, 1754697600);
  ui_sample_settle ();
  khatt_window_set_mode (window, KHATT_MODE_LIST);
  close_window (window);
  for (guint i = 0; i < 3; i++)
    {
      gint64 first, last;

      window = open_window ("calls.khatt");
      g_assert_true (khatt_timeline_view_get_visible_span (window->view, &first, &last));
      g_assert_cmpint (ABS (first - 1754524800), <=, 1);
      g_assert_cmpint (ABS (last - 1754697600), <=, 1);
      khatt_timeline_view_set_selected_slot (window->view, i);
      close_window (window);
    }
  remove_files ();
}

/* What has no file, and what nobody wants to be remembered, leaves no trace. */
static void
test_no_trace (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  KhattWindow *window = open_window ("calls.txt");

  change_view (window);
  khatt_timeline_mark_saved (khatt_document_get_timeline (window->document));
  close_window (window);
  g_assert_cmpuint (count_files (), ==, 0);

  window = open_window ("calls.khatt");
  change_view (window);
  g_object_set (settings, "gtk-recent-files-enabled", FALSE, NULL);
  close_window (window);
  g_assert_cmpuint (count_files (), ==, 0);
  g_object_set (settings, "gtk-recent-files-enabled", TRUE, NULL);
}

/* Nor is anything restored while nothing is to be remembered. */
static void
test_not_restored_either (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  KhattWindow *window = open_window ("calls.khatt");

  change_view (window);
  close_window (window);
  g_assert_cmpuint (count_files (), ==, 1);
  g_object_set (settings, "gtk-recent-files-enabled", FALSE, NULL);
  window = open_window ("calls.khatt");
  assert_changed (window, FALSE);
  close_window (window);
  g_object_set (settings, "gtk-recent-files-enabled", TRUE, NULL);
  remove_files ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-recent-files-enabled", TRUE, NULL);
  g_test_add_func ("/view-state/what-is-saved-is-loaded", test_what_is_saved_is_loaded);
  g_test_add_func ("/view-state/damaged-files", test_damaged_files);
  g_test_add_func ("/view-state/the-oldest-go", test_the_oldest_go);
  g_test_add_func ("/view-state/opens-as-it-was-left", test_opens_as_it_was_left);
  g_test_add_func ("/view-state/opens-in-the-same-form", test_opens_in_the_same_form);
  g_test_add_func ("/view-state/a-span-survives-the-list", test_a_span_survives_the_list);
  g_test_add_func ("/view-state/no-trace", test_no_trace);
  g_test_add_func ("/view-state/not-restored-either", test_not_restored_either);
  return g_test_run ();
}
