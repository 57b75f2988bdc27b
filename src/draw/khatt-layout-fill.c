/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is in a layout. A scene is filled in steps that only add: what to look at -> places along
 * time -> clusters -> marks -> labels -> ribbons. A view takes over what of the scene it shows, and
 * adds the axis and what else depends on its edges. */

#include "khatt-layout-private.h"

/* From the scene's places to the view's: whole pixels. */
typedef struct
{
  double x;
  double y;
} Shift;

/**
 * khatt_layout_fill_scene:
 * @layout: a layout with its frame, and the tracks that it is to be whole for
 * @shaper: shapes all text
 *
 * Fills a scene.
 */
void
khatt_layout_fill_scene (KhattLayout *layout, KhattShaper *shaper)
{
  g_autoptr (KhattGathering) gathering = khatt_gathering_new (layout);

  khatt_layout_place_marks (layout, gathering);
  khatt_layout_make_clusters (layout, gathering, shaper);
  khatt_layout_make_marks (layout, gathering);
  khatt_layout_place_labels (layout, shaper);
  khatt_layout_make_columns (layout);
}

static void
make_axis (KhattLayout *layout, KhattShaper *shaper)
{
  const KhattLayoutParams *params = &layout->params;
  KhattAxisParams axis = {
    .scale = params->scale,
    .y = layout->frame.axis.y,
    .text_scale = params->text_scale,
    .words = params->words,
    .second_calendar = params->second_calendar,
    .region = params->region,
    .today = params->today,
    .today_word = params->draw_words.today,
  };

  layout->axis = khatt_axis_new (&axis, shaper);
}

static Shift
find_shift (const KhattLayout *layout, const KhattLayout *scene)
{
  const KhattScale *from = &scene->params.scale;
  const KhattScale *to = &layout->params.scale;
  double later = khatt_scale_track (from, from->origin) - khatt_scale_track (to, to->origin);

  return (Shift){ khatt_scale_sign (to) * later, scene->frame.scroll_y - layout->frame.scroll_y };
}

static KhattRect
move_rect (const KhattRect *rect, const Shift *shift)
{
  return (KhattRect){ rect->x + shift->x, rect->y + shift->y, rect->width, rect->height };
}

static void
move_fade (KhattFade *fade, double x)
{
  fade->from += x;
  fade->to += x;
}

static void
move_trace (KhattTrace *trace, double x)
{
  for (guint i = 0; i < trace->n_fades; i++)
    move_fade (&trace->fades[i], x);
  for (guint i = 0; i < trace->n_ticks; i++)
    trace->ticks[i] += x;
  trace->bar_from += x;
  trace->bar_to += x;
  move_fade (&trace->curtain, x);
}

static void
take_ends (KhattLayout *layout, const KhattLayout *scene, KhattMark *mark, double y)
{
  guint first = layout->ends->len;

  g_array_append_vals (layout->ends, &g_array_index (scene->ends, KhattEnd, mark->first_end),
                       mark->n_ends);
  for (guint i = first; i < layout->ends->len; i++)
    {
      g_array_index (layout->ends, KhattEnd, i).y += y;
      g_array_index (layout->ends, KhattEnd, i).stripe_y += y;
    }
  mark->plate_end += first - mark->first_end;
  mark->first_end = first;
}

static void
take_mark (KhattLayout *layout,
           const KhattLayout *scene,
           const KhattMark *resting,
           const Shift *shift)
{
  KhattMark mark = *resting;

  mark.box.plate = move_rect (&mark.box.plate, shift);
  mark.box.bounds = move_rect (&mark.box.bounds, shift);
  mark.x += shift->x;
  mark.top += shift->y;
  mark.bottom += shift->y;
  mark.stub_top += shift->y;
  mark.stub_bottom += shift->y;
  move_trace (&mark.trace, shift->x);
  if (mark.label != NULL)
    {
      khatt_label_ref (mark.label);
      mark.label_x += shift->x;
      mark.label_baseline += shift->y;
      mark.box.label = move_rect (&mark.box.label, shift);
    }
  take_ends (layout, scene, &mark, shift->y);
  g_array_append_val (layout->marks, mark);
}

static void
take_marks (KhattLayout *layout, const KhattLayout *scene, const Shift *shift)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (scene->marks, KhattMark, i);
      KhattRect bounds = move_rect (&mark->box.bounds, shift);

      if (khatt_rect_intersects (&bounds, &layout->frame.plot))
        take_mark (layout, scene, mark, shift);
    }
}

static void
take_clusters (KhattLayout *layout, const KhattLayout *scene, const Shift *shift)
{
  for (guint i = 0; i < scene->clusters->len; i++)
    {
      KhattCluster cluster = g_array_index (scene->clusters, KhattCluster, i);

      cluster.box.pill = move_rect (&cluster.box.pill, shift);
      if (!khatt_rect_intersects (&cluster.box.pill, &layout->frame.plot))
        continue;
      khatt_label_ref (cluster.count);
      cluster.count_x += shift->x;
      cluster.count_baseline += shift->y;
      g_array_append_val (layout->clusters, cluster);
    }

  for (guint i = 0; i < scene->links->len; i++)
    {
      KhattClusterLink link = g_array_index (scene->links, KhattClusterLink, i);
      KhattRect box = { link.x - link.width / 2, link.top, link.width, link.bottom - link.top };

      link.x += shift->x;
      link.top += shift->y;
      link.bottom += shift->y;
      box = move_rect (&box, shift);
      if (khatt_rect_intersects (&box, &layout->frame.plot))
        g_array_append_val (layout->links, link);
    }

  g_clear_pointer (&layout->members, g_array_unref);
  layout->members = g_array_ref (scene->members);
}

static void
take_columns (KhattLayout *layout, const KhattLayout *scene, const Shift *shift)
{
  const KhattRibbonColumn *column = &g_array_index (scene->columns, KhattRibbonColumn, 0);
  double least = layout->frame.plot.x - KHATT_RIBBON_INK;
  double greatest = layout->frame.plot.x + layout->frame.plot.width;
  KhattRibbonColumn *taken;

  g_array_set_size (layout->columns, scene->columns->len);
  taken = &g_array_index (layout->columns, KhattRibbonColumn, 0);
  for (guint i = 0; i < scene->columns->len; i++, column++)
    {
      double x = column->x + shift->x;

      if (x <= least || x >= greatest)
        continue;
      *taken = *column;
      taken->x = x;
      taken->base += shift->y;
      taken++;
    }
  g_array_set_size (layout->columns,
                    taken - &g_array_index (layout->columns, KhattRibbonColumn, 0));
}

/**
 * khatt_layout_fill_view:
 * @layout: a layout with its frame and scale
 * @scene: a scene that is whole for its viewport
 * @shaper: shapes all text
 *
 * Fills a layout with what of a scene is in view.
 */
void
khatt_layout_fill_view (KhattLayout *layout, const KhattLayout *scene, KhattShaper *shaper)
{
  Shift shift = find_shift (layout, scene);

  make_axis (layout, shaper);
  khatt_lane_texts_append (layout, shaper, layout->texts);
  take_marks (layout, scene, &shift);
  take_clusters (layout, scene, &shift);
  take_columns (layout, scene, &shift);
  khatt_layout_hide_labels (layout);
  khatt_layout_place_sticky_labels (layout, shaper);
  khatt_layout_make_counts (layout, shaper);
  khatt_layout_make_bridges (layout);
  khatt_layout_make_doubts (layout, shaper);
  khatt_layout_select (layout, layout->params.selected, shaper);
}
