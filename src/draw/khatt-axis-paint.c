/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ink for an axis.
 */

#include "khatt-axis-private.h"

#include <math.h>

#define SECOND_TICK_LENGTH 10.0
#define TODAY_WIDTH 2.0
#define TRIANGLE_WIDTH 12.0
#define TRIANGLE_HEIGHT 8.0

static void
set_color (cairo_t *cr, const KhattColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* Hairlines stand on half pixels. */
static void
add_vertical (cairo_t *cr, double x, double top, double bottom)
{
  cairo_move_to (cr, floor (x) + 0.5, top);
  cairo_line_to (cr, floor (x) + 0.5, bottom);
}

static void
paint_lines (const KhattAxis *self, const KhattPalette *palette, cairo_t *cr)
{
  const double bottom = self->rect.y + self->rect.height;

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < khatt_axis_get_n_lines (self); i++)
    {
      const KhattAxisLine *line = khatt_axis_get_line (self, i);

      add_vertical (cr, line->x, line->top, line->bottom);
    }
  set_color (cr, &palette->line);
  cairo_stroke (cr);
  for (guint i = 0; i < self->second_ticks->len; i++)
    {
      const double x = g_array_index (self->second_ticks, double, i);

      add_vertical (cr, x, bottom - SECOND_TICK_LENGTH * self->text_scale, bottom);
    }
  set_color (cr, &palette->dim);
  cairo_stroke (cr);
  cairo_move_to (cr, self->rect.x, bottom - 0.5);
  cairo_line_to (cr, self->rect.x + self->rect.width, bottom - 0.5);
  set_color (cr, &palette->line);
  cairo_stroke (cr);
}

static void
paint_pill (const KhattAxis *self, const KhattPalette *palette, cairo_t *cr)
{
  const KhattRect *pill = &self->pill;
  const double radius = pill->height / 2;

  if (pill->width <= 0)
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, pill->x + pill->width - radius, pill->y + radius, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, pill->x + radius, pill->y + radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  set_color (cr, &palette->today);
  cairo_fill (cr);
}

/**
 * khatt_axis_paint:
 * @axis: an axis
 * @palette: the colours
 * @ink: where to paint
 *
 * Paints ground, ticks, pill and texts.
 */
void
khatt_axis_paint (const KhattAxis *axis, const KhattPalette *palette, KhattInk *ink)
{
  const KhattColor *colors[] = {
    [KHATT_AXIS_INK_TEXT] = &palette->text,
    [KHATT_AXIS_INK_DIM] = &palette->dim,
    [KHATT_AXIS_INK_KNOCK] = &palette->lane,
  };
  cairo_t *cr = khatt_ink_get_cairo (ink);

  cairo_save (cr);
  cairo_rectangle (cr, axis->rect.x, axis->rect.y, axis->rect.width, axis->rect.height);
  cairo_clip_preserve (cr);
  set_color (cr, &palette->header);
  cairo_fill (cr);
  paint_lines (axis, palette, cr);
  paint_pill (axis, palette, cr);
  for (guint i = 0; i < axis->items->len; i++)
    {
      const KhattAxisItem *item = &g_array_index (axis->items, KhattAxisItem, i);

      khatt_ink_show_label (ink, item->text.label, item->text.x, item->text.baseline,
                            KHATT_ALIGN_LEAST, colors[item->ink], NULL);
    }
  cairo_restore (cr);
}

/**
 * khatt_axis_paint_today_line:
 * @axis: an axis
 * @palette: the colours
 * @ink: where to paint
 * @bottom: where the line ends
 *
 * Paints the line of today below the axis, with a triangle at its top; nothing where today is not
 * in view.
 */
void
khatt_axis_paint_today_line (const KhattAxis *axis,
                             const KhattPalette *palette,
                             KhattInk *ink,
                             double bottom)
{
  cairo_t *cr = khatt_ink_get_cairo (ink);
  const double top = axis->rect.y + axis->rect.height;
  const double half = TRIANGLE_WIDTH / 2 * axis->text_scale;
  double x;

  if (!khatt_axis_get_today_x (axis, &x))
    return;
  set_color (cr, &palette->today);
  cairo_rectangle (cr, x - TODAY_WIDTH / 2, top, TODAY_WIDTH, bottom - top);
  cairo_fill (cr);
  cairo_move_to (cr, x - half, top);
  cairo_line_to (cr, x + half, top);
  cairo_line_to (cr, x, top + TRIANGLE_HEIGHT * axis->text_scale);
  cairo_close_path (cr);
  cairo_fill (cr);
}
