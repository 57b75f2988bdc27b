/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a picture shows hundreds of times (plates, arrows, pills, words) is drawn once, with all its
 * curves, into a small picture that is then only copied. Copies stand on whole device pixels, where
 * they are what drawing anew would give. */

#include "khatt-stamps.h"

#include <math.h>
#include <string.h>

/* Some thousands of labels. Beyond, all are forgotten: those in view are soon drawn again. */
#define MOST_BYTES (24 << 20)
/* What is larger is a whole page: drawing it once is all it gets. */
#define MOST_SIDE 2048
/* Of a device pixel: what rounding leaves of a whole one. */
#define EPSILON 1e-4
#define MOST_CHANNEL 65535

struct _KhattStamps
{
  GHashTable *pictures; /* of Picture, each its own key */
  gsize n_bytes;
};

typedef struct
{
  KhattStampKey key;
  double grid;
  cairo_surface_t *surface;
  double x; /* of the surface from the origin, in pixels */
  double y;
} Picture;

static guint
hash_picture (gconstpointer data)
{
  const Picture *picture = data;
  guint64 words[sizeof (KhattStampKey) / sizeof (guint64)];
  guint64 hash = 0;

  memcpy (words, &picture->key, sizeof words);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (hash >> 32);
}

static gboolean
equal_pictures (gconstpointer a, gconstpointer b)
{
  const Picture *first = a;
  const Picture *second = b;

  return first->grid == second->grid && memcmp (&first->key, &second->key, sizeof first->key) == 0;
}

static void
free_picture (gpointer data)
{
  Picture *picture = data;

  cairo_surface_destroy (picture->surface);
  g_free (picture);
}

/**
 * khatt_stamps_new:
 *
 * Returns: (transfer full): no pictures yet
 */
KhattStamps *
khatt_stamps_new (void)
{
  KhattStamps *self = g_new0 (KhattStamps, 1);

  self->pictures = g_hash_table_new_full (hash_picture, equal_pictures, free_picture, NULL);

  return self;
}

/**
 * khatt_stamps_free:
 * @stamps: (transfer full): pictures
 *
 * Frees them.
 */
void
khatt_stamps_free (KhattStamps *stamps)
{
  g_hash_table_unref (stamps->pictures);
  g_free (stamps);
}

/**
 * khatt_stamps_get_n_pictures:
 * @stamps: pictures
 *
 * Returns: how many are kept
 */
guint
khatt_stamps_get_n_pictures (const KhattStamps *stamps)
{
  return g_hash_table_size (stamps->pictures);
}

/**
 * khatt_stamp_pack_color:
 * @color: a colour
 *
 * Returns: the colour for a key, 16 bits a channel
 */
guint64
khatt_stamp_pack_color (const KhattColor *color)
{
  return (guint64) (color->red * MOST_CHANNEL) << 48 |
         (guint64) (color->green * MOST_CHANNEL) << 32 |
         (guint64) (color->blue * MOST_CHANNEL) << 16 | (guint64) (color->alpha * MOST_CHANNEL);
}

static gboolean
is_whole (double value)
{
  return fabs (value - round (value)) < EPSILON;
}

static gboolean
is_on_grid (cairo_t *cr, double grid, double x, double y)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);

  return is_whole ((x + matrix.x0 / matrix.xx) * grid) &&
         is_whole ((y + matrix.y0 / matrix.yy) * grid);
}

/* What is inked of a surface, in device pixels; nothing where nothing is. */
static cairo_rectangle_int_t
find_ink (cairo_surface_t *surface)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int x1 = width, x2 = 0, y1 = height, y2 = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + (gsize) y * stride + x * sizeof pixel, sizeof pixel);
        if (pixel == 0)
          continue;
        x1 = MIN (x1, x);
        x2 = MAX (x2, x + 1);
        y1 = MIN (y1, y);
        y2 = y + 1;
      }

  return (cairo_rectangle_int_t){ x1, y1, MAX (x2 - x1, 0), MAX (y2 - y1, 0) };
}

/* A copy costs by the pixel, inked or not. */
static void
trim_picture (Picture *picture)
{
  cairo_rectangle_int_t ink;
  cairo_surface_t *trimmed;
  const guint8 *from;
  guint8 *to;

  cairo_surface_flush (picture->surface);
  ink = find_ink (picture->surface);
  trimmed = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ink.width, ink.height);
  from = cairo_image_surface_get_data (picture->surface);
  to = cairo_image_surface_get_data (trimmed);
  for (int row = 0; row < ink.height; row++)
    memcpy (to + (gsize) row * cairo_image_surface_get_stride (trimmed),
            from + (gsize) (ink.y + row) * cairo_image_surface_get_stride (picture->surface) +
                ink.x * sizeof (guint32),
            ink.width * sizeof (guint32));
  cairo_surface_mark_dirty (trimmed);
  cairo_surface_set_device_scale (trimmed, picture->grid, picture->grid);
  cairo_surface_destroy (picture->surface);
  picture->surface = trimmed;
  picture->x += ink.x / picture->grid;
  picture->y += ink.y / picture->grid;
}

/* NULL where it would be unreasonably large. */
static Picture *
draw_picture (const KhattStamp *stamp, double grid)
{
  const KhattRect *bounds = &stamp->bounds;
  double x1 = floor (bounds->x * grid) - 1;
  double y1 = floor (bounds->y * grid) - 1;
  double width = ceil ((bounds->x + bounds->width) * grid) + 1 - x1;
  double height = ceil ((bounds->y + bounds->height) * grid) + 1 - y1;
  Picture *picture;
  cairo_t *cr;

  if (!(width <= MOST_SIDE && height <= MOST_SIDE))
    return NULL;

  picture = g_new (Picture, 1);
  *picture = (Picture){ stamp->key, grid, NULL, x1 / grid, y1 / grid };
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_surface_set_device_scale (picture->surface, grid, grid);
  cr = cairo_create (picture->surface);
  cairo_translate (cr, -picture->x, -picture->y);
  stamp->draw (cr, stamp->data);
  cairo_destroy (cr);
  trim_picture (picture);

  return picture;
}

static const Picture *
ensure_picture (KhattStamps *self, const KhattStamp *stamp, double grid)
{
  Picture wanted = { .key = stamp->key, .grid = grid };
  Picture *picture = g_hash_table_lookup (self->pictures, &wanted);

  if (picture != NULL)
    return picture;

  picture = draw_picture (stamp, grid);
  if (picture == NULL)
    return NULL;
  if (self->n_bytes > MOST_BYTES)
    {
      g_hash_table_remove_all (self->pictures);
      self->n_bytes = 0;
    }
  self->n_bytes += (gsize) cairo_image_surface_get_stride (picture->surface) *
                   cairo_image_surface_get_height (picture->surface);
  g_hash_table_add (self->pictures, picture);

  return picture;
}

/**
 * khatt_stamps_show:
 * @stamps: the pictures; one is made where the stamp has none yet
 * @cr: where to show it; its matrix only moves and enlarges
 * @grid: device pixels a pixel
 * @stamp: what to show
 * @x: where its origin is
 * @y: where its origin is
 *
 * Shows a stamp by copying.
 *
 * Returns: %FALSE, with nothing shown, where the origin is on no whole device pixel or the stamp is
 * unreasonably large: then it has to be drawn
 */
gboolean
khatt_stamps_show (KhattStamps *stamps,
                   cairo_t *cr,
                   double grid,
                   const KhattStamp *stamp,
                   double x,
                   double y)
{
  const Picture *picture;

  if (!is_on_grid (cr, grid, x, y))
    return FALSE;

  picture = ensure_picture (stamps, stamp, grid);
  if (picture == NULL)
    return FALSE;

  cairo_set_source_surface (cr, picture->surface, x + picture->x, y + picture->y);
  cairo_paint (cr);

  return TRUE;
}
