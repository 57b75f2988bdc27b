/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The files that were opened last, as a menu that follows the desktop's list of them. */

#include "khatt-recent-menu.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "khatt-format.h"

#define MOST_FILES 8
#define RECENT_GROUP "io.github.khatt.Khatt"

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  GDateTime *one = gtk_recent_info_get_modified (*(GtkRecentInfo **) a);
  GDateTime *other = gtk_recent_info_get_modified (*(GtkRecentInfo **) b);

  return g_date_time_compare (other, one);
}

/* Of GtkRecentInfo, the last one first. */
static GPtrArray *
find_infos (GtkRecentManager *manager)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *item = items; item; item = item->next)
    if (gtk_recent_info_has_group (item->data, RECENT_GROUP) && gtk_recent_info_exists (item->data))
      g_ptr_array_add (infos, gtk_recent_info_ref (item->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (infos, compare_visits);
  return infos;
}

static void
fill_cb (GtkRecentManager *manager, GMenu *menu)
{
  g_autoptr (GPtrArray) infos = find_infos (manager);

  g_menu_remove_all (menu);
  for (guint i = 0; i < MIN (infos->len, MOST_FILES); i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (infos, i);
      g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) menu_item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (menu_item, "win.open-recent", "s",
                                         gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, menu_item);
    }
  if (infos->len == 0) /* an action without the file that it needs cannot be chosen */
    g_menu_append (menu, _ ("No recent files"), "win.open-recent");
}

/**
 * khatt_recent_menu_new:
 *
 * Returns: (transfer full): a menu of the files opened last; its items activate `win.open-recent`
 * with the file's URI; one that cannot be chosen says so where there are none
 */
GMenuModel *
khatt_recent_menu_new (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GMenu *menu = g_menu_new ();

  g_signal_connect_object (manager, "changed", G_CALLBACK (fill_cb), menu, 0);
  fill_cb (manager, menu);
  return G_MENU_MODEL (menu);
}

/**
 * khatt_recent_menu_list:
 * @most: how many at most
 *
 * Returns: (transfer full): the URIs of the files opened last, the last one first
 */
GStrv
khatt_recent_menu_list (guint most)
{
  g_autoptr (GPtrArray) infos = find_infos (gtk_recent_manager_get_default ());
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();

  for (guint i = 0; i < MIN (infos->len, most); i++)
    g_strv_builder_add (uris, gtk_recent_info_get_uri (g_ptr_array_index (infos, i)));
  return g_strv_builder_end (uris);
}

/**
 * khatt_recent_menu_add:
 * @file: what was opened or saved
 *
 * Puts @file on the list.
 */
void
khatt_recent_menu_add (GFile *file)
{
  static char *groups[] = { (char *) RECENT_GROUP, NULL };
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  const KhattFormat *format = khatt_format_by_file_name (name);
  GtkRecentData data = {
    .mime_type = (char *) (format ? format->media_type : "text/plain"),
    .app_name = (char *) "Khatt",
    .app_exec = (char *) "khatt %u",
    .groups = groups,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
