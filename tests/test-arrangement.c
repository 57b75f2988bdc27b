/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-sample.h"

#include <string.h>

static guint
find_lane (const KhattArrangement *arrangement, const char *name)
{
  for (guint i = 0; i < khatt_arrangement_get_n_lanes (arrangement); i++)
    if (g_strcmp0 (khatt_arrangement_get_lane (arrangement, i)->name, name) == 0)
      return i;

  return G_MAXUINT;
}

static KhattArrangement *
arrange_sample (KhattLanesBy lanes_by)
{
  g_autoptr (KhattTimeline) timeline = draw_sample_new (FALSE);

  return draw_sample_arrange (timeline, lanes_by);
}

static KhattArrangement *
arrange_text (const char *text, KhattLanesBy lanes_by)
{
  g_autoptr (KhattTimeline) timeline = draw_sample_new_from_text (text);

  return draw_sample_arrange (timeline, lanes_by);
}

static void
test_actors (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ACTORS);
  guint putin = find_lane (arrangement, "Vladimir Putin");

  g_assert_cmpuint (khatt_arrangement_get_n_lanes (arrangement), ==, 12);
  g_assert_cmpuint (khatt_arrangement_get_lane (arrangement, putin)->n_events, ==, 9);
  g_assert_cmpstr (khatt_arrangement_get_lane (arrangement, putin)->detail, ==,
                   "President of Russia");
}

/* A person and a state are two lanes when lanes are actors, and one when they are countries. */
static void
test_countries (void)
{
  g_autoptr (KhattArrangement) by_actor = arrange_sample (KHATT_LANES_ACTORS);
  g_autoptr (KhattArrangement) by_country = arrange_sample (KHATT_LANES_COUNTRIES);

  g_assert_cmpuint (find_lane (by_actor, "China"), !=, G_MAXUINT);
  g_assert_cmpuint (find_lane (by_actor, "Xi Jinping"), !=, G_MAXUINT);
  g_assert_cmpuint (find_lane (by_country, "China"), !=, G_MAXUINT);
  g_assert_cmpuint (find_lane (by_country, "Xi Jinping"), ==, G_MAXUINT);
  g_assert_cmpuint (khatt_arrangement_get_n_lanes (by_country), ==, 7);
  /* A call, a message, a visit: each counts once, however many of its parties are of one country.
   */
  g_assert_cmpuint (
      khatt_arrangement_get_lane (by_country, find_lane (by_country, "China"))->n_events, ==, 3);
}

static char *
dup_country_name (const char *code, const char *language)
{
  return g_str_equal (code, "CN") ? NULL : g_strdup_printf ("%s in %s", code, language);
}

/* Countries are called what who looks calls them; where nothing is known, as the document does. */
static void
test_country_names (void)
{
  const KhattCountryNames names = { dup_country_name, "fr" };
  g_autoptr (KhattTimeline) timeline = draw_sample_new (FALSE);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattArrangement) by_country =
      khatt_arrangement_new (snapshot, KHATT_LANES_COUNTRIES, &names, NULL);
  g_autoptr (KhattArrangement) by_actor =
      khatt_arrangement_new (snapshot, KHATT_LANES_ACTORS, &names, NULL);

  g_assert_cmpuint (find_lane (by_country, "RU in fr"), !=, G_MAXUINT);
  g_assert_cmpuint (find_lane (by_country, "China"), !=, G_MAXUINT);
  g_assert_cmpuint (find_lane (by_country, "RU"), ==, G_MAXUINT);
  g_assert_cmpuint (find_lane (by_actor, "RU in fr"), ==, G_MAXUINT);
}

static void
test_kinds_stand_in_their_order (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_KINDS);
  const KhattKind wanted[] = { KHATT_KIND_CALL,      KHATT_KIND_MEETING,      KHATT_KIND_VISIT,
                               KHATT_KIND_STATEMENT, KHATT_KIND_ANNOUNCEMENT, KHATT_KIND_MESSAGE,
                               KHATT_KIND_OFFER };

  g_assert_cmpuint (khatt_arrangement_get_n_lanes (arrangement), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (khatt_arrangement_get_lane (arrangement, i)->name, ==,
                     khatt_kind_get_label (wanted[i]));
}

static void
test_one (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ONE);

  g_assert_cmpuint (khatt_arrangement_get_n_lanes (arrangement), ==, 1);
  g_assert_cmpuint (khatt_arrangement_get_lane (arrangement, 0)->n_events, ==, 14);
}

static void
test_sources (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  g_autoptr (KhattArrangement) arrangement = NULL;
  g_autoptr (KhattArticle) first = khatt_article_new ("a1", "x", -1);
  g_autoptr (KhattArticle) second = khatt_article_new ("a2", "y", -1);
  guint n_joins;

  first->publisher = g_strdup ("TASS");
  second->title = g_strdup ("A report");
  khatt_timeline_add_article (timeline, first);
  khatt_timeline_add_article (timeline, second);
  event->id = g_strdup ("e1");
  event->date = khatt_date_from_day (2025, 8, 8);
  khatt_event_data_add_source (event, "a2");
  khatt_event_data_add_source (event, "a1");
  khatt_event_data_add_source (event, "a1");
  khatt_timeline_add (timeline, event);
  arrangement = draw_sample_arrange (timeline, KHATT_LANES_SOURCES);

  g_assert_cmpuint (khatt_arrangement_get_n_lanes (arrangement), ==, 2);
  g_assert_cmpuint (find_lane (arrangement, "TASS"), !=, G_MAXUINT);
  g_assert_cmpuint (find_lane (arrangement, "A report"), !=, G_MAXUINT);
  khatt_arrangement_get_joins (arrangement, 0, &n_joins);
  g_assert_cmpuint (n_joins, ==, 2);
}

/* Who meets stands near: nobody who meets Putin is further from him than those who meet nobody. */
static void
test_those_who_meet_are_near (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ACTORS);
  const char *const alone[] = { "Viktor Orbán", "Foreign minister of Hungary", "Yuri Ushakov" };

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    g_assert_cmpuint (find_lane (arrangement, alone[i]), >=, 9);
  g_assert_cmpint (ABS ((int) find_lane (arrangement, "Vladimir Putin") - 4), <=, 1);
}

static void
test_joins (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ACTORS);
  guint n_joins;
  const KhattJoin *joins = khatt_arrangement_get_joins (arrangement, 4, &n_joins);

  g_assert_cmpuint (n_joins, ==, 3);
  g_assert_cmpuint (joins[0].lane, ==, find_lane (arrangement, "Vladimir Putin"));
  g_assert_cmpuint (joins[0].role, ==, KHATT_ROLE_SENDER);
  g_assert_cmpuint (joins[1].lane, ==, find_lane (arrangement, "Sergey Lavrov"));
  g_assert_cmpuint (joins[2].role, ==, KHATT_ROLE_RECIPIENT);
}

static void
test_joins_of_no_event (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ACTORS);
  guint n_joins = 7;

  khatt_arrangement_get_joins (arrangement, KHATT_SLOT_NONE, &n_joins);
  g_assert_cmpuint (n_joins, ==, 0);
}

static void
test_party_lane (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ACTORS);
  g_autoptr (KhattArrangement) kinds = arrange_sample (KHATT_LANES_KINDS);
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (arrangement);
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, 3);

  g_assert_cmpuint (khatt_arrangement_get_party_lane (arrangement, record, 1), ==,
                    find_lane (arrangement, "Xi Jinping"));
  g_assert_cmpuint (khatt_arrangement_get_party_lane (arrangement, record, 2), ==, G_MAXUINT);
  g_assert_cmpuint (khatt_arrangement_get_party_lane (kinds, record, 0), ==, G_MAXUINT);
}

static void
test_nobody_has_a_lane (void)
{
  g_autoptr (KhattArrangement) arrangement =
      arrange_text ("call happened 2025-08-08 A | Ann initiator | Ben recipient\n"
                    "other happened 2025-08-08 B\n"
                    "other happened 2025-08-09 C\n",
                    KHATT_LANES_ACTORS);

  g_assert_cmpuint (khatt_arrangement_get_n_lanes (arrangement), ==, 3);
  g_assert_cmpuint (khatt_arrangement_get_lane (arrangement, 2)->n_events, ==, 2);
}

/* Undated events are counted, and are nowhere in time. */
static void
test_undated (void)
{
  g_autoptr (KhattArrangement) arrangement =
      arrange_text ("statement happened 2025-08-08 A | Ann speaker\n"
                    "statement happened undated B | Ann speaker\n",
                    KHATT_LANES_ACTORS);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint lane = 0;

  g_assert_cmpuint (khatt_arrangement_get_lane (arrangement, 0)->n_events, ==, 2);
  g_assert_cmpuint (khatt_arrangement_query (arrangement, G_MININT64, G_MAXINT64, 10, slots), ==,
                    1);
  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 1, KHATT_MOVE_LATER, &lane), ==,
                    KHATT_SLOT_NONE);
}

static void
test_extent (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ACTORS);
  gint64 first, last;

  g_assert_true (khatt_arrangement_get_extent (arrangement, &first, &last));
  g_assert_cmpint (first, ==, khatt_days_from_civil (2025, 8, 6) * KHATT_SECONDS_PER_DAY);
  g_assert_cmpint (last, ==, khatt_days_from_civil (2025, 8, 9) * KHATT_SECONDS_PER_DAY - 1);
}

/* What goes on for ever does not make the picture endless. */
static void
test_extent_of_ongoing (void)
{
  g_autoptr (KhattArrangement) arrangement =
      arrange_text ("visit happened 2025-08-06/.. A | Ann visitor\n", KHATT_LANES_ACTORS);
  gint64 first, last;

  g_assert_true (khatt_arrangement_get_extent (arrangement, &first, &last));
  g_assert_cmpint (last, ==, khatt_days_from_civil (2025, 8, 7) * KHATT_SECONDS_PER_DAY - 1);
}

static void
test_extent_of_nothing (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_text ("", KHATT_LANES_ACTORS);
  gint64 first, last;

  g_assert_false (khatt_arrangement_get_extent (arrangement, &first, &last));
  g_assert_cmpuint (khatt_arrangement_get_n_lanes (arrangement), ==, 0);
}

static void
test_query_in_document_order (void)
{
  g_autoptr (KhattArrangement) arrangement =
      arrange_text ("statement happened 2025-08-09 A | Ann speaker\n"
                    "statement happened 2025-08-08 B | Ben speaker\n"
                    "statement happened 2025-08-20 C | Ann speaker\n"
                    "statement happened 2025-08 D | Ann speaker\n",
                    KHATT_LANES_ACTORS);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint64 day = khatt_days_from_civil (2025, 8, 8) * KHATT_SECONDS_PER_DAY;
  const guint32 wanted[] = { 0, 1, 3 };

  khatt_arrangement_query (arrangement, day, day + 2 * KHATT_SECONDS_PER_DAY, 100, slots);
  g_assert_cmpmem (slots->data, slots->len * sizeof (guint32), wanted, sizeof wanted);
}

static void
test_count (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ACTORS);
  guint32 counts[KHATT_N_KINDS];
  guint putin = find_lane (arrangement, "Vladimir Putin");
  gint64 day = khatt_days_from_civil (2025, 8, 8) * KHATT_SECONDS_PER_DAY;

  g_assert_cmpuint (khatt_arrangement_count (arrangement, putin, day + 1,
                                             day + KHATT_SECONDS_PER_DAY - 1, counts),
                    ==, 4);
  g_assert_cmpuint (counts[KHATT_KIND_CALL], ==, 3);
  g_assert_cmpuint (counts[KHATT_KIND_OFFER], ==, 1);
  g_assert_cmpuint (
      khatt_arrangement_count (arrangement, G_MAXUINT, G_MININT64, G_MAXINT64, counts), ==, 14);
}

#define WALK                                                                                       \
  "statement happened 2025-08-01 A | Ann speaker\n"                                                \
  "call happened 2025-08-03 B | Ann initiator | Ben recipient\n"                                   \
  "statement happened 2025-08-05 C | Ann speaker\n"                                                \
  "statement happened 2025-08-02 D | Ben speaker\n"

static void
test_walk_along_time (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_text (WALK, KHATT_LANES_ACTORS);
  guint ann = find_lane (arrangement, "Ann");
  guint lane = ann;

  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 0, KHATT_MOVE_LATER, &lane), ==,
                    1);
  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 1, KHATT_MOVE_LATER, &lane), ==,
                    2);
  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 2, KHATT_MOVE_LATER, &lane), ==,
                    KHATT_SLOT_NONE);
  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 2, KHATT_MOVE_EARLIER, &lane), ==,
                    1);
  g_assert_cmpuint (lane, ==, ann);
  lane = find_lane (arrangement, "Ben");
  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 1, KHATT_MOVE_EARLIER, &lane), ==,
                    3);
}

static void
test_walk_across_lanes (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_text (WALK, KHATT_LANES_ACTORS);
  guint ann = find_lane (arrangement, "Ann");
  guint ben = find_lane (arrangement, "Ben");
  KhattMove to_ben = ben > ann ? KHATT_MOVE_LANE_AFTER : KHATT_MOVE_LANE_BEFORE;
  KhattMove to_ann = ben > ann ? KHATT_MOVE_LANE_BEFORE : KHATT_MOVE_LANE_AFTER;
  guint lane = G_MAXUINT;

  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 0, to_ben, &lane), ==, 3);
  g_assert_cmpuint (lane, ==, ben);
  /* From the call in Ben's lane to Ann's: the nearest other event, not the call itself. */
  lane = ben;
  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 1, to_ann, &lane), ==, 0);
  g_assert_cmpuint (lane, ==, ann);
  g_assert_cmpuint (khatt_arrangement_get_neighbour (arrangement, 0, to_ann, &lane), ==,
                    KHATT_SLOT_NONE);
  g_assert_cmpuint (lane, ==, ann);
}

/* Every event can be reached by arrow keys alone, from any other in a connected document. */
static void
test_walk_reaches_all (void)
{
  g_autoptr (KhattArrangement) arrangement = arrange_sample (KHATT_LANES_ACTORS);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean seen[14] = { TRUE };
  guint32 start = 0;

  g_array_append_val (queue, start);
  for (guint i = 0; i < queue->len; i++)
    {
      guint32 slot = g_array_index (queue, guint32, i);
      guint n_joins;
      const KhattJoin *joins = khatt_arrangement_get_joins (arrangement, slot, &n_joins);

      for (guint j = 0; j < n_joins; j++)
        for (KhattMove move = KHATT_MOVE_EARLIER; move <= KHATT_MOVE_LANE_AFTER; move++)
          {
            guint lane = joins[j].lane;
            guint32 next = khatt_arrangement_get_neighbour (arrangement, slot, move, &lane);

            if (next == KHATT_SLOT_NONE || seen[next])
              continue;
            seen[next] = TRUE;
            g_array_append_val (queue, next);
          }
    }

  g_assert_cmpuint (queue->len, ==, 14);
}

static void
test_cancelled (void)
{
  g_autoptr (KhattTimeline) timeline = draw_sample_new (FALSE);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (KhattLanesBy by = KHATT_LANES_ACTORS; by <= KHATT_LANES_ONE; by++)
    g_assert_null (khatt_arrangement_new (snapshot, by, NULL, cancellable));
}

/* An arrangement keeps showing the document as it was. */
static void
test_outlives_edits (void)
{
  g_autoptr (KhattTimeline) timeline = draw_sample_new (FALSE);
  g_autoptr (KhattArrangement) arrangement = draw_sample_arrange (timeline, KHATT_LANES_ACTORS);
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (arrangement);

  khatt_timeline_remove (timeline, 0);
  g_assert_nonnull (khatt_snapshot_get_record (snapshot, 0));
  g_clear_object (&timeline);
  g_assert_cmpstr (khatt_snapshot_get_record (snapshot, 0)->title, ==, "Settlement in Ukraine");
}

static void
test_removed_events_are_skipped (void)
{
  g_autoptr (KhattTimeline) timeline = draw_sample_new (FALSE);
  g_autoptr (KhattArrangement) arrangement = NULL;
  guint n_joins;

  khatt_timeline_remove (timeline, 0);
  arrangement = draw_sample_arrange (timeline, KHATT_LANES_ACTORS);

  khatt_arrangement_get_joins (arrangement, 0, &n_joins);
  g_assert_cmpuint (n_joins, ==, 0);
  g_assert_cmpuint (find_lane (arrangement, "Kassym-Jomart Tokayev"), ==, G_MAXUINT);
}

static int
compare_strings (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Lanes, counts and the extent are those of what passes. */
static void
test_filter (void)
{
  const struct
  {
    KhattFilter filter;
    const char *lanes;
    guint n_events;
  } cases[] = {
    { { 0 }, "A:2 B:2 C:2", 3 },
    { { .actors = (const char *const[]){ "A", "B", NULL }, .needs_all_actors = TRUE },
      "A:1 B:1",
      1 },
    { { .kinds = 1 << KHATT_KIND_VISIT }, "A:1 C:1", 1 },
    { { .kinds = 1 << KHATT_KIND_OFFER }, "", 0 },
  };
  g_autoptr (KhattTimeline) timeline =
      draw_sample_new_from_text ("call happened 2025-08-08 | A initiator | B recipient\n"
                                 "visit happened 2025-08-09 | A visitor | C host\n"
                                 "call happened 2025-08-10 | B initiator | C recipient\n");
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattArrangementParams params = { KHATT_LANES_ACTORS, NULL, &cases[i].filter };
      g_autoptr (KhattArrangement) arrangement =
          khatt_arrangement_new_with (snapshot, &params, NULL);
      g_auto (GStrv) lanes = g_new0 (char *, khatt_arrangement_get_n_lanes (arrangement) + 1);
      g_autofree char *joined = NULL;
      guint n_shown = 0;
      gint64 first, last;

      for (guint lane = 0; lane < khatt_arrangement_get_n_lanes (arrangement); lane++)
        lanes[lane] =
            g_strdup_printf ("%s:%u", khatt_arrangement_get_lane (arrangement, lane)->name,
                             khatt_arrangement_get_lane (arrangement, lane)->n_events);
      qsort (lanes, g_strv_length (lanes), sizeof *lanes, compare_strings);
      joined = g_strjoinv (" ", lanes);
      g_assert_cmpstr (joined, ==, cases[i].lanes);
      g_assert_cmpint (khatt_arrangement_get_extent (arrangement, &first, &last), ==,
                       *cases[i].lanes != '\0');
      for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
        n_shown += khatt_arrangement_shows (arrangement, slot);
      g_assert_cmpuint (n_shown, ==, cases[i].n_events);
      g_assert_cmpuint (khatt_arrangement_get_n_events (arrangement), ==, cases[i].n_events);
      g_assert_false (khatt_arrangement_shows (arrangement, KHATT_SLOT_NONE));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/arrangement/actors", test_actors);
  g_test_add_func ("/arrangement/countries", test_countries);
  g_test_add_func ("/arrangement/country-names", test_country_names);
  g_test_add_func ("/arrangement/kinds-stand-in-their-order", test_kinds_stand_in_their_order);
  g_test_add_func ("/arrangement/one", test_one);
  g_test_add_func ("/arrangement/sources", test_sources);
  g_test_add_func ("/arrangement/those-who-meet-are-near", test_those_who_meet_are_near);
  g_test_add_func ("/arrangement/joins", test_joins);
  g_test_add_func ("/arrangement/joins-of-no-event", test_joins_of_no_event);
  g_test_add_func ("/arrangement/party-lane", test_party_lane);
  g_test_add_func ("/arrangement/nobody-has-a-lane", test_nobody_has_a_lane);
  g_test_add_func ("/arrangement/undated", test_undated);
  g_test_add_func ("/arrangement/extent", test_extent);
  g_test_add_func ("/arrangement/extent-of-ongoing", test_extent_of_ongoing);
  g_test_add_func ("/arrangement/extent-of-nothing", test_extent_of_nothing);
  g_test_add_func ("/arrangement/query-in-document-order", test_query_in_document_order);
  g_test_add_func ("/arrangement/count", test_count);
  g_test_add_func ("/arrangement/walk-along-time", test_walk_along_time);
  g_test_add_func ("/arrangement/walk-across-lanes", test_walk_across_lanes);
  g_test_add_func ("/arrangement/walk-reaches-all", test_walk_reaches_all);
  g_test_add_func ("/arrangement/cancelled", test_cancelled);
  g_test_add_func ("/arrangement/outlives-edits", test_outlives_edits);
  g_test_add_func ("/arrangement/removed-events-are-skipped", test_removed_events_are_skipped);
  g_test_add_func ("/arrangement/filter", test_filter);

  return g_test_run ();
}
