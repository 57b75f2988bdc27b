/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Merging: whom two agencies mean, which reports are one event, what is kept where they differ, and
 * that all of it can be undone. */

#include "khatt-merge.h"
#include "khatt-name-key.h"

#include <string.h>

/* ---- Names ---- */

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *country;
    const char *other;
    const char *other_country;
    gboolean matches;
  } cases[] = {
    { "سيرغي لافروف", "RU", "لافروف", NULL, TRUE },
    { "سيرغي لافروف", "RU", "سيرجي لافروف", "RU", TRUE },
    { "دونالد ترامب", "US", "دونالد ترمب", "US", TRUE },
    { "ستيف ويتكوف", "US", "ستيفن ويتكوف", "US", TRUE },
    { "شي جين بينغ", "CN", "شي جين بينج", "CN", TRUE },
    { "شي جين بينغ", "CN", "شي جينبينغ", "CN", TRUE },
    { "شي جين بينغ", "CN", "شي", "CN", TRUE },
    { "شي جين بينغ", "CN", "شي", NULL, FALSE },
    { "شوكت ميرضيائيف", "UZ", "شوكت ميرزيوييف", "UZ", TRUE },
    { "محمد بن سلمان", "SA", "محمد بن سلمان بن عبدالعزيز آل سعود", "SA", TRUE },
    { "محمد بن سلمان", "SA", "محمد بن زايد", "AE", FALSE },
    { "محمد بن سلمان", NULL, "محمد بن زايد", NULL, FALSE },
    { "الكسندر فوتشيتش", "RS", "ألكسندر فوتشيتش", "RS", TRUE },
    { "سامي الحداد", "EG", "سامي حداد", "EG", TRUE },
    { "جورج بوش", "US", "جورج بوش", "GB", FALSE },
    { "جو بايدن", "US", "هانتر بايدن", "US", FALSE },
    { "Emmanuel Macron", "FR", "macron", NULL, TRUE },
    { "", NULL, "", NULL, FALSE },
    { "بن", NULL, "بن", NULL, FALSE },
    { NULL, NULL, "لافروف", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattNameKey one;
      KhattNameKey other;

      g_test_message ("%s, %s", cases[i].name, cases[i].other);
      khatt_name_key_init (&one, cases[i].name, cases[i].country, NULL);
      khatt_name_key_init (&other, cases[i].other, cases[i].other_country, NULL);
      g_assert_cmpint (khatt_name_key_matches (&one, &other), ==, cases[i].matches);
      g_assert_cmpint (khatt_name_key_matches (&other, &one), ==, cases[i].matches);
    }
}

static void
test_offices (void)
{
  static const struct
  {
    const char *name; /* of nobody in particular */
    const char *office;
    const char *country;
    gboolean matches;
  } cases[] = {
    { "الرئيس الصيني", "رئيس الصين", "CN", TRUE },
    { "الرئيس الأمريكي", "رئيس الولايات المتحدة", "US", TRUE },
    { "الرئيس الأميركي", "رئيس الولايات المتحدة", "US", TRUE },
    { "وزير الخارجية السعودي", "وزير خارجية السعودية", "SA", TRUE },
    { "رئيس الوزراء البريطاني", "رئيس وزراء المملكة المتحدة", "GB", TRUE },
    { "رئيسة الوزراء الإيطالية", "رئيسة وزراء إيطاليا", "IT", TRUE },
    { "الرئيس المجري", "رئيس وزراء المجر", "HU", FALSE },
    { "وزير الدفاع الصيني", "وزير خارجية الصين", "CN", FALSE },
    { "الرئيس الصيني", "رئيس الصين", NULL, FALSE },
    { "الرئيس", "رئيس الصين", "CN", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattNameKey one;
      KhattNameKey other;

      g_test_message ("%s, %s", cases[i].name, cases[i].office);
      khatt_name_key_init (&one, cases[i].name, cases[i].country, NULL);
      khatt_name_key_init (&other, "كريم العطار", cases[i].country, cases[i].office);
      g_assert_cmpint (khatt_name_key_matches (&one, &other), ==, cases[i].matches);
      g_assert_cmpint (khatt_name_key_matches (&other, &one), ==, cases[i].matches);
      g_assert_cmpint (khatt_name_key_is_unnamed (&one), >=, cases[i].matches);
      g_assert_false (khatt_name_key_is_unnamed (&other));
    }
}

static void
test_names_of_many_words (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  KhattNameKey key;
  KhattNameKey last;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (name, "اسم%u ", i);
  khatt_name_key_init (&key, name->str, NULL, NULL);
  khatt_name_key_init (&last, "اسم999", NULL, NULL);
  g_assert_cmpuint (key.n_words, ==, KHATT_NAME_KEY_MAX);
  g_assert_true (khatt_name_key_matches (&key, &last));
}

/* ---- Events ---- */

static KhattEventData *
make_event (KhattKind kind, const char *date, const char *actors, const char *excerpt)
{
  KhattEventData *event = khatt_event_data_new ();
  g_auto (GStrv) names = g_strsplit (actors, "+", -1);
  KhattSourceData *source = khatt_event_data_add_source (event, "a");
  const char *const rules[] = { "test.rule", "date.day", NULL };

  event->kind = kind;
  if (date != NULL)
    khatt_date_parse (date, -1, &event->date, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    khatt_event_data_add_actor (event, names[i], KHATT_ROLE_PARTICIPANT);
  source->excerpt = g_strdup (excerpt);
  source->rules = g_strdupv ((char **) rules);
  return event;
}

static KhattReport *
make_report (const char *text, KhattEventData *event)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);

  if (event != NULL)
    g_ptr_array_add (events, event);
  return khatt_report_new (khatt_article_new ("a", text, -1), events);
}

static GPtrArray *
reports_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_report_free);
}

static KhattEventData *
dup_event (KhattTimeline *timeline, guint position)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_snapshot_dup_event (snapshot, khatt_snapshot_get_slot (snapshot, position));
}

static guint
count (KhattTimeline *timeline)
{
  return g_list_model_get_n_items (G_LIST_MODEL (timeline));
}

/* Two reports, one each in both orders, become so many events. */
typedef struct
{
  const char *why;
  KhattKind kind;
  const char *date;
  const char *actors;
  KhattStatus status;
  const char *other_date;
  const char *other_actors;
  KhattStatus other_status;
  guint n_events;
} Pair;

#define HAPPENED KHATT_STATUS_HAPPENED

static const Pair pairs[] = {
  { "same day", KHATT_KIND_CALL, "2025-08-08", "فلاديمير بوتين+شي جين بينغ", HAPPENED, "2025-08-08",
    "شي جينبينغ+بوتن", HAPPENED, 1 },
  { "next day, both say so", KHATT_KIND_CALL, "2025-08-08", "سيرغي لافروف+فيدان", HAPPENED,
    "2025-08-09", "لافروف+فيدان", HAPPENED, 2 },
  { "day in its month", KHATT_KIND_MEETING, "2025-08", "لافروف+فيدان", HAPPENED, "2025-08-09",
    "لافروف+فيدان", HAPPENED, 1 },
  { "a year says too little", KHATT_KIND_MEETING, "2025", "لافروف+فيدان", HAPPENED, "2025",
    "لافروف+فيدان", HAPPENED, 2 },
  { "recently", KHATT_KIND_MESSAGE, "[..2025-08-08]", "لافروف+فيدان", HAPPENED, "2025-08-01",
    "لافروف+فيدان", HAPPENED, 1 },
  { "recently is not years ago", KHATT_KIND_MESSAGE, "[..2025-08-08]", "لافروف+فيدان", HAPPENED,
    "2023-08-01", "لافروف+فيدان", HAPPENED, 2 },
  { "planned, then happened", KHATT_KIND_MEETING, "[2025-08-08..]", "لافروف+فيدان",
    KHATT_STATUS_PLANNED, "2025-08-15", "لافروف+فيدان", HAPPENED, 1 },
  { "planned, then cancelled", KHATT_KIND_MEETING, "2025-08-08", "لافروف+فيدان",
    KHATT_STATUS_PLANNED, "2025-08-08", "لافروف+فيدان", KHATT_STATUS_CANCELLED, 1 },
  { "happened and denied", KHATT_KIND_CALL, "2025-08-08", "لافروف+فيدان", HAPPENED, "2025-08-08",
    "لافروف+فيدان", KHATT_STATUS_DENIED, 2 },
  { "another actor", KHATT_KIND_CALL, "2025-08-08", "لافروف+فيدان", HAPPENED, "2025-08-08",
    "لافروف+روبيو", HAPPENED, 2 },
  { "one more actor", KHATT_KIND_MEETING, "2025-08-08", "لافروف+فيدان", HAPPENED, "2025-08-08",
    "لافروف+فيدان+روبيو", HAPPENED, 1 },
  { "one actor of a call is too few", KHATT_KIND_CALL, "2025-08-08", "لافروف", HAPPENED,
    "2025-08-08", "لافروف+فيدان", HAPPENED, 2 },
  { "undated", KHATT_KIND_CALL, NULL, "لافروف+فيدان", HAPPENED, NULL, "لافروف+فيدان", HAPPENED, 2 },
  { "other words of a statement", KHATT_KIND_STATEMENT, "2025-08-08", "لافروف", HAPPENED,
    "2025-08-08", "لافروف", HAPPENED, 2 },
  { "before 1970", KHATT_KIND_MEETING, "1945-02-04", "روزفلت+تشرشل", HAPPENED, "1945-02-04",
    "تشرشل+روزفلت", HAPPENED, 1 },
};

static guint
merge_pair (const Pair *pair, gboolean is_other_first)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = reports_new ();
  KhattEventData *first = make_event (pair->kind, pair->date, pair->actors, "كلام عن النفط");
  KhattEventData *second =
      make_event (pair->kind, pair->other_date, pair->other_actors, "حديث حول الماء");
  KhattMergeResult result;

  first->status = pair->status;
  second->status = pair->other_status;
  g_ptr_array_add (reports, make_report ("أول", first));
  g_ptr_array_insert (reports, is_other_first ? 0 : 1, make_report ("ثان", second));
  khatt_merge_add (timeline, reports, 1, &result);
  g_assert_cmpuint (result.n_articles, ==, 2);
  g_assert_cmpuint (result.n_added, ==, count (timeline));
  g_assert_cmpuint (result.n_added + result.n_merged, ==, 2);
  return count (timeline);
}

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s", pairs[i].why);
      g_assert_cmpuint (merge_pair (&pairs[i], FALSE), ==, pairs[i].n_events);
      g_assert_cmpuint (merge_pair (&pairs[i], TRUE), ==, pairs[i].n_events);
    }
}

static void
test_inferred_day_may_be_one_off (void)
{
  for (guint days_off = 1; days_off <= 2; days_off++)
    {
      g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
      g_autoptr (GPtrArray) reports = reports_new ();
      g_autofree char *date = g_strdup_printf ("2025-08-0%u", 8 - days_off);
      KhattEventData *inferred = make_event (KHATT_KIND_CALL, "2025-08-08", "لافروف+فيدان", "س");
      KhattSourceData *source = g_ptr_array_index (inferred->sources, 0);
      KhattMergeResult result;

      g_clear_pointer (&source->rules[1], g_free);
      g_ptr_array_add (reports, make_report ("أول", inferred));
      g_ptr_array_add (
          reports, make_report ("ثان", make_event (KHATT_KIND_CALL, date, "لافروف+فيدان", "ص")));
      khatt_merge_add (timeline, reports, 1, &result);
      g_assert_cmpuint (count (timeline), ==, days_off);
    }
}

static void
test_statement_in_the_same_words (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = reports_new ();
  KhattMergeResult result;

  g_ptr_array_add (reports,
                   make_report ("أول", make_event (KHATT_KIND_STATEMENT, "2025-08-08", "لافروف",
                                                   "لافروف: موسكو مستعدة للحوار")));
  g_ptr_array_add (
      reports, make_report ("ثان", make_event (KHATT_KIND_STATEMENT, "2025-08-08", "سيرغي لافروف",
                                               "أكد لافروف أن موسكو مستعدة للحوار")));
  khatt_merge_add (timeline, reports, 1, &result);
  g_assert_cmpuint (result.n_merged, ==, 1);
}

/* What differs stays with the source that says it; the exacter date is the event's. */
static GPtrArray *
make_differing (void)
{
  GPtrArray *reports = reports_new ();
  KhattEventData *vague = make_event (KHATT_KIND_MEETING, "2025-08", "لافروف+فيدان", "أول");
  KhattEventData *exact = make_event (KHATT_KIND_MEETING, "2025-08-09", "لافروف+فيدان", "ثان");

  vague->place = g_strdup ("إسطنبول");
  vague->title = g_strdup ("لقاء");
  vague->status = KHATT_STATUS_PLANNED;
  khatt_event_data_add_topic (vague, "الغاز");
  exact->place = g_strdup ("أنقرة");
  exact->title = g_strdup ("لِقاء");
  khatt_event_data_add_topic (exact, "الغاز");
  khatt_event_data_add_topic (exact, "القمح");
  khatt_event_data_add_quote (exact, "فيدان", "اتفقنا");
  g_ptr_array_add (reports, make_report ("أول", vague));
  g_ptr_array_add (reports, make_report ("ثان", exact));
  return reports;
}

static void
check_differing (KhattTimeline *timeline)
{
  g_autoptr (KhattEventData) event = dup_event (timeline, 0);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  const KhattRecord *record =
      khatt_snapshot_get_record (snapshot, khatt_snapshot_get_slot (snapshot, 0));
  g_autofree char *date = khatt_date_to_edtf (&event->date);
  const KhattSourceData *vague = NULL;

  g_assert_cmpuint (event->sources->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (strcmp (source->excerpt, "أول") == 0)
        vague = source;
    }
  g_assert_cmpstr (date, ==, "2025-08-09");
  g_assert_cmpint (event->status, ==, KHATT_STATUS_HAPPENED);
  g_assert_cmpstr (vague->date, ==, "2025-08");
  g_assert_cmpstr (vague->status, ==, "planned");
  g_assert_null (vague->title); /* differs in a vowel mark only */
  g_assert_cmpuint (event->topics->len, ==, 2);
  g_assert_cmpuint (event->quotes->len, ==, 1);
  g_assert_cmpint (record->flags & KHATT_RECORD_SOURCES_DIFFER, !=, 0);
}

static void
test_differences_are_kept (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = make_differing ();
  g_autoptr (KhattEventData) event = NULL;
  KhattMergeResult result;

  khatt_merge_add (timeline, reports, 1, &result);
  check_differing (timeline);
  event = dup_event (timeline, 0);
  g_assert_cmpstr (event->place, ==, "أنقرة");
  g_assert_cmpstr (((KhattSourceData *) g_ptr_array_index (event->sources, 1))->place, ==,
                   "إسطنبول");
}

static void
add_report (KhattTimeline *timeline, GPtrArray *reports, guint index, KhattMergeResult *result)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, g_ptr_array_index (reports, index));
  khatt_merge_add (timeline, one, 1, result);
}

/* An event of an open timeline becomes exacter; one step, which can be undone and done again. */
static void
test_added_to_an_open_timeline (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = make_differing ();
  g_autoptr (KhattEventData) before = NULL;
  g_autoptr (KhattEventData) undone = NULL;
  KhattMergeResult result;

  add_report (timeline, reports, 0, &result);
  before = dup_event (timeline, 0);
  khatt_timeline_clear_history (timeline);
  add_report (timeline, reports, 1, &result);
  g_assert_cmpuint (result.n_added, ==, 0);
  g_assert_cmpuint (result.n_merged, ==, 1);
  check_differing (timeline);

  khatt_timeline_undo (timeline);
  g_assert_false (khatt_timeline_can_undo (timeline));
  g_assert_cmpuint (khatt_timeline_get_n_articles (timeline), ==, 1);
  undone = dup_event (timeline, 0);
  g_assert_true (khatt_event_data_equal (before, undone));
  khatt_timeline_redo (timeline);
  check_differing (timeline);
}

static void
test_split (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = make_differing ();
  g_autoptr (KhattEventData) kept = NULL;
  g_autoptr (KhattEventData) taken = NULL;
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autofree char *taken_date = NULL;
  KhattMergeResult result;
  guint32 slot, split;

  khatt_merge_add (timeline, reports, 1, &result);
  khatt_timeline_clear_history (timeline);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  slot = khatt_snapshot_get_slot (snapshot, 0);
  split = khatt_merge_split (timeline, slot, 1);
  g_assert_cmpuint (split, !=, KHATT_SLOT_NONE);
  khatt_snapshot_unref (snapshot);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  kept = khatt_snapshot_dup_event (snapshot, slot);
  taken = khatt_snapshot_dup_event (snapshot, split);
  taken_date = khatt_date_to_edtf (&taken->date);

  g_assert_cmpuint (kept->sources->len, ==, 1);
  g_assert_cmpuint (taken->sources->len, ==, 1);
  g_assert_cmpstr (taken_date, ==, "2025-08");
  g_assert_cmpint (taken->status, ==, KHATT_STATUS_PLANNED);
  g_assert_cmpstr (taken->place, ==, "إسطنبول");
  g_assert_cmpuint (taken->quotes->len, ==, 0);
  g_assert_null (((KhattSourceData *) g_ptr_array_index (taken->sources, 0))->date);
  g_assert_cmpstr (kept->place, ==, "أنقرة");
  khatt_timeline_undo (timeline);
  check_differing (timeline);
}

/* Undoing puts it together again, in one step. */
static void
test_split_all (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = make_differing ();
  KhattMergeResult result;
  guint32 slot;

  khatt_merge_add (timeline, reports, 1, &result);
  khatt_timeline_clear_history (timeline);
  {
    g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
    slot = khatt_snapshot_get_slot (snapshot, 0);
  }
  g_assert_cmpuint (khatt_merge_split_all (timeline, slot), ==, reports->len);
  g_assert_cmpuint (count (timeline), ==, reports->len);
  for (guint i = 0; i < reports->len; i++)
    {
      g_autoptr (KhattEventData) event = dup_event (timeline, i);

      g_assert_cmpuint (event->sources->len, ==, 1);
    }
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, "Split event");
  khatt_timeline_undo (timeline);
  check_differing (timeline);
  g_assert_false (khatt_timeline_can_undo (timeline));
}

static void
test_split_of_nothing (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  guint32 slot;

  {
    g_autoptr (KhattEventData) event =
        make_event (KHATT_KIND_CALL, "2025-08-08", "لافروف+فيدان", "س");
    slot = khatt_timeline_add (timeline, event);
  }
  g_assert_cmpuint (khatt_merge_split (timeline, slot, 0), ==, KHATT_SLOT_NONE);
  g_assert_cmpuint (khatt_merge_split (timeline, slot, 1), ==, KHATT_SLOT_NONE);
  g_assert_cmpuint (khatt_merge_split (timeline, slot + 1, 0), ==, KHATT_SLOT_NONE);
  g_assert_cmpuint (khatt_merge_split_all (timeline, slot), ==, 1);
  g_assert_cmpuint (khatt_merge_split_all (timeline, slot + 1), ==, 1);
  g_assert_cmpuint (count (timeline), ==, 1);
}

static void
test_changed_by_hand_stays (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = make_differing ();
  g_autoptr (KhattEventData) event = NULL;
  g_autoptr (KhattEventData) merged = NULL;
  KhattMergeResult result;

  add_report (timeline, reports, 0, &result);
  event = dup_event (timeline, 0);
  event->read = g_strdup ("{\"date\":\"2024\"}");
  {
    g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
    khatt_timeline_change (timeline, khatt_snapshot_get_slot (snapshot, 0), event);
  }
  add_report (timeline, reports, 1, &result);
  merged = dup_event (timeline, 0);
  g_assert_cmpuint (merged->sources->len, ==, 2);
  g_assert_true (khatt_date_equal (&merged->date, &event->date));
  g_assert_cmpint (merged->status, ==, KHATT_STATUS_PLANNED);
  g_assert_cmpstr (((KhattSourceData *) g_ptr_array_index (merged->sources, 1))->date, ==,
                   "2025-08-09");
}

/* Two calls of one article stay two; another article's one call joins the one with more of its
 * words, and none where nothing tells which. */
static void
test_two_of_one_article (void)
{
  static const struct
  {
    const char *words;
    guint n_merged;
  } cases[] = { { "اتصال حول القمح والحبوب", 1 }, { "شيء مختلف تماما", 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
      g_autoptr (GPtrArray) reports = reports_new ();
      KhattReport *two = make_report (
          "أول", make_event (KHATT_KIND_CALL, "2025-08-08", "لافروف+فيدان", "اتصال أول حول القمح"));
      KhattMergeResult result;

      g_ptr_array_add (two->events, make_event (KHATT_KIND_CALL, "2025-08-08", "لافروف+فيدان",
                                                "اتصال ثان بشأن الغاز"));
      g_ptr_array_add (reports, two);
      g_ptr_array_add (reports, make_report ("ثان", make_event (KHATT_KIND_CALL, "2025-08-08",
                                                                "لافروف+فيدان", cases[i].words)));
      khatt_merge_add (timeline, reports, 1, &result);
      g_assert_cmpuint (result.n_merged, ==, cases[i].n_merged);
    }
}

static void
test_known_article (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) reports = reports_new ();
      KhattMergeResult result;

      g_ptr_array_add (reports, make_report ("أول", make_event (KHATT_KIND_CALL, "2025-08-08",
                                                                "لافروف+فيدان", "س")));
      khatt_merge_add (timeline, reports, 1, &result);
      g_assert_cmpuint (result.n_known, ==, i);
      g_assert_cmpuint (result.n_added, ==, 1 - i);
    }
  g_assert_cmpuint (count (timeline), ==, 1);
}

/* Articles come in any order: the events are the same. */
static char *
dump_merged (const guint *order, guint n)
{
  static const char *const dates[] = { "2025-08", "2025-08-09", "[..2025-08-20]", "2025-08-09",
                                       "2025-08-11" };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = reports_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  KhattMergeResult result;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("مقال %u", order[i]);

      g_ptr_array_add (reports, make_report (name, make_event (KHATT_KIND_MEETING, dates[order[i]],
                                                               "لافروف+فيدان", name)));
    }
  khatt_merge_add (timeline, reports, 1, &result);
  for (guint i = 0; i < count (timeline); i++)
    {
      g_autoptr (KhattEventData) event = dup_event (timeline, i);
      g_autofree char *date = khatt_date_to_edtf (&event->date);

      g_string_append_printf (text, "%s:", date);
      for (guint j = 0; j < event->sources->len; j++)
        g_string_append_printf (
            text, " %s", ((KhattSourceData *) g_ptr_array_index (event->sources, j))->excerpt);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_order_does_not_matter (void)
{
  static const guint orders[][5] = {
    { 0, 1, 2, 3, 4 }, { 4, 3, 2, 1, 0 }, { 2, 0, 4, 1, 3 }, { 1, 4, 0, 3, 2 }, { 3, 1, 2, 4, 0 },
  };
  g_autofree char *expected = dump_merged (orders[0], 5);

  for (gsize i = 1; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *found = dump_merged (orders[i], 5);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* Ids of articles and of what names them. */
static void
test_ids (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattArticle) there = khatt_article_new ("a2", "قديم", -1);
  g_autoptr (GPtrArray) reports = reports_new ();
  g_autoptr (KhattEventData) event = NULL;
  KhattMergeResult result;

  khatt_timeline_add_article (timeline, there);
  g_ptr_array_add (reports, make_report ("أول", make_event (KHATT_KIND_CALL, "2025-08-08",
                                                            "لافروف+فيدان", "س")));
  khatt_merge_add (timeline, reports, 1, &result);
  event = dup_event (timeline, 0);
  g_assert_cmpstr (((KhattSourceData *) g_ptr_array_index (event->sources, 0))->article, ==, "a3");
  g_assert_nonnull (khatt_timeline_get_article_by_id (timeline, "a3"));
}

/* The same event in very many articles, and very many events on one day: no comparing of all with
 * all. A minute would pass if there were. */
static void
test_many (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) reports = reports_new ();
  KhattMergeResult result;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("مقال %u", i);
      g_autofree char *actors =
          i % 2 == 0 ? g_strdup ("لافروف+فيدان") : g_strdup_printf ("لافروف+وزير%u", i);

      g_ptr_array_add (
          reports, make_report (text, make_event (KHATT_KIND_CALL, "2025-08-08", actors, text)));
    }
  khatt_merge_add (timeline, reports, 1, &result);
  g_assert_cmpuint (result.n_merged, ==, 9999);
  g_assert_cmpuint (count (timeline), ==, 10001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/names", test_names);
  g_test_add_func ("/merge/offices-instead-of-names", test_offices);
  g_test_add_func ("/merge/names-of-many-words", test_names_of_many_words);
  g_test_add_func ("/merge/pairs-of-reports", test_pairs);
  g_test_add_func ("/merge/an-inferred-day-may-be-one-off", test_inferred_day_may_be_one_off);
  g_test_add_func ("/merge/a-statement-in-the-same-words", test_statement_in_the_same_words);
  g_test_add_func ("/merge/differences-are-kept", test_differences_are_kept);
  g_test_add_func ("/merge/added-to-an-open-timeline", test_added_to_an_open_timeline);
  g_test_add_func ("/merge/split", test_split);
  g_test_add_func ("/merge/all-reports-split", test_split_all);
  g_test_add_func ("/merge/split-of-nothing", test_split_of_nothing);
  g_test_add_func ("/merge/what-a-person-changed-stays", test_changed_by_hand_stays);
  g_test_add_func ("/merge/two-of-one-article", test_two_of_one_article);
  g_test_add_func ("/merge/an-article-that-is-there-already", test_known_article);
  g_test_add_func ("/merge/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/merge/ids-of-articles", test_ids);
  g_test_add_func ("/merge/very-many", test_many);
  return g_test_run ();
}
