/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What pointer, wheel, fingers and keys do to the view. */

#include "view-fixture.h"

#include "khatt-timeline-view-private.h"

#define EPSILON 0.51 /* of a pixel: ink stands on whole ones */

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
test_press_selects_once (Fixture *fixture, gconstpointer direction)
{
  guint n_notified = 0;

  g_signal_connect (fixture->view, "notify::selected-slot", G_CALLBACK (fixture_count_cb),
                    &n_notified);
  fixture_press (fixture, "orban", 1);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "orban"));
  g_assert_cmpuint (n_notified, ==, 1);
  fixture_press (fixture, "orban", 1);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_press_beside_clears (Fixture *fixture, gconstpointer direction)
{
  gpointer click = fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_CLICK);
  KhattRect plot = khatt_layout_get_plot (khatt_timeline_view_get_layout (fixture->view));

  fixture_press (fixture, "orban", 1);
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

  fixture_press (fixture, "orban", 1);
  fixture_press (fixture, "orban", 2);
  g_assert_cmpfloat (fixture_get_scale (fixture)->pixels_per_second, >, pixels_per_second);

  KhattRect plot = khatt_layout_get_plot (khatt_timeline_view_get_layout (fixture->view));
  double x = khatt_scale_x (fixture_get_scale (fixture), noon);
  g_assert_cmpfloat (x, >, plot.x);
  g_assert_cmpfloat (x, <, plot.x + plot.width);
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

int
main (int argc, char *argv[])
{
  gpointer ltr = GUINT_TO_POINTER (KHATT_DIRECTION_LTR);
  gpointer rtl = GUINT_TO_POINTER (KHATT_DIRECTION_RTL);

  fixture_init (&argc, &argv);
#define ADD(name, direction, test) fixture_add_test ("/view-input/" name, direction, test)
  for (guint i = 0; i < 2; i++)
    {
      gpointer direction = i == 0 ? ltr : rtl;

      ADD ("sideways-scroll-pans", direction, test_scroll);
      ADD ("wheel-goes-through-time-where-lanes-fit", direction, test_wheel_is_time);
      ADD ("zoom-keeps-the-time-under-the-pointer", direction, test_zoom_at_pointer);
      ADD ("drag-pans-with-the-pointer", direction, test_drag_pans);
    }
  ADD ("wheel-scrolls-lanes-within-their-range", ltr, test_wheel_is_lanes);
  ADD ("pinch-zooms", ltr, test_pinch);
  ADD ("press-selects-and-tells-once", ltr, test_press_selects_once);
  ADD ("press-beside-clears-on-release", ltr, test_press_beside_clears);
  ADD ("double-press-zooms-to-the-event", ltr, test_double_press_zooms);
  ADD ("a-throw-runs-out", ltr, test_throw);
  ADD ("escape-takes-back-the-selection", ltr, test_escape);
  g_test_add_func ("/view-input/letters-are-keys-by-position", test_keys_by_position);
  return g_test_run ();
}
