/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person decides of lanes: the lists themselves, and what an arrangement makes of them. */

#include "draw-sample.h"

#define KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_lists (void)
{
  const KhattLaneSettings nothing = { { NULL } };
  const KhattLaneSettings empty_list = { { [KHATT_LANE_HIDDEN] = (const char *const[]){ NULL } } };
  g_autoptr (KhattLaneSettings) settings = khatt_lane_settings_copy (&nothing);
  g_autoptr (KhattLaneSettings) copy = NULL;

  g_assert_true (khatt_lane_settings_is_empty (settings));
  g_assert_true (khatt_lane_settings_equal (settings, &empty_list));
  khatt_lane_settings_set (settings, KHATT_LANE_PINNED, "B", TRUE);
  khatt_lane_settings_set (settings, KHATT_LANE_PINNED, "A", TRUE);
  khatt_lane_settings_set (settings, KHATT_LANE_PINNED, "B", TRUE);
  khatt_lane_settings_set (settings, KHATT_LANE_HIDDEN, "C", TRUE);
  g_assert_true (khatt_lane_settings_equal (
      settings, &(KhattLaneSettings){
                    { [KHATT_LANE_PINNED] = KEYS ("B", "A"), [KHATT_LANE_HIDDEN] = KEYS ("C") } }));
  g_assert_true (khatt_lane_settings_has (settings, KHATT_LANE_PINNED, "A"));
  g_assert_false (khatt_lane_settings_has (settings, KHATT_LANE_COLLAPSED, "A"));

  copy = khatt_lane_settings_copy (settings);
  khatt_lane_settings_set (settings, KHATT_LANE_PINNED, "B", FALSE);
  khatt_lane_settings_set (settings, KHATT_LANE_PINNED, "Z", FALSE);
  g_assert_cmpstrv (settings->lists[KHATT_LANE_PINNED], KEYS ("A"));
  g_assert_cmpstrv (copy->lists[KHATT_LANE_PINNED], KEYS ("B", "A"));
  g_assert_false (khatt_lane_settings_equal (settings, copy));
  khatt_lane_settings_set_list (copy, KHATT_LANE_PINNED, settings->lists[KHATT_LANE_PINNED]);
  g_assert_true (khatt_lane_settings_equal (settings, copy));

  khatt_lane_settings_set (settings, KHATT_LANE_PINNED, "A", FALSE);
  khatt_lane_settings_set (settings, KHATT_LANE_HIDDEN, "C", FALSE);
  g_assert_true (khatt_lane_settings_is_empty (settings));
}

/* The lanes from the top, as key:events, a low one with "-"; and the events that are shown. */
static char *
describe (const KhattArrangement *arrangement)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < khatt_arrangement_get_n_lanes (arrangement); i++)
    {
      const KhattLane *lane = khatt_arrangement_get_lane (arrangement, i);

      g_string_append_printf (text, "%s%s:%u%s", i == 0 ? "" : " ", lane->key, lane->n_events,
                              lane->is_collapsed ? "-" : "");
      g_assert_cmpuint (khatt_arrangement_find_lane (arrangement, lane->key), ==, i);
      if (i + 1 == khatt_arrangement_get_n_pinned (arrangement))
        g_string_append (text, " |");
    }
  g_string_append_printf (text, " (%u)", khatt_arrangement_get_n_events (arrangement));
  g_assert_cmpuint (khatt_arrangement_find_lane (arrangement, "no such lane"), ==, G_MAXUINT);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_arranges (void)
{
  const struct
  {
    KhattLanesBy lanes_by;
    KhattLaneSettings settings;
    const char *expected;
  } cases[] = {
    { KHATT_LANES_ACTORS, { { NULL } }, "A:1 B:3 C:2 D:1 (4)" },
    { KHATT_LANES_ACTORS, { { [KHATT_LANE_PINNED] = KEYS ("D", "B") } }, "D:1 B:3 | A:1 C:2 (4)" },
    { KHATT_LANES_ACTORS, { { [KHATT_LANE_PLACED] = KEYS ("C", "A") } }, "C:2 A:1 B:3 D:1 (4)" },
    { KHATT_LANES_ACTORS,
      { { [KHATT_LANE_PLACED] = KEYS ("C", "B"), [KHATT_LANE_PINNED] = KEYS ("B") } },
      "B:3 | C:2 A:1 D:1 (4)" },
    { KHATT_LANES_ACTORS,
      { { [KHATT_LANE_COLLAPSED] = KEYS ("C", "Nobody") } },
      "A:1 B:3 C:2- D:1 (4)" },
    /* Who is left of a hidden lane's events loses only that end. */
    { KHATT_LANES_ACTORS, { { [KHATT_LANE_HIDDEN] = KEYS ("B") } }, "C:2 D:1 A:1 (3)" },
    { KHATT_LANES_ACTORS, { { [KHATT_LANE_HIDDEN] = KEYS ("B", "C") } }, "A:1 D:1 (2)" },
    { KHATT_LANES_ACTORS, { { [KHATT_LANE_HIDDEN] = KEYS ("A", "B", "C", "D") } }, " (0)" },
    { KHATT_LANES_ACTORS,
      { { [KHATT_LANE_HIDDEN] = KEYS ("B"), [KHATT_LANE_PINNED] = KEYS ("B", "C") } },
      "C:2 | D:1 A:1 (3)" },
    { KHATT_LANES_KINDS,
      { { [KHATT_LANE_PINNED] = KEYS ("visit") } },
      "visit:1 | call:2 statement:1 (4)" },
    /* A lane is known by its name too. */
    { KHATT_LANES_KINDS,
      { { [KHATT_LANE_HIDDEN] = KEYS ("Telephone call") } },
      "visit:1 statement:1 (2)" },
    { KHATT_LANES_COUNTRIES,
      { { [KHATT_LANE_HIDDEN] = KEYS ("B"), [KHATT_LANE_PINNED] = KEYS ("D") } },
      "D:1 | C:2 A:1 (3)" },
    { KHATT_LANES_ONE, { { [KHATT_LANE_COLLAPSED] = KEYS ("") } }, ":4- (4)" },
  };
  g_autoptr (KhattTimeline) timeline =
      draw_sample_new_from_text ("call happened 2025-08-08 | A initiator | B recipient\n"
                                 "call happened 2025-08-09 | B initiator | C recipient\n"
                                 "visit happened 2025-08-10 | C visitor | D host\n"
                                 "statement happened 2025-08-11 | B speaker\n");
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattArrangementParams params = { cases[i].lanes_by, NULL, NULL, &cases[i].settings };
      g_autoptr (KhattArrangement) arrangement =
          khatt_arrangement_new_with (snapshot, &params, NULL);
      g_autofree char *found = describe (arrangement);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* A party whose lane is hidden has none. */
static void
test_party_lanes (void)
{
  const KhattLaneSettings settings = {
    { [KHATT_LANE_HIDDEN] = KEYS ("A"), [KHATT_LANE_PINNED] = KEYS ("B") }
  };
  const KhattArrangementParams params = { KHATT_LANES_ACTORS, NULL, NULL, &settings };
  g_autoptr (KhattTimeline) timeline =
      draw_sample_new_from_text ("call happened 2025-08-08 | A initiator | C recipient\n"
                                 "call happened 2025-08-09 | C initiator | B recipient\n");
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattArrangement) arrangement = khatt_arrangement_new_with (snapshot, &params, NULL);
  const KhattRecord *first = khatt_snapshot_get_record (snapshot, 0);
  const KhattRecord *second = khatt_snapshot_get_record (snapshot, 1);

  g_assert_cmpuint (khatt_arrangement_get_party_lane (arrangement, first, 0), ==, G_MAXUINT);
  g_assert_cmpuint (khatt_arrangement_get_party_lane (arrangement, first, 1), ==, 1);
  g_assert_cmpuint (khatt_arrangement_get_party_lane (arrangement, second, 1), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lane-settings/lists", test_lists);
  g_test_add_func ("/lane-settings/arranges", test_arranges);
  g_test_add_func ("/lane-settings/party-lanes", test_party_lanes);

  return g_test_run ();
}
