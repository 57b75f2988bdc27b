/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "khatt-layout.h"
#include "khatt-palette.h"

G_BEGIN_DECLS

/* The plot as pixels that outlive frames: one a view, not thread safe. */
typedef struct _KhattCanvas KhattCanvas;

typedef enum
{
  KHATT_CANVAS_STAYS, /* but for the rows that khatt_canvas_has_changed() tells */
  KHATT_CANVAS_MOVES, /* along time */
  KHATT_CANVAS_IS_NEW,
} KhattCanvasChange;

KhattCanvas *khatt_canvas_new (void);
void khatt_canvas_free (KhattCanvas *canvas);
/* Makes it the plot of a layout, painting no more than it has to. `grid`: device pixels a pixel. */
KhattCanvasChange khatt_canvas_paint (KhattCanvas *canvas,
                                      const KhattLayout *layout,
                                      const KhattPalette *palette,
                                      guint grid,
                                      KhattShaper *shaper);
/* Did anything in a rectangle change where the canvas stayed? */
gboolean khatt_canvas_has_changed (const KhattCanvas *canvas, const KhattRect *rect);
/* Its pixels, whose origin is the plot's; none before it is painted. */
cairo_surface_t *khatt_canvas_get_surface (KhattCanvas *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattCanvas, khatt_canvas_free)

G_END_DECLS
