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

/* A part of it, on whole pixels. */
void khatt_painter_paint_area (const KhattLayout *layout,
                               const KhattPalette *palette,
                               const KhattRect *area,
                               KhattInk *ink);

/* States, each for a render node of its own, drawn over the picture: only what the state adds. The
 * tint of a selected event's lanes lies below the marks and belongs to khatt_painter_paint(),
 * through params.selected: when another is selected, khatt_painter_paint_area() paints the rows
 * that khatt_painter_list_rows() names. Those of a hovered event are tinted over all. A plate
 * alone, for lists and panes: khatt-plate.h. */
typedef enum
{
  KHATT_STATE_HOVERED,
  KHATT_STATE_SELECTED,
  KHATT_STATE_COMPARED, /* with the selected one */
  KHATT_STATE_FOCUSED,
} KhattMarkState;
void khatt_painter_paint_state (const KhattLayout *layout,
                                const KhattPalette *palette,
                                guint32 slot,
                                KhattMarkState state,
                                KhattInk *ink);
/* Everything that state can add lies in here: ring, glow, label. */
KhattRect khatt_painter_get_state_bounds (const KhattLayout *layout, guint32 slot);

/* The rows in view of an event's lanes, of KhattRect: what its tint covers. */
GArray *khatt_painter_list_rows (const KhattLayout *layout, guint32 slot, gboolean has_headers);
KhattColor khatt_painter_get_hover_tint (const KhattPalette *palette);

G_END_DECLS
