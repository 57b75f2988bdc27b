/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done to events without an editor. */

#include "khatt-edit.h"
#include "khatt-save.h"
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

  g_assert_true (khatt_edit_move (timeline, slot, KHATT_DATE_WHOLE, &day));
  g_autoptr (KhattEventData) event = dup_event (timeline, slot);
  g_autofree char *date = khatt_date_to_edtf (&event->date);
  g_assert_cmpstr (date, ==, "[..2025-08-09]");
  g_assert_cmpstr (event->read, ==, "{\"date\":\"[..2025-08-08]\"}");
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, "Change the date of “رسالة شفهية”");
  assert_undone (timeline);
  g_assert_false (khatt_edit_move (timeline, ui_sample_slot (timeline, UI_SAMPLE_UNDATED),
                                   KHATT_DATE_WHOLE, &day));
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
  khatt_edit_move (timeline, slot, KHATT_DATE_WHOLE, &day);
  khatt_edit_rename_actor (timeline, "شي جين بينغ", "شي");
  g_assert_true (khatt_edit_restore (timeline, slot));
  g_autoptr (KhattEventData) after = dup_event (timeline, slot);
  g_assert_true (khatt_event_data_equal (before, after));
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==,
                   "Restore what was read of “بوتين يهاتف شي”");
}

/* ---- Each thing that can be done ---- */

static void
change (KhattTimeline *timeline, void (*set) (KhattEventData *event))
{
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_MEETING);
  g_autoptr (KhattEventData) event = dup_event (timeline, slot);

  set (event);
  g_assert_true (khatt_edit_change (timeline, slot, event));
}

static void
replace (char **text, const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

static void
set_title (KhattEventData *event)
{
  replace (&event->title, "آخر");
}

static void
set_kind (KhattEventData *event)
{
  event->kind = KHATT_KIND_VISIT;
}

static void
set_date (KhattEventData *event)
{
  event->date = khatt_date_from_day (2025, 1, 2);
}

static void
set_status (KhattEventData *event)
{
  event->status = KHATT_STATUS_DENIED;
}

static void
set_actors (KhattEventData *event)
{
  khatt_event_data_add_actor (event, "آخر", KHATT_ROLE_HOST);
}

static void
set_place (KhattEventData *event)
{
  g_clear_pointer (&event->place, g_free);
}

static void
set_topics (KhattEventData *event)
{
  khatt_event_data_add_topic (event, "آخر");
}

static void
set_quotes (KhattEventData *event)
{
  khatt_event_data_add_quote (event, NULL, "آخر");
}

static void
set_notes (KhattEventData *event)
{
  replace (&event->notes, "آخر\nو\"آخر\"");
}

static void
set_tags (KhattEventData *event)
{
  khatt_event_data_add_tag (event, "آخر");
}

static void
set_importance (KhattEventData *event)
{
  event->importance = 7;
}

static void
set_color (KhattEventData *event)
{
  replace (&event->color, "#0072b2");
}

static void
set_much (KhattEventData *event)
{
  set_title (event);
  set_date (event);
}

static void
add (KhattTimeline *timeline)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  event->title = g_strdup ("حديث طويل العنوان لا يتسع له اسم خطوة واحدة أبدا");
  khatt_edit_add (timeline, event);
}

static void
add_untitled (KhattTimeline *timeline)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  event->kind = KHATT_KIND_CALL;
  khatt_edit_add (timeline, event);
}

static void
remove_event (KhattTimeline *timeline)
{
  khatt_edit_remove (timeline, ui_sample_slot (timeline, UI_SAMPLE_MEETING));
}

static void
duplicate (KhattTimeline *timeline)
{
  khatt_edit_duplicate (timeline, ui_sample_slot (timeline, UI_SAMPLE_MEETING));
}

static void
move (KhattTimeline *timeline)
{
  khatt_edit_move (timeline, ui_sample_slot (timeline, UI_SAMPLE_CALL), KHATT_DATE_WHOLE,
                   &(KhattDateShift){ .months = 1 });
}

static void
merge (KhattTimeline *timeline)
{
  khatt_edit_merge (timeline, ui_sample_slot (timeline, UI_SAMPLE_CALL),
                    ui_sample_slot (timeline, UI_SAMPLE_CALL_TOO));
}

static void
split_event (KhattTimeline *timeline)
{
  g_assert_cmpuint (khatt_edit_split_event (timeline, ui_sample_slot (timeline, UI_SAMPLE_CALL)),
                    ==, 2);
}

static void
take_out (KhattTimeline *timeline)
{
  g_assert_cmpuint (khatt_edit_take_out (timeline, ui_sample_slot (timeline, UI_SAMPLE_CALL), 1),
                    !=, KHATT_SLOT_NONE);
}

static void
rename_actor (KhattTimeline *timeline)
{
  khatt_edit_rename_actor (timeline, "فلاديمير بوتين", "بوتين");
}

static void
merge_actors (KhattTimeline *timeline)
{
  khatt_edit_rename_actor (timeline, "شي جين بينغ", "فلاديمير بوتين");
}

static void
split_actor (KhattTimeline *timeline)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 slot = ui_sample_slot (timeline, UI_SAMPLE_VISIT);

  g_array_append_val (slots, slot);
  khatt_edit_split_actor (timeline, "سيرغي لافروف", "لافروف", slots);
}

static void
restore (KhattTimeline *timeline)
{
  g_assert_true (khatt_edit_restore (timeline, ui_sample_slot (timeline, UI_SAMPLE_MEETING)));
}

/* In this order, each on what those before left. */
static const struct
{
  void (*do_it) (KhattTimeline *timeline);
  void (*set) (KhattEventData *event);
  const char *name;
} steps[] = {
  { NULL, set_kind, "Change the kind of “محادثات الكرملين”" },
  { NULL, set_date, "Change the date of “محادثات الكرملين”" },
  { NULL, set_status, "Change the status of “محادثات الكرملين”" },
  { NULL, set_actors, "Change the actors of “محادثات الكرملين”" },
  { NULL, set_place, "Change the place of “محادثات الكرملين”" },
  { NULL, set_topics, "Change the topics of “محادثات الكرملين”" },
  { NULL, set_quotes, "Change the quotations of “محادثات الكرملين”" },
  { NULL, set_notes, "Change the notes on “محادثات الكرملين”" },
  { NULL, set_tags, "Change the tags of “محادثات الكرملين”" },
  { NULL, set_importance, "Change the importance of “محادثات الكرملين”" },
  { NULL, set_color, "Change the color of “محادثات الكرملين”" },
  { NULL, set_title, "Change the title of “محادثات الكرملين”" },
  { restore, NULL, "Restore what was read of “آخر”" },
  { NULL, set_much, "Change “محادثات الكرملين”" },
  { add, NULL, "Add “حديث طويل العنوان لا يتسع له اسم خطوة و…”" },
  { add_untitled, NULL, "Add “Telephone call”" },
  { duplicate, NULL, "Duplicate “آخر”" },
  { remove_event, NULL, "Delete “آخر”" },
  { move, NULL, "Change the date of “بوتين يهاتف شي”" },
  { merge, NULL, "Merge “بوتين يهاتف شي” and “بوتين يهاتف ميرضيائيف”" },
  { take_out, NULL, "Take a source out of “بوتين يهاتف شي”" },
  { rename_actor, NULL, "Rename “فلاديمير بوتين” to “بوتين”" },
  { merge_actors, NULL, "Rename “شي جين بينغ” to “فلاديمير بوتين”" },
  { split_actor, NULL, "Split “لافروف” from “سيرغي لافروف”" },
};

static char *
dup_bytes (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Every step says what it did, and back and forth the document is the same to the byte. */
static void
test_each_step (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, dup_bytes (timeline));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].set != NULL)
        change (timeline, steps[i].set);
      else
        steps[i].do_it (timeline);
      g_ptr_array_add (states, dup_bytes (timeline));
      g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, steps[i].name);
      g_assert_cmpstr (states->pdata[i], !=, states->pdata[i + 1]);
    }
  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    {
      g_autofree char *bytes = NULL;

      g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, steps[i - 1].name);
      khatt_timeline_undo (timeline);
      bytes = dup_bytes (timeline);
      g_assert_cmpstr (bytes, ==, states->pdata[i - 1]);
      g_assert_cmpstr (khatt_timeline_get_redo_name (timeline), ==, steps[i - 1].name);
    }
  g_assert_false (khatt_timeline_can_undo (timeline));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *bytes = NULL;

      khatt_timeline_redo (timeline);
      bytes = dup_bytes (timeline);
      g_assert_cmpstr (bytes, ==, states->pdata[i + 1]);
    }
  g_assert_false (khatt_timeline_can_redo (timeline));
}

/* What was merged can be split at once. */
static void
test_split_event (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  guint n_events = g_list_model_get_n_items (G_LIST_MODEL (timeline));

  g_assert_cmpuint (khatt_edit_split_event (timeline, ui_sample_slot (timeline, UI_SAMPLE_CALL)),
                    ==, 1);
  g_assert_false (khatt_timeline_can_undo (timeline));
  merge (timeline);
  split_event (timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, n_events);
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==,
                   "Split “بوتين يهاتف شي” into its reports");
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
  g_test_add_func ("/edit/each-step", test_each_step);
  g_test_add_func ("/edit/split-event", test_split_event);
  return g_test_run ();
}
