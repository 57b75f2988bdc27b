/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-contacts-dialog.h"
#include "khatt-words.h"
#include "ui-sample.h"

static KhattContacts *
count (Fixture *fixture, const char *name)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);

  return khatt_contacts_new (snapshot, name, NULL);
}

/* One more partner, whose name has to be quoted, in another year. */
static void
add_quoted (Fixture *fixture)
{
  const FixtureEvent event = { "old",   KHATT_KIND_VISIT, "2023-05-01",
                               "Visit", "Putin",          "Bo, \"the\nelder\"" };

  fixture_add (fixture->timeline, &event);
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattContacts) contacts = NULL;
  g_autofree char *csv = NULL;

  add_quoted (fixture);
  contacts = count (fixture, "Putin");
  csv = khatt_contacts_dialog_dup_csv (contacts);
  g_assert_cmpstr (csv, ==,
                   "name,country,office,events,first,last,call,meeting,visit,statement,"
                   "announcement,message,agreement,offer,other\r\n"
                   "Xi Jinping,,,2,2025-08-08,2025-08-12,1,0,1,0,0,0,0,0,0\r\n"
                   "\"Bo, \"\"the\nelder\"\"\",,,1,2023-05-01,2023-05-01,0,0,1,0,0,0,0,0,0\r\n"
                   "Tokayev,,,1,2025-08-08,2025-08-08,1,0,0,0,0,0,0,0,0\r\n"
                   "Witkoff,,,1,2025-08-06,2025-08-06,0,1,0,0,0,0,0,0,0\r\n");
}

static void
show_pair_action (GSimpleAction *action, GVariant *parameter, gpointer pair)
{
  *(GVariant **) pair = g_variant_ref (parameter);
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) pair = NULL;
  const GActionEntry entries[] = {
    { .name = "show-pair", .activate = show_pair_action, .parameter_type = "(ss)" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  KhattWords words = khatt_words_for_language ("en");
  GtkWidget *dialog;
  GtkWidget *list;
  const char *first, *second;

  add_quoted (fixture);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &pair);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  dialog =
      khatt_contacts_dialog_new (GTK_WINDOW (fixture->window), count (fixture, "Putin"), &words);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_sample_settle ();
  g_assert_true (ui_sample_shows (dialog, "Putin"));
  g_assert_true (ui_sample_shows (dialog, "5 events, "));
  g_assert_true (ui_sample_shows (dialog, "Telephone call"));
  g_assert_false (ui_sample_shows (dialog, "Statement"));
  g_assert_nonnull (ui_sample_find_styled (dialog, "khatt-years"));
  gtk_test_accessible_assert_property (ui_sample_find_styled (dialog, "khatt-years"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "2023: 1\n2025: 4");
  list = ui_sample_find (dialog, GTK_TYPE_LIST_BOX);
  g_assert_cmpuint (ui_sample_count (list, GTK_TYPE_LIST_BOX_ROW, NULL), ==, 4);
  g_assert_true (ui_sample_shows (list, "2 events, 8 – 12 August 2025"));

  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_nonnull (pair);
  g_variant_get (pair, "(&s&s)", &first, &second);
  g_assert_cmpstr (first, ==, "Putin");
  g_assert_cmpstr (second, ==, "Xi Jinping");
  ui_sample_settle ();
  g_assert_null (dialog);
}

/* Who is alone has no list, and what is of one year no columns. */
static void
test_alone (Fixture *fixture, gconstpointer data)
{
  KhattWords words = khatt_words_for_language ("en");
  GtkWidget *dialog =
      khatt_contacts_dialog_new (GTK_WINDOW (fixture->window), count (fixture, "Orban"), &words);

  gtk_window_present (GTK_WINDOW (dialog));
  ui_sample_settle ();
  g_assert_true (ui_sample_shows (dialog, "1 event, 9 August 2025"));
  g_assert_null (ui_sample_find (dialog, GTK_TYPE_LIST_BOX));
  g_assert_null (ui_sample_find_styled (dialog, "khatt-years"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(name, test)                                                                            \
  g_test_add ("/contacts-dialog/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("csv", test_csv);
  ADD ("dialog", test_dialog);
  ADD ("alone", test_alone);
#undef ADD
  return g_test_run ();
}
