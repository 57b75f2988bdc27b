/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-ink.h"
#include "khatt-layout.h"

G_BEGIN_DECLS

/* One end of a dimension line. */
typedef struct
{
  double x;
  double bottom;      /* of the dashed line down to the event's plate; 0: none */
  gboolean is_inside; /* of the plot; else the line runs out at its edge */
} KhattDimensionEnd;

/* The line between two events that says how far they are apart. Computed; a value, but for the
 * label, which the shaper lends. */
typedef struct
{
  KhattDimensionEnd ends[2]; /* least x first */
  double y;
  double text_scale;
  const KhattLabel *label;
  KhattRect pill;
  KhattRect bounds; /* of all its ink */
} KhattDimension;

gboolean khatt_dimension_lay_out (const KhattLayout *layout,
                                  const guint32 slots[2],
                                  const char *text,
                                  KhattShaper *shaper,
                                  KhattDimension *dimension);
void
khatt_dimension_paint (const KhattDimension *dimension, const KhattPalette *palette, KhattInk *ink);

G_END_DECLS
