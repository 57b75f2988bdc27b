/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What frames cost at 1920 x 1080, for documents of a thousand to a million events over thirty
 * years, in milliseconds of the thread's own time: a frame made anew, one of a view that pans, how
 * much longer that takes than painting the same boxes and glyphs from an array, and what the steps
 * of pans and zooms take.
 * Usage: bench-draw [MOST_EVENTS] */

#include "draw-stage.h"

#include "draw-sample.h"
#include "plain-frame.h"

#include <locale.h>

#define N_FRAMES 41
#define PAN 13
#define N_PANS 200
#define N_ZOOMS 100
#define ZOOM_STEP 1.05
#define PERCENT 100
#define TAIL 99
#define ARRANGE_BAR 3000
#define MEDIAN_BAR 6
#define TAIL_BAR 12
#define PLAIN_BAR 1.5

typedef struct
{
  const char *name;
  guint days;  /* 0: all */
  guint n_way; /* pans before it turns round */
} View;

static const View views[] = { { "all", 0, 25 }, { "year", 365, N_PANS }, { "month", 30, N_PANS } };

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
find_percentile (GArray *times, guint percent)
{
  g_array_sort (times, compare_times);

  return g_array_index (times, double, MIN (times->len * percent / PERCENT, times->len - 1));
}

static void
note_time (GArray *times, double start)
{
  double time = draw_stage_get_milliseconds () - start;

  g_array_append_val (times, time);
}

static void
measure_frames (DrawStage *stage, guint n_events, const char *view)
{
  g_autoptr (GArray) anew = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) panned = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  double ratio;

  for (guint i = 0; i < N_FRAMES; i++)
    {
      g_autoptr (KhattLayout) layout = NULL;
      g_autoptr (PlainFrame) array = NULL;
      double start = draw_stage_get_milliseconds ();

      draw_stage_paint_anew (stage);
      note_time (anew, start);

      start = draw_stage_get_milliseconds ();
      draw_stage_paint_next (stage);
      note_time (panned, start);

      layout = khatt_layout_new (stage->arrangement, &stage->params, stage->shaper);
      array = plain_frame_new (layout, khatt_palette_get (KHATT_STYLE_LIGHT));
      start = draw_stage_get_milliseconds ();
      plain_frame_paint (array, stage->cr);
      note_time (plain, start);
      stage->params.scale = khatt_scale_pan (&stage->params.scale, PAN);
    }

  ratio = find_percentile (panned, PERCENT / 2) / find_percentile (plain, PERCENT / 2);
  g_print ("draw/%u/%s/frame-anew\t%.2f\tms\t%d\n", n_events, view,
           find_percentile (anew, PERCENT / 2), TAIL_BAR);
  g_print ("draw/%u/%s/frame\t%.2f\tms\t%d\n", n_events, view,
           find_percentile (panned, PERCENT / 2), MEDIAN_BAR);
  g_print ("draw/%u/%s/plain-array\t%.2f\tms\t\n", n_events, view,
           find_percentile (plain, PERCENT / 2));
  g_print ("draw/%u/%s/frame-to-plain-array\t%.2f\tx\t%.1f\n", n_events, view, ratio, PLAIN_BAR);
}

static void
print_steps (GArray *times, guint n_events, const char *view, const char *name)
{
  g_print ("draw/%u/%s/%s-median\t%.2f\tms\t%d\n", n_events, view, name,
           find_percentile (times, PERCENT / 2), MEDIAN_BAR);
  g_print ("draw/%u/%s/%s-%d-percent\t%.2f\tms\t%d\n", n_events, view, name, TAIL,
           find_percentile (times, TAIL), TAIL_BAR);
}

/* What a window does: the steps wait for each other, and between two of them it may look ahead,
 * which belongs to no step. */
static void
look_ahead (DrawStage *stage)
{
  g_autoptr (KhattLayout) layout =
      khatt_scenes_lay_out (stage->scenes, stage->arrangement, &stage->params, stage->shaper);

  while (khatt_scenes_prepare (stage->scenes, layout, stage->shaper))
    continue;
  khatt_shaper_trim (stage->shaper);
}

static void
measure_pans (DrawStage *stage, guint n_events, const View *view, gboolean looks_ahead)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_PANS; i++)
    {
      double start = draw_stage_get_milliseconds ();

      stage->params.scale =
          khatt_scale_pan (&stage->params.scale, i / view->n_way % 2 == 0 ? 2 * PAN : -2 * PAN);
      draw_stage_paint_next (stage);
      note_time (times, start);
      if (looks_ahead)
        look_ahead (stage);
    }
  print_steps (times, n_events, view->name, looks_ahead ? "pan-ahead" : "pan");
}

/* The zoom has come to rest: all labels there is room for. */
static double
measure_rest (DrawStage *stage)
{
  double start = draw_stage_get_milliseconds ();

  stage->params.is_zooming = FALSE;
  draw_stage_paint_next (stage);

  return draw_stage_get_milliseconds () - start;
}

static void
measure_zooms (DrawStage *stage, guint n_events, const char *view)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_ZOOMS; i++)
    {
      double start = draw_stage_get_milliseconds ();

      stage->params.scale = khatt_scale_zoom (&stage->params.scale, DRAW_WIDTH / 2.0,
                                              i < N_ZOOMS / 2 ? ZOOM_STEP : 1 / ZOOM_STEP);
      stage->params.is_zooming = TRUE;
      draw_stage_paint_next (stage);
      note_time (times, start);
      khatt_shaper_trim (stage->shaper);
    }
  print_steps (times, n_events, view, "zoom");
  g_print ("draw/%u/%s/zoom-rest\t%.2f\tms\t\n", n_events, view, measure_rest (stage));
}

static void
measure_document (guint n_events)
{
  MadeEvents made = made_events_usual (n_events);
  g_auto (DrawStage) stage = draw_stage_make (&made);
  double start = draw_stage_get_milliseconds ();
  g_autoptr (KhattArrangement) arrangement =
      draw_sample_arrange (stage.timeline, KHATT_LANES_ACTORS);

  g_print ("draw/%u/arrange\t%.1f\tms\t%d\n", n_events, draw_stage_get_milliseconds () - start,
           ARRANGE_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      draw_stage_show (&stage, &made, views[i].days, views[i].days);
      measure_frames (&stage, n_events, views[i].name);
      measure_pans (&stage, n_events, &views[i], FALSE);
      measure_pans (&stage, n_events, &views[i], TRUE);
      measure_zooms (&stage, n_events, views[i].name);
    }
}

int
main (int argc, char *argv[])
{
  guint most = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;

  setlocale (LC_ALL, "C.UTF-8");
  for (guint n_events = 1000; n_events <= most; n_events *= 10)
    measure_document (n_events);

  return 0;
}
