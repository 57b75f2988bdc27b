/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-spread.h"

G_BEGIN_DECLS

/* One call of khatt_spread_items(). */
typedef struct
{
  KhattSpreadItem *items;
  guint n_items;
  const KhattSpreadPitch *pitch;
  guint32 *placed; /* of each bin: the last item placed in it, + 1 */
  guint32 place_mask;
  guint32 *next;        /* of each item in its bin, + 1 */
  guint32 *groups;      /* union-find */
  guint32 *ranks;       /* scratch: slots of one cell */
  gboolean *is_at_edge; /* would a cluster here touch marks of another bucket? */
} KhattSpreading;

gboolean khatt_spread_overlaps (const KhattSpreadItem *a, const KhattSpreadItem *b);
guint32 khatt_spread_find_group (KhattSpreading *placing, guint32 item);
/* FALSE where both were of one group already, or are of two buckets. */
gboolean khatt_spread_unite (KhattSpreading *placing, guint32 a, guint32 b);
void khatt_spread_find_edges (KhattSpreading *placing);
void khatt_spread_settle (KhattSpreading *placing);

G_END_DECLS
