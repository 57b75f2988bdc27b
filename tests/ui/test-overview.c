/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-overview-private.h"

#define STRIP_WIDTH 1000

/* An overview of the fixture's view, with a size. */
static KhattOverview *
open_overview (Fixture *fixture)
{
  KhattOverview *overview = g_object_ref_sink (KHATT_OVERVIEW (khatt_overview_new ()));
  int height = 0;

  khatt_overview_set_view (overview, fixture->view);
  gtk_widget_measure (GTK_WIDGET (overview), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (overview), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (overview), STRIP_WIDTH, height, -1, NULL);
  khatt_overview_ensure_bins (overview);
  g_assert_nonnull (overview->bins);
  return overview;
}

static void
drag (KhattOverview *overview, double x, double way)
{
  gpointer gesture = fixture_find_controller (GTK_WIDGET (overview), GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (gesture, "drag-begin", x, 30.0);
  g_signal_emit_by_name (gesture, "drag-update", way / 2, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", way, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", way, 0.0);
}

static void
assert_window (KhattOverview *overview, double least_x, double greatest_x)
{
  double from = 0;
  double to = 0;

  g_assert_true (khatt_overview_get_window (overview, &from, &to));
  g_assert_cmpfloat_with_epsilon (from, least_x, 1);
  g_assert_cmpfloat_with_epsilon (to, greatest_x, 1);
}

static void
test_window_can_be_held (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattOverview) overview = open_overview (fixture);
  double from = 0;
  double to = 0;

  g_assert_true (khatt_overview_get_window (overview, &from, &to));
  g_assert_cmpfloat (from, >, 24);
  g_assert_cmpfloat (to, <, STRIP_WIDTH - 24);
  g_assert_cmpint (khatt_overview_pick (overview, (from + to) / 2), ==, KHATT_OVERVIEW_WINDOW);
  g_assert_cmpint (khatt_overview_pick (overview, from - 30), ==, KHATT_OVERVIEW_OUTSIDE);
  gboolean is_rtl = GPOINTER_TO_UINT (direction) == KHATT_DIRECTION_RTL;
  g_assert_cmpint (khatt_overview_pick (overview, from), ==,
                   is_rtl ? KHATT_OVERVIEW_LATER : KHATT_OVERVIEW_EARLIER);
  g_assert_cmpint (khatt_overview_pick (overview, to), ==,
                   is_rtl ? KHATT_OVERVIEW_EARLIER : KHATT_OVERVIEW_LATER);
}

static void
test_drag_pans (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattOverview) overview = open_overview (fixture);
  double from = 0;
  double to = 0;

  g_assert_true (khatt_overview_get_window (overview, &from, &to));
  drag (overview, (from + to) / 2, 50);
  assert_window (overview, from + 50, to + 50);
}

static void
test_handles_resize (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattOverview) overview = open_overview (fixture);
  double from = 0;
  double to = 0;

  g_assert_true (khatt_overview_get_window (overview, &from, &to));
  drag (overview, from, 40);
  assert_window (overview, from + 40, to);
  drag (overview, to, -60);
  assert_window (overview, from + 40, to - 60);

  /* Pulled past each other they stop: the window is never empty or turned round. */
  drag (overview, to - 60, -2000);
  gint64 first = 0;
  gint64 last = 0;
  g_assert_true (khatt_timeline_view_get_visible_span (fixture->view, &first, &last));
  g_assert_cmpint (last, >, first);
}

static void
test_press_outside_centres (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattOverview) overview = open_overview (fixture);
  double from = 0;
  double to = 0;

  khatt_timeline_view_set_span (fixture->view,
                                khatt_days_from_civil (2025, 8, 7) * KHATT_SECONDS_PER_DAY,
                                khatt_days_from_civil (2025, 8, 8) * KHATT_SECONDS_PER_DAY);
  g_assert_true (khatt_overview_get_window (overview, &from, &to));
  double x = from > STRIP_WIDTH / 2 ? 100 : 900;
  drag (overview, x, 0);
  assert_window (overview, x - (to - from) / 2, x + (to - from) / 2);
  g_assert_true (khatt_timeline_view_get_can_go_back (fixture->view));
}

static void
test_counts (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattOverview) overview = open_overview (fixture);
  const KhattOverviewBins *bins = overview->bins;
  guint32 by_kind[KHATT_N_KINDS] = { 0 };

  for (guint bin = 0; bin < bins->n_bins; bin++)
    for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
      by_kind[kind] += bins->counts[bin][kind];
  g_assert_cmpuint (by_kind[KHATT_KIND_CALL], ==, 2);
  g_assert_cmpuint (by_kind[KHATT_KIND_MEETING], ==, 1);
  g_assert_cmpuint (by_kind[KHATT_KIND_VISIT], ==, 1);
  g_assert_cmpuint (by_kind[KHATT_KIND_STATEMENT], ==, 1);
  g_assert_cmpuint (by_kind[KHATT_KIND_OTHER], ==, 0);
  g_assert_cmpuint (bins->highest, ==, 2);
}

/* An event that was given a colour is a block of that colour. */
static void
test_hues (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  KhattDate day = khatt_date_from_day (2025, 8, 8);
  KhattScale scale = khatt_scale_fit (KHATT_DIRECTION_LTR, 0, 300, khatt_date_first (&day),
                                      khatt_date_last (&day));
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattOverviewBins) bins = NULL;
  guint32 n_ochre = 0;

  event->kind = KHATT_KIND_CALL;
  event->date = day;
  event->color = g_strdup (khatt_hue_get_color (KHATT_HUE_OCHRE));
  khatt_timeline_add (timeline, event);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  bins = khatt_overview_bins_new (snapshot, &scale, 7, 4, NULL);
  for (guint bin = 0; bin < bins->n_bins; bin++)
    {
      n_ochre += bins->counts[bin][KHATT_KIND_MESSAGE];
      g_assert_cmpuint (bins->counts[bin][KHATT_KIND_CALL], ==, 0);
    }
  g_assert_cmpuint (n_ochre, ==, 1);
}

/* Blocks that have no room above each other stand side by side, within their day. */
static void
test_spill (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  KhattDate day = khatt_date_from_day (2025, 8, 8);
  KhattScale scale =
      khatt_scale_fit (KHATT_DIRECTION_LTR, 0, 300, khatt_date_first (&day) - KHATT_SECONDS_PER_DAY,
                       khatt_date_last (&day) + KHATT_SECONDS_PER_DAY);

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      FixtureEvent event = { id, KHATT_KIND_CALL, "2025-08-08", "Call", "A", "B" };

      fixture_add (timeline, &event);
    }

  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattOverviewBins) bins = khatt_overview_bins_new (snapshot, &scale, 7, 4, NULL);
  g_assert_cmpuint (bins->highest, ==, 4);
  g_assert_cmpuint (bins->capacity, ==, 4);
  for (guint bin = 0; bin < bins->n_bins; bin++)
    if (bins->sums[bin] > 0)
      {
        g_assert_cmpuint (bin, >=, 100 / 7);
        g_assert_cmpuint (bin, <=, 200 / 7);
      }

  /* A day of a few pixels has no room: every event is counted where it is, for a ribbon. */
  KhattScale narrow = khatt_scale_fit (KHATT_DIRECTION_LTR, 0, 300,
                                       khatt_date_first (&day) - 100.0 * KHATT_SECONDS_PER_DAY,
                                       khatt_date_last (&day) + 100.0 * KHATT_SECONDS_PER_DAY);
  g_autoptr (KhattOverviewBins) ribbon = khatt_overview_bins_new (snapshot, &narrow, 7, 4, NULL);
  g_assert_cmpuint (ribbon->highest, ==, 10);
  g_assert_cmpuint (ribbon->capacity, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (KhattTimeline) timeline = fixture_make_timeline (KHATT_DIRECTION_LTR);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  KhattScale scale = khatt_scale_fit (KHATT_DIRECTION_LTR, 0, 300, 0, 1e9);

  g_cancellable_cancel (cancellable);
  g_assert_null (khatt_overview_bins_new (snapshot, &scale, 7, 4, cancellable));
}

static void
test_follows_document (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattOverview) overview = open_overview (fixture);
  FixtureEvent event = { "late", KHATT_KIND_OFFER, "2026-01-01", "Offer", "Putin", "Trump" };
  double before = khatt_scale_latest (&overview->scale);

  fixture_add (fixture->timeline, &event);
  khatt_overview_ensure_bins (overview);
  g_assert_cmpfloat (khatt_scale_latest (&overview->scale), >, before);
}

static void
test_draws (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattOverview) overview = open_overview (fixture);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds;

  khatt_overview_snapshot (GTK_WIDGET (overview), snapshot);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.size.width, >=, STRIP_WIDTH);

  /* Moving the window leaves the ink of events and dates alone. */
  GskRenderNode *strip = overview->strip;
  GskRenderNode *dates = overview->dates;
  khatt_timeline_view_set_span (fixture->view, 1754500000, 1754600000);
  fixture_settle (fixture);
  g_assert_true (overview->strip == strip);
  g_assert_true (overview->dates == dates);
}

static void
test_without_view (void)
{
  KhattOverview *overview = g_object_ref_sink (KHATT_OVERVIEW (khatt_overview_new ()));
  double from = 0;
  double to = 0;

  g_assert_false (khatt_overview_get_window (overview, &from, &to));
  khatt_overview_ensure_bins (overview);
  g_assert_null (overview->bins);
  g_assert_cmpint (khatt_overview_pick (overview, 10), ==, KHATT_OVERVIEW_OUTSIDE);
  g_assert_finalize_object (overview);
}

static void
add (const char *name, gpointer direction, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/overview/", name, direction != NULL ? "-rtl" : "", NULL);

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

      add ("the-window-can-be-taken-hold-of", direction, test_window_can_be_held);
      add ("drag-inside-pans", direction, test_drag_pans);
      add ("handles-resize", direction, test_handles_resize);
      add ("press-outside-centres", direction, test_press_outside_centres);
    }
  add ("counts-by-kind", ltr, test_counts);
  add ("follows-the-document", ltr, test_follows_document);
  add ("draws-and-keeps-its-ink", ltr, test_draws);
  g_test_add_func ("/overview/full-columns-spill-within-the-day", test_spill);
  g_test_add_func ("/overview/hues", test_hues);
  g_test_add_func ("/overview/counting-can-be-given-up", test_cancelled);
  g_test_add_func ("/overview/without-a-view-it-is-empty", test_without_view);
  return g_test_run ();
}
