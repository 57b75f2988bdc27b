/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Selecting in a layout that is there: nothing is placed anew. The label of what is selected grows
 * bold where it stands, or appears where no other mark is; labels that it would cover step back
 * until another event is selected. A card, or a label of two lines, stays as it is: the
 * painter says that it is selected. */

#include "khatt-card.h"
#include "khatt-placement.h"

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

/* ---- Room beside marks ---- */

/* Where a label begins, which way it grows in the picture, and how far it can. */
typedef struct
{
  guint lane;
  double near;
  int sign;
  double baseline;
  double top;
  double bottom;
  double room;
} Place;

/* Ink from `x` - `half` to `x` + `half`. */
static void
meet (Place *place, double x, double half, double top, double bottom)
{
  double distance = place->sign * (x - place->near);

  if (top < place->bottom && place->top < bottom && distance + half > 0)
    place->room = MIN (place->room, MAX (distance - half, 0));
}

static void
meet_mark (Place *place, const KhattLayout *layout, const KhattMark *mark)
{
  double halo = KHATT_MARK_CONNECTOR_HALO;
  double half = KHATT_MARK_PLATE * layout->params.text_scale / 2 + halo;

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      if (end->is_shown)
        meet (place, mark->x, half, end->y - half, end->y + half);
    }
  if (mark->stub_top < mark->stub_bottom && !mark->is_broken)
    meet (place, mark->x, KHATT_MARK_CONNECTOR / 2.0 + halo, mark->stub_top, mark->stub_bottom);
  if (mark->trace.has_end)
    meet (place, mark->trace.bar_to, 1, mark->top, mark->bottom);
}

/* As far as it wants, but over no mark and no cluster, and not out of the plot. */
static void
measure_room (Place *place, const KhattLayout *layout, const KhattMark *raised, double wanted)
{
  const KhattRect *plot = &layout->frame.plot;
  double edge = place->sign > 0 ? plot->x + plot->width : plot->x;

  place->room = CLAMP (place->sign * (edge - place->near), 0, wanted);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);

      if (mark != raised)
        meet_mark (place, layout, mark);
    }
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattRect *pill = &g_array_index (layout->clusters, KhattCluster, i).box.pill;

      meet (place, pill->x + pill->width / 2, pill->width / 2, pill->y, pill->y + pill->height);
    }
}

static Place
make_place (const KhattLayout *layout, const KhattLabel *label, guint lane, double near, int sign)
{
  double baseline = khatt_layout_get_baseline (layout, lane);

  return (Place){ .lane = lane,
                  .near = near,
                  .sign = sign,
                  .baseline = baseline,
                  .top = baseline - khatt_label_get_ascent (label),
                  .bottom = baseline + khatt_label_get_descent (label) };
}

/* Where other labels stand is no matter; the widest place where none has room for all of it. */
static Place
find_place (const KhattLayout *layout, const KhattMark *mark, const KhattLabel *label)
{
  const KhattScale *scale = &layout->params.scale;
  double wanted = ceil (khatt_label_get_width (label));
  double gap = round (PLATE_GAP * layout->params.text_scale);
  KhattLabelPlace places[KHATT_MAX_LABEL_PLACES + 2];
  guint n_places = khatt_layout_list_label_places (layout, mark, places);
  Place best = { .room = -1 };

  for (int step = 1; step >= -1; step -= 2)
    places[n_places++] =
        (KhattLabelPlace){ find_lane (layout, mark), mark->track + step * gap, step };
  for (guint i = 0; i < n_places && best.room < wanted; i++)
    {
      Place place =
          make_place (layout, label, places[i].lane, khatt_scale_track_x (scale, places[i].track),
                      places[i].step * khatt_scale_sign (scale));

      if (!khatt_frame_shows_row (&layout->frame, place.lane))
        continue;
      measure_room (&place, layout, mark, wanted);
      if (place.room > best.room)
        best = place;
    }

  return best;
}

/* It grows away from its mark, and is at least as wide as it was. */
static Place
find_place_to_grow (const KhattLayout *layout, const KhattMark *mark, const KhattLabel *label)
{
  const KhattRect *was = &mark->box.label;
  int sign = was->x + was->width / 2 > mark->x ? 1 : -1;
  Place place =
      make_place (layout, label, mark->label_lane, sign > 0 ? was->x : was->x + was->width, sign);

  place.baseline = mark->label_baseline;
  measure_room (&place, layout, mark, ceil (khatt_label_get_width (label)));
  place.room = MAX (place.room, was->width);

  return place;
}

static void
raise_label (KhattLayout *layout, KhattMark *mark, KhattShaper *shaper)
{
  double text_scale = layout->params.text_scale;
  gboolean had_label = mark->label != NULL;
  gboolean was_cut = had_label && khatt_label_is_elided (mark->label);
  double most = was_cut ? mark->box.label.width : LABEL_WIDTH * text_scale;
  const KhattLabel *label = khatt_layout_shape_title (layout, mark, WEIGHT_BOLD, most, shaper);
  Place place =
      had_label ? find_place_to_grow (layout, mark, label) : find_place (layout, mark, label);
  double width = ceil (khatt_label_get_width (label));

  if (place.room < width)
    {
      if (!had_label && place.room < KHATT_LABEL_MIN_WIDTH * text_scale)
        return;
      label = khatt_layout_shape_title (layout, mark, WEIGHT_BOLD, floor (place.room), shaper);
      width = ceil (khatt_label_get_width (label));
    }
  step_back (layout, (guint) (mark - &g_array_index (layout->marks, KhattMark, 0)));
  mark->label_lane = place.lane;
  khatt_mark_put_label (mark, label, place.sign > 0 ? place.near : place.near - width,
                        place.baseline);
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
  if (mark->label != NULL)
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
