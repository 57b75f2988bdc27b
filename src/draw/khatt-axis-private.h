/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-axis.h"

G_BEGIN_DECLS

/* Of the rows, at text scale 1. */
#define KHATT_AXIS_TIER_1_HEIGHT 26.0
#define KHATT_AXIS_TIER_2_HEIGHT 20.0
#define KHATT_AXIS_SECOND_HEIGHT 22.0
/* More cells than this are not on any screen. */
#define KHATT_AXIS_MOST_CELLS 4096

typedef enum
{
  KHATT_AXIS_INK_TEXT,
  KHATT_AXIS_INK_DIM,
  KHATT_AXIS_INK_KNOCK, /* on the pill of today */
} KhattAxisInk;

typedef struct
{
  KhattAxisText text;
  KhattAxisInk ink;
} KhattAxisItem;

struct _KhattAxis
{
  KhattRect rect;
  KhattScale scale;
  double text_scale;
  KhattTickLevel level;
  double cell_width;
  gboolean has_second_row;
  gboolean has_today; /* in view */
  double today_x;
  KhattRect pill; /* width 0: none */

  GArray *cells;        /* KhattAxisCell */
  GArray *bands;        /* KhattXRange */
  GArray *items;        /* KhattAxisItem */
  GArray *second_ticks; /* double: x */
};

/* What making an axis needs in every row. */
typedef struct
{
  KhattAxis *axis;
  const KhattAxisParams *params;
  KhattShaper *shaper;
  KhattDirection text_direction; /* of the language of the words */
} KhattAxisMaker;

/* Rows are laid out in distances from the time-earlier edge, so that they mirror by themselves. */
double khatt_axis_find_distance (const KhattAxis *axis, gint64 time);
double khatt_axis_place (const KhattAxis *axis, double distance, double width);
const KhattLabel *
khatt_axis_shape (const KhattAxisMaker *maker, const char *text, double size, int weight);
void khatt_axis_add_text (const KhattAxisMaker *maker,
                          KhattAxisRow row,
                          const KhattLabel *label,
                          double distance,
                          KhattAxisInk ink);

void khatt_axis_make_tiers (const KhattAxisMaker *maker);
void khatt_axis_make_second_row (const KhattAxisMaker *maker);
const KhattLabel *khatt_axis_shape_second_month (const KhattAxisMaker *maker);

G_END_DECLS
