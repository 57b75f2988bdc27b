/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-sentence-splitter.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_PART_BODY,
  KHATT_PART_HEADLINE,
  KHATT_PART_DATELINE,
  KHATT_PART_CROSS_HEADING,
} KhattPart;

/* What a sentence is in its news item. */
typedef struct
{
  KhattPart part;
  guint item;
  gsize body_token; /* where its own words begin: behind a dateline that opens the sentence */
} KhattPlace;

/* One news item of a text: a headline, a dateline, a body. */
typedef struct
{
  gsize first_sentence;
  gsize after_sentence;
  gsize first_token;
  gsize after_token;
  gsize first_dateline_token; /* equal where there is none */
  gsize after_dateline_token;
  gsize first_town_token; /* the dateline's town; equal where there is none */
  gsize after_town_token;
  const char *
      home; /* code of the country it is written from; NULL where not said. Owned by the lexicon. */
  const char *agency; /* who wrote it; NULL where not said. Owned by the lexicon. */
} KhattItem;

typedef struct
{
  GArray *items;      /* of KhattItem */
  KhattPlace *places; /* one for each sentence */
} KhattItems;

KhattItems *khatt_items_new (const KhattTokens *tokens, const KhattSentences *sentences);
KhattItems *khatt_items_new_stretch (const KhattTokens *tokens,
                                     const KhattSentences *sentences,
                                     gboolean has_more);
/* Where items are written whose dateline does not say. */
void khatt_items_set_home (KhattItems *items, const char *code);
void khatt_items_free (KhattItems *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattItems, khatt_items_free)

G_END_DECLS
