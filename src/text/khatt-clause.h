/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-frames.h"

G_BEGIN_DECLS

/* What a token does in its sentence. */
typedef enum
{
  KHATT_CUT_NONE,
  KHATT_CUT_THAT,     /* "that ...": somebody's words follow */
  KHATT_CUT_RELATIVE, /* "which ..." */
  KHATT_CUT_BOUNDARY, /* "where", "while", "stressing" */
  KHATT_CUT_TOPIC,    /* "about": what follows is no participant */
  KHATT_CUT_SOURCE,   /* "according to" */
} KhattCut;

/* A sentence cut into clauses. */
typedef struct
{
  const KhattText *text;
  gsize sentence;
  gsize first_token;
  gsize after_token;
  gsize after_intro;   /* behind "it should be noted that" */
  gsize first_mention; /* [first_mention, after_mention) of text->mentions */
  gsize after_mention;
  guint8 *cuts;     /* KhattCut by token, from first_token */
  guint16 *clauses; /* number of the clause by token */
} KhattClauses;

KhattClauses *khatt_clauses_new (const KhattText *text, gsize sentence);
void khatt_clauses_free (KhattClauses *clauses);
const KhattMatch *khatt_clauses_marker (const KhattClauses *clauses, gsize token, const char *sort);
/* The verb or the event noun at a token, outside quotations and names; NULL where there is none. */
const KhattMatch *khatt_clauses_verb (const KhattClauses *clauses, gsize token);
const KhattMatch *khatt_clauses_noun (const KhattClauses *clauses, gsize token);
/* The mention that covers a token; NULL where there is none. */
const KhattMention *khatt_clauses_mention_at (const KhattClauses *clauses, gsize token);
/* The token where the words about `anchor` end: the next clause, a stop, or the next verb. */
gsize khatt_clauses_end (const KhattClauses *clauses, gsize anchor);
KhattMood khatt_clauses_mood (const KhattClauses *clauses, gsize anchor, gsize after, guint form);
gboolean khatt_clauses_is_background (const KhattClauses *clauses);
gboolean khatt_clauses_is_coordinate (const KhattClauses *clauses, gsize token);
gboolean
khatt_clauses_has (const KhattClauses *clauses, gsize first, gsize after, const char *sort);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattClauses, khatt_clauses_free)

G_END_DECLS
