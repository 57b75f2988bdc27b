/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the view tells whoever listens: of what it does in threads and before the next frame, and of
 * what a person asks for that is not the view's to do. */

#include "khatt-timeline-view-private.h"

static gboolean
notify_span_idle_cb (gpointer user_data)
{
  KhattTimelineView *self = user_data;

  /* Making the layout may find another span: that belongs to this telling. */
  khatt_timeline_view_ensure_layout (self);
  self->notify_span_id = 0;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify (G_OBJECT (self), "visible-first");
  g_object_notify (G_OBJECT (self), "visible-last");
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/**
 * khatt_timeline_view_notify_busy:
 *
 * A run in a thread has begun or ended.
 */
void
khatt_timeline_view_notify_busy (KhattTimelineView *self)
{
  g_object_notify (G_OBJECT (self), "is-busy");
}

/**
 * khatt_timeline_view_notify_span:
 *
 * Tells of another visible span once before the next frame, however often it changed, and never in
 * the middle of an allocation.
 */
void
khatt_timeline_view_notify_span (KhattTimelineView *self)
{
  if (self->notify_span_id == 0)
    self->notify_span_id =
        g_idle_add_full (GTK_PRIORITY_RESIZE - 1, notify_span_idle_cb, self, NULL);
}

/**
 * khatt_timeline_view_notify_history:
 *
 * The history has another step, or another place in it.
 */
void
khatt_timeline_view_notify_history (KhattTimelineView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.back",
                                 khatt_view_history_can_step (self->history, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.forward",
                                 khatt_view_history_can_step (self->history, 1));
  g_object_notify (G_OBJECT (self), "can-go-back");
  g_object_notify (G_OBJECT (self), "can-go-forward");
}

/**
 * khatt_timeline_view_emit_shifted:
 * @slot: the event that was moved in time
 */
void
khatt_timeline_view_emit_shifted (KhattTimelineView *self, guint32 slot)
{
  g_signal_emit_by_name (self, "shifted", slot);
}

/**
 * khatt_timeline_view_emit_draft:
 * @draft: what is known of an event that is wanted
 */
void
khatt_timeline_view_emit_draft (KhattTimelineView *self, const KhattEventData *draft)
{
  g_signal_emit_by_name (self, "draft", draft);
}

/**
 * khatt_timeline_view_emit_activated:
 * @slot: the event whose details are wanted
 */
void
khatt_timeline_view_emit_activated (KhattTimelineView *self, guint32 slot)
{
  g_signal_emit_by_name (self, "activated", slot);
}

/**
 * khatt_timeline_view_emit_show_in_article:
 * @slot: the event whose sentence is wanted
 */
void
khatt_timeline_view_emit_show_in_article (KhattTimelineView *self, guint32 slot)
{
  g_signal_emit_by_name (self, "show-in-article", slot);
}
