/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-report.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* What became of reports that were added. */
typedef struct
{
  guint n_articles; /* that are new */
  guint n_known;    /* that the timeline had already, word for word */
  guint n_added;    /* events that are new */
  guint n_merged;   /* reports that became part of other events */
  guint n_given_up; /* that may be one with others: there are too many to look at */
} KhattMergeResult;

void khatt_merge_result_add (KhattMergeResult *result, const KhattMergeResult *other);
void khatt_merge_add (KhattTimeline *timeline,
                      GPtrArray *reports,
                      guint n_threads,
                      KhattMergeResult *result);
void khatt_merge_add_document (KhattTimeline *timeline,
                               const KhattSnapshot *document,
                               guint n_threads,
                               KhattMergeResult *result);
guint khatt_merge_split_all (KhattTimeline *timeline, guint32 slot);
gboolean khatt_merge_pair (KhattTimeline *timeline, guint32 slot, guint32 other);
guint32 khatt_merge_split (KhattTimeline *timeline, guint32 slot, guint source);

G_END_DECLS
