/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-ink.h"
#include "khatt-rect.h"
#include "khatt-scale.h"
#include "khatt-ticks.h"

G_BEGIN_DECLS

/* What an axis depends on. A value; pointers are borrowed for the call. */
typedef struct
{
  KhattScale scale; /* its start and width are the axis's too */
  double y;         /* the top of the axis */
  double text_scale;
  KhattWords words;
  KhattCalendar second_calendar; /* NONE: no third row */
  gboolean has_one_tier;         /* where it is low: tier 1 stands in tier 2 */
  const char *region;            /* locale for the weekend, "ar_EG" */
  gint64 today;                  /* seconds; KHATT_TIME_MIN: none */
  const char *today_word;        /* "Today", translated */
} KhattAxisParams;

typedef struct
{
  double x; /* least x */
  double width;
} KhattXRange;

/* One cell of tier 2. */
typedef struct
{
  KhattTick tick;
  KhattXRange range;
  double boundary_x; /* where it begins in time: the grid line */
  gboolean is_major; /* begins a cell of tier 1 too */
} KhattAxisCell;

/* Places and shaped text of the two tiers and the second calendar, computed once; painting decides
 * nothing. Immutable. */
typedef struct _KhattAxis KhattAxis;

/* 68, or 46 without a second calendar, at text scale 1; of one tier 42, or 20. */
double
khatt_axis_measure_height (KhattCalendar second_calendar, gboolean has_one_tier, double text_scale);

KhattAxis *khatt_axis_new (const KhattAxisParams *params, KhattShaper *shaper);
void khatt_axis_free (KhattAxis *axis);
KhattRect khatt_axis_get_rect (const KhattAxis *axis);

/* For the plot below: grid lines (boundary_x), cells, bands (weekends, or every other era), today.
 */
guint khatt_axis_get_n_cells (const KhattAxis *axis);
const KhattAxisCell *khatt_axis_get_cell (const KhattAxis *axis, guint index);
guint khatt_axis_get_n_bands (const KhattAxis *axis);
const KhattXRange *khatt_axis_get_band (const KhattAxis *axis, guint index);
/* FALSE where today is not in view. */
gboolean khatt_axis_get_today_x (const KhattAxis *axis, double *x);
const KhattTickLevel *khatt_axis_get_level (const KhattAxis *axis);
/* Mean width of a cell of tier 2 in pixels. */
double khatt_axis_get_cell_width (const KhattAxis *axis);

/* Every text of the axis, with its box: for tests and for assistive technology. */
typedef enum
{
  KHATT_AXIS_TIER_1,
  KHATT_AXIS_TIER_2,
  KHATT_AXIS_SECOND,
  KHATT_AXIS_TODAY,
} KhattAxisRow;
typedef struct
{
  KhattAxisRow row;
  const KhattLabel *label;
  double x; /* least x */
  double baseline;
} KhattAxisText;
guint khatt_axis_get_n_texts (const KhattAxis *axis);
const KhattAxisText *khatt_axis_get_text (const KhattAxis *axis, guint index);

/* A part of a boundary between cells, upright; it goes through no text. */
typedef struct
{
  double x;
  double top;
  double bottom;
} KhattAxisLine;
guint khatt_axis_get_n_lines (const KhattAxis *axis);
const KhattAxisLine *khatt_axis_get_line (const KhattAxis *axis, guint index);

/* Ground, ticks, texts, the pill of today and its triangle. */
void khatt_axis_paint (const KhattAxis *axis, const KhattPalette *palette, KhattInk *ink);
/* The 2 px line below the axis down to `bottom`, with its triangle. */
void khatt_axis_paint_today_line (const KhattAxis *axis,
                                  const KhattPalette *palette,
                                  KhattInk *ink,
                                  double bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattAxis, khatt_axis_free)

G_END_DECLS
