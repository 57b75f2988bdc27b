/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-chips.h"
#include "khatt-ui.h"
#include "ui-sample.h"

typedef struct
{
  KhattChips *chips;
  guint n_changes;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chips = khatt_chips_new ("Add a tag");

  fixture->chips = KHATT_CHIPS (chips);
  g_signal_connect_swapped (chips, "changed", G_CALLBACK (count_cb), fixture);
  ui_sample_present (chips, 400, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (fixture->chips))));
}

static char *
join (Fixture *fixture)
{
  g_autoptr (GPtrArray) words = khatt_chips_dup_words (fixture->chips);

  g_ptr_array_add (words, NULL);
  return g_strjoinv ("|", (char **) words->pdata);
}

static void
assert_words (Fixture *fixture, const char *expected)
{
  g_autofree char *words = join (fixture);

  g_assert_cmpstr (words, ==, expected);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (khatt_chips_get_entry (fixture->chips));
}

static guint
count_chips (Fixture *fixture)
{
  guint n_chips = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->chips));
       child != GTK_WIDGET (get_entry (fixture)); child = gtk_widget_get_next_sibling (child))
    n_chips++;
  return n_chips;
}

static gboolean
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_taken);
    }
  return is_taken;
}

/* What is typed, how many chips it makes at once, and the words in the end. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    guint n_chips;
    const char *words;
  } cases[] = {
    { "one", 0, "one" },
    { "one,", 1, "one" },
    { "أولا، ثانيا", 1, "أولا|ثانيا" },
    { "a; b ;c", 2, "a|b|c" },
    { "a؛ب", 1, "a|ب" },
    { " ,, , ", 0, "" },
    { "a, a,b", 1, "a|b" },
    { "two words , x", 1, "two words|x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

      khatt_chips_set_words (fixture->chips, nothing);
      g_test_message ("%s", cases[i].typed);
      gtk_editable_set_text (get_entry (fixture), cases[i].typed);
      g_assert_cmpuint (count_chips (fixture), ==, cases[i].n_chips);
      assert_words (fixture, cases[i].words);
      g_signal_emit_by_name (get_entry (fixture), "activate");
      assert_words (fixture, cases[i].words);
      g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");
      gtk_editable_set_text (get_entry (fixture), "");
    }
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GtkWidget *first;

  g_ptr_array_add (words, (gpointer) "a, b");
  g_ptr_array_add (words, (gpointer) "c");
  g_ptr_array_add (words, (gpointer) "d");
  khatt_chips_set_words (fixture->chips, words);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  assert_words (fixture, "a, b|c|d");

  /* Not while there is something to delete. */
  gtk_editable_set_text (get_entry (fixture), "x");
  g_assert_false (press (GTK_WIDGET (get_entry (fixture)), GDK_KEY_BackSpace));
  gtk_editable_set_text (get_entry (fixture), "");
  g_assert_true (press (GTK_WIDGET (get_entry (fixture)), GDK_KEY_BackSpace));
  assert_words (fixture, "a, b|c");

  first = gtk_widget_get_first_child (GTK_WIDGET (fixture->chips));
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove: \342\201\250a, b\342\201\251");
  fixture->n_changes = 0;
  g_assert_true (press (first, GDK_KEY_Delete));
  assert_words (fixture, "c");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  first = gtk_widget_get_first_child (GTK_WIDGET (fixture->chips));
  g_assert_true (gtk_widget_is_focus (first));
  g_signal_emit_by_name (first, "clicked");
  assert_words (fixture, "");
  g_assert_false (press (GTK_WIDGET (get_entry (fixture)), GDK_KEY_BackSpace));
}

/* The same words move nothing: who edits them keeps the keyboard. */
static void
test_same_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GtkWidget *first;

  g_ptr_array_add (words, (gpointer) "a");
  khatt_chips_set_words (fixture->chips, words);
  first = gtk_widget_get_first_child (GTK_WIDGET (fixture->chips));
  khatt_chips_set_words (fixture->chips, words);
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (fixture->chips)) == first);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  g_test_add ("/chips/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/chips/removed", Fixture, NULL, set_up, test_removed, tear_down);
  g_test_add ("/chips/same-words", Fixture, NULL, set_up, test_same_words, tear_down);
  return g_test_run ();
}
