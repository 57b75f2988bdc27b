/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-scan.h"

G_BEGIN_DECLS

/* People that the search for mentions finds otherwise than by a title. Inside of text/ only. */
gsize khatt_scan_delegation (KhattScan *scan, gsize first, gsize sentence_first);
gsize khatt_scan_known_name (KhattScan *scan, gsize first, gsize sentence_first);
gsize khatt_scan_new_name (KhattScan *scan, gsize first, gsize sentence_first);

G_END_DECLS
