/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* What the reader had read for members of an event that a person changed since. Members are named
 * as documents name them; "date" stands for all that says when. */
void khatt_read_values_keep (const KhattSnapshot *snapshot,
                             const KhattEventData *before,
                             KhattEventData *after);
gboolean khatt_read_values_has (const KhattEventData *event, const char *member);
KhattEventData *khatt_read_values_restore (const KhattSnapshot *snapshot,
                                           const KhattEventData *event);
gboolean khatt_read_values_differ (const KhattSnapshot *snapshot,
                                   const KhattEventData *a,
                                   const KhattEventData *b,
                                   const char *member);

G_END_DECLS
