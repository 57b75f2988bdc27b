/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Documents that come into a timeline, and taking back whatever was merged: each step gives back
 * the document byte by byte, in whatever order things were added, changed and split. */

#include "khatt-merge.h"
#include "khatt-save.h"

#include <string.h>

static const char *const people[] = { "لافروف", "فيدان", "روبيو", "عبد العاطي" };
static const char *const spellings[] = { "سيرغي لافروف", "هاكان فيدان", "ماركو روبيو",
                                         "بدر عبدالعاطي" };
static const char *const dates[] = { "2025-08-08", "2025-08-09", "2025-08", "[..2025-08-09]",
                                     "[2025-08-09..]" };
static const char *const places[] = { NULL, "أنقرة", "موسكو" };

static void
add_actor (KhattEventData *event, guint person, GRand *rand)
{
  gboolean is_full = g_rand_boolean (rand);

  khatt_event_data_add_actor (event, is_full ? spellings[person] : people[person],
                              KHATT_ROLE_PARTICIPANT);
}

/* The place of the article decides what is told there; how is left to chance. */
static KhattEventData *
make_event (guint article, guint place, GRand *rand)
{
  const char *const rules[] = { "test.rule", "date.day", NULL };
  KhattEventData *event = khatt_event_data_new ();
  KhattSourceData *source = khatt_event_data_add_source (event, "a");
  guint first = (article + place) % G_N_ELEMENTS (people);

  event->kind = (article + place) % 3 == 0 ? KHATT_KIND_STATEMENT : KHATT_KIND_MEETING;
  event->status = g_rand_int_range (rand, 0, 4) == 0 ? KHATT_STATUS_PLANNED : KHATT_STATUS_HAPPENED;
  khatt_date_parse (dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))], -1, &event->date,
                    NULL);
  event->place = g_strdup (places[g_rand_int_range (rand, 0, G_N_ELEMENTS (places))]);
  event->title = g_strdup_printf ("لقاء %u", place);
  add_actor (event, first, rand);
  if (event->kind == KHATT_KIND_MEETING)
    add_actor (event, (first + 1) % G_N_ELEMENTS (people), rand);
  source->span_first = (gssize) place * 2;
  source->span_after = (gssize) place * 2 + 2;
  source->excerpt = g_strdup ("كلام عن القمح والحبوب");
  source->rules = g_strdupv ((char **) rules);
  return event;
}

static KhattReport *
make_report (guint article, GRand *rand)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  g_autofree char *text = g_strdup_printf ("مقال رقم %u", article);
  guint n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (events, make_event (article, i, rand));
  return khatt_report_new (khatt_article_new ("a", text, -1), events);
}

static void
add_articles (KhattTimeline *timeline, GRand *rand)
{
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_report_free);
  KhattMergeResult result;
  guint n = (guint) g_rand_int_range (rand, 1, 5);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (reports, make_report ((guint) g_rand_int_range (rand, 0, 20), rand));
  khatt_merge_add (timeline, reports, 1, &result);
}

static void
change_event (KhattTimeline *timeline, GRand *rand)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint n = khatt_snapshot_get_n_events (snapshot);
  guint32 slot =
      n > 0 ? khatt_snapshot_get_slot (snapshot, (guint) g_rand_int_range (rand, 0, (int) n))
            : KHATT_SLOT_NONE;
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  if (event == NULL)
    return;
  g_free (event->notes);
  event->notes = g_strdup_printf ("ملاحظة %u", g_rand_int (rand));
  g_free (event->read);
  event->read = g_strdup ("{\"place\":\"هنا\"}");
  khatt_timeline_change (timeline, slot, event);
}

static void
split_event (KhattTimeline *timeline, GRand *rand)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (timeline));
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  for (guint i = 0; i < n; i++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, i);

      if (khatt_snapshot_get_record (snapshot, slot)->n_sources < 2)
        continue;
      khatt_merge_split (timeline, slot, (guint) g_rand_int_range (rand, 0, 2));
      return;
    }
}

static void
add_document (KhattTimeline *timeline, GRand *rand)
{
  g_autoptr (KhattTimeline) other = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) document = NULL;
  KhattMergeResult result;

  add_articles (other, rand);
  add_articles (other, rand);
  change_event (other, rand);
  split_event (other, rand);
  document = khatt_timeline_ref_snapshot (other);
  khatt_merge_add_document (timeline, document, 1, &result);
}

/* ---- Taking back ---- */

static GBytes *
write_bytes (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_save_bytes (snapshot, "khatt", NULL, NULL);
}

static void
check (KhattTimeline *timeline, GBytes *expected)
{
  g_autoptr (GBytes) found = write_bytes (timeline);

  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
take_step (KhattTimeline *timeline, GRand *rand, GPtrArray *states)
{
  static void (*const acts[]) (KhattTimeline *, GRand *) = { add_articles, add_articles,
                                                             add_document, change_event,
                                                             split_event };
  g_autoptr (GBytes) before = write_bytes (timeline);
  g_autofree char *undo_name = g_strdup (khatt_timeline_get_undo_name (timeline));
  g_autoptr (GBytes) after = NULL;

  acts[g_rand_int_range (rand, 0, G_N_ELEMENTS (acts))](timeline, rand);
  after = write_bytes (timeline);
  if (g_bytes_equal (before, after))
    return;
  khatt_timeline_undo (timeline);
  check (timeline, before);
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, undo_name); /* one step */
  khatt_timeline_redo (timeline);
  check (timeline, after);
  g_ptr_array_add (states, g_steal_pointer (&before));
}

static void
test_undo_gives_back (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
      g_autoptr (GPtrArray) states =
          g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < 12; i++)
        take_step (timeline, rand, states);
      for (guint i = states->len; i-- > 0;)
        {
          khatt_timeline_undo (timeline);
          check (timeline, g_ptr_array_index (states, i));
        }
      g_assert_false (khatt_timeline_can_undo (timeline));
    }
}

/* ---- Documents ---- */

static KhattTimeline *
make_timeline (guint article)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_report_free);
  KhattTimeline *timeline = khatt_timeline_new ();
  KhattReport *report = make_report (article, rand);
  KhattEventData *event = make_event (1, 0, rand);
  KhattMergeResult result;

  khatt_date_parse ("2025-08-08", -1, &event->date, NULL);
  g_ptr_array_set_size (report->events, 0);
  g_ptr_array_add (report->events, event);
  g_ptr_array_add (reports, report);
  khatt_merge_add (timeline, reports, 1, &result);
  return timeline;
}

static KhattEventData *
dup_first (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_snapshot_dup_event (snapshot, khatt_snapshot_get_slot (snapshot, 0));
}

/* A person says that it was another day, and adds a note. */
static void
change_by_hand (KhattTimeline *timeline, const char *notes)
{
  g_autoptr (KhattEventData) event = dup_first (timeline);

  khatt_date_parse ("2025-09-01", -1, &event->date, NULL);
  event->read = g_strdup ("{\"date\":\"2025-08-08\"}");
  event->notes = g_strdup (notes);
  khatt_timeline_change (timeline, 0, event);
}

static KhattMergeResult
add_timeline (KhattTimeline *timeline, KhattTimeline *other)
{
  g_autoptr (KhattSnapshot) document = khatt_timeline_ref_snapshot (other);
  KhattMergeResult result;

  khatt_merge_add_document (timeline, document, 1, &result);
  return result;
}

/* The same article in two documents, one of which a person worked on, whichever. */
static void
test_what_a_person_changed_stays (void)
{
  for (guint changed = 0; changed < 3; changed++)
    {
      g_autoptr (KhattTimeline) timeline = make_timeline (1);
      g_autoptr (KhattTimeline) other = make_timeline (1);
      g_autoptr (KhattEventData) event = NULL;
      g_autofree char *date = NULL;
      KhattMergeResult result;

      if (changed != 1)
        change_by_hand (timeline, "ملاحظة");
      if (changed != 0)
        change_by_hand (other, "أخرى");
      result = add_timeline (timeline, other);
      g_assert_cmpuint (result.n_known, ==, 1);
      g_assert_cmpuint (result.n_merged, ==, changed > 0);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 1);
      event = dup_first (timeline);
      date = khatt_date_to_edtf (&event->date);
      g_assert_cmpstr (date, ==, "2025-09-01");
      g_assert_cmpuint (event->sources->len, ==, 1);
      g_assert_cmpstr (event->id, ==, "e1");
      g_assert_cmpstr (event->notes, ==,
                       changed == 0   ? "ملاحظة"
                       : changed == 1 ? "أخرى"
                                      : "ملاحظة\n\nأخرى");
    }
}

/* Other articles of one event: the matcher finds it, and the articles get ids of their own. */
static void
test_other_articles (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline (1);
  g_autoptr (KhattTimeline) other = make_timeline (2);
  g_autoptr (KhattEventData) event = NULL;
  KhattMergeResult result = add_timeline (timeline, other);

  g_assert_cmpuint (result.n_articles, ==, 1);
  g_assert_cmpuint (result.n_merged, ==, 1);
  event = dup_first (timeline);
  g_assert_cmpuint (event->sources->len, ==, 2);
  g_assert_cmpstr (((KhattSourceData *) g_ptr_array_index (event->sources, 1))->article, ==, "a2");
  g_assert_nonnull (khatt_timeline_get_article_by_id (timeline, "a2"));
}

/* What has no source: the same to the letter is there once, anything else is added. */
static void
test_without_sources (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattTimeline) other = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  KhattMergeResult result;

  event->id = g_strdup ("x");
  event->title = g_strdup ("رحلة");
  khatt_timeline_add (timeline, event);
  khatt_timeline_add (other, event);
  result = add_timeline (timeline, other);
  g_assert_cmpuint (result.n_added, ==, 0);
  g_free (event->title);
  event->title = g_strdup ("رحلة أخرى");
  khatt_timeline_change (other, 0, event);
  result = add_timeline (timeline, other);
  g_assert_cmpuint (result.n_added, ==, 1);
  g_assert_cmpuint (khatt_timeline_find (timeline, "x-2"), ==, 1);
}

/* Two events of a document that a person keeps apart stay apart. */
static void
test_split_events_stay_split (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline (1);
  g_autoptr (KhattTimeline) other = make_timeline (2);
  g_autoptr (KhattTimeline) empty = khatt_timeline_new ();
  KhattMergeResult result;

  add_timeline (timeline, other);
  g_assert_cmpuint (khatt_merge_split (timeline, 0, 1), !=, KHATT_SLOT_NONE);
  result = add_timeline (empty, timeline);
  g_assert_cmpuint (result.n_added, ==, 2);
  result = add_timeline (empty, timeline);
  g_assert_cmpuint (result.n_added, ==, 0);
  g_assert_cmpuint (result.n_merged, ==, 0); /* nothing of it is new */
}

/* Scenes bring out the events they did, under the ids that these have here. */
static void
test_scenes_come_along (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline (1);
  g_autoptr (KhattTimeline) other = make_timeline (2);
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  g_autoptr (KhattScene) scene = khatt_scene_new ();
  const char *const articles[] = { "a1", NULL };
  const KhattFilter filter = { .articles = articles };
  const KhattScene *copy;

  event->id = g_strdup ("e1");
  event->title = g_strdup ("رحلة");
  khatt_timeline_change (timeline, 0, event);
  scene->filter = khatt_filter_copy (&filter);
  g_ptr_array_add (scene->focus, g_strdup (khatt_timeline_get_id (other, 0)));
  khatt_timeline_add_scene (other, KHATT_SCENES_PRESENTED, scene);

  for (guint i = 0; i < 2; i++)
    {
      add_timeline (timeline, other);
      g_assert_cmpuint (khatt_timeline_get_scenes (timeline, KHATT_SCENES_PRESENTED)->len, ==, 1);
    }
  copy = g_ptr_array_index (khatt_timeline_get_scenes (timeline, KHATT_SCENES_PRESENTED), 0);
  g_assert_cmpstr (copy->filter->articles[0], ==, "a2");
  g_assert_cmpstr (g_ptr_array_index (copy->focus, 0), ==, khatt_timeline_get_id (timeline, 1));
  khatt_timeline_undo (timeline);
  khatt_timeline_undo (timeline);
  g_assert_cmpuint (khatt_timeline_get_scenes (timeline, KHATT_SCENES_PRESENTED)->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-documents/undo-gives-back-the-bytes", test_undo_gives_back);
  g_test_add_func ("/merge-documents/what-a-person-changed-stays",
                   test_what_a_person_changed_stays);
  g_test_add_func ("/merge-documents/other-articles", test_other_articles);
  g_test_add_func ("/merge-documents/without-sources", test_without_sources);
  g_test_add_func ("/merge-documents/split-events-stay-split", test_split_events_stay_split);
  g_test_add_func ("/merge-documents/scenes-come-along", test_scenes_come_along);
  return g_test_run ();
}
