/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What it takes from a document on disk to its first picture, against what yajl takes to go over
 * the same bytes with callbacks that do nothing: a measure that means the same on every machine.
 * The ratio is of elapsed times, the best of several rounds in turns. Memory is what the process
 * holds when the picture is there, over what it held before, and its peak over that. Each size is
 * measured in a process of its own, which does nothing else. Lines are name, value, unit and bar,
 * with tabs between. Usage: bench-load [MOST_EVENTS] | --make N FILE | --measure FILE */

#include "draw-sample.h"
#include "made-events.h"

#include "khatt-load.h"
#include "khatt-painter.h"
#include "khatt-save.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <yajl/yajl_parse.h>

#define WIDTH 1920
#define HEIGHT 1080
#define N_ROUNDS 5
#define CHUNK_SIZE ((gsize) 256 * 1024)
#define MEGABYTE 1e6

#define RATIO_BAR "2.5"
#define BYTES_BAR "250"
#define PEAK_BAR "100"

static double
get_seconds (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static double
get_held_bytes (void)
{
  long pages = 0;
  FILE *file = fopen ("/proc/self/statm", "r");

  g_assert_nonnull (file);
  g_assert_cmpint (fscanf (file, "%*d %ld", &pages), ==, 1);
  fclose (file);
  return (double) pages * (double) sysconf (_SC_PAGESIZE);
}

static double
get_peak_bytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss * 1024;
}

static void
print (const char *name, double value, const char *unit, const char *bar)
{
  g_print ("load/%s\t%.3f\t%s\t%s\n", name, value, unit, bar);
}

/* ---- yajl alone ---- */

static int
take_nothing (void *context)
{
  return 1;
}

static int
take_boolean (void *context, int value)
{
  return 1;
}

static int
take_text (void *context, const char *text, size_t length)
{
  return 1;
}

static int
take_string (void *context, const unsigned char *text, size_t length)
{
  return 1;
}

static double
measure_parser (const char *path)
{
  static const yajl_callbacks callbacks = {
    .yajl_null = take_nothing,
    .yajl_boolean = take_boolean,
    .yajl_number = take_text,
    .yajl_string = take_string,
    .yajl_start_map = take_nothing,
    .yajl_map_key = take_string,
    .yajl_end_map = take_nothing,
    .yajl_start_array = take_nothing,
    .yajl_end_array = take_nothing,
  };
  double start = get_seconds ();
  yajl_handle parser = yajl_alloc (&callbacks, NULL, NULL);
  FILE *file = fopen (path, "rb");
  g_autofree unsigned char *chunk = g_malloc (CHUNK_SIZE);
  gsize n;

  g_assert_nonnull (file);
  while ((n = fread (chunk, 1, CHUNK_SIZE, file)) > 0)
    g_assert_cmpint (yajl_parse (parser, chunk, n), ==, yajl_status_ok);
  g_assert_cmpint (yajl_complete_parse (parser), ==, yajl_status_ok);
  fclose (file);
  yajl_free (parser);

  return get_seconds () - start;
}

/* ---- From the file to the picture ---- */

typedef struct
{
  double load;
  double arrange;
  double layout;
  double paint;
  double whole;
} Steps;

typedef struct
{
  KhattLoaded *loaded;
  KhattArrangement *arrangement;
  KhattShaper *shaper;
  KhattLayout *layout;
  cairo_surface_t *surface;
} Picture;

static void
paint (Picture *picture)
{
  cairo_t *cr;
  g_autoptr (KhattInk) ink = NULL;

  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cr = cairo_create (picture->surface);
  ink = khatt_ink_new (cr, KHATT_INK_PIXELS, picture->shaper);
  khatt_painter_paint (picture->layout, khatt_palette_get (KHATT_STYLE_LIGHT), ink);
  cairo_destroy (cr);
}

static Steps
make_picture (GFile *file, Picture *picture)
{
  KhattLayoutParams params = draw_sample_params (KHATT_DIRECTION_RTL, TRUE);
  double start = get_seconds ();
  double now = start;
  Steps steps = { 0 };

  picture->loaded = khatt_load_file (file, NULL, NULL, NULL);
  g_assert_nonnull (picture->loaded);
  steps.load = get_seconds () - now;

  now = get_seconds ();
  picture->arrangement = draw_sample_arrange (picture->loaded->timeline, KHATT_LANES_ACTORS);
  steps.arrange = get_seconds () - now;

  now = get_seconds ();
  picture->shaper = khatt_shaper_new ();
  params.width = WIDTH;
  params.height = HEIGHT;
  params.scale = khatt_layout_fit_all (picture->arrangement, &params, picture->shaper);
  picture->layout = khatt_layout_new (picture->arrangement, &params, picture->shaper);
  steps.layout = get_seconds () - now;

  now = get_seconds ();
  paint (picture);
  steps.paint = get_seconds () - now;
  steps.whole = get_seconds () - start;
  return steps;
}

static void
clear_picture (Picture *picture)
{
  cairo_surface_destroy (picture->surface);
  khatt_layout_free (picture->layout);
  khatt_shaper_free (picture->shaper);
  khatt_arrangement_unref (picture->arrangement);
  khatt_loaded_free (picture->loaded);
}

/* What a window holds that shows nothing: fonts, and a surface. */
static void
make_empty_picture (Picture *picture)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("khatt-bench-XXXXXX.khatt", &stream, NULL);

  g_assert_nonnull (file);
  g_assert_true (g_file_replace_contents (file, "[{\"id\":\"e\",\"date\":\"2000\"}]", 26, NULL,
                                          FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  make_picture (file, picture);
  g_file_delete (file, NULL, NULL);
}

static void
measure (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Picture empty_picture;
  double empty;
  double parser = G_MAXDOUBLE;
  Steps best = { .whole = G_MAXDOUBLE };

  make_empty_picture (&empty_picture);
  empty = get_held_bytes ();
  clear_picture (&empty_picture);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Picture picture;
      Steps steps = make_picture (file, &picture);
      guint32 n_events = g_list_model_get_n_items (G_LIST_MODEL (picture.loaded->timeline));

      if (i == 0)
        {
          double peak = get_peak_bytes ();
          double held = get_held_bytes ();

          print ("settled", (held - empty) / n_events, "B/event", BYTES_BAR);
          print ("peak", (peak - held) / MEGABYTE, "MB", PEAK_BAR);
        }
      if (steps.whole < best.whole)
        best = steps;
      clear_picture (&picture);
      malloc_trim (0);
      parser = MIN (parser, measure_parser (path));
    }

  print ("parser", parser * 1e3, "ms", "-");
  print ("load", best.load * 1e3, "ms", "-");
  print ("arrange", best.arrange * 1e3, "ms", "-");
  print ("layout", best.layout * 1e3, "ms", "-");
  print ("paint", best.paint * 1e3, "ms", "-");
  print ("whole", best.whole / parser, "ratio", RATIO_BAR);
}

static void
make (guint n_events, const char *path)
{
  MadeEvents made = made_events_usual (n_events);
  g_autoptr (KhattTimeline) timeline = made_events_new (&made);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static void
spawn (const char *program, const char *first, const char *second, const char *third)
{
  const char *const arguments[] = { program, first, second, third, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  guint most = argc == 2 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 4)
    {
      make ((guint) g_ascii_strtoull (argv[2], NULL, 10), argv[3]);
      return 0;
    }
  if (argc == 3)
    {
      measure (argv[2]);
      return 0;
    }

  folder = g_dir_make_tmp ("khatt-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "made.khatt", NULL);
  for (guint n_events = 1000; n_events <= most; n_events *= 10)
    {
      g_autofree char *number = g_strdup_printf ("%u", n_events);

      g_print ("load/events\t%u\tevents\t-\n", n_events);
      spawn (argv[0], "--make", number, path);
      spawn (argv[0], "--measure", path, NULL);
    }
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
