/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Opaque pixels, of which a window is seen that moves sideways without copying. All lengths are in
 * device pixels but those of surfaces. */
typedef struct _KhattPixels KhattPixels;

KhattPixels *khatt_pixels_new (guint width, guint height, guint grid);
void khatt_pixels_unref (KhattPixels *pixels);
gboolean khatt_pixels_has_size (const KhattPixels *pixels, guint width, guint height, guint grid);
/* Is the window shown by a surface that somebody else holds? */
gboolean khatt_pixels_is_shown (const KhattPixels *pixels);
/* What is in the window moves towards greater x; what comes in at the edge is anything. */
void khatt_pixels_move (KhattPixels *pixels, int columns);
/* To paint the window: its origin is 0, 0. */
cairo_t *khatt_pixels_paint (KhattPixels *pixels);
/* To show the window, as it is now and as it will be painted until it moves. Nobody paints there.
 */
cairo_surface_t *khatt_pixels_show (KhattPixels *pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattPixels, khatt_pixels_unref)

G_END_DECLS
