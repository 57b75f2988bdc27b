/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One shaped line of text. Holding the Pango layout rather than text makes painting a frame cheap:
 * shaping two hundred labels anew takes four times as long as showing them.
 */

#include "khatt-label.h"

#include "khatt-halo.h"

#include <math.h>

/* A mask larger than this is not worth keeping: the label is a whole page. */
#define MOST_HALO_PIXELS (1 << 22)

struct _KhattLabel
{
  grefcount references;
  PangoLayout *layout;
  PangoRectangle extents; /* logical, in Pango units, from the baseline */
  KhattTypeface face;
  KhattDirection direction;
  gboolean is_elided;

  cairo_surface_t *halo;
  double halo_scale;
  double halo_radius;
  int halo_x;
  int halo_y;
};

static void
free_halo (KhattLabel *self)
{
  g_clear_pointer (&self->halo, cairo_surface_destroy);
}

static void
make_halo (KhattLabel *self, double radius, double scale)
{
  PangoLayoutLine *line = khatt_label_get_line (self);
  PangoRectangle ink;
  double x1, y1, x2, y2;

  pango_layout_line_get_extents (line, &ink, NULL);
  x1 = floor (pango_units_to_double (ink.x) * scale - radius * scale) - 1;
  y1 = floor (pango_units_to_double (ink.y) * scale - radius * scale) - 1;
  x2 = ceil (pango_units_to_double (ink.x + ink.width) * scale + radius * scale) + 1;
  y2 = ceil (pango_units_to_double (ink.y + ink.height) * scale + radius * scale) + 1;
  if ((x2 - x1) * (y2 - y1) > MOST_HALO_PIXELS)
    return;

  cairo_surface_t *letters =
      cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (x2 - x1), (int) (y2 - y1));
  cairo_t *cr = cairo_create (letters);

  cairo_translate (cr, -x1, -y1);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout_line (cr, line);
  cairo_destroy (cr);
  self->halo = khatt_halo_grow (letters, radius * scale);
  self->halo_x = (int) x1;
  self->halo_y = (int) y1;
  self->halo_scale = scale;
  self->halo_radius = radius;
  cairo_surface_destroy (letters);
}

/**
 * khatt_label_new_take:
 * @layout: (transfer full): a layout of one line
 * @face: how it is set
 * @direction: its base direction
 * @is_elided: whether text was left out
 *
 * Makes a label of a layout.
 *
 * Returns: (transfer full): the label
 */
KhattLabel *
khatt_label_new_take (PangoLayout *layout,
                      const KhattTypeface *face,
                      KhattDirection direction,
                      gboolean is_elided)
{
  KhattLabel *self = g_new0 (KhattLabel, 1);

  g_ref_count_init (&self->references);
  self->layout = layout;
  self->face = *face;
  self->direction = direction;
  self->is_elided = is_elided;
  pango_layout_line_get_extents (khatt_label_get_line (self), NULL, &self->extents);
  return self;
}

/**
 * khatt_label_ref:
 * @label: a label
 *
 * Keeps a label beyond its shaper's cache.
 *
 * Returns: (transfer full): the same label
 */
KhattLabel *
khatt_label_ref (const KhattLabel *label)
{
  KhattLabel *self = (KhattLabel *) label;

  g_ref_count_inc (&self->references);
  return self;
}

/**
 * khatt_label_unref:
 * @label: (transfer full): a label
 *
 * Gives a reference back.
 */
void
khatt_label_unref (const KhattLabel *label)
{
  KhattLabel *self = (KhattLabel *) label;

  if (!g_ref_count_dec (&self->references))
    return;
  free_halo (self);
  g_object_unref (self->layout);
  g_free (self);
}

/**
 * khatt_label_get_width:
 * @label: a label
 *
 * Gives the advance width.
 *
 * Returns: pixels
 */
double
khatt_label_get_width (const KhattLabel *label)
{
  return pango_units_to_double (label->extents.width);
}

/**
 * khatt_label_get_ascent:
 * @label: a label
 *
 * Gives the height of the line above its baseline.
 *
 * Returns: pixels
 */
double
khatt_label_get_ascent (const KhattLabel *label)
{
  return pango_units_to_double (PANGO_ASCENT (label->extents));
}

/**
 * khatt_label_get_descent:
 * @label: a label
 *
 * Gives the height of the line below its baseline.
 *
 * Returns: pixels
 */
double
khatt_label_get_descent (const KhattLabel *label)
{
  return pango_units_to_double (PANGO_DESCENT (label->extents));
}

/**
 * khatt_label_is_elided:
 * @label: a label
 *
 * Tells whether text was left out.
 *
 * Returns: %TRUE where it ends in an ellipsis of ours
 */
gboolean
khatt_label_is_elided (const KhattLabel *label)
{
  return label->is_elided;
}

/**
 * khatt_label_get_direction:
 * @label: a label
 *
 * Gives the base direction.
 *
 * Returns: that of the first strong character
 */
KhattDirection
khatt_label_get_direction (const KhattLabel *label)
{
  return label->direction;
}

/**
 * khatt_label_get_text:
 * @label: a label
 *
 * Gives what is shown, in logical order.
 *
 * Returns: the text, without control characters, cut, with its ellipsis
 */
const char *
khatt_label_get_text (const KhattLabel *label)
{
  return pango_layout_get_text (label->layout);
}

/**
 * khatt_label_get_typeface:
 * @label: a label
 *
 * Gives how it is set.
 *
 * Returns: size, weight and strike
 */
const KhattTypeface *
khatt_label_get_typeface (const KhattLabel *label)
{
  return &label->face;
}

/**
 * khatt_label_get_line:
 * @label: a label
 *
 * Gives the shaped line, for ink.
 *
 * Returns: (transfer none): the line
 */
PangoLayoutLine *
khatt_label_get_line (const KhattLabel *label)
{
  return pango_layout_get_line_readonly (label->layout, 0);
}

/**
 * khatt_label_get_halo:
 * @label: a label
 * @radius: how far the letters grow, in pixels
 * @scale: device pixels a pixel
 * @x: (out): where the mask's origin is from the origin of the line, in device pixels
 * @y: (out): the same, from the baseline
 *
 * Gives the letters grown by @radius as coverage. It is made at the first call and when @scale
 * changes.
 *
 * Returns: (transfer none) (nullable): an A8 surface; %NULL where it would be unreasonably large
 */
cairo_surface_t *
khatt_label_get_halo (const KhattLabel *label, double radius, double scale, int *x, int *y)
{
  KhattLabel *self = (KhattLabel *) label;

  if (self->halo == NULL || self->halo_scale != scale || self->halo_radius != radius)
    {
      free_halo (self);
      make_halo (self, radius, scale);
    }
  *x = self->halo_x;
  *y = self->halo_y;
  return self->halo;
}
