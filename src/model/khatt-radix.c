/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sorting by moments: a million of them span a few decades, so their differences have few digits.
 * Radix sort from the lowest digit (Knuth, The Art of Computer Programming 3, 5.2.5, algorithm R),
 * in digits of eleven bits, of the distance from the least key. */

#include "khatt-radix.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

static guint64
get_distance (gint64 key, gint64 least)
{
  return (guint64) key - (guint64) least;
}

static void
sort_by_digit (const KhattRadixItem *from,
               KhattRadixItem *to,
               gsize n_items,
               gint64 least,
               guint shift)
{
  gsize starts[N_DIGITS + 1] = { 0 };

  for (gsize i = 0; i < n_items; i++)
    starts[(get_distance (from[i].key, least) >> shift) % N_DIGITS + 1]++;
  for (guint i = 0; i < N_DIGITS; i++)
    starts[i + 1] += starts[i];
  for (gsize i = 0; i < n_items; i++)
    to[starts[(get_distance (from[i].key, least) >> shift) % N_DIGITS]++] = from[i];
}

/**
 * khatt_radix_sort:
 * @items: (array length=n_items): what is to be sorted, in place
 * @n_items: how many
 *
 * Sorts by key, stably. O(n) for keys that lie near each other; as much room again is needed.
 */
void
khatt_radix_sort (KhattRadixItem *items, gsize n_items)
{
  g_autofree KhattRadixItem *spare = NULL;
  KhattRadixItem *from = items;
  KhattRadixItem *to;
  gint64 least = G_MAXINT64;
  gint64 most = G_MININT64;
  gboolean is_sorted = TRUE;

  for (gsize i = 0; i < n_items; i++)
    {
      least = MIN (least, items[i].key);
      most = MAX (most, items[i].key);
      is_sorted = is_sorted && (i == 0 || items[i - 1].key <= items[i].key);
    }
  if (is_sorted)
    return;

  spare = g_new (KhattRadixItem, n_items);
  to = spare;
  for (guint shift = 0; shift < 64 && get_distance (most, least) >> shift != 0; shift += DIGIT_BITS)
    {
      KhattRadixItem *sorted = to;

      sort_by_digit (from, to, n_items, least, shift);
      to = from;
      from = sorted;
    }
  if (from != items)
    memcpy (items, from, n_items * sizeof *items);
}
