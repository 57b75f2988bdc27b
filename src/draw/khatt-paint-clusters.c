/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Many events as one: the pills of clusters and the links between them. */

#include "khatt-painter-private.h"

#include <math.h>

#define PILL_RADIUS 12
#define PILL_OUTLINE 1.8
#define PILL_HALO 2
#define SHARE_ALPHA 0.35

/* A pill by itself, its origin in its upper corner. */
typedef struct
{
  KhattRect pill;
  double scale;
  KhattPlate plate;
  double share_from; /* x where what is lit of it begins, and how wide that is */
  double share_width;
} PillLook;

static void
fill_box (cairo_t *cr, const PillLook *look, double margin, const KhattColor *color)
{
  const KhattRect box = khatt_rect_grow (&look->pill, margin);

  khatt_painting_round_box (cr, &box, PILL_RADIUS * look->scale + margin);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_fill (cr);
}

/* From the earlier end as far as its events are lit. */
static void
fill_share (cairo_t *cr, const PillLook *look)
{
  KhattColor color = khatt_color_with_alpha (&look->plate.color, SHARE_ALPHA);

  cairo_save (cr);
  cairo_rectangle (cr, look->share_from, 0, look->share_width, look->pill.height);
  cairo_clip (cr);
  fill_box (cr, look, -PILL_OUTLINE * look->scale, &color);
  cairo_restore (cr);
}

/* Three fills, one over the other, cost less than two strokes. */
static void
draw_pill (cairo_t *cr, gconstpointer data)
{
  const PillLook *look = data;

  fill_box (cr, look, PILL_HALO, &look->plate.ground);
  fill_box (cr, look, 0, &look->plate.color);
  fill_box (cr, look, -PILL_OUTLINE * look->scale, &look->plate.ground);
  if (look->share_width > 0)
    fill_share (cr, look);
  khatt_plate_paint (cr, &look->plate);
}

/* In whole pixels; 0 where nothing stands back, or all of it does. */
static double
measure_share (const KhattPainting *painting, const KhattCluster *cluster)
{
  const KhattClusterBox *box = &cluster->box;

  if (painting->faded == NULL || box->n_lit == 0)
    return 0;
  return MAX (1, round (box->pill.width * box->n_lit / box->n_events));
}

static gboolean
is_painted (const KhattPainting *painting, const KhattCluster *cluster)
{
  return (cluster->box.n_lit == 0) == painting->is_faded &&
         khatt_painting_shows_lane (painting, cluster->box.lane);
}

static void
paint_pill (const KhattPainting *painting, const KhattCluster *cluster)
{
  const KhattRect *pill = &cluster->box.pill;
  double scale = painting->text_scale;
  double earlier = painting->sign > 0 ? 0 : pill->width;
  gboolean is_low = khatt_frame_is_low (&painting->layout->frame, cluster->box.lane);
  double share = measure_share (painting, cluster);
  PillLook look = {
    .pill = { 0, 0, pill->width, pill->height },
    .scale = scale,
    .plate = khatt_plate_make (painting->palette, cluster->commonest, KHATT_STATUS_HAPPENED,
                               painting->layout->params.scale.direction,
                               earlier + painting->sign * cluster->plate_inset, pill->height / 2,
                               cluster->plate_size),
    .share_width = share,
    .share_from = painting->sign > 0 ? 0 : pill->width - share,
  };
  KhattStamp stamp = {
    .key = {
      .form = KHATT_STAMP_PILL |
              KHATT_STAMP_VARIANT ((guint) cluster->commonest | (painting->sign > 0) << 8 |
                                   is_low << 9),
      .number = (guint64) share,
      .size = scale,
      .extent = pill->width,
      .dx = cluster->plate_inset,
      .ink = khatt_stamp_pack_color (&look.plate.color),
      .ground = khatt_stamp_pack_color (&look.plate.ground),
    },
    .bounds = khatt_rect_grow (&look.pill, PILL_HALO),
    .draw = draw_pill,
    .data = &look,
  };

  look.plate.has_halo = FALSE;
  khatt_ink_stamp (painting->ink, &stamp, pill->x, pill->y);
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
 * Paints links, pills and their counts. Links stand back as soon as anything does.
 */
void
khatt_paint_clusters (const KhattPainting *painting)
{
  const KhattLayout *layout = painting->layout;

  gboolean has_links = painting->is_faded == (painting->faded != NULL);

  for (guint i = 0; has_links && i < layout->links->len; i++)
    {
      const KhattClusterLink *link = &g_array_index (layout->links, KhattClusterLink, i);

      if (khatt_painting_shows_lanes (painting, link->first_lane, link->last_lane))
        paint_link (painting, link);
    }
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattCluster *cluster = &g_array_index (layout->clusters, KhattCluster, i);
      KhattRect ink = khatt_rect_grow (&cluster->box.pill, PILL_HALO);

      if (is_painted (painting, cluster) && khatt_painting_shows (painting, &ink))
        paint_pill (painting, cluster);
    }
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattCluster *cluster = &g_array_index (layout->clusters, KhattCluster, i);

      if (!is_painted (painting, cluster) || !khatt_painting_shows (painting, &cluster->box.pill))
        continue;
      khatt_ink_show_label (painting->ink, cluster->count, cluster->count_x,
                            cluster->count_baseline, KHATT_ALIGN_LEAST, &painting->palette->text,
                            NULL);
    }
}
