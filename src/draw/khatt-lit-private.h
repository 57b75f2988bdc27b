/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-index.h"
#include "khatt-lit.h"

G_BEGIN_DECLS

/* The lit ones among the events of an arrangement's index; NULL for another arrangement than its
 * own: what is lit there is being found. */
const KhattIndex *khatt_lit_get_index (const KhattLit *lit, const KhattArrangement *arrangement);

G_END_DECLS
