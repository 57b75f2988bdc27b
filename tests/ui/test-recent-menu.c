/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-recent-menu.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "ui-sample.h"

static char *
get_label (GMenuModel *menu, int position)
{
  char *label = NULL;

  g_assert_true (
      g_menu_model_get_item_attribute (menu, position, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  return label;
}

static gboolean
has_target (gpointer menu)
{
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (
      menu, 0, G_MENU_ATTRIBUTE_TARGET, G_VARIANT_TYPE_STRING);

  return target != NULL;
}

/* A menu that opens says something, and what it says of no file cannot be chosen. */
static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("khatt-recent-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "two_calls.khatt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GMenuModel) menu = khatt_recent_menu_new ();
  g_autofree char *none = get_label (menu, 0);
  g_autofree char *label = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
  g_assert_cmpstr (none, ==, "No recent files");
  g_assert_false (has_target (menu));
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  khatt_recent_menu_add (file);
  ui_sample_wait (has_target, menu);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
  label = get_label (menu, 0);
  g_assert_cmpstr (label, ==, "two__calls.khatt");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent-menu/files", test_files);
  return g_test_run ();
}
