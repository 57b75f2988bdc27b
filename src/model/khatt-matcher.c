/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattMatcher: which events of different articles are one: those that are alike, where no article
 * tells of both, for whoever tells of two calls on one day means two. What a person says is the
 * same statement only where the words are: half of them.
 *
 * A table from kind, actors' words and day to events answers without comparing all with all. What
 * shares a rare word is looked at before what shares a frequent one. */

#include "khatt-matcher.h"

#include "khatt-arena.h"

/* Days of a stretch that is filed under each of them; a longer one is filed by month. */
#define MAX_NARROW_DAYS 3
/* The share of the shorter text's words that two reports of one statement have in common. */
#define MIN_SHARED_WORDS 0.5
#define NOT_COMPARED (-1.0)
/* Events are filed apart by whether all their actors are named. */
#define NAMED 0
#define UNNAMED 1

typedef struct _Item Item;

struct _Item
{
  KhattComparand *match;
  Item *next;
};

/* What is filed under one key. */
typedef struct
{
  Item *items;
  guint n_items;
  guint order; /* as they were come upon */
} Bucket;

struct _KhattMatcher
{
  GHashTable *days;   /* of Bucket: events of a few days, by key and day */
  GHashTable *months; /* of Bucket: events of more days, by key and month */
  KhattArena *arena;
  GPtrArray *hits; /* of Bucket, while something is searched for */
  guint stamp;
  guint n_given_up;
};

static gpointer
get_bucket_key (guint64 key, gint64 day)
{
  return GSIZE_TO_POINTER ((gsize) khatt_comparand_mix (key, (guint64) day));
}

static gint64
get_month (gint64 day)
{
  return (day - (day < 0 ? KHATT_COMPARAND_MAX_DAYS - 1 : 0)) / KHATT_COMPARAND_MAX_DAYS;
}

static gboolean
is_narrow (const KhattComparand *match)
{
  return match->last_day - match->first_day < MAX_NARROW_DAYS;
}

/**
 * khatt_matcher_new: (skip)
 *
 * Returns: (transfer full): an empty table
 */
KhattMatcher *
khatt_matcher_new (void)
{
  KhattMatcher *matcher = g_new0 (KhattMatcher, 1);

  matcher->days = g_hash_table_new (NULL, NULL);
  matcher->months = g_hash_table_new (NULL, NULL);
  matcher->arena = khatt_arena_new ();
  matcher->hits = g_ptr_array_new ();
  return matcher;
}

/**
 * khatt_matcher_free: (skip)
 * @matcher: (transfer full): a table
 */
void
khatt_matcher_free (KhattMatcher *matcher)
{
  g_ptr_array_unref (matcher->hits);
  g_hash_table_unref (matcher->days);
  g_hash_table_unref (matcher->months);
  khatt_arena_unref (matcher->arena);
  g_free (matcher);
}

/**
 * khatt_matcher_get_n_given_up: (skip)
 * @matcher: a table
 *
 * Returns: for how many events the search ended at one of its limits with nothing found
 */
guint
khatt_matcher_get_n_given_up (const KhattMatcher *matcher)
{
  return matcher->n_given_up;
}

static void
file_match (KhattMatcher *matcher, GHashTable *buckets, gpointer key, KhattComparand *match)
{
  Bucket *bucket = g_hash_table_lookup (buckets, key);
  Item *item = khatt_arena_alloc (matcher->arena, sizeof (Item), G_ALIGNOF (Item));

  if (bucket == NULL)
    {
      bucket = khatt_arena_alloc (matcher->arena, sizeof (Bucket), G_ALIGNOF (Bucket));
      *bucket = (Bucket){ 0 };
      g_hash_table_insert (buckets, key, bucket);
    }
  *item = (Item){ match, bucket->items };
  bucket->items = item;
  bucket->n_items++;
}

static void
file_under (KhattMatcher *matcher, const GArray *keys, guint64 salt, KhattComparand *match)
{
  gboolean is_by_day = is_narrow (match);
  gint64 first = is_by_day ? match->first_day : get_month (match->first_day);
  gint64 last = is_by_day ? match->last_day : get_month (match->last_day);

  for (gint64 at = first; at <= last; at++)
    {
      for (guint i = 0; i < keys->len; i++)
        file_match (matcher, is_by_day ? matcher->days : matcher->months,
                    get_bucket_key (g_array_index (keys, guint64, i) ^ salt, at), match);
    }
}

/**
 * khatt_matcher_add: (skip)
 * @matcher: a table
 * @match: an event that can be compared; it must stay where it is
 *
 * Files an event under all that it can be found by.
 */
void
khatt_matcher_add (KhattMatcher *matcher, KhattComparand *match)
{
  file_under (matcher, match->keys, NAMED, match);
  file_under (matcher, match->country_keys, match->n_unnamed > 0 ? UNNAMED : NAMED, match);
}

/* ---- Searching ---- */

typedef struct
{
  KhattMatcher *matcher;
  KhattComparand *match;
  KhattComparand *best;
  double likeness;
  gboolean is_tie;
  guint n_looked_at;
  guint n_compared;
} Search;

static gboolean
needs_words (KhattKind kind)
{
  return kind == KHATT_KIND_STATEMENT || kind == KHATT_KIND_ANNOUNCEMENT ||
         kind == KHATT_KIND_OFFER || kind == KHATT_KIND_OTHER;
}

/* Words are only compared where something depends on them. */
static void
consider (Search *search, KhattComparand *target)
{
  KhattComparand *match = search->match;
  gboolean needs_likeness = needs_words (match->event->kind);
  double likeness;

  if (!khatt_comparand_is_like (target, match) ||
      khatt_comparand_shares_article (target, match->event))
    return;
  search->n_compared++;
  if (search->best == NULL && !needs_likeness)
    {
      search->best = target;
      search->likeness = NOT_COMPARED;
      return;
    }
  if (search->best != NULL && search->likeness == NOT_COMPARED)
    search->likeness = khatt_comparand_compare_words (search->best, match);
  likeness = khatt_comparand_compare_words (target, match);
  if (needs_likeness && likeness < MIN_SHARED_WORDS)
    return;
  if (search->best == NULL || likeness >= search->likeness)
    search->is_tie = search->best != NULL && likeness == search->likeness;
  if (search->best != NULL && likeness <= search->likeness)
    return;
  search->best = target;
  search->likeness = likeness;
}

static void
find_buckets_in (Search *search,
                 GHashTable *buckets,
                 const GArray *keys,
                 guint64 salt,
                 gint64 first,
                 gint64 last)
{
  if (g_hash_table_size (buckets) == 0)
    return;
  for (gint64 at = first; at <= last; at++)
    {
      for (guint i = 0; i < keys->len; i++)
        {
          Bucket *bucket = g_hash_table_lookup (
              buckets, get_bucket_key (g_array_index (keys, guint64, i) ^ salt, at));

          if (bucket == NULL)
            continue;
          bucket->order = search->matcher->hits->len;
          g_ptr_array_add (search->matcher->hits, bucket);
        }
    }
}

static void
find_buckets (Search *search, const GArray *keys, guint64 salt)
{
  KhattMatcher *matcher = search->matcher;
  gint64 first = search->match->first_day - 1;
  gint64 last = search->match->last_day + 1;

  find_buckets_in (search, matcher->days, keys, salt, first, last);
  find_buckets_in (search, matcher->months, keys, salt, get_month (first), get_month (last));
}

static int
compare_buckets (gconstpointer a, gconstpointer b)
{
  const Bucket *first = *(const Bucket *const *) a;
  const Bucket *second = *(const Bucket *const *) b;

  if (first->n_items != second->n_items)
    return first->n_items < second->n_items ? -1 : 1;
  return (first->order > second->order) - (first->order < second->order);
}

/* Returns: whether it came to the end of the bucket. */
static gboolean
search_bucket (Search *search, const Bucket *bucket)
{
  for (const Item *item = bucket->items; item != NULL; item = item->next)
    {
      if (item->match->stamp == search->matcher->stamp)
        continue;
      if (search->n_looked_at == KHATT_MATCHER_MAX_LOOKED_AT ||
          search->n_compared == KHATT_MATCHER_MAX_COMPARED)
        return FALSE;
      item->match->stamp = search->matcher->stamp;
      search->n_looked_at++;
      consider (search, item->match);
    }
  return TRUE;
}

/**
 * khatt_matcher_find: (skip)
 * @matcher: a table
 * @match: an event that can be compared and is not in the table
 *
 * Looks at what shares the rarest words of actors first, and at %KHATT_MATCHER_MAX_LOOKED_AT events
 * at most, of which %KHATT_MATCHER_MAX_COMPARED at most are compared by their words: where the same
 * actors met or spoke more often than that within the days in question, hardly anything tells one
 * from the other, and time must not grow with the square of it. Of those that are beyond the limits
 * the most recently filed ones have been looked at. Where nothing is found then, it is counted for
 * khatt_matcher_get_n_given_up(), and the event stays one of its own.
 *
 * Returns: (transfer none) (nullable): the event that it is a report of; of several the one with
 * more of the same words; %NULL where there is none, or nothing tells which of two
 */
KhattComparand *
khatt_matcher_find (KhattMatcher *matcher, KhattComparand *match)
{
  Search search = { .matcher = matcher, .match = match };
  gboolean is_done = TRUE;

  matcher->stamp++;
  g_ptr_array_set_size (matcher->hits, 0);
  find_buckets (&search, match->keys, NAMED);
  find_buckets (&search, match->country_keys, UNNAMED);
  if (match->n_unnamed > 0)
    find_buckets (&search, match->country_keys, NAMED);
  if (matcher->hits->len > 1)
    g_ptr_array_sort (matcher->hits, compare_buckets);
  for (guint i = 0; i < matcher->hits->len && is_done; i++)
    is_done = search_bucket (&search, g_ptr_array_index (matcher->hits, i));
  if (!is_done && search.best == NULL)
    matcher->n_given_up++;
  return search.is_tie ? NULL : search.best;
}
