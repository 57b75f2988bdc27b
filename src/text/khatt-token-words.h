/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-lexicon.h"

G_BEGIN_DECLS

/* A word of a text, once however often the text has it, with what the lexicon knows of it by
 * itself. */
typedef struct
{
  const char *folded; /* NUL-terminated; owned by the KhattTokenWords */
  guint32 hash;
  guint32 length;      /* bytes of `folded` */
  guint32 exact;       /* its number in the lexicon; 0: none */
  guint32 bare;        /* without the article; 0: none */
  guint32 first_start; /* of the phrases that begin with it */
  guint32 alone;       /* the list of matches where no phrase goes on behind it */
  guint32 phrase;      /* the list of the last phrase that began with it */
  guint16 alone_classes;
  guint16 phrase_classes;
  guint8 n_starts;
  guint8 kind; /* KhattTokenKind */
  guint8 has_alone : 1;
  guint8 has_phrase : 1;
} KhattTokenWord;

/* The distinct words of a text, numbered from 0. A text of any length has few of them. */
typedef struct _KhattTokenWords KhattTokenWords;

KhattTokenWords *khatt_token_words_new (void);
void khatt_token_words_free (KhattTokenWords *words);
guint32
khatt_token_words_add (KhattTokenWords *words, const char *folded, gsize length, guint kind);
guint32 khatt_token_words_get_n (const KhattTokenWords *words);
/* Valid until the next word is added; its string stays. */
KhattTokenWord *khatt_token_words_get (const KhattTokenWords *words, guint32 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattTokenWords, khatt_token_words_free)

G_END_DECLS
