/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pointer learns by resting: of an event its heading and dates; of a cluster or a ribbon's
 * column what kinds are in it. */

#include "khatt-timeline-view-private.h"

#include "khatt-sentence.h"
#include "khatt-tooltip-card.h"
#include "khatt-words.h"

#include <glib/gi18n-lib.h>

static void
add_dates (KhattTimelineView *self, const KhattRecord *record, GtkWidget *card)
{
  g_autofree char *date = khatt_words_date (&self->words, &record->date, KHATT_CALENDAR_GREGORIAN);
  g_autofree char *second =
      self->second_calendar != KHATT_CALENDAR_NONE
          ? khatt_words_date (&self->words, &record->date, self->second_calendar)
          : NULL;

  if (date != NULL)
    khatt_tooltip_card_add_line (card, date);
  if (second != NULL)
    khatt_tooltip_card_add_line (card, second);
  if (record->date.precision == KHATT_PRECISION_DAY &&
      (record->date.flags & (KHATT_DATE_INTERVAL | KHATT_DATE_SET)) == 0)
    khatt_tooltip_card_add_line (card,
                                 /* Translators: an event's day is known and its hour is not: where
                                    it stands within the day says nothing. */
                                 _ ("That day; the hour is not known"));
}

static GtkWidget *
describe_event (KhattTimelineView *self, guint32 slot)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (self->arrangement);
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);
  g_autofree char *heading = khatt_headline_new (snapshot, slot);

  if (record == NULL)
    return NULL;

  GtkWidget *card = khatt_tooltip_card_new (heading);

  add_dates (self, record, card);
  return card;
}

static GtkWidget *
describe_counts (KhattTimelineView *self, const KhattHit *hit, const guint32 counts[KHATT_N_KINDS])
{
  g_autofree char *span =
      khatt_words_span (&self->words, hit->first, hit->last, KHATT_CALENDAR_GREGORIAN);
  guint32 n_events = 0;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    n_events += counts[kind];

  g_autofree char *number = khatt_words_count (&self->words, n_events);
  g_autofree char *events = g_strdup_printf (ngettext ("%s event", "%s events", n_events), number);
  GtkWidget *card =
      khatt_tooltip_card_new (khatt_arrangement_get_lane (self->arrangement, hit->lane)->name);

  khatt_tooltip_card_add_line (card, span);
  khatt_tooltip_card_add_line (card, events);
  khatt_tooltip_card_add_counts (card, counts, &self->words, self->time_direction);
  khatt_tooltip_card_add_hint (card, _ ("Press twice to see them apart"));
  return card;
}

/* Of the events of a cluster or of a ribbon's column, those that keep their colours while something
 * is searched. */
static void
add_found (KhattTimelineView *self, guint32 n_lit, GtkWidget *card)
{
  g_autofree char *number = khatt_words_count (&self->words, n_lit);
  g_autofree char *found =
      /* Translators: of the events of a cluster, how many a search found. */
      g_strdup_printf (ngettext ("%s of them was found", "%s of them were found", n_lit), number);

  khatt_tooltip_card_add_line (card, found);
}

/* The part of a lane that a ribbon's count is for. */
static KhattRect
find_cell (KhattTimelineView *self, const KhattHit *hit)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  KhattRect row = khatt_layout_get_lane (self->layout, hit->lane);
  double first = khatt_scale_x (&self->place.scale, hit->first);
  double after = khatt_scale_x (&self->place.scale, hit->last + 1);
  double from = MAX (MIN (first, after), plot.x);
  double to = MIN (MAX (first, after), plot.x + plot.width);

  return (KhattRect){ from, row.y, to - from, row.height };
}

/**
 * khatt_timeline_view_make_tooltip:
 * @x: where the pointer is
 * @y: where
 * @area: (out): what it is about; another area has another tooltip
 *
 * Returns: (transfer floating) (nullable): a card
 */
GtkWidget *
khatt_timeline_view_make_tooltip (KhattTimelineView *self, double x, double y, KhattRect *area)
{
  guint32 counts[KHATT_N_KINDS] = { 0 };
  GtkWidget *card;

  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL)
    return NULL;

  KhattHit hit = khatt_layout_pick (self->layout, x, y);
  *area = (KhattRect){ x, y, 1, 1 };
  switch (hit.part)
    {
    case KHATT_HIT_MARK:
      {
        const KhattMarkBox *box = khatt_layout_find_mark (self->layout, hit.slot);

        /* A card says it all. */
        if (box != NULL && box->has_card && khatt_rect_contains (&box->label, x, y))
          return NULL;
        if (box != NULL)
          *area = box->bounds;
        return describe_event (self, hit.slot);
      }
    case KHATT_HIT_CLUSTER:
      {
        const KhattClusterBox *cluster = khatt_layout_get_cluster (self->layout, hit.cluster);

        *area = cluster->pill;
        hit.lane = cluster->lane;
        card = describe_counts (self, &hit, cluster->counts);
        if (self->lit != NULL)
          add_found (self, cluster->n_lit, card);
        return card;
      }
    case KHATT_HIT_RIBBON:
      if (khatt_arrangement_count (self->arrangement, hit.lane, hit.first, hit.last, counts) == 0)
        return NULL;
      *area = find_cell (self, &hit);
      card = describe_counts (self, &hit, counts);
      if (self->lit != NULL && khatt_lit_is_of (self->lit, self->arrangement))
        add_found (self, khatt_lit_count (self->lit, hit.lane, hit.first, hit.last), card);
      return card;
    case KHATT_HIT_NOTHING:
    case KHATT_HIT_PLOT:
    case KHATT_HIT_LANE_HEADER:
    case KHATT_HIT_AXIS:
    default:
      return NULL;
    }
}

static gboolean
query_tooltip_cb (GtkWidget *widget,
                  int x,
                  int y,
                  gboolean is_keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  KhattRect area;
  const KhattMarkBox *box = is_keyboard && self->layout != NULL
                                ? khatt_layout_find_mark (self->layout, self->selected)
                                : NULL;

  if (is_keyboard && box == NULL)
    return FALSE;

  double at_x = box != NULL ? box->plate.x + box->plate.width / 2 : x;
  double at_y = box != NULL ? box->plate.y + box->plate.height / 2 : y;
  GtkWidget *card = self->is_panning || self->is_banding
                        ? NULL
                        : khatt_timeline_view_make_tooltip (self, at_x, at_y, &area);

  if (card == NULL)
    return FALSE;

  gtk_tooltip_set_custom (tooltip, card);
  gtk_tooltip_set_tip_area (
      tooltip, &(GdkRectangle){ area.x, area.y, MAX (1, area.width), MAX (1, area.height) });
  return TRUE;
}

/**
 * khatt_timeline_view_init_tooltip:
 */
void
khatt_timeline_view_init_tooltip (KhattTimelineView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
