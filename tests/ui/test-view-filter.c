/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const KhattFilter xi_and_putin = {
  .actors = NAMES ("Xi Jinping", "Putin"),
  .needs_all_actors = TRUE,
};

static guint
count_events (Fixture *fixture)
{
  return khatt_arrangement_get_n_events (khatt_timeline_view_get_arrangement (fixture->view));
}

static void
count_cb (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_narrows (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;
  gint64 first, last, first_after, last_after;

  g_signal_connect_swapped (fixture->view, "notify::filter", G_CALLBACK (count_cb), &n_notified);
  g_assert_true (khatt_filter_is_empty (khatt_timeline_view_get_filter (fixture->view)));
  g_assert_cmpuint (count_events (fixture), ==, G_N_ELEMENTS (fixture_events));
  khatt_timeline_view_get_visible_span (fixture->view, &first, &last);

  khatt_timeline_view_set_filter (fixture->view, &xi_and_putin);
  fixture_settle (fixture);
  g_assert_cmpuint (count_events (fixture), ==, 2);
  g_assert_cmpuint (
      khatt_arrangement_get_n_lanes (khatt_timeline_view_get_arrangement (fixture->view)), ==, 2);
  g_assert_true (
      khatt_filter_equal (khatt_timeline_view_get_filter (fixture->view), &xi_and_putin));
  khatt_timeline_view_get_visible_span (fixture->view, &first_after, &last_after);
  g_assert_cmpint (first_after, ==, first);
  g_assert_cmpint (last_after, ==, last);
  g_assert_cmpuint (n_notified, ==, 1);

  /* The same again is nothing new, even where it is the view's own. */
  khatt_timeline_view_set_filter (fixture->view, khatt_timeline_view_get_filter (fixture->view));
  g_assert_cmpuint (n_notified, ==, 1);

  khatt_timeline_view_set_filter (fixture->view, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpuint (count_events (fixture), ==, G_N_ELEMENTS (fixture_events));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  guint32 xi = fixture_find (fixture, "xi");

  khatt_timeline_view_set_selected_slot (fixture->view, xi);
  khatt_timeline_view_set_filter (fixture->view, &xi_and_putin);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, xi);
  khatt_timeline_view_set_filter (fixture->view,
                                  &(KhattFilter){ .kinds = 1 << KHATT_KIND_MEETING });
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
}

/* Keys pass over what is not shown. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *expected;
  } steps[] = {
    { "view.first", "xi" },    { "view.next", "visit" },  { "view.next", "visit" },
    { "view.previous", "xi" }, { "view.previous", "xi" }, { "view.last", "visit" },
  };

  khatt_timeline_view_set_filter (fixture->view, &xi_and_putin);
  fixture_settle (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      fixture_act (fixture, steps[i].action);
      g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                        fixture_find (fixture, steps[i].expected));
    }
}

static void
test_another_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattTimeline) other = fixture_make_timeline (KHATT_DIRECTION_LTR);

  khatt_timeline_view_set_filter (fixture->view, &xi_and_putin);
  khatt_timeline_view_set_timeline (fixture->view, other);
  g_assert_true (khatt_filter_is_empty (khatt_timeline_view_get_filter (fixture->view)));
  g_assert_cmpuint (count_events (fixture), ==, G_N_ELEMENTS (fixture_events));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add ("/view-filter/narrows", Fixture, NULL, fixture_set_up, test_narrows,
              fixture_tear_down);
  g_test_add ("/view-filter/selection", Fixture, NULL, fixture_set_up, test_selection,
              fixture_tear_down);
  g_test_add ("/view-filter/keys", Fixture, NULL, fixture_set_up, test_keys, fixture_tear_down);
  g_test_add ("/view-filter/another-document", Fixture, NULL, fixture_set_up, test_another_document,
              fixture_tear_down);
  return g_test_run ();
}
