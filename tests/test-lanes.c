/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-lanes.h"

#define MAX_LANES 8
#define N_RANDOM_GRAPHS 200
/* How far from the best order a heuristic may be on a small graph. */
#define MOST_EXCESS 1.05
#define MANY_LANES 100
#define N_RANDOM_ORDERS 50
/* Of the mean length in random orders. */
#define MOST_OF_CHANCE 0.45

static GArray *
make_meetings (const KhattMeeting *meetings, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (KhattMeeting));

  g_array_append_vals (array, meetings, n);

  return array;
}

static guint32 *
order_evenly (guint n_lanes, GArray *meetings)
{
  g_autofree guint32 *weights = g_new (guint32, n_lanes + 1);

  for (guint i = 0; i < n_lanes; i++)
    weights[i] = 1;

  return khatt_lanes_order (n_lanes, weights, meetings, NULL);
}

static guint
find_place (const guint32 *order, guint n_lanes, guint32 lane)
{
  for (guint i = 0; i < n_lanes; i++)
    if (order[i] == lane)
      return i;

  g_assert_not_reached ();
}

static void
assert_permutation (const guint32 *order, guint n_lanes)
{
  for (guint lane = 0; lane < n_lanes; lane++)
    g_assert_cmpuint (find_place (order, n_lanes, lane), <, n_lanes);
}

/* Everybody calls one: that one stands in the middle. */
static void
test_star (void)
{
  const KhattMeeting star[] = { { 0, 1, 1 }, { 0, 2, 1 }, { 0, 3, 1 },
                                { 0, 4, 1 }, { 0, 5, 1 }, { 0, 6, 1 } };
  g_autoptr (GArray) meetings = make_meetings (star, G_N_ELEMENTS (star));
  g_autofree guint32 *order = order_evenly (7, meetings);

  assert_permutation (order, 7);
  g_assert_cmpuint (find_place (order, 7, 0), ==, 3);
}

static void
test_chain (void)
{
  const KhattMeeting chain[] = { { 4, 2, 1 }, { 2, 0, 1 }, { 0, 3, 1 }, { 3, 1, 1 } };
  g_autoptr (GArray) meetings = make_meetings (chain, G_N_ELEMENTS (chain));
  g_autofree guint32 *order = order_evenly (5, meetings);

  g_assert_cmpuint (khatt_lanes_cost (5, order, meetings), ==, 4);
  g_assert_cmpuint (order[0], ==, 1);
  g_assert_cmpuint (order[4], ==, 4);
}

static void
test_groups_stay_together (void)
{
  const KhattMeeting pairs[] = { { 0, 4, 1 }, { 1, 5, 1 }, { 2, 3, 1 } };
  const guint32 weights[] = { 1, 9, 3, 3, 1, 9, 100 };
  g_autoptr (GArray) meetings = make_meetings (pairs, G_N_ELEMENTS (pairs));
  g_autofree guint32 *order = khatt_lanes_order (7, weights, meetings, NULL);
  const guint32 wanted[] = { 1, 5, 2, 3, 0, 4, 6 };

  /* The busiest group first; whoever meets nobody last, however busy. */
  g_assert_cmpmem (order, sizeof wanted, wanted, sizeof wanted);
}

static void
test_no_meetings (void)
{
  g_autoptr (GArray) meetings = make_meetings (NULL, 0);
  g_autofree guint32 *order = order_evenly (4, meetings);
  const guint32 wanted[] = { 0, 1, 2, 3 };

  g_assert_cmpmem (order, sizeof wanted, wanted, sizeof wanted);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) meetings = make_meetings (NULL, 0);
  g_autofree guint32 *order = order_evenly (0, meetings);

  g_assert_nonnull (order);
}

static void
test_equal_pairs_are_united (void)
{
  const KhattMeeting twice[] = { { 0, 1, 1 }, { 1, 0, 2 }, { 1, 1, 5 } };
  g_autoptr (GArray) meetings = make_meetings (twice, G_N_ELEMENTS (twice));
  g_autofree guint32 *order = order_evenly (2, meetings);

  g_assert_nonnull (order);
  g_assert_cmpuint (meetings->len, ==, 1);
  g_assert_cmpuint (g_array_index (meetings, KhattMeeting, 0).weight, ==, 3);
}

static void
test_heavy_pairs_are_neighbours (void)
{
  const KhattMeeting heavy[] = { { 0, 1, 1 }, { 1, 2, 1 }, { 2, 3, 1 }, { 3, 4, 1 }, { 0, 4, 50 } };
  g_autoptr (GArray) meetings = make_meetings (heavy, G_N_ELEMENTS (heavy));
  g_autofree guint32 *order = order_evenly (5, meetings);

  g_assert_cmpint (ABS ((int) find_place (order, 5, 0) - (int) find_place (order, 5, 4)), ==, 1);
}

/* The least cost of all orders, by Heap's permutations. */
static guint64
find_least_cost (guint n_lanes, const GArray *meetings)
{
  guint32 order[MAX_LANES];
  guint counters[MAX_LANES] = { 0 };
  guint64 least;
  guint i = 1;

  for (guint lane = 0; lane < n_lanes; lane++)
    order[lane] = lane;
  least = khatt_lanes_cost (n_lanes, order, meetings);
  while (i < n_lanes)
    {
      guint other = i % 2 == 0 ? 0 : counters[i];
      guint32 lane = order[i];

      if (counters[i] >= i)
        {
          counters[i++] = 0;
          continue;
        }
      order[i] = order[other];
      order[other] = lane;
      least = MIN (least, khatt_lanes_cost (n_lanes, order, meetings));
      counters[i]++;
      i = 1;
    }

  return least;
}

static void
test_near_the_best (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250808);
  guint64 sum = 0;
  guint64 best = 0;

  for (guint i = 0; i < N_RANDOM_GRAPHS; i++)
    {
      g_autoptr (GArray) meetings = make_meetings (NULL, 0);
      g_autofree guint32 *order = NULL;
      guint n_lanes = 7;

      for (guint j = 0; j < 10; j++)
        {
          KhattMeeting meeting = { g_rand_int_range (random, 0, n_lanes),
                                   g_rand_int_range (random, 0, n_lanes),
                                   g_rand_int_range (random, 1, 6) };

          g_array_append_val (meetings, meeting);
        }
      order = order_evenly (n_lanes, meetings);
      assert_permutation (order, n_lanes);
      sum += khatt_lanes_cost (n_lanes, order, meetings);
      best += find_least_cost (n_lanes, meetings);
    }

  g_test_message ("cost %" G_GUINT64_FORMAT ", best %" G_GUINT64_FORMAT, sum, best);
  g_assert_cmpuint (sum, <=, best * MOST_EXCESS);
}

static void
shuffle (GRand *random, guint32 *order, guint n_lanes)
{
  for (guint i = n_lanes; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i);
      guint32 lane = order[i - 1];

      order[i - 1] = order[other];
      order[other] = lane;
    }
}

/* As in news: some are met by many, and most by few. */
static void
test_shorter_than_by_chance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GArray) meetings = make_meetings (NULL, 0);
  g_autofree guint32 *order = NULL;
  g_autofree guint32 *by_chance = NULL;
  guint64 mean = 0;
  guint64 cost;

  for (guint i = 0; i < MANY_LANES; i++)
    for (guint j = 0; j < 2; j++)
      {
        double share = g_rand_double (random);
        KhattMeeting meeting = { i, (guint32) (share * share * i), 1 };

        g_array_append_val (meetings, meeting);
      }
  order = order_evenly (MANY_LANES, meetings);
  cost = khatt_lanes_cost (MANY_LANES, order, meetings);
  by_chance = g_memdup2 (order, sizeof (guint32) * MANY_LANES);
  for (guint i = 0; i < N_RANDOM_ORDERS; i++)
    {
      shuffle (random, by_chance, MANY_LANES);
      mean += khatt_lanes_cost (MANY_LANES, by_chance, meetings) / N_RANDOM_ORDERS;
    }

  g_test_message ("cost %" G_GUINT64_FORMAT ", by chance %" G_GUINT64_FORMAT, cost, mean);
  g_assert_cmpuint (cost, <=, mean * MOST_OF_CHANCE);
}

static void
test_is_deterministic (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GArray) meetings = make_meetings (NULL, 0);
  g_autoptr (GArray) shuffled = make_meetings (NULL, 0);
  g_autofree guint32 *first = NULL;
  g_autofree guint32 *second = NULL;

  for (guint i = 0; i < 300; i++)
    {
      KhattMeeting meeting = { g_rand_int_range (random, 0, 100), g_rand_int_range (random, 0, 100),
                               1 };

      g_array_append_val (meetings, meeting);
      g_array_prepend_val (shuffled, meeting);
    }
  first = order_evenly (100, meetings);
  second = order_evenly (100, shuffled);

  g_assert_cmpmem (first, 400, second, 400);
}

static void
test_cancelled (void)
{
  const KhattMeeting pair[] = { { 0, 1, 1 } };
  const guint32 weights[] = { 1, 1 };
  g_autoptr (GArray) meetings = make_meetings (pair, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);

  g_assert_null (khatt_lanes_order (2, weights, meetings, cancellable));
}

/* A chain of a hundred thousand: a walk that recursed would not come back. */
static void
test_long_chain (void)
{
  guint n_lanes = 100000;
  g_autoptr (GArray) meetings = make_meetings (NULL, 0);
  g_autofree guint32 *order = NULL;

  for (guint i = 0; i + 1 < n_lanes; i++)
    {
      KhattMeeting meeting = { i, i + 1, 1 };

      g_array_append_val (meetings, meeting);
    }
  order = order_evenly (n_lanes, meetings);

  g_assert_cmpuint (khatt_lanes_cost (n_lanes, order, meetings), ==, n_lanes - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lanes/star", test_star);
  g_test_add_func ("/lanes/chain", test_chain);
  g_test_add_func ("/lanes/groups-stay-together", test_groups_stay_together);
  g_test_add_func ("/lanes/no-meetings", test_no_meetings);
  g_test_add_func ("/lanes/nothing", test_nothing);
  g_test_add_func ("/lanes/equal-pairs-are-united", test_equal_pairs_are_united);
  g_test_add_func ("/lanes/heavy-pairs-are-neighbours", test_heavy_pairs_are_neighbours);
  g_test_add_func ("/lanes/near-the-best", test_near_the_best);
  g_test_add_func ("/lanes/shorter-than-by-chance", test_shorter_than_by_chance);
  g_test_add_func ("/lanes/is-deterministic", test_is_deterministic);
  g_test_add_func ("/lanes/cancelled", test_cancelled);
  g_test_add_func ("/lanes/long-chain", test_long_chain);

  return g_test_run ();
}
