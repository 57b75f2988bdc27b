/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-ink.h"

#include <string.h>

#define SIDE 40
#define BYTES_OF_PIXEL 4
#define MANY 4000

typedef struct
{
  KhattStamp stamp;
  guint n_drawn;
} Disc;

/* A disc of 6 pixels round a middle that is on no whole pixel. */
static void
draw_disc (cairo_t *cr, gconstpointer data)
{
  Disc *disc = (Disc *) data;

  disc->n_drawn++;
  cairo_arc (cr, 0.5, 0.25, 6, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0, 0.5, 1);
  cairo_fill (cr);
}

static void
init_disc (Disc *disc, guint64 number)
{
  *disc = (Disc){
    .stamp = { .key.number = number,
               .bounds = { -6, -6, 13, 13 },
               .draw = draw_disc,
               .data = disc },
  };
}

typedef struct
{
  double scale; /* of the matrix */
  double device_scale;
  double x;
  gboolean is_copied;
} Case;

static const Case cases[] = {
  { 1, 1, 17, TRUE },    { 2, 1, 9, TRUE },    { 2, 1, 8.5, TRUE }, { 1, 2, 8.5, TRUE },
  { 1, 1, 17.5, FALSE }, { 1.5, 1, 9, FALSE }, { 1.5, 1, 8, TRUE }, { 1, 2, 8.25, FALSE },
};

static cairo_surface_t *
paint_disc (const Case *test, KhattShaper *shaper, Disc *disc, gboolean is_drawn)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr;
  g_autoptr (KhattInk) ink = NULL;

  cairo_surface_set_device_scale (surface, test->device_scale, test->device_scale);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 0.9, 0.8);
  cairo_paint (cr);
  cairo_scale (cr, test->scale, test->scale);
  ink = khatt_ink_new (cr, is_drawn ? KHATT_INK_SVG_TEXT : KHATT_INK_PIXELS, shaper);
  khatt_ink_stamp (ink, &disc->stamp, test->x, 8);
  khatt_ink_stamp (ink, &disc->stamp, test->x, 8 + 2);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static int
find_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint8 *first = cairo_image_surface_get_data (a);
  const guint8 *second = cairo_image_surface_get_data (b);
  int most = 0;

  for (int i = 0; i < SIDE * SIDE * BYTES_OF_PIXEL; i++)
    if (i % BYTES_OF_PIXEL != BYTES_OF_PIXEL - 1)
      most = MAX (most, ABS (first[i] - second[i]));

  return most;
}

/* Copied, a stamp looks as if it were drawn; where it is on no whole pixel it is drawn. */
static void
test_looks_drawn (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
      Disc disc;
      cairo_surface_t *drawn, *copied;

      init_disc (&disc, 1);
      drawn = paint_disc (&cases[i], shaper, &disc, TRUE);
      disc.n_drawn = 0;
      copied = paint_disc (&cases[i], shaper, &disc, FALSE);
      g_test_message ("case %u", i);
      g_assert_cmpuint (disc.n_drawn, ==, cases[i].is_copied ? 1 : 2);
      g_assert_cmpint (find_difference (drawn, copied), <=, 1);
      cairo_surface_destroy (drawn);
      cairo_surface_destroy (copied);
    }
}

/* A recording is as fine as it is told. */
static void
test_recording (void)
{
  const Case large = { .scale = 2, .device_scale = 1, .x = 8 };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *replayed = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_surface_t *drawn;
  cairo_t *cr = cairo_create (recording);
  KhattInk *ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);
  Disc disc;

  init_disc (&disc, 1);
  drawn = paint_disc (&large, shaper, &disc, TRUE);
  khatt_ink_set_device_scale (ink, 2);
  cairo_set_source_rgb (cr, 1, 0.9, 0.8);
  cairo_paint (cr);
  khatt_ink_stamp (ink, &disc.stamp, large.x, 8);
  khatt_ink_stamp (ink, &disc.stamp, large.x, 8 + 2);
  khatt_ink_free (ink);
  cairo_destroy (cr);

  cr = cairo_create (replayed);
  cairo_scale (cr, 2, 2);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (replayed);
  g_assert_cmpint (find_difference (drawn, replayed), <=, 1);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (replayed);
  cairo_surface_destroy (recording);
}

/* Every member of a key tells stamps apart, and so does the grid. */
static void
test_keys (void)
{
  static const KhattStampKey keys[] = {
    { .form = 1 }, { .number = 1 }, { .size = 1 }, { .extent = 1 },
    { .dx = 1 },   { .dy = 1 },     { .ink = 1 },  { .ground = 1 },
  };
  g_autoptr (KhattStamps) stamps = khatt_stamps_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  Disc disc;

  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      {
        init_disc (&disc, 0);
        disc.stamp.key = keys[i];
        g_assert_true (khatt_stamps_show (stamps, cr, 1, &disc.stamp, 10, 10));
        g_assert_cmpuint (disc.n_drawn, ==, round == 0);
      }
  g_assert_cmpuint (khatt_stamps_get_n_pictures (stamps), ==, G_N_ELEMENTS (keys));
  g_assert_true (khatt_stamps_show (stamps, cr, 2, &disc.stamp, 10, 10));
  g_assert_cmpuint (khatt_stamps_get_n_pictures (stamps), ==, G_N_ELEMENTS (keys) + 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
draw_page (cairo_t *cr, gconstpointer data)
{
  cairo_set_source_rgb (cr, 0, 0.5, 1);
  cairo_paint (cr);
}

static void
draw_nothing (cairo_t *cr, gconstpointer data)
{
}

/* Nobody's memory is filled with what was seen once; what is too large is not kept at all. Bounds
 * with no ink in them take no room. */
static void
test_bound (void)
{
  static const struct
  {
    void (*draw) (cairo_t *cr, gconstpointer data);
    guint least;
    guint most;
  } tests[] = {
    { draw_page, 1, MANY / 8 },
    { draw_disc, MANY, MANY },
    { draw_nothing, MANY, MANY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (KhattStamps) stamps = khatt_stamps_new ();
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
      cairo_t *cr = cairo_create (surface);
      Disc disc;

      for (guint j = 0; j < MANY; j++)
        {
          init_disc (&disc, j);
          disc.stamp.draw = tests[i].draw;
          disc.stamp.bounds.width = 200;
          disc.stamp.bounds.height = 100;
          g_assert_true (khatt_stamps_show (stamps, cr, 1, &disc.stamp, 10, 10));
        }
      g_assert_cmpuint (khatt_stamps_get_n_pictures (stamps), >=, tests[i].least);
      g_assert_cmpuint (khatt_stamps_get_n_pictures (stamps), <=, tests[i].most);

      init_disc (&disc, MANY);
      disc.stamp.bounds.width = 1e9;
      g_assert_false (khatt_stamps_show (stamps, cr, 1, &disc.stamp, 10, 10));
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stamps/looks-drawn", test_looks_drawn);
  g_test_add_func ("/stamps/recording", test_recording);
  g_test_add_func ("/stamps/keys", test_keys);
  g_test_add_func ("/stamps/bound", test_bound);

  return g_test_run ();
}
