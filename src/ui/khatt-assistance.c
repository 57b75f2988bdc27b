/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What GTK 4.8 and libadwaita 1.2 tell assistive technology wrongly, put right for every widget,
 * dialogs of libadwaita among them: the name of a button with a mnemonic is "_Open Open", the items
 * of a drop-down list have none, and the entry in an entry row has the focus but is hidden, so that
 * nobody hears where they are. */

#include "khatt-assistance.h"

#include <adwaita.h>

/* Since libadwaita 1.4 the row itself has its entry's focus. */
#define FIRST_MINOR_WITH_ROWS 4
/* How far a label may be inside the item that it names. */
#define ITEM_DEPTH 3
#define N_NAMING_CELLS 3

/* The label has the name without its underscore, and the button refers to it. */
static void
name_button (GtkButton *button)
{
  if (gtk_button_get_use_underline (button) && gtk_button_get_label (button) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Of a dialog's two sets of buttons, one in a row and one below each other, only those that are
 * shown are realized; the others are told of as well. */
static void
name_buttons (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child))
        name_button (GTK_BUTTON (child));
      name_buttons (child);
    }
}

static gboolean
is_a (GtkWidget *widget, const char *type_name)
{
  GType type = g_type_from_name (type_name);

  return type != G_TYPE_INVALID && g_type_is_a (G_OBJECT_TYPE (widget), type);
}

static void
label_with (GtkWidget *widget, GtkWidget *label)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
}

/* Of a cell: alone in it, or behind a picture. */
static GtkWidget *
find_label (GtkWidget *cell)
{
  GtkWidget *child = gtk_widget_get_first_child (cell);

  while (child != NULL && !GTK_IS_LABEL (child))
    child = gtk_widget_get_last_child (child);
  return child;
}

/* The first cells are enough to tell one row of a table from another. */
static void
name_row (GtkWidget *row, GtkWidget *label)
{
  GtkWidget *labels[N_NAMING_CELLS] = { label };
  GtkWidget *cell = gtk_widget_get_first_child (row);
  int n_labels = 0;

  for (; cell != NULL && n_labels < N_NAMING_CELLS; cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *found = find_label (cell);

      if (found != NULL && gtk_widget_get_visible (cell))
        labels[n_labels++] = found;
    }
  if (n_labels < N_NAMING_CELLS)
    label_with (row, labels[0]);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    labels[0], labels[1], labels[2], NULL, -1);
}

/* An item is called what its label says; a cell of a table is an item in an item. */
static void
name_item (GtkWidget *label)
{
  GtkWidget *item = gtk_widget_get_parent (label);

  for (int depth = 0; depth < ITEM_DEPTH && item != NULL; depth++)
    {
      if (is_a (item, "GtkListItemWidget") || is_a (item, "GtkColumnViewTitle"))
        {
          GtkWidget *row = gtk_widget_get_parent (item);

          label_with (item, label);
          if (is_a (row, "GtkListItemWidget") && is_a (item, "GtkListItemWidget"))
            name_row (row, label);
          return;
        }
      item = gtk_widget_get_parent (item);
    }
}

static void
text_changed_cb (GtkEditable *row, gpointer text)
{
  gtk_accessible_update_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_editable_get_text (row), -1);
}

static void
title_changed_cb (AdwPreferencesRow *row, GParamSpec *pspec, gpointer text)
{
  gtk_accessible_update_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (row), -1);
}

static void
uncover_entry (GtkEditable *row)
{
  GtkEditable *text = gtk_editable_get_delegate (row);

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (text)) == GTK_ACCESSIBLE_ROLE_TEXT_BOX)
    return;
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  g_signal_connect_object (row, "changed", G_CALLBACK (text_changed_cb), text, 0);
  g_signal_connect_object (row, "notify::title", G_CALLBACK (title_changed_cb), text, 0);
  text_changed_cb (row, text);
  title_changed_cb (ADW_PREFERENCES_ROW (row), NULL, text);
}

static gboolean
realized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  gpointer widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget))
    name_button (widget);
  else if (ADW_IS_MESSAGE_DIALOG (widget))
    name_buttons (widget);
  else if (GTK_IS_LABEL (widget))
    name_item (widget);
  else if (ADW_IS_ENTRY_ROW (widget) && adw_get_minor_version () < FIRST_MINOR_WITH_ROWS)
    uncover_entry (widget);
  return TRUE;
}

/**
 * khatt_assistance_install:
 *
 * Puts right what is told of widgets that are realized from now on. May be called more than once.
 */
void
khatt_assistance_install (void)
{
  static gsize is_installed = 0;

  if (!g_once_init_enter (&is_installed))
    return;
  /* Signals are the class's, which there is with the first widget. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb, NULL,
                              NULL);
  g_once_init_leave (&is_installed, 1);
}
