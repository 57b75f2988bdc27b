/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattSearchIndex: titles, names, places and attributions repeat from event to event, so each
 * different text stands once in one long run of bytes, and each event has the numbers of its texts.
 * A word is looked for in the run as a whole; then an event is found where one of its texts was.
 * What an actor is called (its names, office, country in each language) is one text. */

#include "khatt-search-index-private.h"

#include <string.h>

#include "khatt-details.h"
#include "khatt-fold.h"
#include "khatt-pool.h"
#include "khatt-snapshot-private.h"

#define FIRST_TABLE_SIZE 1024 /* a power of two */
#define EVENTS_BETWEEN_CHECKS 4096

/* ---- Building ---- */

typedef struct
{
  KhattSearchIndex *index;
  const KhattSearchNames *names;
  guint32 *table; /* numbers of texts + 1, by hash */
  gsize mask;
  GArray *hashes;        /* of guint32, by text */
  GHashTable *pooled;    /* from a string that repeats to its number + 1 */
  guint32 *actors;       /* by actor: the number of its text + 1 */
  GHashTable *countries; /* from a code to the number of its names + 1 */
} Builder;

static void
grow_table (Builder *builder)
{
  gsize mask = builder->mask * 2 + 1;

  g_free (builder->table);
  builder->table = g_new0 (guint32, mask + 1);
  builder->mask = mask;
  for (guint32 i = 0; i < builder->hashes->len; i++)
    {
      gsize at = g_array_index (builder->hashes, guint32, i) & mask;

      while (builder->table[at] != 0)
        at = (at + 1) & mask;
      builder->table[at] = i + 1;
    }
}

/* The number of a folded text. */
static guint32
add_folded (Builder *builder, const char *folded, gsize length)
{
  KhattSearchIndex *index = builder->index;
  guint32 hash = khatt_pool_hash (folded, length);
  gsize end;
  gsize at;

  if ((gsize) builder->hashes->len * 4 > builder->mask * 3)
    grow_table (builder);
  for (at = hash & builder->mask; builder->table[at] != 0; at = (at + 1) & builder->mask)
    {
      guint32 number = builder->table[at] - 1;
      gsize other_length;
      const char *other;

      if (g_array_index (builder->hashes, guint32, number) != hash)
        continue;
      other = khatt_search_index_get_nth_text (index, number, &other_length);
      if (other_length == length && memcmp (other, folded, length) == 0)
        return number;
    }

  g_string_append_len (index->text, folded, (gssize) length);
  g_string_append_c (index->text, '\0');
  end = index->text->len;
  g_array_append_val (index->starts, end);
  g_array_append_val (builder->hashes, hash);
  builder->table[at] = builder->hashes->len;
  return builder->hashes->len - 1;
}

static guint32
add_text (Builder *builder, const char *text, gsize length)
{
  g_autofree char *folded = khatt_fold (text, (gssize) length);

  return add_folded (builder, folded, strlen (folded));
}

static guint32
add_pooled (Builder *builder, const char *text)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->pooled, text));

  if (number == 0)
    {
      number = add_text (builder, text, strlen (text)) + 1;
      g_hash_table_insert (builder->pooled, (gpointer) text, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

static void
append_country (Builder *builder, GString *text, const char *code)
{
  if (builder->names == NULL || code == NULL)
    return;

  for (guint i = 0; builder->names->languages[i] != NULL; i++)
    {
      g_autofree char *name = builder->names->dup_name (code, builder->names->languages[i]);

      if (name != NULL)
        g_string_append_printf (text, "\n%s", name);
    }
}

static guint32
add_country (Builder *builder, const char *code)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->countries, code));

  if (number == 0)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      append_country (builder, text, code);
      number = add_text (builder, text->str, text->len) + 1;
      g_hash_table_insert (builder->countries, (gpointer) code, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

static void
append_spellings (Builder *builder, GString *text, const char *name)
{
  const char *spellings = NULL;

  if (builder->names != NULL && builder->names->spellings != NULL)
    spellings = g_hash_table_lookup (builder->names->spellings, name);
  if (spellings != NULL)
    g_string_append_printf (text, "\n%s", spellings);
}

static guint32
add_actor (Builder *builder, guint32 number)
{
  if (builder->actors[number] == 0)
    {
      const KhattActor *actor = khatt_snapshot_get_actor (builder->index->snapshot, number);
      g_autoptr (GString) text = g_string_new (actor->name);

      append_spellings (builder, text, actor->name);
      if (actor->office != NULL)
        g_string_append_printf (text, "\n%s", actor->office);
      append_country (builder, text, actor->country);
      builder->actors[number] = add_text (builder, text->str, text->len) + 1;
    }
  return builder->actors[number] - 1;
}

static void
take_number (Builder *builder, guint32 number)
{
  g_array_append_val (builder->index->event_texts, number);
}

static void
take_detail (const KhattDetailsText *text, gpointer data)
{
  Builder *builder = data;

  if (text->part == KHATT_DETAILS_ARTICLE)
    return;
  if (text->part == KHATT_DETAILS_COUNTRY)
    take_number (builder, add_country (builder, text->text));
  else if (text->is_pooled)
    take_number (builder, add_pooled (builder, text->text));
  else
    take_number (builder, add_text (builder, text->text, text->length));
}

static void
take_event (Builder *builder, const KhattCell *cell)
{
  const KhattRecord *record = &cell->record;

  if (record->title != NULL)
    take_number (builder, add_text (builder, record->title, strlen (record->title)));
  if (record->place != NULL)
    take_number (builder, add_pooled (builder, record->place));
  for (guint i = 0; i < record->n_parties; i++)
    take_number (builder, add_actor (builder, record->parties[i].actor));
  khatt_details_foreach_text (cell->details, take_detail, builder);
}

static gboolean
take_events (Builder *builder, GCancellable *cancellable)
{
  KhattSearchIndex *index = builder->index;
  guint32 n_slots = khatt_snapshot_get_n_slots (index->snapshot);

  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      if (slot % EVENTS_BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      g_array_append_val (index->event_starts, index->event_texts->len);
      if (khatt_snapshot_has_slot (index->snapshot, slot))
        take_event (builder, khatt_snapshot_get_cell (index->snapshot, slot));
    }
  g_array_append_val (index->event_starts, index->event_texts->len);
  return TRUE;
}

/**
 * khatt_search_index_new:
 * @snapshot: a document
 * @names: (nullable): what countries are called
 * @cancellable: (nullable): to give up
 *
 * Reads all that a document says of its events: titles, actors with office and country, places,
 * topics, tags, notes, quotations, attributions and the sentences that were read. Takes about a
 * second for a million events: call it in a thread for a big document.
 *
 * Returns: (transfer full) (nullable): the index; %NULL where it was cancelled
 */
KhattSearchIndex *
khatt_search_index_new (KhattSnapshot *snapshot,
                        const KhattSearchNames *names,
                        GCancellable *cancellable)
{
  g_autoptr (KhattSearchIndex) index = g_new0 (KhattSearchIndex, 1);
  g_autoptr (GHashTable) pooled = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  Builder builder = { .index = index,
                      .names = names,
                      .table = g_new0 (guint32, FIRST_TABLE_SIZE),
                      .mask = FIRST_TABLE_SIZE - 1,
                      .hashes = hashes,
                      .pooled = pooled,
                      .countries = countries };
  gsize zero = 0;
  gboolean is_whole;

  g_atomic_ref_count_init (&index->references);
  index->snapshot = khatt_snapshot_ref (snapshot);
  index->text = g_string_new (NULL);
  index->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (index->starts, zero);
  index->event_texts = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->event_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder.actors = g_new0 (guint32, khatt_snapshot_get_n_actors (snapshot));
  is_whole = take_events (&builder, cancellable);
  g_free (builder.actors);
  g_free (builder.table);
  return is_whole ? g_steal_pointer (&index) : NULL;
}

/**
 * khatt_search_index_ref:
 * @index: an index
 *
 * Returns: (transfer full): @index
 */
KhattSearchIndex *
khatt_search_index_ref (KhattSearchIndex *index)
{
  g_atomic_ref_count_inc (&index->references);
  return index;
}

/**
 * khatt_search_index_unref:
 * @index: (transfer full): an index
 */
void
khatt_search_index_unref (KhattSearchIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->references))
    return;

  khatt_snapshot_unref (index->snapshot);
  g_string_free (index->text, TRUE);
  g_array_unref (index->starts);
  g_array_unref (index->event_texts);
  g_array_unref (index->event_starts);
  g_free (index);
}

/**
 * khatt_search_index_get_snapshot:
 * @index: an index
 *
 * Returns: (transfer none): the document as it was when it was read
 */
KhattSnapshot *
khatt_search_index_get_snapshot (const KhattSearchIndex *index)
{
  return index->snapshot;
}

/**
 * khatt_search_index_get_text:
 * @index: an index
 * @length: (out): bytes
 *
 * Returns: (transfer none): what is searched
 */
const char *
khatt_search_index_get_text (const KhattSearchIndex *index, gsize *length)
{
  *length = index->text->len;
  return index->text->str;
}
