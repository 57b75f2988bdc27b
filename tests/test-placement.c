/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels are chosen in tiles so that panning moves none. Nobody may see where tiles meet: two
 * neighbours alone in a lane both have a label, wherever on the axis they are. */

#include "draw-sample.h"

#include "khatt-layout-private.h"
#include "khatt-scenes.h"

#define WIDTH 1400
#define HEIGHT 500
#define DAY KHATT_SECONDS_PER_DAY
#define DAYS_SHOWN 90
#define FIRST_DAY 20
/* Farther than from any border of two tiles to the next but one. */
#define LAST_DAY 280

typedef struct
{
  const char *name;
  double text_scale;
  KhattDirection direction;
  gboolean has_cards;
} Case;

static const Case cases[] = {
  { "ltr", 1, KHATT_DIRECTION_LTR, FALSE },     { "rtl", 1, KHATT_DIRECTION_RTL, FALSE },
  { "cards", 1, KHATT_DIRECTION_RTL, TRUE },    { "large", 2, KHATT_DIRECTION_LTR, FALSE },
  { "small", 0.75, KHATT_DIRECTION_RTL, TRUE },
};

static char *
write_day (gint64 day)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2024, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) moved = g_date_time_add_days (first, (int) day);

  return g_date_time_format (moved, "%Y-%m-%d");
}

/* The first has only the earlier side, the second only the later. */
static DrawScene
make_neighbours (const Case *test, gint64 day)
{
  g_autofree char *first = write_day (day);
  g_autofree char *second = write_day (day + (gint64) (5 * test->text_scale));
  g_autofree char *text =
      g_strdup_printf ("statement happened %s The first of two talks | A speaker\n"
                       "statement happened %s The second, about the river | A speaker\n",
                       first, second);
  DrawScene scene = draw_scene_make (draw_sample_new_from_text (text), test->direction);
  gint64 middle = draw_sample_day (2024, 1, 1) + day * DAY;

  scene.params.width = WIDTH;
  scene.params.height = HEIGHT;
  scene.params.text_scale = test->text_scale;
  scene.params.has_cards = test->has_cards;
  scene.params.today = KHATT_TIME_MIN;
  scene.params.scale =
      khatt_layout_fit_span (scene.arrangement, &scene.params, scene.shaper,
                             middle - DAYS_SHOWN / 2 * DAY, middle + DAYS_SHOWN / 2 * DAY);

  return scene;
}

static gboolean
is_named (const KhattLayout *layout, guint32 slot)
{
  const KhattMarkBox *mark = khatt_layout_find_mark (layout, slot);

  g_assert_nonnull (mark);

  return !khatt_rect_is_empty (&mark->label);
}

static double
get_first_track (const KhattLayout *layout)
{
  return khatt_scale_track (&layout->params.scale, layout->params.scale.origin);
}

static gboolean
is_across (const KhattLayout *layout, guint32 slot)
{
  const KhattMark *mark = khatt_layout_find_whole_mark (layout, slot);
  const KhattRect *plot = &layout->frame.plot;
  const KhattRect *box = &mark->box.label;
  double least = khatt_scale_sign (&layout->params.scale) > 0
                     ? box->x - plot->x
                     : plot->x + plot->width - box->x - box->width;
  double from = get_first_track (layout) + least;

  return khatt_layout_get_tile_first (layout, from) !=
         khatt_layout_get_tile_first (layout, from + box->width);
}

static void
test_tile_borders (gconstpointer data)
{
  const Case *test = data;
  guint n_across = 0;

  for (gint64 day = FIRST_DAY; day < LAST_DAY; day++)
    {
      g_auto (DrawScene) scene = make_neighbours (test, day);
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

      g_test_message ("day %d", (int) day);
      for (guint32 slot = 0; slot < 2; slot++)
        {
          g_assert_true (is_named (layout, slot));
          n_across += is_across (layout, slot);
        }
    }
  g_assert_cmpuint (n_across, >, 5);
}

/* A label across a border stands where it did in every view that shows it whole. */
static void
test_panning (gconstpointer data)
{
  const Case *test = data;

  for (gint64 day = FIRST_DAY; day < LAST_DAY; day += 3)
    {
      g_auto (DrawScene) scene = make_neighbours (test, day);
      g_autoptr (KhattScenes) scenes = khatt_scenes_new ();
      g_autoptr (KhattLayout) before = draw_scene_lay_out (&scene);

      for (guint step = 1; step < 5; step++)
        {
          g_autoptr (KhattLayout) after = NULL;

          scene.params.scale = khatt_scale_pan (&scene.params.scale, -40);
          after = khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
          for (guint32 slot = 0; slot < 2; slot++)
            {
              const KhattRect *a = &khatt_layout_find_mark (before, slot)->label;
              const KhattRect *b = &khatt_layout_find_mark (after, slot)->label;
              double moved = khatt_scale_sign (&scene.params.scale) *
                             (get_first_track (before) - get_first_track (after));

              g_assert_cmpfloat (a->x + moved, ==, b->x);
              g_assert_cmpfloat (a->width, ==, b->width);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *borders = g_strconcat ("/placement/tile-borders/", cases[i].name, NULL);
      g_autofree char *panning = g_strconcat ("/placement/panning/", cases[i].name, NULL);

      g_test_add_data_func (borders, &cases[i], test_tile_borders);
      g_test_add_data_func (panning, &cases[i], test_panning);
    }

  return g_test_run ();
}
