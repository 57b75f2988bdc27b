/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is said of an actor: typed in a dialog, saved, found, undone. */

#include <string.h>

#include "khatt-actor-dialog.h"
#include "khatt-actor-entry.h"
#include "khatt-chips.h"
#include "khatt-edit.h"
#include "khatt-load.h"
#include "khatt-save.h"
#include "khatt-search.h"
#include "khatt-ui.h"
#include "ui-sample.h"

#define PUTIN "فلاديمير بوتين" /* in three events of the sample */
#define LAVROV "سيرغي لافروف"

typedef struct
{
  KhattTimeline *timeline;
  GtkWidget *dialog;
  char *applied;
} Fixture;

static void
applied_cb (Fixture *fixture, const char *name)
{
  g_free (fixture->applied);
  fixture->applied = g_strdup (name);
}

static void
open_dialog (Fixture *fixture, const char *name)
{
  fixture->dialog = khatt_actor_dialog_new (NULL, fixture->timeline, name);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect_swapped (fixture->dialog, "applied", G_CALLBACK (applied_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->timeline = ui_sample_new ();
  open_dialog (fixture, PUTIN);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_sample_settle ();
  g_assert_null (fixture->dialog);
  g_free (fixture->applied);
  g_assert_finalize_object (fixture->timeline);
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture->dialog, title)), text);
}

static void
type_alias (Fixture *fixture, const char *text)
{
  GtkWidget *chips = ui_sample_find (fixture->dialog, KHATT_TYPE_CHIPS);

  gtk_editable_set_text (GTK_EDITABLE (khatt_chips_get_entry (KHATT_CHIPS (chips))), text);
}

static void
choose_kind (Fixture *fixture, guint selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture->dialog, "Kind")), selected);
}

static gboolean
is_gone (gpointer fixture)
{
  return ((Fixture *) fixture)->dialog == NULL;
}

static void
apply (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->dialog, "actor.apply", NULL);
  ui_sample_wait (is_gone, fixture);
}

static const char *
get_section (Fixture *fixture)
{
  return khatt_timeline_get_section (fixture->timeline, KHATT_SECTION_ACTORS);
}

static GBytes *
save (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  GBytes *bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

static guint
count_hits (KhattTimeline *timeline, const char *text)
{
  g_autoptr (KhattSearch) search = khatt_search_new ();

  khatt_search_set_timeline (search, timeline);
  khatt_search_set_active (search, TRUE);
  khatt_search_set_text (search, text);
  return khatt_search_hits_get_n_events (khatt_search_get_hits (search));
}

static void
test_nothing_changed (Fixture *fixture, gconstpointer data)
{
  apply (fixture);
  g_assert_null (fixture->applied);
  g_assert_false (khatt_timeline_is_modified (fixture->timeline));
}

/* All that can be said; it is found, comes back from the file, and is undone by one step. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  guint n_events = count_hits (fixture->timeline, PUTIN);
  g_autoptr (GBytes) before = save (fixture->timeline);
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (KhattLoaded) loaded = NULL;

  g_assert_cmpuint (count_hits (fixture->timeline, "VVP"), ==, 0);
  type (fixture, "Name in Arabic", "بوتين");
  type (fixture, "Name in English", "Vladimir Putin");
  type_alias (fixture, "VVP، قيصر");
  choose_kind (fixture, 1);
  apply (fixture);
  g_assert_cmpstr (fixture->applied, ==, PUTIN);
  g_assert_cmpstr (get_section (fixture), ==,
                   "[\n{\"name\":\"" PUTIN "\",\"kind\":\"person\",\"names\":{\"ar\":\"بوتين\","
                   "\"en\":\"Vladimir Putin\"},\"aliases\":[\"VVP\",\"قيصر\"]}\n]");
  g_assert_cmpstr (khatt_timeline_get_undo_name (fixture->timeline), ==, "Change “" PUTIN "”");
  g_assert_cmpuint (count_hits (fixture->timeline, "VVP"), ==, n_events);
  g_assert_cmpuint (count_hits (fixture->timeline, "القيصر"), ==, n_events);
  g_assert_cmpuint (count_hits (fixture->timeline, "vladimir"), ==, n_events);

  saved = save (fixture->timeline);
  loaded =
      khatt_load_bytes (saved, "x.khatt", &(KhattLoadOptions){ .format = "khatt" }, NULL, NULL);
  g_assert_nonnull (loaded);
  g_assert_cmpstr (khatt_timeline_get_section (loaded->timeline, KHATT_SECTION_ACTORS), ==,
                   get_section (fixture));
  g_assert_cmpuint (count_hits (loaded->timeline, "VVP"), ==, n_events);

  khatt_timeline_undo (fixture->timeline);
  undone = save (fixture->timeline);
  g_assert_true (g_bytes_equal (before, undone));
  g_assert_cmpuint (count_hits (fixture->timeline, "VVP"), ==, 0);
}

/* What a file says that is not known here stays, and so do the other entries. */
static void
test_unknown_stays (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_sample_wait (is_gone, fixture);
  khatt_timeline_set_section (
      fixture->timeline, KHATT_SECTION_ACTORS,
      "[\n{\"aliases\":[],\"name\":\"x\",\"y\":[{}]},\n{\"name\":\"" PUTIN
      "\",\"kind\":\"tsar\",\"names\":{\"ru\":\"Путин\"},\"aliases\":[\"VVP\"],"
      "\"color\":\"#00f\"}\n]");

  open_dialog (fixture, PUTIN);
  choose_kind (fixture, 0);
  type_alias (fixture, "");
  apply (fixture);
  g_assert_null (strstr (get_section (fixture), "tsar"));
}

static guint
count_offices (Fixture *fixture, const char *name, const char *office)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  guint n_found = 0;

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    {
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

      for (guint i = 0; i < event->actors->len; i++)
        {
          const KhattActorData *actor = g_ptr_array_index (event->actors, i);

          n_found += g_strcmp0 (actor->name, name) == 0 && g_strcmp0 (actor->office, office) == 0;
        }
    }
  return n_found;
}

/* Another name and another office are those of the events, too. */
static void
test_events (Fixture *fixture, gconstpointer data)
{
  g_autofree char *office =
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (find_row (fixture->dialog, "Office"))));
  guint n_before = count_offices (fixture, PUTIN, office);

  g_assert_cmpuint (n_before, >, 0);
  type (fixture, "Name", "Putin");
  type (fixture, "Office", "President");
  type (fixture, "Country (two letters)", "xx");
  g_assert_false (
      gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog))));
  type (fixture, "Country (two letters)", "by");
  g_assert_true (ui_sample_shows (fixture->dialog, "Belarus"));
  apply (fixture);
  g_assert_cmpstr (fixture->applied, ==, "Putin");
  g_assert_cmpuint (count_offices (fixture, PUTIN, office), ==, 0);
  g_assert_cmpuint (count_offices (fixture, "Putin", "President"), >=, n_before);
  g_assert_cmpstr (get_section (fixture), ==,
                   "[\n{\"name\":\"Putin\",\"country\":\"BY\",\"office\":\"President\"}\n]");
  khatt_timeline_undo (fixture->timeline);
  g_assert_false (khatt_timeline_is_modified (fixture->timeline));
  g_assert_cmpuint (count_offices (fixture, PUTIN, office), ==, n_before);
}

/* One of two: what was said of both is said of one. */
static void
test_joined (Fixture *fixture, gconstpointer data)
{
  khatt_timeline_set_section (fixture->timeline, KHATT_SECTION_ACTORS,
                              "[{\"name\":\"" PUTIN "\",\"aliases\":[\"a\"]},"
                              "{\"name\":\"" LAVROV "\",\"aliases\":[\"b\"]}]");
  khatt_edit_rename_actor (fixture->timeline, PUTIN, LAVROV);
  g_assert_cmpstr (get_section (fixture), ==,
                   "[\n{\"name\":\"" LAVROV "\",\"aliases\":[\"b\",\"a\"]}\n]");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
#define ADD(name, test) g_test_add ("/actor-dialog/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("nothing-changed", test_nothing_changed);
  ADD ("all", test_all);
  ADD ("unknown-stays", test_unknown_stays);
  ADD ("events", test_events);
  ADD ("joined", test_joined);
#undef ADD
  return g_test_run ();
}
