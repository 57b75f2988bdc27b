/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The order of a list of events. Each event gets a number for what it is sorted by, and the numbers
 * are sorted: of texts it is the rank among all texts that occur, each of which is looked up in the
 * dictionary's order once, however many events have it. What says nothing comes last, whichever
 * way the list runs; of equal events the earlier comes first. */

#include "khatt-event-sort.h"

#include <string.h>

#include "khatt-collation.h"
#include "khatt-radix.h"

#define NOTHING G_MAXINT64
#define COUNTED_ACTORS 4 /* names further on do not tell where an event stands */
#define EVENTS_BETWEEN_CHECKS 4096

typedef struct
{
  const KhattSnapshot *snapshot;
  const KhattEventSort *sort;
  GHashTable *ranks;   /* from a text to its rank; NULL where no texts are sorted by */
  gint64 *actor_ranks; /* by an actor's number; NULL likewise */
  guint column;        /* which of an event's actors */
} Sorting;

typedef struct
{
  char *key;
  const char *text;
} Text;

static void
text_clear (gpointer data)
{
  g_free (((Text *) data)->key);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  const Text *first = a;
  const Text *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order : strcmp (first->text, second->text);
}

/* Puts the rank of each text into the table that holds them. */
static void
rank_texts (GHashTable *ranks, const char *language, GCancellable *cancellable)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));
  GHashTableIter iter;
  gpointer text;

  g_array_set_clear_func (texts, text_clear);
  g_hash_table_iter_init (&iter, ranks);
  while (g_hash_table_iter_next (&iter, &text, NULL) && !g_cancellable_is_cancelled (cancellable))
    {
      Text keyed = { khatt_collation_key (text, language), text };

      g_array_append_val (texts, keyed);
    }
  g_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    g_hash_table_insert (ranks, (gpointer) g_array_index (texts, Text, i).text,
                         GUINT_TO_POINTER (i));
}

static const char *
get_text (const KhattRecord *record, KhattSortKey key)
{
  switch (key)
    {
    case KHATT_SORT_KIND:
      return khatt_kind_get_label (record->kind);
    case KHATT_SORT_TITLE:
      return record->title;
    case KHATT_SORT_PLACE:
      return record->place;
    case KHATT_SORT_STATUS:
      return khatt_status_get_label (record->status);
    case KHATT_SORT_DATE:
    case KHATT_SORT_ACTORS:
    case KHATT_SORT_SOURCES:
    default:
      return NULL;
    }
}

static void
rank_actors (Sorting *sorting, GCancellable *cancellable)
{
  guint32 n_actors = khatt_snapshot_get_n_actors (sorting->snapshot);

  for (guint32 i = 0; i < n_actors; i++)
    g_hash_table_add (sorting->ranks,
                      (gpointer) khatt_snapshot_get_actor (sorting->snapshot, i)->name);
  rank_texts (sorting->ranks, sorting->sort->language, cancellable);
  sorting->actor_ranks = g_new (gint64, n_actors + 1);
  for (guint32 i = 0; i < n_actors; i++)
    sorting->actor_ranks[i] = GPOINTER_TO_UINT (g_hash_table_lookup (
        sorting->ranks, khatt_snapshot_get_actor (sorting->snapshot, i)->name));
}

static gint64
get_actor_rank (const Sorting *sorting, const KhattRecord *record)
{
  if (sorting->column < record->n_parties)
    return sorting->actor_ranks[record->parties[sorting->column].actor];
  return sorting->column == 0 ? NOTHING : -1; /* "Ann" before "Ann, Bo" */
}

static gint64
get_text_rank (const Sorting *sorting, const KhattRecord *record)
{
  const char *text = get_text (record, sorting->sort->key);

  if (text == NULL || text[0] == '\0')
    return NOTHING;
  return GPOINTER_TO_UINT (g_hash_table_lookup (sorting->ranks, text));
}

static gint64
get_number (const Sorting *sorting, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_record (sorting->snapshot, slot);

  switch (sorting->sort->key)
    {
    case KHATT_SORT_DATE:
      return khatt_date_is_known (&record->date)
                 ? (gint64) khatt_snapshot_get_position (sorting->snapshot, slot)
                 : NOTHING;
    case KHATT_SORT_SOURCES:
      return record->n_sources;
    case KHATT_SORT_ACTORS:
      return get_actor_rank (sorting, record);
    case KHATT_SORT_KIND:
    case KHATT_SORT_TITLE:
    case KHATT_SORT_PLACE:
    case KHATT_SORT_STATUS:
    default:
      return get_text_rank (sorting, record);
    }
}

static void
sort_items (Sorting *sorting, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      KhattRadixItem *item = &g_array_index (items, KhattRadixItem, i);
      gint64 number = get_number (sorting, item->value);

      item->key = sorting->sort->is_descending && number != NOTHING ? -number : number;
    }
  khatt_radix_sort ((KhattRadixItem *) items->data, items->len);
}

/* The events that are listed, in order of time. */
static GArray *
list_items (Sorting *sorting, GCancellable *cancellable)
{
  const KhattFilter *filter = sorting->sort->filter;
  guint32 n_events = khatt_snapshot_get_n_events (sorting->snapshot);
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (KhattRadixItem), n_events);
  gboolean is_all = filter == NULL || khatt_filter_is_empty (filter);

  for (guint32 i = 0; i < n_events; i++)
    {
      KhattRadixItem item = { .value = khatt_snapshot_get_slot (sorting->snapshot, i) };

      if (i % EVENTS_BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      if (is_all || khatt_filter_matches (filter, sorting->snapshot, item.value))
        g_array_append_val (items, item);
    }
  return items;
}

static void
collect_texts (Sorting *sorting, const GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      guint32 slot = g_array_index (items, KhattRadixItem, i).value;
      const char *text =
          get_text (khatt_snapshot_get_record (sorting->snapshot, slot), sorting->sort->key);

      if (text != NULL && text[0] != '\0')
        g_hash_table_add (sorting->ranks, (gpointer) text);
    }
}

static void
sort_by_actors (Sorting *sorting, GArray *items, GCancellable *cancellable)
{
  rank_actors (sorting, cancellable);
  for (guint column = COUNTED_ACTORS; column > 0; column--)
    {
      sorting->column = column - 1;
      sort_items (sorting, items);
    }
}

/**
 * khatt_event_sort_list:
 * @snapshot: a document
 * @sort: the order, and which events
 * @cancellable: (nullable): to give up
 *
 * Lists events in an order. For a big document to be called in a thread: it is linear in the number
 * of events, but for the texts that differ.
 *
 * Returns: (transfer full) (element-type guint32) (nullable): their slots; %NULL where it was
 * cancelled
 */
GArray *
khatt_event_sort_list (const KhattSnapshot *snapshot,
                       const KhattEventSort *sort,
                       GCancellable *cancellable)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_str_hash, g_str_equal);
  Sorting sorting = { .snapshot = snapshot, .sort = sort, .ranks = ranks };
  g_autoptr (GArray) items = list_items (&sorting, cancellable);
  GArray *slots;

  if (sort->key == KHATT_SORT_ACTORS)
    {
      sort_by_actors (&sorting, items, cancellable);
    }
  else if (sort->key != KHATT_SORT_DATE || sort->is_descending)
    {
      collect_texts (&sorting, items);
      rank_texts (ranks, sort->language, cancellable);
      sort_items (&sorting, items);
    }
  g_free (sorting.actor_ranks);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  slots = g_array_sized_new (FALSE, FALSE, sizeof (guint32), items->len);
  for (guint i = 0; i < items->len; i++)
    g_array_append_val (slots, g_array_index (items, KhattRadixItem, i).value);
  return slots;
}
