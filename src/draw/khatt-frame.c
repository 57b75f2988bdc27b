/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the parts of the picture stand: axis above, headers at the time-earlier edge, plot, and the
 * rows of lanes in it.
 *
 *   +--------+----------------------+
 *   | corner | axis                 |      (mirrored where time runs right to left)
 *   +--------+----------------------+
 *   | header | plot: a row a lane   |
 */

#include "khatt-layout-private.h"

#include <math.h>

#define ROW_HEIGHT 48
#define COMPACT_ROW_HEIGHT 36
#define NARROW_ROW_HEIGHT 51

static double
get_row_height (const KhattLayoutParams *params)
{
  double height = ROW_HEIGHT;

  if (params->is_narrow)
    height = NARROW_ROW_HEIGHT;
  else if (params->is_compact)
    height = COMPACT_ROW_HEIGHT;

  return round (height * params->text_scale);
}

static void
find_visible_rows (KhattFrame *frame)
{
  double first = floor (frame->scroll_y / frame->row_height);
  double after = ceil ((frame->scroll_y + frame->plot.height) / frame->row_height);

  frame->first_row = (guint) CLAMP (first, 0, frame->n_lanes);
  frame->after_row = (guint) CLAMP (after, frame->first_row, frame->n_lanes);
}

/**
 * khatt_frame_measure:
 * @arrangement: the lanes
 * @params: sizes and scale; a height of 0 asks for as high as the lanes are
 * @shaper: measures names
 *
 * Divides the picture.
 *
 * Returns: the frame, all of its edges on whole pixels
 */
KhattFrame
khatt_frame_measure (KhattArrangement *arrangement,
                     const KhattLayoutParams *params,
                     KhattShaper *shaper)
{
  double header_width =
      params->is_narrow ? 0 : khatt_lane_texts_measure (arrangement, params, shaper);
  double axis_height =
      ceil (khatt_axis_measure_height (params->second_calendar, params->text_scale));
  gboolean is_rtl = params->scale.direction == KHATT_DIRECTION_RTL;
  double plot_width = MAX (floor (params->width) - header_width, 1);
  double plot_x = is_rtl ? 0 : header_width;
  double header_x = is_rtl ? plot_width : 0;
  KhattFrame frame = {
    .text_scale = params->text_scale,
    .row_height = get_row_height (params),
    .n_lanes = khatt_arrangement_get_n_lanes (arrangement),
    .corner = { header_x, 0, header_width, axis_height },
    .axis = { plot_x, 0, plot_width, axis_height },
  };
  double height;

  frame.line_offset = ceil (frame.row_height / 2);
  frame.content_height = frame.row_height * frame.n_lanes;
  height = params->height > 0 ? MAX (params->height - axis_height, 1) : frame.content_height + 1;
  frame.plot = (KhattRect){ plot_x, axis_height, plot_width, height };
  frame.headers = (KhattRect){ header_x, axis_height, header_width, height };
  frame.scroll_y = round (CLAMP (params->scroll_y, 0, MAX (frame.content_height - height, 0)));
  find_visible_rows (&frame);

  return frame;
}

/**
 * khatt_frame_get_top:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: the y of the row's upper edge, also where it is out of view
 */
double
khatt_frame_get_top (const KhattFrame *frame, guint lane)
{
  return frame->plot.y + frame->row_height * lane - frame->scroll_y;
}

/**
 * khatt_frame_get_line:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: the y of the row's centre line, a whole pixel
 */
double
khatt_frame_get_line (const KhattFrame *frame, guint lane)
{
  return khatt_frame_get_top (frame, lane) + frame->line_offset;
}

/**
 * khatt_frame_get_row:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: the whole row, header included
 */
KhattRect
khatt_frame_get_row (const KhattFrame *frame, guint lane)
{
  return (KhattRect){ 0, khatt_frame_get_top (frame, lane),
                      frame->plot.width + frame->headers.width, frame->row_height };
}

/**
 * khatt_frame_get_lane_at:
 * @frame: a frame
 * @y: pixels
 *
 * Returns: the lane whose row holds @y; %G_MAXUINT where there is none
 */
guint
khatt_frame_get_lane_at (const KhattFrame *frame, double y)
{
  double row = floor ((y - frame->plot.y + frame->scroll_y) / frame->row_height);

  if (y < frame->plot.y || row < 0 || row >= frame->n_lanes)
    return G_MAXUINT;

  return (guint) row;
}
