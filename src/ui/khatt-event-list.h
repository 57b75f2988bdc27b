/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* KhattEventList: a GListModel of KhattEvent: some events of a document in some order, which are
 * replaced all at once or as far as they differ. Events become objects when somebody asks for them.
 */
#define KHATT_TYPE_EVENT_LIST (khatt_event_list_get_type ())
G_DECLARE_FINAL_TYPE (KhattEventList, khatt_event_list, KHATT, EVENT_LIST, GObject)

KhattEventList *khatt_event_list_new (void);
void khatt_event_list_replace (KhattEventList *self, KhattSnapshot *snapshot, GArray *slots);
void khatt_event_list_change (KhattEventList *self, KhattSnapshot *snapshot, GArray *slots);
void khatt_event_list_follow (KhattEventList *self, KhattSnapshot *snapshot);
guint32 khatt_event_list_get_slot (KhattEventList *self, guint position);
guint khatt_event_list_find (KhattEventList *self, guint32 slot);

G_END_DECLS
