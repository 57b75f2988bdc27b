/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-locale.h"

#include <glib.h>

static void
test_environment_wins (void)
{
  g_autofree char *folder = NULL;

  g_setenv ("KHATT_LOCALE_DIR", "/somewhere/else", TRUE);
  folder = khatt_locale_find_translations ();
  g_assert_cmpstr (folder, ==, "/somewhere/else");
}

/* The test program stands in BUILD/tests, as the programs in BUILD/src do: BUILD/po is beside its
 * folder. */
static void
test_build_folder_is_found (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *expected = g_canonicalize_filename ("../po", g_getenv ("G_TEST_BUILDDIR"));

  if (program == NULL)
    {
      g_test_skip ("without /proc a program does not know where it is");
      return;
    }
  g_unsetenv ("KHATT_LOCALE_DIR");
  folder = khatt_locale_find_translations ();
  g_assert_cmpstr (folder, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locale/environment-wins", test_environment_wins);
  g_test_add_func ("/locale/build-folder-is-found", test_build_folder_is_found);
  return g_test_run ();
}
