/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The columns of ribbons. A screen shows some ten thousand boxes of them, all on whole pixels: they
 * are written into a strip of pixels, a lane at a time, which is then copied. Where there are no
 * pixels they are one path a kind. */

#include "khatt-painter-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const KhattRibbonColumn *columns;
  guint n_columns;
  KhattRect box; /* of all of them */
} Ribbon;

/* Columns of a lane follow each other. */
static Ribbon
take_ribbon (const GArray *columns, guint first)
{
  const KhattRibbonColumn *column = &g_array_index (columns, KhattRibbonColumn, first);
  Ribbon ribbon = { .columns = column };
  double least = column->x;
  double greatest = column->x;
  double highest = 0;

  for (guint i = first; i < columns->len; i++, column++)
    {
      double height = 0;

      if (column->base != ribbon.columns->base)
        break;
      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        height += column->heights[kind];
      highest = MAX (highest, height);
      least = MIN (least, column->x);
      greatest = MAX (greatest, column->x);
      ribbon.n_columns++;
    }
  ribbon.box = (KhattRect){ least, ribbon.columns->base - highest,
                            greatest - least + KHATT_RIBBON_INK, highest };

  return ribbon;
}

static void
fill_paths (const KhattPainting *painting, const Ribbon *ribbon)
{
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      khatt_painting_set_color (painting, &painting->palette->kinds[kind], 1);
      for (guint i = 0; i < ribbon->n_columns; i++)
        {
          const KhattRibbonColumn *column = &ribbon->columns[i];
          double y = column->base;

          if (column->heights[kind] == 0)
            continue;
          for (guint below = 0; below <= kind; below++)
            y -= column->heights[below];
          cairo_rectangle (painting->cr, column->x, y, KHATT_RIBBON_INK, column->heights[kind]);
        }
      cairo_fill (painting->cr);
    }
}

static guint32
get_pixel (const KhattColor *color)
{
  return 0xff000000 | (guint32) lround (color->red * G_MAXUINT8) << 16 |
         (guint32) lround (color->green * G_MAXUINT8) << 8 |
         (guint32) lround (color->blue * G_MAXUINT8);
}

/* From the base up, `grid` device pixels a pixel. */
static void
write_column (const KhattRibbonColumn *column,
              const guint32 colors[KHATT_N_KINDS],
              guint grid,
              guint8 *bottom,
              int stride)
{
  guint width = KHATT_RIBBON_INK * grid;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    for (guint i = 0; i < column->heights[kind] * grid; i++)
      {
        guint32 *pixels = (guint32 *) (void *) bottom;

        for (guint x = 0; x < width; x++)
          pixels[x] = colors[kind];
        bottom -= stride;
      }
}

/* The strip is larger than the ribbon: what it held before is wiped away first. */
static void
copy_strip (const KhattPainting *painting,
            const Ribbon *ribbon,
            const guint32 colors[KHATT_N_KINDS],
            guint grid,
            cairo_surface_t *strip)
{
  const KhattRect *box = &ribbon->box;
  gsize bytes = (gsize) (box->width * grid) * sizeof (guint32);
  int n_rows = (int) box->height * (int) grid;
  int stride = cairo_image_surface_get_stride (strip);
  guint8 *data;

  cairo_surface_flush (strip);
  data = cairo_image_surface_get_data (strip);
  for (int row = 0; row < n_rows; row++)
    memset (data + (gsize) row * stride, 0, bytes);
  for (guint i = 0; i < ribbon->n_columns; i++)
    {
      gsize x = (gsize) (ribbon->columns[i].x - box->x) * grid;

      write_column (&ribbon->columns[i], colors, grid,
                    data + (gsize) (n_rows - 1) * stride + x * sizeof (guint32), stride);
    }
  cairo_surface_mark_dirty (strip);

  cairo_set_source_surface (painting->cr, strip, box->x, box->y);
  cairo_rectangle (painting->cr, box->x, box->y, box->width, box->height);
  cairo_fill (painting->cr);
}

/* Its pixels are whatever was in that memory. */
static cairo_surface_t *
make_strip (const KhattPainting *painting, guint grid)
{
  static const cairo_user_data_key_t pixels_key;
  const KhattFrame *frame = &painting->layout->frame;
  int width = (int) (frame->plot.width + 4 * KHATT_RIBBON_COLUMN) * (int) grid;
  int height = (int) frame->row_height * (int) grid;
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, width);
  guint8 *pixels = g_malloc ((gsize) stride * height);
  cairo_surface_t *strip =
      cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, width, height, stride);

  cairo_surface_set_user_data (strip, &pixels_key, pixels, g_free);
  cairo_surface_set_device_scale (strip, grid, grid);

  return strip;
}

/**
 * khatt_paint_ribbons:
 * @painting: what is painted
 *
 * Paints all columns and their counts.
 */
void
khatt_paint_ribbons (const KhattPainting *painting)
{
  const GArray *columns = painting->layout->columns;
  double grid = khatt_ink_get_grid (painting->ink);
  gboolean has_strip = columns->len > 0 && grid >= 1 && grid == floor (grid);
  cairo_surface_t *strip = has_strip ? make_strip (painting, (guint) grid) : NULL;
  guint32 colors[KHATT_N_KINDS];

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    colors[kind] = get_pixel (&painting->palette->kinds[kind]);

  for (guint i = 0; i < columns->len;)
    {
      Ribbon ribbon = take_ribbon (columns, i);

      i += ribbon.n_columns;
      if (!khatt_painting_shows (painting, &ribbon.box))
        continue;
      if (strip != NULL)
        copy_strip (painting, &ribbon, colors, (guint) grid, strip);
      else
        fill_paths (painting, &ribbon);
    }
  g_clear_pointer (&strip, cairo_surface_destroy);

  khatt_paint_texts (painting, KHATT_TEXT_RIBBON_COUNT, KHATT_TEXT_RIBBON_COUNT);
}
