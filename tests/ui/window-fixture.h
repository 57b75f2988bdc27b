/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Windows of one application, for tests of the whole window. */

#pragma once

#include "khatt-application.h"
#include "khatt-window-private.h"
#include "ui-sample.h"

/* One for all tests, as a process has. */
static inline KhattApplication *
window_fixture_get_application (void)
{
  static KhattApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = khatt_application_new (G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

/* Presents a new one; `window` is NULL again when it is gone. */
static inline void
window_fixture_present (KhattWindow **window)
{
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());

  *window = KHATT_WINDOW (khatt_window_new (application));
  g_object_add_weak_pointer (G_OBJECT (*window), (gpointer *) window);
  gtk_window_present (GTK_WINDOW (*window));
}

static inline gboolean
window_fixture_is_gone (gpointer window)
{
  return *(KhattWindow **) window == NULL && ui_sample_find_dialog () == NULL;
}

/* Waits until the window and its dialogs are gone. */
static inline void
window_fixture_close (KhattWindow **window)
{
  if (*window != NULL)
    gtk_window_destroy (GTK_WINDOW (*window));
  ui_sample_wait (window_fixture_is_gone, window);
}

/* Has the window open a file, as the dialog does. */
static inline void
window_fixture_open (KhattWindow *window, const char *path, const char *published)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  khatt_window_open (window, G_LIST_MODEL (files), published);
}

/* The same with one of the samples. */
static inline void
window_fixture_open_sample (KhattWindow *window, const char *name, const char *published)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);

  window_fixture_open (window, path, published);
}
