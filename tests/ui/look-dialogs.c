/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each dialog and other window, and the way to it. */

#include "look.h"

#include <glib/gi18n-lib.h>

#include "khatt-event-editor-private.h"
#include "khatt-picture.h"
#include "khatt-presentation.h"
#include "khatt-speaker-window.h"
#include "ui-sample.h"

#define NOTHING ""
#define BROKEN                                                                                       \
  "{\"format\": \"khatt-timeline\", \"version\": 1, \"language\": \"ar\", \"events\": [\n"           \
  "{\"id\": \"e1\", \"kind\": \"call\", \"date\": \"2025-08-08\", \"title\": \"اتصال\"},\n"     \
  "{\"id\": \"e2\", \"kind\": \"call\", \"date\": \"the day before\", \"title\": \"اتصال\"},\n" \
  "{\"id\": \"e3\", \"kind\": \"call\", \"date\": 7, \"title\": \"اتصال\"}\n"                   \
  "]}\n"
#define ACTOR "فلاديمير بوتين"

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_window (LookFixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (item->data != fixture->window && gtk_widget_get_mapped (item->data))
      return item->data;
  g_assert_not_reached ();
}

static void
edit (LookFixture *fixture)
{
  look_select_next (fixture);
  look_run_step (fixture, "edit-selected");
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
expand (LookFixture *fixture)
{
  expand_rows (find_window (fixture));
}

static void
edit_all (LookFixture *fixture)
{
  edit (fixture);
  expand (fixture);
}

static void
change_and_close (LookFixture *fixture)
{
  look_select_next (fixture);
  look_run_step (fixture, "delete-event");
  gtk_window_close (GTK_WINDOW (fixture->window));
}

static void
change_on_both_sides (LookFixture *fixture)
{
  look_select_next (fixture);
  look_run_step (fixture, "delete-event");
  look_change_file (fixture);
}

static gboolean
has_dialog (gpointer data)
{
  return ui_sample_find_dialog () != NULL;
}

static void
show_conflict (LookFixture *fixture)
{
  change_on_both_sides (fixture);
  look_run_step (fixture, "save");
  ui_sample_wait (has_dialog, NULL);
}

/* What was not read would be gone. */
static void
show_losses (LookFixture *fixture)
{
  look_select_next (fixture);
  look_run_step (fixture, "delete-event");
  look_run_step (fixture, "save");
  ui_sample_wait (has_dialog, NULL);
}

static void
show_load_again (LookFixture *fixture)
{
  change_on_both_sides (fixture);
  look_run_step (fixture, "load-again");
  ui_sample_wait (has_dialog, NULL);
}

static void
open_what_is_not (LookFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "lost.khatt", NULL);

  look_open_file (fixture, path);
  ui_sample_wait (has_dialog, NULL);
}

static void
choose_format (LookFixture *fixture, guint format)
{
  GtkWidget *row = ui_sample_find (find_window (fixture), ADW_TYPE_COMBO_ROW);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), format);
}

static void
choose_svg (LookFixture *fixture)
{
  choose_format (fixture, KHATT_PICTURE_SVG);
}

static void
choose_pdf (LookFixture *fixture)
{
  choose_format (fixture, KHATT_PICTURE_PDF);
}

static void
choose_page (LookFixture *fixture)
{
  choose_format (fixture, KHATT_PICTURE_PDF + 1);
}

static void
show_contacts (LookFixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-contacts",
                                  g_variant_new_string (ACTOR));
}

/* A window keeps its size while it is shown, where nobody manages windows. */
static void
fill (GtkWidget *window)
{
  gtk_widget_set_visible (window, FALSE);
  gtk_window_unfullscreen (GTK_WINDOW (window));
  look_fill_screen (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  ui_sample_wait (is_mapped, window);
}

static void
fill_presentation (LookFixture *fixture)
{
  fill (find_window (fixture));
}

static void
present_selected (LookFixture *fixture)
{
  look_select_next (fixture);
  look_run_step (fixture, "record-scene");
  look_run_step (fixture, "present");
  fill_presentation (fixture);
}

static void
act_in_presentation (LookFixture *fixture, const char *action)
{
  GtkWidget *presentation = find_window (fixture);

  fill_presentation (fixture);
  ui_sample_paint (presentation);
  gtk_widget_activate_action (presentation, action, NULL);
}

static void
show_speaker (LookFixture *fixture)
{
  act_in_presentation (fixture, "present.speaker");
}

static void
fill_speaker (LookFixture *fixture)
{
  g_autoptr (GList) windows = NULL;

  show_speaker (fixture);
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item != NULL; item = item->next)
    if (KHATT_IS_SPEAKER_WINDOW (item->data))
      fill (item->data);
}

static void
activate_with (LookFixture *fixture, const char *action, const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action,
                                  g_variant_new_string (value));
}

static void
show_rename (LookFixture *fixture)
{
  activate_with (fixture, "rename-actor", ACTOR);
}

static void
show_actor (LookFixture *fixture)
{
  activate_with (fixture, "edit-actor", ACTOR);
}

static void
show_split (LookFixture *fixture)
{
  activate_with (fixture, "split-actor", ACTOR);
}

/* Names that go on as what is typed. */
static void
show_completion (LookFixture *fixture)
{
  GtkWidget *entry;

  show_rename (fixture);
  entry = ui_sample_find (find_window (fixture), GTK_TYPE_ENTRY);
  gtk_widget_grab_focus (entry);
  ui_sample_paint (find_window (fixture));
  gtk_editable_set_text (GTK_EDITABLE (entry), "س");
}

static gboolean
has_other_window (gpointer fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (item->data != ((LookFixture *) fixture)->window && gtk_widget_get_mapped (item->data))
      return TRUE;
  return FALSE;
}

static void
show_pairs (LookFixture *fixture)
{
  look_run_step (fixture, "show-pairs");
  ui_sample_wait (has_other_window, fixture);
}

/* At the page that is ours. */
static void
show_print (LookFixture *fixture)
{
  GtkNotebook *pages;

  look_run_step (fixture, "print");
  ui_sample_wait (has_other_window, fixture);
  pages = GTK_NOTEBOOK (ui_sample_find (find_window (fixture), GTK_TYPE_NOTEBOOK));
  for (int i = 0; i < gtk_notebook_get_n_pages (pages); i++)
    if (g_strcmp0 (gtk_notebook_get_tab_label_text (pages, gtk_notebook_get_nth_page (pages, i)),
                   _ ("Timeline")) == 0)
      gtk_notebook_set_current_page (pages, i);
}

static void
show_colors (LookFixture *fixture)
{
  KhattEventEditor *editor;

  edit_all (fixture);
  editor = KHATT_EVENT_EDITOR (find_window (fixture));
  gtk_widget_grab_focus (editor->color_row);
  ui_sample_paint (GTK_WIDGET (editor));
  gtk_widget_activate (editor->color_row);
}

static void
activate_application (LookFixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action, NULL);
}

static void
show_preferences (LookFixture *fixture)
{
  activate_application (fixture, "preferences");
}

/* There is no program that shows it. */
static void
show_help (LookFixture *fixture)
{
  activate_application (fixture, "help");
  ui_sample_wait (has_dialog, NULL);
}

static void
show_shortcuts (LookFixture *fixture)
{
  activate_application (fixture, "shortcuts");
}

static void
show_about (LookFixture *fixture)
{
  activate_application (fixture, "about");
}

static const Look dialogs[] = {
  { "paste", NOTHING, "paste", NULL },
  { "issues", BROKEN, "show-issues", NULL },
  { "rename", NULL, NULL, show_rename },
  { "completion", NULL, NULL, show_completion },
  { "actor", NULL, NULL, show_actor },
  { "split", NULL, NULL, show_split },
  { "contacts", NULL, NULL, show_contacts },
  { "pairs", NULL, NULL, show_pairs },
  { "scenes", NULL, "record-scene record-scene scenes", NULL },
  { "scenes-expanded", NULL, "record-scene record-scene scenes", expand },
  { "no-scenes", NULL, "scenes", NULL },
  { "presentation", NULL, "record-scene record-scene present", fill_presentation },
  { "presentation-card", NULL, NULL, present_selected },
  { "speaker", NULL, "record-scene record-scene present", show_speaker },
  { "speaker-large", NULL, "record-scene record-scene present", fill_speaker },
  { "editor", NULL, NULL, edit },
  { "editor-expanded", NULL, NULL, edit_all },
  { "editor-colors", NULL, NULL, show_colors },
  { "editor-new", NULL, "new-event", NULL },
  { "export-png", NULL, "export-picture", NULL },
  { "export-svg", NULL, "export-picture", choose_svg },
  { "export-pdf", NULL, "record-scene export-picture", choose_pdf },
  { "export-page", NULL, "export-picture", choose_page },
  { "print", NULL, NULL, show_print },
  { "close", NULL, NULL, change_and_close },
  { "conflict", NULL, NULL, show_conflict },
  { "losses", BROKEN, NULL, show_losses },
  { "load-again", NULL, NULL, show_load_again },
  { "not-opened", NOTHING, NULL, open_what_is_not },
  { "help", NULL, NULL, show_help },
  { "preferences", NULL, NULL, show_preferences },
  { "shortcuts", NULL, NULL, show_shortcuts },
  { "about", NULL, NULL, show_about },
};

/**
 * look_get_dialog:
 * @index: from 0 on
 *
 * Returns: (nullable): that of the looks of dialogs and other windows; %NULL: there are no more
 */
const Look *
look_get_dialog (guint index)
{
  return index < G_N_ELEMENTS (dialogs) ? &dialogs[index] : NULL;
}
