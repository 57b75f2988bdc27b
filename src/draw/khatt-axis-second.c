/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The second calendar's row. While cells are days it says each day in that calendar; zoomed out,
 * that calendar's own months or years begin at ticks of their own, since they do not begin with
 * ours; zoomed in, each day says its date once. A calendar known only for some centuries shows a
 * dash elsewhere: better nothing than something computed by a rule that nobody used.
 */

#include "khatt-axis-private.h"

#include "khatt-date.h"
#include "khatt-words.h"

#include <math.h>

#define SECOND_SIZE 10.5
#define TIER_1_SECOND_SIZE 11.0
#define WEIGHT 400

#define CELL_PADDING 3.0
#define TICK_PADDING 6.0 /* from a tick to its text */
#define EVERY_DAY_WIDTH 24.0
#define MONTHS_PER_QUARTER 3
#define SHORTEST_MONTH 29.0 /* days */
#define LEAP_YEAR 5784      /* Hebrew: all months, under their longest names */
#define NOTHING "–"

static gboolean
find_second_day (const KhattAxisMaker *maker, gint64 time, KhattCalendarDay *day)
{
  gint64 days = time / KHATT_SECONDS_PER_DAY;

  if (time % KHATT_SECONDS_PER_DAY < 0)
    days--;
  return khatt_calendar_day_from_days (maker->params->second_calendar, days, day);
}

static gboolean
find_second_time (const KhattAxisMaker *maker, gint64 year, int month, gint64 *time)
{
  const KhattCalendarDay day = { .year = year, .month = month, .day = 1 };
  gint64 days;

  if (!khatt_calendar_day_to_days (maker->params->second_calendar, &day, &days))
    return FALSE;
  *time = days * KHATT_SECONDS_PER_DAY;
  return TRUE;
}

static const KhattLabel *
shape (const KhattAxisMaker *maker, const char *text)
{
  return khatt_axis_shape (maker, text, SECOND_SIZE, WEIGHT);
}

static char *
dup_month_name (const KhattAxisMaker *maker, const KhattCalendarDay *day, KhattWidth width)
{
  return khatt_calendar_dup_month_name (maker->params->second_calendar, day->year, day->month,
                                        width, &maker->params->words);
}

/* The order of day and month is that of "8 August" in both languages: the label's direction turns
 * it. */
static char *
dup_day_and_month (const KhattAxisMaker *maker, const KhattCalendarDay *day, KhattWidth width)
{
  g_autofree char *number = khatt_words_number (&maker->params->words, day->day);
  g_autofree char *name = dup_month_name (maker, day, width);

  return g_strconcat (number, " ", name, NULL);
}

static double
measure_widest (const KhattAxisMaker *maker, KhattWidth width, gboolean has_day)
{
  const int n_months = khatt_calendar_get_most_months (maker->params->second_calendar);
  double widest = 0;

  for (int month = 1; month <= n_months; month++)
    {
      const KhattCalendarDay day = { .year = LEAP_YEAR, .month = month, .day = 30 };
      g_autofree char *text =
          has_day ? dup_day_and_month (maker, &day, width) : dup_month_name (maker, &day, width);

      widest = fmax (widest, khatt_label_get_width (shape (maker, text)));
    }
  return widest;
}

static gboolean
fits (const KhattAxisMaker *maker, double width)
{
  return width + 2 * CELL_PADDING * maker->axis->text_scale <= maker->axis->cell_width;
}

static void
add_centered (const KhattAxisMaker *maker,
              const KhattTick *tick,
              double spill,
              const KhattLabel *label)
{
  const KhattAxis *self = maker->axis;
  const double from = khatt_axis_find_distance (self, tick->first) - spill;
  const double to = khatt_axis_find_distance (self, tick->after) + spill;
  const double width = khatt_label_get_width (label);
  const double padding = CELL_PADDING * self->text_scale;
  const double least = from < 0 ? padding : from;
  const double most = (to > self->scale.width ? self->scale.width - padding : to) - width;
  const double distance = CLAMP ((from + to - width) / 2, least, fmax (least, most));

  if (most >= least && khatt_axis_is_free (self, KHATT_AXIS_SECOND, distance, width))
    khatt_axis_add_text (maker, KHATT_AXIS_SECOND, label, distance, KHATT_AXIS_INK_DIM);
}

static void
make_days (const KhattAxisMaker *maker)
{
  const gboolean is_wide = fits (maker, measure_widest (maker, KHATT_WIDTH_WIDE, TRUE));
  const gboolean is_short = fits (maker, measure_widest (maker, KHATT_WIDTH_SHORT, TRUE));
  const gboolean is_every = maker->axis->cell_width >= EVERY_DAY_WIDTH * maker->axis->text_scale;
  const double spill = is_every ? 0 : maker->axis->cell_width / 2;

  for (guint i = 0; i < maker->axis->cells->len; i++)
    {
      const KhattTick *tick = &khatt_axis_get_cell (maker->axis, i)->tick;
      g_autofree char *text = NULL;
      KhattCalendarDay day;

      if (!is_every &&
          (tick->day % 2 == 0 || tick->day == khatt_days_in_month (tick->year, tick->month)))
        continue;
      if (!find_second_day (maker, tick->first, &day))
        text = g_strdup (NOTHING);
      else if (is_wide || is_short)
        text = dup_day_and_month (maker, &day, is_wide ? KHATT_WIDTH_WIDE : KHATT_WIDTH_SHORT);
      else
        text = khatt_words_number (&maker->params->words, day.day);
      add_centered (maker, tick, spill, shape (maker, text));
    }
}

static void
add_tick (const KhattAxisMaker *maker, gint64 time)
{
  KhattAxis *self = maker->axis;
  const double tick = khatt_axis_find_distance (self, time);
  const double x = khatt_axis_place (self, tick, 0);

  if (tick >= 0 && tick <= self->scale.width)
    g_array_append_val (self->second_ticks, x);
}

/* A text that begins at a tick and may use the room up to `after`; FALSE where that is too little.
 */
static gboolean
add_after_tick (const KhattAxisMaker *maker, gint64 first, gint64 after, const char *text)
{
  KhattAxis *self = maker->axis;
  const KhattLabel *label = shape (maker, text);
  const double tick = khatt_axis_find_distance (self, first);
  const double start =
      fmax (tick + TICK_PADDING * self->text_scale, KHATT_AXIS_EDGE_PADDING * self->text_scale);
  const double end = fmin (khatt_axis_find_distance (self, after), self->scale.width);

  if (start + khatt_label_get_width (label) + CELL_PADDING > end)
    return FALSE;
  khatt_axis_add_text (maker, KHATT_AXIS_SECOND, label, start, KHATT_AXIS_INK_DIM);
  return TRUE;
}

static void
add_at_tick (const KhattAxisMaker *maker, gint64 first, gint64 after, const char *text)
{
  add_tick (maker, first);
  add_after_tick (maker, first, after, text);
}

/* Zoomed in: a day says its date once, from its beginning or from the earlier edge. */
static void
make_dates (const KhattAxisMaker *maker)
{
  const KhattScale *scale = &maker->axis->scale;
  const KhattTickStep one_day = { KHATT_TICK_DAY, 1 };
  g_autoptr (GArray) days = khatt_ticks_list (&one_day, khatt_scale_earliest (scale),
                                              khatt_scale_latest (scale), KHATT_AXIS_MOST_CELLS);

  for (guint i = 0; i < days->len; i++)
    {
      const KhattTick *tick = &g_array_index (days, KhattTick, i);
      const KhattDate date = khatt_date_from_day (tick->year, tick->month, tick->day);
      g_autofree char *text =
          khatt_words_date (&maker->params->words, &date, maker->params->second_calendar);

      add_at_tick (maker, tick->first, tick->after, text != NULL ? text : NOTHING);
    }
}

/* The first day in view that the calendar's table reaches. */
static gboolean
find_first_known (const KhattAxisMaker *maker, KhattCalendarDay *day)
{
  for (guint i = 0; i < maker->axis->cells->len; i++)
    {
      if (find_second_day (maker, khatt_axis_get_cell (maker->axis, i)->tick.first, day))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_month_year (const KhattAxisMaker *maker, const KhattCalendarDay *day)
{
  return khatt_calendar_dup_month_year (maker->params->second_calendar, day->year, day->month,
                                        KHATT_WIDTH_WIDE, &maker->params->words);
}

/* The second calendar's month that `day` is in. */
typedef struct
{
  KhattCalendarDay day;
  gint64 first;
  gint64 after;
} Month;

static gboolean
find_month_end (const KhattAxisMaker *maker, Month *month)
{
  KhattCalendarDay next = month->day;

  khatt_calendar_step_month (maker->params->second_calendar, &next);
  return find_second_time (maker, next.year, next.month, &month->after);
}

static gboolean
find_first_month (const KhattAxisMaker *maker, Month *month)
{
  return find_first_known (maker, &month->day) &&
         find_second_time (maker, month->day.year, month->day.month, &month->first) &&
         find_month_end (maker, month);
}

static gboolean
find_next_month (const KhattAxisMaker *maker, Month *month)
{
  khatt_calendar_step_month (maker->params->second_calendar, &month->day);
  month->first = month->after;
  return (double) month->first <= khatt_scale_latest (&maker->axis->scale) &&
         find_month_end (maker, month);
}

static gboolean
add_month_year (const KhattAxisMaker *maker, const Month *month)
{
  g_autofree char *text = dup_month_year (maker, &month->day);

  return add_after_tick (maker, month->first, month->after, text);
}

/* Where no tier above says the year, the first month with room for it does, and the first of each
 * year. */
static void
make_months (const KhattAxisMaker *maker, KhattWidth width)
{
  gboolean wants_year = maker->axis->has_one_tier;
  Month month;

  for (gboolean has_month = find_first_month (maker, &month); has_month;
       has_month = find_next_month (maker, &month))
    {
      g_autofree char *name = dup_month_name (maker, &month.day, width);

      add_tick (maker, month.first);
      wants_year |= maker->axis->has_one_tier && month.day.month == 1;
      if (wants_year && add_month_year (maker, &month))
        wants_year = FALSE;
      else
        add_after_tick (maker, month.first, month.after, name);
    }
}

/* Among the days, in the place of some of them. */
static void
make_sticky_months (const KhattAxisMaker *maker)
{
  Month month;

  for (gboolean has_month = find_first_month (maker, &month); has_month;
       has_month = find_next_month (maker, &month))
    add_month_year (maker, &month);
}

static double
measure_year (const KhattAxisMaker *maker, gint64 year)
{
  g_autofree char *text =
      khatt_calendar_dup_year (maker->params->second_calendar, year, &maker->params->words);

  return khatt_label_get_width (shape (maker, text)) + 2 * TICK_PADDING * maker->axis->text_scale;
}

/* 1, 2, 5, 10, 20, 50 ... years: the least that leaves room for a year's text. */
static gint64
choose_year_step (const KhattAxisMaker *maker, gint64 year)
{
  static const int multiples[] = { 2, 5, 10 };
  const KhattTickStep one_year = { KHATT_TICK_YEAR, 1 };
  const double year_width =
      khatt_ticks_mean_seconds (&one_year) * maker->axis->scale.pixels_per_second;
  const double needed = measure_year (maker, year);
  gint64 step = 1;

  for (gint64 power = 1; step * year_width < needed && power < G_MAXINT; power *= 10)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (multiples) && step * year_width < needed; i++)
        step = power * multiples[i];
    }
  return step;
}

static void
make_years (const KhattAxisMaker *maker)
{
  const double latest = khatt_scale_latest (&maker->axis->scale);
  KhattCalendarDay day;
  gint64 step, first = 0, after = 0;

  if (!find_first_known (maker, &day))
    return;
  step = choose_year_step (maker, day.year);
  for (gint64 year = day.year - day.year % step; first <= latest; year += step)
    {
      g_autofree char *text = NULL;

      if (year < day.year && !find_second_time (maker, year, 1, &first))
        continue;
      if (!find_second_time (maker, year, 1, &first) ||
          !find_second_time (maker, year + step, 1, &after))
        break;
      text = khatt_calendar_dup_year (maker->params->second_calendar, year, &maker->params->words);
      add_at_tick (maker, first, after, text);
    }
}

/* A table may begin and end inside one cell: what it put there counts. */
static gboolean
is_known_within (const KhattAxis *self, const KhattTick *tick)
{
  const double from = khatt_axis_find_distance (self, tick->first);
  const double to = khatt_axis_find_distance (self, tick->after);
  const double least = khatt_axis_place (self, from, to - from);
  const double most = least + to - from;

  for (guint i = 0; i < self->second_ticks->len; i++)
    {
      const double x = g_array_index (self->second_ticks, double, i);

      if (x >= least && x <= most)
        return TRUE;
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (self, i);

      if (text->row == KHATT_AXIS_SECOND && text->x < most &&
          text->x + khatt_label_get_width (text->label) > least)
        return TRUE;
    }
  return FALSE;
}

/* Cells of tier 1 that the table does not reach. */
static void
make_nothings (const KhattAxisMaker *maker)
{
  const KhattScale *scale = &maker->axis->scale;
  g_autoptr (GArray) majors =
      khatt_ticks_list (&maker->axis->level.major, khatt_scale_earliest (scale),
                        khatt_scale_latest (scale), KHATT_AXIS_MOST_CELLS);

  for (guint i = 0; i < majors->len; i++)
    {
      const KhattTick *tick = &g_array_index (majors, KhattTick, i);
      KhattCalendarDay day;

      if (!find_second_day (maker, tick->first, &day) &&
          !find_second_day (maker, tick->after - 1, &day) && !is_known_within (maker->axis, tick))
        add_centered (maker, tick, 0, shape (maker, NOTHING));
    }
}

/* Their months where a name of the widest has room in the shortest, else their years. */
static void
make_ticks (const KhattAxisMaker *maker)
{
  const double month_width =
      SHORTEST_MONTH * KHATT_SECONDS_PER_DAY * maker->axis->scale.pixels_per_second;
  const double padding = (TICK_PADDING + CELL_PADDING + 1) * maker->axis->text_scale;
  const double room = month_width - padding;

  if (measure_widest (maker, KHATT_WIDTH_WIDE, FALSE) <= room)
    make_months (maker, KHATT_WIDTH_WIDE);
  else if (measure_widest (maker, KHATT_WIDTH_SHORT, FALSE) <= room)
    make_months (maker, KHATT_WIDTH_SHORT);
  else
    make_years (maker);
  make_nothings (maker);
}

/**
 * khatt_axis_make_second_row:
 * @maker: the axis in the making
 *
 * Lays out the second calendar's row.
 */
void
khatt_axis_make_second_row (const KhattAxisMaker *maker)
{
  const KhattTickStep *step = &maker->axis->level.minor;

  if (step->unit == KHATT_TICK_DAY && step->step == 1)
    {
      if (maker->axis->has_one_tier)
        make_sticky_months (maker);
      make_days (maker);
    }
  else if (step->unit < KHATT_TICK_DAY)
    make_dates (maker);
  else
    make_ticks (maker);
}

/**
 * khatt_axis_shape_second_month:
 * @maker: the axis in the making
 *
 * Shapes the second calendar's month and year at the later edge of the view, where the row below
 * leaves the year open.
 *
 * Returns: (transfer none) (nullable): the label; %NULL where the row says its years itself
 */
const KhattLabel *
khatt_axis_shape_second_month (const KhattAxisMaker *maker)
{
  const KhattAxis *self = maker->axis;
  const double latest = khatt_scale_latest (&self->scale);
  g_autofree char *text = NULL;
  KhattCalendarDay day;

  if (self->level.minor.unit < KHATT_TICK_DAY || self->level.minor.unit == KHATT_TICK_YEAR ||
      self->level.minor.step == MONTHS_PER_QUARTER)
    return NULL;
  if (!find_second_day (maker, (gint64) latest, &day))
    return NULL;
  text = dup_month_year (maker, &day);
  return khatt_axis_shape (maker, text, TIER_1_SECOND_SIZE, WEIGHT);
}
