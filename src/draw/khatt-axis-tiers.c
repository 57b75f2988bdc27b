/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two tiers say and where. Tier 1 sticks to the earlier edge; a text that has no room is
 * left out, never clipped.
 */

#include "khatt-axis-private.h"

#include "khatt-date.h"
#include "khatt-words.h"

#include <math.h>

#define TIER_1_SIZE 13.0

#define BOUNDARY_PADDING 5.0 /* from a cell's boundary to a text that begins there */

#define PILL_HEIGHT 20.0
#define PILL_PADDING 11.0
#define TIGHT_PILL_PADDING 5.0

#define MINUTES_BASE 10

static char *
dup_two_digits (const KhattWords *words, int number)
{
  g_autofree char *tens = khatt_words_number (words, number / MINUTES_BASE);
  g_autofree char *ones = khatt_words_number (words, number % MINUTES_BASE);

  return g_strconcat (tens, ones, NULL);
}

static char *
dup_clock (const KhattWords *words, const KhattTick *tick)
{
  g_autofree char *hour = dup_two_digits (words, tick->hour);
  g_autofree char *minute = dup_two_digits (words, tick->minute);

  return g_strconcat (hour, ":", minute, NULL);
}

static char *
dup_years (const KhattWords *words, const KhattTickStep *step, const KhattTick *tick)
{
  const gint64 last = khatt_ticks_cell_at (step, tick->after).year - 1;
  g_autofree char *from = khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, tick->year, words);
  g_autofree char *to = khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, last, words);

  return g_strconcat (from, " – ", to, NULL);
}

static char *
dup_major_text (const KhattAxisMaker *maker, const KhattTick *tick)
{
  const KhattWords *words = &maker->params->words;
  const KhattTickStep *step = &maker->axis->level.major;
  const KhattDate day = khatt_date_from_day (tick->year, tick->month, tick->day);

  switch (step->unit)
    {
    case KHATT_TICK_YEAR:
      return step->step == 1 ? khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, tick->year, words)
                             : dup_years (words, step, tick);
    case KHATT_TICK_MONTH:
      return khatt_calendar_dup_month_year (KHATT_CALENDAR_GREGORIAN, tick->year, tick->month,
                                            KHATT_WIDTH_WIDE, words);
    default:
      return khatt_words_date (words, &day, KHATT_CALENDAR_GREGORIAN);
    }
}

static char *
dup_minor_text (const KhattAxisMaker *maker, const KhattTick *tick, KhattWidth name_width)
{
  const KhattWords *words = &maker->params->words;

  switch (maker->axis->level.minor.unit)
    {
    case KHATT_TICK_MINUTE:
    case KHATT_TICK_HOUR:
      return dup_clock (words, tick);
    case KHATT_TICK_DAY:
      return khatt_words_number (words, tick->day);
    case KHATT_TICK_MONTH:
      return khatt_calendar_dup_month_name (KHATT_CALENDAR_GREGORIAN, tick->year, tick->month,
                                            name_width, words);
    case KHATT_TICK_YEAR:
    default:
      return khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, tick->year, words);
    }
}

/* In the middle of a cell, or as near to it as the edges of the view let it stay whole; FALSE where
 * the part in view is too narrow. A cell whose neighbours are silent may use half of theirs. */
static gboolean
find_centered (const KhattAxis *self,
               const KhattTick *tick,
               double width,
               double spill,
               double *distance)
{
  const double padding = KHATT_AXIS_CELL_PADDING * self->text_scale;
  const double from = khatt_axis_find_distance (self, tick->first) - spill;
  const double to = khatt_axis_find_distance (self, tick->after) + spill;
  const double least = from < 0 ? padding : from;
  const double most = (to > self->scale.width ? self->scale.width - padding : to) - width;

  *distance = CLAMP ((from + to - width) / 2, least, fmax (least, most));
  return most >= least;
}

static gboolean
find_at_boundary (const KhattAxis *self, const KhattTick *tick, double width, double *distance)
{
  const double boundary = khatt_axis_find_distance (self, tick->first);

  *distance = boundary + BOUNDARY_PADDING * self->text_scale;
  return boundary >= 0 && *distance + width <= self->scale.width;
}

/* Only every so many cells say anything: as many as the text is wide. Years before our era are
 * written wider, so each year decides for itself. */
static int
find_stride (const KhattAxis *self, double width)
{
  static const int strides[] = { 1, 2, 5, 10 };
  const double needed = width + 2 * KHATT_AXIS_CELL_PADDING * self->text_scale;

  if (self->manner.style == KHATT_AXIS_STYLE_EVERY_OTHER)
    return 2;
  if (self->manner.style == KHATT_AXIS_STYLE_AT_QUARTERS)
    return KHATT_AXIS_MONTHS_PER_QUARTER;
  if (self->level.minor.unit != KHATT_TICK_YEAR)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (strides); i++)
    {
      if (needed <= strides[i] * self->cell_width)
        return strides[i];
    }
  return strides[G_N_ELEMENTS (strides) - 1];
}

/* The last day of an odd month has the first of the next one as its neighbour. */
static gboolean
is_skipped (const KhattAxis *self, const KhattTick *tick, int stride)
{
  if (self->manner.style == KHATT_AXIS_STYLE_BLANK)
    return TRUE;
  if (stride == 1)
    return FALSE;
  switch (self->level.minor.unit)
    {
    case KHATT_TICK_DAY:
      return (tick->day - 1) % stride != 0 ||
             tick->day == khatt_days_in_month (tick->year, tick->month);
    case KHATT_TICK_MONTH:
      return (tick->month - 1) % stride != 0;
    default:
      /* The year as it is written: 0 is 1 BCE. */
      return (tick->year > 0 ? tick->year : 1 - tick->year) / self->level.minor.step % stride != 0;
    }
}

/* A name with a number after it, in the order of their language, on both scales. */
static void
add_pair (const KhattAxisMaker *maker,
          KhattAxisRow row,
          const KhattLabel *name,
          const KhattLabel *number,
          double distance,
          KhattAxisInk ink)
{
  const double gap = KHATT_AXIS_NAME_TO_NUMBER * maker->axis->text_scale;
  const gboolean is_along_time = (maker->text_direction == KHATT_DIRECTION_LTR) ==
                                 (khatt_scale_sign (&maker->axis->scale) > 0);
  const KhattLabel *first = is_along_time ? name : number;
  const KhattLabel *second = is_along_time ? number : name;

  khatt_axis_add_text (maker, row, first, distance, ink);
  khatt_axis_add_text (maker, row, second, distance + khatt_label_get_width (first) + gap, ink);
}

static int
find_weekday (const KhattTick *tick)
{
  return khatt_weekday_of_days (khatt_days_from_civil (tick->year, tick->month, tick->day));
}

static double
measure_pair (const KhattAxisMaker *maker, const KhattLabel *name, const KhattLabel *number)
{
  return khatt_label_get_width (name) + KHATT_AXIS_NAME_TO_NUMBER * maker->axis->text_scale +
         khatt_label_get_width (number);
}

/* FALSE where the cell has no room for it. */
static gboolean
add_pill (const KhattAxisMaker *maker, const KhattTick *tick, const KhattLabel *number)
{
  KhattAxis *self = maker->axis;
  const double scale = self->text_scale;
  const double height = PILL_HEIGHT * scale;
  const double room = self->cell_width - 2;
  const char *word = maker->params->today_word;
  const KhattLabel *name = word != NULL ? khatt_axis_shape (maker, word, KHATT_AXIS_TIER_2_SIZE,
                                                            KHATT_AXIS_WEIGHT_NUMBER)
                                        : NULL;
  double width =
      name != NULL ? measure_pair (maker, name, number) + 2 * PILL_PADDING * scale : room + 1;
  double padding = PILL_PADDING * scale;
  double distance;

  if (width > room)
    {
      name = NULL;
      padding = TIGHT_PILL_PADDING * scale;
      width = fmax (khatt_label_get_width (number) + 2 * padding, height);
      padding = (width - khatt_label_get_width (number)) / 2;
    }
  if (width > room || !find_centered (self, tick, width, 0, &distance) ||
      !khatt_axis_is_free (self, KHATT_AXIS_TIER_1, distance, width))
    return FALSE;
  if (name != NULL)
    add_pair (maker, KHATT_AXIS_TODAY, name, number, distance + padding, KHATT_AXIS_INK_KNOCK);
  else
    khatt_axis_add_text (maker, KHATT_AXIS_TODAY, number, distance + padding, KHATT_AXIS_INK_KNOCK);
  self->pill = (KhattRect){
    .x = khatt_axis_place (self, distance, width),
    .y = khatt_axis_find_row_top (self, KHATT_AXIS_TIER_2) + 1,
    .width = width,
    .height = height,
  };
  return TRUE;
}

static gboolean
holds_today (const KhattAxisMaker *maker, const KhattTick *tick)
{
  const KhattTickStep *step = &maker->axis->level.minor;
  const gint64 today = maker->params->today;

  return step->unit == KHATT_TICK_DAY && step->step == 1 && today >= tick->first &&
         today < tick->after;
}

static gboolean
is_written_as_number (const KhattAxis *self)
{
  return self->level.minor.unit == KHATT_TICK_DAY || self->level.minor.unit == KHATT_TICK_YEAR;
}

/* Nothing where it would begin before `from`. Returns the distance at which the row's texts end
 * now. */
static double
add_cell_text (const KhattAxisMaker *maker, const KhattTick *tick, double from)
{
  const KhattAxis *self = maker->axis;
  const KhattAxisManner *manner = &self->manner;
  const int weight =
      is_written_as_number (self) ? KHATT_AXIS_WEIGHT_NUMBER : KHATT_AXIS_WEIGHT_NAME;
  g_autofree char *text = dup_minor_text (maker, tick, manner->name_width);
  const KhattLabel *label = khatt_axis_shape (maker, text, KHATT_AXIS_TIER_2_SIZE, weight);
  const KhattLabel *name =
      manner->has_weekday
          ? khatt_axis_shape_weekday (maker, find_weekday (tick), manner->name_width)
          : NULL;
  const double width =
      name != NULL ? measure_pair (maker, name, label) : khatt_label_get_width (label);
  const gboolean is_centered =
      manner->style == KHATT_AXIS_STYLE_CENTERED || manner->style == KHATT_AXIS_STYLE_EVERY_OTHER;
  const int stride = find_stride (self, width);
  const double spill = (stride - 1) * self->cell_width / 2;
  double distance;

  if (holds_today (maker, tick) && add_pill (maker, tick, label))
    return from;
  if (is_skipped (self, tick, stride))
    return from;
  if (!(is_centered ? find_centered (self, tick, width, spill, &distance)
                    : find_at_boundary (self, tick, width, &distance)) ||
      distance < from || !khatt_axis_is_free (self, KHATT_AXIS_TIER_1, distance, width))
    return from;
  if (name != NULL)
    add_pair (maker, KHATT_AXIS_TIER_2, name, label, distance, KHATT_AXIS_INK_TEXT);
  else
    khatt_axis_add_text (maker, KHATT_AXIS_TIER_2, label, distance, KHATT_AXIS_INK_TEXT);
  return distance + width + KHATT_AXIS_CELL_PADDING * self->text_scale / 2;
}

/* Where the text of a cell of tier 1 stands: at its beginning, or at the edge while it passes. */
static double
find_sticky (const KhattAxis *self, const KhattTick *tick)
{
  return fmax (khatt_axis_find_distance (self, tick->first), 0) +
         KHATT_AXIS_EDGE_PADDING * self->text_scale;
}

static const KhattLabel *
shape_major (const KhattAxisMaker *maker, const KhattTick *tick)
{
  g_autofree char *text = dup_major_text (maker, tick);

  return khatt_axis_shape (maker, text != NULL ? text : "", TIER_1_SIZE, KHATT_AXIS_WEIGHT_NUMBER);
}

/* Returns the distance at which the last text ends. */
static double
add_major_texts (const KhattAxisMaker *maker, double room)
{
  KhattAxis *self = maker->axis;
  g_autoptr (GArray) ticks =
      khatt_ticks_list (&self->level.major, khatt_scale_earliest (&self->scale),
                        khatt_scale_latest (&self->scale), KHATT_AXIS_MOST_CELLS);
  double end = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const KhattTick *tick = &g_array_index (ticks, KhattTick, i);
      const KhattLabel *label = shape_major (maker, tick);
      const double distance = find_sticky (self, tick);
      const double after = distance + khatt_label_get_width (label);
      const double cell_end = khatt_axis_find_distance (self, tick->after);

      if (after > room || after + KHATT_AXIS_CELL_PADDING > cell_end)
        continue;
      khatt_axis_add_text (maker, KHATT_AXIS_TIER_1, label, distance, KHATT_AXIS_INK_TEXT);
      end = after;
    }
  return end;
}

/* Years name themselves: those of tier 1 would only take their place. */
static void
make_only_tier (const KhattAxisMaker *maker)
{
  const KhattAxis *self = maker->axis;

  if (self->level.minor.unit != KHATT_TICK_YEAR)
    add_major_texts (maker, self->scale.width - KHATT_AXIS_EDGE_PADDING * self->text_scale);
}

/* The second calendar's month and year at the later edge; the months of tier 1 make way for it,
 * unless none of them would be left. */
static void
make_tier_1 (const KhattAxisMaker *maker)
{
  KhattAxis *self = maker->axis;
  const KhattLabel *second = self->has_second_row ? khatt_axis_shape_second_month (maker) : NULL;
  const double edge = self->scale.width - KHATT_AXIS_EDGE_PADDING * self->text_scale;
  const double second_start = second != NULL ? edge - khatt_label_get_width (second) : edge;
  const double room = second != NULL ? second_start - KHATT_AXIS_GAP * self->text_scale : edge;
  const double end = add_major_texts (maker, room);

  if (end == 0)
    add_major_texts (maker, edge);
  else if (second != NULL)
    khatt_axis_add_text (maker, KHATT_AXIS_TIER_1, second, second_start, KHATT_AXIS_INK_DIM);
}

/**
 * khatt_axis_make_tiers:
 * @maker: the axis in the making
 *
 * Lays out the texts of tiers 1 and 2 and the pill of today.
 */
void
khatt_axis_make_tiers (const KhattAxisMaker *maker)
{
  double end = 0;

  if (maker->axis->has_one_tier)
    make_only_tier (maker);
  else
    make_tier_1 (maker);
  for (guint i = 0; i < maker->axis->cells->len; i++)
    end = add_cell_text (maker, &khatt_axis_get_cell (maker->axis, i)->tick, end);
}
