/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done to events without an editor. */

#include "khatt-edit.h"
#include "ui-sample.h"

static KhattEventData *
dup_event (KhattTimeline *timeline, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_snapshot_dup_event (snapshot, slot);
}

static void
assert_undone (KhattTimeline *timeline)
{
  khatt_timeline_undo (timeline);
  g_assert_false (khatt_timeline_is_modified (timeline));
}

static void
test_move (void)
{
  const KhattDateShift day = { .seconds = KHATT_SECONDS_PER_DAY };
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_MESSAGE);

  g_assert_true (khatt_edit_move (timeline, slot, &day));
  g_autoptr (KhattEventData) event = dup_event (timeline, slot);
  g_autofree char *date = khatt_date_to_edtf (&event->date);
  g_assert_cmpstr (date, ==, "[..2025-08-09]");
  g_assert_cmpstr (event->read, ==, "{\"date\":\"[..2025-08-08]\"}");
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, "Change the date of “رسالة شفهية”");
  assert_undone (timeline);
  g_assert_false (khatt_edit_move (timeline, ui_sample_slot (timeline, UI_SAMPLE_UNDATED), &day));
}

static void
test_merge (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_CALL);
  guint32 other = ui_sample_slot (timeline, UI_SAMPLE_CALL_TOO);

  g_assert_false (khatt_edit_merge (timeline, slot, slot));
  g_assert_true (khatt_edit_merge (timeline, slot, other));
  g_autoptr (KhattEventData) event = dup_event (timeline, slot);
  g_assert_cmpuint (event->sources->len, ==, 2);
  g_assert_null (khatt_timeline_get_id (timeline, other));
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==,
                   "Merge “بوتين يهاتف شي” and “بوتين يهاتف ميرضيائيف”");
  assert_undone (timeline);
}

/* Also who has no date is merged. */
static void
test_merge_undated (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_UNDATED);

  g_assert_true (khatt_edit_merge (timeline, slot, ui_sample_slot (timeline, UI_SAMPLE_PLANNED)));
  g_autoptr (KhattEventData) event = dup_event (timeline, slot);
  g_assert_cmpuint (event->sources->len, ==, 2);
  assert_undone (timeline);
}

static void
test_rename_actor (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_CALL);

  g_assert_cmpuint (khatt_edit_rename_actor (timeline, "لا أحد", "أحد"), ==, 0);
  g_assert_false (khatt_timeline_can_undo (timeline));
  g_assert_cmpuint (khatt_edit_rename_actor (timeline, "شي جين بينغ", "شي"), ==, 1);
  g_autoptr (KhattEventData) event = dup_event (timeline, slot);
  const KhattActorData *actor = g_ptr_array_index (event->actors, 1);
  const KhattQuoteData *quote = g_ptr_array_index (event->quotes, 0);
  g_assert_cmpstr (actor->name, ==, "شي");
  g_assert_cmpstr (quote->speaker, ==, "شي");
  g_assert_nonnull (strstr (event->read, "شي جين بينغ"));
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, "Rename “شي جين بينغ” to “شي”");
  assert_undone (timeline);
}

/* Two actors become one, once in each event. */
static void
test_merge_actors (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_CALL);

  g_assert_cmpuint (khatt_edit_rename_actor (timeline, "شي جين بينغ", "فلاديمير بوتين"), ==, 1);
  g_autoptr (KhattEventData) event = dup_event (timeline, slot);
  const KhattActorData *actor = g_ptr_array_index (event->actors, 0);
  g_assert_cmpuint (event->actors->len, ==, 1);
  g_assert_cmpint (actor->role, ==, KHATT_ROLE_INITIATOR);
  g_assert_cmpstr (actor->office, ==, "رئيس روسيا");
  assert_undone (timeline);
}

static void
test_restore (void)
{
  const KhattDateShift day = { .seconds = KHATT_SECONDS_PER_DAY };
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_CALL);
  g_autoptr (KhattEventData) before = dup_event (timeline, slot);

  g_assert_false (khatt_edit_restore (timeline, slot));
  khatt_edit_move (timeline, slot, &day);
  khatt_edit_rename_actor (timeline, "شي جين بينغ", "شي");
  g_assert_true (khatt_edit_restore (timeline, slot));
  g_autoptr (KhattEventData) after = dup_event (timeline, slot);
  g_assert_true (khatt_event_data_equal (before, after));
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==,
                   "Restore what was read of “بوتين يهاتف شي”");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/move", test_move);
  g_test_add_func ("/edit/merge", test_merge);
  g_test_add_func ("/edit/merge-undated", test_merge_undated);
  g_test_add_func ("/edit/rename-actor", test_rename_actor);
  g_test_add_func ("/edit/merge-actors", test_merge_actors);
  g_test_add_func ("/edit/restore", test_restore);
  return g_test_run ();
}
