/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-sheets.h"

G_BEGIN_DECLS

/* The Arabic tables as they stand in data/; every issue in them is a failure. */
KhattLexicon *text_sample_lexicon (void);
/* One of their names after the other, NULL-terminated. */
const char *const *text_sample_tables (void);
char *text_sample_load_table (const char *name);

/* A text read as far as its mentions, for tests of single stages. */
typedef struct
{
  KhattArticle *article;
  KhattSheets *sheets;
  KhattText view;
  /* Of `view`. */
  const KhattTokens *tokens;
  const KhattSentences *sentences;
  const KhattItems *items;
  const KhattActors *actors;
  const GArray *mentions;
} TextSample;

TextSample *text_sample_new (const char *text);
void text_sample_free (TextSample *sample);
/* The bytes of the text from one token to another. */
char *text_sample_dup_tokens (const TextSample *sample, gsize first, gsize after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TextSample, text_sample_free)

G_END_DECLS
