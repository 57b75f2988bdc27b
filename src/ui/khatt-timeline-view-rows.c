/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows grow and shrink with the zoom. What is under the pointer stays under it: lanes are scrolled
 * as far as the rows above it have changed. */

#include "khatt-timeline-view-private.h"

/* The pointer; where the keyboard zooms, the selected event; or else the middle. */
static double
find_point (KhattTimelineView *self)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  const KhattMarkBox *selected = khatt_layout_find_mark (self->layout, self->selected);

  if (!self->is_keyboard_used && self->pointer_y >= plot.y)
    return self->pointer_y;
  if (selected != NULL)
    return selected->plate.y + selected->plate.height / 2;
  return plot.y + plot.height / 2;
}

/**
 * khatt_timeline_view_note_rows:
 *
 * The layout, where there is one, is about to go.
 */
void
khatt_timeline_view_note_rows (KhattTimelineView *self)
{
  guint n_lanes;
  double y;

  if (self->layout == NULL)
    return;

  y = find_point (self);
  n_lanes = khatt_arrangement_get_n_lanes (self->arrangement);
  self->rows = (KhattViewRows){
    .are_known = n_lanes > 0,
    .lane = MIN (khatt_layout_get_lane_at (self->layout, y), MAX (n_lanes, 1) - 1),
    .has_cards = khatt_layout_has_cards (self->layout),
    .y = y,
  };
  self->rows.distance = y - khatt_layout_get_lane_line (self->layout, self->rows.lane);
}

/**
 * khatt_timeline_view_forget_rows:
 *
 * The lanes will be others.
 */
void
khatt_timeline_view_forget_rows (KhattTimelineView *self)
{
  self->rows.are_known = FALSE;
}

/**
 * khatt_timeline_view_follow_rows:
 *
 * There is a new layout. Where its rows have grown or shrunk, a zoom that is under way
 * goes on from where the point is now.
 *
 * Returns: how far the lanes have to be scrolled so that the point under the pointer stays there
 */
double
khatt_timeline_view_follow_rows (KhattTimelineView *self)
{
  const KhattViewRows *rows = &self->rows;
  KhattRect row;
  double line, distance, way;

  if (!rows->are_known || self->is_scroll_given ||
      khatt_layout_has_cards (self->layout) == rows->has_cards)
    return 0;

  row = khatt_layout_get_lane (self->layout, rows->lane);
  line = khatt_layout_get_lane_line (self->layout, rows->lane);
  distance = CLAMP (rows->distance, row.y - line, row.y + row.height - line);
  way = line + distance - rows->y;
  if (self->flight.is_flying)
    {
      self->flight.from.scroll_y += way;
      self->flight.to.scroll_y += way;
    }
  return way;
}
