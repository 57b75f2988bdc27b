/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-token.h"

G_BEGIN_DECLS

/* What stands inside quotation marks, without the marks. */
typedef struct
{
  gsize first_token; /* [first_token, after_token): inside the marks */
  gsize after_token;
  guint32 first; /* bytes of the source */
  guint32 after;
  guint depth; /* 0: outermost */
} KhattQuotation;

typedef struct
{
  gsize first_token;
  gsize after_token;
  guint32 first; /* bytes of the source, without the white space around */
  guint32 after;
  guint line;            /* from 0; lines without a token are not counted but leave `after_blank` */
  gboolean after_blank;  /* an empty line stands before its line */
  gboolean is_closed;    /* ends with a full stop, a question mark or the like */
  gsize first_quotation; /* into KhattSentences.quotations */
  gsize n_quotations;
} KhattSpan;

/* The sentences of a text. A sentence ends at . ! ? or the Arabic question mark outside quotation
 * marks and brackets, and at a line's end. Marks that are never closed end with their line. */
typedef struct
{
  GArray *sentences;  /* of KhattSpan */
  GArray *quotations; /* of KhattQuotation, in the order of their first tokens */
} KhattSentences;

KhattSentences *khatt_sentences_new (const KhattTokens *tokens);
void khatt_sentences_free (KhattSentences *sentences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattSentences, khatt_sentences_free)

G_END_DECLS
