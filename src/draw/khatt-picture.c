/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures as bytes. Whoever paints does not know where the ink goes; nothing of when or where it
 * was made goes into the file, so the same picture is the same bytes.
 */

#include "khatt-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_PER_PIXEL 0.75
#define SVG_END "</svg>"

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be made: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static gboolean
check_size (double width, double height, GError **error)
{
  if (width >= 1 && height >= 1 && width <= KHATT_PICTURE_MOST_PIXELS &&
      height <= KHATT_PICTURE_MOST_PIXELS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("The picture would be %.0f × %.0f pixels; each side can have 1 to %d."), width,
               height, KHATT_PICTURE_MOST_PIXELS);
  return FALSE;
}

/* Returns the text of an SVG picture. */
static char *
paint_on (cairo_surface_t *surface, KhattInkMode mode, double scale, const KhattPicture *picture)
{
  cairo_t *cr = cairo_create (surface);
  KhattInk *ink = khatt_ink_new (cr, mode, picture->shaper);
  char *text;

  cairo_scale (cr, scale, scale);
  picture->paint (ink, picture->data);
  text = khatt_ink_dup_svg_text (ink);
  khatt_ink_free (ink);
  cairo_destroy (cr);
  return text;
}

/* Frees the surface. */
static GBytes *
finish (cairo_surface_t *surface, GByteArray *bytes, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return NULL;
  return g_bytes_new (bytes->data, bytes->len);
}

static GBytes *
write_png (const KhattPicture *picture, GError **error)
{
  const double scale = picture->pixel_scale > 0 ? picture->pixel_scale : 1;
  const double width = ceil (picture->width * scale);
  const double height = ceil (picture->height * scale);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = NULL;
  cairo_status_t status;

  if (!check_size (width, height, error))
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  g_free (paint_on (surface, KHATT_INK_PIXELS, scale, picture));
  status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  if (!check_status (status, error))
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  return finish (surface, bytes, error);
}

static gboolean
renumber (const GMatchInfo *match, GString *result, gpointer data)
{
  GHashTable *numbers = data;
  g_autofree char *name = g_match_info_fetch (match, 1);
  g_autofree char *number = g_match_info_fetch (match, 2);
  gpointer known = g_hash_table_lookup (numbers, number);

  if (known == NULL)
    {
      known = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_steal_pointer (&number), known);
    }
  g_string_append_printf (result, "%s%u", name, GPOINTER_TO_UINT (known));
  return FALSE;
}

/* Cairo counts surfaces through the life of a process and names elements after them. */
static char *
dup_renumbered (const char *svg)
{
  g_autoptr (GRegex) ids =
      g_regex_new ("([\"#](?:surface|image|source|recording)-?)([0-9]+)", 0, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_regex_replace_eval (ids, svg, -1, 0, 0, renumber, numbers, NULL);
}

/* The title goes first and the text last, where it lies over its outlines. */
static GBytes *
complete_svg (GBytes *outlines, const char *title, const char *text)
{
  gsize length;
  const char *start = g_bytes_get_data (outlines, &length);
  g_autofree char *written = g_strndup (start, length);
  g_autofree char *svg = dup_renumbered (written);
  char *root = strstr (svg, "<svg");
  char *end = g_strrstr (svg, SVG_END);
  char *inside = root != NULL ? strchr (root, '>') : NULL;
  GString *whole = g_string_new (NULL);

  if (inside == NULL || end == NULL)
    g_error ("Cairo's SVG has no root element.");
  g_string_append_len (whole, svg, inside + 1 - svg);
  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      g_string_append_printf (whole, "\n<title>%s</title>", escaped);
    }
  g_string_append_len (whole, inside + 1, end - inside - 1);
  g_string_append (whole, text);
  g_string_append (whole, SVG_END "\n");
  return g_string_free_to_bytes (whole);
}

static GBytes *
write_svg (const KhattPicture *picture, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) outlines = NULL;
  g_autofree char *text = NULL;
  cairo_surface_t *surface = NULL;

  if (!check_size (picture->width, picture->height, error))
    return NULL;
  surface =
      cairo_svg_surface_create_for_stream (append_bytes, bytes, picture->width, picture->height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  text = paint_on (surface, KHATT_INK_SVG_TEXT, 1, picture);
  outlines = finish (surface, bytes, error);
  return outlines != NULL ? complete_svg (outlines, picture->title, text) : NULL;
}

static cairo_surface_t *
create_pdf (GByteArray *bytes, double width, double height, const char *title)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Khatt");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  return surface;
}

static GBytes *
write_pdf (const KhattPicture *picture, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = NULL;

  if (!check_size (picture->width, picture->height, error))
    return NULL;
  surface = create_pdf (bytes, picture->width * POINTS_PER_PIXEL,
                        picture->height * POINTS_PER_PIXEL, picture->title);
  g_free (paint_on (surface, KHATT_INK_PDF_TEXT, POINTS_PER_PIXEL, picture));
  return finish (surface, bytes, error);
}

/**
 * khatt_picture_write:
 * @picture: a picture to be made
 * @error: return location
 *
 * Makes a picture. Text stays text: it can be searched and selected in SVG and PDF.
 *
 * Returns: (transfer full): the file; %NULL with %G_IO_ERROR_INVALID_ARGUMENT for a side without or
 * with too many pixels, %G_IO_ERROR_FAILED where Cairo fails
 */
GBytes *
khatt_picture_write (const KhattPicture *picture, GError **error)
{
  switch (picture->format)
    {
    case KHATT_PICTURE_PNG:
      return write_png (picture, error);
    case KHATT_PICTURE_SVG:
      return write_svg (picture, error);
    case KHATT_PICTURE_PDF:
    default:
      return write_pdf (picture, error);
    }
}

/**
 * khatt_picture_write_pages:
 * @pages: pages to be made
 * @error: return location
 *
 * Makes a PDF of several pages.
 *
 * Returns: (transfer full): the file; %NULL with %G_IO_ERROR_FAILED where Cairo fails
 */
GBytes *
khatt_picture_write_pages (const KhattPages *pages, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_pdf (bytes, pages->width, pages->height, pages->title);

  for (guint page = 0; page < pages->n_pages; page++)
    {
      cairo_t *cr = cairo_create (surface);
      KhattInk *ink = khatt_ink_new (cr, KHATT_INK_PDF_TEXT, pages->shaper);

      pages->paint (ink, page, pages->data);
      cairo_show_page (cr);
      khatt_ink_free (ink);
      cairo_destroy (cr);
    }
  return finish (surface, bytes, error);
}
