/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-paper.h"

#include "draw-sample.h"
#include "picture-files.h"

#include <math.h>

#define TITLE "August"
#define LEAST_TYPE 10.5 /* pixels */
#define LEAST_POINTS 6.99

static KhattPaperParams
make_params (const char *size, KhattPaperSpread spread, guint n_columns)
{
  KhattPaperParams params = {
    .margin = KHATT_PAPER_MARGIN * KHATT_POINTS_PER_MILLIMETRE,
    .overlap = KHATT_PAPER_OVERLAP * KHATT_POINTS_PER_MILLIMETRE,
    .spread = spread,
    .n_columns = n_columns,
    .style = KHATT_STYLE_PRINT,
    .title = TITLE,
  };

  /* Landscape. */
  g_assert_true (khatt_paper_size_from_name (size, &params.height, &params.width));
  return params;
}

static KhattPaper *
make_paper (const DrawScene *scene, const KhattPaperParams *params)
{
  g_autoptr (GError) error = NULL;
  KhattPaper *paper = khatt_paper_new (scene->arrangement, &scene->params, params, &error);

  g_assert_no_error (error);
  return paper;
}

static void
test_sizes (void)
{
  static const struct
  {
    const char *name;
    int width;
    int height;
  } sizes[] = { { "A4", 595, 842 }, { "a3", 842, 1191 }, { "Letter", 612, 792 } };
  double width, height;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_assert_true (khatt_paper_size_from_name (sizes[i].name, &width, &height));
      g_assert_cmpint ((int) lround (width), ==, sizes[i].width);
      g_assert_cmpint ((int) lround (height), ==, sizes[i].height);
    }
  g_assert_false (khatt_paper_size_from_name ("A44", &width, &height));
}

/* Neighbours along time share the overlap, and those along the lanes one lane; nothing is left out.
 */
static void
test_tiles_cover_all (void)
{
  static const guint columns[] = { 1, 2, 5 };
  static const double overlaps[] = { 0, 10, 25 };

  for (guint way = 0; way < G_N_ELEMENTS (columns) * G_N_ELEMENTS (overlaps) * 2; way++)
    {
      const double overlap = overlaps[way % 3] * KHATT_POINTS_PER_MILLIMETRE;
      g_auto (DrawScene) scene =
          draw_scene_make (draw_sample_new_many (400, 40), (KhattDirection) (way / 9));
      const guint n_lanes = khatt_arrangement_get_n_lanes (scene.arrangement);
      KhattPaperParams params = make_params ("A4", KHATT_PAPER_COUNTED, columns[way / 3 % 3]);
      g_autoptr (KhattPaper) paper = NULL;
      gint64 first, last;
      guint next_lane = 0;

      params.overlap = overlap;
      paper = make_paper (&scene, &params);
      g_assert_cmpuint (khatt_paper_get_n_columns (paper), ==, params.n_columns);
      g_assert_cmpuint (khatt_paper_get_n_omitted (paper), ==, 0);
      g_assert_true (khatt_arrangement_get_extent (scene.arrangement, &first, &last));
      for (guint i = 0; i < khatt_paper_get_n_rows (paper) * params.n_columns; i++)
        {
          const KhattPaperPage page = khatt_paper_get_page (paper, i);
          g_autoptr (KhattLayout) layout = khatt_paper_lay_out (paper, i);
          const KhattScale *scale = &khatt_layout_get_params (layout)->scale;

          g_assert_cmpuint (page.row * params.n_columns + page.column, ==, i);
          g_assert_false (page.is_legend);
          if (page.column == 0)
            {
              g_assert_cmpfloat (khatt_scale_earliest (scale), <=, (double) first);
              g_assert_cmpuint (page.first_lane, ==,
                                page.row > 0 && overlap > 0 ? next_lane - 1 : next_lane);
              next_lane = page.first_lane + page.n_lanes;
            }
          else
            {
              g_autoptr (KhattLayout) before = khatt_paper_lay_out (paper, i - 1);
              const KhattScale *other = &khatt_layout_get_params (before)->scale;
              const double shared = khatt_scale_latest (other) - khatt_scale_earliest (scale);

              g_assert_cmpfloat_with_epsilon (shared * scale->pixels_per_second *
                                                  khatt_paper_get_points_per_pixel (paper),
                                              overlap, 1);
            }
          if (page.column + 1 == params.n_columns)
            g_assert_cmpfloat (khatt_scale_latest (scale), >=, (double) last);
        }
      g_assert_cmpuint (next_lane, ==, n_lanes);
    }
}

/* No label crosses the edge of its page, and nobody needs a glass. Returns how many events have a
 * label. */
static guint
count_whole_labels (KhattPaper *paper)
{
  g_autoptr (GHashTable) labelled = g_hash_table_new (NULL, NULL);

  g_assert_cmpfloat (khatt_paper_get_points_per_pixel (paper) * LEAST_TYPE, >=, LEAST_POINTS);
  for (guint page = 0; page < khatt_paper_get_n_pages (paper); page++)
    {
      g_autoptr (KhattLayout) layout = khatt_paper_lay_out (paper, page);
      const KhattRect plot = khatt_layout_get_plot (layout);

      for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
        {
          const KhattMarkBox *box = khatt_layout_get_mark (layout, i);

          if (box->label.width <= 0)
            continue;
          g_hash_table_add (labelled, GUINT_TO_POINTER (box->slot + 1));
          g_assert_cmpfloat (box->label.x, >=, plot.x);
          g_assert_cmpfloat (box->label.x + box->label.width, <=, plot.x + plot.width);
        }
    }
  return g_hash_table_size (labelled);
}

/* As many pages as needed are enough, and no more than that. */
static void
test_labels (void)
{
  static const char *const sizes[] = { "A4", "A3", "letter" };
  static const guint columns[] = { 1, 2, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) * 4; i++)
    {
      const char *size = sizes[i / 4];
      g_auto (DrawScene) scene =
          draw_scene_make (i & 2 ? draw_sample_new (i % 2 == 0) : draw_sample_new_many (60, 5),
                           (KhattDirection) (i % 2));
      const KhattPaperParams one = make_params (size, KHATT_PAPER_ONE_PAGE, 0);
      const KhattPaperParams params = make_params (size, KHATT_PAPER_AS_NEEDED, 0);
      g_autoptr (KhattPaper) page = make_paper (&scene, &one);
      g_autoptr (KhattPaper) paper = make_paper (&scene, &params);
      const guint n_labels = count_whole_labels (paper);

      g_assert_cmpuint (count_whole_labels (page), >, 0);
      for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
        {
          const KhattPaperParams counted = make_params (size, KHATT_PAPER_COUNTED, columns[c]);
          g_autoptr (KhattPaper) other = make_paper (&scene, &counted);
          const guint n_other = count_whole_labels (other);

          g_assert_cmpfloat (n_labels, >=, n_other * 0.9);
          if (columns[c] < khatt_paper_get_n_columns (paper))
            g_assert_cmpuint (n_other, <, n_labels);
        }
    }
}

static void
test_one_page (void)
{
  const KhattPaperParams params = make_params ("A4", KHATT_PAPER_ONE_PAGE, 0);
  const KhattPaperParams wide = make_params ("A4", KHATT_PAPER_COUNTED, 1);
  static const guint actors[] = { 3, 14, 60 };

  for (gsize i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      g_auto (DrawScene) scene =
          draw_scene_make (draw_sample_new_many (300, actors[i]), KHATT_DIRECTION_RTL);
      const guint n_lanes = khatt_arrangement_get_n_lanes (scene.arrangement);
      g_autoptr (KhattPaper) paper = make_paper (&scene, &params);
      g_autoptr (KhattPaper) all = make_paper (&scene, &wide);
      const KhattPaperPage page = khatt_paper_get_page (paper, 0);

      g_assert_cmpuint (khatt_paper_get_n_pages (paper), ==, 1);
      g_assert_cmpuint (page.n_lanes + khatt_paper_get_n_omitted (paper), ==, n_lanes);
      g_assert_cmpint (khatt_paper_get_n_omitted (paper) > 0, ==, i == 2);
      g_assert_cmpuint (khatt_paper_get_n_omitted (all), ==, 0);
      g_assert_cmpint (khatt_paper_get_n_rows (all) > 1, ==, i > 0);
    }
}

/* A view: its span to the second, its lanes and no others. */
static void
test_part (void)
{
  g_auto (DrawScene) scene = draw_scene_make (draw_sample_new (TRUE), KHATT_DIRECTION_RTL);
  KhattPaperParams params = make_params ("A4", KHATT_PAPER_ONE_PAGE, 0);
  g_autoptr (KhattPaper) paper = NULL;
  g_autoptr (KhattLayout) layout = NULL;
  const KhattScale *scale;

  params.has_span = TRUE;
  params.first = draw_sample_day (2025, 8, 6);
  params.last = draw_sample_day (2025, 8, 8);
  params.first_lane = 2;
  params.n_lanes = 3;
  paper = make_paper (&scene, &params);
  layout = khatt_paper_lay_out (paper, 0);
  scale = &khatt_layout_get_params (layout)->scale;
  g_assert_cmpuint (khatt_paper_get_page (paper, 0).first_lane, ==, 2);
  g_assert_cmpuint (khatt_paper_get_page (paper, 0).n_lanes, ==, 3);
  g_assert_cmpuint (khatt_paper_get_n_omitted (paper), ==, 0);
  g_assert_cmpfloat_with_epsilon (khatt_scale_earliest (scale), (double) params.first, 1);
  g_assert_cmpfloat_with_epsilon (khatt_scale_latest (scale), (double) params.last + 1, 1);
  g_assert_cmpfloat_with_epsilon (khatt_layout_get_lane (layout, 2).y,
                                  khatt_layout_get_plot (layout).y, 0.1);
}

static void
test_small_paper (void)
{
  g_auto (DrawScene) scene = draw_scene_make (draw_sample_new (TRUE), KHATT_DIRECTION_RTL);
  KhattPaperParams params = make_params ("A4", KHATT_PAPER_AS_NEEDED, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattPaper) paper = NULL;
  guint last;

  /* A6. */
  params.width = 148 * KHATT_POINTS_PER_MILLIMETRE;
  params.height = 105 * KHATT_POINTS_PER_MILLIMETRE;
  paper = make_paper (&scene, &params);
  last = khatt_paper_get_n_pages (paper) - 1;
  g_assert_true (khatt_paper_get_page (paper, last).is_legend);
  g_assert_false (khatt_paper_get_page (paper, last - 1).is_legend);

  params.height = 100;
  g_assert_null (khatt_paper_new (scene.arrangement, &scene.params, &params, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static char *
dup_text (GBytes *pdf)
{
  g_autofree char *text = khatt_test_run_on (pdf, khatt_test_read_pdf, NULL);

  return text != NULL ? khatt_test_dup_plain (text) : NULL;
}

static gboolean
is_on_paper (KhattPaper *paper, guint32 slot)
{
  gboolean is_on = FALSE;

  for (guint i = 0; i < khatt_paper_get_n_pages (paper); i++)
    {
      g_autoptr (KhattLayout) layout = khatt_paper_lay_out (paper, i);

      is_on = is_on || khatt_layout_find_mark (layout, slot) != NULL;
    }
  return is_on;
}

/* What is said round the picture is on every page, the events on some. */
static void
test_pdf (void)
{
  static const char *const on_each[] = { TITLE, "Kinds", "Page", "August 2025" };

  for (int direction = 0; direction < 2; direction++)
    {
      g_auto (DrawScene) scene = draw_scene_make (draw_sample_new (FALSE), direction);
      KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (scene.arrangement);
      const KhattPaperParams params = make_params ("A4", KHATT_PAPER_COUNTED, 3);
      g_autoptr (KhattPaper) paper = make_paper (&scene, &params);
      g_autoptr (KhattPaper) again = make_paper (&scene, &params);
      g_autoptr (GBytes) pdf = khatt_paper_write_pdf (paper, NULL);
      g_autoptr (GBytes) same = khatt_paper_write_pdf (again, NULL);
      g_autofree char *text = dup_text (pdf);
      g_auto (GStrv) pages = NULL;
      guint n_titles = 0;

      g_assert_true (g_bytes_equal (pdf, same));
      if (text == NULL)
        return;
      pages = g_strsplit (text, "\f", -1);
      /* One after the last page's. */
      g_assert_cmpuint (g_strv_length (pages), ==, khatt_paper_get_n_pages (paper) + 1);
      for (guint i = 0; i < khatt_paper_get_n_pages (paper); i++)
        for (gsize j = 0; j < G_N_ELEMENTS (on_each); j++)
          if (strstr (pages[i], on_each[j]) == NULL)
            g_error ("Page %u does not say “%s”:\n%s", i + 1, on_each[j], pages[i]);
      g_assert_nonnull (strstr (pages[0], "Later: page 2"));
      g_assert_nonnull (strstr (pages[1], "Earlier: page 1"));
      g_assert_null (strstr (pages[2], "Later"));
      for (guint slot = 0; slot < khatt_snapshot_get_n_events (snapshot); slot++)
        {
          const char *title = khatt_snapshot_get_record (snapshot, slot)->title;

          g_assert_true (is_on_paper (paper, slot));
          n_titles += title != NULL && strstr (text, title) != NULL;
        }
      g_assert_cmpuint (n_titles, >=, 12);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/tiles-cover-all", test_tiles_cover_all);
  g_test_add_func ("/paper/labels", test_labels);
  g_test_add_func ("/paper/one-page", test_one_page);
  g_test_add_func ("/paper/part-of-the-whole", test_part);
  g_test_add_func ("/paper/small-paper", test_small_paper);
  g_test_add_func ("/paper/pdf", test_pdf);
  return g_test_run ();
}
