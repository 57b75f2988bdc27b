/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-spread.h"

#include <math.h>

#define DAY_WIDTH 120

static const KhattSpreadPitch usual = { .pitch = 30,
                                        .min_pitch = 26,
                                        .outside = 18,
                                        .cluster = 52 };

/* A mark of a day that starts at `track`, between two lanes. */
static void
add (GArray *items, KhattSpreadForm form, double track, double width, guint32 first, guint32 last)
{
  KhattSpreadItem item = {
    .order = items->len,
    .form = form,
    .cell_first = track,
    .cell_last = track + width,
    .bucket_first = floor (track / 100) * 100,
    .bucket_last = floor (track / 100) * 100 + 100,
    .first_lane = first,
    .last_lane = last,
  };

  g_array_append_val (items, item);
}

static GArray *
new_items (void)
{
  return g_array_new (FALSE, TRUE, sizeof (KhattSpreadItem));
}

static const KhattSpreadItem *
find (const GArray *items, guint32 order)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, KhattSpreadItem, i).order == order)
      return &g_array_index (items, KhattSpreadItem, i);

  g_assert_not_reached ();
}

static void
test_one_stands_in_the_middle (void)
{
  g_autoptr (GArray) items = new_items ();

  add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 0, 1);
  khatt_spread_items (items, &usual);

  g_assert_cmpfloat (find (items, 0)->track, ==, 660);
  g_assert_cmpuint (find (items, 0)->group, ==, G_MAXUINT32);
}

static void
test_several_keep_document_order (void)
{
  g_autoptr (GArray) items = new_items ();

  for (guint i = 0; i < 4; i++)
    add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 0, 1);
  khatt_spread_items (items, &usual);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (find (items, i)->track, ==, 615 + 30 * i);
}

static void
test_pitch_is_squeezed (void)
{
  g_autoptr (GArray) items = new_items ();

  for (guint i = 0; i < 4; i++)
    add (items, KHATT_SPREAD_IN_CELL, 600, 108, 0, 1);
  khatt_spread_items (items, &usual);

  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (find (items, i)->track - find (items, i - 1)->track, ==, 27);
  g_assert_cmpuint (find (items, 0)->group, ==, G_MAXUINT32);
}

static void
test_too_many_form_a_group (void)
{
  g_autoptr (GArray) items = new_items ();

  for (guint i = 0; i < 5; i++)
    add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 0, 1);
  khatt_spread_items (items, &usual);

  g_assert_cmpuint (find (items, 0)->group, !=, G_MAXUINT32);
  for (guint i = 1; i < 5; i++)
    {
      g_assert_cmpuint (find (items, i)->group, ==, find (items, 0)->group);
      g_assert_cmpfloat (find (items, i)->track, ==, find (items, 0)->track);
    }
}

static void
test_apart_lanes_share_a_place (void)
{
  g_autoptr (GArray) items = new_items ();

  add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 0, 2);
  add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 3, 4);
  add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 5, 5);
  khatt_spread_items (items, &usual);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (find (items, i)->track, ==, 660);
}

/* A passes over B and C, which do not overlap: B and C share the second place. */
static void
test_places_are_reused (void)
{
  g_autoptr (GArray) items = new_items ();

  add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 0, 5);
  add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 0, 1);
  add (items, KHATT_SPREAD_IN_CELL, 600, DAY_WIDTH, 4, 5);
  khatt_spread_items (items, &usual);

  g_assert_cmpfloat (find (items, 0)->track, ==, 645);
  g_assert_cmpfloat (find (items, 1)->track, ==, 675);
  g_assert_cmpfloat (find (items, 2)->track, ==, 675);
}

static void
test_ranges_stand_outside (void)
{
  g_autoptr (GArray) items = new_items ();

  for (guint i = 0; i < 3; i++)
    add (items, KHATT_SPREAD_EARLIER, 600, DAY_WIDTH, 0, 1);
  for (guint i = 0; i < 2; i++)
    add (items, KHATT_SPREAD_LATER, 600, DAY_WIDTH, 0, 1);
  khatt_spread_items (items, &usual);

  g_assert_cmpfloat (find (items, 0)->track, ==, 582);
  g_assert_cmpfloat (find (items, 1)->track, ==, 552);
  g_assert_cmpfloat (find (items, 2)->track, ==, 522);
  g_assert_cmpfloat (find (items, 3)->track, ==, 738);
  g_assert_cmpfloat (find (items, 4)->track, ==, 768);
}

static void
test_ranges_give_way_to_days (void)
{
  g_autoptr (GArray) items = new_items ();

  add (items, KHATT_SPREAD_EARLIER, 600, DAY_WIDTH, 0, 1);
  for (guint i = 0; i < 4; i++)
    add (items, KHATT_SPREAD_IN_CELL, 480, DAY_WIDTH, 0, 1);
  khatt_spread_items (items, &usual);

  /* The day before has marks at 495, 525, 555 and 585. */
  for (guint i = 1; i < 5; i++)
    g_assert_cmpfloat (fabs (find (items, 0)->track - find (items, i)->track), >=, 26);
}

static void
test_narrow_cells_that_touch (void)
{
  g_autoptr (GArray) items = new_items ();

  add (items, KHATT_SPREAD_IN_CELL, 640, 10, 0, 1);
  add (items, KHATT_SPREAD_IN_CELL, 650, 10, 1, 2);
  add (items, KHATT_SPREAD_IN_CELL, 640, 10, 5, 6);
  khatt_spread_items (items, &usual);

  g_assert_cmpuint (find (items, 0)->group, ==, find (items, 1)->group);
  g_assert_cmpuint (find (items, 0)->group, !=, G_MAXUINT32);
  g_assert_cmpuint (find (items, 2)->group, ==, G_MAXUINT32);
}

static void
test_narrow_cells_apart (void)
{
  g_autoptr (GArray) items = new_items ();

  add (items, KHATT_SPREAD_IN_CELL, 620, 10, 0, 1);
  add (items, KHATT_SPREAD_IN_CELL, 660, 10, 0, 1);
  khatt_spread_items (items, &usual);

  g_assert_cmpfloat (find (items, 0)->track, ==, 625);
  g_assert_cmpfloat (find (items, 1)->track, ==, 665);
  g_assert_cmpuint (find (items, 1)->group, ==, G_MAXUINT32);
}

/* What would stand under a cluster joins it. */
static void
test_clusters_absorb (void)
{
  g_autoptr (GArray) items = new_items ();

  add (items, KHATT_SPREAD_IN_CELL, 640, 4, 0, 1);
  add (items, KHATT_SPREAD_IN_CELL, 640, 4, 0, 1);
  add (items, KHATT_SPREAD_IN_CELL, 670, 4, 0, 1);
  khatt_spread_items (items, &usual);

  g_assert_cmpuint (find (items, 2)->group, ==, find (items, 0)->group);
}

/* Whatever is thrown at it: marks of overlapping lanes keep their distance, unless they are one
 * group. */
static void
test_nothing_touches (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (99);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GArray) items = new_items ();
      double width = round % 2 == 0 ? 120 : 9;

      for (guint i = 0; i < 60; i++)
        {
          guint32 lane = g_rand_int_range (random, 0, 12);

          add (items, KHATT_SPREAD_IN_CELL, g_rand_int_range (random, 0, 20) * width, width, lane,
               MIN (lane + g_rand_int_range (random, 0, 4), 12));
        }
      khatt_spread_items (items, &usual);

      for (guint i = 0; i < items->len; i++)
        for (guint j = 0; j < i; j++)
          {
            const KhattSpreadItem *a = &g_array_index (items, KhattSpreadItem, i);
            const KhattSpreadItem *b = &g_array_index (items, KhattSpreadItem, j);

            if (a->first_lane <= b->last_lane && b->first_lane <= a->last_lane &&
                fabs (a->track - b->track) < usual.min_pitch)
              {
                g_assert_cmpuint (a->group, !=, G_MAXUINT32);
                g_assert_cmpuint (a->group, ==, b->group);
              }
          }
    }
}

/* The order in which items come does not matter, only their document order does. */
static void
test_input_order_does_not_matter (void)
{
  g_autoptr (GArray) items = new_items ();
  g_autoptr (GArray) reversed = new_items ();

  for (guint i = 0; i < 20; i++)
    add (items, i % 5 == 0 ? KHATT_SPREAD_LATER : KHATT_SPREAD_IN_CELL, (i % 3) * DAY_WIDTH,
         DAY_WIDTH, i % 4, i % 4 + i % 3);
  for (guint i = 20; i > 0; i--)
    g_array_append_val (reversed, g_array_index (items, KhattSpreadItem, i - 1));
  khatt_spread_items (items, &usual);
  khatt_spread_items (reversed, &usual);

  for (guint i = 0; i < 20; i++)
    g_assert_cmpfloat (find (items, i)->track, ==, find (reversed, i)->track);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) items = new_items ();

  khatt_spread_items (items, &usual);
  g_assert_cmpuint (items->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spread/one-stands-in-the-middle", test_one_stands_in_the_middle);
  g_test_add_func ("/spread/several-keep-document-order", test_several_keep_document_order);
  g_test_add_func ("/spread/pitch-is-squeezed", test_pitch_is_squeezed);
  g_test_add_func ("/spread/too-many-form-a-group", test_too_many_form_a_group);
  g_test_add_func ("/spread/apart-lanes-share-a-place", test_apart_lanes_share_a_place);
  g_test_add_func ("/spread/places-are-reused", test_places_are_reused);
  g_test_add_func ("/spread/ranges-stand-outside", test_ranges_stand_outside);
  g_test_add_func ("/spread/ranges-give-way-to-days", test_ranges_give_way_to_days);
  g_test_add_func ("/spread/narrow-cells-that-touch", test_narrow_cells_that_touch);
  g_test_add_func ("/spread/narrow-cells-apart", test_narrow_cells_apart);
  g_test_add_func ("/spread/clusters-absorb", test_clusters_absorb);
  g_test_add_func ("/spread/nothing-touches", test_nothing_touches);
  g_test_add_func ("/spread/input-order-does-not-matter", test_input_order_does_not_matter);
  g_test_add_func ("/spread/nothing", test_nothing);

  return g_test_run ();
}
