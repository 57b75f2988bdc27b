/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-legend.h"
#include "khatt-paper.h"

G_BEGIN_DECLS

/* Heights of what stands round the picture, in pixels. */
#define KHATT_PAPER_HEAD 40.0
#define KHATT_PAPER_HINTS 28.0
#define KHATT_PAPER_LEGEND_GAP 12.0
#define KHATT_PAPER_FOOT 26.0

/* How the sheets divide the picture. Pixels are those of the layout. */
typedef struct
{
  double points_per_pixel;
  gboolean is_compact;
  gboolean is_narrow;
  double width; /* within the margins */
  double height;
  double axis_height;
  double row_height;
  double overlap;
  double step;      /* along time, from one page to the next */
  KhattScale scale; /* of the first page */
  guint n_columns;
  guint n_rows;
  guint n_lanes;      /* of the whole, as far as they fit */
  guint lanes_a_page; /* fewer on the last */
  guint lane_step;
  double legend_height; /* of every page; 0: it has a page of its own, or is empty */
  gboolean has_legend_page;
} KhattPaperPlan;

struct _KhattPaper
{
  KhattArrangement *arrangement;
  KhattLayoutParams layout_params;
  KhattPaperParams params;
  char *title;
  char *work;
  KhattShaper *shaper;
  KhattPaperPlan plan;
  guint n_omitted;
  guint n_before; /* pages of the book that it is in */
  guint n_in_book;
};

gboolean khatt_paper_plan (KhattPaper *paper, GError **error);

/* One sample of the legend with its words, or a heading. */
typedef struct
{
  const KhattLabel *label; /* the shaper's */
  KhattLegendEntry entry;
  KhattRect sample; /* empty for a heading */
  double x;         /* of the words */
  double baseline;
} KhattPaperLegendItem;
GArray *khatt_paper_legend_place (const KhattLegend *legend,
                                  KhattShaper *shaper,
                                  KhattDirection direction,
                                  double width,
                                  double *height);
void khatt_paper_legend_paint (const GArray *items,
                               const KhattPalette *palette,
                               KhattDirection direction,
                               KhattInk *ink);

G_END_DECLS
