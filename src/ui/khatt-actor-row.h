/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-edit-row.h"
#include "khatt-event-data.h"
#include "khatt-suggestions.h"

G_BEGIN_DECLS

/* KhattActorRow: who took part in an event: name, role, office, country. */
#define KHATT_TYPE_ACTOR_ROW (khatt_actor_row_get_type ())
G_DECLARE_FINAL_TYPE (KhattActorRow, khatt_actor_row, KHATT, ACTOR_ROW, KhattEditRow)

GtkWidget *khatt_actor_row_new (KhattKind kind, KhattSuggestions *suggestions);
void khatt_actor_row_set_kind (KhattActorRow *self, KhattKind kind);
void khatt_actor_row_set_actor (KhattActorRow *self, const KhattActorData *actor);
gboolean khatt_actor_row_is_valid (KhattActorRow *self);
void khatt_actor_row_add_to (KhattActorRow *self, KhattEventData *event);

G_END_DECLS
