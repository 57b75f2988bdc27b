/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person says of what was read, and that an event which was dismissed is kept and counts for
 * nothing. */

#include "khatt-review.h"

#include "khatt-facets.h"
#include "khatt-load.h"
#include "khatt-merge.h"
#include "khatt-save.h"

#include <string.h>

#define HEAD "{\"format\":\"khatt-timeline\",\"version\":1,\"articles\":["
#define ARTICLE "{\"id\":\"a1\",\"published\":\"2025-08-08\",\"text\":\"Ann called Bo.\"}"
#define UNPUBLISHED "{\"id\":\"a2\",\"text\":\"Ann will call Bo.\"}"
#define ACTORS "\"actors\":[{\"name\":\"Ann\",\"country\":\"EG\"},{\"name\":\"Bo\"}]"
#define READ "\"sources\":[{\"article\":\"a1\",\"span\":[0,14],\"rules\":[\"call\"]}]"
#define DAY "\"date\":\"2025-08-08\""

static KhattTimeline *
load (const char *events)
{
  const KhattLoadOptions options = { .format = "khatt" };
  g_autofree char *document =
      g_strconcat (HEAD ARTICLE "," UNPUBLISHED "],\n\"events\":[\n", events, "\n]}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (bytes, "test", &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (loaded->issues->len, ==, 0);
  return g_object_ref (loaded->timeline);
}

static void
review (KhattTimeline *timeline, guint32 slot, const char *word)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  g_free (event->review);
  event->review = g_strdup (word);
  khatt_timeline_change (timeline, slot, event);
}

static void
test_states (void)
{
  static const struct
  {
    const char *members;
    KhattReviewState state;
  } cases[] = {
    { "\"id\":\"x\"", KHATT_REVIEW_NONE },
    { "\"sources\":[{\"article\":\"a1\"}]", KHATT_REVIEW_NONE },
    { READ, KHATT_REVIEW_PROPOSED },
    { READ ",\"review\":\"accepted\"", KHATT_REVIEW_SETTLED },
    { READ ",\"review\":\"dismissed\"", KHATT_REVIEW_GONE },
    { READ ",\"review\":\"doubtful\"", KHATT_REVIEW_PROPOSED },
    { READ ",\"read\":{\"title\":null}", KHATT_REVIEW_SETTLED },
    { READ ",\"origin\":\"person\"", KHATT_REVIEW_NONE },
    { READ ",\"read\":{\"title\":null},\"review\":\"dismissed\"", KHATT_REVIEW_GONE },
    { "\"review\":\"accepted\"", KHATT_REVIEW_NONE },
    { "\"review\":\"dismissed\"", KHATT_REVIEW_GONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *event = g_strdup_printf ("{\"kind\":\"call\",%s}", cases[i].members);
      g_autoptr (KhattTimeline) timeline = load (event);
      g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

      g_test_message ("%s", cases[i].members);
      g_assert_cmpint (khatt_review_get_state (khatt_snapshot_get_kept_record (snapshot, 0)), ==,
                       cases[i].state);
      g_assert_true (khatt_snapshot_has_slot (snapshot, 0) ==
                     (cases[i].state != KHATT_REVIEW_GONE));
    }
}

static void
test_reasons (void)
{
  static const struct
  {
    const char *members;
    guint reasons;
  } cases[] = {
    { "\"kind\":\"call\"," DAY "," ACTORS "," READ, 0 },
    { "\"kind\":\"call\"", 0 }, /* nothing read it */
    { "\"kind\":\"call\"," ACTORS "," READ, KHATT_REVIEW_UNDATED },
    { "\"kind\":\"call\",\"date_text\":\"soon\"," ACTORS "," READ, KHATT_REVIEW_UNDATED },
    { "\"kind\":\"call\"," ACTORS ",\"sources\":[{\"article\":\"a2\",\"rules\":[\"call\"]}]",
      KHATT_REVIEW_UNPUBLISHED },
    { "\"kind\":\"call\",\"date\":\"[..2025-08-08]\"," ACTORS "," READ, 0 },
    { "\"kind\":\"call\"," DAY ",\"actors\":[{\"name\":\"Ann\"}]," READ,
      KHATT_REVIEW_PARTY_MISSING },
    { "\"kind\":\"statement\"," DAY ",\"actors\":[{\"name\":\"Ann\"}]," READ, 0 },
    { "\"kind\":\"statement\"," DAY "," READ, KHATT_REVIEW_PARTY_MISSING },
    { "\"kind\":\"other\"," DAY "," READ, 0 },
    { "\"kind\":\"call\"," DAY "," ACTORS ",\"sources\":[{\"article\":\"a1\",\"rules\":[\"call\"]},"
      "{\"article\":\"a2\",\"date\":\"2025-08-07\",\"rules\":[\"call\"]}]",
      KHATT_REVIEW_SOURCES_DIFFER },
    { "\"kind\":\"call\"," DAY "," ACTORS
      ",\"sources\":[{\"article\":\"a1\",\"rules\":[\"call\"],\"confidence\":0.6}]",
      KHATT_REVIEW_UNSURE },
    { "\"kind\":\"call\"," DAY "," ACTORS
      ",\"sources\":[{\"article\":\"a1\",\"rules\":[\"call\"],\"confidence\":0.6},"
      "{\"article\":\"a2\",\"rules\":[\"call\"],\"confidence\":0.9}]",
      0 },
    { "\"kind\":\"visit\"," READ, KHATT_REVIEW_UNDATED | KHATT_REVIEW_PARTY_MISSING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *event = g_strdup_printf ("{%s}", cases[i].members);
      g_autoptr (KhattTimeline) timeline = load (event);
      g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

      g_test_message ("%s", cases[i].members);
      g_assert_cmpuint (khatt_review_get_reasons (snapshot, 0), ==, cases[i].reasons);
    }
}

static const char *const four =
    "{\"id\":\"e1\",\"kind\":\"call\",\"title\":\"zebra\"," DAY "," ACTORS "," READ "},\n"
    "{\"id\":\"e2\",\"kind\":\"visit\",\"date\":\"2025-08-07\"," READ "},\n"
    "{\"id\":\"e3\",\"kind\":\"call\"," ACTORS "," READ "},\n"
    "{\"id\":\"e4\",\"kind\":\"other\",\"origin\":\"person\"," DAY "}";

static void
assert_counts (KhattTimeline *timeline, const KhattReviewCounts *wanted)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  KhattReviewCounts counts = khatt_review_count (snapshot);

  g_assert_cmpuint (counts.n_read, ==, wanted->n_read);
  g_assert_cmpuint (counts.n_proposed, ==, wanted->n_proposed);
  g_assert_cmpuint (counts.n_settled, ==, wanted->n_settled);
  g_assert_cmpuint (counts.n_gone, ==, wanted->n_gone);
}

static void
test_counts (void)
{
  g_autoptr (KhattTimeline) timeline = load (four);

  assert_counts (timeline, &(KhattReviewCounts){ .n_read = 3, .n_proposed = 3 });
  review (timeline, 0, KHATT_REVIEW_ACCEPTED);
  assert_counts (timeline, &(KhattReviewCounts){ .n_read = 3, .n_proposed = 2, .n_settled = 1 });
  review (timeline, 1, KHATT_REVIEW_DISMISSED);
  review (timeline, 3, KHATT_REVIEW_DISMISSED);
  assert_counts (timeline,
                 &(KhattReviewCounts){ .n_read = 3, .n_proposed = 1, .n_settled = 1, .n_gone = 2 });
}

/* A list kept by what the model tells. */
static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, GPtrArray *ids)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (ids, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (ids, (int) (position + i), NULL);
}

static void
assert_shown (KhattTimeline *timeline, const GPtrArray *items, const char *wanted)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint32 i = 0; i < khatt_snapshot_get_n_events (snapshot); i++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, i);

      g_assert_cmpuint (khatt_snapshot_get_position (snapshot, slot), ==, i);
      g_string_append_printf (ids, " %s", khatt_snapshot_get_record (snapshot, slot)->id);
    }
  g_assert_cmpstr (ids->str, ==, wanted);
  g_assert_cmpuint (items->len, ==, khatt_snapshot_get_n_events (snapshot));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, items->len);
}

static guint32
count_ann (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_snapshot_get_actor (snapshot, 0)->n_events;
}

static void
test_dismissed_has_no_place (void)
{
  g_autoptr (KhattTimeline) timeline = load (four);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattEventData) event = NULL;
  g_autoptr (KhattFacets) facets = NULL;

  g_ptr_array_set_size (items, 4);
  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), items);
  khatt_timeline_clear_history (timeline);
  assert_shown (timeline, items, " e2 e1 e4 e3");
  g_assert_cmpuint (count_ann (timeline), ==, 2);
  review (timeline, 0, KHATT_REVIEW_DISMISSED);
  assert_shown (timeline, items, " e2 e4 e3");
  g_assert_cmpuint (count_ann (timeline), ==, 1);

  snapshot = khatt_timeline_ref_snapshot (timeline);
  g_assert_null (khatt_snapshot_get_record (snapshot, 0));
  g_assert_cmpuint (khatt_snapshot_get_n_dated (snapshot), ==, 2);
  g_assert_cmpuint (khatt_snapshot_get_n_dismissed (snapshot), ==, 1);
  g_assert_false (khatt_filter_matches (&(KhattFilter){ 0 }, snapshot, 0));
  /* What it said of an actor is still known. */
  g_assert_cmpstr (khatt_snapshot_get_actor (snapshot, 0)->country, ==, "EG");
  event = khatt_snapshot_dup_event (snapshot, 0);
  g_assert_cmpstr (event->title, ==, "zebra");
  facets = khatt_facets_new (snapshot, &(KhattFilter){ 0 }, NULL);
  g_assert_cmpuint (khatt_facets_get_n_events (facets), ==, 3);

  review (timeline, 1, KHATT_REVIEW_DISMISSED);
  review (timeline, 2, KHATT_REVIEW_DISMISSED);
  assert_shown (timeline, items, " e4");
  khatt_timeline_undo (timeline);
  khatt_timeline_undo (timeline);
  khatt_timeline_undo (timeline);
  assert_shown (timeline, items, " e2 e1 e4 e3");
  khatt_timeline_redo (timeline);
  assert_shown (timeline, items, " e2 e4 e3");
  khatt_timeline_remove (timeline, 0);
  assert_shown (timeline, items, " e2 e4 e3");
  g_assert_cmpstr (khatt_timeline_get_id (timeline, 0), ==, NULL);
  khatt_timeline_undo (timeline);
  g_assert_cmpstr (khatt_timeline_get_id (timeline, 0), ==, "e1");
  g_assert_cmpuint (khatt_timeline_find (timeline, "e1"), ==, 0);
}

static char *
write_as (KhattTimeline *timeline, const char *format)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, format, NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_files (void)
{
  g_autoptr (KhattTimeline) timeline = load (four);
  g_autofree char *document = NULL;
  g_autofree char *table = NULL;
  g_autofree char *before = write_as (timeline, "csv");

  g_assert_nonnull (strstr (before, "zebra"));
  review (timeline, 0, KHATT_REVIEW_DISMISSED);
  document = write_as (timeline, "khatt");
  table = write_as (timeline, "csv");
  g_assert_nonnull (strstr (document, "\"zebra\""));
  g_assert_nonnull (strstr (document, "\"review\":\"dismissed\""));
  g_assert_null (strstr (table, "zebra"));
}

/* Another copy of the document still has it; so do those that were made before. */
static void
test_other_document_does_not_bring_back (void)
{
  g_autoptr (KhattTimeline) timeline = load (four);
  g_autoptr (KhattTimeline) other = load (four);
  g_autoptr (KhattSnapshot) addition = khatt_timeline_ref_snapshot (other);
  g_autoptr (KhattSnapshot) snapshot = NULL;
  KhattMergeResult result = { 0 };

  review (timeline, 0, KHATT_REVIEW_DISMISSED);
  khatt_merge_add_document (timeline, addition, 1, &result);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  g_assert_cmpuint (khatt_snapshot_get_n_dismissed (snapshot), ==, 1);
  g_assert_null (khatt_snapshot_get_record (snapshot, 0));
  g_assert_cmpuint (khatt_snapshot_get_n_slots (snapshot), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review/states", test_states);
  g_test_add_func ("/review/reasons", test_reasons);
  g_test_add_func ("/review/counts", test_counts);
  g_test_add_func ("/review/dismissed-has-no-place", test_dismissed_has_no_place);
  g_test_add_func ("/review/files", test_files);
  g_test_add_func ("/review/other-document-does-not-bring-back",
                   test_other_document_does_not_bring_back);

  return g_test_run ();
}
