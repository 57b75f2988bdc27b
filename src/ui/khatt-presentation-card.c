/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The card of a presentation: headline and first quotation of the event that is selected. It stands
 * near its mark where it covers least: a few places are tried, and what each would cover is
 * counted. */

#include "khatt-presentation-card.h"

#include "khatt-bidi.h"
#include "khatt-details-rows.h"
#include "khatt-sentence.h"

#define GAP 18        /* between the mark and the card, in pixels of a presentation 800 high */
#define MARK_COST 8.0 /* touching a mark is that much worse than covering as much of a label */
#define OWN_COST 1e9  /* covering the mark that the card is about */
#define FAR_COST 4.0  /* square pixels that a pixel of distance is worth */
#define N_STEPS 5
#define WIDTH_CHARS 30
#define MOST_LINES 3

struct _KhattPresentationCard
{
  GtkBox parent_instance;

  guint32 slot;
};

G_DEFINE_FINAL_TYPE (KhattPresentationCard, khatt_presentation_card, GTK_TYPE_BOX)

static void
khatt_presentation_card_class_init (KhattPresentationCardClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
khatt_presentation_card_init (KhattPresentationCard *self)
{
  self->slot = KHATT_SLOT_NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-presentation-card");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * khatt_presentation_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
khatt_presentation_card_new (void)
{
  return g_object_new (KHATT_TYPE_PRESENTATION_CARD, NULL);
}

/* In the direction of its own text, which need not be the interface's. */
static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_direction (label, khatt_details_text_direction (text));
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
fill (KhattPresentationCard *self, KhattSnapshot *snapshot)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, self->slot);
  g_autofree char *headline = khatt_headline_new (snapshot, self->slot);
  const KhattQuoteData *quote =
      event->quotes->len > 0 ? g_ptr_array_index (event->quotes, 0) : NULL;

  gtk_box_append (GTK_BOX (self), new_label (headline, "khatt-presentation-headline"));
  if (quote != NULL && quote->text != NULL)
    {
      g_autofree char *text = khatt_bidi_strip (quote->text);

      gtk_box_append (GTK_BOX (self), new_label (text, "khatt-presentation-quote"));
    }
}

/**
 * khatt_presentation_card_show:
 * @self: a card
 * @view: the timeline
 *
 * Shows the event that is selected in @view; hides where none is.
 */
void
khatt_presentation_card_show (KhattPresentationCard *self, KhattTimelineView *view)
{
  KhattTimeline *timeline = khatt_timeline_view_get_timeline (view);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint32 slot = khatt_timeline_view_get_selected_slot (view);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  self->slot = khatt_snapshot_has_slot (snapshot, slot) ? slot : KHATT_SLOT_NONE;
  if (self->slot != KHATT_SLOT_NONE)
    fill (self, snapshot);
  gtk_widget_set_visible (GTK_WIDGET (self), self->slot != KHATT_SLOT_NONE);
}

/* ---- Its place ---- */

static double
get_common_area (const KhattRect *a, const KhattRect *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? width * height : 0;
}

static double
get_cost (const KhattLayout *layout, const KhattRect *card, const KhattRect *plate)
{
  double away_x =
      MAX (0, MAX (plate->x - card->x - card->width, card->x - plate->x - plate->width));
  double away_y =
      MAX (0, MAX (plate->y - card->y - card->height, card->y - plate->y - plate->height));
  double cost = (away_x + away_y) * FAR_COST;

  if (get_common_area (plate, card) > 0)
    cost += OWN_COST;
  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    {
      const KhattMarkBox *mark = khatt_layout_get_mark (layout, i);

      if (get_common_area (&mark->plate, card) > 0)
        cost += MARK_COST * mark->plate.width * mark->plate.height;
      cost += get_common_area (&mark->bounds, card) + get_common_area (&mark->label, card);
    }
  return cost;
}

/* Beside the mark, above, below, and farther off in the same directions; always within the plot. */
static KhattRect
find_best (const KhattLayout *layout,
           const KhattRect *plate,
           double width,
           double height,
           double gap)
{
  KhattRect plot = khatt_layout_get_plot (layout);
  KhattRect best = { plot.x, plot.y, width, height };
  double least = G_MAXDOUBLE;

  for (int column = -N_STEPS; column <= N_STEPS; column++)
    for (int row = -N_STEPS; row <= N_STEPS; row++)
      {
        KhattRect card = { plate->x + plate->width / 2 - width / 2 +
                               column * (width / 2 + plate->width / 2 + gap) / 2,
                           plate->y + plate->height / 2 - height / 2 +
                               row * (height / 2 + plate->height / 2 + gap) / 2,
                           width, height };
        double cost;

        card.x =
            CLAMP (card.x, plot.x + gap, MAX (plot.x + gap, plot.x + plot.width - width - gap));
        card.y =
            CLAMP (card.y, plot.y + gap, MAX (plot.y + gap, plot.y + plot.height - height - gap));
        cost = get_cost (layout, &card, plate);
        if (cost < least)
          {
            least = cost;
            best = card;
          }
      }
  return best;
}

/**
 * khatt_presentation_card_get_place:
 * @self: a card
 * @view: the timeline
 * @place: (out): in the coordinates of @view
 *
 * Returns: %FALSE where the event is not in view
 */
gboolean
khatt_presentation_card_get_place (KhattPresentationCard *self,
                                   KhattTimelineView *view,
                                   GdkRectangle *place)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (view);
  const KhattMarkBox *mark = layout != NULL && self->slot != KHATT_SLOT_NONE
                                 ? khatt_layout_find_mark (layout, self->slot)
                                 : NULL;
  double gap;
  int width;
  int height;
  KhattRect best;

  if (mark == NULL)
    return FALSE;

  gap = GAP * khatt_layout_get_params (layout)->text_scale / 2;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, (int) (khatt_layout_get_plot (layout).width - 2 * gap));
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  best = find_best (layout, &mark->plate, width, height, gap);
  *place = (GdkRectangle){ (int) best.x, (int) best.y, width, height };
  return TRUE;
}
