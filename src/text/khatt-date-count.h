/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date-phrase.h"

G_BEGIN_DECLS

/* Inside the reader of dates: days, months and years made, and units counted from the reference. */
KhattDate khatt_date_make_day (gint64 days);
KhattDate khatt_date_make_days (gint64 first, gint64 last);
KhattDate khatt_date_make_approximate (KhattDate date);
KhattDate
khatt_date_make_month (KhattCalendar calendar, gint64 year, int month, KhattDatePart part);
KhattDate khatt_date_make_year (KhattCalendar calendar, gint64 year, KhattDatePart part);

KhattDate khatt_date_count_vague (KhattDateVague vague, const KhattDateContext *context);
KhattDate khatt_date_count_unit (const KhattDatePoint *point, const KhattDateContext *context);
KhattDate khatt_date_count_ago (const KhattDatePoint *point, const KhattDateContext *context);
KhattDate khatt_date_count_day_of_month (const KhattDatePoint *point,
                                         const KhattDateContext *context);

G_END_DECLS
