/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "khatt-lane-header.h"
#include "khatt-lane-menu.h"
#include "khatt-timeline-view-private.h"

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
      /* Only this one, who with whom, with the one it meets, pin, collapse, hide, down, edit,
       * rename, split; nothing is above. */
      g_assert_cmpuint (activate_items (fixture, menu, actions[i]), ==, 10);
      after = join_lanes (fixture);
      if (i < 2)
        g_assert_cmpuint (count_events (fixture), ==, 1);
      else
        g_assert_true (i == 2 || !g_str_equal (before, after));
    }
}

static GtkWidget *
get_header (Fixture *fixture, guint lane)
{
  GtkWidget *header = gtk_widget_get_first_child (fixture->view->lane_list);

  while (lane-- > 0)
    header = gtk_widget_get_next_sibling (header);
  return header;
}

static void
press_tab (Fixture *fixture, GtkDirectionType direction)
{
  gtk_widget_child_focus (fixture->window, direction);
  fixture_settle (fixture);
}

static void
assert_focus (Fixture *fixture, const char *key)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (KHATT_IS_LANE_HEADER (focus));
  g_assert_cmpstr (khatt_lane_header_get_key (KHATT_LANE_HEADER (focus)), ==, key);
}

static void
act_on_focus (Fixture *fixture, const char *action, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (gtk_widget_activate_action_variant (focus, action, parameter));
  fixture_settle (fixture);
}

/* Each lane in view says what it is, in the order of the rows, where its name is painted. */
static void
test_headers (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Witkoff: 1 event, 1 in view",
                                        "Xi Jinping: 2 events, 2 in view",
                                        "Putin: 4 events, 4 in view; collapsed",
                                        "Tokayev: 1 event, 1 in view",
                                        "Orban: 1 event, 1 in view" };
  const KhattLayout *layout;

  act (fixture, "view.lane-collapse", g_variant_new_string ("Putin"));
  layout = khatt_timeline_view_get_layout (fixture->view);
  gtk_test_accessible_assert_property (fixture->view->lane_list, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Actors");
  for (guint lane = 0; lane < G_N_ELEMENTS (labels); lane++)
    {
      GtkWidget *header = get_header (fixture, lane);
      KhattRect row = khatt_layout_get_lane (layout, lane);
      graphene_rect_t bounds;

      gtk_test_accessible_assert_role (header, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (header, GTK_ACCESSIBLE_PROPERTY_LABEL, labels[lane]);
      g_assert_true (gtk_widget_compute_bounds (header, GTK_WIDGET (fixture->view), &bounds));
      g_assert_cmpfloat_with_epsilon (bounds.origin.y, row.y, 1);
      g_assert_cmpfloat_with_epsilon (bounds.size.width, khatt_layout_get_headers (layout).width,
                                      1);
    }
  g_assert_null (get_header (fixture, G_N_ELEMENTS (labels)));

  /* What is out of view is not counted. */
  khatt_timeline_view_set_span (fixture->view,
                                khatt_days_from_civil (2025, 8, 11) * KHATT_SECONDS_PER_DAY,
                                khatt_days_from_civil (2025, 8, 14) * KHATT_SECONDS_PER_DAY);
  fixture_settle (fixture);
  gtk_test_accessible_assert_property (get_header (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Xi Jinping: 2 events, 1 in view");

  act (fixture, "view.lane-hide", g_variant_new_string ("Orban"));
  gtk_test_accessible_assert_property (fixture->view->lane_list, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Actors, 1 lane hidden");
}

/* The events are a Tab stop and the lanes another; the arrows walk among the lanes, and what is
 * done with one keeps the keyboard there. */
static void
test_header_focus (Fixture *fixture, gconstpointer data)
{
  guint32 slot = fixture_find (fixture, "visit");

  khatt_timeline_view_set_selected_slot (fixture->view, slot);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press_tab (fixture, GTK_DIR_TAB_FORWARD);
  assert_focus (fixture, "Witkoff");
  act_on_focus (fixture, "view.lane-walk", g_variant_new_int32 (1));
  act_on_focus (fixture, "view.lane-walk", g_variant_new_int32 (1));
  assert_focus (fixture, "Putin");
  act_on_focus (fixture, "view.lane-walk", g_variant_new_int32 (G_MAXINT));
  assert_focus (fixture, "Orban");

  act_on_focus (fixture, "lane.move-up", NULL);
  assert_lanes (fixture, "Witkoff Xi Jinping Putin Orban Tokayev");
  act_on_focus (fixture, "lane.pin", NULL);
  act_on_focus (fixture, "lane.collapse", NULL);
  assert_lanes (fixture, "Orban- Witkoff Xi Jinping Putin Tokayev");
  assert_focus (fixture, "Orban");
  gtk_test_accessible_assert_property (get_header (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Orban: 1 event, 1 in view; pinned; collapsed");
  gtk_test_accessible_assert_state (get_header (fixture, 0), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  /* The one that comes to its place. */
  act_on_focus (fixture, "lane.hide", NULL);
  assert_lanes (fixture, "Witkoff Xi Jinping Putin Tokayev");
  assert_focus (fixture, "Witkoff");

  press_tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 khatt_timeline_view_find_mark_widget (fixture->view, slot));
  press_tab (fixture, GTK_DIR_TAB_FORWARD);
  assert_focus (fixture, "Witkoff");
  act_on_focus (fixture, "lane.enter", NULL);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==,
                    fixture_find (fixture, "talks"));
  g_assert_false (khatt_timeline_view_has_header_focus (fixture->view));
}

/* More lanes than there is room for: the keyboard comes to each, and each is brought into view. */
static void
test_header_scroll (Fixture *fixture, gconstpointer data)
{
  const guint n_lanes = 60;
  const char *keys[] = { "actor-0", NULL };
  g_autoptr (KhattLaneSettings) settings = khatt_lane_settings_copy (&(KhattLaneSettings){ 0 });
  GHashTable *reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  for (guint i = 0; i < n_lanes; i++)
    {
      g_autofree char *name = g_strdup_printf ("actor-%u", i);
      FixtureEvent event = { name, KHATT_KIND_STATEMENT, "2025-08-09", "Words", name, NULL };

      fixture_add (timeline, &event);
    }
  khatt_timeline_view_set_timeline (fixture->view, timeline);
  khatt_lane_settings_set_list (settings, KHATT_LANE_PINNED, keys);
  khatt_timeline_view_set_lane_settings (fixture->view, settings);
  fixture_settle (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press_tab (fixture, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < n_lanes; i++)
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      KhattRect plot = khatt_timeline_view_get_plot (fixture->view);
      graphene_rect_t bounds;

      g_assert_true (KHATT_IS_LANE_HEADER (focus));
      g_assert_true (gtk_widget_compute_bounds (focus, GTK_WIDGET (fixture->view), &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, plot.y - 1);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, plot.y + plot.height + 1);
      g_hash_table_add (reached, g_strdup (khatt_lane_header_get_key (KHATT_LANE_HEADER (focus))));
      act_on_focus (fixture, "view.lane-walk", g_variant_new_int32 (1));
    }
  g_assert_cmpuint (g_hash_table_size (reached), ==, n_lanes);
  g_hash_table_unref (reached);
  khatt_timeline_view_set_timeline (fixture->view, fixture->timeline);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/view-lanes/actions", test_actions },
    { "/view-lanes/settings", test_settings },
    { "/view-lanes/narrowing", test_narrowing },
    { "/view-lanes/keys", test_keys },
    { "/view-lanes/menu", test_menu },
    { "/view-lanes/headers", test_headers },
    { "/view-lanes/header-focus", test_header_focus },
    { "/view-lanes/header-scroll", test_header_scroll },
  };

  fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
