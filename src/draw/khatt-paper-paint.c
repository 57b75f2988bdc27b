/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One sheet: the title and what time it shows above the picture; below it where to go on, the
 * legend, the number of the page and its place among the others. Where neighbours are to be glued
 * together, a dotted line says where the next one begins:
 *
 *     +-----------+             ticks outside and dots inside, at the same time on both pages
 *     |        :  |
 *     |        :  |             the next page, cut at its own ticks, is laid on it
 *     +-----------+
 */

#include "khatt-painter.h"
#include "khatt-paper-private.h"
#include "khatt-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TITLE_SIZE 19.0
#define TITLE_WEIGHT 700
#define SPAN_SIZE 12.5
#define FOOT_SIZE 11.0
#define PLACE_WEIGHT 700
#define WEIGHT_NORMAL 400
#define TITLE_BASELINE 22.0
#define TITLE_SHARE 0.62
#define HINT_BASELINE 21.0
#define FOOT_BASELINE 18.0
#define GAP 12.0
#define TICK_LENGTH 7.0
#define TICK_GAP 2.0
#define DOT_LENGTH 1.5
#define DOT_GAP 3.0
#define MAP_HEIGHT 16.0
#define MAP_CELL_WIDTH 9.0
#define MAP_MOST_ROWS 4
#define MAP_MOST_COLUMNS 24
#define HAIR 0.75

typedef struct
{
  KhattPaper *paper;
  const KhattPaperPlan *plan;
  KhattPaperPage place;
  guint page;
  const KhattPalette *palette;
  KhattInk *ink;
  cairo_t *cr;
  gboolean is_rtl;
} Sheet;

static void
set_color (const Sheet *sheet, const KhattColor *color)
{
  cairo_set_source_rgba (sheet->cr, color->red, color->green, color->blue, color->alpha);
}

/* Words at the start or the end of a line. */
typedef struct
{
  const char *words;
  double size;
  int weight;
  const KhattColor *color;
  double at; /* pixels from that side */
  gboolean is_at_end;
  double baseline;
  double most_width; /* 0: as wide as they are */
} Line;

/* Whatever the words' own script, the side is the sheet's. Returns their width. */
static double
show (const Sheet *sheet, const Line *line)
{
  const KhattTypeface face = { .size = line->size, .weight = line->weight };
  const KhattLabel *label =
      khatt_shaper_shape (khatt_ink_get_shaper (sheet->ink), line->words, &face,
                          line->most_width > 0 ? line->most_width : -1,
                          sheet->is_rtl ? KHATT_DIRECTION_RTL : KHATT_DIRECTION_LTR);
  const double width = khatt_label_get_width (label);
  const gboolean is_mirrored = sheet->is_rtl != line->is_at_end;
  const double x = is_mirrored ? sheet->plan->width - line->at - width : line->at;

  khatt_ink_show_label (sheet->ink, label, x, line->baseline, KHATT_ALIGN_LEAST, line->color, NULL);
  return width;
}

static char *
dup_number (const Sheet *sheet, guint number)
{
  return khatt_words_number (&sheet->paper->layout_params.words, number);
}

static char *
dup_span (const Sheet *sheet, const KhattScale *scale)
{
  const KhattLayoutParams *params = &sheet->paper->layout_params;
  const gint64 first = (gint64) khatt_scale_earliest (scale);
  const gint64 last = (gint64) khatt_scale_latest (scale) - 1;
  g_autofree char *span = khatt_words_span (&params->words, first, last, KHATT_CALENDAR_GREGORIAN);
  g_autofree char *second = NULL;

  if (params->second_calendar != KHATT_CALENDAR_NONE)
    second = khatt_words_span (&params->words, first, last, params->second_calendar);
  return second != NULL ? g_strdup_printf ("%s (%s)", span, second) : g_steal_pointer (&span);
}

static void
paint_head (const Sheet *sheet, const KhattScale *scale)
{
  const char *title = sheet->paper->title;
  double taken = 0;

  if (title != NULL && *title != '\0')
    taken = GAP + show (sheet, &(Line){ .words = title,
                                        .size = TITLE_SIZE,
                                        .weight = TITLE_WEIGHT,
                                        .color = &sheet->palette->text,
                                        .baseline = TITLE_BASELINE,
                                        .most_width = sheet->plan->width * TITLE_SHARE });
  if (scale != NULL)
    {
      g_autofree char *span = dup_span (sheet, scale);

      show (sheet, &(Line){ .words = span,
                            .size = SPAN_SIZE,
                            .weight = WEIGHT_NORMAL,
                            .color = &sheet->palette->dim,
                            .is_at_end = TRUE,
                            .baseline = TITLE_BASELINE,
                            .most_width = sheet->plan->width - taken });
    }
}

static void
line_between (const Sheet *sheet, double x, double y, double to_x, double to_y)
{
  cairo_move_to (sheet->cr, x, y);
  cairo_line_to (sheet->cr, to_x, to_y);
  cairo_stroke (sheet->cr);
}

static void
paint_ticks (const Sheet *sheet, double x, double bottom)
{
  line_between (sheet, x, -TICK_GAP, x, -TICK_GAP - TICK_LENGTH);
  line_between (sheet, x, bottom + TICK_GAP, x, bottom + TICK_GAP + TICK_LENGTH);
}

/* Where neighbours lie over this page, and where this one is cut to lie on another. */
static void
paint_cuts (const Sheet *sheet, const KhattLayout *layout)
{
  const double dots[] = { DOT_LENGTH, DOT_GAP };
  const KhattRect plot = khatt_layout_get_plot (layout);
  const double bottom = plot.y + plot.height;
  const gboolean later_is_greater = !sheet->is_rtl;
  const double earlier_edge = later_is_greater ? plot.x : plot.x + plot.width;
  const double next_edge =
      later_is_greater ? plot.x + sheet->plan->step : plot.x + plot.width - sheet->plan->step;

  if (sheet->plan->overlap <= 0)
    return;

  cairo_save (sheet->cr);
  set_color (sheet, &sheet->palette->dim);
  cairo_set_line_width (sheet->cr, HAIR);
  if (sheet->place.column > 0)
    paint_ticks (sheet, earlier_edge, bottom);
  if (sheet->place.column + 1 < sheet->plan->n_columns)
    paint_ticks (sheet, next_edge, bottom);
  cairo_set_dash (sheet->cr, dots, G_N_ELEMENTS (dots), 0);
  if (sheet->place.column + 1 < sheet->plan->n_columns)
    line_between (sheet, next_edge, 0, next_edge, bottom);
  if (sheet->place.row + 1 < sheet->plan->n_rows &&
      sheet->plan->lane_step < sheet->plan->lanes_a_page)
    {
      const guint last_lane = sheet->place.first_lane + sheet->place.n_lanes - 1;
      const double y = khatt_layout_get_lane (layout, last_lane).y;

      line_between (sheet, 0, y, sheet->plan->width, y);
    }
  cairo_restore (sheet->cr);
}

static void
paint_picture (const Sheet *sheet, const KhattLayout *layout)
{
  const KhattLayoutParams *params = khatt_layout_get_params (layout);

  cairo_save (sheet->cr);
  cairo_rectangle (sheet->cr, 0, 0, params->width, params->height);
  cairo_clip (sheet->cr);
  khatt_painter_paint (layout, sheet->palette, sheet->ink);
  cairo_restore (sheet->cr);

  set_color (sheet, &sheet->palette->line);
  cairo_set_line_width (sheet->cr, 1);
  cairo_rectangle (sheet->cr, 0.5, 0.5, params->width - 1, params->height - 1);
  cairo_stroke (sheet->cr);
  paint_cuts (sheet, layout);
}

/* Takes a format with one %s. */
static char *
dup_hint (const Sheet *sheet, const char *format, guint row, guint column)
{
  const guint page = row * sheet->plan->n_columns + column + 1;
  g_autofree char *number = dup_number (sheet, sheet->paper->n_before + page);
  GString *hint = g_string_new (format);

  g_string_replace (hint, "%s", number, 1);
  return g_string_free (hint, FALSE);
}

static char *
dup_lane_hints (const Sheet *sheet)
{
  const guint row = sheet->place.row, column = sheet->place.column;
  g_autofree char *above = NULL, *below = NULL;

  if (row > 0)
    /* Translators: on a printed page: which page has the lanes above those of this one. */
    above = dup_hint (sheet, _ ("Lanes above: page %s"), row - 1, column);
  if (row + 1 < sheet->plan->n_rows)
    /* Translators: on a printed page: which page has the lanes below those of this one. */
    below = dup_hint (sheet, _ ("Lanes below: page %s"), row + 1, column);
  if (above != NULL && below != NULL)
    return g_strdup_printf ("%s — %s", above, below);
  return above != NULL ? g_steal_pointer (&above) : g_steal_pointer (&below);
}

static char *
dup_omitted (const Sheet *sheet)
{
  const guint n = sheet->paper->n_omitted;
  g_autofree char *number = dup_number (sheet, n);

  if (n == 0)
    return NULL;
  /* Translators: on a printed page. %s is a number. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s lane has no room on this page",
                                       "%s lanes have no room on this page", n),
                          number);
}

static double
show_small (const Sheet *sheet, const char *words, double at, gboolean is_at_end, double baseline)
{
  return show (sheet, &(Line){ .words = words,
                               .size = FOOT_SIZE,
                               .weight = WEIGHT_NORMAL,
                               .color = &sheet->palette->dim,
                               .at = at,
                               .is_at_end = is_at_end,
                               .baseline = baseline });
}

/* Below the picture, each at the side where it goes on. */
static void
paint_hints (const Sheet *sheet, double y)
{
  const guint row = sheet->place.row, column = sheet->place.column;
  const double baseline = y + HINT_BASELINE;
  g_autofree char *lanes = dup_lane_hints (sheet);
  g_autofree char *omitted = dup_omitted (sheet);

  if (column > 0)
    {
      /* Translators: on a printed page: which page shows the time before. */
      g_autofree char *hint = dup_hint (sheet, _ ("Earlier: page %s"), row, column - 1);

      show_small (sheet, hint, 0, FALSE, baseline);
    }
  if (column + 1 < sheet->plan->n_columns)
    {
      /* Translators: on a printed page: which page shows the time after. */
      g_autofree char *hint = dup_hint (sheet, _ ("Later: page %s"), row, column + 1);

      show_small (sheet, hint, 0, TRUE, baseline);
    }
  if (lanes != NULL)
    show_small (sheet, lanes, sheet->plan->width / 3, FALSE, baseline);
  if (omitted != NULL)
    show_small (sheet, omitted, 0, FALSE, baseline);
}

static void
paint_legend (const Sheet *sheet, double y)
{
  const KhattDirection direction = sheet->paper->layout_params.scale.direction;
  double height;
  g_autoptr (GArray) items = khatt_paper_legend_place (
      khatt_arrangement_get_legend (sheet->paper->arrangement), khatt_ink_get_shaper (sheet->ink),
      direction, sheet->plan->width, &height);

  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, 0, y);
  khatt_paper_legend_paint (items, sheet->palette, direction, sheet->ink);
  cairo_restore (sheet->cr);
}

/* "B2": a letter for the row of pages, a number for the column. */
static char *
dup_place_name (const Sheet *sheet)
{
  /* Translators: the letters that count things, in order: rows of printed pages. */
  const char *letters = C_ ("rows of pages", "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const guint n = (guint) g_utf8_strlen (letters, -1);
  g_autofree char *number = dup_number (sheet, sheet->place.column + 1);
  GString *name = g_string_new (NULL);

  for (guint row = sheet->place.row + 1; row > 0; row = (row - 1) / n)
    {
      char letter[7] = "";

      g_unichar_to_utf8 (g_utf8_get_char (g_utf8_offset_to_pointer (letters, (row - 1) % n)),
                         letter);
      g_string_prepend (name, letter);
    }
  g_string_append (name, number);
  return g_string_free (name, FALSE);
}

/* All pages as small boxes as they lie side by side, this one filled. */
static void
paint_map (const Sheet *sheet, double bottom)
{
  const guint n_rows = sheet->plan->n_rows, n_columns = sheet->plan->n_columns;
  const double height = floor (MAP_HEIGHT / MAX (n_rows, 2));
  const double width = n_columns * MAP_CELL_WIDTH;
  const double top = bottom - height * n_rows;

  if (n_rows > MAP_MOST_ROWS || n_columns > MAP_MOST_COLUMNS)
    return;

  cairo_set_line_width (sheet->cr, HAIR);
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      const double from_end = width - (i % n_columns) * MAP_CELL_WIDTH;
      const double x = sheet->is_rtl ? from_end - MAP_CELL_WIDTH : sheet->plan->width - from_end;
      const gboolean is_here = i == sheet->place.row * n_columns + sheet->place.column;

      set_color (sheet, &sheet->palette->dim);
      cairo_rectangle (sheet->cr, x + 0.5, top + (i / n_columns) * height + 0.5, MAP_CELL_WIDTH - 2,
                       height - 2);
      if (is_here)
        cairo_fill_preserve (sheet->cr);
      cairo_stroke (sheet->cr);
    }
}

static void
paint_foot (const Sheet *sheet)
{
  const double baseline = sheet->plan->height - KHATT_PAPER_FOOT + FOOT_BASELINE;
  const guint n_pages = khatt_paper_get_n_pages (sheet->paper);
  g_autofree char *number = dup_number (sheet, sheet->paper->n_before + sheet->page + 1);
  g_autofree char *count = dup_number (sheet, sheet->paper->n_in_book);
  /* Translators: on a printed page: its number and how many there are. */
  g_autofree char *words = g_strdup_printf (_ ("Page %s of %s"), number, count);
  double taken;

  taken = show_small (sheet, words, 0, FALSE, baseline);
  if (n_pages == 1 && sheet->paper->work != NULL)
    show_small (sheet, sheet->paper->work, 0, TRUE, baseline);
  if (n_pages == 1 || sheet->place.is_legend)
    return;

  g_autofree char *place = dup_place_name (sheet);

  show (sheet, &(Line){ .words = place,
                        .size = FOOT_SIZE,
                        .weight = PLACE_WEIGHT,
                        .color = &sheet->palette->text,
                        .at = taken + GAP,
                        .baseline = baseline });
  paint_map (sheet, baseline + 2);
}

static void
paint_tile (const Sheet *sheet)
{
  g_autoptr (KhattLayout) layout = khatt_paper_lay_out (sheet->paper, sheet->page);
  const KhattLayoutParams *params = khatt_layout_get_params (layout);
  const double below = KHATT_PAPER_HEAD + params->height;

  paint_head (sheet, &params->scale);
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, 0, KHATT_PAPER_HEAD);
  paint_picture (sheet, layout);
  cairo_restore (sheet->cr);
  paint_hints (sheet, below);
  if (sheet->plan->legend_height > 0)
    paint_legend (sheet, below + KHATT_PAPER_HINTS + KHATT_PAPER_LEGEND_GAP / 2);
}

/**
 * khatt_paper_paint:
 * @paper: a paper
 * @page: below khatt_paper_get_n_pages()
 * @ink: where to paint, in points from the upper corner of the sheet
 *
 * Paints one sheet.
 */
void
khatt_paper_paint (KhattPaper *paper, guint page, KhattInk *ink)
{
  const KhattPaperPlan *plan = &paper->plan;
  const Sheet sheet = {
    .paper = paper,
    .plan = plan,
    .place = khatt_paper_get_page (paper, page),
    .page = page,
    .palette = khatt_palette_get (paper->params.style),
    .ink = ink,
    .cr = khatt_ink_get_cairo (ink),
    .is_rtl = paper->layout_params.scale.direction == KHATT_DIRECTION_RTL,
  };

  cairo_save (sheet.cr);
  if (paper->params.style != KHATT_STYLE_PRINT)
    {
      set_color (&sheet, &sheet.palette->window);
      cairo_rectangle (sheet.cr, 0, 0, paper->params.width, paper->params.height);
      cairo_fill (sheet.cr);
    }
  cairo_translate (sheet.cr, paper->params.margin, paper->params.margin);
  cairo_scale (sheet.cr, plan->points_per_pixel, plan->points_per_pixel);
  if (sheet.place.is_legend)
    {
      paint_head (&sheet, NULL);
      paint_legend (&sheet, KHATT_PAPER_HEAD);
    }
  else
    paint_tile (&sheet);
  paint_foot (&sheet);
  cairo_restore (sheet.cr);
}
