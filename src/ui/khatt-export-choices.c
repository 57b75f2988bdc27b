/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From what a person chose and what the window shows to a picture or to sheets of paper. What is on
 * the screen, selected or hovered, is not in it. */

#include "khatt-export-choices.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "khatt-countries.h"
#include "khatt-export-web.h"
#include "khatt-export.h"
#include "khatt-handout.h"

#define USUAL_WIDTH 1280
#define USUAL_PIXEL_SCALE 2
#define USUAL_COLUMNS 2

/**
 * khatt_export_choices_get_for_files:
 *
 * Returns: (transfer none): what was chosen last for a file
 */
KhattExportChoices *
khatt_export_choices_get_for_files (void)
{
  static KhattExportChoices choices = {
    .format = KHATT_PICTURE_PNG,
    .style = KHATT_STYLE_LIGHT,
    .pixel_scale = USUAL_PIXEL_SCALE,
    .spread = KHATT_PAPER_AS_NEEDED,
    .n_columns = USUAL_COLUMNS,
  };

  return &choices;
}

/**
 * khatt_export_choices_get_for_print:
 *
 * Returns: (transfer none): what was chosen last for a printer
 */
KhattExportChoices *
khatt_export_choices_get_for_print (void)
{
  static KhattExportChoices choices = {
    .format = KHATT_PICTURE_PDF,
    .style = KHATT_STYLE_PRINT,
    .spread = KHATT_PAPER_AS_NEEDED,
    .n_columns = USUAL_COLUMNS,
  };

  return &choices;
}

/**
 * khatt_export_choices_get_suffix:
 * @choices: choices
 *
 * Returns: what the name of such a file ends in, with its dot
 */
const char *
khatt_export_choices_get_suffix (const KhattExportChoices *choices)
{
  static const char *const suffixes[] = {
    [KHATT_PICTURE_PNG] = ".png",
    [KHATT_PICTURE_SVG] = ".svg",
    [KHATT_PICTURE_PDF] = ".pdf",
  };

  return choices->is_page ? ".html" : suffixes[choices->format];
}

/**
 * khatt_export_choices_are_scenes:
 * @choices: choices
 *
 * Returns: whether a page for each scene is wanted
 */
gboolean
khatt_export_choices_are_scenes (const KhattExportChoices *choices)
{
  return !choices->is_page && choices->format == KHATT_PICTURE_PDF && choices->wants_scenes;
}

/**
 * khatt_export_choices_is_on_paper:
 * @choices: choices
 *
 * Returns: whether sheets of paper are wanted
 */
gboolean
khatt_export_choices_is_on_paper (const KhattExportChoices *choices)
{
  return !choices->is_page && choices->format == KHATT_PICTURE_PDF &&
         choices->sheet != KHATT_EXPORT_SHEET_NONE;
}

static gboolean
fail_without_timeline (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("There is no timeline to draw yet."));
  return FALSE;
}

/* The view as it is, or as wide as it is with all events and all lanes. */
static gboolean
make_params (const KhattExportChoices *choices,
             KhattTimelineView *view,
             KhattLayoutParams *params,
             GError **error)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (view);
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (view);
  g_autoptr (KhattShaper) shaper = NULL;

  if (!layout || !arrangement)
    return fail_without_timeline (error);

  *params = *khatt_layout_get_params (layout);
  params->lit = NULL;
  params->selected = KHATT_SLOT_NONE;
  params->is_zooming = FALSE;
  params->is_still = TRUE;
  if (choices->is_view)
    return TRUE;

  shaper = khatt_shaper_new ();
  params->width = MAX (params->width, USUAL_WIDTH);
  params->is_narrow = FALSE;
  params->height = 0;
  params->scroll_y = 0;
  params->scale = khatt_layout_fit_all (arrangement, params, shaper);
  return TRUE;
}

/**
 * khatt_export_choices_measure:
 * @choices: choices
 * @view: what is shown
 * @width: (out): pixels of the file
 * @height: (out): pixels of the file
 *
 * Finds how large a picture would be.
 *
 * Returns: %FALSE where there is nothing to draw
 */
gboolean
khatt_export_choices_measure (const KhattExportChoices *choices,
                              KhattTimelineView *view,
                              int *width,
                              int *height)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattLayout) layout = NULL;
  KhattLayoutParams params;

  if (!make_params (choices, view, &params, NULL))
    return FALSE;
  /* Only a layout knows how high rows are at this zoom. */
  layout = khatt_layout_new (khatt_timeline_view_get_arrangement (view), &params, shaper);
  *width = (int) ceil (params.width * choices->pixel_scale);
  *height = (int) ceil (khatt_layout_get_params (layout)->height * choices->pixel_scale);
  return TRUE;
}

/* The lanes of which something is in view. */
static void
find_lanes (const KhattLayout *layout, KhattPaperParams *params)
{
  const KhattRect plot = khatt_layout_get_plot (layout);
  const guint first = khatt_layout_get_lane_at (layout, plot.y + 1);
  const guint last = khatt_layout_get_lane_at (layout, plot.y + plot.height - 1);

  if (first == G_MAXUINT)
    return;
  params->first_lane = first;
  if (last != G_MAXUINT)
    params->n_lanes = last - first + 1;
}

/**
 * khatt_export_choices_divide:
 * @choices: choices
 * @view: what is shown; outlives the paper
 * @sheet: width, height, margin and title
 * @error: return location
 *
 * Divides the timeline into sheets of any size.
 *
 * Returns: (transfer full): the paper; %NULL where there is nothing to draw, or no room for it
 */
KhattPaper *
khatt_export_choices_divide (const KhattExportChoices *choices,
                             KhattTimelineView *view,
                             const KhattPaperParams *sheet,
                             GError **error)
{
  KhattPaperParams params = *sheet;
  KhattLayoutParams layout_params;

  if (!make_params (choices, view, &layout_params, error))
    return NULL;

  params.overlap = KHATT_PAPER_OVERLAP * KHATT_POINTS_PER_MILLIMETRE;
  params.spread = choices->spread;
  params.n_columns = choices->n_columns;
  params.style = choices->style;
  if (choices->is_view)
    {
      params.has_span = khatt_timeline_view_get_visible_span (view, &params.first, &params.last);
      find_lanes (khatt_timeline_view_get_layout (view), &params);
    }
  return khatt_paper_new (khatt_timeline_view_get_arrangement (view), &layout_params, &params,
                          error);
}

/* As it is now: an arrangement may be of before the last scene was recorded. */
static KhattSnapshot *
ref_document (KhattTimelineView *view)
{
  return khatt_timeline_ref_snapshot (khatt_timeline_view_get_timeline (view));
}

static KhattCountryNames
get_country_names (KhattTimelineView *view)
{
  return (KhattCountryNames){ khatt_country_dup_name,
                              khatt_timeline_view_get_words (view)->language };
}

static KhattArrangementParams
get_lanes (KhattTimelineView *view, const KhattCountryNames *countries)
{
  return (KhattArrangementParams){
    .lanes_by = khatt_timeline_view_get_lanes_by (view),
    .countries = countries,
    .lanes = khatt_timeline_view_get_lane_settings (view),
  };
}

static KhattArrangement *
arrange (KhattTimelineView *view, KhattSnapshot *snapshot, const KhattFilter *filter)
{
  const KhattCountryNames countries = get_country_names (view);
  KhattArrangementParams params = get_lanes (view, &countries);

  params.filter = filter;
  return khatt_arrangement_new_with (snapshot, &params, NULL);
}

/* Without a sheet of paper it is a slide. */
static void
set_sheet (const KhattExportChoices *choices, KhattPaperParams *params)
{
  static const char *const names[] = {
    [KHATT_EXPORT_SHEET_A4] = "A4",
    [KHATT_EXPORT_SHEET_A3] = "A3",
    [KHATT_EXPORT_SHEET_LETTER] = "letter",
  };
  double shorter, longer;

  if (choices->sheet == KHATT_EXPORT_SHEET_NONE)
    {
      params->width = KHATT_SLIDE_WIDTH;
      params->height = KHATT_SLIDE_HEIGHT;
      params->margin = KHATT_SLIDE_MARGIN;
      return;
    }
  khatt_paper_size_from_name (names[choices->sheet], &shorter, &longer);
  params->width = choices->is_portrait ? shorter : longer;
  params->height = choices->is_portrait ? longer : shorter;
  params->margin = KHATT_PAPER_MARGIN * KHATT_POINTS_PER_MILLIMETRE;
}

/**
 * khatt_export_choices_make_paper:
 * @choices: choices that name a paper
 * @view: what is shown; outlives the paper
 * @title: (nullable): what stands on each sheet
 * @error: return location
 *
 * Divides the timeline into the sheets that were chosen.
 *
 * Returns: (transfer full): the paper; %NULL where there is nothing to draw, or no room for it
 */
KhattPaper *
khatt_export_choices_make_paper (const KhattExportChoices *choices,
                                 KhattTimelineView *view,
                                 const char *title,
                                 GError **error)
{
  KhattPaperParams sheet = { .title = title };

  g_return_val_if_fail (choices->sheet != KHATT_EXPORT_SHEET_NONE, NULL);

  set_sheet (choices, &sheet);
  return khatt_export_choices_divide (choices, view, &sheet, error);
}

/**
 * khatt_export_choices_make_book:
 * @choices: choices
 * @view: what is shown; outlives the book
 * @error: return location
 *
 * Lays out the scenes of the document, a page for each. What the window filters does not count:
 * a scene says itself what it shows.
 *
 * Returns: (transfer full): the book; %NULL where there is no scene to draw, or no room for it
 */
KhattSceneBook *
khatt_export_choices_make_book (const KhattExportChoices *choices,
                                KhattTimelineView *view,
                                GError **error)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  KhattPaperParams sheets = { .spread = KHATT_PAPER_ONE_PAGE, .style = choices->style };
  const KhattCountryNames countries = get_country_names (view);
  const KhattArrangementParams usual = get_lanes (view, &countries);
  KhattLayoutParams params;

  if (!khatt_timeline_view_get_timeline (view) || !khatt_timeline_view_get_layout (view))
    {
      fail_without_timeline (error);
      return NULL;
    }
  snapshot = ref_document (view);
  params = *khatt_layout_get_params (khatt_timeline_view_get_layout (view));
  set_sheet (choices, &sheets);
  return khatt_scene_book_new (snapshot, &usual, &params, &sheets, error);
}

/* What a page has of the document. */
static KhattHandout
make_handout (const KhattExportChoices *choices, KhattTimelineView *view, KhattFilter *filter)
{
  const KhattFilter *shown = khatt_timeline_view_get_filter (view);
  const KhattLayoutParams *params = khatt_layout_get_params (khatt_timeline_view_get_layout (view));
  const KhattHandout handout = {
    .filter = filter,
    .words = params->words,
    .second_calendar = params->second_calendar,
    .time_direction = params->scale.direction,
  };

  *filter = shown ? *shown : (KhattFilter){ 0 };
  if (choices->is_view)
    {
      gint64 first, last;

      if (khatt_timeline_view_get_visible_span (view, &first, &last))
        {
          filter->first = filter->has_period ? MAX (filter->first, first) : first;
          filter->last = filter->has_period ? MIN (filter->last, last) : last;
          filter->has_period = TRUE;
        }
    }
  return handout;
}

/**
 * khatt_export_choices_check_page:
 * @choices: choices
 * @view: what is shown
 * @error: return location
 *
 * Tells whether a web page has room for what was chosen.
 *
 * Returns: %FALSE where it has not, or there is nothing to draw
 */
gboolean
khatt_export_choices_check_page (const KhattExportChoices *choices,
                                 KhattTimelineView *view,
                                 GError **error)
{
  KhattFilter filter;
  KhattHandout handout;
  g_autoptr (KhattSnapshot) snapshot = NULL;

  if (!khatt_timeline_view_get_layout (view) || !khatt_timeline_view_get_timeline (view))
    return fail_without_timeline (error);
  snapshot = ref_document (view);
  handout = make_handout (choices, view, &filter);
  return khatt_handout_has_room (snapshot, &handout, error);
}

/* As wide as its labels need and as high as its lanes, whatever the window is. */
static GBytes *
write_page (const KhattExportChoices *choices, KhattTimelineView *view, GError **error)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattArrangement) arrangement = NULL;
  g_autoptr (KhattWebPicture) picture = NULL;
  KhattLayoutParams params;
  KhattFilter filter;
  KhattHandout handout;
  KhattWebSpan span;

  if (!khatt_export_choices_check_page (choices, view, error))
    return NULL;
  handout = make_handout (choices, view, &filter);
  params = *khatt_layout_get_params (khatt_timeline_view_get_layout (view));
  params.width = params.height = params.scroll_y = 0;
  params.text_scale = 1;
  params.is_narrow = FALSE;
  params.is_zooming = FALSE;
  params.today = KHATT_TIME_MIN;
  span = (KhattWebSpan){ filter.first, filter.last };
  snapshot = ref_document (view);
  arrangement = arrange (view, snapshot, khatt_timeline_view_get_filter (view));
  picture = khatt_export_web (arrangement, &params, choices->is_view ? &span : NULL, error);
  if (!picture)
    return NULL;
  handout.picture = picture;
  return khatt_handout_write (snapshot, &handout, error);
}

/**
 * khatt_export_choices_draw:
 * @choices: choices
 * @view: what is shown
 * @title: (nullable): of the file, and on each sheet
 * @error: return location
 *
 * Draws what was chosen.
 *
 * Returns: (transfer full): a file; %NULL where there is nothing to draw, or it would be too large
 */
GBytes *
khatt_export_choices_draw (const KhattExportChoices *choices,
                           KhattTimelineView *view,
                           const char *title,
                           GError **error)
{
  const KhattExportOptions options = {
    .format = choices->format,
    .pixel_scale = choices->pixel_scale,
    .style = choices->style,
    .title = title,
  };
  g_autoptr (KhattSceneBook) book = NULL;
  g_autoptr (KhattPaper) paper = NULL;
  KhattLayoutParams params;

  if (choices->is_page)
    return write_page (choices, view, error);
  if (khatt_export_choices_are_scenes (choices))
    {
      book = khatt_export_choices_make_book (choices, view, error);
      return book ? khatt_scene_book_write_pdf (book, error) : NULL;
    }
  if (khatt_export_choices_is_on_paper (choices))
    {
      paper = khatt_export_choices_make_paper (choices, view, title, error);
      return paper ? khatt_paper_write_pdf (paper, error) : NULL;
    }
  if (!make_params (choices, view, &params, error))
    return NULL;
  return khatt_export_picture (khatt_timeline_view_get_arrangement (view), &params, &options,
                               error);
}
