/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Clusters: where marks would touch, one pill a lane says how many there are and of what kind most
 * are. */

#include "khatt-layout-private.h"
#include "khatt-words.h"

#include <math.h>
#include <string.h>

#define COUNT_SIZE 12.5
#define COUNT_WEIGHT 700
#define MIN_PILL_WIDTH 42
#define PILL_PADDING 9
#define PILL_GAP 6
#define COUNT_DROP 4.5
#define N_SMALL_COUNTS 64

/* One event in one lane of its group. */
typedef struct
{
  guint32 group;
  guint lane;
  guint candidate;
} Member;

/* What making pills needs. */
typedef struct
{
  KhattLayout *layout;
  KhattShaper *shaper;
  const KhattLabel **counts; /* those shaped so far, borrowed */
} Pills;

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *first = a;
  const Member *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;

  return first->candidate < second->candidate ? -1 : first->candidate > second->candidate;
}

static GArray *
collect_members (const KhattLayout *layout, const KhattGathering *gathering)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < gathering->candidates->len; i++)
    {
      const KhattCandidateMark *candidate =
          &g_array_index (gathering->candidates, KhattCandidateMark, i);
      gint64 middle = khatt_anchor_get_middle (&candidate->anchor);

      if (candidate->group == G_MAXUINT32)
        continue;
      for (guint j = 0; j < candidate->n_joins; j++)
        {
          Member member = { candidate->group, candidate->joins[j].lane, i };

          if (khatt_layout_get_lane_detail (layout, member.lane) != KHATT_DETAIL_RIBBON &&
              !khatt_gathering_is_crowded (gathering, member.lane, middle))
            g_array_append_val (members, member);
        }
    }
  g_array_sort (members, compare_members);

  return members;
}

static KhattKind
find_commonest (const guint32 counts[KHATT_N_KINDS])
{
  KhattKind commonest = 0;

  for (KhattKind kind = 1; kind < KHATT_N_KINDS; kind++)
    if (counts[kind] > counts[commonest])
      commonest = kind;

  return commonest;
}

static const KhattLabel *
shape_count (const KhattLayout *layout, KhattShaper *shaper, guint n_events)
{
  KhattTypeface face = { .size = COUNT_SIZE * layout->params.text_scale, .weight = COUNT_WEIGHT };
  g_autofree char *number = khatt_words_count (&layout->params.words, n_events);

  return khatt_shaper_shape (shaper, number, &face, -1, layout->params.scale.direction);
}

/* Small numbers come again and again. */
static const KhattLabel *
ensure_count (const Pills *pills, guint n_events)
{
  if (n_events >= N_SMALL_COUNTS)
    return shape_count (pills->layout, pills->shaper, n_events);
  if (pills->counts[n_events] == NULL)
    pills->counts[n_events] = shape_count (pills->layout, pills->shaper, n_events);

  return pills->counts[n_events];
}

/* The pill, `x` its middle, and its count after the plate in the direction of time's text. */
static void
append_pill (const Pills *pills, KhattCluster *cluster, double x)
{
  KhattLayout *layout = pills->layout;
  double text_scale = layout->params.text_scale;
  const KhattLabel *label = ensure_count (pills, cluster->box.n_events);
  gboolean is_low = khatt_frame_is_low (&layout->frame, cluster->box.lane);
  double plate = KHATT_MARK_PLATE * (is_low ? KHATT_LOW_PILL_PLATE : KHATT_PILL_PLATE) * text_scale;
  double inside = plate + PILL_GAP * text_scale + khatt_label_get_width (label);
  double width = MAX (MIN_PILL_WIDTH * text_scale, inside + 2 * PILL_PADDING * text_scale);
  double height = (is_low ? KHATT_LOW_PILL_HEIGHT : KHATT_PILL_HEIGHT) * text_scale;
  double line = khatt_frame_get_line (&layout->frame, cluster->box.lane);
  double edge;

  width = 2 * round (width / 2);
  cluster->box.pill =
      (KhattRect){ x - width / 2, line - round (height / 2), width, round (height) };
  cluster->plate_size = plate;
  cluster->plate_inset = round ((width - inside + plate) / 2);
  cluster->commonest = find_commonest (cluster->box.counts);

  /* The plate stands at the earlier end, the count after it. */
  edge = khatt_scale_later (&layout->params.scale, x, inside / 2);
  cluster->count = khatt_label_ref (label);
  cluster->count_x =
      khatt_scale_sign (&layout->params.scale) > 0 ? edge - khatt_label_get_width (label) : edge;
  cluster->count_baseline = round (line + COUNT_DROP * text_scale);
  g_array_append_val (layout->clusters, *cluster);
}

static void
append_group (const Pills *pills,
              const KhattGathering *gathering,
              const GArray *members,
              guint first,
              guint after)
{
  KhattLayout *layout = pills->layout;
  const Member *member = &g_array_index (members, Member, first);
  const KhattLit *lit = layout->params.lit;
  KhattCluster cluster = {
    .box = { .lane = member->lane, .first = KHATT_TIME_MAX, .last = KHATT_TIME_MIN },
    .group = member->group,
  };
  double track = 0;

  for (guint i = first; i < after; i++)
    {
      const KhattCandidateMark *candidate = &g_array_index (
          gathering->candidates, KhattCandidateMark, g_array_index (members, Member, i).candidate);

      KhattMember swallowed = { candidate->slot, member->group, member->lane };

      g_array_append_val (layout->members, swallowed);
      if (i == first)
        cluster.box.slot = candidate->slot;
      track = candidate->track;
      cluster.box.n_events++;
      cluster.box.n_lit += lit == NULL || khatt_lit_has (lit, candidate->slot);
      cluster.box.counts[MIN (candidate->record->kind, KHATT_KIND_OTHER)]++;
      cluster.box.first = MIN (cluster.box.first, candidate->anchor.cell_first);
      cluster.box.last = MAX (cluster.box.last, candidate->anchor.cell_last);
    }

  append_pill (pills, &cluster, khatt_scale_track_x (&layout->params.scale, track));
}

static guint
count_lit (const KhattLayout *layout, const KhattCrowd *crowd)
{
  const KhattLit *lit = layout->params.lit;
  const KhattIndex *index = lit != NULL ? khatt_lit_get_index (lit, layout->arrangement) : NULL;
  guint32 counts[KHATT_N_KINDS] = { 0 };

  if (lit == NULL)
    return crowd->n_events;
  return index != NULL ? khatt_index_count (index, crowd->lane, crowd->first, crowd->last, counts)
                       : 0;
}

static void
append_crowd (const Pills *pills, const KhattCrowd *crowd)
{
  KhattLayout *layout = pills->layout;
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  const KhattScale *scale = &layout->params.scale;
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  double from = khatt_scale_track (scale, (double) crowd->first);
  double to = khatt_scale_track (scale, (double) crowd->last + 1);
  KhattCluster cluster = {
    .box = { .lane = crowd->lane,
             .n_events = crowd->n_events,
             .n_lit = count_lit (layout, crowd),
             .first = crowd->first,
             .last = crowd->last },
    .group = G_MAXUINT32,
  };

  khatt_index_list (index, crowd->lane, crowd->first, crowd->last, 1, ranks);
  cluster.box.slot = khatt_index_get_slot (index, g_array_index (ranks, guint32, 0));
  memcpy (cluster.box.counts, crowd->counts, sizeof crowd->counts);
  append_pill (pills, &cluster, khatt_scale_track_x (scale, floor ((from + to) / 2)));
}

/* How many events two lanes of a group share; both runs are sorted by candidate. */
static guint
count_shared (const GArray *members, guint a, guint after_a, guint b, guint after_b)
{
  guint n_shared = 0;

  while (a < after_a && b < after_b)
    {
      guint first = g_array_index (members, Member, a).candidate;
      guint second = g_array_index (members, Member, b).candidate;

      n_shared += first == second;
      a += first <= second;
      b += second <= first;
    }

  return n_shared;
}

/* The end of the run of one group in one lane. */
static guint
find_run_end (const GArray *members, guint first)
{
  const Member *member = &g_array_index (members, Member, first);
  guint end = first + 1;

  while (end < members->len && g_array_index (members, Member, end).group == member->group &&
         g_array_index (members, Member, end).lane == member->lane)
    end++;

  return end;
}

/**
 * khatt_layout_make_clusters:
 * @layout: a layout with its frame
 * @gathering: the candidates, placed
 * @shaper: shapes the counts
 *
 * Makes the pills and the links between them.
 */
void
khatt_layout_make_clusters (KhattLayout *layout, KhattGathering *gathering, KhattShaper *shaper)
{
  g_autoptr (GArray) members = collect_members (layout, gathering);
  const KhattLabel *counts[N_SMALL_COUNTS] = { NULL };
  const Pills pills = { layout, shaper, counts };
  guint previous = 0;
  guint previous_end = 0;
  guint previous_cluster = 0;
  guint end;

  for (guint i = 0; i < members->len; i = end)
    {
      KhattMember shown = { KHATT_SLOT_NONE, g_array_index (members, Member, i).group,
                            g_array_index (members, Member, i).lane };

      g_array_append_val (gathering->members, shown);
      end = find_run_end (members, i);
      if (end - i < 2)
        continue;

      append_group (&pills, gathering, members, i, end);
      /* Between two pills that are linked stands nothing of their group. */
      if (i > 0 && previous_end == i &&
          g_array_index (members, Member, previous).group ==
              g_array_index (members, Member, i).group)
        {
          guint n_shared = count_shared (members, previous, previous_end, i, end);

          khatt_layout_link_clusters (layout, previous_cluster, layout->clusters->len - 1,
                                      n_shared);
        }
      previous = i;
      previous_end = end;
      previous_cluster = layout->clusters->len - 1;
    }

  for (guint i = 0; i < gathering->crowds->len; i++)
    append_crowd (&pills, &g_array_index (gathering->crowds, KhattCrowd, i));
  khatt_layout_link_crowds (layout, gathering->crowds);
}

/**
 * khatt_cluster_clear:
 * @cluster: a cluster
 *
 * Drops what the cluster holds.
 */
void
khatt_cluster_clear (KhattCluster *cluster)
{
  g_clear_pointer (&cluster->count, khatt_label_unref);
}
