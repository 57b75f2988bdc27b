/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lanes that tell more, or less, than in the picture before do not pop: what they showed fades away
 * over what they show. Only their rows are drawn twice, and only for a moment; where rows became
 * higher or lower, all are. */

#include "khatt-timeline-view-private.h"

#define FADE_US 120000.0

static void
list_levels (KhattTimelineView *self, KhattViewLevels *levels)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);

  levels->arrangement = self->arrangement;
  levels->scroll_y = self->place.scroll_y;
  levels->width = plot.width;
  levels->height = plot.height;
  levels->first_lane = khatt_layout_get_lane_at (self->layout, plot.y);
  levels->has_cards = khatt_layout_has_cards (self->layout);
  levels->details = g_byte_array_new ();
  for (guint lane = levels->first_lane;
       lane < khatt_arrangement_get_n_lanes (self->arrangement) &&
       khatt_layout_get_lane (self->layout, lane).y < plot.y + plot.height;
       lane++)
    {
      guint8 detail = khatt_layout_get_lane_detail (self->layout, lane);

      g_byte_array_append (levels->details, &detail, 1);
    }
}

/* Of the same lanes in a plot of the same size? */
static gboolean
are_comparable (const KhattViewLevels *a, const KhattViewLevels *b)
{
  return a->details != NULL && b->details != NULL && a->arrangement == b->arrangement &&
         a->width == b->width && a->height == b->height;
}

/* The same rows in the same places? */
static gboolean
are_alike (const KhattViewLevels *a, const KhattViewLevels *b)
{
  return a->scroll_y == b->scroll_y && a->first_lane == b->first_lane &&
         a->details->len == b->details->len;
}

static GArray *
list_changed_rows (KhattTimelineView *self, const KhattViewLevels *now)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (KhattRect));

  if (now->has_cards != self->levels.has_cards)
    {
      KhattRect headers = khatt_layout_get_headers (self->layout);
      KhattRect all = khatt_rect_union (&plot, &headers);

      return g_array_append_val (rows, all);
    }
  for (guint i = 0; i < now->details->len; i++)
    {
      KhattRect row = khatt_layout_get_lane (self->layout, now->first_lane + i);

      if (now->details->data[i] == self->levels.details->data[i])
        continue;
      row.x = plot.x;
      row.width = plot.width;
      row.height -= MAX (0, plot.y - row.y);
      row.y = MAX (row.y, plot.y);
      row.height = MIN (row.height, plot.y + plot.height - row.y);
      g_array_append_val (rows, row);
    }
  return rows;
}

static double
get_alpha (KhattTimelineView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 now_us = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : G_MAXINT64;

  return 1 - (now_us - self->fade.start_us) / FADE_US;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  gtk_widget_queue_draw (widget);
  if (get_alpha (self) > 0)
    return G_SOURCE_CONTINUE;
  self->fade.tick_id = 0;
  khatt_timeline_view_clear_fade (self);
  return G_SOURCE_REMOVE;
}

static void
start_fade (KhattTimelineView *self, GskRenderNode *before, GArray *rows)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  khatt_timeline_view_clear_fade (self);
  self->fade.before = gsk_render_node_ref (before);
  self->fade.rows = g_array_ref (rows);
  self->fade.start_us = gdk_frame_clock_get_frame_time (clock);
  self->fade.tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * khatt_timeline_view_clear_fade:
 *
 * Nothing fades any more.
 */
void
khatt_timeline_view_clear_fade (KhattTimelineView *self)
{
  if (self->fade.tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade.tick_id);
  self->fade.tick_id = 0;
  g_clear_pointer (&self->fade.before, gsk_render_node_unref);
  g_clear_pointer (&self->fade.rows, g_array_unref);
}

/**
 * khatt_timeline_view_note_levels:
 * @before: (nullable): the picture that was shown until now
 *
 * There is a new picture. Rows that tell more or less than in @before fade from the one to the
 * other.
 */
void
khatt_timeline_view_note_levels (KhattTimelineView *self, GskRenderNode *before)
{
  KhattViewLevels now;

  list_levels (self, &now);
  if (!are_comparable (&self->levels, &now) ||
      (now.has_cards == self->levels.has_cards && !are_alike (&self->levels, &now)))
    {
      khatt_timeline_view_clear_fade (self);
    }
  else if (before != NULL && self->has_animations && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      g_autoptr (GArray) rows = list_changed_rows (self, &now);

      if (rows->len > 0)
        start_fade (self, before, rows);
    }
  g_clear_pointer (&self->levels.details, g_byte_array_unref);
  self->levels = now;
}

/**
 * khatt_timeline_view_append_fade:
 * @snapshot: has the new picture already
 *
 * Adds what fades away.
 */
void
khatt_timeline_view_append_fade (KhattTimelineView *self, GtkSnapshot *snapshot)
{
  double alpha = self->fade.before != NULL ? get_alpha (self) : 0;

  if (alpha <= 0)
    return;
  for (guint i = 0; i < self->fade.rows->len; i++)
    {
      const KhattRect *row = &g_array_index (self->fade.rows, KhattRect, i);

      gtk_snapshot_push_clip (snapshot,
                              &GRAPHENE_RECT_INIT (row->x, row->y, row->width, row->height));
      gtk_snapshot_push_opacity (snapshot, MIN (alpha, 1));
      gtk_snapshot_append_node (snapshot, self->fade.before);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_pop (snapshot);
    }
}
