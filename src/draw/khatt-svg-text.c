/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in SVG. Cairo writes letters as outlines; over them goes the text itself, wholly
 * transparent, so that it can be selected and searched and no pixel changes.
 */

#include "khatt-svg-text.h"

#include <math.h>

static void
append_number (GString *svg, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  g_string_append_printf (svg, " %s=\"%s\"", name, buffer);
}

/**
 * khatt_svg_text_append:
 * @svg: what was collected so far
 * @cr: the context that the label is shown on: its matrix places the text
 * @label: a label
 * @x: the least x of the label
 * @y: its baseline
 *
 * Adds a text element that covers a label.
 */
void
khatt_svg_text_append (GString *svg, cairo_t *cr, const KhattLabel *label, double x, double y)
{
  const gboolean is_rtl = khatt_label_get_direction (label) == KHATT_DIRECTION_RTL;
  const KhattTypeface *face = khatt_label_get_typeface (label);
  const double width = khatt_label_get_width (label);
  g_autofree char *escaped = g_markup_escape_text (khatt_label_get_text (label), -1);
  double scale_x = 1, scale_y = 0;

  if (*escaped == '\0')
    return;
  if (is_rtl)
    x += width;
  cairo_user_to_device (cr, &x, &y);
  cairo_user_to_device_distance (cr, &scale_x, &scale_y);

  const double scale = hypot (scale_x, scale_y);

  g_string_append (svg, "<text");
  append_number (svg, "x", x);
  append_number (svg, "y", y);
  append_number (svg, "font-size", face->size * scale);
  g_string_append_printf (svg, " font-weight=\"%d\"", face->weight);
  append_number (svg, "textLength", width * scale);
  g_string_append_printf (svg,
                          " lengthAdjust=\"spacingAndGlyphs\" direction=\"%s\""
                          " unicode-bidi=\"plaintext\" xml:space=\"preserve\">%s</text>\n",
                          is_rtl ? "rtl" : "ltr", escaped);
}

/**
 * khatt_svg_text_dup_group:
 * @svg: what was collected
 *
 * Wraps the text elements for the place before `</svg>`.
 *
 * Returns: (transfer full): a group that shows nothing
 */
char *
khatt_svg_text_dup_group (const GString *svg)
{
  return g_strdup_printf ("<g fill-opacity=\"0\" stroke=\"none\""
                          " font-family=\"'Noto Sans Arabic', 'Noto Sans', sans-serif\">\n%s</g>\n",
                          svg->str);
}
