/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* tests/data/model/search.tsv: every line belongs to a group, every group is a test case. */

#include "khatt-search-hits.h"
#include "khatt-timeline.h"

#include <string.h>

#define N_SOME_EVENTS 400
#define LANGUAGES ((const char *const[]){ "ar", "en", NULL })

static GPtrArray *lines; /* of GStrv: group, query, text */

static void
load_lines (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "model", "search.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) texts = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  texts = g_strsplit (contents, "\n", -1);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (char **text = texts; *text != NULL; text++)
    if (**text != '\0' && **text != '#')
      g_ptr_array_add (lines, g_strsplit (*text, "\t", -1));
}

static guint32
add_event (KhattTimeline *timeline, const char *title, const char *notes)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  event->title = g_strdup (title);
  event->notes = g_strdup (notes);
  return khatt_timeline_add (timeline, event);
}

static char *
remove_braces (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at != '{' && *at != '}')
      g_string_append_c (plain, *at);
  return g_string_free (plain, FALSE);
}

static char *
put_braces (const char *text, const GArray *ranges)
{
  GString *braced = g_string_new (text);

  for (guint i = ranges->len; i > 0; i--)
    {
      const KhattTextRange *range = &g_array_index (ranges, KhattTextRange, i - 1);

      g_string_insert_c (braced, (gssize) range->after, '}');
      g_string_insert_c (braced, (gssize) range->first, '{');
    }
  return g_string_free (braced, FALSE);
}

static KhattSearchIndex *
make_index (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_search_index_new (snapshot, NULL, NULL);
}

static KhattSearchHits *
find (KhattSearchIndex *index, const char *typed)
{
  g_autoptr (KhattQuery) query = khatt_query_new (typed);

  return khatt_search_hits_new (index, query, NULL, NULL);
}

static void
check_line (const char *typed, const char *text)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autofree char *plain = remove_braces (text);
  guint32 slot = add_event (timeline, plain, NULL);
  g_autoptr (KhattSearchIndex) index = make_index (timeline);
  g_autoptr (KhattSearchHits) hits = find (index, typed);
  gboolean is_found = strchr (text, '{') != NULL;

  g_test_message ("%s: %s", typed, text);
  g_assert_cmpint (khatt_search_hits_contain (hits, slot), ==, is_found);
  g_assert_cmpuint (khatt_search_hits_get_n_events (hits), ==, is_found);
  if (is_found)
    {
      g_autoptr (GArray) ranges =
          khatt_query_find_ranges (khatt_search_hits_get_query (hits), plain);
      g_autofree char *braced = put_braces (plain, ranges);

      g_assert_cmpstr (braced, ==, text);
    }
}

static void
test_group (gconstpointer group)
{
  for (guint i = 0; i < lines->len; i++)
    {
      char **line = lines->pdata[i];

      if (g_str_equal (line[0], group))
        check_line (line[1], line[2]);
    }
}

/* ---- Events ---- */

static char *
dup_country_name (const char *code, const char *language)
{
  if (!g_str_equal (code, "HU"))
    return NULL;
  return g_strdup (g_str_equal (language, "ar") ? "المجر" : "Hungary");
}

static KhattEventData *
make_full_event (void)
{
  KhattEventData *event = khatt_event_data_new ();
  KhattActorData *actor = khatt_event_data_add_actor (event, "فيكتور", KHATT_ROLE_INITIATOR);
  KhattSourceData *source = khatt_event_data_add_source (event, "a1");

  event->title = g_strdup ("مكالمة");
  event->place = g_strdup ("بودابست");
  event->notes = g_strdup ("ملاحظة");
  event->color = g_strdup ("#abcdef");
  actor->country = g_strdup ("HU");
  actor->office = g_strdup ("رئيس الوزراء");
  khatt_event_data_add_topic (event, "الغاز");
  khatt_event_data_add_tag (event, "طاقة");
  khatt_event_data_add_quote (event, "فيكتور", "لا بديل من الحوار");
  source->excerpt = g_strdup ("أجرى الزعيم اتصالا");
  source->attribution = g_strdup ("الوكالة المجرية");
  source->rules = g_strsplit ("call.nominal,call.verbal", ",", -1);
  source->confidence = 0.5;
  source->span_first = 0;
  source->span_after = 400;
  return event;
}

static void
test_every_text_is_searched (void)
{
  static const struct
  {
    const char *typed;
    gboolean is_found;
  } cases[] = {
    { "مكالمة", TRUE },
    { "بودابست", TRUE },
    { "ملاحظة", TRUE },
    { "فيكتور", TRUE },
    { "الوزراء", TRUE },
    { "المجر", TRUE },
    { "hungary", TRUE },
    { "غاز", TRUE },
    { "طاقة", TRUE },
    { "حوار", TRUE },
    { "زعيم", TRUE },
    { "وكالة", TRUE },
    { "abcdef", FALSE },
    { "nominal", FALSE },
    { "a1", FALSE },
    { "HU", TRUE },
    { "مكالمة hungary غاز", TRUE },
    { "مكالمة نفط", FALSE },
  };
  const KhattSearchNames names = { dup_country_name, LANGUAGES };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = make_full_event ();
  guint32 slot = khatt_timeline_add (timeline, event);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattSearchIndex) index = khatt_search_index_new (snapshot, &names, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattSearchHits) hits = find (index, cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (khatt_search_hits_contain (hits, slot), ==, cases[i].is_found);
    }
}

/* By each of its names, in all its events. */
static void
test_spellings (void)
{
  static const char *const typed[] = { "orban", "ORBÁN", "أوربان فيكتور", "مكالمة viktor" };
  g_autoptr (GHashTable) spellings = g_hash_table_new (g_str_hash, g_str_equal);
  const KhattSearchNames names = { NULL, (const char *const[]){ NULL }, spellings };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = make_full_event ();
  const KhattActorData *actor = g_ptr_array_index (event->actors, 0);
  guint32 slot = khatt_timeline_add (timeline, event);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattSearchIndex) index = NULL;

  g_hash_table_insert (spellings, actor->name, (gpointer) "Viktor Orbán\nأوربان");
  index = khatt_search_index_new (snapshot, &names, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (KhattSearchHits) hits = find (index, typed[i]);

      g_test_message ("%s", typed[i]);
      g_assert_true (khatt_search_hits_contain (hits, slot));
    }
}

static void
test_a_text_stands_once (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSearchIndex) index = NULL;
  g_autoptr (KhattSearchHits) hits = NULL;
  gsize length;

  for (guint i = 0; i < N_SOME_EVENTS; i++)
    add_event (timeline, "مكالمة", i % 2 == 0 ? "مُكالَمة" : "زيارة");
  index = make_index (timeline);
  khatt_search_index_get_text (index, &length);
  g_assert_cmpuint (length, ==, strlen ("مكالمة") + strlen ("زيارة") + 2);
  hits = find (index, "زيارة");
  g_assert_cmpuint (khatt_search_hits_get_n_events (hits), ==, N_SOME_EVENTS / 2);
}

static void
test_nothing_typed (void)
{
  static const char *const nothing[] = { "", "  ", "\"\"", "«»", "..", "\u200f" };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSearchIndex) empty = make_index (timeline);
  g_autoptr (KhattSearchIndex) index = NULL;

  add_event (timeline, "مكالمة", NULL);
  index = make_index (timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (KhattSearchHits) hits = find (index, nothing[i]);
      g_autoptr (KhattSearchHits) none = find (empty, "مكالمة");

      g_assert_cmpuint (khatt_search_hits_get_n_events (hits), ==, 0);
      g_assert_cmpuint (khatt_search_hits_get_neighbour (hits, KHATT_SLOT_NONE, FALSE), ==,
                        KHATT_SLOT_NONE);
      g_assert_cmpuint (khatt_search_hits_get_n_events (none), ==, 0);
      g_assert_cmpuint (khatt_search_hits_get_neighbour (none, KHATT_SLOT_NONE, TRUE), ==,
                        KHATT_SLOT_NONE);
    }
}

/* What was removed is not found. */
static void
test_removed_events (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  guint32 slot = add_event (timeline, "مكالمة أولى", NULL);
  guint32 other = add_event (timeline, "مكالمة ثانية", NULL);
  g_autoptr (KhattSearchIndex) index = NULL;
  g_autoptr (KhattSearchHits) hits = NULL;

  khatt_timeline_remove (timeline, slot);
  index = make_index (timeline);
  hits = find (index, "مكالمة");
  g_assert_cmpuint (khatt_search_hits_get_n_events (hits), ==, 1);
  g_assert_true (khatt_search_hits_contain (hits, other));
  g_assert_false (khatt_search_hits_contain (hits, slot));
  g_assert_false (khatt_search_hits_contain (hits, KHATT_SLOT_NONE));
}

/* ---- Typing on ---- */

static void
check_same (const KhattSearchHits *hits, const KhattSearchHits *expected, guint32 n_slots)
{
  g_assert_cmpuint (khatt_search_hits_get_n_events (hits), ==,
                    khatt_search_hits_get_n_events (expected));
  for (guint32 slot = 0; slot < n_slots; slot++)
    g_assert_cmpint (khatt_search_hits_contain (hits, slot), ==,
                     khatt_search_hits_contain (expected, slot));
}

static void
test_typing_on (void)
{
  static const char *const typed[] = { "وفد لبنان 12", "ولبنان ثم 3", "الرئيس 7", "9 وفد" };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSearchIndex) index = NULL;

  for (guint i = 0; i < N_SOME_EVENTS; i++)
    {
      static const char *const who[] = { "لبنان", "مصر", "ليبيا", "الرئيس" };
      g_autofree char *title = g_strdup_printf ("وفد %s ثم %u", who[i % G_N_ELEMENTS (who)], i);

      add_event (timeline, title, NULL);
    }
  index = make_index (timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (KhattSearchHits) previous = NULL;

      for (const char *end = typed[i];; end = g_utf8_next_char (end))
        {
          g_autofree char *text = g_strndup (typed[i], (gsize) (end - typed[i]));
          g_autoptr (KhattQuery) query = khatt_query_new (text);
          g_autoptr (KhattSearchHits) afresh = khatt_search_hits_new (index, query, NULL, NULL);
          g_autoptr (KhattSearchHits) hits = khatt_search_hits_new (index, query, NULL, previous);

          check_same (hits, afresh, N_SOME_EVENTS);
          g_clear_pointer (&previous, khatt_search_hits_unref);
          previous = khatt_search_hits_ref (hits);
          if (*end == '\0')
            break;
        }
      g_assert_cmpuint (khatt_search_hits_get_n_events (previous), >, 0);
    }
}

/* ---- From hit to hit ---- */

/* What is not shown is not found. */
static void
test_filter (void)
{
  const char *const tags[] = { "gas", NULL };
  const KhattFilter filter = { .tags = tags };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattQuery) query = khatt_query_new ("talks");
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattSearchIndex) index = NULL;
  g_autoptr (KhattSearchHits) all = NULL;
  g_autoptr (KhattSearchHits) some = NULL;
  guint32 untagged = add_event (timeline, "Talks", NULL);
  guint32 tagged;

  event->title = g_strdup ("Talks");
  g_ptr_array_add (event->tags, g_strdup ("gas"));
  tagged = khatt_timeline_add (timeline, event);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  index = khatt_search_index_new (snapshot, NULL, NULL);
  all = khatt_search_hits_new (index, query, NULL, NULL);
  some = khatt_search_hits_new (index, query, &filter, all);
  g_assert_cmpuint (khatt_search_hits_get_n_events (all), ==, 2);
  g_assert_cmpuint (khatt_search_hits_get_n_events (some), ==, 1);
  g_assert_true (khatt_search_hits_contain (some, tagged));
  g_assert_false (khatt_search_hits_contain (some, untagged));
}

static void
test_one_after_another (void)
{
  static const char *const days[] = { "2025-08-09", "2025-08-01", "2025-08-05", "2025-08-03" };
  static const char *const titles[] = { "لقاء", "لقاء", "زيارة", "لقاء" };
  static const guint order[] = { 1, 3, 0 };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSearchIndex) index = NULL;
  g_autoptr (KhattSearchHits) hits = NULL;
  guint32 slots[G_N_ELEMENTS (days)];
  guint32 at = KHATT_SLOT_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();

      event->title = g_strdup (titles[i]);
      g_assert_true (khatt_date_parse (days[i], -1, &event->date, NULL));
      slots[i] = khatt_timeline_add (timeline, event);
    }
  index = make_index (timeline);
  hits = find (index, "لقاء");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (order); i++)
    {
      at = khatt_search_hits_get_neighbour (hits, at, FALSE);
      g_assert_cmpuint (at, ==, slots[order[i % G_N_ELEMENTS (order)]]);
      g_assert_cmpuint (khatt_search_hits_get_rank (hits, at), ==, i % G_N_ELEMENTS (order) + 1);
    }
  at = KHATT_SLOT_NONE;
  for (guint i = G_N_ELEMENTS (order); i > 0; i--)
    {
      at = khatt_search_hits_get_neighbour (hits, at, TRUE);
      g_assert_cmpuint (at, ==, slots[order[i - 1]]);
    }
  /* From an event that is none of them. */
  g_assert_cmpuint (khatt_search_hits_get_neighbour (hits, slots[2], FALSE), ==, slots[0]);
  g_assert_cmpuint (khatt_search_hits_get_rank (hits, slots[2]), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const char *const groups[] = { "marks",  "hamza",   "ya",       "ta",        "digits",
                                        "prefix", "article", "typed-on", "beginning", "latin",
                                        "words",  "phrase",  "signs" };
  guint n_lines = 0;
  int result;

  g_test_init (&argc, &argv, NULL);
  load_lines ();
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *path = g_strconcat ("/search/", groups[i], NULL);

      g_test_add_data_func (path, groups[i], test_group);
      for (guint j = 0; j < lines->len; j++)
        n_lines += g_str_equal (((char **) lines->pdata[j])[0], groups[i]);
    }
  g_assert_cmpuint (n_lines, ==, lines->len);
  g_test_add_func ("/search/every-text-is-searched", test_every_text_is_searched);
  g_test_add_func ("/search/other-names", test_spellings);
  g_test_add_func ("/search/a-text-stands-once", test_a_text_stands_once);
  g_test_add_func ("/search/nothing-typed", test_nothing_typed);
  g_test_add_func ("/search/removed-events", test_removed_events);
  g_test_add_func ("/search/typing-on", test_typing_on);
  g_test_add_func ("/search/filter", test_filter);
  g_test_add_func ("/search/one-after-another", test_one_after_another);
  result = g_test_run ();
  g_ptr_array_unref (lines);
  return result;
}
