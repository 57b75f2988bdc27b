/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-scan.h"

G_BEGIN_DECLS

void khatt_honour_forget (KhattScan *scan);
void
khatt_honour_note (KhattScan *scan, const KhattMatch *honorific, guint actor, gsize sentence_first);
gsize khatt_honour_scan_alone (KhattScan *scan, gsize first, gsize after, gsize sentence_first);
gsize khatt_honour_scan_himself (KhattScan *scan, gsize first, gsize sentence_first);

G_END_DECLS
