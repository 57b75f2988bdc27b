/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bookmarks in the window: taken down, gone to, renamed, ordered and removed, and all of it undone.
 */

#include "khatt-bookmarks.h"
#include "window-fixture.h"

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef struct
{
  KhattWindow *window;
  KhattTimeline *timeline;
} Fixture;

static gboolean
has_layout (gpointer data)
{
  gint64 first, last;

  return khatt_timeline_view_get_visible_span (((Fixture *) data)->window->view, &first, &last);
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
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "calls.khatt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  KhattDocument *document;
  gboolean is_loaded = FALSE;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->window =
      KHATT_WINDOW (khatt_window_new (GTK_APPLICATION (window_fixture_get_application ())));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  document = khatt_window_get_document (fixture->window);
  g_list_store_append (files, file);
  khatt_document_load_async (document, G_LIST_MODEL (files), NULL, loaded_cb, &is_loaded);
  ui_sample_wait (is_true, &is_loaded);
  ui_sample_wait (has_layout, fixture);
  ui_sample_settle ();
  fixture->timeline = khatt_document_get_timeline (document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_sample_settle ();
}

static void
act (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, parameter);
  ui_sample_settle ();
}

static KhattBookmarks *
get_popover (Fixture *fixture)
{
  return KHATT_BOOKMARKS (gtk_menu_button_get_popover (fixture->window->bookmarks_button));
}

static const KhattScene *
get_bookmark (Fixture *fixture, guint index)
{
  return g_ptr_array_index (khatt_timeline_get_scenes (fixture->timeline, KHATT_SCENES_BOOKMARKED),
                            index);
}

static void
assert_titles (Fixture *fixture, const char *const *titles)
{
  GPtrArray *scenes = khatt_timeline_get_scenes (fixture->timeline, KHATT_SCENES_BOOKMARKED);
  GtkWidget *list = ui_sample_find (GTK_WIDGET (get_popover (fixture)), GTK_TYPE_LIST_BOX);
  GMenuModel *menu = G_MENU_MODEL (fixture->window->bookmarks_menu);

  g_assert_cmpuint (scenes->len, ==, g_strv_length ((char **) titles));
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, (int) scenes->len);
  for (guint i = 0; i < scenes->len; i++)
    {
      g_autofree char *label = NULL;

      g_assert_cmpstr (get_bookmark (fixture, i)->title, ==, titles[i]);
      g_assert_true (ui_sample_shows (
          GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i)), titles[i]));
      g_menu_model_get_item_attribute (menu, (int) i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_assert_cmpstr (label, ==, titles[i]);
    }
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) scenes->len));
}

/* What Ctrl+D and a typed name do. */
static void
bookmark (Fixture *fixture, const char *title)
{
  GtkWidget *entry;

  act (fixture, "bookmark", NULL);
  entry = ui_sample_find (GTK_WIDGET (get_popover (fixture)), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "activate");
  ui_sample_settle ();
}

static void
focus_row (Fixture *fixture, int index)
{
  GtkWidget *list = ui_sample_find (GTK_WIDGET (get_popover (fixture)), GTK_TYPE_LIST_BOX);

  g_assert_true (gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index))));
}

/* The view comes back as it was: its time, lanes and filter. */
static void
test_goes_back (Fixture *fixture, gconstpointer data)
{
  KhattTimelineView *view = fixture->window->view;
  const KhattFilter calls = { .kinds = 1u << KHATT_KIND_CALL };
  const char *const russia[] = { "RU", NULL };
  const KhattLaneSettings lanes = { { [KHATT_LANE_PINNED] = russia } };
  gint64 first, last, first_after, last_after;

  khatt_timeline_view_set_filter (view, &calls);
  act (fixture, "lanes", g_variant_new_string ("countries"));
  khatt_timeline_view_set_lane_settings (view, &lanes);
  act (fixture, "zoom-in", NULL);
  g_assert_true (khatt_timeline_view_get_visible_span (view, &first, &last));
  act (fixture, "bookmark", NULL);
  g_assert_nonnull (strstr (get_bookmark (fixture, 0)->title, "August 2025"));
  g_assert_cmpstr (get_bookmark (fixture, 0)->lanes_by, ==, "countries");
  gtk_menu_button_popdown (fixture->window->bookmarks_button);

  khatt_timeline_view_set_filter (view, NULL);
  khatt_timeline_view_set_lane_settings (view, NULL);
  act (fixture, "lanes", g_variant_new_string ("kinds"));
  act (fixture, "fit-all", NULL);
  act (fixture, "bookmark", NULL);
  g_assert_null (get_bookmark (fixture, 1)->filter);
  act (fixture, "go-to-bookmark", g_variant_new_uint32 (0));
  g_assert_true (khatt_filter_equal (khatt_timeline_view_get_filter (view), &calls));
  g_assert_cmpint (khatt_timeline_view_get_lanes_by (view), ==, KHATT_LANES_COUNTRIES);
  g_assert_true (khatt_lane_settings_equal (khatt_timeline_view_get_lane_settings (view), &lanes));
  g_assert_true (khatt_timeline_view_get_visible_span (view, &first_after, &last_after));
  g_assert_cmpint (ABS (first_after - first), <=, 1);
  g_assert_cmpint (ABS (last_after - last), <=, 1);
  act (fixture, "go-to-bookmark", g_variant_new_uint32 (1));
  g_assert_true (khatt_filter_is_empty (khatt_timeline_view_get_filter (view)));
  act (fixture, "go-to-bookmark", g_variant_new_uint32 (7));
}

static void
test_edits (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (fixture->window->view);

  bookmark (fixture, "one");
  bookmark (fixture, "two");
  bookmark (fixture, "three");
  assert_titles (fixture, NAMES ("one", "two", "three"));

  focus_row (fixture, 2);
  ui_sample_press (GTK_WIDGET (get_popover (fixture)), "<Alt>Up");
  assert_titles (fixture, NAMES ("one", "three", "two"));
  ui_sample_press (GTK_WIDGET (get_popover (fixture)), "<Alt>Up");
  ui_sample_press (GTK_WIDGET (get_popover (fixture)), "<Alt>Up"); /* no further */
  assert_titles (fixture, NAMES ("three", "one", "two"));
  focus_row (fixture, 1);
  ui_sample_press (GTK_WIDGET (get_popover (fixture)), "Delete");
  assert_titles (fixture, NAMES ("three", "two"));
  /* None of this has made the picture anew. */
  g_assert_true (arrangement == khatt_timeline_view_get_arrangement (fixture->window->view));

  /* Each of them is a step: three bookmarks with a name of their own, two moves, one removal. */
  while (khatt_timeline_can_undo (fixture->timeline))
    {
      khatt_timeline_undo (fixture->timeline);
      n++;
    }
  g_assert_cmpuint (n, ==, 3 * 2 + 2 + 1);
  assert_titles (fixture, NAMES (NULL));
  g_assert_false (khatt_timeline_is_modified (fixture->timeline));
}

static GtkWidget *
find_entry (Fixture *fixture)
{
  return ui_sample_find (GTK_WIDGET (get_popover (fixture)), GTK_TYPE_ENTRY);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  const char *undo_name;

  bookmark (fixture, "  one ");
  assert_titles (fixture, NAMES ("one"));
  bookmark (fixture, "one_two");
  focus_row (fixture, 0);
  ui_sample_press (GTK_WIDGET (get_popover (fixture)), "F2");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "uno");
  /* While one types, these keys are the entry's. */
  g_assert_nonnull (find_entry (fixture));
  gtk_menu_button_popdown (fixture->window->bookmarks_button);
  ui_sample_settle ();
  g_assert_null (find_entry (fixture));
  g_assert_cmpstr (get_bookmark (fixture, 0)->title, ==, "uno");
  undo_name = khatt_timeline_get_undo_name (fixture->timeline);
  g_assert_cmpstr (undo_name, ==, "Change bookmark");

  /* No name is no change. */
  gtk_menu_button_popup (fixture->window->bookmarks_button);
  ui_sample_settle ();
  khatt_bookmarks_edit (get_popover (fixture), 0);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), " ");
  g_signal_emit_by_name (find_entry (fixture), "activate");
  g_assert_cmpstr (get_bookmark (fixture, 0)->title, ==, "uno");
}

/* Without room for the button the name proposed stays, and a toast offers to undo. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_visible (fixture->window->tools, FALSE);
  ui_sample_settle ();
  act (fixture, "bookmark", NULL);
  g_assert_null (gtk_menu_button_get_popover (fixture->window->bookmarks_button));
  g_assert_true (ui_sample_shows (GTK_WIDGET (fixture->window), "Bookmarked: "));
  act (fixture, "undo", NULL);
  g_assert_cmpuint (khatt_timeline_get_scenes (fixture->timeline, KHATT_SCENES_BOOKMARKED)->len, ==,
                    0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, test) g_test_add ("/bookmarks/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("the-view-comes-back-as-it-was", test_goes_back);
  ADD ("edits-are-undone", test_edits);
  ADD ("names", test_names);
  ADD ("where-it-is-narrow", test_narrow);
  return g_test_run ();
}
