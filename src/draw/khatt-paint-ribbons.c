/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The columns of ribbons: in pixels, a strip of them; where there are no pixels, one path a kind.
 */

#include "khatt-ribbon-strip.h"

#include <math.h>

/* Columns of a lane follow each other along time. */
static KhattRibbon
take_ribbon (const KhattLayout *layout, guint first)
{
  const KhattRibbonColumn *column = &g_array_index (layout->columns, KhattRibbonColumn, first);
  KhattRibbon ribbon = {
    .columns = column,
    .lane = column->lane,
  };
  double least = column->x;
  double greatest = column->x;
  guint8 highest = 0;

  for (guint i = first; i < layout->columns->len; i++, column++)
    {
      if (column->lane != ribbon.lane)
        break;
      highest = MAX (highest, column->height);
      least = MIN (least, column->x);
      greatest = MAX (greatest, column->x);
      ribbon.n_columns++;
    }
  ribbon.box = (KhattRect){ least, ribbon.columns->base - highest,
                            greatest - least + KHATT_RIBBON_INK, highest };

  return ribbon;
}

static void
fill_kind (const KhattPainting *painting, const KhattRibbon *ribbon, guint kind, gboolean is_lit)
{
  for (guint i = 0; i < ribbon->n_columns; i++)
    {
      const KhattRibbonColumn *column = &ribbon->columns[i];
      const guint8 *heights = is_lit ? column->lit : column->heights;
      double y = column->base;

      if (heights[kind] == 0)
        continue;
      for (guint below = 0; below <= kind; below++)
        y -= heights[below];
      cairo_rectangle (painting->cr, column->x, y, KHATT_RIBBON_INK, heights[kind]);
    }
  cairo_fill (painting->cr);
}

/* What is lit lies over the foot of all. */
static void
fill_paths (const KhattPainting *painting, const KhattRibbon *ribbon)
{
  const KhattPalette *palette = painting->faded != NULL ? painting->faded : painting->palette;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      khatt_painting_set_color (painting, &palette->kinds[kind], 1);
      fill_kind (painting, ribbon, kind, FALSE);
    }
  for (guint kind = 0; painting->faded != NULL && kind < KHATT_N_KINDS; kind++)
    {
      khatt_painting_set_color (painting, &painting->palette->kinds[kind], 1);
      fill_kind (painting, ribbon, kind, TRUE);
    }
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
  const KhattLayout *layout = painting->layout;
  const GArray *columns = layout->columns;
  double grid = khatt_ink_get_grid (painting->ink);
  g_autoptr (KhattRibbonStrip) strip = NULL;

  if (columns->len > 0 && grid >= 1 && grid == floor (grid))
    strip = khatt_ribbon_strip_new (painting, g_array_index (columns, KhattRibbonColumn, 0).x,
                                    (guint) grid);

  for (guint i = 0; i < columns->len;)
    {
      KhattRibbon ribbon = take_ribbon (layout, i);
      KhattRect region = khatt_frame_get_region (&layout->frame, ribbon.lane);

      i += ribbon.n_columns;
      if (!khatt_painting_shows_lane (painting, ribbon.lane) ||
          !khatt_painting_shows (painting, &ribbon.box) ||
          !khatt_rect_intersects (&ribbon.box, &region))
        continue;
      if (strip != NULL)
        khatt_ribbon_strip_paint (strip, &ribbon);
      else
        fill_paths (painting, &ribbon);
    }

  khatt_paint_texts (painting, KHATT_TEXT_RIBBON_COUNT, KHATT_TEXT_RIBBON_COUNT);
}
