/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* How far a person has come with an event that a rule read. What was changed is accepted. */
typedef enum
{
  KHATT_REVIEW_NONE, /* no rule read it, or a person took it over */
  KHATT_REVIEW_PROPOSED,
  KHATT_REVIEW_SETTLED, /* accepted as it was read, or as a person corrected it */
  KHATT_REVIEW_GONE,    /* dismissed */
} KhattReviewState;

/* Why a proposal needs a look before it is accepted. */
typedef enum
{
  KHATT_REVIEW_UNDATED = 1 << 0,
  KHATT_REVIEW_UNPUBLISHED = 1 << 1, /* undated while nobody says when its article was published */
  KHATT_REVIEW_PARTY_MISSING = 1 << 2,
  KHATT_REVIEW_SOURCES_DIFFER = 1 << 3,
  KHATT_REVIEW_UNSURE = 1 << 4, /* the rules were */
} KhattReviewReasons;

typedef struct
{
  guint32 n_read; /* by rules, whatever became of it */
  guint32 n_proposed;
  guint32 n_settled;
  guint32 n_gone;
} KhattReviewCounts;

KhattReviewState khatt_review_get_state (const KhattRecord *record);
guint khatt_review_get_reasons (const KhattSnapshot *snapshot, guint32 slot);
KhattReviewCounts khatt_review_count (const KhattSnapshot *snapshot);

G_END_DECLS
