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
#include <string.h>

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

static guint
sum_counts (const KhattIndexCounts *cell)
{
  guint n_events = 0;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    n_events += cell->counts[kind];

  return n_events;
}

/* The heights of the kinds, rounded so that they add up to the whole. */
static guint8
stack_kinds (const KhattIndexCounts *cell,
             guint n_events,
             int height,
             guint8 heights[KHATT_N_KINDS])
{
  double share = (double) height / n_events;
  guint n_below = 0;
  int done = 0;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      int upto;

      n_below += cell->counts[kind];
      upto = (int) (share * n_below + 0.5);
      heights[kind] = (guint8) (upto - done);
      done = upto;
    }
  return (guint8) done;
}

/* Of a column's height, as much as is lit of its events; something where anything is. */
static void
light_column (KhattRibbonColumn *column, const KhattIndexCounts *lit, guint n_events)
{
  guint n_lit = lit != NULL ? sum_counts (lit) : 0;

  if (n_lit == 0)
    {
      memset (column->lit, 0, sizeof column->lit);
      return;
    }
  stack_kinds (lit, n_lit, (int) MAX (1, (double) column->height * n_lit / n_events + 0.5),
               column->lit);
}

/* The ranks with which columns begin, the first of them at `first` columns from 1970. */
static guint32 *
list_bounds (const KhattLayout *layout, double first, guint n_columns)
{
  g_autofree gint64 *times = g_new (gint64, n_columns + 1);
  guint32 *bounds = g_new (guint32, n_columns + 1);
  double seconds = KHATT_RIBBON_COLUMN / layout->params.scale.pixels_per_second;

  for (guint i = 0; i <= n_columns; i++)
    times[i] = to_seconds (ceil ((first + i) * seconds));
  khatt_index_find_bounds (khatt_arrangement_get_index (layout->arrangement), times, n_columns + 1,
                           bounds);

  return bounds;
}

static void
append_columns (KhattLayout *layout,
                guint lane,
                double first,
                const KhattIndexCounts *cells,
                const KhattIndexCounts *lit,
                guint n_columns)
{
  const KhattScale *scale = &layout->params.scale;
  double row_height = khatt_frame_get_height (&layout->frame, lane);
  gboolean is_low = khatt_frame_is_low (&layout->frame, lane);
  double head = (is_low ? KHATT_LOW_RIBBON_HEAD : KHATT_RIBBON_HEAD) * layout->params.text_scale;
  double room = MIN (row_height - head, G_MAXUINT8);
  double seconds = KHATT_RIBBON_COLUMN / scale->pixels_per_second;
  double peak = khatt_index_get_peak (khatt_arrangement_get_index (layout->arrangement), seconds);
  double base = khatt_frame_get_bottom (&layout->frame, lane) -
                (is_low ? KHATT_LOW_RIBBON_BASE : KHATT_RIBBON_BASE);
  double pitch = khatt_scale_sign (scale) * KHATT_RIBBON_COLUMN;
  double x = khatt_scale_track_x (scale, first * KHATT_RIBBON_COLUMN) -
             (khatt_scale_sign (scale) > 0 ? 0 : KHATT_RIBBON_INK);
  guint n_before = layout->columns->len;
  KhattRibbonColumn *column;

  g_array_set_size (layout->columns, n_before + n_columns);
  column = &g_array_index (layout->columns, KhattRibbonColumn, n_before);
  for (guint i = 0; i < n_columns; i++, x += pitch)
    {
      guint n_events = sum_counts (&cells[i]);
      double height = room * sqrt (n_events / peak) + 0.5;

      if (n_events == 0)
        continue;

      column->x = x;
      column->base = base;
      column->lane = lane;
      column->height =
          stack_kinds (&cells[i], n_events, (int) CLAMP (height, 1, room), column->heights);
      light_column (column, lit != NULL ? &lit[i] : NULL, n_events);
      column++;
    }
  g_array_set_size (layout->columns,
                    column - &g_array_index (layout->columns, KhattRibbonColumn, 0));
}

static void
append_count (KhattLayout *layout, KhattShaper *shaper, const KhattText *place, guint count)
{
  KhattTypeface face = { .size = COUNT_SIZE * layout->params.text_scale, .weight = COUNT_WEIGHT };
  const KhattScale *scale = &layout->params.scale;
  g_autofree char *number = khatt_words_count (&layout->params.words, count);
  const KhattLabel *label = khatt_shaper_shape (shaper, number, &face, -1, scale->direction);
  double start = khatt_scale_later (scale, place->x, COUNT_GAP * layout->params.text_scale);
  double width = khatt_label_get_width (label);
  const KhattRect *plot = &layout->frame.plot;
  KhattText text = {
    .x = khatt_scale_sign (scale) > 0 ? start : start - width,
    .baseline = place->baseline,
    .role = KHATT_TEXT_RIBBON_COUNT,
    .lane = place->lane,
  };

  if (text.x < plot->x || text.x + width > plot->x + plot->width)
    return;

  text.label = khatt_label_ref (label);
  g_array_append_val (layout->texts, text);
}

/* The units of the axis that are wide enough for a number, those of tier 2 or else of tier 1: where
 * they begin in the picture, and in time, with the end of the last. A unit that begins out of view
 * says nothing of what is in it. */
static void
list_units (const KhattLayout *layout, GArray *places, GArray *times)
{
  gboolean counts_all =
      khatt_axis_get_cell_width (layout->axis) >= MIN_COUNTED_WIDTH * layout->params.text_scale;
  guint n_cells = khatt_axis_get_n_cells (layout->axis);

  for (guint i = 0; i < n_cells; i++)
    {
      const KhattAxisCell *cell = khatt_axis_get_cell (layout->axis, i);

      if (!counts_all && !cell->is_major)
        continue;
      g_array_append_val (places, cell->boundary_x);
      g_array_append_val (times, cell->tick.first);
    }
  if (n_cells > 0)
    g_array_append_val (times, khatt_axis_get_cell (layout->axis, n_cells - 1)->tick.after);
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
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  double first = floor (layout->from / KHATT_RIBBON_COLUMN);
  guint n_columns = (guint) (ceil (layout->to / KHATT_RIBBON_COLUMN) - first) + 1;
  g_autofree guint32 *bounds = list_bounds (layout, first, n_columns);
  g_autofree KhattIndexCounts *cells = g_new (KhattIndexCounts, n_columns);
  const KhattIndex *lit = layout->params.lit != NULL
                              ? khatt_lit_get_index (layout->params.lit, layout->arrangement)
                              : NULL;
  g_autofree KhattIndexCounts *lit_cells = lit != NULL ? g_new (KhattIndexCounts, n_columns) : NULL;

  for (guint lane = khatt_frame_get_first_row (&layout->frame); lane < layout->frame.after_row;
       lane = khatt_frame_get_next_row (&layout->frame, lane))
    if (khatt_layout_get_lane_detail (layout, lane) == KHATT_DETAIL_RIBBON)
      {
        memset (cells, 0, n_columns * sizeof *cells);
        khatt_index_count_cells (index, lane, bounds, n_columns, cells);
        if (lit != NULL)
          {
            memset (lit_cells, 0, n_columns * sizeof *lit_cells);
            khatt_index_count_cells (lit, lane, bounds, n_columns, lit_cells);
          }
        append_columns (layout, lane, first, cells, lit_cells, n_columns);
      }
}

static void
append_lane_counts (KhattLayout *layout,
                    KhattShaper *shaper,
                    guint lane,
                    const GArray *places,
                    const KhattIndexCounts *cells)
{
  KhattText place = {
    .lane = lane,
    .baseline =
        round (khatt_frame_get_top (&layout->frame, lane) + COUNT_DROP * layout->params.text_scale),
  };

  for (guint i = 0; i < places->len; i++)
    {
      guint n_events = sum_counts (&cells[i]);

      place.x = g_array_index (places, double, i);
      if (n_events > 0)
        append_count (layout, shaper, &place, n_events);
    }
}

/**
 * khatt_layout_make_counts:
 * @layout: a layout with its axis
 * @shaper: shapes the counts
 *
 * Makes the counts of the lanes in view that draw ribbons, but for those of low rows, which have no
 * room for them.
 */
void
khatt_layout_make_counts (KhattLayout *layout, KhattShaper *shaper)
{
  const KhattIndex *index = khatt_arrangement_get_index (layout->arrangement);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree guint32 *bounds = NULL;
  g_autofree KhattIndexCounts *cells = NULL;

  list_units (layout, places, times);
  bounds = g_new (guint32, times->len + 1);
  khatt_index_find_bounds (index, (const gint64 *) (const void *) times->data, times->len, bounds);
  cells = g_new (KhattIndexCounts, places->len + 1);
  for (guint lane = khatt_frame_get_first_row (&layout->frame); lane < layout->frame.after_row;
       lane = khatt_frame_get_next_row (&layout->frame, lane))
    if (places->len > 0 && !khatt_frame_is_low (&layout->frame, lane) &&
        khatt_layout_get_lane_detail (layout, lane) == KHATT_DETAIL_RIBBON)
      {
        memset (cells, 0, places->len * sizeof *cells);
        khatt_index_count_cells (index, lane, bounds, places->len, cells);
        append_lane_counts (layout, shaper, lane, places, cells);
      }
}
