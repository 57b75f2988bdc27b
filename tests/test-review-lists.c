/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lists of a review and the index of articles, which follow a document: they say the same as
 * those that are made of it anew. */

#include "khatt-review-lists.h"

#include "khatt-article-index.h"
#include "khatt-timeline.h"

#define N_ARTICLES 3
#define N_STEPS 400
#define N_BULK 1500 /* more than are followed one by one */

static const char *const articles[N_ARTICLES] = { "a1", "a2", "a3" };

static KhattEventData *
make_event (GRand *random)
{
  static const char *const reviews[] = { NULL, NULL, "accepted", "dismissed" };
  KhattEventData *event = khatt_event_data_new ();

  event->kind = KHATT_KIND_CALL;
  event->review = g_strdup (reviews[g_rand_int_range (random, 0, G_N_ELEMENTS (reviews))]);
  if (g_rand_int_range (random, 0, 4) > 0)
    event->date = khatt_date_from_day (2025, 8, 1 + g_rand_int_range (random, 0, 28));
  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    khatt_event_data_add_actor (event, i == 1 ? "Ann" : "Bo", KHATT_ROLE_PARTICIPANT);
  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    {
      const char *article = articles[g_rand_int_range (random, 0, N_ARTICLES)];
      KhattSourceData *source = khatt_event_data_add_source (event, article);

      source->rules = g_strsplit ("call.verb", " ", -1);
    }
  return event;
}

static void
change_something (KhattTimeline *timeline, GRand *random)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) event = make_event (random);
  guint32 n_slots = khatt_snapshot_get_n_slots (snapshot);
  guint32 slot = n_slots > 0 ? (guint32) g_rand_int_range (random, 0, (int) n_slots) : 0;

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
    case 1:
      khatt_timeline_add (timeline, event);
      break;
    case 2:
      if (khatt_snapshot_has_slot (snapshot, slot))
        khatt_timeline_remove (timeline, slot);
      break;
    case 3:
      khatt_timeline_undo (timeline);
      break;
    case 4:
      khatt_timeline_redo (timeline);
      break;
    default:
      if (khatt_snapshot_get_kept_record (snapshot, slot) != NULL)
        khatt_timeline_change (timeline, slot, event);
    }
}

static void
assert_same_slots (const GArray *a, const GArray *b)
{
  guint n = a != NULL ? a->len : 0;

  g_assert_cmpuint (n, ==, b != NULL ? b->len : 0);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (a, guint32, i), ==, g_array_index (b, guint32, i));
}

static void
assert_same (const KhattReviewLists *lists, const KhattArticleIndex *index, KhattSnapshot *snapshot)
{
  g_autoptr (KhattReviewLists) all_lists = khatt_review_lists_new ();
  g_autoptr (KhattArticleIndex) all_index = khatt_article_index_new ();

  g_assert_true (khatt_review_lists_follow (all_lists, snapshot));
  khatt_article_index_follow (all_index, snapshot);
  for (guint i = 0; i < KHATT_N_REVIEW_LISTS; i++)
    assert_same_slots (khatt_review_lists_get (lists, i), khatt_review_lists_get (all_lists, i));
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      assert_same_slots (khatt_article_index_get_slots (index, articles[i]),
                         khatt_article_index_get_slots (all_index, articles[i]));
      g_assert_cmpuint (khatt_article_index_count_open (index, articles[i]), ==,
                        khatt_article_index_count_open (all_index, articles[i]));
    }
}

static void
test_follows (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20251122);
  g_autoptr (KhattReviewLists) lists = khatt_review_lists_new ();
  g_autoptr (KhattArticleIndex) index = khatt_article_index_new ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (KhattSnapshot) snapshot = NULL;

      change_something (timeline, random);
      snapshot = khatt_timeline_ref_snapshot (timeline);
      khatt_review_lists_follow (lists, snapshot);
      khatt_article_index_follow (index, snapshot);
      assert_same (lists, index, snapshot);
    }
}

static void
test_follows_many (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20251123);
  g_autoptr (KhattReviewLists) lists = khatt_review_lists_new ();
  g_autoptr (KhattArticleIndex) index = khatt_article_index_new ();

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) events =
          g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
      g_autoptr (KhattSnapshot) snapshot = NULL;

      for (guint i = 0; i < N_BULK; i++)
        g_ptr_array_add (events, make_event (random));
      khatt_timeline_add_many (timeline, events);
      snapshot = khatt_timeline_ref_snapshot (timeline);
      g_assert_true (khatt_review_lists_follow (lists, snapshot));
      khatt_article_index_follow (index, snapshot);
      assert_same (lists, index, snapshot);
    }
}

/* Accepting an event leaves it in its list; dismissing takes it out. */
static void
test_tells_changes (void)
{
  static const struct
  {
    const char *review;
    gboolean has_changed;
  } cases[] = { { NULL, FALSE }, { "accepted", FALSE }, { "dismissed", TRUE }, { NULL, TRUE } };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  g_autoptr (KhattReviewLists) lists = khatt_review_lists_new ();
  g_autoptr (KhattSnapshot) first = NULL;

  event->kind = KHATT_KIND_STATEMENT;
  event->date = khatt_date_from_day (2025, 8, 8);
  khatt_event_data_add_actor (event, "Ann", KHATT_ROLE_SPEAKER);
  khatt_event_data_add_source (event, "a1")->rules = g_strsplit ("statement.said", " ", -1);
  khatt_timeline_add (timeline, event);
  first = khatt_timeline_ref_snapshot (timeline);
  g_assert_true (khatt_review_lists_follow (lists, first));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattSnapshot) snapshot = NULL;

      g_free (event->review);
      event->review = g_strdup (cases[i].review);
      khatt_timeline_change (timeline, 0, event);
      snapshot = khatt_timeline_ref_snapshot (timeline);
      g_assert_cmpint (khatt_review_lists_follow (lists, snapshot), ==, cases[i].has_changed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review-lists/follow", test_follows);
  g_test_add_func ("/review-lists/follow-many", test_follows_many);
  g_test_add_func ("/review-lists/tell-changes", test_tells_changes);

  return g_test_run ();
}
