/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Searching in a window: what is typed is lit, counted, and gone through. */

#include "khatt-event-columns.h"
#include "khatt-event.h"
#include "khatt-export-choices.h"
#include "khatt-layout-private.h"
#include "window-fixture.h"

#define N_MANY 30000

typedef struct
{
  KhattWindow *window;
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* Loaded, arranged and drawn. */
static gboolean
has_document (gpointer data)
{
  KhattWindow *window = data;
  const KhattLayout *layout = khatt_timeline_view_get_layout (window->view);

  return !khatt_document_is_empty (khatt_window_get_document (window)) && layout != NULL &&
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
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  window_fixture_close (&fixture->window);
}

static void
activate (Fixture *fixture, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, NULL);
}

static gboolean
is_enabled (Fixture *fixture, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (
      ui_sample_find (GTK_WIDGET (fixture->window->search_bar), GTK_TYPE_SEARCH_ENTRY));
}

static gboolean
is_idle (gpointer search)
{
  return !khatt_search_is_busy (search);
}

static void
type (Fixture *fixture, const char *text)
{
  activate (fixture, "find");
  gtk_editable_set_text (get_entry (fixture), text);
  ui_sample_wait (is_idle, khatt_search_bar_get_search (fixture->window->search_bar));
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return ui_sample_shows (GTK_WIDGET (fixture->window->search_bar), text);
}

static guint
count_hits (Fixture *fixture)
{
  KhattSearchHits *hits =
      khatt_search_get_hits (khatt_search_bar_get_search (fixture->window->search_bar));

  return hits != NULL ? khatt_search_hits_get_n_events (hits) : 0;
}

static guint32
get_slot (Fixture *fixture, const char *id)
{
  return khatt_timeline_find (khatt_document_get_timeline (fixture->window->document), id);
}

static gboolean
is_faded (Fixture *fixture, const char *id)
{
  const KhattMark *mark = khatt_layout_find_whole_mark (
      khatt_timeline_view_get_layout (fixture->window->view), get_slot (fixture, id));

  g_assert_nonnull (mark);
  return mark->is_faded;
}

/* ---- What is found ---- */

static void
test_spellings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *plain;
    const char *others[5];
  } words[] = {
    { "بوتين", { "بُوتِين", "بـوتـين", "وبوتين", "لبوتين" } },
    { "أوربان", { "اوربان", "إوربان", "أُوربان", "فيكتور أوربان" } },
    { "لأوكرانيا", { "اوكرانيا", "أوكرانيا" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint n_found;

      type (fixture, words[i].plain);
      n_found = count_hits (fixture);
      g_assert_cmpuint (n_found, >, 0);
      g_assert_cmpuint (n_found, <, 14);
      for (guint j = 0; words[i].others[j] != NULL; j++)
        {
          g_test_message ("%s", words[i].others[j]);
          type (fixture, words[i].others[j]);
          g_assert_cmpuint (count_hits (fixture), ==, n_found);
        }
    }
}

static void
test_lit (Fixture *fixture, gconstpointer data)
{
  g_assert_null (khatt_timeline_view_get_lit (fixture->window->view));
  type (fixture, "فيكتور");
  g_assert_cmpuint (count_hits (fixture), ==, 2);
  g_assert_true (says (fixture, "2 events"));
  g_assert_false (is_faded (fixture, "e8"));
  g_assert_false (is_faded (fixture, "e9"));
  g_assert_true (is_faded (fixture, "e3"));

  type (fixture, "");
  g_assert_false (is_faded (fixture, "e3"));
  g_assert_false (says (fixture, "2 events"));

  type (fixture, "فيكتور");
  g_assert_true (is_faded (fixture, "e3"));
  g_object_set (fixture->window->search_bar, "search-mode", FALSE, NULL);
  g_assert_null (khatt_timeline_view_get_lit (fixture->window->view));
  g_assert_false (is_faded (fixture, "e3"));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = GTK_WIDGET (get_entry (fixture));

  type (fixture, "زعفران");
  g_assert_true (says (fixture, "Nothing found"));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Nothing found");
  g_assert_false (is_enabled (fixture, "find-next"));
  g_assert_true (is_faded (fixture, "e8"));

  type (fixture, "مينسك");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (is_enabled (fixture, "find-next"));
}

static GBytes *
draw (Fixture *fixture)
{
  const KhattExportChoices choices = {
    .format = KHATT_PICTURE_PNG,
    .style = KHATT_STYLE_LIGHT,
    .pixel_scale = 1,
  };
  g_autoptr (GError) error = NULL;
  GBytes *file = khatt_export_choices_draw (&choices, fixture->window->view, "Calls", &error);

  g_assert_no_error (error);
  return file;
}

/* What is handed out has all its colours. */
static void
test_exports (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = draw (fixture);
  g_autoptr (GBytes) after = NULL;

  type (fixture, "فيكتور");
  g_assert_nonnull (khatt_timeline_view_get_lit (fixture->window->view));
  after = draw (fixture);
  g_assert_true (g_bytes_equal (before, after));
}

/* ---- One after another ---- */

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  guint32 first;

  type (fixture, "فيكتور");
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), ==, KHATT_SLOT_NONE);
  activate (fixture, "find-next");
  first = khatt_window_get_selected_slot (fixture->window);
  g_assert_true (first == get_slot (fixture, "e8") || first == get_slot (fixture, "e9"));
  g_assert_true (says (fixture, "1 of 2"));
  activate (fixture, "find-next");
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), !=, first);
  g_assert_true (says (fixture, "2 of 2"));
  activate (fixture, "find-next");
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), ==, first);
  activate (fixture, "find-previous");
  g_assert_true (says (fixture, "2 of 2"));

  /* Something else is selected. */
  khatt_window_select (fixture->window, get_slot (fixture, "e3"));
  g_assert_true (says (fixture, "2 events"));
}

/* Enter in the field goes on, and the field keeps the focus. */
static void
test_enter (Fixture *fixture, gconstpointer data)
{
  type (fixture, "فيكتور");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_true (says (fixture, "1 of 2"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (get_entry (fixture))));
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  type (fixture, "فيكتور");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (fixture->window->search_button)));
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_false (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (fixture->window->search_button)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (fixture->window->view));
  g_assert_false (is_enabled (fixture, "find-next"));
}

static gboolean
is_listed (gpointer table)
{
  return !khatt_event_table_is_busy (table);
}

/* The list goes from hit to hit in the order of its rows, and has the keyboard in the end. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *table = khatt_event_table_get_table (fixture->window->table);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (table));
  guint n_hits;

  khatt_window_set_mode (fixture->window, KHATT_MODE_LIST);
  ui_sample_settle ();
  type (fixture, "بوتين");
  n_hits = khatt_search_hits_get_n_events (
      khatt_search_get_hits (khatt_search_bar_get_search (fixture->window->search_bar)));
  for (guint is_descending = 0; is_descending < 2; is_descending++)
    {
      guint position = 0;

      khatt_window_select (fixture->window, KHATT_SLOT_NONE);
      khatt_event_columns_sort_by (table, KHATT_SORT_TITLE, is_descending);
      ui_sample_wait (is_listed, fixture->window->table);
      for (guint i = 0; i < n_hits; i++)
        {
          g_autoptr (KhattEvent) event = NULL;
          g_autofree char *rank = g_strdup_printf ("%u of %u", i + 1, n_hits);

          activate (fixture, "find-next");
          g_set_object (&event, gtk_single_selection_get_selected_item (selection));
          g_assert_nonnull (event);
          g_assert_cmpuint (khatt_event_get_slot (event), ==,
                            khatt_window_get_selected_slot (fixture->window));
          g_assert_cmpuint (gtk_single_selection_get_selected (selection), >=, position);
          position = gtk_single_selection_get_selected (selection) + 1;
          g_assert_true (says (fixture, rank));
        }
      /* From the last on to the first, and back. */
      activate (fixture, "find-next");
      g_assert_cmpuint (gtk_single_selection_get_selected (selection), <, position - 1);
      activate (fixture, "find-previous");
      g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, position - 1);
    }
  g_assert_cmpuint (ui_sample_count (GTK_WIDGET (table), GTK_TYPE_WIDGET, "khatt-faded"), >, 0);
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_cmpuint (ui_sample_count (GTK_WIDGET (table), GTK_TYPE_WIDGET, "khatt-faded"), ==, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (table)));
}

static void
test_direction (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (get_entry (fixture)));

  type (fixture, "فيكتور");
  g_assert_cmpint (gtk_widget_get_direction (text), ==, GTK_TEXT_DIR_RTL);
  type (fixture, "Minsk");
  g_assert_cmpint (gtk_widget_get_direction (text), ==, GTK_TEXT_DIR_LTR);
}

/* ---- The document changes ---- */

static guint32
add_event (Fixture *fixture, const char *title)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  event->title = g_strdup (title);
  event->date = khatt_date_from_day (2025, 8, 8);
  khatt_event_data_add_actor (event, "فيكتور أوربان", KHATT_ROLE_SPEAKER);
  return khatt_timeline_add (khatt_document_get_timeline (fixture->window->document), event);
}

static void
test_edits (Fixture *fixture, gconstpointer data)
{
  type (fixture, "زعفران");
  g_assert_cmpuint (count_hits (fixture), ==, 0);
  add_event (fixture, "تصدير الزعفران");
  g_assert_cmpuint (count_hits (fixture), ==, 1);
  activate (fixture, "find-next");
  g_assert_true (says (fixture, "1 of 1"));
  activate (fixture, "undo");
  g_assert_true (says (fixture, "Nothing found"));
  activate (fixture, "redo");
  g_assert_cmpuint (count_hits (fixture), ==, 1);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const KhattFilter statements = { .kinds = 1 << KHATT_KIND_STATEMENT };
  const KhattFilter visits = { .kinds = 1 << KHATT_KIND_VISIT };

  type (fixture, "فيكتور");
  khatt_timeline_view_set_filter (fixture->window->view, &visits);
  g_assert_cmpuint (count_hits (fixture), ==, 0);
  khatt_timeline_view_set_filter (fixture->window->view, &statements);
  g_assert_cmpuint (count_hits (fixture), ==, 2);
  khatt_timeline_view_set_filter (fixture->window->view, NULL);
  g_assert_cmpuint (count_hits (fixture), ==, 2);
}

/* ---- Many ---- */

static KhattTimeline *
make_many (void)
{
  KhattTimeline *timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);

  for (guint i = 0; i < N_MANY; i++)
    {
      KhattEventData *event = khatt_event_data_new ();

      event->title = g_strdup_printf (i % 3 == 0 ? "apple %u" : "pear %u", i);
      g_ptr_array_add (events, event);
    }
  khatt_timeline_add_many (timeline, events);
  return timeline;
}

static void
count_cb (KhattSearch *search, GArray *counts)
{
  KhattSearchHits *hits = khatt_search_get_hits (search);
  guint n_events = hits != NULL ? khatt_search_hits_get_n_events (hits) : 0;

  g_array_append_val (counts, n_events);
}

/* In a thread: keystrokes that come meanwhile are one search, and an edit begins anew. */
static void
test_thread (void)
{
  g_autoptr (KhattTimeline) timeline = make_many ();
  g_autoptr (KhattSearch) search = khatt_search_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  khatt_search_set_timeline (search, timeline);
  g_assert_false (khatt_search_is_busy (search));
  khatt_search_set_active (search, TRUE);
  g_assert_true (khatt_search_is_busy (search));
  ui_sample_wait (is_idle, search);

  g_signal_connect (search, "changed", G_CALLBACK (count_cb), counts);
  khatt_search_set_text (search, "plum");
  khatt_search_set_text (search, "p");
  khatt_search_set_text (search, "pe");
  khatt_search_set_text (search, "pea");
  khatt_search_set_text (search, "appl");
  ui_sample_wait (is_idle, search);
  g_assert_cmpuint (g_array_index (counts, guint, counts->len - 1), ==, N_MANY / 3);
  for (guint i = 0; i < counts->len; i++)
    g_assert_cmpuint (g_array_index (counts, guint, i), !=, N_MANY - N_MANY / 3);

  event->title = g_strdup ("apple");
  khatt_search_set_text (search, "apple");
  khatt_timeline_add (timeline, event);
  ui_sample_wait (is_idle, search);
  g_assert_cmpuint (g_array_index (counts, guint, counts->len - 1), ==, N_MANY / 3 + 1);

  khatt_search_set_text (search, "pear");
  khatt_search_set_active (search, FALSE);
  ui_sample_wait (is_idle, search);
  g_assert_null (khatt_search_get_hits (search));
}

static void
assert_lit (gpointer root, const char *expected)
{
  g_autofree char *lit = ui_sample_dup_lit (root);

  g_assert_cmpstr (lit, ==, expected);
}

/* In the details, and in the table. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *in_table = NULL;

  khatt_window_select (fixture->window, get_slot (fixture, "e13"));
  ui_sample_settle ();
  assert_lit (fixture->window->details, "");
  type (fixture, "مينسك");
  assert_lit (fixture->window->details, "مينسك|مينسك");
  khatt_window_set_mode (fixture->window, KHATT_MODE_LIST);
  ui_sample_settle ();
  in_table = ui_sample_dup_lit (GTK_WIDGET (fixture->window->table));
  g_assert_nonnull (strstr (in_table, "مينسك"));
  type (fixture, "");
  assert_lit (fixture->window->details, "");
  assert_lit (fixture->window->table, "");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/search-bar/spellings", test_spellings }, { "/search-bar/lit", test_lit },
    { "/search-bar/nothing", test_nothing },     { "/search-bar/exports", test_exports },
    { "/search-bar/steps", test_steps },         { "/search-bar/enter", test_enter },
    { "/search-bar/escape", test_escape },       { "/search-bar/direction", test_direction },
    { "/search-bar/list", test_list },           { "/search-bar/edits", test_edits },
    { "/search-bar/filter", test_filter },       { "/search-bar/words", test_words },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/search-bar/thread", test_thread);

  return g_test_run ();
}
