/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the view shows: spans, directions, documents, its history; ways to events. */

#include "view-fixture.h"

#include "khatt-timeline-view-private.h"

#define EPSILON 0.51 /* of a pixel: ink stands on whole ones */

static void
test_fit_all (Fixture *fixture, gconstpointer direction)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (fixture->view);
  KhattRect plot = khatt_layout_get_plot (layout);

  g_assert_cmpuint (khatt_layout_get_n_marks (layout), ==, G_N_ELEMENTS (fixture_events));
  for (guint i = 0; i < G_N_ELEMENTS (fixture_events); i++)
    {
      const KhattMarkBox *box =
          khatt_layout_find_mark (layout, fixture_find (fixture, fixture_events[i].id));

      g_assert_nonnull (box);
      g_assert_cmpfloat (box->plate.x, >=, plot.x);
      g_assert_cmpfloat (box->plate.x + box->plate.width, <=, plot.x + plot.width);
    }
}

/* A view that nobody has moved goes on showing everything in another size. */
static void
test_fit_follows_size (Fixture *fixture, gconstpointer direction)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 480);
  for (guint i = 0; i < 100 && gtk_widget_get_width (GTK_WIDGET (fixture->view)) != 700; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->view)), ==, 700);
  test_fit_all (fixture, direction);
}

static void
test_next_and_previous (Fixture *fixture, gconstpointer direction)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture_events); i++)
    {
      g_assert_true (fixture_act (fixture, "view.next"));
      g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                        fixture_find (fixture, fixture_events[i].id));
    }

  /* Nothing lies beyond the last: it stays. */
  fixture_act (fixture, "view.next");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "visit"));
  fixture_act (fixture, "view.previous");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "orban"));
  fixture_act (fixture, "view.first");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "talks"));
  fixture_act (fixture, "view.last");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "visit"));
}

static double
get_plate_x (Fixture *fixture)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (fixture->view);
  const KhattMarkBox *box =
      khatt_layout_find_mark (layout, khatt_timeline_view_get_selected_slot (fixture->view));

  g_assert_nonnull (box);
  return box->plate.x;
}

/* The right arrow goes right, in either direction of time. */
static void
test_arrows_are_visual (Fixture *fixture, gconstpointer direction)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  gboolean is_rtl = GPOINTER_TO_UINT (direction) == KHATT_DIRECTION_RTL;

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "xi"));
  double before = get_plate_x (fixture);
  g_assert_true (gtk_widget_activate_action (view, "view.move", "(ii)", 1, 0));
  fixture_settle (fixture);
  g_assert_cmpfloat (get_plate_x (fixture), >, before);
  guint32 slot = khatt_timeline_view_get_selected_slot (fixture->view);
  g_assert_cmpint (slot == fixture_find (fixture, "talks"), ==, is_rtl);

  g_assert_true (gtk_widget_activate_action (view, "view.move", "(ii)", -1, 0));
  fixture_settle (fixture);
  g_assert_cmpfloat (get_plate_x (fixture), <=, before + EPSILON);
}

static void
test_arrows_cross_lanes (Fixture *fixture, gconstpointer direction)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  guint n_lanes =
      khatt_arrangement_get_n_lanes (khatt_timeline_view_get_arrangement (fixture->view));
  guint n_seen = 0;
  guint last_lane = G_MAXUINT;

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "talks"));
  for (guint i = 0; i < n_lanes; i++)
    gtk_widget_activate_action (view, "view.move", "(ii)", 0, -1);
  for (guint i = 0; i < n_lanes; i++)
    {
      guint lane = fixture->view->selected_lane;

      g_assert_true (last_lane == G_MAXUINT || lane >= last_lane);
      n_seen += lane != last_lane;
      last_lane = lane;
      gtk_widget_activate_action (view, "view.move", "(ii)", 0, 1);
    }
  /* A lane whose only event is the one that is left is passed over. */
  g_assert_cmpuint (n_seen, >=, 3);
  g_assert_cmpuint (last_lane, ==, n_lanes - 1);
}

static void
test_history (Fixture *fixture, gconstpointer direction)
{
  KhattScale whole = *fixture_get_scale (fixture);

  g_assert_false (khatt_timeline_view_get_can_go_back (fixture->view));
  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "orban"));
  g_assert_true (fixture_act (fixture, "view.fit-selection"));
  KhattScale one = *fixture_get_scale (fixture);
  g_assert_false (khatt_scale_equal (&one, &whole));
  g_assert_true (khatt_timeline_view_get_can_go_back (fixture->view));

  g_assert_true (fixture_act (fixture, "view.back"));
  g_assert_cmpfloat_with_epsilon (fixture_get_scale (fixture)->origin, whole.origin, 60);
  g_assert_true (khatt_timeline_view_get_can_go_forward (fixture->view));
  g_assert_true (fixture_act (fixture, "view.forward"));
  g_assert_cmpfloat_with_epsilon (fixture_get_scale (fixture)->origin, one.origin, 60);
}

static void
test_zoom_keys (Fixture *fixture, gconstpointer direction)
{
  double pixels_per_second = fixture_get_scale (fixture)->pixels_per_second;
  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "xi"));
  double x = get_plate_x (fixture);

  g_assert_true (fixture_act (fixture, "view.zoom-in"));
  g_assert_cmpfloat_with_epsilon (
      fixture_get_scale (fixture)->pixels_per_second / pixels_per_second, 1.5, 1e-6);
  /* About the selected event: it stays within its cell. */
  g_assert_cmpfloat_with_epsilon (get_plate_x (fixture), x, 40);
  g_assert_true (fixture_act (fixture, "view.zoom-out"));
  g_assert_cmpfloat_with_epsilon (
      fixture_get_scale (fixture)->pixels_per_second / pixels_per_second, 1, 1e-6);
}

static void
test_span (Fixture *fixture, gconstpointer direction)
{
  gint64 wanted = khatt_days_from_civil (2024, 2, 1) * KHATT_SECONDS_PER_DAY;
  gint64 first = 0;
  gint64 last = 0;
  guint n_notified = 0;

  g_signal_connect (fixture->view, "notify::visible-first", G_CALLBACK (fixture_count_cb),
                    &n_notified);
  khatt_timeline_view_set_span (fixture->view, wanted, wanted + 10 * KHATT_SECONDS_PER_DAY);
  khatt_timeline_view_set_span (fixture->view, wanted, wanted + 20 * KHATT_SECONDS_PER_DAY);
  fixture_settle (fixture);
  g_assert_true (khatt_timeline_view_get_visible_span (fixture->view, &first, &last));
  g_assert_cmpint (ABS (first - wanted), <=, 2);
  g_assert_cmpint (ABS (last - wanted - 20 * KHATT_SECONDS_PER_DAY), <=, 2);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_span_before_size (void)
{
  g_autoptr (KhattTimeline) timeline = fixture_make_timeline (KHATT_DIRECTION_LTR);
  KhattTimelineView *view = g_object_ref_sink (KHATT_TIMELINE_VIEW (khatt_timeline_view_new ()));
  gint64 wanted = khatt_days_from_civil (2024, 2, 1) * KHATT_SECONDS_PER_DAY;
  gint64 first = 0;
  gint64 last = 0;

  khatt_timeline_view_set_timeline (view, timeline);
  g_assert_false (khatt_timeline_view_get_visible_span (view, &first, &last));
  khatt_timeline_view_show_span (view, wanted, wanted + KHATT_SECONDS_PER_DAY);
  g_assert_true (khatt_timeline_view_get_visible_span (view, &first, &last));
  g_assert_cmpint (first, ==, wanted);
  g_assert_cmpint (last, ==, wanted + KHATT_SECONDS_PER_DAY + 1);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (view), 900, 400, -1, NULL);
  g_assert_true (khatt_timeline_view_get_visible_span (view, &first, &last));
  g_assert_cmpint (ABS (first - wanted), <=, 2);
  g_assert_finalize_object (view);
}

static void
test_direction_follows_document (Fixture *fixture, gconstpointer direction)
{
  KhattDirection other = GPOINTER_TO_UINT (direction) == KHATT_DIRECTION_RTL ? KHATT_DIRECTION_LTR
                                                                             : KHATT_DIRECTION_RTL;
  guint n_notified = 0;
  gint64 first = 0;
  gint64 last = 0;
  gint64 mirrored_first = 0;
  gint64 mirrored_last = 0;

  g_assert_true (khatt_timeline_view_get_visible_span (fixture->view, &first, &last));
  g_signal_connect (fixture->view, "notify::time-direction", G_CALLBACK (fixture_count_cb),
                    &n_notified);
  khatt_timeline_set_direction (fixture->timeline, other);
  fixture_settle (fixture);
  g_assert_cmpint (fixture_get_scale (fixture)->direction, ==, other);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (
      khatt_timeline_view_get_visible_span (fixture->view, &mirrored_first, &mirrored_last));
  g_assert_cmpint (first, ==, mirrored_first);
  g_assert_cmpint (last, ==, mirrored_last);
}

static void
test_flight (Fixture *fixture, gconstpointer direction)
{
  KhattScale before = *fixture_get_scale (fixture);

  fixture_set_animations (TRUE);
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), "view.zoom-in", NULL);
  g_assert_true (khatt_timeline_view_is_moving (fixture->view));
  g_assert_true (khatt_scale_equal (&fixture->view->place.scale, &before));
  while (khatt_timeline_view_is_moving (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat_with_epsilon (
      fixture_get_scale (fixture)->pixels_per_second / before.pixels_per_second, 1.5, 1e-6);

  /* Turning motion off in the middle of a flight stops it. */
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), "view.zoom-out", NULL);
  fixture_set_animations (FALSE);
  g_assert_false (khatt_timeline_view_is_moving (fixture->view));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture *fixture, gconstpointer direction)
{
  g_autofree char *text = NULL;

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "xi"));
  g_assert_true (fixture_act (fixture, "view.copy"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL,
                                 text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, "Xi Jinping"));
  g_assert_nonnull (strstr (text, "Bilateral ties"));
  g_assert_null (strstr (text, "\u2068"));
}

static void
test_removed_event (Fixture *fixture, gconstpointer direction)
{
  guint32 slot = fixture_find (fixture, "orban");
  guint n_notified = 0;

  khatt_timeline_view_set_selected_slot (fixture->view, slot);
  g_signal_connect (fixture->view, "notify::selected-slot", G_CALLBACK (fixture_count_cb),
                    &n_notified);
  khatt_timeline_remove (fixture->timeline, slot);
  fixture_settle (fixture);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_null (khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view), slot));
}

static void
test_other_document (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattTimeline) other = khatt_timeline_new ();

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "orban"));
  khatt_timeline_view_set_timeline (fixture->view, other);
  fixture_settle (fixture);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (fixture->view)) ==
                 fixture->view->lane_list);
  g_assert_null (gtk_widget_get_first_child (fixture->view->lane_list));
  khatt_timeline_view_set_timeline (fixture->view, NULL);
  fixture_settle (fixture);
  g_assert_null (khatt_timeline_view_get_layout (fixture->view));
  fixture_act (fixture, "view.zoom-in");
  g_assert_null (khatt_timeline_view_get_layout (fixture->view));
}

/* More events than are arranged at once: a thread does it, and says when. */
static void
test_big_document (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattTimeline) big = khatt_timeline_new ();
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);

  for (guint i = 0; i < 20001; i++)
    {
      KhattEventData *event = khatt_event_data_new ();

      event->id = g_strdup_printf ("e%u", i);
      event->date = khatt_date_from_day (2000 + i % 20, 1 + i % 12, 1 + i % 28);
      khatt_event_data_add_actor (event, i % 2 ? "A" : "B", KHATT_ROLE_SPEAKER);
      g_ptr_array_add (events, event);
    }
  khatt_timeline_add_many (big, events);
  khatt_timeline_view_set_timeline (fixture->view, big);
  gboolean is_busy = FALSE;
  g_object_get (fixture->view, "is-busy", &is_busy, NULL);
  g_assert_true (is_busy);

  /* A change while it runs takes its place. */
  khatt_timeline_set_direction (big, KHATT_DIRECTION_RTL);
  while (is_busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->view, "is-busy", &is_busy, NULL);
    }
  g_assert_nonnull (khatt_timeline_view_get_arrangement (fixture->view));
  g_assert_cmpuint (
      khatt_arrangement_get_n_lanes (khatt_timeline_view_get_arrangement (fixture->view)), ==, 2);
  g_assert_cmpint (fixture_get_scale (fixture)->direction, ==, KHATT_DIRECTION_RTL);
  khatt_timeline_view_set_timeline (fixture->view, fixture->timeline);
}

static void
test_empty_view (void)
{
  KhattTimelineView *view = g_object_ref_sink (KHATT_TIMELINE_VIEW (khatt_timeline_view_new ()));

  khatt_timeline_view_fit_all (view);
  khatt_timeline_view_reveal (view, 3);
  g_assert_null (khatt_timeline_view_get_layout (view));
  g_assert_null (khatt_timeline_view_get_arrangement (view));
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  gpointer ltr = GUINT_TO_POINTER (KHATT_DIRECTION_LTR);
  gpointer rtl = GUINT_TO_POINTER (KHATT_DIRECTION_RTL);

  fixture_init (&argc, &argv);
#define ADD(name, direction, test) fixture_add_test ("/view/" name, direction, test)
  for (guint i = 0; i < 2; i++)
    {
      gpointer direction = i == 0 ? ltr : rtl;

      ADD ("fit-all-shows-all", direction, test_fit_all);
      ADD ("arrows-are-visual", direction, test_arrows_are_visual);
      ADD ("direction-follows-the-document", direction, test_direction_follows_document);
    }
  ADD ("fit-all-follows-the-size", ltr, test_fit_follows_size);
  ADD ("next-and-previous-in-time", ltr, test_next_and_previous);
  ADD ("arrows-cross-lanes", ltr, test_arrows_cross_lanes);
  ADD ("history-goes-back-and-forward", ltr, test_history);
  ADD ("zoom-keys-zoom-about-the-selection", ltr, test_zoom_keys);
  ADD ("span-is-set-and-told-once", ltr, test_span);
  ADD ("flights-end-and-stop", ltr, test_flight);
  ADD ("copy-puts-the-sentence-on-the-clipboard", ltr, test_copy);
  ADD ("a-removed-event-is-no-longer-selected", ltr, test_removed_event);
  ADD ("another-document-begins-anew", ltr, test_other_document);
  ADD ("a-big-document-is-arranged-in-a-thread", ltr, test_big_document);
  g_test_add_func ("/view/a-span-waits-for-a-size", test_span_before_size);
  g_test_add_func ("/view/an-empty-view-does-nothing", test_empty_view);
  return g_test_run ();
}
