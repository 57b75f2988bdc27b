/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A dimension line, as on a technical drawing: it lies on the lower edge of the axis, from one
 * event to the other, and says how many days that is.
 *
 *     axis   --------|=======================|--------
 *     plot           :       ( 18 days )     :
 *                    o                       :
 *                                            o
 */

#include "khatt-dimension.h"

#include "khatt-anchor.h"
#include "khatt-painter-private.h"

#define LINE_WIDTH 2.0
#define END_HEIGHT 9.0 /* below the line: above it are the names of days */
#define PILL_GAP 4.0   /* below the line too */
#define PILL_HEIGHT 20.0
#define PILL_PADDING 9.0
#define PILL_HALO 2.0
#define PILL_OUTLINE 1.5
#define TEXT_SIZE 12.0
#define TEXT_WEIGHT 600
#define PLATE_GAP 3.0

/* Where the plate is; of an event that is not drawn by itself, where its date is. */
static gboolean
find_end (const KhattLayout *layout, guint32 slot, KhattDimensionEnd *end)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (layout->arrangement);
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);
  const KhattMarkBox *box = khatt_layout_find_mark (layout, slot);
  const KhattRect *plot = &layout->frame.plot;
  KhattAnchor anchor;

  if (record == NULL || !khatt_date_is_known (&record->date))
    return FALSE;

  anchor = khatt_anchor_from_date (&record->date);
  if (anchor.form == KHATT_ANCHOR_NONE)
    return FALSE;
  end->x = box != NULL ? box->plate.x + box->plate.width / 2
                       : khatt_scale_x (&layout->params.scale, khatt_anchor_get_middle (&anchor));
  end->bottom = box != NULL ? box->plate.y - PLATE_GAP * layout->params.text_scale : 0;
  end->is_inside = end->x >= plot->x && end->x <= plot->x + plot->width;
  end->x = CLAMP (end->x, plot->x, plot->x + plot->width);
  return TRUE;
}

static void
place_pill (const KhattLayout *layout, KhattDimension *dimension)
{
  const KhattRect *plot = &layout->frame.plot;
  double scale = dimension->text_scale;
  double width = khatt_label_get_width (dimension->label) + 2 * PILL_PADDING * scale;
  double x = (dimension->ends[0].x + dimension->ends[1].x - width) / 2;

  dimension->pill = (KhattRect){
    .x = CLAMP (x, plot->x, MAX (plot->x, plot->x + plot->width - width)),
    .y = dimension->y + PILL_GAP * scale,
    .width = width,
    .height = PILL_HEIGHT * scale,
  };
}

static void
measure (KhattDimension *dimension)
{
  const KhattDimensionEnd *ends = dimension->ends;
  double end = dimension->y + END_HEIGHT * dimension->text_scale;
  double bottom = MAX (end, MAX (ends[0].bottom, ends[1].bottom));
  KhattRect line = { ends[0].x - LINE_WIDTH, dimension->y - LINE_WIDTH / 2,
                     ends[1].x - ends[0].x + 2 * LINE_WIDTH,
                     bottom - dimension->y + LINE_WIDTH / 2 };
  KhattRect pill = khatt_rect_grow (&dimension->pill, PILL_HALO);

  dimension->bounds = khatt_rect_union (&line, &pill);
}

/**
 * khatt_dimension_lay_out:
 * @layout: what the picture shows
 * @slots: two events
 * @text: how far they are apart
 * @shaper: shapes @text
 * @dimension: (out): the line between them
 *
 * Returns: whether there is something of it in the picture
 */
gboolean
khatt_dimension_lay_out (const KhattLayout *layout,
                         const guint32 slots[2],
                         const char *text,
                         KhattShaper *shaper,
                         KhattDimension *dimension)
{
  double scale = layout->params.text_scale;
  const KhattTypeface face = { .size = TEXT_SIZE * scale, .weight = TEXT_WEIGHT };
  KhattDimensionEnd ends[2];
  gboolean is_reversed;

  if (!find_end (layout, slots[0], &ends[0]) || !find_end (layout, slots[1], &ends[1]))
    return FALSE;
  if (!ends[0].is_inside && !ends[1].is_inside && ends[0].x == ends[1].x)
    return FALSE; /* both beyond the same edge */

  is_reversed = ends[0].x > ends[1].x;
  *dimension = (KhattDimension){
    .ends = { ends[is_reversed ? 1 : 0], ends[is_reversed ? 0 : 1] },
    .y = layout->frame.axis.y + layout->frame.axis.height,
    .text_scale = scale,
    .label = khatt_shaper_shape (shaper, text, &face, -1, layout->params.scale.direction),
  };
  place_pill (layout, dimension);
  measure (dimension);
  return TRUE;
}

static void
set_color (cairo_t *cr, const KhattColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
paint_end (const KhattDimension *dimension, const KhattDimensionEnd *end, cairo_t *cr)
{
  static const double dashes[] = { 2, 3 };
  double height = END_HEIGHT * dimension->text_scale;

  if (!end->is_inside)
    return;
  cairo_rectangle (cr, end->x - LINE_WIDTH / 2, dimension->y, LINE_WIDTH, height);
  cairo_fill (cr);
  if (end->bottom <= dimension->y + height)
    return;
  cairo_save (cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, end->x, dimension->y + height);
  cairo_line_to (cr, end->x, end->bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_pill (const KhattDimension *dimension, const KhattPalette *palette, KhattInk *ink)
{
  cairo_t *cr = khatt_ink_get_cairo (ink);
  const KhattLabel *label = dimension->label;
  const KhattRect *pill = &dimension->pill;
  KhattRect halo = khatt_rect_grow (pill, PILL_HALO);
  KhattRect inside = khatt_rect_grow (pill, -PILL_OUTLINE * dimension->text_scale);
  double ascent = khatt_label_get_ascent (label);
  double descent = khatt_label_get_descent (label);

  khatt_painting_round_box (cr, &halo, halo.height / 2);
  set_color (cr, &palette->lane);
  cairo_fill (cr);
  khatt_painting_round_box (cr, pill, pill->height / 2);
  set_color (cr, &palette->accent);
  cairo_fill (cr);
  khatt_painting_round_box (cr, &inside, inside.height / 2);
  set_color (cr, &palette->lane);
  cairo_fill (cr);
  khatt_ink_show_label (ink, label, pill->x + PILL_PADDING * dimension->text_scale,
                        pill->y + (pill->height + ascent - descent) / 2, KHATT_ALIGN_LEAST,
                        &palette->accent_text, NULL);
}

/**
 * khatt_dimension_paint:
 * @dimension: a dimension line
 * @palette: the colours
 * @ink: where to
 *
 * Paints it over the picture.
 */
void
khatt_dimension_paint (const KhattDimension *dimension, const KhattPalette *palette, KhattInk *ink)
{
  const KhattDimensionEnd *ends = dimension->ends;
  cairo_t *cr = khatt_ink_get_cairo (ink);

  cairo_save (cr);
  set_color (cr, &palette->accent);
  cairo_rectangle (cr, ends[0].x, dimension->y - LINE_WIDTH / 2, ends[1].x - ends[0].x, LINE_WIDTH);
  cairo_fill (cr);
  for (guint i = 0; i < G_N_ELEMENTS (dimension->ends); i++)
    paint_end (dimension, &ends[i], cr);
  paint_pill (dimension, palette, ink);
  cairo_restore (cr);
}
