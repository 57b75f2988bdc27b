/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timeline as a picture file: the window's layout and the window's painter, on another surface.
 * So an export cannot differ from what was on the screen.
 */

#include "khatt-export.h"

typedef struct
{
  const KhattLayout *layout;
  const KhattPalette *palette;
} Painting;

static void
paint_layout (KhattInk *ink, gpointer data)
{
  const Painting *painting = data;

  khatt_painter_paint (painting->layout, painting->palette, ink);
}

/**
 * khatt_picture_format_from_file_name:
 * @name: a file name
 * @format: (out): what its ending stands for
 *
 * Tells the format of a picture by the end of its name: `.png`, `.svg`, `.pdf`, in small letters or
 * capitals.
 *
 * Returns: %FALSE for any other name
 */
gboolean
khatt_picture_format_from_file_name (const char *name, KhattPictureFormat *format)
{
  static const struct
  {
    const char *ending;
    KhattPictureFormat format;
  } endings[] = {
    { ".png", KHATT_PICTURE_PNG },
    { ".svg", KHATT_PICTURE_SVG },
    { ".pdf", KHATT_PICTURE_PDF },
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i].ending))
        {
          *format = endings[i].format;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * khatt_export_picture:
 * @arrangement: what is drawn
 * @params: the view; a height of 0 is as high as all lanes need
 * @options: format, style, title
 * @error: return location
 *
 * Draws a timeline into a file's bytes. Needs no screen and no main loop; may run in a thread.
 *
 * Returns: (transfer full): the file; %NULL with %G_IO_ERROR_INVALID_ARGUMENT where it would be too
 * large
 */
GBytes *
khatt_export_picture (KhattArrangement *arrangement,
                      const KhattLayoutParams *params,
                      const KhattExportOptions *options,
                      GError **error)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  KhattLayout *layout = khatt_layout_new (arrangement, params, shaper);
  Painting painting = { .layout = layout, .palette = khatt_palette_get (options->style) };
  const KhattPicture sheet = {
    .format = options->format,
    .width = khatt_layout_get_params (layout)->width,
    .height = khatt_layout_get_params (layout)->height,
    .pixel_scale = options->pixel_scale,
    .title = options->title,
    .shaper = shaper,
    .paint = paint_layout,
    .data = &painting,
  };
  GBytes *file = khatt_picture_write (&sheet, error);

  khatt_layout_free (layout);
  return file;
}
