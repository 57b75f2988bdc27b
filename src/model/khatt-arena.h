/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory that only grows: what is written once stays where it is until the last holder lets go. One
 * thread appends, any thread reads what was handed to it. */
typedef struct _KhattArena KhattArena;

KhattArena *khatt_arena_new (void);
KhattArena *khatt_arena_ref (KhattArena *arena);
void khatt_arena_unref (KhattArena *arena);
void khatt_arena_add_part (KhattArena *arena, KhattArena *part);
gpointer khatt_arena_alloc (KhattArena *arena, gsize size, gsize alignment);
const char *khatt_arena_add_string (KhattArena *arena, const char *string, gsize length);
gsize khatt_arena_get_size (const KhattArena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattArena, khatt_arena_unref)

G_END_DECLS
