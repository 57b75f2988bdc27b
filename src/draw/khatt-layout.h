/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arrangement.h"
#include "khatt-calendar.h"
#include "khatt-lit.h"
#include "khatt-shaper.h"
#include "khatt-rect.h"
#include "khatt-scale.h"

G_BEGIN_DECLS

/* Translated words that the drawing itself shows. Borrowed. */
typedef struct
{
  const char *lanes_title; /* "Actors": the corner shows it with the number of lanes */
  const char *today;       /* "Today" */
  const char *ongoing;
} KhattDrawWords;

/* Everything a layout depends on. A value; pointers are borrowed for the call. Pixels are logical.
 */
typedef struct
{
  double width;    /* of the whole picture: header column, axis and plot */
  double height;   /* 0: as high as all lanes need; khatt_layout_new() fills it in */
  double scroll_y; /* how far the lanes are scrolled, from 0 */
  double text_scale;
  KhattScale scale; /* start and width are filled in by khatt_layout_new() from the header column */
  gboolean is_narrow;    /* no header column: names above the lane lines */
  gboolean is_compact;   /* lane rows of 36 instead of 48 */
  gboolean is_low;       /* an axis of one tier */
  gboolean fills_height; /* rows as high as there is room for: from compact to somewhat above 100 */
  gboolean has_cards;    /* where there is much room, rows of 96 and labels that grow to cards */
  gboolean is_zooming;   /* this zoom is soon gone: only as many labels as can be had quickly */
  gboolean hides_labels; /* nobody is told what an event is called */
  gboolean is_still;     /* never pans, as paper: labels are placed for this view alone */
  KhattWords words;
  KhattCalendar second_calendar;
  const char *region; /* locale for the weekend, "ar_EG" */
  gint64 today;       /* seconds; KHATT_TIME_MIN: no today line */
  KhattDrawWords draw_words;
  guint32 selected; /* slot or KHATT_SLOT_NONE: its label comes first, its lanes are tinted */
  KhattLit *lit;    /* what keeps its colours while the rest fades; NULL: all does */
} KhattLayoutParams;

/* What the viewport shows, computed; painting it decides nothing. Immutable but for what is
 * selected. Holds its arrangement. */
typedef struct _KhattLayout KhattLayout;

KhattLayout *khatt_layout_new (KhattArrangement *arrangement,
                               const KhattLayoutParams *params,
                               KhattShaper *shaper);
void khatt_layout_free (KhattLayout *layout);
/* What it would have been with another `params.selected`, without laying out anew. */
void khatt_layout_select (KhattLayout *layout, guint32 slot, KhattShaper *shaper);

const KhattLayoutParams *khatt_layout_get_params (
    const KhattLayout *layout); /* with scale.start and scale.width filled in */
/* All rectangles are in the coordinates of the picture: scrolling is already in them. */
KhattRect khatt_layout_get_plot (const KhattLayout *layout); /* where lanes and marks are */
KhattRect khatt_layout_get_axis (const KhattLayout *layout); /* above the plot */
KhattRect khatt_layout_get_headers (
    const KhattLayout *layout); /* the column of lane names below the corner; empty where narrow */
KhattRect
khatt_layout_get_lane (const KhattLayout *layout,
                       guint lane); /* a whole row, header included; may lie outside the picture */
double khatt_layout_get_lane_line (const KhattLayout *layout,
                                   guint lane);                       /* the y of its centre line */
guint khatt_layout_get_lane_at (const KhattLayout *layout, double y); /* G_MAXUINT: none */
gboolean khatt_layout_has_cards (const KhattLayout *layout);          /* have its rows grown? */
double khatt_layout_get_content_height (
    const KhattLayout *layout); /* of all lanes: the vertical scroll range */

/* Marks in view, in document order: for the accessible tree, Tab order, tests. */
typedef struct
{
  guint32 slot;
  KhattRect plate;  /* where its plate is */
  KhattRect bounds; /* of all its ink but the label */
  KhattRect label;  /* or the card; empty where it has none */
  gboolean has_card;
} KhattMarkBox;
guint khatt_layout_get_n_marks (const KhattLayout *layout);
const KhattMarkBox *khatt_layout_get_mark (const KhattLayout *layout, guint index);
const KhattMarkBox *khatt_layout_find_mark (const KhattLayout *layout, guint32 slot);

/* How much a lane tells at this zoom: the same over its whole length, so that panning changes
 * nothing. */
typedef enum
{
  KHATT_DETAIL_RIBBON,
  KHATT_DETAIL_CLUSTERS,
  KHATT_DETAIL_MARKS,
  KHATT_DETAIL_CARDS, /* marks whose labels grow to cards */
} KhattDetail;
KhattDetail khatt_layout_get_lane_detail (const KhattLayout *layout, guint lane);

/* Events too close together to be drawn one by one. */
typedef struct
{
  guint lane;
  guint32 slot; /* the first of them */
  guint32 n_events;
  guint32 n_lit; /* of them; all where nothing fades */
  guint32 counts[KHATT_N_KINDS];
  gint64 first; /* zoom to this span to see them apart */
  gint64 last;
  KhattRect pill;
} KhattClusterBox;
guint khatt_layout_get_n_clusters (const KhattLayout *layout);
const KhattClusterBox *khatt_layout_get_cluster (const KhattLayout *layout, guint index);

typedef enum
{
  KHATT_HIT_NOTHING,
  KHATT_HIT_PLOT,
  KHATT_HIT_MARK, /* plate, ends, connector, stripe or label of an event */
  KHATT_HIT_CLUSTER,
  KHATT_HIT_RIBBON, /* a column: `first` to `last`, counts from khatt_arrangement_count() */
  KHATT_HIT_LANE_HEADER,
  KHATT_HIT_AXIS,
} KhattHitPart;

typedef struct
{
  KhattHitPart part;
  guint32 slot;  /* KHATT_SLOT_NONE where no mark was hit; the first event of a cluster */
  guint lane;    /* G_MAXUINT where there is none */
  guint cluster; /* for khatt_layout_get_cluster(); G_MAXUINT where none was hit */
  gint64 first;  /* of a cluster or a ribbon's column */
  gint64 last;
} KhattHit;
/* Targets are at least 24 x 24 pixels, whatever is drawn; where two overlap, the one whose plate is
 * nearest. */
KhattHit khatt_layout_pick (const KhattLayout *layout, double x, double y);

/* Scales for params->scale; the plot's place comes from the header column, so the shaper is needed.
 */
/* All that is dated, with a margin. */
KhattScale khatt_layout_fit_all (KhattArrangement *arrangement,
                                 const KhattLayoutParams *params,
                                 KhattShaper *shaper);
/* One event with its surroundings; all where it is undated. */
KhattScale khatt_layout_fit_slot (KhattArrangement *arrangement,
                                  const KhattLayoutParams *params,
                                  KhattShaper *shaper,
                                  guint32 slot);
/* A span of time, exactly. */
KhattScale khatt_layout_fit_span (KhattArrangement *arrangement,
                                  const KhattLayoutParams *params,
                                  KhattShaper *shaper,
                                  gint64 first,
                                  gint64 last);
/* The same zoom, moved just enough to bring an event's plate into the plot; and the scroll_y that
 * brings its lanes into it. */
KhattScale khatt_layout_reveal (const KhattLayout *layout, guint32 slot, double *scroll_y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattLayout, khatt_layout_free)

G_END_DECLS
