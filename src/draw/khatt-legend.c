/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The legend: what occurs in a document of all that the drawing can show, and a sample of each. It
 * explains nothing that is not there. Window and paper show the same.
 *
 * A sample of time stands for every kind of event, so its mark is a plain disc:
 *
 *   before   ..::==O====|        after   |====O==::..        between   |====O====|
 */

#include "khatt-legend.h"

#include <glib/gi18n-lib.h>

#include "khatt-anchor.h"
#include "khatt-plate.h"

#define SAMPLE_HEIGHT 24.0
#define PLATE_WIDTH 24.0
#define TIME_WIDTH 48.0
#define PLATE_SIZE 18.0
#define DISC_SIZE 13.0 /* too small for a glyph */
#define STRIPE_HEIGHT 8.0
#define STRIPE_ALPHA 0.28
#define FADE_ALPHA 0.62
#define FADE_LENGTH 20.0
#define TICK_HEIGHT 10.0
#define TICK_WIDTH 2.0
#define DOUBT_SIZE 11.0
#define DOUBT_WEIGHT 700
#define DOUBT_SHIFT 10.0

/* What stands on the earlier and the later side of a time's disc. */
typedef enum
{
  SIDE_NOTHING,
  SIDE_FADE,
  SIDE_BOUND,
} Side;

static const struct
{
  const char *label;
  Side earlier;
  Side later;
  gboolean is_doubted;
} times[KHATT_N_LEGEND_TIMES] = {
  /* Translators: in the legend, of dates: some time before the day that is marked. */
  [KHATT_LEGEND_BEFORE] = { N_ ("Before a date"), SIDE_FADE, SIDE_BOUND, FALSE },
  /* Translators: in the legend, of dates: some time after the day that is marked. */
  [KHATT_LEGEND_AFTER] = { N_ ("After a date"), SIDE_BOUND, SIDE_FADE, FALSE },
  /* Translators: in the legend, of dates: on one day between the two that are marked. */
  [KHATT_LEGEND_BETWEEN] = { N_ ("Between two dates"), SIDE_BOUND, SIDE_BOUND, FALSE },
  /* Translators: in the legend, of dates: around that day. */
  [KHATT_LEGEND_ABOUT] = { N_ ("About then"), SIDE_FADE, SIDE_FADE, FALSE },
  /* Translators: in the legend, of dates. */
  [KHATT_LEGEND_DOUBTED] = { N_ ("Date uncertain"), SIDE_NOTHING, SIDE_NOTHING, TRUE },
};

static const char *const groups[KHATT_N_LEGEND_GROUPS] = {
  /* Translators: heading in the legend: the kinds of events. */
  [KHATT_LEGEND_KINDS] = N_ ("Kinds"),
  /* Translators: heading in the legend: planned, cancelled ... */
  [KHATT_LEGEND_STATUSES] = N_ ("Status"),
  /* Translators: heading in the legend: dates that are not known to the day. */
  [KHATT_LEGEND_TIMES] = N_ ("Uncertain Dates"),
};

/* One sample being painted. */
typedef struct
{
  cairo_t *cr;
  const KhattPalette *palette;
  double x; /* the disc's middle */
  double y;
  int later; /* 1 where later is at greater x, else -1 */
} Sample;

static gboolean
get_time_of_form (KhattAnchorForm form, KhattLegendTime *time)
{
  switch (form)
    {
    case KHATT_ANCHOR_BEFORE:
      *time = KHATT_LEGEND_BEFORE;
      return TRUE;
    case KHATT_ANCHOR_AFTER:
      *time = KHATT_LEGEND_AFTER;
      return TRUE;
    case KHATT_ANCHOR_BETWEEN:
      *time = KHATT_LEGEND_BETWEEN;
      return TRUE;
    case KHATT_ANCHOR_NONE:
    case KHATT_ANCHOR_CELL:
    case KHATT_ANCHOR_INTERVAL:
    default:
      return FALSE;
    }
}

static guint
append_entries (KhattLegendEntry *entries,
                KhattLegendGroup group,
                const guint32 *counts,
                guint first,
                guint n)
{
  guint n_entries = 0;

  for (guint i = first; i < n; i++)
    if (counts[i] > 0)
      entries[n_entries++] = (KhattLegendEntry){ group, i, counts[i] };

  return n_entries;
}

static void
set_source (cairo_t *cr, const KhattColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
paint_bound (const Sample *sample, int side)
{
  double length = (TIME_WIDTH - TICK_WIDTH) / 2;
  double end = sample->x + side * length;
  KhattColor stripe = khatt_color_with_alpha (&sample->palette->dim, STRIPE_ALPHA);

  set_source (sample->cr, &stripe);
  cairo_rectangle (sample->cr, MIN (sample->x, end), sample->y - STRIPE_HEIGHT / 2, length,
                   STRIPE_HEIGHT);
  cairo_fill (sample->cr);
  set_source (sample->cr, &sample->palette->dim);
  cairo_rectangle (sample->cr, end - TICK_WIDTH / 2, sample->y - TICK_HEIGHT / 2, TICK_WIDTH,
                   TICK_HEIGHT);
  cairo_fill (sample->cr);
}

static void
paint_fade (const Sample *sample, int side)
{
  const KhattColor *color = &sample->palette->dim;
  double end = sample->x + side * FADE_LENGTH;
  cairo_pattern_t *fade = cairo_pattern_create_linear (sample->x, 0, end, 0);

  cairo_pattern_add_color_stop_rgba (fade, 0, color->red, color->green, color->blue, FADE_ALPHA);
  cairo_pattern_add_color_stop_rgba (fade, 1, color->red, color->green, color->blue, 0);
  cairo_set_source (sample->cr, fade);
  cairo_pattern_destroy (fade);
  cairo_rectangle (sample->cr, MIN (sample->x, end), sample->y - STRIPE_HEIGHT / 2, FADE_LENGTH,
                   STRIPE_HEIGHT);
  cairo_fill (sample->cr);
}

static void
paint_side (const Sample *sample, Side kind, int side)
{
  if (kind == SIDE_BOUND)
    paint_bound (sample, side);
  else if (kind == SIDE_FADE)
    paint_fade (sample, side);
}

static void
paint_doubt (const Sample *sample, KhattInk *ink)
{
  KhattTypeface face = { .size = DOUBT_SIZE, .weight = DOUBT_WEIGHT };
  /* Translators: the question mark of the language, at marks whose date is uncertain. */
  const KhattLabel *label = khatt_shaper_shape (khatt_ink_get_shaper (ink), C_ ("uncertain", "?"),
                                                &face, -1, KHATT_DIRECTION_LTR);

  khatt_ink_show_label (ink, label, sample->x + sample->later * DOUBT_SHIFT, sample->y,
                        KHATT_ALIGN_CENTER, &sample->palette->text, NULL);
}

static void
paint_time (const Sample *sample, KhattLegendTime time, KhattDirection direction, KhattInk *ink)
{
  KhattPlate disc = khatt_plate_make (sample->palette, KHATT_KIND_CALL, KHATT_STATUS_HAPPENED,
                                      direction, sample->x, sample->y, DISC_SIZE);

  paint_side (sample, times[time].earlier, -sample->later);
  paint_side (sample, times[time].later, sample->later);
  disc.color = sample->palette->dim;
  disc.has_halo = FALSE;
  khatt_plate_paint (sample->cr, &disc);
  if (times[time].is_doubted)
    paint_doubt (sample, ink);
}

static void
paint_plate (const Sample *sample, const KhattLegendEntry *entry, KhattDirection direction)
{
  gboolean is_kind = entry->group == KHATT_LEGEND_KINDS;
  KhattPlate plate =
      khatt_plate_make (sample->palette, is_kind ? (KhattKind) entry->value : KHATT_KIND_MEETING,
                        is_kind ? KHATT_STATUS_HAPPENED : (KhattStatus) entry->value, direction,
                        sample->x, sample->y, PLATE_SIZE);

  plate.has_halo = FALSE;
  if (!is_kind)
    plate.color = sample->palette->dim;
  khatt_plate_paint (sample->cr, &plate);
}

/**
 * khatt_legend_add:
 * @legend: a legend
 * @record: an event that is drawn or listed
 *
 * Counts what @record shows.
 */
void
khatt_legend_add (KhattLegend *legend, const KhattRecord *record)
{
  KhattAnchor anchor = khatt_anchor_from_date (&record->date);
  KhattLegendTime time;

  legend->kinds[MIN (record->kind, KHATT_KIND_OTHER)]++;
  legend->statuses[MIN (record->status, KHATT_N_STATUSES - 1)]++;
  if (get_time_of_form (anchor.form, &time))
    legend->times[time]++;
  if (record->date.flags & KHATT_DATE_APPROXIMATE)
    legend->times[KHATT_LEGEND_ABOUT]++;
  if (record->date.flags & KHATT_DATE_UNCERTAIN)
    legend->times[KHATT_LEGEND_DOUBTED]++;
}

/**
 * khatt_legend_list:
 * @legend: a legend
 * @entries: (out): what occurs, group by group
 *
 * Lists what there is to explain. That something happened is what one expects, and no entry.
 *
 * Returns: how many entries there are
 */
guint
khatt_legend_list (const KhattLegend *legend, KhattLegendEntry entries[KHATT_LEGEND_MOST_ENTRIES])
{
  guint n = append_entries (entries, KHATT_LEGEND_KINDS, legend->kinds, 0, KHATT_N_KINDS);

  n += append_entries (entries + n, KHATT_LEGEND_STATUSES, legend->statuses,
                       KHATT_STATUS_HAPPENED + 1, KHATT_N_STATUSES);
  n += append_entries (entries + n, KHATT_LEGEND_TIMES, legend->times, 0, KHATT_N_LEGEND_TIMES);

  return n;
}

/**
 * khatt_legend_group_get_label:
 * @group: a group of entries
 *
 * Returns: its translated heading
 */
const char *
khatt_legend_group_get_label (KhattLegendGroup group)
{
  return _ (groups[group]);
}

/**
 * khatt_legend_entry_get_label:
 * @entry: an entry
 *
 * Returns: the translated words beside its sample
 */
const char *
khatt_legend_entry_get_label (const KhattLegendEntry *entry)
{
  switch (entry->group)
    {
    case KHATT_LEGEND_KINDS:
      return khatt_kind_get_label ((KhattKind) entry->value);
    case KHATT_LEGEND_STATUSES:
      return khatt_status_get_label ((KhattStatus) entry->value);
    case KHATT_LEGEND_TIMES:
    default:
      return _ (times[entry->value].label);
    }
}

/**
 * khatt_legend_entry_get_size:
 * @entry: an entry
 * @width: (out): logical pixels
 * @height: (out): logical pixels
 *
 * Tells how much room the sample of @entry needs.
 */
void
khatt_legend_entry_get_size (const KhattLegendEntry *entry, double *width, double *height)
{
  *width = entry->group == KHATT_LEGEND_TIMES ? TIME_WIDTH : PLATE_WIDTH;
  *height = SAMPLE_HEIGHT;
}

/**
 * khatt_legend_entry_paint:
 * @entry: an entry
 * @palette: the colours
 * @direction: of time
 * @ink: where to paint
 * @area: logical pixels; the sample stands in its middle
 *
 * Paints the sample of @entry as the timeline draws such events.
 */
void
khatt_legend_entry_paint (const KhattLegendEntry *entry,
                          const KhattPalette *palette,
                          KhattDirection direction,
                          KhattInk *ink,
                          const KhattRect *area)
{
  Sample sample = {
    .cr = khatt_ink_get_cairo (ink),
    .palette = palette,
    .x = area->x + area->width / 2,
    .y = area->y + area->height / 2,
    .later = direction == KHATT_DIRECTION_RTL ? -1 : 1,
  };

  cairo_save (sample.cr);
  if (entry->group == KHATT_LEGEND_TIMES)
    paint_time (&sample, (KhattLegendTime) entry->value, direction, ink);
  else
    paint_plate (&sample, entry, direction);
  cairo_restore (sample.cr);
}
