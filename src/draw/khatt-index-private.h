/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-index.h"

G_BEGIN_DECLS

#define KHATT_INDEX_BLOCK 64
#define KHATT_INDEX_N_LEVELS 63
/* A run holds so many powers of two of reach. */
#define KHATT_INDEX_RUN_POWERS 6
/* The lowest power of run n is n * RUN_POWERS - this: what is known to the day, to the week and to
 * the month is in the same run. */
#define KHATT_INDEX_FIRST_POWER 2
/* A trait is a kind and, above it, which of its run's powers of two an event reaches. */
#define KHATT_INDEX_KIND_BITS 4
#define KHATT_INDEX_N_TRAITS (KHATT_INDEX_RUN_POWERS << KHATT_INDEX_KIND_BITS)

typedef struct
{
  guint32 offset; /* into entries */
  guint32 n_entries;
  guint32 blocks; /* into blocks; one for every BLOCK entries */
  gint8 power;    /* the lowest */
  guint64 reach;  /* of the farthest of its events, in seconds from the middle */
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
  guint8 *traits;        /* of each entry */
  KhattIndexLane *lanes; /* n_lanes, and one of all events */
  GArray *runs;          /* of KhattIndexRun */
  GArray *blocks;        /* of KhattIndexCounts */
  GArray *spacings;      /* of double, seconds */
  guint32 peaks[KHATT_INDEX_N_LEVELS];
};

static inline const KhattIndexLane *
khatt_index_get_lane (const KhattIndex *index, guint lane)
{
  return &index->lanes[MIN (lane, index->n_lanes)];
}

static inline const KhattIndexRun *
khatt_index_get_run (const KhattIndex *index, const KhattIndexLane *lane, guint run)
{
  return &g_array_index (index->runs, KhattIndexRun, lane->runs + run);
}

static inline KhattKind
khatt_index_get_kind (guint8 trait)
{
  return (KhattKind) (trait & ((1 << KHATT_INDEX_KIND_BITS) - 1));
}

/* The first entry of a run whose middle is not before a time; after it. */
guint32 khatt_index_find_entry (const KhattIndex *index, const KhattIndexRun *run, gint64 time);
guint32
khatt_index_find_entry_after (const KhattIndex *index, const KhattIndexRun *run, gint64 time);

G_END_DECLS
