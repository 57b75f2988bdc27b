/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-lane-menu.h"

static char *
join_lanes (Fixture *fixture)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (fixture->view);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < khatt_arrangement_get_n_lanes (arrangement); i++)
    g_string_append_printf (text, "%s%s%s", i == 0 ? "" : " ",
                            khatt_arrangement_get_lane (arrangement, i)->key,
                            khatt_arrangement_get_lane (arrangement, i)->is_collapsed ? "-" : "");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_lanes (Fixture *fixture, const char *expected)
{
  g_autofree char *found = join_lanes (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static void
act (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (
      gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), action, parameter));
  fixture_settle (fixture);
}

/* Each action, and its way back. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  const char *usual = "Witkoff Xi Jinping Putin Tokayev Orban";

  assert_lanes (fixture, usual);
  act (fixture, "view.lane-pin", g_variant_new_string ("Orban"));
  assert_lanes (fixture, "Orban Witkoff Xi Jinping Putin Tokayev");
  act (fixture, "view.lane-collapse", g_variant_new_string ("Putin"));
  assert_lanes (fixture, "Orban Witkoff Xi Jinping Putin- Tokayev");
  act (fixture, "view.lane-move", g_variant_new ("(si)", "Tokayev", -1));
  assert_lanes (fixture, "Orban Witkoff Xi Jinping Tokayev Putin-");
  act (fixture, "view.lane-move", g_variant_new ("(si)", "Witkoff", -1));
  assert_lanes (fixture, "Orban Witkoff Xi Jinping Tokayev Putin-");
  act (fixture, "view.lane-hide", g_variant_new_string ("Putin"));
  assert_lanes (fixture, "Orban Witkoff Xi Jinping Tokayev");

  act (fixture, "view.show-all-lanes", NULL);
  act (fixture, "view.lane-pin", g_variant_new_string ("Orban"));
  act (fixture, "view.lane-collapse", g_variant_new_string ("Putin"));
  assert_lanes (fixture, "Witkoff Xi Jinping Tokayev Putin Orban");
}

/* Lanes of countries know nothing of those of actors; another document knows nothing of either. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattTimeline) other = fixture_make_timeline (KHATT_DIRECTION_LTR);
  g_autoptr (KhattLaneSettings) settings = NULL;

  act (fixture, "view.lane-hide", g_variant_new_string ("Putin"));
  settings = khatt_lane_settings_copy (khatt_timeline_view_get_lane_settings (fixture->view));
  g_assert_true (khatt_lane_settings_has (settings, KHATT_LANE_HIDDEN, "Putin"));
  khatt_timeline_view_set_lanes_by (fixture->view, KHATT_LANES_COUNTRIES);
  g_assert_true (
      khatt_lane_settings_is_empty (khatt_timeline_view_get_lane_settings (fixture->view)));
  khatt_timeline_view_set_lanes_by (fixture->view, KHATT_LANES_ACTORS);
  g_assert_true (
      khatt_lane_settings_equal (settings, khatt_timeline_view_get_lane_settings (fixture->view)));

  khatt_timeline_view_set_timeline (fixture->view, other);
  g_assert_true (
      khatt_lane_settings_is_empty (khatt_timeline_view_get_lane_settings (fixture->view)));
  khatt_timeline_view_set_lane_settings (fixture->view, settings);
  assert_lanes (fixture, "Xi Jinping Orban Witkoff Tokayev");
}

static guint
count_events (Fixture *fixture)
{
  return khatt_arrangement_get_n_events (khatt_timeline_view_get_arrangement (fixture->view));
}

static void
test_narrowing (Fixture *fixture, gconstpointer data)
{
  act (fixture, "view.lane-only", g_variant_new_string ("Xi Jinping"));
  g_assert_cmpuint (count_events (fixture), ==, 2);
  act (fixture, "view.lane-pair", g_variant_new ("(ss)", "Putin", "Tokayev"));
  g_assert_cmpuint (count_events (fixture), ==, 1);
  act (fixture, "view.clear-filter", NULL);
  g_assert_cmpuint (count_events (fixture), ==, G_N_ELEMENTS (fixture_events));

  khatt_timeline_view_set_lanes_by (fixture->view, KHATT_LANES_KINDS);
  act (fixture, "view.lane-only", g_variant_new_string ("call"));
  g_assert_cmpuint (count_events (fixture), ==, 2);
  act (fixture, "view.clear-filter", NULL);

  /* One event's two. Of one who speaks alone there are no two. */
  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "visit"));
  act (fixture, "view.only-these", NULL);
  g_assert_cmpuint (count_events (fixture), ==, 2);
  act (fixture, "view.clear-filter", NULL);
  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "orban"));
  act (fixture, "view.only-these", NULL);
  g_assert_cmpuint (count_events (fixture), ==, G_N_ELEMENTS (fixture_events));
}

/* The keyboard moves the lane that the selected event was chosen in, and stays in it. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  khatt_timeline_view_set_selected_slot (fixture->view, fixture_find (fixture, "orban"));
  act (fixture, "view.move-lane", g_variant_new_int32 (-1));
  act (fixture, "view.move-lane", g_variant_new_int32 (-1));
  assert_lanes (fixture, "Witkoff Xi Jinping Orban Putin Tokayev");
  act (fixture, "view.move-lane", g_variant_new_int32 (1));
  assert_lanes (fixture, "Witkoff Xi Jinping Putin Orban Tokayev");
}

/* Every item of a menu is an action that is there, with a parameter of its type. */
static guint
activate_items (Fixture *fixture, GMenuModel *model, const char *only)
{
  guint n_items = 0;

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);
      g_autoptr (GVariant) target =
          g_menu_model_get_item_attribute_value (model, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *action = NULL;

      if (section != NULL)
        n_items += activate_items (fixture, section, only);
      if (submenu != NULL)
        n_items += activate_items (fixture, submenu, only);
      if (!g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        continue;
      n_items++;
      if (g_str_equal (action, only))
        act (fixture, action, target);
    }

  return n_items;
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "view.lane-only",     "view.lane-pair", "view.lane-pin",
                                         "view.lane-collapse", "view.lane-move", "view.lane-hide" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GMenuModel) menu = NULL;

      khatt_timeline_view_set_filter (fixture->view, NULL);
      khatt_timeline_view_set_lane_settings (fixture->view, NULL);
      before = join_lanes (fixture);
      menu = khatt_lane_menu_new (fixture->view, 0);
      /* Only this one, who with whom, with the one it meets, pin, collapse, hide, down, rename,
       * split; nothing is above. */
      g_assert_cmpuint (activate_items (fixture, menu, actions[i]), ==, 9);
      after = join_lanes (fixture);
      if (i < 2)
        g_assert_cmpuint (count_events (fixture), ==, 1);
      else
        g_assert_true (i == 2 || !g_str_equal (before, after));
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/view-lanes/actions", test_actions },     { "/view-lanes/settings", test_settings },
    { "/view-lanes/narrowing", test_narrowing }, { "/view-lanes/keys", test_keys },
    { "/view-lanes/menu", test_menu },
  };

  fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
