/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Time that is not a point, as strips along the lanes: ranges with a tick where they end and a fade
 * where they are open, intervals as bars, cells as wide faint ones. Uncertain time looks uncertain.
 *
 *   [..D]   ░░▒▒▓▓(o)▓▓▓▓|      plate outside D's cell, tick at D's end
 *   [a..b]  |▓▓▓▓(o)▓▓▓▓|
 *   a/b     ━━━━━━━━━━━━━
 *   a/..    ━━━━━━━━━━━━ ›      as far as today
 */

#include "khatt-layout-private.h"

#include <math.h>

#define STRIPE_ALPHA 0.28
#define FADE_ALPHA 0.62
#define CURTAIN_ALPHA 0.13
#define CELL_ALPHA 0.18
#define MIN_CELL_WIDTH 240
/* What stands at the end of a bar only repeats what stands at its start: it does not run over many
 * lanes. */
#define MOST_LANES_OF_END 2

static double
get_x (const KhattLayout *layout, gint64 time)
{
  return khatt_scale_snap (&layout->params.scale, (double) time);
}

static double
get_x_after (const KhattLayout *layout, gint64 time)
{
  return khatt_scale_snap (&layout->params.scale, (double) time + 1);
}

static double
get_later (const KhattLayout *layout, double x, double pixels)
{
  return khatt_scale_later (&layout->params.scale, x, pixels * layout->params.text_scale);
}

static void
add_fade (KhattTrace *trace, double from, double to, double alpha_from, double alpha_to)
{
  if (from == to)
    return;

  trace->fades[trace->n_fades++] = (KhattFade){ from, to, alpha_from, alpha_to };
}

/* step: +1 where it is open towards later, -1 towards earlier. */
static void
trace_open_range (const KhattLayout *layout, const KhattMark *mark, int step, KhattTrace *trace)
{
  double bound = step < 0 ? get_x_after (layout, mark->anchor.cell_last)
                          : get_x (layout, mark->anchor.cell_first);

  add_fade (trace, mark->x, bound, STRIPE_ALPHA, STRIPE_ALPHA);
  add_fade (trace, mark->x, get_later (layout, mark->x, step * KHATT_MARK_FADE), FADE_ALPHA, 0);
  trace->ticks[trace->n_ticks++] = bound;

  trace->has_curtain = mark->top < mark->bottom && !mark->is_broken;
  trace->curtain = (KhattFade){ mark->x, get_later (layout, mark->x, step * KHATT_MARK_CURTAIN),
                                CURTAIN_ALPHA, 0 };
}

static void
trace_closed_range (const KhattLayout *layout, const KhattMark *mark, KhattTrace *trace)
{
  double first = get_x (layout, mark->anchor.cell_first);
  double last = get_x_after (layout, mark->anchor.cell_last);

  add_fade (trace, first, last, STRIPE_ALPHA, STRIPE_ALPHA);
  trace->ticks[trace->n_ticks++] = first;
  trace->ticks[trace->n_ticks++] = last;
}

static double
get_cell_middle (const KhattLayout *layout, gint64 first, gint64 last)
{
  const KhattScale *scale = &layout->params.scale;
  double from = khatt_scale_track (scale, (double) first);
  double to = khatt_scale_track (scale, (double) last + 1);

  return khatt_scale_track_x (scale, floor ((from + to) / 2));
}

static void
trace_interval (const KhattLayout *layout, const KhattMark *mark, KhattTrace *trace)
{
  const KhattAnchor *anchor = &mark->anchor;
  gint64 today = layout->params.today;

  if (anchor->fades_earlier || anchor->fades_later)
    {
      int step = anchor->fades_earlier ? -1 : 1;

      add_fade (trace, mark->x, get_later (layout, mark->x, step * KHATT_MARK_FADE), 1, 0);
      return;
    }

  trace->is_bar = TRUE;
  trace->bar_from = mark->x;
  if (!anchor->is_ongoing)
    {
      trace->bar_to = get_cell_middle (layout, anchor->end_first, anchor->end_last);
      trace->has_end = trace->bar_to != trace->bar_from && mark->top < mark->bottom;
      trace->is_short = mark->is_broken || mark->last_lane - mark->first_lane > MOST_LANES_OF_END;
      return;
    }

  trace->has_chevron = TRUE;
  trace->bar_to = get_later (layout, mark->x, KHATT_MARK_FADE);
  if (today != KHATT_TIME_MIN && today > anchor->cell_last)
    trace->bar_to = get_x (layout, today);
}

static void
trace_cell (const KhattLayout *layout, const KhattMark *mark, KhattTrace *trace)
{
  double first = get_x (layout, mark->anchor.cell_first);
  double last = get_x_after (layout, mark->anchor.cell_last);

  if (fabs (last - first) > MIN_CELL_WIDTH * layout->params.text_scale)
    add_fade (trace, first, last, CELL_ALPHA, CELL_ALPHA);
}

/**
 * khatt_trace_make:
 * @layout: a layout with its scale
 * @mark: a mark with its place and connector
 *
 * Makes the strips that a date adds to each lane of a mark.
 *
 * Returns: the trace
 */
KhattTrace
khatt_trace_make (const KhattLayout *layout, const KhattMark *mark)
{
  KhattTrace trace = { .n_fades = 0 };

  switch (mark->anchor.form)
    {
    case KHATT_ANCHOR_BEFORE:
      trace_open_range (layout, mark, -1, &trace);
      break;
    case KHATT_ANCHOR_AFTER:
      trace_open_range (layout, mark, 1, &trace);
      break;
    case KHATT_ANCHOR_BETWEEN:
      trace_closed_range (layout, mark, &trace);
      break;
    case KHATT_ANCHOR_INTERVAL:
      trace_interval (layout, mark, &trace);
      break;
    default:
      trace_cell (layout, mark, &trace);
      break;
    }

  if ((mark->record->date.flags & KHATT_DATE_APPROXIMATE) && trace.n_fades + 2 <= KHATT_MAX_FADES)
    {
      double reach = KHATT_MARK_PLATE / 2.0 + KHATT_MARK_ABOUT;

      add_fade (&trace, mark->x, get_later (layout, mark->x, reach), FADE_ALPHA, 0);
      add_fade (&trace, mark->x, get_later (layout, mark->x, -reach), FADE_ALPHA, 0);
    }

  return trace;
}
