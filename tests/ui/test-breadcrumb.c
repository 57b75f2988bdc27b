/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-breadcrumb.h"
#include "khatt-words.h"

typedef struct
{
  const char *first;  /* EDTF of a day */
  const char *last;   /* the last one shown, as a whole */
  const char *labels; /* of what is shown, joined by > */
} Case;

static gint64
get_second (const char *edtf, gboolean is_last)
{
  KhattDate date;

  g_assert_true (khatt_date_parse (edtf, -1, &date, NULL));
  return is_last ? khatt_date_last (&date) : khatt_date_first (&date);
}

/* The buttons that are shown, in order. */
static GPtrArray *
list_buttons (KhattBreadcrumb *breadcrumb)
{
  GPtrArray *buttons = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (breadcrumb)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child))
      g_ptr_array_add (buttons, child);
  return buttons;
}

static char *
join_labels (KhattBreadcrumb *breadcrumb)
{
  g_autoptr (GPtrArray) buttons = list_buttons (breadcrumb);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < buttons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ">" : "",
                            gtk_button_get_label (g_ptr_array_index (buttons, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_parts (Fixture *fixture, gconstpointer direction)
{
  static const Case cases[] = {
    { "2025-08-05", "2025-08-11", "2025>August>5 – 11" },
    { "2025-08-08", "2025-08-08", "2025>August>8" },
    { "2025-08-01", "2025-08-31", "2025>August" },
    { "2025-07-20", "2025-08-11", "2025>July – August" },
    { "2025-01-01", "2025-12-31", "2025" },
    { "2024-12-30", "2025-01-02", "2024 – 2025" },
  };
  KhattBreadcrumb *breadcrumb = g_object_ref_sink (KHATT_BREADCRUMB (khatt_breadcrumb_new ()));
  KhattWords words = khatt_words_for_language ("en");

  khatt_timeline_view_set_words (fixture->view, &words);
  khatt_breadcrumb_set_view (breadcrumb, fixture->view);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      khatt_timeline_view_set_span (fixture->view, get_second (cases[i].first, FALSE),
                                    get_second (cases[i].last, TRUE));
      fixture_settle (fixture);
      g_autofree char *labels = join_labels (breadcrumb);
      g_autoptr (GPtrArray) buttons = list_buttons (breadcrumb);

      g_assert_cmpstr (labels, ==, cases[i].labels);
      for (guint j = 0; j < buttons->len; j++)
        g_assert_cmpint (gtk_widget_has_css_class (g_ptr_array_index (buttons, j), "current"), ==,
                         j + 1 == buttons->len);
    }
  g_assert_finalize_object (breadcrumb);
}

static void
test_buttons_fit (Fixture *fixture, gconstpointer direction)
{
  KhattBreadcrumb *breadcrumb = g_object_ref_sink (KHATT_BREADCRUMB (khatt_breadcrumb_new ()));
  gint64 first = 0;
  gint64 last = 0;

  khatt_breadcrumb_set_view (breadcrumb, fixture->view);
  khatt_timeline_view_set_span (fixture->view, get_second ("2025-08-05", FALSE),
                                get_second ("2025-08-11", TRUE));
  fixture_settle (fixture);
  g_autoptr (GPtrArray) buttons = list_buttons (breadcrumb);
  g_assert_cmpuint (buttons->len, ==, 3);

  g_signal_emit_by_name (g_ptr_array_index (buttons, 1), "clicked");
  g_assert_true (khatt_timeline_view_get_visible_span (fixture->view, &first, &last));
  g_assert_cmpint (ABS (first - get_second ("2025-08-01", FALSE)), <=, 2);
  g_assert_cmpint (ABS (last - get_second ("2025-08-31", TRUE)), <=, 2);

  g_signal_emit_by_name (g_ptr_array_index (buttons, 0), "clicked");
  g_assert_true (khatt_timeline_view_get_visible_span (fixture->view, &first, &last));
  g_assert_cmpint (ABS (first - get_second ("2025-01-01", FALSE)), <=, 20);
  g_assert_cmpint (ABS (last - get_second ("2025-12-31", TRUE)), <=, 20);
  g_assert_true (khatt_timeline_view_get_can_go_back (fixture->view));
  g_assert_finalize_object (breadcrumb);
}

static void
test_arabic (Fixture *fixture, gconstpointer direction)
{
  KhattBreadcrumb *breadcrumb = g_object_ref_sink (KHATT_BREADCRUMB (khatt_breadcrumb_new ()));
  KhattWords words = khatt_words_for_language ("ar");

  khatt_timeline_view_set_words (fixture->view, &words);
  khatt_breadcrumb_set_view (breadcrumb, fixture->view);
  khatt_timeline_view_set_span (fixture->view, get_second ("2025-08-05", FALSE),
                                get_second ("2025-08-11", TRUE));
  fixture_settle (fixture);
  g_autofree char *labels = join_labels (breadcrumb);

  g_assert_cmpstr (labels, ==, "٢٠٢٥>أغسطس>٥ – ١١");
  g_assert_finalize_object (breadcrumb);
}

static void
test_empty (void)
{
  KhattBreadcrumb *breadcrumb = g_object_ref_sink (KHATT_BREADCRUMB (khatt_breadcrumb_new ()));
  g_autofree char *labels = join_labels (breadcrumb);

  g_assert_cmpstr (labels, ==, "");
  g_assert_finalize_object (breadcrumb);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add ("/breadcrumb/names-what-is-shown", Fixture, NULL, fixture_set_up, test_parts,
              fixture_tear_down);
  g_test_add ("/breadcrumb/buttons-fit-what-they-name", Fixture, NULL, fixture_set_up,
              test_buttons_fit, fixture_tear_down);
  g_test_add ("/breadcrumb/in-arabic", Fixture, NULL, fixture_set_up, test_arabic,
              fixture_tear_down);
  g_test_add_func ("/breadcrumb/without-a-view-it-is-empty", test_empty);
  return g_test_run ();
}
