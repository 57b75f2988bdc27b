/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-ink.h"
#include "khatt-layout.h"
#include "khatt-palette.h"

G_BEGIN_DECLS

/* Ink for a layout. Decides nothing: colours from the palette, places from the layout. */
void khatt_painter_paint (const KhattLayout *layout, const KhattPalette *palette, KhattInk *ink);

/* States, each for a render node of its own, drawn over the picture. */
typedef enum
{
  KHATT_STATE_HOVERED,
  KHATT_STATE_SELECTED,
  KHATT_STATE_FOCUSED,
} KhattMarkState;
void khatt_painter_paint_state (const KhattLayout *layout, const KhattPalette *palette, guint32 slot, KhattMarkState state, KhattInk *ink);
/* The lanes' tint under a state: painted below the marks, so part of khatt_painter_paint() for params.selected. */
KhattRect khatt_painter_get_state_bounds (const KhattLayout *layout, guint32 slot, KhattMarkState state);

/* One kind's plate of `size` pixels centred at x, y, for lists, panes and legends. */
void khatt_painter_paint_plate (cairo_t *cr, double x, double y, double size, KhattKind kind, KhattStatus status, KhattDirection direction,
                                const KhattPalette *palette, const KhattColor *ground);

G_END_DECLS
