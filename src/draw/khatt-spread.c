/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where along time each mark stands, so that none covers another.
 *
 *   a wide cell:   | . . 1 2 3 . . |   marks of one day, in document order, pitch 30, squeezed to
 * 26, centred [D..]:         | D |18 1 30 2 30 3 outside the cell, on the open side narrow cells:
 * |a|b|c|d|  ...      each in its cell's middle; those that touch form a group
 *
 * Only marks whose lanes overlap are in each other's way; all others share a place. What does not
 * fit forms a group, which is drawn as a cluster. Everything is decided by cells, document order
 * and zoom: nothing here knows what is in view. */

#include "khatt-spread.h"

#include <math.h>

/* How many places a mark tries beside the one it would like. */
#define MAX_TRIES 8
/* A cluster that takes in a mark moves, and may then touch another; a bucket is soon exhausted. */
#define MAX_ABSORB_ROUNDS 16

typedef struct
{
  KhattSpreadItem *items;
  guint n_items;
  const KhattSpreadPitch *pitch;
  GHashTable *placed;   /* bin of min_pitch pixels -> first item in it, + 1 */
  guint32 *next;        /* of each item in its bin, + 1 */
  guint32 *groups;      /* union-find */
  guint32 *ranks;       /* scratch: slots of one cell */
  gboolean *is_at_edge; /* would a cluster here touch marks of another bucket? */
} Placing;

static gboolean
overlaps (const KhattSpreadItem *a, const KhattSpreadItem *b)
{
  return a->first_lane <= b->last_lane && b->first_lane <= a->last_lane;
}

static gboolean
is_wide (const Placing *placing, const KhattSpreadItem *item)
{
  return item->cell_last - item->cell_first >= placing->pitch->pitch;
}

static gint64
get_bin (const Placing *placing, double track)
{
  return (gint64) floor (track / placing->pitch->min_pitch);
}

static guint32
find_group (Placing *placing, guint32 item)
{
  while (placing->groups[item] != item)
    {
      placing->groups[item] = placing->groups[placing->groups[item]];
      item = placing->groups[item];
    }

  return item;
}

/* Groups stay in their bucket: a chain of them cannot run through the whole of time, and no group
 * depends on what is far away. */
static gboolean
unite (Placing *placing, guint32 a, guint32 b)
{
  guint32 first = find_group (placing, a);
  guint32 second = find_group (placing, b);

  if (placing->items[a].bucket_first != placing->items[b].bucket_first)
    return FALSE;

  placing->groups[MAX (first, second)] = MIN (first, second);

  return first != second;
}

/* An item already placed that would touch `item` at `track`, starting after `from`; G_MAXUINT32:
 * none. */
static guint32
find_touching (const Placing *placing, guint32 item, double track)
{
  gint64 middle = get_bin (placing, track);

  for (gint64 bin = middle - 1; bin <= middle + 1; bin++)
    {
      guint32 next = GPOINTER_TO_UINT (g_hash_table_lookup (placing->placed, &bin));

      for (; next != 0; next = placing->next[next - 1])
        {
          const KhattSpreadItem *other = &placing->items[next - 1];

          if (overlaps (other, &placing->items[item]) &&
              fabs (other->track - track) < placing->pitch->min_pitch)
            return next - 1;
        }
    }

  return G_MAXUINT32;
}

static void
put (Placing *placing, guint32 item, double track)
{
  gint64 bin = get_bin (placing, track);

  placing->items[item].track = track;
  placing->next[item] = GPOINTER_TO_UINT (g_hash_table_lookup (placing->placed, &bin));
  g_hash_table_insert (placing->placed, g_memdup2 (&bin, sizeof bin), GUINT_TO_POINTER (item + 1));
}

/* Finer cells first, so that what is known best moves least; then along time; then document order.
 */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const KhattSpreadItem *first = a;
  const KhattSpreadItem *second = b;
  double first_width = first->cell_last - first->cell_first;
  double second_width = second->cell_last - second->cell_first;

  if ((first->form == KHATT_SPREAD_IN_CELL) != (second->form == KHATT_SPREAD_IN_CELL))
    return first->form == KHATT_SPREAD_IN_CELL ? -1 : 1;
  if (first_width != second_width)
    return first_width < second_width ? -1 : 1;
  if (first->cell_first != second->cell_first)
    return first->cell_first < second->cell_first ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* The end of the run of items that share a cell. */
static guint32
find_cell_end (const Placing *placing, guint32 first)
{
  const KhattSpreadItem *items = placing->items;
  guint32 end = first + 1;

  while (end < placing->n_items && items[end].form == KHATT_SPREAD_IN_CELL &&
         items[end].cell_first == items[first].cell_first &&
         items[end].cell_last == items[first].cell_last)
    end++;

  return end;
}

/* Greedy colouring in document order: each mark of the cell gets the least rank that no mark in its
 * way has. */
static void
rank_cell (Placing *placing, guint32 first, guint32 end)
{
  g_autofree guint32 *taken_by = g_new0 (guint32, end - first + 1);

  for (guint32 i = first; i < end; i++)
    {
      guint32 rank = 0;

      for (guint32 j = first; j < i; j++)
        if (overlaps (&placing->items[i], &placing->items[j]))
          taken_by[placing->ranks[j]] = i + 1;
      while (taken_by[rank] == i + 1)
        rank++;

      placing->ranks[i] = rank;
    }
}

static gboolean
is_free (const Placing *placing, const guint32 *set, guint n_set, double start, double pitch)
{
  for (guint i = 0; i < n_set; i++)
    if (find_touching (placing, set[i], start + placing->ranks[set[i]] * pitch) != G_MAXUINT32)
      return FALSE;

  return TRUE;
}

/* 0, +1, -1, +2, -2 ... */
static int
get_try (int index)
{
  return index % 2 == 1 ? (index + 1) / 2 : -index / 2;
}

/* Only where another bucket is near: else marks stand where their time is. */
static double
clamp_to_bucket (const Placing *placing, guint32 index, double track, double edge)
{
  const KhattSpreadItem *item = &placing->items[index];

  if (!placing->is_at_edge[index])
    return track;

  return CLAMP (track, item->bucket_first + edge,
                MAX (item->bucket_last - edge, item->bucket_first + edge));
}

static void
place_narrow_cell (Placing *placing, guint32 index)
{
  KhattSpreadItem *item = &placing->items[index];
  double edge = placing->pitch->min_pitch / 2;
  double middle = floor ((item->cell_first + item->cell_last) / 2);
  guint32 touching;

  /* Whole plates stay in their bucket, so that groups of two buckets cannot touch. */
  middle = clamp_to_bucket (placing, index, middle, edge);
  touching = find_touching (placing, index, middle);
  if (touching != G_MAXUINT32)
    unite (placing, index, touching);
  put (placing, index, middle);
}

/* The set stands in the middle of the cell, or, where finer marks are in the way, as near to it as
 * it can. */
static void
put_set (Placing *placing, const guint32 *set, guint n_set, guint n_ranks)
{
  const KhattSpreadItem *item = &placing->items[set[0]];
  double width = item->cell_last - item->cell_first;
  double pitch = MIN (placing->pitch->pitch, floor (width / n_ranks));
  double slack = width - pitch * n_ranks;
  double start = floor ((item->cell_first + item->cell_last - pitch * (n_ranks - 1)) / 2);
  double shift = NAN;

  if (pitch < placing->pitch->min_pitch)
    {
      for (guint i = 0; i < n_set; i++)
        {
          unite (placing, set[0], set[i]);
          place_narrow_cell (placing, set[i]);
        }
      return;
    }

  /* One alone gives way a little, so that its plate does not reach under a cluster of the next
   * bucket. */
  if (n_ranks == 1 && width < placing->pitch->cluster)
    start = clamp_to_bucket (placing, set[0], start, placing->pitch->min_pitch / 2);

  for (int i = 0; i <= MAX_TRIES; i++)
    {
      double trial = get_try (i) * placing->pitch->pitch;

      if (fabs (trial) * 2 > slack || !is_free (placing, set, n_set, start + trial, pitch))
        continue;
      shift = trial;
      break;
    }

  for (guint i = 0; i < n_set; i++)
    {
      double track = start + (isnan (shift) ? 0 : shift) + placing->ranks[set[i]] * pitch;
      guint32 touching = isnan (shift) ? find_touching (placing, set[i], track) : G_MAXUINT32;

      if (touching != G_MAXUINT32)
        unite (placing, set[i], touching);
      put (placing, set[i], track);
    }
}

/* Marks of one cell that overlap, directly or through others, are centred together. */
static void
place_wide_cell (Placing *placing, guint32 first, guint32 end)
{
  g_autofree guint32 *set = g_new (guint32, end - first);
  g_autofree gboolean *is_done = g_new0 (gboolean, end - first);

  rank_cell (placing, first, end);
  for (guint32 i = first; i < end; i++)
    {
      guint n_set = 0;
      guint n_ranks = 0;

      if (is_done[i - first])
        continue;

      set[n_set++] = i;
      is_done[i - first] = TRUE;
      for (guint j = 0; j < n_set; j++)
        for (guint32 k = first; k < end; k++)
          if (!is_done[k - first] && overlaps (&placing->items[set[j]], &placing->items[k]))
            {
              is_done[k - first] = TRUE;
              set[n_set++] = k;
            }

      for (guint j = 0; j < n_set; j++)
        n_ranks = MAX (n_ranks, placing->ranks[set[j]] + 1);
      put_set (placing, set, n_set, n_ranks);
    }
}

static void
place_outside_cell (Placing *placing, guint32 index)
{
  const KhattSpreadItem *item = &placing->items[index];
  int sign = item->form == KHATT_SPREAD_EARLIER ? -1 : 1;
  double edge = sign < 0 ? item->cell_first : item->cell_last;
  double track = edge + sign * placing->pitch->outside;
  guint32 touching;

  for (int i = 0; i < MAX_TRIES; i++)
    {
      double trial = track + sign * i * placing->pitch->pitch;

      if (find_touching (placing, index, trial) != G_MAXUINT32)
        continue;
      put (placing, index, trial);
      return;
    }

  touching = find_touching (placing, index, track);
  if (touching != G_MAXUINT32)
    unite (placing, index, touching);
  put (placing, index, track);
}

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
collect_groups (Placing *placing)
{
  g_autofree guint32 *places = g_new0 (guint32, placing->n_items + 1);
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));
  double half = placing->pitch->cluster / 2;

  for (guint32 i = 0; i < placing->n_items; i++)
    {
      const KhattSpreadItem *item = &placing->items[i];
      guint32 root = find_group (placing, i);
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
absorb_neighbours (Placing *placing)
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
            has_changed |= unite (placing, group->group, other->group);
        }
    }

  return has_changed;
}

/* A group of one stands alone; others stand where their cluster does. */
static void
note_groups (Placing *placing)
{
  g_autoptr (GArray) groups = collect_groups (placing);
  g_autofree guint32 *places = g_new0 (guint32, placing->n_items + 1);

  for (guint i = 0; i < groups->len; i++)
    places[g_array_index (groups, Group, i).group] = i;

  for (guint32 i = 0; i < placing->n_items; i++)
    {
      const Group *group = &g_array_index (groups, Group, places[find_group (placing, i)]);

      placing->items[i].group = group->n_items > 1 ? group->group : G_MAXUINT32;
      if (group->n_items > 1)
        placing->items[i].track = group->track;
    }
}

/* A cell with room for a cluster is a bucket of its own. */
static void
settle_home (KhattSpreadItem *item, const KhattSpreadPitch *pitch)
{
  if (item->cell_last - item->cell_first < pitch->cluster)
    return;

  item->bucket_first = item->cell_first;
  item->bucket_last = item->cell_last;
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

/* Lanes do not matter here: what shares none with a mark may still draw its group nearer. */
static void
find_edges (Placing *placing)
{
  g_autofree guint32 *along = g_new (guint32, placing->n_items + 1);
  guint n = 0;

  for (guint32 i = 0; i < placing->n_items; i++)
    if (placing->items[i].form == KHATT_SPREAD_IN_CELL)
      along[n++] = i;
  g_qsort_with_data (along, (int) n, sizeof (guint32), compare_middles, placing->items);

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const KhattSpreadItem *item = &placing->items[along[i]];
        const KhattSpreadItem *other = &placing->items[along[j]];

        if (get_middle (other) - get_middle (item) >= placing->pitch->cluster)
          break;
        if (item->bucket_first == other->bucket_first)
          continue;
        placing->is_at_edge[along[i]] = TRUE;
        placing->is_at_edge[along[j]] = TRUE;
      }
}

/**
 * khatt_spread_items:
 * @items: (element-type KhattSpreadItem): the marks; sorted by the call, their track and group
 * filled in
 * @pitch: the distances, in pixels
 *
 * Gives each mark its place along time. The answer depends on the items alone; a mark depends on
 * those of its cell and on those that touch it.
 */
void
khatt_spread_items (GArray *items, const KhattSpreadPitch *pitch)
{
  guint n = items->len;
  g_autoptr (GHashTable) placed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint32 *next = g_new0 (guint32, n + 1);
  g_autofree guint32 *groups = g_new (guint32, n + 1);
  g_autofree guint32 *ranks = g_new0 (guint32, n + 1);
  g_autofree gboolean *is_at_edge = g_new0 (gboolean, n + 1);
  Placing placing;

  g_array_sort (items, compare_items);
  placing = (Placing){
    .items = (KhattSpreadItem *) (void *) items->data,
    .n_items = n,
    .pitch = pitch,
    .placed = placed,
    .next = next,
    .groups = groups,
    .ranks = ranks,
    .is_at_edge = is_at_edge,
  };
  for (guint32 i = 0; i < n; i++)
    {
      groups[i] = i;
      settle_home (&placing.items[i], pitch);
    }

  find_edges (&placing);

  for (guint32 i = 0; i < n;)
    {
      guint32 end = i + 1;

      if (placing.items[i].form != KHATT_SPREAD_IN_CELL)
        place_outside_cell (&placing, i);
      else if (is_wide (&placing, &placing.items[i]))
        {
          end = find_cell_end (&placing, i);
          place_wide_cell (&placing, i, end);
        }
      else
        place_narrow_cell (&placing, i);
      i = end;
    }

  for (int round = 0; round < MAX_ABSORB_ROUNDS; round++)
    if (!absorb_neighbours (&placing))
      break;
  note_groups (&placing);
}
