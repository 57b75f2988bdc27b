/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The line over an article that says when it was published. */

#include "khatt-published-banner.h"

#include <adwaita.h>
#include <string.h>

#include "khatt-article-spans.h"
#include "khatt-date-field.h"
#include "khatt-ui.h"
#include "ui-sample.h"

static const char text[] =
    "هاتف اليوم الجمعة نظيره. والتقى أمس الخميس وزيرا. وعاد اليوم الجمعة يوم 3 مايو "
    "2025.";

typedef struct
{
  KhattArticle *article;
  GArray *spans;
  KhattPublishedBanner *banner;
  GtkWidget *window;
  char *answered; /* "article date" */
} Fixture;

static void
add_date (Fixture *fixture, const char *words, gboolean is_relative)
{
  KhattArticleSpan span = { .is_date_relative = is_relative };

  span.date_first = g_utf8_pointer_to_offset (text, strstr (text, words));
  span.date_after = span.date_first + g_utf8_strlen (words, -1);
  g_array_append_val (fixture->spans, span);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->article = khatt_article_new ("a1", text, -1);
  fixture->article->published = g_strdup ("2025-08-08");
  fixture->spans = g_array_new (FALSE, TRUE, sizeof (KhattArticleSpan));
  fixture->banner = KHATT_PUBLISHED_BANNER (khatt_published_banner_new ());
  fixture->window = ui_sample_present (GTK_WIDGET (fixture->banner), 700, 100);
  ui_sample_catch_published (fixture->window, &fixture->answered);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->banner);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->banner);
  g_array_unref (fixture->spans);
  khatt_article_unref (fixture->article);
  g_free (fixture->answered);
}

static gboolean
shows (Fixture *fixture, const char *words)
{
  khatt_published_banner_set_article (fixture->banner, fixture->article, fixture->spans);
  return ui_sample_shows (GTK_WIDGET (fixture->banner), words);
}

static void
test_day (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows (fixture, "Published Friday 8 August 2025"));
  g_assert_true (shows (fixture, "Change Date"));
  g_assert_true (shows (fixture, "The article came with this day."));
  g_assert_false (shows (fixture, "from it"));
}

static void
add_candidate (Fixture *fixture, const char *day, const char *reason)
{
  const char *const reasons[] = { reason, NULL };

  if (!fixture->article->candidates)
    fixture->article->candidates =
        g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  g_ptr_array_add (fixture->article->candidates, khatt_candidate_new (day, reasons));
}

/* Why the day is taken for the one; the others that were thought of can be taken instead. */
static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *change, *popover, *day;

  add_candidate (fixture, "2025-08-08", "The dateline says so.");
  g_assert_true (shows (fixture, "The dateline says so."));
  g_assert_false (shows (fixture, "The article came with this day."));
  change = ui_sample_find (GTK_WIDGET (fixture->banner), GTK_TYPE_MENU_BUTTON);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (change)));
  g_assert_null (ui_sample_find_styled (popover, "khatt-candidate"));
  add_candidate (fixture, "2025-08-15", "It is a Friday.");
  g_assert_false (shows (fixture, "It is a Friday."));
  gtk_menu_button_popup (GTK_MENU_BUTTON (change));
  g_assert_cmpuint (ui_sample_count (popover, GTK_TYPE_BUTTON, "khatt-candidate"), ==, 1);
  day = ui_sample_find_styled (popover, "khatt-candidate");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (day)), ==, "Friday 15 August 2025");
  g_signal_emit_by_name (day, "clicked");
  g_assert_cmpstr (fixture->answered, ==, "a1 2025-08-15");
  g_assert_false (gtk_widget_get_visible (popover));
}

/* What says the day in full does not count from anything. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  add_date (fixture, "يوم 3 مايو 2025", FALSE);
  g_assert_false (shows (fixture, "from it"));
  add_date (fixture, "اليوم الجمعة", TRUE);
  g_assert_true (shows (fixture, "اليوم الجمعة"));
  g_assert_true (shows (fixture, "counts from it"));
  add_date (fixture, "اليوم الجمعة", TRUE);
  g_assert_true (shows (fixture, "counts from it"));
  add_date (fixture, "أمس الخميس", TRUE);
  g_assert_true (shows (fixture, "أمس الخميس"));
  g_assert_true (shows (fixture, "count from it"));
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->article->published, g_free);
  fixture->article->weekday = 5;
  g_assert_true (shows (fixture, "Publication date unknown"));
  g_assert_true (shows (fixture, "written on a Friday"));
  g_assert_true (shows (fixture, "Set Date"));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  khatt_published_banner_set_article (fixture->banner, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->banner)));
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    gboolean is_day;
  } cases[] = {
    { "2025-08", FALSE }, { "2025-08-01/2025-08-03", FALSE }, { "", FALSE },
    { "perhaps", FALSE }, { "7 August 2025", TRUE },
  };
  GtkWidget *change, *popover, *field, *entry, *answer;

  g_assert_true (shows (fixture, "Change Date"));
  change = ui_sample_find (GTK_WIDGET (fixture->banner), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (change));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (change)));
  field = ui_sample_find (popover, KHATT_TYPE_DATE_FIELD);
  entry = ui_sample_find (field, GTK_TYPE_TEXT);
  answer = ui_sample_find_styled (popover, "suggested-action");
  g_assert_true (gtk_widget_get_sensitive (answer)); /* the day that it is */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].typed);
      g_assert_cmpint (gtk_widget_get_sensitive (answer), ==, cases[i].is_day);
    }
  g_signal_emit_by_name (answer, "clicked");
  g_assert_cmpstr (fixture->answered, ==, "a1 2025-08-07");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  ADD ("/published-banner/says-the-day", test_day);
  ADD ("/published-banner/says-why", test_reasons);
  ADD ("/published-banner/says-what-counts-from-it", test_words);
  ADD ("/published-banner/says-that-it-is-not-known", test_unknown);
  ADD ("/published-banner/of-no-article-says-nothing", test_nothing);
  ADD ("/published-banner/changes-to-a-day", test_change);
  return g_test_run ();
}
