/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts shaped labels on a surface. The picture is the same everywhere; what differs is how the text
 * under it is kept for whoever searches, copies or listens.
 */

#include "khatt-ink.h"

#include "khatt-halo.h"
#include "khatt-pdf-text.h"
#include "khatt-svg-text.h"

#include <math.h>

#define HALO_WIDTH 2.0
/* Of the size: a line through the middle of small letters in both scripts. */
#define STRIKE_HEIGHT 0.28
#define STRIKE_THICKNESS 0.08

struct _KhattInk
{
  cairo_t *cr;
  KhattShaper *shaper; /* borrowed */
  KhattInkMode mode;
  double device_scale;
  GString *svg_text;
};

/* A label as a stamp. */
typedef struct
{
  const KhattLabel *label;
  const KhattColor *color;
  const KhattColor *halo;
  double grid;
} LabelLook;

static void
set_color (cairo_t *cr, const KhattColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
show_outline_halo (cairo_t *cr, const KhattLabel *label, double x, double y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_line_path (cr, khatt_label_get_line (label));
  cairo_set_line_width (cr, 2 * HALO_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
show_letters (KhattInk *self, const KhattLabel *label, double x, double y)
{
  PangoLayoutLine *line = khatt_label_get_line (label);

  if (self->mode == KHATT_INK_PDF_TEXT)
    {
      khatt_pdf_text_show_line (self->cr, line, x, y);
      return;
    }
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout_line (self->cr, line);
  if (self->mode == KHATT_INK_SVG_TEXT)
    khatt_svg_text_append (self->svg_text, self->cr, label, x, y);
}

static void
show_strike (cairo_t *cr, const KhattLabel *label, double x, double y)
{
  const double size = khatt_label_get_typeface (label)->size;
  const double thickness = fmax (1, size * STRIKE_THICKNESS);

  cairo_rectangle (cr, x, y - size * STRIKE_HEIGHT - thickness / 2, khatt_label_get_width (label),
                   thickness);
  cairo_fill (cr);
}

static void
draw_label (cairo_t *cr, gconstpointer data)
{
  const LabelLook *look = data;
  PangoLayoutLine *line = khatt_label_get_line (look->label);

  if (look->halo != NULL)
    {
      set_color (cr, look->halo);
      if (!khatt_halo_paint (cr, line, HALO_WIDTH, look->grid))
        show_outline_halo (cr, look->label, 0, 0);
    }
  set_color (cr, look->color);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout_line (cr, line);
  if (khatt_label_get_typeface (look->label)->struck)
    show_strike (cr, look->label, 0, 0);
}

/* A label stands on a whole device pixel: it does not shimmer while the view moves. */
static gboolean
stamp_label (KhattInk *self, const LabelLook *look, double x, double y)
{
  PangoRectangle ink;
  cairo_matrix_t matrix;
  KhattStamp stamp = { .draw = draw_label, .data = look };
  double shift_x, shift_y;

  pango_layout_line_get_extents (khatt_label_get_line (look->label), &ink, NULL);
  stamp.bounds =
      (KhattRect){ pango_units_to_double (ink.x), pango_units_to_double (ink.y),
                   pango_units_to_double (ink.width), pango_units_to_double (ink.height) };
  stamp.bounds.width =
      fmax (stamp.bounds.width, khatt_label_get_width (look->label) - stamp.bounds.x);
  stamp.bounds = khatt_rect_grow (&stamp.bounds, HALO_WIDTH);
  stamp.key = (KhattStampKey){
    .form = KHATT_STAMP_LABEL,
    .number = khatt_label_get_number (look->label),
    .ink = khatt_stamp_pack_color (look->color),
    .ground = look->halo != NULL ? khatt_stamp_pack_color (look->halo) : 0,
  };

  cairo_get_matrix (self->cr, &matrix);
  shift_x = matrix.x0 / matrix.xx;
  shift_y = matrix.y0 / matrix.yy;
  x = round ((x + shift_x) * look->grid) / look->grid - shift_x;
  y = round ((y + shift_y) * look->grid) / look->grid - shift_y;

  return khatt_stamps_show (khatt_shaper_get_stamps (self->shaper), self->cr, look->grid, &stamp, x,
                            y);
}

/**
 * khatt_ink_new:
 * @cr: where to draw
 * @mode: how text is kept
 * @shaper: (transfer none): shapes labels; outlives the ink
 *
 * Makes ink for one picture.
 *
 * Returns: (transfer full): the ink
 */
KhattInk *
khatt_ink_new (cairo_t *cr, KhattInkMode mode, KhattShaper *shaper)
{
  KhattInk *self = g_new0 (KhattInk, 1);

  self->cr = cairo_reference (cr);
  self->mode = mode;
  self->device_scale = 1;
  self->shaper = shaper;
  self->svg_text = g_string_new (NULL);
  return self;
}

/**
 * khatt_ink_free:
 * @ink: (transfer full): ink
 *
 * Frees ink; what was drawn stays.
 */
void
khatt_ink_free (KhattInk *ink)
{
  cairo_destroy (ink->cr);
  g_string_free (ink->svg_text, TRUE);
  g_free (ink);
}

/**
 * khatt_ink_get_cairo:
 * @ink: ink
 *
 * Gives the context for everything that is not text.
 *
 * Returns: (transfer none): the context
 */
cairo_t *
khatt_ink_get_cairo (KhattInk *ink)
{
  return ink->cr;
}

/**
 * khatt_ink_get_shaper:
 * @ink: ink
 *
 * Gives who shapes.
 *
 * Returns: (transfer none): the shaper
 */
KhattShaper *
khatt_ink_get_shaper (KhattInk *ink)
{
  return ink->shaper;
}

/**
 * khatt_ink_set_device_scale:
 * @ink: ink
 * @device_scale: device pixels a unit of the surface
 *
 * Tells how fine the pixels are where the surface does not know it, since it only records.
 */
void
khatt_ink_set_device_scale (KhattInk *ink, double device_scale)
{
  ink->device_scale = device_scale;
}

/**
 * khatt_ink_get_grid:
 * @ink: ink
 *
 * Tells how fine the pixels are.
 *
 * Returns: device pixels a pixel; 0 where the ink is no pixels, or the matrix turns or squeezes
 */
double
khatt_ink_get_grid (const KhattInk *ink)
{
  cairo_matrix_t matrix;
  double device_x = 1, device_y = 1;

  cairo_get_matrix (ink->cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_target (ink->cr), &device_x, &device_y);
  if (ink->mode != KHATT_INK_PIXELS || matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 ||
      matrix.xx != matrix.yy || device_x != device_y)
    return 0;

  return matrix.xx * device_x * ink->device_scale;
}

/**
 * khatt_ink_stamp:
 * @ink: ink
 * @stamp: what is drawn many times
 * @x: where its origin is
 * @y: where its origin is
 *
 * Draws a stamp; in pixels, where it stands on a whole one, by copying.
 */
void
khatt_ink_stamp (KhattInk *ink, const KhattStamp *stamp, double x, double y)
{
  double grid = khatt_ink_get_grid (ink);

  if (grid > 0 &&
      khatt_stamps_show (khatt_shaper_get_stamps (ink->shaper), ink->cr, grid, stamp, x, y))
    return;

  cairo_save (ink->cr);
  cairo_translate (ink->cr, x, y);
  stamp->draw (ink->cr, stamp->data);
  cairo_restore (ink->cr);
}

/**
 * khatt_align_least_x:
 * @align: which edge of the label is at @x
 * @label: a label
 * @x: a place
 *
 * Finds where a label's box begins. Start and end are those of its own reading direction.
 *
 * Returns: the least x of the box
 */
double
khatt_align_least_x (KhattAlign align, const KhattLabel *label, double x)
{
  const double width = khatt_label_get_width (label);
  const gboolean is_rtl = khatt_label_get_direction (label) == KHATT_DIRECTION_RTL;

  switch (align)
    {
    case KHATT_ALIGN_START:
      return is_rtl ? x - width : x;
    case KHATT_ALIGN_END:
      return is_rtl ? x : x - width;
    case KHATT_ALIGN_CENTER:
      return x - width / 2;
    case KHATT_ALIGN_GREATEST:
      return x - width;
    case KHATT_ALIGN_LEAST:
    default:
      return x;
    }
}

/**
 * khatt_ink_show_label:
 * @ink: ink
 * @label: a label
 * @x: where it hangs
 * @y: its baseline
 * @align: what of it is at @x
 * @color: of the letters
 * @halo: (nullable): colour of 2 pixels round the letters; %NULL or alpha 0: none
 *
 * Shows a label, struck through where its typeface says so.
 */
void
khatt_ink_show_label (KhattInk *ink,
                      const KhattLabel *label,
                      double x,
                      double y,
                      KhattAlign align,
                      const KhattColor *color,
                      const KhattColor *halo)
{
  const double least_x = khatt_align_least_x (align, label, x);
  const LabelLook look = {
    .label = label,
    .color = color,
    .halo = halo != NULL && halo->alpha > 0 ? halo : NULL,
    .grid = khatt_ink_get_grid (ink),
  };

  if (look.grid > 0 && stamp_label (ink, &look, least_x, y))
    return;

  if (look.halo != NULL)
    {
      set_color (ink->cr, look.halo);
      show_outline_halo (ink->cr, label, least_x, y);
    }
  set_color (ink->cr, color);
  show_letters (ink, label, least_x, y);
  if (khatt_label_get_typeface (label)->struck)
    show_strike (ink->cr, label, least_x, y);
  cairo_new_path (ink->cr);
}

/**
 * khatt_ink_dup_svg_text:
 * @ink: ink in the mode %KHATT_INK_SVG_TEXT
 *
 * Gives the text of what was shown, for the place before `</svg>`.
 *
 * Returns: (transfer full): one group element
 */
char *
khatt_ink_dup_svg_text (KhattInk *ink)
{
  return khatt_svg_text_dup_group (ink->svg_text);
}
