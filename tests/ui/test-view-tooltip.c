/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the view says of what is under the pointer. */

#include "view-fixture.h"

#include "khatt-anchor.h"
#include "khatt-search.h"
#include "khatt-timeline-view-private.h"

#define N_RIBBON 6000

static void
append_texts (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, text);
}

/* All that a tooltip says; the card is gone then. */
static char *
dup_tooltip (Fixture *fixture, double x, double y, KhattRect *area)
{
  GtkWidget *card = khatt_timeline_view_make_tooltip (fixture->view, x, y, area);
  g_autoptr (GString) text = g_string_new (NULL);

  if (card == NULL)
    return NULL;
  g_object_ref_sink (card);
  append_texts (card, text);
  g_object_unref (card);
  return g_strdup (text->str);
}

static void
test_tooltip (Fixture *fixture, gconstpointer direction)
{
  const KhattMarkBox *box = khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view),
                                                    fixture_find (fixture, "orban"));
  KhattRect plot = khatt_timeline_view_get_plot (fixture->view);
  KhattRect area = { 0 };
  g_autofree char *text = dup_tooltip (fixture, box->plate.x + 8, box->plate.y + 8, &area);
  g_autofree char *none = dup_tooltip (fixture, plot.x + 1, plot.y + plot.height - 1, &area);

  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "Summit\n"));
  g_assert_nonnull (strstr (text, "2025"));
  g_assert_nonnull (strstr (text, "1447"));
  g_assert_nonnull (strstr (text, "hour"));
  g_assert_null (none);
}

static void
test_cluster_tooltip (Fixture *fixture, gconstpointer direction)
{
  KhattRect area = { 0 };

  fixture_add_crowd (fixture);
  const KhattClusterBox *cluster =
      khatt_layout_get_cluster (khatt_timeline_view_get_layout (fixture->view), 0);
  g_autofree char *text = dup_tooltip (fixture, cluster->pill.x + cluster->pill.width / 2,
                                       cluster->pill.y + cluster->pill.height / 2, &area);

  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, khatt_kind_get_label (KHATT_KIND_CALL)));
  g_assert_nonnull (strstr (text, "events\n"));
  g_assert_nonnull (strstr (text, "twice"));
  g_assert_cmpfloat (area.width, ==, cluster->pill.width);
  g_assert_null (strstr (text, "found"));
}

/* While something is searched it says how many of them were found. */
static void
test_cluster_found (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattSearch) search = khatt_search_new ();
  const KhattClusterBox *cluster;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  KhattRect area;

  fixture_add_crowd (fixture);
  khatt_search_set_timeline (search, fixture->timeline);
  khatt_search_set_active (search, TRUE);
  khatt_search_set_text (search, "Orban");
  khatt_timeline_view_set_hits (fixture->view, khatt_search_get_hits (search));
  fixture_settle (fixture);
  cluster = khatt_layout_get_cluster (khatt_timeline_view_get_layout (fixture->view), 0);
  expected = g_strdup_printf (
      cluster->n_lit == 1 ? "%u of them was found" : "%u of them were found", cluster->n_lit);
  text = dup_tooltip (fixture, cluster->pill.x + cluster->pill.width / 2,
                      cluster->pill.y + cluster->pill.height / 2, &area);
  g_assert_cmpuint (cluster->n_lit, <, cluster->n_events);
  g_assert_nonnull (strstr (text, expected));
}

/* An event every few hours for years: the lane is a ribbon. */
static void
add_ribbon (Fixture *fixture)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);

  for (guint i = 0; i < N_RIBBON; i++)
    {
      KhattEventData *event = khatt_event_data_new ();

      event->kind = KHATT_KIND_STATEMENT;
      event->title = g_strdup (i % 3 == 0 ? "Alpha" : "Beta");
      event->date = khatt_date_from_day (2020 + i % 4, 1 + i / 4 % 12, 1 + i / 48 % 28);
      khatt_event_data_add_actor (event, "Speaker", KHATT_ROLE_SPEAKER);
      g_ptr_array_add (events, event);
    }
  khatt_timeline_add_many (fixture->timeline, events);
  fixture_settle (fixture);
}

/* How many events of that title have their middle in the column. */
static guint
count_titled (Fixture *fixture, const char *title, const KhattHit *hit)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  guint n_found = 0;

  for (guint32 i = 0; i < khatt_snapshot_get_n_dated (snapshot); i++)
    {
      const KhattRecord *record =
          khatt_snapshot_get_record (snapshot, khatt_snapshot_get_slot (snapshot, i));
      KhattAnchor anchor = khatt_anchor_from_date (&record->date);
      double middle = khatt_anchor_get_middle (&anchor);

      n_found += g_strcmp0 (record->title, title) == 0 && middle >= hit->first &&
                 middle < (double) hit->last + 1;
    }
  return n_found;
}

static void
test_ribbon_found (Fixture *fixture, gconstpointer direction)
{
  g_autoptr (KhattSearch) search = khatt_search_new ();
  KhattRect plot;
  guint lane;
  guint n_columns = 0;

  add_ribbon (fixture);
  khatt_search_set_timeline (search, fixture->timeline);
  khatt_search_set_active (search, TRUE);
  khatt_search_set_text (search, "Alpha");
  khatt_timeline_view_set_hits (fixture->view, khatt_search_get_hits (search));
  fixture_settle (fixture);

  plot = khatt_timeline_view_get_plot (fixture->view);
  lane =
      khatt_arrangement_find_lane (khatt_timeline_view_get_arrangement (fixture->view), "Speaker");
  for (double x = plot.x; x < plot.x + plot.width; x += 40)
    {
      const KhattLayout *layout = khatt_timeline_view_get_layout (fixture->view);
      double y = khatt_layout_get_lane_line (layout, lane);
      KhattHit hit = khatt_layout_pick (layout, x, y);
      KhattRect area;
      g_autofree char *text = dup_tooltip (fixture, x, y, &area);
      g_autofree char *expected = NULL;
      guint n_found;

      if (hit.part != KHATT_HIT_RIBBON || text == NULL)
        continue;
      n_found = count_titled (fixture, "Alpha", &hit);
      expected = g_strdup_printf (n_found == 1 ? "%u of them was found" : "%u of them were found",
                                  n_found);
      g_assert_nonnull (strstr (text, expected));
      n_columns++;
    }
  g_assert_cmpuint (n_columns, >, 3);
}

int
main (int argc, char *argv[])
{
  gpointer ltr = GUINT_TO_POINTER (KHATT_DIRECTION_LTR);

  fixture_init (&argc, &argv);
#define ADD(name, direction, test) fixture_add_test ("/view-tooltip/" name, direction, test)
  ADD ("tooltip-says-dates-and-that-the-hour-is-unknown", ltr, test_tooltip);
  ADD ("tooltip-of-a-cluster-counts-kinds", ltr, test_cluster_tooltip);
  ADD ("tooltip-of-a-cluster-counts-what-is-found", ltr, test_cluster_found);
  ADD ("tooltip-of-a-ribbon-counts-what-is-found", ltr, test_ribbon_found);
  return g_test_run ();
}
