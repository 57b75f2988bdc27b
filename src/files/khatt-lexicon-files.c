/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a lexicon's tables are: compiled into the program, and, with the same names or others, in
 * the user's own folder, which extends or overrides them. */

#include "khatt-lexicon-files.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-issue.h"
#include "khatt-lexicon-resources.h"

#define RESOURCE_FOLDER "/io/github/khatt/Khatt/lexicon/"
#define TABLE_SUFFIX ".tsv"

/* Tables, the names of which are owned here, and the paths. */
typedef struct
{
  GArray *tables; /* of KhattLexiconTable */
  GPtrArray *names;
} Tables;

static void
add_table (Tables *tables, const char *name, const char *path, GBytes *bytes)
{
  KhattLexiconTable table = { .bytes = bytes };

  table.name = g_strdup (name);
  g_ptr_array_add (tables->names, (gpointer) table.name);
  table.file = g_strdup (path);
  g_ptr_array_add (tables->names, (gpointer) table.file);
  g_array_append_val (tables->tables, table);
}

static void
clear_table (gpointer data)
{
  g_clear_pointer (&((KhattLexiconTable *) data)->bytes, g_bytes_unref);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_compiled_in (Tables *tables, const char *language)
{
  GResource *resource = khatt_lexicon_get_resource ();
  g_autofree char *folder = g_strconcat (RESOURCE_FOLDER, language, "/", NULL);
  g_auto (GStrv) names =
      g_resource_enumerate_children (resource, folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    return;
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);
      GBytes *bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        add_table (tables, names[i], NULL, bytes);
    }
}

static void
add_own_table (Tables *tables, const char *path, GPtrArray *issues)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  char *contents;
  gsize length;

  if (g_file_get_contents (path, &contents, &length, &error))
    add_table (tables, name, path, g_bytes_new_take (contents, length));
  else
    khatt_issues_add (issues, path, 0, 0, _ ("The table cannot be read: %s"), error->message);
}

static void
add_own (Tables *tables, const char *language, GPtrArray *issues)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "khatt", "lexicon", language, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, TABLE_SUFFIX))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      add_own_table (tables, path, issues);
    }
}

/**
 * khatt_lexicon_load:
 * @language: a language, as "ar"
 * @issues: (nullable) (element-type KhattIssue): what is wrong in the tables is added
 *
 * Returns: (transfer full): the lexicon of @language: the tables that are compiled in, then those
 * in `khatt/lexicon/LANGUAGE` of the user's data folder
 */
KhattLexicon *
khatt_lexicon_load (const char *language, GPtrArray *issues)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (KhattLexiconTable));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Tables tables = { array, names };

  g_array_set_clear_func (array, clear_table);
  add_compiled_in (&tables, language);
  add_own (&tables, language, issues);
  return khatt_lexicon_new ((const KhattLexiconTable *) (gpointer) array->data, array->len, issues);
}
