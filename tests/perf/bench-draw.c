/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a frame of a panning window costs, at 1920 x 1080, for documents of a thousand to a million
 * events: name, milliseconds of the thread's own time (median), unit, the bar it should stay below.
 * Usage: bench-draw [MOST_EVENTS] */

#include "draw-sample.h"

#include "khatt-painter.h"

#include <locale.h>
#include <time.h>

#define WIDTH 1920
#define HEIGHT 1080
#define N_FRAMES 40
#define PAN 13
#define N_ACTORS 400
#define FRAME_BAR 16
#define ARRANGE_BAR 3000
#define DAY KHATT_SECONDS_PER_DAY

typedef struct
{
  const char *name;
  gint64 days; /* 0: all */
} View;

static const View views[] = { { "all", 0 }, { "year", 365 }, { "month", 30 } };

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
find_median (double *times, guint n)
{
  qsort (times, n, sizeof (double), compare_times);

  return times[n / 2];
}

static void
draw_frame (KhattArrangement *arrangement,
            const KhattLayoutParams *params,
            KhattShaper *shaper,
            cairo_t *cr,
            double *layout_time)
{
  double start = get_milliseconds ();
  g_autoptr (KhattLayout) layout = khatt_layout_new (arrangement, params, shaper);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);

  *layout_time = get_milliseconds () - start;
  khatt_painter_paint (layout, khatt_palette_get (KHATT_STYLE_LIGHT), ink);
}

static void
measure_view (KhattArrangement *arrangement, guint n_events, const View *view)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  KhattLayoutParams params = draw_sample_params (KHATT_DIRECTION_RTL, TRUE);
  gint64 middle = khatt_days_from_civil (2010, 6, 1) * DAY;
  double frames[N_FRAMES];
  double layouts[N_FRAMES];

  params.width = WIDTH;
  params.height = HEIGHT;
  params.scale = view->days == 0 ? khatt_layout_fit_all (arrangement, &params, shaper)
                                 : khatt_layout_fit_span (arrangement, &params, shaper, middle,
                                                          middle + view->days * DAY - 1);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = get_milliseconds ();

      draw_frame (arrangement, &params, shaper, cr, &layouts[i]);
      frames[i] = get_milliseconds () - start;
      params.scale = khatt_scale_pan (&params.scale, PAN);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  g_print ("draw/%u/%s/frame\t%.2f\tms\t%d\n", n_events, view->name, find_median (frames, N_FRAMES),
           FRAME_BAR);
  g_print ("draw/%u/%s/layout\t%.2f\tms\t%d\n", n_events, view->name,
           find_median (layouts, N_FRAMES), FRAME_BAR);
}

int
main (int argc, char *argv[])
{
  guint most = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;

  setlocale (LC_ALL, "C.UTF-8");
  for (guint n_events = 1000; n_events <= most; n_events *= 10)
    {
      g_autoptr (KhattTimeline) timeline = draw_sample_new_many (n_events, N_ACTORS);
      double start = get_milliseconds ();
      g_autoptr (KhattArrangement) arrangement = draw_sample_arrange (timeline, KHATT_LANES_ACTORS);

      g_print ("draw/%u/arrange\t%.1f\tms\t%d\n", n_events, get_milliseconds () - start,
               ARRANGE_BAR);
      for (guint i = 0; i < G_N_ELEMENTS (views); i++)
        measure_view (arrangement, n_events, &views[i]);
    }

  return 0;
}
