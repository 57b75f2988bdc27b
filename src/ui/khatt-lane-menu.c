/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menu of a lane. Its items are the view's actions, each with the lane's key. */

#include "khatt-lane-menu.h"

#include "khatt-actor-menu.h"
#include "khatt-contacts.h"
#include "khatt-timeline-view-private.h"

#include <glib/gi18n-lib.h>

#define MOST_CONTACTS 8

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static const char *
get_only_label (KhattLanesBy lanes_by)
{
  switch (lanes_by)
    {
    case KHATT_LANES_COUNTRIES:
      return _ ("Show _Only This Country");
    case KHATT_LANES_KINDS:
      return _ ("Show _Only This Kind");
    case KHATT_LANES_SOURCES:
      return _ ("Show _Only This Source");
    case KHATT_LANES_ACTORS:
    case KHATT_LANES_ONE:
    default:
      return _ ("Show _Only This Actor");
    }
}

/* In a label of a menu an underscore would announce a mnemonic. */
static char *
dup_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* Those the actor meets most; NULL where it meets nobody. */
static GMenuModel *
make_contacts (KhattTimelineView *view, const char *actor)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (view);
  g_autoptr (KhattContacts) contacts =
      khatt_contacts_new (khatt_arrangement_get_snapshot (arrangement), actor, &(KhattFilter){ 0 });
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < MIN (contacts->contacts->len, MOST_CONTACTS); i++)
    {
      const KhattContact *contact = &g_array_index (contacts->contacts, KhattContact, i);
      g_autofree char *label = dup_label (contact->name);

      append_item (menu, label, "view.lane-pair", g_variant_new ("(ss)", actor, contact->name));
    }

  return contacts->contacts->len > 0 ? G_MENU_MODEL (g_steal_pointer (&menu)) : NULL;
}

static GMenuModel *
make_narrowing (KhattTimelineView *view, const char *key)
{
  KhattLanesBy lanes_by = khatt_timeline_view_get_lanes_by (view);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) contacts = NULL;

  append_item (menu, get_only_label (lanes_by), "view.lane-only", g_variant_new_string (key));
  if (lanes_by == KHATT_LANES_ACTORS)
    contacts = make_contacts (view, key);
  if (lanes_by == KHATT_LANES_ACTORS)
    /* Translators: how often an actor met whom. */
    append_item (menu, _ ("W_ho with Whom…"), "win.show-contacts", g_variant_new_string (key));
  if (contacts != NULL)
    /* Translators: a submenu with names: what happened between this actor and that one. */
    g_menu_append_submenu (menu, _ ("Show Only _With"), contacts);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GMenuModel *
make_placing (KhattTimelineView *view, guint lane)
{
  const KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (view);
  const KhattLane *info = khatt_arrangement_get_lane (arrangement, lane);
  gboolean is_pinned = lane < khatt_arrangement_get_n_pinned (arrangement);
  g_autoptr (GMenu) menu = g_menu_new ();

  append_item (menu, is_pinned ? _ ("Un_pin") : _ ("_Pin to Top"), "view.lane-pin",
               g_variant_new_string (info->key));
  append_item (menu, info->is_collapsed ? _ ("_Expand") : _ ("_Collapse"), "view.lane-collapse",
               g_variant_new_string (info->key));
  append_item (menu, _ ("_Hide Lane"), "view.lane-hide", g_variant_new_string (info->key));
  if (khatt_timeline_view_can_move_lane (view, lane, -1))
    append_item (menu, _ ("Move _Up"), "view.lane-move", g_variant_new ("(si)", info->key, -1));
  if (khatt_timeline_view_can_move_lane (view, lane, 1))
    append_item (menu, _ ("Move _Down"), "view.lane-move", g_variant_new ("(si)", info->key, 1));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * khatt_lane_menu_new:
 * @view: a view with an arrangement
 * @lane: one of its lanes
 *
 * Returns: (transfer full): what can be done with the lane, as the view's actions; of a lane that
 * stands for nobody in particular, only what is done with rows
 */
GMenuModel *
khatt_lane_menu_new (KhattTimelineView *view, guint lane)
{
  const KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (view);
  const char *key = khatt_arrangement_get_lane (arrangement, lane)->key;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) placing = make_placing (view, lane);

  if (*key != '\0')
    {
      g_autoptr (GMenuModel) narrowing = make_narrowing (view, key);

      g_menu_append_section (menu, NULL, narrowing);
    }
  g_menu_append_section (menu, NULL, placing);
  if (*key != '\0' && khatt_timeline_view_get_lanes_by (view) == KHATT_LANES_ACTORS)
    {
      g_autoptr (GMenuModel) naming = khatt_actor_menu_new_naming (key);

      g_menu_append_section (menu, NULL, naming);
    }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
