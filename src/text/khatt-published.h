/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-items.h"

G_BEGIN_DECLS

/* What a text says about the day on which it was published. */
typedef struct
{
  GPtrArray
      *candidates; /* of KhattCandidate, best first; empty where the text does not say enough */
  int weekday;     /* 1 Monday to 7 Sunday; 0: the text does not say */
} KhattPublished;

/* What a text says of its day, while it is gone over. */
typedef struct _KhattClues KhattClues;

KhattClues *khatt_clues_new (void);
void khatt_clues_gather (KhattClues *clues, const KhattTokens *tokens, const KhattItems *items);
void khatt_clues_propose (KhattClues *clues, gint64 latest, KhattPublished *published);
void khatt_clues_free (KhattClues *clues);
void khatt_published_clear (KhattPublished *published);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattClues, khatt_clues_free)

G_END_DECLS
