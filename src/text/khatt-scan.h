/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-mentions.h"

G_BEGIN_DECLS

/* The search for mentions while it stands in a sentence. Inside of text/ only. */
#define KHATT_N_HONOURS 8

/* Whom "his highness" stands for. */
typedef struct
{
  guint actor;
  gsize sentence_first; /* of the sentence that honoured the actor last */
} KhattHonoured;

struct _KhattScan
{
  const KhattLexicon *lexicon;
  const KhattTokens *tokens;
  KhattNameWords *words;
  KhattActors *actors;
  GArray *mentions;
  gsize after;       /* end of the sentence */
  const char *home;  /* of the item */
  guint last_ranked; /* whose counterpart "his counterpart" is */
  KhattHonoured honoured[KHATT_N_HONOURS];
};

const KhattToken *khatt_scan_token (const KhattScan *scan, gsize index);
const KhattMatch *khatt_scan_match (const KhattScan *scan, gsize index, KhattEntryClass class);
const KhattMatch *khatt_scan_marker (const KhattScan *scan, gsize index, const char *sort);
gboolean khatt_scan_is_comma (const KhattScan *scan, gsize index);
gboolean khatt_match_has_only_article (const KhattMatch *match);
gboolean khatt_match_has_and (const KhattMatch *match);
const KhattMatch *
khatt_scan_marker_before (const KhattScan *scan, gsize index, gsize first, const char *sort);
void khatt_scan_add (KhattScan *scan,
                     gsize first,
                     gsize after,
                     guint actor,
                     guint proclitics,
                     gsize sentence_first,
                     KhattMention flags);

G_END_DECLS
