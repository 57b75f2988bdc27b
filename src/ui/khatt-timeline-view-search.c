/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a search found keeps its colours in the timeline view. Where it is in the arrangement is
 * found at once for small documents, in a thread for big ones; until then marks are lit already, as
 * for them the search itself is asked. */

#include "khatt-timeline-view-private.h"

#define MOST_EVENTS_AT_ONCE 20000

/* Plain values for the thread. */
typedef struct
{
  KhattArrangement *arrangement;
  KhattSearchHits *hits;
} Run;

static void
run_free (Run *run)
{
  khatt_arrangement_unref (run->arrangement);
  khatt_search_hits_unref (run->hits);
  g_free (run);
}

static void
take_lit (KhattTimelineView *self, KhattLit *lit)
{
  if (lit == self->lit)
    return;

  khatt_timeline_view_drop_layout (self);
  g_clear_pointer (&self->lit, khatt_lit_unref);
  self->lit = lit;
  g_object_notify (G_OBJECT (self), "lit");
}

static void
light_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;
  g_autoptr (KhattLit) lit = khatt_lit_new (run->arrangement, run->hits, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&lit), (GDestroyNotify) khatt_lit_unref);
}

static void
lit_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (source);
  g_autoptr (KhattLit) lit = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another run has taken its place, or the view is going. */
  if (self->lighting == NULL || g_task_get_cancellable (G_TASK (result)) != self->lighting)
    return;

  g_clear_object (&self->lighting);
  take_lit (self, g_steal_pointer (&lit));
}

static void
start_run (KhattTimelineView *self)
{
  Run *run = g_new0 (Run, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, lit_cb, NULL);

  run->arrangement = khatt_arrangement_ref (self->arrangement);
  run->hits = khatt_search_hits_ref (self->hits);
  g_task_set_source_tag (task, start_run);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  self->lighting = g_steal_pointer (&cancellable);
  g_task_run_in_thread (task, light_in_thread);
}

/**
 * khatt_timeline_view_stop_lighting:
 *
 * Gives up the run under way, if there is one.
 */
void
khatt_timeline_view_stop_lighting (KhattTimelineView *self)
{
  if (self->lighting != NULL)
    g_cancellable_cancel (self->lighting);
  g_clear_object (&self->lighting);
}

/**
 * khatt_timeline_view_light:
 *
 * There are other hits, or there is another arrangement.
 */
void
khatt_timeline_view_light (KhattTimelineView *self)
{
  khatt_timeline_view_stop_lighting (self);
  if (self->hits == NULL || self->arrangement == NULL)
    take_lit (self, NULL);
  else if (khatt_arrangement_get_n_events (self->arrangement) > MOST_EVENTS_AT_ONCE)
    start_run (self);
  else
    take_lit (self, khatt_lit_new (self->arrangement, self->hits, NULL));
}

/**
 * khatt_timeline_view_get_lit:
 *
 * Returns: (transfer none) (nullable): what keeps its colours while the rest fades; %NULL where all
 *   does
 */
KhattLit *
khatt_timeline_view_get_lit (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return self->lit;
}

/**
 * khatt_timeline_view_set_hits:
 * @hits: (nullable): what a search found in the document; %NULL: nothing is searched
 *
 * Fades all but the hits. Does not move the view: khatt_timeline_view_reveal() does.
 */
void
khatt_timeline_view_set_hits (KhattTimelineView *self, KhattSearchHits *hits)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (hits == self->hits)
    return;

  g_clear_pointer (&self->hits, khatt_search_hits_unref);
  self->hits = hits != NULL ? khatt_search_hits_ref (hits) : NULL;
  khatt_timeline_view_light (self);
  g_object_notify (G_OBJECT (self), "hits");
}

/**
 * khatt_timeline_view_get_hits:
 *
 * Returns: (transfer none) (nullable): what a search found; %NULL: nothing is searched
 */
KhattSearchHits *
khatt_timeline_view_get_hits (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return self->hits;
}
