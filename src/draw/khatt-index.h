/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-kind.h"

G_BEGIN_DECLS

/* What the index keeps of an event: the middle of its mark, and the time its ink stands for
 * (inclusive). */
typedef struct
{
  gint64 middle;
  gint64 first;
  gint64 last;
  guint64 cell; /* seconds its precision leaves open, at least 1 */
  guint32 slot;
  guint8 kind;   /* KhattKind */
  guint32 joins; /* the lanes it joins: lanes[joins] ... */
  guint32 n_joins;
} KhattIndexItem;

/* Events of lanes over time. A rank is an event's place in the order of middles. Immutable: any
 * thread may read. */
typedef struct _KhattIndex KhattIndex;

/* The items stand by slot, and are sorted. NULL when cancelled. */
KhattIndex *
khatt_index_new (GArray *items, const guint32 *lanes, guint n_lanes, GCancellable *cancellable);
/* Some of its events: ranks of the whole, which outlives it, are ranks of the part. */
KhattIndex *khatt_index_new_part (const KhattIndex *index,
                                  gboolean (*has) (gconstpointer data, guint32 slot),
                                  gconstpointer data,
                                  GCancellable *cancellable);
void khatt_index_free (KhattIndex *index);

guint32 khatt_index_get_n_ranks (const KhattIndex *index);
guint32 khatt_index_get_slot (const KhattIndex *index, guint32 rank);
gint64 khatt_index_get_middle (const KhattIndex *index, guint32 rank);
guint32 khatt_index_find_rank (const KhattIndex *index,
                               gint64 middle,
                               guint32 slot); /* G_MAXUINT32: not there */

/* KHATT_INDEX_ALL_LANES stands for all events, each once. */
#define KHATT_INDEX_ALL_LANES G_MAXUINT
/* Appends the ranks (guint32) of a lane's events whose ink can reach into [first, last], in no
 * order; stops after `limit`. Returns how many it appended. Some that only come near are among
 * them. */
guint khatt_index_query (const KhattIndex *index,
                         guint lane,
                         gint64 first,
                         gint64 last,
                         guint limit,
                         GArray *ranks);
/* Events of a lane with their middle in [first, last], by kind; added to `counts`. Returns their
 * sum. */
guint khatt_index_count (const KhattIndex *index,
                         guint lane,
                         gint64 first,
                         gint64 last,
                         guint32 counts[KHATT_N_KINDS]);
/* The same for cells that follow each other: cell i is from rank bounds[i] to before bounds[i + 1],
 * which are found for all lanes at once. */
typedef struct
{
  guint32 counts[KHATT_N_KINDS];
} KhattIndexCounts;
void khatt_index_find_bounds (const KhattIndex *index,
                              const gint64 *times,
                              guint n_times,
                              guint32 *ranks);
void khatt_index_count_cells (const KhattIndex *index,
                              guint lane,
                              const guint32 *bounds,
                              guint n_cells,
                              KhattIndexCounts *cells);
/* How many events two lanes share that have their middle in [first, last]; counts up to `most`. */
guint khatt_index_count_shared (const KhattIndex *index,
                                guint lane,
                                guint other,
                                gint64 first,
                                gint64 last,
                                guint most);
/* Ranks of a lane's events with their middle in [first, last], appended. Returns how many. */
guint khatt_index_list (const KhattIndex *index,
                        guint lane,
                        gint64 first,
                        gint64 last,
                        guint limit,
                        GArray *ranks);
/* The next rank of a lane after (step +1) or before (step -1) a rank, which need not be of that
 * lane. G_MAXUINT32: none. */
guint32 khatt_index_step (const KhattIndex *index, guint lane, guint32 rank, int step);
/* Median over a lane's non-empty buckets of 2^level seconds: how many seconds an event has to
 * itself. */
double khatt_index_get_spacing (const KhattIndex *index, guint lane, guint level);
/* About the most events that any lane has in so many seconds, at least 1. */
double khatt_index_get_peak (const KhattIndex *index, double seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattIndex, khatt_index_free)

G_END_DECLS
