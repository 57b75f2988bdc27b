/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-go-to-date.h"
#include "khatt-timeline-view-private.h"
#include "khatt-words.h"

typedef struct
{
  gint64 first;
  gint64 last;
  guint n_chosen;
} Chosen;

static void
chosen_cb (KhattGoToDate *popover, gint64 first, gint64 last, Chosen *chosen)
{
  chosen->first = first;
  chosen->last = last;
  chosen->n_chosen++;
}

/* The first descendant of that type. */
static gpointer
find_descendant (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found =
          g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_descendant (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
open_popover (Fixture *fixture)
{
  g_assert_true (fixture_act (fixture, "view.go-to-date"));
  g_assert_true (KHATT_IS_GO_TO_DATE (fixture->view->go_to_date));
  g_assert_true (gtk_widget_get_visible (fixture->view->go_to_date));
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (find_descendant (fixture->view->go_to_date, GTK_TYPE_ENTRY), text);
}

static void
test_says_how_it_understands (Fixture *fixture, gconstpointer direction)
{
  KhattWords words = khatt_words_for_language ("en");

  khatt_timeline_view_set_words (fixture->view, &words);
  open_popover (fixture);
  GtkWidget *go = find_descendant (fixture->view->go_to_date, GTK_TYPE_BUTTON);
  GtkWidget *clamp = gtk_popover_get_child (GTK_POPOVER (fixture->view->go_to_date));
  GtkWidget *box = adw_clamp_get_child (ADW_CLAMP (clamp));
  GtkLabel *understood = GTK_LABEL (gtk_widget_get_last_child (box));

  g_assert_false (gtk_widget_get_sensitive (go));
  type (fixture, "14/2/1447");
  g_assert_true (gtk_widget_get_sensitive (go));
  g_assert_nonnull (strstr (gtk_label_get_label (understood), "8 August 2025"));
  g_assert_nonnull (strstr (gtk_label_get_label (understood), "14 Safar 1447"));
  type (fixture, "14/");
  g_assert_false (gtk_widget_get_sensitive (go));
  g_assert_null (strstr (gtk_label_get_label (understood), "2025"));
}

static void
test_goes_there (Fixture *fixture, gconstpointer direction)
{
  KhattDate day = khatt_date_from_day (2019, 3, 9);
  gint64 first = 0;
  gint64 last = 0;

  double pixels_per_second = fixture_get_scale (fixture)->pixels_per_second;
  open_popover (fixture);
  type (fixture, "9 March 2019");
  g_signal_emit_by_name (find_descendant (fixture->view->go_to_date, GTK_TYPE_BUTTON), "clicked");
  fixture_settle (fixture);
  g_assert_true (khatt_timeline_view_get_visible_span (fixture->view, &first, &last));
  g_assert_cmpint (first, <, khatt_date_first (&day));
  g_assert_cmpint (last, >, khatt_date_last (&day));
  /* A day is at home in a view of days: the zoom stays. */
  g_assert_cmpfloat_with_epsilon (
      fixture_get_scale (fixture)->pixels_per_second / pixels_per_second, 1, 0.001);
  g_assert_true (khatt_timeline_view_get_can_go_back (fixture->view));
}

/* Typed in the calendar that is the second one, in either script, it goes to the same day. */
static void
test_either_calendar (Fixture *fixture, gconstpointer direction)
{
  static const struct
  {
    KhattCalendar calendar;
    const char *text;
  } cases[] = {
    { KHATT_CALENDAR_UMALQURA, "14 Safar 1447" }, { KHATT_CALENDAR_UMALQURA, "١٤ صفر ١٤٤٧" },
    { KHATT_CALENDAR_UMALQURA, "١٤/٢/١٤٤٧" },     { KHATT_CALENDAR_UMALQURA, "1447/2/14" },
    { KHATT_CALENDAR_PERSIAN, "17 Mordad 1404" }, { KHATT_CALENDAR_PERSIAN, "17/5/1404" },
    { KHATT_CALENDAR_PERSIAN, "۱۷/۵/۱۴۰۴" },      { KHATT_CALENDAR_PERSIAN, "8 August 2025" },
    { KHATT_CALENDAR_UMALQURA, "٨ أغسطس ٢٠٢٥" },  { KHATT_CALENDAR_HEBREW, "14 Av 5785" },
    { KHATT_CALENDAR_HEBREW, "١٤ آب ٥٧٨٥" },
  };
  KhattDate day = khatt_date_from_day (2025, 8, 8);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Chosen chosen = { 0 };
      gulong handler;

      khatt_timeline_view_set_second_calendar (fixture->view, cases[i].calendar);
      open_popover (fixture);
      handler =
          g_signal_connect (fixture->view->go_to_date, "chosen", G_CALLBACK (chosen_cb), &chosen);
      g_test_message ("%s", cases[i].text);
      type (fixture, cases[i].text);
      g_signal_emit_by_name (find_descendant (fixture->view->go_to_date, GTK_TYPE_BUTTON),
                             "clicked");
      fixture_settle (fixture);
      g_assert_cmpuint (chosen.n_chosen, ==, 1);
      g_assert_cmpint (chosen.first, ==, khatt_date_first (&day));
      g_assert_cmpint (chosen.last, ==, khatt_date_last (&day));
      g_signal_handler_disconnect (fixture->view->go_to_date, handler);
    }
}

static void
test_open_ends (Fixture *fixture, gconstpointer direction)
{
  static const struct
  {
    const char *text;
    const char *first;
    const char *last;
  } cases[] = {
    { "2025-08", "2025-08-01", "2025-08-31" },
    { "[..2025-08-08]", "2025-08-08", "2025-08-08" },
    { "[2025-08-08..]", "2025-08-08", "2025-08-08" },
    { "2025-08-06/..", "2025-08-06", "2025-08-06" },
    { "../2025-08-06", "2025-08-06", "2025-08-06" },
    { "2025-08-06/2025-08-08", "2025-08-06", "2025-08-08" },
    { "[2025-08-06..2025-08-08]", "2025-08-06", "2025-08-08" },
  };
  Chosen chosen = { 0 };

  open_popover (fixture);
  g_signal_connect (fixture->view->go_to_date, "chosen", G_CALLBACK (chosen_cb), &chosen);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate first;
      KhattDate last;

      g_assert_true (khatt_date_parse (cases[i].first, -1, &first, NULL));
      g_assert_true (khatt_date_parse (cases[i].last, -1, &last, NULL));
      type (fixture, cases[i].text);
      g_signal_emit_by_name (find_descendant (fixture->view->go_to_date, GTK_TYPE_ENTRY),
                             "activate");
      g_assert_cmpuint (chosen.n_chosen, ==, i + 1);
      g_assert_cmpint (chosen.first, >=, khatt_date_first (&first));
      g_assert_cmpint (chosen.first, <=, khatt_date_last (&first));
      g_assert_cmpint (chosen.last, >=, khatt_date_first (&last));
      g_assert_cmpint (chosen.last, <=, khatt_date_last (&last));
    }

  type (fixture, "no date");
  g_signal_emit_by_name (find_descendant (fixture->view->go_to_date, GTK_TYPE_ENTRY), "activate");
  type (fixture, "../..");
  g_signal_emit_by_name (find_descendant (fixture->view->go_to_date, GTK_TYPE_ENTRY), "activate");
  g_assert_cmpuint (chosen.n_chosen, ==, G_N_ELEMENTS (cases));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  add ("/go-to-date/says-how-it-understands", test_says_how_it_understands);
  add ("/go-to-date/goes-there", test_goes_there);
  add ("/go-to-date/either-calendar", test_either_calendar);
  add ("/go-to-date/open-ends-go-to-the-other-one", test_open_ends);
  return g_test_run ();
}
