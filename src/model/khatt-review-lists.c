/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lists of a review. What an event's record says decides which of them it is in, so that many
 * are sorted out soon; after a change only the events that differ are asked again. */

#include "khatt-review-lists.h"

#include <string.h>

#include "khatt-difference.h"
#include "khatt-review.h"
#include "khatt-slot-set.h"

/* From so many events that differ on, all are asked again. */
#define MOST_FOLLOWED 1000

struct _KhattReviewLists
{
  KhattSnapshot *snapshot; /* that they are of; NULL: none */
  GByteArray *members;     /* by slot: a bit for each list */
  GArray *slots[KHATT_N_REVIEW_LISTS];
};

/**
 * khatt_review_lists_new:
 *
 * Returns: (transfer full): the lists of nothing
 */
KhattReviewLists *
khatt_review_lists_new (void)
{
  KhattReviewLists *lists = g_new0 (KhattReviewLists, 1);

  lists->members = g_byte_array_new ();
  for (guint i = 0; i < KHATT_N_REVIEW_LISTS; i++)
    lists->slots[i] = khatt_slot_set_new ();
  return lists;
}

/**
 * khatt_review_lists_free:
 * @lists: (transfer full): lists
 */
void
khatt_review_lists_free (KhattReviewLists *lists)
{
  g_clear_pointer (&lists->snapshot, khatt_snapshot_unref);
  g_byte_array_unref (lists->members);
  for (guint i = 0; i < KHATT_N_REVIEW_LISTS; i++)
    g_array_unref (lists->slots[i]);
  g_free (lists);
}

static guint8
find_lists (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);
  KhattReviewState state;
  guint8 found = 0;

  if (record == NULL)
    return 0;
  state = khatt_review_get_state (record);
  if (state == KHATT_REVIEW_GONE)
    return 1u << KHATT_REVIEW_LIST_DISMISSED;
  /* Whoever has no date needs a look, whatever became of it. */
  if (!khatt_date_is_known (&record->date))
    return 1u << KHATT_REVIEW_LIST_UNDATED | 1u << KHATT_REVIEW_LIST_NEEDING_UNDATED;
  if (state != KHATT_REVIEW_NONE)
    found |= 1u << KHATT_REVIEW_LIST_DATED;
  if (state == KHATT_REVIEW_PROPOSED && khatt_review_get_reasons (snapshot, slot) != 0)
    found |= 1u << KHATT_REVIEW_LIST_NEEDING;
  return found;
}

static void
sort_out (KhattReviewLists *lists, KhattSnapshot *snapshot)
{
  guint32 n_slots = khatt_snapshot_get_n_slots (snapshot);

  for (guint i = 0; i < KHATT_N_REVIEW_LISTS; i++)
    g_array_set_size (lists->slots[i], 0);
  g_byte_array_set_size (lists->members, n_slots);
  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      guint8 found = find_lists (snapshot, slot);

      lists->members->data[slot] = found;
      for (guint i = 0; found >> i != 0; i++)
        {
          if ((found & 1u << i) != 0)
            g_array_append_val (lists->slots[i], slot);
        }
    }
}

static void
note_slot (guint32 slot, gpointer data)
{
  g_array_append_val ((GArray *) data, slot);
}

static gboolean
follow_slot (KhattReviewLists *lists, const KhattSnapshot *snapshot, guint32 slot)
{
  guint8 old = lists->members->data[slot];
  guint8 found = find_lists (snapshot, slot);

  lists->members->data[slot] = found;
  for (guint i = 0; i < KHATT_N_REVIEW_LISTS; i++)
    {
      if ((found & ~old & 1u << i) != 0)
        khatt_slot_set_add (lists->slots[i], slot);
      if ((old & ~found & 1u << i) != 0)
        khatt_slot_set_remove (lists->slots[i], slot);
    }
  return old != found;
}

/* Undoing takes slots away again. */
static void
grow (GByteArray *members, guint32 n_slots)
{
  guint n_old = members->len;

  if (n_slots <= n_old)
    return;
  g_byte_array_set_size (members, n_slots);
  memset (members->data + n_old, 0, n_slots - n_old);
}

/**
 * khatt_review_lists_follow:
 * @lists: lists
 * @snapshot: the document as it is now; the same one every time
 *
 * Brings the lists up to date.
 *
 * Returns: whether another event is in any of them
 */
gboolean
khatt_review_lists_follow (KhattReviewLists *lists, KhattSnapshot *snapshot)
{
  g_autoptr (GArray) changed = khatt_slot_set_new ();
  g_autoptr (KhattSnapshot) before = lists->snapshot;
  gboolean has_changed = FALSE;

  lists->snapshot = khatt_snapshot_ref (snapshot);
  if (before != NULL)
    khatt_snapshot_foreach_difference (before, snapshot, note_slot, changed);
  if (before == NULL || changed->len > MOST_FOLLOWED)
    {
      sort_out (lists, snapshot);
      return TRUE;
    }
  grow (lists->members, khatt_snapshot_get_n_slots (snapshot));
  for (guint i = 0; i < changed->len; i++)
    has_changed |= follow_slot (lists, snapshot, g_array_index (changed, guint32, i));
  return has_changed;
}

/**
 * khatt_review_lists_get:
 * @lists: lists
 * @list: which one
 *
 * Returns: (transfer none) (element-type guint32): the slots that are in it, in ascending order
 */
const GArray *
khatt_review_lists_get (const KhattReviewLists *lists, KhattReviewList list)
{
  return lists->slots[list];
}
