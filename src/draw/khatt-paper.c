/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timeline on sheets of paper: a grid of pages, time along its columns, lanes down its rows. Each
 * page has a layout of its own, so that no label is cut at its edge.
 */

#include "khatt-paper.h"

#include "khatt-paper-private.h"
#include "khatt-picture.h"

/* With a page for the legend. */
static guint
count_tiles (const KhattPaper *paper)
{
  return paper->plan.n_rows * paper->plan.n_columns;
}

static void
paint_page (KhattInk *ink, guint page, gpointer data)
{
  khatt_paper_paint (data, page, ink);
}

/**
 * khatt_paper_new:
 * @arrangement: what is drawn
 * @layout_params: words, calendars, direction and the day of today; its pointers are borrowed for
 * the life of the paper
 * @params: the sheets
 * @error: return location
 *
 * Divides a timeline into sheets. Needs no screen.
 *
 * Returns: (transfer full): the paper; %NULL with %G_IO_ERROR_INVALID_ARGUMENT where the sheets are
 * too small, or too many
 */
KhattPaper *
khatt_paper_new (KhattArrangement *arrangement,
                 const KhattLayoutParams *layout_params,
                 const KhattPaperParams *params,
                 GError **error)
{
  g_autoptr (KhattPaper) paper = g_new0 (KhattPaper, 1);
  const guint n_lanes = khatt_arrangement_get_n_lanes (arrangement);

  paper->arrangement = khatt_arrangement_ref (arrangement);
  paper->layout_params = *layout_params;
  paper->params = *params;
  paper->params.first_lane = MIN (params->first_lane, n_lanes);
  paper->title = g_strdup (params->title);
  paper->params.title = paper->title;
  paper->work = g_strdup (params->work);
  paper->params.work = paper->work;
  paper->shaper = khatt_shaper_new ();
  if (!khatt_paper_plan (paper, error))
    return NULL;
  paper->n_in_book = khatt_paper_get_n_pages (paper);
  return g_steal_pointer (&paper);
}

/**
 * khatt_paper_free:
 * @paper: (transfer full): a paper
 *
 * Frees it.
 */
void
khatt_paper_free (KhattPaper *paper)
{
  khatt_arrangement_unref (paper->arrangement);
  khatt_shaper_free (paper->shaper);
  g_free (paper->title);
  g_free (paper->work);
  g_free (paper);
}

/**
 * khatt_paper_get_n_pages:
 * @paper: a paper
 *
 * Returns: how many sheets there are in all
 */
guint
khatt_paper_get_n_pages (const KhattPaper *paper)
{
  return count_tiles (paper) + (paper->plan.has_legend_page ? 1 : 0);
}

/**
 * khatt_paper_get_n_columns:
 * @paper: a paper
 *
 * Returns: how many sheets lie side by side, along time
 */
guint
khatt_paper_get_n_columns (const KhattPaper *paper)
{
  return paper->plan.n_columns;
}

/**
 * khatt_paper_get_n_rows:
 * @paper: a paper
 *
 * Returns: how many sheets the lanes take
 */
guint
khatt_paper_get_n_rows (const KhattPaper *paper)
{
  return paper->plan.n_rows;
}

/**
 * khatt_paper_get_n_omitted:
 * @paper: a paper
 *
 * Returns: how many lanes one page had no room for
 */
guint
khatt_paper_get_n_omitted (const KhattPaper *paper)
{
  return paper->n_omitted;
}

/**
 * khatt_paper_get_points_per_pixel:
 * @paper: a paper
 *
 * Returns: how large a pixel of a layout is on paper
 */
double
khatt_paper_get_points_per_pixel (const KhattPaper *paper)
{
  return paper->plan.points_per_pixel;
}

/**
 * khatt_paper_set_place_in_book:
 * @paper: a paper
 * @n_before: pages of the book before it
 * @n_in_all: pages of the book
 *
 * Lets the numbers of the pages be those of a book that the paper is a part of.
 */
void
khatt_paper_set_place_in_book (KhattPaper *paper, guint n_before, guint n_in_all)
{
  paper->n_before = n_before;
  paper->n_in_book = n_in_all;
}

/**
 * khatt_paper_get_page:
 * @paper: a paper
 * @page: below khatt_paper_get_n_pages()
 *
 * Returns: which part of the whole it shows
 */
KhattPaperPage
khatt_paper_get_page (const KhattPaper *paper, guint page)
{
  const KhattPaperPlan *plan = &paper->plan;
  KhattPaperPage place = { .is_legend = page >= count_tiles (paper) };
  guint lane;

  if (place.is_legend)
    return place;

  place.row = page / plan->n_columns;
  place.column = page % plan->n_columns;
  lane = place.row * plan->lane_step;
  place.first_lane = paper->params.first_lane + lane;
  place.n_lanes = MIN (plan->lanes_a_page, plan->n_lanes - lane);
  return place;
}

/**
 * khatt_paper_get_shaper:
 * @paper: a paper
 *
 * Returns: (transfer none): who shapes its text; for the ink that paints it
 */
KhattShaper *
khatt_paper_get_shaper (KhattPaper *paper)
{
  return paper->shaper;
}

/**
 * khatt_paper_write_pdf:
 * @paper: a paper
 * @error: return location
 *
 * Writes all sheets as one document. Its text can be searched and selected.
 *
 * Returns: (transfer full): the file; %NULL with %G_IO_ERROR_FAILED where Cairo fails
 */
GBytes *
khatt_paper_write_pdf (KhattPaper *paper, GError **error)
{
  const KhattPages pages = {
    .width = paper->params.width,
    .height = paper->params.height,
    .n_pages = khatt_paper_get_n_pages (paper),
    .title = paper->title,
    .shaper = paper->shaper,
    .paint = paint_page,
    .data = paper,
  };

  return khatt_picture_write_pages (&pages, error);
}

/**
 * khatt_paper_size_from_name:
 * @name: a name, in small letters or capitals
 * @width: (out): points
 * @height: (out): points, the longer side
 *
 * Looks up a size of paper.
 *
 * Returns: %FALSE for an unknown name
 */
gboolean
khatt_paper_size_from_name (const char *name, double *width, double *height)
{
  static const struct
  {
    const char *name;
    double width; /* millimetres */
    double height;
  } sizes[] = {
    { "a4", 210, 297 },
    { "a3", 297, 420 },
    { "letter", 215.9, 279.4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (name, sizes[i].name) == 0)
      {
        *width = sizes[i].width * KHATT_POINTS_PER_MILLIMETRE;
        *height = sizes[i].height * KHATT_POINTS_PER_MILLIMETRE;
        return TRUE;
      }
  return FALSE;
}
