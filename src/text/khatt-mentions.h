/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-actors.h"
#include "khatt-items.h"
#include "khatt-names.h"

G_BEGIN_DECLS

/* What a mention depends on. */
typedef enum
{
  KHATT_GOVERNOR_NONE, /* subject or object */
  KHATT_GOVERNOR_WITH,
  KHATT_GOVERNOR_FROM,
  KHATT_GOVERNOR_AGENT, /* "من طرف X": who did what the passive tells */
  KHATT_GOVERNOR_TO,
  KHATT_GOVERNOR_BETWEEN,
  KHATT_GOVERNOR_IN,
  KHATT_GOVERNOR_BY,    /* bi- */
  KHATT_GOVERNOR_FOR,   /* li- */
  KHATT_GOVERNOR_OF,    /* a noun before it */
  KHATT_GOVERNOR_EVENT, /* the noun of an event before it */
  KHATT_GOVERNOR_OTHER,
} KhattGovernor;

typedef struct
{
  gsize first_token;
  gsize after_token;
  guint actor; /* KHATT_NO_ACTOR: a group, or a city that is no capital */
  KhattGovernor governor;
  gboolean is_coordinated : 1; /* "and" joins it to the mention before it */
  gboolean is_group : 1;       /* "both sides": whoever takes part at the moment */
  gboolean is_states : 1;      /* of a group: "both countries" */
  gboolean is_place : 1;       /* can be where something happens */
  gboolean is_adjective : 1;   /* a state named by an adjective: "a Turkish delegation" */
  gboolean is_counterpart : 1; /* "his counterpart": somebody else is the subject */
  gboolean has_name : 1;
} KhattMention;

/* Going over a text in search of mentions. Whom a stretch introduces is known in those behind it.
 */
typedef struct _KhattScan KhattScan;

KhattScan *
khatt_mentions_new (const KhattLexicon *lexicon, const KhattTokenWords *words, KhattActors *actors);
void khatt_mentions_free (KhattScan *scan);
/* Everybody who is mentioned, in the order of the text. */
GArray *khatt_mentions_find (KhattScan *scan,
                             const KhattTokens *tokens,
                             const KhattSentences *sentences,
                             const KhattItems *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattScan, khatt_mentions_free)

G_END_DECLS
