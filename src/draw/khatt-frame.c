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
 *   |========|======================|   pinned lanes above, the others scroll below
 */

#include "khatt-layout-private.h"

#include <math.h>

#define ROW_HEIGHT 48
#define COMPACT_ROW_HEIGHT 36
#define NARROW_ROW_HEIGHT 51
#define LOW_ROW_HEIGHT 20
#define HIGHEST_FILLING_ROW 104
/* Pinned rows that take more than this of the plot scroll like others. */
#define MOST_PINNED 0.6
#define CARD_ROW_HEIGHT 96
/* Of a lane's line from the lower edge of a row with cards: they stand above it. */
#define CARD_ROW_RISE 17
/* Rows are not grown where fewer would be in view. */
#define LEAST_CARD_ROWS 4
/* Of a picture as high as it needs to be. */
#define UNBOUNDED_ROOM 600

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

/* Few lanes are spread over the whole height; beyond a limit they would look lost, and where it is
 * narrow, what stands below them has no other place. Of many, compact rows as they fit without a
 * cut. */
static double
fill_height (const KhattFrame *frame, const KhattLayoutParams *params)
{
  guint n_low = khatt_arrangement_count_collapsed (frame->arrangement, frame->n_lanes);
  guint n_high = frame->n_lanes - n_low;
  double room = params->height - frame->axis.height - n_low * frame->low_row_height;
  double most = round (HIGHEST_FILLING_ROW * frame->text_scale);
  double least =
      params->is_narrow ? frame->row_height : floor (COMPACT_ROW_HEIGHT * frame->text_scale);

  if (n_high == 0 || (params->is_narrow && n_high * frame->row_height <= room))
    return frame->row_height;
  return CLAMP (floor (room / CLAMP (floor (room / least), 1, n_high)), least, most);
}

/* The first row that begins at or below `offset`. */
static guint
find_row_from (const KhattFrame *frame, double offset)
{
  guint from = 0;
  guint to = frame->n_lanes;

  while (from < to)
    {
      guint at = from + (to - from) / 2;

      if (khatt_frame_get_offset (frame, at) < offset)
        from = at + 1;
      else
        to = at;
    }

  return from;
}

/* The row that holds `offset`, which is not above the first; `n_lanes` below the last. */
static guint
find_row_at (const KhattFrame *frame, double offset)
{
  guint after = find_row_from (frame, offset);

  if (after < frame->n_lanes && khatt_frame_get_offset (frame, after) == offset)
    return after;
  if (offset >= frame->content_height)
    return frame->n_lanes;

  return after - 1;
}

/* Pinned rows stay where others have room to scroll below them. */
static void
hold_pinned_rows (KhattFrame *frame, guint n_pinned)
{
  double height = khatt_frame_get_offset (frame, n_pinned);

  frame->n_pinned = height <= frame->plot.height * MOST_PINNED ? n_pinned : 0;
  frame->pinned_bottom = frame->plot.y + khatt_frame_get_offset (frame, frame->n_pinned);
}

static void
find_visible_rows (KhattFrame *frame)
{
  frame->first_row =
      find_row_at (frame, frame->scroll_y + khatt_frame_get_offset (frame, frame->n_pinned));
  frame->after_row =
      MAX (find_row_from (frame, frame->scroll_y + frame->plot.height), frame->first_row);
}

/* What depends on how high rows are. */
static void
place_rows (KhattFrame *frame, const KhattLayoutParams *params)
{
  double axis_height = frame->axis.height;
  double height;

  frame->content_height = khatt_frame_get_offset (frame, frame->n_lanes);
  height = params->height > 0 ? MAX (params->height - axis_height, 1) : frame->content_height + 1;
  if (params->fills_height && frame->content_height > height && height > frame->row_height)
    height = floor (height / frame->row_height) * frame->row_height;
  frame->plot = (KhattRect){ frame->axis.x, axis_height, frame->axis.width, height };
  frame->headers = (KhattRect){ frame->corner.x, axis_height, frame->corner.width, height };
  frame->scroll_y = round (CLAMP (params->scroll_y, 0, MAX (frame->content_height - height, 0)));
  hold_pinned_rows (frame,
                    params->is_still ? 0 : khatt_arrangement_get_n_pinned (frame->arrangement));
  find_visible_rows (frame);
}

/**
 * khatt_frame_measure:
 * @arrangement: the lanes
 * @params: sizes and scale; a height of 0 asks for as high as the lanes are
 * @shaper: measures names
 *
 * Divides the picture. Where rows fill the height and not all fit, the plot ends with a row.
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
  double axis_height = ceil (
      khatt_axis_measure_height (params->second_calendar, params->is_low, params->text_scale));
  gboolean is_rtl = params->scale.direction == KHATT_DIRECTION_RTL;
  double plot_width = MAX (floor (params->width) - header_width, 1);
  double plot_x = is_rtl ? 0 : header_width;
  double header_x = is_rtl ? plot_width : 0;
  KhattFrame frame = {
    .arrangement = arrangement,
    .text_scale = params->text_scale,
    .row_height = get_row_height (params),
    .low_row_height = round (LOW_ROW_HEIGHT * params->text_scale),
    .n_lanes = khatt_arrangement_get_n_lanes (arrangement),
    .corner = { header_x, 0, header_width, axis_height },
    .axis = { plot_x, 0, plot_width, axis_height },
  };

  if (params->fills_height && params->height > 0)
    frame.row_height = fill_height (&frame, params);
  place_rows (&frame, params);

  return frame;
}

/**
 * khatt_frame_is_compact:
 * @frame: a frame
 * @params: what it was measured with
 *
 * Returns: whether rows have room for one line of text only
 */
gboolean
khatt_frame_is_compact (const KhattFrame *frame, const KhattLayoutParams *params)
{
  return !params->is_narrow && frame->row_height < round (ROW_HEIGHT * frame->text_scale);
}

/**
 * khatt_frame_grow_rows:
 * @frame: a frame
 * @params: what it was measured with
 *
 * Makes room for cards in all rows.
 */
void
khatt_frame_grow_rows (KhattFrame *frame, const KhattLayoutParams *params)
{
  frame->has_cards = TRUE;
  frame->row_height = round (CARD_ROW_HEIGHT * frame->text_scale);
  place_rows (frame, params);
}

/* At most so many grown rows, and those of collapsed lanes. */
static gboolean
has_room_for (const KhattFrame *frame, const KhattLayoutParams *params, guint n_rows)
{
  double room = params->height > 0 ? frame->plot.height : UNBOUNDED_ROOM * frame->text_scale;
  guint n_low = khatt_arrangement_count_collapsed (frame->arrangement, frame->n_lanes);
  guint n_high = frame->n_lanes - n_low;

  return MIN (n_high, n_rows) * CARD_ROW_HEIGHT * frame->text_scale +
             (n_high <= n_rows ? n_low * frame->low_row_height : 0) <=
         room;
}

/**
 * khatt_frame_may_grow:
 * @frame: a frame
 * @params: what it was measured with
 *
 * Returns: whether several rows with cards, or all that there are, would be in view together
 */
gboolean
khatt_frame_may_grow (const KhattFrame *frame, const KhattLayoutParams *params)
{
  return params->has_cards && !params->is_narrow && !params->is_compact &&
         has_room_for (frame, params, LEAST_CARD_ROWS);
}

/**
 * khatt_frame_has_room_for_all:
 * @frame: a frame
 * @params: what it was measured with
 *
 * Returns: whether all rows would be in view together if they grew; a picture as high as it needs
 *   to be is taken to show as many as a window
 */
gboolean
khatt_frame_has_room_for_all (const KhattFrame *frame, const KhattLayoutParams *params)
{
  return has_room_for (frame, params, frame->n_lanes);
}

/**
 * khatt_frame_get_height:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: the height of its row
 */
double
khatt_frame_get_height (const KhattFrame *frame, guint lane)
{
  return khatt_frame_get_offset (frame, lane + 1) - khatt_frame_get_offset (frame, lane);
}

/**
 * khatt_frame_get_offset:
 * @frame: a frame
 * @lane: a lane, or the number of lanes
 *
 * Returns: the height of all rows above it
 */
double
khatt_frame_get_offset (const KhattFrame *frame, guint lane)
{
  guint n_low = khatt_arrangement_count_collapsed (frame->arrangement, lane);

  return frame->row_height * (lane - n_low) + frame->low_row_height * n_low;
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
  double top = frame->plot.y + khatt_frame_get_offset (frame, lane);

  return lane < frame->n_pinned ? top : top - frame->scroll_y;
}

/**
 * khatt_frame_get_bottom:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: the y of the row's lower edge, also where it is out of view
 */
double
khatt_frame_get_bottom (const KhattFrame *frame, guint lane)
{
  return khatt_frame_get_top (frame, lane) + khatt_frame_get_height (frame, lane);
}

/**
 * khatt_frame_get_line:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: the y of the line that is the lane: in the middle of the row, or low in it where there
 * are cards above; a whole pixel
 */
double
khatt_frame_get_line (const KhattFrame *frame, guint lane)
{
  if (frame->has_cards && !khatt_frame_is_low (frame, lane))
    return khatt_frame_get_bottom (frame, lane) - round (CARD_ROW_RISE * frame->text_scale);

  return khatt_frame_get_top (frame, lane) + ceil (khatt_frame_get_height (frame, lane) / 2);
}

/**
 * khatt_frame_is_low:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: whether its row is that of a collapsed lane: only dots, a ribbon and its name are in it
 */
gboolean
khatt_frame_is_low (const KhattFrame *frame, guint lane)
{
  return khatt_arrangement_get_lane (frame->arrangement, lane)->is_collapsed;
}

/**
 * khatt_frame_get_region:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: the part of the plot in which the lane's row can be seen: that of pinned lanes, or that
 * of the others below
 */
KhattRect
khatt_frame_get_region (const KhattFrame *frame, guint lane)
{
  KhattRect region = frame->plot;
  double pinned = frame->pinned_bottom - region.y;

  if (lane < frame->n_pinned)
    {
      region.height = MIN (region.height, pinned);
      return region;
    }

  region.y += pinned;
  region.height = MAX (region.height - pinned, 0);

  return region;
}

/**
 * khatt_frame_get_first_row:
 * @frame: a frame
 *
 * Returns: the first lane whose row is in view
 */
guint
khatt_frame_get_first_row (const KhattFrame *frame)
{
  return frame->n_pinned > 0 ? 0 : frame->first_row;
}

/**
 * khatt_frame_get_next_row:
 * @frame: a frame
 * @lane: a lane whose row is in view
 *
 * Returns: the next one; after the last of them, `after_row`
 */
guint
khatt_frame_get_next_row (const KhattFrame *frame, guint lane)
{
  return lane + 1 == frame->n_pinned ? frame->first_row : lane + 1;
}

/**
 * khatt_frame_shows_row:
 * @frame: a frame
 * @lane: a lane
 *
 * Returns: whether its row is in view, or a part of it
 */
gboolean
khatt_frame_shows_row (const KhattFrame *frame, guint lane)
{
  return lane < frame->n_pinned || (lane >= frame->first_row && lane < frame->after_row);
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
                      frame->plot.width + frame->headers.width,
                      khatt_frame_get_height (frame, lane) };
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
  double offset = y - frame->plot.y + (y < frame->pinned_bottom ? 0 : frame->scroll_y);

  if (y < frame->plot.y || offset < 0 || offset >= frame->content_height)
    return G_MAXUINT;

  return find_row_at (frame, offset);
}
