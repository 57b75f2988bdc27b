/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From articles to their events. What was read from an article, with the dismissed, stands in its
 * row; a change takes the events that differ out of the rows they were in and puts them where they
 * belong now. */

#include "khatt-article-index.h"

#include "khatt-details.h"
#include "khatt-difference.h"
#include "khatt-review.h"
#include "khatt-slot-set.h"
#include "khatt-snapshot-private.h"

/* From so many events that differ on, all are asked again. */
#define MOST_FOLLOWED 1000

typedef struct
{
  GArray *slots; /* of guint32 */
  guint n_open;
} Row;

struct _KhattArticleIndex
{
  KhattSnapshot *snapshot; /* that it is of; NULL: none */
  GHashTable *rows;        /* of Row, by an article's id */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->slots);
  g_free (row);
}

/**
 * khatt_article_index_new:
 *
 * Returns: (transfer full): an index of nothing
 */
KhattArticleIndex *
khatt_article_index_new (void)
{
  KhattArticleIndex *index = g_new0 (KhattArticleIndex, 1);

  index->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  return index;
}

/**
 * khatt_article_index_free:
 * @index: (transfer full): an index
 */
void
khatt_article_index_free (KhattArticleIndex *index)
{
  g_clear_pointer (&index->snapshot, khatt_snapshot_unref);
  g_hash_table_unref (index->rows);
  g_free (index);
}

/* An event on its way into the rows of its articles, or out of them. */
typedef struct
{
  KhattArticleIndex *index;
  guint32 slot;
  gboolean is_open;
  gboolean is_leaving;
  const char *last_id; /* events of one article come one after the other */
  Row *last_row;
} Passage;

static Row *
get_row (Passage *passage, const char *id)
{
  GHashTable *rows = passage->index->rows;
  Row *row;

  if (passage->last_id == id)
    return passage->last_row;
  row = g_hash_table_lookup (rows, id);
  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->slots = khatt_slot_set_new ();
      g_hash_table_insert (rows, g_strdup (id), row);
    }
  passage->last_id = id;
  passage->last_row = row;
  return row;
}

/* A report may name its article more than once. */
static void
pass (const KhattDetailsText *text, gpointer data)
{
  Passage *passage = data;
  Row *row;
  guint n_before;

  if (text->part != KHATT_DETAILS_ARTICLE)
    return;
  row = get_row (passage, text->text);
  n_before = row->slots->len;
  if (passage->is_leaving)
    khatt_slot_set_remove (row->slots, passage->slot);
  else
    khatt_slot_set_add (row->slots, passage->slot);
  if (passage->is_open && row->slots->len != n_before)
    row->n_open += passage->is_leaving ? -1 : 1;
}

static void
pass_slot (Passage *passage, const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);

  if (record == NULL || record->n_sources == 0)
    return;
  passage->slot = slot;
  passage->is_open = khatt_review_get_state (record) == KHATT_REVIEW_PROPOSED;
  khatt_details_foreach_text (khatt_snapshot_get_cell (snapshot, slot)->details, pass, passage);
}

static void
note_slot (guint32 slot, gpointer data)
{
  g_array_append_val ((GArray *) data, slot);
}

static void
enter_all (KhattArticleIndex *index, const KhattSnapshot *snapshot)
{
  Passage passage = { .index = index };

  g_hash_table_remove_all (index->rows);
  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    pass_slot (&passage, snapshot, slot);
}

/**
 * khatt_article_index_follow:
 * @index: an index
 * @snapshot: the document as it is now; the same one every time
 *
 * Brings the index up to date.
 */
void
khatt_article_index_follow (KhattArticleIndex *index, KhattSnapshot *snapshot)
{
  g_autoptr (GArray) changed = khatt_slot_set_new ();
  g_autoptr (KhattSnapshot) before = index->snapshot;
  Passage leaving = { .index = index, .is_leaving = TRUE };
  Passage entering = { .index = index };

  index->snapshot = khatt_snapshot_ref (snapshot);
  if (before != NULL)
    khatt_snapshot_foreach_difference (before, snapshot, note_slot, changed);
  if (before == NULL || changed->len > MOST_FOLLOWED)
    {
      enter_all (index, snapshot);
      return;
    }
  for (guint i = 0; i < changed->len; i++)
    {
      guint32 slot = g_array_index (changed, guint32, i);

      pass_slot (&leaving, before, slot);
      pass_slot (&entering, snapshot, slot);
    }
}

/**
 * khatt_article_index_get_slots:
 * @index: an index
 * @article: the id of an article
 *
 * Returns: (transfer none) (nullable) (element-type guint32): the events that were read from it,
 *   with those that were dismissed, in ascending order of slots; %NULL: there was none
 */
const GArray *
khatt_article_index_get_slots (const KhattArticleIndex *index, const char *article)
{
  const Row *row = g_hash_table_lookup (index->rows, article);

  return row != NULL ? row->slots : NULL;
}

/**
 * khatt_article_index_count_open:
 * @index: an index
 * @article: the id of an article
 *
 * Returns: how many proposals that were read from it are to be decided on
 */
guint
khatt_article_index_count_open (const KhattArticleIndex *index, const char *article)
{
  const Row *row = g_hash_table_lookup (index->rows, article);

  return row != NULL ? row->n_open : 0;
}
