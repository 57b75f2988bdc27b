/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What becomes of events when it is answered when their article was published. The people are
 * invented. */

#include "load-sample.h"

#include "khatt-merge.h"
#include "khatt-read-values.h"
#include "khatt-reader.h"

static const char yesterday[] =
    "هاتف الرئيس الفنلندي أرفو كوسكيلا، أمس، نظيره النرويجي هالفارد نوردغارد.";
static const char in_full[] =
    "أجرى الرئيس الفنلندي أرفو كوسكيلا اتصالا هاتفيا مع نظيره النرويجي هالفارد نوردغارد يوم 7 "
    "أغسطس 2025.";

static void
add_article (KhattTimeline *timeline, const char *text, const char *published)
{
  KhattArticle *article = khatt_article_new ("a", text, -1);
  g_autoptr (KhattReading) reading = NULL;
  g_autoptr (GPtrArray) reports =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_report_free);
  KhattMergeResult result;

  article->published = g_strdup (published);
  reading = khatt_reader_read (load_sample_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, NULL);
  g_assert_cmpuint (reading->events->len, ==, 1);
  g_ptr_array_add (reports, khatt_report_new (article, g_ptr_array_ref (reading->events)));
  khatt_merge_add (timeline, reports, 1, &result);
}

/* An article that says all, and one that tells of the day before it. */
static KhattTimeline *
make_timeline (const char *published)
{
  KhattTimeline *timeline = khatt_timeline_new ();

  add_article (timeline, in_full, "2025-08-10");
  add_article (timeline, yesterday, published);
  return timeline;
}

static void
answer (KhattTimeline *timeline, const char *published)
{
  khatt_load_answer_published (timeline, "a2", published, load_sample_lexicon ());
}

/* "day sources, day sources": all events, in the order of time. */
static char *
dup_events (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  GString *joined = g_string_new (NULL);

  for (guint32 i = 0; i < khatt_snapshot_get_n_events (snapshot); i++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, i);
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
      g_autofree char *day =
          khatt_date_is_known (&event->date) ? khatt_date_to_edtf (&event->date) : g_strdup ("?");

      g_string_append_printf (joined, "%s%s %u", i > 0 ? ", " : "", day, event->sources->len);
    }
  return g_string_free (joined, FALSE);
}

static void
assert_events (KhattTimeline *timeline, const char *expected)
{
  g_autofree char *events = dup_events (timeline);

  g_assert_cmpstr (events, ==, expected);
}

static guint32
find_slot (KhattTimeline *timeline, const char *article)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    {
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
      const KhattSourceData *source =
          event != NULL && event->sources->len == 1 ? event->sources->pdata[0] : NULL;

      if (source != NULL && g_str_equal (source->article, article))
        return slot;
    }
  g_assert_not_reached ();
}

static void
test_events_get_dates (void)
{
  g_autoptr (KhattLoaded) loaded = load_sample_text (load_sample_article, -1, "a.txt", NULL, NULL);
  g_autoptr (KhattSnapshot) before = khatt_timeline_ref_snapshot (loaded->timeline);
  g_autoptr (KhattSnapshot) after = NULL;
  g_autoptr (KhattEventData) changed = khatt_snapshot_dup_event (before, 0);
  g_autofree char *written = load_sample_write (loaded->timeline);
  g_autofree char *undone = NULL;

  g_assert_cmpuint (khatt_snapshot_get_n_dated (before), ==, 0);
  khatt_load_answer_published (loaded->timeline, "a1", "2025-08-08", load_sample_lexicon ());
  after = khatt_timeline_ref_snapshot (loaded->timeline);
  g_assert_cmpuint (khatt_snapshot_get_n_dated (after), ==, khatt_snapshot_get_n_events (before));
  g_assert_cmpstr (khatt_snapshot_get_record (after, 0)->id, ==, changed->id);
  khatt_timeline_undo (loaded->timeline);
  undone = load_sample_write (loaded->timeline);
  g_assert_cmpstr (undone, ==, written);
  g_assert_false (khatt_timeline_can_undo (loaded->timeline));
}

static void
test_what_a_person_changed_stays (void)
{
  g_autoptr (KhattLoaded) loaded = load_sample_text (load_sample_article, -1, "a.txt", NULL, NULL);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  g_autoptr (KhattEventData) changed = khatt_snapshot_dup_event (snapshot, 0);
  g_autoptr (KhattEventData) answered = NULL;

  g_free (changed->title);
  changed->title = g_strdup ("my own title");
  changed->read = g_strdup ("{\"title\":\"\"}");
  khatt_timeline_change (loaded->timeline, 0, changed);
  khatt_load_answer_published (loaded->timeline, "a1", "2025-08-08", load_sample_lexicon ());
  khatt_snapshot_unref (g_steal_pointer (&snapshot));
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  answered = khatt_snapshot_dup_event (snapshot, 0);
  g_assert_cmpstr (answered->title, ==, "my own title");
  g_assert_true (khatt_date_is_known (&answered->date));
}

static void
test_reports_become_one (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline (NULL);
  g_autofree char *before = load_sample_write (timeline);
  g_autofree char *after = NULL;

  assert_events (timeline, "2025-08-07 1, ? 1");
  answer (timeline, "2025-08-08");
  assert_events (timeline, "2025-08-07 2");
  khatt_timeline_undo (timeline);
  after = load_sample_write (timeline);
  g_assert_cmpstr (after, ==, before);
}

static void
test_reports_become_two (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ("2025-08-08");
  g_autofree char *before = load_sample_write (timeline);
  g_autofree char *after = NULL;

  assert_events (timeline, "2025-08-07 2");
  answer (timeline, "2025-08-15");
  assert_events (timeline, "2025-08-07 1, 2025-08-14 1");
  khatt_timeline_undo (timeline);
  after = load_sample_write (timeline);
  g_assert_cmpstr (after, ==, before);
  khatt_timeline_redo (timeline);
  answer (timeline, "2025-08-08");
  assert_events (timeline, "2025-08-07 2");
}

/* Whoever made one of two that never looked like one knows better. */
static void
test_what_a_person_joined_stays (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ("2025-08-01");

  assert_events (timeline, "2025-07-31 1, 2025-08-07 1");
  g_assert_true (
      khatt_merge_pair (timeline, find_slot (timeline, "a1"), find_slot (timeline, "a2")));
  assert_events (timeline, "2025-08-07 2");
  answer (timeline, "2025-08-15");
  assert_events (timeline, "2025-08-07 2");
}

static void
test_what_a_person_accepted_stays (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline (NULL);
  guint32 slot = find_slot (timeline, "a2");
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  event->review = g_strdup ("accepted");
  khatt_timeline_change (timeline, slot, event);
  answer (timeline, "2025-08-08");
  assert_events (timeline, "2025-08-07 1, 2025-08-07 1");
}

/* The date follows where a person left it alone; where not, what had been read for it does. */
static void
test_dates_follow (void)
{
  static const struct
  {
    const char *title;
    const char *date; /* NULL: left alone */
    const char *now;
  } cases[] = { { "my own", NULL, "2025-08-14" }, { "my own", "2025-08-03", "2025-08-03" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTimeline) timeline = make_timeline ("2025-08-01");
      guint32 slot = find_slot (timeline, "a2");
      g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
      g_autoptr (KhattEventData) before = khatt_snapshot_dup_event (snapshot, slot);
      g_autoptr (KhattEventData) event = khatt_event_data_copy (before);
      g_autoptr (KhattSnapshot) answered = NULL;
      g_autoptr (KhattEventData) after = NULL;
      g_autoptr (KhattEventData) restored = NULL;
      g_autofree char *day = NULL;
      g_autofree char *read = NULL;

      g_free (event->title);
      event->title = g_strdup (cases[i].title);
      if (cases[i].date != NULL)
        g_assert_true (khatt_date_parse (cases[i].date, -1, &event->date, NULL));
      khatt_read_values_keep (snapshot, before, event);
      khatt_timeline_change (timeline, slot, event);
      answer (timeline, "2025-08-15");
      answered = khatt_timeline_ref_snapshot (timeline);
      after = khatt_snapshot_dup_event (answered, slot);
      restored = khatt_read_values_restore (answered, after);
      day = khatt_date_to_edtf (&after->date);
      read = khatt_date_to_edtf (&restored->date);
      g_assert_cmpstr (after->title, ==, cases[i].title);
      g_assert_cmpstr (day, ==, cases[i].now);
      g_assert_cmpstr (read, ==, "2025-08-14");
      g_assert_cmpstr (restored->title, ==, before->title);
    }
}

/* Days that were thought of can be come back to, with their reasons. */
static void
test_days_are_kept (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ("2025-08-01");
  const KhattArticle *article;
  const KhattCandidate *candidate;

  answer (timeline, "2025-08-15");
  answer (timeline, "2025-08-01");
  answer (timeline, "2025-08-15");
  article = khatt_timeline_get_article_by_id (timeline, "a2");
  g_assert_cmpstr (article->published, ==, "2025-08-15");
  g_assert_cmpuint (article->candidates->len, ==, 2);
  candidate = article->candidates->pdata[0];
  g_assert_cmpstr (candidate->date, ==, "2025-08-01");
  g_assert_cmpstr (candidate->reasons[0], ==, "The article came with this day.");
  candidate = article->candidates->pdata[1];
  g_assert_cmpstr (candidate->date, ==, "2025-08-15");
  g_assert_cmpstr (candidate->reasons[0], ==, "A person set this day.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/load-answer/" path, function)
  ADD ("events-get-dates", test_events_get_dates);
  ADD ("what-a-person-changed-stays", test_what_a_person_changed_stays);
  ADD ("reports-become-one", test_reports_become_one);
  ADD ("reports-become-two", test_reports_become_two);
  ADD ("what-a-person-joined-stays", test_what_a_person_joined_stays);
  ADD ("what-a-person-accepted-stays", test_what_a_person_accepted_stays);
  ADD ("dates-follow", test_dates_follow);
  ADD ("days-are-kept", test_days_are_kept);
  return g_test_run ();
}
