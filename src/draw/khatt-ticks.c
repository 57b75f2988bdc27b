/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of an axis, from minutes to millions of years. Months and years are found by civil
 * arithmetic and never by adding seconds, so February has its length and the year 0 is 1 BCE. Cells
 * nest: days of five start anew with every month, quarters with every year.
 */

#include "khatt-ticks.h"

#include "khatt-date.h"

#include <math.h>

#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_HOUR 3600
#define MONTHS_PER_YEAR 12
#define DAYS_OF_BLOCKS 30 /* blocks of days fill this; the last one takes what a month has more */
#define MEAN_DAYS_PER_YEAR 365.2425

/* From the finest to the coarsest, each with the least width of a cell in pixels at text scale 1.
 */
static const struct
{
  KhattTickLevel level;
  double least_width;
} levels[] = {
  { { { KHATT_TICK_MINUTE, 1 }, { KHATT_TICK_DAY, 1 } }, 60 },
  { { { KHATT_TICK_MINUTE, 5 }, { KHATT_TICK_DAY, 1 } }, 60 },
  { { { KHATT_TICK_MINUTE, 15 }, { KHATT_TICK_DAY, 1 } }, 60 },
  { { { KHATT_TICK_HOUR, 1 }, { KHATT_TICK_DAY, 1 } }, 60 },
  { { { KHATT_TICK_HOUR, 3 }, { KHATT_TICK_DAY, 1 } }, 60 },
  { { { KHATT_TICK_HOUR, 6 }, { KHATT_TICK_DAY, 1 } }, 90 },
  { { { KHATT_TICK_DAY, 1 }, { KHATT_TICK_MONTH, 1 } }, 12 },
  { { { KHATT_TICK_DAY, 5 }, { KHATT_TICK_MONTH, 1 } }, 30 },
  { { { KHATT_TICK_MONTH, 1 }, { KHATT_TICK_YEAR, 1 } }, 24 },
  { { { KHATT_TICK_MONTH, 3 }, { KHATT_TICK_YEAR, 1 } }, 24 },
  { { { KHATT_TICK_YEAR, 1 }, { KHATT_TICK_YEAR, 10 } }, 36 },
  { { { KHATT_TICK_YEAR, 5 }, { KHATT_TICK_YEAR, 100 } }, 36 },
  { { { KHATT_TICK_YEAR, 10 }, { KHATT_TICK_YEAR, 100 } }, 36 },
  { { { KHATT_TICK_YEAR, 50 }, { KHATT_TICK_YEAR, 1000 } }, 36 },
  { { { KHATT_TICK_YEAR, 100 }, { KHATT_TICK_YEAR, 1000 } }, 36 },
  { { { KHATT_TICK_YEAR, 500 }, { KHATT_TICK_YEAR, 5000 } }, 36 },
};

/* Beyond the table: powers of ten of years. */
#define LEAST_FAR_STEP 1000
#define MOST_FAR_STEP 10000000000
#define FAR_WIDTH 36

static gint64
floor_to (gint64 value, gint64 step)
{
  const gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

/* Midnight; the ends of time where seconds do not reach. */
static gint64
seconds_from_civil (gint64 year, int month, int day)
{
  const gint64 days = khatt_days_from_civil (year, month, day);

  if (days > KHATT_TIME_MAX / KHATT_SECONDS_PER_DAY)
    return KHATT_TIME_MAX;
  if (days < KHATT_TIME_MIN / KHATT_SECONDS_PER_DAY)
    return KHATT_TIME_MIN;
  return days * KHATT_SECONDS_PER_DAY;
}

static gint64
find_days (gint64 time)
{
  const gint64 days = time / KHATT_SECONDS_PER_DAY;

  return time % KHATT_SECONDS_PER_DAY < 0 ? days - 1 : days;
}

static void
bound_by_seconds (KhattTick *tick, gint64 time, gint64 seconds)
{
  const gint64 midnight = find_days (time) * KHATT_SECONDS_PER_DAY;
  const gint64 into_day = floor_to (time - midnight, seconds);

  tick->first = midnight + into_day;
  tick->after = tick->first + seconds;
  tick->hour = (int) (into_day / SECONDS_PER_HOUR);
  tick->minute = (int) (into_day % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
}

static void
bound_by_days (KhattTick *tick, int step)
{
  const int last_block = step == 1 ? G_MAXINT : DAYS_OF_BLOCKS / step - 1;
  const int block = MIN ((tick->day - 1) / step, last_block);
  const int length = khatt_days_in_month (tick->year, tick->month);
  const int after = block == last_block ? length + 1 : MIN ((block + 1) * step + 1, length + 1);

  tick->day = block * step + 1;
  tick->first = seconds_from_civil (tick->year, tick->month, tick->day);
  tick->after = seconds_from_civil (tick->year, tick->month, 1);
  if (tick->after < KHATT_TIME_MAX - (gint64) after * KHATT_SECONDS_PER_DAY)
    tick->after += (gint64) (after - 1) * KHATT_SECONDS_PER_DAY;
}

static void
bound_by_months (KhattTick *tick, int step)
{
  tick->month = (tick->month - 1) / step * step + 1;
  tick->day = 1;
  tick->first = seconds_from_civil (tick->year, tick->month, 1);
  tick->after = tick->month + step > MONTHS_PER_YEAR
                    ? seconds_from_civil (tick->year + 1, 1, 1)
                    : seconds_from_civil (tick->year, tick->month + step, 1);
}

/* Decades, centuries and longer are counted as people count them, without a year 0:
 *
 *     2000 BCE   1000 BCE   1      1000    2000       as written
 *     -1999      -999       1      1000    2000       astronomical
 */
static void
bound_by_years (KhattTick *tick, gint64 step)
{
  gint64 first = tick->year, after = tick->year + 1;

  if (step > 1 && tick->year > 0)
    {
      after = floor_to (tick->year, step) + step;
      first = MAX (after - step, 1);
    }
  else if (step > 1)
    {
      after = 1 - floor_to (-tick->year, step);
      first = after - step;
    }
  tick->year = first;
  tick->month = 1;
  tick->day = 1;
  tick->first = seconds_from_civil (first, 1, 1);
  tick->after = seconds_from_civil (after, 1, 1);
}

/**
 * khatt_ticks_mean_seconds:
 * @step: so many units
 *
 * Gives how long a cell is in the mean; months and years by the Gregorian cycle of 400 years.
 *
 * Returns: seconds
 */
double
khatt_ticks_mean_seconds (const KhattTickStep *step)
{
  static const double seconds[] = {
    [KHATT_TICK_MINUTE] = SECONDS_PER_MINUTE,
    [KHATT_TICK_HOUR] = SECONDS_PER_HOUR,
    [KHATT_TICK_DAY] = KHATT_SECONDS_PER_DAY,
    [KHATT_TICK_MONTH] = MEAN_DAYS_PER_YEAR * KHATT_SECONDS_PER_DAY / MONTHS_PER_YEAR,
    [KHATT_TICK_YEAR] = MEAN_DAYS_PER_YEAR * KHATT_SECONDS_PER_DAY,
  };

  return seconds[step->unit] * step->step;
}

/**
 * khatt_ticks_choose_level:
 * @pixels_per_second: of the scale, divided by the text scale
 *
 * Chooses the finest cells that have room for what is written in them.
 *
 * Returns: the units of both tiers
 */
KhattTickLevel
khatt_ticks_choose_level (double pixels_per_second)
{
  KhattTickLevel far = { { KHATT_TICK_YEAR, LEAST_FAR_STEP },
                         { KHATT_TICK_YEAR, 10 * LEAST_FAR_STEP } };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const double width = khatt_ticks_mean_seconds (&levels[i].level.minor) * pixels_per_second;

      if (width >= levels[i].least_width)
        return levels[i].level;
    }
  while (far.minor.step < MOST_FAR_STEP &&
         khatt_ticks_mean_seconds (&far.minor) * pixels_per_second < FAR_WIDTH)
    {
      far.minor.step *= 10;
      far.major.step *= 10;
    }
  return far;
}

/**
 * khatt_ticks_cell_at:
 * @step: what a cell is
 * @time: seconds since 1970
 *
 * Finds the cell that holds a second.
 *
 * Returns: the cell
 */
KhattTick
khatt_ticks_cell_at (const KhattTickStep *step, gint64 time)
{
  const gint64 reach = KHATT_TIME_MAX - 2 * KHATT_SECONDS_PER_DAY;
  KhattTick tick = { 0 };

  time = CLAMP (time, -reach, reach);
  khatt_civil_from_days (find_days (time), &tick.year, &tick.month, &tick.day);
  switch (step->unit)
    {
    case KHATT_TICK_MINUTE:
      bound_by_seconds (&tick, time, step->step * SECONDS_PER_MINUTE);
      break;
    case KHATT_TICK_HOUR:
      bound_by_seconds (&tick, time, step->step * SECONDS_PER_HOUR);
      break;
    case KHATT_TICK_DAY:
      bound_by_days (&tick, (int) step->step);
      break;
    case KHATT_TICK_MONTH:
      bound_by_months (&tick, (int) step->step);
      break;
    case KHATT_TICK_YEAR:
    default:
      bound_by_years (&tick, step->step);
      break;
    }
  return tick;
}

static gint64
clamp_seconds (double seconds)
{
  if (seconds >= (double) KHATT_TIME_MAX)
    return KHATT_TIME_MAX;
  if (seconds <= (double) KHATT_TIME_MIN)
    return KHATT_TIME_MIN;
  return (gint64) floor (seconds);
}

/**
 * khatt_ticks_list:
 * @step: what a cell is
 * @first: seconds since 1970
 * @last: seconds since 1970
 * @limit: how many cells at most
 *
 * Lists the cells that touch a span.
 *
 * Returns: (transfer full) (element-type KhattTick): cells in order of time, each beginning where
 * the one before ends
 */
GArray *
khatt_ticks_list (const KhattTickStep *step, double first, double last, guint limit)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (KhattTick));
  const gint64 end = clamp_seconds (last);
  KhattTick tick = khatt_ticks_cell_at (step, clamp_seconds (first));

  while (tick.first <= end && ticks->len < limit)
    {
      const gint64 before = tick.first;

      g_array_append_val (ticks, tick);
      if (tick.after == KHATT_TIME_MAX)
        break;
      tick = khatt_ticks_cell_at (step, tick.after);
      if (tick.first <= before)
        break;
    }
  return ticks;
}
