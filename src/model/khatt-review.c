/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What rules read is a proposal until a person accepts, corrects or dismisses it. All but an
 * unknown day of publication stands in the records, so that many events are counted soon. */

#include "khatt-review.h"

#include "khatt-snapshot-private.h"

/* How many have to be named. */
static const guint n_parties_needed[KHATT_N_KINDS] = {
  [KHATT_KIND_CALL] = 2,         [KHATT_KIND_MEETING] = 2, [KHATT_KIND_VISIT] = 2,
  [KHATT_KIND_STATEMENT] = 1,    [KHATT_KIND_MESSAGE] = 2, [KHATT_KIND_AGREEMENT] = 2,
  [KHATT_KIND_ANNOUNCEMENT] = 1, [KHATT_KIND_OFFER] = 1,
};

/**
 * khatt_review_get_state:
 * @record: of an event, one that was dismissed too
 *
 * Returns: how far a person has come with it
 */
KhattReviewState
khatt_review_get_state (const KhattRecord *record)
{
  if ((record->flags & KHATT_RECORD_DISMISSED) != 0)
    return KHATT_REVIEW_GONE;
  if ((record->flags & KHATT_RECORD_READ_BY_RULE) == 0)
    return KHATT_REVIEW_NONE;
  return (record->flags & (KHATT_RECORD_ACCEPTED | KHATT_RECORD_CHANGED_BY_HAND)) != 0
             ? KHATT_REVIEW_SETTLED
             : KHATT_REVIEW_PROPOSED;
}

static gboolean
has_unpublished_article (const KhattSnapshot *snapshot, guint32 slot)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);
      const KhattArticle *article = khatt_snapshot_get_article_by_id (snapshot, source->article);

      if (article != NULL && article->published == NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * khatt_review_get_reasons:
 * @snapshot: a snapshot
 * @slot: of an event, one that was dismissed too
 *
 * Returns: bits of #KhattReviewReasons: why a person should look at what was read before it is
 * accepted; 0 where no rule read it
 */
guint
khatt_review_get_reasons (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);
  guint reasons = 0;

  g_return_val_if_fail (record != NULL, 0);

  if ((record->flags & KHATT_RECORD_READ_BY_RULE) == 0)
    return 0;
  if (!khatt_date_is_known (&record->date))
    reasons |=
        has_unpublished_article (snapshot, slot) ? KHATT_REVIEW_UNPUBLISHED : KHATT_REVIEW_UNDATED;
  if (record->n_parties < n_parties_needed[record->kind])
    reasons |= KHATT_REVIEW_PARTY_MISSING;
  if ((record->flags & KHATT_RECORD_SOURCES_DIFFER) != 0)
    reasons |= KHATT_REVIEW_SOURCES_DIFFER;
  if ((record->flags & KHATT_RECORD_UNSURE) != 0)
    reasons |= KHATT_REVIEW_UNSURE;
  return reasons;
}

/**
 * khatt_review_count:
 * @snapshot: a snapshot
 *
 * Returns: how many events there are in each state; they are counted already
 */
KhattReviewCounts
khatt_review_count (const KhattSnapshot *snapshot)
{
  return (KhattReviewCounts){
    .n_read = snapshot->n_read,
    .n_proposed = snapshot->n_proposed,
    .n_settled = snapshot->n_settled,
    .n_gone = snapshot->n_dismissed,
  };
}
