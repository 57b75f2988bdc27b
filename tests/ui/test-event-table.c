/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-bidi.h"
#include "khatt-event-columns.h"
#include "khatt-event-table.h"
#include "khatt-event.h"
#include "khatt-preferences.h"
#include "khatt-search.h"
#include "ui-sample.h"

#define MANY_EVENTS 20001 /* more than are sorted at once */

/* A window of its own: the view stays in that of the fixture. */
static KhattEventTable *
show_table (Fixture *fixture)
{
  GtkWidget *table = khatt_event_table_new ();

  khatt_event_table_set_view (KHATT_EVENT_TABLE (table), fixture->view);
  ui_sample_present (table, 900, 300);
  return KHATT_EVENT_TABLE (table);
}

static void
close_table (KhattEventTable *table)
{
  g_object_ref (table);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (table))));
  ui_sample_settle ();
  g_assert_finalize_object (table);
}

static GtkSingleSelection *
get_selection (KhattEventTable *table)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (khatt_event_table_get_table (table)));
}

static guint32
get_slot (KhattEventTable *table, guint position)
{
  g_autoptr (KhattEvent) event =
      g_list_model_get_item (G_LIST_MODEL (get_selection (table)), position);

  g_assert_nonnull (event);
  return khatt_event_get_slot (event);
}

/* The ids of the rows, "talks xi". */
static char *
join_rows (Fixture *fixture, KhattEventTable *table)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (get_selection (table)));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (ids, i > 0 ? " %s" : "%s",
                            khatt_timeline_get_id (fixture->timeline, get_slot (table, i)));
  return g_string_free (ids, FALSE);
}

static void
assert_rows (Fixture *fixture, KhattEventTable *table, const char *expected)
{
  g_autofree char *rows = join_rows (fixture, table);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_rows_follow_the_view (Fixture *fixture, gconstpointer data)
{
  const char *const xi[] = { "Xi Jinping", NULL };
  const char *const nobody[] = { "Nobody", NULL };
  KhattEventTable *table = show_table (fixture);
  GtkColumnView *rows = khatt_event_table_get_table (table);

  assert_rows (fixture, table, "talks xi tokayev orban visit");
  khatt_timeline_view_set_filter (fixture->view, &(KhattFilter){ .actors = xi });
  assert_rows (fixture, table, "xi visit");
  g_assert_false (ui_sample_shows (GTK_WIDGET (table), "No Events Match"));
  khatt_timeline_view_set_filter (fixture->view, &(KhattFilter){ .actors = nobody });
  assert_rows (fixture, table, "");
  g_assert_true (ui_sample_shows (GTK_WIDGET (table), "No Events Match"));
  khatt_timeline_view_set_filter (fixture->view, NULL);
  g_assert_false (ui_sample_shows (GTK_WIDGET (table), "No Events Match"));
  khatt_event_columns_sort_by (rows, KHATT_SORT_TITLE, TRUE);
  assert_rows (fixture, table, "visit talks orban tokayev xi");
  khatt_timeline_remove (fixture->timeline, fixture_find (fixture, "talks"));
  fixture_settle (fixture);
  assert_rows (fixture, table, "visit orban tokayev xi");
  close_table (table);
}

static void
test_sorted_by (Fixture *fixture, gconstpointer data)
{
  KhattEventTable *table = show_table (fixture);
  GtkColumnView *rows = khatt_event_table_get_table (table);
  KhattEventSort sort = { 0 };

  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    for (int is_descending = 1; is_descending >= 0; is_descending--)
      {
        khatt_event_columns_sort_by (rows, key, is_descending);
        g_assert_true (khatt_event_columns_get_sort (rows, &sort));
        g_assert_cmpint (sort.key, ==, key);
        g_assert_cmpint (sort.is_descending, ==, is_descending);
      }
  gtk_column_view_sort_by_column (rows, NULL, GTK_SORT_ASCENDING);
  g_assert_false (khatt_event_columns_get_sort (rows, &sort));
  close_table (table);
}

static void
test_same_selection (Fixture *fixture, gconstpointer data)
{
  const char *const xi[] = { "Xi Jinping", NULL };
  KhattEventTable *table = show_table (fixture);
  GtkSingleSelection *selection = get_selection (table);
  guint32 visit = fixture_find (fixture, "visit");

  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  khatt_timeline_view_set_selected_slot (fixture->view, visit);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 4);
  /* It moves with its row. */
  khatt_event_columns_sort_by (khatt_event_table_get_table (table), KHATT_SORT_DATE, TRUE);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  khatt_timeline_view_set_filter (fixture->view, &(KhattFilter){ .actors = xi });
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, visit);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);

  gtk_single_selection_set_selected (selection, 1);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "xi"));
  khatt_timeline_view_set_selected_slot (fixture->view, KHATT_SLOT_NONE);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  close_table (table);
}

static void
count_cb (guint *activated, guint slot)
{
  *activated = slot;
}

static void
copied_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* How many labels below `widget` show nothing; each is told as something. */
static guint
count_empty (GtkWidget *widget)
{
  guint n_empty = 0;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      gtk_label_get_text (GTK_LABEL (widget))[0] == '\0')
    {
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "None");
      n_empty++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_empty += count_empty (child);
  return n_empty;
}

static void
test_empty_cells (Fixture *fixture, gconstpointer data)
{
  KhattEventTable *table = show_table (fixture);

  g_assert_cmpuint (count_empty (GTK_WIDGET (table)), >=, 5); /* no event has a place */
  close_table (table);
}

static gboolean
is_there (gpointer text)
{
  return *(char **) text != NULL;
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  KhattEventTable *table = show_table (fixture);
  guint activated = KHATT_SLOT_NONE;
  g_autofree char *text = NULL;

  g_signal_connect_swapped (table, "activated", G_CALLBACK (count_cb), &activated);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.details", NULL);
  g_assert_cmpuint (activated, ==, KHATT_SLOT_NONE);
  g_signal_emit_by_name (khatt_event_table_get_table (table), "activate", 3);
  g_assert_cmpuint (activated, ==, fixture_find (fixture, "orban"));

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "xi"));
  gtk_widget_activate_action (GTK_WIDGET (table), "table.details", NULL);
  g_assert_cmpuint (activated, ==, fixture_find (fixture, "xi"));
  gtk_widget_activate_action (GTK_WIDGET (table), "columns.place", NULL);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (table)), NULL, copied_cb,
                                 &text);
  ui_sample_wait (is_there, &text);
  g_assert_cmpstr (text, ==,
                   "Friday 8 August 2025\tTelephone call\tBilateral ties\tPutin, Xi "
                   "Jinping\tHappened\t0");
  gtk_widget_activate_action (GTK_WIDGET (table), "columns.place", NULL);
  close_table (table);
}

static GtkColumnViewColumn *
get_column (KhattEventTable *table, guint position)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (
      gtk_column_view_get_columns (khatt_event_table_get_table (table)), position);

  return column;
}

static void
test_columns_are_remembered (Fixture *fixture, gconstpointer data)
{
  KhattEventTable *table = show_table (fixture);

  gtk_column_view_column_set_fixed_width (get_column (table, 1), 77);
  gtk_widget_activate_action (GTK_WIDGET (table), "columns.status", NULL);
  gtk_column_view_insert_column (khatt_event_table_get_table (table), 0, get_column (table, 1));
  close_table (table);

  table = show_table (fixture);
  g_assert_cmpstr (gtk_column_view_column_get_title (get_column (table, 0)), ==, "Kind");
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (table, 0)), ==, 77);
  g_assert_cmpstr (gtk_column_view_column_get_title (get_column (table, 5)), ==, "Status");
  g_assert_false (gtk_column_view_column_get_visible (get_column (table, 5)));
  g_assert_true (gtk_column_view_column_get_visible (get_column (table, 6)));
  close_table (table);
  g_settings_reset (khatt_preferences_get_settings (), "list-columns");
}

/* And they come back where there is room again. */
static void
test_little_room (Fixture *fixture, gconstpointer data)
{
  KhattEventTable *table = show_table (fixture);

  gtk_widget_activate_action (GTK_WIDGET (table), "columns.status", NULL);
  khatt_event_table_set_narrow (table, TRUE);
  g_assert_cmpstr (gtk_column_view_column_get_title (get_column (table, 1)), ==, "Title");
  for (guint i = 0; i < KHATT_N_SORT_KEYS; i++)
    g_assert_cmpint (gtk_column_view_column_get_visible (get_column (table, i)), ==, i < 3);
  assert_rows (fixture, table, "talks xi tokayev orban visit");
  khatt_event_table_set_narrow (table, FALSE);
  g_assert_cmpstr (gtk_column_view_column_get_title (get_column (table, 0)), ==, "Date");
  for (guint i = 0; i < KHATT_N_SORT_KEYS; i++)
    g_assert_cmpint (gtk_column_view_column_get_visible (get_column (table, i)), ==,
                     i != KHATT_SORT_STATUS);
  close_table (table);
  g_settings_reset (khatt_preferences_get_settings (), "list-columns");
}

/* The first column is what is seen first, on whichever side it is. */
static void
test_begins_at_the_start (Fixture *fixture, gconstpointer data)
{
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      GtkWidget *table = khatt_event_table_new ();
      GtkAdjustment *across;
      double rest;

      gtk_widget_set_default_direction (directions[i]);
      khatt_event_table_set_view (KHATT_EVENT_TABLE (table), fixture->view);
      ui_sample_present (table, 500, 300);
      across = gtk_scrollable_get_hadjustment (
          GTK_SCROLLABLE (khatt_event_table_get_table (KHATT_EVENT_TABLE (table))));
      rest = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);
      g_assert_cmpfloat (rest, >, 0);
      g_assert_cmpfloat (gtk_adjustment_get_value (across), ==,
                         directions[i] == GTK_TEXT_DIR_RTL ? rest : 0);
      close_table (KHATT_EVENT_TABLE (table));
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* How many rows stand back. */
static guint
count_faded (KhattEventTable *table)
{
  guint n_cells = ui_sample_count (GTK_WIDGET (table), GTK_TYPE_WIDGET, "khatt-faded");

  g_assert_cmpuint (n_cells % KHATT_N_SORT_KEYS, ==, 0);
  return n_cells / KHATT_N_SORT_KEYS;
}

/* What is not found stands back, in rows that are there already and in rows that come. */
static void
test_hits_are_lit (Fixture *fixture, gconstpointer data)
{
  const KhattFilter no_calls = { .kinds = 1u << KHATT_KIND_VISIT | 1u << KHATT_KIND_MEETING };
  static const struct
  {
    const char *text;
    guint n_faded;
  } cases[] = { { "Xi", 3 }, { "Putin", 1 }, { "nobody", 5 }, { "", 0 } };
  KhattEventTable *table = show_table (fixture);
  g_autoptr (KhattSearch) search = khatt_search_new ();

  khatt_search_set_timeline (search, fixture->timeline);
  khatt_search_set_active (search, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      khatt_search_set_text (search, cases[i].text);
      khatt_timeline_view_set_hits (fixture->view, khatt_search_get_hits (search));
      g_assert_cmpuint (count_faded (table), ==, cases[i].n_faded);
    }
  khatt_search_set_text (search, "Xi");
  khatt_timeline_view_set_hits (fixture->view, khatt_search_get_hits (search));
  khatt_timeline_view_set_filter (fixture->view, &no_calls);
  ui_sample_settle ();
  assert_rows (fixture, table, "talks visit");
  g_assert_cmpuint (count_faded (table), ==, 1);
  close_table (table);
}

static gboolean
is_done (gpointer table)
{
  return !khatt_event_table_is_busy (table);
}

/* In a thread; what is asked for meanwhile counts. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  KhattEventTable *table = show_table (fixture);
  GtkColumnView *rows = khatt_event_table_get_table (table);

  for (guint i = 0; i < MANY_EVENTS; i++)
    {
      KhattEventData *event = khatt_event_data_new ();

      event->title = g_strdup_printf ("M%u", i);
      event->date = khatt_date_from_day (2020, 1, 1);
      g_ptr_array_add (events, event);
    }
  khatt_timeline_add_many (fixture->timeline, events);
  fixture_settle (fixture);
  ui_sample_wait (is_done, table);
  khatt_event_columns_sort_by (rows, KHATT_SORT_PLACE, FALSE);
  g_assert_true (khatt_event_table_is_busy (table));
  khatt_event_columns_sort_by (rows, KHATT_SORT_TITLE, FALSE);
  ui_sample_wait (is_done, table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (table))), ==,
                    MANY_EVENTS + G_N_ELEMENTS (fixture_events));
  g_assert_cmpuint (get_slot (table, 0), ==, fixture_find (fixture, "xi"));
  g_assert_cmpuint (get_slot (table, MANY_EVENTS + G_N_ELEMENTS (fixture_events) - 1), ==,
                    fixture_find (fixture, "visit"));
  /* Closed in the middle of it. */
  khatt_event_columns_sort_by (rows, KHATT_SORT_TITLE, TRUE);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (table))));
  ui_sample_settle ();
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test)                                                                            \
  g_test_add ("/event-table/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("rows-follow-the-view", test_rows_follow_the_view);
  ADD ("sorted-by", test_sorted_by);
  ADD ("same-selection", test_same_selection);
  ADD ("actions", test_actions);
  ADD ("columns-are-remembered", test_columns_are_remembered);
  ADD ("little-room", test_little_room);
  ADD ("begins-at-the-start", test_begins_at_the_start);
  ADD ("hits-are-lit", test_hits_are_lit);
  ADD ("empty-cells", test_empty_cells);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
