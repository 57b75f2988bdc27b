/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From an event's id to its slot: a table of slots alone, the ids are looked up through a function.
 */
typedef const char *(*KhattIdTableGetId) (guint32 slot, gconstpointer data);

typedef struct
{
  guint32 slot; /* and 1 more; 0: free */
  guint32 hash; /* of its id */
} KhattIdEntry;

typedef struct
{
  /*< private >*/
  KhattIdEntry *entries;
  guint32 mask;
  guint32 n;
  KhattIdTableGetId get_id;
  gconstpointer data;
} KhattIdTable;

void khatt_id_table_init (KhattIdTable *table, KhattIdTableGetId get_id, gconstpointer data);
void khatt_id_table_clear (KhattIdTable *table);
guint32 khatt_id_table_find (const KhattIdTable *table, const char *id);
guint32 khatt_id_table_hash (const char *id);
gboolean khatt_id_table_add (KhattIdTable *table, guint32 slot);
gboolean khatt_id_table_add_hashed (KhattIdTable *table, guint32 slot, guint32 hash);
void khatt_id_table_expect (const KhattIdTable *table, guint32 hash);
void khatt_id_table_remove (KhattIdTable *table, guint32 slot);

G_END_DECLS
