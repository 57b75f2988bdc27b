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

static void
raise_row (guint8 *target, const guint8 *source, int width, int shift)
{
  const int first = MAX (0, shift);
  const int after = MIN (width, width + shift);

  for (int x = first; x < after; x++)
    target[x] = MAX (target[x], source[x - shift]);
}

/**
 * khatt_halo_grow:
 * @letters: an A8 image surface with enough room round its ink
 * @radius: how far the ink grows, in pixels of the image
 *
 * Dilates coverage by a disc.
 *
 * Returns: (transfer full): an A8 image surface of the same size
 */
cairo_surface_t *
khatt_halo_grow (cairo_surface_t *letters, double radius)
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
