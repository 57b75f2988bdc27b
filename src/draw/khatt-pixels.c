/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A window onto a wider strip of pixels. A step moves the window; only when it comes to an end of
 * the strip what is seen is copied to the other end.
 *
 *       |      [   window   ]          |      strip
 *       |room ->                <- room|
 *
 * Who shows the window holds a surface of its own over the same memory: Cairo, which takes surfaces
 * for values, would copy all pixels before the first of them is painted anew. */

#include "khatt-pixels.h"

#include <string.h>

/* Of the window's width: what the strip is wider by. */
#define ROOM 0.25

struct _KhattPixels
{
  guint n_users; /* whoever made it, and each surface that shows it */
  guint width;
  guint height;
  guint grid;
  guint room;
  guint first; /* column of the window */
  int stride;
  guint8 *data;
};

/**
 * khatt_pixels_new:
 * @width: of the window, in device pixels
 * @height: of the window, in device pixels
 * @grid: device pixels a pixel
 *
 * Makes a window of no colour in particular.
 *
 * Returns: (transfer full): pixels
 */
KhattPixels *
khatt_pixels_new (guint width, guint height, guint grid)
{
  KhattPixels *self = g_new0 (KhattPixels, 1);

  self->n_users = 1;
  self->width = width;
  self->height = height;
  self->grid = grid;
  self->room = (guint) (width * ROOM);
  self->first = self->room / 2;
  self->stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, (int) (width + self->room));
  self->data = g_malloc ((gsize) self->stride * height);

  return self;
}

/**
 * khatt_pixels_unref:
 * @pixels: (transfer full): pixels
 *
 * Lets go of them; surfaces that show them keep them.
 */
void
khatt_pixels_unref (KhattPixels *pixels)
{
  if (--pixels->n_users > 0)
    return;

  g_free (pixels->data);
  g_free (pixels);
}

/**
 * khatt_pixels_has_size:
 * @pixels: pixels
 * @width: of a window, in device pixels
 * @height: of a window, in device pixels
 * @grid: device pixels a pixel
 *
 * Returns: whether khatt_pixels_new() would make the same
 */
gboolean
khatt_pixels_has_size (const KhattPixels *pixels, guint width, guint height, guint grid)
{
  return pixels->width == width && pixels->height == height && pixels->grid == grid;
}

/**
 * khatt_pixels_is_shown:
 * @pixels: pixels
 *
 * Returns: whether a surface of khatt_pixels_show() is still held
 */
gboolean
khatt_pixels_is_shown (const KhattPixels *pixels)
{
  return pixels->n_users > 1;
}

static guint8 *
get_window (const KhattPixels *self)
{
  return self->data + self->first * sizeof (guint32);
}

/* Copies what stays in the window to the end of the strip from which there is most room. */
static void
turn_back (KhattPixels *self, int columns)
{
  guint n_kept = self->width - (guint) ABS (columns);
  guint first = columns > 0 ? self->room : 0;
  const guint8 *from = get_window (self) + (columns < 0 ? -columns : 0) * sizeof (guint32);
  guint8 *to = self->data + (first + (guint) MAX (columns, 0)) * sizeof (guint32);

  for (guint row = 0; row < self->height; row++)
    memmove (to + (gsize) row * self->stride, from + (gsize) row * self->stride,
             n_kept * sizeof (guint32));
  self->first = first;
}

/**
 * khatt_pixels_move:
 * @pixels: pixels
 * @columns: how far, in device pixels; less than the window's width
 *
 * Moves what is seen towards greater x. What comes in has to be painted.
 */
void
khatt_pixels_move (KhattPixels *pixels, int columns)
{
  int first = (int) pixels->first - columns;

  if (first < 0 || first > (int) pixels->room)
    turn_back (pixels, columns);
  else
    pixels->first = (guint) first;
}

static cairo_surface_t *
make_surface (KhattPixels *self)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      get_window (self), CAIRO_FORMAT_RGB24, (int) self->width, (int) self->height, self->stride);

  cairo_surface_set_device_scale (surface, self->grid, self->grid);

  return surface;
}

/**
 * khatt_pixels_paint:
 * @pixels: pixels
 *
 * Opens the window for painting.
 *
 * Returns: (transfer full): where to paint; to be destroyed before the window moves
 */
cairo_t *
khatt_pixels_paint (KhattPixels *pixels)
{
  cairo_surface_t *surface = make_surface (pixels);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);

  return cr;
}

static void
unref_cb (gpointer data)
{
  khatt_pixels_unref (data);
}

/**
 * khatt_pixels_show:
 * @pixels: pixels
 *
 * Shows the window. The surface has to be held as long as anything draws from it: Cairo copies what
 * a recording uses when the surface goes first.
 *
 * Returns: (transfer full): a surface that holds the pixels
 */
cairo_surface_t *
khatt_pixels_show (KhattPixels *pixels)
{
  static const cairo_user_data_key_t pixels_key;
  cairo_surface_t *surface = make_surface (pixels);

  pixels->n_users++;
  cairo_surface_set_user_data (surface, &pixels_key, pixels, unref_cb);

  return surface;
}
