/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-token.h"

G_BEGIN_DECLS

/* Looks every token up, once. Inside of text/ only. */
void
khatt_tokens_look_up (KhattTokens *tokens, const KhattLexicon *lexicon, const guint32 *numbers);

G_END_DECLS
