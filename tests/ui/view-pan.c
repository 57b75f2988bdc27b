/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* view-pan FILE [WIDTH HEIGHT]: opens a document in a window of its own and pans it at several
 * zooms, a step each frame, as fast as frames come. Prints for each zoom how long a frame took from
 * the clock's first phase to its last (layout, ink and what GTK does with it), and the layout
 * alone. Run it where nothing else runs:
 *
 *     xvfb-run -s "-screen 0 1920x1080x24" env GSK_RENDERER=cairo build/tests/view-pan events.csv
 */

#include "khatt-load.h"
#include "khatt-timeline-view-private.h"
#include "khatt-ui.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#define N_FRAMES 120
#define STEP_PIXELS 7
#define USUAL_WIDTH 1920
#define USUAL_HEIGHT 1080

typedef struct
{
  KhattTimelineView *view;
  GArray *frames;  /* of double: milliseconds */
  GArray *layouts; /* of double: milliseconds */
  gint64 begun_us;
} Bench;

/* Of this thread: other programs do not count. */
static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_quantile (GArray *values, double quantile)
{
  g_array_sort (values, compare_doubles);
  return values->len > 0 ? g_array_index (values, double, (guint) (quantile * (values->len - 1)))
                         : 0;
}

static void
begin_frame_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begun_us = get_cpu_us ();
}

static void
end_frame_cb (GdkFrameClock *clock, Bench *bench)
{
  double milliseconds = (get_cpu_us () - bench->begun_us) / 1000.0;

  if (bench->begun_us != 0)
    g_array_append_val (bench->frames, milliseconds);
}

/* There and back, so that the next zoom finds something. */
static void
pan (Bench *bench)
{
  gboolean is_back = bench->frames->len >= N_FRAMES / 2;
  gint64 begun_us = get_cpu_us ();

  khatt_timeline_view_pan_by (bench->view, is_back ? -STEP_PIXELS : STEP_PIXELS, 0);
  khatt_timeline_view_ensure_layout (bench->view);
  double milliseconds = (get_cpu_us () - begun_us) / 1000.0;
  g_array_append_val (bench->layouts, milliseconds);
}

/* Moves the hover to and fro between two marks. */
static void
hover (Bench *bench)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (bench->view);
  guint n_marks = khatt_layout_get_n_marks (layout);
  guint index = bench->frames->len % MAX (1, n_marks);

  if (n_marks > 0)
    khatt_timeline_view_set_hovered_slot (bench->view, khatt_layout_get_mark (layout, index)->slot);
  else
    gtk_widget_queue_draw (GTK_WIDGET (bench->view));
}

static void
run (Bench *bench, const char *name, void (*step) (Bench *))
{
  g_array_set_size (bench->frames, 0);
  g_array_set_size (bench->layouts, 0);
  while (bench->frames->len < N_FRAMES)
    {
      guint n_frames = bench->frames->len;

      step (bench);
      while (bench->frames->len == n_frames)
        g_main_context_iteration (NULL, TRUE);
    }

  const KhattLayout *layout = khatt_timeline_view_get_layout (bench->view);
  g_print ("%-14s %5u marks %5u clusters   frame median %6.2f  95%% %6.2f  worst %6.2f", name,
           khatt_layout_get_n_marks (layout), khatt_layout_get_n_clusters (layout),
           get_quantile (bench->frames, 0.5), get_quantile (bench->frames, 0.95),
           get_quantile (bench->frames, 1));
  if (bench->layouts->len > 0)
    g_print ("   layout median %6.2f  95%% %6.2f", get_quantile (bench->layouts, 0.5),
             get_quantile (bench->layouts, 0.95));
  g_print (" ms\n");
}

static KhattTimeline *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  gint64 begun_us = g_get_monotonic_time ();
  g_autoptr (KhattLoaded) loaded = khatt_load_file (file, &(KhattLoadOptions){ 0 }, NULL, &error);

  if (loaded == NULL)
    {
      g_printerr ("%s: %s\n", path, error->message);
      exit (EXIT_FAILURE);
    }
  g_print ("%u events loaded in %.2f s\n",
           g_list_model_get_n_items (G_LIST_MODEL (loaded->timeline)),
           (g_get_monotonic_time () - begun_us) / (double) G_USEC_PER_SEC);
  return g_object_ref (loaded->timeline);
}

static GtkWidget *
open_window (Bench *bench, KhattTimeline *timeline, int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  gint64 begun_us = g_get_monotonic_time ();

  bench->view = KHATT_TIMELINE_VIEW (khatt_timeline_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bench->view));
  khatt_timeline_view_set_timeline (bench->view, timeline);
  gtk_window_present (GTK_WINDOW (window));
  while (khatt_timeline_view_get_layout (bench->view) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_print ("arranged and laid out in %.2f s\n",
           (g_get_monotonic_time () - begun_us) / (double) G_USEC_PER_SEC);
  return window;
}

int
main (int argc, char *argv[])
{
  static const double zooms[] = { 1, 10, 100, 1000, 2000, 4000 };
  Bench bench = { 0 };

  if (argc != 2 && argc != 4)
    {
      g_printerr ("Usage: %s FILE [WIDTH HEIGHT]\n", argv[0]);
      return EXIT_FAILURE;
    }

  adw_init ();
  khatt_ui_init ();
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench.layouts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (KhattTimeline) timeline = load (argv[1]);
  GtkWidget *window = open_window (&bench, timeline, argc == 4 ? atoi (argv[2]) : USUAL_WIDTH,
                                   argc == 4 ? atoi (argv[3]) : USUAL_HEIGHT);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  KhattRect plot = khatt_timeline_view_get_plot (bench.view);
  double zoomed = 1;

  g_signal_connect (clock, "before-paint", G_CALLBACK (begin_frame_cb), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (end_frame_cb), &bench);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *name = g_strdup_printf ("zoom x%g", zooms[i]);

      khatt_timeline_view_zoom_at (bench.view, plot.x + plot.width / 2, zooms[i] / zoomed, FALSE);
      zoomed = zooms[i];
      run (&bench, name, pan);
    }

  run (&bench, "hover", hover);

  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (bench.frames);
  g_array_unref (bench.layouts);
  return EXIT_SUCCESS;
}
