/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-view-history.h"

static KhattViewPlace
make_place (double first)
{
  return (KhattViewPlace){ first, first + 10, first / 2 };
}

static void
assert_step (KhattViewHistory *history, int step, double here, double there)
{
  KhattViewPlace from = make_place (here);
  KhattViewPlace to = { 0 };

  g_assert_true (khatt_view_history_step (history, step, &from, &to));
  g_assert_cmpfloat (to.first, ==, there);
  g_assert_cmpfloat (to.last, ==, there + 10);
  g_assert_cmpfloat (to.scroll_y, ==, there / 2);
}

static void
leave (KhattViewHistory *history, double here)
{
  KhattViewPlace place = make_place (here);

  khatt_view_history_leave (history, &place);
}

static void
test_empty (void)
{
  g_autoptr (KhattViewHistory) history = khatt_view_history_new ();
  KhattViewPlace here = make_place (1);
  KhattViewPlace there = make_place (2);

  g_assert_false (khatt_view_history_can_step (history, -1));
  g_assert_false (khatt_view_history_can_step (history, 1));
  g_assert_false (khatt_view_history_step (history, -1, &here, &there));
  g_assert_cmpfloat (there.first, ==, 2);
}

static void
test_back_and_forward (void)
{
  g_autoptr (KhattViewHistory) history = khatt_view_history_new ();

  leave (history, 1);
  leave (history, 2);
  assert_step (history, -1, 3, 2);
  assert_step (history, -1, 2, 1);
  g_assert_false (khatt_view_history_can_step (history, -1));
  assert_step (history, 1, 1, 2);
  assert_step (history, 1, 2, 3);
  g_assert_false (khatt_view_history_can_step (history, 1));
}

static void
test_small_moves_are_kept (void)
{
  g_autoptr (KhattViewHistory) history = khatt_view_history_new ();

  leave (history, 1);
  assert_step (history, -1, 22, 1);
  /* The person dragged the view from 1 to 5 before going forward. */
  assert_step (history, 1, 5, 22);
  assert_step (history, -1, 22, 5);
}

static void
test_jump_forgets_forward (void)
{
  g_autoptr (KhattViewHistory) history = khatt_view_history_new ();

  leave (history, 1);
  leave (history, 2);
  assert_step (history, -1, 3, 2);
  leave (history, 2);
  g_assert_false (khatt_view_history_can_step (history, 1));
  assert_step (history, -1, 4, 2);
  assert_step (history, -1, 2, 1);
}

static void
test_bound (void)
{
  g_autoptr (KhattViewHistory) history = khatt_view_history_new ();
  guint n_steps = 0;

  for (guint i = 0; i < 500; i++)
    leave (history, i);
  for (KhattViewPlace here = make_place (500), there;
       khatt_view_history_step (history, -1, &here, &there); here = there)
    n_steps++;
  g_assert_cmpuint (n_steps, ==, 99);
}

static void
test_clear (void)
{
  g_autoptr (KhattViewHistory) history = khatt_view_history_new ();

  leave (history, 1);
  leave (history, 2);
  khatt_view_history_clear (history);
  g_assert_false (khatt_view_history_can_step (history, -1));
  g_assert_false (khatt_view_history_can_step (history, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-history/an-empty-one-goes-nowhere", test_empty);
  g_test_add_func ("/view-history/goes-back-and-forward", test_back_and_forward);
  g_test_add_func ("/view-history/keeps-where-it-was-dragged-to", test_small_moves_are_kept);
  g_test_add_func ("/view-history/a-jump-forgets-what-lay-forward", test_jump_forgets_forward);
  g_test_add_func ("/view-history/holds-a-hundred-places", test_bound);
  g_test_add_func ("/view-history/clear-forgets-all", test_clear);
  return g_test_run ();
}
