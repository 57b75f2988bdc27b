/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-frames.h"

G_BEGIN_DECLS

/* The Arabic tables as they stand in data/; every issue in them is a failure. */
KhattLexicon *text_sample_lexicon (void);
/* One of their names after the other, NULL-terminated. */
const char *const *text_sample_tables (void);
char *text_sample_load_table (const char *name);

/* A text read as far as its mentions, for tests of single stages. */
typedef struct
{
  char *text;
  KhattTokens *tokens;
  KhattSentences *sentences;
  KhattItems *items;
  KhattActors *actors;
  GArray *mentions;
  gsize *first_mention;
  guint8 *is_quoted;
  KhattText view;
} TextSample;

TextSample *text_sample_new (const char *text);
void text_sample_free (TextSample *sample);
/* The bytes of the text from one token to another. */
char *text_sample_dup_tokens (const TextSample *sample, gsize first, gsize after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TextSample, text_sample_free)

G_END_DECLS
