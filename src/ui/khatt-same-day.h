/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

GArray *khatt_same_day_find (const KhattSnapshot *snapshot, guint32 slot, guint limit);

G_END_DECLS
