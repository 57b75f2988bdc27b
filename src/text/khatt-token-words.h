/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-lexicon.h"

G_BEGIN_DECLS

/* The longest phrase of a class that begins at a token. */
typedef struct
{
  const KhattEntry *entry;
  guint16 n_tokens;
  guint16 proclitics; /* KhattProclitics of the first token */
} KhattMatch;

/* A way to begin a phrase with a word: behind its proclitics it goes to a node of the lexicon. */
typedef struct
{
  guint32 node;
  guint32 proclitics;
} KhattTokenStart;

/* A word of a text, once however often the text has it, with what the lexicon knows of it by
 * itself. */
typedef struct
{
  const char *folded; /* NUL-terminated; owned by the KhattTokenWords */
  guint32 hash;
  guint32 length;      /* bytes of `folded` */
  guint32 exact;       /* its number in the lexicon; 0: none */
  guint32 bare;        /* without the article; 0: none */
  guint32 first_start; /* into KhattTokenWords.starts */
  guint32 alone;       /* the list of matches where no phrase goes on behind it */
  guint16 alone_classes;
  guint8 n_starts;
  guint8 kind : 2; /* KhattTokenKind */
  guint8 has_alone : 1;
} KhattTokenWord;

/* The distinct words of a text, numbered from 0, and the lists of matches that their phrases have.
 * A text of any length has few of them. Its stretches share one. */
typedef struct
{
  int references;
  GArray *words;         /* of KhattTokenWord */
  guint32 *slots;        /* index + 1; 0: empty */
  gsize capacity;        /* a power of two */
  GStringChunk *strings; /* of the words */
  guint32 n_asked;       /* words that the lexicon was asked for */
  GArray *starts;        /* of KhattTokenStart */
  GArray *matches;       /* of KhattMatch: lists, in the order of classes */
  GHashTable *list_of;   /* hash of a list -> where it begins in `matches` + 1 */
} KhattTokenWords;

KhattTokenWords *khatt_token_words_new (void);
KhattTokenWords *khatt_token_words_ref (KhattTokenWords *words);
void khatt_token_words_unref (KhattTokenWords *words);
guint32
khatt_token_words_add (KhattTokenWords *words, const char *folded, gsize length, guint kind);
/* The word; valid until the next one is added. Its string stays. */
KhattTokenWord *khatt_token_words_get (const KhattTokenWords *words, guint32 index);
/* Where a list of matches is: it is kept once. */
guint32 khatt_token_words_keep_list (KhattTokenWords *words, const KhattMatch *list, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattTokenWords, khatt_token_words_unref)

G_END_DECLS
