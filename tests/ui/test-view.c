/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-mark-widget.h"
#include "khatt-search.h"
#include "khatt-sentence.h"
#include "khatt-timeline-view-private.h"

#include <math.h>

#define EPSILON 0.51 /* of a pixel: ink stands on whole ones */

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
remember_cb (KhattTimelineView *view, guint slot, guint32 *remembered)
{
  *remembered = slot;
}

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
test_scroll (Fixture *fixture, gconstpointer direction)
{
  gpointer scroll =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  KhattScale before = *fixture_get_scale (fixture);
  gboolean is_handled = FALSE;
  double time = khatt_scale_time (&before, 500);

  /* Sideways, to the greater x: the content goes to the lesser. */
  g_signal_emit_by_name (scroll, "scroll", 1.0, 0.0, &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (fixture_get_scale (fixture), time), 500 - 72,
                                  EPSILON);
  g_signal_emit_by_name (scroll, "scroll", -1.0, 0.0, &is_handled);
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (fixture_get_scale (fixture), time), 500, EPSILON);
  g_assert_cmpfloat (fixture_get_scale (fixture)->pixels_per_second, ==, before.pixels_per_second);
}

/* All lanes fit: the plain wheel goes through time, downwards is later whichever way that is. */
static void
test_wheel_is_time (Fixture *fixture, gconstpointer direction)
{
  gpointer scroll =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  double earliest = khatt_scale_earliest (fixture_get_scale (fixture));
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (scroll, "scroll", 0.0, 1.0, &is_handled);
  g_assert_cmpfloat (khatt_scale_earliest (fixture_get_scale (fixture)), >, earliest);
}

static void
test_wheel_is_lanes (Fixture *fixture, gconstpointer direction)
{
  gpointer scroll =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  gboolean is_handled = FALSE;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);
      g_autofree char *actor = g_strdup_printf ("Actor %u", i);
      FixtureEvent event = { id, KHATT_KIND_STATEMENT, "2025-08-07", "More", actor, NULL };

      fixture_add (fixture->timeline, &event);
    }
  fixture_settle (fixture);

  KhattScale before = *fixture_get_scale (fixture);
  double range = khatt_timeline_view_get_scroll_range (fixture->view);
  g_assert_cmpfloat (range, >, 100);

  g_signal_emit_by_name (scroll, "scroll", 0.0, 1.0, &is_handled);
  g_assert_cmpfloat (fixture->view->place.scroll_y, ==, 72);
  g_assert_true (khatt_scale_equal (fixture_get_scale (fixture), &before));

  for (guint i = 0; i < 40; i++)
    g_signal_emit_by_name (scroll, "scroll", 0.0, 1.0, &is_handled);
  g_assert_cmpfloat (fixture->view->place.scroll_y, ==, range);
  for (guint i = 0; i < 40; i++)
    g_signal_emit_by_name (scroll, "scroll", 0.0, -1.0, &is_handled);
  g_assert_cmpfloat (fixture->view->place.scroll_y, ==, 0);
}

static void
test_zoom_at_pointer (Fixture *fixture, gconstpointer direction)
{
  gpointer scroll =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  gpointer motion =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  double pixels_per_second = fixture_get_scale (fixture)->pixels_per_second;
  double time = khatt_scale_time (fixture_get_scale (fixture), 700);
  gboolean is_handled = FALSE;

  khatt_timeline_view_set_wheel_zooms (fixture->view, TRUE);
  g_signal_emit_by_name (motion, "motion", 700.0, 300.0);
  g_signal_emit_by_name (scroll, "scroll", 0.0, -1.0, &is_handled);
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (fixture_get_scale (fixture), time), 700, EPSILON);
  g_assert_cmpfloat (fixture_get_scale (fixture)->pixels_per_second, >, pixels_per_second);
  g_signal_emit_by_name (scroll, "scroll", 0.0, 1.0, &is_handled);
  g_assert_cmpfloat_with_epsilon (
      fixture_get_scale (fixture)->pixels_per_second / pixels_per_second, 1, 1e-9);
}

static void
test_drag_pans (Fixture *fixture, gconstpointer direction)
{
  gpointer drag = fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_DRAG);
  double time = khatt_scale_time (fixture_get_scale (fixture), 500);

  g_signal_emit_by_name (drag, "drag-begin", 500.0, 200.0);
  g_signal_emit_by_name (drag, "drag-update", 3.0, 0.0);
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (fixture_get_scale (fixture), time), 500, 1e-6);
  g_signal_emit_by_name (drag, "drag-update", 60.0, 0.0);
  g_signal_emit_by_name (drag, "drag-update", 90.0, 5.0);
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (fixture_get_scale (fixture), time), 590, EPSILON);
  g_signal_emit_by_name (drag, "drag-end", 90.0, 5.0);
  g_assert_false (khatt_timeline_view_is_moving (fixture->view));
}

static void
test_pinch (Fixture *fixture, gconstpointer direction)
{
  gpointer pinch = fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_ZOOM);
  double pixels_per_second = fixture_get_scale (fixture)->pixels_per_second;

  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_assert_cmpfloat_with_epsilon (
      fixture_get_scale (fixture)->pixels_per_second / pixels_per_second, 2, 1e-6);
}

static void
press (Fixture *fixture, const char *id, int n_press)
{
  gpointer click = fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_CLICK);
  const KhattMarkBox *box = khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view),
                                                    fixture_find (fixture, id));
  double x = box->plate.x + box->plate.width / 2;
  double y = box->plate.y + box->plate.height / 2;

  g_signal_emit_by_name (click, "pressed", n_press, x, y);
  g_signal_emit_by_name (click, "released", n_press, x, y);
  fixture_settle (fixture);
}

static void
test_press_selects_once (Fixture *fixture, gconstpointer direction)
{
  guint n_notified = 0;

  g_signal_connect (fixture->view, "notify::selected-slot", G_CALLBACK (count_cb), &n_notified);
  press (fixture, "orban", 1);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "orban"));
  g_assert_cmpuint (n_notified, ==, 1);
  press (fixture, "orban", 1);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_press_beside_clears (Fixture *fixture, gconstpointer direction)
{
  gpointer click = fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_CLICK);
  KhattRect plot = khatt_layout_get_plot (khatt_timeline_view_get_layout (fixture->view));

  press (fixture, "orban", 1);
  g_signal_emit_by_name (click, "pressed", 1, plot.x + 2, plot.y + plot.height - 2);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), !=, KHATT_SLOT_NONE);
  g_signal_emit_by_name (click, "released", 1, plot.x + 2, plot.y + plot.height - 2);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
}

static void
test_double_press_zooms (Fixture *fixture, gconstpointer direction)
{
  double pixels_per_second = fixture_get_scale (fixture)->pixels_per_second;
  KhattDate date = khatt_date_from_day (2025, 8, 9);
  double noon = khatt_date_first (&date) + KHATT_SECONDS_PER_DAY / 2;

  press (fixture, "orban", 1);
  press (fixture, "orban", 2);
  g_assert_cmpfloat (fixture_get_scale (fixture)->pixels_per_second, >, pixels_per_second);

  KhattRect plot = khatt_layout_get_plot (khatt_timeline_view_get_layout (fixture->view));
  double x = khatt_scale_x (fixture_get_scale (fixture), noon);
  g_assert_cmpfloat (x, >, plot.x);
  g_assert_cmpfloat (x, <, plot.x + plot.width);
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

  g_signal_connect (fixture->view, "notify::visible-first", G_CALLBACK (count_cb), &n_notified);
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
  g_signal_connect (fixture->view, "notify::time-direction", G_CALLBACK (count_cb), &n_notified);
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
  g_assert_null (child);
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

  g_signal_connect (fixture->view, "activated", G_CALLBACK (remember_cb), &remembered);
  g_signal_connect (fixture->view, "show-in-article", G_CALLBACK (remember_cb), &shown);
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
  press (fixture, "xi", 1);
  g_assert_null (fixture->view->states[KHATT_STATE_FOCUSED]);
  fixture_act (fixture, "view.next");
  g_assert_nonnull (fixture->view->states[KHATT_STATE_FOCUSED]);
  press (fixture, "orban", 1);
  g_assert_null (fixture->view->states[KHATT_STATE_FOCUSED]);
}

static void
append_texts (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, text);
}

/* All that a tooltip says; the card is gone then. */
static char *
dup_tooltip (Fixture *fixture, double x, double y, KhattRect *area)
{
  GtkWidget *card = khatt_timeline_view_make_tooltip (fixture->view, x, y, area);
  g_autoptr (GString) text = g_string_new (NULL);

  if (card == NULL)
    return NULL;
  g_object_ref_sink (card);
  append_texts (card, text);
  g_object_unref (card);
  return g_strdup (text->str);
}

static void
test_tooltip (Fixture *fixture, gconstpointer direction)
{
  const KhattMarkBox *box = khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view),
                                                    fixture_find (fixture, "orban"));
  KhattRect plot = khatt_timeline_view_get_plot (fixture->view);
  KhattRect area = { 0 };
  g_autofree char *text = dup_tooltip (fixture, box->plate.x + 8, box->plate.y + 8, &area);
  g_autofree char *none = dup_tooltip (fixture, plot.x + 1, plot.y + plot.height - 1, &area);

  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "Summit\n"));
  g_assert_nonnull (strstr (text, "2025"));
  g_assert_nonnull (strstr (text, "1447"));
  g_assert_nonnull (strstr (text, "hour"));
  g_assert_null (none);
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
  g_signal_connect (fixture->view, "notify::selected-slot", G_CALLBACK (count_cb), &n_notified);
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
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (fixture->view)));
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
test_keys_by_position (void)
{
  static const struct
  {
    guint keyval;
    guint keycode;
    GdkModifierType modifiers;
    const char *action;
  } cases[] = {
    { GDK_KEY_period, 60, 0, "view.next" },
    { GDK_KEY_comma, 59, 0, "view.previous" },
    { GDK_KEY_f, 41, 0, "view.fit-selection" },
    { GDK_KEY_F, 41, GDK_LOCK_MASK, "view.fit-selection" },
    { GDK_KEY_Arabic_zain, 60, 0, "view.next" },
    { GDK_KEY_Arabic_waw, 59, 0, "view.previous" },
    { GDK_KEY_Arabic_beh, 41, 0, "view.fit-selection" },
    { GDK_KEY_Arabic_meem, 46, GDK_CONTROL_MASK, "view.go-to-date" },
    { GDK_KEY_0, 19, GDK_CONTROL_MASK, "view.fit-all" },
    { GDK_KEY_Arabic_0, 19, GDK_CONTROL_MASK, "view.fit-all" },
    /* Dvorak has v where . is on other boards: what is printed on the key counts. */
    { GDK_KEY_v, 60, 0, NULL },
    { GDK_KEY_period, 26, 0, "view.next" },
    { GDK_KEY_f, 41, GDK_CONTROL_MASK, NULL },
    { GDK_KEY_period, 60, GDK_SHIFT_MASK, NULL },
    { GDK_KEY_Shift_L, 60, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (
        khatt_timeline_view_find_key_action (cases[i].keyval, cases[i].keycode, cases[i].modifiers),
        ==, cases[i].action);
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

/* Calls of one pair on one day, more than there is room for. */
static void
add_crowd (Fixture *fixture)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd-%u", i);
      FixtureEvent event = { id, KHATT_KIND_CALL, "2025-08-10", "Call", "Putin", "Modi" };

      fixture_add (fixture->timeline, &event);
    }
  fixture_settle (fixture);
}

/* An event within a cluster can be selected, focused and read; Return shows it. */
static void
test_event_in_a_cluster (Fixture *fixture, gconstpointer direction)
{
  guint32 remembered = KHATT_SLOT_NONE;

  add_crowd (fixture);
  guint32 slot = fixture_find (fixture, "crowd-30");
  g_assert_cmpuint (khatt_layout_get_n_clusters (khatt_timeline_view_get_layout (fixture->view)), >,
                    0);
  g_assert_null (khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view), slot));

  g_signal_connect (fixture->view, "activated", G_CALLBACK (remember_cb), &remembered);
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

static void
test_cluster_tooltip (Fixture *fixture, gconstpointer direction)
{
  KhattRect area = { 0 };

  add_crowd (fixture);
  const KhattClusterBox *cluster =
      khatt_layout_get_cluster (khatt_timeline_view_get_layout (fixture->view), 0);
  g_autofree char *text = dup_tooltip (fixture, cluster->pill.x + cluster->pill.width / 2,
                                       cluster->pill.y + cluster->pill.height / 2, &area);

  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, khatt_kind_get_label (KHATT_KIND_CALL)));
  g_assert_nonnull (strstr (text, "events\n"));
  g_assert_nonnull (strstr (text, "twice"));
  g_assert_cmpfloat (area.width, ==, cluster->pill.width);
  g_assert_null (strstr (text, "found"));
}

/* While something is searched it says how many of them were found. */
static void
test_cluster_found (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattSearch) search = khatt_search_new ();
  const KhattClusterBox *cluster;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  KhattRect area;

  add_crowd (fixture);
  khatt_search_set_timeline (search, fixture->timeline);
  khatt_search_set_active (search, TRUE);
  khatt_search_set_text (search, "Orban");
  khatt_timeline_view_set_hits (fixture->view, khatt_search_get_hits (search));
  fixture_settle (fixture);
  cluster = khatt_layout_get_cluster (khatt_timeline_view_get_layout (fixture->view), 0);
  expected = g_strdup_printf (
      cluster->n_lit == 1 ? "%u of them was found" : "%u of them were found", cluster->n_lit);
  text = dup_tooltip (fixture, cluster->pill.x + cluster->pill.width / 2,
                      cluster->pill.y + cluster->pill.height / 2, &area);
  g_assert_cmpuint (cluster->n_lit, <, cluster->n_events);
  g_assert_nonnull (strstr (text, expected));
}

/* A pointer that moves when it lets go throws the view, which comes to rest. */
static void
test_throw (Fixture *fixture, gconstpointer direction)
{
  const gint64 step_us = 10000;
  double time = khatt_scale_time (fixture_get_scale (fixture), 500);
  gint64 now_us = g_get_monotonic_time ();

  fixture_set_animations (TRUE);
  for (int i = 5; i >= 0; i--)
    khatt_kinetic_add (&fixture->view->kinetic_x, now_us - i * step_us, 10);
  khatt_timeline_view_run_out (fixture->view);
  g_assert_true (khatt_timeline_view_is_moving (fixture->view));
  while (khatt_timeline_view_is_moving (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  /* 1000 pixels a second, for 325 ms. */
  g_assert_cmpfloat_with_epsilon (khatt_scale_x (fixture_get_scale (fixture), time), 825, 10);
  fixture_set_animations (FALSE);

  /* With reduced motion it stays where it was let go. */
  khatt_kinetic_add (&fixture->view->kinetic_x, now_us, 10);
  khatt_kinetic_add (&fixture->view->kinetic_x, g_get_monotonic_time (), 10);
  khatt_timeline_view_run_out (fixture->view);
  g_assert_false (khatt_timeline_view_is_moving (fixture->view));
}

static void
test_escape (Fixture *fixture, gconstpointer direction)
{
  gpointer keys =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "xi"));
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Escape, 9, 0, &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
  /* Nothing to take back: it is the window's. */
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Escape, 9, 0, &is_handled);
  g_assert_false (is_handled);
}

static void
add (const char *name, gpointer direction, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/view/", name, direction != NULL ? "-rtl" : "", NULL);

  g_test_add (path, Fixture, direction, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  gpointer ltr = GUINT_TO_POINTER (KHATT_DIRECTION_LTR);
  gpointer rtl = GUINT_TO_POINTER (KHATT_DIRECTION_RTL);

  fixture_init (&argc, &argv);
  for (guint i = 0; i < 2; i++)
    {
      gpointer direction = i == 0 ? ltr : rtl;

      add ("fit-all-shows-all", direction, test_fit_all);
      add ("sideways-scroll-pans", direction, test_scroll);
      add ("wheel-goes-through-time-where-lanes-fit", direction, test_wheel_is_time);
      add ("zoom-keeps-the-time-under-the-pointer", direction, test_zoom_at_pointer);
      add ("drag-pans-with-the-pointer", direction, test_drag_pans);
      add ("arrows-are-visual", direction, test_arrows_are_visual);
      add ("direction-follows-the-document", direction, test_direction_follows_document);
      add ("marks-for-assistive-technology-in-order", direction, test_marks_in_order);
    }
  add ("fit-all-follows-the-size", ltr, test_fit_follows_size);
  add ("wheel-scrolls-lanes-within-their-range", ltr, test_wheel_is_lanes);
  add ("pinch-zooms", ltr, test_pinch);
  add ("press-selects-and-tells-once", ltr, test_press_selects_once);
  add ("press-beside-clears-on-release", ltr, test_press_beside_clears);
  add ("double-press-zooms-to-the-event", ltr, test_double_press_zooms);
  add ("next-and-previous-in-time", ltr, test_next_and_previous);
  add ("arrows-cross-lanes", ltr, test_arrows_cross_lanes);
  add ("history-goes-back-and-forward", ltr, test_history);
  add ("zoom-keys-zoom-about-the-selection", ltr, test_zoom_keys);
  add ("span-is-set-and-told-once", ltr, test_span);
  add ("flights-end-and-stop", ltr, test_flight);
  add ("marks-follow-the-view", ltr, test_marks_follow);
  add ("focus-follows-selection-and-back", ltr, test_focus_follows_selection);
  add ("activate-and-show-in-article-signal", ltr, test_activate);
  add ("focus-shows-while-keys-are-used", ltr, test_focus_shows);
  add ("tooltip-says-dates-and-that-the-hour-is-unknown", ltr, test_tooltip);
  add ("copy-puts-the-sentence-on-the-clipboard", ltr, test_copy);
  add ("a-removed-event-is-no-longer-selected", ltr, test_removed_event);
  add ("another-document-begins-anew", ltr, test_other_document);
  add ("an-event-in-a-cluster-can-be-reached", ltr, test_event_in_a_cluster);
  add ("tooltip-of-a-cluster-counts-kinds", ltr, test_cluster_tooltip);
  add ("tooltip-of-a-cluster-counts-what-is-found", ltr, test_cluster_found);
  add ("a-throw-runs-out", ltr, test_throw);
  add ("escape-takes-back-the-selection", ltr, test_escape);
  add ("a-big-document-is-arranged-in-a-thread", ltr, test_big_document);
  g_test_add_func ("/view/a-span-waits-for-a-size", test_span_before_size);
  g_test_add_func ("/view/letters-are-keys-by-position", test_keys_by_position);
  g_test_add_func ("/view/an-empty-view-does-nothing", test_empty_view);
  return g_test_run ();
}
