/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold of every layout: mirrored views
 * mirror, labels never overlap, panning moves nothing but everything. */

#include "draw-sample.h"

#include "khatt-layout-private.h"

#include <math.h>
#include <string.h>

#define EPSILON 0.01
#define DAY KHATT_SECONDS_PER_DAY

static void
assert_mirrored (const KhattRect *a, const KhattRect *b, double width)
{
  g_assert_cmpfloat_with_epsilon (a->x, width - b->x - b->width, EPSILON);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, EPSILON);
  g_assert_cmpfloat_with_epsilon (a->width, b->width, EPSILON);
  g_assert_cmpfloat_with_epsilon (a->height, b->height, EPSILON);
}

static void
assert_mirror_images (const KhattLayout *ltr, const KhattLayout *rtl)
{
  double width = ltr->params.width;

  assert_mirrored (&ltr->frame.plot, &rtl->frame.plot, width);
  assert_mirrored (&ltr->frame.headers, &rtl->frame.headers, width);
  assert_mirrored (&ltr->frame.corner, &rtl->frame.corner, width);

  g_assert_cmpuint (khatt_layout_get_n_marks (ltr), ==, khatt_layout_get_n_marks (rtl));
  for (guint i = 0; i < khatt_layout_get_n_marks (ltr); i++)
    {
      const KhattMarkBox *a = khatt_layout_get_mark (ltr, i);
      const KhattMarkBox *b = khatt_layout_get_mark (rtl, i);

      g_assert_cmpuint (a->slot, ==, b->slot);
      assert_mirrored (&a->plate, &b->plate, width);
      assert_mirrored (&a->bounds, &b->bounds, width);
      g_assert_cmpint (khatt_rect_is_empty (&a->label), ==, khatt_rect_is_empty (&b->label));
      if (!khatt_rect_is_empty (&a->label))
        assert_mirrored (&a->label, &b->label, width);
    }

  g_assert_cmpuint (khatt_layout_get_n_clusters (ltr), ==, khatt_layout_get_n_clusters (rtl));
  for (guint i = 0; i < khatt_layout_get_n_clusters (ltr); i++)
    assert_mirrored (&khatt_layout_get_cluster (ltr, i)->pill,
                     &khatt_layout_get_cluster (rtl, i)->pill, width);

  g_assert_cmpuint (ltr->columns->len, ==, rtl->columns->len);
  for (guint i = 0; i < ltr->columns->len; i++)
    {
      const KhattRibbonColumn *a = &g_array_index (ltr->columns, KhattRibbonColumn, i);
      const KhattRibbonColumn *b = &g_array_index (rtl->columns, KhattRibbonColumn, i);

      g_assert_cmpfloat (a->x, ==, width - b->x - KHATT_RIBBON_INK);
      g_assert_cmpmem (a->heights, sizeof a->heights, b->heights, sizeof b->heights);
    }
}

/* Some documents, each with how many days are shown. */
typedef struct
{
  guint n_events; /* 0: the sample */
  gint64 days;    /* 0: all */
} Look;

static const Look looks[] = {
  { 0, 0 },     { 0, 3 },     { 0, 14 },      { 0, 60 },      { 0, 4000 },
  { 300, 0 },   { 300, 400 }, { 3000, 0 },    { 3000, 2000 }, { 3000, 300 },
  { 3000, 30 }, { 30000, 0 }, { 30000, 700 }, { 30000, 60 },  { 30000, 9 },
};

static DrawScene
make_look (const Look *look, KhattDirection direction)
{
  KhattTimeline *timeline =
      look->n_events == 0 ? draw_sample_new (FALSE) : draw_sample_new_many (look->n_events, 25);
  DrawScene scene = draw_scene_make (timeline, direction);
  gint64 middle = look->n_events == 0 ? draw_sample_day (2025, 8, 8) : draw_sample_day (2011, 3, 4);

  if (look->days > 0)
    scene.params.scale =
        khatt_layout_fit_span (scene.arrangement, &scene.params, scene.shaper,
                               middle - look->days * DAY / 2, middle + look->days * DAY / 2);

  return scene;
}

static void
test_mirror (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_auto (DrawScene) scene = make_look (&looks[i], KHATT_DIRECTION_LTR);
      g_autoptr (KhattLayout) ltr = draw_scene_lay_out (&scene);
      g_autoptr (KhattLayout) rtl = NULL;

      g_test_message ("look %u", i);
      scene.params.scale.direction = KHATT_DIRECTION_RTL;
      rtl = draw_scene_lay_out (&scene);
      assert_mirror_images (ltr, rtl);
    }
}

static void
assert_clear_of_ends (const KhattLayout *layout, const KhattMark *mark, const KhattRect *label)
{
  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);
      double size = (end->form == KHATT_END_PLATE ? KHATT_MARK_PLATE : KHATT_MARK_DOT) *
                    layout->params.text_scale;
      KhattRect box = { mark->x - size / 2, end->y - size / 2, size, size };

      if (end->is_shown)
        g_assert_false (khatt_rect_intersects (&box, label));
    }
}

static void
assert_labels_are_clear (const KhattLayout *layout)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);
      const KhattRect *label = &mark->box.label;

      if (khatt_rect_is_empty (label))
        continue;

      g_assert_cmpfloat (label->x, >=, layout->frame.plot.x);
      g_assert_cmpfloat (label->x + label->width, <=,
                         layout->frame.plot.x + layout->frame.plot.width);
      for (guint j = 0; j < layout->marks->len; j++)
        {
          const KhattMark *other = &g_array_index (layout->marks, KhattMark, j);
          KhattRect connector = { other->x - 1, other->stub_top, 3,
                                  other->stub_bottom - other->stub_top };

          if (j != i && !khatt_rect_is_empty (&other->box.label))
            g_assert_false (khatt_rect_intersects (label, &other->box.label));
          assert_clear_of_ends (layout, other, label);
          if (!other->is_broken && connector.height > 0)
            g_assert_false (khatt_rect_intersects (label, &connector));
        }
      for (guint j = 0; j < layout->clusters->len; j++)
        g_assert_false (khatt_rect_intersects (label, &khatt_layout_get_cluster (layout, j)->pill));
    }
}

static void
test_labels_never_overlap (gconstpointer data)
{
  KhattDirection direction = GPOINTER_TO_UINT (data);
  guint n_labels = 0;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_auto (DrawScene) scene = make_look (&looks[i], direction);

      for (guint step = 0; step < 5; step++)
        {
          g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

          g_test_message ("look %u, step %u", i, step);
          assert_labels_are_clear (layout);
          for (guint j = 0; j < layout->marks->len; j++)
            n_labels += g_array_index (layout->marks, KhattMark, j).label != NULL;
          scene.params.is_compact = step % 2 == 0;
          scene.params.scale = khatt_scale_zoom (&scene.params.scale, scene.params.width / 2, 1.37);
        }
    }

  /* The test would be easy to pass without any. */
  g_assert_cmpuint (n_labels, >, 500);
}

/* Is what is left of its label as much as there is room for in the view? */
static gboolean
is_at_edge (const KhattLayout *layout, const KhattMark *mark)
{
  const double step = 24; /* of widths, and a letter */
  const KhattRect *plot = &layout->frame.plot;
  const KhattRect *label = &mark->box.label;
  return khatt_label_is_elided (mark->label) &&
         (label->x - plot->x < step || plot->x + plot->width - label->x - label->width < step);
}

/* Every mark and label that two views show stands in the same place in both, but for the pan. */
static void
assert_same_but_panned (const KhattLayout *before, const KhattLayout *after)
{
  double shift = khatt_scale_snap (&after->params.scale, 1.2e9) -
                 khatt_scale_snap (&before->params.scale, 1.2e9);

  for (guint i = 0; i < before->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (before->marks, KhattMark, i);
      const KhattMark *other = khatt_layout_find_whole_mark (after, mark->box.slot);

      if (other == NULL)
        continue;
      g_assert_cmpfloat (other->x - mark->x, ==, shift);
      g_assert_cmpuint (other->group, ==, mark->group == G_MAXUINT32 ? G_MAXUINT32 : other->group);
      if (mark->label != NULL && other->label != NULL)
        {
          double end = mark->label_x + mark->box.label.width + shift;
          double other_end = other->label_x + other->box.label.width;

          /* The edge of a view may have cut it, on the side away from its mark. */
          g_assert_true (mark->label_x + shift == other->label_x || end == other_end);
          g_assert_true (other->box.label.width == mark->box.label.width ||
                         is_at_edge (before, mark) || is_at_edge (after, other));
          g_assert_cmpfloat (other->label_baseline, ==, mark->label_baseline);
        }
    }
}

static void
test_panning_moves_nothing (gconstpointer data)
{
  KhattDirection direction = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_auto (DrawScene) scene = make_look (&looks[i], direction);
      g_autoptr (KhattLayout) before = draw_scene_lay_out (&scene);

      for (guint step = 1; step < 12; step++)
        {
          g_autoptr (KhattLayout) after = NULL;

          g_test_message ("look %u, step %u", i, step);
          scene.params.scale = khatt_scale_pan (&scene.params.scale, 47.3);
          after = draw_scene_lay_out (&scene);
          assert_same_but_panned (before, after);
        }
    }
}

static void
test_scrolling_moves_nothing (void)
{
  g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_RTL);
  g_autoptr (KhattLayout) before = NULL;
  g_autoptr (KhattLayout) after = NULL;

  scene.params.height = 300;
  before = draw_scene_lay_out (&scene);
  scene.params.scroll_y = 101;
  after = draw_scene_lay_out (&scene);

  g_assert_cmpfloat (khatt_layout_get_lane_line (after, 5), ==,
                     khatt_layout_get_lane_line (before, 5) - 101);
  for (guint i = 0; i < before->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (before->marks, KhattMark, i);
      const KhattMark *other = khatt_layout_find_whole_mark (after, mark->box.slot);

      if (other != NULL)
        g_assert_cmpfloat (other->x, ==, mark->x);
    }
}

static void
test_scroll_is_clamped (void)
{
  g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = NULL;

  scene.params.height = 300;
  scene.params.scroll_y = 1e6;
  layout = draw_scene_lay_out (&scene);

  g_assert_cmpfloat (khatt_layout_get_params (layout)->scroll_y, ==,
                     khatt_layout_get_content_height (layout) -
                         khatt_layout_get_plot (layout).height);
}

static void
test_pick_finds_plates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_auto (DrawScene) scene = make_look (&looks[i], KHATT_DIRECTION_RTL);
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

      for (guint j = 0; j < khatt_layout_get_n_marks (layout); j++)
        {
          const KhattMarkBox *box = khatt_layout_get_mark (layout, j);
          double x = box->plate.x + box->plate.width / 2;
          double y = box->plate.y + box->plate.height / 2;
          KhattRect plot = khatt_layout_get_plot (layout);
          KhattHit hit = khatt_layout_pick (layout, x, y);

          if (!khatt_rect_contains (&plot, x, y))
            continue;
          g_assert_cmpint (hit.part, ==, KHATT_HIT_MARK);
          g_assert_cmpuint (hit.slot, ==, box->slot);
        }
    }
}

static void
test_pick_finds_clusters (void)
{
  g_auto (DrawScene) scene = make_look (&looks[7], KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = NULL;
  guint n_clusters;

  scene.params.scale =
      khatt_layout_fit_span (scene.arrangement, &scene.params, scene.shaper,
                             draw_sample_day (2009, 1, 1), draw_sample_day (2013, 1, 1));
  layout = draw_scene_lay_out (&scene);
  n_clusters = khatt_layout_get_n_clusters (layout);
  g_assert_cmpuint (n_clusters, >, 10);
  for (guint i = 0; i < n_clusters; i++)
    {
      const KhattClusterBox *box = khatt_layout_get_cluster (layout, i);
      KhattRect plot = khatt_layout_get_plot (layout);
      double x = box->pill.x + box->pill.width / 2;
      double y = box->pill.y + box->pill.height / 2;
      KhattHit hit = khatt_layout_pick (layout, x, y);
      guint n_counted = 0;

      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        n_counted += box->counts[kind];
      g_assert_cmpuint (n_counted, ==, box->n_events);
      g_assert_cmpint (box->first, <=, box->last);
      if (!khatt_rect_contains (&plot, x, y))
        continue;
      g_assert_cmpint (hit.part, ==, KHATT_HIT_CLUSTER);
      g_assert_cmpuint (hit.cluster, ==, i);
      g_assert_cmpint (hit.first, ==, box->first);
    }
}

static void
test_pick_parts (void)
{
  g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  KhattRect axis = khatt_layout_get_axis (layout);
  KhattRect headers = khatt_layout_get_headers (layout);
  const KhattMarkBox *call = khatt_layout_find_mark (layout, 3);
  KhattHit hit;

  g_assert_cmpint (khatt_layout_pick (layout, axis.x + 5, 5).part, ==, KHATT_HIT_AXIS);
  hit = khatt_layout_pick (layout, headers.x + 5, khatt_layout_get_lane_line (layout, 2));
  g_assert_cmpint (hit.part, ==, KHATT_HIT_LANE_HEADER);
  g_assert_cmpuint (hit.lane, ==, 2);
  g_assert_cmpint (khatt_layout_pick (layout, -5, -5).part, ==, KHATT_HIT_NOTHING);

  hit = khatt_layout_pick (layout, call->label.x + 4, call->label.y + 4);
  g_assert_cmpint (hit.part, ==, KHATT_HIT_MARK);
  g_assert_cmpuint (hit.slot, ==, 3);
}

static void
test_pick_ribbon (void)
{
  g_auto (DrawScene) scene = make_look (&looks[11], KHATT_DIRECTION_RTL);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  KhattRect plot = khatt_layout_get_plot (layout);
  KhattHit hit =
      khatt_layout_pick (layout, plot.x + plot.width / 2, khatt_layout_get_lane_line (layout, 1));

  g_assert_cmpint (khatt_layout_get_lane_detail (layout, 1), ==, KHATT_DETAIL_RIBBON);
  g_assert_cmpint (hit.part, ==, KHATT_HIT_RIBBON);
  g_assert_cmpint (hit.first, <, hit.last);
}

/* A ribbon loses nobody: its columns add up to the events of the window. */
static void
test_ribbons_show_everything (void)
{
  g_auto (DrawScene) scene = make_look (&looks[11], KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

  g_assert_cmpuint (layout->columns->len, >, 100);
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const KhattRibbonColumn *column = &g_array_index (layout->columns, KhattRibbonColumn, i);
      guint height = 0;

      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        height += column->heights[kind];
      g_assert_cmpuint (height, >=, 1);
      g_assert_cmpuint (height, <=, 48 - KHATT_RIBBON_HEAD);
    }
}

/* No event is lost between marks and clusters: in each lane they add up. */
static void
test_marks_and_clusters_add_up (void)
{
  for (guint i = 5; i < 10; i++)
    {
      g_auto (DrawScene) scene = make_look (&looks[i], KHATT_DIRECTION_LTR);
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
      const KhattRect *plot = &layout->frame.plot;

      for (guint lane = layout->frame.first_row; lane < layout->frame.after_row; lane++)
        {
          guint32 counts[KHATT_N_KINDS];
          double margin = 160;
          KhattScale *scale = &layout->params.scale;
          /* What is well inside is drawn; what is drawn is not far outside. */
          guint least = khatt_arrangement_count (
              layout->arrangement, lane, (gint64) khatt_scale_time (scale, plot->x + margin),
              (gint64) khatt_scale_time (scale, plot->x + plot->width - margin), counts);
          guint n_shown = 0;

          if (khatt_layout_get_lane_detail (layout, lane) == KHATT_DETAIL_RIBBON)
            continue;
          for (guint j = 0; j < layout->clusters->len; j++)
            if (khatt_layout_get_cluster (layout, j)->lane == lane)
              n_shown += khatt_layout_get_cluster (layout, j)->n_events;
          for (guint j = 0; j < layout->ends->len; j++)
            {
              const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, j);

              n_shown += end->lane == lane && end->is_shown;
            }
          g_assert_cmpuint (n_shown, >=, least);
        }
    }
}

static void
test_height_of_all_lanes (void)
{
  g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = NULL;

  scene.params.height = 0;
  layout = draw_scene_lay_out (&scene);

  g_assert_cmpfloat (khatt_layout_get_content_height (layout), ==, 12 * 48);
  g_assert_cmpfloat (khatt_layout_get_params (layout)->height, >=, 12 * 48 + 68);
}

static void
test_row_heights (void)
{
  const struct
  {
    gboolean is_compact;
    gboolean is_narrow;
    double text_scale;
    double height;
  } cases[] = {
    { FALSE, FALSE, 1, 48 }, { TRUE, FALSE, 1, 36 },   { FALSE, TRUE, 1, 51 },
    { FALSE, FALSE, 2, 96 }, { TRUE, FALSE, 1.5, 54 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_RTL);
      g_autoptr (KhattLayout) layout = NULL;

      scene.params.is_compact = cases[i].is_compact;
      scene.params.is_narrow = cases[i].is_narrow;
      scene.params.text_scale = cases[i].text_scale;
      layout = draw_scene_lay_out (&scene);
      g_assert_cmpfloat (khatt_layout_get_lane (layout, 0).height, ==, cases[i].height);
      assert_labels_are_clear (layout);
    }
}

static guint
count_labels (const KhattLayout *layout)
{
  guint n_labels = 0;

  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    n_labels += !khatt_rect_is_empty (&khatt_layout_get_mark (layout, i)->label);

  return n_labels;
}

/* What has labels has them as well where it is drawn small, in high rows and in low ones. */
static void
test_labels_at_text_scales (void)
{
  const double scales[] = { 0.5, 0.6, 0.75, 0.8, 0.9, 1, 1.04, 1.5, 2 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (scales); i++)
    {
      g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_RTL);
      g_autoptr (KhattLayout) layout = NULL;

      scene.params.is_compact = i % 2 == 1;
      scene.params.text_scale = scales[i / 2];
      scene.params.width *= scales[i / 2];
      scene.params.height *= scales[i / 2];
      scene.params.scale = khatt_layout_fit_all (scene.arrangement, &scene.params, scene.shaper);
      layout = draw_scene_lay_out (&scene);
      g_assert_cmpuint (khatt_layout_get_n_marks (layout), >, 10);
      /* All but one, whose neighbour may have come nearer by a pixel. */
      g_assert_cmpuint (count_labels (layout) + 1, >=, khatt_layout_get_n_marks (layout));
      assert_labels_are_clear (layout);
    }
}

/* Twelve lanes below an axis of 68; rows have at most 104 pixels, and where 48 are too many for
 * all, at least 36; where these are too many, as many as fit, none of them cut. */
static void
test_rows_fill_the_height (void)
{
  const struct
  {
    double height;
    gboolean is_narrow;
    double row;
    guint n_rows;
  } cases[] = {
    { 2000, FALSE, 104, 12 },           { 68 + 12 * 60 + 11, FALSE, 60, 12 },
    { 68 + 12 * 48, FALSE, 48, 12 },    { 68 + 12 * 48 - 1, FALSE, 47, 12 },
    { 68 + 12 * 36, FALSE, 36, 12 },    { 68 + 12 * 36 - 1, FALSE, 39, 11 },
    { 68 + 50, FALSE, 50, 1 },          { 68 + 12 * 60 + 11, TRUE, 51, 12 },
    { 68 + 12 * 51 - 1, TRUE, 55, 11 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_RTL);
      g_autoptr (KhattLayout) layout = NULL;

      scene.params.fills_height = TRUE;
      scene.params.is_narrow = cases[i].is_narrow;
      scene.params.height = cases[i].height;
      layout = draw_scene_lay_out (&scene);
      g_assert_cmpfloat (khatt_layout_get_lane (layout, 0).height, ==, cases[i].row);
      if (cases[i].n_rows < 12)
        g_assert_cmpfloat (layout->frame.plot.height, ==, cases[i].n_rows * cases[i].row);
      g_assert_cmpint (layout->params.is_compact, ==, !cases[i].is_narrow && cases[i].row < 48);
      assert_labels_are_clear (layout);
    }
}

static void
test_fit_all_shows_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].days == 0)
      {
        g_auto (DrawScene) scene = make_look (&looks[i], KHATT_DIRECTION_RTL);
        g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
        const KhattScale *scale = &khatt_layout_get_params (layout)->scale;
        gint64 first, last;

        khatt_arrangement_get_extent (scene.arrangement, &first, &last);
        g_assert_cmpfloat (khatt_scale_earliest (scale), <, first);
        g_assert_cmpfloat (khatt_scale_latest (scale), >, last);
      }
}

/* In a picture that shows all of a small document every event has its mark, and most have their
 * label. */
static void
test_fit_all_labels (void)
{
  g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_RTL);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  guint n_labels = 0;

  g_assert_cmpuint (khatt_layout_get_n_marks (layout), ==, 14);
  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    n_labels += !khatt_rect_is_empty (&khatt_layout_get_mark (layout, i)->label);
  g_assert_cmpuint (n_labels, >=, 12);
}

static void
test_fit_slot (void)
{
  g_auto (DrawScene) scene = make_look (&looks[4], KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = NULL;
  const KhattMarkBox *box;
  KhattRect plot;

  scene.params.scale = khatt_layout_fit_slot (scene.arrangement, &scene.params, scene.shaper, 2);
  layout = draw_scene_lay_out (&scene);
  box = khatt_layout_find_mark (layout, 2);
  plot = khatt_layout_get_plot (layout);

  g_assert_nonnull (box);
  g_assert_cmpfloat_with_epsilon (box->plate.x + box->plate.width / 2, plot.x + plot.width / 2, 2);
}

static void
test_reveal (void)
{
  g_auto (DrawScene) scene = make_look (&looks[1], KHATT_DIRECTION_RTL);
  g_autoptr (KhattLayout) before = NULL;
  g_autoptr (KhattLayout) after = NULL;
  const KhattMarkBox *box;
  KhattRect plot;

  scene.params.height = 200;
  before = draw_scene_lay_out (&scene);
  /* The talks in the Kremlin, two days earlier. */
  scene.params.scale = khatt_layout_reveal (before, 2, &scene.params.scroll_y);
  after = draw_scene_lay_out (&scene);
  box = khatt_layout_find_mark (after, 2);
  plot = khatt_layout_get_plot (after);

  g_assert_nonnull (box);
  g_assert_cmpfloat (box->plate.x, >=, plot.x);
  g_assert_cmpfloat (box->plate.x + box->plate.width, <=, plot.x + plot.width);
  g_assert_cmpfloat (box->plate.y, >=, plot.y);
  g_assert_cmpfloat (box->plate.y + box->plate.height, <=, plot.y + plot.height);
}

/* Whoever had a label keeps it when selected, in bold; and selecting gains labels, since it comes
 * before all others. */
static void
test_selected_label_comes_first (void)
{
  g_auto (DrawScene) scene = make_look (&looks[2], KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) plain = draw_scene_lay_out (&scene);
  guint n_bold = 0;

  for (guint32 slot = 0; slot < 14; slot++)
    {
      g_autoptr (KhattLayout) layout = NULL;
      const KhattMark *before = khatt_layout_find_whole_mark (plain, slot);
      const KhattMark *mark;

      scene.params.selected = slot;
      layout = draw_scene_lay_out (&scene);
      mark = khatt_layout_find_whole_mark (layout, slot);
      if (before != NULL && before->label != NULL)
        g_assert_nonnull (mark->label);
      if (mark == NULL || mark->label == NULL)
        continue;
      g_assert_cmpint (khatt_label_get_typeface (mark->label)->weight, ==, 700);
      n_bold++;
    }

  g_assert_cmpuint (n_bold, >=, 8);
}

static void
test_nothing (void)
{
  g_auto (DrawScene) scene = draw_scene_make (draw_sample_new_from_text (""), KHATT_DIRECTION_RTL);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

  g_assert_cmpuint (khatt_layout_get_n_marks (layout), ==, 0);
  g_assert_cmpint (khatt_layout_pick (layout, 400, 300).part, ==, KHATT_HIT_PLOT);
  g_assert_cmpuint (khatt_layout_get_lane_at (layout, 300), ==, G_MAXUINT);
}

/* A window that knows no place yet shows everything. */
static void
test_no_zoom (void)
{
  g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = NULL;

  scene.params.text_scale = 0;
  scene.params.scale.pixels_per_second = 0;
  layout = draw_scene_lay_out (&scene);

  g_assert_cmpuint (khatt_layout_get_n_marks (layout), ==, 14);
  g_assert_cmpfloat (khatt_layout_get_params (layout)->scale.pixels_per_second, >, 0);
}

/* Sizes that windows go through while they open, zooms at both ends. */
static void
test_extreme_sizes (void)
{
  const double sizes[] = { 1, 20, 140, 8000 };
  const double zooms[] = { 1e-12, 1e-6, 1, 1e6, 1e12 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (zooms); j++)
      {
        g_auto (DrawScene) scene = make_look (&looks[0], KHATT_DIRECTION_RTL);
        g_autoptr (KhattLayout) layout = NULL;

        scene.params.width = sizes[i];
        scene.params.height = sizes[i];
        scene.params.scale = khatt_scale_zoom (&scene.params.scale, sizes[i] / 2, zooms[j]);
        layout = draw_scene_lay_out (&scene);
        g_assert_cmpfloat (khatt_layout_get_plot (layout).width, >=, 1);
        assert_labels_are_clear (layout);
      }
}

/* Hostile and unlucky documents. */
static void
test_thousand_on_one_day (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "call happened 2025-08-08 E%u | A%u initiator | B%u recipient\n",
                            i, i % 3, i % 5);
  {
    g_auto (DrawScene) scene =
        draw_scene_make (draw_sample_new_from_text (text->str), KHATT_DIRECTION_LTR);
    g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

    g_assert_cmpuint (khatt_layout_get_n_marks (layout) + khatt_layout_get_n_clusters (layout) +
                          layout->columns->len,
                      >, 0);
  }
}

static void
test_ends_of_time (void)
{
  g_auto (DrawScene) scene = draw_scene_make (
      draw_sample_new_from_text ("other happened Y-200000000000 A | X participant\n"
                                 "other happened Y200000000000 B | X participant\n"
                                 "other happened 2025-08-08T10:20:30Z C | X participant\n"),
      KHATT_DIRECTION_LTR);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

      assert_labels_are_clear (layout);
      scene.params.scale = khatt_scale_zoom (&scene.params.scale, 700, 4);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/mirror", test_mirror);
  g_test_add_data_func ("/layout/labels-never-overlap/ltr", GUINT_TO_POINTER (KHATT_DIRECTION_LTR),
                        test_labels_never_overlap);
  g_test_add_data_func ("/layout/labels-never-overlap/rtl", GUINT_TO_POINTER (KHATT_DIRECTION_RTL),
                        test_labels_never_overlap);
  g_test_add_data_func ("/layout/panning-moves-nothing/ltr", GUINT_TO_POINTER (KHATT_DIRECTION_LTR),
                        test_panning_moves_nothing);
  g_test_add_data_func ("/layout/panning-moves-nothing/rtl", GUINT_TO_POINTER (KHATT_DIRECTION_RTL),
                        test_panning_moves_nothing);
  g_test_add_func ("/layout/scrolling-moves-nothing", test_scrolling_moves_nothing);
  g_test_add_func ("/layout/scroll-is-clamped", test_scroll_is_clamped);
  g_test_add_func ("/layout/pick-finds-plates", test_pick_finds_plates);
  g_test_add_func ("/layout/pick-finds-clusters", test_pick_finds_clusters);
  g_test_add_func ("/layout/pick-parts", test_pick_parts);
  g_test_add_func ("/layout/pick-ribbon", test_pick_ribbon);
  g_test_add_func ("/layout/ribbons-show-everything", test_ribbons_show_everything);
  g_test_add_func ("/layout/marks-and-clusters-add-up", test_marks_and_clusters_add_up);
  g_test_add_func ("/layout/height-of-all-lanes", test_height_of_all_lanes);
  g_test_add_func ("/layout/row-heights", test_row_heights);
  g_test_add_func ("/layout/labels-at-text-scales", test_labels_at_text_scales);
  g_test_add_func ("/layout/rows-fill-the-height", test_rows_fill_the_height);
  g_test_add_func ("/layout/fit-all-shows-all", test_fit_all_shows_all);
  g_test_add_func ("/layout/fit-all-labels", test_fit_all_labels);
  g_test_add_func ("/layout/fit-slot", test_fit_slot);
  g_test_add_func ("/layout/reveal", test_reveal);
  g_test_add_func ("/layout/selected-label-comes-first", test_selected_label_comes_first);
  g_test_add_func ("/layout/nothing", test_nothing);
  g_test_add_func ("/layout/no-zoom", test_no_zoom);
  g_test_add_func ("/layout/extreme-sizes", test_extreme_sizes);
  g_test_add_func ("/layout/thousand-on-one-day", test_thousand_on_one_day);
  g_test_add_func ("/layout/ends-of-time", test_ends_of_time);

  return g_test_run ();
}
