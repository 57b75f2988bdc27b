/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-index.h"

G_BEGIN_DECLS

#define KHATT_INDEX_BLOCK 64
#define KHATT_INDEX_N_LEVELS 63

typedef struct
{
  guint32 offset; /* into entries */
  guint32 n_entries;
  guint32 blocks; /* into blocks; of n_entries / BLOCK + 1 */
  guint8 reach;   /* power of two */
} KhattIndexRun;

typedef struct
{
  guint32 runs;     /* into runs */
  guint32 spacings; /* into spacings */
  guint8 n_runs;
  guint8 first_level;
  guint8 n_levels;
} KhattIndexLane;

struct _KhattIndex
{
  guint32 n_ranks;
  guint n_lanes;
  guint32 *slots;
  gint64 *middles;
  guint32 *entries;      /* ranks */
  guint8 *kinds;         /* of each entry */
  KhattIndexLane *lanes; /* n_lanes, and one of all events */
  GArray *runs;          /* of KhattIndexRun */
  GArray *blocks;        /* of KhattIndexCounts */
  GArray *spacings;      /* of double, seconds */
  guint32 peaks[KHATT_INDEX_N_LEVELS];
};

G_END_DECLS
