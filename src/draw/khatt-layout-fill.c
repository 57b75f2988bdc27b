/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is in a layout. A scene is filled in steps that only add: what to look at -> places along
 * time -> clusters -> marks -> ribbons -> labels. A view takes over what of the scene it shows, and
 * adds the axis and what else depends on its edges. */

#include "khatt-card.h"

/* From the scene's places to the view's: whole pixels. Rows of pinned lanes stay where they are. */
typedef struct
{
  const KhattFrame *frame;
  double x;
  double y;
} Shift;

static double
get_shift_y (const Shift *shift, guint lane)
{
  return lane < shift->frame->n_pinned ? 0 : shift->y;
}

/**
 * khatt_layout_fill_scene:
 * @layout: a layout with its frame, and the tracks that it is to be whole for
 * @shaper: shapes all text
 *
 * Fills a scene with all but its labels, which a KhattPlacement gives it.
 */
void
khatt_layout_fill_scene (KhattLayout *layout, KhattShaper *shaper)
{
  g_autoptr (KhattGathering) gathering = khatt_gathering_new (layout);

  khatt_layout_place_marks (layout, gathering);
  khatt_layout_make_clusters (layout, gathering, shaper);
  khatt_layout_make_marks (layout, gathering);
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
    .has_one_tier = params->is_low,
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

  return (Shift){ &layout->frame, khatt_scale_sign (to) * later,
                  scene->frame.scroll_y - layout->frame.scroll_y };
}

static KhattRect
move_rect (const KhattRect *rect, const Shift *shift, guint lane)
{
  return (KhattRect){ rect->x + shift->x, rect->y + get_shift_y (shift, lane), rect->width,
                      rect->height };
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

/* What has scrolled below the pinned rows is not shown; its connector goes on to there. */
static void
hide_end (const KhattFrame *frame, KhattEnd *end)
{
  double plate = khatt_frame_is_low (frame, end->lane) ? KHATT_LOW_PLATE : KHATT_MARK_PLATE;

  if (end->lane < frame->n_pinned || end->y >= frame->pinned_bottom + plate / 2 * frame->text_scale)
    return;

  end->is_shown = FALSE;
  end->y = end->stripe_y = frame->pinned_bottom;
}

static gboolean
is_held (const KhattFrame *frame, const KhattMark *mark)
{
  return mark->first_lane < frame->n_pinned && mark->last_lane >= frame->n_pinned;
}

static void
take_ends (KhattLayout *layout, const KhattLayout *scene, KhattMark *mark, const Shift *shift)
{
  gboolean hides = is_held (&layout->frame, mark);
  guint first = layout->ends->len;

  g_array_append_vals (layout->ends, &g_array_index (scene->ends, KhattEnd, mark->first_end),
                       mark->n_ends);
  for (guint i = first; i < layout->ends->len; i++)
    {
      KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);
      double y = get_shift_y (shift, end->lane);

      end->y += y;
      end->stripe_y += y;
      if (hides)
        hide_end (&layout->frame, end);
    }
  mark->plate_end += first - mark->first_end;
  mark->first_end = first;
}

static void
take_label (KhattMark *mark, const Shift *shift)
{
  double y = get_shift_y (shift, mark->label_lane);

  if (mark->label != NULL)
    {
      khatt_label_ref (mark->label);
      mark->label_x += shift->x;
      mark->label_baseline += y;
    }
  if (mark->card != NULL)
    {
      khatt_card_ref (mark->card);
      mark->card_x += shift->x;
      mark->card_y += y;
    }
  if (!khatt_rect_is_empty (&mark->box.label))
    mark->box.label = move_rect (&mark->box.label, shift, mark->label_lane);
}

static void
take_mark (KhattLayout *layout,
           const KhattLayout *scene,
           const KhattMark *resting,
           const Shift *shift)
{
  KhattMark mark = *resting;
  double y = get_shift_y (shift, mark.first_lane);

  mark.box.plate = move_rect (&mark.box.plate, shift, mark.first_lane);
  mark.box.bounds = move_rect (&mark.box.bounds, shift, mark.first_lane);
  mark.x += shift->x;
  mark.top += y;
  mark.bottom += y;
  mark.stub_top += y;
  mark.stub_bottom += y;
  move_trace (&mark.trace, shift->x);
  take_label (&mark, shift);
  take_ends (layout, scene, &mark, shift);
  g_array_append_val (layout->marks, mark);
}

/* Between pinned lanes and others its height depends on how far those are scrolled. */
static void
take_held_mark (KhattLayout *layout,
                const KhattLayout *scene,
                const KhattMark *resting,
                const Shift *shift)
{
  guint n_ends = layout->ends->len;
  guint index = layout->marks->len;
  KhattMark *mark;

  take_mark (layout, scene, resting, shift);
  mark = &g_array_index (layout->marks, KhattMark, index);
  if (khatt_layout_join_ends (layout, mark))
    {
      khatt_layout_measure_mark (layout, mark);
      return;
    }

  khatt_mark_clear (mark);
  g_array_set_size (layout->marks, index);
  g_array_set_size (layout->ends, n_ends);
}

static void
take_marks (KhattLayout *layout, const KhattLayout *scene, const Shift *shift)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (scene->marks, KhattMark, i);
      gboolean is_of_both = is_held (&layout->frame, mark);
      KhattRect region = khatt_frame_get_region (&layout->frame, mark->first_lane);
      KhattRect bounds = move_rect (&mark->box.bounds, shift, mark->first_lane);

      if (is_of_both && bounds.x < region.x + region.width && bounds.x + bounds.width > region.x)
        take_held_mark (layout, scene, mark, shift);
      else if (!is_of_both && khatt_rect_intersects (&bounds, &region))
        take_mark (layout, scene, mark, shift);
    }
}

static void
take_cluster (KhattLayout *layout, const KhattCluster *resting, const Shift *shift)
{
  KhattCluster cluster = *resting;
  KhattRect region = khatt_frame_get_region (&layout->frame, cluster.box.lane);

  cluster.box.pill = move_rect (&cluster.box.pill, shift, cluster.box.lane);
  if (!khatt_rect_intersects (&cluster.box.pill, &region))
    return;

  khatt_label_ref (cluster.count);
  cluster.count_x += shift->x;
  cluster.count_baseline += get_shift_y (shift, cluster.box.lane);
  g_array_append_val (layout->clusters, cluster);
}

static void
take_link (KhattLayout *layout, const KhattClusterLink *resting, const Shift *shift)
{
  const KhattFrame *frame = &layout->frame;
  KhattClusterLink link = *resting;
  KhattRect region = khatt_frame_get_region (frame, link.last_lane);
  KhattRect box;

  link.x += shift->x;
  link.top += get_shift_y (shift, link.first_lane);
  link.bottom += get_shift_y (shift, link.last_lane);
  if (link.first_lane < frame->n_pinned && link.last_lane >= frame->n_pinned)
    {
      link.bottom = MAX (link.bottom, frame->pinned_bottom);
      region = frame->plot;
    }

  box = (KhattRect){ link.x - link.width / 2, link.top, link.width, link.bottom - link.top };
  if (khatt_rect_intersects (&box, &region))
    g_array_append_val (layout->links, link);
}

static void
take_clusters (KhattLayout *layout, const KhattLayout *scene, const Shift *shift)
{
  for (guint i = 0; i < scene->clusters->len; i++)
    take_cluster (layout, &g_array_index (scene->clusters, KhattCluster, i), shift);
  for (guint i = 0; i < scene->links->len; i++)
    take_link (layout, &g_array_index (scene->links, KhattClusterLink, i), shift);

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
      taken->base += get_shift_y (shift, column->lane);
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
  khatt_layout_hide_labels (layout, shaper);
  khatt_layout_place_sticky_labels (layout, shaper);
  khatt_layout_make_counts (layout, shaper);
  khatt_layout_make_bridges (layout);
  khatt_layout_make_doubts (layout, shaper);
  khatt_layout_select (layout, layout->params.selected, shaper);
}
