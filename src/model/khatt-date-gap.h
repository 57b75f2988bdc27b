/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-date.h"

G_BEGIN_DECLS

/* The days between two dates: from the day on which the earlier one ended to the day on which the
 * later one began; 0 where they share a day. A range where either is not known to the day. */
typedef struct
{
  gint64 least;
  gint64 most;       /* KHATT_TIME_MAX: without a limit */
  gboolean is_about; /* one of the dates is approximate or uncertain */
} KhattDateGap;

gboolean khatt_date_gap (const KhattDate *a, const KhattDate *b, KhattDateGap *gap);
char *khatt_date_gap_to_text (const KhattDateGap *gap, const KhattWords *words);

G_END_DECLS
