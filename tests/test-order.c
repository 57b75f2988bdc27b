/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The order: a permutation in leaves, against a plain array. */

#include "khatt-order.h"

#include <string.h>

static int
compare_numbers (guint32 a, guint32 b, gconstpointer data)
{
  return (a > b) - (a < b);
}

static void
assert_same (const KhattOrder *order, const GArray *plain)
{
  g_assert_cmpuint (order->n, ==, plain->len);
  for (guint i = 0; i < plain->len; i++)
    g_assert_cmpuint (khatt_order_get (order, i), ==, g_array_index (plain, guint32, i));
}

static void
test_random_edits_match_a_plain_array (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (guint32));
  KhattOrder order;

  khatt_order_init (&order);
  for (guint i = 0; i < 30000; i++)
    {
      gboolean shrinks = g_rand_int_range (random, 0, 4) == 0;

      if (shrinks && plain->len > 0)
        {
          guint32 position = (guint32) g_rand_int_range (random, 0, (gint32) plain->len);

          khatt_order_remove (&order, position);
          g_array_remove_index (plain, position);
          continue;
        }
      guint32 position = (guint32) g_rand_int_range (random, 0, (gint32) plain->len + 1);

      khatt_order_insert (&order, position, i);
      g_array_insert_val (plain, position, i);
    }
  assert_same (&order, plain);
  khatt_order_clear (&order);
}

static void
test_a_copy_does_not_see_later_edits (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint32));
  KhattOrder order;
  KhattOrder copy;

  for (guint32 i = 0; i < 10000; i++)
    g_array_append_val (before, i);
  khatt_order_init (&order);
  khatt_order_set (&order, (const guint32 *) before->data, before->len);
  khatt_order_copy (&order, &copy);
  khatt_order_insert (&order, 5000, 12345);
  khatt_order_remove (&order, 0);
  khatt_order_remove (&order, 9000);
  assert_same (&copy, before);
  g_assert_cmpuint (order.n, ==, 9999);
  khatt_order_clear (&order);
  khatt_order_clear (&copy);
}

static void
test_find_gives_the_place_of_any_slot (void)
{
  g_autoptr (GArray) even = g_array_new (FALSE, FALSE, sizeof (guint32));
  KhattOrder order;

  for (guint32 i = 0; i < 20000; i += 2)
    g_array_append_val (even, i);
  khatt_order_init (&order);
  g_assert_cmpuint (khatt_order_find (&order, 3, compare_numbers, NULL), ==, 0);
  khatt_order_set (&order, (const guint32 *) even->data, even->len);
  for (guint32 i = 0; i < 20000; i++)
    g_assert_cmpuint (khatt_order_find (&order, i, compare_numbers, NULL), ==, (i + 1) / 2);
  khatt_order_clear (&order);
}

static void
test_the_last_one_out_leaves_it_empty_and_usable (void)
{
  KhattOrder order;

  khatt_order_init (&order);
  khatt_order_insert (&order, 0, 9);
  khatt_order_remove (&order, 0);
  g_assert_cmpuint (order.n, ==, 0);
  khatt_order_insert (&order, 0, 4);
  g_assert_cmpuint (khatt_order_get (&order, 0), ==, 4);
  khatt_order_clear (&order);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/random-edits-match-a-plain-array",
                   test_random_edits_match_a_plain_array);
  g_test_add_func ("/order/a-copy-does-not-see-later-edits", test_a_copy_does_not_see_later_edits);
  g_test_add_func ("/order/find-gives-the-place-of-any-slot",
                   test_find_gives_the_place_of_any_slot);
  g_test_add_func ("/order/the-last-one-out-leaves-it-empty-and-usable",
                   test_the_last_one_out_leaves_it_empty_and_usable);
  return g_test_run ();
}
