/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts of a filter's choices, and of who with whom, against the plain way: ask the filter again
 * and again. */

#include "khatt-contacts.h"
#include "khatt-facets.h"
#include "khatt-pairs.h"
#include "khatt-timeline.h"

#include <string.h>

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define N_EVENTS 600
#define N_ACTORS 7
#define N_COUNTRIES 3
#define N_TAGS 4
#define N_ARTICLES 3
#define N_PUBLISHERS 2

static const char *const actor_names[N_ACTORS] = { "Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus" };
static const char *const countries[N_COUNTRIES] = { "EG", "IT", "PE" };
static const char *const tags[N_TAGS] = { "gas", "sea", "war", "peace" };
static const char *const articles[N_ARTICLES] = { "one", "two", "three" };
static const char *const publishers[N_PUBLISHERS] = { "Herald", "Mail" }; /* of two of them */

static void
add_random_event (KhattTimeline *timeline, GRand *random)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  int n_actors = g_rand_int_range (random, 0, 4);
  int n_labels = g_rand_int_range (random, 0, 3);

  event->title = g_strdup ("call");
  event->kind = (KhattKind) g_rand_int_range (random, 0, KHATT_N_KINDS);
  event->status = (KhattStatus) g_rand_int_range (random, 0, KHATT_N_STATUSES);
  if (g_rand_int_range (random, 0, 8) > 0)
    event->date = khatt_date_from_day (g_rand_int_range (random, 2019, 2026), 3, 1);
  for (int i = 0; i < n_actors; i++)
    {
      int actor = g_rand_int_range (random, 0, N_ACTORS);

      /* The same actor twice now and then. */
      khatt_event_data_add_actor (event, actor_names[actor], KHATT_ROLE_PARTICIPANT)->country =
          g_strdup (countries[actor % N_COUNTRIES]);
    }
  for (int i = 0; i < n_labels; i++)
    {
      khatt_event_data_add_tag (event, tags[g_rand_int_range (random, 0, N_TAGS)]);
      khatt_event_data_add_source (event, articles[g_rand_int_range (random, 0, N_ARTICLES)]);
    }
  khatt_timeline_add (timeline, event);
}

static KhattSnapshot *
make_snapshot (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr (KhattArticle) article = khatt_article_new (articles[i], "", 0);

      article->publisher = g_strdup (i > 0 ? publishers[i - 1] : NULL);
      khatt_timeline_add_article (timeline, article);
    }
  for (guint i = 0; i < N_EVENTS; i++)
    add_random_event (timeline, random);
  for (guint32 slot = 0; slot < N_EVENTS; slot += 50)
    khatt_timeline_remove (timeline, slot);
  return khatt_timeline_ref_snapshot (timeline);
}

static guint32
count (KhattSnapshot *snapshot, const KhattFilter *filter)
{
  guint32 n = 0;

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    n += khatt_filter_matches (filter, snapshot, slot);
  return n;
}

static guint32
get_facet (const KhattFacets *facets, KhattAspect aspect, const char *key)
{
  guint n;
  const KhattFacet *all = khatt_facets_get (facets, aspect, &n);
  guint32 found = 0;

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (all[i].key, key))
        found = all[i].n_events;
      if (i > 0)
        g_assert_cmpuint (all[i - 1].n_events, >=, all[i].n_events);
    }
  return found;
}

static void
check_lists (KhattSnapshot *snapshot, const KhattFilter *filter, const KhattFacets *facets)
{
  for (guint i = 0; i < N_ACTORS; i++)
    {
      KhattFilter one = *filter;
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint j = 0; filter->needs_all_actors && filter->actors[j] != NULL; j++)
        g_ptr_array_add (names, (gpointer) filter->actors[j]);
      g_ptr_array_add (names, (gpointer) actor_names[i]);
      g_ptr_array_add (names, NULL);
      one.actors = (const char *const *) names->pdata;
      g_assert_cmpuint (get_facet (facets, KHATT_ASPECT_ACTORS, actor_names[i]), ==,
                        count (snapshot, &one));
    }
  for (guint i = 0; i < N_COUNTRIES; i++)
    {
      KhattFilter one = *filter;

      one.countries = NAMES (countries[i]);
      g_assert_cmpuint (get_facet (facets, KHATT_ASPECT_COUNTRIES, countries[i]), ==,
                        count (snapshot, &one));
    }
  for (guint i = 0; i < N_TAGS; i++)
    {
      KhattFilter one = *filter;

      one.tags = NAMES (tags[i]);
      g_assert_cmpuint (get_facet (facets, KHATT_ASPECT_TAGS, tags[i]), ==, count (snapshot, &one));
    }
  for (guint i = 0; i < N_PUBLISHERS; i++)
    {
      KhattFilter one = *filter;

      one.publishers = NAMES (publishers[i]);
      g_assert_cmpuint (get_facet (facets, KHATT_ASPECT_PUBLISHERS, publishers[i]), ==,
                        count (snapshot, &one));
    }
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      KhattFilter one = *filter;

      one.articles = NAMES (articles[i]);
      g_assert_cmpuint (get_facet (facets, KHATT_ASPECT_ARTICLES, articles[i]), ==,
                        count (snapshot, &one));
    }
}

static void
check_facets (KhattSnapshot *snapshot, const KhattFilter *filter)
{
  g_autoptr (KhattFacets) facets = khatt_facets_new (snapshot, filter, NULL);

  g_assert_cmpuint (khatt_facets_get_n_events (facets), ==, count (snapshot, filter));
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      KhattFilter one = *filter;

      one.kinds = 1u << kind;
      g_assert_cmpuint (khatt_facets_get_kind (facets, (KhattKind) kind), ==,
                        count (snapshot, &one));
    }
  for (guint status = 0; status < KHATT_N_STATUSES; status++)
    {
      KhattFilter one = *filter;

      one.statuses = 1u << status;
      g_assert_cmpuint (khatt_facets_get_status (facets, (KhattStatus) status), ==,
                        count (snapshot, &one));
    }
  check_lists (snapshot, filter, facets);
}

static void
test_facets (void)
{
  const KhattFilter filters[] = {
    { 0 },
    { .kinds = 1 << KHATT_KIND_CALL | 1 << KHATT_KIND_VISIT },
    { .actors = NAMES ("Ann") },
    { .actors = NAMES ("Ann", "Bo") },
    { .actors = NAMES ("Ann", "Bo"), .needs_all_actors = TRUE },
    { .actors = NAMES ("Nobody") },
    { .countries = NAMES ("IT"), .statuses = 1 << KHATT_STATUS_PLANNED },
    { .tags = NAMES ("gas", "war"), .articles = NAMES ("two") },
    { .tags = NAMES ("gas"), .actors = NAMES ("Cy"), .kinds = 1 << KHATT_KIND_MEETING },
    { .publishers = NAMES ("Mail") },
    { .publishers = NAMES ("Herald", "Mail"), .articles = NAMES ("one", "two") },
    { .has_period = TRUE,
      .first = 1580000000,
      .last = 1650000000,
      .countries = NAMES ("EG", "PE") },
  };
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    check_facets (snapshot, &filters[i]);
}

static void
test_cancelled (void)
{
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const KhattFilter filter = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_null (khatt_facets_new (snapshot, &filter, cancellable));
}

/* ---- Who with whom ---- */

static void
check_contact (KhattSnapshot *snapshot, const KhattContact *contact, const char *name)
{
  const KhattFilter pair = { .actors = NAMES (name, contact->name), .needs_all_actors = TRUE };
  guint32 n_kinds = 0;

  g_assert_cmpuint (contact->n_events, ==, count (snapshot, &pair));
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      KhattFilter one = pair;

      one.kinds = 1u << kind;
      g_assert_cmpuint (contact->kinds[kind], ==, count (snapshot, &one));
      n_kinds += contact->kinds[kind];
    }
  g_assert_cmpuint (n_kinds, ==, contact->n_events);
  g_assert_cmpint (contact->first, <, contact->last);
}

static void
test_contacts (void)
{
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();

  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autoptr (KhattContacts) contacts = khatt_contacts_new (snapshot, actor_names[i], NULL);
      const KhattFilter alone = { .actors = NAMES (actor_names[i]) };
      guint32 n_years = contacts->n_undated;

      g_assert_cmpuint (contacts->all.n_events, ==, count (snapshot, &alone));
      g_assert_cmpuint (contacts->contacts->len, ==, N_ACTORS - 1);
      for (guint j = 0; j < contacts->contacts->len; j++)
        check_contact (snapshot, &g_array_index (contacts->contacts, KhattContact, j),
                       actor_names[i]);
      for (guint j = 0; j < contacts->years->len; j++)
        n_years += g_array_index (contacts->years, KhattYearCount, j).n_events;
      g_assert_cmpuint (n_years, ==, contacts->all.n_events);
    }
  g_assert_null (khatt_contacts_new (snapshot, "Nobody", NULL));
}

static void
test_years (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  static const char *const dates[] = { "2020-05-01", "2023", "2023-02", "[..2021-08-08]", "" };
  static const guint expected[] = { 1, 1, 0, 2 };
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattContacts) contacts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();

      if (*dates[i] != '\0')
        g_assert_true (khatt_date_parse (dates[i], -1, &event->date, NULL));
      khatt_event_data_add_actor (event, "Ann", KHATT_ROLE_SPEAKER);
      khatt_timeline_add (timeline, event);
    }
  snapshot = khatt_timeline_ref_snapshot (timeline);
  contacts = khatt_contacts_new (snapshot, "Ann", NULL);
  g_assert_cmpuint (contacts->years->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < contacts->years->len; i++)
    {
      KhattYearCount year = g_array_index (contacts->years, KhattYearCount, i);

      g_assert_cmpint (year.year, ==, 2020 + i);
      g_assert_cmpuint (year.n_events, ==, expected[i]);
    }
  g_assert_cmpuint (contacts->n_undated, ==, 1);
  g_assert_cmpuint (contacts->contacts->len, ==, 0);
}

static guint
count_pairs (KhattSnapshot *snapshot, const KhattFilter *filter)
{
  guint n = 0;

  for (guint i = 0; i < N_ACTORS; i++)
    for (guint j = 0; j < i; j++)
      {
        KhattFilter both = *filter;

        both.actors = NAMES (actor_names[i], actor_names[j]);
        both.needs_all_actors = TRUE;
        n += count (snapshot, &both) > 0;
      }
  return n;
}

/* Each two that ever met once, counted as the filter counts them. */
static void
test_pairs (void)
{
  static const KhattFilter filters[] = { { 0 }, { .kinds = 1 << KHATT_KIND_CALL } };
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (KhattPairs) pairs = khatt_pairs_new (snapshot, &filters[i], NULL);
      guint32 most = G_MAXUINT32;

      g_assert_cmpuint (pairs->actors->len, ==, N_ACTORS);
      g_assert_cmpuint (pairs->pairs->len, ==, count_pairs (snapshot, &filters[i]));
      for (guint j = 0; j < pairs->pairs->len; j++)
        {
          const KhattPair *pair = &g_array_index (pairs->pairs, KhattPair, j);
          KhattFilter both = filters[i];
          KhattFilter one = filters[i];
          KhattFilter other = filters[i];

          both.actors = NAMES (pair->name, pair->contact.name);
          both.needs_all_actors = TRUE;
          one.actors = NAMES (pair->name);
          other.actors = NAMES (pair->contact.name);
          g_assert_cmpuint (pair->contact.n_events, ==, count (snapshot, &both));
          g_assert_cmpuint (count (snapshot, &one), >=, count (snapshot, &other));
          g_assert_cmpuint (pair->contact.n_events, <=, most);
          g_assert_cmpuint (pair->contact.kinds[KHATT_KIND_CALL], <=, pair->contact.n_events);
          most = pair->contact.n_events;
        }
      for (guint j = 0; j < pairs->actors->len; j++)
        {
          const KhattContact *actor = &g_array_index (pairs->actors, KhattContact, j);
          KhattFilter one = filters[i];

          one.actors = NAMES (actor->name);
          g_assert_cmpuint (actor->n_events, ==, count (snapshot, &one));
        }
    }
}

static void
test_pairs_cancelled (void)
{
  g_autoptr (KhattSnapshot) snapshot = make_snapshot ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (khatt_pairs_new (snapshot, NULL, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facets/as-the-filter-counts", test_facets);
  g_test_add_func ("/facets/cancelled", test_cancelled);
  g_test_add_func ("/contacts/as-the-filter-counts", test_contacts);
  g_test_add_func ("/contacts/years-without-gaps", test_years);
  g_test_add_func ("/contacts/pairs", test_pairs);
  g_test_add_func ("/contacts/pairs-cancelled", test_pairs_cancelled);
  return g_test_run ();
}
