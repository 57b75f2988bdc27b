/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-hue.h"
#include "khatt-kind.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_STYLE_LIGHT,
  KHATT_STYLE_DARK,
  KHATT_STYLE_HIGH_CONTRAST_LIGHT,
  KHATT_STYLE_HIGH_CONTRAST_DARK,
  KHATT_STYLE_PRINT,
} KhattStyle;

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} KhattColor;

/* The colours of one style, each named after what it is for. */
typedef struct
{
  KhattStyle style;
  KhattColor lane;
  KhattColor band;
  KhattColor window;
  KhattColor header;
  KhattColor text;
  KhattColor dim;
  KhattColor hair;
  KhattColor line;
  KhattColor lane_line;
  KhattColor accent;
  KhattColor accent_text;
  KhattColor selected_lane; /* accent with its alpha */
  KhattColor today;
  KhattColor kinds[KHATT_N_KINDS];
} KhattPalette;

const KhattPalette *khatt_palette_get (KhattStyle style);
gboolean khatt_palette_is_high_contrast (const KhattPalette *palette);
/* The same, but for events that stand back behind others. */
KhattPalette khatt_palette_fade (const KhattPalette *palette);
/* "light", "dark", "high-contrast-light", "high-contrast-dark", "print". */
gboolean khatt_style_from_name (const char *name, KhattStyle *style);

/* Of what stands for an event. */
KhattKind khatt_palette_find_kind (KhattKind kind, KhattHue hue);
const KhattColor *
khatt_palette_get_color (const KhattPalette *palette, KhattKind kind, KhattHue hue);
KhattColor khatt_color_with_alpha (const KhattColor *color, double alpha);
KhattColor khatt_color_over (const KhattColor *color, const KhattColor *ground);

G_END_DECLS
