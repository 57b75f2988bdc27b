/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ink of the overview: events as blocks while they fit, else as columns; dates; the veil outside
 * the view's window, and its outline. */

#include "khatt-overview-private.h"

#include "khatt-ink.h"
#include "khatt-ticks.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#include <math.h>

/* Pixels at text scale 1. */
#define BASE_Y 37
#define TOP_Y 6
#define BLOCK_WIDTH 6
#define BLOCK_HEIGHT 5.5
#define BLOCK_PITCH 7.5
#define TICK_TOP 42
#define HIT_TOP 38 /* where something is found, between events and dates */
#define HIT_HEIGHT 3
/* Doubles beyond these do not fit into gint64. */
#define LEAST_TIME -9.2e18
#define MOST_TIME 9.2e18
#define LABEL_BASELINE 53
#define LABEL_SIZE 11
#define LABEL_INSET 5
#define LABEL_WIDTH 96 /* room for one date */
#define MOST_TICKS 400
#define HANDLE_WIDTH 8
#define HANDLE_HEIGHT 22
#define OUTLINE 2
#define OUTLINE_RADIUS 5
#define LEAST_WINDOW 6
#define VEIL_ALPHA 0.45
#define GRIP_ALPHA 0.85

static graphene_rect_t
make_rect (double x, double y, double width, double height)
{
  return GRAPHENE_RECT_INIT (x, y, width, height);
}

static GdkRGBA
make_rgba (const KhattColor *color, double alpha)
{
  return (GdkRGBA){ color->red, color->green, color->blue, alpha };
}

static void
set_color (cairo_t *cr, const KhattColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* Blocks, one an event, colours in the order of the legend's kinds from the bottom; where the
 * highest column has no room, heights as the square root of the count. */
static void
paint_bins (KhattOverview *self, cairo_t *cr, const KhattPalette *palette, double unit)
{
  const KhattOverviewBins *bins = self->bins;
  double room = (BASE_Y - TOP_Y) * unit;
  gboolean has_blocks = bins->highest <= bins->capacity;

  for (guint bin = 0; bin < bins->n_bins; bin++)
    {
      double x = bin * KHATT_OVERVIEW_BIN_WIDTH * unit;
      double y = BASE_Y * unit;
      guint32 sum = bins->sums[bin];

      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        {
          guint32 count = bins->counts[bin][kind];
          double column = sum > 0 ? room * sqrt ((double) sum / bins->highest) * count / sum : 0;

          if (count == 0)
            continue;
          set_color (cr, &palette->kinds[kind]);
          for (guint32 i = 0; has_blocks && i < count; i++, y -= BLOCK_PITCH * unit)
            cairo_rectangle (cr, x, y - BLOCK_HEIGHT * unit, BLOCK_WIDTH * unit,
                             BLOCK_HEIGHT * unit);
          if (!has_blocks)
            cairo_rectangle (cr, x, y -= column, BLOCK_WIDTH * unit, column);
          cairo_fill (cr);
        }
    }
}

/* How many lit events there are in each bin, from the least x on. */
static guint32 *
count_lit (KhattOverview *self, const KhattLit *lit, double bin_width)
{
  guint n_bins = self->bins->n_bins;
  gboolean is_ltr = khatt_scale_sign (&self->scale) > 0;
  g_autofree gint64 *times = g_new (gint64, n_bins + 1);
  guint32 *counts = g_new (guint32, n_bins);

  for (guint i = 0; i <= n_bins; i++)
    {
      double time = khatt_scale_time (&self->scale, (is_ltr ? i : n_bins - i) * bin_width);

      times[i] = (gint64) CLAMP (ceil (time), LEAST_TIME, MOST_TIME);
    }
  khatt_lit_count_cells (lit, times, n_bins, counts);
  for (guint i = 0; !is_ltr && i < n_bins / 2; i++)
    {
      guint32 count = counts[i];

      counts[i] = counts[n_bins - 1 - i];
      counts[n_bins - 1 - i] = count;
    }
  return counts;
}

/* A tick below each bin in which something was found. */
static void
paint_hits (KhattOverview *self, cairo_t *cr, const KhattPalette *palette, double unit)
{
  const KhattLit *lit = khatt_timeline_view_get_lit (self->view);
  double bin_width = KHATT_OVERVIEW_BIN_WIDTH * unit;
  g_autofree guint32 *counts = count_lit (self, lit, bin_width);

  set_color (cr, &palette->accent);
  for (guint bin = 0; bin < self->bins->n_bins; bin++)
    if (counts[bin] > 0)
      cairo_rectangle (cr, bin * bin_width, HIT_TOP * unit, BLOCK_WIDTH * unit, HIT_HEIGHT * unit);
  cairo_fill (cr);
}

/* A number that goes up by one from cell to cell, whatever is in view. */
static gint64
get_ordinal (const KhattTick *tick, const KhattTickStep *step)
{
  const int hours_per_day = 24;
  const int minutes_per_hour = 60;
  const int months_per_year = 12;
  const int blocks_per_month = 30;
  gint64 days = khatt_days_from_civil (tick->year, tick->month, tick->day);
  gint64 months = tick->year * months_per_year + tick->month - 1;

  switch (step->unit)
    {
    case KHATT_TICK_MINUTE:
      return ((days * hours_per_day + tick->hour) * minutes_per_hour + tick->minute) / step->step;
    case KHATT_TICK_HOUR:
      return (days * hours_per_day + tick->hour) / step->step;
    case KHATT_TICK_DAY:
      return step->step == 1
                 ? days
                 : months * (blocks_per_month / step->step) + (tick->day - 1) / step->step;
    case KHATT_TICK_MONTH:
      return months / step->step;
    case KHATT_TICK_YEAR:
    default:
      return tick->year / step->step;
    }
}

static char *
dup_tick_text (const KhattTick *tick, const KhattTickStep *step, const KhattWords *words)
{
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;

  if (step->unit == KHATT_TICK_YEAR)
    return khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, tick->year, words);
  if (step->unit == KHATT_TICK_MONTH)
    return khatt_calendar_dup_month_year (KHATT_CALENDAR_GREGORIAN, tick->year, tick->month,
                                          KHATT_WIDTH_SHORT, words);

  day = khatt_words_number (words, tick->day);
  month = khatt_calendar_dup_month_name (KHATT_CALENDAR_GREGORIAN, tick->year, tick->month,
                                         KHATT_WIDTH_SHORT, words);
  return g_strdup_printf ("%s %s", day, month);
}

/* Every how many cells a date has room. */
static gint64
find_label_step (double cell_width, double room)
{
  static const gint64 steps[] = { 1, 2, 3, 4, 6, 12, 24, 48, 96 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * cell_width >= room)
      return steps[i];
  return steps[G_N_ELEMENTS (steps) - 1];
}

/* A date that the strip's edge would cut is left out. */
static void
paint_date (KhattOverview *self,
            KhattInk *ink,
            const KhattPalette *palette,
            double x,
            const char *text)
{
  double unit = khatt_ui_get_text_scale (GTK_WIDGET (self));
  KhattTypeface face = { .size = LABEL_SIZE * unit, .weight = 400 };
  gboolean is_rtl = self->scale.direction == KHATT_DIRECTION_RTL;
  KhattAlign align = is_rtl ? KHATT_ALIGN_GREATEST : KHATT_ALIGN_LEAST;
  const KhattLabel *label =
      khatt_shaper_shape (khatt_ink_get_shaper (ink), text, &face, -1, self->scale.direction);
  double anchor = khatt_scale_later (&self->scale, x, LABEL_INSET * unit);
  double least_x = khatt_align_least_x (align, label, anchor);

  if (least_x >= 0 && least_x + khatt_label_get_width (label) <= self->scale.width)
    khatt_ink_show_label (ink, label, anchor, LABEL_BASELINE * unit, align, &palette->dim, NULL);
}

static void
paint_dates (KhattOverview *self, KhattInk *ink, const KhattPalette *palette, double unit)
{
  cairo_t *cr = khatt_ink_get_cairo (ink);
  const KhattWords *words = khatt_timeline_view_get_words (self->view);
  KhattTickLevel level = khatt_ticks_choose_level (self->scale.pixels_per_second / unit);
  double cell_width = khatt_ticks_mean_seconds (&level.minor) * self->scale.pixels_per_second;
  gint64 label_step = find_label_step (cell_width, LABEL_WIDTH * unit);
  g_autoptr (GArray) ticks = khatt_ticks_list (&level.minor, khatt_scale_earliest (&self->scale),
                                               khatt_scale_latest (&self->scale), MOST_TICKS);

  for (guint i = 0; i < ticks->len; i++)
    {
      const KhattTick *tick = &g_array_index (ticks, KhattTick, i);
      double x = floor (khatt_scale_x (&self->scale, tick->first)) + 0.5;

      set_color (cr, &palette->line);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, x, TICK_TOP * unit);
      cairo_line_to (cr, x, gtk_widget_get_height (GTK_WIDGET (self)));
      cairo_stroke (cr);
      if (get_ordinal (tick, &level.minor) % label_step != 0)
        continue;

      g_autofree char *text = dup_tick_text (tick, &level.minor, words);
      paint_date (self, ink, palette, x, text);
    }
}

typedef enum
{
  LAYER_BINS,
  LAYER_DATES,
} Layer;

static GskRenderNode *
paint_layer (KhattOverview *self, Layer layer)
{
  const KhattPalette *palette = khatt_timeline_view_get_palette (self->view);
  const KhattLit *lit = khatt_timeline_view_get_lit (self->view);
  graphene_rect_t bounds = make_rect (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                      gtk_widget_get_height (GTK_WIDGET (self)));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  g_autoptr (KhattInk) ink =
      khatt_ink_new (cr, KHATT_INK_PIXELS, khatt_timeline_view_get_shaper (self->view));
  double unit = khatt_ui_get_text_scale (GTK_WIDGET (self));

  khatt_ink_set_device_scale (ink, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  if (layer == LAYER_BINS && self->bins != NULL && lit == NULL)
    paint_bins (self, cr, palette, unit);
  if (layer == LAYER_BINS && self->bins != NULL && lit != NULL)
    {
      const KhattPalette faded = khatt_palette_fade (palette);

      paint_bins (self, cr, &faded, unit);
      paint_hits (self, cr, palette, unit);
    }
  if (layer == LAYER_DATES)
    paint_dates (self, ink, palette, unit);
  cairo_destroy (cr);
  return node;
}

static void
append_handle (GtkSnapshot *snapshot,
               const KhattPalette *palette,
               double x,
               double strip_height,
               double unit)
{
  const double grip_inset = 6 * unit;
  const double grip_gap = 1.5 * unit;
  const double corner = 3 * unit;
  GdkRGBA accent = make_rgba (&palette->accent, 1);
  GdkRGBA grip = make_rgba (&palette->lane, GRIP_ALPHA);
  double width = round (HANDLE_WIDTH * unit);
  double height = round (HANDLE_HEIGHT * unit);
  double y = round ((strip_height - height) / 2);
  graphene_rect_t bounds = make_rect (x - width / 2, y, width, height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, corner);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &accent, &bounds);
  gtk_snapshot_append_color (
      snapshot, &grip,
      &GRAPHENE_RECT_INIT (x - grip_gap - 1, y + grip_inset, 1, height - 2 * grip_inset));
  gtk_snapshot_append_color (
      snapshot, &grip,
      &GRAPHENE_RECT_INIT (x + grip_gap, y + grip_inset, 1, height - 2 * grip_inset));
  gtk_snapshot_pop (snapshot);
}

static void
append_veil (GtkSnapshot *snapshot,
             const KhattPalette *palette,
             double least_x,
             double greatest_x,
             double width,
             double height)
{
  GdkRGBA veil = make_rgba (&palette->window, VEIL_ALPHA);

  if (least_x > 0)
    gtk_snapshot_append_color (snapshot, &veil,
                               &GRAPHENE_RECT_INIT (0, 0, MIN (least_x, width), height));
  if (greatest_x < width)
    gtk_snapshot_append_color (
        snapshot, &veil,
        &GRAPHENE_RECT_INIT (MAX (greatest_x, 0), 0, width - MAX (greatest_x, 0), height));
}

static void
append_outline (GtkSnapshot *snapshot,
                const KhattPalette *palette,
                double least_x,
                double greatest_x,
                double height,
                double unit)
{
  GdkRGBA accent = make_rgba (&palette->accent, 1);
  const float widths[] = { OUTLINE, OUTLINE, OUTLINE, OUTLINE };
  const GdkRGBA colors[] = { accent, accent, accent, accent };
  double width = MAX (greatest_x - least_x, LEAST_WINDOW);
  graphene_rect_t bounds = make_rect (round (least_x), 1, round (width), height - 2);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, OUTLINE_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
  append_handle (snapshot, palette, bounds.origin.x + OUTLINE / 2, height, unit);
  append_handle (snapshot, palette, bounds.origin.x + bounds.size.width - OUTLINE / 2, height,
                 unit);
}

/**
 * khatt_overview_snapshot:
 *
 * From below: ground, events, veil, dates (readable through it), the window.
 */
void
khatt_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KhattOverview *self = KHATT_OVERVIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double least_x = 0;
  double greatest_x = 0;

  if (self->view == NULL)
    return;

  const KhattPalette *palette = khatt_timeline_view_get_palette (self->view);
  GdkRGBA ground = make_rgba (&palette->header, 1);
  GdkRGBA line = make_rgba (&palette->line, 1);

  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, 0, width, 1));
  khatt_overview_ensure_bins (self);
  if (!self->has_scale)
    return;

  if (self->strip == NULL)
    self->strip = paint_layer (self, LAYER_BINS);
  if (self->dates == NULL)
    self->dates = paint_layer (self, LAYER_DATES);

  gtk_snapshot_append_node (snapshot, self->strip);
  gboolean has_window = khatt_overview_get_window (self, &least_x, &greatest_x);
  if (has_window)
    append_veil (snapshot, palette, least_x, greatest_x, width, height);
  gtk_snapshot_append_node (snapshot, self->dates);
  if (has_window)
    append_outline (snapshot, palette, least_x, greatest_x, height,
                    khatt_ui_get_text_scale (GTK_WIDGET (self)));
}
