/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a search found keeps its colours, wherever it is drawn: as a mark, as a part of a cluster or
 * of a ribbon; the rest fades. */

#include "draw-sample.h"

#include "khatt-layout-private.h"
#include "khatt-painter.h"

#define DAY KHATT_SECONDS_PER_DAY
#define WIDTH 900

static void
light (DrawScene *scene, const char *text)
{
  g_clear_pointer (&scene->params.lit, khatt_lit_unref);
  if (text != NULL)
    scene->params.lit = draw_sample_light (scene->arrangement, text);
}

static void
show_days (DrawScene *scene, gint64 n_days)
{
  gint64 middle = draw_sample_day (2011, 3, 4);

  scene->params.width = WIDTH;
  scene->params.scale =
      khatt_layout_fit_span (scene->arrangement, &scene->params, scene->shaper,
                             middle - n_days * DAY / 2, middle + n_days * DAY / 2);
}

/* Off the grid of pixels nothing is copied. */
static cairo_surface_t *
paint (const DrawScene *scene, gboolean has_grid)
{
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (scene);
  const KhattLayoutParams *params = khatt_layout_get_params (layout);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) params->width, (int) params->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, scene->shaper);

  khatt_ink_set_device_scale (ink, has_grid ? 1 : 1.5);
  khatt_painter_paint (layout, khatt_palette_get (KHATT_STYLE_LIGHT), ink);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pack (const KhattColor *color)
{
  return (guint32) (color->red * 255 + 0.5) << 16 | (guint32) (color->green * 255 + 0.5) << 8 |
         (guint32) (color->blue * 255 + 0.5);
}

/* How many pixels have the colour of some kind; grey is at the edges of letters too. */
static guint
count_coloured (const DrawScene *scene, gboolean has_grid, gboolean is_faded)
{
  KhattPalette palette = *khatt_palette_get (KHATT_STYLE_LIGHT);
  cairo_surface_t *surface = paint (scene, has_grid);
  int stride = cairo_image_surface_get_stride (surface);
  guint n_found = 0;

  if (is_faded)
    palette = khatt_palette_fade (&palette);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint32 pixel = *(const guint32 *) (const void *) (cairo_image_surface_get_data (surface) +
                                                           y * stride + x * 4) &
                        0xffffff;

        for (guint kind = 0; kind < KHATT_KIND_OTHER; kind++)
          n_found += pixel == pack (&palette.kinds[kind]);
      }
  cairo_surface_destroy (surface);
  return n_found;
}

static const KhattMark *
find_titled (const KhattLayout *layout, const char *title)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);

      if (g_strcmp0 (mark->record->title, title) == 0)
        return mark;
    }
  g_assert_not_reached ();
}

/* ---- Marks ---- */

static void
test_marks (void)
{
  g_auto (DrawScene) scene = draw_scene_make (
      draw_sample_new_from_text ("call happened 2025-08-04 Gas | A initiator | B recipient\n"
                                 "visit happened 2025-08-07 Oil | A visitor | C host\n"
                                 "offer happened 2025-08-09 Gas | C initiator | B recipient"),
      KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = NULL;
  guint n_coloured;
  guint n_faded;

  scene.params.width = WIDTH;
  n_coloured = count_coloured (&scene, TRUE, FALSE);
  g_assert_cmpuint (n_coloured, >, 0);
  n_faded = count_coloured (&scene, TRUE, TRUE);

  light (&scene, "gas");
  layout = draw_scene_lay_out (&scene);
  g_assert_true (find_titled (layout, "Oil")->is_faded);
  g_assert_false (find_titled (layout, "Gas")->is_faded);
  g_assert_cmpuint (count_coloured (&scene, TRUE, FALSE), >, 0);
  g_assert_cmpuint (count_coloured (&scene, TRUE, FALSE), <, n_coloured);
  g_assert_cmpuint (count_coloured (&scene, TRUE, TRUE), >, n_faded);

  light (&scene, "nothing at all");
  g_assert_cmpuint (count_coloured (&scene, TRUE, FALSE), ==, 0);
  light (&scene, NULL);
}

/* Where all is found, nothing looks otherwise. */
static void
test_all (void)
{
  g_auto (DrawScene) scene = draw_scene_make (
      draw_sample_new_from_text ("call happened 2025-08-04 Gas | A initiator | B recipient\n"
                                 "visit happened 2025-08-09 Gas | C initiator | B recipient"),
      KHATT_DIRECTION_RTL);
  cairo_surface_t *before;
  cairo_surface_t *lit;

  scene.params.width = WIDTH;
  before = paint (&scene, TRUE);
  light (&scene, "gas");
  lit = paint (&scene, TRUE);
  g_assert_cmpmem (cairo_image_surface_get_data (before),
                   cairo_image_surface_get_stride (before) *
                       cairo_image_surface_get_height (before),
                   cairo_image_surface_get_data (lit),
                   cairo_image_surface_get_stride (lit) * cairo_image_surface_get_height (lit));
  cairo_surface_destroy (before);
  cairo_surface_destroy (lit);
  light (&scene, NULL);
}

static gboolean
has_label (const DrawScene *scene, const char *title)
{
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (scene);

  return find_titled (layout, title)->label != NULL;
}

/* Between two events is room for one label: that of the important one, unless the other was found.
 */
static void
test_labels (void)
{
  const char *const important = "An important event";
  const char *const other = "What is looked for";
  g_auto (DrawScene) scene = draw_scene_make (
      draw_sample_new_from_text ("call happened 2025-08-03 | A speaker\n"
                                 "call! happened 2025-08-04 An important event | A speaker\n"
                                 "visit happened 2025-08-09 What is looked for | A speaker\n"
                                 "call happened 2025-08-10 | A speaker"),
      KHATT_DIRECTION_LTR);

  scene.params.width = 700;
  draw_scene_show_days (&scene, "2025-08-01", "2025-08-15");
  g_assert_true (has_label (&scene, important));
  g_assert_false (has_label (&scene, other));
  light (&scene, "looked for");
  g_assert_false (has_label (&scene, important));
  g_assert_true (has_label (&scene, other));
  light (&scene, NULL);
}

/* ---- Many ---- */

static guint
count_lit (const DrawScene *scene, guint lane, gint64 first, gint64 last)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  const KhattIndex *index = khatt_arrangement_get_index (scene->arrangement);
  guint n_lit = 0;

  khatt_index_list (index, lane, first, last, G_MAXUINT, ranks);
  for (guint i = 0; i < ranks->len; i++)
    n_lit += khatt_lit_has (scene->params.lit,
                            khatt_index_get_slot (index, g_array_index (ranks, guint32, i)));
  return n_lit;
}

static void
assert_clusters (guint n_events, gint64 n_days)
{
  g_auto (DrawScene) scene =
      draw_scene_make (draw_sample_new_many (n_events, 25), KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = NULL;
  guint n_found = 0;

  show_days (&scene, n_days);
  layout = draw_scene_lay_out (&scene);
  for (guint i = 0; i < khatt_layout_get_n_clusters (layout); i++)
    {
      const KhattClusterBox *box = khatt_layout_get_cluster (layout, i);

      g_assert_cmpuint (box->n_lit, ==, box->n_events);
    }
  g_clear_pointer (&layout, khatt_layout_free);

  light (&scene, "actor 12");
  layout = draw_scene_lay_out (&scene);
  g_assert_cmpuint (khatt_layout_get_n_clusters (layout), >, 0);
  for (guint i = 0; i < khatt_layout_get_n_clusters (layout); i++)
    {
      const KhattClusterBox *box = khatt_layout_get_cluster (layout, i);

      g_assert_cmpuint (box->n_lit, ==, count_lit (&scene, box->lane, box->first, box->last));
      n_found += box->n_lit;
    }
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (count_coloured (&scene, TRUE, FALSE), >, 0);
  light (&scene, "nothing at all");
  g_assert_cmpuint (count_coloured (&scene, TRUE, FALSE), ==, 0);
  light (&scene, NULL);
}

static void
test_clusters (void)
{
  assert_clusters (30000, 60);
}

static void
test_crowds (void)
{
  assert_clusters (30000, 700);
}

/* A column is as high as ever, and as much of it lit as was found. */
static void
test_ribbons (gconstpointer data)
{
  gboolean has_grid = GPOINTER_TO_INT (data);
  g_auto (DrawScene) scene =
      draw_scene_make (draw_sample_new_many (30000, 25), KHATT_DIRECTION_RTL);
  g_autoptr (KhattLayout) plain = NULL;
  g_autoptr (KhattLayout) layout = NULL;
  guint n_partly = 0;

  show_days (&scene, 4000);
  plain = draw_scene_lay_out (&scene);
  light (&scene, "actor 12");
  layout = draw_scene_lay_out (&scene);
  g_assert_cmpuint (layout->columns->len, ==, plain->columns->len);
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const KhattRibbonColumn *column = &g_array_index (layout->columns, KhattRibbonColumn, i);
      guint height = 0;

      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        height += column->lit[kind];
      g_assert_cmpuint (height, <=, column->height);
      g_assert_cmpuint (column->height, ==,
                        g_array_index (plain->columns, KhattRibbonColumn, i).height);
      n_partly += height > 0 && height < column->height;
    }
  g_assert_cmpuint (n_partly, >, 0);
  g_assert_cmpuint (count_coloured (&scene, has_grid, FALSE), >, 0);
  g_assert_cmpuint (count_coloured (&scene, has_grid, TRUE), >, 0);
  light (&scene, "nothing at all");
  g_assert_cmpuint (count_coloured (&scene, has_grid, FALSE), ==, 0);
  light (&scene, NULL);
}

/* ---- Counting ---- */

static void
test_cells (void)
{
  g_auto (DrawScene) scene = draw_scene_make (draw_sample_new_many (3000, 25), KHATT_DIRECTION_LTR);
  gint64 times[31];
  guint32 counts[30];
  guint n_found = 0;

  light (&scene, "actor 1");
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = draw_sample_day (1995 + i, 1, 1);
  khatt_lit_count_cells (scene.params.lit, times, G_N_ELEMENTS (counts), counts);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_assert_cmpuint (counts[i], ==,
                        count_lit (&scene, KHATT_INDEX_ALL_LANES, times[i], times[i + 1] - 1));
      n_found += counts[i];
    }
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <, 3000);
  light (&scene, NULL);
}

static void
test_cancelled (void)
{
  g_auto (DrawScene) scene = draw_scene_make (draw_sample_new_many (30, 5), KHATT_DIRECTION_LTR);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KhattLit) lit = draw_sample_light (scene.arrangement, "actor");

  g_cancellable_cancel (cancellable);
  g_assert_null (khatt_lit_new (scene.arrangement, khatt_lit_get_hits (lit), cancellable));
}

/* While another arrangement is made, the marks of the new one are lit, and nothing is counted by
 * the old one. */
static void
test_other_arrangement (void)
{
  g_auto (DrawScene) scene = draw_scene_make (draw_sample_new_many (300, 5), KHATT_DIRECTION_LTR);
  g_autoptr (KhattArrangement) other = draw_sample_arrange (scene.timeline, KHATT_LANES_KINDS);

  light (&scene, "actor 1");
  g_assert_nonnull (khatt_lit_get_index (scene.params.lit, scene.arrangement));
  g_assert_null (khatt_lit_get_index (scene.params.lit, other));
  light (&scene, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lit/marks", test_marks);
  g_test_add_func ("/lit/all", test_all);
  g_test_add_func ("/lit/labels", test_labels);
  g_test_add_func ("/lit/clusters", test_clusters);
  g_test_add_func ("/lit/crowds", test_crowds);
  g_test_add_data_func ("/lit/ribbons/strip", GINT_TO_POINTER (TRUE), test_ribbons);
  g_test_add_data_func ("/lit/ribbons/paths", GINT_TO_POINTER (FALSE), test_ribbons);
  g_test_add_func ("/lit/cells", test_cells);
  g_test_add_func ("/lit/cancelled", test_cancelled);
  g_test_add_func ("/lit/other-arrangement", test_other_arrangement);

  return g_test_run ();
}
