/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each row of the preferences, and what it does to a window that is open. */

#include "khatt-preferences-window.h"
#include "khatt-preferences.h"
#include "khatt-timeline-view-private.h"
#include "window-fixture.h"

typedef struct
{
  KhattWindow *window;
  GtkWindow *preferences;
} Fixture;

static gboolean
has_document (gpointer data)
{
  KhattWindow *window = data;

  return !khatt_document_is_busy (window->document) &&
         khatt_timeline_view_get_layout (window->view) != NULL &&
         khatt_layout_get_n_marks (khatt_timeline_view_get_layout (window->view)) > 0;
}

static gboolean
has_preferences (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KHATT_IS_PREFERENCES_WINDOW (window))
        fixture->preferences = window;
    }
  return fixture->preferences != NULL && gtk_widget_get_mapped (GTK_WIDGET (fixture->preferences));
}

static void
open_file (KhattWindow *window, const char *name)
{
  window_fixture_open_sample (window, name, "2025-08-08");
  ui_sample_wait (has_document, window);
}

static KhattWindow *
new_window (void)
{
  KhattWindow *window =
      KHATT_WINDOW (khatt_window_new (GTK_APPLICATION (window_fixture_get_application ())));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* The preferences as a person opens them. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = new_window ();
  open_file (fixture->window, "calls.khatt");
  fixture->preferences = NULL;
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), "preferences",
                                  NULL);
  ui_sample_wait (has_preferences, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "second-calendar", "months",      "digits",
                                      "new-direction",   "wheel-zooms", "reduce-motion",
                                      "desktop-search" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (khatt_preferences_get_settings (), keys[i]);
  gtk_window_destroy (fixture->preferences);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_sample_settle ();
}

/* ---- Rows ---- */

static gpointer
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer row = find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static void
choose (Fixture *fixture, const char *title, const char *choice)
{
  AdwComboRow *row = find_row (GTK_WIDGET (fixture->preferences), title);
  GtkStringList *choices = GTK_STRING_LIST (adw_combo_row_get_model (row));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    if (g_str_equal (gtk_string_list_get_string (choices, i), choice))
      {
        adw_combo_row_set_selected (row, i);
        return;
      }
  g_assert_not_reached ();
}

static gboolean
is_turned (gpointer data)
{
  return gtk_switch_get_active (data) == gtk_switch_get_state (data) &&
         gtk_switch_get_active (data) != GPOINTER_TO_INT (g_object_get_data (data, "before"));
}

/* As Return on the row does. */
static void
toggle (Fixture *fixture, const char *title)
{
  AdwActionRow *row = find_row (GTK_WIDGET (fixture->preferences), title);
  GtkWidget *button = adw_action_row_get_activatable_widget (row);

  g_object_set_data (G_OBJECT (button), "before",
                     GINT_TO_POINTER (gtk_switch_get_active (GTK_SWITCH (button))));
  adw_action_row_activate (row);
  ui_sample_wait (is_turned, button);
}

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *choice;
    KhattCalendar calendar;
  } cases[] = {
    { "Persian", KHATT_CALENDAR_PERSIAN },
    { "Hebrew", KHATT_CALENDAR_HEBREW },
    { "None", KHATT_CALENDAR_NONE },
    { "Hijri (Umm al-Qura)", KHATT_CALENDAR_UMALQURA },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose (fixture, "Second _Calendar", cases[i].choice);
      g_assert_cmpint (khatt_timeline_view_get_second_calendar (fixture->window->view), ==,
                       cases[i].calendar);
    }
}

static void
test_months (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *choice;
    KhattMonths months;
  } cases[] = {
    { "Egypt, the Gulf", KHATT_MONTHS_EGYPT },    { "Levant, Iraq", KHATT_MONTHS_LEVANT },
    { "Algeria, Tunisia", KHATT_MONTHS_ALGERIA }, { "Morocco", KHATT_MONTHS_MOROCCO },
    { "Mauritania", KHATT_MONTHS_MAURITANIA },
  };
  const KhattMonths automatic = khatt_timeline_view_get_words (fixture->window->view)->months;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose (fixture, "Arabic _Month Names", cases[i].choice);
      g_assert_cmpint (khatt_timeline_view_get_words (fixture->window->view)->months, ==,
                       cases[i].months);
    }
  choose (fixture, "Arabic _Month Names", "My Region");
  g_assert_cmpint (khatt_timeline_view_get_words (fixture->window->view)->months, ==, automatic);
}

static void
test_digits (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "_Digits", "٠ ١ ٢ ٣");
  g_assert_cmpint (khatt_timeline_view_get_words (fixture->window->view)->digits, ==,
                   KHATT_DIGITS_ARABIC);
  g_assert_nonnull (strstr (adw_window_title_get_subtitle (fixture->window->title), "١"));
  choose (fixture, "_Digits", "0 1 2 3");
  g_assert_cmpint (khatt_timeline_view_get_words (fixture->window->view)->digits, ==,
                   KHATT_DIGITS_LATIN);
  g_assert_nonnull (strstr (adw_window_title_get_subtitle (fixture->window->title), "1"));
}

/* Documents keep theirs; articles that are opened, and what is entered into an empty window, have
 * what was chosen, and nothing that could be undone or saved. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *choice;
    KhattDirection article;
    KhattDirection empty;
  } cases[] = {
    { "Left to Right", KHATT_DIRECTION_LTR, KHATT_DIRECTION_LTR },
    { "Right to Left", KHATT_DIRECTION_RTL, KHATT_DIRECTION_RTL },
    { "By Language", KHATT_DIRECTION_RTL, KHATT_DIRECTION_LTR },
  };
  KhattTimeline *open = khatt_document_get_timeline (fixture->window->document);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattWindow *window;
      KhattTimeline *timeline;

      choose (fixture, "Direction of _New Timelines", cases[i].choice);
      g_assert_cmpint (khatt_timeline_get_direction (open), ==, KHATT_DIRECTION_RTL);
      window = new_window ();
      timeline = khatt_document_get_timeline (window->document);
      g_assert_cmpint (khatt_timeline_get_direction (timeline), ==, cases[i].empty);
      g_assert_false (khatt_document_is_modified (window->document));
      open_file (window, "calls.txt");
      timeline = khatt_document_get_timeline (window->document);
      g_assert_cmpint (khatt_timeline_get_direction (timeline), ==, cases[i].article);
      g_assert_cmpint (khatt_timeline_view_get_time_direction (window->view), ==, cases[i].article);
      g_assert_false (khatt_timeline_can_undo (timeline));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  g_assert_false (khatt_timeline_view_get_wheel_zooms (fixture->window->view));
  toggle (fixture, "_Wheel Zooms");
  g_assert_true (khatt_timeline_view_get_wheel_zooms (fixture->window->view));
  toggle (fixture, "_Wheel Zooms");
  g_assert_false (khatt_timeline_view_get_wheel_zooms (fixture->window->view));
}

static gboolean
has_animations (void)
{
  gboolean has;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &has, NULL);
  return has;
}

static void
test_motion (Fixture *fixture, gconstpointer data)
{
  const gboolean had_animations = has_animations ();

  toggle (fixture, "_Reduce Motion");
  g_assert_false (has_animations ());
  g_assert_false (fixture->window->view->has_animations);
  toggle (fixture, "_Reduce Motion");
  g_assert_cmpint (has_animations (), ==, had_animations);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_settings_get_boolean (khatt_preferences_get_settings (), "desktop-search"));
  toggle (fixture, "_Search from the Desktop");
  g_assert_false (g_settings_get_boolean (khatt_preferences_get_settings (), "desktop-search"));
}

/* What is changed elsewhere shows in the rows too. */
static void
test_rows_follow (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *row = find_row (GTK_WIDGET (fixture->preferences), "Second _Calendar");

  g_settings_set_string (khatt_preferences_get_settings (), "second-calendar", "persian");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);
  g_settings_set_string (khatt_preferences_get_settings (), "second-calendar", "none");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
}

static void
check_row (GtkWidget *root, guint *n_rows)
{
  if (ADW_IS_ACTION_ROW (root))
    {
      const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (root));

      g_assert_cmpstr (subtitle, !=, "");
      g_assert_true (adw_preferences_row_get_use_underline (ADW_PREFERENCES_ROW (root)));
      g_assert_nonnull (strchr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), '_'));
      (*n_rows)++;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_row (child, n_rows);
}

/* Each is explained, and has a key. */
static void
test_rows_are_explained (Fixture *fixture, gconstpointer data)
{
  guint n_rows = 0;

  check_row (GTK_WIDGET (fixture->preferences), &n_rows);
  g_assert_cmpuint (n_rows, ==, 7);
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/preferences-window/second-calendar", test_calendar },
    { "/preferences-window/months", test_months },
    { "/preferences-window/digits", test_digits },
    { "/preferences-window/direction-of-new-timelines", test_direction },
    { "/preferences-window/wheel", test_wheel },
    { "/preferences-window/motion", test_motion },
    { "/preferences-window/search-from-the-desktop", test_search },
    { "/preferences-window/rows-follow-the-settings", test_rows_follow },
    { "/preferences-window/rows-are-explained", test_rows_are_explained },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}
