/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-index.h"

G_BEGIN_DECLS

/* So many entries have a word that counts what is before them, so many all of its numbers. */
#define KHATT_INDEX_BLOCK 32
#define KHATT_INDEX_SPAN 256
#define KHATT_INDEX_N_LEVELS 63
/* A run holds so many powers of two of reach. */
#define KHATT_INDEX_RUN_POWERS 8
/* The lowest power of run n is n * RUN_POWERS - this: in one run is what reaches for hours to
 * weeks, in the next what reaches for months to decades. */
#define KHATT_INDEX_FIRST_POWER 1
/* A trait is a kind and, above it, which of its run's powers of two an event reaches. */
#define KHATT_INDEX_KIND_BITS 4
#define KHATT_INDEX_N_TRAITS (KHATT_INDEX_RUN_POWERS << KHATT_INDEX_KIND_BITS)

typedef struct
{
  guint32 offset; /* into entries */
  guint32 n_entries;
  guint32 blocks; /* into blocks; of n_entries / BLOCK + 1 */
  guint32 spans;  /* into spans; of n_entries / SPAN + 1 */
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

/* Counts of all kinds but the last, a byte each; only what is left when 256 are taken away. */
typedef guint64 KhattIndexBytes;

struct _KhattIndex
{
  const KhattIndex *whole; /* whose slots and middles these are; NULL: its own */
  guint32 n_ranks;
  guint n_lanes;
  guint32 *slots;
  gint64 *middles;
  guint32 *entries;      /* ranks */
  guint8 *traits;        /* of each entry */
  KhattIndexLane *lanes; /* n_lanes, and one of all events */
  GArray *runs;          /* of KhattIndexRun */
  GArray *blocks;        /* of KhattIndexBytes, of each run from its first entry */
  GArray *spans;         /* of KhattIndexCounts, the same */
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

/* Counts a run whose entries and traits are there, and appends it. */
void khatt_index_append_run (KhattIndex *index, const KhattIndexRun *made);
/* The first entry of a run whose middle is not before a time; after it. */
guint32 khatt_index_find_entry (const KhattIndex *index, const KhattIndexRun *run, gint64 time);
guint32
khatt_index_find_entry_after (const KhattIndex *index, const KhattIndexRun *run, gint64 time);

G_END_DECLS
