/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattVocabulary: each name that a document uses, once, with how many times it is said. Names are
 * found as a search finds words: folded, at the beginning of each of their words. */

#include "khatt-vocabulary.h"

#include <string.h>

#include "khatt-details.h"
#include "khatt-fold.h"
#include "khatt-query.h"
#include "khatt-snapshot-private.h"

#define EVENTS_BETWEEN_CHECKS 4096

typedef struct
{
  const char *text; /* belongs to the snapshot */
  char *folded;
  guint32 n_times;
} Name;

struct _KhattVocabulary
{
  gatomicrefcount references;
  KhattSnapshot *snapshot;
  GArray *names[KHATT_N_VOCABULARY_PARTS]; /* of Name, those most often said first */
  GHashTable *actors;                      /* from a name to its KhattActor */
};

/* ---- Counting ---- */

typedef struct
{
  GHashTable *counts[KHATT_N_VOCABULARY_PARTS]; /* from a name to how many times */
} Counting;

static void
count (Counting *counting, KhattVocabularyPart part, const char *name)
{
  guint n_times = GPOINTER_TO_UINT (g_hash_table_lookup (counting->counts[part], name));

  g_hash_table_insert (counting->counts[part], (gpointer) name, GUINT_TO_POINTER (n_times + 1));
}

static void
count_detail (const KhattDetailsText *text, gpointer data)
{
  if (text->part == KHATT_DETAILS_OFFICE)
    count (data, KHATT_VOCABULARY_OFFICES, text->text);
  else if (text->part == KHATT_DETAILS_TOPIC)
    count (data, KHATT_VOCABULARY_TOPICS, text->text);
  else if (text->part == KHATT_DETAILS_TAG)
    count (data, KHATT_VOCABULARY_TAGS, text->text);
}

static void
count_event (Counting *counting, const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattCell *cell = khatt_snapshot_get_cell (snapshot, slot);

  if (cell->record.place != NULL)
    count (counting, KHATT_VOCABULARY_PLACES, cell->record.place);
  khatt_details_foreach_text (cell->details, count_detail, counting);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *first = a;
  const Name *second = b;

  if (first->n_times != second->n_times)
    return first->n_times > second->n_times ? -1 : 1;
  return strcmp (first->text, second->text);
}

static void
clear_name (gpointer name)
{
  g_free (((Name *) name)->folded);
}

static void
add_name (GArray *names, const char *text, guint32 n_times)
{
  Name name = { .text = text, .n_times = n_times };

  if (*text == '\0')
    return;
  name.folded = khatt_fold (text, -1);
  g_array_append_val (names, name);
}

static void
add_counted (GArray *names, GHashTable *counts)
{
  GHashTableIter iter;
  gpointer text, n_times;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &text, &n_times))
    add_name (names, text, GPOINTER_TO_UINT (n_times));
}

/* Who takes part in nothing any more is nobody. */
static void
add_actors (KhattVocabulary *vocabulary)
{
  for (guint32 i = 0; i < khatt_snapshot_get_n_actors (vocabulary->snapshot); i++)
    {
      const KhattActor *actor = khatt_snapshot_get_actor (vocabulary->snapshot, i);

      if (actor->n_events == 0)
        continue;
      add_name (vocabulary->names[KHATT_VOCABULARY_ACTORS], actor->name, actor->n_events);
      g_hash_table_insert (vocabulary->actors, (gpointer) actor->name, (gpointer) actor);
    }
}

/**
 * khatt_vocabulary_new:
 * @snapshot: a document
 * @cancellable: (nullable): to give up
 *
 * Goes through all events once; to be called in a thread for a big document.
 *
 * Returns: (transfer full) (nullable): its names; %NULL where it was cancelled
 */
KhattVocabulary *
khatt_vocabulary_new (KhattSnapshot *snapshot, GCancellable *cancellable)
{
  KhattVocabulary *vocabulary = g_new0 (KhattVocabulary, 1);
  Counting counting;
  guint32 n_slots = khatt_snapshot_get_n_slots (snapshot);
  gboolean is_cancelled = FALSE;

  g_atomic_ref_count_init (&vocabulary->references);
  vocabulary->snapshot = khatt_snapshot_ref (snapshot);
  vocabulary->actors = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < KHATT_N_VOCABULARY_PARTS; i++)
    counting.counts[i] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint32 slot = 0; slot < n_slots && !is_cancelled; slot++)
    {
      is_cancelled = slot % EVENTS_BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (cancellable);
      if (khatt_snapshot_has_slot (snapshot, slot))
        count_event (&counting, snapshot, slot);
    }
  for (guint i = 0; i < KHATT_N_VOCABULARY_PARTS; i++)
    {
      vocabulary->names[i] = g_array_new (FALSE, FALSE, sizeof (Name));
      g_array_set_clear_func (vocabulary->names[i], clear_name);
      add_counted (vocabulary->names[i], counting.counts[i]);
      g_hash_table_unref (counting.counts[i]);
    }
  add_actors (vocabulary);
  for (guint i = 0; i < KHATT_N_VOCABULARY_PARTS; i++)
    g_array_sort (vocabulary->names[i], compare_names);
  if (is_cancelled)
    g_clear_pointer (&vocabulary, khatt_vocabulary_unref);
  return vocabulary;
}

/**
 * khatt_vocabulary_ref:
 * @vocabulary: names
 *
 * Returns: (transfer full): @vocabulary
 */
KhattVocabulary *
khatt_vocabulary_ref (KhattVocabulary *vocabulary)
{
  g_atomic_ref_count_inc (&vocabulary->references);
  return vocabulary;
}

/**
 * khatt_vocabulary_unref:
 * @vocabulary: (transfer full): names
 */
void
khatt_vocabulary_unref (KhattVocabulary *vocabulary)
{
  if (!g_atomic_ref_count_dec (&vocabulary->references))
    return;
  for (guint i = 0; i < KHATT_N_VOCABULARY_PARTS; i++)
    g_array_unref (vocabulary->names[i]);
  g_hash_table_unref (vocabulary->actors);
  khatt_snapshot_unref (vocabulary->snapshot);
  g_free (vocabulary);
}

/* ---- Completing ---- */

static gboolean
has_words (const KhattQuery *query, const char *folded)
{
  const char *end = folded + strlen (folded);

  for (guint i = 0; i < khatt_query_get_n_words (query); i++)
    {
      if (khatt_query_find (query, i, folded, folded, end) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * khatt_vocabulary_complete:
 * @vocabulary: names
 * @part: of what
 * @typed: the beginning of a name, or of some of its words
 * @limit: how many names are enough
 *
 * Finds what @typed may become: names that begin so first, those that are said more often before
 * others. What is a name already needs no completing.
 *
 * Returns: (transfer container) (element-type utf8): at most @limit names, good while @vocabulary
 * is
 */
GPtrArray *
khatt_vocabulary_complete (const KhattVocabulary *vocabulary,
                           KhattVocabularyPart part,
                           const char *typed,
                           guint limit)
{
  const GArray *names = vocabulary->names[part];
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (KhattQuery) query = khatt_query_new (typed);
  g_autofree char *whole = g_strstrip (g_strdup (typed));
  g_autofree char *folded = khatt_fold (whole, -1);

  if (khatt_query_get_n_words (query) == 0)
    return found;
  for (guint i = 0; i < names->len && found->len < limit; i++)
    {
      const Name *name = &g_array_index (names, Name, i);

      if (g_str_equal (name->text, whole))
        continue;
      if (g_str_has_prefix (name->folded, folded))
        g_ptr_array_add (found, (gpointer) name->text);
      else if (others->len < limit && has_words (query, name->folded))
        g_ptr_array_add (others, (gpointer) name->text);
    }
  for (guint i = 0; i < others->len && found->len < limit; i++)
    g_ptr_array_add (found, g_ptr_array_index (others, i));
  return found;
}

/**
 * khatt_vocabulary_find_actor:
 * @vocabulary: names
 * @name: of an actor
 *
 * Returns: (nullable) (transfer none): who that is; good while @vocabulary is
 */
const KhattActor *
khatt_vocabulary_find_actor (const KhattVocabulary *vocabulary, const char *name)
{
  return g_hash_table_lookup (vocabulary->actors, name);
}
