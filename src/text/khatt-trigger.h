/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-lexicon.h"

G_BEGIN_DECLS

/* Words by which a rule knew an event: bytes of the text, [first, after). */
typedef struct
{
  gsize first;
  gsize after;
} KhattTrigger;

GArray *khatt_triggers_find (const KhattLexicon *lexicon,
                             const char *text,
                             gsize first,
                             gsize after,
                             const char *rule);

G_END_DECLS
