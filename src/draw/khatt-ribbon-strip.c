/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ribbons in pixels. A screen shows some ten thousand boxes of them, all on whole pixels: a lane's
 * are written into a strip of memory, which is then copied. The strip has the ground under them
 * too, so that copying it is no blending; a lane's ground is the same at every height between its
 * hairlines, one row of pixels knows it all. */

#include "khatt-ribbon-strip.h"

#include <math.h>
#include <string.h>

typedef enum
{
  GROUND_NONE, /* yet */
  GROUND_PLAIN,
  GROUND_SELECTED,
  N_GROUNDS,
} Ground;

/* What is as wide as a column; of a column at `grid` device pixels a pixel there are as many. */
typedef struct
{
  guint32 pixels[KHATT_RIBBON_INK];
} Stretch;

struct _KhattRibbonStrip
{
  const KhattPainting *painting;
  guint grid;
  double x; /* of its edge; columns begin there, and every KHATT_RIBBON_COLUMN pixels */
  guint n_pixels;
  guint n_rows;
  gboolean has_ground;
  Ground ground; /* what is written between the columns */
  guint32 *grounds[N_GROUNDS];
  guint32 *pixels;
  cairo_surface_t *surface;
  Stretch colors[KHATT_N_KINDS];
  Stretch lit_colors[KHATT_N_KINDS]; /* where the others are faded */
};

static Stretch
make_stretch (const KhattColor *color)
{
  guint32 pixel = 0xff000000 | (guint32) lround (color->red * G_MAXUINT8) << 16 |
                  (guint32) lround (color->green * G_MAXUINT8) << 8 |
                  (guint32) lround (color->blue * G_MAXUINT8);

  return (Stretch){ { pixel, pixel, pixel, pixel } };
}

static cairo_surface_t *
make_surface (const KhattRibbonStrip *self, guint32 *pixels, guint n_rows)
{
  cairo_format_t format = self->has_ground ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
  cairo_surface_t *surface =
      cairo_image_surface_create_for_data ((guint8 *) pixels, format, (int) self->n_pixels,
                                           (int) n_rows, (int) (self->n_pixels * sizeof (guint32)));

  cairo_surface_set_device_scale (surface, self->grid, self->grid);

  return surface;
}

/**
 * khatt_ribbon_strip_new:
 * @painting: (transfer none): what is painted; outlives the strip
 * @column_x: where any column is
 * @grid: device pixels a pixel
 *
 * Makes a strip that is long enough for every ribbon of a picture.
 *
 * Returns: (transfer full): the strip
 */
KhattRibbonStrip *
khatt_ribbon_strip_new (const KhattPainting *painting, double column_x, guint grid)
{
  const KhattFrame *frame = &painting->layout->frame;
  const KhattPalette *palette = painting->faded != NULL ? painting->faded : painting->palette;
  KhattRibbonStrip *self = g_new0 (KhattRibbonStrip, 1);
  double before = ceil ((column_x - frame->plot.x) / KHATT_RIBBON_COLUMN) + 1;

  self->painting = painting;
  self->grid = grid;
  self->x = column_x - before * KHATT_RIBBON_COLUMN;
  self->n_pixels = (guint) (frame->plot.width + 4 * KHATT_RIBBON_COLUMN) * grid;
  self->n_rows = (guint) frame->row_height * grid;
  /* Where contrast is high, weekends have dotted edges. */
  self->has_ground = !painting->is_high_contrast && painting->palette->lane.alpha == 1;
  self->pixels = g_new (guint32, (gsize) self->n_pixels * self->n_rows);
  self->surface = make_surface (self, self->pixels, self->n_rows);
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      self->colors[kind] = make_stretch (&palette->kinds[kind]);
      self->lit_colors[kind] = make_stretch (&painting->palette->kinds[kind]);
    }

  return self;
}

/**
 * khatt_ribbon_strip_free:
 * @strip: (transfer full): a strip
 *
 * Frees a strip.
 */
void
khatt_ribbon_strip_free (KhattRibbonStrip *strip)
{
  cairo_surface_destroy (strip->surface);
  for (guint i = 0; i < N_GROUNDS; i++)
    g_free (strip->grounds[i]);
  g_free (strip->pixels);
  g_free (strip);
}

static void
paint_row_of_ground (const KhattRibbonStrip *self, double y, guint32 *pixels)
{
  cairo_surface_t *surface = make_surface (self, pixels, 1);
  KhattPainting painting = *self->painting;

  painting.cr = cairo_create (surface);
  cairo_translate (painting.cr, -self->x, -y);
  khatt_paint_ground (&painting);
  cairo_destroy (painting.cr);
  cairo_surface_destroy (surface);
}

static gboolean
is_selected (const KhattLayout *layout, guint lane)
{
  guint n_joins;
  const KhattJoin *joins =
      khatt_arrangement_get_joins (layout->arrangement, layout->params.selected, &n_joins);

  for (guint i = 0; i < n_joins; i++)
    if (joins[i].lane == lane)
      return TRUE;

  return FALSE;
}

/* Writes the ground of a ribbon's lane where the columns leave it free at every height. What is
 * there of the ribbon before goes when columns are written over it. */
static const guint32 *
ensure_ground (KhattRibbonStrip *self, const KhattRibbon *ribbon)
{
  Ground ground =
      is_selected (self->painting->layout, ribbon->lane) ? GROUND_SELECTED : GROUND_PLAIN;
  KhattRect region = khatt_frame_get_region (&self->painting->layout->frame, ribbon->lane);
  guint32 **row = &self->grounds[ground];

  if (*row == NULL)
    {
      *row = g_new0 (guint32, self->n_pixels);
      if (self->has_ground)
        paint_row_of_ground (self, MAX (ribbon->box.y, region.y), *row);
    }
  for (guint i = 0; self->ground != ground && i < self->n_rows; i++)
    memcpy (self->pixels + (gsize) i * self->n_pixels, *row, self->n_pixels * sizeof (guint32));
  self->ground = ground;

  return *row;
}

/* From a row up to before another. */
static guint32 *
write_rows (guint32 *from, guint32 *to, gsize n_pixels, const Stretch *stretch)
{
  const Stretch written = *stretch;

  for (; from != to; from -= n_pixels)
    memcpy (from, &written, sizeof written);

  return to;
}

/* All of its height: its kinds, and the ground above them. */
static void
write_column (const KhattRibbonStrip *self,
              const guint8 heights[KHATT_N_KINDS],
              const guint32 *ground,
              guint x,
              guint n_rows)
{
  gsize n_pixels = self->n_pixels;
  gsize n_of_pixel = n_pixels * self->grid; /* of the rows that make one pixel */

  for (guint i = 0; i < self->grid; i++, x += KHATT_RIBBON_INK)
    {
      guint32 *bottom = self->pixels + (self->n_rows - 1) * n_pixels + x;
      guint32 *at = bottom;
      Stretch under;

      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        at = write_rows (at, at - heights[kind] * n_of_pixel, n_pixels, &self->colors[kind]);
      memcpy (&under, ground + x, sizeof under);
      write_rows (at, bottom - n_rows * n_pixels, n_pixels, &under);
    }
}

/* Over the foot of its column. */
static void
write_lit (const KhattRibbonStrip *self, const guint8 lit[KHATT_N_KINDS], guint x)
{
  gsize n_pixels = self->n_pixels;

  for (guint i = 0; i < self->grid; i++, x += KHATT_RIBBON_INK)
    {
      guint32 *at = self->pixels + (self->n_rows - 1) * n_pixels + x;

      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        at = write_rows (at, at - lit[kind] * n_pixels * self->grid, n_pixels,
                         &self->lit_colors[kind]);
    }
}

static void
write_columns (KhattRibbonStrip *self, const KhattRibbon *ribbon)
{
  static const guint8 nothing[KHATT_N_KINDS] = { 0 };
  const guint32 *ground = ensure_ground (self, ribbon);
  guint n_rows = (guint) ribbon->box.height * self->grid;
  guint pitch = KHATT_RIBBON_COLUMN * self->grid;
  guint x = (guint) (ribbon->box.x - self->x) * self->grid;

  for (guint i = 0; i < ribbon->n_columns; i++, x += pitch)
    {
      guint place = self->painting->sign > 0 ? i : ribbon->n_columns - 1 - i;
      const KhattRibbonColumn *column = &ribbon->columns[place];
      guint column_x = (guint) (column->x - self->x) * self->grid;

      for (; x < column_x; x += pitch)
        write_column (self, nothing, ground, x, n_rows);
      write_column (self, column->heights, ground, x, n_rows);
      if (self->painting->faded != NULL)
        write_lit (self, column->lit, x);
    }
}

/**
 * khatt_ribbon_strip_paint:
 * @strip: a strip
 * @ribbon: a ribbon, some of it in the plot
 *
 * Paints a ribbon, with the ground that khatt_paint_ground() gave it.
 */
void
khatt_ribbon_strip_paint (KhattRibbonStrip *strip, const KhattRibbon *ribbon)
{
  const KhattRect *box = &ribbon->box;
  double height = strip->n_rows / strip->grid;
  cairo_t *cr = strip->painting->cr;

  cairo_surface_flush (strip->surface);
  write_columns (strip, ribbon);
  cairo_surface_mark_dirty (strip->surface);

  cairo_set_source_surface (cr, strip->surface, strip->x, box->y + box->height - height);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}
