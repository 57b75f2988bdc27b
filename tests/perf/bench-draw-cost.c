/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cost is pixels, not events: the instructions of a frame (query, layout and paint, nothing kept
 * from the frame before but what fonts and stamps remember) over a million events in thirty years,
 * divided by those of the same view over ten thousand of them in as many days as give the same
 * density.
 *
 * The same view has the same number of pixels and of events on them:
 *
 *   month   thirty days of either document
 *   year    at the zoom that shows a year, as many days of either as the small document has, the
 *           window made as narrow as they are
 *   all     there is no such zoom: each document whole, in the same window
 *
 * Whole, the small document leaves most columns of its ribbons empty and the others low. What is
 * the same there but for the number of events is a tenth of them over the same thirty years: enough
 * to fill every column.
 *
 * Valgrind counts. The program runs itself under it, once a document:
 *
 *   bench-draw-cost [MOST_EVENTS]
 *   bench-draw-cost --count EVENTS DAYS HELD */

#include "draw-stage.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#ifdef HAVE_CALLGRIND
#include <valgrind/callgrind.h>
#endif

#define MOST_EVENTS 1000000
#define FEW_EVENTS 10000
#define FEWER 10
#define BAR 1.3
#define N_WARM_FRAMES 4
#define PAN 13
#define YEAR 365
#define MONTH 30

typedef struct
{
  const char *name;
  guint days; /* 0: all */
} View;

static const View views[] = { { "all", 0 }, { "year", YEAR }, { "month", MONTH } };

/* What Valgrind runs: a dump for each view. */
static void
count_frames (guint n_events, guint n_days, guint held)
{
  MadeEvents made = made_events_usual (n_events);
  g_auto (DrawStage) stage = { 0 };

  made.n_days = n_days;
  stage = draw_stage_make (&made);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      draw_stage_show (&stage, &made, views[i].days, held);
      for (guint frame = 0; frame < N_WARM_FRAMES; frame++)
        {
          stage.params.scale = khatt_scale_pan (&stage.params.scale, PAN);
          draw_stage_paint_anew (&stage);
        }
#ifdef HAVE_CALLGRIND
      CALLGRIND_START_INSTRUMENTATION;
      CALLGRIND_ZERO_STATS;
#endif
      draw_stage_paint_anew (&stage);
#ifdef HAVE_CALLGRIND
      CALLGRIND_DUMP_STATS_AT (views[i].name);
      CALLGRIND_STOP_INSTRUMENTATION;
#endif
    }
}

/* The sum of a dump; 0 where there is none. */
static double
read_total (const char *folder, guint part)
{
  g_autofree char *name = g_strdup_printf ("counts.%u", part);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  const char *total;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    return 0;

  total = strstr (text, "\ntotals: ");

  return total != NULL ? g_ascii_strtod (total + strlen ("\ntotals: "), NULL) : 0;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      remove (path);
    }
  remove (folder);
}

static gboolean
count_document (const char *program,
                guint n_events,
                guint n_days,
                guint held,
                double counts[G_N_ELEMENTS (views)])
{
  g_autofree char *folder = g_dir_make_tmp ("khatt-draw-cost-XXXXXX", NULL);
  g_autofree char *out = g_strdup_printf ("--callgrind-out-file=%s/counts", folder);
  g_autofree char *events = g_strdup_printf ("%u", n_events);
  g_autofree char *days = g_strdup_printf ("%u", n_days);
  g_autofree char *held_days = g_strdup_printf ("%u", held);
  g_autoptr (GSubprocess) process = NULL;
  gboolean is_counted;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              NULL, "valgrind", "--tool=callgrind", "--instr-atstart=no", out,
                              program, "--count", events, days, held_days, NULL);
  is_counted = process != NULL && g_subprocess_wait_check (process, NULL, NULL);
  for (guint i = 0; is_counted && i < G_N_ELEMENTS (views); i++)
    {
      counts[i] = read_total (folder, i + 1);
      is_counted = counts[i] > 0;
    }
  remove_folder (folder);

  return is_counted;
}

int
main (int argc, char *argv[])
{
  guint most = argc == 2 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : MOST_EVENTS;
  MadeEvents many = made_events_usual (most);
  guint few_days = (guint) ((guint64) many.n_days * FEW_EVENTS / most);
  double counts[3][G_N_ELEMENTS (views)];

  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 5 && strcmp (argv[1], "--count") == 0)
    {
      count_frames ((guint) g_ascii_strtoull (argv[2], NULL, 10),
                    (guint) g_ascii_strtoull (argv[3], NULL, 10),
                    (guint) g_ascii_strtoull (argv[4], NULL, 10));
      return 0;
    }

  if (!count_document (argv[0], most, many.n_days, few_days, counts[0]) ||
      !count_document (argv[0], FEW_EVENTS, few_days, few_days, counts[1]) ||
      !count_document (argv[0], most / FEWER, many.n_days, few_days, counts[2]))
    {
      g_print ("draw-cost\tskipped\tno valgrind\t\n");
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_print ("draw-cost/%s/instructions-of-%u\t%.1f\tmillion\t\n", views[i].name, most,
               counts[0][i] / 1e6);
      g_print ("draw-cost/%s/instructions-of-%u\t%.1f\tmillion\t\n", views[i].name, FEW_EVENTS,
               counts[1][i] / 1e6);
      g_print ("draw-cost/%s/ratio\t%.2f\tx\t%.1f\n", views[i].name, counts[0][i] / counts[1][i],
               BAR);
    }

  g_print ("draw-cost/%s/instructions-of-%u-in-as-many-days\t%.1f\tmillion\t\n", views[0].name,
           most / FEWER, counts[2][0] / 1e6);
  g_print ("draw-cost/%s/ratio-in-as-many-days\t%.2f\tx\t%.1f\n", views[0].name,
           counts[0][0] / counts[2][0], BAR);

  return 0;
}
