/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of the path syntax of SVG that our own shapes are written in: absolute M L H V C Z, and
 * A of circles. Shapes stay readable strings in one table that any drawing program can open.
 */

#include "khatt-svg-path.h"

#include <math.h>

#define MOST_NUMBERS 7 /* of an arc */

static int
count_numbers (char command)
{
  switch (command)
    {
    case 'Z':
      return 0;
    case 'H':
    case 'V':
      return 1;
    case 'M':
    case 'L':
      return 2;
    case 'C':
      return 6;
    case 'A':
      return MOST_NUMBERS;
    default:
      return -1;
    }
}

static gboolean
read_number (const char **cursor, double *number)
{
  char *end = NULL;

  while (**cursor == ' ' || **cursor == ',')
    (*cursor)++;
  *number = g_ascii_strtod (*cursor, &end);
  if (end == *cursor)
    return FALSE;
  *cursor = end;
  return TRUE;
}

/* From end points to centre, SVG 1.1 appendix F.6.5, with rx = ry. */
static void
add_arc (cairo_t *cr, double radius, gboolean is_large, gboolean is_clockwise, double x, double y)
{
  double from_x, from_y;

  cairo_get_current_point (cr, &from_x, &from_y);

  const double dx = (x - from_x) / 2;
  const double dy = (y - from_y) / 2;
  const double half = hypot (dx, dy);
  const double rise = sqrt (fmax (0, radius * radius - half * half));
  const double side = is_large == is_clockwise ? 1 : -1;
  const double center_x = from_x + dx + (half > 0 ? side * rise * dy / half : 0);
  const double center_y = from_y + dy - (half > 0 ? side * rise * dx / half : 0);
  const double from = atan2 (from_y - center_y, from_x - center_x);
  const double to = atan2 (y - center_y, x - center_x);

  if (is_clockwise)
    cairo_arc (cr, center_x, center_y, fmax (radius, half), from, to);
  else
    cairo_arc_negative (cr, center_x, center_y, fmax (radius, half), from, to);
}

static void
add_segment (cairo_t *cr, char command, const double *n)
{
  double x = 0, y = 0;

  if (cairo_has_current_point (cr))
    cairo_get_current_point (cr, &x, &y);
  switch (command)
    {
    case 'M':
      cairo_move_to (cr, n[0], n[1]);
      break;
    case 'L':
      cairo_line_to (cr, n[0], n[1]);
      break;
    case 'H':
      cairo_line_to (cr, n[0], y);
      break;
    case 'V':
      cairo_line_to (cr, x, n[0]);
      break;
    case 'C':
      cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
      break;
    case 'A':
      add_arc (cr, n[0], n[3] != 0, n[4] != 0, n[5], n[6]);
      break;
    default:
      cairo_close_path (cr);
      break;
    }
}

/**
 * khatt_svg_path_add:
 * @cr: a context
 * @data: path data, SVG 1.1 section 8.3: absolute M L H V C Z, and A with equal radii
 *
 * Adds a path to the current path of @cr. A letter stands before every segment.
 *
 * Returns: %FALSE at the first thing that is not understood; what came before it has been added
 */
gboolean
khatt_svg_path_add (cairo_t *cr, const char *data)
{
  const char *cursor = data;

  while (*cursor != '\0')
    {
      const char command = *cursor++;
      const int n_numbers = count_numbers (command);
      double numbers[MOST_NUMBERS] = { 0 };

      if (command == ' ')
        continue;
      if (n_numbers < 0)
        return FALSE;
      for (int i = 0; i < n_numbers; i++)
        {
          if (!read_number (&cursor, &numbers[i]))
            return FALSE;
        }
      if (command == 'A' && numbers[0] != numbers[1])
        return FALSE;
      add_segment (cr, command, numbers);
    }
  return TRUE;
}
