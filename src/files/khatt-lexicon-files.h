/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-lexicon.h"

G_BEGIN_DECLS

/* The compiled-in tables, then the user's own in the user data folder. */
KhattLexicon *khatt_lexicon_load (const char *language, GPtrArray *issues);

G_END_DECLS
