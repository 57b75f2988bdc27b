/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What to export and how. Only what the chosen format has is offered, and what would come out is
 * said: so many pixels, or pages. */

#include "khatt-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "khatt-ui.h"
#include "khatt-words.h"

struct _KhattExportDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwComboRow *format;
  AdwComboRow *content;
  GtkStringList *contents;
  AdwComboRow *style;
  AdwComboRow *size;
  AdwComboRow *sheet;
  AdwComboRow *orientation;
  AdwComboRow *spread;
  AdwActionRow *columns_row;
  GtkSpinButton *columns;
  AdwPreferencesGroup *pixels;
  AdwPreferencesGroup *paper;
  GtkLabel *outcome;

  KhattTimelineView *view;
  gboolean is_ready; /* what was chosen last is shown */
};

G_DEFINE_FINAL_TYPE (KhattExportDialog, khatt_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_EXPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* After the formats of pictures. */
#define FORMAT_PAGE (KHATT_PICTURE_PDF + 1)

enum
{
  CONTENT_WHOLE,
  CONTENT_VIEW,
  CONTENT_SCENES, /* only where there are some, and in PDF */
};

static const KhattStyle styles[] = { KHATT_STYLE_LIGHT, KHATT_STYLE_DARK, KHATT_STYLE_PRINT };

static char *
dup_page_count (const KhattWords *words, guint n_pages)
{
  g_autofree char *number = khatt_words_count (words, n_pages);

  /* Translators: %s is a number. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s page", "%s pages", n_pages), number);
}

static char *
dup_pages (KhattExportDialog *self, const KhattExportChoices *choices)
{
  const KhattWords *words = khatt_timeline_view_get_words (self->view);
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattPaper) paper =
      khatt_export_choices_make_paper (choices, self->view, NULL, &error);

  return paper ? dup_page_count (words, khatt_paper_get_n_pages (paper))
               : g_strdup (error->message);
}

static char *
dup_scene_pages (KhattExportDialog *self, const KhattExportChoices *choices)
{
  const KhattWords *words = khatt_timeline_view_get_words (self->view);
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattSceneBook) book = khatt_export_choices_make_book (choices, self->view, &error);

  return book ? dup_page_count (words, khatt_scene_book_get_n_pages (book))
              : g_strdup (error->message);
}

static char *
dup_pixels (KhattExportDialog *self, const KhattExportChoices *choices)
{
  const KhattWords *words = khatt_timeline_view_get_words (self->view);
  g_autofree char *across = NULL;
  g_autofree char *down = NULL;
  int width, height;

  if (!khatt_export_choices_measure (choices, self->view, &width, &height))
    return g_strdup ("");
  across = khatt_words_number (words, width);
  down = khatt_words_number (words, height);
  /* Translators: the width and the height of a picture. */
  return g_strdup_printf (_ ("%s × %s pixels"), across, down);
}

/* Nothing, where it can be written. */
static char *
dup_objection (KhattExportDialog *self, const KhattExportChoices *choices)
{
  g_autoptr (GError) error = NULL;

  khatt_export_choices_check_page (choices, self->view, &error);
  return g_strdup (error ? error->message : NULL);
}

static void
show_outcome (KhattExportDialog *self)
{
  const KhattExportChoices *choices = khatt_export_choices_get_for_files ();
  const gboolean is_on_paper = khatt_export_choices_is_on_paper (choices);
  const gboolean are_scenes = khatt_export_choices_are_scenes (choices);
  g_autofree char *outcome = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->style), !choices->is_page);
  gtk_widget_set_visible (GTK_WIDGET (self->pixels),
                          !choices->is_page && choices->format == KHATT_PICTURE_PNG);
  gtk_widget_set_visible (GTK_WIDGET (self->paper),
                          !choices->is_page && choices->format == KHATT_PICTURE_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->orientation), is_on_paper);
  gtk_widget_set_visible (GTK_WIDGET (self->spread), is_on_paper && !are_scenes);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_row),
                          is_on_paper && !are_scenes && choices->spread == KHATT_PAPER_COUNTED);
  if (choices->is_page)
    outcome = dup_objection (self, choices);
  else if (are_scenes)
    outcome = dup_scene_pages (self, choices);
  else if (is_on_paper)
    outcome = dup_pages (self, choices);
  else if (choices->format == KHATT_PICTURE_PNG)
    outcome = dup_pixels (self, choices);
  gtk_label_set_label (self->outcome, outcome ? outcome : "");
}

static gboolean
has_scenes (KhattExportDialog *self)
{
  KhattTimeline *timeline = khatt_timeline_view_get_timeline (self->view);

  return timeline && khatt_timeline_get_scenes (timeline, KHATT_SCENES_PRESENTED)->len > 0;
}

static void
offer_scenes (KhattExportDialog *self)
{
  const gboolean is_offered =
      g_list_model_get_n_items (G_LIST_MODEL (self->contents)) > CONTENT_SCENES;
  const gboolean is_due =
      adw_combo_row_get_selected (self->format) == KHATT_PICTURE_PDF && has_scenes (self);

  if (is_due && !is_offered)
    gtk_string_list_append (self->contents, _ ("Scenes, One on Each Page"));
  else if (!is_due && is_offered)
    {
      const gboolean were_chosen = adw_combo_row_get_selected (self->content) == CONTENT_SCENES;

      gtk_string_list_remove (self->contents, CONTENT_SCENES);
      if (were_chosen)
        adw_combo_row_set_selected (self->content, CONTENT_WHOLE);
    }
}

static void
changed_cb (KhattExportDialog *self)
{
  KhattExportChoices *choices = khatt_export_choices_get_for_files ();

  if (!self->is_ready)
    return;
  choices->is_page = adw_combo_row_get_selected (self->format) == FORMAT_PAGE;
  if (!choices->is_page)
    choices->format = (KhattPictureFormat) adw_combo_row_get_selected (self->format);
  offer_scenes (self);
  choices->is_view = adw_combo_row_get_selected (self->content) == CONTENT_VIEW;
  choices->wants_scenes = adw_combo_row_get_selected (self->content) == CONTENT_SCENES;
  choices->style = styles[adw_combo_row_get_selected (self->style)];
  choices->pixel_scale = adw_combo_row_get_selected (self->size) + 1;
  choices->sheet = (KhattExportSheet) adw_combo_row_get_selected (self->sheet);
  choices->is_portrait = adw_combo_row_get_selected (self->orientation) == 1;
  choices->spread = (KhattPaperSpread) adw_combo_row_get_selected (self->spread);
  choices->n_columns = (guint) gtk_spin_button_get_value_as_int (self->columns);
  show_outcome (self);
}

/* Scenes were chosen last, but perhaps of another document. */
static guint
get_content (KhattExportDialog *self, const KhattExportChoices *choices)
{
  if (khatt_export_choices_are_scenes (choices) && has_scenes (self))
    return CONTENT_SCENES;
  return choices->is_view ? CONTENT_VIEW : CONTENT_WHOLE;
}

static void
show_choices (KhattExportDialog *self)
{
  const KhattExportChoices *choices = khatt_export_choices_get_for_files ();

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (styles[i] == choices->style)
      adw_combo_row_set_selected (self->style, i);
  adw_combo_row_set_selected (self->format, choices->is_page ? FORMAT_PAGE : choices->format);
  offer_scenes (self);
  adw_combo_row_set_selected (self->content, get_content (self, choices));
  adw_combo_row_set_selected (self->size, choices->pixel_scale - 1);
  adw_combo_row_set_selected (self->sheet, choices->sheet);
  adw_combo_row_set_selected (self->orientation, choices->is_portrait ? 1 : 0);
  adw_combo_row_set_selected (self->spread, choices->spread);
  gtk_spin_button_set_value (self->columns, choices->n_columns);
  self->is_ready = TRUE;
  /* What is not offered is not chosen. */
  changed_cb (self);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_EXPORT], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
khatt_export_dialog_dispose (GObject *object)
{
  g_clear_object (&KHATT_EXPORT_DIALOG (object)->view);
  G_OBJECT_CLASS (khatt_export_dialog_parent_class)->dispose (object);
}

static void
khatt_export_dialog_class_init (KhattExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_export_dialog_dispose;
  signals[SIGNAL_EXPORT] = g_signal_new ("export", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "export.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, style);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, spread);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, pixels);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, KhattExportDialog, outcome);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
khatt_export_dialog_init (KhattExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * khatt_export_dialog_new:
 * @parent: the window it belongs to
 * @view: the timeline that is exported
 *
 * Returns: a new dialog that shows what was chosen last
 */
GtkWidget *
khatt_export_dialog_new (GtkWindow *parent, KhattTimelineView *view)
{
  KhattExportDialog *self =
      g_object_new (KHATT_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->view = g_object_ref (view);
  show_choices (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->format));
  return GTK_WIDGET (self);
}
