/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-plate.h"

#include <math.h>

#define SIDE 64
#define MIDDLE (SIDE / 2)

/* A square picture on black, its middle the middle of a plate. */
typedef struct
{
  guint32 pixels[SIDE][SIDE];
} Picture;

static const KhattColor red = { 1, 0, 0, 1 };
static const KhattColor green = { 0, 1, 0, 1 };
static const KhattColor blue = { 0, 0, 1, 1 };

static KhattPlate
make_plate (KhattKind kind, KhattStatus status, KhattDirection direction, double size)
{
  return (KhattPlate){
    .x = MIDDLE,
    .y = MIDDLE,
    .size = size,
    .kind = kind,
    .status = status,
    .direction = direction,
    .color = red,
    .ground = green,
    .has_halo = TRUE,
  };
}

static cairo_surface_t *
make_surface (Picture *picture)
{
  return cairo_image_surface_create_for_data ((guchar *) picture->pixels, CAIRO_FORMAT_RGB24, SIDE,
                                              SIDE, SIDE * sizeof (guint32));
}

static void
paint (Picture *picture, const KhattPlate *plate, const KhattRing *ring)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  memset (picture, 0, sizeof *picture);
  surface = make_surface (picture);
  cr = cairo_create (surface);
  if (plate != NULL)
    khatt_plate_paint (cr, plate);
  if (ring != NULL)
    khatt_plate_paint_ring (cr, plate, ring);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static int
get_red (const Picture *picture, int x, int y)
{
  return (picture->pixels[y][x] >> 16) & 0xff;
}

static int
get_green (const Picture *picture, int x, int y)
{
  return (picture->pixels[y][x] >> 8) & 0xff;
}

static int
get_blue (const Picture *picture, int x, int y)
{
  return picture->pixels[y][x] & 0xff;
}

static int
count_red (const Picture *picture)
{
  int n = 0;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      n += get_red (picture, x, y) > 127;
  return n;
}

/* The greatest difference between two pictures, the second one seen in a mirror or not. */
static int
compare (const Picture *a, const Picture *b, gboolean is_mirrored)
{
  int worst = 0;

  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      {
        const int other = is_mirrored ? SIDE - 1 - x : x;

        worst = MAX (worst, ABS (get_red (a, x, y) - get_red (b, other, y)));
        worst = MAX (worst, ABS (get_green (a, x, y) - get_green (b, other, y)));
      }
  return worst;
}

static void
test_every_plate_has_ink (void)
{
  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    for (int status = 0; status < KHATT_N_STATUSES; status++)
      {
        const KhattPlate plate = make_plate (kind, status, KHATT_DIRECTION_LTR, 24);
        Picture picture;

        paint (&picture, &plate, NULL);
        g_assert_cmpint (count_red (&picture), >, 40);
      }
}

static void
test_no_two_silhouettes_are_alike (void)
{
  static Picture pictures[KHATT_N_KINDS];

  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      KhattPlate plate = make_plate (kind, KHATT_STATUS_HAPPENED, KHATT_DIRECTION_LTR, 48);

      plate.ground = plate.color; /* the outline alone */
      plate.has_halo = FALSE;
      paint (&pictures[kind], &plate, NULL);
    }
  for (int a = 0; a < KHATT_N_KINDS; a++)
    for (int b = 0; b < a; b++)
      {
        int n = 0;

        for (int y = 0; y < SIDE; y++)
          for (int x = 0; x < SIDE; x++)
            n += ABS (get_red (&pictures[a], x, y) - get_red (&pictures[b], x, y)) > 127;
        g_assert_cmpint (n, >, 100);
      }
}

static void
test_no_two_statuses_are_alike (void)
{
  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    for (int a = 0; a < KHATT_N_STATUSES; a++)
      for (int b = 0; b < a; b++)
        {
          const KhattPlate plate_a = make_plate (kind, a, KHATT_DIRECTION_LTR, 24);
          const KhattPlate plate_b = make_plate (kind, b, KHATT_DIRECTION_LTR, 24);
          Picture picture_a, picture_b;

          paint (&picture_a, &plate_a, NULL);
          paint (&picture_b, &plate_b, NULL);
          g_assert_cmpint (compare (&picture_a, &picture_b, FALSE), >, 127);
        }
}

static void
test_what_mirrors (void)
{
  static const gboolean is_mirrored[KHATT_N_KINDS] = {
    [KHATT_KIND_VISIT] = TRUE,
    [KHATT_KIND_STATEMENT] = TRUE,
    [KHATT_KIND_ANNOUNCEMENT] = TRUE,
  };

  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      const KhattPlate ltr = make_plate (kind, KHATT_STATUS_HAPPENED, KHATT_DIRECTION_LTR, 24);
      const KhattPlate rtl = make_plate (kind, KHATT_STATUS_HAPPENED, KHATT_DIRECTION_RTL, 24);
      Picture in_ltr, in_rtl;

      paint (&in_ltr, &ltr, NULL);
      paint (&in_rtl, &rtl, NULL);
      g_assert_cmpint (khatt_plate_is_mirrored (kind), ==, is_mirrored[kind]);
      /* Coverage is sampled from one side, so a mirror image differs at its edges. */
      g_assert_cmpint (compare (&in_ltr, &in_rtl, is_mirrored[kind]), <=, 24);
      if (is_mirrored[kind])
        g_assert_cmpint (compare (&in_ltr, &in_rtl, FALSE), >, 127);
    }
}

static void
test_strikes_never_mirror (void)
{
  for (int direction = 0; direction < 2; direction++)
    {
      const KhattPlate cancelled =
          make_plate (KHATT_KIND_VISIT, KHATT_STATUS_CANCELLED, direction, 24);
      const KhattPlate denied = make_plate (KHATT_KIND_VISIT, KHATT_STATUS_DENIED, direction, 24);
      Picture picture;

      paint (&picture, &cancelled, NULL);
      g_assert_cmpint (get_red (&picture, MIDDLE - 12, MIDDLE + 11), >, 127);
      g_assert_cmpint (get_red (&picture, MIDDLE + 11, MIDDLE - 12), >, 127);
      g_assert_cmpint (get_red (&picture, MIDDLE - 12, MIDDLE - 12), ==, 0);
      paint (&picture, &denied, NULL);
      g_assert_cmpint (get_red (&picture, MIDDLE - 12, MIDDLE - 12), >, 127);
      g_assert_cmpint (get_red (&picture, MIDDLE + 11, MIDDLE + 11), >, 127);
    }
}

static void
test_small_plates_have_no_glyph (void)
{
  const KhattPlate small =
      make_plate (KHATT_KIND_MEETING, KHATT_STATUS_HAPPENED, KHATT_DIRECTION_LTR, 13);
  const KhattPlate large =
      make_plate (KHATT_KIND_MEETING, KHATT_STATUS_HAPPENED, KHATT_DIRECTION_LTR, 24);
  Picture picture;
  int n_ground = 0;

  paint (&picture, &small, NULL);
  for (int d = -4; d <= 4; d++)
    n_ground += get_green (&picture, MIDDLE + d, MIDDLE + 3) > 0;
  g_assert_cmpint (n_ground, ==, 0);
  paint (&picture, &large, NULL);
  for (int d = -8; d <= 8; d++)
    n_ground += get_green (&picture, MIDDLE + d, MIDDLE + 3) > 127;
  g_assert_cmpint (n_ground, >, 8);
}

static void
test_hollow_plates_show_the_ground (void)
{
  const KhattPlate plate =
      make_plate (KHATT_KIND_AGREEMENT, KHATT_STATUS_PLANNED, KHATT_DIRECTION_LTR, 24);
  Picture picture;

  paint (&picture, &plate, NULL);
  g_assert_cmpint (get_green (&picture, MIDDLE, MIDDLE - 8), >, 200);
  g_assert_cmpint (get_red (&picture, MIDDLE, MIDDLE - 8), <, 50);
}

static void
test_bounds_hold_all_ink (void)
{
  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    for (int status = 0; status < KHATT_N_STATUSES; status++)
      for (int direction = 0; direction < 2; direction++)
        {
          const KhattPlate plate = make_plate (kind, status, direction, 30);
          const KhattRect bounds = khatt_plate_get_bounds (&plate);
          Picture picture;

          paint (&picture, &plate, NULL);
          for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
              {
                const KhattRect pixel = { x, y, 1, 1 };

                if ((picture.pixels[y][x] & 0xffffff) != 0)
                  g_assert_true (khatt_rect_intersects (&bounds, &pixel));
              }
        }
}

static void
test_points_inside (void)
{
  static const struct
  {
    KhattKind kind;
    KhattDirection direction;
    double x, y;
    gboolean is_inside;
  } cases[] = {
    { KHATT_KIND_CALL, KHATT_DIRECTION_LTR, 0, 0, TRUE },
    { KHATT_KIND_CALL, KHATT_DIRECTION_LTR, 10.5, 0, TRUE },
    { KHATT_KIND_CALL, KHATT_DIRECTION_LTR, 9, 9, FALSE },
    { KHATT_KIND_MEETING, KHATT_DIRECTION_LTR, 9, 9, TRUE },
    { KHATT_KIND_ANNOUNCEMENT, KHATT_DIRECTION_LTR, 12, 0, TRUE },
    { KHATT_KIND_ANNOUNCEMENT, KHATT_DIRECTION_RTL, -12, 0, TRUE },
    { KHATT_KIND_ANNOUNCEMENT, KHATT_DIRECTION_RTL, 11, 8, TRUE },
    { KHATT_KIND_ANNOUNCEMENT, KHATT_DIRECTION_LTR, 11, 9, FALSE },
    { KHATT_KIND_ANNOUNCEMENT, KHATT_DIRECTION_RTL, -11, 9, FALSE },
    { KHATT_KIND_STATEMENT, KHATT_DIRECTION_LTR, -5, 9, TRUE },
    { KHATT_KIND_STATEMENT, KHATT_DIRECTION_RTL, 5, 9, TRUE },
    { KHATT_KIND_STATEMENT, KHATT_DIRECTION_RTL, -5, 9, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattPlate plate =
          make_plate (cases[i].kind, KHATT_STATUS_HAPPENED, cases[i].direction, 24);

      g_assert_cmpint (khatt_plate_contains (&plate, MIDDLE + cases[i].x, MIDDLE + cases[i].y), ==,
                       cases[i].is_inside);
    }
}

static void
test_ring_leaves_the_plate_alone (void)
{
  const KhattRing ring = { .color = blue, .inset = 0, .gap = 2.25, .width = 2.25 };

  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      KhattPlate plate = make_plate (kind, KHATT_STATUS_HAPPENED, KHATT_DIRECTION_LTR, 24);
      Picture without, with;
      int n_ring = 0;

      paint (&without, &plate, NULL);
      paint (&with, &plate, &ring);
      for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
          {
            n_ring += get_blue (&with, x, y) > 127;
            if (khatt_plate_contains (&plate, x + 0.5, y + 0.5) && get_red (&without, x, y) == 255)
              g_assert_cmpint (get_red (&with, x, y), >, 200);
          }
      g_assert_cmpint (n_ring, >, 80);
    }
}

static void
test_colors_of_a_palette (void)
{
  const KhattPalette *palette = khatt_palette_get (KHATT_STYLE_DARK);
  const KhattPlate plate = khatt_plate_make (palette, KHATT_KIND_VISIT, KHATT_STATUS_PLANNED,
                                             KHATT_DIRECTION_RTL, 3, 4, 24);

  g_assert_cmpmem (&plate.color, sizeof plate.color, &palette->kinds[KHATT_KIND_VISIT],
                   sizeof plate.color);
  g_assert_cmpmem (&plate.ground, sizeof plate.ground, &palette->lane, sizeof plate.ground);
  g_assert_cmpint (plate.status, ==, KHATT_STATUS_PLANNED);
  g_assert_true (plate.has_halo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plate/every-kind-and-status-has-ink", test_every_plate_has_ink);
  g_test_add_func ("/plate/no-two-silhouettes-are-alike", test_no_two_silhouettes_are_alike);
  g_test_add_func ("/plate/no-two-statuses-are-alike", test_no_two_statuses_are_alike);
  g_test_add_func ("/plate/what-mirrors-and-what-does-not", test_what_mirrors);
  g_test_add_func ("/plate/strikes-never-mirror", test_strikes_never_mirror);
  g_test_add_func ("/plate/small-ones-have-no-glyph", test_small_plates_have_no_glyph);
  g_test_add_func ("/plate/hollow-ones-show-the-ground", test_hollow_plates_show_the_ground);
  g_test_add_func ("/plate/bounds-hold-all-ink", test_bounds_hold_all_ink);
  g_test_add_func ("/plate/points-inside", test_points_inside);
  g_test_add_func ("/plate/a-ring-leaves-the-plate-alone", test_ring_leaves_the_plate_alone);
  g_test_add_func ("/plate/colours-of-a-palette", test_colors_of_a_palette);
  return g_test_run ();
}
