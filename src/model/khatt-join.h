/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-comparand.h"

G_BEGIN_DECLS

void khatt_join_report (KhattComparand *target, const KhattEventData *report);
void khatt_join_other (KhattComparand *target, const KhattEventData *other);
gboolean khatt_join_has_source (const KhattEventData *event, const KhattSourceData *source);
KhattEventData *khatt_join_take_out (KhattEventData *event, guint source);

G_END_DECLS
