/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What marks stand on: the ground with its bands and grid, the rows and the lines of lanes, the
 * header column. */

#include "khatt-painter-private.h"

#include <math.h>

#define ACCENT_BAR_WIDTH 4
#define ACCENT_BAR_INSET 4
#define ACCENT_BAR_RADIUS 2
#define SELECTED_EDGE 2
#define BAND_DASH 2
#define PINNED_EDGE 2

static double
get_content_bottom (const KhattPainting *painting)
{
  const KhattFrame *frame = &painting->layout->frame;

  return MIN (frame->plot.y + frame->plot.height,
              frame->plot.y + frame->content_height - frame->scroll_y);
}

static void
paint_bands (const KhattPainting *painting, double bottom)
{
  const KhattAxis *axis = painting->layout->axis;
  double top = painting->layout->frame.plot.y;
  const double dashes[] = { BAND_DASH, BAND_DASH };

  for (guint i = 0; i < khatt_axis_get_n_bands (axis); i++)
    {
      const KhattXRange *band = khatt_axis_get_band (axis, i);
      double first = round (band->x);
      double last = round (band->x + band->width);

      if (!painting->is_high_contrast)
        {
          khatt_painting_set_color (painting, &painting->palette->band, 1);
          khatt_painting_fill (painting, first, top, last, bottom);
          continue;
        }

      khatt_painting_set_color (painting, &painting->palette->line, 1);
      cairo_set_line_width (painting->cr, 1);
      cairo_set_dash (painting->cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_move_to (painting->cr, first + 0.5, top);
      cairo_line_to (painting->cr, first + 0.5, bottom);
      cairo_move_to (painting->cr, last - 0.5, top);
      cairo_line_to (painting->cr, last - 0.5, bottom);
      cairo_stroke (painting->cr);
      cairo_set_dash (painting->cr, NULL, 0, 0);
    }
}

static void
paint_grid (const KhattPainting *painting, double bottom)
{
  const KhattAxis *axis = painting->layout->axis;
  const KhattFrame *frame = &painting->layout->frame;

  /* One path a colour: many straight boxes cost little more than one. */
  for (int is_major = 0; is_major <= 1; is_major++)
    {
      for (guint i = 0; i < khatt_axis_get_n_cells (axis); i++)
        {
          const KhattAxisCell *cell = khatt_axis_get_cell (axis, i);
          double x = round (cell->boundary_x) - (painting->sign < 0 ? 1 : 0);

          if (cell->is_major == is_major)
            cairo_rectangle (painting->cr, x, frame->plot.y, 1, bottom - frame->plot.y);
        }
      khatt_painting_set_color (painting,
                                is_major ? &painting->palette->line : &painting->palette->hair, 1);
      cairo_fill (painting->cr);
    }

  for (guint lane = khatt_frame_get_first_row (frame); lane < frame->after_row;
       lane = khatt_frame_get_next_row (frame, lane))
    cairo_rectangle (painting->cr, frame->plot.x, khatt_frame_get_bottom (frame, lane) - 1,
                     frame->plot.width, 1);
  khatt_painting_set_color (painting, &painting->palette->hair, 1);
  cairo_fill (painting->cr);
}

static void
paint_selected_rows (const KhattPainting *painting, const KhattRect *column)
{
  const KhattLayout *layout = painting->layout;
  guint n_joins;
  const KhattJoin *joins =
      khatt_arrangement_get_joins (layout->arrangement, layout->params.selected, &n_joins);

  for (guint i = 0; i < n_joins; i++)
    {
      KhattRect region = khatt_frame_get_region (&layout->frame, joins[i].lane);
      double top = MAX (khatt_frame_get_top (&layout->frame, joins[i].lane), region.y);
      double bottom = khatt_frame_get_bottom (&layout->frame, joins[i].lane);
      double end = column->x + column->width;

      if (bottom <= top)
        continue;

      khatt_painting_set_color (painting, &painting->palette->selected_lane, 1);
      khatt_painting_fill (painting, column->x, top, end, bottom);
      if (!painting->is_high_contrast)
        continue;
      khatt_painting_set_color (painting, &painting->palette->accent, 1);
      khatt_painting_fill (painting, column->x, top, end, top + SELECTED_EDGE);
      khatt_painting_fill (painting, column->x, bottom - SELECTED_EDGE, end, bottom);
    }
}

/**
 * khatt_paint_ground:
 * @painting: what is painted
 *
 * Paints the ground of the plot: weekends, grid, rows, the tint of the selected event's lanes.
 */
void
khatt_paint_ground (const KhattPainting *painting)
{
  const KhattRect *plot = &painting->layout->frame.plot;
  double bottom = get_content_bottom (painting);

  khatt_painting_set_color (painting, &painting->palette->lane, 1);
  khatt_painting_fill (painting, plot->x, plot->y, plot->x + plot->width, plot->y + plot->height);
  paint_bands (painting, bottom);
  paint_grid (painting, bottom);
  paint_selected_rows (painting, plot);
}

static void
paint_lane_line (const KhattPainting *painting, guint lane, guint *bridge)
{
  const KhattLayout *layout = painting->layout;
  const KhattRect *plot = &layout->frame.plot;
  double gap = round (KHATT_MARK_BRIDGE * painting->text_scale);
  double line = khatt_frame_get_line (&layout->frame, lane);
  double from = plot->x;

  if (line < khatt_frame_get_region (&layout->frame, lane).y)
    return;

  for (; *bridge < layout->bridges->len; (*bridge)++)
    {
      const KhattBridge *next = &g_array_index (layout->bridges, KhattBridge, *bridge);

      if (next->lane != lane)
        break;
      if (next->x - gap > from)
        khatt_painting_horizontal (painting, from, next->x - gap, line);
      from = MAX (from, next->x + gap);
    }

  if (from < plot->x + plot->width)
    khatt_painting_horizontal (painting, from, plot->x + plot->width, line);
}

/**
 * khatt_paint_lane_lines:
 * @painting: what is painted
 *
 * Paints the lanes' centre lines, interrupted where a connector passes over like a bridge. Ribbons
 * have none.
 */
void
khatt_paint_lane_lines (const KhattPainting *painting)
{
  const KhattLayout *layout = painting->layout;
  guint bridge = 0;

  khatt_painting_set_color (painting, &painting->palette->lane_line, 1);
  for (guint lane = khatt_frame_get_first_row (&layout->frame); lane < layout->frame.after_row;
       lane = khatt_frame_get_next_row (&layout->frame, lane))
    {
      while (bridge < layout->bridges->len &&
             g_array_index (layout->bridges, KhattBridge, bridge).lane < lane)
        bridge++;
      if (khatt_layout_get_lane_detail (layout, lane) != KHATT_DETAIL_RIBBON)
        paint_lane_line (painting, lane, &bridge);
    }
}

static void
paint_accent_bars (const KhattPainting *painting)
{
  const KhattLayout *layout = painting->layout;
  const KhattRect *column = &layout->frame.headers;
  double width = round (ACCENT_BAR_WIDTH * painting->text_scale);
  guint n_joins;
  const KhattJoin *joins =
      khatt_arrangement_get_joins (layout->arrangement, layout->params.selected, &n_joins);

  khatt_painting_set_color (painting, &painting->palette->accent, 1);
  for (guint i = 0; i < n_joins; i++)
    {
      double top = khatt_frame_get_top (&layout->frame, joins[i].lane);

      if (!khatt_painting_shows_lane (painting, joins[i].lane))
        continue;
      KhattRect bar = { painting->sign < 0 ? column->x + column->width - width : column->x,
                        top + ACCENT_BAR_INSET, width,
                        khatt_frame_get_height (&layout->frame, joins[i].lane) -
                            2 * ACCENT_BAR_INSET };

      khatt_painting_round_box (painting->cr, &bar, ACCENT_BAR_RADIUS);
      cairo_fill (painting->cr);
    }
}

static void
paint_header_edges (const KhattPainting *painting)
{
  const KhattFrame *frame = &painting->layout->frame;
  double inner = painting->sign > 0 ? frame->headers.x + frame->headers.width : frame->headers.x;

  khatt_painting_set_color (painting, &painting->palette->hair, 1);
  for (guint lane = khatt_frame_get_first_row (frame); lane < frame->after_row;
       lane = khatt_frame_get_next_row (frame, lane))
    khatt_painting_horizontal (painting, frame->headers.x, frame->headers.x + frame->headers.width,
                               khatt_frame_get_bottom (frame, lane) - 1);

  khatt_painting_set_color (painting, &painting->palette->line, 1);
  khatt_painting_vertical (painting, inner - painting->sign, 0,
                           frame->headers.y + frame->headers.height);
  khatt_painting_horizontal (painting, frame->corner.x, frame->corner.x + frame->corner.width,
                             frame->corner.y + frame->corner.height - 1);
}

static void
paint_names (const KhattPainting *painting)
{
  paint_accent_bars (painting);
  khatt_paint_texts (painting, KHATT_TEXT_LANE_NAME, KHATT_TEXT_LANE_COUNT);
}

static void
paint_sticky_names (const KhattPainting *painting)
{
  khatt_paint_texts (painting, KHATT_TEXT_STICKY_NAME, KHATT_TEXT_STICKY_NAME);
}

/**
 * khatt_paint_headers:
 * @painting: what is painted
 *
 * Paints the column of lane names and the corner above it; over a narrow plot, the names that stand
 * in it.
 */
void
khatt_paint_headers (const KhattPainting *painting)
{
  const KhattFrame *frame = &painting->layout->frame;
  const KhattRect *column = &frame->headers;
  const KhattRect *corner = &frame->corner;
  cairo_t *cr = painting->cr;

  if (khatt_rect_is_empty (column))
    {
      const KhattRect *plot = &frame->plot;

      /* A name of a row that is half scrolled away does not reach into the axis. */
      cairo_save (cr);
      cairo_rectangle (cr, plot->x, plot->y, plot->width, plot->height);
      cairo_clip (cr);
      khatt_painting_for_rows (painting, plot, paint_sticky_names);
      cairo_restore (cr);
      return;
    }

  cairo_save (cr);
  cairo_rectangle (cr, column->x, column->y, column->width, column->height);
  cairo_clip (cr);
  khatt_painting_set_color (painting, &painting->palette->window, 1);
  cairo_paint (cr);
  paint_selected_rows (painting, column);
  khatt_painting_for_rows (painting, column, paint_names);
  cairo_restore (cr);

  khatt_painting_set_color (painting, &painting->palette->header, 1);
  khatt_painting_fill (painting, corner->x, corner->y, corner->x + corner->width,
                       corner->y + corner->height);
  khatt_paint_texts (painting, KHATT_TEXT_LANES_TITLE, KHATT_TEXT_LANES_TITLE);
  cairo_save (cr);
  cairo_rectangle (cr, column->x, 0, column->width, column->y + column->height);
  cairo_clip (cr);
  paint_header_edges (painting);
  cairo_restore (cr);
}

/**
 * khatt_paint_pinned_edge:
 * @painting: what is painted
 *
 * Paints the line below pinned rows, under which the others scroll.
 */
void
khatt_paint_pinned_edge (const KhattPainting *painting)
{
  const KhattFrame *frame = &painting->layout->frame;
  double height = round (PINNED_EDGE * painting->text_scale);

  if (frame->n_pinned == 0)
    return;

  khatt_painting_set_color (painting, &painting->palette->lane_line, 1);
  khatt_painting_fill (painting, 0, frame->pinned_bottom - height,
                       frame->plot.width + frame->headers.width, frame->pinned_bottom);
}

static const KhattColor *
get_text_color (const KhattPainting *painting, KhattTextRole role)
{
  switch (role)
    {
    case KHATT_TEXT_LANE_NAME:
    case KHATT_TEXT_UNCERTAIN:
      return &painting->palette->text;
    default:
      return &painting->palette->dim;
    }
}

/**
 * khatt_paint_texts:
 * @painting: what is painted
 * @first: a role
 * @last: a role, not before @first
 *
 * Paints the texts of some roles. Those that stand over marks have a halo.
 */
void
khatt_paint_texts (const KhattPainting *painting, KhattTextRole first, KhattTextRole last)
{
  const GArray *texts = painting->layout->texts;

  for (guint i = 0; i < texts->len; i++)
    {
      const KhattText *text = &g_array_index (texts, KhattText, i);
      gboolean has_halo = text->role == KHATT_TEXT_STICKY_NAME ||
                          text->role == KHATT_TEXT_RIBBON_COUNT ||
                          text->role == KHATT_TEXT_UNCERTAIN;

      if (text->role < first || text->role > last || text->is_faded != painting->is_faded ||
          !khatt_painting_shows_lane (painting, text->lane))
        continue;
      KhattRect box = khatt_text_get_rect (text);
      box = khatt_rect_grow (&box, KHATT_PAINTING_HALO);
      if (khatt_painting_shows (painting, &box))
        khatt_ink_show_label (painting->ink, text->label, text->x, text->baseline,
                              KHATT_ALIGN_LEAST, get_text_color (painting, text->role),
                              has_halo ? &painting->palette->lane : NULL);
    }
}
