/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every window, pane, page, dialog and menu is opened, on a screen as small as a telephone's, and
 * looked at for what is cut off, covered or too small. The test runs once in each language, and
 * with text of twice the size (KHATT_TEXT_SCALE).
 * data/screenshots/all has pictures made of the same, at other sizes and in other colours, into the
 * folder that KHATT_LOOKS names. */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "khatt-timeline-view.h"
#include "look.h"
#include "ui-faults.h"
#include "ui-picture.h"
#include "ui-sample.h"

/* Types of what was seen. */
static GHashTable *seen = NULL;

/* ---- The window ---- */

/* As who set the system's text larger has it. */
static void
scale_text (void)
{
  const char *scale = g_getenv ("KHATT_TEXT_SCALE");

  if (scale != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                  (int) (g_ascii_strtod (scale, NULL) * 96 * PANGO_SCALE), NULL);
}

/* Where nobody composes windows GTK draws them a frame, which telephones have not. */
static void
remove_frames (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (
      provider, ".solid-csd { padding: 0; border: none; border-radius: 0; box-shadow: none; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

static KhattApplication *
get_application (void)
{
  static KhattApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = khatt_application_new (G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                    "gtk-decoration-layout", ":minimize,maximize,close", NULL);
      remove_frames ();
      scale_text ();
    }
  return application;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

static gboolean
has_document (gpointer data)
{
  KhattWindow *window = data;
  KhattDocument *document = khatt_window_get_document (window);

  return !khatt_document_is_busy (document) && !khatt_document_is_empty (document) &&
         khatt_timeline_view_get_arrangement (window->view) != NULL;
}

static void
set_up (LookFixture *fixture, gconstpointer data)
{
  const Look *look = data;

  fixture->application = get_application ();
  fixture->folder = g_dir_make_tmp ("khatt-looks-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "calls.khatt", NULL);
  fixture->window = KHATT_WINDOW (khatt_window_new (GTK_APPLICATION (fixture->application)));
  look_fill_screen (GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_sample_wait (is_mapped, fixture->window);
  ui_sample_paint (GTK_WIDGET (fixture->window));
  if (look->text == NULL)
    {
      look_write_sample (fixture);
      look_open_file (fixture, fixture->path);
    }
  else if (look->text[0] == '{')
    {
      g_assert_true (g_file_set_contents (fixture->path, look->text, -1, NULL));
      look_open_file (fixture, fixture->path);
    }
  else if (look->text[0] != '\0')
    khatt_window_read_text (fixture->window, look->text);
  if (look->text == NULL || look->text[0] != '\0')
    ui_sample_wait (has_document, fixture->window);
  ui_sample_paint (GTK_WIDGET (fixture->window));
}

/* GTK's dialog for printers, with a page of ours in it. */
static gboolean
is_of_gtk (gpointer window)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog");
}

static gboolean
has_no_window (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  return windows == NULL;
}

/* GTK 4.8 complains of a tooltip whose window is gone. */
static void
hide_tooltips (LookFixture *fixture)
{
  g_autoptr (GPtrArray) popovers = ui_picture_list_popovers (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < popovers->len; i++)
    if (!GTK_IS_POPOVER (popovers->pdata[i]))
      {
        g_assert_true (g_spawn_command_line_sync ("xdotool mousemove 0 0", NULL, NULL, NULL, NULL));
        ui_sample_wait (is_unmapped, popovers->pdata[i]);
      }
}

/* It forgets a tooltip that it is about to show when the pointer is elsewhere: the server says so
 * when a popover gives it free. */
static void
hide_popovers (GtkWidget *window)
{
  g_autoptr (GPtrArray) popovers = ui_picture_list_popovers (window);

  for (guint i = 0; i < popovers->len; i++)
    if (GTK_IS_POPOVER (popovers->pdata[i]))
      gtk_popover_popdown (popovers->pdata[i]);
  gdk_display_sync (gtk_widget_get_display (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (LookFixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  hide_tooltips (fixture);
  for (GList *item = windows; item != NULL; item = item->next)
    hide_popovers (item->data);
  for (GList *item = windows; item != NULL; item = item->next)
    g_object_ref (item->data);
  for (GList *item = windows; item != NULL; item = item->next)
    {
      /* GTK's own dialog is freed by who asked for it, once it is answered. */
      if (is_of_gtk (item->data))
        gtk_dialog_response (item->data, GTK_RESPONSE_CANCEL);
      else
        gtk_window_destroy (item->data);
      g_object_unref (item->data);
    }
  ui_sample_wait (has_no_window, NULL);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* ---- Looking ---- */

static void
look_at (GtkWidget *root)
{
  g_autoptr (GPtrArray) faults = ui_faults_find (root);

  for (guint i = 0; i < faults->len; i++)
    {
      g_test_message ("%s: %s", G_OBJECT_TYPE_NAME (root), (char *) faults->pdata[i]);
      g_test_fail ();
    }
}

/* Says which widgets ask for more than there is, from the outside in. */
static void
tell_greedy (GtkWidget *widget, int width)
{
  int least = 0;

  if (!gtk_widget_get_visible (widget) || GTK_IS_NATIVE (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least <= width)
    return;
  g_test_message ("%s asks for %d", G_OBJECT_TYPE_NAME (widget), least);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_greedy (child, width);
}

/* Larger than the screen, part of it could not be seen. The window of keyboard shortcuts is GTK's,
 * which puts columns beside each other; who has so little room seldom has a keyboard. */
static void
look_at_width (GtkWidget *window)
{
  g_autoptr (GdkMonitor) monitor =
      g_list_model_get_item (gdk_display_get_monitors (gtk_widget_get_display (window)), 0);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  if (GTK_IS_SHORTCUTS_WINDOW (window))
    return;
  if (gtk_widget_get_width (window) <= area.width && gtk_widget_get_height (window) <= area.height)
    return;
  g_test_message ("%s: %d x %d do not fit on the screen", G_OBJECT_TYPE_NAME (window),
                  gtk_widget_get_width (window), gtk_widget_get_height (window));
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_greedy (child, area.width);
  g_test_fail ();
}

/* What of ours is there to be seen. */
static void
remember (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  g_hash_table_add (seen, (gpointer) G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    remember (child);
}

static void
paint (GtkWidget *window, const char *name, guint number)
{
  const char *folder = g_getenv ("KHATT_LOOKS");
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  base = number == 0 ? g_strdup_printf ("%s.png", name)
                     : g_strdup_printf ("%s-%u.png", name, number + 1);
  g_strdelimit (base, "/", '-');
  path = g_build_filename (folder, base, NULL);
  ui_picture_save (window, path);
}

/* The window where nothing lies before it, else what does. */
static void
look_at_all (LookFixture *fixture, const char *name)
{
  GtkWidget *main_window = GTK_WIDGET (fixture->window);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n_looked_at = 0;

  for (GList *item = windows; item != NULL; item = item->next)
    {
      GtkWidget *window = item->data;
      g_autoptr (GPtrArray) popovers = NULL;

      if (!gtk_widget_get_mapped (window) || (window == main_window && windows->next != NULL))
        continue;
      ui_sample_paint (window);
      if (!is_of_gtk (window))
        {
          look_at_width (window);
          look_at (window);
        }
      popovers = ui_picture_list_popovers (window);
      for (guint i = 0; i < popovers->len; i++)
        look_at (popovers->pdata[i]);
      remember (window);
      paint (window, name, n_looked_at++);
    }
  g_assert_cmpuint (n_looked_at, >, 0);
}

static void
test_look (LookFixture *fixture, gconstpointer data)
{
  const Look *look = data;
  g_auto (GStrv) steps = g_strsplit (look->steps != NULL ? look->steps : "", " ", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    look_run_step (fixture, steps[i]);
  if (look->show != NULL)
    look->show (fixture);
  ui_sample_paint (GTK_WIDGET (fixture->window));
  look_at_all (fixture, look->name);
}

/* ---- Nothing is left out ---- */

/* Where there is much room only, and where there is little; the first type has subtypes only. */
static const char *const wide_types[] = { "KhattEditRow", "KhattBookmarks", "KhattBreadcrumb",
                                          "KhattOverview", NULL };
static const char *const narrow_types[] = { "KhattEditRow", "KhattSheet", NULL };

/* Windows and popovers that have no type of their own, by the file that makes them; of each, what
 * shows it. File choosers are the system's. */
static const struct
{
  const char *file;
  const char *looks;
} plain[] = {
  { "khatt-application.c", "about" },
  { "khatt-breadcrumb.c", "menu-breadcrumb" },
  { "khatt-contacts-dialog.c", "contacts" },
  { "khatt-event-table.c", "menu-list" },
  { "khatt-help-overlay.ui", "shortcuts" },
  { "khatt-help.c", "help" },
  { "khatt-issues-dialog.c", "issues" },
  { "khatt-legend-bar.c", "legend" },
  { "khatt-print.c", "print" },
  { "khatt-published-banner.ui", "change-published" },
  { "khatt-table-file.c", "not-opened" }, /* as it, a heading and what went wrong */
  { "khatt-timeline-view-actions.c", "menu-view menu-lane" },
  { "khatt-window-disk.c", "load-again" },
  { "khatt-window-edit.c", "rename" },
  { "khatt-window-save.c", "close conflict losses" },
  { "khatt-window.c", "not-opened" },
};

static const char makers[] =
    "\\b(?:adw_message_dialog_new|gtk_popover_new|gtk_popover_menu_new_from_model|"
    "gtk_print_operation_new|khatt_window_ask|adw_show_about_window|gtk_window_new)\\b|"
    "\\bg_object_new \\([AG]\\w+_TYPE_\\w*(?:WINDOW|POPOVER|DIALOG)\\b|"
    "<object class=\"(?!GtkScrolled)(?:\\w*Window|\\w*Popover\\w*|\\w*Dialog)\"";

static void
check_types (const char *file, const char *source)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("G_DEFINE_\\w*TYPE\\w* \\((\\w+),\\s*\\w+,\\s*(?:GTK|ADW)_TYPE_", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *const *spared =
      g_hash_table_contains (seen, "KhattSheet") ? wide_types : narrow_types;

  g_regex_match (regex, source, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      GType type = g_type_from_name (name);
      gboolean is_widget = type == 0 || g_type_is_a (type, GTK_TYPE_WIDGET);

      if (!is_widget || g_hash_table_contains (seen, name) || g_strv_contains (spared, name))
        continue;
      g_test_message ("%s: nothing shows %s", file, name);
      g_test_fail ();
    }
}

static gboolean
is_look (const char *name)
{
  for (guint i = 0; look_get (i) != NULL; i++)
    if (g_str_equal (look_get (i)->name, name))
      return TRUE;
  return FALSE;
}

static void
check_plain (const char *file, const char *source)
{
  gboolean makes = g_regex_match_simple (makers, source, 0, 0);
  gboolean is_told = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_auto (GStrv) names = g_strsplit (plain[i].looks, " ", -1);

      if (!g_str_equal (plain[i].file, file))
        continue;
      is_told = TRUE;
      for (guint j = 0; names[j] != NULL; j++)
        if (!is_look (names[j]))
          g_error ("%s: %s is no look", file, names[j]);
    }
  if (makes == is_told)
    return;
  g_test_message ("%s: %s", file,
                  makes ? "it is not told what shows the window it makes" : "makes no window");
  g_test_fail ();
}

/* Each widget of ours was seen, and each window that is made of GTK's. */
static void
test_complete (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "ui", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *source = NULL;

      if (!g_str_has_suffix (name, ".c") && !g_str_has_suffix (name, ".ui"))
        continue;
      g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
      check_types (name, source);
      check_plain (name, source);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("KHATT_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);

  seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; look_get (i) != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/looks/", look_get (i)->name, NULL);

      g_test_add (path, LookFixture, look_get (i), set_up, test_look, tear_down);
    }

  /* Last; of a few that are looked at it can say nothing. */
  if (g_getenv ("KHATT_LOOKS") == NULL)
    g_test_add_func ("/complete/windows", test_complete);

  return g_test_run ();
}
