/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window with all panes, pages, bars, menus and tooltips, and the way to each. */

#include "look.h"

#include <glib/gstdio.h>
#include <string.h>

#include "khatt-timeline-view-private.h"
#include "ui-sample.h"

#define MOST_ZOOMS 20
#define NOTHING ""
#define UNPUBLISHED                                                                                \
  "هاتف الرئيس الروسي اليوم الجمعة نظيره الصيني، والتقى يوم 6 أغسطس الجاري المبعوث الأمريكي.\n"
#define UNDATED                                                                                                \
  "{\"format\": \"khatt-timeline\", \"version\": 1, \"language\": \"ar\", \"events\": [\n"                     \
  "{\"id\": \"e1\", \"kind\": \"call\", \"date_text\": \"في وقت لاحق\", \"title\": \"اتصال\"}\n" \
  "]}\n"
#define TWO_ARTICLES                                                                                         \
  "{\"format\": \"khatt-timeline\", \"version\": 1, \"language\": \"ar\", \"articles\": [\n"                 \
  "{\"id\": \"a1\", \"title\": \"صباحا\", \"published\": \"2025-08-08\", \"text\": \"اتصال.\"},\n" \
  "{\"id\": \"a2\", \"title\": \"مساء\", \"published\": \"2025-08-09\", \"text\": \"لقاء.\"}\n"      \
  "], \"events\": [\n"                                                                                       \
  "{\"id\": \"e1\", \"kind\": \"call\", \"date\": \"2025-08-08\", \"title\": \"اتصال\"}\n"              \
  "]}\n"

/**
 * look_fill_screen:
 * @window: a window
 *
 * Makes it as large as the screen.
 */
void
look_fill_screen (GtkWindow *window)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (
      gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window))), 0);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_default_size (window, area.width, area.height);
}

/**
 * look_write_sample:
 * @fixture: what is looked at
 *
 * Makes its file a copy of the sample.
 */
void
look_write_sample (LookFixture *fixture)
{
  g_autofree char *sample =
      g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "calls.khatt", NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (sample, &contents, NULL, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, -1, NULL));
}

/**
 * look_open_file:
 * @fixture: what is looked at
 * @path: a file
 *
 * Opens it in the window.
 */
void
look_open_file (LookFixture *fixture, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  khatt_window_open (fixture->window, G_LIST_MODEL (files), NULL);
}

/**
 * look_run_step:
 * @fixture: what is looked at
 * @step: a detailed action of the window, which has to be there
 *
 * Activates it, and waits until what it shows is painted.
 */
void
look_run_step (LookFixture *fixture, const char *step)
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

/**
 * look_select_next:
 * @fixture: what is looked at
 *
 * Selects the first event, or the one after that which is selected.
 */
void
look_select_next (LookFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->view), "view.next", NULL);
  ui_sample_paint (GTK_WIDGET (fixture->window));
}

static gboolean
has_disk_notice (gpointer window)
{
  return KHATT_WINDOW (window)->disk_notice != NULL;
}

/**
 * look_change_file:
 * @fixture: what is looked at
 *
 * Writes something else into its file, as another program does, until the window tells of it.
 */
void
look_change_file (LookFixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, UNDATED, -1, NULL));
  khatt_document_check_disk (khatt_window_get_document (fixture->window));
  ui_sample_wait (has_disk_notice, fixture->window);
}

static void
pop_up (GtkWidget *button)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
show_primary_menu (LookFixture *fixture)
{
  pop_up (GTK_WIDGET (fixture->window->primary_button));
}

static void
show_export_menu (LookFixture *fixture)
{
  /* Not there where the window is narrow. */
  if (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->export_button)))
    pop_up (GTK_WIDGET (fixture->window->export_button));
}

static void
show_present_menu (LookFixture *fixture)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->present_button)))
    adw_split_button_popup (fixture->window->present_button);
}

static void
show_recent_menu (LookFixture *fixture)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->open_button)))
    adw_split_button_popup (fixture->window->open_button);
}

static void
show_bookmarks (LookFixture *fixture)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->bookmarks_button)))
    pop_up (GTK_WIDGET (fixture->window->bookmarks_button));
}

static void
show_legend (LookFixture *fixture)
{
  gboolean is_narrow = gtk_widget_get_mapped (GTK_WIDGET (fixture->window->bottom_legend));
  GtkWidget *legend =
      GTK_WIDGET (is_narrow ? fixture->window->bottom_legend : fixture->window->legend);
  GtkWidget *button = ui_sample_find (legend, GTK_TYPE_MENU_BUTTON);

  g_assert_nonnull (button);
  pop_up (button);
}

static void
show_view_menu (LookFixture *fixture)
{
  khatt_timeline_view_popup_menu (fixture->window->view, 100, 200);
}

static void
show_lane_menu (LookFixture *fixture)
{
  khatt_timeline_view_popup_lane_menu (fixture->window->view, 0, 40, 100);
}

static void
show_chips (LookFixture *fixture)
{
  const char *const actors[] = { "فلاديمير بوتين", "شي جين بينغ", NULL };
  KhattFilter filter = { .actors = actors, .kinds = 1 << KHATT_KIND_CALL };

  khatt_timeline_view_set_filter (fixture->window->view, &filter);
}

static void
filter_all_out (LookFixture *fixture)
{
  const KhattFilter filter = { .kinds = 1 << KHATT_KIND_AGREEMENT };

  khatt_timeline_view_set_filter (fixture->window->view, &filter);
}

static void
search (LookFixture *fixture)
{
  GtkWidget *entry = ui_sample_find (GTK_WIDGET (fixture->window->search_bar), GTK_TYPE_TEXT);

  gtk_editable_set_text (GTK_EDITABLE (entry), "بوتين");
}

static void
search_in_vain (LookFixture *fixture)
{
  GtkWidget *entry = ui_sample_find (GTK_WIDGET (fixture->window->search_bar), GTK_TYPE_TEXT);

  gtk_editable_set_text (GTK_EDITABLE (entry), "xyz");
}

static void
compare (LookFixture *fixture)
{
  look_select_next (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->view), "view.compare", NULL);
  look_select_next (fixture);
  look_select_next (fixture);
}

static void
expand_sheet (LookFixture *fixture)
{
  look_select_next (fixture);
  khatt_sheet_set_expanded (fixture->window->sheet, TRUE);
}

static void
lose_file (LookFixture *fixture)
{
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  khatt_document_check_disk (khatt_window_get_document (fixture->window));
}

static void
show_lost_file (LookFixture *fixture)
{
  lose_file (fixture);
  ui_sample_wait (has_disk_notice, fixture->window);
}

/* Of its file: a window that shows nothing yet may keep one too. */
static char *
find_journal (LookFixture *fixture, char **contents, gsize *length)
{
  g_autofree char *folder = khatt_document_dup_journal_folder ();
  g_autofree char *uri = g_filename_to_uri (fixture->path, NULL, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *journal = NULL;

      if (!g_str_has_suffix (name, ".khatt-journal") ||
          !g_file_get_contents (path, &journal, length, NULL) || strstr (journal, uri) == NULL)
        continue;
      *contents = g_steal_pointer (&journal);
      return g_steal_pointer (&path);
    }
  return NULL;
}

static gboolean
has_journal (gpointer fixture)
{
  g_autofree char *journal = NULL;
  gsize length;
  g_autofree char *path = find_journal (fixture, &journal, &length);

  return path != NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer is_loaded)
{
  *(gboolean *) is_loaded = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
has_recovery_notice (gpointer window)
{
  return KHATT_WINDOW (window)->recovery_notice != NULL;
}

/* What a process leaves that changed the title and ended comes back. */
static void
recover (LookFixture *fixture)
{
  KhattDocument *document = khatt_document_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *path = NULL;
  g_autofree char *journal = NULL;
  gboolean is_loaded = FALSE;
  gsize length;

  look_write_sample (fixture);
  g_list_store_append (files, file);
  khatt_document_load_async (document, G_LIST_MODEL (files), NULL, loaded_cb, &is_loaded);
  ui_sample_wait (is_true, &is_loaded);
  khatt_timeline_set_title (khatt_document_get_timeline (document), "2025");
  ui_sample_wait (has_journal, fixture);
  path = find_journal (fixture, &journal, &length);
  g_assert_finalize_object (document);
  g_assert_true (g_file_set_contents (path, journal, (gssize) length, NULL));
  look_open_file (fixture, fixture->path);
  ui_sample_wait (has_recovery_notice, fixture->window);
}

static void
change_published (LookFixture *fixture)
{
  pop_up (ui_sample_find (GTK_WIDGET (fixture->window->article), GTK_TYPE_MENU_BUTTON));
}

static void
show_list_menu (LookFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->table), "table.menu", NULL);
}

/* What the pointer does, so that the menu comes as it does for it. */
static void
show_breadcrumb_menu (LookFixture *fixture)
{
  GtkWidget *button = ui_sample_find (GTK_WIDGET (fixture->window->breadcrumb), GTK_TYPE_BUTTON);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (button);

  if (!gtk_widget_get_mapped (button))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        g_signal_emit_by_name (controller, "pressed", 1, 1.0, 1.0);
    }
}

/* The window of a tooltip is GTK's, and a child of the one it belongs to. */
static GtkWidget *
find_tooltip (GtkWidget *window)
{
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_NATIVE (child) && !GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
      return child;
  return NULL;
}

static gboolean
has_tooltip (gpointer window)
{
  return find_tooltip (window) != NULL;
}

/* With the pointer, which tells GTK where it is itself. */
static void
point_at (LookFixture *fixture, const KhattRect *rect)
{
  double x, y;
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_translate_coordinates (
      GTK_WIDGET (fixture->window->view), GTK_WIDGET (fixture->window), rect->x + rect->width / 2,
      rect->y + rect->height / 2, &x, &y));
  command = g_strdup_printf ("xdotool mousemove %d %d", (int) x, (int) y);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ui_sample_wait (has_tooltip, fixture->window);
}

static void
point_at_mark (LookFixture *fixture)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (fixture->window->view);

  point_at (fixture, &khatt_layout_get_mark (layout, 0)->plate);
}

static void
point_at_cluster (LookFixture *fixture)
{
  KhattTimelineView *view = fixture->window->view;

  for (guint i = 0; i < MOST_ZOOMS; i++)
    if (khatt_layout_get_n_clusters (khatt_timeline_view_get_layout (view)) == 0)
      look_run_step (fixture, "zoom-out");
  g_assert_cmpuint (khatt_layout_get_n_clusters (khatt_timeline_view_get_layout (view)), >, 0);
  point_at (fixture, &khatt_layout_get_cluster (khatt_timeline_view_get_layout (view), 0)->pill);
}

static const Look looks[] = {
  { "empty", NOTHING, NULL, NULL },
  { "main/timeline", NULL, NULL, NULL },
  { "selected", NULL, NULL, look_select_next },
  { "sheet", NULL, NULL, expand_sheet },
  { "compared", NULL, NULL, compare },
  { "main/list", NULL, "mode::list", NULL },
  { "main/article", NULL, "mode::article", NULL },
  { "article-selected", NULL, "mode::article", look_select_next },
  { "main/review", NULL, "mode::review accept-event dismiss-event", NULL },
  { "main/filters", NULL, "show-filters", NULL },
  { "chips", NULL, NULL, show_chips },
  { "nothing", NULL, NULL, filter_all_out },
  { "search", NULL, "find", search },
  { "search-in-vain", NULL, "find", search_in_vain },
  { "lanes-of-kinds", NULL, "lanes::kinds", NULL },
  { "published", UNPUBLISHED, NULL, NULL },
  { "undated", UNDATED, NULL, NULL },
  { "review-undated", UNDATED, "show-undated", NULL },
  { "change-published", NULL, "mode::article", change_published },
  { "two-articles", TWO_ARTICLES, "mode::article", NULL },
  { "notice", NULL, NULL, show_lost_file },
  { "notice-changed", NULL, NULL, look_change_file },
  { "notice-recovered", NOTHING, NULL, recover },
  { "go-to-date", NULL, "go-to-date", NULL },
  { "bookmarks", NULL, "bookmark", show_bookmarks },
  { "menu", NULL, NULL, show_primary_menu },
  { "menu-export", NULL, NULL, show_export_menu },
  { "menu-present", NULL, NULL, show_present_menu },
  { "menu-recent", NULL, NULL, show_recent_menu },
  { "menu-view", NULL, NULL, show_view_menu },
  { "menu-list", NULL, "mode::list", show_list_menu },
  { "menu-breadcrumb", NULL, NULL, show_breadcrumb_menu },
  { "menu-lane", NULL, NULL, show_lane_menu },
  { "tooltip", NULL, NULL, point_at_mark },
  { "tooltip-cluster", NULL, NULL, point_at_cluster },
  { "legend", NULL, NULL, show_legend },
};

/**
 * look_get:
 * @index: from 0 on
 *
 * Returns: (nullable): that of all looks; %NULL: there are no more
 */
const Look *
look_get (guint index)
{
  return index < G_N_ELEMENTS (looks) ? &looks[index]
                                      : look_get_dialog (index - G_N_ELEMENTS (looks));
}
