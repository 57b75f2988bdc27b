/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* KhattEvent: an event as an object, made when a list asks. Holds a snapshot and a slot, nothing
 * else. */
#define KHATT_TYPE_EVENT (khatt_event_get_type ())
G_DECLARE_FINAL_TYPE (KhattEvent, khatt_event, KHATT, EVENT, GObject)

KhattEvent *khatt_event_new (KhattSnapshot *snapshot, guint32 slot);
guint32 khatt_event_get_slot (KhattEvent *self);
KhattSnapshot *khatt_event_get_snapshot (KhattEvent *self);
const KhattRecord *khatt_event_get_record (KhattEvent *self);

G_END_DECLS
