/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis as a value: cells, bands, and every text with its place. What can be tested without a
 * surface is here and in the rows; the painter only puts ink where this says.
 *
 *     +------------------------------------------------------+
 *     | August 2025                            Safar 1447 AH |  tier 1, 26
 *     |   Thursday 7 |  Friday 8   | Saturday 9  | (Today 10) |  tier 2, 20
 *     |    13 Safar  |  14 Safar   |  15 Safar   |  16 Safar  |  second calendar, 22
 *     +------------------------------------------------------+
 *
 * Where there is little height, tier 1 stands in tier 2, in the place of some of its cells:
 *
 *     +------------------------------------------------------+
 *     | August 2025  |  Friday 8   | Saturday 9  | (Today 10) |
 *     | Safar 1447 AH|  14 Safar   |  15 Safar   |  16 Safar  |
 *     +------------------------------------------------------+
 */

#include "khatt-axis-private.h"

#include "khatt-bidi.h"
#include "khatt-date.h"

#include <math.h>

/* Weekends are told apart while a day is at least so wide. */
#define LEAST_DAY_WIDTH_FOR_BANDS 6.0
/* Years, decades, centuries ... alternate: the finest that are at least so wide. Years that are
 * much wider would pass for another ground. */
#define LEAST_ERA_WIDTH 36.0
#define MOST_YEAR_WIDTH 240.0
#define LONGEST_ERA 10000000000 /* years */
/* From the middle of a row to the baseline, of the size. */
#define MIDDLE_TO_BASELINE 0.36

static const KhattTickStep one_day = { KHATT_TICK_DAY, 1 };

/* Texts of the tiers stand a little low in them. */
static double
find_row_middle (const KhattAxis *self, KhattAxisRow row)
{
  static const double offsets[] = {
    [KHATT_AXIS_TIER_1] = 2,
    [KHATT_AXIS_TIER_2] = 1,
    [KHATT_AXIS_SECOND] = 0,
    [KHATT_AXIS_TODAY] = 1,
  };
  const double offset =
      offsets[self->has_one_tier && row == KHATT_AXIS_TIER_1 ? KHATT_AXIS_TIER_2 : row];

  return (khatt_axis_find_row_top (self, row) + khatt_axis_find_row_bottom (self, row)) / 2 +
         offset * self->text_scale;
}

/**
 * khatt_axis_find_row_top:
 * @axis: an axis
 * @row: one of its rows
 *
 * Finds where a row begins.
 *
 * Returns: the y of its upper edge
 */
double
khatt_axis_find_row_top (const KhattAxis *axis, KhattAxisRow row)
{
  const double tier_2 = axis->has_one_tier ? 0 : KHATT_AXIS_TIER_1_HEIGHT;
  const double tops[] = {
    [KHATT_AXIS_TIER_1] = 0,
    [KHATT_AXIS_TIER_2] = tier_2,
    [KHATT_AXIS_SECOND] = tier_2 + KHATT_AXIS_TIER_2_HEIGHT,
    [KHATT_AXIS_TODAY] = tier_2,
  };

  return axis->rect.y + tops[row] * axis->text_scale;
}

/**
 * khatt_axis_find_row_bottom:
 * @axis: an axis
 * @row: one of its rows
 *
 * Finds where a row ends.
 *
 * Returns: the y of its lower edge
 */
double
khatt_axis_find_row_bottom (const KhattAxis *axis, KhattAxisRow row)
{
  const double heights[] = {
    [KHATT_AXIS_TIER_1] = axis->has_one_tier ? KHATT_AXIS_TIER_2_HEIGHT : KHATT_AXIS_TIER_1_HEIGHT,
    [KHATT_AXIS_TIER_2] = KHATT_AXIS_TIER_2_HEIGHT,
    [KHATT_AXIS_SECOND] = KHATT_AXIS_SECOND_HEIGHT,
    [KHATT_AXIS_TODAY] = KHATT_AXIS_TIER_2_HEIGHT,
  };

  return khatt_axis_find_row_top (axis, row) + heights[row] * axis->text_scale;
}

/**
 * khatt_axis_find_distance:
 * @axis: an axis
 * @time: seconds since 1970
 *
 * Finds how far a moment is from the time-earlier edge, in whole pixels where marks are.
 *
 * Returns: pixels, growing with time
 */
double
khatt_axis_find_distance (const KhattAxis *axis, gint64 time)
{
  const double x = khatt_scale_snap (&axis->scale, (double) time);

  return khatt_scale_sign (&axis->scale) > 0 ? x - axis->scale.start
                                             : axis->scale.start + axis->scale.width - x;
}

/**
 * khatt_axis_place:
 * @axis: an axis
 * @distance: of the earlier side of a box from the time-earlier edge
 * @width: of the box
 *
 * Turns a distance into a place.
 *
 * Returns: the box's least x
 */
double
khatt_axis_place (const KhattAxis *axis, double distance, double width)
{
  return khatt_scale_sign (&axis->scale) > 0
             ? axis->scale.start + distance
             : axis->scale.start + axis->scale.width - distance - width;
}

/**
 * khatt_axis_shape:
 * @maker: the axis in the making
 * @text: what is written
 * @size: pixels at text scale 1
 * @weight: 400 to 700
 *
 * Shapes a text of the axis.
 *
 * Returns: (transfer none): the label
 */
const KhattLabel *
khatt_axis_shape (const KhattAxisMaker *maker, const char *text, double size, int weight)
{
  const KhattTypeface face = { .size = size * maker->axis->text_scale, .weight = weight };

  return khatt_shaper_shape (maker->shaper, text, &face, -1, maker->text_direction);
}

/**
 * khatt_axis_add_text:
 * @maker: the axis in the making
 * @row: the row
 * @label: what is written
 * @distance: of its earlier side from the time-earlier edge
 * @ink: its colour
 *
 * Adds a text in the middle of a row.
 */
void
khatt_axis_add_text (const KhattAxisMaker *maker,
                     KhattAxisRow row,
                     const KhattLabel *label,
                     double distance,
                     KhattAxisInk ink)
{
  KhattAxis *self = maker->axis;
  const double size = khatt_label_get_typeface (label)->size;
  const KhattAxisItem item = {
    .text = {
      .row = row,
      .label = khatt_label_ref (label),
      .x = khatt_axis_place (self, distance, khatt_label_get_width (label)),
      .baseline = find_row_middle (self, row) + size * MIDDLE_TO_BASELINE,
    },
    .ink = ink,
  };

  g_array_append_val (self->items, item);
}

/**
 * khatt_axis_is_free:
 * @axis: an axis
 * @row: whose texts would be in the way: those that stand there now
 * @distance: of the earlier side of a box from the time-earlier edge
 * @width: of the box
 *
 * Finds out whether a text would stand clear of what took the place of cells where there is one
 * tier; where there are two, nothing does.
 *
 * Returns: whether the place is free
 */
gboolean
khatt_axis_is_free (const KhattAxis *axis, KhattAxisRow row, double distance, double width)
{
  const double gap = KHATT_AXIS_GAP * axis->text_scale;
  const double x = khatt_axis_place (axis, distance, width);

  for (guint i = 0; axis->has_one_tier && i < axis->items->len; i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (axis, i);

      if (text->row == row && x - gap < text->x + khatt_label_get_width (text->label) &&
          x + width + gap > text->x)
        return FALSE;
    }
  return TRUE;
}

static void
clear_item (gpointer data)
{
  KhattAxisItem *item = data;

  khatt_label_unref (item->text.label);
}

static KhattXRange
find_range (const KhattAxis *self, gint64 first, gint64 after)
{
  const double from = khatt_axis_find_distance (self, first);
  const double to = khatt_axis_find_distance (self, after);

  return (KhattXRange){ .x = khatt_axis_place (self, from, to - from), .width = to - from };
}

static void
make_cells (KhattAxis *self)
{
  g_autoptr (GArray) ticks =
      khatt_ticks_list (&self->level.minor, khatt_scale_earliest (&self->scale),
                        khatt_scale_latest (&self->scale), KHATT_AXIS_MOST_CELLS);

  for (guint i = 0; i < ticks->len; i++)
    {
      const KhattTick *tick = &g_array_index (ticks, KhattTick, i);
      const KhattTick major = khatt_ticks_cell_at (&self->level.major, tick->first);
      const KhattAxisCell cell = {
        .tick = *tick,
        .range = find_range (self, tick->first, tick->after),
        .boundary_x = khatt_axis_place (self, khatt_axis_find_distance (self, tick->first), 0),
        .is_major = major.first == tick->first,
      };

      g_array_append_val (self->cells, cell);
    }
}

static gboolean
is_weekend (const KhattTick *day, guint weekend)
{
  const gint64 days = khatt_days_from_civil (day->year, day->month, day->day);

  return (weekend & (1u << khatt_weekday_of_days (days))) != 0;
}

static void
make_weekends (KhattAxis *self, const char *region)
{
  g_autoptr (GArray) days = NULL;
  const guint weekend = region != NULL ? khatt_calendar_get_weekend (region) : 0;
  gint64 band_end = KHATT_TIME_MIN;

  days = khatt_ticks_list (&one_day, khatt_scale_earliest (&self->scale),
                           khatt_scale_latest (&self->scale), KHATT_AXIS_MOST_CELLS);
  for (guint i = 0; i < days->len; i++)
    {
      const KhattTick *day = &g_array_index (days, KhattTick, i);
      KhattXRange range = find_range (self, day->first, day->after);

      if (!is_weekend (day, weekend))
        continue;
      if (day->first == band_end)
        {
          KhattXRange *band = &g_array_index (self->bands, KhattXRange, self->bands->len - 1);

          band->x = fmin (band->x, range.x);
          band->width += range.width;
        }
      else
        g_array_append_val (self->bands, range);
      band_end = day->after;
    }
}

/* Decades, centuries ... come in two first ones, after and before the year 1: these differ too. */
static gboolean
is_odd_era (const KhattTickStep *step, const KhattTick *era)
{
  if (step->step == 1)
    return era->year % 2 != 0;
  return era->year > 0 ? era->year / step->step % 2 != 0 : -era->year / step->step % 2 == 0;
}

/* Each boundary of an era is one of a cell of tier 2 too: none is narrower than such a cell. */
static void
make_eras (KhattAxis *self)
{
  const double least = LEAST_ERA_WIDTH * self->text_scale;
  KhattTickStep step = { KHATT_TICK_YEAR, 1 };
  double width = khatt_ticks_mean_seconds (&step) * self->scale.pixels_per_second;
  g_autoptr (GArray) eras = NULL;

  if (width > MOST_YEAR_WIDTH * self->text_scale)
    return;
  for (; width < least && step.step < LONGEST_ERA; width *= 10)
    step.step *= 10;
  eras = khatt_ticks_list (&step, khatt_scale_earliest (&self->scale),
                           khatt_scale_latest (&self->scale), KHATT_AXIS_MOST_CELLS);
  for (guint i = 0; i < eras->len; i++)
    {
      const KhattTick *era = &g_array_index (eras, KhattTick, i);
      const KhattXRange range = find_range (self, era->first, era->after);

      if (is_odd_era (&step, era))
        g_array_append_val (self->bands, range);
    }
}

static void
make_bands (KhattAxis *self, const char *region)
{
  if (KHATT_SECONDS_PER_DAY * self->scale.pixels_per_second >= LEAST_DAY_WIDTH_FOR_BANDS)
    make_weekends (self, region);
  else
    make_eras (self);
}

static void
find_today (KhattAxis *self, gint64 today)
{
  const double distance = (today == KHATT_TIME_MIN) ? -1 : khatt_axis_find_distance (self, today);

  self->has_today = distance >= 0 && distance <= self->scale.width;
  self->today_x = khatt_axis_place (self, distance, 0);
}

static KhattDirection
find_text_direction (const KhattWords *words)
{
  g_autofree char *weekday = khatt_calendar_dup_weekday_name (1, KHATT_WIDTH_WIDE, words);

  return khatt_bidi_direction (weekday, KHATT_DIRECTION_LTR);
}

/**
 * khatt_axis_measure_height:
 * @second_calendar: the calendar of the last row, or none
 * @has_one_tier: whether tier 1 stands in tier 2
 * @text_scale: 1 for the sizes of the design
 *
 * Says how high an axis is.
 *
 * Returns: pixels
 */
double
khatt_axis_measure_height (KhattCalendar second_calendar, gboolean has_one_tier, double text_scale)
{
  const double tier_1 = has_one_tier ? 0 : KHATT_AXIS_TIER_1_HEIGHT;
  const double second = second_calendar == KHATT_CALENDAR_NONE ? 0 : KHATT_AXIS_SECOND_HEIGHT;

  return (tier_1 + KHATT_AXIS_TIER_2_HEIGHT + second) * text_scale;
}

/**
 * khatt_axis_new:
 * @params: what it depends on
 * @shaper: shapes its texts
 *
 * Computes an axis.
 *
 * Returns: (transfer full): the axis; it keeps its labels beyond the shaper's cache
 */
KhattAxis *
khatt_axis_new (const KhattAxisParams *params, KhattShaper *shaper)
{
  KhattAxis *self = g_new0 (KhattAxis, 1);
  const KhattAxisMaker maker = {
    .axis = self,
    .params = params,
    .shaper = shaper,
    .text_direction = find_text_direction (&params->words),
  };

  self->scale = params->scale;
  self->text_scale = params->text_scale;
  self->has_second_row = params->second_calendar != KHATT_CALENDAR_NONE;
  self->has_one_tier = params->has_one_tier;
  self->rect = (KhattRect){
    .x = params->scale.start,
    .y = params->y,
    .width = params->scale.width,
    .height = khatt_axis_measure_height (params->second_calendar, params->has_one_tier,
                                         params->text_scale),
  };
  self->level = khatt_ticks_choose_level (params->scale.pixels_per_second / params->text_scale);
  self->cell_width =
      khatt_ticks_mean_seconds (&self->level.minor) * params->scale.pixels_per_second;
  self->cells = g_array_new (FALSE, FALSE, sizeof (KhattAxisCell));
  self->bands = g_array_new (FALSE, FALSE, sizeof (KhattXRange));
  self->items = g_array_new (FALSE, FALSE, sizeof (KhattAxisItem));
  self->second_ticks = g_array_new (FALSE, FALSE, sizeof (double));
  self->lines = g_array_new (FALSE, FALSE, sizeof (KhattAxisLine));
  g_array_set_clear_func (self->items, clear_item);

  make_cells (self);
  make_bands (self, params->region);
  find_today (self, params->today);
  self->manner = khatt_axis_choose_manner (&maker);
  khatt_axis_make_tiers (&maker);
  if (self->has_second_row)
    khatt_axis_make_second_row (&maker);
  khatt_axis_make_lines (self);
  return self;
}

/**
 * khatt_axis_free:
 * @axis: (transfer full): an axis
 *
 * Frees an axis.
 */
void
khatt_axis_free (KhattAxis *axis)
{
  g_array_unref (axis->cells);
  g_array_unref (axis->bands);
  g_array_unref (axis->items);
  g_array_unref (axis->second_ticks);
  g_array_unref (axis->lines);
  g_free (axis);
}

/**
 * khatt_axis_get_rect:
 * @axis: an axis
 *
 * Gives where it is.
 *
 * Returns: its box
 */
KhattRect
khatt_axis_get_rect (const KhattAxis *axis)
{
  return axis->rect;
}

/**
 * khatt_axis_get_n_cells:
 * @axis: an axis
 *
 * Counts the cells of tier 2 in view.
 *
 * Returns: their number
 */
guint
khatt_axis_get_n_cells (const KhattAxis *axis)
{
  return axis->cells->len;
}

/**
 * khatt_axis_get_cell:
 * @axis: an axis
 * @index: from 0, in order of time
 *
 * Gives a cell of tier 2.
 *
 * Returns: (transfer none): the cell
 */
const KhattAxisCell *
khatt_axis_get_cell (const KhattAxis *axis, guint index)
{
  return &g_array_index (axis->cells, KhattAxisCell, index);
}

/**
 * khatt_axis_get_n_bands:
 * @axis: an axis
 *
 * Counts the bands in view: weekends or, where days are too narrow for them, every other year,
 * decade, century ...
 *
 * Returns: their number
 */
guint
khatt_axis_get_n_bands (const KhattAxis *axis)
{
  return axis->bands->len;
}

/**
 * khatt_axis_get_band:
 * @axis: an axis
 * @index: from 0, in order of time
 *
 * Gives a band.
 *
 * Returns: (transfer none): where it is
 */
const KhattXRange *
khatt_axis_get_band (const KhattAxis *axis, guint index)
{
  return &g_array_index (axis->bands, KhattXRange, index);
}

/**
 * khatt_axis_get_today_x:
 * @axis: an axis
 * @x: (out): where today is
 *
 * Finds the line of today.
 *
 * Returns: %FALSE where it is not in view
 */
gboolean
khatt_axis_get_today_x (const KhattAxis *axis, double *x)
{
  *x = axis->today_x;
  return axis->has_today;
}

/**
 * khatt_axis_get_level:
 * @axis: an axis
 *
 * Gives the units of its tiers.
 *
 * Returns: (transfer none): the level
 */
const KhattTickLevel *
khatt_axis_get_level (const KhattAxis *axis)
{
  return &axis->level;
}

/**
 * khatt_axis_get_cell_width:
 * @axis: an axis
 *
 * Gives how wide a cell of tier 2 is in the mean.
 *
 * Returns: pixels
 */
double
khatt_axis_get_cell_width (const KhattAxis *axis)
{
  return axis->cell_width;
}

/**
 * khatt_axis_get_n_texts:
 * @axis: an axis
 *
 * Counts its texts.
 *
 * Returns: their number
 */
guint
khatt_axis_get_n_texts (const KhattAxis *axis)
{
  return axis->items->len;
}

/**
 * khatt_axis_get_text:
 * @axis: an axis
 * @index: from 0
 *
 * Gives a text.
 *
 * Returns: (transfer none): the text with its place
 */
const KhattAxisText *
khatt_axis_get_text (const KhattAxis *axis, guint index)
{
  return &g_array_index (axis->items, KhattAxisItem, index).text;
}
