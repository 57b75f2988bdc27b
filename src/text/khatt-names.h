/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-token.h"

G_BEGIN_DECLS

#define KHATT_NAME_MAX_WORDS 9

/* What a run of words can lean on to be a name. */
typedef enum
{
  KHATT_NAME_BARE,   /* nothing before it */
  KHATT_NAME_TITLED, /* behind a title or an honorific */
  KHATT_NAME_ROYAL,  /* behind "Sheikh", "Prince" or "King", whose names hold everyday words */
} KhattNameContext;

/* Words that the article uses by themselves: tells "and Tromp" from "Vitkov". */
typedef struct _KhattNameWords KhattNameWords;
KhattNameWords *khatt_name_words_new (const KhattTokenWords *all);
void khatt_name_words_free (KhattNameWords *words);

/* How many tokens from `first` on, before `after`, are a name; 0: none. */
gsize khatt_name_run (const KhattTokens *tokens,
                      KhattNameWords *words,
                      gsize first,
                      gsize after,
                      KhattNameContext context);
/* Whether no table knows the token: it could be a name's first word. */
gboolean khatt_name_is_strange (const KhattTokens *tokens, gsize index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattNameWords, khatt_name_words_free)

G_END_DECLS
