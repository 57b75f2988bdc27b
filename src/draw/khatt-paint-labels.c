/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What marks are called: labels, and the cards that they grow to. A card is two fills, a rounded
 * box in the colour of its hairline and a smaller one over it: that costs less than a stroke. */

#include "khatt-card.h"
#include "khatt-painter-private.h"

#define RADIUS 6
#define HAIRLINE 1
#define SELECTED_LINE 2
#define SHADOW_ALPHA 0.07
#define SHADOW_DROP 1

static void
fill_box (const KhattPainting *painting,
          const KhattRect *box,
          double radius,
          const KhattColor *color)
{
  khatt_painting_round_box (painting->cr, box, radius);
  khatt_painting_set_color (painting, color, 1);
  cairo_fill (painting->cr);
}

static void
paint_ground (const KhattPainting *painting, const KhattMark *mark)
{
  const KhattPalette *palette = painting->palette;
  gboolean is_selected = painting->layout->params.selected == mark->box.slot;
  double line = is_selected ? SELECTED_LINE : HAIRLINE;
  double radius = RADIUS * painting->text_scale;
  const KhattColor shadow = { 0, 0, 0, SHADOW_ALPHA };
  KhattRect box = mark->box.label;

  if (!painting->is_high_contrast && palette->style != KHATT_STYLE_PRINT)
    {
      KhattRect below = khatt_rect_grow (&box, SHADOW_DROP);

      below.y += SHADOW_DROP;
      fill_box (painting, &below, radius + SHADOW_DROP, &shadow);
    }
  fill_box (painting, &box, radius, is_selected ? &palette->accent : &palette->line);
  box = khatt_rect_grow (&box, -line);
  fill_box (painting, &box, radius - line, &palette->window);
}

static const KhattColor *
get_text_color (const KhattPainting *painting, const KhattCardText *text)
{
  switch (text->part)
    {
    case KHATT_CARD_DATE:
    case KHATT_CARD_QUOTE:
      return &painting->palette->dim;
    case KHATT_CARD_KIND:
    case KHATT_CARD_TITLE:
    case KHATT_CARD_SPEAKER:
    default:
      return &painting->palette->text;
    }
}

static void
paint_card (const KhattPainting *painting, const KhattMark *mark)
{
  const KhattCard *card = mark->card;

  if (!card->is_plain)
    paint_ground (painting, mark);
  for (guint i = 0; i < card->n_texts; i++)
    {
      const KhattCardText *text = &card->texts[i];

      khatt_ink_show_label (painting->ink, text->label, mark->card_x + text->x,
                            mark->card_y + text->baseline, KHATT_ALIGN_LEAST,
                            get_text_color (painting, text),
                            card->is_plain ? &painting->palette->lane : NULL);
    }
}

/**
 * khatt_paint_label_of:
 * @painting: what is painted
 * @mark: a mark
 *
 * Paints the card or the label, where it has one.
 */
void
khatt_paint_label_of (const KhattPainting *painting, const KhattMark *mark)
{
  if (!khatt_painting_shows_lane (painting, mark->label_lane))
    return;
  if (mark->card != NULL)
    paint_card (painting, mark);
  else if (mark->label != NULL)
    khatt_ink_show_label (painting->ink, mark->label, mark->label_x, mark->label_baseline,
                          KHATT_ALIGN_LEAST, &painting->palette->text, &painting->palette->lane);
}
