/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-ink.h"
#include "khatt-layout.h"

G_BEGIN_DECLS

#define KHATT_PAPER_MOST_PAGES 500
#define KHATT_PAPER_MOST_COLUMNS 100
#define KHATT_PAPER_MOST_OVERLAP 50.0 /* millimetres */
#define KHATT_PAPER_MARGIN 10.0
#define KHATT_PAPER_OVERLAP 10.0
#define KHATT_POINTS_PER_MILLIMETRE (72.0 / 25.4)

/* How many pages the time is spread over. Where the lanes do not fit, there are more below. */
typedef enum
{
  KHATT_PAPER_ONE_PAGE,  /* one in all; lanes that do not fit are left out, and it says so */
  KHATT_PAPER_AS_NEEDED, /* as many as let nearly all events have a label */
  KHATT_PAPER_COUNTED,   /* n_columns */
} KhattPaperSpread;

/* The sheets and what goes onto them. A value; title and work are borrowed for the call. */
typedef struct
{
  double width; /* points, as the sheet is held */
  double height;
  double margin;  /* points, on every side */
  double overlap; /* points of time that two neighbours share, and a lane; 0: nothing */
  KhattPaperSpread spread;
  guint n_columns; /* of pages, along time */
  gboolean has_span;
  gint64 first; /* of the span; without one, all that is dated */
  gint64 last;
  guint first_lane;
  guint n_lanes; /* 0: all */
  KhattStyle style;
  const char *title; /* NULL: none */
  const char *work;  /* what the title is a part of, in the foot of a single page; NULL: nothing */
} KhattPaperParams;

/* One sheet. Pages are in the order of time, then of the lanes. */
typedef struct
{
  guint row; /* of pages, from 0 */
  guint column;
  gboolean is_legend; /* nothing but the legend: the last page of small paper */
  guint first_lane;
  guint n_lanes;
} KhattPaperPage;

/* A timeline divided into sheets of paper. */
typedef struct _KhattPaper KhattPaper;

KhattPaper *khatt_paper_new (KhattArrangement *arrangement,
                             const KhattLayoutParams *layout_params,
                             const KhattPaperParams *params,
                             GError **error);
void khatt_paper_free (KhattPaper *paper);
guint khatt_paper_get_n_pages (const KhattPaper *paper);
guint khatt_paper_get_n_columns (const KhattPaper *paper);
guint khatt_paper_get_n_rows (const KhattPaper *paper);
guint khatt_paper_get_n_omitted (const KhattPaper *paper);
double khatt_paper_get_points_per_pixel (const KhattPaper *paper);
/* It is counted as a part of more pages. */
void khatt_paper_set_place_in_book (KhattPaper *paper, guint n_before, guint n_in_all);
KhattPaperPage khatt_paper_get_page (const KhattPaper *paper, guint page);
KhattLayout *khatt_paper_lay_out (KhattPaper *paper, guint page);
KhattShaper *khatt_paper_get_shaper (KhattPaper *paper);
/* In points, from the corner of the sheet. */
void khatt_paper_paint (KhattPaper *paper, guint page, KhattInk *ink);
GBytes *khatt_paper_write_pdf (KhattPaper *paper, GError **error);

/* "A4", "A3", "letter"; in points, the longer side the height. */
gboolean khatt_paper_size_from_name (const char *name, double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattPaper, khatt_paper_free)

G_END_DECLS
