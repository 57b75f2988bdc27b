/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-layout-private.h"
#include "khatt-painter.h"
#include "khatt-plate.h"

G_BEGIN_DECLS

/* And more: ink of the ground's colour round a mark or a label. */
#define KHATT_PAINTING_HALO 4

/* Where some rows stay while others scroll below them, what stands in the plot is painted twice: at
 * the top what joins the lanes that stay, and below what joins the others. */
typedef enum
{
  KHATT_ROWS_ALL,
  KHATT_ROWS_PINNED,
  KHATT_ROWS_SCROLLED,
} KhattRows;

/* What every painting function needs; made on the stack. */
typedef struct
{
  const KhattLayout *layout;
  const KhattPalette *palette;
  const KhattPalette *faded; /* of what stands back; NULL: nothing does */
  gboolean is_faded;         /* only that is painted, or only the rest */
  KhattInk *ink;
  cairo_t *cr;
  double text_scale;
  int sign; /* of time: khatt_scale_sign() */
  gboolean is_high_contrast;
  KhattRows rows;
  const KhattRect *area; /* nothing outside of it has to be painted; NULL: all has */
} KhattPainting;

gboolean khatt_painting_shows_lane (const KhattPainting *painting, guint lane);
gboolean khatt_painting_shows_lanes (const KhattPainting *painting, guint first, guint last);
gboolean khatt_painting_shows (const KhattPainting *painting, const KhattRect *rect);

void
khatt_painting_set_color (const KhattPainting *painting, const KhattColor *color, double alpha);
/* A filled box between two x and two y, in any order. */
void
khatt_painting_fill (const KhattPainting *painting, double x1, double y1, double x2, double y2);
/* A line one pixel wide that fills the pixels towards later from x, or below y. */
void khatt_painting_vertical (const KhattPainting *painting, double x, double y1, double y2);
void khatt_painting_horizontal (const KhattPainting *painting, double x1, double x2, double y);
void khatt_painting_round_box (cairo_t *cr, const KhattRect *rect, double radius);
const KhattColor *khatt_painting_get_color (const KhattPainting *painting, const KhattMark *mark);
gboolean khatt_mark_is_hollow (const KhattMark *mark);

/* Calls `paint` for all rows, or clipped for those that stay and those that scroll. */
void khatt_painting_for_rows (const KhattPainting *painting,
                              const KhattRect *box,
                              void (*paint) (const KhattPainting *painting));

void khatt_paint_ground (const KhattPainting *painting);
void khatt_paint_lane_lines (const KhattPainting *painting);
void khatt_paint_headers (const KhattPainting *painting);
void khatt_paint_pinned_edge (const KhattPainting *painting);
/* The text of a role, in its colour. */
void khatt_paint_texts (const KhattPainting *painting, KhattTextRole first, KhattTextRole last);

void khatt_paint_curtain (const KhattPainting *painting, const KhattMark *mark);
void khatt_paint_trace (const KhattPainting *painting, const KhattMark *mark);

typedef struct
{
  double width; /* 3, or 4 where hovered or selected */
  gboolean glows;
} KhattConnectorLook;
void khatt_paint_connector (const KhattPainting *painting,
                            const KhattMark *mark,
                            const KhattConnectorLook *look);
void khatt_paint_ends (const KhattPainting *painting, const KhattMark *mark);
void khatt_paint_plate (const KhattPainting *painting, const KhattPlate *plate);
KhattPlate khatt_painting_make_plate (const KhattPainting *painting, const KhattMark *mark);
void khatt_paint_plate_of (const KhattPainting *painting, const KhattMark *mark);
void khatt_paint_label_of (const KhattPainting *painting, const KhattMark *mark);

void khatt_paint_ribbons (const KhattPainting *painting);
void khatt_paint_clusters (const KhattPainting *painting);

G_END_DECLS
