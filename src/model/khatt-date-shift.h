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

/* What of a date is moved: all of it, or one end of what lasted. */
typedef enum
{
  KHATT_DATE_WHOLE,
  KHATT_DATE_START,
  KHATT_DATE_END,
} KhattDatePart;

gboolean khatt_date_shift (const KhattDate *date, const KhattDateShift *shift, KhattDate *shifted);
KhattDateShift khatt_date_shift_for_precision (const KhattDate *date, const KhattDateShift *wanted);
KhattDate khatt_date_get_part (const KhattDate *date, KhattDatePart part);
gboolean khatt_date_shift_part (const KhattDate *date,
                                KhattDatePart part,
                                const KhattDateShift *shift,
                                KhattDate *shifted);

G_END_DECLS
