/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-review.h"
#include "khatt-words.h"

G_BEGIN_DECLS

/* What is said of an event that was read, in words. */
const char *khatt_review_words_reason (KhattReviewReasons reason);
char *khatt_review_words_date (const KhattSnapshot *snapshot,
                               const KhattEventData *event,
                               const KhattWords *words);
char *khatt_review_words_state (const KhattSnapshot *snapshot, guint32 slot);
char *
khatt_review_words_label (const KhattSnapshot *snapshot, guint32 slot, const KhattWords *words);

G_END_DECLS
