/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Paper, through the print dialog: its preview, its printers and its files. Which paper is the
 * dialog's business; what goes onto it is chosen on a page of the dialog, as long as there is one:
 * a portal shows its own. */

#include "khatt-print.h"

#include <glib/gi18n-lib.h>

#include "khatt-export-choices.h"

#define FAILURE_KEY "khatt-failure"
#define OPTIONS_KEY "khatt-options"

/* What one operation needs, from its dialog to its last page. */
typedef struct
{
  KhattTimelineView *view;
  char *title;
  KhattPaper *paper;
} Job;

/* The page of the dialog. */
typedef struct
{
  GtkWidget *content;
  GtkWidget *spread;
  GtkWidget *columns;
  GtkWidget *is_grey;
} Options;

static GtkPrintSettings *last_settings = NULL;
static GtkPageSetup *last_setup = NULL;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->paper, khatt_paper_free);
  g_object_unref (job->view);
  g_free (job->title);
  g_free (job);
}

/* Landscape, on the paper of the country. */
static GtkPageSetup *
make_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_top_margin (setup, KHATT_PAPER_MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, KHATT_PAPER_MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, KHATT_PAPER_MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, KHATT_PAPER_MARGIN, GTK_UNIT_MM);
  return setup;
}

/* The context is what the printer's margins leave. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  const KhattPaperParams sheet = {
    .width = gtk_print_context_get_width (context),
    .height = gtk_print_context_get_height (context),
    .title = job->title,
  };
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&job->paper, khatt_paper_free);
  job->paper = khatt_export_choices_divide (khatt_export_choices_get_for_print (), job->view,
                                            &sheet, &error);
  if (!job->paper)
    {
      g_object_set_data_full (G_OBJECT (operation), FAILURE_KEY, g_steal_pointer (&error),
                              (GDestroyNotify) g_error_free);
      gtk_print_operation_cancel (operation);
      return;
    }
  gtk_print_operation_set_n_pages (operation, (int) khatt_paper_get_n_pages (job->paper));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (KhattInk) ink =
      khatt_ink_new (cr, KHATT_INK_PDF_TEXT, khatt_paper_get_shaper (job->paper));

  khatt_paper_paint (job->paper, (guint) page, ink);
}

static void
add_row (GtkGrid *grid, int row, const char *label, GtkWidget *widget)
{
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), widget);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  name, NULL, -1);
}

static void
spread_cb (Options *options)
{
  gtk_widget_set_sensitive (options->columns, gtk_drop_down_get_selected (GTK_DROP_DOWN (
                                                  options->spread)) == KHATT_PAPER_COUNTED);
}

static GtkWidget *
create_page_cb (GtkPrintOperation *operation, Job *job)
{
  const KhattExportChoices *choices = khatt_export_choices_get_for_print ();
  const char *const contents[] = { _ ("Whole Timeline"), _ ("Current View"), NULL };
  const char *const spreads[] = { _ ("One Page"), _ ("As Many as Needed"), _ ("A Number of Pages"),
                                  NULL };
  GtkWidget *page = gtk_grid_new ();
  Options *options = g_new0 (Options, 1);

  options->content = gtk_drop_down_new_from_strings (contents);
  options->spread = gtk_drop_down_new_from_strings (spreads);
  options->columns = gtk_spin_button_new_with_range (1, KHATT_PAPER_MOST_COLUMNS, 1);
  options->is_grey = gtk_check_button_new_with_mnemonic (_ ("Colors That Differ in _Greys Too"));
  gtk_grid_set_row_spacing (GTK_GRID (page), 12);
  gtk_grid_set_column_spacing (GTK_GRID (page), 12);
  gtk_widget_set_margin_top (page, 12);
  gtk_widget_set_margin_bottom (page, 12);
  gtk_widget_set_margin_start (page, 12);
  gtk_widget_set_margin_end (page, 12);
  add_row (GTK_GRID (page), 0, _ ("_Content"), options->content);
  add_row (GTK_GRID (page), 1, _ ("Pa_ges"), options->spread);
  add_row (GTK_GRID (page), 2, _ ("Pages _along Time"), options->columns);
  gtk_grid_attach (GTK_GRID (page), options->is_grey, 1, 3, 1, 1);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (options->content), choices->is_view ? 1 : 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (options->spread), choices->spread);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (options->columns), choices->n_columns);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (options->is_grey),
                               choices->style == KHATT_STYLE_PRINT);
  g_signal_connect_swapped (options->spread, "notify::selected", G_CALLBACK (spread_cb), options);
  spread_cb (options);
  g_object_set_data_full (G_OBJECT (page), OPTIONS_KEY, options, g_free);
  return page;
}

static void
apply_page_cb (GtkPrintOperation *operation, GtkWidget *page, Job *job)
{
  KhattExportChoices *choices = khatt_export_choices_get_for_print ();
  const Options *options = g_object_get_data (G_OBJECT (page), OPTIONS_KEY);

  choices->is_view = gtk_drop_down_get_selected (GTK_DROP_DOWN (options->content)) == 1;
  choices->spread = (KhattPaperSpread) gtk_drop_down_get_selected (GTK_DROP_DOWN (options->spread));
  choices->n_columns =
      (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (options->columns));
  choices->style = gtk_check_button_get_active (GTK_CHECK_BUTTON (options->is_grey))
                       ? KHATT_STYLE_PRINT
                       : KHATT_STYLE_LIGHT;
}

/**
 * khatt_print_new:
 * @view: what is printed
 * @title: (nullable): what stands on each page
 *
 * Makes an operation that prints a timeline, on the printer and the paper of the last time.
 *
 * Returns: (transfer full): the operation, to be run
 */
GtkPrintOperation *
khatt_print_new (KhattTimelineView *view, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = last_setup ? g_object_ref (last_setup) : make_setup ();
  Job *job = g_new0 (Job, 1);

  job->view = g_object_ref (view);
  job->title = g_strdup (title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Timeline"));
  if (title)
    gtk_print_operation_set_job_name (operation, title);
  if (last_settings)
    gtk_print_operation_set_print_settings (operation, last_settings);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_page_cb), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_page_cb), job);
  return operation;
}

/**
 * khatt_print_finish:
 * @operation: one that is done
 * @result: how it ended
 * @error: return location
 *
 * Makes the printer and the paper of an operation that printed those of the next one.
 *
 * Returns: %FALSE where it could not print; with %G_IO_ERROR_INVALID_ARGUMENT where the timeline
 * does not go onto that paper
 */
gboolean
khatt_print_finish (GtkPrintOperation *operation, GtkPrintOperationResult result, GError **error)
{
  GError *failure = g_object_get_data (G_OBJECT (operation), FAILURE_KEY);

  if (failure)
    {
      g_propagate_error (error, g_error_copy (failure));
      return FALSE;
    }
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, error);
      return FALSE;
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&last_setup, gtk_print_operation_get_default_page_setup (operation));
    }
  return TRUE;
}
