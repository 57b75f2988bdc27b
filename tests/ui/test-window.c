/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window as a whole, without anybody in front of it. */

#include "khatt-presentation.h"
#include "window-fixture.h"

typedef struct
{
  KhattWindow *window;
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  window_fixture_present (&fixture->window);
  ui_sample_wait (is_mapped, fixture->window);
}

static gboolean
has_dialog (gpointer data)
{
  return ui_sample_find_dialog () != NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (ui_sample_find_dialog ())
    ui_sample_answer ("_Close");
  window_fixture_close (&fixture->window);
}

/* Loaded, arranged and drawn. */
static gboolean
has_document (gpointer data)
{
  KhattWindow *window = data;
  const KhattLayout *layout = khatt_timeline_view_get_layout (window->view);

  return !khatt_document_is_empty (khatt_window_get_document (window)) && layout &&
         khatt_layout_get_n_marks (layout) > 0;
}

/* A sample as a file, opened. */
static void
open_sample (Fixture *fixture)
{
  window_fixture_open_sample (fixture->window, "calls.khatt", NULL);
  ui_sample_wait (has_document, fixture->window);
  ui_sample_settle ();
}

static KhattTimeline *
get_timeline (Fixture *fixture)
{
  return khatt_document_get_timeline (khatt_window_get_document (fixture->window));
}

static guint32
get_slot (Fixture *fixture, guint32 position)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (get_timeline (fixture));

  return khatt_snapshot_get_slot (snapshot, position);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->window->pages);
}

static gboolean
is_enabled (Fixture *fixture, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name);
}

static void
activate (Fixture *fixture, const char *name, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, parameter);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_true (khatt_window_is_free (fixture->window));
  g_assert_true (ui_sample_shows (GTK_WIDGET (fixture->window), "Open an article"));
  g_assert_true (is_enabled (fixture, "open"));
  g_assert_true (is_enabled (fixture, "paste"));
  g_assert_false (is_enabled (fixture, "save"));
  g_assert_false (is_enabled (fixture, "export"));
  g_assert_false (is_enabled (fixture, "undo"));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "document");
  g_assert_false (khatt_window_is_free (fixture->window));
  g_assert_cmpstr (adw_window_title_get_subtitle (fixture->window->title), ==,
                   "14 events from 1 article");
  g_assert_true (is_enabled (fixture, "save"));
  g_assert_true (is_enabled (fixture, "export"));
  g_assert_false (is_enabled (fixture, "undo"));
}

/* A picture for whoever takes one, words for the others. */
static void
test_copy_image (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_auto (GValue) text = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (is_enabled (fixture, "copy-image"));
  open_sample (fixture);
  activate (fixture, "copy-image", NULL);
  g_assert_true (
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));
  g_value_init (&text, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (g_value_get_string (&text), "6 August 2025"));
  g_assert_null (strstr (g_value_get_string (&text), "\xe2\x81\xa8"));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  guint32 first, second;

  open_sample (fixture);
  first = get_slot (fixture, 3);
  second = get_slot (fixture, 4);
  activate (fixture, "select-event", g_variant_new_uint32 (first));
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->window->view), ==, first);
  g_assert_cmpuint (khatt_details_pane_get_slot (fixture->window->details), ==, first);
  g_assert_cmpuint (khatt_article_pane_get_selected_slot (fixture->window->article), ==, first);
  /* From the article back to the timeline. */
  khatt_article_pane_set_selected_slot (fixture->window->article, second);
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), ==, second);
  g_assert_cmpuint (khatt_details_pane_get_slot (fixture->window->details), ==, second);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->view), "view.next", NULL);
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), !=, KHATT_SLOT_NONE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->view), "view.clear-selection", NULL);
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), ==, KHATT_SLOT_NONE);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  khatt_timeline_set_title (get_timeline (fixture), "Another");
  g_assert_cmpstr (adw_window_title_get_title (fixture->window->title), ==, "• Another");
  g_assert_true (is_enabled (fixture, "undo"));
  g_assert_false (is_enabled (fixture, "redo"));
  activate (fixture, "undo", NULL);
  g_assert_cmpstr (adw_window_title_get_title (fixture->window->title), !=, "• Another");
  g_assert_true (is_enabled (fixture, "redo"));
  activate (fixture, "redo", NULL);
  g_assert_cmpstr (khatt_timeline_get_title (get_timeline (fixture)), ==, "Another");
}

static void
test_direction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) state = NULL;

  open_sample (fixture);
  activate (fixture, "direction", g_variant_new_string ("ltr"));
  g_assert_cmpint (khatt_timeline_get_direction (get_timeline (fixture)), ==, KHATT_DIRECTION_LTR);
  g_assert_cmpint (khatt_timeline_view_get_time_direction (fixture->window->view), ==,
                   KHATT_DIRECTION_LTR);
  state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "direction");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "ltr");
  activate (fixture, "direction", g_variant_new_string ("rtl"));
  g_assert_cmpint (khatt_timeline_view_get_time_direction (fixture->window->view), ==,
                   KHATT_DIRECTION_RTL);
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  activate (fixture, "lanes", g_variant_new_string ("kinds"));
  g_assert_cmpint (khatt_timeline_view_get_lanes_by (fixture->window->view), ==, KHATT_LANES_KINDS);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  gint64 before[2], after[2];

  open_sample (fixture);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_true (
      khatt_timeline_view_get_visible_span (fixture->window->view, &before[0], &before[1]));
  activate (fixture, "zoom-in", NULL);
  g_assert_true (
      khatt_timeline_view_get_visible_span (fixture->window->view, &after[0], &after[1]));
  g_assert_cmpint (after[1] - after[0], <, before[1] - before[0]);
  activate (fixture, "fit-all", NULL);
  g_assert_true (
      khatt_timeline_view_get_visible_span (fixture->window->view, &after[0], &after[1]));
  g_assert_cmpint (after[1] - after[0], ==, before[1] - before[0]);
}

static void
test_show_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  guint32 slot;

  open_sample (fixture);
  snapshot = khatt_timeline_ref_snapshot (get_timeline (fixture));
  slot = khatt_snapshot_get_slot (snapshot, 2);
  activate (fixture, "show-source",
            g_variant_new ("(us)", slot, khatt_snapshot_get_article (snapshot, 0)->id));
  g_assert_true (adw_flap_get_reveal_flap (fixture->window->article_flap));
  g_assert_cmpuint (khatt_window_get_selected_slot (fixture->window), ==, slot);
}

static void
test_room (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    int width;
    const char *mode;
    gboolean folds_article;
    gboolean folds_details;
    gboolean has_tools;
  } cases[] = {
    { 1400, "article", FALSE, FALSE, TRUE },  { 1399, "article", FALSE, TRUE, TRUE },
    { 1399, "timeline", FALSE, FALSE, TRUE }, { 860, "timeline", FALSE, FALSE, TRUE },
    { 859, "timeline", TRUE, TRUE, TRUE },    { 600, "article", TRUE, TRUE, TRUE },
    { 599, "timeline", TRUE, TRUE, FALSE },
  };

  open_sample (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      activate (fixture, "mode", g_variant_new_string (cases[i].mode));
      khatt_window_set_room (fixture->window, cases[i].width);
      g_assert_cmpint (adw_flap_get_fold_policy (fixture->window->article_flap), ==,
                       cases[i].folds_article ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                              : ADW_FLAP_FOLD_POLICY_NEVER);
      g_assert_cmpint (adw_flap_get_fold_policy (fixture->window->details_flap), ==,
                       cases[i].folds_details ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                              : ADW_FLAP_FOLD_POLICY_NEVER);
      g_assert_cmpint (gtk_widget_get_visible (fixture->window->tools), ==, cases[i].has_tools);
      g_assert_cmpint (gtk_widget_get_visible (fixture->window->bottom_bar), ==,
                       !cases[i].has_tools);
    }
}

static gboolean
shows_selected (gpointer data)
{
  KhattWindow *window = data;
  const KhattLayout *layout = khatt_timeline_view_get_layout (window->view);

  return layout != NULL &&
         khatt_layout_find_mark (layout, khatt_window_get_selected_slot (window)) != NULL;
}

/* What is about time is of no use in the list, and what was selected there can be seen after. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  KhattWindow *window = fixture->window;
  guint32 slot;

  open_sample (fixture);
  slot = get_slot (fixture, 9);
  khatt_window_set_room (window, 1280);
  khatt_timeline_view_set_span (window->view, 0, G_TIME_SPAN_DAY / G_USEC_PER_SEC);
  activate (fixture, "mode", g_variant_new_string ("list"));
  ui_sample_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->table)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (window->view)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->overview)));
  g_assert_true (adw_flap_get_reveal_flap (window->details_flap));
  g_assert_true (is_enabled (fixture, "export-picture"));
  g_assert_false (is_enabled (fixture, "zoom-in"));
  g_assert_true (is_enabled (fixture, "export"));
  khatt_timeline_view_set_selected_slot (window->view, slot);
  g_signal_emit_by_name (khatt_event_table_get_table (window->table), "activate", 9);
  g_assert_true (khatt_window_get_shows_details (window));

  gtk_widget_activate_action (GTK_WIDGET (window->table), "table.show-in-timeline", NULL);
  ui_sample_wait (shows_selected, window);
  g_assert_true (is_enabled (fixture, "export-picture"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->view)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->overview)));
}

static gboolean
has_focus_in_filters (gpointer data)
{
  KhattWindow *window = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (window->filters));
}

/* Where there is room for one pane, the filters take it. */
static void
test_filters (Fixture *fixture, gconstpointer data)
{
  KhattWindow *window = fixture->window;

  open_sample (fixture);
  khatt_window_set_room (window, 1280);
  g_assert_false (adw_flap_get_reveal_flap (window->filter_flap));
  activate (fixture, "show-filters", NULL);
  g_assert_true (adw_flap_get_reveal_flap (window->filter_flap));
  g_assert_false (adw_flap_get_reveal_flap (window->details_flap));
  ui_sample_wait (has_focus_in_filters, window);
  activate (fixture, "show-details", NULL);
  g_assert_true (adw_flap_get_reveal_flap (window->details_flap));
  g_assert_cmpint (adw_flap_get_fold_policy (window->details_flap), ==,
                   ADW_FLAP_FOLD_POLICY_ALWAYS);
  khatt_window_set_room (window, 1400);
  g_assert_cmpint (adw_flap_get_fold_policy (window->filter_flap), ==, ADW_FLAP_FOLD_POLICY_NEVER);
  g_assert_true (adw_flap_get_reveal_flap (window->details_flap));
  activate (fixture, "show-filters", NULL);
  g_assert_false (adw_flap_get_reveal_flap (window->filter_flap));
  g_assert_false (has_focus_in_filters (window));
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  khatt_window_set_room (fixture->window, 1280);
  g_assert_true (adw_flap_get_reveal_flap (fixture->window->details_flap));
  activate (fixture, "show-details", NULL);
  g_assert_false (adw_flap_get_reveal_flap (fixture->window->details_flap));
  activate (fixture, "show-details", NULL);
  g_assert_true (adw_flap_get_reveal_flap (fixture->window->details_flap));
  /* Over the timeline they wait to be asked for. */
  activate (fixture, "mode", g_variant_new_string ("article"));
  g_assert_false (adw_flap_get_reveal_flap (fixture->window->details_flap));
  activate (fixture, "show-details", NULL);
  g_assert_true (adw_flap_get_reveal_flap (fixture->window->details_flap));
}

static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  khatt_window_set_room (fixture->window, 360);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->sheet)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->bottom_legend)));
  khatt_window_select (fixture->window, get_slot (fixture, 0));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window->sheet)));
  g_assert_false (khatt_sheet_get_expanded (fixture->window->sheet));
  activate (fixture, "show-details", NULL);
  g_assert_true (khatt_sheet_get_expanded (fixture->window->sheet));
}

static void
test_close_asks (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  khatt_timeline_set_title (get_timeline (fixture), "Changed");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_sample_settle ();
  g_assert_nonnull (fixture->window);
  ui_sample_answer ("_Discard");
  ui_sample_wait (window_fixture_is_gone, &fixture->window);
  g_assert_null (fixture->window);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_sample_wait (window_fixture_is_gone, &fixture->window);
  g_assert_null (fixture->window);
}

static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  window_fixture_open (fixture->window, "/nonexistent/calls.khatt", NULL);
  ui_sample_wait (has_dialog, NULL);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_true (khatt_window_is_free (fixture->window));
}

/* Every button can be named by those who do not see it. */
static gboolean
has_children (gpointer widget)
{
  return gtk_widget_get_first_child (GTK_WIDGET (widget)) != NULL;
}

/* A window opens the sooner for what it does not make before somebody asks for it. */
static void
test_late_parts (Fixture *fixture, gconstpointer data)
{
  KhattWindow *window = fixture->window;

  open_sample (fixture);
  g_assert_false (has_children (window->article));
  g_assert_false (has_children (window->sheet));
  g_assert_false (has_children (window->published));
  g_assert_null (gtk_menu_button_get_popover (window->primary_button));
  g_assert_null (gtk_menu_button_get_popover (window->export_button));

  khatt_window_set_mode (window, KHATT_MODE_ARTICLE);
  ui_sample_wait (has_children, window->article);
  gtk_menu_button_popup (window->primary_button);
  g_assert_true (gtk_menu_button_get_menu_model (window->primary_button) == window->primary_menu);
  gtk_menu_button_popdown (window->primary_button);
}

static void
check_names (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean is_icon = GTK_IS_BUTTON (child) && gtk_button_get_icon_name (GTK_BUTTON (child)) &&
                         gtk_actionable_get_action_name (GTK_ACTIONABLE (child));

      if (is_icon)
        {
          g_assert_nonnull (gtk_widget_get_tooltip_text (child));
          g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child),
                                                           GTK_ACCESSIBLE_PROPERTY_LABEL));
        }
      check_names (child);
    }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  check_names (GTK_WIDGET (fixture->window));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

/* Which scene a presentation begins with, that is closed again. */
static guint
present (Fixture *fixture, const char *action)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint scene = G_MAXUINT;

  activate (fixture, action, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!KHATT_IS_PRESENTATION (window))
        continue;
      scene = khatt_presentation_get_scene (KHATT_PRESENTATION (window));
      gtk_window_destroy (window);
      break;
    }
  ui_sample_settle ();
  return scene;
}

/* F5 begins with the first scene; Shift+F5 with the one that was recorded, shown or left last. */
static void
test_first_scene (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  for (guint i = 0; i < 3; i++)
    activate (fixture, "record-scene", NULL);
  g_assert_cmpuint (present (fixture, "present-again"), ==, 2);
  activate (fixture, "show-scene", g_variant_new_uint32 (1));
  g_assert_cmpuint (present (fixture, "present-again"), ==, 1);
  g_assert_cmpuint (present (fixture, "present"), ==, 0);
  g_assert_cmpuint (present (fixture, "present-again"), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/window/is-empty-at-first", test_empty);
  ADD ("/window/opens-a-timeline", test_open);
  ADD ("/window/copies-an-image", test_copy_image);
  ADD ("/window/one-selection-everywhere", test_selection);
  ADD ("/window/walks-through-events", test_keys);
  ADD ("/window/edits-can-be-undone", test_edit);
  ADD ("/window/time-can-run-either-way", test_direction);
  ADD ("/window/lanes-can-be-chosen", test_lanes);
  ADD ("/window/zooms-and-fits", test_zoom);
  ADD ("/window/shows-where-it-was-read", test_show_source);
  ADD ("/window/panes-go-where-there-is-room", test_room);
  ADD ("/window/a-list-of-the-events", test_list);
  ADD ("/window/filters-come-and-go", test_filters);
  ADD ("/window/details-come-and-go", test_details);
  ADD ("/window/a-sheet-where-it-is-narrow", test_sheet);
  ADD ("/window/asks-before-changes-are-lost", test_close_asks);
  ADD ("/window/closes-where-nothing-is-lost", test_close);
  ADD ("/window/says-what-it-could-not-open", test_bad_file);
  ADD ("/window/parts-are-made-when-needed", test_late_parts);
  ADD ("/window/every-icon-has-a-name", test_names);
  ADD ("/window/first-scene", test_first_scene);
  return g_test_run ();
}
