/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows that grow to hold cards, and the cards in them, in the view. */

#include "view-fixture.h"

#include "khatt-timeline-view-private.h"

#include <math.h>

#define LANE 14
#define USUAL_ROW 48
#define CARD_ROW 96

/* More lanes than there is room for. */
static void
add_lanes (Fixture *fixture)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);
      g_autofree char *actor = g_strdup_printf ("Actor %u", i);
      FixtureEvent event = { id, KHATT_KIND_STATEMENT, "2025-08-07", "More", actor, NULL };

      fixture_add (fixture->timeline, &event);
    }
  fixture_settle (fixture);
}

static double
get_row_height (Fixture *fixture)
{
  return khatt_layout_get_lane (khatt_timeline_view_get_layout (fixture->view), LANE).height;
}

/* Rows that grow and shrink with the zoom do not move what is under the pointer. */
static void
test_pointer (Fixture *fixture, gconstpointer direction)
{
  const double distance = 7; /* from the lane's line */
  KhattTimelineView *view = fixture->view;
  gpointer motion = fixture_find_controller (GTK_WIDGET (view), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  guint n_grown = 0;
  double y;

  add_lanes (fixture);
  khatt_timeline_view_pan_by (view, 0, -10 * USUAL_ROW);
  y = khatt_layout_get_lane_line (khatt_timeline_view_get_layout (view), LANE) + distance;
  g_signal_emit_by_name (motion, "motion", 500.0, y);

  for (guint i = 0; i < 24; i++)
    {
      const KhattLayout *layout;

      khatt_timeline_view_zoom_at (view, 500, i < 12 ? 1.25 : 0.8, FALSE);
      layout = khatt_timeline_view_get_layout (view);
      n_grown += get_row_height (fixture) == CARD_ROW;
      g_assert_cmpfloat_with_epsilon (khatt_layout_get_lane_line (layout, LANE) + distance, y, 1);
      g_assert_cmpuint (khatt_layout_get_lane_at (layout, y), ==, LANE);
    }
  g_assert_cmpuint (n_grown, >, 0);
  g_assert_cmpfloat (get_row_height (fixture), ==, USUAL_ROW);
}

/* The same while it flies, and when it has arrived. */
static void
test_flight (Fixture *fixture, gconstpointer direction)
{
  KhattTimelineView *view = fixture->view;
  gpointer motion = fixture_find_controller (GTK_WIDGET (view), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  double y;

  add_lanes (fixture);
  khatt_timeline_view_pan_by (view, 0, -10 * USUAL_ROW);
  y = khatt_layout_get_lane_line (khatt_timeline_view_get_layout (view), LANE);
  g_signal_emit_by_name (motion, "motion", 500.0, y);
  fixture_set_animations (TRUE);
  khatt_timeline_view_zoom_at (view, 500, 8, TRUE);
  while (khatt_timeline_view_is_moving (view))
    g_main_context_iteration (NULL, TRUE);
  fixture_set_animations (FALSE);
  g_assert_cmpfloat (get_row_height (fixture), ==, CARD_ROW);
  g_assert_cmpfloat_with_epsilon (
      khatt_layout_get_lane_line (khatt_timeline_view_get_layout (view), LANE), y, 1);
}

/* Where a view goes to an event, it goes to where that is among rows that have grown. */
static void
test_show_event (Fixture *fixture, gconstpointer direction)
{
  KhattTimelineView *view = fixture->view;
  guint32 slot;
  const KhattMarkBox *box;
  KhattRect plot;

  add_lanes (fixture);
  slot = fixture_find (fixture, "more-29");
  khatt_timeline_view_show (view,
                            &(KhattViewTarget){ .kind = KHATT_VIEW_TARGET_SLOT, .slot = slot });
  fixture_settle (fixture);
  box = khatt_layout_find_mark (khatt_timeline_view_get_layout (view), slot);
  plot = khatt_timeline_view_get_plot (view);
  g_assert_cmpfloat (get_row_height (fixture), ==, CARD_ROW);
  g_assert_nonnull (box);
  g_assert_cmpfloat (box->plate.y, >=, plot.y);
  g_assert_cmpfloat (box->plate.y + box->plate.height, <=, plot.y + plot.height);
}

/* All of the plot fades where all rows become others. */
static void
test_fade (Fixture *fixture, gconstpointer direction)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  fixture_set_animations (TRUE);
  khatt_timeline_view_zoom_at (fixture->view, 500, 8, FALSE);
  khatt_timeline_view_snapshot (GTK_WIDGET (fixture->view), snapshot);
  g_object_unref (snapshot);
  g_assert_cmpfloat (get_row_height (fixture), ==, CARD_ROW);
  g_assert_nonnull (fixture->view->fade.before);
  g_assert_cmpuint (fixture->view->fade.rows->len, ==, 1);
  g_assert_cmpfloat (g_array_index (fixture->view->fade.rows, KhattRect, 0).width, ==,
                     FIXTURE_WIDTH);
  fixture_set_animations (FALSE);
}

/* A card says what a tooltip would, belongs to its event, and is what assistive technology finds
 * there. */
static void
test_card (Fixture *fixture, gconstpointer direction)
{
  guint32 slot = fixture_find (fixture, "orban");
  const KhattLayout *layout;
  const KhattMarkBox *box;
  GtkWidget *mark;
  graphene_rect_t bounds;
  KhattRect area = { 0 };
  double x, y;

  khatt_timeline_view_set_span (fixture->view,
                                khatt_days_from_civil (2025, 8, 9) * KHATT_SECONDS_PER_DAY,
                                khatt_days_from_civil (2025, 8, 10) * KHATT_SECONDS_PER_DAY);
  fixture_settle (fixture);
  layout = khatt_timeline_view_get_layout (fixture->view);
  box = khatt_layout_find_mark (layout, slot);
  g_assert_true (box->has_card);
  x = box->label.x + 20;
  y = box->label.y + 10;
  g_assert_cmpuint (khatt_layout_pick (layout, x, y).slot, ==, slot);
  g_assert_null (khatt_timeline_view_make_tooltip (fixture->view, x, y, &area));

  mark = khatt_timeline_view_find_mark_widget (fixture->view, slot);
  g_assert_true (gtk_widget_compute_bounds (mark, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat (bounds.size.width, >=, floor (box->label.width));
  g_assert_cmpfloat (bounds.size.height, >=, floor (box->label.height));
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer direction))
{
  g_autofree char *path = g_strconcat ("/view-cards/", name, NULL);

  g_test_add (path, Fixture, GUINT_TO_POINTER (KHATT_DIRECTION_LTR), fixture_set_up, test,
              fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);

  add ("rows-follow-the-pointer", test_pointer);
  add ("rows-follow-the-pointer-in-flight", test_flight);
  add ("rows-of-an-event", test_show_event);
  add ("rows-fade", test_fade);
  add ("card", test_card);

  return g_test_run ();
}
