/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a mark is called, where it stands: a label of one line, over it a card where there is room
 * for one, and the box of what is seen of both. */

#include "khatt-card.h"

#include <math.h>

static KhattTypeface
get_typeface (const KhattLayout *layout, const KhattMark *mark, int weight)
{
  return (KhattTypeface){
    .size = KHATT_LABEL_SIZE * layout->params.text_scale,
    .weight = weight,
    .struck = mark->record->status == KHATT_STATUS_CANCELLED ||
              mark->record->status == KHATT_STATUS_DENIED,
  };
}

/**
 * khatt_layout_shape_title:
 * @layout: a layout
 * @mark: one of its marks, whose event has a title
 * @weight: of the letters
 * @width: how wide it may be
 * @shaper: shapes it
 *
 * Returns: (transfer none): the title as a label: the shaper's
 */
const KhattLabel *
khatt_layout_shape_title (const KhattLayout *layout,
                          const KhattMark *mark,
                          int weight,
                          double width,
                          KhattShaper *shaper)
{
  const KhattTypeface face = get_typeface (layout, mark, weight);

  return khatt_shaper_shape (shaper, mark->record->title, &face, width,
                             layout->params.scale.direction);
}

/**
 * khatt_layout_has_title:
 * @layout: a layout
 * @mark: as for khatt_layout_shape_title()
 * @weight: as for khatt_layout_shape_title()
 * @width: as for khatt_layout_shape_title()
 * @shaper: would shape it
 *
 * Returns: whether khatt_layout_shape_title() would only have to look it up
 */
gboolean
khatt_layout_has_title (const KhattLayout *layout,
                        const KhattMark *mark,
                        int weight,
                        double width,
                        KhattShaper *shaper)
{
  const KhattTypeface face = get_typeface (layout, mark, weight);

  return khatt_shaper_has (shaper, mark->record->title, &face, width,
                           layout->params.scale.direction);
}

static KhattRect
get_label_box (const KhattMark *mark)
{
  double ascent = khatt_label_get_ascent (mark->label);

  return (KhattRect){ mark->label_x, mark->label_baseline - ascent,
                      ceil (khatt_label_get_width (mark->label)),
                      ascent + khatt_label_get_descent (mark->label) };
}

static void
update_box (KhattMark *mark)
{
  mark->box.has_card = mark->card != NULL && !mark->card->is_plain;
  if (mark->card != NULL)
    mark->box.label =
        (KhattRect){ mark->card_x, mark->card_y, mark->card->width, mark->card->height };
  else if (mark->label != NULL)
    mark->box.label = get_label_box (mark);
  else
    mark->box.label = (KhattRect){ 0, 0, 0, 0 };
}

/**
 * khatt_mark_put_label:
 * @mark: a mark without a label
 * @label: its label
 * @x: the least x
 * @baseline: the y of its baseline
 *
 * Gives a mark its label.
 */
void
khatt_mark_put_label (KhattMark *mark, const KhattLabel *label, double x, double baseline)
{
  mark->label = khatt_label_ref (label);
  mark->label_x = x;
  mark->label_baseline = baseline;
  update_box (mark);
}

/**
 * khatt_mark_put_card:
 * @mark: a mark without a card
 * @card: several lines
 * @x: its least x
 * @y: its upper edge
 *
 * Puts a card where the label is, or would be.
 */
void
khatt_mark_put_card (KhattMark *mark, KhattCard *card, double x, double y)
{
  mark->card = khatt_card_ref (card);
  mark->card_x = x;
  mark->card_y = y;
  update_box (mark);
}

/**
 * khatt_mark_drop_card:
 * @mark: a mark
 *
 * Takes the card away: the label below is seen again.
 */
void
khatt_mark_drop_card (KhattMark *mark)
{
  g_clear_pointer (&mark->card, khatt_card_unref);
  update_box (mark);
}

/**
 * khatt_mark_drop_label:
 * @mark: a mark
 *
 * Takes label and card away.
 */
void
khatt_mark_drop_label (KhattMark *mark)
{
  g_clear_pointer (&mark->label, khatt_label_unref);
  khatt_mark_drop_card (mark);
}
