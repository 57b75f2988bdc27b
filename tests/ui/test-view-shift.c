/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moving events in time by the pointer and by keys, and beginning new ones. */

#include "view-fixture.h"

#include "khatt-timeline-view-private.h"

static void
shifted_cb (guint32 *shifted, guint slot)
{
  *shifted = slot;
}

static void
assert_date (Fixture *fixture, const char *id, const char *expected)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, fixture_find (fixture, id));
  g_autofree char *date = khatt_date_to_edtf (&record->date);

  g_assert_cmpstr (date, ==, expected);
}

static KhattRect
get_plate (Fixture *fixture, const char *id)
{
  khatt_timeline_view_ensure_layout (fixture->view);
  return khatt_layout_find_mark (fixture->view->layout, fixture_find (fixture, id))->plate;
}

/* Pixels of a day towards later. */
static double
get_day (Fixture *fixture)
{
  const KhattScale *scale = &fixture->view->place.scale;

  return khatt_scale_sign (scale) * KHATT_SECONDS_PER_DAY * scale->pixels_per_second;
}

static gpointer
begin_drag (Fixture *fixture, const char *id)
{
  gpointer drag = fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_DRAG);
  KhattRect plate = get_plate (fixture, id);

  g_signal_emit_by_name (drag, "drag-begin", plate.x + plate.width / 2, plate.y + plate.height / 2);
  return drag;
}

static void
test_keys (Fixture *fixture, gconstpointer direction)
{
  gboolean is_rtl = GPOINTER_TO_UINT (direction) == KHATT_DIRECTION_RTL;
  guint32 shifted = KHATT_SLOT_NONE;

  g_signal_connect_swapped (fixture->view, "shifted", G_CALLBACK (shifted_cb), &shifted);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.shift", "i", 1);
  g_assert_cmpuint (shifted, ==, KHATT_SLOT_NONE);
  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "orban"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.shift", "i", 1);
  assert_date (fixture, "orban", is_rtl ? "2025-08-08" : "2025-08-10");
  g_assert_cmpuint (shifted, ==, fixture_find (fixture, "orban"));
  khatt_timeline_undo (fixture->timeline);
  assert_date (fixture, "orban", "2025-08-09");
}

static void
test_drag (Fixture *fixture, gconstpointer direction)
{
  KhattScale before = fixture->view->place.scale;
  gpointer drag;

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "orban"));
  fixture_settle (fixture);
  drag = begin_drag (fixture, "orban");
  g_signal_emit_by_name (drag, "drag-update", 2.2 * get_day (fixture), 0.0);
  g_assert_true (fixture->view->is_shifting);
  fixture_settle (fixture);
  assert_date (fixture, "orban", "2025-08-09");
  g_signal_emit_by_name (drag, "drag-end", 2.2 * get_day (fixture), 0.0);
  g_assert_false (fixture->view->is_shifting);
  assert_date (fixture, "orban", "2025-08-11");
  g_assert_true (khatt_scale_equal (&before, &fixture->view->place.scale));
  khatt_timeline_undo (fixture->timeline);
  assert_date (fixture, "orban", "2025-08-09");
}

/* What lasted, by its ends: `talks` becomes an interval first. */
static void
make_interval (Fixture *fixture)
{
  guint32 slot = fixture_find (fixture, "talks");
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  g_assert_true (khatt_date_parse ("2025-08-06/2025-08-08", -1, &event->date, NULL));
  g_clear_pointer (&event->date_edtf, g_free);
  khatt_timeline_change (fixture->timeline, slot, event);
  khatt_timeline_clear_history (fixture->timeline);
  khatt_timeline_view_set_selected_slot (fixture->view, slot);
  fixture_settle (fixture);
}

static void
test_keys_at_ends (Fixture *fixture, gconstpointer direction)
{
  gboolean is_rtl = GPOINTER_TO_UINT (direction) == KHATT_DIRECTION_RTL;

  make_interval (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.shift-end", "i", is_rtl ? -1 : 1);
  assert_date (fixture, "talks", "2025-08-06/2025-08-09");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.shift-start", "i", -1);
  assert_date (fixture, "talks", "2025-08-05/2025-08-09");
  khatt_timeline_undo (fixture->timeline);
  khatt_timeline_undo (fixture->timeline);
  assert_date (fixture, "talks", "2025-08-06/2025-08-08");
  g_assert_false (khatt_timeline_can_undo (fixture->timeline));
  for (guint i = 0; i < 5; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.shift-end", "i", is_rtl ? 1 : -1);
  assert_date (fixture, "talks", "2025-08-06/2025-08-06");
}

/* From the bar at that day, `days` towards later. */
static void
drag_bar (Fixture *fixture, double day, double days)
{
  gpointer drag = fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_DRAG);
  KhattRect plate = get_plate (fixture, "talks");
  double x = plate.x + plate.width / 2 + day * get_day (fixture);

  g_signal_emit_by_name (drag, "drag-begin", x, plate.y + plate.height / 2);
  g_signal_emit_by_name (drag, "drag-update", days * get_day (fixture), 0.0);
  fixture_settle (fixture);
  g_signal_emit_by_name (drag, "drag-end", days * get_day (fixture), 0.0);
}

static void
test_drag_ends (Fixture *fixture, gconstpointer direction)
{
  double beside;

  make_interval (fixture);
  drag_bar (fixture, 2, 1.1);
  assert_date (fixture, "talks", "2025-08-06/2025-08-09");
  khatt_timeline_undo (fixture->timeline);
  fixture_settle (fixture);
  beside = (get_plate (fixture, "talks").width / 2 + 8) / fabs (get_day (fixture));
  drag_bar (fixture, beside, 0.9);
  assert_date (fixture, "talks", "2025-08-07/2025-08-08");
  khatt_timeline_undo (fixture->timeline);
  fixture_settle (fixture);
  /* The middle of the bar is no end. */
  drag_bar (fixture, 1.1, 0.9);
  assert_date (fixture, "talks", "2025-08-06/2025-08-08");
  g_assert_false (khatt_timeline_can_undo (fixture->timeline));
}

/* Back to where it was is no step. */
static void
test_drag_and_return (Fixture *fixture, gconstpointer direction)
{
  gpointer drag;

  khatt_timeline_clear_history (fixture->timeline);
  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "orban"));
  drag = begin_drag (fixture, "orban");
  g_signal_emit_by_name (drag, "drag-update", 2 * get_day (fixture), 0.0);
  g_signal_emit_by_name (drag, "drag-update", 0.1 * get_day (fixture), 0.0);
  g_signal_emit_by_name (drag, "drag-end", 0.1 * get_day (fixture), 0.0);
  g_assert_false (khatt_timeline_can_undo (fixture->timeline));
}

static void
test_escape (Fixture *fixture, gconstpointer direction)
{
  gpointer keys =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;
  gpointer drag;

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "orban"));
  drag = begin_drag (fixture, "orban");
  g_signal_emit_by_name (drag, "drag-update", 2 * get_day (fixture), 0.0);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Escape, 9, 0, &is_handled);
  g_assert_true (is_handled);
  g_assert_false (fixture->view->is_shifting);
  assert_date (fixture, "orban", "2025-08-09");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "orban"));
}

/* What is not selected is no handle: the drag pans. */
static void
test_others_pan (Fixture *fixture, gconstpointer direction)
{
  gpointer drag;

  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "talks"));
  drag = begin_drag (fixture, "orban");
  g_signal_emit_by_name (drag, "drag-update", 2 * get_day (fixture), 0.0);
  g_assert_false (fixture->view->is_shifting);
  g_assert_true (fixture->view->is_panning);
  g_signal_emit_by_name (drag, "drag-end", 2 * get_day (fixture), 0.0);
  assert_date (fixture, "orban", "2025-08-09");
}

static void
draft_cb (GPtrArray *drafts, const KhattEventData *draft)
{
  g_ptr_array_add (drafts, khatt_event_data_copy (draft));
}

static void
test_draft (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  KhattRect plate = get_plate (fixture, "orban");

  g_signal_connect_swapped (fixture->view, "draft", G_CALLBACK (draft_cb), drafts);
  khatt_timeline_view_draft_at (fixture->view, plate.x + plate.width / 2 + get_day (fixture),
                                plate.y + plate.height / 2);
  g_assert_cmpuint (drafts->len, ==, 1);
  const KhattEventData *draft = g_ptr_array_index (drafts, 0);
  const KhattActorData *actor = g_ptr_array_index (draft->actors, 0);
  g_autofree char *date = khatt_date_to_edtf (&draft->date);
  g_assert_cmpstr (date, ==, "2025-08-10");
  g_assert_cmpstr (actor->name, ==, "Orban");
}

static void
add (const char *name, KhattDirection direction, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path =
      g_strdup_printf ("/view-shift/%s/%s", direction == KHATT_DIRECTION_RTL ? "rtl" : "ltr", name);

  g_test_add (path, Fixture, GUINT_TO_POINTER (direction), fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  for (KhattDirection direction = KHATT_DIRECTION_LTR; direction <= KHATT_DIRECTION_RTL;
       direction++)
    {
      add ("keys", direction, test_keys);
      add ("keys-at-ends", direction, test_keys_at_ends);
      add ("drag-ends", direction, test_drag_ends);
      add ("drag", direction, test_drag);
      add ("drag-and-return", direction, test_drag_and_return);
      add ("escape", direction, test_escape);
      add ("others-pan", direction, test_others_pan);
      add ("draft", direction, test_draft);
    }
  return g_test_run ();
}
