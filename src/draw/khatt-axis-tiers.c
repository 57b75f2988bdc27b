/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two tiers say and where. How a cell is written depends on the zoom alone, never on which
 * cells happen to be in view, so that panning changes nothing: names are chosen by the widest of
 * their set. Tier 1 sticks to the earlier edge; a text that has no room is left out, never clipped.
 */

#include "khatt-axis-private.h"

#include "khatt-date.h"
#include "khatt-words.h"

#include <math.h>

#define TIER_1_SIZE 13.0
#define TIER_2_SIZE 12.5
#define WEIGHT_NAME 400
#define WEIGHT_NUMBER 700

#define EDGE_PADDING 12.0
#define GAP 12.0             /* least room between two texts of tier 1 */
#define CELL_PADDING 4.0     /* each side of a centred text */
#define BOUNDARY_PADDING 5.0 /* from a cell's boundary to a text that begins there */
#define NAME_TO_NUMBER 6.0

/* Least widths of a day's cell. */
#define FULL_WEEKDAY_WIDTH 84.0
#define SHORT_WEEKDAY_WIDTH 54.0
#define EVERY_NUMBER_WIDTH 24.0
#define FULL_MONTH_WIDTH 84.0

#define PILL_HEIGHT 20.0
#define PILL_PADDING 11.0
#define TIGHT_PILL_PADDING 5.0

#define DAYS_PER_WEEK 7
#define MONTHS_PER_YEAR 12
#define MONTHS_PER_QUARTER 3
#define MINUTES_BASE 10

/* How the cells of a level are written. */
typedef enum
{
  STYLE_BLANK,
  STYLE_CENTERED,    /* one text in the middle of every cell */
  STYLE_EVERY_OTHER, /* day numbers in the middle of every other cell */
  STYLE_AT_BOUNDARY, /* one text where the cell begins */
  STYLE_AT_QUARTERS, /* month names where every third month begins */
} Style;

typedef struct
{
  Style style;
  gboolean has_weekday;
  KhattWidth name_width;
} Manner;

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
dup_years (const KhattWords *words, gint64 first, gint64 last)
{
  g_autofree char *from = khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, first, words);
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
                             : dup_years (words, tick->year, tick->year + step->step - 1);
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
      return khatt_calendar_dup_month_name (KHATT_CALENDAR_GREGORIAN, tick->month, name_width,
                                            words);
    case KHATT_TICK_YEAR:
    default:
      return khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, tick->year, words);
    }
}

static const KhattLabel *
shape_weekday (const KhattAxisMaker *maker, int iso_weekday, KhattWidth width)
{
  g_autofree char *name =
      khatt_calendar_dup_weekday_name (iso_weekday, width, &maker->params->words);

  return khatt_axis_shape (maker, name, TIER_2_SIZE, WEIGHT_NAME);
}

static double
measure_widest_weekday (const KhattAxisMaker *maker, KhattWidth width)
{
  double widest = 0;

  for (int day = 1; day <= DAYS_PER_WEEK; day++)
    widest = fmax (widest, khatt_label_get_width (shape_weekday (maker, day, width)));
  return widest;
}

static double
measure_widest_month (const KhattAxisMaker *maker, KhattWidth width)
{
  double widest = 0;

  for (int month = 1; month <= MONTHS_PER_YEAR; month++)
    {
      g_autofree char *name = khatt_calendar_dup_month_name (KHATT_CALENDAR_GREGORIAN, month, width,
                                                             &maker->params->words);
      const KhattLabel *label = khatt_axis_shape (maker, name, TIER_2_SIZE, WEIGHT_NAME);

      widest = fmax (widest, khatt_label_get_width (label));
    }
  return widest;
}

static double
measure_number (const KhattAxisMaker *maker, gint64 number)
{
  g_autofree char *text = khatt_words_number (&maker->params->words, number);

  return khatt_label_get_width (khatt_axis_shape (maker, text, TIER_2_SIZE, WEIGHT_NUMBER));
}

static Manner
choose_day_manner (const KhattAxisMaker *maker)
{
  const double scale = maker->axis->text_scale;
  const double width = maker->axis->cell_width;
  const double beside = measure_number (maker, 30) + (NAME_TO_NUMBER + 2 * CELL_PADDING) * scale;

  if (maker->axis->level.minor.step > 1)
    return (Manner){ .style = STYLE_AT_BOUNDARY };
  if (width >= FULL_WEEKDAY_WIDTH * scale &&
      measure_widest_weekday (maker, KHATT_WIDTH_WIDE) + beside <= width)
    return (Manner){ STYLE_CENTERED, TRUE, KHATT_WIDTH_WIDE };
  if (width >= SHORT_WEEKDAY_WIDTH * scale &&
      measure_widest_weekday (maker, KHATT_WIDTH_SHORT) + beside <= width)
    return (Manner){ STYLE_CENTERED, TRUE, KHATT_WIDTH_SHORT };
  return (Manner){ .style =
                       width >= EVERY_NUMBER_WIDTH * scale ? STYLE_CENTERED : STYLE_EVERY_OTHER };
}

static Manner
choose_month_manner (const KhattAxisMaker *maker)
{
  const double scale = maker->axis->text_scale;
  const double room = maker->axis->cell_width - 2 * CELL_PADDING * scale;
  const double full = measure_widest_month (maker, KHATT_WIDTH_WIDE);
  const double brief = measure_widest_month (maker, KHATT_WIDTH_SHORT);
  const KhattWidth fitting = full <= room ? KHATT_WIDTH_WIDE : KHATT_WIDTH_SHORT;

  if (maker->axis->level.minor.step > 1)
    return (Manner){ brief <= room ? STYLE_AT_BOUNDARY : STYLE_BLANK, FALSE, fitting };
  if (full <= room && maker->axis->cell_width >= FULL_MONTH_WIDTH * scale)
    return (Manner){ STYLE_CENTERED, FALSE, KHATT_WIDTH_WIDE };
  if (brief <= room)
    return (Manner){ STYLE_CENTERED, FALSE, KHATT_WIDTH_SHORT };
  return (Manner){ brief <= MONTHS_PER_QUARTER * room ? STYLE_AT_QUARTERS : STYLE_BLANK, FALSE,
                   KHATT_WIDTH_SHORT };
}

static Manner
choose_manner (const KhattAxisMaker *maker)
{
  const KhattTickStep *step = &maker->axis->level.minor;

  switch (step->unit)
    {
    case KHATT_TICK_DAY:
      return choose_day_manner (maker);
    case KHATT_TICK_MONTH:
      return choose_month_manner (maker);
    case KHATT_TICK_YEAR:
      return (Manner){ .style = step->step == 1 ? STYLE_CENTERED : STYLE_AT_BOUNDARY };
    default:
      return (Manner){ .style = STYLE_AT_BOUNDARY };
    }
}

/* In the middle of a cell, or as near to it as the edges of the view let it stay whole; FALSE where
 * the part in view is too narrow. */
static gboolean
find_centered (const KhattAxis *self, const KhattTick *tick, double width, double *distance)
{
  const double padding = CELL_PADDING * self->text_scale;
  const double from = khatt_axis_find_distance (self, tick->first);
  const double to = khatt_axis_find_distance (self, tick->after);
  const double least = fmax (from, 0) + (from < 0 ? padding : 0);
  const double most = fmin (to, self->scale.width) - (to > self->scale.width ? padding : 0) - width;

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

/* The last day of an odd month has the first of the next one as its neighbour. */
static gboolean
is_skipped (const KhattTick *tick, const Manner *manner)
{
  switch (manner->style)
    {
    case STYLE_EVERY_OTHER:
      return tick->day % 2 == 0 || tick->day == khatt_days_in_month (tick->year, tick->month);
    case STYLE_AT_QUARTERS:
      return (tick->month - 1) % MONTHS_PER_QUARTER != 0;
    case STYLE_BLANK:
      return TRUE;
    default:
      return FALSE;
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
  const double gap = NAME_TO_NUMBER * maker->axis->text_scale;
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
  return khatt_label_get_width (name) + NAME_TO_NUMBER * maker->axis->text_scale +
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
  const KhattLabel *name =
      word != NULL ? khatt_axis_shape (maker, word, TIER_2_SIZE, WEIGHT_NUMBER) : NULL;
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
  if (width > room || !find_centered (self, tick, width, &distance))
    return FALSE;
  if (name != NULL)
    add_pair (maker, KHATT_AXIS_TODAY, name, number, distance + padding, KHATT_AXIS_INK_KNOCK);
  else
    khatt_axis_add_text (maker, KHATT_AXIS_TODAY, number, distance + padding, KHATT_AXIS_INK_KNOCK);
  self->pill = (KhattRect){
    .x = khatt_axis_place (self, distance, width),
    .y = self->rect.y + KHATT_AXIS_TIER_1_HEIGHT * scale + 1,
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

static void
add_cell_text (const KhattAxisMaker *maker, const KhattTick *tick, const Manner *manner)
{
  const KhattAxis *self = maker->axis;
  const gboolean is_number =
      self->level.minor.unit == KHATT_TICK_DAY || self->level.minor.unit == KHATT_TICK_YEAR;
  g_autofree char *text = dup_minor_text (maker, tick, manner->name_width);
  const KhattLabel *label =
      khatt_axis_shape (maker, text, TIER_2_SIZE, is_number ? WEIGHT_NUMBER : WEIGHT_NAME);
  const KhattLabel *name =
      manner->has_weekday ? shape_weekday (maker, find_weekday (tick), manner->name_width) : NULL;
  const double width =
      name != NULL ? measure_pair (maker, name, label) : khatt_label_get_width (label);
  const gboolean is_centered =
      manner->style == STYLE_CENTERED || manner->style == STYLE_EVERY_OTHER;
  double distance;

  if (holds_today (maker, tick) && add_pill (maker, tick, label))
    return;
  if (is_skipped (tick, manner))
    return;
  if (!(is_centered ? find_centered (self, tick, width, &distance)
                    : find_at_boundary (self, tick, width, &distance)))
    return;
  if (name != NULL)
    add_pair (maker, KHATT_AXIS_TIER_2, name, label, distance, KHATT_AXIS_INK_TEXT);
  else
    khatt_axis_add_text (maker, KHATT_AXIS_TIER_2, label, distance, KHATT_AXIS_INK_TEXT);
}

/* Where the text of a cell of tier 1 stands: at its beginning, or at the edge while it passes. */
static double
find_sticky (const KhattAxis *self, const KhattTick *tick)
{
  return fmax (khatt_axis_find_distance (self, tick->first), 0) + EDGE_PADDING * self->text_scale;
}

static const KhattLabel *
shape_major (const KhattAxisMaker *maker, const KhattTick *tick)
{
  g_autofree char *text = dup_major_text (maker, tick);

  return khatt_axis_shape (maker, text != NULL ? text : "", TIER_1_SIZE, WEIGHT_NUMBER);
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

      if (after > room || after + CELL_PADDING > cell_end)
        continue;
      khatt_axis_add_text (maker, KHATT_AXIS_TIER_1, label, distance, KHATT_AXIS_INK_TEXT);
      end = after;
    }
  return end;
}

/* The second calendar's month and year at the later edge; the months of tier 1 make way for it,
 * unless none of them would be left. */
static void
make_tier_1 (const KhattAxisMaker *maker)
{
  KhattAxis *self = maker->axis;
  const KhattLabel *second = self->has_second_row ? khatt_axis_shape_second_month (maker) : NULL;
  const double edge = self->scale.width - EDGE_PADDING * self->text_scale;
  const double second_start = second != NULL ? edge - khatt_label_get_width (second) : edge;
  const double room = second != NULL ? second_start - GAP * self->text_scale : edge;
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
  const Manner manner = choose_manner (maker);

  make_tier_1 (maker);
  for (guint i = 0; i < maker->axis->cells->len; i++)
    add_cell_text (maker, &khatt_axis_get_cell (maker->axis, i)->tick, &manner);
}
