/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two events beside each other: how they are chosen, what is said of them, and that both fit. */

#include "view-fixture.h"

#include "khatt-timeline-view-private.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
assert_gap (Fixture *fixture, const char *expected)
{
  g_autofree char *gap = khatt_timeline_view_dup_gap (fixture->view);

  g_assert_cmpstr (gap, ==, expected);
}

static gboolean
has_dimension (Fixture *fixture)
{
  fixture_settle (fixture);
  return fixture->view->dimension != NULL;
}

static void
choose (Fixture *fixture, const char *id)
{
  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, id));
}

static void
assert_pair (Fixture *fixture, const char *selected, const char *compared)
{
  guint32 compared_slot = compared != NULL ? fixture_find (fixture, compared) : KHATT_SLOT_NONE;

  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, selected));
  g_assert_cmpuint (khatt_timeline_view_get_compared_slot (fixture->view), ==, compared_slot);
}

/* Mark one, walk to another. */
static void
test_keyboard (Fixture *fixture, gconstpointer direction)
{
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->view, "notify::compared-slot", G_CALLBACK (count_cb),
                            &n_notified);
  fixture_act (fixture, "view.compare");
  g_assert_cmpuint (khatt_timeline_view_get_compared_slot (fixture->view), ==, KHATT_SLOT_NONE);
  choose (fixture, "talks");
  g_assert_true (fixture_act (fixture, "view.compare"));
  assert_pair (fixture, "talks", "talks");
  assert_gap (fixture, NULL);
  g_assert_false (has_dimension (fixture));

  g_assert_true (fixture_act (fixture, "view.next"));
  assert_pair (fixture, "xi", "talks");
  assert_gap (fixture, "2 days");
  g_assert_true (has_dimension (fixture));
  g_assert_true (fixture_act (fixture, "view.last"));
  assert_gap (fixture, "6 days");
  g_assert_true (fixture_act (fixture, "view.first"));
  g_assert_true (fixture_act (fixture, "view.compare"));
  assert_pair (fixture, "talks", NULL);
  g_assert_false (has_dimension (fixture));
  g_assert_cmpuint (n_notified, ==, 2);
}

/* What Ctrl and a press do. */
static void
test_pointer (Fixture *fixture, gconstpointer direction)
{
  guint32 xi = fixture_find (fixture, "xi"), visit = fixture_find (fixture, "visit");

  khatt_timeline_view_compare_with (fixture->view, xi);
  assert_pair (fixture, "xi", NULL);
  khatt_timeline_view_compare_with (fixture->view, visit);
  assert_pair (fixture, "visit", "xi");
  assert_gap (fixture, "4 days");
  khatt_timeline_view_compare_with (fixture->view, fixture_find (fixture, "tokayev"));
  assert_pair (fixture, "tokayev", "xi");
  assert_gap (fixture, "the same day");
  khatt_timeline_view_compare_with (fixture->view, xi);
  assert_pair (fixture, "tokayev", NULL);
  khatt_timeline_view_compare_with (fixture->view, fixture_find (fixture, "tokayev"));
  assert_pair (fixture, "tokayev", "tokayev");
}

static gboolean
press_escape (Fixture *fixture)
{
  gpointer keys =
      fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Escape, 9, 0, &is_handled);
  return is_handled;
}

/* First the comparison goes, then the selection. */
static void
test_escape (Fixture *fixture, gconstpointer direction)
{
  khatt_timeline_view_compare_with (fixture->view, fixture_find (fixture, "xi"));
  khatt_timeline_view_compare_with (fixture->view, fixture_find (fixture, "visit"));
  g_assert_true (press_escape (fixture));
  assert_pair (fixture, "visit", NULL);
  g_assert_true (press_escape (fixture));
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
  g_assert_false (press_escape (fixture));
}

static void
test_what_a_screen_reader_says (Fixture *fixture, gconstpointer direction)
{
  guint32 talks = fixture_find (fixture, "talks"), visit = fixture_find (fixture, "visit");
  g_autofree char *of_marked = NULL;
  g_autofree char *of_selected = NULL;
  g_autofree char *of_another = NULL;

  khatt_timeline_view_compare_with (fixture->view, talks);
  khatt_timeline_view_compare_with (fixture->view, visit);
  of_marked = khatt_timeline_view_describe_comparison (fixture->view, talks);
  of_selected = khatt_timeline_view_describe_comparison (fixture->view, visit);
  of_another =
      khatt_timeline_view_describe_comparison (fixture->view, fixture_find (fixture, "xi"));
  g_assert_cmpstr (of_marked, ==, "marked for comparison");
  g_assert_nonnull (strstr (of_selected, "Talks"));
  g_assert_true (g_str_has_suffix (of_selected, "6 days"));
  g_assert_null (of_another);
  fixture_settle (fixture);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (khatt_timeline_view_find_mark_widget (fixture->view, talks)),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Lane of Witkoff, 1 of 5; marked for comparison");
}

/* In time: where lanes are high, not all of them fit. */
static void
assert_in_plot (Fixture *fixture, const char *id, gboolean is_inside)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (fixture->view);
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (fixture->view->arrangement);
  const KhattDate *date = &khatt_snapshot_get_record (snapshot, fixture_find (fixture, id))->date;
  KhattRect plot = khatt_layout_get_plot (layout);
  double first = khatt_scale_x (fixture_get_scale (fixture), khatt_date_first (date));
  double last = khatt_scale_x (fixture_get_scale (fixture), khatt_date_last (date));

  g_assert_cmpint (MIN (first, last) >= plot.x && MAX (first, last) <= plot.x + plot.width, ==,
                   is_inside);
}

/* One fills the view; two are both in it, and what is before them is not. */
static void
test_fit (Fixture *fixture, gconstpointer direction)
{
  choose (fixture, "visit");
  g_assert_true (fixture_act (fixture, "view.fit-selection"));
  assert_in_plot (fixture, "visit", TRUE);
  g_assert_true (fixture_act (fixture, "view.fit-all"));
  assert_in_plot (fixture, "talks", TRUE);
  khatt_timeline_view_compare_with (fixture->view, fixture_find (fixture, "orban"));
  assert_pair (fixture, "orban", "visit");
  g_assert_true (fixture_act (fixture, "view.fit-selection"));
  assert_in_plot (fixture, "orban", TRUE);
  assert_in_plot (fixture, "visit", TRUE);
  assert_in_plot (fixture, "talks", FALSE);
  /* Of the two it is the selected one whose lanes are shown. */
  g_assert_nonnull (khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view),
                                            fixture_find (fixture, "orban")));
  g_assert_true (fixture_act (fixture, "view.fit-all"));
  assert_in_plot (fixture, "talks", TRUE);
  assert_in_plot (fixture, "visit", TRUE);
}

/* What is deleted or filtered out is compared no more. */
static void
test_gone (Fixture *fixture, gconstpointer direction)
{
  const char *const actors[] = { "Orban", NULL };

  khatt_timeline_view_compare_with (fixture->view, fixture_find (fixture, "xi"));
  khatt_timeline_view_compare_with (fixture->view, fixture_find (fixture, "orban"));
  khatt_timeline_remove (fixture->timeline, fixture_find (fixture, "xi"));
  assert_pair (fixture, "orban", NULL);
  khatt_timeline_undo (fixture->timeline);
  khatt_timeline_view_compare_with (fixture->view, fixture_find (fixture, "visit"));
  assert_pair (fixture, "visit", "orban");
  khatt_timeline_view_set_filter (fixture->view, &(KhattFilter){ .actors = actors });
  g_assert_cmpuint (khatt_timeline_view_get_compared_slot (fixture->view), ==,
                    fixture_find (fixture, "orban"));
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
  assert_gap (fixture, NULL);
}

static void
add (const char *name, gconstpointer direction, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf (
      "/view-compare/%s/%s", name,
      GPOINTER_TO_UINT (direction) == KHATT_DIRECTION_RTL ? "right-to-left" : "left-to-right");

  g_test_add (path, Fixture, direction, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  for (KhattDirection direction = KHATT_DIRECTION_LTR; direction <= KHATT_DIRECTION_RTL;
       direction++)
    {
      gconstpointer data = GUINT_TO_POINTER (direction);

      add ("keyboard", data, test_keyboard);
      add ("pointer", data, test_pointer);
      add ("escape", data, test_escape);
      add ("what-a-screen-reader-says", data, test_what_a_screen_reader_says);
      add ("fit", data, test_fit);
      add ("gone", data, test_gone);
    }
  return g_test_run ();
}
