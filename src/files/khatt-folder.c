/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is to be loaded where somebody names folders: the files in them whose names say that we can
 * read them, folders in folders as well, in the order of their names. Links to folders are not
 * followed, so that no way leads in a circle; hidden files are not ours. */

#include "khatt-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-format.h"
#include "khatt-limits.h"
#include "khatt-load.h"

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE                                \
                                 "," G_FILE_ATTRIBUTE_STANDARD_SIZE                                \
                                 "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

/* A file or folder on the way. */
typedef struct
{
  GFile *file;
  char *name;
  goffset size;
  guint depth;
  gboolean is_folder;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->file);
  g_free (entry->name);
  g_free (entry);
}

static void
item_clear (gpointer data)
{
  g_clear_object (&((KhattFolderItem *) data)->file);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a;
  const Entry *second = *(const Entry *const *) b;

  return strcmp (first->name, second->name);
}

/* A link stands for the file it leads to, never for a folder. */
static gboolean
is_readable_file (GFile *file, GFileInfo *info, GCancellable *cancellable)
{
  const KhattFormat *format = khatt_format_by_file_name (g_file_info_get_name (info));
  GFileType type = g_file_info_get_file_type (info);

  if (format == NULL || !format->can_read)
    return FALSE;
  if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  return type == G_FILE_TYPE_REGULAR;
}

static Entry *
make_entry (GFile *file, GFileInfo *info, guint depth, GCancellable *cancellable)
{
  gboolean is_folder = g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY;
  Entry *entry;

  if (g_file_info_get_is_hidden (info) || (is_folder && depth >= KHATT_LIMIT_FOLDERS) ||
      (!is_folder && !is_readable_file (file, info, cancellable)))
    return NULL;
  entry = g_new (Entry, 1);
  *entry = (Entry){ .file = g_object_ref (file),
                    .name = g_strdup (g_file_info_get_name (info)),
                    .size = g_file_info_get_size (info),
                    .depth = depth,
                    .is_folder = is_folder };
  return entry;
}

/* The entries of a folder, sorted. */
static GPtrArray *
list_folder (GFile *folder, guint depth, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GFileEnumerator) enumerator = g_file_enumerate_children (
      folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);

  if (enumerator == NULL)
    return NULL;
  for (;;)
    {
      GFileInfo *info;
      GFile *file;
      Entry *entry;

      if (!g_file_enumerator_iterate (enumerator, &info, &file, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      entry = make_entry (file, info, depth, cancellable);
      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

static void
push_entries (GPtrArray *stack, GPtrArray *entries)
{
  for (guint i = entries->len; i-- > 0;)
    g_ptr_array_add (stack, g_ptr_array_steal_index (entries, i));
}

static void
add_item (GArray *items, GFile *file, goffset size, gboolean is_found)
{
  KhattFolderItem item = { g_object_ref (file), size, is_found };

  g_array_append_val (items, item);
}

/* Depth first; what lies in a folder that cannot be read is left out. */
static gboolean
add_folder (GArray *items, GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GPtrArray) first = list_folder (folder, 1, cancellable, error);

  if (first == NULL)
    return FALSE;
  push_entries (stack, first);
  while (stack->len > 0)
    {
      Entry *entry = g_ptr_array_steal_index (stack, stack->len - 1);
      g_autoptr (GPtrArray) entries = NULL;

      if (entry->is_folder)
        entries = list_folder (entry->file, entry->depth + 1, cancellable, NULL);
      else
        add_item (items, entry->file, entry->size, TRUE);
      if (entries != NULL)
        push_entries (stack, entries);
      entry_free (entry);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
add_named (GArray *items, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autofree char *name = NULL;
  guint n_items = items->len;
  GError *cause = NULL;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    {
      /* Why it cannot be read is said when it is read. */
      add_item (items, file, info != NULL ? g_file_info_get_size (info) : 0, FALSE);
      return TRUE;
    }
  name = g_file_get_parse_name (file);
  if (!add_folder (items, file, cancellable, &cause))
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, cause);
      else
        {
          g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_UNREADABLE,
                       /* Translators: a file's name, then why. */
                       _ ("%s cannot be read: %s"), name, cause->message);
          g_error_free (cause);
        }
      return FALSE;
    }
  if (items->len > n_items)
    return TRUE;
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
               _ ("There is no article or timeline in the folder %s."), name);
  return FALSE;
}

/**
 * khatt_folder_list: (skip)
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KhattFolderItem): the files, and those in the
 * folders; %NULL where a folder holds nothing that can be read
 */
GArray *
khatt_folder_list (GFile **files, gsize n_files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (KhattFolderItem));

  g_array_set_clear_func (items, item_clear);
  for (gsize i = 0; i < n_files; i++)
    {
      if (!add_named (items, files[i], cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&items);
}
