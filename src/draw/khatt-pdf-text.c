/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in PDF that can be searched and copied, Arabic included. A PDF page holds glyphs from left
 * to right with the characters each stands for, and readers turn right-to-left runs round again.
 * Shown whole, a run loses letters and comes out with its ligatures reversed. So every cluster is
 * shown by itself, in the order of the page, with its characters in the order of the page:
 *
 *     one character    its real glyphs
 *     a letter with    outlines that are no text, and over them one glyph for each letter,
 *     marks, a         as wide as its share, too faint to be seen
 *     ligature
 *
 * Marks shown as glyphs of their own would break words: readers take the gap for a space.
 */

#include "khatt-pdf-text.h"

#include <hb-ot.h>

/* More glyphs or letters than this in one cluster are not writing. */
#define MOST_IN_CLUSTER 64
/* Less than half a step of 8 bits: invisible, yet not left out by the PDF surface. */
#define INVISIBLE_ALPHA 0.004

/* One cluster of a run: the glyphs [first, first + count) and the bytes of text they stand for. */
typedef struct
{
  int first;
  int count;
  const char *text;
  int length;
  double width;
} Cluster;

typedef struct
{
  cairo_t *cr;
  cairo_scaled_font_t *font;
  hb_font_t *shapes;
  gboolean is_rtl;
  gboolean is_picture; /* the font's glyphs are pictures: no outlines, no colour of ours */
  double y;
} Pen;

static gboolean
is_mark (gunichar character)
{
  return g_unichar_ismark (character);
}

static int
count_letters (const char *text, int length)
{
  int n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    n += !is_mark (g_utf8_get_char (p));
  return n;
}

static char *
dup_reversed (const char *text, int length)
{
  return g_utf8_strreverse (text, length);
}

/* Marks come as clusters of their own, but belong to their letter. */
static int
find_letter_start (const PangoGlyphString *glyphs, const char *text, int glyph)
{
  int start = glyphs->log_clusters[glyph];

  while (start > 0 && is_mark (g_utf8_get_char (text + start)))
    start = (int) (g_utf8_prev_char (text + start) - text);
  return start;
}

/* The bytes of a cluster end where the logically next cluster begins. */
static int
find_cluster_end (const PangoGlyphString *glyphs, const char *text, int start, int item_length)
{
  int end = item_length;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const int other = find_letter_start (glyphs, text, i);

      if (other > start)
        end = MIN (end, other);
    }
  return end;
}

static int
find_glyphs_end (const PangoGlyphString *glyphs, const char *text, int first)
{
  const int start = find_letter_start (glyphs, text, first);
  int after = first + 1;

  while (after < glyphs->num_glyphs && find_letter_start (glyphs, text, after) == start)
    after++;
  return after;
}

/* Pango's glyphs of a cluster as Cairo's, from x; empty ones are left out. */
static int
place_glyphs (const PangoGlyphString *glyphs,
              const Cluster *cluster,
              double x,
              double y,
              cairo_glyph_t *placed)
{
  int n = 0;

  for (int i = cluster->first; i < cluster->first + cluster->count; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY && n < MOST_IN_CLUSTER)
        placed[n++] = (cairo_glyph_t){
          .index = info->glyph,
          .x = x + pango_units_to_double (info->geometry.x_offset),
          .y = y + pango_units_to_double (info->geometry.y_offset),
        };
      x += pango_units_to_double (info->geometry.width);
    }
  return n;
}

static void
use_font (const Pen *pen)
{
  cairo_matrix_t matrix;
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_scaled_font_get_font_matrix (pen->font, &matrix);
  cairo_scaled_font_get_font_options (pen->font, options);
  cairo_set_font_face (pen->cr, cairo_scaled_font_get_font_face (pen->font));
  cairo_set_font_matrix (pen->cr, &matrix);
  cairo_set_font_options (pen->cr, options);
  cairo_font_options_destroy (options);
}

static void
show_text (const Pen *pen, const char *text, const cairo_glyph_t *glyphs, int n_glyphs)
{
  const cairo_text_cluster_t cluster = { .num_bytes = (int) strlen (text), .num_glyphs = n_glyphs };

  cairo_show_text_glyphs (pen->cr, text, cluster.num_bytes, glyphs, n_glyphs, &cluster, 1,
                          (cairo_text_cluster_flags_t) 0);
}

/* One faint glyph for each letter, standing for it and its marks. */
static void
show_slices (const Pen *pen, const Cluster *cluster, double x)
{
  const int n_letters = count_letters (cluster->text, cluster->length);
  const double slice = cluster->width / n_letters;
  const char *end = cluster->text + cluster->length;
  const char *p = cluster->text;

  for (int i = 0; i < n_letters; i++)
    {
      const char *after = g_utf8_next_char (p);
      hb_codepoint_t nominal = 0;

      while (after < end && is_mark (g_utf8_get_char (after)))
        after = g_utf8_next_char (after);
      if (hb_font_get_nominal_glyph (pen->shapes, g_utf8_get_char (p), &nominal))
        {
          g_autofree char *text =
              pen->is_rtl ? dup_reversed (p, (int) (after - p)) : g_strndup (p, after - p);
          const cairo_glyph_t glyph = { .index = nominal };
          cairo_text_extents_t extents;
          const int place = pen->is_rtl ? n_letters - 1 - i : i;

          cairo_scaled_font_glyph_extents (pen->font, &glyph, 1, &extents);
          cairo_save (pen->cr);
          cairo_translate (pen->cr, x + place * slice, pen->y);
          if (extents.x_advance > 0)
            cairo_scale (pen->cr, slice / extents.x_advance, 1);
          show_text (pen, text, &glyph, 1);
          cairo_restore (pen->cr);
        }
      p = after;
    }
}

static void
show_outlines (const Pen *pen,
               const Cluster *cluster,
               const cairo_glyph_t *glyphs,
               int n_glyphs,
               double x)
{
  cairo_pattern_t *source = cairo_pattern_reference (cairo_get_source (pen->cr));
  double red = 0, green = 0, blue = 0, alpha = 1;

  cairo_new_path (pen->cr);
  cairo_glyph_path (pen->cr, glyphs, n_glyphs);
  cairo_fill (pen->cr);
  cairo_pattern_get_rgba (source, &red, &green, &blue, &alpha);
  cairo_set_source_rgba (pen->cr, red, green, blue, INVISIBLE_ALPHA);
  show_slices (pen, cluster, x);
  cairo_set_source (pen->cr, source);
  cairo_pattern_destroy (source);
}

static void
show_cluster (const Pen *pen, const PangoGlyphString *glyphs, const Cluster *cluster, double x)
{
  cairo_glyph_t placed[MOST_IN_CLUSTER];
  const int n_placed = place_glyphs (glyphs, cluster, x, pen->y, placed);

  if (n_placed == 0)
    return;
  if (!pen->is_picture && g_utf8_strlen (cluster->text, cluster->length) > 1)
    {
      show_outlines (pen, cluster, placed, n_placed, x);
      return;
    }

  g_autofree char *text = pen->is_rtl ? dup_reversed (cluster->text, cluster->length)
                                      : g_strndup (cluster->text, cluster->length);

  show_text (pen, text, placed, n_placed);
}

static gboolean
has_unknown_glyphs (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG &&
          glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_pictures (hb_font_t *font)
{
  hb_face_t *face = hb_font_get_face (font);

  return hb_ot_color_has_png (face) || hb_ot_color_has_layers (face) || hb_ot_color_has_svg (face);
}

static void
show_run (cairo_t *cr, const char *line_text, PangoLayoutRun *run, double x, double y)
{
  PangoGlyphString *glyphs = run->glyphs;
  PangoFont *font = run->item->analysis.font;
  const char *text = line_text + run->item->offset;
  Pen pen = {
    .cr = cr,
    .font = font != NULL ? pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)) : NULL,
    .is_rtl = run->item->analysis.level % 2 == 1,
    .y = y,
  };

  if (pen.font == NULL || has_unknown_glyphs (glyphs))
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_string (cr, font, glyphs);
      return;
    }
  pen.shapes = pango_font_get_hb_font (font);
  pen.is_picture = has_pictures (pen.shapes);
  use_font (&pen);
  for (int first = 0, after; first < glyphs->num_glyphs; first = after)
    {
      const int start = find_letter_start (glyphs, text, first);
      Cluster cluster = { .first = first, .text = text + start };

      after = find_glyphs_end (glyphs, text, first);
      cluster.count = after - first;
      cluster.length = find_cluster_end (glyphs, text, start, run->item->length) - start;
      for (int i = first; i < after; i++)
        cluster.width += pango_units_to_double (glyphs->glyphs[i].geometry.width);
      show_cluster (&pen, glyphs, &cluster, x);
      x += cluster.width;
    }
}

/**
 * khatt_pdf_text_show_line:
 * @cr: a context of a PDF surface, its source a colour
 * @line: a shaped line
 * @x: the least x of the line
 * @y: its baseline
 *
 * Shows a line as ink and as text that a reader of the file finds.
 */
void
khatt_pdf_text_show_line (cairo_t *cr, PangoLayoutLine *line, double x, double y)
{
  const char *text = pango_layout_get_text (line->layout);

  cairo_save (cr);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoLayoutRun *run = l->data;

      show_run (cr, text, run, x, y);
      x += pango_units_to_double (pango_glyph_string_get_width (run->glyphs));
    }
  cairo_restore (cr);
}
