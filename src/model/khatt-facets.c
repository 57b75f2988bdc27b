/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattFacets: the counts beside the choices of a filter (faceted search: R. E. Sacco and Y.
 * Tzitzikas, Dynamic Taxonomies and Faceted Search, 2009). A choice is counted under what the other
 * aspects ask for, not under its own, so that what is not chosen yet tells how many events it would
 * bring. One pass: an event that passes counts everywhere, one that fails in a single aspect counts
 * there. Where each of several actors is asked for, a further one narrows what is left, so that
 * only events that pass count for actors. */

#include "khatt-facets.h"

#include <string.h>

#include "khatt-details.h"
#include "khatt-snapshot-private.h"

#define EVENTS_BETWEEN_CHECKS 4096

struct _KhattFacets
{
  gatomicrefcount references;
  KhattSnapshot *snapshot;
  guint32 n_events;
  guint32 kinds[KHATT_N_KINDS];
  guint32 statuses[KHATT_N_STATUSES];
  GArray *facets[KHATT_N_ASPECTS]; /* of KhattFacet; NULL where there are none of them */
};

/* A choice while it is being counted. */
typedef struct
{
  const char *key;
  guint32 n_events;
  guint32 last_slot; /* the last one that it was seen in: an event counts once */
  gboolean is_seen;
} Count;

typedef struct
{
  KhattFacets *facets;
  const KhattFilter *filter;
  GHashTable *counts[KHATT_N_ASPECTS]; /* from a key to its Count */
  guint32 slot;
  guint failures;
} Counting;

static gboolean
counts_for (guint failures, KhattAspect aspect)
{
  return (failures & ~(1u << aspect)) == 0;
}

/* A choice that no event has under this filter is still one. */
static void
count (Counting *counting, KhattAspect aspect, const char *key, gboolean is_counted)
{
  Count *counted = g_hash_table_lookup (counting->counts[aspect], key);

  if (counted == NULL)
    {
      counted = g_new0 (Count, 1);
      counted->key = key;
      g_hash_table_insert (counting->counts[aspect], (gpointer) key, counted);
    }
  if (!is_counted || (counted->is_seen && counted->last_slot == counting->slot))
    return;
  counted->is_seen = TRUE;
  counted->last_slot = counting->slot;
  counted->n_events++;
}

static void
count_publisher (Counting *counting, const char *id)
{
  const KhattArticle *article = khatt_snapshot_get_article_by_id (counting->facets->snapshot, id);

  if (article != NULL && article->publisher != NULL)
    count (counting, KHATT_ASPECT_PUBLISHERS, article->publisher,
           counts_for (counting->failures, KHATT_ASPECT_PUBLISHERS));
}

static void
count_detail (const KhattDetailsText *text, gpointer data)
{
  Counting *counting = data;

  if (text->part == KHATT_DETAILS_TAG)
    count (counting, KHATT_ASPECT_TAGS, text->text,
           counts_for (counting->failures, KHATT_ASPECT_TAGS));
  if (text->part != KHATT_DETAILS_ARTICLE)
    return;
  count (counting, KHATT_ASPECT_ARTICLES, text->text,
         counts_for (counting->failures, KHATT_ASPECT_ARTICLES));
  count_publisher (counting, text->text);
}

static void
count_parties (Counting *counting, const KhattRecord *record)
{
  const KhattSnapshot *snapshot = counting->facets->snapshot;
  gboolean is_for_actors = counting->filter->needs_all_actors
                               ? counting->failures == 0
                               : counts_for (counting->failures, KHATT_ASPECT_ACTORS);
  gboolean is_for_countries = counts_for (counting->failures, KHATT_ASPECT_COUNTRIES);

  for (guint i = 0; i < record->n_parties; i++)
    {
      const KhattActor *actor = khatt_snapshot_get_actor (snapshot, record->parties[i].actor);

      count (counting, KHATT_ASPECT_ACTORS, actor->name, is_for_actors);
      if (actor->country != NULL)
        count (counting, KHATT_ASPECT_COUNTRIES, actor->country, is_for_countries);
    }
}

static void
count_event (Counting *counting, guint32 slot)
{
  KhattFacets *facets = counting->facets;
  const KhattCell *cell = khatt_snapshot_get_cell (facets->snapshot, slot);
  guint failures = khatt_filter_get_failures (counting->filter, facets->snapshot, slot);

  counting->slot = slot;
  counting->failures = failures;
  facets->n_events += failures == 0;
  facets->kinds[cell->record.kind] += counts_for (failures, KHATT_ASPECT_KINDS);
  facets->statuses[cell->record.status] += counts_for (failures, KHATT_ASPECT_STATUSES);
  count_parties (counting, &cell->record);
  khatt_details_foreach_text (cell->details, count_detail, counting);
}

static int
compare_facets (gconstpointer a, gconstpointer b)
{
  const KhattFacet *first = a;
  const KhattFacet *second = b;

  if (first->n_events != second->n_events)
    return first->n_events > second->n_events ? -1 : 1;
  return strcmp (first->key, second->key);
}

static GArray *
sort (GHashTable *counts)
{
  GArray *facets = g_array_new (FALSE, FALSE, sizeof (KhattFacet));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Count *counted = value;
      KhattFacet facet = { counted->key, counted->n_events };

      g_array_append_val (facets, facet);
    }
  g_array_sort (facets, compare_facets);
  return facets;
}

/**
 * khatt_facets_new:
 * @snapshot: a document
 * @filter: what is asked for
 * @cancellable: (nullable): to give up
 *
 * Counts; linear in the number of events, to be called in a thread for a big document.
 *
 * Returns: (transfer full) (nullable): the counts; %NULL where it was cancelled
 */
KhattFacets *
khatt_facets_new (KhattSnapshot *snapshot, const KhattFilter *filter, GCancellable *cancellable)
{
  static const KhattAspect listed[] = { KHATT_ASPECT_ACTORS, KHATT_ASPECT_COUNTRIES,
                                        KHATT_ASPECT_PUBLISHERS, KHATT_ASPECT_ARTICLES,
                                        KHATT_ASPECT_TAGS };
  KhattFacets *facets = g_new0 (KhattFacets, 1);
  Counting counting = { .facets = facets, .filter = filter };
  guint32 n_slots = khatt_snapshot_get_n_slots (snapshot);
  gboolean is_cancelled = FALSE;

  g_atomic_ref_count_init (&facets->references);
  facets->snapshot = khatt_snapshot_ref (snapshot);
  for (gsize i = 0; i < G_N_ELEMENTS (listed); i++)
    counting.counts[listed[i]] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint32 slot = 0; slot < n_slots && !is_cancelled; slot++)
    {
      is_cancelled = slot % EVENTS_BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (cancellable);
      if (khatt_snapshot_has_slot (snapshot, slot))
        count_event (&counting, slot);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (listed); i++)
    {
      facets->facets[listed[i]] = sort (counting.counts[listed[i]]);
      g_hash_table_unref (counting.counts[listed[i]]);
    }
  if (is_cancelled)
    g_clear_pointer (&facets, khatt_facets_unref);
  return facets;
}

/**
 * khatt_facets_ref:
 * @facets: counts
 *
 * Returns: (transfer full): @facets
 */
KhattFacets *
khatt_facets_ref (KhattFacets *facets)
{
  g_atomic_ref_count_inc (&facets->references);
  return facets;
}

/**
 * khatt_facets_unref:
 * @facets: (transfer full): counts
 */
void
khatt_facets_unref (KhattFacets *facets)
{
  if (!g_atomic_ref_count_dec (&facets->references))
    return;

  for (guint i = 0; i < KHATT_N_ASPECTS; i++)
    g_clear_pointer (&facets->facets[i], g_array_unref);
  khatt_snapshot_unref (facets->snapshot);
  g_free (facets);
}

/**
 * khatt_facets_get_n_events:
 * @facets: counts
 *
 * Returns: how many events pass the whole filter
 */
guint32
khatt_facets_get_n_events (const KhattFacets *facets)
{
  return facets->n_events;
}

/**
 * khatt_facets_get_kind:
 * @facets: counts
 * @kind: a kind
 *
 * Returns: how many events of @kind pass what is asked for besides kinds
 */
guint32
khatt_facets_get_kind (const KhattFacets *facets, KhattKind kind)
{
  return facets->kinds[kind];
}

/**
 * khatt_facets_get_status:
 * @facets: counts
 * @status: a status
 *
 * Returns: how many events of @status pass what is asked for besides statuses
 */
guint32
khatt_facets_get_status (const KhattFacets *facets, KhattStatus status)
{
  return facets->statuses[status];
}

/**
 * khatt_facets_get:
 * @facets: counts
 * @aspect: actors, countries, publishers, articles or tags
 * @n_facets: (out): how many
 *
 * Returns: (transfer none) (array length=n_facets): every choice that occurs in the document, those
 * with most events first, then by key
 */
const KhattFacet *
khatt_facets_get (const KhattFacets *facets, KhattAspect aspect, guint *n_facets)
{
  const GArray *listed = facets->facets[aspect];

  *n_facets = 0;
  g_return_val_if_fail (listed != NULL, NULL);

  *n_facets = listed->len;
  return (const KhattFacet *) listed->data;
}
