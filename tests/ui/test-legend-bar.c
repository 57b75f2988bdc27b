/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-legend-bar.h"
#include "ui-sample.h"

#define MUCH_ROOM 2000

/* The row of kinds is the first child, the button the second. */
static GtkWidget *
get_row (KhattLegendBar *bar)
{
  return gtk_widget_get_first_child (GTK_WIDGET (bar));
}

static char *
join_words (KhattLegendBar *bar)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (GtkWidget *item = gtk_widget_get_first_child (get_row (bar)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    g_string_append_printf (words, "%s ",
                            gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (item))));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_follows_the_view (Fixture *fixture, gconstpointer data)
{
  KhattLegendBar *bar = g_object_ref_sink (KHATT_LEGEND_BAR (khatt_legend_bar_new ()));
  g_autofree char *before = join_words (bar);
  g_autofree char *shown = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "");
  khatt_legend_bar_set_view (bar, fixture->view);
  shown = join_words (bar);
  g_assert_cmpstr (shown, ==, "Telephone call Meeting Visit Statement ");

  khatt_timeline_remove (fixture->timeline, fixture_find (fixture, "talks"));
  fixture_settle (fixture);
  after = join_words (bar);
  g_assert_cmpstr (after, ==, "Telephone call Visit Statement ");
  g_assert_finalize_object (bar);
}

static void
test_room (Fixture *fixture, gconstpointer data)
{
  KhattLegendBar *bar = g_object_ref_sink (KHATT_LEGEND_BAR (khatt_legend_bar_new ()));

  khatt_legend_bar_set_view (bar, fixture->view);
  g_assert_false (gtk_widget_get_visible (get_row (bar)));
  khatt_legend_bar_set_room (bar, MUCH_ROOM);
  g_assert_true (gtk_widget_get_visible (get_row (bar)));
  khatt_legend_bar_set_room (bar, 1);
  g_assert_false (gtk_widget_get_visible (get_row (bar)));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (GTK_WIDGET (bar))));
  g_assert_finalize_object (bar);
}

static GtkMenuButton *
get_button (KhattLegendBar *bar)
{
  return GTK_MENU_BUTTON (gtk_widget_get_last_child (GTK_WIDGET (bar)));
}

/* Made when it is asked for, it follows the view from then on. */
static void
test_popover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = khatt_legend_bar_new ();
  GtkWidget *window = ui_sample_present (bar, 300, 100);

  khatt_legend_bar_set_view (KHATT_LEGEND_BAR (bar), fixture->view);
  g_assert_null (gtk_menu_button_get_popover (get_button (KHATT_LEGEND_BAR (bar))));
  gtk_menu_button_popup (get_button (KHATT_LEGEND_BAR (bar)));
  g_assert_true (ui_sample_shows (window, "Meeting"));

  khatt_timeline_remove (fixture->timeline, fixture_find (fixture, "talks"));
  fixture_settle (fixture);
  g_assert_true (ui_sample_shows (window, "Telephone call"));
  g_assert_false (ui_sample_shows (window, "Meeting"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add ("/legend-bar/lists-what-occurs", Fixture, NULL, fixture_set_up, test_follows_the_view,
              fixture_tear_down);
  g_test_add ("/legend-bar/row-where-there-is-room", Fixture, NULL, fixture_set_up, test_room,
              fixture_tear_down);
  g_test_add ("/legend-bar/tells-all-when-asked", Fixture, NULL, fixture_set_up, test_popover,
              fixture_tear_down);
  return g_test_run ();
}
