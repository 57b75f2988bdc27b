/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What records stand on: arena, pool, chunks and the table of ids. */

#include "khatt-chunks.h"
#include "khatt-pool.h"
#include "khatt-id-table.h"
#include "khatt-snapshot.h"

#include <string.h>

static void
test_arena_keeps_every_string_where_it_is (void)
{
  g_autoptr (KhattArena) arena = khatt_arena_new ();
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u %.*s", i, (int) (i % 40),
                                               "0123456789012345678901234567890123456789");

      g_ptr_array_add (strings, (gpointer) khatt_arena_add_string (arena, text, strlen (text)));
    }
  for (guint i = 0; i < strings->len; i++)
    g_assert_cmpuint (g_ascii_strtoull (g_ptr_array_index (strings, i), NULL, 10), ==, i);
}

static void
test_arena_aligns_and_takes_what_is_larger_than_a_block (void)
{
  g_autoptr (KhattArena) arena = khatt_arena_new ();
  char *large;

  for (gsize alignment = 1; alignment <= 16; alignment *= 2)
    {
      khatt_arena_add_string (arena, "x", 1);
      g_assert_cmpuint ((guintptr) khatt_arena_alloc (arena, 24, alignment) % alignment, ==, 0);
    }
  large = khatt_arena_alloc (arena, 8 * 1024 * 1024, 8);
  memset (large, 1, 8 * 1024 * 1024);
  g_assert_cmpuint (khatt_arena_get_size (arena), >=, 8 * 1024 * 1024);
}

static void
test_pool_gives_one_pointer_for_one_text (void)
{
  g_autoptr (KhattArena) arena = khatt_arena_new ();
  g_autoptr (KhattPool) pool = khatt_pool_new (arena);
  const char *first[1000];

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *text = g_strdup_printf ("وزير %u", i);

      first[i] = khatt_pool_add (pool, text);
      khatt_pool_add_entry (pool, text)->number = i;
    }
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *text = g_strdup_printf ("وزير %u", i);

      g_assert_true (khatt_pool_add (pool, text) == first[i]);
      g_assert_cmpuint (khatt_pool_add_entry (pool, text)->number, ==, i);
    }
  g_assert_null (khatt_pool_add (pool, NULL));
  g_assert_cmpstr (khatt_pool_add (pool, ""), ==, "");
}

static void
test_chunks_copies_do_not_see_each_other (void)
{
  KhattChunks chunks;
  KhattChunks copy;

  khatt_chunks_init (&chunks, sizeof (guint64), 4);
  for (guint64 i = 0; i < 100; i++)
    *(guint64 *) khatt_chunks_append (&chunks) = i;
  khatt_chunks_copy (&chunks, &copy);
  *(guint64 *) khatt_chunks_edit (&chunks, 17) = 1000;
  *(guint64 *) khatt_chunks_edit (&copy, 18) = 2000;
  *(guint64 *) khatt_chunks_append (&chunks) = 100;
  g_assert_cmpuint (copy.n, ==, 100);
  g_assert_cmpuint (*(const guint64 *) khatt_chunks_get (&copy, 17), ==, 17);
  g_assert_cmpuint (*(const guint64 *) khatt_chunks_get (&copy, 18), ==, 2000);
  g_assert_cmpuint (*(const guint64 *) khatt_chunks_get (&chunks, 17), ==, 1000);
  g_assert_cmpuint (*(const guint64 *) khatt_chunks_get (&chunks, 18), ==, 18);
  khatt_chunks_clear (&chunks);
  g_assert_cmpuint (*(const guint64 *) khatt_chunks_get (&copy, 99), ==, 99);
  khatt_chunks_clear (&copy);
}

static const char *
get_id (guint32 slot, gconstpointer data)
{
  return ((const char *const *) data)[slot];
}

static void
test_id_table_finds_what_is_left_after_removals (void)
{
  enum
  {
    N = 5000
  };
  g_autofree char **ids = g_new0 (char *, N + 1);
  KhattIdTable slots;

  for (guint i = 0; i < N; i++)
    ids[i] = g_strdup_printf ("e%u", i);
  khatt_id_table_init (&slots, get_id, ids);
  for (guint32 i = 0; i < N; i++)
    khatt_id_table_add (&slots, i);
  for (guint32 i = 0; i < N; i += 3)
    khatt_id_table_remove (&slots, i);
  for (guint32 i = 0; i < N; i++)
    g_assert_cmpuint (khatt_id_table_find (&slots, ids[i]), ==, i % 3 == 0 ? KHATT_SLOT_NONE : i);
  for (guint32 i = 0; i < N; i++)
    g_assert_cmpint (khatt_id_table_add (&slots, i), ==, i % 3 == 0);
  for (guint32 i = 0; i < N; i++)
    g_assert_cmpuint (khatt_id_table_find (&slots, ids[i]), ==, i);
  khatt_id_table_clear (&slots);
  for (guint i = 0; i < N; i++)
    g_free (ids[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/keeps-every-string-where-it-is",
                   test_arena_keeps_every_string_where_it_is);
  g_test_add_func ("/arena/aligns-and-takes-what-is-larger-than-a-block",
                   test_arena_aligns_and_takes_what_is_larger_than_a_block);
  g_test_add_func ("/pool/gives-one-pointer-for-one-text",
                   test_pool_gives_one_pointer_for_one_text);
  g_test_add_func ("/chunks/copies-do-not-see-each-other",
                   test_chunks_copies_do_not_see_each_other);
  g_test_add_func ("/id-table/finds-what-is-left-after-removals",
                   test_id_table_finds_what_is_left_after_removals);
  return g_test_run ();
}
