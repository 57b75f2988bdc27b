/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is chosen is what comes out: on the screen's clipboard, in a file, on paper. */

#include "khatt-export-dialog.h"
#include "khatt-print.h"

#include "ui-sample.h"
#include "view-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define SHEET "/MediaBox [ 0 0 841.8"

static KhattExportChoices
make_choices (KhattPictureFormat format, gboolean is_view)
{
  return (KhattExportChoices){
    .format = format,
    .is_view = is_view,
    .style = KHATT_STYLE_LIGHT,
    .pixel_scale = 1,
    .spread = KHATT_PAPER_COUNTED,
    .n_columns = 2,
  };
}

static GBytes *
draw (Fixture *fixture, const KhattExportChoices *choices)
{
  g_autoptr (GError) error = NULL;
  GBytes *file = khatt_export_choices_draw (choices, fixture->view, "August", &error);

  g_assert_no_error (error);
  return file;
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* As large as the view, or with all lanes; times the scale; and as large as was told. */
static void
test_pixels (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      KhattExportChoices choices = make_choices (KHATT_PICTURE_PNG, i % 2 == 0);
      g_autoptr (GBytes) file = NULL;
      const guint8 *bytes;
      int width, height;

      choices.pixel_scale = i / 2 + 1;
      file = draw (fixture, &choices);
      bytes = g_bytes_get_data (file, NULL);
      g_assert_true (khatt_export_choices_measure (&choices, fixture->view, &width, &height));
      g_assert_cmpint (read_number (bytes + 16), ==, width);
      g_assert_cmpint (read_number (bytes + 20), ==, height);
      if (choices.is_view)
        {
          g_assert_cmpint (width, ==, FIXTURE_WIDTH * (int) choices.pixel_scale);
          g_assert_cmpint (height, ==, FIXTURE_HEIGHT * (int) choices.pixel_scale);
        }
    }
}

static gboolean
says (GBytes *svg, const char *words)
{
  return g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), words) !=
         NULL;
}

/* The view leaves out what is out of it. */
static void
test_view_and_whole (Fixture *fixture, gconstpointer data)
{
  const KhattExportChoices whole = make_choices (KHATT_PICTURE_SVG, FALSE);
  const KhattExportChoices part = make_choices (KHATT_PICTURE_SVG, TRUE);
  const gint64 first = khatt_days_from_civil (2025, 8, 5) * KHATT_SECONDS_PER_DAY;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) some = NULL;

  khatt_timeline_view_set_span (fixture->view, first, first + 4 * KHATT_SECONDS_PER_DAY);
  fixture_settle (fixture);
  all = draw (fixture, &whole);
  some = draw (fixture, &part);
  g_assert_true (says (all, "Talks"));
  g_assert_true (says (all, "Visit"));
  g_assert_true (says (some, "Talks"));
  g_assert_false (says (some, "Visit"));
}

static void
test_paper (Fixture *fixture, gconstpointer data)
{
  KhattExportChoices choices = make_choices (KHATT_PICTURE_PDF, FALSE);
  g_autoptr (KhattPaper) paper = NULL;
  g_autoptr (GBytes) file = NULL;

  g_assert_false (khatt_export_choices_is_on_paper (&choices));
  choices.sheet = KHATT_EXPORT_SHEET_A4;
  g_assert_true (khatt_export_choices_is_on_paper (&choices));
  paper = khatt_export_choices_make_paper (&choices, fixture->view, "August", NULL);
  g_assert_cmpuint (khatt_paper_get_n_pages (paper), ==, 2);
  file = draw (fixture, &choices);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (file, NULL), "%PDF-"));
  /* A view of all is all. */
  choices.is_view = TRUE;
  g_clear_pointer (&paper, khatt_paper_free);
  paper = khatt_export_choices_make_paper (&choices, fixture->view, "August", NULL);
  g_assert_cmpuint (
      khatt_paper_get_page (paper, 0).n_lanes, ==,
      khatt_arrangement_get_n_lanes (khatt_timeline_view_get_arrangement (fixture->view)));
}

static guint
count (GBytes *page, const char *words)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));

  parts = g_strsplit (text, words, -1);
  return g_strv_length (parts) - 1;
}

/* A page has the events that its picture shows, be it all, the view's or what a filter lets pass.
 */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  static const KhattFilter calls = { .kinds = 1u << KHATT_KIND_CALL };
  const KhattExportChoices whole = { .is_page = TRUE };
  const KhattExportChoices part = { .is_page = TRUE, .is_view = TRUE };
  const gint64 first = khatt_days_from_civil (2025, 8, 5) * KHATT_SECONDS_PER_DAY;
  g_autoptr (GBytes) all = draw (fixture, &whole);
  g_autoptr (GBytes) some = NULL;
  g_autoptr (GBytes) filtered = NULL;

  g_assert_cmpstr (khatt_export_choices_get_suffix (&whole), ==, ".html");
  g_assert_false (khatt_export_choices_is_on_paper (&whole));
  g_assert_true (says (all, "<!DOCTYPE html>"));
  g_assert_true (says (all, "dir=\"ltr\""));
  g_assert_cmpuint (
      count (all, "<li class=\"event\""), ==,
      khatt_arrangement_get_n_events (khatt_timeline_view_get_arrangement (fixture->view)));

  khatt_timeline_view_set_span (fixture->view, first, first + 4 * KHATT_SECONDS_PER_DAY);
  fixture_settle (fixture);
  some = draw (fixture, &part);
  g_assert_true (says (some, "Talks"));
  g_assert_false (says (some, "Visit"));

  khatt_timeline_view_set_filter (fixture->view, &calls);
  fixture_settle (fixture);
  filtered = draw (fixture, &whole);
  g_assert_cmpuint (count (filtered, "<li class=\"event\""), ==, count (all, "data-kind=\"call\""));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  const KhattExportChoices choices = make_choices (KHATT_PICTURE_PNG, TRUE);
  const KhattExportChoices page = { .is_page = TRUE };
  g_autoptr (GtkWidget) view = g_object_ref_sink (khatt_timeline_view_new ());
  g_autoptr (GError) error = NULL;
  int width, height;

  g_assert_null (khatt_export_choices_draw (&choices, KHATT_TIMELINE_VIEW (view), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (khatt_export_choices_draw (&page, KHATT_TIMELINE_VIEW (view), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_false (
      khatt_export_choices_measure (&choices, KHATT_TIMELINE_VIEW (view), &width, &height));
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, title);

      if (row)
        return row;
    }
  return NULL;
}

static void
choose (GtkWidget *dialog, const char *title, guint choice)
{
  GtkWidget *row = find_row (dialog, title);

  g_assert_true (gtk_widget_is_visible (row));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), choice);
}

static void
count_cb (GtkWidget *dialog, guint *count)
{
  (*count)++;
}

/* The button is for Return elsewhere. */
static void
test_return (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = khatt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->view);
  GtkWidget *row = find_row (dialog, "_Format");
  guint n_exports = 0;

  g_signal_connect (dialog, "export", G_CALLBACK (count_cb), &n_exports);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == row);
  g_signal_emit_by_name (dialog, "activate-default");
  g_assert_true (gtk_widget_get_visible (ui_sample_find (row, GTK_TYPE_POPOVER)));
  g_assert_cmpuint (n_exports, ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Only what the format has is offered, and what was chosen is there the next time. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  const KhattExportChoices *choices = khatt_export_choices_get_for_files ();
  static const char *const of_pictures[] = { "_Style", "_Resolution", "_Paper", "_Orientation" };
  GtkWidget *dialog = khatt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->view);
  guint n_exports = 0;

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == find_row (dialog, "_Format"));
  g_assert_true (gtk_widget_is_visible (find_row (dialog, "_Resolution")));
  g_assert_false (gtk_widget_is_visible (find_row (dialog, "_Paper")));
  choose (dialog, "_Resolution", 3);
  g_assert_cmpuint (choices->pixel_scale, ==, 4);

  choose (dialog, "_Format", KHATT_PICTURE_PDF);
  g_assert_false (gtk_widget_is_visible (find_row (dialog, "_Resolution")));
  g_assert_false (gtk_widget_is_visible (find_row (dialog, "Pa_ges")));
  choose (dialog, "_Paper", KHATT_EXPORT_SHEET_A3);
  choose (dialog, "_Orientation", 1);
  choose (dialog, "_Content", 1);
  choose (dialog, "_Style", 2);
  g_assert_false (gtk_widget_is_visible (find_row (dialog, "Pages _along Time")));
  choose (dialog, "Pa_ges", KHATT_PAPER_COUNTED);
  g_assert_true (gtk_widget_is_visible (find_row (dialog, "Pages _along Time")));
  g_assert_cmpint (choices->sheet, ==, KHATT_EXPORT_SHEET_A3);
  g_assert_cmpint (choices->style, ==, KHATT_STYLE_PRINT);
  g_assert_true (choices->is_portrait);
  g_assert_true (choices->is_view);
  g_assert_cmpstr (khatt_export_choices_get_suffix (choices), ==, ".pdf");

  choose (dialog, "_Format", KHATT_PICTURE_PDF + 1);
  g_assert_true (choices->is_page);
  for (guint i = 0; i < G_N_ELEMENTS (of_pictures); i++)
    g_assert_false (gtk_widget_is_visible (find_row (dialog, of_pictures[i])));
  g_assert_cmpstr (khatt_export_choices_get_suffix (choices), ==, ".html");

  g_signal_connect (dialog, "export", G_CALLBACK (count_cb), &n_exports);
  gtk_widget_activate_action (dialog, "export.export", NULL);
  g_assert_cmpuint (n_exports, ==, 1);
  fixture_settle (fixture);

  dialog = khatt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->view);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "_Paper"))), ==,
                    KHATT_EXPORT_SHEET_A3);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "_Format"))), ==,
                    KHATT_PICTURE_PDF + 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (fixture);
}

static void
add_scene (Fixture *fixture, const char *title, int first_day, int last_day)
{
  const gint64 month = khatt_days_from_civil (2025, 8, 1) - 1;
  KhattScene *scene = khatt_scene_new ();
  g_autoptr (GPtrArray) scenes = khatt_scenes_array_new ();

  scene->title = g_strdup (title);
  khatt_scene_set_span (scene, (month + first_day) * KHATT_SECONDS_PER_DAY,
                        (month + last_day) * KHATT_SECONDS_PER_DAY);
  g_ptr_array_add (scenes, scene);
  khatt_timeline_add_scenes (fixture->timeline, KHATT_SCENES_PRESENTED, scenes);
  fixture_settle (fixture);
}

static guint
count_contents (GtkWidget *dialog)
{
  return g_list_model_get_n_items (
      adw_combo_row_get_model (ADW_COMBO_ROW (find_row (dialog, "_Content"))));
}

/* Offered where there are some, in the format that has pages; a window of a document without any
 * does not remember them. */
static void
test_scenes (Fixture *fixture, gconstpointer data)
{
  KhattExportChoices *choices = khatt_export_choices_get_for_files ();
  const KhattExportChoices before = *choices;
  GtkWidget *dialog;
  g_autoptr (KhattSceneBook) book = NULL;
  g_autoptr (GBytes) file = NULL;

  *choices = make_choices (KHATT_PICTURE_PDF, FALSE);
  dialog = khatt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->view);
  g_assert_cmpuint (count_contents (dialog), ==, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));

  add_scene (fixture, "Before", 5, 9);
  add_scene (fixture, "After", 11, 13);
  dialog = khatt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_cmpuint (count_contents (dialog), ==, 3);
  choose (dialog, "_Paper", KHATT_EXPORT_SHEET_A4);
  choose (dialog, "_Content", 2);
  g_assert_true (khatt_export_choices_are_scenes (choices));
  g_assert_false (gtk_widget_is_visible (find_row (dialog, "Pa_ges")));
  book = khatt_export_choices_make_book (choices, fixture->view, NULL);
  g_assert_cmpuint (khatt_scene_book_get_n_pages (book), ==, 2);
  file = draw (fixture, choices);
  g_assert_nonnull (
      memmem (g_bytes_get_data (file, NULL), g_bytes_get_size (file), SHEET, strlen (SHEET)));

  choose (dialog, "_Format", KHATT_PICTURE_SVG);
  g_assert_cmpuint (count_contents (dialog), ==, 2);
  g_assert_false (choices->wants_scenes);
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (fixture);

  *choices = make_choices (KHATT_PICTURE_PDF, FALSE);
  choices->wants_scenes = TRUE;
  khatt_timeline_undo (fixture->timeline);
  khatt_timeline_undo (fixture->timeline);
  fixture_settle (fixture);
  gtk_window_destroy (
      GTK_WINDOW (khatt_export_dialog_new (GTK_WINDOW (fixture->window), fixture->view)));
  g_assert_false (choices->wants_scenes);
  *choices = before;
}

typedef struct
{
  gboolean is_done;
  gboolean is_printed;
  GError *error;
} Printing;

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *printing)
{
  printing->is_done = TRUE;
  printing->is_printed = khatt_print_finish (operation, result, &printing->error);
}

static Printing
print_to (Fixture *fixture, const char *path, double height_mm)
{
  g_autoptr (GtkPrintOperation) operation = khatt_print_new (fixture->view, "August");
  g_autoptr (GtkPaperSize) size =
      gtk_paper_size_new_custom ("sheet", "Sheet", height_mm, 297, GTK_UNIT_MM);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  Printing printing = { 0 };

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &printing);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (fixture->window), NULL);
  while (!printing.is_done)
    g_main_context_iteration (NULL, TRUE);
  return printing;
}

/* As the dialog's "print to file" does. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  KhattExportChoices *choices = khatt_export_choices_get_for_print ();
  g_autofree char *folder = g_dir_make_tmp ("khatt-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *contents = NULL;
  const KhattExportChoices before = *choices;
  Printing printing;
  gsize length;

  choices->spread = KHATT_PAPER_COUNTED;
  choices->n_columns = 3;
  printing = print_to (fixture, path, 210);
  g_assert_no_error (printing.error);
  g_assert_true (printing.is_printed);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_nonnull (memmem (contents, length, "/Count 3", strlen ("/Count 3")));
  g_assert_nonnull (memmem (contents, length, SHEET, strlen (SHEET)));

  /* A strip of paper. */
  printing = print_to (fixture, path, 40);
  g_assert_false (printing.is_printed);
  g_assert_error (printing.error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&printing.error);
  *choices = before;
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add (path, Fixture, GUINT_TO_POINTER (KHATT_DIRECTION_LTR), fixture_set_up, test,         \
              fixture_tear_down)
  ADD ("/export-dialog/pixels", test_pixels);
  ADD ("/export-dialog/view-and-whole", test_view_and_whole);
  ADD ("/export-dialog/paper", test_paper);
  ADD ("/export-dialog/page", test_page);
  ADD ("/export-dialog/nothing-to-draw", test_nothing);
  ADD ("/export-dialog/return-opens-a-list", test_return);
  ADD ("/export-dialog/dialog", test_dialog);
  ADD ("/export-dialog/scenes", test_scenes);
  ADD ("/export-dialog/print", test_print);
  return g_test_run ();
}
