/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-completion.h"
#include "khatt-ui.h"
#include "ui-sample.h"

typedef struct
{
  KhattTimeline *timeline;
  GtkWidget *window;
  GtkWidget *entry;
  GtkWidget *other;
  KhattCompletion *completion;
  char *picked;
} Fixture;

static void
picked_cb (Fixture *fixture, const char *name)
{
  g_free (fixture->picked);
  fixture->picked = g_strdup (name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattSuggestions) suggestions = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->timeline = ui_sample_new ();
  suggestions = khatt_suggestions_new (fixture->timeline);
  fixture->entry = gtk_entry_new ();
  fixture->other = gtk_entry_new ();
  gtk_box_append (GTK_BOX (box), fixture->entry);
  gtk_box_append (GTK_BOX (box), fixture->other);
  fixture->completion = khatt_completion_add (fixture->entry, suggestions, GPOINTER_TO_UINT (data));
  g_object_add_weak_pointer (G_OBJECT (fixture->completion), (gpointer *) &fixture->completion);
  g_signal_connect_swapped (fixture->completion, "picked", G_CALLBACK (picked_cb), fixture);
  fixture->window = ui_sample_present (box, 400, 500);
  gtk_widget_grab_focus (fixture->entry);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_sample_settle ();
  g_assert_null (fixture->completion);
  g_assert_finalize_object (fixture->timeline);
  g_free (fixture->picked);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "");
  for (int at = 0; *text != '\0'; text = g_utf8_next_char (text))
    {
      gtk_editable_insert_text (GTK_EDITABLE (fixture->entry), text,
                                (int) (g_utf8_next_char (text) - text), &at);
      gtk_editable_set_position (GTK_EDITABLE (fixture->entry), at);
    }
}

static const char *
get_text (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (fixture->entry));
}

static gboolean
is_open (Fixture *fixture)
{
  return gtk_widget_get_visible (GTK_WIDGET (fixture->completion));
}

/* What the entry sees before it does anything itself. */
static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (fixture->entry)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (text);
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &is_handled);
    }
  return is_handled;
}

static void
test_offers (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_open (fixture));
  type (fixture, "ب");
  g_assert_true (is_open (fixture));
  g_assert_true (ui_sample_shows (GTK_WIDGET (fixture->completion), "فلاديمير بوتين"));
  g_assert_true (ui_sample_shows (GTK_WIDGET (fixture->completion), "رئيس روسيا"));
  type (fixture, "ببب");
  g_assert_false (is_open (fixture));
  type (fixture, "ب");
  g_assert_true (is_open (fixture));
  type (fixture, "");
  g_assert_false (is_open (fixture));
}

static void
test_takes_by_keys (Fixture *fixture, gconstpointer data)
{
  g_assert_false (press (fixture, GDK_KEY_Down, 0));
  type (fixture, "فل");
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (press (fixture, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpstr (get_text (fixture), ==, "فل");
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_cmpstr (get_text (fixture), ==, "فل");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpstr (get_text (fixture), ==, "فلاديمير بوتين");
  g_assert_cmpstr (fixture->picked, ==, "فلاديمير بوتين");
  g_assert_false (is_open (fixture));
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
}

/* Tab takes what is chosen, and goes on. */
static void
test_takes_by_tab (Fixture *fixture, gconstpointer data)
{
  type (fixture, "فل");
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
  g_assert_null (fixture->picked);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
  g_assert_cmpstr (get_text (fixture), ==, "فلاديمير بوتين");
}

/* Round through the names and what was typed. */
static void
test_goes_round (Fixture *fixture, gconstpointer data)
{
  type (fixture, "فل");
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Down, 0);
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_assert_null (fixture->picked);
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_assert_null (fixture->picked);
}

static void
test_goes_away (Fixture *fixture, gconstpointer data)
{
  type (fixture, "فل");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (is_open (fixture));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpstr (get_text (fixture), ==, "فل");
  type (fixture, "فلا");
  g_assert_true (is_open (fixture));
  gtk_widget_grab_focus (fixture->other);
  g_assert_false (is_open (fixture));
  type (fixture, "فل");
  g_assert_false (is_open (fixture));
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  type (fixture, "فل");
  g_signal_emit_by_name (ui_sample_find (GTK_WIDGET (fixture->completion), GTK_TYPE_LIST_BOX_ROW),
                         "activate");
  g_assert_cmpstr (fixture->picked, ==, "فلاديمير بوتين");
}

/* The one at the cursor, between the commas of two languages. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    int cursor;
    const char *taken;
  } cases[] = {
    { "الع", 3, "العلاقات الثنائية" },
    { "أول, الع", 8, "أول, العلاقات الثنائية" },
    { "أول،الع", 7, "أول،العلاقات الثنائية" },
    { "الع، ثان", 2, "العلاقات الثنائية، ثان" },
    { "أول; الع ;ثان", 8, "أول; العلاقات الثنائية;ثان" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, cases[i].typed);
      gtk_editable_set_position (GTK_EDITABLE (fixture->entry), cases[i].cursor);
      g_signal_emit_by_name (fixture->entry, "changed");
      press (fixture, GDK_KEY_Down, 0);
      press (fixture, GDK_KEY_Return, 0);
      g_assert_cmpstr (get_text (fixture), ==, cases[i].taken);
    }
}

/* Those of a big document are there a moment later. */
static void
test_big_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSuggestions) suggestions = khatt_suggestions_new (timeline);

  for (guint i = 0; i < 20001; i++)
    {
      KhattEventData *event = khatt_event_data_new ();

      event->place = g_strdup ("Moscow");
      g_ptr_array_add (events, event);
    }
  khatt_timeline_add_many (timeline, events);
  khatt_completion_add (fixture->other, suggestions, KHATT_VOCABULARY_PLACES);
  gtk_widget_grab_focus (fixture->other);
  g_assert_null (khatt_suggestions_get (suggestions));
  gtk_editable_set_text (GTK_EDITABLE (fixture->other), "mos");
  GtkWidget *popover = gtk_widget_get_last_child (fixture->other);
  g_assert_true (KHATT_IS_COMPLETION (popover));
  g_assert_false (gtk_widget_get_visible (popover));
  ui_sample_wait ((gboolean (*) (gpointer)) gtk_widget_get_visible, popover);
  g_assert_true (ui_sample_shows (popover, "Moscow"));
}

#define ADD(name, part, function)                                                                  \
  g_test_add ("/completion/" name, Fixture, GUINT_TO_POINTER (part), set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  ADD ("offers", KHATT_VOCABULARY_ACTORS, test_offers);
  ADD ("takes-by-keys", KHATT_VOCABULARY_ACTORS, test_takes_by_keys);
  ADD ("takes-by-tab", KHATT_VOCABULARY_ACTORS, test_takes_by_tab);
  ADD ("goes-round", KHATT_VOCABULARY_ACTORS, test_goes_round);
  ADD ("goes-away", KHATT_VOCABULARY_ACTORS, test_goes_away);
  ADD ("pointer", KHATT_VOCABULARY_ACTORS, test_pointer);
  ADD ("lists", KHATT_VOCABULARY_TOPICS, test_lists);
  ADD ("big-document", KHATT_VOCABULARY_ACTORS, test_big_document);
  return g_test_run ();
}
