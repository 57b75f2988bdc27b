/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* The direction of the first strong character; `fallback` where there is none. */
KhattDirection khatt_bidi_direction (const char *text, KhattDirection fallback);
/* FSI ... PDI round a name inside a translated sentence (UAX 9, isolates, never overrides). */
char *khatt_bidi_isolate (const char *text);
/* Without the characters that could reorder what stands outside: LRE RLE PDF LRO RLO LRI RLI FSI
 * PDI LRM RLM ALM, and without other control characters. */
char *khatt_bidi_strip (const char *text);

G_END_DECLS
