/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sorting by moments against the obvious way. */

#include "khatt-radix.h"

#include <stdlib.h>

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const KhattRadixItem *first = a;
  const KhattRadixItem *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return (first->value > second->value) - (first->value < second->value);
}

typedef struct
{
  const char *name;
  gint64 least;
  gint64 most;
} Range;

static const Range ranges[] = {
  { "one", 5, 5 },
  { "few", -3, 3 },
  { "digit", 0, 2047 },
  { "beyond-a-digit", 0, 2048 },
  { "decades", -631152000, 1767225600 },
  { "all", G_MININT64, G_MAXINT64 },
  { "top", G_MAXINT64 - 9, G_MAXINT64 },
  { "bottom", G_MININT64, G_MININT64 + 9 },
};

static gint64
draw (const Range *range)
{
  guint64 random = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
  guint64 width = (guint64) range->most - (guint64) range->least;

  return (gint64) ((guint64) range->least + (width == G_MAXUINT64 ? random : random % (width + 1)));
}

static void
test_range (gconstpointer data)
{
  const Range *range = data;

  for (gsize n_items = 0; n_items < 3000; n_items = n_items * 2 + 1)
    {
      g_autofree KhattRadixItem *items = g_new (KhattRadixItem, n_items + 1);
      g_autofree KhattRadixItem *expected = NULL;

      for (gsize i = 0; i < n_items; i++)
        items[i] = (KhattRadixItem){ draw (range), (guint32) i };
      expected = g_memdup2 (items, n_items * sizeof *items);
      qsort (expected != NULL ? expected : items, n_items, sizeof *items, compare_items);
      khatt_radix_sort (items, n_items);
      for (gsize i = 0; i < n_items; i++)
        {
          g_assert_cmpint (items[i].key, ==, expected[i].key);
          g_assert_cmpuint (items[i].value, ==, expected[i].value);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *path = g_strdup_printf ("/radix/%s", ranges[i].name);

      g_test_add_data_func (path, &ranges[i], test_range);
    }

  return g_test_run ();
}
