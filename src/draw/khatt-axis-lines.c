/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines between the cells of an axis: each goes down from tier 2 and is open where a text of a
 * row stands in its way.
 */

#include "khatt-axis-private.h"

#define CLEARANCE 3.0 /* from a line to a text */

static double
find_boundary (const KhattAxis *self, guint cell)
{
  return khatt_axis_find_distance (self, khatt_axis_get_cell (self, cell)->tick.first);
}

/* The first cell that begins after a distance. */
static guint
find_cell_after (const KhattAxis *self, double distance)
{
  guint from = 0;
  guint to = self->cells->len;

  while (from < to)
    {
      const guint at = from + (to - from) / 2;

      if (find_boundary (self, at) > distance)
        to = at;
      else
        from = at + 1;
    }
  return from;
}

/* Opens the boundaries that a text covers. */
static void
open_behind (const KhattAxis *self, const KhattAxisText *text, gboolean *is_open)
{
  const double clearance = CLEARANCE * self->text_scale;
  const double width = khatt_label_get_width (text->label);
  const double start = khatt_scale_sign (&self->scale) > 0
                           ? text->x - self->scale.start
                           : self->scale.start + self->scale.width - text->x - width;

  for (guint i = find_cell_after (self, start - clearance);
       i < self->cells->len && find_boundary (self, i) < start + width + clearance; i++)
    is_open[i] = TRUE;
}

static gboolean
stands_in (const KhattAxis *self, const KhattAxisText *text, KhattAxisRow row)
{
  return khatt_axis_find_row_top (self, text->row) == khatt_axis_find_row_top (self, row);
}

/* Where not every cell has room for its text, lines part what has some. */
static gboolean
parts_texts (const KhattAxis *self, const KhattAxisCell *cell)
{
  switch (self->manner.style)
    {
    case KHATT_AXIS_STYLE_EVERY_OTHER:
      return cell->is_major;
    case KHATT_AXIS_STYLE_AT_QUARTERS:
      return (cell->tick.month - 1) % KHATT_AXIS_MONTHS_PER_QUARTER == 0;
    default:
      return TRUE;
    }
}

static void
make_row (KhattAxis *self, KhattAxisRow row)
{
  g_autofree gboolean *is_open = g_new0 (gboolean, self->cells->len);

  for (guint i = 0; i < self->items->len; i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (self, i);

      if (stands_in (self, text, row))
        open_behind (self, text, is_open);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      const KhattAxisCell *cell = khatt_axis_get_cell (self, i);
      const KhattAxisLine line = {
        .x = cell->boundary_x,
        .top = khatt_axis_find_row_top (self, row),
        .bottom = khatt_axis_find_row_bottom (self, row),
      };

      if (!is_open[i] && parts_texts (self, cell))
        g_array_append_val (self->lines, line);
    }
}

/**
 * khatt_axis_make_lines:
 * @axis: an axis whose texts are made
 *
 * Makes the lines between cells.
 */
void
khatt_axis_make_lines (KhattAxis *axis)
{
  make_row (axis, KHATT_AXIS_TIER_2);
  if (axis->has_second_row)
    make_row (axis, KHATT_AXIS_SECOND);
}

/**
 * khatt_axis_get_n_lines:
 * @axis: an axis
 *
 * Counts the lines between its cells.
 *
 * Returns: their number
 */
guint
khatt_axis_get_n_lines (const KhattAxis *axis)
{
  return axis->lines->len;
}

/**
 * khatt_axis_get_line:
 * @axis: an axis
 * @index: from 0
 *
 * Gives a line between cells.
 *
 * Returns: (transfer none): the line
 */
const KhattAxisLine *
khatt_axis_get_line (const KhattAxis *axis, guint index)
{
  return &g_array_index (axis->lines, KhattAxisLine, index);
}
