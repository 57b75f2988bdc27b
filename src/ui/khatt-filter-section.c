/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A section of the filter pane. Its rows are made anew with the counts; the one that had the focus
 * has it again. */

#include "khatt-filter-section.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-bidi.h"
#include "khatt-fold.h"
#include "khatt-plate-image.h"
#include "khatt-words.h"

#define MOST_ROWS 8        /* that are shown without being asked for */
#define MOST_FOUND_ROWS 40 /* that a search shows */
#define PLATE_SIZE 16
#define GAP 6
#define KEY "khatt-filter-key"

struct _KhattFilterSection
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *clear;
  GtkWidget *search; /* NULL: the choices are few */
  GtkWidget *rows;

  /* owned */
  GArray *choices; /* of KhattFilterChoice; NULL before there are any */

  KhattWords words;
  KhattDirection direction;
};

enum
{
  TOGGLED,
  CLEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KhattFilterSection, khatt_filter_section, GTK_TYPE_WIDGET)

/**
 * khatt_filter_choice_clear:
 * @choice: a #KhattFilterChoice
 *
 * Frees what it holds.
 */
void
khatt_filter_choice_clear (gpointer choice)
{
  g_free (((KhattFilterChoice *) choice)->key);
  g_free (((KhattFilterChoice *) choice)->label);
  g_free (((KhattFilterChoice *) choice)->spellings);
}

/* ---- Rows ---- */

static void
toggled_cb (GtkCheckButton *row, gpointer user_data)
{
  KhattFilterSection *self = user_data;

  g_signal_emit (self, signals[TOGGLED], 0, g_object_get_data (G_OBJECT (row), KEY),
                 gtk_check_button_get_active (row));
}

static GtkWidget *
new_row_content (KhattFilterSection *self, const KhattFilterChoice *choice, const char *count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *label = gtk_label_new (choice->label);
  GtkWidget *number = gtk_label_new (count);

  if (choice->kind >= 0)
    {
      GtkWidget *plate = khatt_plate_image_new (choice->kind, KHATT_STATUS_HAPPENED, PLATE_SIZE);

      khatt_plate_image_set_time_direction (KHATT_PLATE_IMAGE (plate), self->direction);
      gtk_box_append (GTK_BOX (box), plate);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "khatt-dim");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
append_row (KhattFilterSection *self, const KhattFilterChoice *choice)
{
  GtkWidget *row = gtk_check_button_new ();
  g_autofree char *count = khatt_words_count (&self->words, choice->n_events);
  g_autofree char *label = khatt_bidi_isolate (choice->label);
  /* Translators: the spoken name of a check box that filters: "Visit, 12 events". The number is
   * already written out. */
  g_autofree char *name = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %s event", "%s, %s events", choice->n_events), label,
      count);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), new_row_content (self, choice, count));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), choice->is_chosen);
  gtk_widget_add_css_class (row, "khatt-filter-row");
  gtk_widget_set_tooltip_text (row, choice->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (choice->key), g_free);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static gboolean
is_found (const KhattFilterChoice *choice, const char *wanted)
{
  g_autofree char *text = g_strjoin ("\n", choice->label, choice->spellings, NULL);
  g_autofree char *folded = khatt_fold (text, strlen (text));

  return strstr (folded, wanted) != NULL;
}

/* Chosen ones first, then as they come: those with most events. */
static void
append_rows (KhattFilterSection *self)
{
  const char *text =
      self->search != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->search)) : "";
  g_autofree char *wanted = khatt_fold (text, strlen (text));
  guint most = self->search == NULL ? G_MAXUINT : *wanted != '\0' ? MOST_FOUND_ROWS : MOST_ROWS;
  guint n_rows = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const KhattFilterChoice *choice = &g_array_index (self->choices, KhattFilterChoice, i);
      gboolean is_shown =
          choice->n_events > 0 && n_rows < most && (*wanted == '\0' || is_found (choice, wanted));

      if (!is_shown && !choice->is_chosen)
        continue;
      append_row (self, choice);
      n_rows++;
    }
}

static char *
dup_focused_key (KhattFilterSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->rows))
    return NULL;
  return g_strdup (g_object_get_data (G_OBJECT (focus), KEY));
}

/* What had it may be gone: then the section's next thing has it. */
static void
focus_row (KhattFilterSection *self, const char *key)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), KEY), key) == 0)
      {
        gtk_widget_grab_focus (row);
        return;
      }
  gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
}

static gboolean
has_chosen (KhattFilterSection *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_array_index (self->choices, KhattFilterChoice, i).is_chosen)
      return TRUE;
  return FALSE;
}

static void
update_rows (KhattFilterSection *self)
{
  g_autofree char *focused = dup_focused_key (self);
  GtkWidget *row;

  if (self->choices == NULL)
    return;
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  append_rows (self);
  gtk_widget_set_visible (self->clear, has_chosen (self));
  if (self->search != NULL)
    gtk_widget_set_visible (self->search, self->choices->len > MOST_ROWS);
  if (focused != NULL)
    focus_row (self, focused);
}

static void
clear_cb (KhattFilterSection *self)
{
  gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[CLEARED], 0);
}

/* ---- The widget ---- */

static void
khatt_filter_section_dispose (GObject *object)
{
  KhattFilterSection *self = KHATT_FILTER_SECTION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->choices, g_array_unref);
  G_OBJECT_CLASS (khatt_filter_section_parent_class)->dispose (object);
}

static void
khatt_filter_section_class_init (KhattFilterSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_filter_section_dispose;
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[CLEARED] = g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
khatt_filter_section_init (KhattFilterSection *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP / 2);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
new_heading (KhattFilterSection *self, const char *title)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *label = gtk_label_new (title);
  /* Translators: what a button does; %s is what a filter asks for: "Actors". */
  g_autofree char *name = g_strdup_printf (_ ("Clear: %s"), title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "khatt-section");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (heading, "khatt-filter-heading");
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_widget_set_tooltip_text (self->clear, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (heading), label);
  gtk_box_append (GTK_BOX (heading), self->clear);
  return heading;
}

/**
 * khatt_filter_section_new:
 * @title: its heading
 * @search_hint: (nullable): what stands in the field that finds choices; %NULL: there is none
 *
 * Returns: (transfer floating): a section without choices
 */
GtkWidget *
khatt_filter_section_new (const char *title, const char *search_hint)
{
  KhattFilterSection *self = g_object_new (KHATT_TYPE_FILTER_SECTION, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->box), new_heading (self, title));
  if (search_hint != NULL)
    {
      self->search = gtk_search_entry_new ();
      g_object_set (self->search, "placeholder-text", search_hint, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      search_hint, -1);
      g_signal_connect_object (self->search, "search-changed", G_CALLBACK (update_rows), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), self->search);
    }
  gtk_box_append (GTK_BOX (self->box), self->rows);
  return GTK_WIDGET (self);
}

/**
 * khatt_filter_section_set_choices:
 * @self: a section
 * @choices: (element-type KhattFilterChoice): in their order; kept, and not to be changed
 * @words: how numbers are written
 * @direction: that of time, for plates
 *
 * Shows other choices; the section cannot be seen where there are none.
 */
void
khatt_filter_section_set_choices (KhattFilterSection *self,
                                  GArray *choices,
                                  const KhattWords *words,
                                  KhattDirection direction)
{
  g_return_if_fail (KHATT_IS_FILTER_SECTION (self));

  g_array_ref (choices);
  g_clear_pointer (&self->choices, g_array_unref);
  self->choices = choices;
  self->words = *words;
  self->direction = direction;
  update_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self), choices->len > 0);
}

/**
 * khatt_filter_section_set_foot:
 * @self: a section
 * @foot: (transfer floating): what stands below the choices
 *
 * Adds what concerns all of them.
 */
void
khatt_filter_section_set_foot (KhattFilterSection *self, GtkWidget *foot)
{
  g_return_if_fail (KHATT_IS_FILTER_SECTION (self));

  gtk_box_append (GTK_BOX (self->box), foot);
}
