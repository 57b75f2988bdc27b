/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arena.h"
#include "khatt-chunks.h"
#include "khatt-order.h"
#include "khatt-scene.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

#define KHATT_CELLS_SHIFT 12 /* 4096 records in a chunk */
#define KHATT_ACTORS_SHIFT 8

/* What a slot holds. A slot whose event was removed keeps its cell, without KHATT_RECORD_PRESENT,
 * so that undoing needs nothing else. */
typedef struct
{
  KhattRecord record;
  const guint8 *details; /* see khatt-details.h; NULL: none */
} KhattCell;

/* Everything of a document, in parts that copies share. A KhattStore works on one of its own and
 * hands out copies. All strings are in the arena. */
struct _KhattSnapshot
{
  gatomicrefcount references;
  guint64 revision;
  guint64 content_revision; /* the last one that changed more than scenes */
  KhattArena *arena;
  KhattChunks cells;  /* of KhattCell, by slot */
  KhattChunks actors; /* of KhattActor */
  KhattOrder order;   /* of those present */
  guint32 n_dated;
  guint32 n_dismissed;
  guint32 n_read; /* by rules, with those of them that were dismissed */
  guint32 n_proposed;
  guint32 n_settled;
  GPtrArray *articles;        /* of KhattArticle, never changed once shared */
  gboolean is_shared;         /* a copy, which never changes */
  GHashTable *articles_by_id; /* of one that is shared, once somebody has asked; atomic */
  const char *title;
  const char *language;
  KhattDirection direction;
  guint version;
  const char *sections[KHATT_N_SECTIONS];
  GPtrArray *scenes[KHATT_N_SCENE_LISTS]; /* of KhattScene, never changed */
};

void khatt_snapshot_init (KhattSnapshot *snapshot);
void khatt_snapshot_clear (KhattSnapshot *snapshot);
KhattSnapshot *khatt_snapshot_copy (const KhattSnapshot *snapshot);
int khatt_snapshot_compare_slots (guint32 a, guint32 b, gconstpointer snapshot);

/* Whether it stands in the order. */
static inline gboolean
khatt_record_is_shown (const KhattRecord *record)
{
  return (record->flags & (KHATT_RECORD_PRESENT | KHATT_RECORD_DISMISSED)) == KHATT_RECORD_PRESENT;
}

static inline const KhattCell *
khatt_snapshot_get_cell (const KhattSnapshot *snapshot, guint32 slot)
{
  return (const KhattCell *) khatt_chunks_get (&snapshot->cells, slot);
}

G_END_DECLS
