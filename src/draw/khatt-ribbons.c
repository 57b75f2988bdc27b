/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ribbons: where a lane has more events than marks fit, columns stacked by kind show how many, and
 * a number says it for each unit of the axis. A column stands for the same time wherever the view
 * is panned; its height follows the square root of its count, and the same height means the same
 * count in every lane. */

#include "khatt-layout-private.h"
#include "khatt-words.h"

#include <math.h>

#define COUNT_SIZE 11
#define COUNT_WEIGHT 600
#define COUNT_DROP 14
#define COUNT_GAP 7
#define MIN_COUNTED_WIDTH 40

static gint64
to_seconds (double time)
{
  if (time <= -0x1p63)
    return G_MININT64;
  if (time >= 0x1p63)
    return G_MAXINT64;

  return (gint64) time;
}

/* The heights of the kinds, rounded so that they add up to the rounded whole. */
static void
stack_kinds (const guint32 counts[KHATT_N_KINDS],
             guint n_events,
             double height,
             KhattRibbonColumn *column)
{
  guint n_below = 0;
  double done = 0;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      double upto;

      n_below += counts[kind];
      upto = round (height * n_below / n_events);
      column->heights[kind] = (guint8) (upto - done);
      done = upto;
    }
}

static void
append_columns (KhattLayout *layout, guint lane)
{
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  const KhattScale *scale = &layout->params.scale;
  double row_height = layout->frame.row_height;
  double room = MIN (row_height - KHATT_RIBBON_HEAD * layout->params.text_scale, G_MAXUINT8);
  double seconds = KHATT_RIBBON_COLUMN / scale->pixels_per_second;
  double peak = khatt_index_get_peak (index, seconds);
  double base = khatt_frame_get_top (&layout->frame, lane) + row_height - KHATT_RIBBON_BASE;
  double first = floor (layout->from / KHATT_RIBBON_COLUMN);
  double last = ceil (layout->to / KHATT_RIBBON_COLUMN);

  for (double at = first; at <= last; at++)
    {
      guint32 counts[KHATT_N_KINDS] = { 0 };
      gint64 from = to_seconds (ceil (at * seconds));
      gint64 after = to_seconds (ceil ((at + 1) * seconds));
      guint n_events = after > from ? khatt_index_count (index, lane, from, after - 1, counts) : 0;
      KhattRibbonColumn column = { .base = base };
      double x;

      if (n_events == 0)
        continue;

      x = khatt_scale_track_x (scale, at * KHATT_RIBBON_COLUMN);
      column.x = khatt_scale_sign (scale) > 0 ? x : x - KHATT_RIBBON_INK;
      stack_kinds (counts, n_events, CLAMP (round (room * sqrt (n_events / peak)), 1, room),
                   &column);
      g_array_append_val (layout->columns, column);
    }
}

static void
append_count (KhattLayout *layout,
              KhattShaper *shaper,
              guint lane,
              const KhattText *place,
              guint count)
{
  KhattTypeface face = { .size = COUNT_SIZE * layout->params.text_scale, .weight = COUNT_WEIGHT };
  const KhattScale *scale = &layout->params.scale;
  g_autofree char *number = khatt_words_number (&layout->params.words, count);
  const KhattLabel *label = khatt_shaper_shape (shaper, number, &face, -1, scale->direction);
  double start = khatt_scale_later (scale, place->x, COUNT_GAP * layout->params.text_scale);
  double width = khatt_label_get_width (label);
  const KhattRect *plot = &layout->frame.plot;
  KhattText text = {
    .x = khatt_scale_sign (scale) > 0 ? start : start - width,
    .baseline = place->baseline,
    .role = KHATT_TEXT_RIBBON_COUNT,
  };

  if (text.x < plot->x || text.x + width > plot->x + plot->width)
    return;

  text.label = khatt_label_ref (label);
  g_array_append_val (layout->texts, text);
}

/* The units of the axis that are wide enough for a number: those of tier 2, or else those of
 * tier 1. */
static void
append_counts (KhattLayout *layout, KhattShaper *shaper, guint lane)
{
  gboolean counts_all =
      khatt_axis_get_cell_width (layout->axis) >= MIN_COUNTED_WIDTH * layout->params.text_scale;
  guint n_cells = khatt_axis_get_n_cells (layout->axis);
  double baseline =
      round (khatt_frame_get_top (&layout->frame, lane) + COUNT_DROP * layout->params.text_scale);
  guint next;

  for (guint i = 0; i < n_cells; i = next)
    {
      const KhattAxisCell *cell = khatt_axis_get_cell (layout->axis, i);
      KhattText place = { .x = cell->boundary_x, .baseline = baseline };
      gint64 after = cell->tick.after;
      guint32 counts[KHATT_N_KINDS] = { 0 };
      guint n_events;

      for (next = i + 1; !counts_all && next < n_cells; next++)
        {
          const KhattAxisCell *other = khatt_axis_get_cell (layout->axis, next);

          if (other->is_major)
            break;
          after = other->tick.after;
        }

      /* A unit that begins out of view says nothing of what is in it. */
      if (!counts_all && !cell->is_major)
        continue;

      n_events = khatt_index_count (khatt_arrangement_get_index (layout->arrangement), lane,
                                    cell->tick.first, after - 1, counts);
      if (n_events > 0)
        append_count (layout, shaper, lane, &place, n_events);
    }
}

/**
 * khatt_layout_make_columns:
 * @layout: a scene
 *
 * Makes the columns of the lanes in view that draw ribbons.
 */
void
khatt_layout_make_columns (KhattLayout *layout)
{
  for (guint lane = layout->frame.first_row; lane < layout->frame.after_row; lane++)
    if (khatt_layout_get_lane_detail (layout, lane) == KHATT_DETAIL_RIBBON)
      append_columns (layout, lane);
}

/**
 * khatt_layout_make_counts:
 * @layout: a layout with its axis
 * @shaper: shapes the counts
 *
 * Makes the counts of the lanes in view that draw ribbons.
 */
void
khatt_layout_make_counts (KhattLayout *layout, KhattShaper *shaper)
{
  for (guint lane = layout->frame.first_row; lane < layout->frame.after_row; lane++)
    if (khatt_layout_get_lane_detail (layout, lane) == KHATT_DETAIL_RIBBON)
      append_counts (layout, shaper, lane);
}
