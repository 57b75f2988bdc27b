/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arena.h"

G_BEGIN_DECLS

/* Each different string once: the same text gives the same pointer. Belongs to the one who writes.
 */
typedef struct _KhattPool KhattPool;

/* What the pool keeps of a string; `number` is the user's, 0 at first. */
typedef struct
{
  const char *string;
  guint32 hash;
  guint32 number;
} KhattPooled;

KhattPool *khatt_pool_new (KhattArena *arena);
KhattPool *khatt_pool_new_forwarding (KhattArena *arena);
void khatt_pool_free (KhattPool *pool);
const char *khatt_pool_add (KhattPool *pool, const char *string);
KhattPooled *khatt_pool_add_entry (KhattPool *pool, const char *string);
void khatt_pool_forward (KhattPool *pool, KhattPool *target);
const char *khatt_pool_get_forwarded (const char *string);
guint32 khatt_pool_hash (const char *string, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattPool, khatt_pool_free)

G_END_DECLS
