/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arena.h"
#include "khatt-event-data.h"

G_BEGIN_DECLS

/* Events that one thread packs while others pack theirs; a timeline takes them in later, at a
 * fraction of what packing costs. Its arena becomes a part of the timeline's. */
typedef struct _KhattBatch KhattBatch;

KhattBatch *khatt_batch_new (KhattArena *arena);
void khatt_batch_free (KhattBatch *batch);
void khatt_batch_add (KhattBatch *batch, const KhattEventData *event);
guint khatt_batch_get_n_events (const KhattBatch *batch);
const char *khatt_batch_get_id (const KhattBatch *batch, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattBatch, khatt_batch_free)

G_END_DECLS
