/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ink for a layout, from the ground up: bands, grid, selected lanes, lane lines, curtains, stripes,
 * connectors, ends, plates, labels, today, axis, headers. */

#include "khatt-painter-private.h"

static void
paint_each (const KhattPainting *painting,
            void (*paint) (const KhattPainting *painting, const KhattMark *mark))
{
  const GArray *marks = painting->layout->marks;

  for (guint i = 0; i < marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (marks, KhattMark, i);
      KhattRect bounds = khatt_rect_grow (&mark->box.bounds, KHATT_PAINTING_HALO);
      KhattRect label = khatt_rect_grow (&mark->box.label, KHATT_PAINTING_HALO);

      if (mark->is_faded == painting->is_faded &&
          khatt_painting_shows_lanes (painting, mark->first_lane, mark->last_lane) &&
          (khatt_painting_shows (painting, &bounds) ||
           (!khatt_rect_is_empty (&mark->box.label) && khatt_painting_shows (painting, &label))))
        paint (painting, mark);
    }
}

static void
paint_usual_connector (const KhattPainting *painting, const KhattMark *mark)
{
  KhattConnectorLook look = { KHATT_MARK_CONNECTOR, FALSE };

  khatt_paint_connector (painting, mark, &look);
}

static void
paint_marks (const KhattPainting *painting)
{
  paint_each (painting, khatt_paint_curtain);
  paint_each (painting, khatt_paint_trace);
  paint_each (painting, paint_usual_connector);
  paint_each (painting, khatt_paint_ends);
  khatt_paint_clusters (painting);
  paint_each (painting, khatt_paint_plate_of);
  khatt_paint_texts (painting, KHATT_TEXT_UNCERTAIN, KHATT_TEXT_UNCERTAIN);
  paint_each (painting, khatt_paint_label_of);
}

/* What stands back is below all that does not. */
static void
paint_events (const KhattPainting *painting)
{
  khatt_paint_ribbons (painting);
  if (painting->faded != NULL)
    {
      KhattPainting faded = *painting;

      faded.palette = painting->faded;
      faded.is_faded = TRUE;
      paint_marks (&faded);
    }
  paint_marks (painting);
}

static void
paint_plot (const KhattPainting *painting)
{
  const KhattRect *plot = &painting->layout->frame.plot;
  cairo_t *cr = painting->cr;

  cairo_save (cr);
  cairo_rectangle (cr, plot->x, plot->y, plot->width, plot->height);
  cairo_clip (cr);
  khatt_paint_ground (painting);
  khatt_paint_lane_lines (painting);
  khatt_painting_for_rows (painting, plot, paint_events);
  cairo_restore (cr);
}

static void
paint_axis (const KhattPainting *painting)
{
  const KhattFrame *frame = &painting->layout->frame;
  cairo_t *cr = painting->cr;
  double bottom = MIN (frame->plot.y + frame->plot.height,
                       frame->plot.y + frame->content_height - frame->scroll_y);

  cairo_save (cr);
  cairo_rectangle (cr, frame->axis.x, frame->axis.y, frame->axis.width,
                   frame->axis.height + frame->plot.height);
  cairo_clip (cr);
  khatt_painting_set_color (painting, &painting->palette->header, 1);
  khatt_painting_fill (painting, frame->axis.x, frame->axis.y, frame->axis.x + frame->axis.width,
                       frame->axis.y + frame->axis.height);
  khatt_axis_paint_today_line (painting->layout->axis, painting->palette, painting->ink, bottom);
  if (khatt_painting_shows (painting, &frame->axis))
    khatt_axis_paint (painting->layout->axis, painting->palette, painting->ink);
  cairo_restore (cr);
}

/**
 * khatt_painter_paint:
 * @layout: what to paint
 * @palette: the colours
 * @ink: where to
 *
 * Paints the whole picture. Decides nothing: colours come from the palette, places from the layout.
 * The ring and glow of a selected mark are a state of their own; the tint of its lanes is painted
 * here.
 */
void
khatt_painter_paint (const KhattLayout *layout, const KhattPalette *palette, KhattInk *ink)
{
  khatt_painter_paint_area (layout, palette, NULL, ink);
}

/**
 * khatt_painter_paint_area:
 * @layout: what to paint
 * @palette: the colours
 * @area: (nullable): what of it, on whole pixels; %NULL: all
 * @ink: where to
 *
 * Paints a part of the picture.
 */
void
khatt_painter_paint_area (const KhattLayout *layout,
                          const KhattPalette *palette,
                          const KhattRect *area,
                          KhattInk *ink)
{
  const KhattPalette faded = khatt_palette_fade (palette);
  KhattPainting painting = {
    .layout = layout,
    .palette = palette,
    .faded = layout->params.lit != NULL ? &faded : NULL,
    .ink = ink,
    .cr = khatt_ink_get_cairo (ink),
    .text_scale = layout->params.text_scale,
    .sign = khatt_scale_sign (&layout->params.scale),
    .is_high_contrast = khatt_palette_is_high_contrast (palette),
    .area = area,
  };

  cairo_save (painting.cr);
  if (area != NULL)
    {
      cairo_rectangle (painting.cr, area->x, area->y, area->width, area->height);
      cairo_clip (painting.cr);
    }
  if (khatt_painting_shows (&painting, &layout->frame.plot))
    paint_plot (&painting);
  paint_axis (&painting);
  khatt_paint_headers (&painting);
  khatt_paint_pinned_edge (&painting);
  cairo_restore (painting.cr);
}
