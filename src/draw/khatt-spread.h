/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which way a mark may go where its place is taken. */
typedef enum
{
  KHATT_SPREAD_IN_CELL, /* anywhere in its cell, from the middle outwards */
  KHATT_SPREAD_EARLIER, /* before its cell: 18, 48, 78 ... px */
  KHATT_SPREAD_LATER,   /* after it */
} KhattSpreadForm;

/* One mark that looks for its place along time. Pixels are tracks (khatt_scale_track()), growing
 * with time. */
typedef struct
{
  guint32 order; /* document order */
  KhattSpreadForm form;
  double cell_first; /* its cell: [first, last) */
  double cell_last;
  double bucket_first; /* its fixed bucket, where narrow cells keep their groups: [first, last) */
  double bucket_last;
  guint32 first_lane; /* all it passes over, both included */
  guint32 last_lane;
  /* Found by the call. */
  double track;  /* its middle; that of its group */
  guint32 group; /* marks of one group touch and share a cluster; G_MAXUINT32: it stands alone */
} KhattSpreadItem;

typedef struct
{
  double pitch;     /* 30: between marks of one moment */
  double min_pitch; /* 26: squeezed */
  double outside;   /* 18: from a cell's edge to a mark outside it */
  double cluster;   /* 52: the most that a cluster is wide, with a gap */
} KhattSpreadPitch;

void khatt_spread_items (GArray *items, const KhattSpreadPitch *pitch);

G_END_DECLS
