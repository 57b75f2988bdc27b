/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include <glib/gstdio.h>

#include "khatt-contact-words.h"
#include "khatt-bidi.h"
#include "khatt-contacts-dialog.h"
#include "khatt-pairs-dialog.h"
#include "khatt-table-file.h"
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
  csv = khatt_contacts_to_csv (contacts);
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

static void
test_pairs_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattPairs) pairs = khatt_pairs_new (snapshot, NULL, NULL);
  g_autofree char *csv = khatt_pairs_to_csv (pairs);

  g_assert_cmpstr (csv, ==,
                   "actor,name,country,office,events,first,last,call,meeting,visit,statement,"
                   "announcement,message,agreement,offer,other\r\n"
                   "Putin,Xi Jinping,,,2,2025-08-08,2025-08-12,1,0,1,0,0,0,0,0,0\r\n"
                   "Putin,Tokayev,,,1,2025-08-08,2025-08-08,1,0,0,0,0,0,0,0,0\r\n"
                   "Putin,Witkoff,,,1,2025-08-06,2025-08-06,0,1,0,0,0,0,0,0,0\r\n");
}

static void
keep_action (GSimpleAction *action, GVariant *parameter, gpointer kept)
{
  *(char **) kept = g_variant_print (parameter, FALSE);
}

/* Presents the dialog; what is pressed in it comes to `kept`. */
static GtkWidget *
show_pairs (Fixture *fixture, char **kept)
{
  static const GActionEntry entries[] = {
    { .name = "show-pair", .activate = keep_action, .parameter_type = "(ss)" },
    { .name = "show-contacts", .activate = keep_action, .parameter_type = "s" },
  };
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  KhattWords words = khatt_words_for_language ("en");
  GtkWidget *dialog = khatt_pairs_dialog_new (GTK_WINDOW (fixture->window),
                                              khatt_pairs_new (snapshot, NULL, NULL), &words);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), kept);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_present (GTK_WINDOW (dialog));
  ui_sample_settle ();
  return dialog;
}

/* The row that says so, or one in `root`. */
static GtkWidget *
find_row (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, "khatt-actor"))
    {
      g_autofree char *plain = khatt_bidi_strip (gtk_label_get_text (GTK_LABEL (root)));

      if (g_str_equal (plain, text))
        return gtk_widget_get_ancestor (root, GTK_TYPE_LIST_BOX_ROW);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, text);
  return found;
}

static void
press_row (GtkWidget *dialog, const char *text)
{
  GtkWidget *row = find_row (dialog, text);

  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), "row-activated", row);
}

/* The names that can be seen, those of actors before those of pairs. */
static char *
join_names (GtkWidget *root, GString *names)
{
  if (gtk_widget_has_css_class (root, "khatt-actor") && gtk_widget_get_mapped (root))
    g_string_append_printf (names, "[%s]", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    join_names (child, names);
  return names->str;
}

static void
find (GtkWidget *dialog, const char *text, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *plain = NULL;
  GtkWidget *search = ui_sample_find (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  g_signal_emit_by_name (search, "search-changed");
  ui_sample_settle ();
  plain = khatt_bidi_strip (join_names (dialog, names));
  g_assert_cmpstr (plain, ==, expected);
}

static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  GtkWidget *dialog = show_pairs (fixture, &kept);

  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         ui_sample_find (dialog, GTK_TYPE_SEARCH_ENTRY)));
  find (dialog, "",
        "[Putin][Xi Jinping][Orban][Tokayev][Witkoff]"
        "[Putin and Xi Jinping][Putin and Tokayev][Putin and Witkoff]");
  find (dialog, "xi", "[Xi Jinping][Putin and Xi Jinping]");
  find (dialog, "WITKOFF pu", "[Putin and Witkoff]");
  find (dialog, "orban", "[Orban]");
  g_assert_false (ui_sample_shows (dialog, "Nothing found"));
  find (dialog, "nobody", "");
  g_assert_true (ui_sample_shows (dialog, "Nothing found"));
  /* The first Escape takes back what was typed. */
  g_signal_emit_by_name (ui_sample_find (dialog, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_assert_true (gtk_widget_get_visible (dialog));
  find (dialog, "tokayev", "[Tokayev][Putin and Tokayev]");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  press_row (dialog, "Putin and Tokayev");
  g_assert_cmpstr (kept, ==, "('Putin', 'Tokayev')");
  ui_sample_settle ();
  g_assert_null (dialog);
}

static void
test_actors (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  GtkWidget *dialog = show_pairs (fixture, &kept);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  press_row (dialog, "Xi Jinping");
  g_assert_cmpstr (kept, ==, "'Xi Jinping'");
  ui_sample_settle ();
  g_assert_null (dialog);
}

static GtkWidget *
find_button (GtkWidget *root, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tooltip);
  return found;
}

typedef struct
{
  GtkFileChooser *chooser;
  GFile *file;
} Choice;

/* While the chooser opens it may yet go to a folder of its own. */
static gboolean
has_chosen (gpointer data)
{
  Choice *choice = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (choice->chooser);
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (choice->chooser);
  g_autoptr (GFile) wanted = g_file_get_parent (choice->file);

  if (folder == NULL || !g_file_equal (folder, wanted))
    gtk_file_chooser_set_current_folder (choice->chooser, wanted, NULL);
  return file != NULL && g_file_equal (file, choice->file);
}

static gboolean
is_written (gpointer path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &text, &length, NULL) && length > 0;
}

/* Presses the button, and takes the name that is proposed, which may be a folder's by then. */
static void
press_save (GtkWidget *dialog, const char *path, gboolean is_taken)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileChooserNative) chooser = NULL;

  g_signal_emit_by_name (find_button (dialog, "Save as a Table (CSV)"), "clicked");
  g_set_object (&chooser, g_object_get_data (G_OBJECT (dialog), KHATT_TABLE_CHOOSER));
  g_assert_nonnull (chooser);
  ui_sample_wait (has_chosen, &(Choice){ GTK_FILE_CHOOSER (chooser), file });
  if (is_taken)
    g_mkdir (path, 0700);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
  g_assert_null (g_object_get_data (G_OBJECT (dialog), KHATT_TABLE_CHOOSER));
}

static void
assert_saved (GtkWidget *dialog, const char *folder, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  press_save (dialog, path, FALSE);
  ui_sample_wait (is_written, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
  g_unlink (path);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is saved is what is copied. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("khatt-table-XXXXXX", NULL);
  KhattWords words = khatt_words_for_language ("en");
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattContacts) contacts = count (fixture, "Putin");
  g_autoptr (KhattPairs) pairs = khatt_pairs_new (snapshot, NULL, NULL);
  g_autofree char *expected_contacts = khatt_contacts_to_csv (contacts);
  g_autofree char *expected_pairs = khatt_pairs_to_csv (pairs);
  g_autofree char *kept = NULL;
  GtkWidget *dialog;

  if (!ui_sample_can_choose_files ())
    return;
  dialog =
      khatt_contacts_dialog_new (GTK_WINDOW (fixture->window), count (fixture, "Putin"), &words);
  gtk_window_present (GTK_WINDOW (dialog));
  assert_saved (dialog, folder, "Putin.csv", expected_contacts);
  assert_saved (show_pairs (fixture, &kept), folder, "Who with Whom.csv", expected_pairs);
  g_rmdir (folder);
}

static gboolean
has_report (gpointer data)
{
  return ui_sample_find_dialog () != NULL;
}

static void
test_save_in_vain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("khatt-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Who with Whom.csv", NULL);
  g_autofree char *kept = NULL;
  GtkWidget *dialog;

  if (!ui_sample_can_choose_files ())
    return;
  dialog = show_pairs (fixture, &kept);
  press_save (dialog, path, TRUE);
  ui_sample_wait (has_report, NULL);
  ui_sample_answer ("_Close");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_rmdir (path);
  g_rmdir (folder);
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
  ADD ("pairs-csv", test_pairs_csv);
  ADD ("pairs", test_pairs);
  ADD ("actors", test_actors);
  ADD ("save", test_save);
  ADD ("save-in-vain", test_save_in_vain);
#undef ADD
  return g_test_run ();
}
