/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ribbons that are put together in memory are the same pixels as those that are filled box by box,
 * ground and all. */

#include "draw-look.h"

#include "khatt-layout-private.h"
#include "khatt-painter.h"

#include <string.h>

#define N_EVENTS 4000
#define N_ACTORS 14
/* So many that a lane is a ribbon where a day is wide enough for weekends to show. */
#define N_CROWDED_EVENTS 100000
#define N_CROWDED_ACTORS 4
#define WIDTH 700
#define HEIGHT 300
/* A halo, and what ink is beside its line. */
/* Pixels are no whole ones: what is drawn are boxes. */
#define UNEVEN_GRID 0.75

typedef struct
{
  const char *name;
  KhattStyle style;
  KhattDirection direction;
  int scale;           /* device pixels a pixel */
  const char *days[2]; /* NULL: all */
  double scroll_y;
  guint selected;
} Case;

static const Case cases[] = {
  { "light", KHATT_STYLE_LIGHT, KHATT_DIRECTION_LTR, 1, { NULL }, 0, KHATT_SLOT_NONE },
  { "mirrored", KHATT_STYLE_LIGHT, KHATT_DIRECTION_RTL, 1, { NULL }, 0, KHATT_SLOT_NONE },
  { "selected", KHATT_STYLE_LIGHT, KHATT_DIRECTION_RTL, 1, { NULL }, 0, 7 },
  { "dark", KHATT_STYLE_DARK, KHATT_DIRECTION_LTR, 1, { NULL }, 0, 7 },
  { "fine", KHATT_STYLE_DARK, KHATT_DIRECTION_RTL, 2, { NULL }, 0, 7 },
  { "three", KHATT_STYLE_LIGHT, KHATT_DIRECTION_LTR, 3, { NULL }, 0, 7 },
  { "high-contrast", KHATT_STYLE_HIGH_CONTRAST_DARK, KHATT_DIRECTION_LTR, 1, { NULL }, 0, 7 },
  { "print", KHATT_STYLE_PRINT, KHATT_DIRECTION_LTR, 1, { NULL }, 0, 7 },
  { "scrolled", KHATT_STYLE_LIGHT, KHATT_DIRECTION_LTR, 1, { NULL }, 105, 7 },
  { "row-half-away", KHATT_STYLE_LIGHT, KHATT_DIRECTION_RTL, 1, { NULL }, 44, 7 },
  { "weekends", KHATT_STYLE_LIGHT, KHATT_DIRECTION_RTL, 1, { "2001-01-01", "2001-03-15" }, 0, 7 },
  { "weekends-dotted",
    KHATT_STYLE_HIGH_CONTRAST_LIGHT,
    KHATT_DIRECTION_RTL,
    1,
    { "2001-01-01", "2001-03-15" },
    30,
    7 },
};

static cairo_surface_t *
paint (const KhattLayout *layout, KhattShaper *shaper, const Case *c, double ink_scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * c->scale, HEIGHT * c->scale);
  cairo_t *cr;
  KhattInk *ink;

  cairo_surface_set_device_scale (surface, c->scale, c->scale);
  cr = cairo_create (surface);
  ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);
  khatt_ink_set_device_scale (ink, ink_scale);
  khatt_painter_paint (layout, khatt_palette_get (c->style), ink);
  khatt_ink_free (ink);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, sizeof pixel);

  return pixel & 0xffffff;
}

static void
test_same_as_boxes (gconstpointer data)
{
  const Case *c = data;
  gboolean is_crowded = c->days[0] != NULL;
  KhattTimeline *timeline = draw_sample_new_many (is_crowded ? N_CROWDED_EVENTS : N_EVENTS,
                                                  is_crowded ? N_CROWDED_ACTORS : N_ACTORS);
  g_auto (DrawScene) scene = draw_scene_make (timeline, c->direction);
  g_autoptr (KhattLayout) layout = NULL;
  cairo_surface_t *copied, *filled;
  KhattRect plot;
  guint n_inked = 0;

  scene.params.width = WIDTH;
  scene.params.height = HEIGHT;
  scene.params.scale = khatt_layout_fit_all (scene.arrangement, &scene.params, scene.shaper);
  if (is_crowded)
    draw_scene_show_days (&scene, c->days[0], c->days[1]);
  scene.params.scroll_y = c->scroll_y;
  scene.params.selected = c->selected;
  layout = draw_scene_lay_out (&scene);
  g_assert_cmpuint (layout->columns->len, >, 100);
  g_assert_cmpuint (khatt_axis_get_n_bands (layout->axis), >, 0);

  copied = paint (layout, scene.shaper, c, 1);
  filled = paint (layout, scene.shaper, c, UNEVEN_GRID / c->scale);
  plot = khatt_layout_get_plot (layout);
  for (int y = (int) plot.y * c->scale; y < HEIGHT * c->scale; y++)
    for (int x = (int) plot.x * c->scale; x < (int) (plot.x + plot.width) * c->scale; x++)
      {
        guint32 pixel = get_pixel (copied, x, y);

        if (draw_look_is_under_text (layout, x / c->scale, y / c->scale))
          continue;
        if (pixel != get_pixel (filled, x, y))
          g_error ("at %d, %d: #%06x, not #%06x", x, y, pixel, get_pixel (filled, x, y));
        n_inked += pixel != get_pixel (copied, x, HEIGHT * c->scale - 1);
      }
  g_assert_cmpuint (n_inked, >, 1000);
  cairo_surface_destroy (copied);
  cairo_surface_destroy (filled);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ribbon-strip/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_same_as_boxes);
    }

  return g_test_run ();
}
