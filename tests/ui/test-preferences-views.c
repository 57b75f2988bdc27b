/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whoever chooses how dates and numbers are written sees it at once, in all that is open. */

#include "khatt-date-field.h"
#include "khatt-filter-period.h"
#include "khatt-preferences.h"
#include "khatt-published-banner.h"
#include "khatt-sheet.h"
#include "khatt-ui.h"
#include "window-fixture.h"

typedef struct
{
  KhattWindow *window;
} Fixture;

typedef struct
{
  const char *key;
  const char *value;
  const char *before;
  const char *after;
} Case;

/* The article and its events are of August 2025. */
static const Case cases[] = {
  { "digits", "arabic", "2025", "٢٠٢٥" },
  { "second-calendar", "none", "1447", NULL },
  { "second-calendar", "persian", "Safar", "Mordad" },
};

static const KhattDate *
get_date (void)
{
  static KhattDate date;

  date = khatt_date_from_day (2025, 8, 8);
  return &date;
}

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static gboolean
has_document (gpointer data)
{
  KhattWindow *window = data;
  const KhattLayout *layout = khatt_timeline_view_get_layout (window->view);

  return !khatt_document_is_empty (khatt_window_get_document (window)) && layout &&
         khatt_layout_get_n_marks (layout) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  window_fixture_present (&fixture->window);
  ui_sample_wait (is_mapped, fixture->window);
  window_fixture_open_sample (fixture->window, "calls.khatt", NULL);
  ui_sample_wait (has_document, fixture->window);
  ui_sample_settle ();
  khatt_timeline_view_set_selected_slot (fixture->window->view, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = khatt_preferences_get_settings ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_settings_reset (settings, cases[i].key);
  window_fixture_close (&fixture->window);
}

/* What was written before is no longer there. */
static void
assert_follows (GtkWidget *widget, const Case *test)
{
  GSettings *settings = khatt_preferences_get_settings ();

  ui_sample_settle ();
  g_assert_true (ui_sample_shows (widget, test->before));
  g_settings_set_string (settings, test->key, test->value);
  ui_sample_settle ();
  g_assert_false (ui_sample_shows (widget, test->before));
  if (test->after)
    g_assert_true (ui_sample_shows (widget, test->after));
  g_settings_reset (settings, test->key);
  ui_sample_settle ();
  g_assert_true (ui_sample_shows (widget, test->before));
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_follows (GTK_WIDGET (fixture->window->details), &cases[i]);
}

/* Which have one calendar. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  khatt_window_set_mode (fixture->window, KHATT_MODE_LIST);
  assert_follows (GTK_WIDGET (fixture->window->table), &cases[0]);
}

static void
test_article (Fixture *fixture, gconstpointer data)
{
  khatt_window_set_mode (fixture->window, KHATT_MODE_ARTICLE);
  ui_sample_wait (is_mapped, fixture->window->article);
  assert_follows (
      ui_sample_find (GTK_WIDGET (fixture->window->article), KHATT_TYPE_PUBLISHED_BANNER),
      &cases[0]);
}

/* The axis is lower without a second calendar; the overview is painted with the words of the view.
 */
static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = khatt_preferences_get_settings ();
  KhattTimelineView *view = fixture->window->view;
  double height = khatt_layout_get_axis (khatt_timeline_view_get_layout (view)).height;

  g_settings_set_string (settings, "digits", "arabic");
  g_settings_set_string (settings, "months", "levant");
  g_settings_set_string (settings, "second-calendar", "none");
  ui_sample_paint (GTK_WIDGET (fixture->window));
  g_assert_cmpint (khatt_timeline_view_get_words (view)->digits, ==, KHATT_DIGITS_ARABIC);
  g_assert_cmpint (khatt_timeline_view_get_words (view)->months, ==, KHATT_MONTHS_LEVANT);
  g_assert_cmpfloat (khatt_layout_get_axis (khatt_timeline_view_get_layout (view)).height, <,
                     height);
  g_settings_reset (settings, "months");
}

static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *sheet = khatt_sheet_new ();

  khatt_sheet_set_timeline (KHATT_SHEET (sheet), khatt_document_get_timeline (
                                                     khatt_window_get_document (fixture->window)));
  khatt_sheet_set_slot (KHATT_SHEET (sheet), 0);
  gtk_window_set_child (GTK_WINDOW (window), sheet);
  gtk_widget_set_visible (sheet, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_follows (sheet, &cases[i]);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Dates that are asked for, in entries and what is understood of them. */
static void
test_entries (Fixture *fixture, gconstpointer data)
{
  const KhattFilter filter = { .has_period = TRUE,
                               .first = khatt_date_first (get_date ()),
                               .last = khatt_date_last (get_date ()) };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *field = khatt_date_field_new ();
  GtkWidget *period = khatt_filter_period_new ();
  GSettings *settings = khatt_preferences_get_settings ();
  GtkEditable *entry;

  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), period);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  khatt_date_field_set_date (KHATT_DATE_FIELD (field), get_date (), NULL);
  khatt_filter_period_set (KHATT_FILTER_PERIOD (period), &filter);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_follows (field, &cases[i]);
  assert_follows (period, &cases[0]);

  /* What is typed there is nobody's to change. */
  entry = khatt_filter_period_get_entry (KHATT_FILTER_PERIOD (period), FALSE);
  gtk_editable_set_text (entry, "2024");
  g_settings_set_string (settings, "digits", "arabic");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2024");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/preferences-views/details", test_details);
  ADD ("/preferences-views/list", test_list);
  ADD ("/preferences-views/article", test_article);
  ADD ("/preferences-views/timeline", test_timeline);
  ADD ("/preferences-views/sheet", test_sheet);
  ADD ("/preferences-views/entries", test_entries);
  return g_test_run ();
}
