/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scenes and bookmarks: their span as text, and the timeline's lists of them. */

#include "khatt-moment.h"
#include "khatt-timeline.h"

static void
test_moments_are_as_short_as_they_can_be (void)
{
  const struct
  {
    const char *given;
    const char *first;
    const char *last;
  } cases[] = {
    { "2025-08-08", "2025-08-08", "2025-08-08" },
    { "2025-08", "2025-08-01", "2025-08-31" },
    { "2025-08-08T10:11:12Z", "2025-08-08T10:11:12Z", "2025-08-08T10:11:12Z" },
    { "-0043-03-15", "-0043-03-15", "-0043-03-15" },
    { "2025-08-01/2025-08-03", "2025-08-01", "2025-08-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 first = 0, last = 0;
      g_autofree char *first_text = NULL;
      g_autofree char *last_text = NULL;

      g_assert_true (khatt_moment_parse (cases[i].given, KHATT_MOMENT_FIRST, &first));
      g_assert_true (khatt_moment_parse (cases[i].given, KHATT_MOMENT_LAST, &last));
      first_text = khatt_moment_to_edtf (first, KHATT_MOMENT_FIRST);
      last_text = khatt_moment_to_edtf (last, KHATT_MOMENT_LAST);
      g_assert_cmpstr (first_text, ==, cases[i].first);
      g_assert_cmpstr (last_text, ==, cases[i].last);
    }
}

/* What is written of any second is read again as that second, or as its year where days cannot be
 * written. */
static void
test_every_second_can_be_said (void)
{
  const gint64 seconds[] = { 0,
                             -1,
                             86399,
                             86400,
                             123456789,
                             -9999999999,
                             400000000000,
                             -400000000000,
                             G_GINT64_CONSTANT (9200000000000000000),
                             G_GINT64_CONSTANT (-9200000000000000000) };
  const gint64 days_of_a_year = 366;

  for (gsize i = 0; i < G_N_ELEMENTS (seconds); i++)
    for (KhattMomentEnd end = KHATT_MOMENT_FIRST; end <= KHATT_MOMENT_LAST; end++)
      {
        g_autofree char *text = khatt_moment_to_edtf (seconds[i], end);
        gint64 said = 0;

        g_assert_true (khatt_moment_parse (text, end, &said));
        if (ABS (seconds[i] / KHATT_SECONDS_PER_DAY) < 365 * 7000)
          g_assert_cmpint (said, ==, seconds[i]);
        else
          g_assert_cmpint (ABS (said - seconds[i]), <=, days_of_a_year * KHATT_SECONDS_PER_DAY);
      }
}

static void
test_what_is_no_moment (void)
{
  const char *const texts[] = { NULL, "", "yesterday", "..", "../2025", "2025-02-30" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 seconds = 5;

      g_assert_false (khatt_moment_parse (texts[i], KHATT_MOMENT_FIRST, &seconds));
      g_assert_cmpint (seconds, ==, 5);
    }
}

static KhattScene *
make_scene (const char *id, const char *title)
{
  KhattScene *scene = khatt_scene_new ();
  const char *const actors[] = { "Ann", NULL };
  const KhattFilter filter = { .actors = actors };
  const KhattLaneSettings lanes = { { [KHATT_LANE_HIDDEN] = actors } };

  scene->id = g_strdup (id);
  scene->title = g_strdup (title);
  scene->lanes_by = g_strdup ("kinds");
  khatt_scene_set_lanes (scene, &lanes);
  scene->filter = khatt_filter_copy (&filter);
  scene->filter_extra = g_strdup ("\"x\":1");
  scene->notes = g_strdup ("note");
  scene->extra = g_strdup ("\"y\":2");
  g_ptr_array_add (scene->focus, g_strdup ("e1"));
  khatt_scene_set_span (scene, 0, 86399);
  return scene;
}

static void
test_a_copy_is_equal_until_it_is_changed (void)
{
  g_autoptr (KhattScene) scene = make_scene ("s1", "one");
  const gsize members[] = {
    G_STRUCT_OFFSET (KhattScene, id),       G_STRUCT_OFFSET (KhattScene, title),
    G_STRUCT_OFFSET (KhattScene, from),     G_STRUCT_OFFSET (KhattScene, to),
    G_STRUCT_OFFSET (KhattScene, lanes_by), G_STRUCT_OFFSET (KhattScene, notes),
    G_STRUCT_OFFSET (KhattScene, extra),    G_STRUCT_OFFSET (KhattScene, filter_extra)
  };
  g_autoptr (KhattScene) unfiltered = khatt_scene_copy (scene);
  g_autoptr (KhattScene) unfocused = khatt_scene_copy (scene);
  g_autoptr (KhattScene) unhidden = khatt_scene_copy (scene);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (KhattScene) copy = khatt_scene_copy (scene);
      char **member = &G_STRUCT_MEMBER (char *, copy, members[i]);

      g_assert_true (khatt_scene_equal (scene, copy));
      g_free (*member);
      *member = g_strdup ("other");
      g_assert_false (khatt_scene_equal (scene, copy));
    }
  g_clear_pointer (&unfiltered->filter, khatt_filter_free);
  g_assert_false (khatt_scene_equal (scene, unfiltered));
  g_ptr_array_set_size (unfocused->focus, 0);
  g_assert_false (khatt_scene_equal (scene, unfocused));
  khatt_lane_settings_set (unhidden->lanes, KHATT_LANE_HIDDEN, "Bo", TRUE);
  g_assert_false (khatt_scene_equal (scene, unhidden));
  khatt_scene_set_lanes (unhidden, &(KhattLaneSettings){ { NULL } });
  g_assert_null (unhidden->lanes);
  g_assert_false (khatt_scene_equal (scene, unhidden));
}

static void
test_a_span_needs_both_ends_in_order (void)
{
  g_autoptr (KhattScene) scene = khatt_scene_new ();
  gint64 first, last;

  g_assert_false (khatt_scene_get_span (scene, &first, &last));
  scene->from = g_strdup ("2025-08-08");
  g_assert_false (khatt_scene_get_span (scene, &first, &last));
  scene->to = g_strdup ("2025-08-07");
  g_assert_false (khatt_scene_get_span (scene, &first, &last));
  khatt_scene_set_span (scene, 86400, 3 * 86400 - 1);
  g_assert_cmpstr (scene->from, ==, "1970-01-02");
  g_assert_cmpstr (scene->to, ==, "1970-01-03");
  g_assert_true (khatt_scene_get_span (scene, &first, &last));
  g_assert_cmpint (first, ==, 86400);
  g_assert_cmpint (last, ==, 3 * 86400 - 1);
}

/* ---- Lists ---- */

static char *
list_titles (const GPtrArray *scenes)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < scenes->len; i++)
    {
      const KhattScene *scene = g_ptr_array_index (scenes, i);

      g_string_append_printf (titles, "%s%s:%s", i > 0 ? " " : "", scene->id, scene->title);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
assert_titles (KhattTimeline *timeline, KhattSceneList list, const char *expected)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autofree char *titles = list_titles (khatt_timeline_get_scenes (timeline, list));
  g_autofree char *of_snapshot = list_titles (khatt_snapshot_get_scenes (snapshot, list));

  g_assert_cmpstr (titles, ==, expected);
  g_assert_cmpstr (of_snapshot, ==, expected);
}

static void
count_cb (KhattTimeline *timeline, guint *n)
{
  (*n)++;
}

static void
add (KhattTimeline *timeline, KhattSceneList list, const char *id, const char *title)
{
  g_autoptr (KhattScene) scene = make_scene (id, title);

  khatt_timeline_add_scene (timeline, list, scene);
}

static void
test_each_edit_is_a_step (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattScene) changed = make_scene ("another id", "uno");
  const char *const after[] = { "",
                                "b1:one",
                                "b1:one b2:two",
                                "b1:one b2:two x:three",
                                "b1:uno b2:two x:three",
                                "b2:two x:three b1:uno",
                                "b2:two b1:uno" };
  const char *const names[] = { "Add bookmark",    "Add bookmark",  "Add bookmark",
                                "Change bookmark", "Move bookmark", "Delete bookmark" };
  const KhattSceneList list = KHATT_SCENES_BOOKMARKED;
  guint n_scenes_changed = 0, n_changed = 0;

  g_signal_connect (timeline, "scenes-changed", G_CALLBACK (count_cb), &n_scenes_changed);
  g_signal_connect (timeline, "changed", G_CALLBACK (count_cb), &n_changed);
  add (timeline, list, NULL, "one");
  add (timeline, list, "b1", "two");
  add (timeline, list, "x", "three");
  khatt_timeline_change_scene (timeline, list, 0, changed);
  khatt_timeline_change_scene (timeline, list, 0, changed);
  khatt_timeline_move_scene (timeline, list, 0, 2);
  khatt_timeline_move_scene (timeline, list, 1, 1);
  khatt_timeline_remove_scene (timeline, list, 1);
  g_assert_cmpuint (n_scenes_changed, ==, G_N_ELEMENTS (names));
  g_assert_cmpuint (n_changed, ==, G_N_ELEMENTS (names));

  for (gsize i = G_N_ELEMENTS (names); i > 0; i--)
    {
      assert_titles (timeline, list, after[i]);
      g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, names[i - 1]);
      khatt_timeline_undo (timeline);
    }
  assert_titles (timeline, list, "");
  g_assert_false (khatt_timeline_is_modified (timeline));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      khatt_timeline_redo (timeline);
      assert_titles (timeline, list, after[i + 1]);
    }
  g_assert_cmpuint (n_scenes_changed, ==, 3 * G_N_ELEMENTS (names));
}

static void
test_lists_are_kept_apart (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  add (timeline, KHATT_SCENES_PRESENTED, NULL, "scene");
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, "Add scene");
  add (timeline, KHATT_SCENES_BOOKMARKED, NULL, "bookmark");
  assert_titles (timeline, KHATT_SCENES_PRESENTED, "s1:scene");
  assert_titles (timeline, KHATT_SCENES_BOOKMARKED, "b1:bookmark");
}

static void
test_a_snapshot_does_not_see_later_edits (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autofree char *titles = NULL;

  add (timeline, KHATT_SCENES_PRESENTED, NULL, "one");
  snapshot = khatt_timeline_ref_snapshot (timeline);
  khatt_timeline_remove_scene (timeline, KHATT_SCENES_PRESENTED, 0);
  khatt_timeline_clear_history (timeline);
  titles = list_titles (khatt_snapshot_get_scenes (snapshot, KHATT_SCENES_PRESENTED));
  g_assert_cmpstr (titles, ==, "s1:one");
  assert_titles (timeline, KHATT_SCENES_PRESENTED, "");
}

/* What shows events need not do anything for a bookmark. */
static void
test_content_stays (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  guint64 contents[5];

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (KhattSnapshot) snapshot = NULL;

      if (i == 1)
        khatt_timeline_add (timeline, event);
      else if (i == 2)
        add (timeline, KHATT_SCENES_BOOKMARKED, NULL, "one");
      else if (i == 3)
        khatt_timeline_undo (timeline);
      else if (i == 4)
        khatt_timeline_undo (timeline);
      snapshot = khatt_timeline_ref_snapshot (timeline);
      contents[i] = khatt_snapshot_get_content_revision (snapshot);
      g_assert_cmpuint (contents[i], <=, khatt_snapshot_get_revision (snapshot));
    }
  g_assert_cmpuint (contents[1], >, contents[0]);
  g_assert_cmpuint (contents[2], ==, contents[1]);
  g_assert_cmpuint (contents[3], ==, contents[1]);
  g_assert_cmpuint (contents[4], >, contents[3]);
}

static void
random_edit (KhattTimeline *timeline, GRand *rand)
{
  KhattSceneList list = (KhattSceneList) g_rand_int_range (rand, 0, KHATT_N_SCENE_LISTS);
  int n = (int) khatt_timeline_get_scenes (timeline, list)->len;
  g_autofree char *title = g_strdup_printf ("%u", g_rand_int (rand));
  g_autoptr (KhattScene) scene = make_scene (NULL, title);
  int choice = n > 0 ? g_rand_int_range (rand, 0, 4) : 0;
  guint index = n > 0 ? (guint) g_rand_int_range (rand, 0, n) : 0;

  if (choice == 0)
    khatt_timeline_add_scene (timeline, list, scene);
  else if (choice == 1)
    khatt_timeline_change_scene (timeline, list, index, scene);
  else if (choice == 2)
    khatt_timeline_remove_scene (timeline, list, index);
  else
    khatt_timeline_move_scene (timeline, list, index, (guint) g_rand_int_range (rand, 0, n));
}

static char *
dump (KhattTimeline *timeline)
{
  g_autofree char *scenes = list_titles (khatt_timeline_get_scenes (timeline, 0));
  g_autofree char *bookmarks = list_titles (khatt_timeline_get_scenes (timeline, 1));

  return g_strconcat (scenes, "|", bookmarks, NULL);
}

static void
test_random_edits_are_undone (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
      g_autofree char *end = NULL;
      g_autofree char *again = NULL;

      for (guint i = 0; i < 20; i++)
        random_edit (timeline, rand);
      end = dump (timeline);
      while (khatt_timeline_can_undo (timeline))
        khatt_timeline_undo (timeline);
      assert_titles (timeline, KHATT_SCENES_PRESENTED, "");
      assert_titles (timeline, KHATT_SCENES_BOOKMARKED, "");
      while (khatt_timeline_can_redo (timeline))
        khatt_timeline_redo (timeline);
      again = dump (timeline);
      g_assert_cmpstr (again, ==, end);
    }
}

/* What is shown is what passes its filter in its time. */
static void
test_filter_of_what_is_shown (void)
{
  g_autoptr (KhattScene) scene = khatt_scene_new ();
  const KhattFilter only_calls = {
    .kinds = 1u << KHATT_KIND_CALL, .has_period = TRUE, .first = 50, .last = 2 * 86400
  };
  KhattFilter *filter = khatt_scene_dup_filter (scene);

  g_assert_true (khatt_filter_is_empty (filter));
  khatt_filter_free (filter);
  khatt_scene_set_span (scene, 0, 86400 - 1);
  filter = khatt_scene_dup_filter (scene);
  g_assert_true (filter->has_period);
  g_assert_cmpint (filter->first, ==, 0);
  g_assert_cmpint (filter->last, ==, 86400 - 1);
  khatt_filter_free (filter);
  scene->filter = khatt_filter_copy (&only_calls);
  filter = khatt_scene_dup_filter (scene);
  g_assert_cmpuint (filter->kinds, ==, only_calls.kinds);
  g_assert_cmpint (filter->first, ==, 50);
  g_assert_cmpint (filter->last, ==, 86400 - 1);
  khatt_filter_free (filter);
}

static void
test_title_or_number (void)
{
  g_autoptr (KhattScene) scene = khatt_scene_new ();
  const KhattWords words = { .language = "en" };
  g_autofree char *number = khatt_scene_dup_title (scene, 3, &words);
  g_autofree char *title = NULL;

  g_assert_cmpstr (number, ==, "Scene 3");
  scene->title = g_strdup ("Talks");
  title = khatt_scene_dup_title (scene, 3, &words);
  g_assert_cmpstr (title, ==, "Talks");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/scene/" path, function)
  ADD ("moments-are-as-short-as-they-can-be", test_moments_are_as_short_as_they_can_be);
  ADD ("every-second-can-be-said", test_every_second_can_be_said);
  ADD ("what-is-no-moment", test_what_is_no_moment);
  ADD ("a-copy-is-equal-until-it-is-changed", test_a_copy_is_equal_until_it_is_changed);
  ADD ("a-span-needs-both-ends-in-order", test_a_span_needs_both_ends_in_order);
  ADD ("filter-of-what-is-shown", test_filter_of_what_is_shown);
  ADD ("title-or-number", test_title_or_number);
  ADD ("each-edit-is-a-step", test_each_edit_is_a_step);
  ADD ("lists-are-kept-apart", test_lists_are_kept_apart);
  ADD ("a-snapshot-does-not-see-later-edits", test_a_snapshot_does_not_see_later_edits);
  ADD ("content-stays", test_content_stays);
  ADD ("random-edits-are-undone", test_random_edits_are_undone);
  return g_test_run ();
}
