/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-event-data.h"
#include "khatt-pool.h"
#include "khatt-snapshot-private.h"

G_BEGIN_DECLS

/* Makes cells of events. Belongs to one thread at a time. */
typedef struct
{
  /* Borrowed. */
  KhattArena *arena; /* where ids, titles, parties and details go */
  KhattPool *pool;   /* for what repeats */

  /* The number of an actor's name. */
  guint32 (*number_actor) (KhattPooled *name, gpointer data);
  gpointer data;

  /* Owned: overwritten for each event. */
  GByteArray *bytes;
  GArray *parties; /* of KhattParty */
} KhattPacker;

void khatt_packer_init (KhattPacker *packer, KhattArena *arena, KhattPool *pool);
void khatt_packer_clear (KhattPacker *packer);
void khatt_packer_pack (KhattPacker *packer, const KhattEventData *event, KhattCell *cell);

G_END_DECLS
