/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the timeline put into it, and who looks on.
 */

#include "timeline-sample.h"

#include "khatt-event.h"

/**
 * timeline_sample_event:
 * @id: (nullable): its id
 * @edtf: (nullable): its date
 * @actor: (nullable): who takes part
 *
 * Returns: (transfer full): an event
 */
KhattEventData *
timeline_sample_event (const char *id, const char *edtf, const char *actor)
{
  KhattEventData *event = khatt_event_data_new ();

  event->id = g_strdup (id);
  event->title = g_strdup_printf ("title of %s", id);
  if (edtf != NULL)
    g_assert_true (khatt_date_parse (edtf, -1, &event->date, NULL));
  if (actor != NULL)
    khatt_event_data_add_actor (event, actor, KHATT_ROLE_PARTICIPANT);
  return event;
}

/**
 * timeline_sample_add:
 * @timeline: a document
 * @id: (nullable): an event's id
 * @edtf: (nullable): its date
 *
 * Returns: the slot of an event that was added, with one actor
 */
guint32
timeline_sample_add (KhattTimeline *timeline, const char *id, const char *edtf)
{
  g_autoptr (KhattEventData) event = timeline_sample_event (id, edtf, "actor");

  return khatt_timeline_add (timeline, event);
}

/**
 * timeline_sample_dup_ids:
 * @timeline: a document
 *
 * Returns: (transfer full): the ids of its events in order, with blanks between
 */
char *
timeline_sample_dup_ids (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint32 i = 0; i < khatt_snapshot_get_n_events (snapshot); i++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, i);

      g_assert_cmpuint (khatt_snapshot_get_position (snapshot, slot), ==, i);
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                              khatt_snapshot_get_record (snapshot, slot)->id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/**
 * timeline_sample_assert_ids:
 * @timeline: a document
 * @expected: the ids of its events in order, with blanks between
 */
void
timeline_sample_assert_ids (KhattTimeline *timeline, const char *expected)
{
  g_autofree char *ids = timeline_sample_dup_ids (timeline);

  g_assert_cmpstr (ids, ==, expected);
}

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  TimelineMirror *mirror)
{
  mirror->n_signals++;
  if (removed > 0)
    g_ptr_array_remove_range (mirror->ids, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (KhattEvent) event = g_list_model_get_item (model, position + i);

      g_assert_nonnull (event);
      g_ptr_array_insert (mirror->ids, (int) (position + i),
                          g_strdup (khatt_event_get_record (event)->id));
    }
  g_assert_cmpuint (mirror->ids->len, ==, g_list_model_get_n_items (model));
}

static void
changed_cb (KhattTimeline *timeline, TimelineMirror *mirror)
{
  mirror->n_changed++;
}

/**
 * timeline_mirror_start:
 * @mirror: (out caller-allocates): follows from now on
 * @timeline: a document
 */
void
timeline_mirror_start (TimelineMirror *mirror, KhattTimeline *timeline)
{
  *mirror = (TimelineMirror){ .ids = g_ptr_array_new_with_free_func (g_free) };
  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), mirror);
  g_signal_connect (timeline, "changed", G_CALLBACK (changed_cb), mirror);
}

/**
 * timeline_mirror_stop:
 * @mirror: a mirror, of no use afterwards
 * @timeline: the document that it followed
 *
 * It must hold what the document does.
 */
void
timeline_mirror_stop (TimelineMirror *mirror, KhattTimeline *timeline)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < mirror->ids->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            (char *) g_ptr_array_index (mirror->ids, i));
  timeline_sample_assert_ids (timeline, ids->str);
  g_signal_handlers_disconnect_by_data (timeline, mirror);
  g_ptr_array_unref (mirror->ids);
}
