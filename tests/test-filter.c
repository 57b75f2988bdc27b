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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/matches", test_matches);
  g_test_add_func ("/filter/period", test_period);
  g_test_add_func ("/filter/empty-slot", test_empty_slot);

  return g_test_run ();
}
