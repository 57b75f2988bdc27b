/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-batch.h"
#include "khatt-packer.h"

G_BEGIN_DECLS

struct _KhattBatch
{
  KhattArena *arena;   /* held; of the thread that packs, for one batch after another */
  KhattArena *strings; /* held: of what repeats; gone with the batch */
  KhattPool *pool;
  KhattPacker packer;
  GPtrArray *actors; /* of names in the pool, by number */
  GArray *cells;     /* of KhattCell */
  GArray *id_hashes; /* of guint32: of each cell's id, 0 where it has none */
};

G_END_DECLS
