/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Halos on the screen. Stroking the outlines of 200 labels costs a frame several times over;
 * growing their coverage by a disc costs a few passes of byte maxima over a small picture, once a
 * label:
 *
 *     . . # . .      for each row of the disc, the row of letters is shifted by every dx that the
 *     . # # # .      disc has there, and the greatest coverage wins
 *     # # # # #
 *     . # # # .
 *     . . # . .
 */

#include "khatt-halo.h"

#include <math.h>

/* A mask larger than this is not worth making: the text is a whole page. */
#define MOST_PIXELS (1 << 22)

static void
raise_row (guint8 *target, const guint8 *source, int width, int shift)
{
  const int first = MAX (0, shift);
  const int after = MIN (width, width + shift);

  for (int x = first; x < after; x++)
    target[x] = MAX (target[x], source[x - shift]);
}

/* Dilates coverage by a disc: an A8 image of the same size. */
static cairo_surface_t *
grow (cairo_surface_t *letters, double radius)
{
  const int width = cairo_image_surface_get_width (letters);
  const int height = cairo_image_surface_get_height (letters);
  const int reach = (int) ceil (radius);
  cairo_surface_t *halo = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  const int source_stride = cairo_image_surface_get_stride (letters);
  const int target_stride = cairo_image_surface_get_stride (halo);

  cairo_surface_flush (letters);
  cairo_surface_flush (halo);

  const guint8 *source = cairo_image_surface_get_data (letters);
  guint8 *target = cairo_image_surface_get_data (halo);

  if (source == NULL || target == NULL)
    return halo;
  for (int dy = -reach; dy <= reach; dy++)
    {
      const double room = (radius + 0.25) * (radius + 0.25) - (double) dy * dy;
      const int half = room < 0 ? -1 : (int) sqrt (room);

      for (int y = MAX (0, dy); y < MIN (height, height + dy); y++)
        {
          for (int dx = -half; dx <= half; dx++)
            raise_row (target + (gsize) y * target_stride,
                       source + (gsize) (y - dy) * source_stride, width, dx);
        }
    }
  cairo_surface_mark_dirty (halo);
  return halo;
}

/**
 * khatt_halo_paint:
 * @cr: where to paint, in its source; its origin is a whole device pixel
 * @line: letters, whose origin is that of @cr
 * @radius: how far they grow, in pixels
 * @grid: device pixels a pixel
 *
 * Paints letters grown on all sides, for what is to stand out from its ground.
 *
 * Returns: %FALSE, with nothing painted, where the line is unreasonably large
 */
gboolean
khatt_halo_paint (cairo_t *cr, PangoLayoutLine *line, double radius, double grid)
{
  PangoRectangle ink;
  double x1, y1, width, height;

  pango_layout_line_get_extents (line, &ink, NULL);
  x1 = floor ((pango_units_to_double (ink.x) - radius) * grid) - 1;
  y1 = floor ((pango_units_to_double (ink.y) - radius) * grid) - 1;
  width = ceil ((pango_units_to_double (ink.x + ink.width) + radius) * grid) + 1 - x1;
  height = ceil ((pango_units_to_double (ink.y + ink.height) + radius) * grid) + 1 - y1;
  if (width * height > MOST_PIXELS)
    return FALSE;

  cairo_surface_t *letters =
      cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
  cairo_t *letters_cr = cairo_create (letters);

  cairo_translate (letters_cr, -x1, -y1);
  cairo_scale (letters_cr, grid, grid);
  cairo_move_to (letters_cr, 0, 0);
  pango_cairo_show_layout_line (letters_cr, line);
  cairo_destroy (letters_cr);

  cairo_surface_t *halo = grow (letters, radius * grid);

  cairo_surface_set_device_scale (halo, grid, grid);
  cairo_mask_surface (cr, halo, x1 / grid, y1 / grid);
  cairo_surface_destroy (halo);
  cairo_surface_destroy (letters);
  return TRUE;
}
