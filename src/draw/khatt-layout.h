/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arrangement.h"
#include "khatt-calendar.h"
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

/* Everything a layout depends on. A value; pointers are borrowed for the call. Pixels are logical. */
typedef struct
{
  double width;       /* of the whole picture: header column, axis and plot */
  double height;
  double scroll_y;    /* how far the lanes are scrolled, from 0 */
  double text_scale;
  KhattScale scale;   /* start and width are filled in by khatt_layout_new() from the header column */
  gboolean is_narrow; /* no header column: names above the lane lines */
  KhattWords words;
  KhattCalendar second_calendar;
  const char *region; /* locale for the weekend, "ar_EG" */
  gint64 today;       /* seconds; KHATT_TIME_MIN: no today line */
  KhattDrawWords draw_words;
  guint32 selected;   /* slot or KHATT_SLOT_NONE: its label comes first and is bold */
} KhattLayoutParams;

/* What the viewport shows, computed; painting it decides nothing. Immutable. Holds its arrangement. */
typedef struct _KhattLayout KhattLayout;

KhattLayout *khatt_layout_new (KhattArrangement *arrangement, const KhattLayoutParams *params, KhattShaper *shaper);
void khatt_layout_free (KhattLayout *layout);

const KhattLayoutParams *khatt_layout_get_params (const KhattLayout *layout); /* with scale.start and scale.width filled in */
KhattArrangement *khatt_layout_get_arrangement (const KhattLayout *layout);
/* Plot: where lanes and marks are. */
KhattRect khatt_layout_get_plot (const KhattLayout *layout);
double khatt_layout_get_content_height (const KhattLayout *layout); /* of all lanes: the vertical scroll range */

/* Marks in view, in document order: for the accessible tree, Tab order, tests. */
typedef struct
{
  guint32 slot;
  KhattRect plate;  /* where its plate is */
  KhattRect bounds; /* of all its ink but the label */
  KhattRect label;  /* empty where it has none */
} KhattMarkBox;
guint khatt_layout_get_n_marks (const KhattLayout *layout);
const KhattMarkBox *khatt_layout_get_mark (const KhattLayout *layout, guint index);
const KhattMarkBox *khatt_layout_find_mark (const KhattLayout *layout, guint32 slot);

typedef enum
{
  KHATT_HIT_NOTHING,
  KHATT_HIT_PLOT,
  KHATT_HIT_MARK, /* plate, ends, connector, stripe or label of an event */
  KHATT_HIT_LANE_HEADER,
  KHATT_HIT_AXIS,
} KhattHitPart;

typedef struct
{
  KhattHitPart part;
  guint32 slot;
  guint lane;
} KhattHit;
KhattHit khatt_layout_pick (const KhattLayout *layout, double x, double y);

/* The scale that shows all that is dated, with a margin; and the one that shows one event with its surroundings. */
KhattScale khatt_layout_fit_all (KhattArrangement *arrangement, const KhattLayoutParams *params, KhattShaper *shaper);

G_END_DECLS
