/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels of what began before the view: a bar whose plate and label are out of view says at the
 * view's earlier edge what it is, as month names do on the axis.
 *
 *            |edge
 *   (o) text | text
 *   ━━━━━━━━━|━━━━━━━━━━━━━━━━━━━
 *
 * It is the one kind of label that moves with the view, so it is placed last, where nothing else
 * is. All lengths here are from that edge, towards later. */

#include "khatt-layout-private.h"

#include <math.h>

#define EDGE_GAP 12

typedef struct
{
  KhattLayout *layout;
  KhattShaper *shaper;
  guint mark;  /* whose label it is */
  guint lane;  /* where it stands */
  double from; /* of the place */
  double top;
  double bottom;
  double free_to; /* how far it can go */
} Search;

static double
get_distance (const KhattLayout *layout, double x)
{
  const KhattRect *plot = &layout->frame.plot;

  return khatt_scale_sign (&layout->params.scale) > 0 ? x - plot->x : plot->x + plot->width - x;
}

/* Something from `a` to `b`, in pictures' x on either side. */
static void
meet (Search *search, double a, double b, double top, double bottom, double clearance)
{
  double first, last, from, to;

  /* Most of what is in view stands in other rows. */
  if (top >= search->bottom || bottom <= search->top)
    return;

  first = get_distance (search->layout, a);
  last = get_distance (search->layout, b);
  from = MIN (first, last) - clearance;
  to = MAX (first, last) + clearance;
  if (to <= search->from || from >= search->free_to)
    return;

  search->free_to = MAX (from, search->from);
}

static void
meet_rect (Search *search, const KhattRect *rect, double clearance)
{
  if (rect->width > 0)
    meet (search, rect->x, rect->x + rect->width, rect->y, rect->y + rect->height, clearance);
}

static void
meet_end (Search *search, const KhattMark *mark, const KhattEnd *end, gboolean is_later_drawn)
{
  double half =
      (KHATT_MARK_PLATE / 2.0 + KHATT_MARK_CONNECTOR_HALO) * search->layout->params.text_scale;
  const KhattTrace *trace = &mark->trace;

  if (!end->is_shown)
    return;
  meet (search, mark->x - half, mark->x + half, end->y - half, end->y + half, KHATT_INK_CLEARANCE);
  /* The label tells of the bar that is seen below it. */
  if (is_later_drawn && end->lane == search->lane && trace->is_bar)
    meet (search, trace->bar_from, trace->bar_to, search->top, search->bottom, 0);
}

static void
meet_mark (Search *search, const KhattMark *mark, gboolean is_later_drawn)
{
  double half = KHATT_MARK_CONNECTOR / 2.0 + KHATT_MARK_CONNECTOR_HALO;

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    meet_end (search, mark, &g_array_index (search->layout->ends, KhattEnd, i), is_later_drawn);
  if (mark->stub_top < mark->stub_bottom && !mark->is_broken)
    meet (search, mark->x - half, mark->x + half, mark->stub_top, mark->stub_bottom,
          KHATT_INK_CLEARANCE);
  if (mark->trace.has_end)
    meet (search, mark->trace.bar_to - 1, mark->trace.bar_to + 1, mark->top, mark->bottom,
          KHATT_INK_CLEARANCE);
  meet_rect (search, &mark->box.label, KHATT_LABEL_CLEARANCE);
}

/* Goes on only while there is room enough. */
static void
meet_all (Search *search, double least)
{
  const KhattLayout *layout = search->layout;

  for (guint i = 0; i < layout->marks->len && search->free_to - search->from >= least; i++)
    if (i != search->mark)
      meet_mark (search, &g_array_index (layout->marks, KhattMark, i), i > search->mark);
  for (guint i = 0; i < layout->clusters->len; i++)
    meet_rect (search, &g_array_index (layout->clusters, KhattCluster, i).box.pill,
               KHATT_INK_CLEARANCE);
  for (guint i = 0; i < layout->links->len; i++)
    {
      const KhattClusterLink *link = &g_array_index (layout->links, KhattClusterLink, i);

      meet (search, link->x - link->width / 2, link->x + link->width / 2, link->top, link->bottom,
            KHATT_INK_CLEARANCE);
    }
  if (layout->params.today != KHATT_TIME_MIN)
    {
      double x = khatt_scale_snap (&layout->params.scale, (double) layout->params.today);

      meet (search, x - 1, x + 1, search->top, search->bottom, KHATT_INK_CLEARANCE);
    }
}

static void
put_label (Search *search, KhattMark *mark, const KhattLabel *label)
{
  const KhattLayout *layout = search->layout;
  const KhattScale *scale = &layout->params.scale;
  double width = ceil (khatt_label_get_width (label));
  double edge = khatt_scale_sign (scale) > 0 ? layout->frame.plot.x
                                             : layout->frame.plot.x + layout->frame.plot.width;
  double near = khatt_scale_later (scale, edge, search->from);
  double far = khatt_scale_later (scale, near, width);

  mark->label_lane = search->lane;
  khatt_mark_put_label (mark, label, MIN (near, far),
                        khatt_layout_get_baseline (layout, search->lane));
}

/* At the edge; in a narrow window after the lane's name. */
static double
find_start (const Search *search)
{
  const KhattLayout *layout = search->layout;
  double start = round (EDGE_GAP * layout->params.text_scale);

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const KhattText *text = &g_array_index (layout->texts, KhattText, i);
      KhattRect box = khatt_text_get_rect (text);
      double end = MAX (get_distance (layout, box.x), get_distance (layout, box.x + box.width));

      if (text->role == KHATT_TEXT_STICKY_NAME && box.y < search->bottom &&
          search->top < box.y + box.height)
        start = MAX (start, ceil (end + KHATT_LABEL_CLEARANCE));
    }

  return start;
}

/* Whole where it can be, else cut where most of it fits. Not beyond what stands in its way: there
 * it would seem to belong to that. */
static gboolean
try_lane (Search *search, KhattMark *mark)
{
  const KhattLayout *layout = search->layout;
  double text_scale = layout->params.text_scale;
  double least = KHATT_LABEL_MIN_WIDTH * text_scale;
  const KhattLabel *label = khatt_layout_shape_title (
      layout, mark, KHATT_LABEL_WEIGHT, KHATT_LABEL_MAX_WIDTH * text_scale, search->shaper);
  double wanted = ceil (khatt_label_get_width (label));
  double baseline = khatt_layout_get_baseline (layout, search->lane);
  double room;

  search->top = baseline - khatt_label_get_ascent (label);
  search->bottom = baseline + khatt_label_get_descent (label);
  search->from = find_start (search);
  if (search->from + least > get_distance (layout, mark->trace.bar_to))
    return FALSE;

  search->free_to = MIN (search->from + wanted, layout->frame.plot.width);
  meet_all (search, MIN (wanted, least));
  room = floor (search->free_to - search->from);
  if (room < wanted && (room < KHATT_LABEL_LEAST_SHARE * wanted || room < least))
    return FALSE;
  if (room < wanted)
    label = khatt_layout_shape_title (layout, mark, KHATT_LABEL_WEIGHT, room, search->shaper);
  put_label (search, mark, label);

  return TRUE;
}

/* Its bar is in view, and where it began is not. */
static gboolean
is_under_way (const KhattLayout *layout, const KhattMark *mark)
{
  return mark->label == NULL && mark->card == NULL && mark->trace.is_bar &&
         mark->record->title != NULL && *mark->record->title != '\0' &&
         get_distance (layout, mark->x) < 0 && get_distance (layout, mark->trace.bar_to) > 0;
}

/* A row that has half scrolled below the pinned ones has no room for another label. */
static gboolean
is_below_pinned (const KhattLayout *layout, const KhattEnd *end)
{
  return end->lane < layout->frame.n_pinned || layout->frame.n_pinned == 0 ||
         khatt_frame_get_top (&layout->frame, end->lane) >= layout->frame.pinned_bottom;
}

/* Where bars are thin lines, nobody could tell which of them a label belongs to. */
static gboolean
is_open (const KhattLayout *layout, const KhattEnd *end)
{
  return end->is_shown && khatt_frame_shows_row (&layout->frame, end->lane) &&
         !khatt_frame_is_low (&layout->frame, end->lane) && is_below_pinned (layout, end) &&
         !khatt_arrangement_is_full_of_bars (layout->arrangement, end->lane) &&
         khatt_layout_get_lane_detail (layout, end->lane) >= KHATT_DETAIL_MARKS;
}

static void
place_label (KhattLayout *layout, KhattShaper *shaper, guint index)
{
  KhattMark *mark = &g_array_index (layout->marks, KhattMark, index);
  Search search = {
    .layout = layout,
    .shaper = shaper,
    .mark = index,
  };

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      search.lane = end->lane;
      if (is_open (layout, end) && try_lane (&search, mark))
        return;
    }
}

/**
 * khatt_layout_place_sticky_labels:
 * @layout: a layout with all that is in view
 * @shaper: shapes the labels
 *
 * Gives labels to bars that began before the view.
 */
void
khatt_layout_place_sticky_labels (KhattLayout *layout, KhattShaper *shaper)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < layout->marks->len; i++)
    if (is_under_way (layout, &g_array_index (layout->marks, KhattMark, i)))
      g_array_append_val (order, i);

  /* What is drawn last is seen whole. */
  for (guint i = order->len; i > 0; i--)
    place_label (layout, shaper, g_array_index (order, guint, i - 1));
}
