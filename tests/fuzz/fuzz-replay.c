/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives a fuzz target its seeds: the main program where no fuzzer is. FUZZ_TARGET names the folder.
 * Every seed is also cut short and has its bytes changed one by one, which finds most of what a
 * fuzzer finds first.
 */

#include "fuzz.h"

#include <string.h>

#define MAX_CHANGED_BYTES 400

static const guint8 interesting_bytes[] = { 0x00, 0x20, 0x2d, 0x2f, 0x30, 0x39, 0x58, 0x80, 0xff };

/* In a block of exactly its size, so that valgrind and ASan see a byte too many. */
static void
run (const char *contents, gsize length)
{
  guint8 *data = g_malloc (MAX (length, 1));

  memcpy (data, contents, length);
  LLVMFuzzerTestOneInput (data, length);
  g_free (data);
}

static void
test_seed (gconstpointer path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  for (gsize n = 0; n <= length; n++)
    run (contents, n);
  for (gsize i = 0; i < MIN (length, MAX_CHANGED_BYTES); i++)
    {
      char kept = contents[i];

      for (gsize k = 0; k < G_N_ELEMENTS (interesting_bytes); k++)
        {
          contents[i] = (char) interesting_bytes[k];
          run (contents, length);
        }
      contents[i] = kept;
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int n_seeds = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "seeds", FUZZ_TARGET, NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test_path = g_strconcat ("/fuzz/", FUZZ_TARGET, "/", name, NULL);

      g_test_add_data_func_full (test_path, g_build_filename (folder, name, NULL), test_seed,
                                 g_free);
      n_seeds++;
    }
  g_assert_cmpint (n_seeds, >, 0);
  return g_test_run ();
}
