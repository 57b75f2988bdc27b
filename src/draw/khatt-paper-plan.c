/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many sheets, and how large the picture is on them. Ways to do it are laid out and compared by
 * the labels that they have room for; no text becomes smaller than 7 points.
 *
 *   +--head--------------------+
 *   | axis                     |        a row of pages repeats the axis, a column of pages the
 *   | lanes             |<---->|        names of the lanes; what two pages share is at the later
 *   |                   overlap|        edge of the first, and is the last lane
 *   +--hints-------------------+
 *   | legend                   |
 *   +--foot--------------------+
 */

#include "khatt-layout-private.h"
#include "khatt-paper-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The smallest type is 10.5 pixels: 7 points. */
#define LEAST_POINTS_PER_PIXEL (7.0 / 10.5)
#define USUAL_POINTS_PER_PIXEL 0.75
#define MOST_POINTS_PER_PIXEL 0.875
/* Below it lanes have their names in the plot. */
#define LEAST_WIDTH_WITH_HEADERS 480
#define LEAST_WIDTH 200
/* More paper must be worth it: the first way with this share of the labels of the best. */
#define ENOUGH_LABELS 0.9
#define MOST_LEGEND_SHARE 0.25

typedef struct
{
  double points_per_pixel;
  gboolean is_compact;
  guint n_columns;
} Way;

static const Way one_page_ways[] = {
  { 1.0, FALSE, 1 },
  { MOST_POINTS_PER_PIXEL, FALSE, 1 },
  { USUAL_POINTS_PER_PIXEL, FALSE, 1 },
  { LEAST_POINTS_PER_PIXEL, FALSE, 1 },
  { USUAL_POINTS_PER_PIXEL, TRUE, 1 },
  { LEAST_POINTS_PER_PIXEL, TRUE, 1 },
};
/* Of tiles: the largest of those that need the fewest rows of pages. */
static const double tile_points_per_pixel[] = {
  MOST_POINTS_PER_PIXEL, 0.8, USUAL_POINTS_PER_PIXEL, 0.7, LEAST_POINTS_PER_PIXEL,
};
static const guint numbers_of_columns[] = { 1, 2, 3, 4, 6, 8, 12, 16, 24 };

static KhattLayoutParams
make_layout_params (const KhattPaper *paper, const KhattPaperPlan *plan)
{
  KhattLayoutParams params = paper->layout_params;

  params.width = plan->width;
  params.height = 0;
  params.scroll_y = 0;
  params.text_scale = 1;
  params.is_narrow = plan->is_narrow;
  params.is_compact = plan->is_compact;
  params.is_zooming = FALSE;
  params.is_still = TRUE;
  params.selected = KHATT_SLOT_NONE;
  return params;
}

static void
plan_legend (KhattPaper *paper, KhattPaperPlan *plan)
{
  double height;
  g_autoptr (GArray) items =
      khatt_paper_legend_place (khatt_arrangement_get_legend (paper->arrangement), paper->shaper,
                                paper->layout_params.scale.direction, plan->width, &height);

  if (height > plan->height * MOST_LEGEND_SHARE)
    plan->has_legend_page = paper->params.spread != KHATT_PAPER_ONE_PAGE;
  else if (items->len > 0)
    plan->legend_height = height + KHATT_PAPER_LEGEND_GAP;
}

/* FALSE where not one lane fits. */
static gboolean
plan_rows (const KhattPaper *paper, KhattPaperPlan *plan)
{
  const gboolean is_one = paper->params.spread == KHATT_PAPER_ONE_PAGE;
  double room = plan->height - KHATT_PAPER_HEAD - plan->axis_height - plan->legend_height -
                KHATT_PAPER_FOOT - KHATT_PAPER_HINTS;
  guint most = room >= plan->row_height ? (guint) (room / plan->row_height) : 0;
  guint shared = plan->overlap > 0 && most > 2 ? 1 : 0;

  plan->n_lanes = khatt_arrangement_get_n_lanes (paper->arrangement) - paper->params.first_lane;
  if (paper->params.n_lanes > 0)
    plan->n_lanes = MIN (plan->n_lanes, paper->params.n_lanes);
  if (most == 0)
    return FALSE;

  plan->n_rows = 1;
  if (is_one)
    plan->n_lanes = MIN (plan->n_lanes, most);
  else if (plan->n_lanes > most)
    plan->n_rows = (plan->n_lanes - shared + most - shared - 1) / (most - shared);
  /* Pages are filled evenly. */
  plan->lanes_a_page =
      (plan->n_lanes + (plan->n_rows - 1) * shared + plan->n_rows - 1) / plan->n_rows;
  plan->lane_step = plan->lanes_a_page - (plan->n_rows > 1 ? shared : 0);
  return TRUE;
}

/* The scale of all pages together, as if they were one. */
static void
plan_time (KhattPaper *paper, KhattPaperPlan *plan, double plot_width)
{
  KhattLayoutParams params = make_layout_params (paper, plan);

  plan->overlap = MIN (plan->overlap, floor (plot_width / 2));
  plan->step = plot_width - plan->overlap;
  params.width += plan->step * (plan->n_columns - 1);
  plan->scale = paper->params.has_span
                    ? khatt_layout_fit_span (paper->arrangement, &params, paper->shaper,
                                             paper->params.first, paper->params.last)
                    : khatt_layout_fit_all (paper->arrangement, &params, paper->shaper);
}

/* FALSE where the paper is too small. */
static gboolean
plan_way (KhattPaper *paper, const Way *way, KhattPaperPlan *plan)
{
  const KhattPaperParams *params = &paper->params;
  KhattLayoutParams layout_params;
  KhattFrame frame;

  *plan = (KhattPaperPlan){
    .points_per_pixel = way->points_per_pixel,
    .is_compact = way->is_compact,
    .n_columns = way->n_columns,
    .width = floor ((params->width - 2 * params->margin) / way->points_per_pixel),
    .height = floor ((params->height - 2 * params->margin) / way->points_per_pixel),
    .overlap = round (params->overlap / way->points_per_pixel),
  };
  plan->is_narrow = plan->width < LEAST_WIDTH_WITH_HEADERS;
  if (plan->width < LEAST_WIDTH)
    return FALSE;

  layout_params = make_layout_params (paper, plan);
  frame = khatt_frame_measure (paper->arrangement, &layout_params, paper->shaper);
  plan->axis_height = frame.axis.height;
  plan->row_height = frame.row_height;
  plan_time (paper, plan, frame.plot.width);
  plan_legend (paper, plan);
  return plan_rows (paper, plan);
}

static gboolean
has_marks (const KhattLayout *layout)
{
  guint n_lanes = layout->frame.n_lanes;
  guint n_with = 0;

  for (guint i = 0; i < n_lanes; i++)
    n_with += khatt_layout_get_lane_detail (layout, i) == KHATT_DETAIL_MARKS;
  return n_with * 2 >= n_lanes;
}

/* How many events have their label on one of the pages. */
static guint
count_labels (KhattPaper *paper)
{
  const guint n_pages = paper->plan.n_rows * paper->plan.n_columns;
  g_autoptr (GHashTable) labelled = g_hash_table_new (NULL, NULL);

  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (KhattLayout) layout = khatt_paper_lay_out (paper, page);

      if (!has_marks (layout))
        return 0;
      for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
        {
          const KhattMarkBox *box = khatt_layout_get_mark (layout, i);

          if (box->label.width > 0)
            g_hash_table_add (labelled, GUINT_TO_POINTER (box->slot + 1));
        }
    }
  return g_hash_table_size (labelled);
}

/* The first of the ways that nearly has the labels of the best. FALSE where none is possible. */
static gboolean
choose_way (KhattPaper *paper, const Way *ways, guint n_ways)
{
  g_autofree KhattPaperPlan *plans = g_new0 (KhattPaperPlan, n_ways);
  g_autofree guint *counts = g_new0 (guint, n_ways);
  guint n = 0;
  guint best = 0;
  guint most_lanes = 0;

  for (guint i = 0; i < n_ways; i++)
    {
      KhattPaperPlan *plan = &plans[n];

      if (!plan_way (paper, &ways[i], plan) ||
          plan->n_rows * plan->n_columns > KHATT_PAPER_MOST_PAGES)
        continue;
      /* Whether there is room for a lane counts for more than a label. */
      if (plan->n_lanes > most_lanes)
        n = best = 0;
      else if (plan->n_lanes < most_lanes)
        continue;
      most_lanes = MAX (most_lanes, plan->n_lanes);
      plans[n] = *plan;
      paper->plan = *plan;
      counts[n] = n_ways > 1 ? count_labels (paper) : 0;
      best = MAX (best, counts[n]);
      n++;
    }
  for (guint i = 0; i < n; i++)
    if (counts[i] >= best * ENOUGH_LABELS)
      {
        paper->plan = plans[i];
        return TRUE;
      }
  return FALSE;
}

static double
choose_tile_size (KhattPaper *paper, guint n_columns)
{
  double best = LEAST_POINTS_PER_PIXEL;
  guint least_rows = G_MAXUINT;

  for (gsize i = 0; i < G_N_ELEMENTS (tile_points_per_pixel); i++)
    {
      const Way way = { tile_points_per_pixel[i], FALSE, n_columns };
      KhattPaperPlan plan;

      if (!plan_way (paper, &way, &plan) || plan.n_rows >= least_rows)
        continue;
      best = way.points_per_pixel;
      least_rows = plan.n_rows;
    }
  return best;
}

/* As large as the lanes allow, and where that shows fewer labels, as usual. */
static guint
append_ways (KhattPaper *paper, Way *ways, guint n_ways, guint n_columns)
{
  const double size = choose_tile_size (paper, n_columns);

  ways[n_ways++] = (Way){ size, FALSE, n_columns };
  if (size > USUAL_POINTS_PER_PIXEL)
    ways[n_ways++] = (Way){ USUAL_POINTS_PER_PIXEL, FALSE, n_columns };
  return n_ways;
}

static gboolean
choose (KhattPaper *paper)
{
  Way ways[2 * G_N_ELEMENTS (numbers_of_columns)];
  guint n_ways = 0;

  switch (paper->params.spread)
    {
    case KHATT_PAPER_ONE_PAGE:
      return choose_way (paper, one_page_ways, G_N_ELEMENTS (one_page_ways));
    case KHATT_PAPER_COUNTED:
      n_ways = append_ways (paper, ways, n_ways,
                            CLAMP (paper->params.n_columns, 1, KHATT_PAPER_MOST_COLUMNS));
      break;
    case KHATT_PAPER_AS_NEEDED:
    default:
      for (guint i = 0; i < G_N_ELEMENTS (numbers_of_columns); i++)
        n_ways = append_ways (paper, ways, n_ways, numbers_of_columns[i]);
      break;
    }
  return choose_way (paper, ways, n_ways);
}

/**
 * khatt_paper_plan:
 * @paper: a paper with its parameters
 * @error: return location
 *
 * Finds how the sheets divide the picture.
 *
 * Returns: %FALSE with %G_IO_ERROR_INVALID_ARGUMENT where the sheets are too small, or there would
 * be more than %KHATT_PAPER_MOST_PAGES
 */
gboolean
khatt_paper_plan (KhattPaper *paper, GError **error)
{
  guint n_lanes = khatt_arrangement_get_n_lanes (paper->arrangement) - paper->params.first_lane;

  if (paper->params.n_lanes > 0)
    n_lanes = MIN (n_lanes, paper->params.n_lanes);
  if (!choose (paper))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("The paper is too small, or more than %d pages would be needed."),
                   KHATT_PAPER_MOST_PAGES);
      return FALSE;
    }
  paper->n_omitted = n_lanes - paper->plan.n_lanes;
  return TRUE;
}

/**
 * khatt_paper_lay_out:
 * @paper: a paper
 * @page: below khatt_paper_get_n_pages(), none of the legend alone
 *
 * Lays out what one page shows of the timeline. Its coordinates are pixels from the upper corner of
 * the picture on the page.
 *
 * Returns: (transfer full): the layout
 */
KhattLayout *
khatt_paper_lay_out (KhattPaper *paper, guint page)
{
  const KhattPaperPlan *plan = &paper->plan;
  const KhattPaperPage place = khatt_paper_get_page (paper, page);
  KhattLayoutParams params = make_layout_params (paper, plan);
  KhattFrame frame;

  frame = khatt_frame_measure (paper->arrangement, &params, paper->shaper);
  params.scroll_y = khatt_frame_get_offset (&frame, place.first_lane);
  params.height = plan->axis_height +
                  khatt_frame_get_offset (&frame, place.first_lane + place.n_lanes) -
                  params.scroll_y;
  params.scale = plan->scale;
  params.scale.origin += place.column * plan->step / plan->scale.pixels_per_second;
  return khatt_layout_new (paper->arrangement, &params, paper->shaper);
}
