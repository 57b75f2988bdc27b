/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the translations of the running program are: it may be installed, moved with its prefix, or
 * run from the folder it was built in.
 */

#include "khatt-locale.h"

/* From the program's own folder: PREFIX/bin/khatt, then BUILD/src/khatt. */
static const char *const near_the_program[] = { "../share/locale", "../po" };

/* Arabic is complete in every release: where its catalogue is, the others are. */
#define ANY_CATALOGUE "ar/LC_MESSAGES/" GETTEXT_PACKAGE ".mo"

static char *
find_near_the_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (near_the_program); i++)
    {
      g_autofree char *candidate = g_build_filename (folder, near_the_program[i], NULL);
      g_autofree char *catalogue = g_build_filename (candidate, ANY_CATALOGUE, NULL);

      if (g_file_test (catalogue, G_FILE_TEST_IS_REGULAR))
        return g_canonicalize_filename (candidate, NULL);
    }
  return NULL;
}

/**
 * khatt_locale_find_translations:
 *
 * Looks for the folder to give to bindtextdomain(): what KHATT_LOCALE_DIR in the environment says,
 * else a folder beside the program that holds our catalogues, else where they are installed.
 *
 * Returns: (transfer full): a path; never %NULL
 */
char *
khatt_locale_find_translations (void)
{
  const char *folder = g_getenv ("KHATT_LOCALE_DIR");
  char *found;

  if (folder != NULL)
    return g_strdup (folder);
  found = find_near_the_program ();
  return found != NULL ? found : g_strdup (KHATT_LOCALE_DIR);
}
