/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the view gives GTK to draw: the right picture, and no more of it anew than has changed. */

#include "view-fixture.h"

#include "khatt-timeline-view-private.h"

#include <string.h>

static void
test_hover_repaints_only_itself (Fixture *fixture, gconstpointer direction)
{
  gpointer motion =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  const KhattLayout *layout = khatt_timeline_view_get_layout (fixture->view);
  const KhattMarkBox *box = khatt_layout_find_mark (layout, fixture_find (fixture, "orban"));
  g_autoptr (GskRenderNode) scene = gsk_render_node_ref (fixture->view->scene);
  graphene_rect_t bounds;

  g_assert_null (fixture->view->states[KHATT_STATE_HOVERED]);
  g_signal_emit_by_name (motion, "motion", box->plate.x + 8, box->plate.y + 8);
  fixture_settle (fixture);
  g_assert_cmpuint (khatt_timeline_view_get_hovered_slot (fixture->view), ==,
                    fixture_find (fixture, "orban"));
  g_assert_true (fixture->view->scene == scene);
  g_assert_true (khatt_timeline_view_get_layout (fixture->view) == layout);
  g_assert_nonnull (fixture->view->states[KHATT_STATE_HOVERED]);
  gsk_render_node_get_bounds (fixture->view->states[KHATT_STATE_HOVERED], &bounds);
  g_assert_cmpfloat (bounds.size.height, <, FIXTURE_HEIGHT / 2);

  g_signal_emit_by_name (motion, "leave");
  fixture_settle (fixture);
  g_assert_cmpuint (khatt_timeline_view_get_hovered_slot (fixture->view), ==, KHATT_SLOT_NONE);
  g_assert_true (fixture->view->scene == scene);
  g_assert_null (fixture->view->states[KHATT_STATE_HOVERED]);
}

static guint
count_new_nodes (GPtrArray *before, GPtrArray *now)
{
  guint n_new = 0;

  g_assert_cmpuint (before->len, ==, now->len);
  for (guint i = 0; i < before->len; i++)
    n_new += before->pdata[i] != now->pdata[i];
  return n_new;
}

static gpointer
ref_node (gconstpointer node, gpointer data)
{
  return gsk_render_node_ref ((GskRenderNode *) node);
}

static GPtrArray *
copy_nodes (GPtrArray *nodes)
{
  GPtrArray *copy = g_ptr_array_copy (nodes, ref_node, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) gsk_render_node_unref);
  return copy;
}

/* The lanes of the event that was selected before, and of the one that is now. */
static void
test_selection_repaints_only_its_lanes (Fixture *fixture, gconstpointer direction)
{
  KhattTimelineView *view = fixture->view;
  const KhattLayout *layout = khatt_timeline_view_get_layout (view);
  g_autoptr (GskRenderNode) axis = gsk_render_node_ref (view->axis);
  g_autoptr (GPtrArray) plots = copy_nodes (view->plot_rows);
  g_autoptr (GPtrArray) headers = copy_nodes (view->header_rows);

  khatt_timeline_view_set_selected_slot (view, fixture_find (fixture, "orban"));
  fixture_settle (fixture);
  g_assert_true (khatt_timeline_view_get_layout (view) == layout);
  g_assert_nonnull (view->states[KHATT_STATE_SELECTED]);
  g_assert_true (view->axis == axis);
  g_assert_cmpuint (count_new_nodes (plots, view->plot_rows), ==, 1);
  g_assert_cmpuint (count_new_nodes (headers, view->header_rows), ==, 1);

  khatt_timeline_view_set_selected_slot (view, fixture_find (fixture, "talks"));
  fixture_settle (fixture);
  g_assert_true (view->axis == axis);
  g_assert_cmpuint (count_new_nodes (plots, view->plot_rows), ==, 3);
  g_assert_cmpuint (count_new_nodes (headers, view->header_rows), ==, 3);
}

/* Assistive technology hears of it, and nothing is given another size. */
static void
test_selection_asks_for_no_sizes (Fixture *fixture, gconstpointer direction)
{
  KhattTimelineView *view = fixture->view;
  guint32 orban = fixture_find (fixture, "orban");
  guint32 talks = fixture_find (fixture, "talks");
  GtkAccessible *first = GTK_ACCESSIBLE (khatt_timeline_view_find_mark_widget (view, orban));
  GtkAccessible *second = GTK_ACCESSIBLE (khatt_timeline_view_find_mark_widget (view, talks));

  khatt_timeline_view_set_selected_slot (view, orban);
  g_assert_true (view->are_marks_synced);
  fixture_settle (fixture);
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  khatt_timeline_view_set_selected_slot (view, KHATT_SLOT_NONE);
  khatt_timeline_view_set_selected_slot (view, talks);
  g_assert_true (view->are_marks_synced);
  fixture_settle (fixture);
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

/* What GTK gets is the picture painted anew, whatever happened before. */
static void
assert_shows_picture (Fixture *fixture)
{
  KhattTimelineView *view = fixture->view;
  cairo_surface_t *expected =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, FIXTURE_WIDTH, FIXTURE_HEIGHT);
  cairo_surface_t *found =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, FIXTURE_WIDTH, FIXTURE_HEIGHT);
  cairo_t *cr = cairo_create (expected);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, view->shaper);

  khatt_timeline_view_get_layout (view);
  khatt_timeline_view_ensure_scene (view);
  khatt_painter_paint (view->layout, view->palette, ink);
  cairo_destroy (cr);
  cr = cairo_create (found);
  gsk_render_node_draw (view->scene, cr);
  cairo_destroy (cr);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (expected),
                           cairo_image_surface_get_data (found),
                           (gsize) cairo_image_surface_get_stride (found) * FIXTURE_HEIGHT),
                   ==, 0);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (found);
}

static void
test_shows_picture (Fixture *fixture, gconstpointer direction)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  guint n_moved = 0;

  assert_shows_picture (fixture);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GPtrArray) headers = copy_nodes (fixture->view->header_rows);

      khatt_timeline_view_pan_by (fixture->view, i % 3 == 0 ? -31 : 13, 0);
      if (i % 4 == 3)
        khatt_timeline_view_set_selected_slot (fixture->view,
                                               fixture_find (fixture, fixture_events[i % 5].id));
      if (i == 12)
        khatt_timeline_view_zoom_at (fixture->view, FIXTURE_WIDTH / 3, 1.3, FALSE);
      if (i == 20)
        adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
      if (i % 6 == 5)
        fixture_settle (fixture);
      assert_shows_picture (fixture);
      n_moved += count_new_nodes (headers, fixture->view->header_rows) == 0;
    }
  g_assert_cmpuint (n_moved, >, 15);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
zoom_far_out (Fixture *fixture)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  khatt_timeline_view_zoom_at (fixture->view, FIXTURE_WIDTH / 2, 1e-3, FALSE);
  khatt_timeline_view_snapshot (GTK_WIDGET (fixture->view), snapshot);
}

/* What rows show at another level fades in; when that is over, nothing goes on. */
static void
test_levels_fade (Fixture *fixture, gconstpointer direction)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->view));

  zoom_far_out (fixture);
  g_assert_null (fixture->view->fade.before); /* reduced motion */

  khatt_timeline_view_fit_all (fixture->view);
  fixture_settle (fixture);
  fixture_set_animations (TRUE);
  zoom_far_out (fixture);
  g_assert_nonnull (fixture->view->fade.before);
  g_assert_cmpuint (fixture->view->fade.rows->len, >, 0);
  while (fixture->view->fade.before != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle (fixture);

  gint64 counter = gdk_frame_clock_get_frame_counter (clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->view->fade.tick_id, ==, 0);
  g_assert_cmpuint (fixture->view->tick_id, ==, 0);
  g_assert_cmpint (gdk_frame_clock_get_frame_counter (clock), ==, counter);
}

/* The focus shows from the first key to the next press of the pointer. */
static void
add (const char *name, gpointer direction, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/view-scene/", name, direction != NULL ? "-rtl" : "", NULL);

  g_test_add (path, Fixture, direction, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  gpointer ltr = GUINT_TO_POINTER (KHATT_DIRECTION_LTR);
  gpointer rtl = GUINT_TO_POINTER (KHATT_DIRECTION_RTL);

  fixture_init (&argc, &argv);
  add ("shows-the-picture", ltr, test_shows_picture);
  add ("shows-the-picture", rtl, test_shows_picture);
  add ("hover-repaints-only-itself", ltr, test_hover_repaints_only_itself);
  add ("selection-repaints-only-its-lanes", ltr, test_selection_repaints_only_its_lanes);
  add ("selection-asks-for-no-sizes", ltr, test_selection_asks_for_no_sizes);
  add ("levels-fade-and-come-to-rest", ltr, test_levels_fade);
  return g_test_run ();
}
