/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The order of lanes: those that meet often stand near each other, so that connectors are short and
 * pass over few lanes.
 *
 * That is the minimum linear arrangement problem (sum over meetings of weight x distance), which is
 * NP-hard; what is done here is the usual good heuristic. Each connected group is laid out by
 * itself: a start by Cuthill and McKee's breadth-first numbering, rounds of barycentres (Sugiyama,
 * Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", IEEE
 * Transactions SMC 11, 1981), damped with a lane's own place so that a star does not swing to and
 * fro, and then exchanges of neighbours while they shorten something (Petit, "Experiments on the
 * minimum linear arrangement problem", ACM JEA 8, 2003). Everything is deterministic: ties keep the
 * order of first appearance. */

#include "khatt-lanes.h"

#define BARYCENTRE_ROUNDS 32
#define EXCHANGE_ROUNDS 16

typedef struct
{
  guint32 lane;
  guint32 weight;
} Neighbour;

typedef struct
{
  guint n_lanes;
  const guint32 *weights;
  guint32 *starts; /* n_lanes + 1: into `neighbours` */
  Neighbour *neighbours;
  guint32 *places; /* of each lane, within its group */
  guint32 *groups; /* of each lane */
} Graph;

typedef struct
{
  guint32 first; /* into the order */
  guint32 n_lanes;
  guint32 least; /* the lane that appeared first */
  guint64 weight;
} Group;

typedef struct
{
  double key;
  guint32 lane;
} Keyed;

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const KhattMeeting *first = a;
  const KhattMeeting *second = b;

  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;
  if (first->b != second->b)
    return first->b < second->b ? -1 : 1;

  return 0;
}

/* Each pair once, the smaller lane first, no lane with itself. */
static void
unite_meetings (GArray *meetings)
{
  KhattMeeting *all = (KhattMeeting *) (void *) meetings->data;
  guint n_kept = 0;

  for (guint i = 0; i < meetings->len; i++)
    if (all[i].a > all[i].b)
      all[i] = (KhattMeeting){ all[i].b, all[i].a, all[i].weight };

  g_array_sort (meetings, compare_meetings);

  for (guint i = 0; i < meetings->len; i++)
    {
      if (all[i].a == all[i].b)
        continue;
      if (n_kept > 0 && compare_meetings (&all[n_kept - 1], &all[i]) == 0)
        all[n_kept - 1].weight += all[i].weight;
      else
        all[n_kept++] = all[i];
    }

  g_array_set_size (meetings, n_kept);
}

static void
fill_graph (Graph *graph, const GArray *meetings)
{
  const KhattMeeting *all = (const KhattMeeting *) (void *) meetings->data;
  g_autofree guint32 *next = NULL;

  graph->starts = g_new0 (guint32, graph->n_lanes + 1);
  graph->neighbours = g_new (Neighbour, (gsize) meetings->len * 2 + 1);
  graph->places = g_new0 (guint32, graph->n_lanes);
  graph->groups = g_new (guint32, graph->n_lanes);

  for (guint i = 0; i < meetings->len; i++)
    {
      graph->starts[all[i].a + 1]++;
      graph->starts[all[i].b + 1]++;
    }
  for (guint i = 0; i < graph->n_lanes; i++)
    graph->starts[i + 1] += graph->starts[i];

  next = g_memdup2 (graph->starts, sizeof (guint32) * (graph->n_lanes + 1));
  for (guint i = 0; i < meetings->len; i++)
    {
      graph->neighbours[next[all[i].a]++] = (Neighbour){ all[i].b, all[i].weight };
      graph->neighbours[next[all[i].b]++] = (Neighbour){ all[i].a, all[i].weight };
    }
}

static void
clear_graph (Graph *graph)
{
  g_free (graph->starts);
  g_free (graph->neighbours);
  g_free (graph->places);
  g_free (graph->groups);
}

static guint
get_degree (const Graph *graph, guint32 lane)
{
  return graph->starts[lane + 1] - graph->starts[lane];
}

/* Breadth first from `root`: its group's lanes are appended to `order`. */
static guint
walk_group (Graph *graph, guint32 root, guint32 group, guint32 *order)
{
  guint n_found = 1;

  order[0] = root;
  graph->groups[root] = group;

  for (guint i = 0; i < n_found; i++)
    for (guint j = graph->starts[order[i]]; j < graph->starts[order[i] + 1]; j++)
      {
        guint32 lane = graph->neighbours[j].lane;

        if (graph->groups[lane] == group)
          continue;
        graph->groups[lane] = group;
        order[n_found++] = lane;
      }

  return n_found;
}

static guint64
get_group_cost (const Graph *graph, const guint32 *order, guint n_lanes)
{
  guint64 cost = 0;

  for (guint i = 0; i < n_lanes; i++)
    for (guint j = graph->starts[order[i]]; j < graph->starts[order[i] + 1]; j++)
      {
        guint32 place = graph->places[graph->neighbours[j].lane];

        if (place > i)
          cost += (guint64) graph->neighbours[j].weight * (place - i);
      }

  return cost;
}

static void
note_places (Graph *graph, const guint32 *order, guint n_lanes)
{
  for (guint i = 0; i < n_lanes; i++)
    graph->places[order[i]] = i;
}

static int
compare_keyed (gconstpointer a, gconstpointer b, gpointer data)
{
  const Keyed *first = a;
  const Keyed *second = b;
  const Graph *graph = data;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return (int) graph->places[first->lane] - (int) graph->places[second->lane];
}

static double
get_barycentre (const Graph *graph, guint32 lane)
{
  double sum = 0;
  double weights = 0;

  for (guint i = graph->starts[lane]; i < graph->starts[lane + 1]; i++)
    {
      sum += (double) graph->neighbours[i].weight * graph->places[graph->neighbours[i].lane];
      weights += graph->neighbours[i].weight;
    }

  return weights > 0 ? (sum / weights + graph->places[lane]) / 2 : graph->places[lane];
}

/* Leaves the best order seen in `order`. */
static void
move_to_barycentres (Graph *graph, guint32 *order, guint n_lanes, GCancellable *cancellable)
{
  g_autofree Keyed *keyed = g_new (Keyed, n_lanes);
  g_autofree guint32 *trial = g_memdup2 (order, sizeof (guint32) * n_lanes);
  guint64 best = get_group_cost (graph, order, n_lanes);

  for (guint round = 0; round < BARYCENTRE_ROUNDS; round++)
    {
      guint64 cost;

      if (g_cancellable_is_cancelled (cancellable))
        return;

      for (guint i = 0; i < n_lanes; i++)
        keyed[i] = (Keyed){ get_barycentre (graph, trial[i]), trial[i] };
      g_qsort_with_data (keyed, (int) n_lanes, sizeof (Keyed), compare_keyed, graph);
      for (guint i = 0; i < n_lanes; i++)
        trial[i] = keyed[i].lane;

      note_places (graph, trial, n_lanes);
      cost = get_group_cost (graph, trial, n_lanes);
      if (cost < best)
        {
          best = cost;
          memcpy (order, trial, sizeof (guint32) * n_lanes);
        }
    }

  note_places (graph, order, n_lanes);
}

/* How much longer a lane's meetings become when it moves from `place` to the next place, but for
 * the one with `other`. */
static gint64
get_move_cost (const Graph *graph, guint32 lane, guint32 place, int step, guint32 other)
{
  gint64 change = 0;

  for (guint i = graph->starts[lane]; i < graph->starts[lane + 1]; i++)
    {
      const Neighbour *neighbour = &graph->neighbours[i];
      gboolean is_after = graph->places[neighbour->lane] > place;

      if (neighbour->lane != other)
        change += is_after == (step > 0) ? -(gint64) neighbour->weight : neighbour->weight;
    }

  return change;
}

static void
exchange_neighbours (Graph *graph, guint32 *order, guint n_lanes, GCancellable *cancellable)
{
  gboolean is_better = TRUE;

  for (guint round = 0; is_better && round < EXCHANGE_ROUNDS; round++)
    {
      is_better = FALSE;
      if (g_cancellable_is_cancelled (cancellable))
        return;

      for (guint i = 0; i + 1 < n_lanes; i++)
        {
          guint32 a = order[i];
          guint32 b = order[i + 1];

          if (get_move_cost (graph, a, i, 1, b) + get_move_cost (graph, b, i + 1, -1, a) >= 0)
            continue;

          order[i] = b;
          order[i + 1] = a;
          graph->places[a] = i + 1;
          graph->places[b] = i;
          is_better = TRUE;
        }
    }
}

/* An end of the group: the last lane a walk from its first lane reaches, of least degree there. */
static guint32
find_end (Graph *graph, const guint32 *order, guint n_lanes)
{
  guint32 end = order[n_lanes - 1];

  for (guint i = n_lanes; i > 0 && i > n_lanes / 2; i--)
    if (get_degree (graph, order[i - 1]) < get_degree (graph, end))
      end = order[i - 1];

  return end;
}

static void
order_group (Graph *graph, guint32 *order, guint n_lanes, guint32 mark, GCancellable *cancellable)
{
  if (n_lanes <= 2)
    return;

  walk_group (graph, find_end (graph, order, n_lanes), mark, order);
  note_places (graph, order, n_lanes);
  move_to_barycentres (graph, order, n_lanes, cancellable);
  exchange_neighbours (graph, order, n_lanes, cancellable);

  /* The mirror image costs the same: the lane that appeared first decides. */
  if (order[0] > order[n_lanes - 1])
    for (guint i = 0; i < n_lanes / 2; i++)
      {
        guint32 lane = order[i];

        order[i] = order[n_lanes - 1 - i];
        order[n_lanes - 1 - i] = lane;
      }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *first = a;
  const Group *second = b;

  if ((first->n_lanes > 1) != (second->n_lanes > 1))
    return first->n_lanes > 1 ? -1 : 1;
  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;

  return first->least < second->least ? -1 : 1;
}

static GArray *
find_groups (Graph *graph, guint32 *order)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  guint n_ordered = 0;

  for (guint i = 0; i < graph->n_lanes; i++)
    graph->groups[i] = G_MAXUINT32;

  for (guint i = 0; i < graph->n_lanes; i++)
    {
      Group group = { .first = n_ordered, .least = i };

      if (graph->groups[i] != G_MAXUINT32)
        continue;

      group.n_lanes = walk_group (graph, i, groups->len, order + n_ordered);
      for (guint j = 0; j < group.n_lanes; j++)
        group.weight += graph->weights[order[n_ordered + j]];
      n_ordered += group.n_lanes;
      g_array_append_val (groups, group);
    }

  return groups;
}

/**
 * khatt_lanes_order:
 * @n_lanes: how many lanes there are
 * @weights: the events of each
 * @meetings: (element-type KhattMeeting): who meets whom; sorted, and equal pairs united, by the
 * call
 * @cancellable: (nullable): to give up
 *
 * Orders lanes so that those that meet stand near each other. Groups that never meet follow each
 * other, the busiest first, lanes that meet nobody last. The method is named at the head of this
 * file.
 *
 * Returns: (transfer full) (nullable): @n_lanes lanes from top to bottom; %NULL when cancelled
 */
guint32 *
khatt_lanes_order (guint n_lanes,
                   const guint32 *weights,
                   GArray *meetings,
                   GCancellable *cancellable)
{
  Graph graph = { .n_lanes = n_lanes, .weights = weights };
  g_autofree guint32 *walked = g_new (guint32, n_lanes + 1);
  guint32 *order = g_new (guint32, n_lanes + 1);
  g_autoptr (GArray) groups = NULL;
  guint n_ordered = 0;

  unite_meetings (meetings);
  fill_graph (&graph, meetings);
  groups = find_groups (&graph, walked);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      order_group (&graph, walked + group->first, group->n_lanes, groups->len + i, cancellable);
    }
  clear_graph (&graph);

  g_array_sort (groups, compare_groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      memcpy (order + n_ordered, walked + group->first, sizeof (guint32) * group->n_lanes);
      n_ordered += group->n_lanes;
    }

  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&order, g_free);

  return order;
}

/**
 * khatt_lanes_cost:
 * @n_lanes: how many lanes there are
 * @order: the lanes from top to bottom
 * @meetings: (element-type KhattMeeting): who meets whom
 *
 * Measures an order: the sum of weight x distance over all meetings.
 *
 * Returns: the cost, less is better
 */
guint64
khatt_lanes_cost (guint n_lanes, const guint32 *order, const GArray *meetings)
{
  g_autofree guint32 *places = g_new0 (guint32, n_lanes + 1);
  guint64 cost = 0;

  for (guint i = 0; i < n_lanes; i++)
    places[order[i]] = i;

  for (guint i = 0; i < meetings->len; i++)
    {
      const KhattMeeting *meeting = &g_array_index (meetings, KhattMeeting, i);
      guint32 a = places[meeting->a];
      guint32 b = places[meeting->b];

      cost += (guint64) meeting->weight * (a > b ? a - b : b - a);
    }

  return cost;
}
