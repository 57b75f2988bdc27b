/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-layout-private.h"

G_BEGIN_DECLS

/* A place for a label: from `track` on, towards later (step +1) or earlier (-1). */
typedef struct
{
  guint lane;
  double track;
  int step;
} KhattLabelPlace;

/* What a label needs there. */
typedef struct
{
  double top;
  double bottom;
  double wanted; /* its width */
  double least;  /* what is narrower is of no use */
  guint32 owner; /* whose labels are not in its way; KHATT_SLOT_NONE: all are */
} KhattLabelRoom;

/* All that labels have to keep clear of. */
typedef struct _KhattObstacles KhattObstacles;

KhattObstacles *khatt_obstacles_new (const KhattLayout *layout);
void khatt_obstacles_free (KhattObstacles *self);
/* A label or card that was put at a place. */
void khatt_obstacles_add (KhattObstacles *self,
                          const KhattLabelPlace *place,
                          double width,
                          double top,
                          double bottom,
                          guint32 owner);
void khatt_obstacles_cross_tiles (KhattObstacles *self);
double khatt_obstacles_measure_free (const KhattObstacles *self,
                                     const KhattLabelPlace *place,
                                     const KhattLabelRoom *room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattObstacles, khatt_obstacles_free)

G_END_DECLS
