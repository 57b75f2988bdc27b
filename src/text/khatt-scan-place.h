/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-scan.h"

G_BEGIN_DECLS

gsize khatt_scan_building (KhattScan *scan, gsize first, gsize sentence_first);
gsize khatt_scan_town (KhattScan *scan, gsize first, gsize sentence_first);
gsize khatt_scan_kingdom (KhattScan *scan, gsize first, gsize sentence_first);
gsize khatt_scan_homeland (KhattScan *scan, gsize first, gsize sentence_first);

G_END_DECLS
