/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-filter.h"
#include "khatt-lane-settings.h"
#include "khatt-legend.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_LANES_ACTORS,
  KHATT_LANES_COUNTRIES,
  KHATT_LANES_KINDS,
  KHATT_LANES_SOURCES,
  KHATT_LANES_ONE,
} KhattLanesBy;
#define KHATT_N_LANES_BY (KHATT_LANES_ONE + 1)
#define KHATT_N_LANES_BY (KHATT_LANES_ONE + 1)

typedef struct
{
  const char *name;
  const char *detail; /* the office; may be NULL */
  const char *key;    /* the same whoever looks: a name, a country's code, a kind's word, an id; ""
                         where an event has none of its own */
  guint32 n_events;
  gboolean is_collapsed;
} KhattLane;

/* What is drawn, before any pixel is known: a snapshot, what of it is shown, its lanes in order,
 * and the index over time. Immutable, reference counted; built in a thread for big documents. */
typedef struct _KhattArrangement KhattArrangement;

/* What lanes of countries are called: `dup_name` finds it by the code, NULL where it knows none. */
typedef struct
{
  char *(*dup_name) (const char *code, const char *language);
  const char *language;
} KhattCountryNames;

KhattArrangement *khatt_arrangement_new (KhattSnapshot *snapshot,
                                         KhattLanesBy lanes_by,
                                         const KhattCountryNames *countries,
                                         GCancellable *cancellable);
/* What of a document is arranged, and how. A value; pointers are borrowed for the call. */
typedef struct
{
  KhattLanesBy lanes_by;
  const KhattCountryNames *countries; /* may be NULL */
  const KhattFilter *filter;          /* which events are shown; may be NULL */
  const KhattLaneSettings *lanes;     /* may be NULL */
} KhattArrangementParams;
KhattArrangement *khatt_arrangement_new_with (KhattSnapshot *snapshot,
                                              const KhattArrangementParams *params,
                                              GCancellable *cancellable);
KhattArrangement *khatt_arrangement_ref (KhattArrangement *arrangement);
void khatt_arrangement_unref (KhattArrangement *arrangement);

KhattSnapshot *khatt_arrangement_get_snapshot (const KhattArrangement *arrangement);
/* Those that are shown, undated ones too. */
guint khatt_arrangement_get_n_events (const KhattArrangement *arrangement);
gboolean khatt_arrangement_shows (const KhattArrangement *arrangement, guint32 slot);
guint khatt_arrangement_get_n_lanes (const KhattArrangement *arrangement);
const KhattLane *khatt_arrangement_get_lane (const KhattArrangement *arrangement, guint lane);
guint khatt_arrangement_find_lane (const KhattArrangement *arrangement, const char *key);
/* The first of them are pinned. */
guint khatt_arrangement_get_n_pinned (const KhattArrangement *arrangement);
/* The lanes an event joins, each once, in document order of its parties; an acting party comes
 * before others of its lane. */
typedef struct
{
  guint32 lane : 32 - KHATT_ROLE_BITS;
  guint32 role : KHATT_ROLE_BITS; /* KhattRole */
} KhattJoin;
const KhattJoin *
khatt_arrangement_get_joins (const KhattArrangement *arrangement, guint32 slot, guint *n_joins);

/* The lane of a party of an event; G_MAXUINT where it has none. */
guint khatt_arrangement_get_party_lane (const KhattArrangement *arrangement,
                                        const KhattRecord *record,
                                        guint party);
/* What occurs in it. */
const KhattLegend *khatt_arrangement_get_legend (const KhattArrangement *arrangement);
/* First and last second of what is dated; FALSE where nothing is. */
gboolean
khatt_arrangement_get_extent (const KhattArrangement *arrangement, gint64 *first, gint64 *last);
/* The slots whose ink can reach into [first, last], appended in document order; at most `limit` of
 * them (returns how many there are). */
guint khatt_arrangement_query (const KhattArrangement *arrangement,
                               gint64 first,
                               gint64 last,
                               guint limit,
                               GArray *slots);
/* The events of a lane (G_MAXUINT: of all, each once) with their middle in [first, last], by kind:
 * what a ribbon's column or a tooltip shows. O(log n). Returns their sum. */
guint khatt_arrangement_count (const KhattArrangement *arrangement,
                               guint lane,
                               gint64 first,
                               gint64 last,
                               guint32 counts[KHATT_N_KINDS]);

/* Arrow keys: from an event in one of its lanes to the nearest one along time in that lane, or to
 * the event nearest in time in the next lane that has any. Works outside the viewport too. */
typedef enum
{
  KHATT_MOVE_EARLIER,
  KHATT_MOVE_LATER,
  KHATT_MOVE_LANE_BEFORE, /* upwards */
  KHATT_MOVE_LANE_AFTER,
} KhattMove;
/* `lane`: in and out, the lane the person moves in (G_MAXUINT: the event's first). KHATT_SLOT_NONE
 * at the end of the way. */
guint32 khatt_arrangement_get_neighbour (const KhattArrangement *arrangement,
                                         guint32 slot,
                                         KhattMove move,
                                         guint *lane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattArrangement, khatt_arrangement_unref)

G_END_DECLS
