/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-bidi.h"
#include "khatt-filter-pane.h"
#include "khatt-filter-period.h"
#include "khatt-filter-section.h"
#include "ui-sample.h"

#include <string.h>

#define MANY_EVENTS 20001 /* more than are counted at once */
#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static KhattFilterPane *
show_pane (Fixture *fixture)
{
  GtkWidget *pane = khatt_filter_pane_new ();

  khatt_filter_pane_set_view (KHATT_FILTER_PANE (pane), fixture->view);
  ui_sample_present (pane, 240, 600);
  return KHATT_FILTER_PANE (pane);
}

static void
close_pane (KhattFilterPane *pane)
{
  g_object_ref (pane);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (pane))));
  ui_sample_settle ();
  g_assert_finalize_object (pane);
}

static void
list_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (gtk_widget_has_css_class (widget, "khatt-filter-row") && gtk_widget_get_mapped (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_rows (child, rows);
}

/* "Putin 4, Xi Jinping 2+": the rows that begin with one of `first`; + where they are chosen. */
static char *
join_rows (KhattFilterPane *pane)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  list_rows (GTK_WIDGET (pane), rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *content = gtk_check_button_get_child (rows->pdata[i]);
      GtkWidget *count = gtk_widget_get_last_child (content);
      GtkWidget *label = gtk_widget_get_prev_sibling (count);

      g_string_append_printf (text, "%s%s %s%s", i > 0 ? ", " : "",
                              gtk_label_get_text (GTK_LABEL (label)),
                              gtk_label_get_text (GTK_LABEL (count)),
                              gtk_check_button_get_active (rows->pdata[i]) ? "+" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (KhattFilterPane *pane, const char *expected)
{
  g_autofree char *rows = join_rows (pane);

  g_assert_cmpstr (rows, ==, expected);
}

static GtkWidget *
find_row (KhattFilterPane *pane, const char *label)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  list_rows (GTK_WIDGET (pane), rows);
  for (guint i = 0; i < rows->len; i++)
    if (ui_sample_shows (rows->pdata[i], label))
      return rows->pdata[i];
  g_assert_not_reached ();
}

static void
toggle (KhattFilterPane *pane, const char *label)
{
  GtkCheckButton *row = GTK_CHECK_BUTTON (find_row (pane, label));

  gtk_check_button_set_active (row, !gtk_check_button_get_active (row));
  ui_sample_settle ();
}

/* Each under what the other sections ask for. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  KhattFilterPane *pane = show_pane (fixture);
  const KhattFilter *filter;

  assert_rows (pane, "Telephone call 2, Meeting 1, Visit 1, Statement 1, Putin 4, Xi Jinping 2, "
                     "Orban 1, Tokayev 1, Witkoff 1, Happened 5");
  gtk_test_accessible_assert_property (find_row (pane, "Xi Jinping"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "\u2068Xi Jinping\u2069, 2 events");
  toggle (pane, "Telephone call");
  assert_rows (pane, "Telephone call 2+, Meeting 1, Visit 1, Statement 1, Putin 2, Tokayev 1, "
                     "Xi Jinping 1, Happened 2");
  filter = khatt_timeline_view_get_filter (fixture->view);
  g_assert_cmpuint (filter->kinds, ==, 1u << KHATT_KIND_CALL);
  toggle (pane, "Xi Jinping");
  assert_rows (pane, "Telephone call 1+, Visit 1, Putin 2, Tokayev 1, Xi Jinping 1+, Happened 1");
  filter = khatt_timeline_view_get_filter (fixture->view);
  g_assert_true (g_strv_contains (filter->actors, "Xi Jinping"));
  toggle (pane, "Telephone call");
  toggle (pane, "Xi Jinping");
  g_assert_true (khatt_filter_is_empty (khatt_timeline_view_get_filter (fixture->view)));
  close_pane (pane);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_all_together_and_clear (Fixture *fixture, gconstpointer data)
{
  KhattFilterPane *pane = show_pane (fixture);
  GtkWidget *clear;

  g_assert_false (ui_sample_shows (GTK_WIDGET (pane), "All of them together"));
  khatt_timeline_view_set_filter (fixture->view,
                                  &(KhattFilter){ .actors = NAMES ("Putin", "Xi Jinping") });
  g_assert_true (ui_sample_shows (GTK_WIDGET (pane), "All of them together"));
  assert_rows (pane, "Telephone call 2, Meeting 1, Visit 1, Putin 4+, Xi Jinping 2+, Orban 1, "
                     "Tokayev 1, Witkoff 1, Happened 4");
  for (GtkWidget *row = find_row (pane, "Witkoff"); row != NULL; row = gtk_widget_get_parent (row))
    if (KHATT_IS_FILTER_SECTION (row))
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (gtk_widget_get_last_child (gtk_widget_get_first_child (row))), TRUE);
  g_assert_true (khatt_timeline_view_get_filter (fixture->view)->needs_all_actors);
  assert_rows (pane, "Telephone call 1, Visit 1, Putin 2+, Xi Jinping 2+, Happened 2");

  clear = find_button (GTK_WIDGET (pane), "Clear: Actors");
  g_assert_true (gtk_widget_get_mapped (clear));
  g_signal_emit_by_name (clear, "clicked");
  g_assert_true (khatt_filter_is_empty (khatt_timeline_view_get_filter (fixture->view)));
  g_assert_false (gtk_widget_get_mapped (clear));
  close_pane (pane);
}

static void
enter (KhattFilterPeriod *period, gboolean is_end, const char *text)
{
  GtkEditable *entry = khatt_filter_period_get_entry (period, is_end);

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_period (Fixture *fixture, gconstpointer data)
{
  KhattFilterPane *pane = show_pane (fixture);
  KhattFilterPeriod *period =
      KHATT_FILTER_PERIOD (ui_sample_find (GTK_WIDGET (pane), KHATT_TYPE_FILTER_PERIOD));
  const gint64 eighth = khatt_days_from_civil (2025, 8, 8) * KHATT_SECONDS_PER_DAY;
  const KhattFilter *filter;

  enter (period, FALSE, "8 August 2025");
  filter = khatt_timeline_view_get_filter (fixture->view);
  g_assert_true (filter->has_period);
  g_assert_cmpint (filter->first, ==, eighth);
  g_assert_cmpint (filter->last, ==, KHATT_TIME_MAX);
  enter (period, TRUE, "٩/٨/٢٠٢٥");
  filter = khatt_timeline_view_get_filter (fixture->view);
  g_assert_cmpint (filter->last, ==, eighth + 2 * KHATT_SECONDS_PER_DAY - 1);
  g_assert_true (ui_sample_shows (GTK_WIDGET (pane), "8 – 9 August 2025"));
  /* It is said while it is typed, and counts when it is entered. */
  gtk_editable_set_text (khatt_filter_period_get_entry (period, TRUE), "2026");
  g_assert_true (ui_sample_shows (GTK_WIDGET (pane), "8 August 2025 – 31 December 2026"));
  g_assert_cmpint (khatt_timeline_view_get_filter (fixture->view)->last, ==,
                   eighth + 2 * KHATT_SECONDS_PER_DAY - 1);

  /* What is no period changes nothing, and is said. */
  enter (period, TRUE, "soon enough");
  g_assert_true (ui_sample_shows (GTK_WIDGET (pane), "This is not a date yet"));
  enter (period, TRUE, "2024");
  g_assert_true (ui_sample_shows (GTK_WIDGET (pane), "The end lies before the start"));
  g_assert_cmpint (khatt_timeline_view_get_filter (fixture->view)->last, ==,
                   eighth + 2 * KHATT_SECONDS_PER_DAY - 1);

  khatt_timeline_view_set_filter (fixture->view, NULL);
  g_assert_cmpstr (gtk_editable_get_text (khatt_filter_period_get_entry (period, TRUE)), ==, "");
  g_assert_false (ui_sample_shows (GTK_WIDGET (pane), "The end lies before the start"));
  khatt_timeline_view_set_filter (
      fixture->view, &(KhattFilter){ .has_period = TRUE, .first = eighth, .last = KHATT_TIME_MAX });
  g_assert_cmpstr (gtk_editable_get_text (khatt_filter_period_get_entry (period, FALSE)), ==,
                   "8 August 2025");
  enter (period, FALSE, "");
  g_assert_true (khatt_filter_is_empty (khatt_timeline_view_get_filter (fixture->view)));
  close_pane (pane);
}

static gboolean
is_done (gpointer pane)
{
  return !khatt_filter_pane_is_busy (pane);
}

/* Counted in a thread; those with most events are shown, the others are found. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  KhattFilterPane *pane = show_pane (fixture);
  g_autofree char *rows = NULL;
  GtkWidget *search;

  for (guint i = 0; i < MANY_EVENTS; i++)
    {
      KhattEventData *event = khatt_event_data_new ();
      g_autofree char *name = g_strdup_printf ("مُمثّل %u", i % 30 + 1);

      event->date = khatt_date_from_day (2020, 1, 1);
      khatt_event_data_add_actor (event, name, KHATT_ROLE_PARTICIPANT);
      g_ptr_array_add (events, event);
    }
  khatt_timeline_add_many (fixture->timeline, events);
  fixture_settle (fixture);
  ui_sample_wait (is_done, pane);
  rows = join_rows (pane);
  g_assert_nonnull (strstr (rows, "مُمثّل 1 667"));
  g_assert_null (strstr (rows, "Tokayev"));

  search = ui_sample_find (GTK_WIDGET (pane), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "ممثل ٣٠");
  g_signal_emit_by_name (search, "search-changed");
  g_free (rows);
  rows = join_rows (pane);
  g_assert_nonnull (strstr (rows, "مُمثّل 30 666"));
  g_assert_null (strstr (rows, "مُمثّل 1 "));
  /* By another name that the document has for it. */
  khatt_timeline_set_section (fixture->timeline, KHATT_SECTION_ACTORS,
                              "[{\"name\":\"مُمثّل 29\",\"aliases\":[\"The Envoy\"]}]");
  fixture_settle (fixture);
  ui_sample_wait (is_done, pane);
  gtk_editable_set_text (GTK_EDITABLE (search), "envoy");
  g_signal_emit_by_name (search, "search-changed");
  g_free (rows);
  rows = join_rows (pane);
  g_assert_nonnull (strstr (rows, "مُمثّل 29 666"));
  g_assert_null (strstr (rows, "مُمثّل 30"));
  gtk_editable_set_text (GTK_EDITABLE (search), "ممثل ٣٠");
  g_signal_emit_by_name (search, "search-changed");

  toggle (pane, "مُمثّل 30");
  ui_sample_wait (is_done, pane);
  g_free (rows);
  rows = join_rows (pane);
  g_assert_nonnull (strstr (rows, "مُمثّل 30 666+"));
  close_pane (pane);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test)                                                                            \
  g_test_add ("/filter-pane/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("counts", test_counts);
  ADD ("all-together-and-clear", test_all_together_and_clear);
  ADD ("period", test_period);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
