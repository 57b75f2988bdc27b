/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "khatt-palette.h"
#include "khatt-rect.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

#define KHATT_PLATE_SIZE 24       /* the grid that the shapes are drawn on */
#define KHATT_PLATE_GLYPH_SIZE 14 /* smaller plates have no glyph */

/* One kind mark: what it needs to be drawn. A value, made on the stack. */
typedef struct
{
  double x; /* the centre */
  double y;
  double size; /* 24 at text scale 1 */
  KhattKind kind;
  KhattStatus status;
  KhattDirection direction; /* of time: some shapes mirror with it */
  KhattColor color;         /* the kind's */
  KhattColor ground;        /* the glyph, the inside of hollow plates, the halo */
  gboolean has_halo;        /* 2 px of ground outside the shape */
} KhattPlate;

/* A plate in a palette's colours, with its halo. */
KhattPlate khatt_plate_make (const KhattPalette *palette,
                             KhattKind kind,
                             KhattStatus status,
                             KhattDirection direction,
                             double x,
                             double y,
                             double size);
void khatt_plate_paint (cairo_t *cr, const KhattPlate *plate);
/* The silhouette alone, added to the current path of cr. */
void khatt_plate_add_path (cairo_t *cr, const KhattPlate *plate);
/* A ring round the silhouette that leaves the plate itself alone. From the silhouette outwards:
 * `inset` untouched, `gap` of the plate's ground, `width` of color. */
typedef struct
{
  KhattColor color;
  double inset;
  double gap;
  double width;
  gboolean is_dashed; /* 3-2 */
} KhattRing;
void khatt_plate_paint_ring (cairo_t *cr, const KhattPlate *plate, const KhattRing *ring);
/* Of all its ink: halo and strike included. */
KhattRect khatt_plate_get_bounds (const KhattPlate *plate);
gboolean khatt_plate_contains (const KhattPlate *plate, double x, double y);
/* TRUE where the shape mirrors with the direction of time. */
gboolean khatt_plate_is_mirrored (KhattKind kind);

G_END_DECLS
