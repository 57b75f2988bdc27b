/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-filter.h"
#include "khatt-timeline.h"

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef struct
{
  const char *id;
  KhattKind kind;
  KhattStatus status;
  const char *date;
  const char *actors[3];
  const char *countries[3];
  const char *article;
  const char *tag;
} Event;

static const Event events[] = {
  { "a",
    KHATT_KIND_CALL,
    KHATT_STATUS_HAPPENED,
    "2025-08-08",
    { "Ann", "Bo" },
    { "EG", "IT" },
    "one",
    "gas" },
  { "b",
    KHATT_KIND_CALL,
    KHATT_STATUS_PLANNED,
    "[2025-08-09..]",
    { "Ann", "Cy" },
    { "EG", "PE" },
    "two",
    NULL },
  { "c",
    KHATT_KIND_VISIT,
    KHATT_STATUS_HAPPENED,
    "2025-09",
    { "Bo", "Ann", "Cy" },
    { "IT", "EG", "PE" },
    "one",
    "sea" },
  { "d", KHATT_KIND_STATEMENT, KHATT_STATUS_DENIED, "", { "Cy" }, { NULL }, NULL, NULL },
};

/* One of them says nothing of its publisher. */
static const struct
{
  const char *id;
  const char *publisher;
} articles[] = { { "one", "Herald" }, { "two", "Mail" }, { "three", NULL } };

static gint64
get_second (const char *edtf)
{
  KhattDate date;

  g_assert_true (khatt_date_parse (edtf, -1, &date, NULL));

  return khatt_date_first (&date);
}

static KhattTimeline *
make_timeline (void)
{
  KhattTimeline *timeline = khatt_timeline_new ();

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (KhattArticle) article = khatt_article_new (articles[i].id, "", 0);

      article->publisher = g_strdup (articles[i].publisher);
      khatt_timeline_add_article (timeline, article);
    }
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();

      event->id = g_strdup (events[i].id);
      event->kind = events[i].kind;
      event->status = events[i].status;
      if (*events[i].date != '\0')
        g_assert_true (khatt_date_parse (events[i].date, -1, &event->date, NULL));
      for (guint j = 0; j < G_N_ELEMENTS (events[i].actors) && events[i].actors[j] != NULL; j++)
        khatt_event_data_add_actor (event, events[i].actors[j], KHATT_ROLE_PARTICIPANT)->country =
            g_strdup (events[i].countries[j]);
      if (events[i].article != NULL)
        khatt_event_data_add_source (event, events[i].article);
      if (events[i].tag != NULL)
        khatt_event_data_add_tag (event, events[i].tag);
      khatt_timeline_add (timeline, event);
    }

  return timeline;
}

static void
check (KhattSnapshot *snapshot, const KhattFilter *filter, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    if (khatt_filter_matches (filter, snapshot, slot))
      g_string_append (found, khatt_snapshot_get_record (snapshot, slot)->id);

  g_assert_cmpstr (found->str, ==, expected);
  g_assert_cmpint (khatt_filter_is_empty (filter), ==, g_str_equal (expected, "abcd"));
}

static void
test_matches (void)
{
  const struct
  {
    KhattFilter filter;
    const char *expected;
  } cases[] = {
    { { 0 }, "abcd" },
    { { .actors = (const char *const[]){ NULL } }, "abcd" },
    { { .actors = NAMES ("Bo") }, "ac" },
    { { .actors = NAMES ("Bo", "Nobody") }, "ac" },
    { { .actors = NAMES ("Bo", "Cy"), .needs_all_actors = TRUE }, "c" },
    { { .actors = NAMES ("Ann", "Cy"), .needs_all_actors = TRUE }, "bc" },
    { { .actors = NAMES ("Nobody") }, "" },
    { { .countries = NAMES ("PE") }, "bcd" }, /* an actor has one country in all of the document */
    { { .countries = NAMES ("IT", "US") }, "ac" },
    { { .kinds = 1 << KHATT_KIND_CALL }, "ab" },
    { { .kinds = 1 << KHATT_KIND_CALL | 1 << KHATT_KIND_STATEMENT }, "abd" },
    { { .statuses = 1 << KHATT_STATUS_DENIED }, "d" },
    { { .articles = NAMES ("one") }, "ac" },
    { { .publishers = NAMES ("Mail") }, "b" },
    { { .publishers = NAMES ("Mail", "Herald") }, "abc" },
    { { .publishers = NAMES ("Herald"), .kinds = 1 << KHATT_KIND_VISIT }, "c" },
    { { .publishers = NAMES ("Mail"), .articles = NAMES ("one") }, "" },
    { { .publishers = NAMES ("one") }, "" },
    { { .tags = NAMES ("sea", "gas") }, "ac" },
    { { .tags = NAMES ("sea"), .kinds = 1 << KHATT_KIND_CALL }, "" },
    { { .actors = NAMES ("Ann"), .articles = NAMES ("two") }, "b" },
  };
  g_autoptr (KhattTimeline) timeline = make_timeline ();
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (snapshot, &cases[i].filter, cases[i].expected);
}

/* Undated events may have happened whenever; that is not what a period asks for. */
static void
test_period (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ();
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  KhattFilter filter = {
    .has_period = TRUE,
    .first = get_second ("2025-08-08"),
    .last = get_second ("2025-08-09") - 1,
  };

  check (snapshot, &filter, "a");
  filter.last = get_second ("2025-08-10");
  check (snapshot, &filter, "ab");
  filter.last = get_second ("2025-09-10");
  check (snapshot, &filter, "abc");
}

static void
test_empty_slot (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ();
  g_autoptr (KhattSnapshot) snapshot = NULL;
  guint32 slot = khatt_timeline_find (timeline, "b");
  KhattFilter filter = { 0 };

  khatt_timeline_remove (timeline, slot);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  g_assert_false (khatt_filter_matches (&filter, snapshot, slot));
}

/* A copy outlives what it was made of, and shows the same. */
static void
test_copy (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ();
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_auto (GStrv) actors = g_strsplit ("Ann Bo", " ", 0);
  g_auto (GStrv) countries = g_strsplit ("EG", " ", 0);
  g_auto (GStrv) publishers = g_strsplit ("Herald Mail", " ", 0);
  g_auto (GStrv) ids = g_strsplit ("one two", " ", 0);
  g_auto (GStrv) tags = g_strsplit ("gas sea", " ", 0);
  const char *const nothing[] = { NULL };
  KhattFilter filter = {
    .actors = (const char *const *) actors,
    .needs_all_actors = TRUE,
    .countries = (const char *const *) countries,
    .kinds = 1 << KHATT_KIND_CALL,
    .statuses = 1 << KHATT_STATUS_HAPPENED,
    .publishers = (const char *const *) publishers,
    .articles = (const char *const *) ids,
    .tags = (const char *const *) tags,
    .has_period = TRUE,
    .first = get_second ("2025-08-08"),
    .last = get_second ("2025-08-09") - 1,
  };
  KhattFilter idle = { .actors = nothing, .tags = nothing };
  g_autoptr (KhattFilter) copy = khatt_filter_copy (&filter);
  g_autoptr (KhattFilter) idle_copy = khatt_filter_copy (&idle);

  g_assert_true (khatt_filter_equal (&filter, copy));
  *actors[0] = *countries[0] = *publishers[0] = *ids[0] = *tags[0] = '?';
  check (snapshot, copy, "a");
  check (snapshot, &filter, "");
  g_assert_false (khatt_filter_equal (&filter, copy));

  g_assert_true (khatt_filter_equal (&idle, idle_copy));
  check (snapshot, idle_copy, "abcd");
}

static void
test_equal (void)
{
  const struct
  {
    KhattFilter a;
    KhattFilter b;
    gboolean is_equal;
  } cases[] = {
    { { 0 }, { 0 }, TRUE },
    { { 0 }, { .actors = (const char *const[]){ NULL } }, TRUE },
    { { 0 }, { .needs_all_actors = TRUE }, TRUE },
    { { .actors = NAMES ("Bo") }, { 0 }, FALSE },
    { { .actors = NAMES ("Bo") }, { .actors = NAMES ("Bo"), .needs_all_actors = TRUE }, TRUE },
    { { .actors = NAMES ("Bo", "Cy") }, { .actors = NAMES ("Cy", "Bo") }, TRUE },
    { { .actors = NAMES ("Bo", "Cy") }, { .actors = NAMES ("Bo") }, FALSE },
    { { .actors = NAMES ("Bo") }, { .actors = NAMES ("Bo", "Cy") }, FALSE },
    { { .actors = NAMES ("Bo", "Cy") },
      { .actors = NAMES ("Bo", "Cy"), .needs_all_actors = TRUE },
      FALSE },
    { { .actors = NAMES ("EG") }, { .countries = NAMES ("EG") }, FALSE },
    { { .countries = NAMES ("EG") }, { .countries = NAMES ("IT") }, FALSE },
    { { .articles = NAMES ("one") }, { .articles = NAMES ("two") }, FALSE },
    { { .publishers = NAMES ("one") }, { .publishers = NAMES ("two") }, FALSE },
    { { .publishers = NAMES ("one") }, { .articles = NAMES ("one") }, FALSE },
    { { .tags = NAMES ("gas") }, { .tags = NAMES ("sea") }, FALSE },
    { { .kinds = 1 }, { .kinds = 2 }, FALSE },
    { { .statuses = 1 }, { .statuses = 2 }, FALSE },
    { { .first = 1, .last = 2 }, { .first = 3 }, TRUE },
    { { .has_period = TRUE, .last = 2 }, { .has_period = TRUE, .last = 3 }, FALSE },
    { { .has_period = TRUE, .first = 1, .last = 2 },
      { .has_period = TRUE, .first = 0, .last = 2 },
      FALSE },
    { { .has_period = TRUE }, { 0 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (khatt_filter_equal (&cases[i].a, &cases[i].b), ==, cases[i].is_equal);
      g_assert_cmpint (khatt_filter_equal (&cases[i].b, &cases[i].a), ==, cases[i].is_equal);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/matches", test_matches);
  g_test_add_func ("/filter/period", test_period);
  g_test_add_func ("/filter/empty-slot", test_empty_slot);
  g_test_add_func ("/filter/copy", test_copy);
  g_test_add_func ("/filter/equal", test_equal);

  return g_test_run ();
}
