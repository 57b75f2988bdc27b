/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Selecting in a layout that is there: nothing is placed anew. The label of what is selected grows
 * bold where it stands, or appears where there was no room for it; those that it would cover step
 * back until another event is selected. A card, or a label of two lines, stays as it is: the
 * painter says that it is selected. */

#include "khatt-card.h"

#include <math.h>

#define WEIGHT_BOLD 700
#define LABEL_WIDTH 264
#define PLATE_GAP 18
#define CLEARANCE 3

/* Remembers the label, and takes it away. */
static void
step_back (KhattLayout *layout, guint index)
{
  KhattMark *mark = &g_array_index (layout->marks, KhattMark, index);
  KhattRestingLabel resting = {
    .mark = index,
    .label = mark->label != NULL ? khatt_label_ref (mark->label) : NULL,
    .x = mark->label_x,
    .baseline = mark->label_baseline,
    .card = mark->card != NULL ? khatt_card_ref (mark->card) : NULL,
    .card_x = mark->card_x,
    .card_y = mark->card_y,
  };

  khatt_mark_drop_label (mark);
  g_array_append_val (layout->resting, resting);
}

static void
restore (KhattLayout *layout)
{
  for (guint i = 0; i < layout->resting->len; i++)
    {
      const KhattRestingLabel *resting = &g_array_index (layout->resting, KhattRestingLabel, i);
      KhattMark *mark = &g_array_index (layout->marks, KhattMark, resting->mark);

      khatt_mark_drop_label (mark);
      if (resting->label != NULL)
        khatt_mark_put_label (mark, resting->label, resting->x, resting->baseline);
      if (resting->card != NULL)
        khatt_mark_put_card (mark, resting->card, resting->card_x, resting->card_y);
    }
  g_array_set_size (layout->resting, 0);
}

/* Beside its plate, or beside the first end that is drawn where the plate is not. */
static guint
find_lane (const KhattLayout *layout, const KhattMark *mark)
{
  const KhattEnd *plate = &g_array_index (layout->ends, KhattEnd, mark->plate_end);

  for (guint i = mark->first_end; !plate->is_shown && i < mark->first_end + mark->n_ends; i++)
    if (g_array_index (layout->ends, KhattEnd, i).is_shown)
      return g_array_index (layout->ends, KhattEnd, i).lane;
  return plate->lane;
}

/* Within the plot; on the other side where this one has no room. */
static double
find_free_x (const KhattLayout *layout, const KhattMark *mark, double width)
{
  const KhattRect *plot = &layout->frame.plot;
  double gap = round (PLATE_GAP * layout->params.text_scale);
  int sign = khatt_scale_sign (&layout->params.scale);
  double later = sign > 0 ? mark->x + gap : mark->x - gap - width;
  double earlier = sign > 0 ? mark->x - gap - width : mark->x + gap;

  if (later >= plot->x && later + width <= plot->x + plot->width)
    return later;
  return earlier;
}

static void
raise_label (KhattLayout *layout, KhattMark *mark, KhattShaper *shaper)
{
  const KhattRect *plot = &layout->frame.plot;
  const KhattRect was = mark->box.label;
  gboolean had_label = mark->label != NULL;
  gboolean was_cut = had_label && khatt_label_is_elided (mark->label);
  double room = was_cut ? was.width : LABEL_WIDTH * layout->params.text_scale;
  const KhattLabel *label = khatt_layout_shape_title (layout, mark, WEIGHT_BOLD, room, shaper);
  double width = ceil (khatt_label_get_width (label));
  double x = find_free_x (layout, mark, width);
  guint lane = had_label ? mark->label_lane : find_lane (layout, mark);
  double baseline = had_label ? mark->label_baseline : khatt_layout_get_baseline (layout, lane);

  /* It grows away from its mark. */
  if (had_label)
    x = was.x + was.width / 2 > mark->x ? was.x : was.x + was.width - width;
  x = MAX (plot->x, MIN (x, plot->x + plot->width - width));
  step_back (layout, (guint) (mark - &g_array_index (layout->marks, KhattMark, 0)));
  mark->label_lane = lane;
  khatt_mark_put_label (mark, label, x, baseline);
}

static void
lower_others (KhattLayout *layout, const KhattMark *raised)
{
  KhattRect box = khatt_rect_grow (&raised->box.label, CLEARANCE);

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);

      if (mark != raised && !khatt_rect_is_empty (&mark->box.label) &&
          khatt_rect_intersects (&mark->box.label, &box))
        step_back (layout, i);
    }
}

/**
 * khatt_layout_select:
 * @layout: a layout
 * @slot: the event that is selected from now on, or `KHATT_SLOT_NONE`
 * @shaper: shapes its label
 *
 * Makes a layout what it would have been with another `params.selected`. Whatever changes lies in
 * the lanes of the event that was selected before and of the one that is now.
 */
void
khatt_layout_select (KhattLayout *layout, guint32 slot, KhattShaper *shaper)
{
  KhattMark *mark;

  restore (layout);
  layout->params.selected = slot;
  mark = (KhattMark *) khatt_layout_find_whole_mark (layout, slot);
  if (mark == NULL || mark->record->title == NULL || *mark->record->title == '\0' ||
      mark->card != NULL)
    return;
  raise_label (layout, mark, shaper);
  lower_others (layout, mark);
}

/**
 * khatt_resting_label_clear:
 * @resting: what was remembered
 */
void
khatt_resting_label_clear (KhattRestingLabel *resting)
{
  g_clear_pointer (&resting->label, khatt_label_unref);
  g_clear_pointer (&resting->card, khatt_card_unref);
}
