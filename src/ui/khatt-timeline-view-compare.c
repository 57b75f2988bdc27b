/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two events beside each other: one is marked, and whatever is selected is compared with it. The
 * days between them stand on a dimension line on the axis. */

#include "khatt-timeline-view-private.h"

#include "khatt-anchor.h"
#include "khatt-date-gap.h"
#include "khatt-dimension.h"
#include "khatt-sentence.h"

#include <glib/gi18n-lib.h>

#define FIT_MARGIN 0.15 /* of the time between the two, at either side */

/**
 * khatt_timeline_view_get_compared_slot:
 *
 * Returns: the event that the selected one is compared with, or `KHATT_SLOT_NONE`
 */
guint32
khatt_timeline_view_get_compared_slot (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), KHATT_SLOT_NONE);

  return self->compared;
}

/**
 * khatt_timeline_view_set_compared_slot:
 * @slot: the event to compare the selected one with, or `KHATT_SLOT_NONE`
 */
void
khatt_timeline_view_set_compared_slot (KhattTimelineView *self, guint32 slot)
{
  guint32 before;

  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (slot == self->compared)
    return;

  before = self->compared;
  self->compared = slot;
  khatt_timeline_view_drop_state (self, KHATT_STATE_COMPARED);
  khatt_timeline_view_drop_dimension (self);
  khatt_timeline_view_refill_mark (self, before);
  khatt_timeline_view_refill_mark (self, slot);
  khatt_timeline_view_refill_mark (self, self->selected);
  khatt_timeline_view_update_actions (self);
  g_object_notify (G_OBJECT (self), "compared-slot");
}

/**
 * khatt_timeline_view_compare_with:
 * @slot: an event, chosen beside the selected one
 *
 * Selects it and compares it with the one that was selected, or that was marked already; the marked
 * one chosen again is marked no more.
 */
void
khatt_timeline_view_compare_with (KhattTimelineView *self, guint32 slot)
{
  if (slot == self->compared)
    {
      khatt_timeline_view_set_compared_slot (self, KHATT_SLOT_NONE);
      return;
    }
  if (self->compared == KHATT_SLOT_NONE)
    khatt_timeline_view_set_compared_slot (self, self->selected);
  khatt_timeline_view_set_selected_slot (self, slot);
}

static gboolean
get_gap (KhattTimelineView *self, KhattDateGap *gap)
{
  KhattSnapshot *snapshot;
  const KhattRecord *selected, *compared;

  if (self->arrangement == NULL || self->selected == self->compared)
    return FALSE;

  snapshot = khatt_arrangement_get_snapshot (self->arrangement);
  selected = khatt_snapshot_get_record (snapshot, self->selected);
  compared = khatt_snapshot_get_record (snapshot, self->compared);
  return selected != NULL && compared != NULL &&
         khatt_date_gap (&selected->date, &compared->date, gap);
}

/**
 * khatt_timeline_view_dup_gap:
 *
 * Returns: (transfer full) (nullable): how many days the selected event and the compared one are
 *   apart; %NULL where there are not two, or one of them is undated
 */
char *
khatt_timeline_view_dup_gap (KhattTimelineView *self)
{
  KhattDateGap gap;

  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return get_gap (self, &gap) ? khatt_date_gap_to_text (&gap, &self->words) : NULL;
}

/**
 * khatt_timeline_view_describe_comparison:
 * @slot: an event
 *
 * Returns: (transfer full) (nullable): what a screen reader says of @slot as one of two
 */
char *
khatt_timeline_view_describe_comparison (KhattTimelineView *self, guint32 slot)
{
  g_autofree char *gap = slot == self->selected ? khatt_timeline_view_dup_gap (self) : NULL;
  g_autofree char *headline = NULL;

  if (slot == self->compared)
    /* Translators: what a screen reader says of an event that others are compared with. */
    return g_strdup (_ ("marked for comparison"));
  if (gap == NULL)
    return NULL;
  headline =
      khatt_headline_new (khatt_arrangement_get_snapshot (self->arrangement), self->compared);
  /* Translators: what a screen reader says: the other event's headline, then "18 days". */
  return g_strdup_printf (_ ("gap to “%s”: %s"), headline, gap);
}

/**
 * khatt_timeline_view_get_pair_target:
 * @target: (out): both events with some time around them
 *
 * Returns: whether there are two, both of them dated
 */
gboolean
khatt_timeline_view_get_pair_target (KhattTimelineView *self, KhattViewTarget *target)
{
  const guint32 slots[] = { self->selected, self->compared };
  gint64 first = G_MAXINT64, last = G_MININT64;
  KhattDateGap gap;

  if (!get_gap (self, &gap))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (self->arrangement);
      KhattAnchor anchor =
          khatt_anchor_from_date (&khatt_snapshot_get_record (snapshot, slots[i])->date);

      if (anchor.form == KHATT_ANCHOR_NONE)
        return FALSE;
      first = MIN (first, anchor.cell_first);
      last = MAX (last,
                  anchor.form == KHATT_ANCHOR_INTERVAL && !anchor.is_ongoing && !anchor.fades_later
                      ? anchor.end_last
                      : anchor.cell_last);
    }

  double margin = ((double) last - first) * FIT_MARGIN;
  *target = (KhattViewTarget){
    .kind = KHATT_VIEW_TARGET_PAIR,
    .slot = self->selected,
    .first = CLAMP (first - margin, KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME),
    .last = CLAMP (last + margin, KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME),
  };
  return TRUE;
}

/**
 * khatt_timeline_view_drop_dimension:
 *
 * The line between the two events has to be made anew.
 */
void
khatt_timeline_view_drop_dimension (KhattTimelineView *self)
{
  g_clear_pointer (&self->dimension, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GskRenderNode *
paint_dimension (KhattTimelineView *self, const char *gap)
{
  const guint32 slots[] = { self->selected, self->compared };
  KhattDimension dimension;

  if (!khatt_dimension_lay_out (self->layout, slots, gap, self->shaper, &dimension))
    return NULL;

  graphene_rect_t bounds = GRAPHENE_RECT_INIT (dimension.bounds.x, dimension.bounds.y,
                                               dimension.bounds.width, dimension.bounds.height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, self->shaper);

  khatt_ink_set_device_scale (ink, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  khatt_dimension_paint (&dimension, self->palette, ink);
  cairo_destroy (cr);
  return node;
}

/**
 * khatt_timeline_view_append_dimension:
 * @snapshot: where to
 *
 * Draws the line between the selected event and the compared one, where there are two.
 */
void
khatt_timeline_view_append_dimension (KhattTimelineView *self, GtkSnapshot *snapshot)
{
  g_autofree char *gap = self->dimension == NULL ? khatt_timeline_view_dup_gap (self) : NULL;

  if (gap != NULL)
    self->dimension = paint_dimension (self, gap);
  if (self->dimension != NULL)
    gtk_snapshot_append_node (snapshot, self->dimension);
}
