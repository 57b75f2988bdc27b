/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From an event's id to its slot: a table of slots alone, the ids are looked up through a function.
 */
typedef const char *(*KhattSlotsGetId) (guint32 slot, gconstpointer data);

typedef struct
{
  guint32 slot; /* and 1 more; 0: free */
  guint32 hash; /* of its id */
} KhattSlotEntry;

typedef struct
{
  /*< private >*/
  KhattSlotEntry *entries;
  guint32 mask;
  guint32 n;
  KhattSlotsGetId get_id;
  gconstpointer data;
} KhattSlots;

void khatt_slots_init (KhattSlots *slots, KhattSlotsGetId get_id, gconstpointer data);
void khatt_slots_clear (KhattSlots *slots);
guint32 khatt_slots_find (const KhattSlots *slots, const char *id);
gboolean khatt_slots_add (KhattSlots *slots, guint32 slot);
void khatt_slots_remove (KhattSlots *slots, guint32 slot);

G_END_DECLS
