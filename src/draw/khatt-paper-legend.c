/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The legend on paper: its entries flow in lines as words do, each group after its heading, from
 * the side where reading begins.
 */

#include "khatt-paper-private.h"

#define LINE_HEIGHT 27.0
#define SIZE 11.5
#define WEIGHT_NORMAL 400
#define WEIGHT_HEADING 600
#define SAMPLE_GAP 6.0
#define ENTRY_GAP 18.0
#define GROUP_GAP 30.0
#define BASELINE 17.5

typedef struct
{
  GArray *items;
  KhattShaper *shaper;
  KhattDirection direction;
  double width;
  double at; /* from where reading begins */
  double line;
} Flow;

static double
mirror (const Flow *flow, double at, double width)
{
  return flow->direction == KHATT_DIRECTION_RTL ? flow->width - at - width : at;
}

/* What does not fit into this line begins the next. */
static void
break_before (Flow *flow, double gap, double needed)
{
  if (flow->at > 0)
    flow->at += gap;
  if (flow->at <= 0 || flow->at + needed <= flow->width)
    return;
  flow->at = 0;
  flow->line += LINE_HEIGHT;
}

static void
append (Flow *flow, const KhattLabel *label, const KhattLegendEntry *entry)
{
  KhattPaperLegendItem item = { .label = label, .baseline = flow->line + BASELINE };
  const double label_width = khatt_label_get_width (label);

  if (entry != NULL)
    {
      double width, height;

      khatt_legend_entry_get_size (entry, &width, &height);
      item.entry = *entry;
      item.sample = (KhattRect){ mirror (flow, flow->at, width),
                                 flow->line + (LINE_HEIGHT - height) / 2, width, height };
      flow->at += width + SAMPLE_GAP;
    }
  item.x = mirror (flow, flow->at, label_width);
  flow->at += label_width;
  g_array_append_val (flow->items, item);
}

static double
measure (const KhattLabel *label, const KhattLegendEntry *entry)
{
  double width, height;

  khatt_legend_entry_get_size (entry, &width, &height);
  return width + SAMPLE_GAP + khatt_label_get_width (label);
}

/**
 * khatt_paper_legend_place:
 * @legend: what occurs
 * @shaper: shapes the words, and keeps them
 * @direction: where reading begins
 * @width: pixels to flow in
 * @height: (out): pixels; 0 where there is nothing to explain
 *
 * Finds the places of a legend's entries. A heading is not parted from its first entry.
 *
 * Returns: (transfer full) (element-type KhattPaperLegendItem): the items, good until the shaper is
 * trimmed
 */
GArray *
khatt_paper_legend_place (const KhattLegend *legend,
                          KhattShaper *shaper,
                          KhattDirection direction,
                          double width,
                          double *height)
{
  const KhattTypeface normal = { .size = SIZE, .weight = WEIGHT_NORMAL };
  const KhattTypeface bold = { .size = SIZE, .weight = WEIGHT_HEADING };
  KhattLegendEntry entries[KHATT_LEGEND_MOST_ENTRIES];
  const guint n = khatt_legend_list (legend, entries);
  Flow flow = {
    .items = g_array_new (FALSE, FALSE, sizeof (KhattPaperLegendItem)),
    .shaper = shaper,
    .direction = direction,
    .width = width,
  };

  for (guint i = 0; i < n; i++)
    {
      const KhattLabel *label = khatt_shaper_shape (
          shaper, khatt_legend_entry_get_label (&entries[i]), &normal, -1, direction);
      const double needed = measure (label, &entries[i]);

      if (i == 0 || entries[i].group != entries[i - 1].group)
        {
          const char *words = khatt_legend_group_get_label (entries[i].group);
          const KhattLabel *heading = khatt_shaper_shape (shaper, words, &bold, -1, direction);

          break_before (&flow, GROUP_GAP, khatt_label_get_width (heading) + ENTRY_GAP + needed);
          append (&flow, heading, NULL);
        }
      break_before (&flow, ENTRY_GAP, needed);
      append (&flow, label, &entries[i]);
    }
  *height = n > 0 ? flow.line + LINE_HEIGHT : 0;
  return flow.items;
}

/**
 * khatt_paper_legend_paint:
 * @items: (element-type KhattPaperLegendItem): placed entries
 * @palette: the colours
 * @direction: of time
 * @ink: where to paint
 *
 * Paints a legend.
 */
void
khatt_paper_legend_paint (const GArray *items,
                          const KhattPalette *palette,
                          KhattDirection direction,
                          KhattInk *ink)
{
  for (guint i = 0; i < items->len; i++)
    {
      const KhattPaperLegendItem *item = &g_array_index (items, KhattPaperLegendItem, i);
      const gboolean is_heading = item->sample.width <= 0;

      if (!is_heading)
        khatt_legend_entry_paint (&item->entry, palette, direction, ink, &item->sample);
      khatt_ink_show_label (ink, item->label, item->x, item->baseline, KHATT_ALIGN_LEAST,
                            is_heading ? &palette->dim : &palette->text, NULL);
    }
}
