/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keeps the arrangement of the timeline view current with its document: at once for small
 * documents, in a thread for big ones, while the old picture stays. */

#include "khatt-timeline-view-private.h"

#include "khatt-countries.h"

#define MOST_EVENTS_AT_ONCE 20000

/* Plain values for the thread. */
typedef struct
{
  KhattSnapshot *snapshot;
  KhattLanesBy lanes_by;
  KhattCountryNames countries;
  KhattFilter *filter;
  KhattLaneSettings *lanes;
} Run;

static void
run_free (Run *run)
{
  khatt_snapshot_unref (run->snapshot);
  khatt_filter_free (run->filter);
  khatt_lane_settings_free (run->lanes);
  g_free (run);
}

static void
arrange_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;
  const KhattArrangementParams params = { run->lanes_by, &run->countries, run->filter, run->lanes };
  g_autoptr (KhattArrangement) arrangement =
      khatt_arrangement_new_with (run->snapshot, &params, cancellable);

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, g_steal_pointer (&arrangement),
                         (GDestroyNotify) khatt_arrangement_unref);
}

static void
arranged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (source);
  GTask *task = G_TASK (result);
  g_autoptr (KhattArrangement) arrangement = g_task_propagate_pointer (task, NULL);

  /* Another run has taken its place, or the view is going. */
  if (self->arranging == NULL || g_task_get_cancellable (task) != self->arranging)
    return;

  g_clear_object (&self->arranging);
  khatt_timeline_view_notify_busy (self);
  if (arrangement != NULL)
    khatt_timeline_view_take_arrangement (self, g_steal_pointer (&arrangement));
}

static KhattCountryNames
get_country_names (const KhattTimelineView *self)
{
  return (KhattCountryNames){ khatt_country_dup_name, self->words.language };
}

static void
start_run (KhattTimelineView *self, KhattSnapshot *snapshot)
{
  Run *run = g_new0 (Run, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, arranged_cb, NULL);

  run->snapshot = khatt_snapshot_ref (snapshot);
  run->lanes_by = self->lanes_by;
  run->countries = get_country_names (self);
  run->filter = khatt_filter_copy (self->filter);
  run->lanes = khatt_lane_settings_copy (self->lane_settings[self->lanes_by]);
  g_task_set_source_tag (task, start_run);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  self->arranging = g_steal_pointer (&cancellable);
  khatt_timeline_view_notify_busy (self);
  g_task_run_in_thread (task, arrange_in_thread);
}

/**
 * khatt_timeline_view_cancel_arranging:
 *
 * Gives up the run under way, if there is one.
 */
void
khatt_timeline_view_cancel_arranging (KhattTimelineView *self)
{
  if (self->arranging == NULL)
    return;

  g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
  khatt_timeline_view_notify_busy (self);
}

/**
 * khatt_timeline_view_arrange:
 *
 * Arranges the document as it is now, with the lanes that are wanted now and what the filter lets
 * pass.
 */
void
khatt_timeline_view_arrange (KhattTimelineView *self)
{
  if (self->timeline == NULL)
    return;

  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);
  KhattCountryNames countries = get_country_names (self);
  const KhattArrangementParams params = { self->lanes_by, &countries, self->filter,
                                          self->lane_settings[self->lanes_by] };

  khatt_timeline_view_cancel_arranging (self);
  if (khatt_snapshot_get_n_events (snapshot) > MOST_EVENTS_AT_ONCE)
    start_run (self, snapshot);
  else
    khatt_timeline_view_take_arrangement (self,
                                          khatt_arrangement_new_with (snapshot, &params, NULL));
}
