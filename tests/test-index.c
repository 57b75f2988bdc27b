/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-index.h"

#include <math.h>
#include <string.h>

#define DAY 86400
#define N_LANES 6
#define N_EVENTS 3000
#define N_CELLS 50
#define N_WINDOWS 200

typedef struct
{
  GArray *items; /* sorted by the index: an item's rank is its place */
  GArray *lanes;
  KhattIndex *index;
} Fixture;

static void
add_item (Fixture *fixture, gint64 first, gint64 last, guint8 kind, guint32 lane, guint32 other)
{
  KhattIndexItem item = {
    .middle = first + (last - first) / 2,
    .first = first,
    .last = last,
    .cell = (guint64) (last - first) + 1,
    .slot = fixture->items->len,
    .kind = kind,
    .joins = fixture->lanes->len,
    .n_joins = other == lane ? 1 : 2,
  };

  g_array_append_val (fixture->lanes, lane);
  if (other != lane)
    g_array_append_val (fixture->lanes, other);
  g_array_append_val (fixture->items, item);
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  fixture->items = g_array_new (FALSE, FALSE, sizeof (KhattIndexItem));
  fixture->lanes = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
build (Fixture *fixture)
{
  fixture->index =
      khatt_index_new (fixture->items, (guint32 *) (void *) fixture->lanes->data, N_LANES, NULL);
}

/* Days, months, years and hours over ten years; a few that never end. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const gint64 lengths[] = { DAY, DAY, DAY, 30 * DAY, 365 * DAY, 3600, 1 };
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  set_up_empty (fixture, data);
  for (guint i = 0; i < N_EVENTS; i++)
    {
      gint64 first = (gint64) g_rand_int_range (random, 0, 3650) * DAY;
      gint64 length = lengths[g_rand_int_range (random, 0, G_N_ELEMENTS (lengths))];
      gint64 last = i % 300 == 0 ? G_MAXINT64 / 2 : first + length - 1;

      add_item (fixture, first, last, g_rand_int_range (random, 0, KHATT_N_KINDS),
                g_rand_int_range (random, 0, N_LANES), g_rand_int_range (random, 0, N_LANES));
    }
  build (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->index, khatt_index_free);
  g_array_unref (fixture->items);
  g_array_unref (fixture->lanes);
}

static const KhattIndexItem *
get_item (const Fixture *fixture, guint32 rank)
{
  return &g_array_index (fixture->items, KhattIndexItem, rank);
}

static gboolean
joins (const Fixture *fixture, const KhattIndexItem *item, guint lane)
{
  for (guint i = 0; i < item->n_joins; i++)
    if (lane == KHATT_INDEX_ALL_LANES ||
        g_array_index (fixture->lanes, guint32, item->joins + i) == lane)
      return TRUE;

  return FALSE;
}

static gboolean
has_rank (const GArray *ranks, guint32 rank)
{
  for (guint i = 0; i < ranks->len; i++)
    if (g_array_index (ranks, guint32, i) == rank)
      return TRUE;

  return FALSE;
}

static void
choose_window (GRand *random, guint i, guint *lane, gint64 *first, gint64 *last)
{
  *lane = i % 7 == 6 ? KHATT_INDEX_ALL_LANES : i % 7;
  *first = (gint64) g_rand_int_range (random, -100, 3700) * DAY;
  *last = *first + (gint64) g_rand_int_range (random, 0, i % 2 == 0 ? 40 : 2000) * DAY;
}

/* Whatever reaches into the window is found, once. */
static void
test_query (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_WINDOWS; i++)
    {
      g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autofree guint8 *seen = g_new0 (guint8, N_EVENTS);
      guint lane;
      gint64 first, last;

      choose_window (random, i, &lane, &first, &last);
      g_assert_cmpuint (khatt_index_query (fixture->index, lane, first, last, G_MAXUINT, ranks), ==,
                        ranks->len);

      for (guint j = 0; j < ranks->len; j++)
        {
          guint32 rank = g_array_index (ranks, guint32, j);

          g_assert_cmpuint (seen[rank]++, ==, 0);
          g_assert_true (joins (fixture, get_item (fixture, rank), lane));
        }
      for (guint32 rank = 0; rank < N_EVENTS; rank++)
        {
          const KhattIndexItem *item = get_item (fixture, rank);

          if (joins (fixture, item, lane) && item->first <= last && item->last >= first)
            g_assert_cmpuint (seen[rank], ==, 1);
        }
    }
}

/* Not much more is looked at than there is. */
static void
test_query_is_tight (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  guint n_looked = 0;
  guint n_hits = 0;

  for (guint i = 0; i < N_WINDOWS; i++)
    {
      g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint lane;
      gint64 first, last;

      choose_window (random, i, &lane, &first, &last);
      n_looked += khatt_index_query (fixture->index, lane, first, last, G_MAXUINT, ranks);
      for (guint32 rank = 0; rank < N_EVENTS; rank++)
        {
          const KhattIndexItem *item = get_item (fixture, rank);

          n_hits += joins (fixture, item, lane) && item->first <= last && item->last >= first;
        }
    }

  g_assert_cmpuint (n_looked, <=, 2 * n_hits);
}

static void
test_query_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_assert_cmpuint (
      khatt_index_query (fixture->index, KHATT_INDEX_ALL_LANES, G_MININT64, G_MAXINT64, 10, ranks),
      ==, 10);
  g_assert_cmpuint (ranks->len, ==, 10);
}

static void
test_query_all_of_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  khatt_index_query (fixture->index, KHATT_INDEX_ALL_LANES, G_MININT64, G_MAXINT64, G_MAXUINT,
                     ranks);
  g_assert_cmpuint (ranks->len, ==, N_EVENTS);
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_WINDOWS; i++)
    {
      guint32 counts[KHATT_N_KINDS] = { 0 };
      guint32 wanted[KHATT_N_KINDS] = { 0 };
      guint n_wanted = 0;
      guint lane;
      gint64 first, last;

      choose_window (random, i, &lane, &first, &last);
      for (guint32 rank = 0; rank < N_EVENTS; rank++)
        {
          const KhattIndexItem *item = get_item (fixture, rank);

          if (!joins (fixture, item, lane) || item->middle < first || item->middle > last)
            continue;
          wanted[item->kind]++;
          n_wanted++;
        }

      g_assert_cmpuint (khatt_index_count (fixture->index, lane, first, last, counts), ==,
                        n_wanted);
      g_assert_cmpmem (counts, sizeof counts, wanted, sizeof wanted);
    }
}

/* Cells that follow each other count what each of them would by itself: narrow ones, wide ones,
 * empty ones before and after everything, and some without any length. */
static void
test_count_cells (Fixture *fixture, gconstpointer data)
{
  static const gint64 widths[] = { 1, DAY / 3, 0, 5 * DAY, 400 * DAY };
  gint64 bounds[N_CELLS + 1];
  guint32 ranks[N_CELLS + 1];

  for (guint lane = 0; lane <= 3; lane++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        guint in_lane = lane < 3 ? lane : KHATT_INDEX_ALL_LANES;
        KhattIndexCounts cells[N_CELLS] = { 0 };

        bounds[0] = -30 * DAY;
        for (guint cell = 0; cell < N_CELLS; cell++)
          bounds[cell + 1] = bounds[cell] + (cell % 7 == 3 ? 0 : widths[i]);
        khatt_index_find_bounds (fixture->index, bounds, N_CELLS + 1, ranks);
        khatt_index_count_cells (fixture->index, in_lane, ranks, N_CELLS, cells);
        for (guint cell = 0; cell < N_CELLS; cell++)
          {
            KhattIndexCounts wanted = { 0 };

            if (bounds[cell + 1] > bounds[cell])
              khatt_index_count (fixture->index, in_lane, bounds[cell], bounds[cell + 1] - 1,
                                 wanted.counts);
            g_assert_cmpmem (&cells[cell], sizeof wanted, &wanted, sizeof wanted);
          }
      }
}

static void
test_count_shared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  guint n_in_all = 0;

  for (guint i = 0; i < N_WINDOWS; i++)
    {
      guint lane = i % N_LANES;
      guint other = (lane + 1 + i / N_LANES % (N_LANES - 1)) % N_LANES;
      gint64 first = (gint64) g_rand_int_range (random, -100, 3700) * DAY;
      gint64 last = first + (gint64) g_rand_int_range (random, 0, 2000) * DAY;
      guint n_wanted = 0;
      guint most[] = { 0, 3, G_MAXUINT };

      for (guint32 rank = 0; rank < N_EVENTS; rank++)
        {
          const KhattIndexItem *item = get_item (fixture, rank);

          n_wanted += joins (fixture, item, lane) && joins (fixture, item, other) &&
                      item->middle >= first && item->middle <= last;
        }
      for (guint j = 0; j < G_N_ELEMENTS (most); j++)
        g_assert_cmpuint (
            khatt_index_count_shared (fixture->index, lane, other, first, last, most[j]), ==,
            MIN (n_wanted, most[j]));
      n_in_all += n_wanted;
    }
  g_assert_cmpuint (n_in_all, >, N_WINDOWS);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 counts[KHATT_N_KINDS] = { 0 };
  guint n = khatt_index_count (fixture->index, 2, 100 * DAY, 900 * DAY, counts);

  g_assert_cmpuint (khatt_index_list (fixture->index, 2, 100 * DAY, 900 * DAY, G_MAXUINT, ranks),
                    ==, n);
  for (guint i = 0; i < ranks->len; i++)
    {
      const KhattIndexItem *item = get_item (fixture, g_array_index (ranks, guint32, i));

      g_assert_cmpint (item->middle, >=, 100 * DAY);
      g_assert_cmpint (item->middle, <=, 900 * DAY);
      g_assert_true (joins (fixture, item, 2));
    }
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  for (guint lane = 0; lane < N_LANES; lane++)
    {
      guint32 previous = G_MAXUINT32;

      for (guint32 rank = 0; rank < N_EVENTS; rank++)
        {
          g_assert_cmpuint (khatt_index_step (fixture->index, lane, rank, -1), ==, previous);
          if (!joins (fixture, get_item (fixture, rank), lane))
            continue;
          if (previous != G_MAXUINT32)
            g_assert_cmpuint (khatt_index_step (fixture->index, lane, previous, 1), ==, rank);
          previous = rank;
        }
      g_assert_cmpuint (khatt_index_step (fixture->index, lane, previous, 1), ==, G_MAXUINT32);
    }
}

static void
test_find_rank (Fixture *fixture, gconstpointer data)
{
  for (guint32 rank = 0; rank < N_EVENTS; rank++)
    {
      const KhattIndexItem *item = get_item (fixture, rank);

      g_assert_cmpuint (khatt_index_find_rank (fixture->index, item->middle, item->slot), ==, rank);
      g_assert_cmpuint (khatt_index_get_slot (fixture->index, rank), ==, item->slot);
      g_assert_cmpint (khatt_index_get_middle (fixture->index, rank), ==, item->middle);
    }
  g_assert_cmpuint (khatt_index_find_rank (fixture->index, -5, 0), ==, G_MAXUINT32);
}

/* Ten events a day, every day: a tenth of a day each, however small the bucket. */
static void
test_spacing_of_days (Fixture *fixture, gconstpointer data)
{
  for (guint day = 0; day < 64; day++)
    for (guint i = 0; i < 10; i++)
      add_item (fixture, day * DAY, day * DAY + DAY - 1, 0, 0, 0);
  build (fixture);

  g_assert_cmpfloat (khatt_index_get_spacing (fixture->index, 0, 0), ==, DAY / 10.0);
  g_assert_cmpfloat (khatt_index_get_spacing (fixture->index, 0, 16), ==, DAY / 10.0);
  /* 2^20 seconds are a little more than twelve days. */
  g_assert_cmpfloat_with_epsilon (khatt_index_get_spacing (fixture->index, 0, 20), DAY / 10.0,
                                  DAY / 100.0);
  g_assert_true (isinf (khatt_index_get_spacing (fixture->index, 1, 20)));
}

/* A busy day among quiet ones does not make the lane busy. */
static void
test_spacing_is_a_median (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 100; i++)
    add_item (fixture, 0, DAY - 1, 0, 0, 0);
  for (guint i = 1; i < 10; i++)
    add_item (fixture, i * 100 * DAY, i * 100 * DAY + DAY - 1, 0, 0, 0);
  build (fixture);

  g_assert_cmpfloat (khatt_index_get_spacing (fixture->index, 0, 16), ==, DAY);
}

static void
test_spacing_grows_when_all_is_one (Fixture *fixture, gconstpointer data)
{
  add_item (fixture, 0, DAY - 1, 0, 0, 0);
  add_item (fixture, 0, DAY - 1, 0, 0, 0);
  build (fixture);

  g_assert_cmpfloat (khatt_index_get_spacing (fixture->index, 0, 40), >=, 0x1p38);
}

static void
test_peak (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 100; i++)
    add_item (fixture, 0, DAY - 1, 0, 3, 3);
  for (guint i = 0; i < 5; i++)
    add_item (fixture, 1000 * DAY, 1000 * DAY + DAY - 1, 0, 0, 0);
  build (fixture);

  g_assert_cmpfloat (khatt_index_get_peak (fixture->index, 10), ==, 100);
  g_assert_cmpfloat (khatt_index_get_peak (fixture->index, 1e6), ==, 100);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 counts[KHATT_N_KINDS] = { 0 };

  build (fixture);
  g_assert_cmpuint (khatt_index_get_n_ranks (fixture->index), ==, 0);
  g_assert_cmpuint (khatt_index_query (fixture->index, 0, 0, 100, 10, ranks), ==, 0);
  g_assert_cmpuint (khatt_index_count (fixture->index, 0, 0, 100, counts), ==, 0);
  g_assert_cmpuint (khatt_index_step (fixture->index, 0, 0, 1), ==, G_MAXUINT32);
}

/* The ends of time do not overflow. */
static void
test_ends_of_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  add_item (fixture, G_MININT64, G_MININT64 + 10, 0, 0, 0);
  add_item (fixture, G_MAXINT64 - 10, G_MAXINT64, 1, 0, 0);
  build (fixture);

  khatt_index_query (fixture->index, 0, G_MAXINT64 - 5, G_MAXINT64, 10, ranks);
  g_assert_cmpuint (ranks->len, ==, 1);
  g_assert_true (has_rank (ranks, 1));
  g_array_set_size (ranks, 0);
  khatt_index_query (fixture->index, 0, G_MININT64, G_MININT64 + 5, 10, ranks);
  g_assert_cmpuint (ranks->len, ==, 1);
  g_assert_true (has_rank (ranks, 0));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  add_item (fixture, 0, 1, 0, 0, 0);
  g_cancellable_cancel (cancellable);

  g_assert_null (khatt_index_new (fixture->items, (guint32 *) (void *) fixture->lanes->data,
                                  N_LANES, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, set_up, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/index/query", set_up, test_query);
  ADD ("/index/query-is-tight", set_up, test_query_is_tight);
  ADD ("/index/query-limit", set_up, test_query_limit);
  ADD ("/index/query-all-of-time", set_up, test_query_all_of_time);
  ADD ("/index/count", set_up, test_count);
  ADD ("/index/count-cells", set_up, test_count_cells);
  ADD ("/index/count-shared", set_up, test_count_shared);
  ADD ("/index/list", set_up, test_list);
  ADD ("/index/step", set_up, test_step);
  ADD ("/index/find-rank", set_up, test_find_rank);
  ADD ("/index/spacing-of-days", set_up_empty, test_spacing_of_days);
  ADD ("/index/spacing-is-a-median", set_up_empty, test_spacing_is_a_median);
  ADD ("/index/spacing-grows-when-all-is-one", set_up_empty, test_spacing_grows_when_all_is_one);
  ADD ("/index/peak", set_up_empty, test_peak);
  ADD ("/index/empty", set_up_empty, test_empty);
  ADD ("/index/ends-of-time", set_up_empty, test_ends_of_time);
  ADD ("/index/cancelled", set_up_empty, test_cancelled);
#undef ADD

  return g_test_run ();
}
