/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bar that asks when an article was published. */

#include "khatt-published-bar.h"

#include <adwaita.h>

#include "khatt-ui.h"
#include "ui-sample.h"

typedef struct
{
  KhattTimeline *timeline;
  KhattPublishedBar *bar;
  GtkWidget *window;
  char *answered; /* "article date" */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer published)
{
  fixture->timeline = published ? ui_sample_new () : ui_sample_new_unpublished ();
  fixture->bar = KHATT_PUBLISHED_BAR (khatt_published_bar_new ());
  fixture->window = ui_sample_present (GTK_WIDGET (fixture->bar), 900, 100);
  ui_sample_catch_published (fixture->window, &fixture->answered);
  khatt_published_bar_set_timeline (fixture->bar, fixture->timeline);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->bar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->bar);
  g_assert_finalize_object (fixture->timeline);
  g_free (fixture->answered);
}

static gboolean
is_revealed (Fixture *fixture)
{
  GtkWidget *revealer = ui_sample_find (GTK_WIDGET (fixture->bar), GTK_TYPE_REVEALER);

  return revealer && gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static GtkWidget *
get_entry (Fixture *fixture)
{
  return ui_sample_find (GTK_WIDGET (fixture->bar), GTK_TYPE_ENTRY);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), text);
  g_signal_emit_by_name (get_entry (fixture), "activate");
}

static void
test_asks (Fixture *fixture, gconstpointer data)
{
  g_assert_true (khatt_published_bar_is_asking (fixture->bar));
  g_assert_true (is_revealed (fixture));
  g_assert_true (ui_sample_shows (GTK_WIDGET (fixture->bar), "When was this published?"));
  g_assert_true (ui_sample_shows (GTK_WIDGET (fixture->bar), "A Friday in August"));
}

static void
test_does_not_ask (Fixture *fixture, gconstpointer data)
{
  g_assert_false (khatt_published_bar_is_asking (fixture->bar));
  g_assert_false (is_revealed (fixture));
}

static void
test_candidates (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (fixture->bar);

  g_assert_cmpuint (ui_sample_count (bar, GTK_TYPE_BUTTON, "khatt-candidate"), ==, 2);
  g_assert_cmpuint (ui_sample_count (bar, GTK_TYPE_BUTTON, "suggested-action"), ==, 1);
  g_assert_true (ui_sample_shows (bar, "Friday 8 August 2025"));
  g_assert_true (ui_sample_shows (bar, "Friday 15 August 2025"));
}

static void
test_press (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = ui_sample_find_styled (GTK_WIDGET (fixture->bar), "khatt-candidate");

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->answered, ==, "a1 2025-08-08");
}

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  const char *const texts[] = { "2025-08-10", "10/8/2025", "١٠/٨/٢٠٢٥", "10 August 2025",
                                "١٠ أغسطس ٢٠٢٥" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_clear_pointer (&fixture->answered, g_free);
      type (fixture, texts[i]);
      g_assert_cmpstr (fixture->answered, ==, "a1 2025-08-10");
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const char *const texts[] = { "",          "soon",
                                "2025",      "August 2025",
                                "31/2/2025", "2025-08-01/2025-08-03" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type (fixture, texts[i]);
      g_assert_null (fixture->answered);
      g_assert_true (gtk_widget_has_css_class (get_entry (fixture), "error"));
    }
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), "2025-08-0");
  g_assert_false (gtk_widget_has_css_class (get_entry (fixture), "error"));
}

static void
test_dismissed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *asked = NULL;
  g_autofree char *then = NULL;

  g_object_get (fixture->bar, "article-id", &asked, NULL);
  g_assert_cmpstr (asked, ==, "a1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "published.dismiss", NULL);
  g_assert_false (khatt_published_bar_is_asking (fixture->bar));
  g_object_get (fixture->bar, "article-id", &then, NULL);
  g_assert_null (then);
  /* Not again when something else changes. */
  khatt_timeline_set_title (fixture->timeline, "Another title");
  g_assert_false (khatt_published_bar_is_asking (fixture->bar));
}

static void
test_other_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattTimeline) empty = khatt_timeline_new ();

  khatt_published_bar_set_timeline (fixture->bar, empty);
  g_assert_false (is_revealed (fixture));
  khatt_published_bar_set_timeline (fixture->bar, NULL);
  g_assert_false (is_revealed (fixture));
}

/* A text of which only the weekday is known. */
static void
ask_for_monday (Fixture *fixture)
{
  KhattArticle *article = khatt_timeline_get_article (fixture->timeline, 0);
  g_autoptr (KhattArticle) monday = khatt_article_copy (article);

  g_clear_pointer (&monday->candidates, g_ptr_array_unref);
  monday->weekday = 1;
  khatt_timeline_change_article (fixture->timeline, monday);
}

static void
test_weekday (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (fixture->bar);

  ask_for_monday (fixture);
  g_assert_true (is_revealed (fixture));
  g_assert_true (ui_sample_shows (bar, "The text says only that it was written on a Monday."));
  g_assert_cmpuint (ui_sample_count (bar, GTK_TYPE_BUTTON, "khatt-candidate"), ==, 0);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (get_entry (fixture))), ==,
                   "Which Monday?");
}

static void
test_other_weekday (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (fixture->bar);

  ask_for_monday (fixture);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), "2025-02-25");
  g_assert_true (ui_sample_shows (bar, "This day is a Tuesday; the text was written on a Monday."));
  g_assert_true (gtk_widget_has_css_class (get_entry (fixture), "warning"));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), "2025-02-24");
  g_assert_true (ui_sample_shows (bar, "The text says only"));
  g_assert_false (gtk_widget_has_css_class (get_entry (fixture), "warning"));
  /* The text may be wrong: what is typed is the answer. */
  type (fixture, "2025-02-25");
  g_assert_cmpstr (fixture->answered, ==, "a1 2025-02-25");
}

#define ADD(path, test, published) g_test_add (path, Fixture, published, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  ADD ("/published-bar/asks", test_asks, NULL);
  ADD ("/published-bar/does-not-ask-what-is-known", test_does_not_ask, "published");
  ADD ("/published-bar/offers-candidates", test_candidates, NULL);
  ADD ("/published-bar/a-candidate-answers", test_press, NULL);
  ADD ("/published-bar/any-day-can-be-typed", test_typed, NULL);
  ADD ("/published-bar/what-is-no-day-is-refused", test_refused, NULL);
  ADD ("/published-bar/can-be-dismissed", test_dismissed, NULL);
  ADD ("/published-bar/goes-with-its-document", test_other_document, NULL);
  ADD ("/published-bar/says-that-only-the-weekday-is-known", test_weekday, NULL);
  ADD ("/published-bar/warns-of-another-weekday", test_other_weekday, NULL);
  return g_test_run ();
}
