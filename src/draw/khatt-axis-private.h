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
/* Texts of tier 2, at text scale 1. */
#define KHATT_AXIS_TIER_2_SIZE 12.5
#define KHATT_AXIS_WEIGHT_NAME 400
#define KHATT_AXIS_WEIGHT_NUMBER 700
#define KHATT_AXIS_CELL_PADDING 4.0 /* each side of a centred text */
#define KHATT_AXIS_NAME_TO_NUMBER 6.0
#define KHATT_AXIS_EDGE_PADDING 12.0 /* from the edges of the view */
#define KHATT_AXIS_GAP 12.0          /* least room between two texts of tier 1 */
#define KHATT_AXIS_MONTHS_PER_QUARTER 3
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

/* How the cells of a level are written. */
typedef enum
{
  KHATT_AXIS_STYLE_BLANK,
  KHATT_AXIS_STYLE_CENTERED,    /* one text in the middle of every cell */
  KHATT_AXIS_STYLE_EVERY_OTHER, /* day numbers in the middle of every other cell */
  KHATT_AXIS_STYLE_AT_BOUNDARY, /* one text where the cell begins */
  KHATT_AXIS_STYLE_AT_QUARTERS, /* month names where every third month begins */
} KhattAxisStyle;

typedef struct
{
  KhattAxisStyle style;
  gboolean has_weekday;
  KhattWidth name_width;
} KhattAxisManner;

struct _KhattAxis
{
  KhattRect rect;
  KhattScale scale;
  double text_scale;
  KhattTickLevel level;
  double cell_width;
  KhattAxisManner manner;
  gboolean has_second_row;
  gboolean has_one_tier;
  gboolean has_today; /* in view */
  double today_x;
  KhattRect pill; /* width 0: none */

  GArray *cells;        /* KhattAxisCell */
  GArray *bands;        /* KhattXRange */
  GArray *items;        /* KhattAxisItem */
  GArray *second_ticks; /* double: x */
  GArray *lines;        /* KhattAxisLine */
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
double khatt_axis_find_row_top (const KhattAxis *axis, KhattAxisRow row);
double khatt_axis_find_row_bottom (const KhattAxis *axis, KhattAxisRow row);
const KhattLabel *
khatt_axis_shape (const KhattAxisMaker *maker, const char *text, double size, int weight);
gboolean
khatt_axis_is_free (const KhattAxis *axis, KhattAxisRow row, double distance, double width);
void khatt_axis_add_text (const KhattAxisMaker *maker,
                          KhattAxisRow row,
                          const KhattLabel *label,
                          double distance,
                          KhattAxisInk ink);

KhattAxisManner khatt_axis_choose_manner (const KhattAxisMaker *maker);
const KhattLabel *
khatt_axis_shape_weekday (const KhattAxisMaker *maker, int iso_weekday, KhattWidth width);

void khatt_axis_make_tiers (const KhattAxisMaker *maker);
void khatt_axis_make_second_row (const KhattAxisMaker *maker);
void khatt_axis_make_lines (KhattAxis *axis);
const KhattLabel *khatt_axis_shape_second_month (const KhattAxisMaker *maker);

G_END_DECLS
