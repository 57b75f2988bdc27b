/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Two lanes that events join, and how many do. */
typedef struct
{
  guint32 a;
  guint32 b;
  guint32 weight;
} KhattMeeting;

/* Lanes in an order in which those that meet stand near each other. `meetings` is sorted by the
 * call and its equal pairs are united. `weights` (events of a lane) orders groups that never meet.
 * Returns n_lanes indices; NULL when cancelled. */
guint32 *khatt_lanes_order (guint n_lanes,
                            const guint32 *weights,
                            GArray *meetings,
                            GCancellable *cancellable);
/* Sum of weight x distance: what the order keeps small. */
guint64 khatt_lanes_cost (guint n_lanes, const guint32 *order, const GArray *meetings);

G_END_DECLS
