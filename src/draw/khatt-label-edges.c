/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels at the earlier and later edge of a view: what the edge would cut is cut by us, or goes. */

#include "khatt-card.h"

#include <math.h>

static gboolean
crosses_sticky_name (const KhattLayout *layout, const KhattRect *rect)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const KhattText *text = &g_array_index (layout->texts, KhattText, i);
      KhattRect name;

      if (text->role != KHATT_TEXT_STICKY_NAME)
        continue;
      name = khatt_text_get_rect (text);
      if (khatt_rect_intersects (&name, rect))
        return TRUE;
    }

  return FALSE;
}

/* Is it whole in the view, but for the edges above and below, under which lanes scroll, as under
 * pinned rows? */
static gboolean
is_label_whole (const KhattLayout *layout, const KhattMark *mark)
{
  const KhattRect *plot = &layout->frame.plot;
  const KhattRect *box = &mark->box.label;
  KhattRect region = khatt_frame_get_region (&layout->frame, mark->label_lane);

  return box->x >= plot->x && box->x + box->width <= plot->x + plot->width &&
         khatt_rect_intersects (box, &region) && !crosses_sticky_name (layout, box);
}

/* The label again, in what is left of its room in the view; NULL where too little is. */
static const KhattLabel *
shape_rest (const KhattLayout *layout,
            const KhattMark *mark,
            gboolean is_greater,
            KhattShaper *shaper)
{
  const KhattLayoutParams *params = &layout->params;
  const KhattRect *plot = &layout->frame.plot;
  const KhattRect *box = &mark->box.label;
  double step = KHATT_LABEL_WIDTH_STEP * params->text_scale;
  double room = is_greater ? plot->x + plot->width - box->x : box->x + box->width - plot->x;
  double rest = floor (room / step) * step;
  double whole;

  if (rest < KHATT_LABEL_MIN_WIDTH * params->text_scale || rest >= box->width ||
      (params->is_zooming &&
       !khatt_layout_has_title (layout, mark, KHATT_LABEL_WEIGHT, rest, shaper)))
    return NULL;

  whole = khatt_label_get_width (khatt_layout_shape_title (
      layout, mark, KHATT_LABEL_WEIGHT, KHATT_LABEL_MAX_WIDTH * params->text_scale, shaper));
  if (rest < KHATT_LABEL_LEAST_SHARE * whole)
    return NULL;

  return khatt_layout_shape_title (layout, mark, KHATT_LABEL_WEIGHT, rest, shaper);
}

/* A label that reaches over the later or earlier edge of the view is cut there: it stays where it
 * is, beside its mark. */
static void
cut_label_at_edge (const KhattLayout *layout, KhattMark *mark, KhattShaper *shaper)
{
  KhattRect box = mark->box.label;
  gboolean is_greater = box.x + box.width / 2 > mark->x;
  const KhattLabel *rest = shape_rest (layout, mark, is_greater, shaper);
  double baseline = mark->label_baseline;
  double x = box.x;

  if (rest != NULL && !is_greater)
    x = box.x + box.width - ceil (khatt_label_get_width (rest));
  khatt_mark_drop_label (mark);
  if (rest != NULL)
    khatt_mark_put_label (mark, rest, x, baseline);
}

/* Labels that the view's edge would cut are cut by us, where most of them is in view, or are not
 * shown. A card first becomes a label again. */
static void
hide_label_at_edge (const KhattLayout *layout, KhattMark *mark, KhattShaper *shaper)
{
  if (mark->card != NULL && !is_label_whole (layout, mark))
    khatt_mark_drop_card (mark);
  if (mark->label != NULL && mark->card == NULL && !is_label_whole (layout, mark))
    cut_label_at_edge (layout, mark, shaper);
  if (mark->label != NULL && mark->card == NULL && !is_label_whole (layout, mark))
    khatt_mark_drop_label (mark);
}

/**
 * khatt_layout_hide_labels:
 * @layout: a layout with the marks in view
 * @shaper: shapes what is left of labels
 *
 * Shortens, or hides, the labels that the edge of the view would cut.
 */
void
khatt_layout_hide_labels (KhattLayout *layout, KhattShaper *shaper)
{
  for (guint i = 0; i < layout->marks->len; i++)
    hide_label_at_edge (layout, &g_array_index (layout->marks, KhattMark, i), shaper);
}
