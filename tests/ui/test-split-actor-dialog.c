/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-split-actor-dialog.h"
#include "khatt-ui.h"
#include "ui-sample.h"

#define PUTIN "فلاديمير بوتين" /* in three events of the sample */

typedef struct
{
  KhattTimeline *timeline;
  GtkWidget *dialog;
  guint n_events;
} Fixture;

static void
split_cb (Fixture *fixture, const char *new_name, guint n_events)
{
  fixture->n_events = n_events;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->timeline = ui_sample_new ();
  fixture->dialog = khatt_split_actor_dialog_new (NULL, fixture->timeline, PUTIN);
  fixture->n_events = 0;
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect_swapped (fixture->dialog, "split", G_CALLBACK (split_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_sample_settle ();
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->timeline);
}

static GtkListBoxRow *
get_row (Fixture *fixture, int index)
{
  return gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (gtk_widget_get_ancestor (
          ui_sample_find (fixture->dialog, GTK_TYPE_CHECK_BUTTON), GTK_TYPE_LIST_BOX)),
      index);
}

/* As Return does in the list. */
static void
toggle (Fixture *fixture, int index)
{
  g_signal_emit_by_name (get_row (fixture, index), "activate");
}

static void
name (Fixture *fixture, const char *new_name)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_sample_find (fixture->dialog, ADW_TYPE_ENTRY_ROW)),
                         new_name);
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = ui_sample_find (fixture->dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static guint
count_rows (Fixture *fixture)
{
  return ui_sample_count (fixture->dialog, GTK_TYPE_CHECK_BUTTON, NULL);
}

static gboolean
can_split (Fixture *fixture)
{
  return gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)));
}

static void
apply (Fixture *fixture)
{
  gtk_widget_activate_action_variant (fixture->dialog, "split-actor.apply", NULL);
}

/* Each state of the dialog, and whether there is something to split. */
static void
test_asks_for_enough (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_true (ui_sample_shows (fixture->dialog, "رئيس روسيا"));
  g_assert_true (ui_sample_shows (fixture->dialog, "0 of 3 events"));
  g_assert_false (can_split (fixture));
  name (fixture, "بوتين آخر");
  g_assert_false (can_split (fixture));
  toggle (fixture, 0);
  g_assert_true (can_split (fixture));
  g_assert_true (ui_sample_shows (fixture->dialog, "1 of 3 events"));
  name (fixture, PUTIN);
  g_assert_false (can_split (fixture));
  name (fixture, "  ");
  g_assert_false (can_split (fixture));
  name (fixture, "بوتين آخر");
  toggle (fixture, 1);
  toggle (fixture, 2);
  g_assert_false (can_split (fixture));
  apply (fixture);
  g_assert_false (khatt_timeline_can_undo (fixture->timeline));
}

static void
test_splits (Fixture *fixture, gconstpointer data)
{
  name (fixture, " بوتين آخر ");
  toggle (fixture, 0);
  toggle (fixture, 1);
  toggle (fixture, 1);
  apply (fixture);
  g_assert_cmpuint (fixture->n_events, ==, 1);

  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattEventData) event =
      khatt_snapshot_dup_event (snapshot, ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING));
  const KhattActorData *actor = g_ptr_array_index (event->actors, 0);
  g_assert_cmpstr (actor->name, ==, "بوتين آخر");
  g_assert_cmpstr (khatt_timeline_get_undo_name (fixture->timeline), ==,
                   "Split “بوتين آخر” from “" PUTIN "”");
  khatt_timeline_undo (fixture->timeline);
  g_assert_false (khatt_timeline_is_modified (fixture->timeline));
}

/* What is chosen stays in the list, whatever is looked for. */
static void
test_searches (Fixture *fixture, gconstpointer data)
{
  toggle (fixture, 0);
  search (fixture, "ميرضيائيف");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  search (fixture, "لا شيء");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  toggle (fixture, 0);
  search (fixture, "رئيس");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  search (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, 3);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/split-actor-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  ADD ("asks-for-enough", test_asks_for_enough);
  ADD ("splits", test_splits);
  ADD ("searches", test_searches);
  return g_test_run ();
}
