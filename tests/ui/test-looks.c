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

#include "khatt-application.h"
#include "khatt-picture.h"
#include "khatt-presentation.h"
#include "khatt-timeline-view-private.h"
#include "khatt-window-private.h"
#include "ui-faults.h"
#include "ui-picture.h"
#include "ui-sample.h"

typedef struct
{
  KhattApplication *application;
  KhattWindow *window;
  char *folder; /* a file of its own */
  char *path;
} Fixture;

/* What is shown, and how one comes there. */
typedef struct
{
  const char *name;  /* main/…: of the window itself, in each shape it has */
  const char *text;  /* NULL: the sample; else what is opened, or nothing where empty */
  const char *steps; /* of the window, detailed, with a blank between */
  void (*show) (Fixture *fixture);
} Look;

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
has_document (gpointer data)
{
  KhattWindow *window = data;
  KhattDocument *document = khatt_window_get_document (window);

  return !khatt_document_is_busy (document) && !khatt_document_is_empty (document) &&
         khatt_timeline_view_get_arrangement (window->view) != NULL;
}

static void
fill_screen (GtkWindow *window)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (
      gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window))), 0);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_default_size (window, area.width, area.height);
}

static void
open_file (Fixture *fixture, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  khatt_window_open (fixture->window, G_LIST_MODEL (files), NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Look *look = data;
  g_autofree char *sample =
      g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "calls.khatt", NULL);
  g_autofree char *contents = NULL;

  fixture->application = get_application ();
  fixture->folder = g_dir_make_tmp ("khatt-looks-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "calls.khatt", NULL);
  fixture->window = KHATT_WINDOW (khatt_window_new (GTK_APPLICATION (fixture->application)));
  fill_screen (GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_sample_wait (is_mapped, fixture->window);
  ui_sample_paint (GTK_WIDGET (fixture->window));
  if (look->text == NULL)
    {
      g_assert_true (g_file_get_contents (sample, &contents, NULL, NULL));
      g_assert_true (g_file_set_contents (fixture->path, contents, -1, NULL));
      open_file (fixture, fixture->path);
    }
  else if (look->text[0] == '{')
    {
      g_assert_true (g_file_set_contents (fixture->path, look->text, -1, NULL));
      open_file (fixture, fixture->path);
    }
  else if (look->text[0] != '\0')
    khatt_window_read_text (fixture->window, look->text);
  if (look->text == NULL || look->text[0] != '\0')
    ui_sample_wait (has_document, fixture->window);
  ui_sample_paint (GTK_WIDGET (fixture->window));
}

static gboolean
has_no_window (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  return windows == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    g_object_ref (item->data);
  for (GList *item = windows; item != NULL; item = item->next)
    {
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
look_at_all (Fixture *fixture, const char *name)
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
      look_at_width (window);
      look_at (window);
      popovers = ui_picture_list_popovers (window);
      for (guint i = 0; i < popovers->len; i++)
        look_at (popovers->pdata[i]);
      paint (window, name, n_looked_at++);
    }
  g_assert_cmpuint (n_looked_at, >, 0);
}

static void
run_step (Fixture *fixture, const char *step)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (step, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, target);
  ui_sample_paint (GTK_WIDGET (fixture->window));
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  const Look *look = data;
  g_auto (GStrv) steps = g_strsplit (look->steps != NULL ? look->steps : "", " ", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    run_step (fixture, steps[i]);
  if (look->show != NULL)
    look->show (fixture);
  ui_sample_paint (GTK_WIDGET (fixture->window));
  look_at_all (fixture, look->name);
}

/* ---- What actions alone do not open ---- */

static GtkWidget *
find_window (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (item->data != fixture->window && gtk_widget_get_mapped (item->data))
      return item->data;
  g_assert_not_reached ();
}

static void
pop_up (GtkWidget *button)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
show_primary_menu (Fixture *fixture)
{
  pop_up (GTK_WIDGET (fixture->window->primary_button));
}

static void
show_export_menu (Fixture *fixture)
{
  /* Not there where the window is narrow. */
  if (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->export_button)))
    pop_up (GTK_WIDGET (fixture->window->export_button));
}

static void
show_present_menu (Fixture *fixture)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->present_button)))
    adw_split_button_popup (fixture->window->present_button);
}

static void
show_recent_menu (Fixture *fixture)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->open_button)))
    adw_split_button_popup (fixture->window->open_button);
}

static void
show_bookmarks (Fixture *fixture)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->bookmarks_button)))
    pop_up (GTK_WIDGET (fixture->window->bookmarks_button));
}

static void
show_legend (Fixture *fixture)
{
  gboolean is_narrow = gtk_widget_get_mapped (GTK_WIDGET (fixture->window->bottom_legend));
  GtkWidget *legend =
      GTK_WIDGET (is_narrow ? fixture->window->bottom_legend : fixture->window->legend);
  GtkWidget *button = ui_sample_find (legend, GTK_TYPE_MENU_BUTTON);

  g_assert_nonnull (button);
  pop_up (button);
}

static void
show_view_menu (Fixture *fixture)
{
  khatt_timeline_view_popup_menu (fixture->window->view, 100, 200);
}

static void
show_lane_menu (Fixture *fixture)
{
  khatt_timeline_view_popup_lane_menu (fixture->window->view, 0, 40, 100);
}

static void
show_chips (Fixture *fixture)
{
  const char *const actors[] = { "فلاديمير بوتين", "شي جين بينغ", NULL };
  KhattFilter filter = { .actors = actors, .kinds = 1 << KHATT_KIND_CALL };

  khatt_timeline_view_set_filter (fixture->window->view, &filter);
}

static void
search (Fixture *fixture)
{
  GtkWidget *entry = ui_sample_find (GTK_WIDGET (fixture->window->search_bar), GTK_TYPE_TEXT);

  gtk_editable_set_text (GTK_EDITABLE (entry), "بوتين");
}

static void
search_in_vain (Fixture *fixture)
{
  GtkWidget *entry = ui_sample_find (GTK_WIDGET (fixture->window->search_bar), GTK_TYPE_TEXT);

  gtk_editable_set_text (GTK_EDITABLE (entry), "xyz");
}

static void
select_next (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->view), "view.next", NULL);
  ui_sample_paint (GTK_WIDGET (fixture->window));
}

static void
compare (Fixture *fixture)
{
  select_next (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->view), "view.compare", NULL);
  select_next (fixture);
  select_next (fixture);
}

static void
expand_sheet (Fixture *fixture)
{
  select_next (fixture);
  khatt_sheet_set_expanded (fixture->window->sheet, TRUE);
}

static void
edit (Fixture *fixture)
{
  select_next (fixture);
  run_step (fixture, "edit-selected");
}

/* What is folded away. */
static void
expand_rows (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_rows (child);
}

static void
expand (Fixture *fixture)
{
  expand_rows (find_window (fixture));
}

static void
edit_all (Fixture *fixture)
{
  edit (fixture);
  expand (fixture);
}

static void
change_and_close (Fixture *fixture)
{
  select_next (fixture);
  run_step (fixture, "delete-event");
  gtk_window_close (GTK_WINDOW (fixture->window));
}

static void
lose_file (Fixture *fixture)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  khatt_document_check_disk (khatt_window_get_document (fixture->window));
}

static gboolean
has_notice (gpointer window)
{
  return KHATT_WINDOW (window)->disk_notice != NULL;
}

static void
show_notice (Fixture *fixture)
{
  lose_file (fixture);
  ui_sample_wait (has_notice, fixture->window);
}

static void
choose_format (Fixture *fixture, guint format)
{
  GtkWidget *row = ui_sample_find (find_window (fixture), ADW_TYPE_COMBO_ROW);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), format);
}

static void
choose_svg (Fixture *fixture)
{
  choose_format (fixture, KHATT_PICTURE_SVG);
}

static void
choose_pdf (Fixture *fixture)
{
  choose_format (fixture, KHATT_PICTURE_PDF);
}

static void
choose_page (Fixture *fixture)
{
  choose_format (fixture, KHATT_PICTURE_PDF + 1);
}

static void
show_actor (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "edit-actor",
                                  g_variant_new_string ("فلاديمير بوتين"));
}

static void
show_contacts (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-contacts",
                                  g_variant_new_string ("فلاديمير بوتين"));
}

static void
fill_presentation (Fixture *fixture)
{
  GtkWindow *presentation = GTK_WINDOW (find_window (fixture));

  gtk_window_unfullscreen (presentation);
  fill_screen (presentation);
}

static void
present_selected (Fixture *fixture)
{
  select_next (fixture);
  run_step (fixture, "record-scene");
  run_step (fixture, "present");
  fill_presentation (fixture);
}

static void
act_in_presentation (Fixture *fixture, const char *action)
{
  GtkWidget *presentation = find_window (fixture);

  fill_presentation (fixture);
  ui_sample_paint (presentation);
  gtk_widget_activate_action (presentation, action, NULL);
}

static void
show_speaker (Fixture *fixture)
{
  act_in_presentation (fixture, "present.speaker");
}

static void
activate_application (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action, NULL);
}

static void
show_preferences (Fixture *fixture)
{
  activate_application (fixture, "preferences");
}

static void
show_shortcuts (Fixture *fixture)
{
  activate_application (fixture, "shortcuts");
}

static void
show_about (Fixture *fixture)
{
  activate_application (fixture, "about");
}

#define NOTHING ""
#define UNPUBLISHED                                                                                \
  "هاتف الرئيس الروسي اليوم الجمعة نظيره الصيني، والتقى يوم 6 أغسطس الجاري المبعوث الأمريكي.\n"
#define BROKEN                                                                                       \
  "{\"format\": \"khatt-timeline\", \"version\": 1, \"language\": \"ar\", \"events\": [\n"           \
  "{\"id\": \"e1\", \"kind\": \"call\", \"date\": \"2025-08-08\", \"title\": \"اتصال\"},\n"     \
  "{\"id\": \"e2\", \"kind\": \"call\", \"date\": \"the day before\", \"title\": \"اتصال\"},\n" \
  "{\"id\": \"e3\", \"kind\": \"call\", \"date\": 7, \"title\": \"اتصال\"}\n"                   \
  "]}\n"
#define UNDATED                                                                                                \
  "{\"format\": \"khatt-timeline\", \"version\": 1, \"language\": \"ar\", \"events\": [\n"                     \
  "{\"id\": \"e1\", \"kind\": \"call\", \"date_text\": \"في وقت لاحق\", \"title\": \"اتصال\"}\n" \
  "]}\n"

static const Look looks[] = {
  { "empty", NOTHING, NULL, NULL },
  { "paste", NOTHING, "paste", NULL },
  { "main/timeline", NULL, NULL, NULL },
  { "selected", NULL, NULL, select_next },
  { "sheet", NULL, NULL, expand_sheet },
  { "compared", NULL, NULL, compare },
  { "main/list", NULL, "mode::list", NULL },
  { "main/article", NULL, "mode::article", NULL },
  { "article-selected", NULL, "mode::article", select_next },
  { "main/review", NULL, "mode::review accept-event dismiss-event", NULL },
  { "main/filters", NULL, "show-filters", NULL },
  { "chips", NULL, NULL, show_chips },
  { "search", NULL, "find", search },
  { "search-in-vain", NULL, "find", search_in_vain },
  { "lanes-of-kinds", NULL, "lanes::kinds", NULL },
  { "published", UNPUBLISHED, NULL, NULL },
  { "undated", UNDATED, NULL, NULL },
  { "notice", NULL, NULL, show_notice },
  { "issues", BROKEN, "show-issues", NULL },
  { "go-to-date", NULL, "go-to-date", NULL },
  { "bookmarks", NULL, "bookmark", show_bookmarks },
  { "contacts", NULL, NULL, show_contacts },
  { "actor", NULL, NULL, show_actor },
  { "scenes", NULL, "record-scene record-scene scenes", NULL },
  { "scenes-expanded", NULL, "record-scene record-scene scenes", expand },
  { "no-scenes", NULL, "scenes", NULL },
  { "presentation", NULL, "record-scene record-scene present", fill_presentation },
  { "presentation-card", NULL, NULL, present_selected },
  { "speaker", NULL, "record-scene record-scene present", show_speaker },
  { "editor", NULL, NULL, edit },
  { "editor-expanded", NULL, NULL, edit_all },
  { "editor-new", NULL, "new-event", NULL },
  { "export-png", NULL, "export-picture", NULL },
  { "export-svg", NULL, "export-picture", choose_svg },
  { "export-pdf", NULL, "record-scene export-picture", choose_pdf },
  { "export-page", NULL, "export-picture", choose_page },
  { "close", NULL, NULL, change_and_close },
  { "preferences", NULL, NULL, show_preferences },
  { "shortcuts", NULL, NULL, show_shortcuts },
  { "about", NULL, NULL, show_about },
  { "menu", NULL, NULL, show_primary_menu },
  { "menu-export", NULL, NULL, show_export_menu },
  { "menu-present", NULL, NULL, show_present_menu },
  { "menu-recent", NULL, NULL, show_recent_menu },
  { "menu-view", NULL, NULL, show_view_menu },
  { "menu-lane", NULL, NULL, show_lane_menu },
  { "legend", NULL, NULL, show_legend },
};

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("KHATT_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strconcat ("/looks/", looks[i].name, NULL);

      g_test_add (path, Fixture, &looks[i], set_up, test_look, tear_down);
    }

  return g_test_run ();
}
