/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KHATT_TICK_MINUTE,
  KHATT_TICK_HOUR,
  KHATT_TICK_DAY,
  KHATT_TICK_MONTH,
  KHATT_TICK_YEAR,
} KhattTickUnit;

/* So many units at once: (MONTH, 3) is a quarter. */
typedef struct
{
  KhattTickUnit unit;
  gint64 step;
} KhattTickStep;

/* What the two tiers of an axis show. Every boundary of the major one is a boundary of the minor
 * one. */
typedef struct
{
  KhattTickStep minor; /* tier 2 */
  KhattTickStep major; /* tier 1 */
} KhattTickLevel;

/* One cell: [first, after) in seconds, and the civil date of its first second. */
typedef struct
{
  gint64 first;
  gint64 after;
  gint64 year; /* astronomical: 0 is 1 BCE */
  int month;
  int day;
  int hour;
  int minute;
} KhattTick;

KhattTickLevel khatt_ticks_choose_level (double pixels_per_second);
/* The cells that touch [first, last], in order of time; at most `limit`. */
GArray *khatt_ticks_list (const KhattTickStep *step, double first, double last, guint limit);
/* The cell that holds a second. */
KhattTick khatt_ticks_cell_at (const KhattTickStep *step, gint64 time);
/* How many seconds a cell has, in the mean. */
double khatt_ticks_mean_seconds (const KhattTickStep *step);

G_END_DECLS
