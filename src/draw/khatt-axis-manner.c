/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the cells of tier 2 are written, by zoom. The widest name of a set decides for all of its
 * names, whether it is in view or not: so panning changes nothing.
 */

#include "khatt-axis-private.h"

#include "khatt-words.h"

#include <math.h>

#define DAYS_PER_WEEK 7
#define MONTHS_PER_YEAR 12

/* Least widths of a day's cell. */
#define FULL_WEEKDAY_WIDTH 84.0
#define SHORT_WEEKDAY_WIDTH 54.0
#define EVERY_NUMBER_WIDTH 24.0
#define FULL_MONTH_WIDTH 84.0

/**
 * khatt_axis_shape_weekday:
 * @maker: the axis in the making
 * @iso_weekday: 1 is Monday
 * @width: wide or short
 *
 * Shapes the name of a weekday.
 *
 * Returns: (transfer none): the label
 */
const KhattLabel *
khatt_axis_shape_weekday (const KhattAxisMaker *maker, int iso_weekday, KhattWidth width)
{
  g_autofree char *name =
      khatt_calendar_dup_weekday_name (iso_weekday, width, &maker->params->words);

  return khatt_axis_shape (maker, name, KHATT_AXIS_TIER_2_SIZE, KHATT_AXIS_WEIGHT_NAME);
}

static double
measure_widest_weekday (const KhattAxisMaker *maker, KhattWidth width)
{
  double widest = 0;

  for (int day = 1; day <= DAYS_PER_WEEK; day++)
    widest = fmax (widest, khatt_label_get_width (khatt_axis_shape_weekday (maker, day, width)));
  return widest;
}

static double
measure_widest_month (const KhattAxisMaker *maker, int step, KhattWidth width)
{
  double widest = 0;

  for (int month = 1; month <= MONTHS_PER_YEAR; month += step)
    {
      g_autofree char *name = khatt_calendar_dup_month_name (KHATT_CALENDAR_GREGORIAN, 1, month,
                                                             width, &maker->params->words);
      const KhattLabel *label =
          khatt_axis_shape (maker, name, KHATT_AXIS_TIER_2_SIZE, KHATT_AXIS_WEIGHT_NAME);

      widest = fmax (widest, khatt_label_get_width (label));
    }
  return widest;
}

static double
measure_number (const KhattAxisMaker *maker, gint64 number)
{
  g_autofree char *text = khatt_words_number (&maker->params->words, number);

  return khatt_label_get_width (
      khatt_axis_shape (maker, text, KHATT_AXIS_TIER_2_SIZE, KHATT_AXIS_WEIGHT_NUMBER));
}

static KhattAxisManner
choose_day_manner (const KhattAxisMaker *maker)
{
  const double scale = maker->axis->text_scale;
  const double width = maker->axis->cell_width;
  const double beside = measure_number (maker, 30) +
                        (KHATT_AXIS_NAME_TO_NUMBER + 2 * KHATT_AXIS_CELL_PADDING) * scale;

  if (maker->axis->level.minor.step > 1)
    return (KhattAxisManner){ .style = KHATT_AXIS_STYLE_AT_BOUNDARY };
  if (width >= FULL_WEEKDAY_WIDTH * scale &&
      measure_widest_weekday (maker, KHATT_WIDTH_WIDE) + beside <= width)
    return (KhattAxisManner){ KHATT_AXIS_STYLE_CENTERED, TRUE, KHATT_WIDTH_WIDE };
  if (width >= SHORT_WEEKDAY_WIDTH * scale &&
      measure_widest_weekday (maker, KHATT_WIDTH_SHORT) + beside <= width)
    return (KhattAxisManner){ KHATT_AXIS_STYLE_CENTERED, TRUE, KHATT_WIDTH_SHORT };
  return (KhattAxisManner){ .style = width >= EVERY_NUMBER_WIDTH * scale
                                         ? KHATT_AXIS_STYLE_CENTERED
                                         : KHATT_AXIS_STYLE_EVERY_OTHER };
}

static KhattAxisManner
choose_month_manner (const KhattAxisMaker *maker)
{
  const double scale = maker->axis->text_scale;
  const double room = maker->axis->cell_width - 2 * KHATT_AXIS_CELL_PADDING * scale;
  const int step = (int) maker->axis->level.minor.step;
  const double full = measure_widest_month (maker, step, KHATT_WIDTH_WIDE);
  const double brief = measure_widest_month (maker, step, KHATT_WIDTH_SHORT);
  const KhattWidth fitting = full <= room ? KHATT_WIDTH_WIDE : KHATT_WIDTH_SHORT;

  if (step > 1)
    return (KhattAxisManner){ brief <= room ? KHATT_AXIS_STYLE_AT_BOUNDARY : KHATT_AXIS_STYLE_BLANK,
                              FALSE, fitting };
  if (full <= room && maker->axis->cell_width >= FULL_MONTH_WIDTH * scale)
    return (KhattAxisManner){ KHATT_AXIS_STYLE_CENTERED, FALSE, KHATT_WIDTH_WIDE };
  if (brief <= room)
    return (KhattAxisManner){ KHATT_AXIS_STYLE_CENTERED, FALSE, KHATT_WIDTH_SHORT };
  return (KhattAxisManner){ brief <= KHATT_AXIS_MONTHS_PER_QUARTER * room
                                ? KHATT_AXIS_STYLE_AT_QUARTERS
                                : KHATT_AXIS_STYLE_BLANK,
                            FALSE, KHATT_WIDTH_SHORT };
}

/**
 * khatt_axis_choose_manner:
 * @maker: the axis in the making
 *
 * Chooses how the cells of tier 2 are written at this zoom.
 *
 * Returns: the manner of all cells
 */
KhattAxisManner
khatt_axis_choose_manner (const KhattAxisMaker *maker)
{
  const KhattTickStep *step = &maker->axis->level.minor;

  switch (step->unit)
    {
    case KHATT_TICK_DAY:
      return choose_day_manner (maker);
    case KHATT_TICK_MONTH:
      return choose_month_manner (maker);
    case KHATT_TICK_YEAR:
      return (KhattAxisManner){ .style = step->step == 1 ? KHATT_AXIS_STYLE_CENTERED
                                                         : KHATT_AXIS_STYLE_AT_BOUNDARY };
    default:
      return (KhattAxisManner){ .style = KHATT_AXIS_STYLE_AT_BOUNDARY };
    }
}
