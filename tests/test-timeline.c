/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The timeline: order, notifications, snapshots, actors. */

#include "timeline-sample.h"

#include "khatt-event.h"

#include <string.h>

static void
test_order_is_start_then_end_then_document (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  timeline_sample_add (timeline, "undated", NULL);
  timeline_sample_add (timeline, "month", "2025-08");
  timeline_sample_add (timeline, "second", "2025-08-01");
  timeline_sample_add (timeline, "first", "2025-07-31");
  timeline_sample_add (timeline, "second-too", "2025-08-01");
  timeline_sample_add (timeline, "undated-too", NULL);
  timeline_sample_add (timeline, "before", "[..2025-08-08]");
  timeline_sample_assert_ids (timeline, "before first second second-too month undated undated-too");
}

static void
test_adding_many_gives_the_order_of_adding_each (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  g_autoptr (KhattTimeline) one_by_one = khatt_timeline_new ();
  g_autoptr (KhattTimeline) at_once = khatt_timeline_new ();
  static const char *const forms[] = {
    "%04d-0%d-1%d",     "%04d-0%d",         "%04d",
    "[..%04d-0%d-1%d]", "[%04d-0%d-1%d..]", "%04d-0%d-1%d/2030-01-01",
    "%04d-0%d-1%d/..",  "/%04d-0%d-1%d",    "%04d-0%d-1%dT12:30"
  };
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);
      g_autofree char *edtf = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      edtf =
          g_strdup_printf (forms[i % G_N_ELEMENTS (forms)], g_rand_int_range (random, 2020, 2025),
                           g_rand_int_range (random, 1, 9), g_rand_int_range (random, 0, 9));
#pragma GCC diagnostic pop
      g_ptr_array_add (events, timeline_sample_event (id, i % 20 == 0 ? NULL : edtf, "a"));
    }
  for (guint i = 0; i < events->len; i++)
    khatt_timeline_add (one_by_one, g_ptr_array_index (events, i));
  khatt_timeline_add_many (at_once, events);
  expected = timeline_sample_dup_ids (one_by_one);
  timeline_sample_assert_ids (at_once, expected);
}

static void
test_an_event_comes_back_as_it_was (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = timeline_sample_event ("e7", "2025-08-08", NULL);
  g_autoptr (KhattEventData) back = NULL;
  KhattActorData *actor;
  KhattQuoteData *quote;
  KhattSourceData *source;
  const char *const rules[] = { "call.nominal", "date.relative", NULL };
  const char *const no_rules[] = { NULL };

  event->kind = KHATT_KIND_CALL;
  event->status = KHATT_STATUS_PLANNED;
  event->origin = KHATT_ORIGIN_PERSON;
  event->date_edtf = g_strdup ("2025-08-08?");
  event->date_text = g_strdup ("يوم الجمعة");
  event->place = g_strdup ("موسكو");
  event->notes = g_strdup ("");
  event->color = g_strdup ("#aabbcc");
  event->importance = KHATT_IMPORTANCE_MAX;
  event->review = g_strdup ("checked");
  event->read = g_strdup ("{\"place\":\"كييف\"}");
  event->extra = g_strdup ("\"x\":1");
  actor = khatt_event_data_add_actor (event, "فلاديمير بوتين", KHATT_ROLE_INITIATOR);
  actor->country = g_strdup ("RU");
  actor->office = g_strdup ("الرئيس");
  khatt_event_data_add_actor (event, "شي جين بينغ", KHATT_ROLE_RECIPIENT)->extra =
      g_strdup ("\"y\":2");
  khatt_event_data_add_actor (event, "فلاديمير بوتين", KHATT_ROLE_SPEAKER);
  quote = khatt_event_data_add_quote (event, "بوتين", "كلام");
  quote->article = g_strdup ("a1");
  quote->span_first = 0;
  quote->span_after = 8;
  khatt_event_data_add_quote (event, NULL, "بلا قائل");
  source = khatt_event_data_add_source (event, "a1");
  source->span_first = 300;
  source->span_after = 70000;
  source->date_first = 320;
  source->date_after = 340;
  source->excerpt = g_strdup ("…");
  source->attribution = g_strdup ("الكرملين");
  source->rules = g_strdupv ((char **) rules);
  source->confidence = 0.9;
  source->date = g_strdup ("2025-08-07");
  source->place = g_strdup ("موسكو");
  source->status = g_strdup ("happened");
  source->title = g_strdup ("عنوان");
  source->extra = g_strdup ("\"z\":[1,2]");
  khatt_event_data_add_source (event, NULL)->rules = g_strdupv ((char **) no_rules);
  khatt_event_data_add_topic (event, "الغاز");
  khatt_event_data_add_tag (event, "وسم");
  khatt_event_data_add_tag (event, "وسم آخر");

  back = NULL;
  khatt_timeline_add (timeline, event);
  {
    g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
    const KhattRecord *record = khatt_snapshot_get_record (snapshot, 0);

    back = khatt_snapshot_dup_event (snapshot, 0);
    g_assert_cmpint (record->flags, ==,
                     KHATT_RECORD_PRESENT | KHATT_RECORD_CHANGED_BY_HAND |
                         KHATT_RECORD_SOURCES_DIFFER | KHATT_RECORD_HAS_QUOTES);
    g_assert_cmpuint (record->n_sources, ==, 2);
    g_assert_cmpuint (khatt_snapshot_get_n_actors (snapshot), ==, 2);
    g_assert_cmpuint (khatt_snapshot_get_actor (snapshot, 0)->n_events, ==, 1);
  }
  g_assert_true (khatt_event_data_equal (event, back));
}

static void
test_ids_are_given_where_missing_or_taken (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  timeline_sample_add (timeline, "e1", "2025");
  timeline_sample_add (timeline, "e1", "2026");
  g_assert_cmpuint (khatt_timeline_find (timeline, "e1"), ==, 0);
  {
    g_autoptr (KhattEventData) nameless = timeline_sample_event (NULL, "2027", "a");

    khatt_timeline_add (timeline, nameless);
  }
  timeline_sample_assert_ids (timeline, "e1 e1-2 e2");
}

static void
test_items_changed_tells_a_list_all_it_needs (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) moved = timeline_sample_event ("a", "2030", "x");
  g_autoptr (KhattEventData) stays = timeline_sample_event ("b", "2026", "y");
  TimelineMirror mirror;
  guint32 slot;

  timeline_mirror_start (&mirror, timeline);
  slot = timeline_sample_add (timeline, "a", "2025");
  timeline_sample_add (timeline, "b", "2026");
  g_assert_cmpuint (mirror.n_signals, ==, 2);
  khatt_timeline_change (timeline, slot, moved);
  g_assert_cmpuint (mirror.n_signals, ==, 4); /* out and in */
  khatt_timeline_change (timeline, khatt_timeline_find (timeline, "b"), stays);
  g_assert_cmpuint (mirror.n_signals, ==, 5);
  khatt_timeline_change (timeline, khatt_timeline_find (timeline, "b"), stays);
  g_assert_cmpuint (mirror.n_signals, ==, 5); /* says that already */
  khatt_timeline_remove (timeline, slot);
  g_assert_cmpuint (mirror.n_signals, ==, 6);
  g_assert_cmpuint (mirror.n_changed, ==, 5);
  khatt_timeline_undo (timeline);
  khatt_timeline_undo (timeline);
  khatt_timeline_undo (timeline);
  g_assert_cmpuint (mirror.n_changed, ==, 8);
  timeline_mirror_stop (&mirror, timeline);
  timeline_sample_assert_ids (timeline, "a b");
}

static void
test_a_bulk_is_one_signal_and_one_step (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  TimelineMirror mirror;

  timeline_mirror_start (&mirror, timeline);
  timeline_sample_add (timeline, "z", "2024");
  khatt_timeline_begin_bulk (timeline);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i);

      timeline_sample_add (timeline, id, i % 2 == 0 ? "2023" : "2025");
    }
  khatt_timeline_end_bulk (timeline);
  g_assert_cmpuint (mirror.n_signals, ==, 2);
  g_assert_cmpuint (mirror.n_changed, ==, 2);
  khatt_timeline_undo (timeline);
  g_assert_cmpuint (mirror.n_signals, ==, 3);
  timeline_sample_assert_ids (timeline, "z");
  khatt_timeline_redo (timeline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 101);
  timeline_mirror_stop (&mirror, timeline);
}

static void
test_an_empty_bulk_says_nothing (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  TimelineMirror mirror;

  timeline_sample_add (timeline, "z", "2024");
  timeline_mirror_start (&mirror, timeline);
  g_ptr_array_add (mirror.ids, g_strdup ("z"));
  khatt_timeline_begin_bulk (timeline);
  khatt_timeline_end_bulk (timeline);
  g_assert_cmpuint (mirror.n_signals + mirror.n_changed, ==, 0);
  timeline_sample_add (timeline, "y", "2023");
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  timeline_mirror_stop (&mirror, timeline);
}

static void
test_a_snapshot_does_not_see_later_edits (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) before = NULL;
  g_autoptr (KhattSnapshot) same = NULL;
  g_autoptr (KhattSnapshot) after = NULL;
  g_autoptr (KhattEventData) changed = timeline_sample_event ("a", "2030", "new actor");

  timeline_sample_add (timeline, "a", "2025");
  timeline_sample_add (timeline, "b", "2026");
  before = khatt_timeline_ref_snapshot (timeline);
  same = khatt_timeline_ref_snapshot (timeline);
  g_assert_true (before == same);
  khatt_timeline_change (timeline, 0, changed);
  khatt_timeline_remove (timeline, 1);
  khatt_timeline_set_title (timeline, "title");
  after = khatt_timeline_ref_snapshot (timeline);
  g_clear_object (&timeline); /* snapshots outlive it */

  g_assert_cmpuint (khatt_snapshot_get_n_events (before), ==, 2);
  g_assert_cmpuint (khatt_snapshot_get_n_actors (before), ==, 1);
  g_assert_cmpuint (khatt_snapshot_get_actor (before, 0)->n_events, ==, 2);
  g_assert_null (khatt_snapshot_get_title (before));
  g_assert_true (khatt_snapshot_has_slot (before, 1));
  g_assert_cmpuint (khatt_snapshot_get_n_events (after), ==, 1);
  g_assert_cmpuint (khatt_snapshot_get_actor (after, 0)->n_events, ==, 0);
  g_assert_false (khatt_snapshot_has_slot (after, 1));
  g_assert_null (khatt_snapshot_get_record (after, 1));
  g_assert_cmpstr (khatt_snapshot_get_title (after), ==, "title");
  g_assert_cmpuint (khatt_snapshot_get_revision (after), >, khatt_snapshot_get_revision (before));
}

static gpointer
read_all (gpointer data)
{
  KhattSnapshot *snapshot = data;
  gsize sum = 0;

  for (guint round = 0; round < 20; round++)
    {
      for (guint32 i = 0; i < khatt_snapshot_get_n_events (snapshot); i++)
        {
          guint32 slot = khatt_snapshot_get_slot (snapshot, i);

          sum += strlen (khatt_snapshot_get_record (snapshot, slot)->title);
        }
    }
  return GSIZE_TO_POINTER (sum);
}

static void
test_a_thread_reads_while_the_timeline_changes (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattEventData) changed = timeline_sample_event ("other", "1999", "b");
  GThread *thread;
  gsize expected;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      timeline_sample_add (timeline, id, "2025");
    }
  snapshot = khatt_timeline_ref_snapshot (timeline);
  expected = GPOINTER_TO_SIZE (read_all (snapshot));
  thread = g_thread_new ("reader", read_all, snapshot);
  for (guint32 slot = 0; slot < 500; slot++)
    {
      khatt_timeline_change (timeline, slot, changed);
      if (slot % 3 == 0)
        khatt_timeline_remove (timeline, slot);
    }
  g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (thread)), ==, expected);
}

/* What a million events weigh: two hundred and fifty bytes each, with a title of sixty, an actor or
 * two, a place and an attribution. */
static void
test_an_event_takes_little_room (void)
{
  enum
  {
    N = 50000
  };
  const gsize cell = sizeof (KhattRecord) + sizeof (gpointer);
  const gsize order = sizeof (guint32);
  const gsize id_entry = 2 * sizeof (guint32);
  const gsize fullest_table = 3; /* of entries for an event, when the table has just grown */
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;
  gsize each;

  khatt_timeline_begin_bulk (timeline);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *id = g_strdup_printf ("E%07u", i);
      g_autoptr (KhattEventData) event = timeline_sample_event (id, "2025-08-08", NULL);
      g_autofree char *attribution = g_strdup_printf ("الأهرام، ص %u", i % 900);

      g_free (event->title);
      event->title = g_strdup ("وزير الخارجية يبحث هدنة وتبادل أسرى");
      event->place = g_strdup ("القاهرة");
      khatt_event_data_add_actor (event, i % 2 == 0 ? "مصر" : "قطر", KHATT_ROLE_PARTICIPANT);
      if (i % 2 == 0)
        khatt_event_data_add_actor (event, "الأمم المتحدة", KHATT_ROLE_PARTICIPANT);
      khatt_event_data_add_source (event, NULL)->attribution = g_steal_pointer (&attribution);
      khatt_timeline_add (timeline, event);
    }
  khatt_timeline_end_bulk (timeline);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  each = cell + order + fullest_table * id_entry + khatt_snapshot_get_arena_size (snapshot) / N;
  g_assert_cmpuint (each, <=, 250);
}

/* ---- Actors ---- */

static guint32
add_said (KhattTimeline *timeline, const char *country)
{
  g_autoptr (KhattEventData) event = timeline_sample_event (NULL, "2025", NULL);

  khatt_event_data_add_actor (event, "بوتين", KHATT_ROLE_SPEAKER)->country = g_strdup (country);
  return khatt_timeline_add (timeline, event);
}

static const char *
get_country (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_snapshot_get_actor (snapshot, 0)->country;
}

static void
test_an_actors_country_is_the_first_one_said (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  guint32 second;

  add_said (timeline, NULL);
  g_assert_null (get_country (timeline));
  second = add_said (timeline, "RU");
  add_said (timeline, "UA");
  g_assert_cmpstr (get_country (timeline), ==, "RU");
  khatt_timeline_remove (timeline, second);
  g_assert_cmpstr (get_country (timeline), ==, "UA");
  khatt_timeline_undo (timeline);
  g_assert_cmpstr (get_country (timeline), ==, "RU");
  khatt_timeline_undo (timeline);
  khatt_timeline_undo (timeline);
  g_assert_null (get_country (timeline));
}

static void
test_nothing_is_left_behind (void)
{
  KhattTimeline *timeline = khatt_timeline_new ();
  KhattEvent *event;

  timeline_sample_add (timeline, "a", "2025");
  event = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (timeline), 1));
  g_assert_finalize_object (timeline);
  g_assert_cmpstr (khatt_event_get_record (event)->id, ==, "a");
  g_assert_finalize_object (event);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/timeline/" path, function)
  ADD ("order-is-start-then-end-then-document", test_order_is_start_then_end_then_document);
  ADD ("adding-many-gives-the-order-of-adding-each",
       test_adding_many_gives_the_order_of_adding_each);
  ADD ("an-event-comes-back-as-it-was", test_an_event_comes_back_as_it_was);
  ADD ("ids-are-given-where-missing-or-taken", test_ids_are_given_where_missing_or_taken);
  ADD ("items-changed-tells-a-list-all-it-needs", test_items_changed_tells_a_list_all_it_needs);
  ADD ("a-bulk-is-one-signal-and-one-step", test_a_bulk_is_one_signal_and_one_step);
  ADD ("an-empty-bulk-says-nothing", test_an_empty_bulk_says_nothing);
  ADD ("a-snapshot-does-not-see-later-edits", test_a_snapshot_does_not_see_later_edits);
  ADD ("a-thread-reads-while-the-timeline-changes", test_a_thread_reads_while_the_timeline_changes);
  ADD ("an-event-takes-little-room", test_an_event_takes_little_room);
  ADD ("an-actors-country-is-the-first-one-said", test_an_actors_country_is_the_first_one_said);
  ADD ("nothing-is-left-behind", test_nothing_is_left_behind);
  return g_test_run ();
}
