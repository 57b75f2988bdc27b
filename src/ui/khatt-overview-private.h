/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-overview-bins.h"
#include "khatt-overview.h"

G_BEGIN_DECLS

#define KHATT_OVERVIEW_BIN_WIDTH 7 /* a block of 6 and a gap, at text scale 1 */
#define KHATT_OVERVIEW_CAPACITY 4  /* blocks above each other */

/* What a press in the strip takes hold of. */
typedef enum
{
  KHATT_OVERVIEW_OUTSIDE,
  KHATT_OVERVIEW_WINDOW,
  KHATT_OVERVIEW_EARLIER, /* the handle at the window's earlier edge */
  KHATT_OVERVIEW_LATER,
} KhattOverviewPart;

struct _KhattOverview
{
  GtkWidget parent_instance;

  KhattTimelineView *view;
  GSignalGroup *view_signals;

  KhattScale scale; /* of the whole document over the strip */
  gboolean has_scale;
  KhattOverviewBins *bins;
  GCancellable *counting; /* the run under way, NULL where none */
  GskRenderNode *strip;   /* events */
  GskRenderNode *dates;

  /* A drag. */
  KhattOverviewPart held;
  gboolean is_drawing; /* Shift+drag: a new window */
  double held_x;       /* where it began */
  gint64 held_first;   /* the window then */
  gint64 held_last;
};

void khatt_overview_ensure_bins (KhattOverview *self);
gboolean khatt_overview_get_window (KhattOverview *self, double *least_x, double *greatest_x);
void khatt_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
KhattOverviewPart khatt_overview_pick (KhattOverview *self, double x);
void khatt_overview_init_input (KhattOverview *self);

G_END_DECLS
