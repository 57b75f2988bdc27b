/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The events of the view as assistive technology and the keyboard's focus meet them. */

#include "view-fixture.h"

#include "khatt-mark-widget.h"
#include "khatt-sentence.h"
#include "khatt-timeline-view-private.h"

/* The children of the view, as assistive technology meets them. */
static void
test_marks_in_order (Fixture *fixture, gconstpointer direction)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (fixture->view);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < G_N_ELEMENTS (fixture_events);
       i++, child = gtk_widget_get_next_sibling (child))
    {
      guint32 slot = fixture_find (fixture, fixture_events[i].id);
      g_autofree char *sentence =
          khatt_sentence_new (khatt_arrangement_get_snapshot (arrangement), slot,
                              khatt_timeline_view_get_words (fixture->view));
      graphene_rect_t bounds;
      const KhattMarkBox *box =
          khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view), slot);

      g_assert_true (KHATT_IS_MARK_WIDGET (child));
      g_assert_cmpuint (khatt_mark_widget_get_slot (KHATT_MARK_WIDGET (child)), ==, slot);
      gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
      g_assert_true (gtk_widget_get_focusable (child));
      g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->view), &bounds));
      g_assert_cmpfloat_with_epsilon (bounds.origin.x, box->plate.x, 1);
      g_assert_cmpfloat_with_epsilon (bounds.origin.y, box->plate.y, 1);
    }
  g_assert_true (child == fixture->view->lane_list);
  g_assert_null (gtk_widget_get_next_sibling (child));
  gtk_test_accessible_assert_role (GTK_WIDGET (fixture->view), GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->view),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
}

static void
test_marks_follow (Fixture *fixture, gconstpointer direction)
{
  guint32 slot = fixture_find (fixture, "talks");

  g_assert_nonnull (khatt_timeline_view_find_mark_widget (fixture->view, slot));
  khatt_timeline_view_set_span (fixture->view,
                                khatt_days_from_civil (2025, 8, 9) * KHATT_SECONDS_PER_DAY,
                                khatt_days_from_civil (2025, 8, 10) * KHATT_SECONDS_PER_DAY);
  fixture_settle (fixture);
  g_assert_null (khatt_timeline_view_find_mark_widget (fixture->view, slot));
  g_assert_nonnull (
      khatt_timeline_view_find_mark_widget (fixture->view, fixture_find (fixture, "orban")));
  khatt_timeline_view_fit_all (fixture->view);
  fixture_settle (fixture);
  test_marks_in_order (fixture, direction);
}

static void
test_focus_follows_selection (Fixture *fixture, gconstpointer direction)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  fixture_act (fixture, "view.first");

  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (KHATT_IS_MARK_WIDGET (focus));
  g_assert_cmpuint (khatt_mark_widget_get_slot (KHATT_MARK_WIDGET (focus)), ==,
                    fixture_find (fixture, "talks"));

  fixture_act (fixture, "view.next");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (KHATT_IS_MARK_WIDGET (focus));
  g_assert_cmpuint (khatt_mark_widget_get_slot (KHATT_MARK_WIDGET (focus)), ==,
                    fixture_find (fixture, "xi"));

  /* A screen reader moves the focus: the selection follows. */
  GtkWidget *other =
      khatt_timeline_view_find_mark_widget (fixture->view, fixture_find (fixture, "orban"));
  g_assert_true (gtk_widget_grab_focus (other));
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "orban"));

  /* Its event leaves the view: the focus stays in the picture, and comes back with it. */
  khatt_timeline_view_set_span (fixture->view, 0, KHATT_SECONDS_PER_DAY);
  fixture_settle (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->view));
  khatt_timeline_view_fit_all (fixture->view);
  fixture_settle (fixture);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (KHATT_IS_MARK_WIDGET (focus));
  g_assert_cmpuint (khatt_mark_widget_get_slot (KHATT_MARK_WIDGET (focus)), ==,
                    fixture_find (fixture, "orban"));
}

static void
test_activate (Fixture *fixture, gconstpointer direction)
{
  guint32 remembered = KHATT_SLOT_NONE;
  guint32 shown = KHATT_SLOT_NONE;
  GtkWidget *mark =
      khatt_timeline_view_find_mark_widget (fixture->view, fixture_find (fixture, "visit"));

  g_signal_connect (fixture->view, "activated", G_CALLBACK (fixture_remember_cb), &remembered);
  g_signal_connect (fixture->view, "show-in-article", G_CALLBACK (fixture_remember_cb), &shown);
  fixture_act (fixture, "view.activate");
  g_assert_cmpuint (remembered, ==, KHATT_SLOT_NONE);
  g_assert_true (gtk_widget_activate_action_variant (mark, "event.activate", NULL));
  g_assert_cmpuint (remembered, ==, fixture_find (fixture, "visit"));
  g_assert_true (gtk_widget_activate_action_variant (mark, "event.show-in-article", NULL));
  g_assert_cmpuint (shown, ==, fixture_find (fixture, "visit"));

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "xi"));
  g_assert_true (fixture_act (fixture, "view.activate"));
  g_assert_cmpuint (remembered, ==, fixture_find (fixture, "xi"));
}

static void
test_focus_shows (Fixture *fixture, gconstpointer direction)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  fixture_press (fixture, "xi", 1);
  g_assert_null (fixture->view->states[KHATT_STATE_FOCUSED]);
  fixture_act (fixture, "view.next");
  g_assert_nonnull (fixture->view->states[KHATT_STATE_FOCUSED]);
  fixture_press (fixture, "orban", 1);
  g_assert_null (fixture->view->states[KHATT_STATE_FOCUSED]);
}

/* An event within a cluster can be selected, focused and read; Return shows it. */
static void
test_event_in_a_cluster (Fixture *fixture, gconstpointer direction)
{
  guint32 remembered = KHATT_SLOT_NONE;

  fixture_add_crowd (fixture);
  guint32 slot = fixture_find (fixture, "crowd-30");
  g_assert_cmpuint (khatt_layout_get_n_clusters (khatt_timeline_view_get_layout (fixture->view)), >,
                    0);
  g_assert_null (khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view), slot));

  g_signal_connect (fixture->view, "activated", G_CALLBACK (fixture_remember_cb), &remembered);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  khatt_timeline_view_set_selected_slot (fixture->view, slot);
  fixture_settle (fixture);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (KHATT_IS_MARK_WIDGET (focus));
  g_assert_cmpuint (khatt_mark_widget_get_slot (KHATT_MARK_WIDGET (focus)), ==, slot);

  double pixels_per_second = fixture_get_scale (fixture)->pixels_per_second;
  g_assert_true (gtk_widget_activate_action_variant (focus, "event.activate", NULL));
  g_assert_cmpfloat (fixture_get_scale (fixture)->pixels_per_second, >, pixels_per_second);
  g_assert_cmpuint (remembered, ==, KHATT_SLOT_NONE);
}

int
main (int argc, char *argv[])
{
  gpointer ltr = GUINT_TO_POINTER (KHATT_DIRECTION_LTR);
  gpointer rtl = GUINT_TO_POINTER (KHATT_DIRECTION_RTL);

  fixture_init (&argc, &argv);
#define ADD(name, direction, test) fixture_add_test ("/view-marks/" name, direction, test)
  for (guint i = 0; i < 2; i++)
    {
      gpointer direction = i == 0 ? ltr : rtl;

      ADD ("marks-for-assistive-technology-in-order", direction, test_marks_in_order);
    }
  ADD ("marks-follow-the-view", ltr, test_marks_follow);
  ADD ("focus-follows-selection-and-back", ltr, test_focus_follows_selection);
  ADD ("activate-and-show-in-article-signal", ltr, test_activate);
  ADD ("focus-shows-while-keys-are-used", ltr, test_focus_shows);
  ADD ("an-event-in-a-cluster-can-be-reached", ltr, test_event_in_a_cluster);
  return g_test_run ();
}
