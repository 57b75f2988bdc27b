/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever was done, undoing all of it gives the very bytes it began with, and doing it again the
 * very bytes it ended with. */

#include "random-edits.h"

#include <string.h>

#define N_SEQUENCES 1000
#define MOST_EDITS 25
#define N_GROUPS 10

static void
undo_all (KhattTimeline *timeline)
{
  while (khatt_timeline_can_undo (timeline))
    khatt_timeline_undo (timeline);
}

static void
redo_all (KhattTimeline *timeline)
{
  while (khatt_timeline_can_redo (timeline))
    khatt_timeline_redo (timeline);
}

/* Back and forth over what was done, as somebody does who looks for where it went wrong. */
static void
wander (KhattTimeline *timeline, GRand *random)
{
  for (guint i = 0; i < MOST_EDITS; i++)
    {
      if (g_rand_boolean (random))
        khatt_timeline_undo (timeline);
      else
        khatt_timeline_redo (timeline);
    }
}

static void
check_sequence (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  g_autofree char *before = random_edits_write (timeline);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;

  for (gint32 n = g_rand_int_range (random, 1, MOST_EDITS); n > 0; n--)
    random_edits_do (timeline, random);
  redo_all (timeline);
  after = random_edits_write (timeline);

  wander (timeline, random);
  undo_all (timeline);
  undone = random_edits_write (timeline);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (khatt_timeline_is_modified (timeline));

  redo_all (timeline);
  again = random_edits_write (timeline);
  g_assert_cmpstr (again, ==, after);
}

static void
test_sequences (gconstpointer group)
{
  guint n = N_SEQUENCES / N_GROUPS;

  for (guint i = 0; i < n; i++)
    check_sequence (GPOINTER_TO_UINT (group) * n + i);
}

/* The edits are not all of one sort, and do change something. */
static void
test_edits_are_edits (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 200; i++)
    {
      random_edits_do (timeline, random);
      g_hash_table_add (states, random_edits_write (timeline));
    }
  g_assert_cmpuint (g_hash_table_size (states), >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edits/are-edits", test_edits_are_edits);
  for (guint group = 0; group < N_GROUPS; group++)
    {
      g_autofree char *path = g_strdup_printf ("/edits/undone-and-done-again/%u", group);

      g_test_add_data_func (path, GUINT_TO_POINTER (group), test_sequences);
    }
  return g_test_run ();
}
