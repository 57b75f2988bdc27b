/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the rows of an editor's lists have in common, and its entries. */

#include "khatt-edit-row.h"

#include <glib/gi18n-lib.h>

#include "khatt-countries.h"
#include "khatt-preferences.h"

G_DEFINE_ABSTRACT_TYPE (KhattEditRow, khatt_edit_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  CHANGED,
  MOVE,
  REMOVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, g_variant_get_int32 (parameter));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
khatt_edit_row_class_init (KhattEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "row.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move", "i",
                                       1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_ALT_MASK, "row.remove",
                                       NULL);
}

static void
add_button (KhattEditRow *self, const char *icon, const char *label, const char *action, int by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (by != 0)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", by);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
}

static void
khatt_edit_row_init (KhattEditRow *self)
{
  add_button (self, "user-trash-symbolic", _ ("Remove"), "row.remove", 0);
  add_button (self, "go-down-symbolic", _ ("Move Down"), "row.move", 1);
  add_button (self, "go-up-symbolic", _ ("Move Up"), "row.move", -1);
}

/**
 * khatt_edit_row_add_entry:
 * @self: a row
 * @title: what is to be typed; translated
 *
 * Returns: an entry that shows when @self is unfolded
 */
GtkWidget *
khatt_edit_row_add_entry (KhattEditRow *self, const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (khatt_edit_row_emit_changed), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
  return entry;
}

/**
 * khatt_edit_row_dup_text:
 * @entry: an entry
 *
 * Returns: (nullable) (transfer full): its text without spaces round it; %NULL: there is none
 */
char *
khatt_edit_row_dup_text (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * khatt_edit_row_dup_country:
 * @entry: an entry of the code of a country
 *
 * Returns: (transfer full) (nullable): the code in capitals, or %NULL for nothing
 */
char *
khatt_edit_row_dup_country (GtkWidget *entry)
{
  g_autofree char *text = khatt_edit_row_dup_text (entry);

  return text != NULL ? g_ascii_strup (text, -1) : NULL;
}

/**
 * khatt_edit_row_show_country:
 * @entry: an entry of the code of a country
 * @name: what shows its name
 *
 * Shows which country is meant, or that there is none of this code.
 *
 * Returns: whether the code is a country's, or nothing
 */
gboolean
khatt_edit_row_show_country (GtkWidget *entry, GtkLabel *name)
{
  g_autofree char *code = khatt_edit_row_dup_country (entry);
  gboolean is_known = code == NULL || khatt_country_code_is_known (code);
  g_autofree char *country = code != NULL && is_known
                                 ? khatt_country_dup_name (code, khatt_preferences_get_language ())
                                 : NULL;

  gtk_label_set_text (name, country != NULL ? country : "");
  khatt_edit_row_show_error (entry, !is_known);
  return is_known;
}

/**
 * khatt_edit_row_show_error:
 * @entry: an entry
 * @is_wrong: whether what stands in it cannot be kept
 *
 * Marks @entry as wrong, or as right.
 */
void
khatt_edit_row_show_error (GtkWidget *entry, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

/**
 * khatt_edit_row_emit_changed:
 * @self: a row of which something changed
 */
void
khatt_edit_row_emit_changed (KhattEditRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
