/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a frame of the window costs while the view pans, while the pointer goes from mark to mark
 * and while one event after the other is selected, against a frame of a blank drawing area of the
 * same size: milliseconds of the thread's own time, from the frame's clock to the end of its paint,
 * medians. For documents of a thousand to a million events. Lines are name, value, unit and bar,
 * with tabs between. Usage: bench-window [MOST_EVENTS] */

#include "draw-sample.h"

#include "khatt-timeline-view-private.h"
#include "khatt-ui.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#define N_FRAMES 90
#define N_ACTORS 400
#define STEP_PIXELS 7
#define WIDTH 1920
#define HEIGHT 1080
#define PAN_BAR "1.35"
#define STATE_BAR "2.0"

typedef struct
{
  const char *name;
  gint64 days; /* 0: all */
} Span;

static const Span spans[] = { { "all", 0 }, { "year", 365 }, { "month", 30 } };

typedef struct
{
  GtkWidget *widget;
  KhattTimelineView *view; /* NULL: blank */
  void (*step) (KhattTimelineView *view, guint frame);
  double times[N_FRAMES];
  guint n_frames;
  double begun;
} Bench;

/* Of this thread: other programs do not count. */
static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
begin_frame_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begun = get_milliseconds ();
  if (bench->view != NULL)
    bench->step (bench->view, bench->n_frames);
  else
    gtk_widget_queue_draw (bench->widget);
}

static void
end_frame_cb (GdkFrameClock *clock, Bench *bench)
{
  if (bench->n_frames < N_FRAMES)
    bench->times[bench->n_frames++] = get_milliseconds () - bench->begun;
}

/* ---- What happens in a frame ---- */

/* There and back. */
static void
pan (KhattTimelineView *view, guint frame)
{
  khatt_timeline_view_pan_by (view, frame >= N_FRAMES / 2 ? -STEP_PIXELS : STEP_PIXELS, 0);
}

static guint32
choose_slot (KhattTimelineView *view, guint frame)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (view);
  guint n_marks = khatt_layout_get_n_marks (layout);
  guint n_clusters = khatt_layout_get_n_clusters (layout);

  if (n_marks > 0)
    return khatt_layout_get_mark (layout, frame * 7 % n_marks)->slot;
  if (n_clusters > 0)
    return khatt_layout_get_cluster (layout, frame * 7 % n_clusters)->slot;
  return frame;
}

static void
hover_next (KhattTimelineView *view, guint frame)
{
  khatt_timeline_view_set_hovered_slot (view, choose_slot (view, frame));
}

static void
select_next (KhattTimelineView *view, guint frame)
{
  khatt_timeline_view_set_selected_slot (view, choose_slot (view, frame));
}

/* ---- Measuring ---- */

static double
find_median_frame (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->widget);
  gulong begin, end;

  bench->n_frames = 0;
  begin = g_signal_connect (clock, "before-paint", G_CALLBACK (begin_frame_cb), bench);
  end = g_signal_connect (clock, "after-paint", G_CALLBACK (end_frame_cb), bench);
  gdk_frame_clock_begin_updating (clock);
  while (bench->n_frames < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, begin);
  g_signal_handler_disconnect (clock, end);

  qsort (bench->times, N_FRAMES, sizeof (double), compare_doubles);
  return bench->times[N_FRAMES / 2];
}

static void
print (guint n_events, const char *span, const char *what, double value, const char *rest)
{
  g_print ("window/%u/%s/%s\t%.2f\t%s\n", n_events, span, what, value, rest);
}

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
draw_blank (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

static double
measure_blank (void)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *window;
  Bench bench = { .widget = area };
  double median;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_blank, NULL, NULL);
  window = open_window (area);
  median = find_median_frame (&bench);
  gtk_window_destroy (GTK_WINDOW (window));
  return median;
}

static void
show_span (KhattTimelineView *view, const Span *span)
{
  KhattViewTarget all = { .kind = KHATT_VIEW_TARGET_ALL };
  KhattScale scale;
  gint64 middle;

  khatt_timeline_view_get_layout (view);
  scale = khatt_timeline_view_get_fit (view, &all);
  middle = (gint64) ((khatt_scale_earliest (&scale) + khatt_scale_latest (&scale)) / 2);
  if (span->days > 0)
    khatt_timeline_view_set_span (view, middle - span->days * KHATT_SECONDS_PER_DAY / 2,
                                  middle + span->days * KHATT_SECONDS_PER_DAY / 2);
}

static void
measure_span (Bench *bench, guint n_events, const Span *span)
{
  double blank = measure_blank ();
  double frame;

  show_span (bench->view, span);
  bench->step = pan;
  frame = find_median_frame (bench);
  print (n_events, span->name, "blank", blank, "ms\t-");
  print (n_events, span->name, "pan", frame, "ms\t-");
  print (n_events, span->name, "pan-ratio", frame / blank, "ratio\t" PAN_BAR);
  bench->step = hover_next;
  print (n_events, span->name, "hover", find_median_frame (bench), "ms\t" STATE_BAR);
  khatt_timeline_view_set_hovered_slot (bench->view, KHATT_SLOT_NONE);
  bench->step = select_next;
  print (n_events, span->name, "select", find_median_frame (bench), "ms\t" STATE_BAR);
  khatt_timeline_view_set_selected_slot (bench->view, KHATT_SLOT_NONE);
}

static void
measure (guint n_events)
{
  g_autoptr (KhattTimeline) timeline = draw_sample_new_many (n_events, N_ACTORS);
  GtkWidget *widget = khatt_timeline_view_new ();
  Bench bench = { .widget = widget, .view = KHATT_TIMELINE_VIEW (widget) };
  GtkWidget *window = open_window (widget);

  khatt_timeline_view_set_timeline (bench.view, timeline);
  while (khatt_timeline_view_get_layout (bench.view) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    measure_span (&bench, n_events, &spans[i]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  guint most_events = argc > 1 ? (guint) atoi (argv[1]) : 1000000;

  adw_init ();
  khatt_ui_init ();
  for (guint n_events = 1000; n_events <= most_events; n_events *= 10)
    measure (n_events);
  return EXIT_SUCCESS;
}
