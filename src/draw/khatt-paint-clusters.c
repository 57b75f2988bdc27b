/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Many events as one: the columns of ribbons and the pills of clusters. */

#include "khatt-painter-private.h"

#define PILL_RADIUS 12
#define PILL_OUTLINE 1.8
#define PILL_HALO 2

/**
 * khatt_paint_ribbons:
 * @painting: what is painted
 *
 * Paints all columns, one path a kind.
 */
void
khatt_paint_ribbons (const KhattPainting *painting)
{
  const GArray *columns = painting->layout->columns;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      khatt_painting_set_color (painting, &painting->palette->kinds[kind], 1);
      for (guint i = 0; i < columns->len; i++)
        {
          const KhattRibbonColumn *column = &g_array_index (columns, KhattRibbonColumn, i);
          double y = column->base;

          if (column->heights[kind] == 0)
            continue;
          for (guint below = 0; below <= kind; below++)
            y -= column->heights[below];
          cairo_rectangle (painting->cr, column->x, y, KHATT_RIBBON_INK, column->heights[kind]);
        }
      cairo_fill (painting->cr);
    }

  khatt_paint_texts (painting, KHATT_TEXT_RIBBON_COUNT, KHATT_TEXT_RIBBON_COUNT);
}

static void
fill_box (const KhattPainting *painting,
          const KhattRect *pill,
          double margin,
          const KhattColor *color)
{
  const KhattRect box = khatt_rect_grow (pill, margin);

  khatt_painting_round_box (painting, &box, PILL_RADIUS * painting->text_scale + margin);
  khatt_painting_set_color (painting, color, 1);
  cairo_fill (painting->cr);
}

/* Three fills, one over the other, cost less than two strokes. */
static void
paint_pill (const KhattPainting *painting, const KhattCluster *cluster)
{
  cairo_t *cr = painting->cr;
  double scale = painting->text_scale;
  double size = KHATT_PLATE_SIZE * KHATT_PILL_PLATE * scale;
  double earlier =
      painting->sign > 0 ? cluster->box.pill.x : cluster->box.pill.x + cluster->box.pill.width;
  KhattPlate plate;

  fill_box (painting, &cluster->box.pill, PILL_HALO, &painting->palette->lane);
  fill_box (painting, &cluster->box.pill, 0, &painting->palette->kinds[cluster->commonest]);
  fill_box (painting, &cluster->box.pill, -PILL_OUTLINE * scale, &painting->palette->lane);

  plate = khatt_plate_make (painting->palette, cluster->commonest, KHATT_STATUS_HAPPENED,
                            painting->layout->params.scale.direction,
                            earlier + painting->sign * cluster->plate_inset,
                            cluster->box.pill.y + cluster->box.pill.height / 2, size);
  plate.has_halo = FALSE;
  khatt_plate_paint (cr, &plate);
}

static void
paint_link (const KhattPainting *painting, const KhattClusterLink *link)
{
  double half = link->width / 2;

  khatt_painting_set_color (painting, &painting->palette->lane, 1);
  khatt_painting_fill (painting, link->x - half - KHATT_MARK_CONNECTOR_HALO, link->top,
                       link->x + half + KHATT_MARK_CONNECTOR_HALO, link->bottom);
  khatt_painting_set_color (painting, &painting->palette->kinds[link->kind], 1);
  khatt_painting_fill (painting, link->x - half, link->top, link->x + half, link->bottom);
}

/**
 * khatt_paint_clusters:
 * @painting: what is painted
 *
 * Paints links, pills and their counts.
 */
void
khatt_paint_clusters (const KhattPainting *painting)
{
  const KhattLayout *layout = painting->layout;

  for (guint i = 0; i < layout->links->len; i++)
    paint_link (painting, &g_array_index (layout->links, KhattClusterLink, i));
  for (guint i = 0; i < layout->clusters->len; i++)
    paint_pill (painting, &g_array_index (layout->clusters, KhattCluster, i));

  khatt_paint_texts (painting, KHATT_TEXT_CLUSTER_COUNT, KHATT_TEXT_CLUSTER_COUNT);
}
