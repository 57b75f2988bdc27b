/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-batch-private.h"
#include "khatt-id-table.h"
#include "khatt-snapshot-private.h"

G_BEGIN_DECLS

#define KHATT_POSITION_NONE G_MAXUINT32

/* The working copy of a document with what only its writer needs: the pool and the table of ids. It
 * knows neither undo nor signals; KhattTimeline adds those. */
typedef struct
{
  KhattSnapshot document;
  KhattPool *pool;
  KhattIdTable ids;
  guint64 next_number; /* for events whose id is taken */
  guint64 next_id;     /* for events that have none: "e" and a number */
  KhattPacker packer;
  GArray *doubtful; /* of guint32: actors whose country and office are to be looked up again */
} KhattStore;

void khatt_store_init (KhattStore *store);
void khatt_store_clear (KhattStore *store);

/* A cell is packed, put into a slot that holds no event, and then shown; positions are the order's.
 * An event that was dismissed goes the same way, but has no position. */
void khatt_store_pack (KhattStore *store, const KhattEventData *event, KhattCell *cell);
guint32 khatt_store_append (KhattStore *store, const KhattCell *cell);
void khatt_store_swap (KhattStore *store, guint32 slot, KhattCell *cell);
guint32 khatt_store_place (const KhattStore *store, guint32 slot);
gboolean khatt_store_show (KhattStore *store, guint32 slot, guint32 position);
guint32 khatt_store_hide (KhattStore *store, guint32 slot);

/* Many at once: the order is sorted once. */
guint32 khatt_store_append_shown (KhattStore *store, const KhattCell *cell);
guint32 khatt_store_append_batch (KhattStore *store, const KhattBatch *batch);
void khatt_store_sort (KhattStore *store);
void khatt_store_show_range (KhattStore *store, guint32 first, guint32 after);
void khatt_store_hide_range (KhattStore *store, guint32 first, guint32 after);

/* At the end of a step. */
void khatt_store_settle (KhattStore *store);

G_END_DECLS
