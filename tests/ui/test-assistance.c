/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What assistive technology is told of the toolkit's own dialogs. */

#include "khatt-assistance.h"

#include "ui-sample.h"

/* Counts its buttons with a mnemonic, each of which is named by its label alone. */
static guint
count_named (GtkWidget *widget)
{
  guint n_named = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_button_get_use_underline (GTK_BUTTON (child)))
        {
          g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child),
                                                            GTK_ACCESSIBLE_PROPERTY_LABEL));
          g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (child),
                                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY));
          n_named++;
        }
      n_named += count_named (child);
    }
  return n_named;
}

/* Those in a row are shown where there is room, those below each other where there is not; told of
 * are both. */
static void
test_buttons (void)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, "Rename?", NULL);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", "_Cancel", "rename",
                                    "_Rename", NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_sample_settle ();
  g_assert_cmpuint (count_named (dialog), >=, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_assistance_install ();
  g_test_add_func ("/assistance/buttons-are-named-once", test_buttons);
  return g_test_run ();
}
