/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date.h"

G_BEGIN_DECLS

/* How far a date is moved: so many months of the calendar, and so many seconds. */
typedef struct
{
  gint64 months;
  gint64 seconds;
} KhattDateShift;

gboolean khatt_date_shift (const KhattDate *date, const KhattDateShift *shift, KhattDate *shifted);
KhattDateShift khatt_date_shift_for_precision (const KhattDate *date, const KhattDateShift *wanted);

G_END_DECLS
