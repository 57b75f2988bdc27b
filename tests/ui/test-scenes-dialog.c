/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of scenes: what its rows say and show, and how they are put in order. */

#include "khatt-bidi.h"
#include "khatt-scene-thumbnail.h"
#include "khatt-scenes-dialog.h"
#include "khatt-ui.h"
#include "ui-sample.h"

typedef struct
{
  KhattTimeline *timeline;
  GtkWidget *window;
  GtkWidget *dialog;
} Fixture;

/* ---- The dialog ---- */

static void
add_scene (KhattTimeline *timeline, const char *title, int first_day, int last_day)
{
  g_autoptr (KhattScene) scene = khatt_scene_new ();

  scene->title = g_strdup (title);
  khatt_scene_set_span (scene, khatt_days_from_civil (2025, 8, first_day) * KHATT_SECONDS_PER_DAY,
                        khatt_days_from_civil (2025, 8, last_day + 1) * KHATT_SECONDS_PER_DAY - 1);
  khatt_timeline_add_scene (timeline, KHATT_SCENES_PRESENTED, scene);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->timeline = ui_sample_new ();
  add_scene (fixture->timeline, "A", 5, 9);
  add_scene (fixture->timeline, "B", 8, 8);
  add_scene (fixture->timeline, "C", 6, 6);
  add_scene (fixture->timeline, "D", 6, 7);
  fixture->window = ui_sample_present (gtk_label_new (NULL), 600, 400);
  fixture->dialog = khatt_scenes_dialog_new (GTK_WINDOW (fixture->window), fixture->timeline);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  ui_sample_paint (fixture->dialog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->timeline);
}

static GtkWidget *
find_list (Fixture *fixture)
{
  return gtk_widget_get_parent (ui_sample_find (fixture->dialog, ADW_TYPE_EXPANDER_ROW));
}

static GtkWidget *
get_row (Fixture *fixture, int index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_list (fixture)), index));
}

/* The titles, one after another. */
static char *
dup_order (Fixture *fixture)
{
  GString *order = g_string_new (NULL);
  GtkWidget *row;

  for (int i = 0; (row = get_row (fixture, i)) != NULL; i++)
    g_string_append (order, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  return g_string_free (order, FALSE);
}

static void
assert_order (Fixture *fixture, const char *expected)
{
  g_autofree char *order = dup_order (fixture);
  GPtrArray *scenes = khatt_timeline_get_scenes (fixture->timeline, KHATT_SCENES_PRESENTED);

  g_assert_cmpstr (order, ==, expected);
  g_assert_cmpuint (scenes->len, ==, strlen (expected));
  for (guint i = 0; i < scenes->len; i++)
    g_assert_cmpint (((KhattScene *) g_ptr_array_index (scenes, i))->title[0], ==, expected[i]);
}

/* ---- Order ---- */

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  assert_order (fixture, "ABCD");
  gtk_widget_activate_action (fixture->dialog, "scenes.down", "u", 0);
  assert_order (fixture, "BACD");
  gtk_widget_activate_action (fixture->dialog, "scenes.remove", "u", 1);
  assert_order (fixture, "BCD");
  gtk_widget_activate_action (fixture->dialog, "scenes.up", "u", 0);
  gtk_widget_activate_action (fixture->dialog, "scenes.down", "u", 2);
  assert_order (fixture, "BCD");
  khatt_timeline_undo (fixture->timeline);
  khatt_timeline_undo (fixture->timeline);
  assert_order (fixture, "ABCD");
}

static GtkEventController *
find_drop_target (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
drop (Fixture *fixture, GtkWidget *row, int target, gboolean is_below)
{
  GtkWidget *onto = get_row (fixture, target);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  ui_sample_paint (fixture->dialog);
  g_value_init (&value, GTK_TYPE_LIST_BOX_ROW);
  g_value_set_object (&value, row);
  g_signal_emit_by_name (find_drop_target (onto), "drop", &value, 1.0,
                         is_below ? gtk_widget_get_height (onto) - 1.0 : 1.0, &is_taken);
  return is_taken;
}

static void
test_drops (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int from;
    int to;
    gboolean is_below;
    const char *order;
  } cases[] = {
    { 0, 3, TRUE, "BCDA" },  { 0, 3, FALSE, "BCAD" }, { 3, 0, FALSE, "DABC" },
    { 3, 0, TRUE, "ADBC" },  { 1, 2, TRUE, "ACBD" },  { 2, 1, FALSE, "ACBD" },
    { 1, 2, FALSE, "ABCD" }, { 2, 1, TRUE, "ABCD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_moved = !g_str_equal (cases[i].order, "ABCD");

      g_assert_true (
          drop (fixture, get_row (fixture, cases[i].from), cases[i].to, cases[i].is_below));
      assert_order (fixture, cases[i].order);
      /* One step, where there is any. */
      if (is_moved)
        khatt_timeline_undo (fixture->timeline);
      assert_order (fixture, "ABCD");
    }
}

static void
test_drops_that_are_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *other = g_object_ref_sink (gtk_list_box_row_new ());

  g_assert_false (drop (fixture, other, 0, TRUE));
  g_assert_false (drop (fixture, get_row (fixture, 1), 1, TRUE));
  assert_order (fixture, "ABCD");
  g_object_unref (other);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_child_focus (get_row (fixture, 1), GTK_DIR_TAB_FORWARD));
  ui_sample_press (fixture->dialog, "<Alt>Up");
  assert_order (fixture, "BACD");
  ui_sample_press (fixture->dialog, "<Alt>Up");
  assert_order (fixture, "BACD");
  ui_sample_press (fixture->dialog, "<Alt>Down");
  ui_sample_press (fixture->dialog, "<Alt>Down");
  ui_sample_press (fixture->dialog, "<Alt>Down");
  ui_sample_press (fixture->dialog, "<Alt>Down");
  assert_order (fixture, "ACDB");
}

/* ---- Rows ---- */

static void
test_unfolded_stay_so (Fixture *fixture, gconstpointer data)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_row (fixture, 2)), TRUE);
  g_assert_true (drop (fixture, get_row (fixture, 0), 3, TRUE));
  assert_order (fixture, "BCDA");
  for (int i = 0; i < 4; i++)
    g_assert_cmpint (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_row (fixture, i))), ==,
                     i == 1);
}

/* Nothing is said twice. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const char *const actors[] = { "Putin", "Xi", NULL };
  static const KhattFilter filter = { .actors = actors, .kinds = 1u << KHATT_KIND_CALL };
  static const struct
  {
    const char *title;
    gboolean has_filter;
    const char *shown_title;
    const char *details;
  } cases[] = {
    { "Talks", FALSE, "Talks", "5 – 9 August 2025" },
    { "5 – 9 August 2025", FALSE, "5 – 9 August 2025", "" },
    { "5 – 9 August 2025", TRUE, "5 – 9 August 2025", "Putin · Xi · Telephone call" },
    { "Talks", TRUE, "Talks", "5 – 9 August 2025 · Putin · Xi · Telephone call" },
    { NULL, FALSE, "Scene 1", "5 – 9 August 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattScene) scene = khatt_scene_copy (g_ptr_array_index (
          khatt_timeline_get_scenes (fixture->timeline, KHATT_SCENES_PRESENTED), 0));
      g_autofree char *details = NULL;
      GtkWidget *row;

      g_free (scene->title);
      scene->title = g_strdup (cases[i].title);
      g_clear_pointer (&scene->filter, khatt_filter_free);
      scene->filter = cases[i].has_filter ? khatt_filter_copy (&filter) : NULL;
      khatt_timeline_change_scene (fixture->timeline, KHATT_SCENES_PRESENTED, 0, scene);
      row = get_row (fixture, 0);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       cases[i].shown_title);
      details = khatt_bidi_strip (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)));
      g_assert_cmpstr (details, ==, cases[i].details);
    }
}

/* ---- Pictures ---- */

static gboolean
is_current (gpointer thumbnail)
{
  return khatt_scene_thumbnail_is_current (thumbnail);
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  GtkWidget *thumbnail = ui_sample_find (get_row (fixture, 0), KHATT_TYPE_SCENE_THUMBNAIL);
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  gtk_test_accessible_assert_role (thumbnail, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  ui_sample_wait (is_current, thumbnail);
  /* A picture follows the document ... */
  event->title = g_strdup ("New");
  event->date = khatt_date_from_day (2025, 8, 7);
  khatt_timeline_add (fixture->timeline, event);
  g_assert_false (khatt_scene_thumbnail_is_current (KHATT_SCENE_THUMBNAIL (thumbnail)));
  ui_sample_wait (is_current, thumbnail);
  /* ... and stays where another order, or another title, is all that is new. */
  g_assert_true (drop (fixture, get_row (fixture, 0), 3, TRUE));
  g_assert_true (ui_sample_find (get_row (fixture, 3), KHATT_TYPE_SCENE_THUMBNAIL) == thumbnail);
  g_assert_true (khatt_scene_thumbnail_is_current (KHATT_SCENE_THUMBNAIL (thumbnail)));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/scenes-dialog/buttons", test_buttons },
    { "/scenes-dialog/drops", test_drops },
    { "/scenes-dialog/drops-that-are-refused", test_drops_that_are_refused },
    { "/scenes-dialog/keys", test_keys },
    { "/scenes-dialog/unfolded-stay-so", test_unfolded_stay_so },
    { "/scenes-dialog/words", test_words },
    { "/scenes-dialog/pictures", test_pictures },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
