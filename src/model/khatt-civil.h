/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KHATT_SECONDS_PER_DAY 86400

/* The years all of whose seconds since 1970 fit into a gint64. */
#define KHATT_YEAR_MIN G_GINT64_CONSTANT (-292277022656)
#define KHATT_YEAR_MAX G_GINT64_CONSTANT (292277026595)

/* Days since 1970-01-01; proleptic Gregorian, astronomical years (0 is 1 BCE). */
gint64 khatt_days_from_civil (gint64 year, int month, int day);
void khatt_civil_from_days (gint64 days, gint64 *year, int *month, int *day);
int khatt_days_in_month (gint64 year, int month);
int khatt_weekday_of_days (gint64 days); /* 1 Monday ... 7 Sunday, ISO 8601 */
gint64 khatt_days_from_seconds (gint64 seconds);

G_END_DECLS
