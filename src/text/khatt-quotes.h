/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-frames.h"

G_BEGIN_DECLS

/* Fewer words between marks are a name, or a word that the writer keeps at arm's length. */
#define KHATT_QUOTE_MIN_WORDS 3

/* Somebody's words in quotation marks. */
typedef struct
{
  guint32 first; /* bytes of the text, without the marks */
  guint32 after;
  guint speaker; /* KHATT_NO_ACTOR: not known */
} KhattQuote;

/* The quotations of a sentence that report words; `speaker` is who speaks where the sentence does
 * not say. */
GArray *khatt_quotes_find (const KhattText *text, gsize sentence, guint speaker);

G_END_DECLS
