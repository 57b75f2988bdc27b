/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Connectors of marks. A connector is an odd number of pixels wide: its middle, and that
 * of the ends on it, is half a pixel later than the mark's x, while plates stand on whole pixels.
 */

#include "khatt-painter-private.h"

#include <math.h>

#define TUBE_WIDTH 5
#define TUBE_HOLLOW 2
#define THIN_WIDTH 1.8
#define STRIKE_LENGTH 10
#define GLOW_WIDTH 11
#define GLOW_ALPHA 0.28
#define HIGH_CONTRAST_EXTRA 1

static double
get_middle (const KhattPainting *painting, const KhattMark *mark)
{
  return mark->x + 0.5 * painting->sign;
}

/* An arrow's tip stays sharp: the connector ends inside the arrow. */
static double
get_inside (const KhattPainting *painting, const KhattMark *mark, gboolean is_top)
{
  const GArray *ends = painting->layout->ends;
  double y = is_top ? mark->top : mark->bottom;

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (ends, KhattEnd, i);

      if (end->is_shown && end->y == y && end->form == KHATT_END_ARROW)
        return y - end->heading * (KHATT_MARK_ARROW_LENGTH - 1) * painting->text_scale;
    }

  return y;
}

static void
get_span (const KhattPainting *painting, const KhattMark *mark, double *top, double *bottom)
{
  *top = mark->stub_top < mark->top ? mark->stub_top : get_inside (painting, mark, TRUE);
  *bottom =
      mark->stub_bottom > mark->bottom ? mark->stub_bottom : get_inside (painting, mark, FALSE);
}

static void
fill_line (const KhattPainting *painting, double middle, double width, double top, double bottom)
{
  khatt_painting_fill (painting, middle - width / 2, top, middle + width / 2, bottom);
}

static void
stroke_thin (const KhattPainting *painting, const KhattMark *mark, double top, double bottom)
{
  cairo_t *cr = painting->cr;
  const double dashes[] = { 5 * painting->text_scale, 4 * painting->text_scale };
  double middle = get_middle (painting, mark);
  double half = STRIKE_LENGTH / 2.0 * painting->text_scale;

  cairo_set_line_width (cr, THIN_WIDTH * painting->text_scale);
  if (mark->record->status == KHATT_STATUS_PROPOSED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, middle, top);
  cairo_line_to (cr, middle, bottom);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (mark->record->status == KHATT_STATUS_PROPOSED)
    return;

  cairo_move_to (cr, middle - half, (top + bottom) / 2 + half);
  cairo_line_to (cr, middle + half, (top + bottom) / 2 - half);
  cairo_stroke (cr);
}

/* One stretch of the connector. */
static void
paint_stretch (const KhattPainting *painting,
               const KhattMark *mark,
               const KhattConnectorLook *look,
               double top,
               double bottom)
{
  const KhattColor *color = khatt_painting_get_color (painting, mark);
  double scale = painting->text_scale;
  double extra = painting->is_high_contrast ? HIGH_CONTRAST_EXTRA : 0;
  double width = round ((look->width + extra) * scale);
  double halo = KHATT_MARK_CONNECTOR_HALO * (look->glows ? 1 : 2);
  double middle = get_middle (painting, mark);

  if (mark->record->status == KHATT_STATUS_PLANNED)
    width += (TUBE_WIDTH - KHATT_MARK_CONNECTOR) * scale;

  /* An even width stands on the mark's own whole pixel. */
  if (fmod (width, 2) == 0)
    middle = mark->x;
  if (look->glows)
    {
      khatt_painting_set_color (painting, &painting->palette->accent, GLOW_ALPHA);
      fill_line (painting, middle, GLOW_WIDTH * scale, top, bottom);
    }
  khatt_painting_set_color (painting, &painting->palette->lane, 1);
  fill_line (painting, middle, width + halo, top, bottom);
  khatt_painting_set_color (painting, color, 1);
  if (mark->record->status > KHATT_STATUS_PLANNED)
    {
      stroke_thin (painting, mark, top, bottom);
      return;
    }
  fill_line (painting, middle, width, top, bottom);
  if (mark->record->status == KHATT_STATUS_PLANNED)
    {
      khatt_painting_set_color (painting, &painting->palette->lane, 1);
      fill_line (painting, middle, width - (TUBE_WIDTH - TUBE_HOLLOW) * scale, top, bottom);
    }
}

/* A stub at each end, towards the others. */
static void
paint_stubs (const KhattPainting *painting, const KhattMark *mark, const KhattConnectorLook *look)
{
  double reach = (KHATT_MARK_PLATE / 2.0 + KHATT_MARK_STUB) * painting->text_scale;

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (painting->layout->ends, KhattEnd, i);

      if (!end->is_shown)
        continue;
      if (end->y > mark->top)
        paint_stretch (painting, mark, look, end->y - reach, end->y);
      if (end->y < mark->bottom)
        paint_stretch (painting, mark, look, end->y, end->y + reach);
    }
}

/**
 * khatt_paint_connector:
 * @painting: what is painted
 * @mark: a mark
 * @look: how wide it is, and whether it glows
 *
 * Paints the connector: solid for what happened, a tube for what is planned, dashed for what is
 * proposed, thin and struck for what was cancelled or denied.
 */
void
khatt_paint_connector (const KhattPainting *painting,
                       const KhattMark *mark,
                       const KhattConnectorLook *look)
{
  double top, bottom;

  if (mark->stub_top >= mark->stub_bottom)
    return;
  if (mark->is_broken)
    {
      paint_stubs (painting, mark, look);
      return;
    }

  get_span (painting, mark, &top, &bottom);
  paint_stretch (painting, mark, look, top, bottom);
}
