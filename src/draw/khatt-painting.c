/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The few strokes that all painting is made of. Boxes stand on whole pixels and are filled, never
 * stroked: that is crisp, and several times cheaper than anything with a curve. */

#include "khatt-painter-private.h"

/**
 * khatt_painting_shows:
 * @painting: what is painted
 * @rect: where something is
 *
 * Returns: whether it has to be painted
 */
gboolean
khatt_painting_shows (const KhattPainting *painting, const KhattRect *rect)
{
  return painting->area == NULL || khatt_rect_intersects (painting->area, rect);
}

/**
 * khatt_painting_shows_lane:
 * @painting: what is painted
 * @lane: a lane; %G_MAXUINT: none
 *
 * Returns: whether what stands in that lane is painted now
 */
gboolean
khatt_painting_shows_lane (const KhattPainting *painting, guint lane)
{
  return khatt_painting_shows_lanes (painting, lane, lane);
}

/**
 * khatt_painting_shows_lanes:
 * @painting: what is painted
 * @first: a lane
 * @last: a lane, not above @first
 *
 * Returns: whether what stands between those lanes is painted now, or a part of it
 */
gboolean
khatt_painting_shows_lanes (const KhattPainting *painting, guint first, guint last)
{
  guint n_pinned = painting->layout->frame.n_pinned;

  switch (painting->rows)
    {
    case KHATT_ROWS_PINNED:
      return first < n_pinned;
    case KHATT_ROWS_SCROLLED:
      return last >= n_pinned;
    case KHATT_ROWS_ALL:
    default:
      return TRUE;
    }
}

static void
paint_rows (const KhattPainting *painting,
            const KhattRect *box,
            KhattRows rows,
            void (*paint) (const KhattPainting *painting))
{
  const KhattFrame *frame = &painting->layout->frame;
  guint lane = rows == KHATT_ROWS_PINNED ? 0 : frame->n_pinned;
  KhattRect region = khatt_frame_get_region (frame, lane);
  KhattPainting part = *painting;

  part.rows = rows;
  cairo_save (painting->cr);
  cairo_rectangle (painting->cr, box->x, region.y, box->width, region.height);
  cairo_clip (painting->cr);
  paint (&part);
  cairo_restore (painting->cr);
}

/**
 * khatt_painting_for_rows:
 * @painting: what is painted
 * @box: the plot, or the headers
 * @paint: (scope call): what paints rows
 *
 * Paints rows; where pinned ones stay while others scroll below them, each where they can be seen.
 */
void
khatt_painting_for_rows (const KhattPainting *painting,
                         const KhattRect *box,
                         void (*paint) (const KhattPainting *painting))
{
  if (painting->layout->frame.n_pinned == 0)
    {
      paint (painting);
      return;
    }

  paint_rows (painting, box, KHATT_ROWS_SCROLLED, paint);
  paint_rows (painting, box, KHATT_ROWS_PINNED, paint);
}

/**
 * khatt_painting_set_color:
 * @painting: what is painted
 * @color: a colour
 * @alpha: multiplies its own
 *
 * Chooses the colour of what follows.
 */
void
khatt_painting_set_color (const KhattPainting *painting, const KhattColor *color, double alpha)
{
  cairo_set_source_rgba (painting->cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/**
 * khatt_painting_fill:
 * @painting: what is painted
 * @x1: one edge
 * @y1: one edge
 * @x2: the other edge, on either side
 * @y2: the other edge, on either side
 *
 * Fills a box.
 */
void
khatt_painting_fill (const KhattPainting *painting, double x1, double y1, double x2, double y2)
{
  cairo_rectangle (painting->cr, MIN (x1, x2), MIN (y1, y2), ABS (x2 - x1), ABS (y2 - y1));
  cairo_fill (painting->cr);
}

/**
 * khatt_painting_vertical:
 * @painting: what is painted
 * @x: the earlier edge of the line
 * @y1: its upper end
 * @y2: its lower end
 *
 * Draws a line one pixel wide. Mirrored views give mirrored pixels.
 */
void
khatt_painting_vertical (const KhattPainting *painting, double x, double y1, double y2)
{
  khatt_painting_fill (painting, x, y1, x + painting->sign, y2);
}

/**
 * khatt_painting_horizontal:
 * @painting: what is painted
 * @x1: one end
 * @x2: the other end
 * @y: the upper edge of the line
 *
 * Draws a line one pixel high.
 */
void
khatt_painting_horizontal (const KhattPainting *painting, double x1, double x2, double y)
{
  khatt_painting_fill (painting, x1, y, x2, y + 1);
}

/**
 * khatt_painting_round_box:
 * @cr: where to
 * @rect: the box
 * @radius: of its corners
 *
 * Adds a box with round corners to the path.
 */
void
khatt_painting_round_box (cairo_t *cr, const KhattRect *rect, double radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2);
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, rect->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, rect->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * khatt_painting_get_color:
 * @painting: what is painted
 * @mark: a mark
 *
 * Returns: (transfer none): the colour of its kind, or the one that a person gave it
 */
const KhattColor *
khatt_painting_get_color (const KhattPainting *painting, const KhattMark *mark)
{
  return khatt_palette_get_color (painting->palette, mark->record->kind, mark->record->hue);
}

/**
 * khatt_mark_is_hollow:
 * @mark: a mark
 *
 * Returns: whether it did not happen, or not yet
 */
gboolean
khatt_mark_is_hollow (const KhattMark *mark)
{
  return mark->record->status != KHATT_STATUS_HAPPENED;
}
