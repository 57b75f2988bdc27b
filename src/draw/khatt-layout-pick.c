/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is under a point. Plates, pills and cards come before everything else, the nearest one where
 * targets overlap; then ends, labels and connectors; then stripes; then what the lane itself shows.
 */

#include "khatt-layout-private.h"

#include <math.h>

#define TARGET 24
#define STRIPE_TARGET 12

static KhattHit
make_hit (const KhattLayout *layout, KhattHitPart part, double y)
{
  return (KhattHit){
    .part = part,
    .slot = KHATT_SLOT_NONE,
    .lane = khatt_frame_get_lane_at (&layout->frame, y),
    .cluster = G_MAXUINT,
  };
}

static KhattHit
make_mark_hit (const KhattLayout *layout, const KhattMark *mark, double y)
{
  KhattHit hit = make_hit (layout, KHATT_HIT_MARK, y);

  hit.slot = mark->box.slot;

  return hit;
}

static KhattRect
get_target (const KhattLayout *layout, double x, double y)
{
  double side = TARGET * layout->params.text_scale;

  return (KhattRect){ x - side / 2, y - side / 2, side, side };
}

/* What has scrolled below the pinned rows is not there. */
static gboolean
is_covered (const KhattLayout *layout, guint first_lane, double y)
{
  return y < layout->frame.pinned_bottom && first_lane >= layout->frame.n_pinned;
}

static const KhattMark *
find_plate (const KhattLayout *layout, double x, double y)
{
  const KhattMark *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);
      double middle_y = mark->box.plate.y + mark->box.plate.height / 2;
      KhattRect target = get_target (layout, mark->x, middle_y);
      double distance = hypot (x - mark->x, y - middle_y);

      if (khatt_rect_contains (&target, x, y) && distance < least &&
          !is_covered (layout, mark->first_lane, y))
        {
          least = distance;
          nearest = mark;
        }
    }

  return nearest;
}

static const KhattMark *
find_card (const KhattLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);

      if (mark->box.has_card && khatt_rect_contains (&mark->box.label, x, y) &&
          !is_covered (layout, mark->label_lane, y))
        return mark;
    }

  return NULL;
}

static gboolean
hits_end (const KhattLayout *layout, const KhattMark *mark, double x, double y)
{
  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);
      KhattRect target = get_target (layout, mark->x, end->y);

      if (end->is_shown && khatt_rect_contains (&target, x, y))
        return TRUE;
    }

  return FALSE;
}

static gboolean
hits_connector (const KhattLayout *layout, const KhattMark *mark, double x, double y)
{
  double half = TARGET / 2.0 * layout->params.text_scale;

  return khatt_rect_contains (&mark->box.label, x, y) ||
         (fabs (x - mark->x) <= half && y >= mark->stub_top && y <= mark->stub_bottom);
}

static gboolean
is_between (double value, double a, double b)
{
  return value >= MIN (a, b) && value <= MAX (a, b);
}

static gboolean
hits_stripe (const KhattLayout *layout, const KhattMark *mark, double x, double y)
{
  const KhattTrace *trace = &mark->trace;
  double half = STRIPE_TARGET / 2.0 * layout->params.text_scale;
  gboolean is_along = trace->is_bar && is_between (x, trace->bar_from, trace->bar_to);

  for (guint i = 0; i < trace->n_fades; i++)
    is_along |= is_between (x, trace->fades[i].from, trace->fades[i].to);
  if (!is_along)
    return FALSE;

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      if (end->is_shown && fabs (y - end->stripe_y) <= half)
        return TRUE;
    }

  return FALSE;
}

static const KhattMark *
find_part (const KhattLayout *layout, double x, double y)
{
  gboolean (*const parts[]) (const KhattLayout *, const KhattMark *, double,
                             double) = { hits_end, hits_connector, hits_stripe };

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      const KhattMark *nearest = NULL;

      for (guint i = 0; i < layout->marks->len; i++)
        {
          const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);

          if (parts[part](layout, mark, x, y) && !is_covered (layout, mark->first_lane, y) &&
              (nearest == NULL || fabs (mark->x - x) < fabs (nearest->x - x)))
            nearest = mark;
        }
      if (nearest != NULL)
        return nearest;
    }

  return NULL;
}

static gboolean
pick_cluster (const KhattLayout *layout, double x, double y, KhattHit *hit)
{
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattClusterBox *box = khatt_layout_get_cluster (layout, i);

      if (!khatt_rect_contains (&box->pill, x, y) || is_covered (layout, box->lane, y))
        continue;
      hit->part = KHATT_HIT_CLUSTER;
      hit->slot = box->slot;
      hit->lane = box->lane;
      hit->cluster = i;
      hit->first = box->first;
      hit->last = box->last;
      return TRUE;
    }

  return FALSE;
}

/* The unit of the axis under the point: what its tooltip counts. */
static void
pick_ribbon (const KhattLayout *layout, double x, KhattHit *hit)
{
  for (guint i = 0; i < khatt_axis_get_n_cells (layout->axis); i++)
    {
      const KhattAxisCell *cell = khatt_axis_get_cell (layout->axis, i);

      if (x < cell->range.x || x >= cell->range.x + cell->range.width)
        continue;
      hit->part = KHATT_HIT_RIBBON;
      hit->first = cell->tick.first;
      hit->last = cell->tick.after - 1;
      return;
    }
}

static KhattHit
pick_plot (const KhattLayout *layout, double x, double y)
{
  KhattHit hit = make_hit (layout, KHATT_HIT_PLOT, y);
  const KhattMark *mark = find_plate (layout, x, y);

  if (mark != NULL)
    return make_mark_hit (layout, mark, y);
  if (pick_cluster (layout, x, y, &hit))
    return hit;

  mark = find_card (layout, x, y);
  if (mark == NULL)
    mark = find_part (layout, x, y);
  if (mark != NULL)
    return make_mark_hit (layout, mark, y);

  if (hit.lane != G_MAXUINT &&
      khatt_layout_get_lane_detail (layout, hit.lane) == KHATT_DETAIL_RIBBON)
    pick_ribbon (layout, x, &hit);

  return hit;
}

/**
 * khatt_layout_pick:
 * @layout: a layout
 * @x: pixels
 * @y: pixels
 *
 * Finds what is under a point. Targets are at least 24 pixels wide and high, whatever is drawn.
 *
 * Returns: the hit
 */
KhattHit
khatt_layout_pick (const KhattLayout *layout, double x, double y)
{
  const KhattFrame *frame = &layout->frame;

  if (khatt_rect_contains (&frame->plot, x, y))
    return pick_plot (layout, x, y);
  if (khatt_rect_contains (&frame->headers, x, y))
    return make_hit (layout, KHATT_HIT_LANE_HEADER, y);
  if (khatt_rect_contains (&frame->axis, x, y))
    return make_hit (layout, KHATT_HIT_AXIS, y);

  return make_hit (layout, KHATT_HIT_NOTHING, y);
}
