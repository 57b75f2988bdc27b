/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-token-words.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_TOKEN_WORD,
  KHATT_TOKEN_NUMBER, /* a run of digits, ASCII when folded; "2015م" and "الـ4" are two tokens */
  KHATT_TOKEN_PUNCTUATION,
  KHATT_TOKEN_QUOTE, /* any quotation mark; which way it faces is the splitter's business */
} KhattTokenKind;

/* Letters that Arabic writes onto the following word. */
typedef enum
{
  KHATT_PROCLITIC_NONE = 0,
  KHATT_PROCLITIC_WAW = 1 << 0,
  KHATT_PROCLITIC_FA = 1 << 1,
  KHATT_PROCLITIC_BA = 1 << 2,
  KHATT_PROCLITIC_LAM = 1 << 3,
  KHATT_PROCLITIC_KAF = 1 << 4,
  KHATT_PROCLITIC_AL = 1 << 5,
} KhattProclitics;

/* So many bytes are folded at once, up to a space where there is one. */
#define KHATT_TOKENS_PIECE_BYTES 8192
/* No word is longer; what is, is cut. */
#define KHATT_TOKEN_MAX_BYTES 4095
#define KHATT_TOKEN_CLASSES ((1u << KHATT_N_ENTRY_CLASSES) - 1)

/* Texts have a million of them in ten megabytes: every byte counts. */
typedef struct
{
  const char *folded; /* NUL-terminated; owned by the KhattTokens */
  guint32 first;      /* bytes of the source text, [first, after) */
  guint32 after;
  guint32 first_match; /* into KhattTokens.matches */
  guint32 length : 12; /* bytes of `folded` */
  guint32 kind : 2;    /* KhattTokenKind */
  guint32 starts_line : 1;
  guint32 has_space : 1; /* white space before it */
  guint32 n_matches : 4;
  guint32 classes : KHATT_N_ENTRY_CLASSES; /* a bit for each class among its matches */
} KhattToken;
G_STATIC_ASSERT (sizeof (void *) > 8 || sizeof (KhattToken) <= 24);

/* The tokens of a text, each with what the lexicon knows of it. Offsets are those of the source. */
typedef struct
{
  const char *text; /* borrowed */
  KhattToken *tokens;
  gsize n_tokens;
  const GArray *matches;  /* of KhattMatch; those of `words` */
  KhattTokenWords *words; /* the words behind KhattToken.folded */
} KhattTokens;

KhattTokens *khatt_tokens_new (const KhattLexicon *lexicon, const char *text, gssize length);
KhattTokens *khatt_tokens_new_stretch (const KhattLexicon *lexicon,
                                       KhattTokenWords *words,
                                       const char *text,
                                       gsize first,
                                       gsize after);
void khatt_tokens_free (KhattTokens *tokens);

/* The longest phrase of that class that begins at token `index`; NULL where there is none. */
const KhattMatch *
khatt_tokens_match (const KhattTokens *tokens, gsize index, KhattEntryClass class);
void khatt_token_set_matches (KhattToken *token, guint32 first, guint classes);
/* Whether the token's folded form is exactly that (itself folded) word. */
gboolean khatt_token_is (const KhattToken *token, const char *folded);
/* The proclitics that `folded` could begin with, shortest first, as byte lengths and flags; returns
 * how many. `al` is how many letters of the article are gone too ("لل" hides one). */
typedef struct
{
  guint8 skip;       /* bytes to leave out */
  guint8 proclitics; /* KhattProclitics left out */
  gboolean
      restores_al : 1; /* the stem begins with the article that "لل" hides: put "ال" before it */
} KhattStem;
#define KHATT_MAX_STEMS 12
gsize khatt_token_stems (const char *folded, gsize length, KhattStem stems[KHATT_MAX_STEMS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattTokens, khatt_tokens_free)

G_END_DECLS
