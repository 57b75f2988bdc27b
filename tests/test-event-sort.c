/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-event-sort.h"
#include "khatt-timeline.h"

#include <string.h>

static const struct
{
  const char *id;
  const char *date; /* NULL: undated */
  const char *title;
  const char *place;
  const char *actors; /* joined by commas */
  KhattKind kind;
  KhattStatus status;
  int n_sources;
} events[] = {
  { "a", "2025-08-08", "أبو ظبي", "Zürich", "Bo,Ann", KHATT_KIND_MEETING, KHATT_STATUS_PLANNED, 0 },
  { "b", "2025-08-06", "بكين", "Ägypten", "Ann", KHATT_KIND_CALL, KHATT_STATUS_HAPPENED, 2 },
  { "c", NULL, "آسيا", NULL, "Ann,Bo", KHATT_KIND_VISIT, KHATT_STATUS_DENIED, 1 },
  { "d", "2025-08-07", "تونس", "Bonn", "", KHATT_KIND_CALL, KHATT_STATUS_HAPPENED, 1 },
  { "e", "2025-08-09", NULL, "berlin", "Ann,Bo", KHATT_KIND_OTHER, KHATT_STATUS_CANCELLED, 0 },
};

static KhattSnapshot *
make_snapshot (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();
      g_auto (GStrv) names = g_strsplit (events[i].actors, ",", -1);

      event->id = g_strdup (events[i].id);
      event->title = g_strdup (events[i].title);
      event->place = g_strdup (events[i].place);
      event->kind = events[i].kind;
      event->status = events[i].status;
      if (events[i].date != NULL)
        g_assert_true (khatt_date_parse (events[i].date, -1, &event->date, NULL));
      for (guint n = 0; names[n] != NULL; n++)
        khatt_event_data_add_actor (event, names[n], KHATT_ROLE_PARTICIPANT);
      for (int n = 0; n < events[i].n_sources; n++)
        khatt_event_data_add_source (event, "article");
      khatt_timeline_add (timeline, event);
    }
  return khatt_timeline_ref_snapshot (timeline);
}

static char *
list (KhattSnapshot *snapshot, const KhattEventSort *sort)
{
  g_autoptr (GArray) slots = khatt_event_sort_list (snapshot, sort, NULL);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    g_string_append (ids,
                     khatt_snapshot_get_record (snapshot, g_array_index (slots, guint32, i))->id);
  return g_string_free (ids, FALSE);
}

/* What says nothing is last both ways; equal ones stay in order of time both ways. */
static void
test_orders (void)
{
  const struct
  {
    KhattSortKey key;
    const char *ascending;
    const char *descending;
  } cases[] = {
    { KHATT_SORT_DATE, "bdaec", "eadbc" },
    /* Meeting, Other, Telephone call, Visit */
    { KHATT_SORT_KIND, "aebdc", "cbdea" },
    { KHATT_SORT_TITLE, "cabde", "dbace" },
    { KHATT_SORT_ACTORS, "becad", "aecbd" },
    { KHATT_SORT_PLACE, "bedac", "adebc" },
    /* Cancelled, Denied, Happened, Planned */
    { KHATT_SORT_STATUS, "ecbda", "abdce" },
    { KHATT_SORT_SOURCES, "aedcb", "bdcae" },
  };
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();

  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == KHATT_N_SORT_KEYS);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ascending = list (snapshot, &(KhattEventSort){ .key = cases[i].key });
      g_autofree char *descending =
          list (snapshot, &(KhattEventSort){ .key = cases[i].key, .is_descending = TRUE });

      g_assert_cmpstr (ascending, ==, cases[i].ascending);
      g_assert_cmpstr (descending, ==, cases[i].descending);
    }
}

/* Swedish has ä after z. */
static void
test_languages (void)
{
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();
  g_autofree char *german =
      list (snapshot, &(KhattEventSort){ .key = KHATT_SORT_PLACE, .language = "de" });
  g_autofree char *swedish =
      list (snapshot, &(KhattEventSort){ .key = KHATT_SORT_PLACE, .language = "sv" });

  g_assert_cmpstr (german, ==, "bedac");
  g_assert_cmpstr (swedish, ==, "edabc");
}

static void
test_filter (void)
{
  const char *const bo[] = { "Bo", NULL };
  const KhattFilter filter = { .actors = bo };
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();

  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    {
      g_autofree char *ids = list (
          snapshot, &(KhattEventSort){ .key = key, .is_descending = TRUE, .filter = &filter });

      g_assert_cmpuint (strlen (ids), ==, 3);
      g_assert_true (strchr (ids, 'a') && strchr (ids, 'c') && strchr (ids, 'e'));
    }
}

static void
test_cancel (void)
{
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    g_assert_null (khatt_event_sort_list (snapshot, &(KhattEventSort){ .key = key }, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-sort/orders", test_orders);
  g_test_add_func ("/event-sort/languages", test_languages);
  g_test_add_func ("/event-sort/filter", test_filter);
  g_test_add_func ("/event-sort/cancel", test_cancel);
  return g_test_run ();
}
