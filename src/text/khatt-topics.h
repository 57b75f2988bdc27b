/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-frames.h"

G_BEGIN_DECLS

/* Adds the short noun phrases that say what a sentence is about, without the participants. */
void
khatt_topics_find (const KhattText *text, gsize sentence, gboolean is_statement, GPtrArray *topics);

G_END_DECLS
