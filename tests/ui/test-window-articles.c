/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Folders of articles and articles that are added: what the dialogs give is read, what is under way
 * is seen and can be cancelled, what was put together can be taken apart. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "window-fixture.h"

#define TOLD "..", "data", "samples", "calls.txt"
#define RETOLD "data", "merge", "retold.txt"

typedef struct
{
  KhattWindow *window;
  char *folder;
  char *pipe; /* reads from it wait until somebody writes */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("khatt-articles-XXXXXX", NULL);
  fixture->pipe = g_strconcat (fixture->folder, ".txt", NULL);
  g_assert_cmpint (mkfifo (fixture->pipe, 0600), ==, 0);
  window_fixture_present (&fixture->window);
}

/* Whoever waits for the pipe reads that it is empty. */
static void
release_pipe (Fixture *fixture)
{
  int descriptor = open (fixture->pipe, O_WRONLY | O_NONBLOCK);

  if (descriptor >= 0)
    close (descriptor);
}

static gboolean
is_gone (gpointer data)
{
  Fixture *fixture = data;

  release_pipe (fixture);
  return fixture->window == NULL && !ui_sample_find_dialog ();
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_folder (inside);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_sample_wait (is_gone, fixture);
  remove_folder (fixture->folder);
  g_remove (fixture->pipe);
  g_free (fixture->folder);
  g_free (fixture->pipe);
}

/* ---- What is read ---- */

static void
write_article (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static const char call_text[] =
    "Published: 2025-08-08\n\nهاتف وزير الخارجية المصري، اليوم الجمعة، نظيره التركي.\n";
static const char visit_text[] =
    "Published: 2025-08-09\n\nزار وزير الخارجية القطري، اليوم السبت، العاصمة الأردنية عمان.\n";

static GListModel *
make_list (const char *first, const char *second)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  const char *const paths[] = { first, second };

  for (gsize i = 0; i < G_N_ELEMENTS (paths) && paths[i]; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      g_list_store_append (files, file);
    }
  return G_LIST_MODEL (files);
}

static KhattTimeline *
get_timeline (Fixture *fixture)
{
  return khatt_document_get_timeline (khatt_window_get_document (fixture->window));
}

static guint
count_articles (Fixture *fixture)
{
  return khatt_timeline_get_n_articles (get_timeline (fixture));
}

static guint
count_events (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_timeline (fixture)));
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ui_sample_shows (GTK_WIDGET (fixture->window), text);
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Awaited;

static gboolean
is_shown (gpointer data)
{
  Awaited *awaited = data;

  return shows (awaited->fixture, awaited->text);
}

/* A toast waits for the one before it. */
static void
wait_shown (Fixture *fixture, const char *text)
{
  Awaited awaited = { fixture, text };

  ui_sample_wait (is_shown, &awaited);
}

static void
activate (Fixture *fixture, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, NULL);
}

static gboolean
is_enabled (Fixture *fixture, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name);
}

static gboolean
is_loaded (gpointer window)
{
  return !khatt_window_is_free (window) &&
         !khatt_document_is_busy (khatt_window_get_document (window));
}

static gboolean
is_not_adding (gpointer window)
{
  return KHATT_WINDOW (window)->adding == NULL;
}

static void
open_list (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (GListModel) files = make_list (first, second);

  khatt_window_open (fixture->window, files, NULL);
  ui_sample_wait (is_loaded, fixture->window);
}

static void
add_list (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (GListModel) files = make_list (first, second);

  khatt_window_add (fixture->window, files);
}

static void
open_told (Fixture *fixture)
{
  g_autofree char *told = g_test_build_filename (G_TEST_DIST, TOLD, NULL);

  open_list (fixture, told, NULL);
}

static void
add_retold (Fixture *fixture)
{
  g_autofree char *retold = g_test_build_filename (G_TEST_DIST, RETOLD, NULL);

  add_list (fixture, retold, NULL);
  ui_sample_wait (is_not_adding, fixture->window);
}

/* The events that several articles report. */
static GArray *
list_merged (Fixture *fixture)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (get_timeline (fixture));
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < khatt_snapshot_get_n_events (snapshot); i++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, i);

      if (khatt_snapshot_get_record (snapshot, slot)->n_sources > 1)
        g_array_append_val (slots, slot);
    }
  return slots;
}

static void
select_merged (Fixture *fixture)
{
  g_autoptr (GArray) slots = list_merged (fixture);

  g_assert_cmpuint (slots->len, >, 0);
  khatt_window_select (fixture->window, g_array_index (slots, guint32, 0));
}

/* ---- Dialogs ---- */

static gboolean
has_chosen (gpointer chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);

  return files && g_list_model_get_n_items (files) > 0;
}

/* Chooses a file in the dialog that is open, as a person would. */
static void
choose (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkFileChooserNative *chooser = fixture->window->chooser;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (chooser);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, &error);
  else
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, &error);
  g_assert_no_error (error);
  ui_sample_wait (has_chosen, chooser);
  g_object_ref (chooser);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
  g_object_unref (chooser);
  g_assert_null (fixture->window->chooser);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  if (!ui_sample_can_choose_files ())
    return;
  write_article (fixture, "one.txt", call_text);
  write_article (fixture, "deeper/two.txt", visit_text);
  write_article (fixture, "picture.png", "no article");
  activate (fixture, "open-folder");
  g_assert_cmpint (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (fixture->window->chooser)), ==,
                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
  choose (fixture, fixture->folder);
  ui_sample_wait (is_loaded, fixture->window);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
  g_assert_cmpuint (count_events (fixture), ==, 2);
}

static void
test_folder_dismissed (Fixture *fixture, gconstpointer data)
{
  if (!ui_sample_can_choose_files ())
    return;
  activate (fixture, "open-folder");
  g_signal_emit_by_name (fixture->window->chooser, "response", GTK_RESPONSE_CANCEL);
  g_assert_null (fixture->window->chooser);
  g_assert_true (khatt_window_is_free (fixture->window));
}

static void
test_folder_issues (Fixture *fixture, gconstpointer data)
{
  write_article (fixture, "one.txt", call_text);
  write_article (fixture, "bad.txt", "....");
  open_list (fixture, fixture->folder, NULL);
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  wait_shown (fixture, "1 thing could not be read");
  activate (fixture, "show-issues");
  g_assert_true (ui_sample_shows (GTK_WIDGET (ui_sample_find_dialog ()), "bad.txt"));
  ui_sample_answer ("_Close");
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->window->pages);
}

static gboolean
shows_progress (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (get_page (fixture), "busy") &&
         gtk_progress_bar_get_fraction (fixture->window->progress) > 0;
}

/* The pipe keeps the reading from ending. */
static void
test_folder_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) files = make_list (fixture->folder, fixture->pipe);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      write_article (fixture, name, i % 2 ? call_text : visit_text);
    }
  g_assert_false (is_enabled (fixture, "cancel"));
  khatt_window_open (fixture->window, files, NULL);
  ui_sample_wait (shows_progress, fixture);
  wait_shown (fixture, "Reading…");
  g_assert_true (is_enabled (fixture, "cancel"));
  activate (fixture, "cancel");
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_false (is_enabled (fixture, "cancel"));
  g_assert_true (khatt_window_is_free (fixture->window));
  release_pipe (fixture);
  ui_sample_settle ();
  g_assert_true (khatt_window_is_free (fixture->window));
}

/* ---- Adding ---- */

static void
test_add (Fixture *fixture, gconstpointer data)
{
  guint n_events;

  if (!ui_sample_can_choose_files ())
    return;
  open_told (fixture);
  n_events = count_events (fixture);
  write_article (fixture, "visit.txt", visit_text);
  {
    g_autofree char *path = g_build_filename (fixture->folder, "visit.txt", NULL);

    activate (fixture, "add-articles");
    g_assert_cmpint (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (fixture->window->chooser)), ==,
                     GTK_FILE_CHOOSER_ACTION_OPEN);
    g_assert_true (
        gtk_file_chooser_get_select_multiple (GTK_FILE_CHOOSER (fixture->window->chooser)));
    choose (fixture, path);
  }
  ui_sample_wait (is_not_adding, fixture->window);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
  g_assert_cmpuint (count_events (fixture), ==, n_events + 1);
  wait_shown (fixture, "1 article added");
  g_assert_false (shows (fixture, "joined"));
}

static void
test_add_merges (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) merged = NULL;
  g_autofree char *said = NULL;
  guint n_events;

  open_told (fixture);
  n_events = count_events (fixture);
  add_retold (fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
  g_assert_cmpuint (count_events (fixture), ==, n_events);
  merged = list_merged (fixture);
  g_assert_cmpuint (merged->len, >, 1);
  said = g_strdup_printf ("1 article added, %u reports joined", merged->len);
  wait_shown (fixture, said);
  g_assert_cmpstr (khatt_timeline_get_undo_name (get_timeline (fixture)), ==, "Add articles");
  activate (fixture, "undo");
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  g_assert_cmpuint (count_events (fixture), ==, n_events);
}

static void
test_add_again (Fixture *fixture, gconstpointer data)
{
  open_told (fixture);
  add_retold (fixture);
  add_retold (fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
}

static void
test_add_to_nothing (Fixture *fixture, gconstpointer data)
{
  write_article (fixture, "one.txt", call_text);
  add_list (fixture, fixture->folder, NULL);
  ui_sample_wait (is_loaded, fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "document");
}

/* A document of the same article: what both read there is there once, in one step. */
static void
test_add_timeline (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "calls.khatt", NULL);
  guint n_events;

  open_told (fixture);
  n_events = count_events (fixture);
  add_list (fixture, path, NULL);
  ui_sample_wait (is_not_adding, fixture->window);
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  g_assert_cmpuint (count_events (fixture), >, n_events);
  g_assert_cmpuint (count_events (fixture), <, 2 * n_events);
  activate (fixture, "undo");
  g_assert_cmpuint (count_events (fixture), ==, n_events);
}

static void
test_add_issues (Fixture *fixture, gconstpointer data)
{
  open_told (fixture);
  write_article (fixture, "one.txt", call_text);
  write_article (fixture, "bad.txt", "....");
  add_list (fixture, fixture->folder, NULL);
  ui_sample_wait (is_not_adding, fixture->window);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
  activate (fixture, "show-issues");
  g_assert_true (ui_sample_shows (GTK_WIDGET (ui_sample_find_dialog ()), "bad.txt"));
  ui_sample_answer ("_Close");
}

static gboolean
shows_adding (gpointer data)
{
  KhattWindow *window = ((Fixture *) data)->window;

  return gtk_revealer_get_reveal_child (window->adding_bar) &&
         gtk_progress_bar_get_fraction (window->adding_progress) > 0;
}

static void
begin_adding (Fixture *fixture)
{
  open_told (fixture);
  write_article (fixture, "one.txt", call_text);
  add_list (fixture, fixture->folder, fixture->pipe);
  ui_sample_wait (shows_adding, fixture);
  wait_shown (fixture, "Reading articles…");
  g_assert_true (is_enabled (fixture, "cancel-adding"));
  g_assert_cmpstr (get_page (fixture), ==, "document");
}

static void
test_add_cancelled (Fixture *fixture, gconstpointer data)
{
  begin_adding (fixture);
  activate (fixture, "cancel-adding");
  g_assert_false (is_enabled (fixture, "cancel-adding"));
  g_assert_false (shows_adding (fixture));
  release_pipe (fixture);
  ui_sample_settle ();
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  g_assert_null (ui_sample_find_dialog ());
}

static void
test_add_overtaken (Fixture *fixture, gconstpointer data)
{
  begin_adding (fixture);
  open_list (fixture, fixture->folder, NULL);
  g_assert_false (is_enabled (fixture, "cancel-adding"));
  release_pipe (fixture);
  ui_sample_settle ();
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

/* ---- Taking apart ---- */

static GtkWidget *
find_button (Fixture *fixture, const char *action)
{
  g_autoptr (GQueue) widgets = g_queue_new ();

  g_queue_push_tail (widgets, fixture->window->details);
  while (!g_queue_is_empty (widgets))
    {
      GtkWidget *widget = g_queue_pop_head (widgets);

      if (GTK_IS_BUTTON (widget) &&
          g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (widgets, child);
    }
  return NULL;
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  guint n_events;

  open_told (fixture);
  g_assert_false (is_enabled (fixture, "split-event"));
  add_retold (fixture);
  n_events = count_events (fixture);
  select_merged (fixture);
  g_assert_true (is_enabled (fixture, "split-event"));
  wait_shown (fixture, "Split into 2 Reports");
  g_assert_true (gtk_widget_get_focusable (find_button (fixture, "win.split-event")));
  g_signal_emit_by_name (find_button (fixture, "win.split-event"), "clicked");
  g_assert_cmpuint (count_events (fixture), ==, n_events + 1);
  g_assert_false (is_enabled (fixture, "split-event"));
  g_assert_null (find_button (fixture, "win.split-event"));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (fixture->window->undo_button),
                                   "Undo: Split “"));
  activate (fixture, "undo");
  g_assert_cmpuint (count_events (fixture), ==, n_events);
  g_assert_true (is_enabled (fixture, "split-event"));
}

static void
test_take_out (Fixture *fixture, gconstpointer data)
{
  guint n_events;

  open_told (fixture);
  khatt_window_select (fixture->window, 0);
  g_assert_null (find_button (fixture, "win.take-source-out"));
  add_retold (fixture);
  n_events = count_events (fixture);
  select_merged (fixture);
  g_signal_emit_by_name (find_button (fixture, "win.take-source-out"), "clicked");
  g_assert_cmpuint (count_events (fixture), ==, n_events + 1);
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (fixture->window->undo_button),
                                   "Undo: Take a source out of “"));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

/* ---- The user's own lexicon ---- */

static void
write_own_lexicon (void)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "khatt", "lexicon", "ar", NULL);
  g_autofree char *path = g_build_filename (folder, "verbs.tsv", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "تلفن\tيتلفن\tcall\nهمس\tيهمس\twhisper\n", -1, NULL));
}

/* The first case that opens something. */
static void
test_lexicon (Fixture *fixture, gconstpointer data)
{
  write_article (fixture, "one.txt",
                 "Published: 2025-08-08\n\nتلفن وزير الخارجية المصري، اليوم، نظيره التركي.\n");
  open_list (fixture, fixture->folder, NULL);
  g_assert_cmpuint (count_events (fixture), ==, 1);
  wait_shown (fixture, "1 line of your lexicon was left out");
  activate (fixture, "show-lexicon-issues");
  g_assert_true (ui_sample_shows (GTK_WIDGET (ui_sample_find_dialog ()), "“whisper”"));
  g_assert_true (ui_sample_shows (GTK_WIDGET (ui_sample_find_dialog ()), "verbs.tsv:2"));
  ui_sample_answer ("_Close");
}

static void
test_lexicon_once (Fixture *fixture, gconstpointer data)
{
  write_article (fixture, "one.txt", call_text);
  open_list (fixture, fixture->folder, NULL);
  g_assert_false (shows (fixture, "your lexicon"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  write_own_lexicon ();
  ADD ("/window-articles/tells-of-a-wrong-line-of-the-lexicon", test_lexicon);
  ADD ("/window-articles/tells-it-once", test_lexicon_once);
  ADD ("/window-articles/opens-a-folder", test_folder);
  ADD ("/window-articles/opens-none-when-not-told-to", test_folder_dismissed);
  ADD ("/window-articles/tells-what-a-folder-has-besides", test_folder_issues);
  ADD ("/window-articles/a-folder-shows-progress-and-can-be-cancelled", test_folder_progress);
  ADD ("/window-articles/adds-articles", test_add);
  ADD ("/window-articles/joins-reports-of-one-event", test_add_merges);
  ADD ("/window-articles/adds-nothing-twice", test_add_again);
  ADD ("/window-articles/adding-to-nothing-opens", test_add_to_nothing);
  ADD ("/window-articles/adds-no-timeline", test_add_timeline);
  ADD ("/window-articles/tells-what-could-not-be-added", test_add_issues);
  ADD ("/window-articles/adding-can-be-cancelled", test_add_cancelled);
  ADD ("/window-articles/adds-to-no-other-document", test_add_overtaken);
  ADD ("/window-articles/splits-an-event", test_split);
  ADD ("/window-articles/takes-a-source-out", test_take_out);
  return g_test_run ();
}
