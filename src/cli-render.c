/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * khatt-cli render: the picture the window shows, as a file.
 */

#include "cli.h"

#include "cli-handout.h"
#include "cli-paper.h"
#include "cli-scenes.h"
#include "khatt-countries.h"
#include "khatt-export.h"
#include "khatt-lanes-by.h"
#include "khatt-words.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define DEFAULT_WIDTH 1280
#define SIZE_MIN 64
#define SCALE_MIN 0.25
#define SCALE_MAX 8
/* Cairo's surfaces reach no further. */
#define SIZE_MAX_PIXELS 32767

typedef struct
{
  KhattCliInput input;
  char *output;
  char *to;
  char *size;
  char *scale;
  char *direction;
  char *calendar;
  char *style;
  char *span;
  char *lanes;
  char **actors;
  char **kinds;
  char **pinned;
  char **collapsed;
  char **hidden;
  gboolean wants_scenes;
  KhattCliPaper paper;
} RenderOptions;

/* What the options mean. */
typedef struct
{
  KhattPictureFormat format;
  gboolean is_page; /* of the web; there is no format then */
  KhattStyle style;
  double pixel_scale;
  int width;
  int height; /* 0: as high as the lanes need */
  gboolean has_direction;
  KhattDirection direction;
  gboolean has_calendar;
  KhattCalendar calendar;
  KhattDate span; /* not known: all that is dated */
  KhattLanesBy lanes_by;
  KhattFilter filter;
  KhattLaneSettings lanes;
  gboolean has_scenes;    /* one by one, instead of the whole */
  KhattPaperParams paper; /* without a width: one page as large as the picture */
} RenderPlan;

static void
render_options_clear (RenderOptions *options)
{
  khatt_cli_input_clear (&options->input);
  g_free (options->output);
  g_free (options->to);
  g_free (options->size);
  g_free (options->scale);
  g_free (options->direction);
  g_free (options->calendar);
  g_free (options->style);
  g_free (options->span);
  g_free (options->lanes);
  g_strfreev (options->actors);
  g_strfreev (options->kinds);
  g_strfreev (options->pinned);
  g_strfreev (options->collapsed);
  g_strfreev (options->hidden);
  khatt_cli_paper_clear (&options->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RenderOptions, render_options_clear)

static gboolean
parse_size (const char *text, RenderPlan *plan)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 3);
  gint64 width;
  gint64 height;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_signed (parts[0], 10, SIZE_MIN, SIZE_MAX_PIXELS, &width, NULL) ||
      !g_ascii_string_to_signed (parts[1], 10, SIZE_MIN, SIZE_MAX_PIXELS, &height, NULL))
    return FALSE;
  plan->width = (int) width;
  plan->height = (int) height;
  return TRUE;
}

static gboolean
parse_scale (const char *text, RenderPlan *plan)
{
  char *end = NULL;

  plan->pixel_scale = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && plan->pixel_scale >= SCALE_MIN &&
         plan->pixel_scale <= SCALE_MAX;
}

static gboolean
parse_direction (const char *text, RenderPlan *plan)
{
  plan->has_direction = TRUE;
  plan->direction = g_str_equal (text, "rtl") ? KHATT_DIRECTION_RTL : KHATT_DIRECTION_LTR;
  return g_str_equal (text, "rtl") || g_str_equal (text, "ltr");
}

static gboolean
parse_calendar (const char *text, RenderPlan *plan)
{
  plan->has_calendar = TRUE;
  plan->calendar = khatt_calendar_from_name (text);
  return plan->calendar > KHATT_CALENDAR_GREGORIAN || g_str_equal (text, "none");
}

static gboolean
parse_style (const char *text, RenderPlan *plan)
{
  return khatt_style_from_name (text, &plan->style);
}

static gboolean
parse_span (const char *text, RenderPlan *plan)
{
  return khatt_date_parse (text, -1, &plan->span, NULL) &&
         khatt_date_first (&plan->span) != KHATT_TIME_MIN &&
         khatt_date_last (&plan->span) != KHATT_TIME_MAX;
}

static gboolean
parse_lanes (const char *text, RenderPlan *plan)
{
  return khatt_lanes_by_from_name (text, &plan->lanes_by);
}

static gboolean
parse_kinds (const RenderOptions *options, RenderPlan *plan)
{
  for (gsize i = 0; options->kinds != NULL && options->kinds[i] != NULL; i++)
    {
      KhattKind kind;

      if (!khatt_kind_from_name (options->kinds[i], &kind))
        {
          khatt_cli_refuse (_ ("%s=%s cannot be used; expected: %s."), "--kind", options->kinds[i],
                            "call, meeting, visit, statement, announcement, message, agreement, "
                            "offer, other");
          return FALSE;
        }
      plan->filter.kinds |= 1u << kind;
    }
  return TRUE;
}

static gboolean
parse_format (const RenderOptions *options, RenderPlan *plan)
{
  g_autofree char *name = NULL;

  name = options->to != NULL ? g_strconcat (".", options->to, NULL)
                             : g_ascii_strdown (options->output, -1);
  plan->is_page = g_str_has_suffix (name, ".html");
  return plan->is_page || khatt_picture_format_from_file_name (name, &plan->format);
}

/* A page is light or dark as whoever reads it likes, and as high as it needs to be. */
static gboolean
check_page (const RenderOptions *options, const RenderPlan *plan)
{
  if (!plan->is_page || (options->style == NULL && options->scale == NULL && options->size == NULL))
    return TRUE;
  khatt_cli_refuse (_ ("A web page goes without “--style”, “--scale” and “--size”."));
  return FALSE;
}

/* A scene says itself what it shows; without paper it is a slide. */
static gboolean
parse_scenes (const RenderOptions *options, RenderPlan *plan)
{
  plan->has_scenes = options->wants_scenes;
  if (!plan->has_scenes)
    return TRUE;
  if (plan->is_page || options->size != NULL || options->span != NULL || options->actors != NULL ||
      options->kinds != NULL)
    {
      khatt_cli_refuse (
          _ ("“--scenes” is for pictures, and goes without “--size”, “--span”, “--actor” and "
             "“--kind”."));
      return FALSE;
    }
  if (plan->format != KHATT_PICTURE_PDF && g_str_equal (options->output, "-"))
    {
      khatt_cli_refuse (_ ("Standard output takes scenes as PDF only."));
      return FALSE;
    }
  if (options->paper.pages == NULL)
    plan->paper.spread = KHATT_PAPER_ONE_PAGE;
  if (plan->paper.width > 0)
    return TRUE;
  plan->paper.width = KHATT_SLIDE_WIDTH;
  plan->paper.height = KHATT_SLIDE_HEIGHT;
  plan->paper.margin = KHATT_SLIDE_MARGIN;
  plan->paper.style = plan->style;
  return TRUE;
}

/* What is on paper is a PDF, as large as the paper, and in the style for it unless told otherwise.
 */
static gboolean
parse_paper (const RenderOptions *options, RenderPlan *plan)
{
  if (!khatt_cli_paper_read (&options->paper, &plan->paper))
    return FALSE;
  if (plan->paper.width <= 0)
    return TRUE;
  if (plan->is_page || options->size != NULL ||
      (plan->format != KHATT_PICTURE_PDF && !options->wants_scenes))
    {
      khatt_cli_refuse (_ ("“--paper” is for PDF, and goes without “--size”."));
      return FALSE;
    }
  if (options->style == NULL)
    plan->style = KHATT_STYLE_PRINT;
  plan->paper.style = plan->style;
  return TRUE;
}

static gboolean
make_plan (const RenderOptions *options, RenderPlan *plan)
{
  const struct
  {
    const char *option;
    const char *text;
    gboolean (*parse) (const char *text, RenderPlan *plan);
    const char *expected;
  } values[] = {
    { "--size", options->size, parse_size,
      _ ("two numbers of pixels from 64 to 32767, such as 1280x720") },
    { "--scale", options->scale, parse_scale, _ ("a number from 0.25 to 8") },
    { "--direction", options->direction, parse_direction, "rtl, ltr" },
    { "--calendar", options->calendar, parse_calendar, "none, umalqura, persian, hebrew" },
    { "--style", options->style, parse_style,
      "light, dark, high-contrast-light, high-contrast-dark, print" },
    { "--span", options->span, parse_span,
      _ ("a date or an interval with both ends, such as 2025-08-05/2025-08-11") },
    { "--lanes", options->lanes, parse_lanes, "actors, countries, kinds, sources, one" },
  };

  *plan = (RenderPlan){ .style = KHATT_STYLE_LIGHT, .pixel_scale = 1, .width = DEFAULT_WIDTH };
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].text != NULL && !values[i].parse (values[i].text, plan))
      {
        /* Translators: an option such as --size, what was given, what would be right. */
        khatt_cli_refuse (_ ("%s=%s cannot be used; expected: %s."), values[i].option,
                          values[i].text, values[i].expected);
        return FALSE;
      }
  plan->filter.actors = (const char *const *) options->actors;
  plan->filter.needs_all_actors = TRUE;
  plan->lanes.lists[KHATT_LANE_PINNED] = (const char *const *) options->pinned;
  plan->lanes.lists[KHATT_LANE_COLLAPSED] = (const char *const *) options->collapsed;
  plan->lanes.lists[KHATT_LANE_HIDDEN] = (const char *const *) options->hidden;
  if (!parse_kinds (options, plan))
    return FALSE;
  if (!parse_format (options, plan))
    {
      khatt_cli_refuse (_ ("“%s” is nothing that can be drawn: png, svg, pdf or html."),
                        options->to != NULL ? options->to : options->output);
      return FALSE;
    }
  return check_page (options, plan) && parse_paper (options, plan) && parse_scenes (options, plan);
}

/* The weekend is the region's of the user; where the locale names none, the usual one of the
 * document's language. */
static const char *
choose_region (const char *language)
{
  const char *const variables[] = { "LC_ALL", "LC_TIME", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *locale = g_getenv (variables[i]);

      if (locale != NULL && *locale != '\0')
        return strchr (locale, '_') != NULL ? locale : language;
    }
  return language;
}

static void
set_scale (KhattLayoutParams *params, KhattArrangement *arrangement, const KhattDate *span)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattLayout) layout = NULL;
  const KhattScale *scale;

  params->scale = khatt_layout_fit_all (arrangement, params, shaper);
  if (!khatt_date_is_known (span))
    return;

  /* Only a layout knows how wide its plot is. */
  layout = khatt_layout_new (arrangement, params, shaper);
  scale = &khatt_layout_get_params (layout)->scale;
  params->scale =
      khatt_scale_fit (params->scale.direction, scale->start, scale->width,
                       (double) khatt_date_first (span), (double) khatt_date_last (span) + 1);
}

static GBytes *
draw_on_paper (KhattArrangement *arrangement,
               const KhattLayoutParams *params,
               const RenderPlan *plan,
               GError **error)
{
  g_autoptr (KhattPaper) paper = NULL;
  KhattPaperParams sheets = plan->paper;

  sheets.title = khatt_snapshot_get_title (khatt_arrangement_get_snapshot (arrangement));
  sheets.has_span = khatt_date_is_known (&plan->span);
  if (sheets.has_span)
    {
      sheets.first = khatt_date_first (&plan->span);
      sheets.last = khatt_date_last (&plan->span);
    }
  paper = khatt_paper_new (arrangement, params, &sheets, error);
  return paper != NULL ? khatt_paper_write_pdf (paper, error) : NULL;
}

/* The document's own language speaks. */
static KhattLayoutParams
make_params (KhattSnapshot *snapshot, const RenderPlan *plan, const char *language)
{
  const KhattCalendar usual =
      g_str_has_prefix (language, "ar") ? KHATT_CALENDAR_UMALQURA : KHATT_CALENDAR_NONE;

  return (KhattLayoutParams){
    .width = plan->width,
    .height = plan->height,
    .text_scale = 1,
    .has_cards = TRUE,
    .scale.direction =
        plan->has_direction ? plan->direction : khatt_snapshot_get_direction (snapshot),
    .words = khatt_words_for_language (language),
    .second_calendar = plan->has_calendar ? plan->calendar : usual,
    .region = choose_region (language),
    .today = KHATT_TIME_MIN,
    .draw_words = { .lanes_title = khatt_lanes_by_get_title (plan->lanes_by),
                    .today = _ ("Today"),
                    .ongoing = _ ("Ongoing") },
    .selected = KHATT_SLOT_NONE,
  };
}

static GBytes *
draw (KhattSnapshot *snapshot,
      const KhattArrangementParams *with,
      const KhattLayoutParams *view,
      const RenderPlan *plan,
      GError **error)
{
  g_autoptr (KhattArrangement) arrangement = khatt_arrangement_new_with (snapshot, with, NULL);
  const KhattExportOptions options = {
    .format = plan->format,
    .pixel_scale = plan->pixel_scale,
    .style = plan->style,
    .title = khatt_snapshot_get_title (snapshot),
  };
  KhattLayoutParams params = *view;
  gint64 first, last;

  if (!khatt_arrangement_get_extent (arrangement, &first, &last))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("These options leave no dated event to draw."));
      return NULL;
    }
  if (plan->is_page)
    return khatt_cli_write_page (arrangement, &params, &plan->filter, &plan->span, error);
  if (plan->paper.width > 0)
    return draw_on_paper (arrangement, &params, plan, error);
  set_scale (&params, arrangement, &plan->span);
  return khatt_export_picture (arrangement, &params, &options, error);
}

static gboolean
write_drawing (KhattSnapshot *snapshot, const char *output, const RenderPlan *plan, GError **error)
{
  const char *said = khatt_snapshot_get_language (snapshot);
  const char *language = said != NULL ? said : "en";
  const KhattCountryNames countries = { khatt_country_dup_name, said };
  const KhattArrangementParams with = { plan->lanes_by, &countries, &plan->filter, &plan->lanes };
  g_autoptr (GBytes) picture = NULL;
  KhattLayoutParams view;

  khatt_cli_speak (language);
  view = make_params (snapshot, plan, language);
  if (plan->has_scenes)
    {
      g_autoptr (KhattSceneBook) book =
          khatt_scene_book_new (snapshot, &with, &view, &plan->paper, error);

      return book != NULL &&
             khatt_cli_write_scenes (book, output, plan->format, plan->pixel_scale, error);
    }
  picture = draw (snapshot, &with, &view, plan, error);
  return picture != NULL && khatt_cli_write_bytes (output, picture, error);
}

static int
render (const RenderOptions *options, const RenderPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded =
      khatt_cli_load (&options->input, (const char *const *) options->input.names, &error);
  g_autoptr (KhattSnapshot) snapshot = NULL;

  if (loaded == NULL)
    return khatt_cli_fail (error);
  khatt_cli_print_issues (loaded->issues);
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  if (khatt_snapshot_get_n_dated (snapshot) == 0)
    return khatt_cli_refuse (_ ("There is no dated event to draw."));

  if (!write_drawing (snapshot, options->output, plan, &error))
    return khatt_cli_fail (error);
  return KHATT_CLI_DONE;
}

/**
 * khatt_cli_render:
 * @argc: number of arguments
 * @argv: "render", options and files
 *
 * Draws files as one timeline.
 *
 * Returns: the exit status
 */
int
khatt_cli_render (int argc, char **argv)
{
  g_auto (RenderOptions) options = { 0 };
  RenderPlan plan;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Where the picture goes"),
      N_ ("PICTURE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to,
      N_ ("png, svg, pdf or html (default: by the name)"), N_ ("FORMAT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("Pixels (default: 1280 wide, as high as needed)"), N_ ("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options.scale,
      N_ ("PNG: pixels of the file for each of the picture (default: 1)"), N_ ("NUMBER") },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &options.direction,
      N_ ("Where time runs: rtl or ltr"), N_ ("DIRECTION") },
    { "calendar", 0, 0, G_OPTION_ARG_STRING, &options.calendar,
      N_ ("Second calendar: none, umalqura, persian or hebrew"), N_ ("CALENDAR") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &options.style, N_ ("light, dark or print, and others"),
      N_ ("STYLE") },
    { "span", 0, 0, G_OPTION_ARG_STRING, &options.span,
      N_ ("The time drawn (default: all that is dated)"), N_ ("A/B") },
    { "lanes", 0, 0, G_OPTION_ARG_STRING, &options.lanes,
      N_ ("What lanes are: actors, countries, kinds, sources or one"), N_ ("LANES") },
    { "actor", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.actors,
      N_ ("Only events with this actor; given twice, with both"), N_ ("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.kinds,
      N_ ("Only events of this kind; can be given again"), N_ ("KIND") },
    { "pin", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.pinned,
      N_ ("Puts the lane of that name first; can be given again"), N_ ("NAME") },
    { "collapse", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.collapsed,
      N_ ("Makes the lane of that name low; can be given again"), N_ ("NAME") },
    { "hide", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.hidden,
      N_ ("Leaves out the lane of that name; can be given again"), N_ ("NAME") },
    { "scenes", 0, 0, G_OPTION_ARG_NONE, &options.wants_scenes,
      N_ ("The scenes of the document: a PDF with a page for each, or pictures with numbers"),
      NULL },
    KHATT_CLI_PAPER_OPTIONS (options.paper),
    KHATT_CLI_INPUT_OPTIONS (options.input),
    G_OPTION_ENTRY_NULL,
  };

  if (khatt_cli_parse (
          _ ("FILE…"),
          _ ("Draws the timeline of files as a picture, without what was dismissed in the review."),
          entries, &argc, &argv) != KHATT_CLI_DONE)
    return KHATT_CLI_UNUSABLE;
  if (options.input.names == NULL)
    return khatt_cli_refuse (_ ("A file is missing."));
  if (options.output == NULL)
    return khatt_cli_refuse (_ ("“-o PICTURE” is missing."));
  return make_plan (&options, &plan) ? render (&options, &plan) : KHATT_CLI_UNUSABLE;
}
