/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-event-data.h"

G_BEGIN_DECLS

/* An event that is filled again and again without an allocation for each string: everything in it
 * is good until the next khatt_scratch_reset(). Never give its event to khatt_event_data_free(). */
typedef struct
{
  KhattEventData event;
  /*< private >*/
  guint8 *block;
  gsize size;
  gsize used;
  GPtrArray *overflow;
} KhattScratch;

void khatt_scratch_init (KhattScratch *scratch);
void khatt_scratch_clear (KhattScratch *scratch);
void khatt_scratch_reset (KhattScratch *scratch);
gpointer khatt_scratch_alloc (KhattScratch *scratch, gsize size);
char *khatt_scratch_string (KhattScratch *scratch, const char *string, gsize length);
KhattActorData *khatt_scratch_add_actor (KhattScratch *scratch);
KhattQuoteData *khatt_scratch_add_quote (KhattScratch *scratch);
KhattSourceData *khatt_scratch_add_source (KhattScratch *scratch);

G_END_DECLS
