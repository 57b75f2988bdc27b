/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattOrder: which slot stands at which position. A flat row of leaves, each a short row of slots:
 * one insertion moves at most a leaf and renumbers a few hundred starts, and a copy holds
 * references to the same leaves until one of the two changes them. */

#include "khatt-order.h"

#include <string.h>

#define LEAF_SIZE 4096

typedef struct
{
  gatomicrefcount references;
  guint32 n;
  guint32 slots[LEAF_SIZE];
} Leaf;

static void
leaf_unref (gpointer data)
{
  Leaf *leaf = data;

  if (g_atomic_ref_count_dec (&leaf->references))
    g_free (leaf);
}

static Leaf *
leaf_new (const guint32 *slots, guint32 n)
{
  Leaf *leaf = g_new (Leaf, 1);

  g_atomic_ref_count_init (&leaf->references);
  leaf->n = n;
  memcpy (leaf->slots, slots, n * sizeof *slots);
  return leaf;
}

static const Leaf *
get_leaf (const KhattOrder *order, guint index)
{
  return g_ptr_array_index (order->leaves, index);
}

static Leaf *
edit_leaf (KhattOrder *order, guint index)
{
  Leaf *leaf = g_ptr_array_index (order->leaves, index);
  Leaf *copy;

  if (g_atomic_ref_count_compare (&leaf->references, 1))
    return leaf;

  copy = leaf_new (leaf->slots, leaf->n);
  g_ptr_array_index (order->leaves, index) = copy;
  leaf_unref (leaf);
  return copy;
}

static guint32
leaf_start (const KhattOrder *order, guint index)
{
  return g_array_index (order->starts, guint32, index);
}

/* The last leaf that starts at or before `position`. */
static guint
find_leaf (const KhattOrder *order, guint32 position)
{
  guint low = 0;
  guint high = order->leaves->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (leaf_start (order, middle) <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
renumber_from (KhattOrder *order, guint index)
{
  guint32 start = index > 0 ? leaf_start (order, index - 1) + get_leaf (order, index - 1)->n : 0;

  g_array_set_size (order->starts, order->leaves->len);
  for (guint i = index; i < order->leaves->len; i++)
    {
      g_array_index (order->starts, guint32, i) = start;
      start += get_leaf (order, i)->n;
    }
}

static void
split_leaf (KhattOrder *order, guint index)
{
  Leaf *leaf = edit_leaf (order, index);
  guint32 half = leaf->n / 2;
  Leaf *rest = leaf_new (leaf->slots + half, leaf->n - half);

  leaf->n = half;
  g_ptr_array_insert (order->leaves, (int) index + 1, rest);
}

/**
 * khatt_order_init:
 * @order: (out caller-allocates): set to an empty order; clear with khatt_order_clear()
 */
void
khatt_order_init (KhattOrder *order)
{
  order->leaves = g_ptr_array_new_with_free_func (leaf_unref);
  order->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  order->n = 0;
}

/**
 * khatt_order_copy:
 * @order: an order
 * @copy: (out caller-allocates): set to the same order; clear with khatt_order_clear()
 */
void
khatt_order_copy (const KhattOrder *order, KhattOrder *copy)
{
  khatt_order_init (copy);
  g_ptr_array_set_size (copy->leaves, (int) order->leaves->len);
  for (guint i = 0; i < order->leaves->len; i++)
    {
      Leaf *leaf = g_ptr_array_index (order->leaves, i);

      g_atomic_ref_count_inc (&leaf->references);
      g_ptr_array_index (copy->leaves, i) = leaf;
    }
  if (order->starts->len > 0)
    g_array_append_vals (copy->starts, order->starts->data, order->starts->len);
  copy->n = order->n;
}

/**
 * khatt_order_clear:
 * @order: an order
 *
 * Frees what it holds; it needs khatt_order_init() before another use.
 */
void
khatt_order_clear (KhattOrder *order)
{
  g_clear_pointer (&order->leaves, g_ptr_array_unref);
  g_clear_pointer (&order->starts, g_array_unref);
  order->n = 0;
}

/**
 * khatt_order_set:
 * @order: an order
 * @slots: (array length=n): all slots, in order
 * @n: how many
 *
 * Replaces everything.
 */
void
khatt_order_set (KhattOrder *order, const guint32 *slots, guint32 n)
{
  g_ptr_array_set_size (order->leaves, 0);
  for (guint32 i = 0; i < n; i += LEAF_SIZE)
    g_ptr_array_add (order->leaves, leaf_new (slots + i, MIN (LEAF_SIZE, n - i)));
  order->n = n;
  renumber_from (order, 0);
}

/**
 * khatt_order_get:
 * @order: an order
 * @position: below the number of slots
 *
 * Returns: the slot there
 */
guint32
khatt_order_get (const KhattOrder *order, guint32 position)
{
  guint index = find_leaf (order, position);

  return get_leaf (order, index)->slots[position - leaf_start (order, index)];
}

/**
 * khatt_order_find:
 * @order: an order
 * @slot: a slot, in @order or not
 * @compare: (scope call): says which of two slots comes first
 * @data: for @compare
 *
 * Returns: the position of the first slot that does not come before @slot: its own or where it
 * belongs
 */
guint32
khatt_order_find (const KhattOrder *order,
                  guint32 slot,
                  KhattOrderCompare compare,
                  gconstpointer data)
{
  guint32 low = 0;
  guint32 high = order->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      guint32 other = khatt_order_get (order, middle);

      if (other != slot && compare (other, slot, data) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * khatt_order_insert:
 * @order: an order
 * @position: where, at most the number of slots
 * @slot: what; those from @position on move up by one
 */
void
khatt_order_insert (KhattOrder *order, guint32 position, guint32 slot)
{
  guint index;
  guint32 offset;
  Leaf *leaf;

  if (order->leaves->len == 0)
    {
      khatt_order_set (order, &slot, 1);
      return;
    }

  index = find_leaf (order, position);
  if (get_leaf (order, index)->n == LEAF_SIZE)
    {
      split_leaf (order, index);
      renumber_from (order, index);
      index = find_leaf (order, position);
    }
  leaf = edit_leaf (order, index);
  offset = position - leaf_start (order, index);
  memmove (leaf->slots + offset + 1, leaf->slots + offset, (leaf->n - offset) * sizeof (guint32));
  leaf->slots[offset] = slot;
  leaf->n++;
  order->n++;
  renumber_from (order, index);
}

/**
 * khatt_order_remove:
 * @order: an order
 * @position: below the number of slots; those behind it move down by one
 */
void
khatt_order_remove (KhattOrder *order, guint32 position)
{
  guint index = find_leaf (order, position);
  guint32 offset = position - leaf_start (order, index);
  Leaf *leaf = edit_leaf (order, index);

  leaf->n--;
  memmove (leaf->slots + offset, leaf->slots + offset + 1, (leaf->n - offset) * sizeof (guint32));
  if (leaf->n == 0)
    g_ptr_array_remove_index (order->leaves, index);
  order->n--;
  renumber_from (order, index);
}
