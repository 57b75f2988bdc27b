/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

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

typedef struct
{
  const char *name;
  const char *detail; /* the office; may be NULL */
  guint32 n_events;
} KhattLane;

/* What is drawn, before any pixel is known: a snapshot, what of it is shown, its lanes in order, and the index over time.
 * Immutable, reference counted; built in a thread for big documents. */
typedef struct _KhattArrangement KhattArrangement;

KhattArrangement *khatt_arrangement_new (KhattSnapshot *snapshot, KhattLanesBy lanes_by, GCancellable *cancellable);
KhattArrangement *khatt_arrangement_ref (KhattArrangement *arrangement);
void khatt_arrangement_unref (KhattArrangement *arrangement);

KhattSnapshot *khatt_arrangement_get_snapshot (const KhattArrangement *arrangement);
guint khatt_arrangement_get_n_lanes (const KhattArrangement *arrangement);
const KhattLane *khatt_arrangement_get_lane (const KhattArrangement *arrangement, guint lane);
/* The lane of a party of an event; G_MAXUINT where it has none. */
guint khatt_arrangement_get_party_lane (const KhattArrangement *arrangement, const KhattRecord *record, guint party);
/* First and last second of what is dated; FALSE where nothing is. */
gboolean khatt_arrangement_get_extent (const KhattArrangement *arrangement, gint64 *first, gint64 *last);
/* The slots whose ink can reach into [first, last], appended in document order; at most `limit` of them (returns how many there are). */
guint khatt_arrangement_query (const KhattArrangement *arrangement, gint64 first, gint64 last, guint limit, GArray *slots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattArrangement, khatt_arrangement_unref)

G_END_DECLS
