/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pointer learns by resting: of an event its heading and dates; of a cluster or a ribbon's
 * column what kinds are in it. */

#include "khatt-timeline-view-private.h"

#include "khatt-sentence.h"
#include "khatt-words.h"

#include <glib/gi18n-lib.h>

static void
append_dates (KhattTimelineView *self, const KhattRecord *record, GString *text)
{
  g_autofree char *date = khatt_words_date (&self->words, &record->date, KHATT_CALENDAR_GREGORIAN);
  g_autofree char *second =
      self->second_calendar != KHATT_CALENDAR_NONE
          ? khatt_words_date (&self->words, &record->date, self->second_calendar)
          : NULL;

  if (date != NULL)
    g_string_append_printf (text, "\n%s", date);
  if (second != NULL)
    g_string_append_printf (text, "\n%s", second);
  if (record->date.precision == KHATT_PRECISION_DAY &&
      (record->date.flags & (KHATT_DATE_INTERVAL | KHATT_DATE_SET)) == 0)
    g_string_append_printf (text, "\n%s",
                            /* Translators: an event's day is known and its hour is not: where it
                               stands within the day says nothing. */
                            _ ("That day; the hour is not known"));
}

static char *
describe_event (KhattTimelineView *self, guint32 slot)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (self->arrangement);
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);
  g_autofree char *heading = khatt_headline_new (snapshot, slot);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *escaped = g_markup_escape_text (heading, -1);

  if (record == NULL)
    return NULL;

  append_dates (self, record, text);
  g_autofree char *rest = g_markup_escape_text (text->str, -1);
  return g_strconcat ("<b>", escaped, "</b>", rest, NULL);
}

static char *
describe_counts (KhattTimelineView *self,
                 const guint32 counts[KHATT_N_KINDS],
                 gint64 first,
                 gint64 last)
{
  g_autofree char *span = khatt_words_span (&self->words, first, last, KHATT_CALENDAR_GREGORIAN);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      g_autofree char *number = khatt_words_count (&self->words, counts[kind]);

      if (counts[kind] > 0)
        g_string_append_printf (text, "\n%s: %s", khatt_kind_get_label (kind), number);
    }

  g_autofree char *heading = g_markup_escape_text (span, -1);
  g_autofree char *rest = g_markup_escape_text (text->str, -1);
  return g_strconcat ("<b>", heading, "</b>", rest, NULL);
}

/**
 * khatt_timeline_view_dup_tooltip:
 * @x: where the pointer is
 * @y: where
 * @area: (out): what it is about; another area has another tooltip
 *
 * Returns: (transfer full) (nullable): Pango markup
 */
char *
khatt_timeline_view_dup_tooltip (KhattTimelineView *self, double x, double y, KhattRect *area)
{
  guint32 counts[KHATT_N_KINDS] = { 0 };

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

        if (box != NULL)
          *area = box->bounds;
        return describe_event (self, hit.slot);
      }
    case KHATT_HIT_CLUSTER:
      {
        const KhattClusterBox *cluster = khatt_layout_get_cluster (self->layout, hit.cluster);

        *area = cluster->pill;
        return describe_counts (self, cluster->counts, cluster->first, cluster->last);
      }
    case KHATT_HIT_RIBBON:
      if (khatt_arrangement_count (self->arrangement, hit.lane, hit.first, hit.last, counts) == 0)
        return NULL;
      return describe_counts (self, counts, hit.first, hit.last);
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
  g_autofree char *markup = self->is_panning || self->is_banding
                                ? NULL
                                : khatt_timeline_view_dup_tooltip (self, at_x, at_y, &area);

  if (markup == NULL)
    return FALSE;

  gtk_tooltip_set_markup (tooltip, markup);
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
