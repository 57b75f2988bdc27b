/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Marks that touch form a group, which is drawn as a cluster: union-find over items, and where the
 * groups end up. A group stays in its bucket of time, so that a chain of them cannot run through
 * all of it, and none depends on what is far away. */

#include "khatt-spread-private.h"

#include <math.h>

/* A cluster that takes in a mark moves, and may then touch another; a bucket is soon exhausted. */
#define MAX_ABSORB_ROUNDS 16

/* What a group covers. */
typedef struct
{
  guint32 group;
  guint n_items;
  double sum; /* of tracks */
  double track;
  double bucket_first;
  double bucket_last;
  guint32 first_lane;
  guint32 last_lane;
  gboolean is_at_edge;
} Group;

/**
 * khatt_spread_overlaps:
 * @a: a mark
 * @b: another
 *
 * Returns: whether they share a lane, be it only to pass over it
 */
gboolean
khatt_spread_overlaps (const KhattSpreadItem *a, const KhattSpreadItem *b)
{
  return a->first_lane <= b->last_lane && b->first_lane <= a->last_lane;
}

/**
 * khatt_spread_find_group:
 * @placing: the items
 * @item: one of them
 *
 * Returns: the first item of its group; itself where it stands alone
 */
guint32
khatt_spread_find_group (KhattSpreading *placing, guint32 item)
{
  while (placing->groups[item] != item)
    {
      placing->groups[item] = placing->groups[placing->groups[item]];
      item = placing->groups[item];
    }

  return item;
}

/**
 * khatt_spread_unite:
 * @placing: the items
 * @a: one of them
 * @b: another
 *
 * Makes one group of two. Those of two buckets stay apart.
 *
 * Returns: whether anything changed
 */
gboolean
khatt_spread_unite (KhattSpreading *placing, guint32 a, guint32 b)
{
  guint32 first = khatt_spread_find_group (placing, a);
  guint32 second = khatt_spread_find_group (placing, b);

  if (placing->items[a].bucket_first != placing->items[b].bucket_first)
    return FALSE;

  placing->groups[MAX (first, second)] = MIN (first, second);

  return first != second;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *first = a;
  const Group *second = b;

  if (first->track != second->track)
    return first->track < second->track ? -1 : 1;

  return first->group < second->group ? -1 : first->group > second->group;
}

/* The groups of all items, those of one included, along time. */
static GArray *
collect_groups (KhattSpreading *placing)
{
  g_autofree guint32 *places = g_new0 (guint32, placing->n_items + 1);
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));
  double half = placing->pitch->cluster / 2;

  for (guint32 i = 0; i < placing->n_items; i++)
    {
      const KhattSpreadItem *item = &placing->items[i];
      guint32 root = khatt_spread_find_group (placing, i);
      Group *group;

      if (places[root] == 0)
        {
          Group made = {
            root, 0, 0, 0, item->bucket_first, item->bucket_last, item->first_lane, item->last_lane
          };

          g_array_append_val (groups, made);
          places[root] = groups->len;
        }
      group = &g_array_index (groups, Group, places[root] - 1);
      group->n_items++;
      group->is_at_edge |= placing->is_at_edge[i];
      group->sum += item->track;
      group->first_lane = MIN (group->first_lane, item->first_lane);
      group->last_lane = MAX (group->last_lane, item->last_lane);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      group->track = floor (group->sum / group->n_items);
      if (group->n_items > 1 && group->is_at_edge)
        group->track = CLAMP (group->track, group->bucket_first + half,
                              MAX (group->bucket_last - half, group->bucket_first + half));
    }
  g_array_sort (groups, compare_groups);

  return groups;
}

/* A cluster is wider than a mark: what it would cover joins it. */
static gboolean
absorb_neighbours (KhattSpreading *placing)
{
  g_autoptr (GArray) groups = collect_groups (placing);
  gboolean has_changed = FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      for (guint j = i + 1; j < groups->len; j++)
        {
          const Group *other = &g_array_index (groups, Group, j);
          double width =
              (group->n_items > 1 ? placing->pitch->cluster : placing->pitch->min_pitch) +
              (other->n_items > 1 ? placing->pitch->cluster : placing->pitch->min_pitch);

          if (other->track - group->track >= placing->pitch->cluster)
            break;
          if ((group->n_items > 1 || other->n_items > 1) && group->first_lane <= other->last_lane &&
              other->first_lane <= group->last_lane && other->track - group->track < width / 2)
            has_changed |= khatt_spread_unite (placing, group->group, other->group);
        }
    }

  return has_changed;
}

/* A group of one stands alone; others stand where their cluster does. */
static void
note_groups (KhattSpreading *placing)
{
  g_autoptr (GArray) groups = collect_groups (placing);
  g_autofree guint32 *places = g_new0 (guint32, placing->n_items + 1);

  for (guint i = 0; i < groups->len; i++)
    places[g_array_index (groups, Group, i).group] = i;

  for (guint32 i = 0; i < placing->n_items; i++)
    {
      const Group *group =
          &g_array_index (groups, Group, places[khatt_spread_find_group (placing, i)]);

      placing->items[i].group = group->n_items > 1 ? group->group : G_MAXUINT32;
      if (group->n_items > 1)
        placing->items[i].track = group->track;
    }
}

/**
 * khatt_spread_settle:
 * @placing: the items, all of them placed
 *
 * Takes into each group what its cluster would cover, then gives every item its group and its
 * group's place.
 */
void
khatt_spread_settle (KhattSpreading *placing)
{
  for (int round = 0; round < MAX_ABSORB_ROUNDS; round++)
    if (!absorb_neighbours (placing))
      break;

  note_groups (placing);
}

static double
get_middle (const KhattSpreadItem *item)
{
  return floor ((item->cell_first + item->cell_last) / 2);
}

static int
compare_middles (gconstpointer a, gconstpointer b, gpointer data)
{
  const KhattSpreadItem *items = data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;
  double difference = get_middle (&items[first]) - get_middle (&items[second]);

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* The nearest item of another bucket is the nearest one, or the nearest of another bucket from
 * there.
 */
static void
find_edges_along (KhattSpreading *placing, const guint32 *along, guint n, int step)
{
  const KhattSpreadItem *other = NULL; /* of another bucket than the last */

  for (guint i = 1; i < n; i++)
    {
      guint32 index = along[step > 0 ? i : n - 1 - i];
      const KhattSpreadItem *item = &placing->items[index];
      const KhattSpreadItem *last = &placing->items[along[step > 0 ? i - 1 : n - i]];

      if (last->bucket_first != item->bucket_first)
        other = last;
      if (other != NULL && fabs (get_middle (item) - get_middle (other)) < placing->pitch->cluster)
        placing->is_at_edge[index] = TRUE;
    }
}

/**
 * khatt_spread_find_edges:
 * @placing: the items
 *
 * Finds the items so near to some of another bucket that they have to give way to its clusters.
 * Lanes do not matter here: what shares none with a mark may still draw its group nearer.
 */
void
khatt_spread_find_edges (KhattSpreading *placing)
{
  g_autofree guint32 *along = g_new (guint32, placing->n_items + 1);
  guint n = 0;

  for (guint32 i = 0; i < placing->n_items; i++)
    if (placing->items[i].form == KHATT_SPREAD_IN_CELL)
      along[n++] = i;
  g_qsort_with_data (along, (int) n, sizeof (guint32), compare_middles, placing->items);

  find_edges_along (placing, along, n, 1);
  find_edges_along (placing, along, n, -1);
}
