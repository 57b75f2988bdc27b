/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long the program takes from its start to the first frame that shows the sample, against an
 * empty window of libadwaita, of the same size and with the same renderer: elapsed time, the median
 * of starts in turns. Each start is a process of its own. Lines are name, value, unit and bar, with
 * tabs between. Usage: bench-start | --khatt FILE | --empty */

#include "khatt-application.h"
#include "khatt-timeline-view.h"
#include "khatt-window.h"

#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>

#define N_STARTS 15
#define EMPTY_WIDTH 1280
#define EMPTY_HEIGHT 800
#define RATIO_BAR "1.5"
#define BEGIN_VARIABLE "KHATT_BENCH_BEGIN_US"

static void
end (void)
{
  gint64 begin = g_ascii_strtoll (g_getenv (BEGIN_VARIABLE), NULL, 10);

  g_print ("%.3f\n", (double) (g_get_monotonic_time () - begin) / 1000.0);
  exit (0);
}

/* ---- The program ---- */

static GtkWidget *
find_view (GtkWidget *widget)
{
  if (KHATT_IS_TIMELINE_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  GtkWidget *view = find_view (window);
  const KhattLayout *layout = view != NULL && gtk_widget_get_mapped (view)
                                  ? khatt_timeline_view_get_layout (KHATT_TIMELINE_VIEW (view))
                                  : NULL;

  if (layout != NULL && khatt_layout_get_n_marks (layout) > 0)
    end ();
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (!KHATT_IS_WINDOW (window))
    return;
  gtk_window_set_default_size (window, EMPTY_WIDTH, EMPTY_HEIGHT);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

static int
start_khatt (const char *program, const char *file)
{
  const char *const arguments[] = { program, file };
  g_autoptr (KhattApplication) application = khatt_application_new (G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), G_N_ELEMENTS (arguments),
                            (char **) arguments);
}

/* ---- An empty window ---- */

static void
empty_realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (end), NULL);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), EMPTY_WIDTH, EMPTY_HEIGHT);
  g_signal_connect (window, "realize", G_CALLBACK (empty_realize_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static int
start_empty (void)
{
  g_autoptr (AdwApplication) application =
      adw_application_new (KHATT_APPLICATION_ID ".Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* ---- Both in turns ---- */

static double
measure (const char *program, const char *way, const char *file)
{
  const char *const arguments[] = { program, way, file, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *begin = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  environment = g_environ_setenv (environment, BEGIN_VARIABLE, begin, TRUE);
  g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return g_ascii_strtod (output, NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
find_median (double *values)
{
  qsort (values, N_STARTS, sizeof *values, compare_doubles);
  return values[N_STARTS / 2];
}

static void
print (const char *name, double value, const char *unit, const char *bar)
{
  g_print ("start/%s\t%.3f\t%s\t%s\n", name, value, unit, bar);
}

int
main (int argc, char *argv[])
{
  g_autofree char *sample = NULL;
  double khatt[N_STARTS];
  double empty[N_STARTS];
  double khatt_median, empty_median;

  setlocale (LC_ALL, "");
  if (argc == 3)
    return start_khatt (argv[0], argv[2]);
  if (argc == 2)
    return start_empty ();

  sample =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "samples", "calls.khatt", NULL);
  for (guint i = 0; i < N_STARTS; i++)
    {
      empty[i] = measure (argv[0], "--empty", NULL);
      khatt[i] = measure (argv[0], "--khatt", sample);
    }
  khatt_median = find_median (khatt);
  empty_median = find_median (empty);
  print ("empty", empty_median, "ms", "-");
  print ("khatt", khatt_median, "ms", "-");
  print ("ratio", khatt_median / empty_median, "ratio", RATIO_BAR);
  return 0;
}
