/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* The events that a review goes through; an event may be in several. */
typedef enum
{
  KHATT_REVIEW_LIST_DATED,           /* read, or without a date; but not dismissed */
  KHATT_REVIEW_LIST_UNDATED,         /* of these */
  KHATT_REVIEW_LIST_NEEDING,         /* a look, with a date */
  KHATT_REVIEW_LIST_NEEDING_UNDATED, /* a look, and a date */
  KHATT_REVIEW_LIST_DISMISSED,
} KhattReviewList;
#define KHATT_N_REVIEW_LISTS (KHATT_REVIEW_LIST_DISMISSED + 1)

/* Which events are in which list; follows a document at the cost of what changed in it. */
typedef struct _KhattReviewLists KhattReviewLists;

KhattReviewLists *khatt_review_lists_new (void);
void khatt_review_lists_free (KhattReviewLists *lists);
gboolean khatt_review_lists_follow (KhattReviewLists *lists, KhattSnapshot *snapshot);
const GArray *khatt_review_lists_get (const KhattReviewLists *lists, KhattReviewList list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattReviewLists, khatt_review_lists_free)

G_END_DECLS
