/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* `slot` holds another event than before, or one more, or none any more. */
typedef void (*KhattDifferenceFunc) (guint32 slot, gpointer data);

void khatt_snapshot_foreach_difference (const KhattSnapshot *before,
                                        const KhattSnapshot *now,
                                        KhattDifferenceFunc take,
                                        gpointer data);

G_END_DECLS
