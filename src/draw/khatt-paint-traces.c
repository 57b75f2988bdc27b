/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Time that is not a point: curtains, stripes with ticks and fades, bars with chevrons. What did
 * not happen has two thin lines for a stripe; in high contrast a stripe is an outline and a fade
 * becomes ever shorter dashes. */

#include "khatt-painter-private.h"

#include <math.h>

#define TICK_WIDTH 2
#define HOLLOW_LINE 1.5
#define HOLLOW_DISTANCE 7
#define HOLLOW_ALPHA 0.62
#define BAR_RADIUS 4
#define OUTLINE 1.5
#define END_CONNECTOR 1.5
#define CHEVRON_LENGTH 5
#define CHEVRON_HEIGHT 10
#define CHEVRON_GAP 5
#define CHEVRON_STROKE 2
#define N_DASH_STEPS 3

static cairo_pattern_t *
make_gradient (const KhattFade *fade, const KhattColor *color)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (fade->from, 0, fade->to, 0);

  cairo_pattern_add_color_stop_rgba (pattern, 0, color->red, color->green, color->blue,
                                     color->alpha * fade->alpha_from);
  cairo_pattern_add_color_stop_rgba (pattern, 1, color->red, color->green, color->blue,
                                     color->alpha * fade->alpha_to);

  return pattern;
}

/* At the middle of a pixel. */
static guint32
get_faded_pixel (const KhattFade *fade, const KhattColor *color, double x)
{
  double way = CLAMP ((x - fade->from) / (fade->to - fade->from), 0, 1);
  double alpha = color->alpha * (fade->alpha_from + (fade->alpha_to - fade->alpha_from) * way);
  double most = alpha * G_MAXUINT8;

  return (guint32) lround (most) << 24 | (guint32) lround (color->red * most) << 16 |
         (guint32) lround (color->green * most) << 8 | (guint32) lround (color->blue * most);
}

/* A row of pixels. What a gradient gives a pixel depends, by a hair, on where its painting begins:
 * it would not be the same in a picture that is painted piece by piece. */
static cairo_pattern_t *
make_faded_row (const KhattFade *fade, const KhattColor *color, double grid)
{
  double first = floor (MIN (fade->from, fade->to) * grid);
  double after = ceil (MAX (fade->from, fade->to) * grid);
  cairo_surface_t *row =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) MAX (after - first, 1), 1);
  guint32 *pixels = (guint32 *) (void *) cairo_image_surface_get_data (row);
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;

  for (int i = 0; i < (int) (after - first); i++)
    pixels[i] = get_faded_pixel (fade, color, (first + i + 0.5) / grid);
  cairo_surface_mark_dirty (row);

  pattern = cairo_pattern_create_for_surface (row);
  cairo_surface_destroy (row);
  cairo_matrix_init_scale (&matrix, grid, grid);
  cairo_matrix_translate (&matrix, -first / grid, 0);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);

  return pattern;
}

/* A strip of the fade's own alpha, from y1 to y2. */
static void
fill_fade (const KhattPainting *painting,
           const KhattFade *fade,
           const KhattColor *color,
           double y1,
           double y2)
{
  double grid = khatt_ink_get_grid (painting->ink);
  cairo_pattern_t *pattern;

  if (fade->alpha_from == fade->alpha_to)
    {
      khatt_painting_set_color (painting, color, fade->alpha_from);
      khatt_painting_fill (painting, fade->from, y1, fade->to, y2);
      return;
    }

  pattern = grid > 0 ? make_faded_row (fade, color, grid) : make_gradient (fade, color);
  cairo_set_source (painting->cr, pattern);
  khatt_painting_fill (painting, fade->from, y1, fade->to, y2);
  cairo_pattern_destroy (pattern);
}

/**
 * khatt_paint_curtain:
 * @painting: what is painted
 * @mark: a mark
 *
 * Paints the curtain of a range that several lanes share: as high as the connector, fading towards
 * the open side.
 */
void
khatt_paint_curtain (const KhattPainting *painting, const KhattMark *mark)
{
  if (mark->trace.has_curtain && !painting->is_high_contrast)
    fill_fade (painting, &mark->trace.curtain, khatt_painting_get_color (painting, mark), mark->top,
               mark->bottom);
}

static void
paint_hollow_fade (const KhattPainting *painting,
                   const KhattFade *fade,
                   const KhattColor *color,
                   const KhattEnd *end)
{
  double share = end->stripe_height / (KHATT_MARK_BAR * painting->text_scale);
  double half = HOLLOW_DISTANCE / 2.0 * painting->text_scale * share;
  double thickness = HOLLOW_LINE * painting->text_scale;
  KhattFade line = *fade;

  line.alpha_from = fade->alpha_from > 0 ? MAX (fade->alpha_from, HOLLOW_ALPHA) : 0;
  line.alpha_to = fade->alpha_to > 0 ? MAX (fade->alpha_to, HOLLOW_ALPHA) : 0;
  fill_fade (painting, &line, color, end->stripe_y - half - thickness / 2,
             end->stripe_y - half + thickness / 2);
  fill_fade (painting, &line, color, end->stripe_y + half - thickness / 2,
             end->stripe_y + half + thickness / 2);
}

/* Dashes 6-2, 4-4, 2-6 in thirds of the way, at text scale 1. */
static void
stroke_dashed_fade (const KhattPainting *painting, const KhattFade *fade, double y)
{
  static const double dashes[N_DASH_STEPS][2] = { { 6, 2 }, { 4, 4 }, { 2, 6 } };
  double third = (fade->to - fade->from) / N_DASH_STEPS;

  for (int i = 0; i < N_DASH_STEPS; i++)
    {
      const double scaled[2] = { dashes[i][0] * painting->text_scale,
                                 dashes[i][1] * painting->text_scale };

      cairo_set_dash (painting->cr, scaled, 2, 0);
      cairo_move_to (painting->cr, fade->from + i * third, y);
      cairo_line_to (painting->cr, fade->from + (i + 1) * third, y);
      cairo_stroke (painting->cr);
    }
  cairo_set_dash (painting->cr, NULL, 0, 0);
}

static void
paint_outlined_fade (const KhattPainting *painting,
                     const KhattFade *fade,
                     const KhattColor *color,
                     const KhattEnd *end)
{
  double top = end->stripe_y - end->stripe_height / 2;
  double bottom = end->stripe_y + end->stripe_height / 2;

  khatt_painting_set_color (painting, color, 1);
  cairo_set_line_width (painting->cr, OUTLINE * painting->text_scale);
  if (fade->alpha_from == fade->alpha_to)
    {
      cairo_rectangle (painting->cr, MIN (fade->from, fade->to), top, ABS (fade->to - fade->from),
                       bottom - top);
      cairo_stroke (painting->cr);
      return;
    }

  stroke_dashed_fade (painting, fade, top);
  stroke_dashed_fade (painting, fade, bottom);
}

static void
paint_fade (const KhattPainting *painting,
            const KhattMark *mark,
            const KhattFade *fade,
            const KhattEnd *end)
{
  const KhattColor *color = khatt_painting_get_color (painting, mark);

  if (painting->is_high_contrast)
    paint_outlined_fade (painting, fade, color, end);
  else if (khatt_mark_is_hollow (mark))
    paint_hollow_fade (painting, fade, color, end);
  else
    fill_fade (painting, fade, color, end->stripe_y - end->stripe_height / 2,
               end->stripe_y + end->stripe_height / 2);
}

static void
paint_ticks (const KhattPainting *painting, const KhattMark *mark, const KhattEnd *end)
{
  double share = end->stripe_height / (KHATT_MARK_BAR * painting->text_scale);
  double half = KHATT_MARK_TICK / 2.0 * painting->text_scale * share;
  double width = TICK_WIDTH / 2.0 * painting->text_scale;

  khatt_painting_set_color (painting, khatt_painting_get_color (painting, mark), 1);
  for (guint i = 0; i < mark->trace.n_ticks; i++)
    khatt_painting_fill (painting, mark->trace.ticks[i] - width, end->stripe_y - half,
                         mark->trace.ticks[i] + width, end->stripe_y + half);
}

static void
paint_chevron (const KhattPainting *painting, const KhattMark *mark, const KhattEnd *end)
{
  cairo_t *cr = painting->cr;
  double step = painting->sign * painting->text_scale;
  double x = mark->trace.bar_to + CHEVRON_GAP * step;
  double half = CHEVRON_HEIGHT / 2.0 * painting->text_scale;

  cairo_set_line_width (cr, CHEVRON_STROKE * painting->text_scale);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x, end->y - half);
  cairo_line_to (cr, x + CHEVRON_LENGTH * step, end->y);
  cairo_line_to (cr, x, end->y + half);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

static void
paint_bar (const KhattPainting *painting, const KhattMark *mark, const KhattEnd *end)
{
  const KhattTrace *trace = &mark->trace;
  double height = end->stripe_height;
  KhattRect bar = { MIN (trace->bar_from, trace->bar_to), end->stripe_y - height / 2,
                    ABS (trace->bar_to - trace->bar_from), height };

  if (bar.width > 0)
    {
      khatt_painting_round_box (painting->cr, &bar, BAR_RADIUS * painting->text_scale);
      khatt_painting_set_color (painting,
                                khatt_mark_is_hollow (mark)
                                    ? &painting->palette->lane
                                    : khatt_painting_get_color (painting, mark),
                                1);
      cairo_fill_preserve (painting->cr);
    }

  khatt_painting_set_color (painting, khatt_painting_get_color (painting, mark), 1);
  cairo_set_line_width (painting->cr, OUTLINE * painting->text_scale);
  if (khatt_mark_is_hollow (mark))
    cairo_stroke (painting->cr);
  cairo_new_path (painting->cr);
  if (trace->has_chevron)
    paint_chevron (painting, mark, end);
}

static void
paint_end_stubs (const KhattPainting *painting, const KhattMark *mark, double half)
{
  double reach = KHATT_MARK_STUB * painting->text_scale;
  double x = mark->trace.bar_to;

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (painting->layout->ends, KhattEnd, i);

      if (!end->is_shown)
        continue;
      khatt_painting_fill (painting, x - half, MAX (end->y - reach, mark->top), x + half,
                           MIN (end->y + reach, mark->bottom));
    }
}

static void
paint_end_connector (const KhattPainting *painting, const KhattMark *mark)
{
  double half = END_CONNECTOR / 2 * painting->text_scale;

  khatt_painting_set_color (painting, khatt_painting_get_color (painting, mark), 1);
  if (mark->trace.is_short)
    paint_end_stubs (painting, mark, half);
  else
    khatt_painting_fill (painting, mark->trace.bar_to - half, mark->top, mark->trace.bar_to + half,
                         mark->bottom);
}

/**
 * khatt_paint_trace:
 * @painting: what is painted
 * @mark: a mark
 *
 * Paints what the date of a mark adds to each lane it joins.
 */
void
khatt_paint_trace (const KhattPainting *painting, const KhattMark *mark)
{
  const KhattTrace *trace = &mark->trace;

  if (trace->has_end)
    paint_end_connector (painting, mark);

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (painting->layout->ends, KhattEnd, i);

      if (!end->is_shown)
        continue;
      for (guint j = 0; j < trace->n_fades; j++)
        paint_fade (painting, mark, &trace->fades[j], end);
      paint_ticks (painting, mark, end);
      if (trace->is_bar)
        paint_bar (painting, mark, end);
    }
}
