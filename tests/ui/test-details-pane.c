/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The details pane says what is known of an event. */

#include "khatt-details-pane.h"

#include <adwaita.h>

#include "khatt-edit.h"
#include "khatt-ui.h"
#include "ui-sample.h"

typedef struct
{
  KhattTimeline *timeline;
  KhattDetailsPane *pane;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->timeline = ui_sample_new ();
  fixture->pane = KHATT_DETAILS_PANE (g_object_ref_sink (khatt_details_pane_new ()));
  khatt_details_pane_set_timeline (fixture->pane, fixture->timeline);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->pane);
  g_assert_finalize_object (fixture->timeline);
}

static void
show (Fixture *fixture, UiSampleEvent event)
{
  khatt_details_pane_set_slot (fixture->pane, ui_sample_slot (fixture->timeline, event));
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ui_sample_shows (GTK_WIDGET (fixture->pane), text);
}

/* The child of the pane that is seen: what says that nothing is selected has nothing to scroll. */
static gboolean
shows_event (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->pane));

  while (!gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);
  return GTK_IS_SCROLLED_WINDOW (child);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_false (shows_event (fixture));
  show (fixture, UI_SAMPLE_CALL);
  g_assert_true (shows_event (fixture));
  khatt_details_pane_set_slot (fixture->pane, KHATT_SLOT_NONE);
  g_assert_false (shows_event (fixture));
}

static void
test_entered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  khatt_details_pane_set_slot (fixture->pane, khatt_edit_add (fixture->timeline, event));
  g_assert_true (shows (fixture, "Happened · entered by hand"));
}

static void
test_head (Fixture *fixture, gconstpointer data)
{
  show (fixture, UI_SAMPLE_CALL);
  g_assert_true (shows (fixture, "Telephone call"));
  g_assert_true (shows (fixture, "Happened · read from the article"));
  g_assert_true (shows (fixture, "بوتين يهاتف شي"));
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  show (fixture, UI_SAMPLE_CALL);
  g_assert_true (shows (fixture, "8 August 2025"));
  g_assert_true (shows (fixture, "14 Safar 1447"));
}

static void
test_undated (Fixture *fixture, gconstpointer data)
{
  show (fixture, UI_SAMPLE_UNDATED);
  g_assert_true (shows (fixture, "في وقت لاحق"));
  g_assert_false (shows (fixture, "2025"));
  g_assert_false (shows (fixture, "1447"));
}

static void
test_gap (Fixture *fixture, gconstpointer data)
{
  guint32 meeting = ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING);

  show (fixture, UI_SAMPLE_CALL);
  g_assert_false (shows (fixture, "Gap to the other event"));
  khatt_details_pane_compare (fixture->pane, meeting, "18 days");
  g_assert_true (shows (fixture, "Gap to the other event"));
  g_assert_true (shows (fixture, "18 days"));
  khatt_details_pane_compare (fixture->pane, meeting, NULL);
  g_assert_false (shows (fixture, "18 days"));
}

static void
test_planned (Fixture *fixture, gconstpointer data)
{
  show (fixture, UI_SAMPLE_PLANNED);
  g_assert_true (shows (fixture, "Planned · read from the article"));
}

/* The actions of the menu of an actor, each on the name. */
static void
assert_menu (GMenuModel *menu, const char *actor)
{
  static const char *const actions[][3] = {
    { "win.only-actor", "win.show-contacts" },
    { "win.edit-actor", "win.rename-actor", "win.split-actor" },
  };

  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, G_N_ELEMENTS (actions));
  for (int i = 0; i < (int) G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      g_assert_cmpint (g_menu_model_get_n_items (section), ==, i == 0 ? 2 : 3);
      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *action = NULL;
          g_autofree char *target = NULL;

          g_assert_true (
              g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_ACTION, "s", &action));
          g_assert_true (
              g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_TARGET, "s", &target));
          g_assert_cmpstr (action, ==, actions[i][j]);
          g_assert_cmpstr (target, ==, actor);
        }
    }
}

static void
test_actors (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  show (fixture, UI_SAMPLE_CALL);
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_LABEL, "khatt-actor"), ==, 2);
  g_assert_true (shows (fixture, "فلاديمير بوتين"));
  g_assert_true (shows (fixture, "رئيس روسيا"));
  g_assert_true (shows (fixture, "Caller"));
  /* Two roles and two topics. */
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_LABEL, "khatt-chip"), ==, 4);
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_MENU_BUTTON, "khatt-actor-menu"), ==, 2);
  button = ui_sample_find_styled (pane, "khatt-actor-menu");
  assert_menu (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), "فلاديمير بوتين");
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  show (fixture, UI_SAMPLE_MEETING);
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_LABEL, "khatt-place"), ==, 1);
  show (fixture, UI_SAMPLE_CALL);
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_LABEL, "khatt-place"), ==, 0);
}

static void
test_quotation (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  show (fixture, UI_SAMPLE_CALL);
  g_assert_true (shows (fixture, "“لا توجد حلول بسيطة”"));
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_BOX, "khatt-quote-bar"), ==, 1);
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_BOX, "kind-call"), ==, 1);
  show (fixture, UI_SAMPLE_CALL_TOO);
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_BOX, "khatt-quote-bar"), ==, 0);
}

static void
test_directions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar, *sentence, *actor;

  show (fixture, UI_SAMPLE_CALL);
  bar = ui_sample_find_styled (GTK_WIDGET (fixture->pane), "khatt-quote-bar");
  sentence = ui_sample_find_styled (GTK_WIDGET (fixture->pane), "khatt-sentence");
  actor = ui_sample_find_styled (GTK_WIDGET (fixture->pane), "khatt-actor");
  /* Arabic words stand right to left, whatever the interface does; names follow the interface. */
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_parent (bar)), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (sentence), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (actor), ==, GTK_TEXT_DIR_LTR);
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  GtkWidget *link;
  GVariant *target;
  const char *article;
  guint32 slot;

  show (fixture, UI_SAMPLE_MEETING);
  g_assert_true (shows (fixture, "والتقى يوم 6 أغسطس الجاري"));
  g_assert_true (shows (fixture, "التلفزيون المركزي"));
  link = ui_sample_find_styled (GTK_WIDGET (fixture->pane), "khatt-link");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (link)), ==, "win.show-source");
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (link));
  g_variant_get (target, "(u&s)", &slot, &article);
  g_assert_cmpuint (slot, ==, ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING));
  g_assert_cmpstr (article, ==, UI_SAMPLE_ARTICLE);
}

static void
test_differences (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
  KhattSourceData *source = event->sources->pdata[0];

  source->place = g_strdup ("بكين");
  source->date = g_strdup ("2025-08-07");
  source->status = g_strdup ("planned");
  source->title = g_strdup ("عنوان آخر");
  show (fixture, UI_SAMPLE_CALL);
  g_assert_false (shows (fixture, "This source says"));
  khatt_timeline_change (fixture->timeline, slot, event);
  g_assert_true (shows (fixture, "This source says: \u2068Thursday 7 August 2025\u2069"));
  g_assert_true (shows (fixture, "This source says: \u2068Planned\u2069"));
  g_assert_true (shows (fixture, "This source says: \u2068بكين\u2069"));
  g_assert_true (shows (fixture, "This source says: \u2068عنوان آخر\u2069"));
}

/* What only makes sense with several sources is there with several sources. */
static void
test_several_sources (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  show (fixture, UI_SAMPLE_CALL);
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_BUTTON, "khatt-link"), ==, 1);
  khatt_event_data_add_source (event, NULL)->excerpt = g_strdup ("خبر آخر");
  khatt_timeline_change (fixture->timeline, slot, event);
  g_assert_true (shows (fixture, "Split into 2 Reports"));
  g_assert_true (shows (fixture, "Take This Source Out"));
  /* The way to the one article, the way out for each, and the split. */
  g_assert_cmpuint (ui_sample_count (pane, GTK_TYPE_BUTTON, "khatt-link"), ==, 4);
}

static void
test_same_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show (fixture, UI_SAMPLE_CALL);
  g_assert_true (shows (fixture, "On the same day"));
  row = ui_sample_find_styled (GTK_WIDGET (fixture->pane), "khatt-row");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.select-event");
  g_assert_cmpuint (
      g_variant_get_uint32 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))), ==,
      ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL_TOO));
  show (fixture, UI_SAMPLE_MEETING);
  g_assert_false (shows (fixture, "On the same day"));
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  show (fixture, UI_SAMPLE_MEETING);
  g_free (event->place);
  event->place = g_strdup ("سوتشي");
  khatt_timeline_change (fixture->timeline, slot, event);
  g_assert_true (shows (fixture, "سوتشي"));
  khatt_timeline_undo (fixture->timeline);
  g_assert_true (shows (fixture, "الكرملين"));
  khatt_timeline_remove (fixture->timeline, slot);
  g_assert_false (shows_event (fixture));
}

static void
test_controls_in_data (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  g_free (event->place);
  event->place = g_strdup ("a\u202Eb");
  khatt_timeline_change (fixture->timeline, slot, event);
  show (fixture, UI_SAMPLE_MEETING);
  g_assert_true (shows (fixture, "ab"));
  g_assert_false (shows (fixture, "\u202E"));
}

static void
note (GObject *object, GParamSpec *pspec, guint *n_notified)
{
  (*n_notified)++;
}

static void
test_notifies (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  g_signal_connect (fixture->pane, "notify::slot", G_CALLBACK (note), &n_notified);
  show (fixture, UI_SAMPLE_CALL);
  show (fixture, UI_SAMPLE_CALL);
  g_assert_cmpuint (n_notified, ==, 1);
  show (fixture, UI_SAMPLE_MEETING);
  g_assert_cmpuint (n_notified, ==, 2);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  ADD ("/details-pane/nothing-is-selected", test_nothing);
  ADD ("/details-pane/kind-status-origin-heading", test_head);
  ADD ("/details-pane/entered-by-hand", test_entered);
  ADD ("/details-pane/date-in-two-calendars", test_dates);
  ADD ("/details-pane/a-date-that-could-not-be-read", test_undated);
  ADD ("/details-pane/the-gap-to-another-event", test_gap);
  ADD ("/details-pane/what-is-planned", test_planned);
  ADD ("/details-pane/actors-with-office-and-role", test_actors);
  ADD ("/details-pane/the-place-where-there-is-one", test_place);
  ADD ("/details-pane/quotations", test_quotation);
  ADD ("/details-pane/prose-in-its-own-direction", test_directions);
  ADD ("/details-pane/a-source-leads-to-its-article", test_source);
  ADD ("/details-pane/where-sources-differ", test_differences);
  ADD ("/details-pane/several-sources-can-be-taken-apart", test_several_sources);
  ADD ("/details-pane/the-same-day", test_same_day);
  ADD ("/details-pane/follows-edits-undo-and-removal", test_follows);
  ADD ("/details-pane/shows-no-bidi-controls", test_controls_in_data);
  ADD ("/details-pane/notifies-once", test_notifies);
  return g_test_run ();
}
