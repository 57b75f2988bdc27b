/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One shaped line of text. Holding the Pango layout rather than text makes painting a frame cheap:
 * shaping two hundred labels anew takes four times as long as showing them.
 */

#include "khatt-label.h"

struct _KhattLabel
{
  grefcount references;
  PangoLayout *layout;
  PangoRectangle extents; /* logical, in Pango units, from the baseline */
  KhattTypeface face;
  KhattDirection direction;
  gboolean is_elided;
  guint64 number;
};

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
  static gsize last_number = 0;
  KhattLabel *self = g_new0 (KhattLabel, 1);

  self->number = (guint64) g_atomic_pointer_add (&last_number, 1) + 1;
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
 * khatt_label_get_number:
 * @label: a label
 *
 * Tells labels apart, for whoever remembers something of them longer than they live.
 *
 * Returns: a number that no other label of the process has
 */
guint64
khatt_label_get_number (const KhattLabel *label)
{
  return label->number;
}

/**
 * khatt_label_find_break:
 * @label: a label
 * @width: pixels
 *
 * Finds where the text would go on in a second line.
 *
 * Returns: the byte of its text that the second line would begin with; the text's length where
 *   there is none
 */
gsize
khatt_label_find_break (const KhattLabel *label, double width)
{
  g_autoptr (PangoLayout) broken = pango_layout_copy (label->layout);

  pango_layout_set_wrap (broken, PANGO_WRAP_WORD);
  pango_layout_set_width (broken, pango_units_from_double (width));
  return (gsize) pango_layout_get_line_readonly (broken, 0)->length;
}
