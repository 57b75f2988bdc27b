/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattPairs: who with whom in all of a document. An event of n actors counts once for each of
 * them, and once for each two of them, in whatever roles. */

#include "khatt-pairs.h"

#include <string.h>

#define EVENTS_BETWEEN_CHECKS 4096

typedef struct
{
  const KhattSnapshot *snapshot;
  GArray *actors;    /* of KhattContact, by the actor's number */
  GArray *contacts;  /* of KhattContact, by place */
  GHashTable *pairs; /* from two numbers in a gint64 to the place + 1 */
} Counting;

static guint64
join_numbers (guint32 first, guint32 second)
{
  return (guint64) MIN (first, second) << 32 | MAX (first, second);
}

/* Names come at the end, when it is known who took part in more events. */
static KhattContact *
ensure_pair (Counting *counting, guint32 first, guint32 second)
{
  gint64 key = (gint64) join_numbers (first, second);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (counting->pairs, &key));

  if (place == 0)
    {
      KhattContact none = { .first = KHATT_TIME_MAX, .last = KHATT_TIME_MIN };

      g_array_append_val (counting->contacts, none);
      place = counting->contacts->len;
      g_hash_table_insert (counting->pairs, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (place));
    }
  return &g_array_index (counting->contacts, KhattContact, place - 1);
}

static void
count_event (Counting *counting, const KhattRecord *record)
{
  for (guint i = 0; i < record->n_parties; i++)
    {
      guint32 actor = record->parties[i].actor;

      if (khatt_contact_takes_part (record, actor, i))
        continue;
      khatt_contact_add (&g_array_index (counting->actors, KhattContact, actor), record);
      for (guint j = 0; j < i; j++)
        {
          guint32 other = record->parties[j].actor;

          if (!khatt_contact_takes_part (record, other, j))
            khatt_contact_add (ensure_pair (counting, actor, other), record);
        }
    }
}

static int
compare_contacts (const KhattContact *a, const KhattContact *b)
{
  if (a->n_events != b->n_events)
    return a->n_events > b->n_events ? -1 : 1;
  return strcmp (a->name, b->name);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const KhattPair *first = a;
  const KhattPair *second = b;
  int difference = compare_contacts (&first->contact, &second->contact);

  return difference != 0 ? difference : strcmp (first->name, second->name);
}

static GArray *
list_pairs (Counting *counting)
{
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (KhattPair), counting->contacts->len);
  GHashTableIter iter;
  gpointer key, place;

  g_hash_table_iter_init (&iter, counting->pairs);
  while (g_hash_table_iter_next (&iter, &key, &place))
    {
      guint64 numbers = (guint64) * (gint64 *) key;
      const KhattContact *one =
          &g_array_index (counting->actors, KhattContact, (guint32) (numbers >> 32));
      const KhattContact *two = &g_array_index (counting->actors, KhattContact, (guint32) numbers);
      gboolean is_in_order = compare_contacts (one, two) < 0;
      const KhattContact *other = is_in_order ? two : one;
      KhattPair pair = {
        .name = is_in_order ? one->name : two->name,
        .contact = g_array_index (counting->contacts, KhattContact, GPOINTER_TO_UINT (place) - 1),
      };

      pair.contact.name = other->name;
      pair.contact.country = other->country;
      pair.contact.office = other->office;
      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/* Those that take part in anything. */
static void
sort_actors (GArray *actors)
{
  guint n_left = 0;

  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, KhattContact, i).n_events > 0)
      g_array_index (actors, KhattContact, n_left++) = g_array_index (actors, KhattContact, i);
  g_array_set_size (actors, n_left);
  g_array_sort (actors, (GCompareFunc) compare_contacts);
}

static gboolean
count_events (Counting *counting, const KhattFilter *filter, GCancellable *cancellable)
{
  guint32 n_slots = khatt_snapshot_get_n_slots (counting->snapshot);

  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_record (counting->snapshot, slot);

      if (slot % EVENTS_BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (record != NULL &&
          (filter == NULL || khatt_filter_matches (filter, counting->snapshot, slot)))
        count_event (counting, record);
    }
  return TRUE;
}

/**
 * khatt_pairs_new:
 * @snapshot: a document
 * @filter: (nullable): which events count
 * @cancellable: (nullable): to give up
 *
 * Counts; linear in the number of events and in the square of how many take part in one.
 *
 * Returns: (transfer full) (nullable): who with whom; %NULL where it was cancelled
 */
KhattPairs *
khatt_pairs_new (KhattSnapshot *snapshot, const KhattFilter *filter, GCancellable *cancellable)
{
  guint32 n_actors = khatt_snapshot_get_n_actors (snapshot);
  g_autoptr (GArray) actors = g_array_sized_new (FALSE, FALSE, sizeof (KhattContact), n_actors);
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (KhattContact));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Counting counting = { snapshot, actors, contacts, places };
  KhattPairs *pairs;

  for (guint32 i = 0; i < n_actors; i++)
    {
      KhattContact actor = khatt_contact_make (khatt_snapshot_get_actor (snapshot, i));

      g_array_append_val (actors, actor);
    }
  if (!count_events (&counting, filter, cancellable))
    return NULL;

  pairs = g_new0 (KhattPairs, 1);
  pairs->snapshot = khatt_snapshot_ref (snapshot);
  pairs->pairs = list_pairs (&counting);
  sort_actors (actors);
  pairs->actors = g_steal_pointer (&actors);
  return pairs;
}

/**
 * khatt_pairs_free:
 * @pairs: (transfer full): what khatt_pairs_new() returned
 */
void
khatt_pairs_free (KhattPairs *pairs)
{
  khatt_snapshot_unref (pairs->snapshot);
  g_array_unref (pairs->actors);
  g_array_unref (pairs->pairs);
  g_free (pairs);
}
