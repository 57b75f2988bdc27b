/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scales that show something: everything, one event, a span; and the least movement that brings an
 * event into view. */

#include "khatt-layout-private.h"

#include <math.h>

/* Room at both ends for labels, plates outside their cells and fades. */
#define MARGIN 150
#define MARGIN_SHARE 0.12
/* A document of one day is shown with some days round it. */
#define MIN_FITTED_DAYS 5
#define REVEAL_MARGIN 48

static KhattScale
fit (const KhattFrame *frame,
     const KhattLayoutParams *params,
     double margin,
     gint64 first,
     gint64 last)
{
  double inner = MAX (frame->plot.width - 2 * margin, 1);
  KhattScale scale = khatt_scale_fit (params->scale.direction, frame->plot.x, inner, (double) first,
                                      (double) last + 1);

  scale.origin -= margin / scale.pixels_per_second;
  scale.width = frame->plot.width;

  return scale;
}

static void
widen (gint64 *first, gint64 *last, double seconds)
{
  double missing = seconds - ((double) *last + 1 - (double) *first);

  if (missing <= 0)
    return;

  *first = (gint64) MAX ((double) *first - missing / 2, -0x1p62);
  *last = (gint64) MIN ((double) *last + missing / 2, 0x1p62);
}

/**
 * khatt_layout_fit_all:
 * @arrangement: what to show
 * @params: sizes and direction
 * @shaper: measures the header column
 *
 * Makes the scale that shows all that is dated, with a margin; around today, or else 1970, where
 * nothing is.
 *
 * Returns: a scale for the parameters
 */
KhattScale
khatt_layout_fit_all (KhattArrangement *arrangement,
                      const KhattLayoutParams *params,
                      KhattShaper *shaper)
{
  KhattFrame frame = khatt_frame_measure (arrangement, params, shaper);
  double margin = MIN (MARGIN * params->text_scale, MARGIN_SHARE * frame.plot.width);
  gint64 first, last;

  if (!khatt_arrangement_get_extent (arrangement, &first, &last))
    {
      first = params->today == KHATT_TIME_MIN ? 0 : params->today;
      last = first;
    }
  widen (&first, &last, MIN_FITTED_DAYS * (double) KHATT_SECONDS_PER_DAY);

  return fit (&frame, params, margin, first, last);
}

/**
 * khatt_layout_fit_span:
 * @arrangement: what to show
 * @params: sizes and direction
 * @shaper: measures the header column
 * @first: seconds since 1970
 * @last: seconds since 1970, inclusive
 *
 * Makes the scale that shows a span of time, from edge to edge.
 *
 * Returns: a scale for the parameters
 */
KhattScale
khatt_layout_fit_span (KhattArrangement *arrangement,
                       const KhattLayoutParams *params,
                       KhattShaper *shaper,
                       gint64 first,
                       gint64 last)
{
  KhattFrame frame = khatt_frame_measure (arrangement, params, shaper);

  return fit (&frame, params, 0, first, MAX (first, last));
}

/**
 * khatt_layout_fit_slot:
 * @arrangement: what to show
 * @params: sizes and direction
 * @shaper: measures the header column
 * @slot: an event
 *
 * Makes the scale that shows one event with its surroundings: three times its own length on both
 * sides, some days at least.
 *
 * Returns: a scale for the parameters; all where the event is undated
 */
KhattScale
khatt_layout_fit_slot (KhattArrangement *arrangement,
                       const KhattLayoutParams *params,
                       KhattShaper *shaper,
                       guint32 slot)
{
  const KhattRecord *record =
      khatt_snapshot_get_record (khatt_arrangement_get_snapshot (arrangement), slot);
  KhattAnchor anchor = { .form = KHATT_ANCHOR_NONE };
  gint64 first, last;

  if (record != NULL)
    anchor = khatt_anchor_from_date (&record->date);
  if (anchor.form == KHATT_ANCHOR_NONE)
    return khatt_layout_fit_all (arrangement, params, shaper);

  khatt_anchor_get_reach (&anchor, &first, &last);
  if (anchor.is_ongoing)
    last = MAX (anchor.cell_last, params->today);
  widen (&first, &last,
         MAX (MIN_FITTED_DAYS * (double) KHATT_SECONDS_PER_DAY,
              3 * ((double) last + 1 - (double) first)));

  return khatt_layout_fit_span (arrangement, params, shaper, first, last);
}

static KhattScale
reveal_time (const KhattLayout *layout, guint32 slot, const KhattAnchor *anchor)
{
  const KhattMarkBox *box = khatt_layout_find_mark (layout, slot);
  const KhattScale *scale = &layout->params.scale;
  const KhattRect *plot = &layout->frame.plot;
  double margin = MIN (REVEAL_MARGIN * layout->params.text_scale, plot->width / 4);
  double x = box != NULL ? box->plate.x + box->plate.width / 2
                         : khatt_scale_x (scale, (double) khatt_anchor_get_middle (anchor));

  if (x < plot->x + margin)
    return khatt_scale_pan (scale, plot->x + margin - x);
  if (x > plot->x + plot->width - margin)
    return khatt_scale_pan (scale, plot->x + plot->width - margin - x);

  return *scale;
}

/**
 * khatt_layout_reveal:
 * @layout: a layout
 * @slot: an event
 * @scroll_y: (out): where to scroll the lanes
 *
 * Finds the least movement that brings an event into view: along time its plate; across lanes all
 * of its lanes, or where they do not fit, that of its plate.
 *
 * Returns: the scale at the same zoom; that of the layout where the event is undated
 */
KhattScale
khatt_layout_reveal (const KhattLayout *layout, guint32 slot, double *scroll_y)
{
  const KhattFrame *frame = &layout->frame;
  const KhattRecord *record =
      khatt_snapshot_get_record (khatt_arrangement_get_snapshot (layout->arrangement), slot);
  guint n_joins;
  const KhattJoin *joins = khatt_arrangement_get_joins (layout->arrangement, slot, &n_joins);
  KhattAnchor anchor = { .form = KHATT_ANCHOR_NONE };
  double pinned = frame->pinned_bottom - frame->plot.y;
  double top = G_MAXDOUBLE;
  double bottom = 0;
  guint plate_lane;

  *scroll_y = frame->scroll_y;
  if (record != NULL)
    anchor = khatt_anchor_from_date (&record->date);
  if (anchor.form == KHATT_ANCHOR_NONE || n_joins == 0)
    return layout->params.scale;

  for (guint i = 0; i < n_joins; i++)
    {
      if (joins[i].lane < frame->n_pinned)
        continue;
      top = MIN (top, khatt_frame_get_offset (frame, joins[i].lane));
      bottom = MAX (bottom, khatt_frame_get_offset (frame, joins[i].lane + 1));
    }
  plate_lane = khatt_layout_find_plate_lane (joins, n_joins);
  if (bottom - top > frame->plot.height - pinned && plate_lane >= frame->n_pinned)
    {
      top = khatt_frame_get_offset (frame, plate_lane);
      bottom = khatt_frame_get_offset (frame, plate_lane + 1);
    }
  if (bottom > *scroll_y + frame->plot.height)
    *scroll_y = bottom - frame->plot.height;
  if (top - pinned < *scroll_y)
    *scroll_y = top - pinned;

  return reveal_time (layout, slot, &anchor);
}
