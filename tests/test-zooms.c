/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold at every zoom, in both directions, of documents small and large: labels stand
 * apart and whole in the view, the mirrored view is the mirror image, and what is under a point is
 * what is drawn there. */

#include "draw-sample.h"
#include "khatt-layout-private.h"
#include "made-events.h"

#include <locale.h>
#include <math.h>

#define N_ZOOMS 50
#define N_POINTS 1000
#define FINEST_SECONDS 3600.0 /* across the plot */
#define ANY_PIXEL 0.01
/* So many that chance makes no lane much more crowded than others. */
#define EVEN_CROWD 10000

typedef struct
{
  const char *name;
  guint n_events; /* 0: the sample */
  double width;
  double height;
} DataSet;

static const DataSet data_sets[] = {
  { "sample", 0, 1280, 660 },
  { "thousand", 1000, 1280, 2500 },
  { "ten-thousand", 10000, 1280, 660 },
  { "fifty-thousand", 50000, 1920, 1080 },
};

static KhattTimeline *
make_timeline (const DataSet *set)
{
  MadeEvents made = made_events_usual (set->n_events);

  return set->n_events == 0 ? draw_sample_new (TRUE) : made_events_new (&made);
}

/* From all to an hour, round an event each time another. */
static void
set_zoom (DrawScene *scene, guint zoom)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (scene->timeline);
  guint32 n_dated = khatt_snapshot_get_n_dated (snapshot);
  guint32 slot = khatt_snapshot_get_slot (snapshot, (guint32) ((guint64) zoom * 7919 % n_dated));
  const KhattDate *date = &khatt_snapshot_get_record (snapshot, slot)->date;
  KhattScale all = khatt_layout_fit_all (scene->arrangement, &scene->params, scene->shaper);
  double finest = all.width / FINEST_SECONDS;
  double factor = pow (finest / all.pixels_per_second, (double) zoom / (N_ZOOMS - 1));

  scene->params.scale = khatt_scale_zoom (&all, all.start + all.width / 2, factor);
  if (zoom > 0)
    scene->params.scale =
        khatt_scale_center (&scene->params.scale, (double) (khatt_date_first (date) + 1));
}

/* ---- Labels ---- */

static void
add_box (GArray *boxes, const KhattRect *box)
{
  if (box->width > 0)
    g_array_append_val (boxes, *box);
}

static void
assert_apart (const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint k = i + 1; k < boxes->len; k++)
      g_assert_false (khatt_rect_intersects (&g_array_index (boxes, KhattRect, i),
                                             &g_array_index (boxes, KhattRect, k)));
}

/* Returns how many labels were there. */
static guint
check_labels (const KhattLayout *layout)
{
  guint n_labels;
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (KhattRect));
  KhattRect plot = khatt_layout_get_plot (layout);

  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    add_box (labels, &khatt_layout_get_mark (layout, i)->label);
  n_labels = labels->len;
  for (guint i = 0; i < n_labels; i++)
    {
      const KhattRect *label = &g_array_index (labels, KhattRect, i);

      g_assert_cmpfloat (label->x, >=, plot.x - ANY_PIXEL);
      g_assert_cmpfloat (label->x + label->width, <=, plot.x + plot.width + ANY_PIXEL);
    }
  for (guint i = 0; i < khatt_layout_get_n_clusters (layout); i++)
    add_box (labels, &khatt_layout_get_cluster (layout, i)->pill);
  assert_apart (labels);
  return n_labels;
}

/* ---- Cards ---- */

/* Cards cover no plate, no end, no connector and no row but their own. Returns how many there are.
 */
static guint
check_cards (const KhattLayout *layout)
{
  guint n_cards = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMarkBox *box = khatt_layout_get_mark (layout, i);
      guint lane = khatt_layout_get_lane_at (layout, box->label.y + box->label.height);

      if (!box->has_card || lane == G_MAXUINT)
        continue;
      n_cards++;
      g_assert_cmpfloat (box->label.y, >=, khatt_layout_get_lane (layout, lane).y);
      for (guint k = 0; k < layout->marks->len; k++)
        {
          const KhattMark *other = &g_array_index (layout->marks, KhattMark, k);
          KhattRect connector = { other->x - 2, other->stub_top, 4,
                                  other->stub_bottom - other->stub_top };

          g_assert_false (khatt_rect_intersects (&box->label, &other->box.plate));
          if (!other->is_broken)
            g_assert_false (khatt_rect_intersects (&box->label, &connector));
        }
    }
  return n_cards;
}

/* ---- Labels that are not there ---- */

/* Is there anything in a box, but what is the mark's own? */
static gboolean
is_taken (const KhattLayout *layout, const KhattRect *box, const KhattMark *own)
{
  const KhattLayoutParams *params = khatt_layout_get_params (layout);
  double today = khatt_scale_snap (&params->scale, (double) params->today);

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);

      if (mark != own && (khatt_rect_intersects (&mark->box.bounds, box) ||
                          khatt_rect_intersects (&mark->box.label, box)))
        return TRUE;
    }
  for (guint i = 0; i < layout->clusters->len; i++)
    if (khatt_rect_intersects (&khatt_layout_get_cluster (layout, i)->pill, box))
      return TRUE;
  for (guint i = 0; i < layout->links->len; i++)
    {
      const KhattClusterLink *link = &g_array_index (layout->links, KhattClusterLink, i);

      if (link->x >= box->x - link->width && link->x <= box->x + box->width + link->width &&
          link->top <= box->y + box->height && link->bottom >= box->y)
        return TRUE;
    }
  return today >= box->x && today <= box->x + box->width;
}

static double
get_edge_distance (const KhattLayout *layout, double x)
{
  const KhattRect *plot = &layout->frame.plot;

  return khatt_scale_sign (&layout->params.scale) > 0 ? x - plot->x : plot->x + plot->width - x;
}

/* Above a lane's line, from so far from the earlier edge on, as wide as labels are and a bit. */
static KhattRect
get_label_box (const KhattLayout *layout, guint lane, double distance)
{
  const KhattRect *plot = &layout->frame.plot;
  const double width = KHATT_LABEL_MAX_WIDTH + 2 * KHATT_LABEL_CLEARANCE;
  double line = khatt_frame_get_line (&layout->frame, lane);
  gboolean is_rtl = khatt_scale_sign (&layout->params.scale) < 0;

  return (KhattRect){ is_rtl ? plot->x + plot->width - distance - width : plot->x + distance,
                      line - 36, width, 34 };
}

/* Does the box lie in the view and, since labels are chosen there, in one tile? */
static gboolean
is_whole (const KhattLayout *layout, double distance)
{
  double tile = khatt_layout_get_tile_width (layout);
  double track = khatt_scale_track (&layout->params.scale, layout->params.scale.origin) + distance;

  return distance >= 0 && distance + KHATT_LABEL_MAX_WIDTH + 30 < layout->frame.plot.width &&
         floor (track / tile) == floor ((track + KHATT_LABEL_MAX_WIDTH + 30) / tile);
}

/* A mark goes without its label only where another thing has its place: on the later side of its
 * plate, or where it began before the view, at the edge over its bar. */
static guint
check_unlabelled (const KhattLayout *layout)
{
  guint n_checked = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);
      const KhattEnd *plate = &g_array_index (layout->ends, KhattEnd, mark->plate_end);
      double distance = get_edge_distance (layout, mark->x);
      double place = distance > 0 ? distance + KHATT_MARK_PLATE / 2 : 0;
      gboolean is_sticky = distance < 0 && mark->trace.is_bar &&
                           !khatt_arrangement_is_full_of_bars (layout->arrangement, plate->lane) &&
                           get_edge_distance (layout, mark->trace.bar_to) > KHATT_LABEL_MAX_WIDTH;
      KhattRect box = get_label_box (layout, plate->lane, place);

      if (mark->label != NULL || mark->card != NULL || mark->record->title == NULL ||
          plate->lane < layout->frame.first_row + 1 || plate->lane >= layout->frame.after_row ||
          khatt_layout_get_lane_detail (layout, plate->lane) < KHATT_DETAIL_MARKS ||
          (distance < 0 ? !is_sticky : !is_whole (layout, place)))
        continue;
      g_assert_true (is_taken (layout, &box, mark));
      n_checked++;
    }
  return n_checked;
}

/* ---- Lanes ---- */

/* Events are made so that all lanes are about as crowded: none stands out by its manner. */
static void
check_alike (const KhattLayout *layout, guint n_lanes)
{
  for (guint lane = 1; lane < n_lanes; lane++)
    g_assert_cmpint (khatt_layout_get_lane_detail (layout, lane), ==,
                     khatt_layout_get_lane_detail (layout, 0));
}

/* ---- Mirror ---- */

static void
assert_mirrored (const KhattRect *a, const KhattRect *b, double width)
{
  if (a->width == 0 && b->width == 0)
    return;
  g_assert_cmpfloat_with_epsilon (width - a->x - a->width, b->x, ANY_PIXEL);
  g_assert_cmpfloat_with_epsilon (a->width, b->width, ANY_PIXEL);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, ANY_PIXEL);
  g_assert_cmpfloat_with_epsilon (a->height, b->height, ANY_PIXEL);
}

static void
check_mirrored (const KhattLayout *one, const KhattLayout *other, double width)
{
  guint n_marks = khatt_layout_get_n_marks (one);
  guint n_clusters = khatt_layout_get_n_clusters (one);

  g_assert_cmpuint (n_marks, ==, khatt_layout_get_n_marks (other));
  for (guint i = 0; i < n_marks; i++)
    {
      const KhattMarkBox *a = khatt_layout_get_mark (one, i);
      const KhattMarkBox *b = khatt_layout_get_mark (other, i);

      g_assert_cmpuint (a->slot, ==, b->slot);
      assert_mirrored (&a->plate, &b->plate, width);
      assert_mirrored (&a->bounds, &b->bounds, width);
      assert_mirrored (&a->label, &b->label, width);
    }
  g_assert_cmpuint (n_clusters, ==, khatt_layout_get_n_clusters (other));
  for (guint i = 0; i < n_clusters; i++)
    assert_mirrored (&khatt_layout_get_cluster (one, i)->pill,
                     &khatt_layout_get_cluster (other, i)->pill, width);
}

/* ---- Picking ---- */

static double
get_distance (const KhattRect *plate, double x, double y)
{
  return hypot (x - plate->x - plate->width / 2, y - plate->y - plate->height / 2);
}

static const KhattMarkBox *
find_nearest_plate (const KhattLayout *layout, double x, double y)
{
  const KhattMarkBox *nearest = NULL;

  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    {
      const KhattMarkBox *box = khatt_layout_get_mark (layout, i);

      if (khatt_rect_contains (&box->plate, x, y) &&
          (nearest == NULL ||
           get_distance (&box->plate, x, y) < get_distance (&nearest->plate, x, y)))
        nearest = box;
    }
  return nearest;
}

static gboolean
is_on_pill (const KhattLayout *layout, double x, double y)
{
  for (guint i = 0; i < khatt_layout_get_n_clusters (layout); i++)
    if (khatt_rect_contains (&khatt_layout_get_cluster (layout, i)->pill, x, y))
      return TRUE;
  return FALSE;
}

static gboolean
is_on_label (const KhattLayout *layout, double x, double y)
{
  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    if (khatt_rect_contains (&khatt_layout_get_mark (layout, i)->label, x, y))
      return TRUE;
  return FALSE;
}

/* What is said to be there is drawn there, give or take a target; and what is drawn is found. */
static void
check_point (const KhattLayout *layout, double x, double y)
{
  const double target = 24;
  KhattHit hit = khatt_layout_pick (layout, x, y);
  const KhattMarkBox *plate = find_nearest_plate (layout, x, y);

  if (plate != NULL)
    {
      const KhattMarkBox *found = khatt_layout_find_mark (layout, hit.slot);

      g_assert_cmpint (hit.part, ==, KHATT_HIT_MARK);
      g_assert_nonnull (found);
      g_assert_cmpfloat (get_distance (&found->plate, x, y), <=,
                         get_distance (&plate->plate, x, y) + ANY_PIXEL);
      return;
    }
  if (is_on_pill (layout, x, y) || is_on_label (layout, x, y))
    g_assert_true (hit.part == KHATT_HIT_CLUSTER || hit.part == KHATT_HIT_MARK);
  if (hit.part == KHATT_HIT_CLUSTER)
    g_assert_true (
        khatt_rect_contains (&khatt_layout_get_cluster (layout, hit.cluster)->pill, x, y));
  if (hit.part == KHATT_HIT_MARK)
    {
      const KhattMarkBox *box = khatt_layout_find_mark (layout, hit.slot);
      KhattRect bounds = box->bounds;

      bounds.x -= target;
      bounds.y -= target;
      bounds.width += 2 * target;
      bounds.height += 2 * target;
      g_assert_true (khatt_rect_contains (&bounds, x, y) ||
                     khatt_rect_contains (&box->label, x, y));
    }
}

/* Half of the points anywhere, half on plates. */
static void
check_points (const KhattLayout *layout, GRand *random, guint n_points)
{
  KhattRect plot = khatt_layout_get_plot (layout);
  guint n_marks = khatt_layout_get_n_marks (layout);

  for (guint i = 0; i < n_points; i++)
    {
      KhattRect box = plot;

      if (i % 2 == 1 && n_marks > 0)
        box = khatt_layout_get_mark (layout, (guint) g_rand_int_range (random, 0, (gint32) n_marks))
                  ->plate;
      box.x += g_rand_double (random) * box.width;
      box.y += g_rand_double (random) * box.height;
      if (khatt_rect_contains (&plot, box.x, box.y))
        check_point (layout, box.x, box.y);
    }
}

static void
test_data_set (gconstpointer data)
{
  const DataSet *set = data;
  g_auto (DrawScene) rtl = draw_scene_make (make_timeline (set), KHATT_DIRECTION_RTL);
  g_auto (DrawScene) ltr = draw_scene_make (g_object_ref (rtl.timeline), KHATT_DIRECTION_LTR);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint n_labels = 0;
  guint n_unlabelled = 0;
  guint n_cards = 0;

  rtl.params.has_cards = ltr.params.has_cards = TRUE;
  rtl.params.width = ltr.params.width = set->width;
  rtl.params.height = ltr.params.height = set->height;
  for (guint zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      g_autoptr (KhattLayout) one = NULL;
      g_autoptr (KhattLayout) other = NULL;

      set_zoom (&rtl, zoom);
      set_zoom (&ltr, zoom);
      one = draw_scene_lay_out (&rtl);
      other = draw_scene_lay_out (&ltr);
      if (set->n_events >= EVEN_CROWD)
        check_alike (one, khatt_arrangement_get_n_lanes (rtl.arrangement));
      n_unlabelled += check_unlabelled (one) + check_unlabelled (other);
      n_labels += check_labels (one);
      n_labels += check_labels (other);
      n_cards += check_cards (one) + check_cards (other);
      check_mirrored (one, other, set->width);
      check_points (one, random, N_POINTS / N_ZOOMS);
      check_points (other, random, N_POINTS / N_ZOOMS);
    }
  g_assert_cmpuint (n_labels, >, 2 * N_ZOOMS);
  g_assert_cmpuint (n_cards, >, 0);
  g_test_message ("%u labels, %u cards, %u marks without", n_labels, n_cards, n_unlabelled);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (data_sets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/zooms/%s", data_sets[i].name);

      g_test_add_data_func (path, &data_sets[i], test_data_set);
    }

  return g_test_run ();
}
