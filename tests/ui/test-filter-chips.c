/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-bidi.h"
#include "khatt-filter-chips.h"
#include "khatt-nothing-page.h"
#include "ui-sample.h"

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static GtkWidget *
get_child (gpointer widget, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (index-- > 0 && child != NULL)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static const char *
get_text (GtkWidget *child)
{
  if (GTK_IS_LABEL (child))
    return gtk_label_get_text (GTK_LABEL (child));
  if (gtk_button_get_label (GTK_BUTTON (child)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (child));

  return gtk_label_get_text (GTK_LABEL (get_child (gtk_button_get_child (GTK_BUTTON (child)), 0)));
}

static char *
join_texts (KhattFilterChips *chips)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; get_child (chips, i) != NULL; i++)
    {
      g_autofree char *plain = khatt_bidi_strip (get_text (get_child (chips, i)));

      g_string_append_printf (text, "[%s]", plain);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    KhattFilter filter;
    const char *expected;
    const char *without_first;
  } cases[] = {
    { { .actors = NAMES ("Putin", "Tokayev"), .needs_all_actors = TRUE },
      "[Only Putin and Tokayev][1 of 5 events][C_lear]",
      "" },
    { { .actors = NAMES ("Putin", "Orban") },
      "[Putin][Orban][5 of 5 events][C_lear]",
      "[Orban][1 of 5 events][C_lear]" },
    { { .kinds = 1 << KHATT_KIND_CALL | 1 << KHATT_KIND_VISIT },
      "[Telephone call][Visit][3 of 5 events][C_lear]",
      "[Visit][1 of 5 events][C_lear]" },
    { { .statuses = 1 << KHATT_STATUS_PLANNED }, "[Planned][0 of 5 events][C_lear]", "" },
    { { .countries = NAMES ("EG", "FR") },
      "[Egypt][France][0 of 5 events][C_lear]",
      "[France][0 of 5 events][C_lear]" },
    { { .has_period = TRUE, .first = KHATT_TIME_MIN, .last = 1754697599 },
      "[Until 8 August 2025][3 of 5 events][C_lear]",
      "" },
    { { .has_period = TRUE, .first = 1754611200, .last = KHATT_TIME_MAX },
      "[Since 8 August 2025][4 of 5 events][C_lear]",
      "" },
    { { .has_period = TRUE, .first = 1735689600, .last = 1767225599 },
      "[2025][5 of 5 events][C_lear]",
      "" },
    { { .has_period = TRUE, .first = 1754006400, .last = KHATT_TIME_MAX },
      "[Since August 2025][5 of 5 events][C_lear]",
      "" },
    { { .publishers = NAMES ("The Herald", "The Mail") },
      "[The Herald][The Mail][0 of 5 events][C_lear]",
      "[The Mail][0 of 5 events][C_lear]" },
    { { .tags = NAMES ("gas"), .articles = NAMES ("a1") },
      "[a1][gas][0 of 5 events][C_lear]",
      "[gas][0 of 5 events][C_lear]" },
  };
  KhattFilterChips *chips = g_object_ref_sink (KHATT_FILTER_CHIPS (khatt_filter_chips_new ()));
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (chips));
  khatt_filter_chips_set_view (chips, fixture->view);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *all = NULL;
      g_autofree char *left = NULL;

      khatt_timeline_view_set_filter (fixture->view, &cases[i].filter);
      all = join_texts (chips);
      g_assert_cmpstr (all, ==, cases[i].expected);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chips)));

      g_signal_emit_by_name (get_child (chips, 0), "clicked");
      left = join_texts (chips);
      g_assert_cmpstr (left, ==, cases[i].without_first);
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (chips)), ==, *left != '\0');
    }
  khatt_filter_chips_set_view (chips, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (chips);
}

static void
test_period_and_clear (Fixture *fixture, gconstpointer data)
{
  KhattFilterChips *chips = g_object_ref_sink (KHATT_FILTER_CHIPS (khatt_filter_chips_new ()));
  GtkWidget *window = gtk_window_new ();
  const KhattFilter filter = {
    .has_period = TRUE,
    .first = khatt_days_from_civil (2025, 8, 8) * KHATT_SECONDS_PER_DAY,
    .last = khatt_days_from_civil (2025, 8, 10) * KHATT_SECONDS_PER_DAY - 1,
    .kinds = 1 << KHATT_KIND_CALL,
  };
  g_autofree char *isolated = NULL;
  g_autofree char *name = NULL;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (chips));
  khatt_filter_chips_set_view (chips, fixture->view);
  khatt_timeline_view_set_filter (fixture->view, &filter);
  isolated = khatt_bidi_isolate (get_text (get_child (chips, 1)));
  name = g_strdup_printf ("Remove filter: %s", isolated);
  gtk_test_accessible_assert_property (get_child (chips, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_signal_emit_by_name (get_child (chips, 1), "clicked");
  g_assert_false (khatt_timeline_view_get_filter (fixture->view)->has_period);
  g_assert_cmpuint (khatt_timeline_view_get_filter (fixture->view)->kinds, ==, filter.kinds);

  g_signal_emit_by_name (gtk_widget_get_last_child (GTK_WIDGET (chips)), "clicked");
  g_assert_true (khatt_filter_is_empty (khatt_timeline_view_get_filter (fixture->view)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (chips);
}

static void
test_nothing_page (Fixture *fixture, gconstpointer data)
{
  KhattNothingPage *page = g_object_ref_sink (g_object_new (KHATT_TYPE_NOTHING_PAGE, NULL));
  const KhattLaneSettings settings = { {
      [KHATT_LANE_HIDDEN] = NAMES ("Putin", "Orban", "Tokayev", "Witkoff", "Xi Jinping"),
  } };
  GtkWidget *button = NULL;

  khatt_nothing_page_set_view (page, fixture->view);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page)));

  khatt_timeline_view_set_filter (fixture->view, &(KhattFilter){ .kinds = 1 << KHATT_KIND_OFFER });
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page)));
  g_assert_true (ui_sample_shows (GTK_WIDGET (page), "No Events Match"));
  button = ui_sample_find (GTK_WIDGET (page), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page)));

  khatt_timeline_view_set_lane_settings (fixture->view, &settings);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page)));
  g_assert_true (ui_sample_shows (GTK_WIDGET (page), "All Lanes Are Hidden"));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page)));
  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add ("/filter-chips/texts", Fixture, NULL, fixture_set_up, test_texts, fixture_tear_down);
  g_test_add ("/filter-chips/period-and-clear", Fixture, NULL, fixture_set_up,
              test_period_and_clear, fixture_tear_down);
  g_test_add ("/filter-chips/nothing-page", Fixture, NULL, fixture_set_up, test_nothing_page,
              fixture_tear_down);
  return g_test_run ();
}
