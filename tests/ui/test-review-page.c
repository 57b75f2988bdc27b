/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was read is gone through in a window: accepted, dismissed, brought back, dated, each a step
 * that can be undone. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "khatt-application.h"
#include "khatt-date-field.h"
#include "khatt-review-card.h"
#include "khatt-review.h"
#include "khatt-save.h"
#include "khatt-window-private.h"
#include "ui-sample.h"

#define ARTICLE "..", "data", "samples", "calls.txt"
#define N_READ 10
#define N_MANY 5000
#define N_TITLES 20
#define CARD_WIDTH 440
#define MOST_CARDS 400 /* that a list keeps for the rows in view */

typedef struct
{
  KhattWindow *window;
} Fixture;

static KhattApplication *
get_application (void)
{
  static KhattApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (!application)
    {
      application = khatt_application_new (G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
    }
  return application;
}

static KhattTimeline *
get_timeline (Fixture *fixture)
{
  return khatt_document_get_timeline (khatt_window_get_document (fixture->window));
}

static gboolean
is_idle (gpointer window)
{
  KhattDocument *document = khatt_window_get_document (window);

  return !khatt_document_is_busy (document) && !khatt_document_is_empty (document);
}

static void
begin_to_open (Fixture *fixture, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  khatt_window_open (fixture->window, G_LIST_MODEL (files), NULL);
}

static void
open_path (Fixture *fixture, const char *path)
{
  begin_to_open (fixture, path);
  ui_sample_wait (is_idle, fixture->window);
  ui_sample_settle ();
}

static void
open_text (Fixture *fixture, const char *text)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int descriptor = g_file_open_tmp ("khatt-review-XXXXXX.khatt", &path, &error);

  g_assert_no_error (error);
  close (descriptor);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  open_path (fixture, path);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
present_window (Fixture *fixture)
{
  fixture->window = KHATT_WINDOW (khatt_window_new (GTK_APPLICATION (get_application ())));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, ARTICLE, NULL);

  present_window (fixture);
  if (data == NULL)
    open_path (fixture, path);
  else
    open_text (fixture, data);
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  khatt_timeline_mark_saved (get_timeline (fixture));
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_sample_wait (is_gone, fixture);
}

static void
enter (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "mode",
                                  g_variant_new_string ("review"));
  ui_sample_settle ();
  g_assert_cmpint (fixture->window->mode, ==, KHATT_MODE_REVIEW);
}

/* As its key does, on the selected event. */
static void
press (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window->review), action, "u",
                                             KHATT_SLOT_NONE));
  ui_sample_settle ();
}

static guint32
get_selected (Fixture *fixture)
{
  guint32 slot = khatt_window_get_selected_slot (fixture->window);

  g_assert_cmpuint (khatt_review_pane_get_selected_slot (fixture->window->review), ==, slot);
  return slot;
}

static void
assert_counts (Fixture *fixture, guint n_proposed, guint n_settled, guint n_gone)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (get_timeline (fixture));
  KhattReviewCounts counts = khatt_review_count (snapshot);

  g_assert_cmpuint (counts.n_proposed, ==, n_proposed);
  g_assert_cmpuint (counts.n_settled, ==, n_settled);
  g_assert_cmpuint (counts.n_gone, ==, n_gone);
  g_assert_cmpuint (khatt_snapshot_get_n_events (snapshot), ==, n_proposed + n_settled);
}

static char *
write_document (Fixture *fixture)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (get_timeline (fixture));
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return ui_sample_shows (GTK_WIDGET (fixture->window), text);
}

static KhattReviewCard *
find_card (GtkWidget *root, guint32 slot)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      KhattReviewCard *found =
          KHATT_IS_REVIEW_CARD (child) ? KHATT_REVIEW_CARD (child) : find_card (child, slot);

      if (found != NULL && khatt_review_card_get_slot (found) == slot)
        return found;
    }
  return NULL;
}

static void
test_tells_and_offers (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows (fixture, "Read 10 events"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "review", NULL);
  ui_sample_settle ();
  g_assert_cmpint (fixture->window->mode, ==, KHATT_MODE_REVIEW);
  g_assert_true (shows (fixture, "Review of the Article"));
  g_assert_true (shows (fixture, "10 read, 0 accepted"));
  g_assert_true (shows (fixture, "All 10"));
  g_assert_cmpuint (
      ui_sample_count (GTK_WIDGET (fixture->window->review), KHATT_TYPE_REVIEW_CARD, NULL), ==,
      N_READ);
  /* The first is selected, the focus on it. */
  g_assert_cmpuint (get_selected (fixture), ==, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (find_card (GTK_WIDGET (fixture->window->review), 0)));
}

static void
test_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = write_document (fixture);
  g_autofree char *after = NULL;

  enter (fixture);
  press (fixture, "review.accept");
  g_assert_cmpuint (get_selected (fixture), ==, 1);
  assert_counts (fixture, N_READ - 1, 1, 0);
  g_assert_true (shows (fixture, "10 read, 1 accepted"));
  press (fixture, "review.dismiss");
  g_assert_cmpuint (get_selected (fixture), ==, 2);
  assert_counts (fixture, N_READ - 2, 1, 1);
  g_assert_true (shows (fixture, "Event dismissed"));
  /* The one before the dismissed one is settled: nothing to accept there. */
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window->review), "review.previous", NULL));
  g_assert_cmpuint (get_selected (fixture), ==, 0);
  press (fixture, "review.accept");
  assert_counts (fixture, N_READ - 2, 1, 1);
  for (guint i = 0; i < 2; i++)
    khatt_timeline_undo (get_timeline (fixture));
  after = write_document (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_goes_round (Fixture *fixture, gconstpointer data)
{
  enter (fixture);
  khatt_window_select (fixture->window, N_READ - 1);
  press (fixture, "review.accept");
  g_assert_cmpuint (get_selected (fixture), ==, 0);
  for (guint i = 0; i < N_READ - 1; i++)
    press (fixture, "review.accept");
  assert_counts (fixture, 0, N_READ, 0);
}

static void
test_adds_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = write_document (fixture);
  g_autofree char *after = NULL;

  enter (fixture);
  press (fixture, "review.dismiss");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "accept-all", NULL);
  ui_sample_settle ();
  g_assert_cmpint (fixture->window->mode, ==, KHATT_MODE_TIMELINE);
  assert_counts (fixture, 0, N_READ - 1, 1);
  g_assert_true (shows (fixture, "9 events accepted"));
  khatt_timeline_undo (get_timeline (fixture));
  assert_counts (fixture, N_READ - 1, 0, 1);
  khatt_timeline_undo (get_timeline (fixture));
  after = write_document (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_brings_back (Fixture *fixture, gconstpointer data)
{
  enter (fixture);
  press (fixture, "review.dismiss");
  khatt_review_pane_set_choice (fixture->window->review, KHATT_REVIEW_SHOWS_DISMISSED);
  ui_sample_settle ();
  g_assert_nonnull (find_card (GTK_WIDGET (fixture->window->review), 0));
  g_assert_null (find_card (GTK_WIDGET (fixture->window->review), 1));
  khatt_window_select (fixture->window, 0);
  press (fixture, "review.bring-back");
  assert_counts (fixture, N_READ, 0, 0);
  g_assert_true (shows (fixture, "Nothing was dismissed."));
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  KhattReviewCard *card;

  enter (fixture);
  card = find_card (GTK_WIDGET (fixture->window->review), 0);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Telephone call from \u2068فلاديمير بوتين\u2069 to \u2068قاسم جومارت توكاييف\u2069, Friday 8 "
      "August 2025: \u2068تسوية الأزمة الأوكرانية\u2069. Proposed");
  press (fixture, "review.accept");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Telephone call from \u2068فلاديمير بوتين\u2069 to \u2068قاسم جومارت توكاييف\u2069, Friday 8 "
      "August 2025: \u2068تسوية الأزمة الأوكرانية\u2069. Accepted");
}

/* Articles of one event each, behind the one that was opened. */
static void
add_articles (Fixture *fixture)
{
  static const char *const ids[] = { "a2", "a3" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (KhattArticle) article = khatt_article_new (ids[i], "Ann called Bo.", -1);
      g_autoptr (KhattEventData) event = khatt_event_data_new ();

      article->title = g_strconcat ("Article ", ids[i], NULL);
      article->published = g_strdup ("2025-08-08");
      khatt_timeline_add_article (get_timeline (fixture), article);
      event->date = khatt_date_from_day (2025, 8, 8);
      khatt_event_data_add_source (event, ids[i])->rules = g_strsplit ("x", " ", -1);
      khatt_timeline_add (get_timeline (fixture), event);
    }
}

/* From article to article, past the one of which nothing is open. */
static void
test_articles (Fixture *fixture, gconstpointer data)
{
  static const guint32 stops[] = { N_READ + 1, 0, N_READ + 1 };
  GtkWidget *review = GTK_WIDGET (fixture->window->review);
  GtkWidget *article = GTK_WIDGET (fixture->window->article);

  add_articles (fixture);
  enter (fixture);
  g_assert_true (ui_sample_shows (review, "Article a2"));
  g_assert_true (ui_sample_shows (review, "Article a3"));
  g_assert_true (ui_sample_shows (article, "10 open"));
  khatt_window_select (fixture->window, N_READ);
  ui_sample_settle ();
  g_assert_true (ui_sample_shows (article, "1 open"));
  press (fixture, "review.accept");
  khatt_window_select (fixture->window, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-open-article", NULL);
      ui_sample_settle ();
      g_assert_cmpuint (get_selected (fixture), ==, stops[i]);
    }
}

/* However long its title is, a card is content with the room that it has. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new ("Bo");

  for (guint32 i = 0; i < N_TITLES; i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();

      event->kind = KHATT_KIND_CALL;
      event->date = khatt_date_from_day (2025, 8, 8);
      khatt_event_data_add_actor (event, "Ann", KHATT_ROLE_INITIATOR);
      khatt_event_data_add_actor (event, name->str, KHATT_ROLE_RECIPIENT);
      khatt_event_data_add_source (event, "a1")->rules = g_strsplit ("x", " ", -1);
      khatt_timeline_add (get_timeline (fixture), event);
      g_string_append (name, " Bo");
    }
  enter (fixture);
  khatt_window_select (fixture->window, N_READ);
  ui_sample_settle ();
  for (guint32 slot = N_READ + 1; slot < N_READ + N_TITLES; slot++)
    {
      GtkWidget *card = GTK_WIDGET (find_card (GTK_WIDGET (fixture->window->review), slot));
      int least, height, width;

      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, CARD_WIDTH, &height, NULL, NULL, NULL);
      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, height, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, ==, least);
    }
}

static const char undated[] =
    "{\"format\":\"khatt-timeline\",\"version\":1,\"articles\":["
    "{\"id\":\"a1\",\"published\":\"2025-08-08\",\"text\":\"Ann called Bo.\"}],\n\"events\":[\n"
    "{\"id\":\"e1\",\"kind\":\"call\",\"actors\":[{\"name\":\"Ann\"}],"
    "\"sources\":[{\"article\":\"a1\",\"span\":[0,14],\"rules\":[\"x\"]}]},\n"
    "{\"id\":\"e2\",\"kind\":\"other\",\"title\":\"Noted\",\"origin\":\"person\"},\n"
    "{\"id\":\"e3\",\"kind\":\"other\",\"title\":\"Read\",\"date\":\"2025-08-01\","
    "\"sources\":[{\"article\":\"a1\",\"rules\":[\"x\"]}]}\n]}\n";

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = write_document (fixture);
  g_autofree char *after = NULL;
  g_autoptr (KhattSnapshot) snapshot = NULL;
  GtkWidget *field;

  g_assert_true (shows (fixture, "2 without a date"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-undated", NULL);
  ui_sample_settle ();
  g_assert_cmpint (fixture->window->mode, ==, KHATT_MODE_REVIEW);
  g_assert_cmpuint (get_selected (fixture), ==, 0);
  g_assert_true (shows (fixture, "Without a Date"));
  g_assert_true (shows (fixture, "Need a look 2"));
  g_assert_true (shows (fixture, "? somebody is not named"));

  field = ui_sample_find (GTK_WIDGET (fixture->window->review), KHATT_TYPE_DATE_FIELD);
  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (ui_sample_find (field, ADW_TYPE_ENTRY_ROW)), "whenever");
  g_signal_emit_by_name (field, "answered");
  gtk_editable_set_text (GTK_EDITABLE (ui_sample_find (field, ADW_TYPE_ENTRY_ROW)), "2025-08-07");
  g_signal_emit_by_name (field, "answered");
  ui_sample_settle ();
  snapshot = khatt_timeline_ref_snapshot (get_timeline (fixture));
  g_assert_cmpuint (khatt_snapshot_get_n_dated (snapshot), ==, 2);
  g_assert_cmpint (khatt_review_get_state (khatt_snapshot_get_record (snapshot, 0)), ==,
                   KHATT_REVIEW_SETTLED);
  g_assert_true (shows (fixture, "1 without a date"));
  g_assert_null (ui_sample_find (GTK_WIDGET (fixture->window->review), KHATT_TYPE_DATE_FIELD));
  khatt_timeline_undo (get_timeline (fixture));
  after = write_document (fixture);
  g_assert_cmpstr (before, ==, after);
}

static const char unread[] = "{\"format\":\"khatt-timeline\",\"version\":1,\"events\":[\n"
                             "{\"id\":\"e1\",\"kind\":\"call\",\"date\":\"2025\"}\n]}\n";

static void
test_nothing_to_review (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->window->review_toggle));
  khatt_window_set_mode (fixture->window, KHATT_MODE_REVIEW);
  g_assert_cmpint (fixture->window->mode, ==, KHATT_MODE_TIMELINE);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "review"));
}

static gboolean
shows_article (gpointer window)
{
  AdwFlap *flap = KHATT_WINDOW (window)->article_flap;

  return adw_flap_get_reveal_progress (flap) >= 1;
}

static void
enter_cb (GdkFrameClock *clock, Fixture *fixture)
{
  g_signal_handlers_disconnect_by_func (clock, enter_cb, fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window->article_flap)), ==, 0);
  khatt_window_set_mode (fixture->window, KHATT_MODE_REVIEW);
}

/* A key may come in the frame that gives the panes their first place: they do not move from it. */
static void
test_enters_at_once (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, ARTICLE, NULL);
  Fixture fixture = { 0 };

  g_assert_nonnull (get_application ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  present_window (&fixture);
  begin_to_open (&fixture, path);
  ui_sample_wait (is_idle, fixture.window);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (fixture.window)), "before-paint",
                    G_CALLBACK (enter_cb), &fixture);
  ui_sample_wait (shows_article, fixture.window);
  g_assert_cmpint (fixture.window->mode, ==, KHATT_MODE_REVIEW);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  tear_down (&fixture, NULL);
}

/* Rows are used again. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  guint n_cards;

  for (guint i = 0; i < N_MANY; i++)
    {
      KhattEventData *event = khatt_event_data_new ();
      KhattSourceData *source = khatt_event_data_add_source (event, "a1");

      event->date = khatt_date_from_day (2025, 8, 1 + (int) i % 28);
      source->rules = g_strsplit ("x", " ", -1);
      g_ptr_array_add (events, event);
    }
  khatt_timeline_add_many (get_timeline (fixture), events);
  enter (fixture);
  khatt_window_select (fixture->window, N_MANY);
  ui_sample_settle ();
  n_cards = ui_sample_count (GTK_WIDGET (fixture->window->review), KHATT_TYPE_REVIEW_CARD, NULL);
  g_assert_cmpuint (n_cards, >, 0);
  g_assert_cmpuint (n_cards, <, MOST_CARDS);
  g_assert_nonnull (find_card (GTK_WIDGET (fixture->window->review), N_MANY));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function, text)                                                                  \
  g_test_add ("/review-page/" name, Fixture, text, set_up, function, tear_down)
  ADD ("tells-and-offers", test_tells_and_offers, NULL);
  ADD ("goes-on", test_goes_on, NULL);
  ADD ("goes-round", test_goes_round, NULL);
  ADD ("adds-all", test_adds_all, NULL);
  ADD ("brings-back", test_brings_back, NULL);
  ADD ("labels", test_labels, NULL);
  ADD ("dates", test_dates, undated);
  ADD ("nothing-to-review", test_nothing_to_review, unread);
  ADD ("many", test_many, NULL);
  ADD ("articles", test_articles, NULL);
  ADD ("room", test_room, NULL);
  g_test_add_data_func ("/review-page/enters-at-once", NULL, test_enters_at_once);

  return g_test_run ();
}
